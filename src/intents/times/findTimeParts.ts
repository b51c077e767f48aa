import { afterRangeWord, matchRangeOpening, readClock } from './clockSpans.ts'
import { findDay, toCalendarDay } from './dayNumbers.ts'
import { readDays } from './days.ts'
import { readDuration } from './durations.ts'
import { isCutWord, isInsideWord, openReading } from './findTimes.ts'
import { months } from './lexicon.ts'
import { readOrdinal } from './numbers.ts'
import { isOtherSense } from './otherSenses.ts'
import { closeOpenEnd, openDays, readExtent, spanOf } from './ranges.ts'
import { type ClockSpan, type DaySpan, type Found, oneDay, type Reading, wordAt } from './reading.ts'
import { readRecurring } from './recurring.ts'
import { readRelation } from './relations.ts'
import { canStart } from './startWords.ts'
import type { TimeContext, TimeKind } from './timeExpression.ts'
import type { TimeToken } from './timeText.ts'
import { readPlace, readZone } from './zones.ts'

/** Days or hours as they stand in a text, not yet put together: "Tue and Thu 2-4" is three. Offsets are half-open. */
export interface TimePart {
  from: number
  to: number
  days: DaySpan | null
  clock: ClockSpan | null
  /** "Mondays", "every day": without bounds, `days.weekdays` says which. */
  isRecurring: boolean
  /** A zone said by itself: "all times CET", "I'm in Lisbon". */
  zone: string | null
}

/** Zones said by themselves begin with a capital or end in "time". */
function mayStart(token: TimeToken): boolean {
  return canStart(token) || (token.kind === 'word' && (token.isCapital || zoneStarts.has(token.word)))
}

const zoneStarts = new Set(['uk', 'us', 'london', 'eastern', 'pacific', 'central', 'mountain'])

interface Extent {
  days: DaySpan | null
  clock: ClockSpan | null
  isRecurring?: boolean
  zone?: string
}

/** The days and the hours of a text apart, in order, for readers that distribute them. Nothing begins where `isBlocked` says so. */
export function findTimeParts(text: string, context: TimeContext, isBlocked: (from: number) => boolean): TimePart[] {
  const reading = openReading(text, context)
  const { tokens } = reading
  const parts: TimePart[] = []
  let lastClockNext = -9
  let lastNext = -9
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    // "not" begins a time only as "not before".
    const isPlainNot = token?.word === 'not' && readRelation(reading, at) === null
    const isFree = token && !isPlainNot && mayStart(token) && !isBlocked(token.from) && !isInsideWord(reading, at)
    const dayOfMonth = isFree ? readListedDay(reading, at, parts.at(-1) ?? null, lastNext) : null
    const found = dayOfMonth
      ? [only(at, dayOfMonth, 'days')]
      : isFree
        ? readPart(reading, at, at - lastClockNext <= 6)
        : []
    // "Rate it 1 to 10", "Psalm 23:4": passed over whole.
    const end = found.at(-1)?.next ?? at
    if (found.some((part) => isOtherSense(reading, part.start, end, kindOf(part.value)))) {
      at = end
      continue
    }
    for (const { value, next, start } of found) {
      lastNext = next
      const place = placeWithoutMarks(reading, start, next)
      parts.push({
        ...place,
        days: value.days,
        clock: value.clock,
        isRecurring: value.isRecurring === true,
        zone: value.zone ?? null,
      })
      if (value.clock) lastClockNext = next
    }
    at = found.at(-1)?.next ?? at + 1
  }
  return parts
}

/** As what a part would be read by itself. */
function kindOf({ days, clock, isRecurring }: Extent): TimeKind {
  if (isRecurring) return 'recurring'
  if (days && clock) return 'datetime'
  if (clock) return clock.from === clock.to ? 'time' : 'timeRange'
  return days?.from != null && days.to === days.from + 1 ? 'date' : 'dateRange'
}

const edgeMarks = new Set(['.', ',', ':', ';', '-'])

/** Where a part stands without the marks around it: a full stop behind "Sept" or a comma before an hour says something to the reader. */
function placeWithoutMarks({ tokens }: Reading, start: number, next: number): { from: number; to: number } {
  const isMark = (at: number) => tokens[at]?.kind === 'mark' && edgeMarks.has(tokens[at]?.word ?? '')
  let first = start
  let last = next - 1
  while (first < last && isMark(first)) first += 1
  while (last > first && isMark(last)) last -= 1
  return { from: tokens[first]?.from ?? 0, to: tokens[last]?.to ?? 0 }
}

type PartFound = { value: Extent; start: number; next: number }

/** "90 minutes from 2 pm": that long from then on. By itself it would be the moment 90 minutes later. */
function readLengthFrom(reading: Reading, at: number): Found<ClockSpan> {
  const start = wordAt(reading, at) === 'for' ? at + 1 : at
  const length = readDuration(reading, start)
  // "March 19 an hour from 2": behind a number it might be a rate, "20 an hour".
  const isAnHour = !length && wordAt(reading, start) === 'an' && wordAt(reading, start + 1) === 'hour'
  const seconds = isAnHour ? 3_600 : (length?.value.seconds ?? 0)
  const end = isAnHour ? start + 2 : (length?.next ?? start)
  if (seconds <= 0 || seconds > 43_200) return null
  let next = end
  if (lengthStarts.has(wordAt(reading, next))) next += 1
  if (next === end) return null
  if (lengthStarts.has(wordAt(reading, next))) next += 1
  const found = readClock(reading, next)
  const from = found?.value.from ?? null
  if (!found || from === null || (found.value.to !== from && found.value.to !== null)) return null
  return { value: { ...found.value, to: from + seconds / 60, isBare: false }, next: found.next }
}

const lengthStarts = new Set(['from', 'starting', 'beginning', 'at', 'commencing'])

function readPart(reading: Reading, at: number, isAfterClock: boolean): PartFound[] {
  const length = readLengthFrom(reading, at)
  if (length) return [only(at, length, 'clock')]
  const days = readDayPart(reading, at)
  // "March 19 an hour from 11am"
  if (days && readLengthFrom(reading, days.next)) return [only(at, days, 'days')]
  const hours = days && readHoursBehindSide(reading, days)
  if (days && hours) return [only(at, days, 'days'), hours]
  const clock = readClockPart(reading, at, isAfterClock)
  const extent = readExtent(reading, at)
  const recurring = readRecurring(reading, at)
  const longest = Math.max(days?.next ?? 0, clock?.next ?? 0, extent?.next ?? 0)
  const isWeekly =
    recurring &&
    ['daily', 'weekly'].includes(recurring.value.rule.freq) &&
    !(recurring.value.rule.freq === 'weekly' && !recurring.value.weekdays)
  if (recurring && isWeekly && recurring.next > longest && !isCutWord(reading, recurring.next)) {
    const { weekdays, clock: hours } = recurring.value
    const every: DaySpan = { from: null, to: null, grain: 'span', weekdays, isConvention: false, repeats: null }
    return [{ value: { days: every, clock: hours, isRecurring: true }, start: at, next: recurring.next }]
  }
  const split = extent ? splitExtent(reading, { at, extent, days, clock }) : null
  if (split) return split
  const zone = readZonePart(reading, at)
  const best = [
    days && only(at, days, 'days'),
    clock && only(at, clock, 'clock'),
    extent && { value: extent.value, start: at, next: extent.next },
    zone && { value: { days: null, clock: null, zone: zone.value }, start: at, next: zone.next },
  ]
    .filter((one) => one !== null && !isCutWord(reading, one.next))
    .sort((a, b) => (b?.next ?? 0) - (a?.next ?? 0))[0]
  return best ? [best] : []
}

/** "until the 13th, 2-4": days up to a side, and hours of each of them; as one moment it would end on the 13th at 2. */
function readHoursBehindSide(reading: Reading, days: NonNullable<Found<DaySpan>>): PartFound | null {
  const { from, to } = days.value
  if ((from === null) === (to === null)) return null
  const start = wordAt(reading, days.next) === ',' ? days.next + 1 : days.next
  const hours = readClock(reading, start)
  if (!hours || isCutWord(reading, hours.next)) return null
  const { from: first, to: last } = hours.value
  return first !== null && last !== null && first !== last ? only(start, hours, 'clock') : null
}

function only(at: number, found: NonNullable<Found<DaySpan | ClockSpan>>, key: 'days' | 'clock'): PartFound {
  return { value: { days: null, clock: null, [key]: found.value }, start: at, next: found.next }
}

interface Halves {
  at: number
  extent: NonNullable<Found<Extent & { isContinuous?: boolean }>>
  days: Found<DaySpan>
  clock: Found<ClockSpan>
}

/** Days and hours that were read as one, cut where the first of them ends; null when they are one or cannot be told apart. */
function splitExtent(reading: Reading, { at, extent, days, clock }: Halves): PartFound[] | null {
  const { value, next } = extent
  if (!value.days || !value.clock || value.isContinuous || isCutWord(reading, next)) return null
  const longer = Math.max(days?.next ?? 0, clock?.next ?? 0)
  if (longer > next) return null
  const dayFirst = { days: value.days, clock: null }
  const clockFirst = { days: null, clock: value.clock }
  if (days && days.next < next && (!clock || days.next >= clock.next))
    return [
      { value: dayFirst, start: at, next: days.next },
      { value: clockFirst, start: days.next, next },
    ]
  if (!clock || clock.next >= next) return null
  const hours = { value: clockFirst, start: at, next: clock.next }
  // "2pm Monday to Thursday": the days go on behind the first of them.
  const goesOn = [clock.next, clock.next + 1].some(
    (start) => readDayPart(reading, start)?.value.from === value.days?.from,
  )
  return goesOn ? [hours] : [hours, { value: dayFirst, start: clock.next, next }]
}

/** "Tuesday", "the 3rd to the 5th", "after the 10th", "Thursday onwards": days without hours. */
function readDayPart(reading: Reading, at: number): Found<DaySpan> {
  const relation = readRelation(reading, at)
  const inner = relation && readDays(reading, relation.next)
  const side =
    relation && inner
      ? { value: { ...openDays(reading, inner.value, relation.value), repeats: inner.value.repeats }, next: inner.next }
      : null
  const range = readDayRange(reading, at)
  const plain = readDays(reading, at)
  let best: Found<DaySpan> = plain
  if (side && (!best || side.next > best.next)) best = side
  if (range && (!best || range.next > best.next)) best = range
  if (!best) return null
  const closed = closeOpenEnd(reading, {
    value: { days: best.value, clock: null, isContinuous: false },
    next: best.next,
  })
  if (!closed?.value.days || closed.next === best.next) return best
  return { value: { ...closed.value.days, repeats: best.value.repeats }, next: closed.next }
}

function readDayRange(reading: Reading, at: number): Found<DaySpan> {
  const opened = matchRangeOpening(reading, at)
  const first = readDays(reading, opened.next)
  const after = first && afterRangeWord(reading, first.next, opened.isBetween)
  if (!first || after === null) return null
  const last = readDays(reading, wordAt(reading, after) === 'on' ? after + 1 : after)
  const span = last && spanOf(first.value, last.value)
  return span && { value: span, next: last.next }
}

/** "March 10, 11 and 12": a figure behind a date is a day of the same month when it comes later in it. */
function readListedDay(reading: Reading, at: number, last: TimePart | null, lastNext: number): Found<DaySpan> {
  const token = reading.tokens[at]
  const from = last?.days?.from ?? null
  const isDated = from !== null && last?.clock === null && last.days?.grain === 'day' && last.days.repeats !== 'week'
  if (!isDated || at - lastNext > 2 || at === lastNext) return null
  for (let between = lastNext; between < at; between += 1) if (!listJoins.has(wordAt(reading, between))) return null
  // "the twelfth or thirteenth"
  const spoken = token?.kind === 'word' ? readOrdinal(reading, at) : null
  if (
    spoken &&
    !months.has(wordAt(reading, spoken.next)) &&
    !/^(of|time|half|week|day|choice|option)$/.test(wordAt(reading, spoken.next))
  )
    return laterInMonth(from, spoken.value, spoken.next)
  if (token?.kind !== 'number' || token.word.length > 2) return null
  const after = reading.tokens[at + 1]
  if (months.has(after?.word ?? '')) return null
  if (after?.isGlued && !['mark'].includes(after.kind)) return null
  // "22: 11-12" goes on with hours, "22:30" is one; "19 until 3 pm" begins with no hour, "14 until 16" may.
  const isOpenMark = (after?.word === '.' || after?.word === ':') && !reading.tokens[at + 2]?.isGlued
  const isUntil = after?.word === 'until' && (reading.tokens[at + 2]?.value ?? 0) < token.value && token.value > 12
  if (hourMarks.has(after?.word ?? '') && !isOpenMark && !isUntil) return null
  return laterInMonth(from, token.value, at + 1)
}

function laterInMonth(from: number, dayOfMonth: number, next: number): Found<DaySpan> {
  const { year, month, day } = toCalendarDay(from)
  const found = dayOfMonth > day ? findDay(year, month, dayOfMonth) : null
  return found === null ? null : { value: oneDay(found, 'month'), next }
}

const hourMarks = new Set(['am', 'pm', ':', '-', 'to', '.', '/', "o'clock", 'until'])
const listJoins = new Set(['or', 'and', ',', '/', '&'])
/** Words between an hour and another that is only a number: "at 10 or 3", "at 10, no wait, 11". */
const besideHours = new Set([
  'or',
  'and',
  ',',
  '/',
  '&',
  'it',
  'no',
  'wait',
  'meant',
  'mean',
  'say',
  'rather',
  'sorry',
  'actually',
  'do',
  'that',
  'be',
  'till',
  '-',
])

/** Hours without a day. A bare number is an hour only behind another hour: "at 10 or 3". */
function readClockPart(reading: Reading, at: number, isAfterClock: boolean): Found<ClockSpan> {
  const found = readClock(reading, at)
  if (!found) return null
  const { from, to, isBare } = found.value
  if (!isBare || from !== to) return found
  const isHour = (from ?? 0) <= 1440 && reading.tokens[at + 1]?.kind !== 'number'
  return isAfterClock && isHour && besideHours.has(wordAt(reading, at - 1)) ? found : null
}

const before = new Set([
  'in',
  'from',
  'on',
  'to',
  'times',
  'time',
  'zone',
  'timezone',
  '(',
  'all',
  'are',
  'is',
  'my',
  ':',
])

/** "I'm in Lisbon", "based in Lisbon": the writer is there, not somebody he speaks of. */
const ownPlace = new Set([
  "i'm",
  'im',
  'am',
  'be',
  'based',
  "we're",
  'located',
  'currently',
  'living',
  'live',
  'times',
  'now',
])

/** A zone or a place whose clock counts, said apart from a time. */
function readZonePart(reading: Reading, at: number): Found<string> {
  const token = reading.tokens[at]
  if (token?.kind !== 'word') return null
  const word = wordAt(reading, at - 1)
  if (word === 'in' && token.isCapital && ownPlace.has(wordAt(reading, at - 2))) {
    const place = readPlace(reading, at)
    if (place) return place
  }
  const zone = readZone(reading, at)
  const isNamed = zone !== null && (token.isCapital || wordAt(reading, zone.next - 1) === 'time')
  return isNamed && (before.has(word) || wordAt(reading, zone.next - 1) === 'time') ? zone : null
}
