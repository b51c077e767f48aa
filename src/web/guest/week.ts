import { type Interval, mergeIntervals } from '../../domain/availability.ts'
import type { GuestPage, OfferedWindow } from '../../workflow/guestPage.ts'
import { addDays, dayStart, instantOf, mondayOf, offsetAt, timeText, wallTimeOf, weekdayOf } from './wallClock.ts'

export type AvailabilityPage = Extract<GuestPage, { page: 'availability' }>

/** A square of the grid. `id` names its field: weekday and half hour of the day, "228" = Tuesday 14:00. */
export interface Cell extends Interval {
  id: string
  minute: number
  lengthMinutes: number
}

export interface Day {
  on: string
  weekday: number
  cells: readonly Cell[]
  holidays: readonly string[]
}

/** One week of a party's grid in one zone: all a page shows and a form may contain. */
export interface Week {
  zone: string
  /** Monday. */
  on: string
  /** The part of the week that can be offered; what a submit of this page replaces. */
  range: Interval
  /** Days with cells, the grid's rows from the first to the last minute. */
  days: readonly Day[]
  rows: readonly { minute: number; lengthMinutes: number }[]
  hasEvenings: boolean
  hasMoreHours: boolean
  previousOn: string | null
  nextOn: string | null
}

/** Typed by hand instead of ticked: other hours, odd minutes, or "only if need be". All fields as the person left them. */
export interface Row {
  on: string
  from: string
  to: string
  level: 'good' | 'possible'
  /** Instants the row was printed from, "ms-ms": keeps the second of two equal wall times. Empty for a new row. */
  key: string
}

const eveningFrom = 7 * 60
const eveningTo = 22 * 60
/** More squares than this would break the page's budget of 20 KB. */
const cellCountMax = 154

/** First instant that can be offered, on a full quarter of an hour (all zones' offsets are multiples of one). */
export function offerFrom(page: AvailabilityPage): Date {
  const quarterMs = 900_000
  const earliest = Math.ceil(page.earliestAt.getTime() / quarterMs) * quarterMs
  return new Date(Math.max(earliest, dayStart(page.fromOn, page.party.zone).getTime()))
}

/** First instant after the last day that can be offered. */
export function offerTo(page: AvailabilityPage): Date {
  return dayStart(addDays(page.toOn, 1), page.party.zone)
}

/** Mondays of the weeks that hold something to offer, in the zone shown. */
export function weekStarts(page: AvailabilityPage, zone: string): string[] {
  const from = offerFrom(page)
  const to = offerTo(page)
  if (to <= from) return [mondayOf(page.fromOn)]
  const last = wallTimeOf(new Date(to.getTime() - 1), zone).on
  const starts: string[] = []
  for (let on = mondayOf(wallTimeOf(from, zone).on); on <= last; on = addDays(on, 7)) starts.push(on)
  return starts
}

/** Lays one week out. An unknown `weekOn` shows the first week that has a square to tick. */
export function layWeek(page: AvailabilityPage, zone: string, weekOn: string | null, hasEvenings: boolean): Week {
  const starts = weekStarts(page, zone)
  const asked = weekOn === null ? -1 : starts.indexOf(mondayOf(weekOn))
  if (asked >= 0) return layOne(page, zone, starts, asked, hasEvenings)
  for (let index = 0; index < starts.length; index += 1) {
    const week = layOne(page, zone, starts, index, hasEvenings)
    if (week.days.length) return week
  }
  return layOne(page, zone, starts, 0, hasEvenings)
}

function layOne(
  page: AvailabilityPage,
  zone: string,
  starts: readonly string[],
  index: number,
  hasEvenings: boolean,
): Week {
  const on = starts[index] ?? mondayOf(page.fromOn)
  const range = clip({ startsAt: dayStart(on, zone), endsAt: dayStart(addDays(on, 7), zone) }, page)
  const rows = rowsOf(page, hasEvenings)
  const weekdays = hasEvenings ? [1, 2, 3, 4, 5, 6, 7] : page.weekdays
  const days = [0, 1, 2, 3, 4, 5, 6]
    .map((offset) => addDays(on, offset))
    .filter((day) => weekdays.includes(weekdayOf(day)))
    .map((day) => layDay(day, zone, rows, range, page))
    .filter((day) => day.cells.length > 0)
  return {
    zone,
    on,
    range,
    days,
    rows,
    hasEvenings,
    hasMoreHours: page.dayStartsMinute > eveningFrom || page.dayEndsMinute < eveningTo || page.weekdays.length < 7,
    previousOn: starts[index - 1] ?? null,
    nextOn: starts[index + 1] ?? null,
  }
}

function clip(interval: Interval, page: AvailabilityPage): Interval {
  const startsAt = later(interval.startsAt, offerFrom(page))
  return { startsAt, endsAt: later(startsAt, earlier(interval.endsAt, offerTo(page))) }
}

function earlier(a: Date, b: Date): Date {
  return new Date(Math.min(a.getTime(), b.getTime()))
}

function later(a: Date, b: Date): Date {
  return new Date(Math.max(a.getTime(), b.getTime()))
}

/** Half hours inside the usual hours; whole hours outside them, and everywhere when half hours would be too many. */
function rowsOf(page: AvailabilityPage, hasEvenings: boolean): { minute: number; lengthMinutes: number }[] {
  const dayCount = hasEvenings ? 7 : page.weekdays.length
  const starts = Math.ceil(page.dayStartsMinute / 30) * 30
  const ends = Math.floor(page.dayEndsMinute / 30) * 30
  const core = page.gridMinutes === 60 ? steps(starts, ends, 60) : steps(starts, ends, 30)
  const early = hasEvenings && starts > eveningFrom ? steps(eveningFrom, starts, 60) : []
  const late = hasEvenings && ends < eveningTo ? steps(ends, eveningTo, 60) : []
  if ((early.length + core.length + late.length) * dayCount <= cellCountMax) return [...early, ...core, ...late]
  return steps(early.length ? eveningFrom : starts, late.length ? eveningTo : ends, 60)
}

/** Steps of a length; a remainder shorter than it becomes a half hour of its own. */
function steps(from: number, to: number, lengthMinutes: number): { minute: number; lengthMinutes: number }[] {
  const result: { minute: number; lengthMinutes: number }[] = []
  for (let minute = from; minute < to; minute += lengthMinutes)
    result.push({ minute, lengthMinutes: Math.min(lengthMinutes, to - minute) })
  return result
}

function layDay(on: string, zone: string, rows: Week['rows'], range: Interval, page: AvailabilityPage): Day {
  const weekday = weekdayOf(on)
  const midnight = dayStart(on, zone)
  const isPlain = offsetAt(midnight, zone) === offsetAt(new Date(midnight.getTime() + 90_000_000), zone)
  const cells: Cell[] = []
  for (const { minute, lengthMinutes } of rows) {
    const startsAt = isPlain ? new Date(midnight.getTime() + minute * 60_000) : instantOf({ on, minute }, zone)
    if (!startsAt) continue
    const endsAt = new Date(startsAt.getTime() + lengthMinutes * 60_000)
    if (startsAt < range.startsAt || endsAt > range.endsAt) continue
    // A square whose end is not where the wall clock says would be named wrongly.
    if (!isPlain && instantOf({ on, minute: minute + lengthMinutes }, zone)?.getTime() !== endsAt.getTime()) continue
    cells.push({ id: `${weekday}${String(minute / 30).padStart(2, '0')}`, minute, lengthMinutes, startsAt, endsAt })
  }
  const holidays = page.holidays.filter((day) => day.on === on).map((day) => `${day.name} (${day.country})`)
  return { on, weekday, cells, holidays }
}

/** One set of windows without overlaps: sorted, touching ones joined, "good" winning over "possible". */
export function tidyWindows(windows: readonly OfferedWindow[]): OfferedWindow[] {
  const good = mergeIntervals(windows.filter((window) => window.level === 'good'))
  const possible = mergeIntervals(windows.filter((window) => window.level === 'possible'))
  const left = possible.flatMap((interval) => without(interval, good))
  return [
    ...good.map((interval) => ({ ...interval, level: 'good' as const })),
    ...left.map((interval) => ({ ...interval, level: 'possible' as const })),
  ].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

/** What remains of an interval when sorted, merged others are taken away. */
function without(interval: Interval, taken: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  let startsAt = interval.startsAt
  for (const other of taken) {
    if (other.endsAt <= startsAt || other.startsAt >= interval.endsAt) continue
    if (other.startsAt > startsAt) result.push({ startsAt, endsAt: other.startsAt })
    startsAt = other.endsAt
  }
  if (startsAt < interval.endsAt) result.push({ startsAt, endsAt: interval.endsAt })
  return result
}

/** The parts of windows inside a range. */
export function windowsInside(windows: readonly OfferedWindow[], range: Interval): OfferedWindow[] {
  return windows
    .map((window) => ({
      ...window,
      startsAt: later(window.startsAt, range.startsAt),
      endsAt: earlier(window.endsAt, range.endsAt),
    }))
    .filter((window) => window.startsAt < window.endsAt)
}

/** The parts of windows outside a range. */
export function windowsOutside(windows: readonly OfferedWindow[], range: Interval): OfferedWindow[] {
  if (range.startsAt >= range.endsAt) return [...windows]
  return windows.flatMap((window) => without(window, [range]).map((part) => ({ ...part, level: window.level })))
}

export function sameWindows(a: readonly OfferedWindow[], b: readonly OfferedWindow[]): boolean {
  const text = (windows: readonly OfferedWindow[]) =>
    tidyWindows(windows).map((window) => `${window.level}${window.startsAt.getTime()}-${window.endsAt.getTime()}`)
  return text(a).join() === text(b).join()
}

/** Splits windows into the squares they fill and, for all that is left, rows as a person would type them. */
export function fillWeek(windows: readonly OfferedWindow[], week: Week): { ticked: Set<string>; rows: Row[] } {
  const inside = tidyWindows(windowsInside(windows, week.range))
  const good = inside.filter((window) => window.level === 'good')
  const cells = week.days.flatMap((day) => day.cells)
  const filled = cells.filter((cell) =>
    good.some((window) => window.startsAt <= cell.startsAt && cell.endsAt <= window.endsAt),
  )
  const squares = mergeIntervals(filled)
  const left = inside.flatMap((window) =>
    window.level === 'good' ? without(window, squares).map((part) => ({ ...part, level: window.level })) : [window],
  )
  return { ticked: new Set(filled.map((cell) => cell.id)), rows: left.flatMap((window) => rowsFor(window, week.zone)) }
}

/** A row lies within one day, so a window over midnight becomes two that touch. */
export function rowsFor(window: OfferedWindow, zone: string): Row[] {
  const rows: Row[] = []
  let startsAt = window.startsAt
  while (startsAt < window.endsAt) {
    const nextDay = dayStart(addDays(wallTimeOf(startsAt, zone).on, 1), zone)
    const endsAt = earlier(nextDay, window.endsAt)
    rows.push(printRow({ startsAt, endsAt }, window.level, zone))
    startsAt = endsAt
  }
  return rows
}

/** The row for an interval within one day; midnight at the end of the day is "00:00". */
export function printRow(interval: Interval, level: Row['level'], zone: string): Row {
  const from = wallTimeOf(interval.startsAt, zone)
  const to = wallTimeOf(interval.endsAt, zone)
  return {
    on: from.on,
    from: timeText(from.minute),
    to: to.on === from.on ? timeText(to.minute) : '00:00',
    level,
    key: `${interval.startsAt.getTime()}-${interval.endsAt.getTime()}`,
  }
}
