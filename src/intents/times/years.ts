import { toDayNumber } from './dayNumbers.ts'
import { type DaySpan, endsClause, type Found, manyDays, type Reading, wordAt } from './reading.ts'
import { readYear } from './yearWords.ts'

/** Before four figures these make a year of them; "by 2030" is a clock time as often. */
const beforeYears = new Set(['in', 'during', 'since', 'throughout', 'late', 'early', 'mid'])
/** Words that go on behind a year; a noun would be counted by it ("in 2000 cases"). */
const afterYears = new Set(
  'and or but we i it he she they you the was is were are when with for on at to by until till from if as then ad'.split(
    ' ',
  ),
)

/** "in 2027", "the year 2026", "calendar year 2027": a whole year, where the words leave no doubt that it is one. */
export function readNamedYear(reading: Reading, at: number): Found<DaySpan> {
  const from = wordAt(reading, at) === 'the' ? at + 1 : at
  const start = wordAt(reading, from) === 'calendar' ? from + 1 : from
  // "New Year 2027" is a day.
  const isSaid = wordAt(reading, start) === 'year' && wordAt(reading, start - 1) !== 'new'
  if (!isSaid && (start > at || !beforeYears.has(wordAt(reading, at - 1)))) return null
  const of = isSaid && wordAt(reading, start + 1) === 'of' ? start + 2 : start + 1
  const year = readYear(reading, isSaid ? of : start)
  if (!year || (!isSaid && (reading.tokens[start]?.kind !== 'number' || year.next !== start + 1))) return null
  if (!isSaid && !endsClause(reading, year.next) && !afterYears.has(wordAt(reading, year.next))) return null
  return {
    value: manyDays(toDayNumber(year.value, 1, 1), toDayNumber(year.value + 1, 1, 1), 'year'),
    next: year.next,
  }
}
