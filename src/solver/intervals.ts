import { DateTime } from 'luxon'

/** A stretch of absolute minutes since the epoch, half-open. */
export interface Span {
  from: number
  to: number
}

export const minuteMs = 60_000

/** Whole minutes inside an interval: a start inside a minute counts from the next one. */
export function innerSpan(interval: { startsAt: Date; endsAt: Date }): Span {
  return {
    from: Math.ceil(interval.startsAt.getTime() / minuteMs),
    to: Math.floor(interval.endsAt.getTime() / minuteMs),
  }
}

/** Whole minutes that an interval touches. */
export function outerSpan(interval: { startsAt: Date; endsAt: Date }): Span {
  return {
    from: Math.floor(interval.startsAt.getTime() / minuteMs),
    to: Math.ceil(interval.endsAt.getTime() / minuteMs),
  }
}

/** Sorted, joined where they overlap or touch, empty ones dropped. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.from < span.to).sort((a, b) => a.from - b.from)
  const merged: Span[] = []
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to)
    else merged.push({ ...next })
  }
  return merged
}

/** Index of the last span that starts at or before `minute`, -1 when none does; spans sorted and merged. */
function lastStarting(spans: readonly Span[], minute: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.from ?? Infinity) <= minute) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Whether one span of sorted, merged `spans` holds all of `inner`. */
export function covers(spans: readonly Span[], inner: Span): boolean {
  const span = spans[lastStarting(spans, inner.from)]
  return span !== undefined && inner.to <= span.to
}

/** Whether any of sorted, merged `spans` overlaps `other`; touching is not overlapping. */
export function meets(spans: readonly Span[], other: Span): boolean {
  const span = spans[lastStarting(spans, other.to - 1)]
  return span !== undefined && span.to > other.from
}

/** What two lists of sorted, merged spans share. */
export function intersectSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  const shared: Span[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as Span, b[j] as Span]
    const span = { from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) }
    if (span.from < span.to) shared.push(span)
    if (left.to < right.to) i += 1
    else j += 1
  }
  return shared
}

/** One date of a zone: its absolute minutes, and its wall clock, which a clock change bends. */
export interface LocalDay extends Span {
  isoDate: string
  weekday: number
  /** Minutes of wall clock after midnight at an absolute minute of this day. */
  wallMinute(minute: number): number
  /** First absolute minute of this day at which the wall clock shows at least `wall`. */
  atWallMinute(wall: number): number
}

function dayStart(date: DateTime<true>): number {
  return Math.floor(date.startOf('day').toMillis() / minuteMs)
}

// The same dates come again and again and asking for a zone's offset is slow; what a date is never changes.
const knownDays = new Map<string, LocalDay>()
const knownDayCountMax = 5_000

/** The date `isoDate` in `zone`: 23, 24 or 25 hours of absolute minutes. */
export function localDay(isoDate: string, zone: string): LocalDay {
  const key = `${isoDate} ${zone}`
  const known = knownDays.get(key)
  if (known) return known
  if (knownDays.size >= knownDayCountMax) knownDays.clear()
  const day = computeDay(isoDate, zone)
  knownDays.set(key, day)
  return day
}

function computeDay(isoDate: string, zone: string): LocalDay {
  const noon = DateTime.fromISO(`${isoDate}T12:00`, { zone }) as DateTime<true>
  const from = dayStart(noon)
  const to = dayStart(noon.plus({ days: 1 }) as DateTime<true>)
  const offsetAt = (minute: number): number => DateTime.fromMillis(minute * minuteMs, { zone }).offset
  const midnight = Date.parse(`${isoDate}T00:00Z`) / minuteMs
  const [firstOffset, lastOffset] = [offsetAt(from), offsetAt(to - 1)]
  const changeAt = firstOffset === lastOffset ? to : findChange(from, to - 1, offsetAt)
  const wallMinute = (minute: number): number => minute + (minute < changeAt ? firstOffset : lastOffset) - midnight
  return {
    isoDate,
    weekday: noon.weekday,
    from,
    to,
    wallMinute,
    atWallMinute(wall) {
      const before = midnight + wall - firstOffset
      if (before < changeAt) return Math.max(from, before)
      return Math.min(to, Math.max(changeAt, midnight + wall - lastOffset))
    },
  }
}

/** First minute after `low` that has the offset of `high`. */
function findChange(low: number, high: number, offsetAt: (minute: number) => number): number {
  const after = offsetAt(high)
  let [before, since] = [low, high]
  while (since - before > 1) {
    const middle = (before + since) >> 1
    if (offsetAt(middle) === after) since = middle
    else before = middle
  }
  return since
}

/** The dates from `fromOn` to `toOn`, both inclusive. */
export function datesBetween(fromOn: string, toOn: string): string[] {
  const dates: string[] = []
  const last = Date.parse(`${toOn}T00:00Z`)
  for (let at = Date.parse(`${fromOn}T00:00Z`); at <= last; at += 86_400_000)
    dates.push(new Date(at).toISOString().slice(0, 10))
  return dates
}

/** The date that `zone`'s calendar shows at an absolute minute. */
export function localDate(minute: number, zone: string): string {
  return (DateTime.fromMillis(minute * minuteMs, { zone }) as DateTime<true>).toISODate()
}
