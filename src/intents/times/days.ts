import { readDayNumber, readDaysOfMonth, readMonthDate } from './dates.ts'
import { readEdgeSpan, weekAround } from './edges.ts'
import { readHoliday } from './holidays.ts'
import { doubtfulWords, months, relativeDays, shifts, weekdays } from './lexicon.ts'
import { readOffset } from './offsets.ts'
import { type DaySpan, type Found, manyDays, oneDay, type Reading, wordAt } from './reading.ts'
import { readNamedSpan } from './spans.ts'
import { readWeekday } from './weekdays.ts'

/** One day or a stretch of days with a name; no range of two dates, no hours. */
export function readDays(reading: Reading, at: number): Found<DaySpan> {
  const found = longest([
    readRelativeDay(reading, at),
    readWeekday(reading, at),
    readMonthDate(reading, at),
    readDaysOfMonth(reading, at),
    readDayNumber(reading, at),
    readHoliday(reading, at),
    readWeekOf(reading, at),
    readEdgeSpan(reading, at),
    readNamedSpan(reading, at),
    readDayOffset(reading, at),
  ])
  return found && !isDoubtful(reading, at, found.next) ? found : null
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
    const next = wordAt(reading, at + 1) === "'s" ? at + 2 : at + 1
    const weekday = wordAt(reading, next) === ',' ? null : readWeekday(reading, next)
    // "tomorrow Tuesday": the weekday says the same.
    if (weekday && weekday.value.from === reading.today + shift)
      return { value: oneDay(reading.today + shift), next: weekday.next }
    return { value: oneDay(reading.today + shift), next: at + 1 }
  }
  return wordAt(reading, at) === 'otd' ? { value: oneDay(reading.today), next: at + 1 } : null
}

/** "the week of October 7th", "week commencing 4 Feb", "w/c Monday", "the weekend of the 3rd", "a week starting tomorrow". */
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
  next += 1
  if (['on', 'from', 'with', 'of'].includes(wordAt(reading, next))) next += 1
  const day = readDays(reading, next)
  if (!day || day.value.grain !== 'day' || day.value.from === null) return null
  if (article === 'a' && word !== 'of') return { value: manyDays(day.value.from, day.value.from + 7), next: day.next }
  return around(day, unit)
}

function around(day: Found<DaySpan>, unit: string): Found<DaySpan> {
  if (!day || day.value.grain !== 'day' || day.value.from === null) return null
  const week = weekAround(day.value.from)
  const from = week.from ?? 0
  return { value: unit === 'weekend' ? manyDays(from + 5, from + 7, 'weekend') : week, next: day.next }
}

const placing = new Set([
  'in',
  'of',
  'on',
  'by',
  'until',
  'till',
  'til',
  'through',
  'during',
  'since',
  'before',
  'after',
  'from',
  'to',
  'and',
  'or',
  '-',
  ',',
  '/',
  'early',
  'late',
  'mid',
  'next',
  'this',
  'last',
  'for',
  'between',
  'within',
  '&',
  'throughout',
  'beginning',
  'start',
  'end',
  'every',
  'each',
  'around',
])
const pronouns = new Set(['i', 'he', 'she', 'we', 'they', 'you', 'it', 'who', 'that', 'to', 'just', 'the', 'not'])

/** "May I ask", "we sat", "the sun": a word of the calendar that stands alone as another word. */
function isDoubtful(reading: Reading, at: number, next: number): boolean {
  const word = wordAt(reading, at)
  if (next !== at + 1 || !doubtfulWords.has(word)) return false
  const isWhole = reading.tokens.length === 1
  if (isWhole) return false
  const before = wordAt(reading, at - 1)
  const after = reading.tokens[next]
  if (months.has(word)) {
    if (word === 'march') return pronouns.has(before) || (!placing.has(before) && !reading.tokens[at]?.isCapital)
    if (word === 'dec') return false
    if (shifts.has(before)) return false
    return (
      !placing.has(before) ||
      (word === 'may' && ['i', 'we', 'be', 'not', 'you', 'need', 'have'].includes(after?.word ?? ''))
    )
  }
  if (!weekdays.has(word)) return false
  if (pronouns.has(before) || (word === 'sun' && before === ''))
    return !(word === 'sun' && after?.word === '.') && !isBesideTime(reading, next)
  return false
}

function isBesideTime(reading: Reading, next: number): boolean {
  const after = reading.tokens[next]
  return (
    after !== undefined &&
    (after.kind === 'number' ||
      ['-', '/', '&', ',', 'at', 'morning', 'afternoon', 'and', 'or', 'from'].includes(after.word))
  )
}
