import {
  addMonths,
  countDaysOfMonth,
  findDay,
  firstOfMonth,
  toCalendarDay,
  toDayNumber,
  weekdayOf,
} from './dayNumbers.ts'
import { months, shifts, smallCounts, weekdays } from './lexicon.ts'
import { readNumber, readOrdinal } from './numbers.ts'
import { type DaySpan, endsClause, type Found, oneDay, type Reading, wordAt } from './reading.ts'

/** A month and, when it was said, its year: 4 figures, "'26", "two thousand and thirty". */
export function readYear(reading: Reading, at: number): Found<number> {
  const from = wordAt(reading, at) === ',' ? at + 1 : at
  const start = wordAt(reading, from) === 'of' ? from + 1 : from
  const token = reading.tokens[start]
  if (!token) return null
  if (token.kind === 'number') {
    if (token.isOrdinal || token.word.length !== 4 || token.value < 1900 || token.value > 2199) return null
    return isInsideFigures(reading, start) ? null : { value: token.value, next: start + 1 }
  }
  if (token.word === "'") {
    const short = reading.tokens[start + 1]
    return short?.kind === 'number' && short.isGlued && short.word.length === 2
      ? { value: 2000 + short.value, next: start + 2 }
      : null
  }
  return readSpokenYear(reading, start)
}

/** A 4-figure number that goes on as a clock time, a date or an amount: "2030:15", "2016-11". */
function isInsideFigures(reading: Reading, at: number): boolean {
  const after = reading.tokens[at + 1]
  if (!after?.isGlued) return false
  if (after.kind === 'word' && ['h', 'q', 'w'].includes(after.word) && reading.tokens[at + 2]?.isGlued)
    return false
  if (after.kind === 'word') return after.word !== "'s"
  return [':', '/', '%'].includes(after.word) && reading.tokens[at + 2]?.isGlued === true
}

function readSpokenYear(reading: Reading, at: number): Found<number> {
  const century = smallCounts.get(wordAt(reading, at)) ?? (wordAt(reading, at) === 'twenty' ? 20 : undefined)
  if (century === 20 || century === 19) {
    const rest = readNumber(reading, at + 1)
    if (rest && reading.tokens[at + 1]?.kind === 'word' && rest.value >= 10 && rest.value < 100)
      return { value: century * 100 + rest.value, next: rest.next }
  }
  if (wordAt(reading, at + 1) !== 'thousand') return null
  const year = readNumber(reading, at)
  return year && year.value >= 1900 && year.value < 2200 ? year : null
}

/** "of this year", "next year": the year meant. */
export function readOfYear(reading: Reading, at: number): Found<number> {
  let from = [',', 'of', 'in'].includes(wordAt(reading, at)) ? at + 1 : at
  const isThe = wordAt(reading, from) === 'the'
  if (isThe) from += 1
  const shift = shifts.get(wordAt(reading, from))
  const { year } = toCalendarDay(reading.today)
  if (shift === undefined)
    return isThe && from > at + 1 && wordAt(reading, from) === 'year' ? { value: year, next: from + 1 } : null
  if (wordAt(reading, from + 1) !== 'year') return null
  return { value: year + shift, next: from + 2 }
}

/** The month at `at`, with a point behind a short form: "Oct.". */
export function readMonthWord(reading: Reading, at: number): Found<number> {
  const month = months.get(wordAt(reading, at))
  if (month === undefined) return null
  return { value: month, next: wordAt(reading, at + 1) === '.' && reading.tokens[at + 1]?.isGlued ? at + 2 : at + 1 }
}

/** The day of a month that is next, today included; 29 February may be years away. */
export function nextDateOf(reading: Reading, month: number, day: number): number | null {
  const { year } = toCalendarDay(reading.today)
  for (let later = 0; later <= 8; later += 1) {
    const found = findDay(year + later, month, day)
    if (found !== null && found >= reading.today) return found
    if (later >= 1 && month !== 2) return found
  }
  return null
}

function dated(reading: Reading, year: number | null, month: number, day: number, next: number): Found<DaySpan> {
  const found = year === null ? nextDateOf(reading, month, day) : findDay(year, month, day)
  return found === null ? null : { value: oneDay(found, year === null ? 'year' : null), next }
}

/** A date with figures or a month: "2/3", "2026-03-02", "March 2nd, 2026", "2 Mar", "the fourth of April". */
export function readMonthDate(reading: Reading, at: number): Found<DaySpan> {
  return (
    readFigureDate(reading, at) ??
    readYearMonthDay(reading, at) ??
    readMonthFirst(reading, at) ??
    readDayFirst(reading, at) ??
    readShiftedDate(reading, at)
  )
}

/** "last April 4th", "this coming June 3": the one before or after today. */
function readShiftedDate(reading: Reading, at: number): Found<DaySpan> {
  const shift = shifts.get(wordAt(reading, at))
  if (shift === undefined) return null
  const isLonger = shift === 0 && shifts.get(wordAt(reading, at + 1)) === 1
  const date = readMonthFirst(reading, isLonger ? at + 2 : at + 1)
  if (!date || date.value.repeats !== 'year' || date.value.from === null) return null
  if (shift !== -1) return { value: oneDay(date.value.from), next: date.next }
  const { year, month, day } = toCalendarDay(date.value.from)
  const before = findDay(year - 1, month, day)
  return before === null ? null : { value: oneDay(before), next: date.next }
}

/** "March 2nd, 2026", "Mar. 2", "October2", "Jan first", "Nov/2", "February the 15th". */
function readMonthFirst(reading: Reading, at: number): Found<DaySpan> {
  const month = readMonthWord(reading, at)
  if (!month) return null
  let from = month.next
  if (['/', '-'].includes(wordAt(reading, from)) && reading.tokens[from + 1]?.isGlued) from += 1
  if (wordAt(reading, from) === 'the') from += 1
  const day = readDayOfMonth(reading, from)
  if (!day || reading.tokens[from]?.word === 'one' || isHour(reading, from, day.next)) return null
  const slashed = wordAt(reading, day.next) === '/' || (from > month.next && wordAt(reading, day.next) === '-')
  const year =
    readYear(reading, slashed ? day.next + 1 : day.next) ??
    readOfYear(reading, day.next) ??
    (wordAt(reading, day.next) === ',' && isLoneYear(reading, day.next + 1)
      ? { value: 2000 + (reading.tokens[day.next + 1]?.value ?? 0), next: day.next + 2 }
      : null)
  return dated(reading, year?.value ?? null, month.value, day.value, year?.next ?? day.next)
}

/** "May 3pm", "June 10:30": the figures are a clock time. */
function isHour(reading: Reading, at: number, next: number): boolean {
  if (reading.tokens[at]?.isOrdinal) return false
  const after = reading.tokens[next]
  if (!after) return false
  if (['am', 'pm'].includes(after.word)) return after.isGlued
  if (["o'clock", 'oclock', '%'].includes(after.word)) return true
  return (
    after.word === ':' &&
    after.isGlued &&
    reading.tokens[next + 1]?.kind === 'number' &&
    reading.tokens[next + 1]?.isGlued === true
  )
}

/** 1 to 31 in figures or words, ordinal or not. */
function readDayOfMonth(reading: Reading, at: number): Found<number> {
  const ordinal = readOrdinal(reading, at)
  const token = reading.tokens[at]
  const day = ordinal ?? (token && token.word.length > 2 && token.kind === 'number' ? null : readNumber(reading, at))
  return day && day.value >= 1 && day.value <= 31 ? day : null
}

/** "2 Mar 2026", "the fourth of April", "16. Nov.", "23-2020-September", "the 9th day of April". */
function readDayFirst(reading: Reading, at: number): Found<DaySpan> {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const day = readDayOfMonth(reading, start)
  if (!day) return null
  const isOrdinal = readOrdinal(reading, start) !== null
  if (!isOrdinal && reading.tokens[start]?.kind === 'word' && start === at && wordAt(reading, at) === 'one') return null
  let next = day.next
  if (isOrdinal && wordAt(reading, next) === 'day') next += 1
  if (['.', ',', '-', '/'].includes(wordAt(reading, next))) next += 1
  if (wordAt(reading, next) === 'of' && wordAt(reading, next + 1) === '-') next += 2
  const early = wordAt(reading, next - 1) === '-' ? readYearInside(reading, next) : null
  if (early) next = early.next
  if (wordAt(reading, next) === 'of') next += 1
  const month = readMonthWord(reading, next)
  if (!month) return null
  const joined = ['-', '/'].includes(wordAt(reading, month.next)) && reading.tokens[month.next]?.isGlued
  const year = early ?? readShortYear(reading, joined ? month.next + 1 : month.next, joined === true)
  const end = early ? month.next : (year?.next ?? month.next)
  return dated(reading, year?.value ?? null, month.value, day.value, end)
}

function readYearInside(reading: Reading, at: number): Found<number> {
  const token = reading.tokens[at]
  return token?.word.length === 4 && token.value >= 1900 && token.value < 2200 && wordAt(reading, at + 1) === '-'
    ? { value: token.value, next: at + 2 }
    : null
}

/** The year, also with two figures when it is joined: "2-Mar-26". */
function readShortYear(reading: Reading, at: number, isJoined: boolean): Found<number> {
  const year = readYear(reading, at) ?? (isJoined ? null : readOfYear(reading, at))
  if (year) return year
  const token = reading.tokens[at]
  if (!isJoined && !isLoneYear(reading, at)) return null
  return token?.kind === 'number' && token.word.length === 2 ? { value: 2000 + token.value, next: at + 1 } : null
}

/** "1 Dec 27": two figures that end a text or a clause. */
function isLoneYear(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]
  if (token?.kind !== 'number' || token.isOrdinal || token.isGlued) return false
  if (token.word.length !== 2 || (token.value < 14 && !token.word.startsWith('0')) || token.value > 45) return false
  return endsClause(reading, at + 1) && wordAt(reading, at + 1) !== ':'
}

const dateMarks = new Set(['-', '/', '.', '\\'])

/** "2026-03-02", "2/3/26", "2.3.", "2/3", "2026/mar/02", "2027 04 09"; the order of day and month follows the locale. */
function readFigureDate(reading: Reading, at: number): Found<DaySpan> {
  const [first, mark, second] = [reading.tokens[at], reading.tokens[at + 1], reading.tokens[at + 2]]
  if (first?.kind !== 'number' || first.isOrdinal) return null
  if (first.word.length === 8) {
    const [year, month, day] = [first.word.slice(0, 4), first.word.slice(4, 6), first.word.slice(6)]
    return dated(reading, Number(year), Number(month), Number(day), at + 1)
  }
  if (first.word.length > 4) return null
  const spaced = readSpacedDate(reading, at) ?? readSpacedMarks(reading, at)
  if (spaced) return spaced
  if (!mark || !dateMarks.has(mark.word) || !mark.isGlued || !second?.isGlued) return null
  const month = second.kind === 'word' ? months.get(second.word) : undefined
  if (second.kind !== 'number' && month === undefined) return null
  const [mark2, third] = [reading.tokens[at + 3], reading.tokens[at + 4]]
  const isWhole = mark2?.word === mark.word && mark2.isGlued && third?.kind === 'number' && third.isGlued
  if (isWhole && !third.isOrdinal && [1, 2, 4].includes(third.word.length))
    return readThreeParts(reading, [first.word, month ?? second.word, third.word], at + 5)
  if (month !== undefined || second.isOrdinal) return null
  return readTwoParts(reading, first.word, mark.word, second.word, at)
}

function readSpacedDate(reading: Reading, at: number): Found<DaySpan> {
  const [year, month, day] = [reading.tokens[at], reading.tokens[at + 1], reading.tokens[at + 2]]
  if (year?.word.length !== 4 || month?.kind !== 'number' || day?.kind !== 'number') return null
  if (month.word.length > 2 || day.word.length > 2 || day.isOrdinal || month.isOrdinal) return null
  return year.value >= 1900 && year.value < 2200 ? dated(reading, year.value, month.value, day.value, at + 3) : null
}

/** "11 / 5 / 2026", "5. 11. 2026", "11 - 5 - 2026": marks with spaces about them; only with a year. */
function readSpacedMarks(reading: Reading, at: number): Found<DaySpan> {
  const [first, mark, second] = [reading.tokens[at], reading.tokens[at + 1], reading.tokens[at + 2]]
  const [mark2, third] = [reading.tokens[at + 3], reading.tokens[at + 4]]
  if (!mark || !dateMarks.has(mark.word) || mark2?.word !== mark.word || !first) return null
  if (second?.kind !== 'number' || third?.kind !== 'number' || (second.isGlued && third.isGlued)) return null
  const isYearFirst = first.word.length === 4
  const year = isYearFirst ? first : third
  const rest = isYearFirst ? third : first
  if (year.word.length !== 4 || rest.word.length > 2 || second.word.length > 2) return null
  return readThreeParts(reading, [first.word, second.word, third.word], at + 5)
}

/** "2026 Nov 5", "2026, Nov 5th". */
function readYearMonthDay(reading: Reading, at: number): Found<DaySpan> {
  const token = reading.tokens[at]
  const year = token?.kind === 'number' && token.word.length === 4 ? readYear(reading, at) : null
  if (!year) return null
  const date = readMonthFirst(reading, wordAt(reading, year.next) === ',' ? year.next + 1 : year.next)
  if (!date || date.value.repeats !== 'year' || date.value.from === null) return null
  const { month, day } = toCalendarDay(date.value.from)
  const found = findDay(year.value, month, day)
  return found === null ? null : { value: oneDay(found), next: date.next }
}

function readThreeParts(
  reading: Reading,
  [first, second, third]: readonly [string, string | number, string],
  next: number,
): Found<DaySpan> {
  const isYearFirst = first.length === 4
  if (isYearFirst ? third.length === 4 : third.length === 1) return null
  const year = isYearFirst ? Number(first) : third.length === 2 ? 2000 + Number(third) : Number(third)
  if (typeof second === 'number') return dated(reading, year, second, Number(isYearFirst ? third : first), next)
  if (isYearFirst) return dated(reading, year, Number(second), Number(third), next)
  const [month, day] = orderParts(reading, Number(first), Number(second))
  return dated(reading, year, month, day, next)
}

/** Month and day in the order of the locale, or in the only order that exists. */
function orderParts(reading: Reading, first: number, second: number): [number, number] {
  const [month, day] = reading.isMonthFirst ? [first, second] : [second, first]
  return month > 12 && day <= 12 ? [day, month] : [month, day]
}

function readTwoParts(reading: Reading, first: string, mark: string, second: string, at: number): Found<DaySpan> {
  if (mark === '/' && isShare(reading, first, second, at)) return null
  // "24/7" is always.
  if (first.length > 2 || second.length > 2 || (first === '24' && mark === '/' && second === '7')) return null
  const isClosed = mark === '.' && wordAt(reading, at + 3) === '.' && reading.tokens[at + 3]?.isGlued === true
  const next = isClosed && at + 4 < reading.tokens.length ? at + 4 : at + 3
  const after = reading.tokens[next]
  const isMinutes =
    after?.word === ':' && reading.tokens[next + 1]?.isGlued && reading.tokens[next + 1]?.kind === 'number'
  if (
    after?.isGlued &&
    (after.kind === 'word' || after.kind === 'number' || ['/', '%'].includes(after.word) || isMinutes)
  )
    return null
  if (mark === '.' && !isClosed && after?.isGlued && after.word === '-') return null
  // "4.22" and "10-12" are dates only where one is expected; "0.8" and "4-6" never.
  const previous = wordAt(reading, at - 1)
  if (mark !== '/' && !isClosed && !['on', 'in'].includes(previous) && !weekdays.has(previous)) return null
  if (mark === '-' && previous !== 'on') return null
  // "Wednesday 9.30" is a clock time; only figures in the order of the locale are a date.
  if (mark === '.' && !isClosed && Number(reading.isMonthFirst ? first : second) > 12) return null
  const [month, day] = orderParts(reading, Number(first), Number(second))
  const year =
    mark === '/' && !after?.isGlued
      ? readYear(reading, next)
      : readYear(reading, wordAt(reading, next) === ',' ? next : -1)
  return dated(reading, year?.value ?? null, month, day, year?.next ?? next)
}

const sharedThings = new Set('of cup cups inch inches mile miles pint price tsp tbsp pound pounds share way full empty'.split(' '))

/** "1/2 of the panel", "3/4 cup", "a ratio of 1/2": a share. */
function isShare(reading: Reading, first: string, second: string, at: number): boolean {
  if (!['2', '3', '4', '5', '8'].includes(second) || Number(first) >= Number(second)) return false
  const isRatio = wordAt(reading, at - 1) === 'of' && ['ratio', 'odds', 'factor', 'share'].includes(wordAt(reading, at - 2))
  return isRatio || sharedThings.has(wordAt(reading, at + 3))
}

/** "the 15th", "9th of next month", "the 27", "on 15", "the ninth day of the month". */
export function readDayNumber(reading: Reading, at: number): Found<DaySpan> {
  let from = at
  const isOn = wordAt(reading, from) === 'on'
  if (isOn) from += 1
  const hasArticle = wordAt(reading, from) === 'the'
  if (hasArticle) from += 1
  const ordinal = readOrdinal(reading, from)
  const token = reading.tokens[from]
  const day = ordinal ?? (token?.kind === 'number' && token.word.length <= 2 ? readNumber(reading, from) : null)
  if (!day || day.value < 1 || day.value > 31) return null
  const inMonth = readOfMonth(reading, day.next, ordinal !== null)
  if (inMonth) {
    const { year, month } = toCalendarDay(inMonth.value)
    const found = findDay(year, month, day.value)
    return found === null ? null : { value: oneDay(found), next: inMonth.next }
  }
  const isWord = token?.kind === 'word'
  if (isWord && !hasArticle && !isOn) return null
  // "the second", "the first" are hardly ever days.
  if (isWord && day.value <= 3 && day.next === from + 1) return null
  if (!ordinal && !(isOn || hasArticle)) return null
  if (!isFreeNumber(reading, day.next, ordinal !== null)) return null
  const found = nextDayOfMonth(reading, day.value)
  return found === null ? null : { value: oneDay(found, 'month'), next: day.next }
}

const countedThings = new Set([
  'floor',
  'time',
  'round',
  'interview',
  'stage',
  'of',
  'quarter',
  'week',
  'half',
  'one',
  'candidate',
  'percent',
  '%',
  'call',
  'attempt',
  'person',
  'choice',
  'option',
  'slot',
  'party',
  'grade',
  'year',
  'place',
  'street',
  'avenue',
  'st',
  'ave',
  'edition',
  'century',
  'day',
  'month',
])

/** "the 3rd floor" counts; "the 15th" and "the 27!" are days. */
function isFreeNumber(reading: Reading, at: number, isOrdinal: boolean): boolean {
  const token = reading.tokens[at]
  if (!token || endsClause(reading, at)) return true
  if (token.isGlued && token.kind !== 'mark') return false
  if (countedThings.has(token.word)) return false
  // "12th/13th": two days.
  if (isOrdinal && token.word === '/' && reading.tokens[at + 1]?.isOrdinal) return true
  if (isOrdinal || token.kind === 'mark') return !(token.isGlued && ['/', '%', ':'].includes(token.word))
  return (
    weekdays.has(token.word) ||
    ['at', 'from', 'between', 'after', 'before', 'and', 'or', 'in', 'to', 'is', 'for', 'works', 'until'].includes(
      token.word,
    )
  )
}

/** "of this month", "of next month", "in the month", "of the current month": first day of that month. */
export function readOfMonth(reading: Reading, at: number, isOrdinal: boolean): Found<number> {
  let next = isOrdinal && wordAt(reading, at) === 'day' ? at + 1 : at
  const hasOf = ['of', 'in'].includes(wordAt(reading, next))
  if (hasOf) next += 1
  const hasThe = wordAt(reading, next) === 'the'
  if (hasThe) next += 1
  const shift = shifts.get(wordAt(reading, next))
  // "only 3 next month": how many.
  if (shift !== undefined && wordAt(reading, next + 1) === 'month' && (hasOf || isOrdinal))
    return { value: firstOfMonth(reading.today, shift), next: next + 2 }
  return hasOf && hasThe && wordAt(reading, next) === 'month'
    ? { value: firstOfMonth(reading.today), next: next + 1 }
    : null
}

/** The next day with that number, today included; months that are too short are left out. */
export function nextDayOfMonth(reading: Reading, day: number): number | null {
  for (let later = 0; later <= 2; later += 1) {
    const first = firstOfMonth(reading.today, later)
    const { year, month } = toCalendarDay(first)
    const found = first + day - 1
    if (day <= countDaysOfMonth(year, month) && found >= reading.today) return found
  }
  return null
}

/** The day with that number that is that weekday: in this month, else in the next month where they meet. */
export function meetWeekday(reading: Reading, weekday: number, day: number): number | null {
  for (let later = 0; later <= 24; later += 1) {
    const first = firstOfMonth(reading.today, later)
    const { year, month } = toCalendarDay(first)
    const found = toDayNumber(year, month, day)
    if (day <= countDaysOfMonth(year, month) && weekdayOf(found) === weekday) return found
  }
  return null
}

/** Several days of one month: "13-15 July", "April 7 through 9", "the 4th to the 23rd of next month", "7 and 8 April" stays two. */
export function readDaysOfMonth(reading: Reading, at: number): Found<DaySpan> {
  const start = ['from', 'between'].includes(wordAt(reading, at)) ? at + 1 : at
  const month = readMonthWord(reading, start)
  const inner =
    month && ['from', 'between'].includes(wordAt(reading, month.next)) ? month.next + 1 : (month?.next ?? start)
  const isBetween = wordAt(reading, at) === 'between' || wordAt(reading, inner - 1) === 'between'
  const first = readDayOfMonth(reading, skipThe(reading, inner))
  if (!first) return null
  const joint = wordAt(reading, first.next)
  const isJoint = ['-', 'to', 'through', 'thru', 'until', 'till'].includes(joint)
  if (!isJoint && !(joint === 'and' && isBetween)) return null
  const whole = month ? null : readMonthFirst(reading, first.next + 1)
  if (whole?.value.to && start > at) {
    const end = toCalendarDay(whole.value.to - 1)
    const from = findDay(end.year, end.month, first.value)
    return from !== null && from < whole.value.to
      ? { value: { ...whole.value, from, grain: 'span' }, next: whole.next }
      : null
  }
  const last = readDayOfMonth(reading, skipThe(reading, first.next + 1))
  if (!last || last.value < first.value) return null
  if (month) {
    if (isHour(reading, last.next - 1, last.next)) return null
    // "July 1st to the 13th of July": two dates.
    if (wordAt(reading, last.next) === 'of' && readMonthWord(reading, last.next + 1)) return null
    const year = readYear(reading, last.next)
    return spanOfMonth(reading, month.value, year, first.value, last.value, year?.next ?? last.next)
  }
  const inMonth = readOfMonth(reading, last.next, true)
  if (inMonth) {
    const named = toCalendarDay(inMonth.value)
    const year = { value: named.year, next: inMonth.next }
    return spanOfMonth(reading, named.month, year, first.value, last.value, inMonth.next)
  }
  const of = wordAt(reading, last.next) === 'of' ? last.next + 1 : last.next
  const late = readMonthWord(reading, of)
  if (!late) return null
  const isFigure = reading.tokens[start]?.kind === 'number'
  // "from 2 to 3 of May 9": a clock range on a day.
  if (of > last.next && isFigure && readMonthFirst(reading, of)) return null
  const year = readYear(reading, late.next)
  return spanOfMonth(reading, late.value, year, first.value, last.value, year?.next ?? late.next)
}

function skipThe(reading: Reading, at: number): number {
  return wordAt(reading, at) === 'the' ? at + 1 : at
}

function spanOfMonth(
  reading: Reading,
  month: number,
  year: Found<number>,
  first: number,
  last: number,
  next: number,
): Found<DaySpan> {
  let to = year ? findDay(year.value, month, last) : nextDateOf(reading, month, last)
  if (to === null) return null
  const from = to - (last - first)
  if (!year && from > reading.today + 366) to = addMonths(to, -12)
  return { value: { ...oneDay(from), to: to + 1, grain: 'span', repeats: year ? null : 'year' }, next }
}
