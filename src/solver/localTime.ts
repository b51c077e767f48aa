import { IANAZone } from 'luxon'
import { mergeSpans, minuteMs, type Span } from './intervals.ts'
import type { Travel, WeeklyHours } from './problem.ts'

/** A stretch of absolute minutes in which the wall clock is `offset` minutes ahead of UTC. */
export interface ClockStretch extends Span {
  offset: number
}

/** A person's wall clock over a range: stretches in order, without holes. */
export type Clock = readonly ClockStretch[]

export const dayMinutes = 1440
/** Offsets are asked for this far apart; no zone changes its clock twice in that time. */
const probeMinutes = 3 * dayMinutes

const knownZones = new Map<string, { from: number; to: number; clock: ClockStretch[] }>()
const knownZoneCountMax = 500

/** The clock of a zone in force from minute `from` to minute `to`. Asking a zone for its offset is slow: what is known is kept. */
function zoneClock(zone: string, from: number, to: number): ClockStretch[] {
  const known = knownZones.get(zone)
  if (known && known.from <= from && to <= known.to) return cut(known.clock, from, to)
  if (knownZones.size >= knownZoneCountMax) knownZones.clear()
  // What lies far from what is known is not joined to it: the time in between would have to be asked for too.
  const isNear = known !== undefined && from <= known.to && known.from <= to
  const first = isNear ? Math.min(from, known.from) : from
  const last = isNear ? Math.max(to, known.to) : to
  const ianaZone = IANAZone.create(zone)
  const offsetAt = (minute: number): number => Math.floor(ianaZone.offset(minute * minuteMs))
  const clock: ClockStretch[] = [{ from: first, to: last, offset: offsetAt(first) }]
  for (let probe = first; probe < last; probe += probeMinutes) {
    const next = Math.min(probe + probeMinutes, last)
    const current = clock.at(-1) as ClockStretch
    const offset = offsetAt(next)
    if (offset === current.offset) continue
    let [before, since] = [probe, next]
    while (since - before > 1) {
      const middle = (before + since) >> 1
      if (offsetAt(middle) === offset) since = middle
      else before = middle
    }
    current.to = since
    clock.push({ from: since, to: last, offset })
  }
  knownZones.set(zone, { from: first, to: last, clock })
  return cut(clock, from, to)
}

function cut(clock: Clock, from: number, to: number): ClockStretch[] {
  const part: ClockStretch[] = []
  for (const stretch of clock)
    if (stretch.from < to && from < stretch.to)
      part.push({ from: Math.max(from, stretch.from), to: Math.min(to, stretch.to), offset: stretch.offset })
  return part
}

/** The clock of somebody who lives in `zone` and travels; a journey lasts from midnight to midnight of its own zone. */
export function personClock(zone: string, travel: readonly Travel[], from: number, to: number): Clock {
  let clock = zoneClock(zone, from, to)
  for (const journey of travel) {
    const there = zoneClock(journey.zone, from, to)
    const begins = minuteAt(there, dayNumber(journey.fromOn), 0)
    const ends = minuteAt(there, dayNumber(journey.toOn) + 1, 0)
    const [departs, returns] = [Math.max(from, begins), Math.min(to, ends)]
    if (departs >= returns) continue
    clock = [...cut(clock, from, departs), ...cut(there, departs, returns), ...cut(clock, returns, to)]
  }
  return clock
}

/** First absolute minute at which the clock shows a date's minute of the day or later; the ends of the clock when that lies outside. */
export function minuteAt(clock: Clock, day: number, minuteOfDay: number): number {
  for (const stretch of clock) {
    const minute = day * dayMinutes + minuteOfDay - stretch.offset
    if (minute < stretch.to) return Math.max(minute, stretch.from)
  }
  return clock.at(-1)?.to ?? 0
}

export function offsetAt(clock: Clock, minute: number): number {
  for (const stretch of clock) if (minute < stretch.to) return stretch.offset
  return clock.at(-1)?.offset ?? 0
}

/** Days from 1970-01-01 to the date that the clock shows. */
export function localDayAt(clock: Clock, minute: number): number {
  return Math.floor((minute + offsetAt(clock, minute)) / dayMinutes)
}

export function dayNumber(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000
}

export function isoDateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** ISO weekday, 1 = Monday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Number of the ISO week's Monday. */
export function weekOf(day: number): number {
  return day + 1 - weekdayOf(day)
}

/** Months since the year 0. */
export function monthOf(day: number): number {
  const date = new Date(day * 86_400_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** The absolute minutes at which the clock shows a time inside the hours of its date, as merged spans. */
export function hoursOn(
  clock: Clock,
  hoursOf: (day: number) => readonly { startsMinute: number; endsMinute: number }[],
): Span[] {
  const spans: Span[] = []
  for (const stretch of clock) {
    const first = Math.floor((stretch.from + stretch.offset) / dayMinutes)
    const last = Math.floor((stretch.to - 1 + stretch.offset) / dayMinutes)
    for (let day = first; day <= last; day++)
      for (const hours of hoursOf(day)) {
        const midnight = day * dayMinutes - stretch.offset
        const from = Math.max(stretch.from, midnight + hours.startsMinute)
        const to = Math.min(stretch.to, midnight + hours.endsMinute)
        if (from < to) spans.push({ from, to })
      }
  }
  return mergeSpans(spans)
}

/** The absolute minutes at which the clock shows a time of one date between two minutes of the day; more than one span where it is turned back. */
export function spansOnDay(clock: Clock, day: number, startsMinute: number, endsMinute: number): Span[] {
  const spans: Span[] = []
  for (const stretch of clock) {
    const midnight = day * dayMinutes - stretch.offset
    const from = Math.max(stretch.from, midnight + startsMinute)
    const to = Math.min(stretch.to, midnight + endsMinute)
    if (from < to) spans.push({ from, to })
  }
  return mergeSpans(spans)
}

/** The hours of each weekday, index 1 = Monday. */
export function hoursByWeekday(hours: readonly WeeklyHours[]): readonly (readonly WeeklyHours[])[] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((weekday) => hours.filter((one) => one.weekdays.includes(weekday)))
}
