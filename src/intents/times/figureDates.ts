import { months, weekdays } from './lexicon.ts'
import { dated } from './nextDates.ts'
import { type DaySpan, type Found, type Reading, wordAt } from './reading.ts'
import { readYear } from './yearWords.ts'

const dateMarks = new Set(['-', '/', '.', '\\'])

/** "2026-03-02", "2/3/26", "2.3.", "2/3", "2026/mar/02", "2027 04 09"; the order of day and month follows the locale. */
export function readFigureDate(reading: Reading, at: number): Found<DaySpan> {
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

const quarterHours = new Set(['00', '15', '30', '45'])

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
  if (mark === '.' && Number(reading.isMonthFirst ? first : second) > 12) return null
  // "Wednesday 3.30", "from 1.30.": where the month comes first, dots stand in hours.
  if (mark === '.' && reading.isMonthFirst && quarterHours.has(second) && previous !== 'on') return null
  const [month, day] = orderParts(reading, Number(first), Number(second))
  const year =
    mark === '/' && !after?.isGlued
      ? readYear(reading, next)
      : readYear(reading, wordAt(reading, next) === ',' ? next : -1)
  return dated(reading, year?.value ?? null, month, day, year?.next ?? next)
}

const sharedThings = new Set(
  'of cup cups inch inches mile miles pint price tsp tbsp pound pounds share way full empty'.split(' '),
)

/** "1/2 of the panel", "3/4 cup", "a ratio of 1/2": a share. */
function isShare(reading: Reading, first: string, second: string, at: number): boolean {
  if (!['2', '3', '4', '5', '8'].includes(second) || Number(first) >= Number(second)) return false
  const isRatio =
    wordAt(reading, at - 1) === 'of' && ['ratio', 'odds', 'factor', 'share'].includes(wordAt(reading, at - 2))
  return isRatio || sharedThings.has(wordAt(reading, at + 3))
}
