import { addMonths, mondayOf, toCalendarDay, toDayNumber } from './dayNumbers.ts'
import { shifts } from './lexicon.ts'
import { afterHyphen, type DaySpan, type Found, manyDays, matchWords, type Reading, wordAt } from './reading.ts'
import { readNamedSpan, unitSpan } from './spans.ts'
import { readYear } from './yearWords.ts'

type Edge = 'early' | 'mid' | 'late' | 'rest' | 'firstHalf' | 'secondHalf'

interface EdgePhrase {
  words: readonly string[]
  edge: Edge
  /** "Late this week" begins a day earlier than "the end of this week". */
  isLoose: boolean
}

const edgePhrases: readonly EdgePhrase[] = (
  [
    ['early', 'early', true],
    ['early in', 'early', true],
    ['earlier', 'early', true],
    ['earlier in', 'early', true],
    ['late', 'late', true],
    ['late in', 'late', true],
    ['later', 'late', true],
    ['later in', 'late', true],
    ['mid', 'mid', false],
    ['middle of', 'mid', false],
    ['the middle of', 'mid', false],
    ['in the middle of', 'mid', false],
    ['beginning of', 'early', false],
    ['the beginning of', 'early', false],
    ['start of', 'early', false],
    ['the start of', 'early', false],
    ['end of', 'late', false],
    ['the end of', 'late', false],
    ['back end of', 'late', false],
    ['rest of', 'rest', false],
    ['the rest of', 'rest', false],
    ['remainder of', 'rest', false],
    ['the remainder of', 'rest', false],
    ['remaining of', 'rest', false],
    ['the remaining of', 'rest', false],
    ['remaining', 'rest', false],
    ['rest', 'rest', false],
    ['the rest', 'rest', false],
    ['mid of', 'mid', false],
    ['late of', 'late', false],
    ['early of', 'early', false],
    ['first half of', 'firstHalf', false],
    ['the first half of', 'firstHalf', false],
    ['second half of', 'secondHalf', false],
    ['the second half of', 'secondHalf', false],
    ['1st half of', 'firstHalf', false],
    ['2nd half of', 'secondHalf', false],
    ['the 1st half of', 'firstHalf', false],
    ['the 2nd half of', 'secondHalf', false],
    ['latter half of', 'secondHalf', false],
    ['the latter half of', 'secondHalf', false],
    ['latter part of', 'secondHalf', false],
    ['the latter part of', 'secondHalf', false],
  ] as const
).map(([words, edge, isLoose]) => ({ words: words.split(' '), edge, isLoose }))

const edgePhrasesByWord = Map.groupBy(edgePhrases, (phrase) => phrase.words[0] ?? '')

const short: ReadonlyMap<string, { edge: Edge; unit: 'week' | 'month' | 'quarter' | 'year' }> = new Map([
  ['eow', { edge: 'late', unit: 'week' }],
  ['bow', { edge: 'early', unit: 'week' }],
  ['midweek', { edge: 'mid', unit: 'week' }],
  ['eom', { edge: 'late', unit: 'month' }],
  ['bom', { edge: 'early', unit: 'month' }],
  ['eoq', { edge: 'late', unit: 'quarter' }],
  ['eoy', { edge: 'late', unit: 'year' }],
  ['boy', { edge: 'early', unit: 'year' }],
])

export const edgeStarts: readonly string[] = [...edgePhrasesByWord.keys(), ...short.keys()]

function readEdge(reading: Reading, at: number): Found<EdgePhrase> {
  let best: Found<EdgePhrase> = null
  for (const phrase of edgePhrasesByWord.get(wordAt(reading, at)) ?? []) {
    const next = matchWords(reading, at, phrase.words)
    if (next !== null && (!best || next > best.next)) best = { value: phrase, next }
  }
  return best
}

/** "early March", "mid-next week", "the end of May", "rest of May", "EOM", "first half of May". */
export function readEdgeSpan(reading: Reading, at: number): Found<DaySpan> {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const letters = short.get(wordAt(reading, start))
  if (letters) {
    // "boy" is a word too.
    if (letters.edge === 'early' && !isWholeOrPlaced(reading, at, start)) return null
    const span = unitSpan(reading, letters.unit, 0)
    return span && { value: edgeOf(reading, span, letters.edge, false), next: start + 1 }
  }
  const edge = readEdge(reading, at)
  if (!edge) return null
  const through = ['-', 'to'].includes(wordAt(reading, edge.next))
    ? readEdge(reading, edge.next + 1 + hyphenAfter(reading, edge.next))
    : null
  const from = afterHyphen(reading, through?.next ?? edge.next)
  const span = readEdgedSpan(reading, from)
  if (!span || span.value.from === null || span.value.to === null || span.value.grain === 'day') return null
  const first = edgeOf(reading, span.value, edge.value.edge, edge.value.isLoose)
  if (!through) return { value: first, next: span.next }
  // "early to mid March"
  const last = edgeOf(reading, span.value, through.value.edge, through.value.isLoose)
  const isForward = first.from !== null && last.to !== null && first.from < last.to
  return isForward ? { value: { ...first, to: last.to }, next: span.next } : null
}

/** "mid-to-late": the hyphen before "to" is one more token. */
function hyphenAfter(reading: Reading, at: number): number {
  if (wordAt(reading, at) !== '-' || wordAt(reading, at + 1) !== 'to') return wordAt(reading, at + 1) === '-' ? 1 : 0
  return wordAt(reading, at + 2) === '-' ? 2 : 1
}

function isWholeOrPlaced(reading: Reading, at: number, start: number): boolean {
  const isWhole = start + 1 === reading.tokens.length && at === 0
  return isWhole || (start > at && ['at', 'by', 'since', 'from', 'until'].includes(wordAt(reading, at - 1)))
}

/** What can have an edge: a named span, a year in figures, or "week", "month", "year" without an article. */
function readEdgedSpan(reading: Reading, at: number): Found<DaySpan> {
  const span = readNamedSpan(reading, at)
  if (span) return span
  const from = ['the', 'my', 'our'].includes(wordAt(reading, at)) ? at + 1 : at
  const year = readYear(reading, from)
  if (year) {
    const value = manyDays(toDayNumber(year.value, 1, 1), toDayNumber(year.value + 1, 1, 1), 'year')
    return { value, next: year.next }
  }
  const unit = wordAt(reading, from)
  if (unit !== 'week' && unit !== 'month' && unit !== 'year' && unit !== 'quarter' && unit !== 'workweek') return null
  if (shifts.has(unit)) return null
  const value = unitSpan(reading, unit, 0)
  return value && { value, next: from + 1 }
}

function edgeOf(reading: Reading, span: DaySpan, edge: Edge, isLoose: boolean): DaySpan {
  const [from, to] = [span.from ?? 0, span.to ?? 0]
  const part = (start: number, end: number): DaySpan => ({
    ...manyDays(start, end),
    isConvention: true,
    repeats: span.repeats,
  })
  if (edge === 'rest')
    return {
      ...part(Math.max(from, reading.today), Math.max(to - reading.conventions.restLeavesDays, reading.today)),
      isConvention: false,
    }
  const middle = span.grain === 'year' ? addMonths(from, 6) : from + Math.ceil((to - from) / 2)
  if (edge === 'firstHalf') return part(from, middle)
  if (edge === 'secondHalf') return part(middle, to)
  if (span.grain === 'week' || span.grain === 'weekend') {
    if (span.grain === 'weekend') return span
    if (edge === 'early') return part(from, from + 3)
    if (edge === 'mid') return part(from + 2, from + 4)
    return part(Math.max(from + (isLoose ? 3 : 4), from), to)
  }
  if (span.grain === 'month') {
    const isShifted = isLoose && span.repeats === null
    if (edge === 'early') return part(from, from + (isShifted ? 15 : 10))
    if (edge === 'mid') return part(from + 10, from + 20)
    return part(from + (isShifted ? 15 : 20), to)
  }
  if (span.grain === 'year') {
    if (edge === 'early') return part(from, addMonths(from, 3))
    if (edge === 'mid') return part(addMonths(from, 5), addMonths(from, 7))
    return part(addMonths(from, 8), to)
  }
  const third = Math.floor((to - from) / 3)
  if (edge === 'early') return part(from, from + third)
  return edge === 'mid' ? part(from + third, to - third) : part(to - third, to)
}

/** Monday of the week in which the day lies. */
export function weekAround(day: number): DaySpan {
  return manyDays(mondayOf(day), mondayOf(day) + 7, 'week')
}

/** The year of a day. */
export function yearOf(day: number): number {
  return toCalendarDay(day).year
}
