import { readDayNumber, readDaysOfMonth, readMonthDate } from './dates.ts'
import { addMonths, findDay, mondayOf, toCalendarDay, toDayNumber, weekdayOf } from './dayNumbers.ts'
import { isDoubtful } from './doubtfulDays.ts'
import { readDuration } from './durations.ts'
import { readEdgeSpan, weekAround } from './edges.ts'
import { readHoliday } from './holidays.ts'
import { months, relativeDays } from './lexicon.ts'
import { readOrdinal } from './numbers.ts'
import { readOffset } from './offsets.ts'
import {
  type DaySpan,
  type Found,
  manyDays,
  matchWords,
  onDay,
  oneDay,
  type Reading,
  remember,
  wordAt,
} from './reading.ts'
import { readNamedSpan } from './spans.ts'
import { nextWeekday, readWeekday, readWeekdayWord, readWeekShift } from './weekdays.ts'
import { readYear } from './yearWords.ts'

/** One day or a stretch of days with a name; no range of two dates, no hours. */
export function readDays(reading: Reading, at: number): Found<DaySpan> {
  return remember(reading, 'readDays', at, () => readDaysAnew(reading, at))
}

function readDaysAnew(reading: Reading, at: number): Found<DaySpan> {
  if (wordAt(reading, at) === 'on' && wordAt(reading, at + 1) === 'a') {
    const weekday = readWeekdayWord(reading, at + 2)
    return weekday && { value: oneDay(nextWeekday(reading, weekday.value), 'week'), next: weekday.next }
  }
  if (wordAt(reading, at) === 'on') return longest([readDays(reading, at + 1), readDayNumber(reading, at)])
  const found = longest([
    readRelativeDay(reading, at),
    readWholeDay(reading, at),
    readWeekday(reading, at),
    readMonthDate(reading, at),
    readDaysOfMonth(reading, at),
    readDayNumber(reading, at),
    readHoliday(reading, at),
    readHolidayWeekend(reading, at),
    readWeekOf(reading, at),
    readEdgeSpan(reading, at),
    readNamedSpan(reading, at),
    readDayOffset(reading, at),
    readFromThereOn(reading, at),
    readSharedMonth(reading, at),
    readWeekdayBeside(reading, at),
    readMonthThenDay(reading, at),
    readWeekWithDays(reading, at),
    readClosest(reading, at),
  ])
  return found && !isDoubtful(reading, at, found.next) ? absorbWeekday(reading, found) : null
}

/** "Sunday 5 days from now", "Christmas in 7 months", "three months from Monday on a Friday": the first such day from there on. */
function readFromThereOn(reading: Reading, at: number): Found<DaySpan> {
  const offset = readDayOffset(reading, at)
  if (offset) {
    const weekday = wordAt(reading, offset.next) === 'on' ? readWeekdayWord(reading, offset.next + 1) : null
    return weekday && firstFrom(reading, offset.value, weekday.value, weekday.next, at)
  }
  const weekday = readWeekdayWord(reading, at)
  const holiday = weekday
    ? null
    : (readHoliday(reading, at) ?? (months.has(wordAt(reading, at)) ? readNamedSpan(reading, at) : null))
  const named = weekday ?? holiday
  if (!named) return null
  const start = wordAt(reading, named.next) === ',' ? named.next + 1 : named.next
  if (wordAt(reading, named.next - 1) === '.') return null
  const away = readDayOffset(reading, start)
  if (away?.value.grain !== 'day' || away.value.from === null) return null
  if (weekday) return firstFrom(reading, away.value, weekday.value, away.next, start)
  const from = onDay(reading, away.value.from)
  const later = readHoliday(from, at) ?? readNamedSpan(from, at)
  return later && { value: later.value, next: away.next }
}

const dayLists = new Set(['and', 'or', ',', '&', '/'])

/** "7 and 8 April", "the 3rd, 4th or 5th of May": the first of several days that share their month. */
export function readSharedMonth(reading: Reading, at: number): Found<DaySpan> {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const day = reading.tokens[start]
  if (day?.kind !== 'number' || day.value < 1 || day.value > 31 || !dayLists.has(wordAt(reading, start + 1)))
    return null
  // "2/3/27" is one date, "2/3 March" two.
  if (wordAt(reading, start + 1) === '/' && !day.isOrdinal && !months.has(wordAt(reading, start + 3))) return null
  let next = start + 1
  for (let count = 0; count < 6; count++) {
    while (dayLists.has(wordAt(reading, next)) || wordAt(reading, next) === 'the') next += 1
    const other = reading.tokens[next]
    if (other?.kind !== 'number' || other.value > 31) return null
    // "after 3 or the 13th of March": the 3 is an hour.
    if (other.isOrdinal && !day.isOrdinal) return null
    const date = readMonthDate(reading, next)
    // "until 2, 22/9": no month is shared.
    if (date && !reading.tokens.slice(next, date.next).some(({ word }) => months.has(word))) return null
    if (date?.value.from !== undefined && date.value.from !== null) {
      const { year, month } = toCalendarDay(date.value.from)
      const found = findDay(year, month, day.value)
      return found === null ? null : { value: oneDay(found, date.value.repeats), next: start + 1 }
    }
    next += 1
  }
  return null
}

/** "Labor Day weekend", "the weekend of Thanksgiving": the weekend with the holiday and what lies between. */
function readHolidayWeekend(reading: Reading, at: number): Found<DaySpan> {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const isFirst = wordAt(reading, start) === 'weekend' && wordAt(reading, start + 1) === 'of'
  const holiday = readHoliday(reading, isFirst ? start + 2 : start)
  if (!holiday || holiday.value.from === null) return null
  const unit = wordAt(reading, holiday.next)
  if (!isFirst && unit === 'week') return { value: weekAround(holiday.value.from), next: holiday.next + 1 }
  if (!isFirst && unit !== 'weekend') return null
  const next = isFirst ? holiday.next : holiday.next + 1
  // "Labor Day weekend 2027"
  const year = isFirst ? null : readYear(reading, next)
  const later = year && readHoliday(onDay(reading, toDayNumber(year.value, 1, 1)), start)
  return { value: weekendBeside(later?.value.from ?? holiday.value.from), next: later ? year.next : next }
}

/** The weekend before a Monday or Tuesday, else the one after the day, with all between. */
function weekendBeside(day: number): DaySpan {
  const weekday = weekdayOf(day)
  const from = weekday <= 2 ? day - weekday - 1 : Math.min(day, day - weekday + 6)
  const to = weekday <= 2 ? day + 1 : day - weekday + 8
  return manyDays(from, to, 'weekend')
}

/** "the Friday before Christmas", "the first Monday after Easter", "Tuesday after the 15th". */
function readWeekdayBeside(reading: Reading, at: number): Found<DaySpan> {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const count = wordAt(reading, start) === 'last' ? null : readOrdinal(reading, start)
  const weekday = readWeekdayWord(reading, count?.next ?? start)
  if (!weekday) return null
  const relation = wordAt(reading, weekday.next)
  if (!['after', 'before', 'following', 'preceding'].includes(relation) || wordAt(reading, weekday.next + 1) === 'next')
    return null
  const anchor = readDays(reading, weekday.next + 1)
  if (!anchor || anchor.value.from === null || anchor.value.to === null) return null
  const weeks = ((count?.value ?? 1) - 1) * 7
  const isAfter = relation === 'after' || relation === 'following'
  const day = isAfter
    ? nextWeekday(onDay(reading, anchor.value.to), weekday.value) + weeks
    : nextWeekday(onDay(reading, anchor.value.from - 7), weekday.value) - weeks
  return { value: oneDay(day), next: anchor.next }
}

/** "the closest Monday to 5 October", "the second nearest Friday to Christmas". */
function readClosest(reading: Reading, at: number): Found<DaySpan> {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const count = readOrdinal(reading, start)
  const from = count?.next ?? start
  if (!['closest', 'nearest'].includes(wordAt(reading, from))) return null
  const weekday = readWeekdayWord(reading, from + 1)
  const holiday = weekday ? null : readHoliday(reading, from + 1)
  const next = weekday?.next ?? holiday?.next
  if (next === undefined || wordAt(reading, next) !== 'to') return null
  const anchor = readDays(reading, next + 1)
  const to = anchor?.value.from
  if (!anchor || to === undefined || to === null) return null
  const spread = [-3, -2, -1, 0, 1, 2, 3].flatMap((step) => {
    const today = weekday ? to + step * 7 : addMonths(to, step * 12)
    const day = weekday
      ? nextWeekday(onDay(reading, today), weekday.value)
      : readHoliday(onDay(reading, today), from + 1)?.value.from
    return day === null || day === undefined ? [] : [day]
  })
  const sorted = [...new Set(spread)].sort((a, b) => Math.abs(a - to) - Math.abs(b - to))
  const day = sorted[(count?.value ?? 1) - 1]
  return day === undefined ? null : { value: oneDay(day), next: anchor.next }
}

/** "next week between Monday and Wednesday", "this week from Tuesday to Thursday". */
function readWeekWithDays(reading: Reading, at: number): Found<DaySpan> {
  const week = readWeekShift(reading, at)
  const opening = week && wordAt(reading, week.next)
  if (!week || (opening !== 'between' && opening !== 'from')) return null
  const first = readWeekdayWord(reading, week.next + 1)
  if (!first || !['and', 'to', '-', 'until', 'through', 'till'].includes(wordAt(reading, first.next))) return null
  const last = readWeekdayWord(reading, first.next + 1)
  if (!last || last.value <= first.value) return null
  const monday = mondayOf(reading.today) + week.value * 7
  return { value: manyDays(monday + first.value - 1, monday + last.value), next: last.next }
}

/** "next month on the 5th". */
function readMonthThenDay(reading: Reading, at: number): Found<DaySpan> {
  if (wordAt(reading, at) !== 'next' && wordAt(reading, at) !== 'this') return null
  const month = readNamedSpan(reading, at)
  if (month?.value.grain !== 'month' || month.value.from === null || wordAt(reading, month.next) !== 'on') return null
  const day = readOrdinal(reading, wordAt(reading, month.next + 1) === 'the' ? month.next + 2 : month.next + 1)
  const { year, month: number } = toCalendarDay(month.value.from)
  const found = day && findDay(year, number, day.value)
  return day && found !== null ? { value: oneDay(found), next: day.next } : null
}

/** "5 June (Saturday)": the weekday adds nothing. */
function absorbWeekday(reading: Reading, found: NonNullable<Found<DaySpan>>): Found<DaySpan> {
  if (found.value.grain !== 'day' || found.value.from === null) return found
  const isBracketed = wordAt(reading, found.next) === '('
  if (!isBracketed && wordAt(reading, found.next) !== ',') return found
  const weekday = readWeekdayWord(reading, found.next + 1)
  if (!weekday || weekday.value !== weekdayOf(found.value.from)) return found
  if (!isBracketed)
    return wordAt(reading, found.next - 1) === 'tomorrow' || reading.tokens[weekday.next]?.kind === 'number'
      ? found
      : { ...found, next: weekday.next }
  return wordAt(reading, weekday.next) === ')' ? { ...found, next: weekday.next + 1 } : found
}

/** Weeks and years away: that weekday of the week reached, which begins on Sunday here. Months away: the first one from there on. */
function firstFrom(reading: Reading, days: DaySpan, weekday: number, next: number, at: number): Found<DaySpan> {
  if (days.grain !== 'day' || days.from === null) return null
  const unit = readDuration(reading, wordAt(reading, at) === 'in' ? at + 1 : at)?.value.unit
  const isInWeek = unit === 'week' || unit === 'fortnight'
  const start = isInWeek ? days.from - (weekdayOf(days.from) % 7) : days.from
  return { value: oneDay(nextWeekday(onDay(reading, start), weekday)), next }
}

function longest(all: readonly Found<DaySpan>[]): Found<DaySpan> {
  let best: Found<DaySpan> = null
  for (const one of all) if (one && (!best || one.next > best.next)) best = one
  return best
}

function readDayOffset(reading: Reading, at: number): Found<DaySpan> {
  const found = readOffset(reading, at, readDays)
  return found?.value.days && !found.value.clock ? { value: found.value.days, next: found.next } : null
}

/** "today", "tomorrow", "the day after tomorrow" is an offset. */
function readRelativeDay(reading: Reading, at: number): Found<DaySpan> {
  const shift = relativeDays.get(wordAt(reading, at))
  if (shift !== undefined) {
    const weeks = shift >= 0 ? readWeeksOn(reading, at + 1) : null
    if (weeks) return { value: oneDay(reading.today + shift + weeks.value), next: weeks.next }
    const next = wordAt(reading, at + 1) === "'s" ? at + 2 : at + 1
    const weekday = wordAt(reading, next) === ',' ? null : readWeekday(reading, next)
    // "tomorrow Tuesday": the weekday says the same.
    if (weekday && weekday.value.from === reading.today + shift)
      return { value: oneDay(reading.today + shift), next: weekday.next }
    return { value: oneDay(reading.today + shift), next: at + 1 }
  }
  return wordAt(reading, at) === 'otd' ? { value: oneDay(reading.today), next: at + 1 } : null
}

/** British "tomorrow WEEK", "today fortnight": so many days on. */
function readWeeksOn(reading: Reading, at: number): Found<number> {
  const unit = wordAt(reading, at)
  if ((unit !== 'week' && unit !== 'fortnight') || reading.tokens[at]?.isGlued) return null
  const after = reading.tokens[at + 1]
  if (after?.kind === 'number' || ['of', 'commencing', 'starting', 'beginning', 'number'].includes(after?.word ?? ''))
    return null
  return { value: unit === 'week' ? 7 : 14, next: at + 1 }
}

const wholeDays: readonly (readonly string[])[] = [
  ['all', 'day'],
  ['the', 'whole', 'day'],
  ['whole', 'day'],
  ['the', 'entire', 'day'],
  ['all', 'day', 'long'],
]

/** The index after "all day", "the whole day". */
export function afterWholeDay(reading: Reading, at: number): number | null {
  for (const words of wholeDays) {
    const next = words[0] === wordAt(reading, at) ? matchWords(reading, at, words) : null
    if (next !== null) return next
  }
  return null
}

/** "all day Friday", "the whole day on the 3rd". */
function readWholeDay(reading: Reading, at: number): Found<DaySpan> {
  const next = afterWholeDay(reading, at)
  const day = next === null ? null : readDays(reading, wordAt(reading, next) === 'of' ? next + 1 : next)
  return day?.value.grain === 'day' ? day : null
}

/** "the week of May 9th", "week commencing 4 Feb", "w/c Monday", "the weekend of the 3rd", "a week starting Monday". */
function readWeekOf(reading: Reading, at: number): Found<DaySpan> {
  const article = wordAt(reading, at)
  const start = article === 'the' || article === 'a' ? at + 1 : at
  const unit = wordAt(reading, start)
  if (unit === 'w' && wordAt(reading, start + 1) === '/' && ['c', 'b', 'e'].includes(wordAt(reading, start + 2)))
    return around(readDays(reading, start + 3), unit)
  if (unit !== 'week' && unit !== 'weekend') return null
  let next = start + 1
  const word = wordAt(reading, next)
  if (!['of', 'beginning', 'starting', 'commencing', 'ending', 'from'].includes(word)) return null
  // "a week from Monday" is one day.
  if (article === 'a' && word === 'from') return null
  next += 1
  if (['on', 'from', 'with', 'of'].includes(wordAt(reading, next))) next += 1
  const day = readDays(reading, next)
  if (day?.value.grain !== 'day' || day.value.from === null) return null
  if (article === 'a' && word !== 'of') return { value: manyDays(day.value.from, day.value.from + 7), next: day.next }
  return around(day, unit)
}

function around(day: Found<DaySpan>, unit: string): Found<DaySpan> {
  if (day?.value.grain !== 'day' || day.value.from === null) return null
  const week = weekAround(day.value.from)
  const from = week.from ?? 0
  return { value: unit === 'weekend' ? manyDays(from + 5, from + 7, 'weekend') : week, next: day.next }
}
