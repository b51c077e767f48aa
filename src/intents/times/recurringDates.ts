import { readMonthWord } from './dates.ts'
import { readOrdinal } from './numbers.ts'
import { type Found, matchWords, type Reading, wordAt } from './reading.ts'
import { dayNames, makeRecurring, type Recurring } from './recurrence.ts'
import { readCount, readWeekdayWord } from './weekdays.ts'

const everyWords = new Set(['every', 'each'])

/** Days that come back by the calendar: "the 12th of every month", "the last Friday of each month", "every month on the 3rd", "every January". */
export function readRecurringDate(reading: Reading, at: number): Found<Recurring> {
  return readDayOfEvery(reading, at) ?? readMonthlyOn(reading, at) ?? readYearly(reading, at)
}

function monthlyOn(day: number): Recurring {
  const monthly = makeRecurring('monthly', 1, null)
  monthly.rule.bymonthday = day
  return monthly
}

/** The n-th such weekday of every month. */
export function monthlyWeekday(count: number, weekday: number): Recurring {
  const monthly = makeRecurring('monthly', 1, null)
  monthly.rule.byday = [`${count}${dayNames[weekday - 1]}`]
  return monthly
}

/** "the 12th", "the second Tuesday", "the last day": what can be picked in every month. */
function readPick(reading: Reading, at: number): Found<Recurring> {
  const from = wordAt(reading, at) === 'the' ? at + 1 : at
  const count = readCount(reading, from)
  const weekday = count && count.value >= -2 && count.value <= 5 ? readWeekdayWord(reading, count.next) : null
  if (count && weekday) return { value: monthlyWeekday(count.value, weekday.value), next: weekday.next }
  const hasDay = count !== null && wordAt(reading, count.next) === 'day'
  if (count?.value === -1 && hasDay) return { value: monthlyOn(-1), next: count.next + 1 }
  const day = readOrdinal(reading, from)
  return day && day.value <= 31 ? { value: monthlyOn(day.value), next: hasDay ? day.next + 1 : day.next } : null
}

/** "the 12th of every month", "on the first Monday of each month". */
function readDayOfEvery(reading: Reading, at: number): Found<Recurring> {
  const pick = readPick(reading, wordAt(reading, at) === 'on' ? at + 1 : at)
  if (!pick || (pick.value.rule.byday && !reading.conventions.isCountedSetOne)) return null
  const next = ['of', 'in'].includes(wordAt(reading, pick.next)) ? pick.next + 1 : pick.next
  if (!everyWords.has(wordAt(reading, next))) return null
  return wordAt(reading, next + 1) === 'month' ? { value: pick.value, next: next + 2 } : null
}

/** "every month on the 3rd", "monthly on the last Friday". */
function readMonthlyOn(reading: Reading, at: number): Found<Recurring> {
  const every = everyWords.has(wordAt(reading, at)) ? matchWords(reading, at + 1, ['month']) : null
  const from = every ?? (wordAt(reading, at) === 'monthly' ? at + 1 : null)
  if (from === null || wordAt(reading, from) !== 'on') return null
  return readPick(reading, from + 1)
}

/** "every January", "each March 3rd", "every year in June", "annually on 1 March". */
function readYearly(reading: Reading, at: number): Found<Recurring> {
  const word = wordAt(reading, at)
  if (everyWords.has(word) && wordAt(reading, at + 1) !== 'year') return readMonthOfYear(reading, at + 1)
  const year = everyWords.has(word) ? at + 2 : ['yearly', 'annually'].includes(word) ? at + 1 : null
  if (year === null || !['in', 'on'].includes(wordAt(reading, year))) return null
  return readMonthOfYear(reading, wordAt(reading, year + 1) === 'the' ? year + 2 : year + 1)
}

function readMonthOfYear(reading: Reading, at: number): Found<Recurring> {
  const early = readDayNumber(reading, at)
  const of = early && wordAt(reading, early.next) === 'of' ? early.next + 1 : early?.next
  const month = readMonthWord(reading, of ?? at)
  if (!month) return null
  const late = early
    ? null
    : readDayNumber(reading, wordAt(reading, month.next) === 'the' ? month.next + 1 : month.next)
  const yearly = makeRecurring('yearly', 1, null)
  yearly.rule.bymonth = month.value
  const day = early ?? late
  if (day) yearly.rule.bymonthday = day.value
  return { value: yearly, next: late?.next ?? month.next }
}

/** 1 to 31 as "3rd", "third" or "3", which is no clock time. */
function readDayNumber(reading: Reading, at: number): Found<number> {
  const ordinal = readOrdinal(reading, at)
  if (ordinal) return ordinal.value <= 31 ? ordinal : null
  const token = reading.tokens[at]
  if (token?.kind !== 'number' || token.word.length > 2 || token.value < 1 || token.value > 31) return null
  return [':', '.', 'am', 'pm', '-'].includes(wordAt(reading, at + 1)) && reading.tokens[at + 1]?.isGlued
    ? null
    : { value: token.value, next: at + 1 }
}
