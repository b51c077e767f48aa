import { addMonths, findDay, firstOfMonth, toCalendarDay } from './dayNumbers.ts'
import { readFigureDate } from './figureDates.ts'
import { months, shifts, weekdays } from './lexicon.ts'
import { dated, nextDateOf, nextDayOfMonth } from './nextDates.ts'
import { readNumber, readOrdinal } from './numbers.ts'
import { type DaySpan, endsClause, type Found, oneDay, type Reading, wordAt } from './reading.ts'
import { readOfYear, readYear } from './yearWords.ts'

/** The month at `at`, with a point behind a short form: "Oct.". */
export function readMonthWord(reading: Reading, at: number): Found<number> {
  const month = months.get(wordAt(reading, at))
  if (month === undefined) return null
  return { value: month, next: wordAt(reading, at + 1) === '.' && reading.tokens[at + 1]?.isGlued ? at + 2 : at + 1 }
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
  if (date?.value.repeats !== 'year' || date.value.from === null) return null
  if (shift !== -1) return { value: oneDay(date.value.from), next: date.next }
  const { year, month, day } = toCalendarDay(date.value.from)
  const before = findDay(year - 1, month, day)
  return before === null ? null : { value: oneDay(before), next: date.next }
}

/** "June 18, 23 or 26": no year. */
const listGoesOn = new Set([',', 'or', 'and', '&'])

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
    (wordAt(reading, day.next) === ',' &&
    isLoneYear(reading, day.next + 1) &&
    !listGoesOn.has(wordAt(reading, day.next + 2))
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
  // "9. November", but "on the 9th. November is full" are two.
  const isStop = wordAt(reading, next) === '.' && reading.tokens[next - 1]?.isOrdinal === true
  // "the 5th - Dec 9th" is a range.
  const isDash = wordAt(reading, next) === '-' && reading.tokens[next]?.isGlued === false
  if (isDash && isOrdinal && reading.tokens[next + 2]?.kind === 'number') return null
  if (!isStop && ['.', ',', '-', '/'].includes(wordAt(reading, next))) next += 1
  if (wordAt(reading, next) === 'of' && wordAt(reading, next + 1) === '-') next += 2
  const early = wordAt(reading, next - 1) === '-' ? readYearInside(reading, next) : null
  if (early) next = early.next
  if (wordAt(reading, next) === 'of') next += 1
  const month = readMonthWord(reading, next)
  if (!month || (!isOrdinal && isDayOfOther(reading, start, month.next))) return null
  const joined = ['-', '/'].includes(wordAt(reading, month.next)) && reading.tokens[month.next]?.isGlued
  const year = early ?? readShortYear(reading, joined ? month.next + 1 : month.next, joined === true)
  const end = early ? month.next : (year?.next ?? month.next)
  return dated(reading, year?.value ?? null, month.value, day.value, end)
}

/** "at 3 Dec 5th": the figure at `at`, before the month, is an hour, because the day stands behind the month, at `next`. */
export function isDayOfOther(reading: Reading, at: number, next: number): boolean {
  const after = reading.tokens[next]
  if (after?.kind !== 'number' || reading.tokens[at]?.kind !== 'number') return false
  if (after.isOrdinal) return true
  const isHour = ['at', '@', 'about', 'around'].includes(wordAt(reading, at - 1))
  return isHour && after.value >= 1 && after.value <= 31 && endsClause(reading, next + 1)
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

/** "2026 Nov 5", "2026, Nov 5th". */
function readYearMonthDay(reading: Reading, at: number): Found<DaySpan> {
  const token = reading.tokens[at]
  const year = token?.kind === 'number' && token.word.length === 4 ? readYear(reading, at) : null
  if (!year) return null
  const date = readMonthFirst(reading, wordAt(reading, year.next) === ',' ? year.next + 1 : year.next)
  if (date?.value.repeats !== 'year' || date.value.from === null) return null
  const { month, day } = toCalendarDay(date.value.from)
  const found = findDay(year.value, month, day)
  return found === null ? null : { value: oneDay(found), next: date.next }
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
  // "twenty-third" alone is hardly ever anything else.
  if (isWord && !hasArticle && !isOn && !(ordinal && day.value > 20)) return null
  // "the second", "the first" are hardly ever days.
  if (isWord && day.value <= 3 && day.next === from + 1) return null
  if (!ordinal && !(isOn || hasArticle)) return null
  const isListed = beforeDayNumber.has(wordAt(reading, at - 1)) || isHourBehind(reading, day.next)
  if (!isFreeNumber(reading, day.next, ordinal !== null && (hasArticle || isOn || isListed))) return null
  const found = nextDayOfMonth(reading, day.value)
  return found === null ? null : { value: oneDay(found, 'month'), next: day.next }
}

/** What may stand behind a day of the month; any other word is what the number counts ("the 2nd left", "the 12th man"). */
const behindOrdinal = new Set(
  (
    'a an the and or but nor so yet if when while because since until till til through thru to from for with without at by in on about around before after between ' +
    'during into onto up off out over under again also too either instead maybe perhaps please pls only just even still not never always then than as that this ' +
    'which who where what why how whether i you he she it we they me us them him her my your our their there here everyone everybody someone anyone nobody no both all ' +
    'any some is are was were be been am will would shall should can could may might must had has have do does did work suit fit look sound seem go come get got ' +
    "make made say see meet start begin end finish let took went came gone isn't wasn't won't wouldn't can't cant cannot couldn't doesn't doesnt don't dont didn't haven't " +
    "i'm i'll i'd we're we'll he's she's it's you're they're that's let's good great fine ok okay free available best better possible ideal ideally preferably definitely " +
    'bar barring minus save excluding except excepting probably latest earliest onwards onward forward inclusive exclusive morning afternoon evening night noon midday midnight lunchtime early late next last tomorrow today ' +
    'tonight sometime anytime half quarter one two three four five six seven eight nine ten eleven twelve of each every am pm first though unless except ' +
    'however once where sharp eod cob eob provisionally onwards yes yeah thanks cheers sorry now via via@ per im ive id ill whole entire full likewise same anything whatever'
  ).split(' '),
)
/** A preposition that wants a day: behind it a name may follow ("on the 12th Sarah is away"). */
const dayPrepositions = new Set('on by until till before after since from through'.split(' '))
/** Names of streets, laws and wars are counted too. */
const countedThings = new Set(
  (
    'floor time round interview stage quarter week half candidate percent % call attempt person choice option slot party grade year place street avenue st ave edition century ' +
    'birthday class opinion draft version anniversary day month amendment division infantry battalion regiment world war reich infantry earl duke congress district ' +
    'circuit symphony bn dan'
  ).split(' '),
)

/** "the 16th-18th 9-1", "15th, 16th": a day before it makes one of the next. */
const beforeDayNumber = new Set(
  '- to and or through thru until till , / & after before by since from than between starting around about week'.split(
    ' ',
  ),
)
const behindDayNumber = new Set(
  'half quarter at @ from between after before and or in to is for works until till through thru by on with would if please but morning afternoon evening am pm around about then'.split(
    ' ',
  ),
)

/** "12th 1:30pm", "the 3rd noon": an hour with its half of the day. */
function isHourBehind(reading: Reading, at: number): boolean {
  if (['noon', 'midday'].includes(wordAt(reading, at))) return true
  if (reading.tokens[at]?.kind !== 'number') return false
  const next = wordAt(reading, at + 1) === ':' && reading.tokens[at + 1]?.isGlued ? at + 3 : at + 1
  return ['am', 'pm', 'a', 'p'].includes(wordAt(reading, next)) || next === at + 3
}

/** "the 3rd floor" counts; "the 15th" and "the 27!" are days. */
function isFreeNumber(reading: Reading, at: number, isOrdinal: boolean): boolean {
  const token = reading.tokens[at]
  if (!token || endsClause(reading, at)) return true
  if (token.isGlued && token.kind !== 'mark') return false
  const isSpoken =
    ['half', 'quarter'].includes(token.word) && ['past', 'to', 'after', 'before'].includes(wordAt(reading, at + 1))
  if (!isSpoken && (countedThings.has(token.word) || token.word === 'of')) return false
  // "12th/13th": two days.
  if (isOrdinal && token.word === '/' && reading.tokens[at + 1]?.isOrdinal) return true
  // "the 21st: Monday" goes on, "12:30" is one.
  if (token.word === ':' && !reading.tokens[at + 1]?.isGlued) return true
  if (token.kind === 'mark') return !(token.isGlued && ['/', '%', ':'].includes(token.word))
  if (isOrdinal) return isBesideDay(reading, at)
  return weekdays.has(token.word) || behindDayNumber.has(token.word)
}

/** A word that says something of a day, unlike the noun in "the 2nd left": a verb in -s or -ed, an adverb, a number, a name behind "on". */
function isBesideDay(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]
  if (!token || token.kind === 'number' || behindOrdinal.has(token.word) || weekdays.has(token.word)) return true
  if (
    token.word.length > 3 &&
    /(?:[^s]s|ed|ly|n't|(?:is|are|was|would|could|should|does|do|has|have|wo)nt)$/u.test(token.word)
  )
    return true
  const article = reading.tokens[at - 2]?.word === 'the' ? 3 : 2
  return token.isCapital && dayPrepositions.has(wordAt(reading, at - article))
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
    // "Dec 5th to 9 Jan", "Dec 5 to 12/9": the second end has a month of its own.
    if (readMonthWord(reading, last.next) || (wordAt(reading, last.next) === '/' && reading.tokens[last.next]?.isGlued))
      return null
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
  if (!late || reading.tokens[late.next]?.isOrdinal) return null
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
