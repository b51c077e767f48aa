import type { Interval } from '../domain/availability.ts'

// The solver's model, and what its rules mean. Whoever makes a problem and whoever checks a plan needs this file only. Instants are UTC, intervals half-open, wall-clock minutes count from local midnight, weekdays are ISO (1 = Monday).

// A plan holds each session of each loop that is not left out exactly once, at a grid start inside horizon, notice and booking
// window. A required seat has exactly `count` people of its pool or alternates, an optional one at most `count`; nobody sits twice in
// a session, and a candidate never sits in a seat, whatever its pool says. The candidate takes part in every session of the loop; load limits, load and buffers do not
// apply to candidates, what is busy in their calendar does.
// Somebody may be placed when the whole session lies inside one merged window, or without windows one merged block of working hours;
// when it keeps its buffers to every calendar entry that may not be booked over; and when their calendar is known or
// `allowsUnconfirmed`. Somebody who offered windows is never unknown. Seconds are rounded so that nothing grows: windows inwards,
// calendar entries outwards, notice up.
// Two sessions of one person are at least the larger of the two buffers apart. Local dates are those of the zone in force (travel
// included). Load limits hold on the days, weeks and months in which the plan places the person; interviews in the calendar count there.
// Every hour that the clock shows twice counts twice, and one it skips is not there.

/** Hours that come back every week, on the wall clock of the person's zone. `endsMinute` is at most 1440. */
export interface WeeklyHours {
  weekdays: readonly number[]
  startsMinute: number
  endsMinute: number
}

/** What one date has instead of its weekly hours; no hours means a day off. */
export interface DateOverride {
  /** ISO date. */
  on: string
  hours: readonly { startsMinute: number; endsMinute: number }[]
}

/** From `fromOn` to `toOn`, both inclusive, the person's clock is that of `zone`. */
export interface Travel {
  fromOn: string
  toOn: string
  zone: string
}

/** An entry of a calendar, or another request's hold. Interviews count towards load limits. */
export interface BusyTime extends Interval {
  status: 'busy' | 'outOfOffice' | 'tentative' | 'free'
  isInterview: boolean
  title: string
}

/** Entries that may be booked over at the price `bookedOver`: by status, or by a phrase in the title (case ignored). */
export interface BookOver {
  statuses: readonly BusyTime['status'][]
  phrases: readonly string[]
}

/** At most this many sessions and interviews by the person's local date, ISO week and month; null is no limit. */
export interface LoadLimits {
  perDay: number | null
  perWeek: number | null
  perMonth: number | null
}

export interface SolverPerson {
  id: string
  name: string
  zone: string
  travel: readonly Travel[]
  /** What the person offered; null means not asked: placed inside the working hours. Outside `good` ones costs as outside preferred hours. */
  windows: readonly (Interval & { level: 'good' | 'possible' })[] | null
  workingHours: readonly WeeklyHours[]
  /** Empty: no preference. Holds on days off too. */
  preferredHours: readonly WeeklyHours[]
  /** Dates without working hours. */
  daysOff: readonly string[]
  dateOverrides: readonly DateOverride[]
  busy: readonly BusyTime[]
  bookOver: BookOver
  /** Kept free before and after each session, against calendar entries; the larger one between two sessions. */
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  limits: LoadLimits
  /** Interviews held lately, for a fair spread. */
  recentLoad: number
  /** Candidates this person has met before. */
  metIds: readonly string[]
  /** The calendar could not be read: neither free nor busy, whatever the busy times that are known. Says why. */
  unknownReason: string | null
}

export interface SolverSeat {
  id: string
  role: 'client' | 'interviewer' | 'hiringManager' | 'shadow' | 'reverseShadow'
  /** `count` people are drawn from it. */
  poolIds: readonly string[]
  /** May stand in for the pool, at the price `alternate`. */
  alternateIds: readonly string[]
  /** Anybody else of the pool costs `notPreferred`; empty: no preference. */
  preferredIds: readonly string[]
  count: number
  /** A seat that is not required never blocks: it stays empty at the price `optionalSeatEmpty`. */
  isRequired: boolean
}

export interface SolverSession {
  id: string
  title: string
  durationMinutes: number
  seats: readonly SolverSeat[]
  room: { minCapacity: number; features: readonly string[] } | null
  /** To the session before and after it on the same day. The larger minimum and the smaller maximum of two neighbours hold. */
  gapBefore: GapRule
  gapAfter: GapRule
}

export interface GapRule {
  minMinutes: number
  maxMinutes: number | null
}

/** Who is placed from before local `startsMinute` until after `endsMinute` has `minutes` free in a row in between. */
export interface BreakRule {
  startsMinute: number
  endsMinute: number
  minutes: number
}

export interface SolverLoop {
  id: string
  candidateId: string
  /** May be left out at the price `unscheduledLoop`. */
  isOptional: boolean
  sessions: readonly SolverSession[]
  precedence: readonly { beforeId: string; afterId: string }[]
  /** Session ids by day: those of one entry share one date of the candidate's zone; each session is in exactly one entry. */
  days: readonly (readonly string[])[]
  /** Days between one entry of `days` and the next. */
  dayGap: { minDays: number; maxDays: number }
  minGapMinutes: number
  /** From the first start to the last end of a day. */
  maxSpanMinutes: number | null
  /** In the candidate's zone: lunch, other breaks. */
  breaks: readonly BreakRule[]
  maxSessionsPerPerson: number | null
  /** Nobody who has met the candidate before. */
  excludesMet: boolean
}

export interface SolverRoom {
  id: string
  name: string
  capacity: number
  features: readonly string[]
  busy: readonly Interval[]
}

/** Prices; whole numbers, the sum is made smallest. */
export interface SolverWeights {
  /** Per day from today to the loop's last date. */
  dayDelay: number
  /** Per minute of a day's span in which the candidate waits. */
  idleMinute: number
  /** Per minute and person outside the preferred hours or good windows. */
  outsidePreferredMinute: number
  candidateOutsidePreferredMinute: number
  /** Per person and session that meets entries which may be booked over. */
  bookedOver: number
  notPreferred: number
  alternate: number
  /** Times ((recentLoad + n)^2 - recentLoad^2), n sessions of a person. */
  loadSquare: number
  optionalSeatEmpty: number
  unscheduledLoop: number
  /** Per person and session whose calendar is unknown, when those are allowed. */
  unconfirmed: number
}

/** A session placed at an instant with named people: the solver's slot. */
export interface Placement extends Interval {
  sessionId: string
  seats: readonly { seatId: string; personIds: readonly string[] }[]
  roomId: string | null
}

/** What is booked already; a plan then also costs what it changes. */
export interface Baseline {
  placements: readonly Placement[]
  /** Who no longer takes part in a session. */
  declines: readonly { sessionId: string; personId: string }[]
  weights: { moveSession: number; swapPerson: number; swapRoom: number }
}

export interface SolverProblem {
  now: Date
  /** Sessions start and end inside it. */
  horizon: Interval
  /** Starts lie on multiples of `minutes`: of the hour of `zone`'s wall clock, or with null of absolute time. */
  grid: { minutes: number; zone: string | null }
  /** A start is at least this far from now. */
  noticeMinutes: number
  /** A start is at most this far from now; null is no limit. */
  bookingWindowMinutes: number | null
  people: readonly SolverPerson[]
  rooms: readonly SolverRoom[]
  loops: readonly SolverLoop[]
  weights: SolverWeights
  baseline: Baseline | null
  /** Whether people whose calendar is unknown may be placed at all. */
  allowsUnconfirmed: boolean
}

export type TermKind =
  | 'dayDelay'
  | 'idle'
  | 'outsidePreferred'
  | 'candidateOutsidePreferred'
  | 'bookedOver'
  | 'notPreferred'
  | 'alternate'
  | 'load'
  | 'optionalSeatEmpty'
  | 'unscheduled'
  | 'unconfirmed'
  | 'change'

/** One line of a plan's price, in words. */
export interface ScoreTerm {
  kind: TermKind
  cost: number
  words: string
}

export interface Plan {
  /** In order of loops and their sessions. */
  placements: readonly Placement[]
  leftOutLoopIds: readonly string[]
  /** The sum of the terms. */
  objective: number
}

/**
 * `optimal`: nothing costs less. `feasible`: the best found when the limit was reached, no plan costs less than `bound` (null: not
 * known). `infeasible`: proven that nothing fits. `undecided`: the limit was reached before anything was found.
 */
export type SolverAnswer =
  | { status: 'optimal'; plan: Plan; bound: number }
  | { status: 'feasible'; plan: Plan; bound: number | null }
  | { status: 'infeasible' }
  | { status: 'undecided' }

export interface SolverOptions {
  /** Steps before the search stops: sessions placed for one loop, rounds of some loops for many. The same number gives the same answer. */
  maxSteps?: number
  /** Asked now and then: the share of the time limit that is used, 0 to 1; at 1 the search ends. The caller has the clock. */
  timeSpent?: () => number
  /** For the search over many loops. */
  seed?: number
  /** Told of each better plan's price as it is found. */
  onBetter?: (objective: number) => void
}
