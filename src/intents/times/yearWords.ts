import { toCalendarDay } from './dayNumbers.ts'
import { shifts, smallCounts } from './lexicon.ts'
import { readNumber } from './numbers.ts'
import { type Found, type Reading, wordAt } from './reading.ts'

/** A year: 4 figures, "'26", "two thousand and thirty". */
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
  if (after.kind === 'word' && ['h', 'q', 'w'].includes(after.word) && reading.tokens[at + 2]?.isGlued) return false
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
