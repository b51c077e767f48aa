import { readMonthWord } from './dates.ts'
import { addMonths, firstOfMonth, mondayOf, toCalendarDay, toDayNumber, weekdayOf } from './dayNumbers.ts'
import { readDuration, readUnit } from './durations.ts'
import { relativeDays, shifts, type Unit } from './lexicon.ts'
import { readAmount } from './numbers.ts'
import { quarterSpan, readQuarter } from './quarters.ts'
import {
  type DaySpan,
  endsClause,
  type Found,
  manyDays,
  matchWords,
  oneDay,
  type Reading,
  remember,
  spanned,
  wordAt,
} from './reading.ts'
import { readSeason, seasonOfYear, seasonSpan, seasons } from './seasons.ts'
import { readCount, readWeekdayWord } from './weekdays.ts'
import { readDecade, readNamedYear, readYearSpan } from './years.ts'
import { readOfYear, readYear } from './yearWords.ts'

const articles = new Set(['the', 'my', 'our', 'your'])

/** The unit of that kind that lies `shift` units from the present one. */
export function unitSpan(reading: Reading, unit: Unit, shift: number): DaySpan | null {
  const { today } = reading
  const monday = mondayOf(today)
  const { year, month } = toCalendarDay(today)
  if (unit === 'day') return oneDay(today + shift)
  if (unit === 'week') return manyDays(monday + shift * 7, monday + shift * 7 + 7, 'week')
  if (unit === 'workweek') return manyDays(monday + shift * 7, monday + shift * 7 + 5, 'week')
  if (unit === 'weekend') return manyDays(monday + shift * 7 + 5, monday + shift * 7 + 7, 'weekend')
  if (unit === 'fortnight') return manyDays(monday + shift * 14, monday + shift * 14 + 14, 'week')
  if (unit === 'month') return manyDays(firstOfMonth(today, shift), firstOfMonth(today, shift + 1), 'month')
  if (unit === 'quarter') return quarterSpan(year, Math.floor((month - 1) / 3) + shift)
  if (unit === 'year') return manyDays(toDayNumber(year + shift, 1, 1), toDayNumber(year + shift + 1, 1, 1), 'year')
  if (unit === 'season') return seasonSpan(reading, null, shift)
  return null
}

/** A stretch with a name: "next week", "March", "Q3 2027", "the summer", "week 31", "this month". Without "early" or "end of". */
export function readNamedSpan(reading: Reading, at: number): Found<DaySpan> {
  return remember(reading, 'readNamedSpan', at, () => readNamedSpanAnew(reading, at))
}

function readNamedSpanAnew(reading: Reading, at: number): Found<DaySpan> {
  return (
    readToDate(reading, at) ??
    readCountedStretch(reading, at) ??
    readYearFirst(reading, at) ??
    readWeekOrdinal(reading, at) ??
    readQuarter(reading, at) ??
    readUnitSpan(reading, at) ??
    readMonthSpan(reading, at) ??
    readSeason(reading, at) ??
    readWeekNumber(reading, at) ??
    readNamedYear(reading, at) ??
    readYearSpan(reading, at) ??
    readDecade(reading, at)
  )
}

const doneShifts = new Set(['day', 'night', 'businessDay', 'hour', 'minute', 'second', 'decade'])

/** "month to date", "YTD". */
function readToDate(reading: Reading, at: number): Found<DaySpan> {
  const words: ReadonlyMap<string, Unit> = new Map([
    ['wtd', 'week'],
    ['mtd', 'month'],
    ['qtd', 'quarter'],
    ['ytd', 'year'],
  ])
  const short = words.get(wordAt(reading, at))
  const unit = short ?? readUnit(reading, at, false)?.value
  const next = short ? at + 1 : matchWords(reading, at + 1, ['to', 'date'])
  if (!unit || next === null || !['week', 'month', 'quarter', 'year'].includes(unit)) return null
  return { value: manyDays(unitSpan(reading, unit, 0)?.from ?? null, reading.today + 1), next }
}

/** "this week", "next month", "the following quarter", "last year", "the week", "the month after next". */
function readUnitSpan(reading: Reading, at: number): Found<DaySpan> {
  const isThe = articles.has(wordAt(reading, at))
  let from = isThe ? at + 1 : at
  const word = wordAt(reading, from)
  let shift = shifts.get(word)
  if (shift !== undefined) from += 1
  if (shift === 0) {
    const inner = shifts.get(wordAt(reading, from))
    if (inner !== undefined && ['coming', 'upcoming', 'past', 'last'].includes(wordAt(reading, from))) {
      // Said on a Friday "this coming week" has not begun.
      const isLate = weekdayOf(reading.today) >= 5 && wordAt(reading, from + 1) === 'week'
      shift = inner === 1 ? (isLate ? 1 : 0) : inner
      from += 1
    }
  }
  const unit = readUnit(reading, from, false)
  if (!unit) return null
  if (doneShifts.has(unit.value)) return readDayUnit(reading, at, shift, unit)
  if (shift === undefined) {
    const afterNext =
      matchWords(reading, unit.next, ['after', 'next']) ?? matchWords(reading, unit.next, ['after', 'the', 'next'])
    const beforeLast = matchWords(reading, unit.next, ['before', 'last'])
    if (beforeLast !== null) return spanned(unitSpan(reading, unit.value, -2), beforeLast)
    if (afterNext !== null) return spanned(unitSpan(reading, unit.value, 2), afterNext)
    const afterThis = matchWords(reading, unit.next, ['after', 'this'])
    if (isThe && afterThis !== null) return spanned(unitSpan(reading, unit.value, 1), afterThis)
    if (!isThe || isCountedUnit(reading, unit.next)) return null
    return spanned(unitSpan(reading, unit.value, 0), unit.next)
  }
  // "next June's" and "last week" with a month are read elsewhere.
  if (shift === -1 && ['of', 'in'].includes(wordAt(reading, unit.next)) && readMonthAfter(reading, unit.next))
    return null
  return spanned(unitSpan(reading, unit.value, shift), unit.next)
}

/** "the week 31", "the quarter of a", "the week of": something follows that says which. */
function isCountedUnit(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]
  return (
    token?.kind === 'number' ||
    ['of', 'number', 'no', 'beginning', 'starting', 'commencing', 'after', 'before', 'ending'].includes(
      token?.word ?? '',
    )
  )
}

function readMonthAfter(reading: Reading, at: number): boolean {
  const from = articles.has(wordAt(reading, at + 1)) ? at + 2 : at + 1
  return (
    readMonthWord(reading, from) !== null ||
    shifts.has(wordAt(reading, from)) ||
    wordAt(reading, from) === 'month' ||
    wordAt(reading, from) === 'year' ||
    readYear(reading, from) !== null
  )
}

const possessives = new Set(['my', 'your', 'his', 'her', 'their', 'our', "'s"])

function readDayUnit(
  reading: Reading,
  at: number,
  shift: number | undefined,
  unit: NonNullable<Found<Unit>>,
): Found<DaySpan> {
  if (unit.value !== 'day' || wordAt(reading, unit.next - 1) !== 'day') return null
  if (shift !== undefined) {
    // "my last day": somebody leaves.
    if (possessives.has(wordAt(reading, unit.next - 3))) return null
    const word = wordAt(reading, unit.next - 2)
    return ['this', 'next', 'last', 'following', 'previous', 'current'].includes(word)
      ? { value: oneDay(reading.today + shift), next: unit.next }
      : null
  }
  const before = wordAt(reading, at)
  const relation = wordAt(reading, unit.next)
  const side = relation === 'before' ? -1 : relation === 'after' ? 1 : 0
  const isEnd = endsClause(reading, side === 0 ? unit.next : unit.next + 1)
  // "tomorrow or the day after"
  const listed = ['or', 'and', ',', '/'].includes(wordAt(reading, at - 1))
    ? relativeDays.get(wordAt(reading, at - 2))
    : undefined
  if (before === 'the' && isEnd)
    return {
      value: oneDay(reading.today + side + (side === 0 ? 0 : (listed ?? 0))),
      next: side === 0 ? unit.next : unit.next + 1,
    }
  return before === 'my' ? { value: oneDay(reading.today), next: unit.next } : null
}

/** "March", "Mar 2027", "2027 March", "this June", "next June", "Dec-2027", "2027-10", "11/2027". */
function readMonthSpan(reading: Reading, at: number): Found<DaySpan> {
  const figures = readFigureMonth(reading, at)
  if (figures) return figures
  const isThe = wordAt(reading, at) === 'the'
  let from = isThe ? at + 1 : at
  const shift = shifts.get(wordAt(reading, from))
  if (shift !== undefined) from += 1
  if (wordAt(reading, from) === 'month' && wordAt(reading, from + 1) === 'of') from += 2
  const early = readYear(reading, from)
  if (early && reading.tokens[from]?.kind === 'number') {
    const late = readMonthWord(reading, wordAt(reading, early.next) === ',' ? early.next + 1 : early.next)
    if (late) return { value: monthOf(early.value, late.value), next: late.next }
  }
  const month = readMonthWord(reading, from)
  if (!month || (shift === 0 && month.value === 5 && isVerbNext(reading, month.next))) return null
  const isJoined = ['-', '/'].includes(wordAt(reading, month.next))
  const year = readYear(reading, isJoined ? month.next + 1 : month.next)
  if (year) return { value: monthOf(year.value, month.value), next: year.next }
  const inYear = wordAt(reading, month.next) === 'in' ? readYear(reading, month.next + 1) : null
  if (inYear) return { value: monthOf(inYear.value, month.value), next: inYear.next }
  const ofYear = readOfYear(reading, month.next)
  if (ofYear) return { value: monthOf(ofYear.value, month.value), next: ofYear.next }
  const today = toCalendarDay(reading.today)
  const isOver = month.value < today.month
  const later =
    shift === 1 && month.value === today.month
      ? 1
      : shift === -1
        ? month.value >= today.month
          ? -1
          : 0
        : isOver
          ? 1
          : 0
  return { value: { ...monthOf(today.year + later, month.value), repeats: 'year' }, next: month.next }
}

/** "This may be enough": no month. */
function isVerbNext(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]
  return (
    token?.kind === 'word' &&
    !['or', 'and', 'to', 'until', 'for', 'at', 'on', 'in', 'if', 'through', 'is', 'works', 'would'].includes(token.word)
  )
}

function monthOf(year: number, month: number): DaySpan {
  return manyDays(toDayNumber(year, month, 1), toDayNumber(year, month + 1, 1), 'month')
}

/** "2027-10", "11 / 2027", "2027.3". */
function readFigureMonth(reading: Reading, at: number): Found<DaySpan> {
  const [first, mark, second] = [reading.tokens[at], reading.tokens[at + 1], reading.tokens[at + 2]]
  if (first?.kind !== 'number' || second?.kind !== 'number' || first.isOrdinal || second.isOrdinal) return null
  if (!mark || !['-', '/', '.'].includes(mark.word)) return null
  if (reading.tokens[at + 3]?.isGlued && reading.tokens[at + 3]?.kind !== 'mark') return null
  if (mark.word === '.' && !(mark.isGlued && second.isGlued)) return null
  if (['-', '/', ':'].includes(reading.tokens[at + 3]?.word ?? '') && reading.tokens[at + 4]?.kind === 'number')
    return null
  const isYearFirst = first.word.length === 4
  const [year, month] = isYearFirst ? [first, second] : [second, first]
  if (year.word.length !== 4 || month.word.length > 2 || month.value < 1 || month.value > 12) return null
  if (year.value < 1900 || year.value > 2199 || (!isYearFirst && mark.word === '.')) return null
  return { value: monthOf(year.value, month.value), next: at + 3 }
}

/** "next year summer", "this year's May". */
function readYearFirst(reading: Reading, at: number): Found<DaySpan> {
  const year = readOfYear(reading, at)
  if (!year || wordAt(reading, at) === 'of') return null
  const from = ["'s", ','].includes(wordAt(reading, year.next)) ? year.next + 1 : year.next
  const start = wordAt(reading, from) === 'in' ? from + 1 : from
  const month = readMonthWord(reading, start)
  if (month) return { value: monthOf(year.value, month.value), next: month.next }
  const season = seasons.get(wordAt(reading, start))
  return season === undefined ? null : { value: seasonOfYear(year.value, season), next: start + 1 }
}

/** "week 31", "wk 31 of 2027", "week number 7", "CW 12". */
function readWeekNumber(reading: Reading, at: number): Found<DaySpan> {
  const early = readYear(reading, at)
  const start0 = early && wordAt(reading, early.next) === '-' ? early.next + 1 : early?.next
  const from = wordAt(reading, at) === 'the' ? at + 1 : (start0 ?? at)
  const word = wordAt(reading, from)
  if (!['week', 'cw', 'kw', 'w'].includes(word) || (early && word !== 'w')) return null
  const start = ['number', 'no', '#'].includes(wordAt(reading, from + 1)) ? from + 2 : from + 1
  const figure = reading.tokens[start]
  if (figure?.kind !== 'number' || figure.isOrdinal || figure.value < 1 || figure.value > 53) return null
  if (word === 'w' && (!figure.isGlued || figure.word.length !== 2)) return null
  if (word === 'week' && ['days', 'day', 'hours'].includes(wordAt(reading, start + 1))) return null
  const year = early ? { ...early, next: start + 1 } : (readYear(reading, start + 1) ?? readOfYear(reading, start + 1))
  const monday = mondayOf(toDayNumber(year?.value ?? toCalendarDay(reading.today).year, 1, 4)) + (figure.value - 1) * 7
  return { value: manyDays(monday, monday + 7, 'week'), next: year?.next ?? start + 1 }
}

/** "second week of April", "the last week in May", "2nd last weekend in May", "the 4th month of 2028". */
function readWeekOrdinal(reading: Reading, at: number): Found<DaySpan> {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const count = readCount(reading, start)
  if (!count) return null
  // "The first full week of May" is its first week.
  const isFull = wordAt(reading, count.next) === 'full'
  const unit = readUnit(reading, isFull ? count.next + 1 : count.next, false)
  if (!unit) return readCountedWeekday(reading, count.next, count.value)
  if (!['week', 'weekend', 'month', 'workweek', 'quarter', 'day', 'businessDay'].includes(unit.value)) return null
  if (!['of', 'in', ','].includes(wordAt(reading, unit.next)) && !readMonthWord(reading, unit.next)) return null
  // "The first quarter of the year" is the coming one.
  if (unit.value === 'quarter' && matchWords(reading, unit.next, ['of', 'the', 'year']) !== null) return null
  const outer = readOuter(reading, unit.next)
  if (!outer || outer.value.from === null || outer.value.to === null) return null
  return spanned(countUnit(outer.value.from, outer.value.to, unit.value, count.value), outer.next)
}

/** "the third Friday of 2027", "first Monday of next quarter". */
function readCountedWeekday(reading: Reading, at: number, count: number): Found<DaySpan> {
  const weekday = readWeekdayWord(reading, at)
  if (!weekday || !['of', 'in'].includes(wordAt(reading, weekday.next))) return null
  const outer = readOuter(reading, weekday.next)
  if (!outer || outer.value.from === null || outer.value.to === null) return null
  const { from, to } = outer.value
  const day =
    count > 0
      ? from + ((weekday.value - weekdayOf(from) + 7) % 7) + (count - 1) * 7
      : to - 1 - ((weekdayOf(to - 1) - weekday.value + 7) % 7) + (count + 1) * 7
  return day < from || day >= to ? null : { value: oneDay(day), next: outer.next }
}

function readOuter(reading: Reading, at: number): Found<DaySpan> {
  let from = ['of', 'in', ',', 'on'].includes(wordAt(reading, at)) ? at + 1 : at
  const year = readYear(reading, from) ?? readOfYear(reading, at)
  const month = readMonthSpan(reading, from)
  if (month) return month
  if (year)
    return {
      value: manyDays(toDayNumber(year.value, 1, 1), toDayNumber(year.value + 1, 1, 1), 'year'),
      next: year.next,
    }
  if (wordAt(reading, from) === 'the') from += 1
  const isPlain =
    wordAt(reading, from) === 'month' || wordAt(reading, from) === 'year' || wordAt(reading, from) === 'quarter'
  if (isPlain && from > at + 1) return spanned(unitSpan(reading, wordAt(reading, from) as Unit, 0), from + 1)
  return readUnitSpan(reading, from) ?? readQuarter(reading, from)
}

/** The n-th day of a stretch, from its end when negative. */
function countDay(from: number, to: number, count: number, isWorkday: boolean): number | null {
  const step = count > 0 ? 1 : -1
  let left = Math.abs(count)
  for (let day = count > 0 ? from : to - 1; day >= from && day < to; day += step) {
    if (!isWorkday || weekdayOf(day) <= 5) left -= 1
    if (left === 0) return day
  }
  return null
}

/** The n-th week, weekend or month inside a longer stretch; a week belongs to the month that has its Thursday. */
function countUnit(from: number, to: number, unit: Unit, count: number): DaySpan | null {
  if (unit === 'day' || unit === 'businessDay') {
    const day = countDay(from, to, count, unit === 'businessDay')
    return day === null ? null : oneDay(day)
  }
  if (unit === 'month' || unit === 'quarter') {
    const length = unit === 'month' ? 1 : 3
    const start = count > 0 ? addMonths(from, (count - 1) * length) : addMonths(to, count * length)
    return start < from || start >= to ? null : manyDays(start, addMonths(start, length), 'month')
  }
  if (unit === 'weekend') {
    // Those whose Saturday lies in the stretch.
    const first = from + ((6 - weekdayOf(from) + 7) % 7)
    const last = to - 1 - ((weekdayOf(to - 1) - 6 + 7) % 7)
    const saturday = count > 0 ? first + (count - 1) * 7 : last + (count + 1) * 7
    return saturday < from || saturday >= to ? null : manyDays(saturday, saturday + 2, 'weekend')
  }
  const thursday = (day: number): number => day + ((4 - weekdayOf(day) + 7) % 7)
  const firstMonday = thursday(from) - 3
  const lastMonday = to - 1 - ((weekdayOf(to - 1) + 7 - 4) % 7) - 3
  const monday = count > 0 ? firstMonday + (count - 1) * 7 : lastMonday + (count + 1) * 7
  if (monday + 6 < from || monday >= to) return null
  return manyDays(monday, unit === 'week' ? monday + 7 : monday + 5, 'week')
}

/** "next 3 weeks", "the last two quarters", "coming few days", "first six days of May", "the first 3 weeks of 2027". */
function readCountedStretch(reading: Reading, at: number): Found<DaySpan> {
  let from = wordAt(reading, at) === 'the' ? at + 1 : at
  const word = wordAt(reading, from)
  if (word === 'first' || word === 'last' || word === 'final') {
    const inside = readInsideStretch(reading, from)
    if (inside) return inside
  }
  const shift = shifts.get(word)
  let amount: Found<number> = null
  let isTurned = false
  if (shift !== undefined && shift !== 0) {
    from += 1
    amount = readAmount(reading, from)
  } else {
    amount = readAmount(reading, from)
    const turned = amount && shifts.get(wordAt(reading, amount.next))
    if (
      !amount ||
      turned === undefined ||
      turned === 0 ||
      !['coming', 'upcoming', 'next', 'following', 'past', 'last', 'previous'].includes(wordAt(reading, amount.next))
    )
      return null
    // "just 4 next month": the plural is missing.
    if (
      amount.value > 1 &&
      ['next', 'last'].includes(wordAt(reading, amount.next)) &&
      !wordAt(reading, amount.next + 1).endsWith('s')
    )
      return null
    isTurned = true
    return stretchOf(reading, amount.value, turned ?? 1, amount.next + 1, isTurned)
  }
  if (!amount) return null
  return stretchOf(reading, amount.value, shift, amount.next, isTurned || word === 'upcoming')
}

function stretchOf(
  reading: Reading,
  amount: number,
  direction: number,
  at: number,
  isRolling: boolean,
): Found<DaySpan> {
  const unit = readUnit(reading, at, false)
  if (!unit || !Number.isInteger(amount) || amount < 1 || amount > 400) return null
  const more = readMoreUnits(reading, at - 1, direction)
  if (more && more.next > unit.next) return more
  if (isRolling && direction > 0 && reading.conventions.upcoming === 'nth' && isUpcoming(reading, at))
    return spanned(unitSpan(reading, unit.value, amount), unit.next)
  const span = stretchSpan(reading, unit.value, amount, direction, isRolling)
  return spanned(span, unit.next)
}

/** "the last 3 months and 2 weeks", "next 1 month and 10 days": counted from today, which belongs to what lies behind. */
function readMoreUnits(reading: Reading, at: number, direction: number): Found<DaySpan> {
  const length = readDuration(reading, at)
  if (!length || length.value.seconds > 0) return null
  const { today } = reading
  const { months, days } = length.value
  const end = addMonths(today, direction * months) + direction * days
  return { value: direction > 0 ? manyDays(today + 1, end + 1) : manyDays(end, today + 1), next: length.next }
}

function isUpcoming(reading: Reading, at: number): boolean {
  return wordAt(reading, at - 1) === 'upcoming' || wordAt(reading, at - 2) === 'upcoming'
}

const wholeUnits: ReadonlySet<string> = new Set([
  'week',
  'month',
  'quarter',
  'year',
  'weekend',
  'fortnight',
  'workweek',
])

function stretchSpan(
  reading: Reading,
  unit: Unit,
  amount: number,
  direction: number,
  isRolling: boolean,
): DaySpan | null {
  const { today } = reading
  if (unit === 'businessDay') {
    let end = today
    for (let left = amount; left > 0; ) {
      end += direction
      if (weekdayOf(end) <= 5) left -= 1
    }
    return direction > 0 ? manyDays(today + 1, end + 1) : manyDays(end, today)
  }
  if (unit === 'day' || unit === 'night')
    return direction > 0 ? manyDays(today + 1, today + 1 + amount) : manyDays(today - amount, today)
  if (!wholeUnits.has(unit)) return null
  if (isRolling && unit === 'month' && direction > 0) return manyDays(today + 1, addMonths(today + 1, amount))
  if (isRolling && unit === 'week' && direction > 0) return manyDays(today + 1, today + 1 + amount * 7)
  const first = unitSpan(reading, unit, direction > 0 ? 1 : -amount)
  const last = unitSpan(reading, unit, direction > 0 ? amount : -1)
  return first && last ? manyDays(first.from, last.to) : null
}

/** "first six days of May", "the last 2 weeks of May". */
function readInsideStretch(reading: Reading, at: number): Found<DaySpan> {
  const amount = readAmount(reading, at + 1)
  const unit = amount && readUnit(reading, amount.next, false)
  if (!amount || !unit || !['of', 'in'].includes(wordAt(reading, unit.next))) return null
  const outer = readOuter(reading, unit.next)
  if (!outer || outer.value.from === null || outer.value.to === null || !Number.isInteger(amount.value)) return null
  const { from, to } = outer.value
  const isFirst = wordAt(reading, at) === 'first'
  if (unit.value === 'day') {
    const span = isFirst ? manyDays(from, from + amount.value) : manyDays(to - amount.value, to)
    return { value: span, next: outer.next }
  }
  const one = countUnit(from, to, unit.value, isFirst ? 1 : -amount.value)
  const other = countUnit(from, to, unit.value, isFirst ? amount.value : -1)
  return one && other ? { value: manyDays(one.from, other.to), next: outer.next } : null
}
