import { toCalendarDay, toDayNumber } from './dayNumbers.ts'
import { shifts, tens } from './lexicon.ts'
import { type DaySpan, endsClause, type Found, manyDays, type Reading, startsClause, wordAt } from './reading.ts'
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
  const isPlaced = beforeYears.has(wordAt(reading, at - 1)) || isBehindSide(reading, at)
  if (!isSaid && !isWholeYear(reading, at) && (start > at || !isPlaced)) return null
  const of = isSaid && wordAt(reading, start + 1) === 'of' ? start + 2 : start + 1
  const year = readYear(reading, isSaid ? of : start)
  if (!year || (!isSaid && (reading.tokens[start]?.kind !== 'number' || year.next !== start + 1))) return null
  if (!isSaid && !endsClause(reading, year.next) && !afterYears.has(wordAt(reading, year.next))) return null
  return {
    value: manyDays(toDayNumber(year.value, 1, 1), toDayNumber(year.value + 1, 1, 1), 'year'),
    next: year.next,
  }
}

/** "by 2027", "before 1998": figures that are no hour in quarters. */
function isBehindSide(reading: Reading, at: number): boolean {
  const minutes = (reading.tokens[at]?.value ?? 0) % 100
  return sideWords.has(wordAt(reading, at - 1)) && (minutes >= 60 || minutes % 15 !== 0)
}

const sideWords = new Set('by before after until till from starting beginning through than sometime beyond'.split(' '))

/** "2027" and nothing else. */
function isWholeYear(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]
  return reading.tokens.length === 1 && token?.kind === 'number' && token.value >= 1950 && token.value < 2100
}

const longestYears = 100

/** "from 2018 to 2021", "between 2019 and 2022", "2018-2021": whole years, where the figures are no hours. */
export function readYearSpan(reading: Reading, at: number): Found<DaySpan> {
  const opening = wordAt(reading, at)
  const isOpened = opening === 'from' || opening === 'between'
  const start = isOpened ? at + 1 : at
  const [first, last] = [reading.tokens[start], reading.tokens[start + 2]]
  if (first?.kind !== 'number' || last?.kind !== 'number' || first.word.length !== 4 || last.word.length !== 4)
    return null
  const joint = wordAt(reading, start + 1)
  if (!['-', 'to', 'until', 'till', 'through'].includes(joint) && !(opening === 'between' && joint === 'and'))
    return null
  const isLed = isOpened || ['in', 'during', 'of', 'years', 'since', 'for'].includes(wordAt(reading, at - 1))
  if (!isLed && !(startsClause(reading, at) && endsClause(reading, start + 3))) return null
  const [from, to] = [readYear(reading, start), readYear(reading, start + 2)]
  if (
    !from ||
    !to ||
    to.value <= from.value ||
    to.value - from.value > longestYears ||
    isClockPair(from.value, to.value)
  )
    return null
  const after = reading.tokens[start + 3]
  if (['h', 'hrs', 'hours', 'am', 'pm', 'to', '-', '/', ':'].includes(after?.word ?? '')) return null
  return { value: manyDays(toDayNumber(from.value, 1, 1), toDayNumber(to.value + 1, 1, 1)), next: start + 3 }
}

/** "1930 to 2015": both could be hours in quarters. */
function isClockPair(first: number, last: number): boolean {
  return first % 100 < 60 && last % 100 < 60 && first % 15 === 0 && (last % 100) % 15 === 0 && (first % 100) % 15 === 0
}

const decadesByWord: ReadonlyMap<string, number> = new Map(
  [...tens].map(([word, value]): [string, number] => [`${word.slice(0, -1)}ies`, value]),
)

/** "the 1990s", "the 80s", "the nineties", "next decade". */
export function readDecade(reading: Reading, at: number): Found<DaySpan> {
  const isThe = wordAt(reading, at) === 'the'
  const start = isThe ? at + 1 : at
  const shift = shifts.get(wordAt(reading, start))
  const { year } = toCalendarDay(reading.today)
  if (shift !== undefined && wordAt(reading, start + 1) === 'decade')
    return { value: tenYears(Math.floor(year / 10) * 10 + shift * 10), next: start + 2 }
  // "music of the 90s" tells a kind, not a time.
  const isPlaced = at === 0 || beforeDecades.has(wordAt(reading, at - 1))
  const figureAt = wordAt(reading, start) === "'" ? start + 1 : start
  const figure = reading.tokens[figureAt]
  const ending = reading.tokens[figureAt + 1]
  if (
    figure?.kind === 'number' &&
    ['s', "'s"].includes(ending?.word ?? '') &&
    ending?.isGlued &&
    figure.value % 10 === 0
  ) {
    if (figure.word.length === 4 && figure.value >= 1800 && figure.value < 2100)
      return { value: tenYears(figure.value), next: figureAt + 2 }
    return isThe && isPlaced && figure.word.length === 2
      ? { value: tenYears(centuryOf(figure.value) + figure.value), next: figureAt + 2 }
      : null
  }
  const named = isThe && isPlaced ? decadesByWord.get(wordAt(reading, start)) : undefined
  return named === undefined ? null : { value: tenYears(centuryOf(named) + named), next: start + 1 }
}

const beforeDecades = new Set([
  'in',
  'during',
  'since',
  'from',
  'until',
  'early',
  'late',
  'mid',
  'throughout',
  'through',
  'back',
  'before',
  'after',
])

function centuryOf(decade: number): number {
  return decade < 30 ? 2000 : 1900
}

function tenYears(year: number): DaySpan {
  return manyDays(toDayNumber(year, 1, 1), toDayNumber(year + 10, 1, 1), 'year')
}
