import { readDayNumber, readMonthDate, readMonthWord, readOfMonth } from './dates.ts'
import { addMonths, firstOfMonth, mondayOf, toCalendarDay, toDayNumber, weekdayOf } from './dayNumbers.ts'
import { readFigureDate } from './figureDates.ts'
import { shifts, smallCounts, tens, weekdays } from './lexicon.ts'
import { meetWeekday } from './nextDates.ts'
import { readOrdinal } from './numbers.ts'
import { type DaySpan, endsClause, type Found, matchWords, oneDay, type Reading, wordAt } from './reading.ts'
import { readYear } from './yearWords.ts'

/** The weekday at `at`, with the point of a short form: "Tue.". */
export function readWeekdayWord(reading: Reading, at: number): Found<number> {
  const weekday = weekdays.get(wordAt(reading, at))
  if (weekday === undefined) return null
  const isShort = wordAt(reading, at).length <= 5
  const next = isShort && wordAt(reading, at + 1) === '.' && reading.tokens[at + 1]?.isGlued ? at + 2 : at + 1
  return { value: weekday, next: next === at + 2 && !reading.tokens[next] ? at + 2 : next }
}

/** That weekday of this week (0), of the next (1), of the last (-1); weeks begin on Monday. */
export function weekdayOfWeek(reading: Reading, weekday: number, shift: number): number {
  return mondayOf(reading.today) + shift * 7 + weekday - 1
}

/** The next such weekday, today included. */
export function nextWeekday(reading: Reading, weekday: number): number {
  return reading.today + ((weekday - weekdayOf(reading.today) + 7) % 7)
}

/** "next week", "of this week", "the week after next": how many weeks away. */
export function readWeekShift(reading: Reading, at: number): Found<number> {
  let next = at
  if (wordAt(reading, next) === ',') next += 1
  if (['of', 'in'].includes(wordAt(reading, next))) next += 1
  const isThe = wordAt(reading, next) === 'the'
  if (isThe) next += 1
  const after = matchWords(reading, next, ['week', 'after', 'next'])
  if (after !== null) return { value: 2, next: after }
  const shift = shifts.get(wordAt(reading, next))
  if (shift === undefined || wordAt(reading, next + 1) !== 'week') return null
  return { value: shift, next: next + 2 }
}

/** A day named by its weekday: "Tuesday", "next Tuesday", "Tuesday next week", "Tuesday the 11th", "Tue 3 March", "Tuesday week". */
export function readWeekday(reading: Reading, at: number): Found<DaySpan> {
  return readWeekThenDay(reading, at) ?? readCountedWeekday(reading, at) ?? readShiftedWeekday(reading, at)
}

/** "next week Tuesday", "next week on Thursday". */
function readWeekThenDay(reading: Reading, at: number): Found<DaySpan> {
  const week = readWeekShift(reading, at)
  if (!week) return null
  let next = wordAt(reading, week.next) === ',' ? week.next + 1 : week.next
  if (wordAt(reading, next) === "'s") next += 1
  if (wordAt(reading, next) === 'on') next += 1
  const weekday = readWeekdayWord(reading, next)
  if (!weekday) return null
  return { value: oneDay(weekdayOfWeek(reading, weekday.value, week.value)), next: weekday.next }
}

function readShiftedWeekday(reading: Reading, at: number): Found<DaySpan> {
  const isThe = wordAt(reading, at) === 'the'
  let from = isThe ? at + 1 : at
  let shift = shifts.get(wordAt(reading, from))
  let word = wordAt(reading, from)
  if (shift !== undefined) from += 1
  if (shift === 0 && shifts.get(wordAt(reading, from)) === -1) {
    shift = -1
    from += 1
  } else if (shift === 0 && ['coming', 'upcoming'].includes(wordAt(reading, from))) {
    word = 'coming'
    from += 1
  }
  const weekday = readWeekdayWord(reading, from)
  if (!weekday) return null
  if (
    isThe &&
    shift === undefined &&
    wordAt(reading, weekday.next) !== 'after' &&
    wordAt(reading, weekday.next) !== 'before' &&
    wordAt(reading, weekday.next) !== 'of' &&
    !readDatePart(reading, weekday.value, weekday.next)
  )
    return { value: oneDay(nextWeekday(reading, weekday.value), 'week'), next: weekday.next }
  const whole = readDatePart(reading, weekday.value, weekday.next)
  if (whole) return whole
  const afterNext = shift === undefined ? matchAfterNext(reading, weekday.next) : null
  if (afterNext !== null) {
    const isSecond = reading.conventions.afterNext === 'second'
    const later = nextWeekday(reading, weekday.value)
    const second = later === reading.today ? later + 14 : later + 7
    return { value: oneDay(isSecond ? second : weekdayOfWeek(reading, weekday.value, 2)), next: afterNext }
  }
  const beforeLast = shift === undefined ? matchWords(reading, weekday.next, ['before', 'last']) : null
  if (beforeLast !== null) return { value: oneDay(weekdayOfWeek(reading, weekday.value, -2)), next: beforeLast }
  const week = shift === undefined || shift === 0 ? readWeekShift(reading, weekday.next) : null
  if (week) return { value: oneDay(weekdayOfWeek(reading, weekday.value, week.value)), next: week.next }
  if (
    shift === undefined &&
    ['week', 'fortnight'].includes(wordAt(reading, weekday.next)) &&
    reading.tokens[weekday.next]?.isGlued === false
  ) {
    const weeks = wordAt(reading, weekday.next) === 'week' ? 7 : 14
    return { value: oneDay(nextWeekday(reading, weekday.value) + weeks), next: weekday.next + 1 }
  }
  const gone = matchWords(reading, weekday.next, ['just', 'gone']) ?? matchWords(reading, weekday.next, ['gone'])
  if (gone !== null && shift === undefined)
    return { value: oneDay(nextWeekday(reading, weekday.value) - 7), next: gone }
  // "Monday next", "Friday last"
  const behind = shift === undefined ? wordAt(reading, weekday.next) : ''
  if ((behind === 'next' || behind === 'last') && endsClause(reading, weekday.next + 1))
    return { value: oneDay(weekdayOfWeek(reading, weekday.value, behind === 'next' ? 1 : -1)), next: weekday.next + 1 }
  return { value: shiftedDay(reading, weekday.value, shift, word), next: weekday.next }
}

function matchAfterNext(reading: Reading, at: number): number | null {
  return matchWords(reading, at, ['after', 'next']) ?? matchWords(reading, at, ['after', 'the', 'next'])
}

function shiftedDay(reading: Reading, weekday: number, shift: number | undefined, word: string): DaySpan {
  const next = nextWeekday(reading, weekday)
  if (shift === undefined) return oneDay(next, 'week')
  if (word === 'coming' || word === 'upcoming') return oneDay(next === reading.today ? next + 7 : next)
  // "this Monday" said on Wednesday is the one that is coming.
  if (shift === 0) return oneDay(next)
  return oneDay(weekdayOfWeek(reading, weekday, shift))
}

/** The date that goes with a weekday: "Tuesday, 3 March", "Tuesday the 11th", "Friday 23"; the date decides. */
function readDatePart(reading: Reading, weekday: number, at: number): Found<DaySpan> {
  const from = [',', '-', '('].includes(wordAt(reading, at)) ? at + 1 : at
  const isDashed = wordAt(reading, at) === '-'
  const start = wordAt(reading, from) === 'the' ? from + 1 : from
  const close = (found: Found<DaySpan>): Found<DaySpan> =>
    found && wordAt(reading, at) === '(' && wordAt(reading, found.next) === ')'
      ? { ...found, next: found.next + 1 }
      : found
  const date = isDashed ? null : readMonthDate(reading, start)
  if (date) return close(meetFigures(reading, weekday, start, date))
  if (isDashed) return null
  const token = reading.tokens[start]
  // "Monday first thing", "Tuesday second": no day of the month without its article.
  const isSmallWord = start === from && ['first', 'second', 'third'].includes(wordAt(reading, start))
  const ordinal = isSmallWord ? null : readOrdinal(reading, start)
  const isFigure = token?.kind === 'number' && !token.isOrdinal && token.word.length <= 2
  const day = ordinal?.value ?? (isFigure && isDayFigure(reading, start) ? token.value : null)
  const spoken = ordinal || isFigure || start === from ? null : readSpokenDay(reading, start)
  const value = day ?? spoken?.value ?? null
  if (value === null || value < 1 || value > 31) return null
  const next = ordinal?.next ?? spoken?.next ?? start + 1
  const inMonth = readOfMonth(reading, next, true)
  if (inMonth && ordinal) return readDayNumber(reading, start)
  const found = meetWeekday(reading, weekday, value)
  return found === null ? null : close({ value: oneDay(found), next })
}

/** "Fri 4/12": the order of day and month in which the date is that weekday. */
function meetFigures(
  reading: Reading,
  weekday: number,
  at: number,
  date: NonNullable<Found<DaySpan>>,
): NonNullable<Found<DaySpan>> {
  if (date.value.from === null || weekdayOf(date.value.from) === weekday || reading.tokens[at]?.kind !== 'number')
    return date
  const other = readFigureDate({ ...reading, isMonthFirst: !reading.isMonthFirst, memo: new Map() }, at)
  const isMet = other?.next === date.next && other.value.from !== null && weekdayOf(other.value.from) === weekday
  return isMet ? other : date
}

/** "Friday the fifteen". */
function readSpokenDay(reading: Reading, at: number): Found<number> {
  const word = wordAt(reading, at)
  const value = smallCounts.get(word) ?? tens.get(word)
  return value === undefined || value < 10 || value > 30 ? null : { value, next: at + 1 }
}

/** "Thursday 19 at 5": a day; "Friday 3-5", "Friday 8 GMT", "Friday 10:30", "Friday 4pm": an hour. Below 13 only figures with a word behind them that wants a day. */
function isDayFigure(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]
  const after = reading.tokens[at + 1]
  if (!token) return false
  if (token.value < 13) return after?.word === 'at' || after?.word === '@'
  if (token.value < 25 && after && ['gmt', 'utc', 'h', 'hrs', 'hours'].includes(after.word)) return false
  // "Friday 15.30" is half past three.
  if (
    after?.isGlued &&
    after.word === '.' &&
    reading.tokens[at + 2]?.isGlued &&
    reading.tokens[at + 2]?.kind === 'number'
  )
    return false
  return !(after?.isGlued && after.word !== ',' && after.word !== '.' && after.word !== '?' && after.word !== '!')
}

/** "first Thursday of April", "last Sunday in March 2014", "the second Tuesday of next month", "third Wednesday". */
function readCountedWeekday(reading: Reading, at: number): Found<DaySpan> {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const count = readCount(reading, start)
  if (!count) return null
  const isDay = ['day'].includes(wordAt(reading, count.next))
  const weekday = readWeekdayWord(reading, count.next)
  if (!weekday && !isDay) return null
  const next = weekday?.next ?? count.next + 1
  const month = readInMonth(reading, next)
  if (!month) {
    if (!weekday || count.value < 1 || (start !== at + 0 && count.value === 1)) return null
    if (wordAt(reading, start) === 'last' || isDay) return null
    const found = countWeekday(firstOfMonth(reading.today), weekday.value, count.value)
    return found === null ? null : { value: oneDay(found), next }
  }
  const found = weekday
    ? countWeekday(month.value, weekday.value, count.value)
    : count.value > 0
      ? month.value + count.value - 1
      : addMonths(month.value, 1) + count.value
  return found === null ? null : { value: oneDay(found), next: month.next }
}

/** 1, 2, ... or -1 for the last, -2 for the one before: "second", "last", "second last", "2nd to last", "penultimate". */
export function readCount(reading: Reading, at: number): Found<number> {
  if (wordAt(reading, at) === 'last' || wordAt(reading, at) === 'final') return { value: -1, next: at + 1 }
  if (wordAt(reading, at) === 'penultimate') return { value: -2, next: at + 1 }
  const nextTo = matchWords(reading, at, ['next', 'to', 'last'])
  if (nextTo !== null) return { value: -2, next: nextTo }
  const ordinal = readOrdinal(reading, at)
  if (!ordinal) return null
  const last =
    matchWords(reading, ordinal.next, ['last']) ??
    matchWords(reading, ordinal.next, ['to', 'last']) ??
    matchWords(reading, ordinal.next, ['-', 'to', '-', 'last']) ??
    matchWords(reading, ordinal.next, ['-', 'last'])
  return last === null ? ordinal : { value: -ordinal.value, next: last }
}

/** The n-th such weekday of the month that begins on `first`, or counted from its end. */
export function countWeekday(first: number, weekday: number, count: number): number | null {
  const end = addMonths(first, 1)
  const found =
    count > 0
      ? first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7
      : end - 1 - ((weekdayOf(end - 1) - weekday + 7) % 7) + (count + 1) * 7
  return found >= first && found < end ? found : null
}

/** "of July 2027", "in next month", "of the month", "of last year's May"; the first day of that month, the coming one when no year is said. */
export function readInMonth(reading: Reading, at: number): Found<number> {
  const hasOf = ['of', 'in', 'on', ','].includes(wordAt(reading, at))
  const from = hasOf ? at + 1 : at
  const start = wordAt(reading, from) === 'the' ? from + 1 : from
  const month = readMonthWord(reading, start)
  if (month) {
    const year = readYear(reading, month.next)
    if (year) return { value: toDayNumber(year.value, month.value, 1), next: year.next }
    const today = toCalendarDay(reading.today)
    const shift = month.value < today.month ? 1 : 0
    return { value: toDayNumber(today.year + shift, month.value, 1), next: month.next }
  }
  if (!hasOf) return null
  const newYear = matchWords(reading, start, ['new', 'year'])
  if (newYear !== null) {
    const today = toCalendarDay(reading.today)
    return { value: toDayNumber(today.month === 1 ? today.year : today.year + 1, 1, 1), next: newYear }
  }
  return readOfMonth(reading, at, false)
}
