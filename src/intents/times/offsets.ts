import { makeClock } from './clockSpans.ts'
import { addMonths, firstOfMonth, toCalendarDay, toDayNumber, weekdayOf } from './dayNumbers.ts'
import { type DurationRange, readDurationRange } from './durationRanges.ts'
import { type Duration, readDuration, readUnit } from './durations.ts'
import { relativeDays, shifts, weekdayPlurals } from './lexicon.ts'
import { readAmount, readOrdinal } from './numbers.ts'
import { dayPiece, type Piece } from './piece.ts'
import { type DaySpan, endsClause, type Found, manyDays, matchWords, oneDay, type Reading, wordAt } from './reading.ts'
import { nextWeekday, readWeekdayWord } from './weekdays.ts'

/** A reader of the day that an offset is counted from; given by the caller, because days and offsets hold each other. */
export type DayReader = (reading: Reading, at: number) => Found<DaySpan>

/** The moment or day that lies so far from now. */
function shiftNow(reading: Reading, duration: Duration, direction: 1 | -1): Piece {
  if (duration.seconds === 0) return dayPiece(oneDay(shiftDay(reading.today, duration, direction)))
  const second = reading.nowSecond + direction * duration.seconds
  const days = shiftDay(reading.today, duration, direction) + Math.floor(second / 86_400)
  const minute = (((second % 86_400) + 86_400) % 86_400) / 60
  return { days: oneDay(days), clock: makeClock(minute, minute), isContinuous: false }
}

/** What lies beyond ("after 2 hours", "more than a week ago") or within ("in less than 2 hours") so much time from now. */
export function sideOfNow(reading: Reading, duration: Duration, direction: 1 | -1, isBeyond: boolean): Piece {
  const { days, clock } = shiftNow(reading, duration, direction)
  const day = days?.from ?? reading.today
  const now = reading.nowSecond / 60
  if (!clock) {
    if (direction > 0) return dayPiece(isBeyond ? manyDays(day, null) : manyDays(reading.today, day + 1))
    return dayPiece(isBeyond ? manyDays(null, day) : manyDays(day, reading.today + 1))
  }
  const minute = clock.from ?? 0
  const isLater = direction > 0
  if (isBeyond)
    return {
      days: isLater ? manyDays(day, null) : manyDays(null, day + 1),
      clock: isLater ? makeClock(minute, null) : makeClock(null, minute),
      isContinuous: true,
    }
  const span = isLater ? manyDays(reading.today, day + 1) : manyDays(day, reading.today + 1)
  return { days: span, clock: isLater ? makeClock(now, minute) : makeClock(minute, now), isContinuous: true }
}

/** The day so far from another; days that are counted without weekends skip them. */
export function shiftDay(day: number, duration: Duration, direction: 1 | -1): number {
  let shifted = addMonths(day, direction * duration.months) + direction * duration.days
  for (let left = duration.businessDays; left > 0; ) {
    shifted += direction
    if (weekdayOf(shifted) <= 5) left -= 1
  }
  return shifted
}

/** "in two weeks", "3 days ago", "an hour hence", "two weeks from Monday", "4 Thursdays from now", "a week on Tuesday", "within 5 minutes". */
export function readOffset(reading: Reading, at: number, readDay: DayReader): Found<Piece> {
  return (
    readForFrom(reading, at, readDay) ??
    readFromFor(reading, at, readDay) ??
    readWithin(reading, at) ??
    readClockStretch(reading, at) ??
    readIn(reading, at) ??
    readWeekdaysAway(reading, at) ??
    readAway(reading, at, readDay) ??
    readDayAfter(reading, at, readDay)
  )
}

function readIn(reading: Reading, at: number): Found<Piece> {
  if (wordAt(reading, at) !== 'in') return null
  const from = ['about', 'around', 'approximately', 'roughly', 'another', 'exactly'].includes(wordAt(reading, at + 1))
    ? at + 2
    : at + 1
  const range = readDurationRange(reading, from)
  if (range) return { value: betweenOffsets(reading, range.value), next: range.next }
  const duration = readDuration(reading, from)
  if (!duration) return readInFigure(reading, at)
  // "in 2 weeks' time"
  const time =
    matchWords(reading, duration.next, ["'", 'time']) ??
    matchWords(reading, duration.next, ["'s", 'time']) ??
    matchWords(reading, duration.next, ['time']) ??
    duration.next
  const fromNow = matchWords(reading, time, ['from', 'now']) ?? matchWords(reading, time, ['from', 'today']) ?? time
  return { value: shiftNow(reading, duration.value, 1), next: fromNow }
}

/** "in 2 to 3 days", "in an hour or two": from the shorter to the longer end. */
function betweenOffsets(reading: Reading, { shortest, longest }: DurationRange): Piece {
  const [from, to] = [shiftNow(reading, shortest, 1), shiftNow(reading, longest, 1)]
  const days = manyDays(from.days?.from ?? reading.today, to.days?.to ?? reading.today + 1)
  if (!from.clock || !to.clock) return dayPiece(days)
  return { days, clock: makeClock(from.clock.from, to.clock.from), isContinuous: true }
}

/** "in 15" at the end: minutes. */
function readInFigure(reading: Reading, at: number): Found<Piece> {
  const token = reading.tokens[at + 1]
  if (token?.kind !== 'number' || token.isOrdinal || token.value < 1 || token.value > 90) return null
  const isWhole = at === 0 && !reading.tokens[at + 2]
  if (!isWhole && !(endsClause(reading, at + 2) && token.value % 5 === 0)) return null
  const minute = reading.nowSecond / 60 + token.value
  return { value: { days: oneDay(reading.today), clock: makeClock(minute, minute), isContinuous: false }, next: at + 2 }
}

const within: readonly (readonly string[])[] = [
  ['within', 'the', 'next'],
  ['within', 'the', 'coming'],
  ['within', 'the', 'upcoming'],
  ['within', 'next'],
  ['within', 'the', 'following'],
  ['within'],
  ['inside', 'of'],
  ['inside'],
  ['over', 'the', 'next'],
  ['for', 'the', 'next'],
]

/** From now until then: "within 5 minutes", "within the next 10 months", "in the next 2 hours". */
function readWithin(reading: Reading, at: number): Found<Piece> {
  for (const words of within) {
    const from = matchWords(reading, at, words)
    const duration = from === null ? null : readDuration(reading, from)
    if (!duration) continue
    const isClock = duration.value.seconds > 0
    if (words[0] !== 'within' && words[0] !== 'inside' && !(isClock && duration.value.unit === 'minute')) continue
    return { value: fromNow(reading, duration.value), next: duration.next }
  }
  return null
}

/** All from now until so much later. */
function fromNow(reading: Reading, duration: Duration): Piece {
  const end = shiftNow(reading, duration, 1)
  const last = end.days?.from ?? reading.today
  if (!end.clock)
    return { days: manyDays(reading.today, last), clock: makeClock(reading.nowSecond / 60, 1440), isContinuous: true }
  const days = manyDays(reading.today, last + 1)
  return { days, clock: makeClock(reading.nowSecond / 60, end.clock.from), isContinuous: true }
}

/**
 * "the next three hours", "last 20 minutes", "the coming 5 minutes", "the last hour": "next" and "last" count whole units, as they do for weeks
 * and months, so "the next three hours" begins at the full hour; "coming" counts from now.
 */
function readClockStretch(reading: Reading, at: number): Found<Piece> {
  let from = wordAt(reading, at) === 'in' ? at + 1 : at
  if (wordAt(reading, from) === 'the') from += 1
  let word = wordAt(reading, from)
  let shift = shifts.get(word)
  let amount = shift === undefined ? null : readAmount(reading, from + 1)
  let next = amount?.next ?? from + 1
  if (shift === undefined) {
    amount = readAmount(reading, from)
    word = amount ? wordAt(reading, amount.next) : ''
    shift = shifts.get(word)
    next = (amount?.next ?? at) + 1
    if (shift === undefined || !amount) return null
    // "13 last minute": the plural is missing.
    if (amount.value > 1 && !wordAt(reading, next).endsWith('s') && word !== 'upcoming' && word !== 'coming')
      return null
  }
  const unit = readUnit(reading, next, false)
  if (shift === 0 && unit && !amount && (unit.value === 'hour' || unit.value === 'minute')) {
    const seconds = unit.value === 'hour' ? 3600 : 60
    const start = Math.floor(reading.nowSecond / seconds) * seconds
    return { value: secondsPiece(reading, start, start + seconds), next: unit.next }
  }
  if (!shift || !unit || !['hour', 'minute', 'second'].includes(unit.value)) return null
  // "at the last minute" and "last minute" are no times.
  if (!amount && unit.value === 'minute' && shift < 0 && wordAt(reading, at - 1) === 'at') return null
  if (!amount && unit.value !== 'hour' && reading.tokens[unit.next] && wordAt(reading, unit.next) !== '.') return null
  const seconds = unit.value === 'hour' ? 3600 : unit.value === 'minute' ? 60 : 1
  const isWhole = amount !== null && (word === 'next' || word === 'last')
  const base = isWhole
    ? Math.floor(reading.nowSecond / seconds) * seconds + (shift > 0 ? seconds : 0)
    : reading.nowSecond
  const length = (amount?.value ?? 1) * seconds
  const [start, end] = shift > 0 ? [base, base + length] : [base - length, base]
  return { value: secondsPiece(reading, start, end), next: unit.next }
}

/** A stretch in seconds after this midnight, which may lie on other days. */
function secondsPiece(reading: Reading, start: number, end: number): Piece {
  const shift = Math.floor(start / 86_400)
  const lastShift = Math.max(shift, Math.ceil(end / 86_400) - 1)
  const days = manyDays(reading.today + shift, reading.today + lastShift + 1)
  const clock = makeClock((start - shift * 86_400) / 60, (end - lastShift * 86_400) / 60)
  return { days: shift === lastShift ? oneDay(reading.today + shift) : days, clock, isContinuous: true }
}

/** "4 Thursdays from now", "two Sundays ago". */
function readWeekdaysAway(reading: Reading, at: number): Found<Piece> {
  const amount = readAmount(reading, at)
  if (!amount || !Number.isInteger(amount.value) || amount.value < 1) return null
  const weekday = weekdayPlurals.get(wordAt(reading, amount.next)) ?? readWeekdayWord(reading, amount.next)?.value
  if (weekday === undefined) return null
  const next = matchWords(reading, amount.next + 1, ['from', 'now']) ?? matchWords(reading, amount.next + 1, ['later'])
  const first = nextWeekday(reading, weekday)
  const following = first === reading.today ? first + 7 : first
  if (next !== null) return { value: dayPiece(oneDay(following + (amount.value - 1) * 7)), next }
  const ago = matchWords(reading, amount.next + 1, ['ago']) ?? matchWords(reading, amount.next + 1, ['back'])
  return ago === null ? null : { value: dayPiece(oneDay(following - amount.value * 7)), next: ago }
}

const awayWords: readonly (readonly [readonly string[], 1 | -1])[] = [
  [['from', 'now'], 1],
  [['from', 'today'], 1],
  [['hence'], 1],
  [['later'], 1],
  [['from', 'this', 'moment'], 1],
  [['out'], 1],
  [['ago'], -1],
  [['before', 'now'], -1],
  [['earlier'], -1],
  [['back'], -1],
]

/** "six weeks from now", "3 days ago", "a week from Tuesday", "four days before yesterday". */
function readAway(reading: Reading, at: number, readDay: DayReader): Found<Piece> {
  const duration = readDuration(reading, at)
  if (!duration) return null
  for (const [words, direction] of awayWords) {
    const next = matchWords(reading, duration.next, words)
    if (next === null) continue
    if ((words[0] === 'out' || words[0] === 'back') && !endsClause(reading, next)) continue
    if (words[0] === 'later' && readsOn(reading, next)) continue
    if (words[0] === 'earlier' && wordAt(reading, next) === 'than') continue
    return { value: shiftNow(reading, duration.value, direction), next }
  }
  const word = wordAt(reading, duration.next)
  // British "a week tomorrow", "two weeks today".
  const relative = relativeDays.get(word)
  const isOffset = duration.value.seconds === 0 && duration.value.unit !== 'day' && wordAt(reading, at - 1) !== 'for'
  if (relative !== undefined && relative >= 0 && isOffset)
    return {
      value: dayPiece(oneDay(shiftDay(reading.today + relative, duration.value, 1))),
      next: duration.next + 1,
    }
  // British "two weeks Tuesday": so long after the coming one.
  const weekday =
    isOffset && duration.value.days % 7 === 0 && duration.value.days > 0
      ? readWeekdayWord(reading, duration.next)
      : null
  if (weekday && (endsClause(reading, weekday.next) || wordAt(reading, weekday.next) === 'at'))
    return { value: dayPiece(oneDay(nextWeekday(reading, weekday.value) + duration.value.days)), next: weekday.next }
  const future = matchWords(reading, duration.next, ['in', 'the', 'future'])
  const past = matchWords(reading, duration.next, ['in', 'the', 'past'])
  if (past !== null) return { value: shiftNow(reading, duration.value, -1), next: past }
  if (future !== null) return { value: fromNow(reading, duration.value), next: future }
  if (['starting', 'beginning', 'commencing'].includes(word)) return readStarting(reading, duration, readDay)
  const direction = ['from', 'after', 'following', 'on', 'past'].includes(word)
    ? 1
    : word === 'before' || word === 'prior' || matchWords(reading, duration.next, ['earlier', 'than'])
      ? -1
      : null
  if (direction === null) return null
  // "a week on Tuesday" counts on; "two hours on Tuesday" is a length and a day.
  if (word === 'on' && duration.value.days !== 7 && duration.value.days !== 14) return null
  if (duration.value.seconds > 0) return null
  const from = word === 'prior' || word === 'earlier' ? duration.next + 2 : duration.next + 1
  const day = readDay(reading, from)
  if (!day || day.value.from === null) return null
  if (word === 'on' && day.value.grain !== 'day') return null
  return { value: dayPiece(oneDay(shiftDay(day.value.from, duration.value, direction))), next: day.next }
}

/** "for two weeks from Monday". */
function readForFrom(reading: Reading, at: number, readDay: DayReader): Found<Piece> {
  const duration = wordAt(reading, at) === 'for' ? readDuration(reading, at + 1) : null
  if (!duration || !['from', 'after', 'starting', 'beginning'].includes(wordAt(reading, duration.next))) return null
  return readStarting(reading, duration, readDay)
}

/** "from Monday for three days", "starting tomorrow for a week". */
function readFromFor(reading: Reading, at: number, readDay: DayReader): Found<Piece> {
  if (!['from', 'starting', 'beginning', 'commencing'].includes(wordAt(reading, at))) return null
  const start = ['from', 'on'].includes(wordAt(reading, at + 1)) ? at + 2 : at + 1
  const day = readDay(reading, start)
  if (day?.value.grain !== 'day' || day.value.from === null || wordAt(reading, day.next) !== 'for') return null
  const length = readDuration(reading, day.next + 1)
  if (!length || length.value.seconds > 0) return null
  return { value: dayPiece(manyDays(day.value.from, shiftDay(day.value.from, length.value, 1))), next: length.next }
}

/** "five days starting on the 9th": so many days from that one. */
function readStarting(reading: Reading, duration: NonNullable<Found<Duration>>, readDay: DayReader): Found<Piece> {
  if (duration.value.seconds > 0) return null
  let from = duration.next + 1
  if (['from', 'on', 'with'].includes(wordAt(reading, from))) from += 1
  const day = readDay(reading, from)
  if (day?.value.grain !== 'day' || day.value.from === null) return null
  return { value: dayPiece(manyDays(day.value.from, shiftDay(day.value.from, duration.value, 1))), next: day.next }
}

/** "20 minutes later this month": the length and "later this week". */
function readsOn(reading: Reading, at: number): boolean {
  return ['this', 'in', 'today', 'tomorrow', 'next', 'on', 'than', 'tonight'].includes(wordAt(reading, at))
}

/** "the day after tomorrow", "the day before the 3rd", "the week after that Monday": one unit away. */
function readDayAfter(reading: Reading, at: number, readDay: DayReader): Found<Piece> {
  const article = wordAt(reading, at) === 'the' ? at + 1 : at
  const count = readOrdinal(reading, article)
  const start = count?.next ?? article
  const unit = wordAt(reading, start)
  if (unit !== 'day' && unit !== 'week' && unit !== 'month' && unit !== 'year') return null
  if (count && unit !== 'day') return null
  const relation = wordAt(reading, start + 1)
  if (relation !== 'after' && relation !== 'before' && relation !== 'following') return null
  const direction = (relation === 'before' ? -1 : 1) * (count?.value ?? 1)
  const next = start + 2
  const relative = relativeDays.get(wordAt(reading, next))
  if (relative !== undefined && unit === 'day')
    return { value: dayPiece(oneDay(reading.today + relative + direction)), next: next + 1 }
  if (unit === 'day' && ['next', 'that'].includes(wordAt(reading, next)) && !readDay(reading, next)) return null
  const day = readDay(reading, next)
  if (!day || day.value.from === null || day.value.to === null) return null
  const edge = direction > 0 ? day.value.to - 1 : day.value.from
  if (unit === 'month' || unit === 'year') {
    const length = unit === 'month' ? 1 : 12
    const first =
      unit === 'month' ? firstOfMonth(edge, direction) : toDayNumber(toCalendarDay(edge).year + direction, 1, 1)
    return { value: dayPiece(manyDays(first, addMonths(first, length), unit)), next: day.next }
  }
  if (unit === 'day' && day.value.grain !== 'day') return { value: dayPiece(oneDay(edge + direction)), next: day.next }
  if (unit === 'day') return { value: dayPiece(oneDay(day.value.from + direction)), next: day.next }
  const monday = edge - weekdayOf(edge) + 1 + direction * 7
  return { value: dayPiece(manyDays(monday, monday + 7, 'week')), next: day.next }
}
