import { afterRangeWord, makeClock, matchRangeOpening, readClock, readClockMoment } from './clockSpans.ts'
import { addMonths } from './dayNumbers.ts'
import { readDays } from './days.ts'
import { type Duration, readDuration } from './durations.ts'
import { yearOf } from './edges.ts'
import { readMoment } from './moments.ts'
import { shiftDay, sideOfNow } from './offsets.ts'
import { clockPiece, dayPiece, type Piece } from './piece.ts'
import {
  type ClockSpan,
  type DaySpan,
  endsClause,
  type Found,
  manyDays,
  matchWords,
  type Reading,
  wordAt,
} from './reading.ts'
import { type Relation, readRelation } from './relations.ts'
import { readYear } from './yearWords.ts'

/** A moment, a range of two, or a side of one: all that has dates or hours and does not come back. */
export function readExtent(reading: Reading, at: number): Found<Piece> {
  const moment = readMoment(reading, at)
  const range = readMixedRange(reading, at) ?? readRange(reading, at)
  const side = readBound(reading, at) ?? readSide(reading, at)
  let best = moment
  if (range && (!best || range.next > best.next)) best = range
  if (side && (!best || side.next > best.next)) best = side
  return best && closeOpenEnd(reading, best)
}

/** "Monday to Friday", "from 3pm on Monday to 11am on Thursday", "between the 3rd and the 9th", "March-May". */
function readRange(reading: Reading, at: number): Found<Piece> {
  const opened = matchRangeOpening(reading, at)
  const first = readMoment(reading, opened.next)
  if (!first) return null
  const afterWord =
    afterRangeWord(reading, skipComma(reading, first.next), opened.isBetween) ??
    afterStroke(reading, first.value, first.next)
  if (afterWord === null) return null
  const from = wordAt(reading, afterWord) === 'on' ? afterWord + 1 : afterWord
  const last = readMoment(reading, from) ?? readBareEnd(reading, from, first.value)
  if (!last) return null
  const year = lateYear(reading, first.value, last.value, last.next)
  const piece = joinEnds(year?.value[0] ?? first.value, year?.value[1] ?? last.value, reading)
  return piece && { value: piece, next: year?.next ?? last.next }
}

/** "Tuesday 3pm to 5pm ON FRIDAY", "Monday until 5pm on Friday": the hour behind the joint belongs to the day behind it. */
function readMixedRange(reading: Reading, at: number): Found<Piece> {
  const opened = matchRangeOpening(reading, at)
  const days = readDays(reading, opened.next)
  if (days?.value.grain !== 'day') return null
  const hour = readClockMoment(reading, wordAt(reading, days.next) === ',' ? days.next + 1 : days.next)
  const joints = [hour?.value.from === hour?.value.to ? hour : null, null]
  for (const clock of joints) {
    const after = afterRangeWord(reading, clock?.next ?? days.next, opened.isBetween)
    const end = after === null ? null : readClockMoment(reading, after)
    const last = after === null || !end || wordAt(reading, end.next) !== 'on' ? null : readMoment(reading, after)
    if (!last?.value.days || last.value.clock?.to == null || last.value.clock.from !== last.value.clock.to) continue
    const span = last.value.days.grain === 'day' ? spanOf(days.value, last.value.days) : null
    if (span?.from == null || span.to === null || span.to < span.from + 2) continue
    const hours = makeClock(clock?.value.from ?? 0, last.value.clock.to, keep(last.value.clock))
    return { value: { days: span, clock: hours, isContinuous: true }, next: last.next }
  }
  return null
}

/** "from 4pm tomorrow to 8": the hour at the end is only a number. */
function readBareEnd(reading: Reading, at: number, first: Piece): Found<Piece> {
  if (!first.days || !first.clock || first.clock.from !== first.clock.to) return null
  const found = readClockMoment(reading, at)
  if (!found || !endsClause(reading, found.next)) return null
  return { value: clockPiece({ ...found.value, isBare: false }), next: found.next }
}

/** "6/2-6/9, 2027": a year behind both ends. */
function lateYear(reading: Reading, first: Piece, last: Piece, at: number): Found<[Piece, Piece]> {
  if (first.days?.repeats !== 'year' || last.days?.repeats !== 'year' || first.clock || last.clock) return null
  const year = readYear(reading, at)
  if (!year) return null
  return { value: [inYear(first, first.days, year.value), inYear(last, last.days, year.value)], next: year.next }
}

function inYear(piece: Piece, days: DaySpan, year: number): Piece {
  const shift = (day: number | null): number | null =>
    day === null ? null : addMonths(day, (year - yearOf(days.from ?? day)) * 12)
  return { ...piece, days: { ...days, from: shift(days.from), to: shift(days.to), repeats: null } }
}

/** "2027-04-02 16:30/2027-04-05 11:15", as in ISO 8601. */
function afterStroke(reading: Reading, first: Piece, at: number): number | null {
  if (wordAt(reading, at) !== '/' || !first.days || first.days.repeats !== null || first.days.grain !== 'day')
    return null
  const year = reading.tokens[at + 1]
  return year?.kind === 'number' && year.word.length === 4 ? at + 1 : null
}

function skipComma(reading: Reading, at: number): number {
  return wordAt(reading, at) === ',' && wordAt(reading, at + 1) !== 'and' && wordAt(reading, at + 1) !== '-'
    ? at + 1
    : at
}

function joinEnds(opened: Piece, last: Piece, reading: Reading): Piece | null {
  if (opened.isContinuous || last.isContinuous) return null
  // "this afternoon to Friday": from when that part of the day begins.
  const { clock } = opened
  const isPart = clock?.part && clock.from !== null && last.days && last.days.from !== opened.days?.from
  const first = isPart ? { ...opened, clock: { ...clock, to: clock.from, part: null } } : opened
  if (
    first.days?.grain === 'day' &&
    last.days?.grain === 'day' &&
    !first.clock &&
    last.clock &&
    !isNow(last, reading)
  ) {
    // "Mon-Thu 10-3": those hours on each of the days.
    const days = spanOf(first.days, last.days)
    return days && { days, clock: last.clock, isContinuous: false }
  }
  if (first.days && last.days && !first.clock && (!last.clock || isNow(last, reading))) {
    const days = spanOf(first.days, lastDays(reading, last.days))
    return days && dayPiece(days)
  }
  // "Monday 3pm to Wednesday": until that day is over.
  if (
    first.clock &&
    first.clock.from !== null &&
    first.clock.from === first.clock.to &&
    first.days &&
    last.days &&
    !last.clock &&
    !isNow(first, reading)
  ) {
    const days = spanOf(first.days, last.days)
    return days && { days, clock: makeClock(first.clock.from, 1440, keep(first.clock)), isContinuous: true }
  }
  if (isNow(first, reading) && last.days && !last.clock) {
    return { ...dayPiece(manyDays(reading.today, last.days.to)) }
  }
  if (!first.clock || !last.clock) return null
  // "Tuesday 3pm to Saturday night": until that part of the day is over.
  const { part, from: begins, to: ends } = last.clock
  if (part && reading.conventions.arePartsEnds && begins !== ends && ends !== null && first.days && last.days)
    return joinMoments(first, { ...last, clock: { ...last.clock, from: ends } }, reading)
  return joinMoments(first, last, reading)
}

function lastDays(reading: Reading, days: DaySpan): DaySpan {
  if (reading.conventions.isLastMonthIncluded || days.grain !== 'month' || days.from === null) return days
  return { ...days, to: days.from }
}

/** "now" is a day beside days and a moment beside hours. */
function isNow(piece: Piece, reading: Reading): boolean {
  return (
    piece.days?.from === reading.today &&
    piece.clock?.from === reading.nowSecond / 60 &&
    piece.clock.to === piece.clock.from
  )
}

function joinMoments(first: Piece, last: Piece, reading: Reading): Piece | null {
  const [start, end] = [first.clock, last.clock]
  if (!start || !end || start.from === null || end.to === null || start.from !== start.to || end.from !== end.to)
    return null
  const startDay = first.days ?? (last.days ? last.days : null)
  const endDay = last.days ?? first.days
  const zone = end.zone ?? start.zone
  const hasMeridiem = start.hasMeridiem || end.hasMeridiem
  if (!startDay || !endDay) return null
  if (startDay.grain !== 'day' || endDay.grain !== 'day') return null
  const isOneDay = startDay.from === endDay.from
  const to = isOneDay && end.to <= start.from && !end.hasMeridiem ? end.to + 720 : end.to
  const clock: ClockSpan = makeClock(start.from, to, { zone, hasMeridiem })
  if (isOneDay) {
    if (to <= start.from) return null
    return { days: startDay, clock, isContinuous: isNow(last, reading) }
  }
  const days = spanOf(startDay, endDay)
  return days && { days, clock, isContinuous: true }
}

/** Both ends and all between; what was left out of one is taken so that the range runs forward. */
export function spanOf(first: DaySpan, last: DaySpan): DaySpan | null {
  if (first.from === null || last.to === null) return null
  let [from, to] = [first.from, last.to]
  if (last.repeats === null && first.repeats === 'year') {
    // "February to March 2028": the year counts for both.
    while (addMonths(from, 12) < to) from = addMonths(from, 12)
    while (from >= to) from = addMonths(from, -12)
  } else if (last.repeats === null && first.repeats !== null && from >= to) {
    from = first.repeats === 'week' ? from - 7 * Math.ceil((from - to + 1) / 7) : addMonths(from, -1)
  }
  // "Wednesday to Friday next week": both are days of one week.
  if (last.repeats === null && first.repeats === 'week' && first.grain === 'day' && to - from <= 21)
    while (from + 7 < to) from += 7
  // "1 October to 7 November" said in between has begun.
  const begun = addMonths(from, -12)
  if (from >= to && first.repeats === 'year' && last.repeats === 'year' && to - begun < 183) from = begun
  for (let tries = 0; from >= to && last.repeats !== null && tries < 60; tries++)
    to = last.repeats === 'week' ? to + 7 : addMonths(to - 1, last.repeats === 'month' ? 1 : 12) + 1
  if (from >= to) return null
  const isConvention = first.isConvention || last.isConvention
  return { ...manyDays(from, to), isConvention, repeats: last.repeats }
}

/** "more than 5 weeks after Easter" is open; "less than 4 days after Friday" lies between the two. */
function readBound(reading: Reading, at: number): Found<Piece> {
  const isIn = wordAt(reading, at) === 'in'
  const opening = isIn ? at + 1 : at
  const word = wordAt(reading, opening)
  const isMore = word === 'more' || word === 'over'
  if (!isMore && word !== 'less' && word !== 'under' && (isIn || word !== 'within')) return null
  const from = wordAt(reading, opening + 1) === 'than' ? opening + 2 : opening + 1
  const duration = readDuration(reading, from)
  const away = duration && word !== 'within' ? readBoundFromNow(reading, duration, isIn, isMore) : null
  if (away) return away
  const relation = duration && wordAt(reading, duration.next)
  if (!duration || !relation || !['after', 'from', 'of', 'before'].includes(relation) || duration.value.seconds > 0)
    return null
  const anchor = readMoment(reading, duration.next + 1)
  if (!anchor?.value.days || anchor.value.clock || anchor.value.days.from === null) return null
  const start = anchor.value.days.from
  const end = shiftDay(start, duration.value, relation === 'before' ? -1 : 1)
  if (relation === 'before')
    return { value: dayPiece(isMore ? manyDays(null, end) : manyDays(end, start)), next: anchor.next }
  return { value: dayPiece(isMore ? manyDays(end, null) : manyDays(start, end)), next: anchor.next }
}

/** "less than 3 days ago", "in more than two weeks", "more than a week from now": a side of now. */
function readBoundFromNow(
  reading: Reading,
  duration: NonNullable<Found<Duration>>,
  isIn: boolean,
  isMore: boolean,
): Found<Piece> {
  const ago = isIn ? null : matchWords(reading, duration.next, ['ago'])
  const later =
    matchWords(reading, duration.next, ['from', 'now']) ?? matchWords(reading, duration.next, ['from', 'today'])
  if (ago !== null) return { value: sideOfNow(reading, duration.value, -1, isMore), next: ago }
  if (later === null && !isIn) return null
  return { value: sideOfNow(reading, duration.value, 1, isMore), next: later ?? duration.next }
}

const endWords = new Set(['end', 'eow', 'eom', 'eoq', 'eoy'])

/** "after Tuesday", "before next Thursday at 11", "since March", "by the end of May", "less than 4 days after Friday". */
function readSide(reading: Reading, at: number): Found<Piece> {
  const relation = readRelation(reading, at)
  if (!relation) return null
  const inner = readMoment(reading, relation.next)
  if (!inner?.value.days)
    return relation.value.side === 'after' && !inner ? readAfterLength(reading, at, relation.next) : null
  const { days, clock } = inner.value
  const isAfter = relation.value.side === 'after'
  const isFrom = wordAt(reading, at) === 'from'
  // "from today pm": the part of day has an end of its own.
  // "from Friday 4pm to 9": both ends were read already.
  if (isFrom && clock && !clock.part && clock.from !== null && clock.to !== null && clock.from !== clock.to)
    return inner
  const goesOn = isFrom ? afterOnwards(reading, inner.next) : null
  if (goesOn !== null && !clock) {
    const open = { ...openDays(reading, days, relation.value), repeats: days.repeats }
    return { value: dayPiece(open), next: goesOn }
  }
  if (goesOn !== null && clock && isNow(inner.value, reading))
    return {
      value: { days: manyDays(days.from, null), clock: makeClock(clock.from, null), isContinuous: true },
      next: goesOn,
    }
  if (isFrom && (!reading.conventions.isFromOpen || (clock?.part && clock.from !== clock.to))) return null
  if (clock) {
    const edge = isAfter ? clock.from : (clock.to ?? clock.from)
    if (edge === null || days.from === null || (clock.from === null) !== (clock.to === null)) return null
    const sides = isAfter ? makeClock(edge, null, keep(clock)) : makeClock(null, clock.from, keep(clock))
    const open = isAfter ? manyDays(days.from, null) : manyDays(null, days.to)
    return { value: { days: open, clock: sides, isContinuous: true }, next: inner.next }
  }
  if (isFrom && days.grain !== 'day') return null
  // "Before the end of May" leaves the whole year.
  const isToEnd =
    !isAfter &&
    days.isConvention &&
    endWords.has(wordAt(reading, relation.next + (wordAt(reading, relation.next) === 'the' ? 1 : 0)))
  if (isToEnd) return { value: dayPiece({ ...manyDays(null, days.to), isConvention: true }), next: inner.next }
  const open = wordAt(reading, at) === 'since' ? lookBack(reading, days) : days
  return { value: dayPiece(openDays(reading, open, relation.value)), next: inner.next }
}

/** "since Monday", "since March": the one that has been. */
function lookBack(reading: Reading, days: DaySpan): DaySpan {
  if (days.isConvention || days.from === null || days.to === null || days.from <= reading.today || !days.repeats)
    return days
  const back = (day: number): number =>
    days.repeats === 'week' ? day - 7 : addMonths(day, days.repeats === 'month' ? -1 : -12)
  return { ...days, from: back(days.from), to: back(days.to - 1) + 1 }
}

/** "after 5 days": open from then on. */
function readAfterLength(reading: Reading, at: number, next: number): Found<Piece> {
  const duration = wordAt(reading, at) === 'after' ? readDuration(reading, next) : null
  return duration && { value: sideOfNow(reading, duration.value, 1, true), next: duration.next }
}

function keep(clock: ClockSpan): Partial<ClockSpan> {
  return { hasMeridiem: clock.hasMeridiem, zone: clock.zone, isConvention: clock.isConvention }
}

export function openDays(reading: Reading, days: DaySpan, relation: Relation): DaySpan {
  const { isConvention } = days
  const isPlainDay = days.grain === 'day' && !reading.conventions.areSidesWholeDays
  const isPlainSpan = relation.isLoose && !isConvention && !reading.conventions.areSidesWholeDays
  if (relation.side === 'before')
    return {
      ...manyDays(null, relation.isInclusive && !isPlainDay && !isPlainSpan ? days.to : days.from),
      isConvention,
    }
  const isFromStart = relation.isInclusive || isPlainDay
  return { ...manyDays(isFromStart ? days.from : days.to, null), isConvention }
}

const onwards: readonly (readonly string[])[] = [
  ['onwards'],
  ['onward'],
  ['and', 'onwards'],
  ['or', 'later'],
  ['at', 'the', 'earliest'],
  ['or', 'after'],
  ['and', 'after'],
  ['and', 'beyond'],
  ['and', 'later'],
]

/** "from Monday on", "from March onwards". */
function afterOnwards(reading: Reading, at: number): number | null {
  if (wordAt(reading, at) === 'on' && endsClause(reading, at + 1)) return at + 1
  return (
    matchWords(reading, at, ['onwards']) ?? matchWords(reading, at, ['onward']) ?? matchWords(reading, at, ['forward'])
  )
}

/** "Thursday onwards", "the 3rd or later". */
export function closeOpenEnd(reading: Reading, found: NonNullable<Found<Piece>>): Found<Piece> {
  const { days, clock } = found.value
  if (clock?.part && days?.grain === 'day') return fromPartOn(reading, found, days, clock)
  if (!days || clock || days.from === null || days.to === null) return found
  for (const words of onwards) {
    const next = matchWords(reading, found.next, words)
    // "and after 6 pm": another side begins.
    if (
      next !== null &&
      reading.tokens[next]?.kind !== 'number' &&
      !(words.at(-1) === 'after' && readClock(reading, next))
    )
      return { value: dayPiece({ ...manyDays(days.from, null), isConvention: days.isConvention }), next }
  }
  for (const words of backwards) {
    const next = matchWords(reading, found.next, words)
    if (next === null) continue
    const open = openDays(reading, days, { side: 'before', isInclusive: true, isLoose: false })
    return { value: dayPiece(open), next }
  }
  return found
}

/** "Friday morning onwards": from when that part of the day begins. */
function fromPartOn(reading: Reading, found: NonNullable<Found<Piece>>, days: DaySpan, clock: ClockSpan): Found<Piece> {
  const next = afterOnwards(reading, found.next) ?? matchWords(reading, found.next, ['or', 'later'])
  if (next === null || clock.from === null || days.from === null) return found
  const open = makeClock(clock.from, null, keep(clock))
  return { value: { days: manyDays(days.from, null), clock: open, isContinuous: true }, next }
}

const backwards: readonly (readonly string[])[] = [
  ['or', 'earlier'],
  ['and', 'earlier'],
  ['or', 'sooner'],
  ['or', 'before'],
  ['at', 'the', 'latest'],
  ['latest'],
]
