import type { SolverLoop, SolverPerson, SolverProblem, SolverSeat, SolverSession } from '../../src/solver/problem.ts'

type Drop = (problem: SolverProblem) => SolverProblem

const dayMs = 86_400_000
const always = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], startsMinute: 0, endsMinute: 1440 }]

const forPeople =
  (change: (person: SolverPerson, problem: SolverProblem) => Partial<SolverPerson>): Drop =>
  (problem) => ({ ...problem, people: problem.people.map((one) => ({ ...one, ...change(one, problem) })) })

const forLoops =
  (change: (loop: SolverLoop) => Partial<SolverLoop>): Drop =>
  (problem) => ({ ...problem, loops: problem.loops.map((one) => ({ ...one, ...change(one) })) })

const forSessions = (change: (session: SolverSession) => Partial<SolverSession>): Drop =>
  forLoops((loop) => ({ sessions: loop.sessions.map((one) => ({ ...one, ...change(one) })) }))

const forSeats = (change: (seat: SolverSeat) => Partial<SolverSeat>): Drop =>
  forSessions((session) => ({ seats: session.seats.map((one) => ({ ...one, ...change(one) })) }))

const forWeights =
  (weights: Partial<SolverProblem['weights']>): Drop =>
  (problem) => ({ ...problem, weights: { ...problem.weights, ...weights } })

const forBaseline =
  (change: Partial<NonNullable<SolverProblem['baseline']>['weights']>): Drop =>
  (problem) =>
    problem.baseline
      ? { ...problem, baseline: { ...problem.baseline, weights: { ...problem.baseline.weights, ...change } } }
      : problem

/** What opens the candidate's whole time is left to brute force with one session only. */
const isOpen = (person: SolverPerson, { loops }: SolverProblem): boolean =>
  loops.every((loop) => loop.candidateId !== person.id || loop.sessions.length === 1)

/** The same problem without one of its rules, by the rule's name; what a rule is about is in its name only. */
export const droppedRules: Record<string, Drop> = {
  'grid minutes': (problem) =>
    problem.loops[0]?.sessions.length === 1 ? { ...problem, grid: { ...problem.grid, minutes: 5 } } : problem,
  'grid zone': (problem) => ({ ...problem, grid: { ...problem.grid, zone: null } }),
  horizon: (problem) => ({
    ...problem,
    horizon: {
      startsAt: new Date(problem.horizon.startsAt.getTime() - dayMs),
      endsAt: new Date(problem.horizon.endsAt.getTime() + dayMs),
    },
  }),
  notice: (problem) => ({ ...problem, noticeMinutes: 0 }),
  'booking window': (problem) => ({ ...problem, bookingWindowMinutes: null }),
  windows: forPeople((one, problem) =>
    one.windows && isOpen(one, problem) ? { windows: [{ ...problem.horizon, level: 'good' }] } : {},
  ),
  'window levels': forPeople((one) => ({ windows: one.windows?.map((each) => ({ ...each, level: 'good' })) ?? null })),
  'working hours': forPeople((one, problem) => (isOpen(one, problem) ? { workingHours: always } : {})),
  'preferred hours': forPeople(() => ({ preferredHours: [] })),
  travel: forPeople(() => ({ travel: [] })),
  zones: forPeople(() => ({ zone: 'UTC', travel: [] })),
  'days off': forPeople(() => ({ daysOff: [] })),
  'date overrides': forPeople(() => ({ dateOverrides: [] })),
  'busy times': forPeople((one) => ({ busy: one.busy.map((each) => ({ ...each, status: 'free' })) })),
  'free entries': forPeople((one) => ({
    busy: one.busy.map((each) => (each.status === 'free' ? { ...each, status: 'busy' } : each)),
  })),
  'busy times of candidates': forPeople((one, { loops }) =>
    loops.some((loop) => loop.candidateId === one.id) ? { busy: [] } : {},
  ),
  'statuses booked over': forPeople((one) => ({ bookOver: { ...one.bookOver, statuses: [] } })),
  'phrases booked over': forPeople((one) => ({ bookOver: { ...one.bookOver, phrases: [] } })),
  'buffer before': forPeople(() => ({ bufferBeforeMinutes: 0 })),
  'buffer after': forPeople(() => ({ bufferAfterMinutes: 0 })),
  'limit per day': forPeople((one) => ({ limits: { ...one.limits, perDay: null } })),
  'limit per week': forPeople((one) => ({ limits: { ...one.limits, perWeek: null } })),
  'limit per month': forPeople((one) => ({ limits: { ...one.limits, perMonth: null } })),
  'interviews in the calendar': forPeople((one) => ({
    busy: one.busy.map((each) => ({ ...each, isInterview: false })),
  })),
  'recent load': forPeople(() => ({ recentLoad: 0 })),
  'people met': forLoops(() => ({ excludesMet: false })),
  'unknown calendars': forPeople(() => ({ unknownReason: null })),
  'leave to be unconfirmed': (problem) => ({ ...problem, allowsUnconfirmed: false }),
  alternates: forSeats(() => ({ alternateIds: [] })),
  preferred: forSeats(() => ({ preferredIds: [] })),
  'count of a seat': forSeats(() => ({ count: 1 })),
  'optional seats': forSeats(() => ({ isRequired: true })),
  'empty seats': forSessions((session) => ({ seats: session.seats.filter((seat) => seat.isRequired) })),
  rooms: forSessions(() => ({ room: null })),
  'capacity of rooms': forSessions(({ room }) => ({ room: room && { ...room, minCapacity: 0 } })),
  'features of rooms': forSessions(({ room }) => ({ room: room && { ...room, features: [] } })),
  'busy rooms': (problem) => ({ ...problem, rooms: problem.rooms.map((one) => ({ ...one, busy: [] })) }),
  'gap before, least': forSessions(({ gapBefore }) => ({ gapBefore: { ...gapBefore, minMinutes: 0 } })),
  'gap after, least': forSessions(({ gapAfter }) => ({ gapAfter: { ...gapAfter, minMinutes: 0 } })),
  'gap before, most': forSessions(({ gapBefore }) => ({ gapBefore: { ...gapBefore, maxMinutes: null } })),
  'gap after, most': forSessions(({ gapAfter }) => ({ gapAfter: { ...gapAfter, maxMinutes: null } })),
  'gap of the loop': forLoops(() => ({ minGapMinutes: 0 })),
  precedence: forLoops(() => ({ precedence: [] })),
  'one date for a day': forLoops((loop) => ({
    days: loop.sessions.map((session) => [session.id]),
    dayGap: { minDays: -99, maxDays: 99 },
  })),
  'days in between': forLoops(() => ({ dayGap: { minDays: -99, maxDays: 99 } })),
  span: forLoops(() => ({ maxSpanMinutes: null })),
  breaks: forLoops(() => ({ breaks: [] })),
  'sessions per person': forLoops(() => ({ maxSessionsPerPerson: null })),
  'leave to be left out': forLoops(() => ({ isOptional: false })),
  declines: (problem) => (problem.baseline ? { ...problem, baseline: { ...problem.baseline, declines: [] } } : problem),
  'price of a day': forWeights({ dayDelay: 0 }),
  'price of waiting': forWeights({ idleMinute: 0 }),
  'price outside preferred hours': forWeights({ outsidePreferredMinute: 0 }),
  'price outside the candidate’s': forWeights({ candidateOutsidePreferredMinute: 0 }),
  'price of booking over': forWeights({ bookedOver: 0 }),
  'price of not preferred': forWeights({ notPreferred: 0 }),
  'price of an alternate': forWeights({ alternate: 0 }),
  'price of load': forWeights({ loadSquare: 0 }),
  'price of an empty seat': forWeights({ optionalSeatEmpty: 0 }),
  'price of leaving out': forWeights({ unscheduledLoop: 0 }),
  'price of unconfirmed': forWeights({ unconfirmed: 0 }),
  'price of a move': forBaseline({ moveSession: 0 }),
  'price of another person': forBaseline({ swapPerson: 0 }),
  'price of another room': forBaseline({ swapRoom: 0 }),
}
