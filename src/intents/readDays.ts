import { DateTime } from 'luxon'
import { readAvailability } from './availability/readAvailability.ts'
import type { ReadingContext } from './intent.ts'
import { findTimes } from './times/findTimes.ts'
import type { TimeExpression } from './times/timeExpression.ts'

/** First and last day, both inclusive ISO dates; null where the words leave a side open. */
export interface DayRange {
  fromOn: string | null
  toOn: string | null
}

/** Local wall clock, ISO without offset, half-open: "2026-11-24T14:00". */
export interface LocalWindow {
  startsAt: string
  endsAt: string
}

const horizonDays = 365
/** Of a time of which only the start is said. */
const durationMinutes = 60
const dayMs = 86_400_000

/** The days an expression names, both inclusive; null when it names none. A whole week ends with its Friday. */
export function daysOf(expression: TimeExpression): DayRange | null {
  const { days } = expression
  if (!days || (days.fromOn === null && days.toOn === null)) return null
  if (days.toOn === null) return { fromOn: days.fromOn, toOn: null }
  const isWeek = days.fromOn !== null && spanDays(days.fromOn, days.toOn) === 7 && weekdayOf(days.fromOn) === 1
  return { fromOn: days.fromOn, toOn: shift(days.toOn, isWeek ? -3 : -1) }
}

/** The first and last day that the words name, from the earliest to the latest of several; null when they name none. */
export function readDayRange(words: string, context: ReadingContext): DayRange | null {
  const ranges = findTimes(words, context).flatMap((expression) => daysOf(expression) ?? [])
  if (ranges.length === 0) return null
  const bounds = (pick: (range: DayRange) => string | null): (string | null)[] => ranges.map(pick)
  const [froms, tos] = [bounds(({ fromOn }) => fromOn), bounds(({ toOn }) => toOn)]
  return {
    fromOn: froms.includes(null) ? null : (froms.sort()[0] ?? null),
    toOn: tos.includes(null) ? null : (tos.sort().at(-1) ?? null),
  }
}

/** The windows that the words offer, sorted, wall clock in the context's zone; null when they offer none or have no one meaning. */
export function readWindows(words: string, context: ReadingContext): LocalWindow[] | null {
  const today = DateTime.fromJSDate(context.now, { zone: context.zone })
  if (!today.isValid) return null
  const reading = readAvailability(words, {
    now: context.now,
    zone: context.zone,
    locale: context.locale,
    fromOn: today.toISODate(),
    untilOn: today.plus({ days: horizonDays }).toISODate() ?? '',
    durationMinutes,
    proposals: [],
    ...(context.conventions && { conventions: context.conventions }),
  })
  if (reading.kind !== 'available' || reading.windows.length === 0) return null
  return reading.windows.map(({ startsAt, endsAt }) => ({
    startsAt: localStamp(startsAt, context.zone),
    endsAt: localStamp(endsAt, context.zone),
  }))
}

function localStamp(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")
}

function spanDays(fromOn: string, toOn: string): number {
  return Math.round((Date.parse(toOn) - Date.parse(fromOn)) / dayMs)
}

function weekdayOf(on: string): number {
  return new Date(Date.parse(on)).getUTCDay()
}

function shift(on: string, days: number): string {
  return new Date(Date.parse(on) + days * dayMs).toISOString().slice(0, 10)
}
