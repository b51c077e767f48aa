import { innerSpan, mergeSpans, minuteMs, outerSpan, type Span } from './intervals.ts'
import {
  type Clock,
  dayMinutes,
  dayNumber,
  hoursByWeekday,
  hoursOn,
  localDayAt,
  monthOf,
  offsetAt,
  personClock,
  weekdayOf,
  weekOf,
} from './localTime.ts'
import type { SolverPerson } from './problem.ts'
import type { Relaxed } from './rules.ts'

// One person's time in absolute minutes, and what a session at each of many starts costs that person alone.

/** Marks a start that is ruled out, in tables of costs. */
export const never = -1

export interface ModelPerson {
  index: number
  person: SolverPerson
  clock: Clock
  /** Where a whole session may lie; null: anywhere. */
  open: readonly Span[] | null
  /** Calendar entries that block, buffers not added. */
  blocked: readonly Span[]
  /** Entries that may be booked over. */
  soft: readonly Span[]
  /** Null: no preference. */
  preferred: readonly Span[] | null
  good: readonly Span[] | null
  bufferBefore: number
  bufferAfter: number
  /** The room that must stay between two sessions of this person. */
  buffer: number
  /** Interviews in the calendar by local day, Monday of the week, month. */
  dayLoad: ReadonlyMap<number, number>
  weekLoad: ReadonlyMap<number, number>
  monthLoad: ReadonlyMap<number, number>
  isLimited: boolean
  isUnknown: boolean
}

/** Added on both sides of the horizon, so that local dates and weeks at its edges are whole. */
const marginMinutes = 40 * dayMinutes

/** Load limits and buffers do not apply to candidates. */
export function asCandidate(person: SolverPerson): SolverPerson {
  const limits = { perDay: null, perWeek: null, perMonth: null }
  return { ...person, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, limits }
}

export function buildPerson(
  allowsUnconfirmed: boolean,
  person: SolverPerson,
  index: number,
  reach: Span,
  relaxed: Relaxed,
): ModelPerson {
  const isOff = (rule: 'hours' | 'windows' | 'busy' | 'load' | 'unknown'): boolean =>
    relaxed.has(`person:${person.id}:${rule}`)
  const clock = personClock(person.zone, person.travel, reach.from, reach.to)
  const blocked: Span[] = []
  const soft: Span[] = []
  const interviews: number[] = []
  const phrases = person.bookOver.phrases.map((phrase) => phrase.toLowerCase())
  const ignoresBusy = isOff('busy')
  for (const entry of person.busy) {
    if (entry.isInterview) interviews.push(Math.floor(entry.startsAt.getTime() / minuteMs))
    if (entry.status === 'free') continue
    const span = outerSpan(entry)
    if (span.to <= reach.from || span.from >= reach.to) continue
    const isSoft =
      person.bookOver.statuses.includes(entry.status) ||
      (phrases.length > 0 && phrases.some((phrase) => entry.title.toLowerCase().includes(phrase)))
    if (isSoft) soft.push(span)
    else if (!ignoresBusy) blocked.push(span)
  }
  const { perDay, perWeek, perMonth } = person.limits
  const isLimited = (perDay !== null || perWeek !== null || perMonth !== null) && !isOff('load')
  const loads = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()] as const
  if (isLimited && interviews.length > 0) {
    // Weeks and months reach beyond the horizon.
    const wide = personClock(person.zone, person.travel, reach.from - marginMinutes, reach.to + marginMinutes)
    for (const minute of interviews) {
      const day = localDayAt(wide, minute)
      for (const [at, key] of [day, weekOf(day), monthOf(day)].entries())
        loads[at]?.set(key, (loads[at]?.get(key) ?? 0) + 1)
    }
  }
  const hasGrades = person.windows?.some((window) => window.level !== 'good') ?? false
  return {
    index,
    person,
    clock,
    open: openSpans(person, clock, isOff('hours'), isOff('windows')),
    blocked: mergeSpans(blocked),
    soft: mergeSpans(soft),
    preferred: person.preferredHours.length === 0 ? null : hoursOn(clock, weeklyHoursOf(person.preferredHours)),
    good: hasGrades
      ? mergeSpans((person.windows ?? []).filter((window) => window.level === 'good').map(innerSpan))
      : null,
    bufferBefore: person.bufferBeforeMinutes,
    bufferAfter: person.bufferAfterMinutes,
    buffer: Math.max(person.bufferBeforeMinutes, person.bufferAfterMinutes),
    dayLoad: loads[0],
    weekLoad: loads[1],
    monthLoad: loads[2],
    isLimited,
    isUnknown: person.unknownReason !== null && person.windows === null && !allowsUnconfirmed && !isOff('unknown'),
  }
}

function weeklyHoursOf(
  hours: SolverPerson['workingHours'],
): (day: number) => readonly { startsMinute: number; endsMinute: number }[] {
  const byWeekday = hoursByWeekday(hours)
  return (day) => byWeekday[weekdayOf(day)] ?? []
}

function openSpans(person: SolverPerson, clock: Clock, ignoresHours: boolean, ignoresWindows: boolean): Span[] | null {
  if (person.windows !== null) return ignoresWindows ? null : mergeSpans(person.windows.map(innerSpan))
  if (ignoresHours) return null
  const weekly = weeklyHoursOf(person.workingHours)
  const special = new Map<number, DayHours>()
  for (const override of person.dateOverrides) special.set(dayNumber(override.on), override.hours)
  for (const date of person.daysOff) special.set(dayNumber(date), [])
  return hoursOn(clock, special.size === 0 ? weekly : (day) => special.get(day) ?? weekly(day))
}

type DayHours = readonly { startsMinute: number; endsMinute: number }[]

/** What a session at each start costs this person alone; `never` where they cannot. Starts ascend. */
export function costsOf(
  bookedOver: number,
  person: ModelPerson,
  duration: number,
  starts: Int32Array,
  outsideCost: number,
): Int32Array {
  const costs = new Int32Array(starts.length)
  const { open, blocked, soft, preferred, good, bufferBefore, bufferAfter } = person
  if (person.isUnknown) return costs.fill(never)
  const asksPreferred = preferred !== null && outsideCost > 0
  const asksGood = good !== null && outsideCost > 0
  let [openAt, blockedAt, softAt, preferredAt, goodAt] = [0, 0, 0, 0, 0]
  for (let at = 0; at < starts.length; at++) {
    const from = starts[at] as number
    const to = from + duration
    if (open !== null) {
      while (openAt < open.length && (open[openAt] as Span).to < to) openAt++
      const span = open[openAt]
      if (span === undefined || span.from > from) {
        costs[at] = never
        continue
      }
    }
    while (blockedAt < blocked.length && (blocked[blockedAt] as Span).to <= from - bufferBefore) blockedAt++
    const next = blocked[blockedAt]
    if (next !== undefined && next.from < to + bufferAfter) {
      costs[at] = never
      continue
    }
    let cost = 0
    while (softAt < soft.length && (soft[softAt] as Span).to <= from) softAt++
    const over = soft[softAt]
    if (over !== undefined && over.from < to) cost += bookedOver
    if (asksPreferred) {
      while (preferredAt < preferred.length && (preferred[preferredAt] as Span).to <= from) preferredAt++
      cost += outsideCost * (duration - coveredMinutes(preferred, preferredAt, from, to))
    }
    if (asksGood) {
      while (goodAt < good.length && (good[goodAt] as Span).to <= from) goodAt++
      cost += outsideCost * (duration - coveredMinutes(good, goodAt, from, to))
    }
    costs[at] = cost
  }
  return costs
}

function coveredMinutes(spans: readonly Span[], first: number, from: number, to: number): number {
  let minutes = 0
  for (let at = first; at < spans.length; at++) {
    const span = spans[at] as Span
    if (span.from >= to) break
    minutes += Math.min(span.to, to) - Math.max(span.from, from)
  }
  return minutes
}

/** Days, weeks and months that the calendar has filled already. */
export function excludeFull(person: ModelPerson, starts: Int32Array, table: Int32Array): void {
  const { perDay, perWeek, perMonth } = person.person.limits
  let [until, isFull] = [-Infinity, false]
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] as number
    if (start >= until) {
      const offset = offsetAt(person.clock, start)
      const day = Math.floor((start + offset) / dayMinutes)
      isFull =
        (perDay !== null && (person.dayLoad.get(day) ?? 0) >= perDay) ||
        (perWeek !== null && (person.weekLoad.get(weekOf(day)) ?? 0) >= perWeek) ||
        (perMonth !== null && (person.monthLoad.get(monthOf(day)) ?? 0) >= perMonth)
      until = nextDayOrStretch(person.clock, start, day)
    }
    if (isFull) table[at] = never
  }
}

/** First minute after `minute` at which the clock's date or offset may be another. */
function nextDayOrStretch(clock: Clock, minute: number, day: number): number {
  for (const stretch of clock)
    if (minute < stretch.to) return Math.min(stretch.to, (day + 1) * dayMinutes - stretch.offset)
  return Infinity
}
