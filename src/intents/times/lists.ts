import { readClock, readClockMoment } from './clockSpans.ts'
import { findDay, toCalendarDay } from './dayNumbers.ts'
import { clockPiece, dayPiece, type Piece } from './piece.ts'
import { endsClause, type Found, oneDay, type Reading, wordAt } from './reading.ts'

const listWords = new Set([',', 'and', 'or', '&', '/', ';'])

interface Last {
  piece: Piece
  /** The index of the token after it. */
  next: number
}

/** A bare number that carries on what stood before it: "Jan 3, 4 AND 5", "10-11 or 14-15", "the 11 o'clock call to TEN". */
export function readContinued(reading: Reading, at: number, last: Last): Found<Piece> {
  const moved = readMoved(reading, at, last)
  if (moved) return moved
  let from = last.next
  while (listWords.has(wordAt(reading, from))) from += 1
  if (from !== at || from === last.next) return null
  const { days, clock } = last.piece
  if (clock) return readContinuedClock(reading, at)
  return days?.grain === 'day' && days.from !== null && days.repeats !== 'week'
    ? readContinuedDay(reading, at, days.from)
    : null
}

function isListed(reading: Reading, at: number): boolean {
  const after = reading.tokens[at]
  if (!after || endsClause(reading, at)) return true
  if (after.kind === 'mark')
    return !(after.isGlued && ['%', ':', '.'].includes(after.word) && reading.tokens[at + 1]?.isGlued === true)
  return ['and', 'or', 'at', 'from', 'between', 'works', 'work', 'is', 'would', 'are', 'on', 'please'].includes(
    after.word,
  )
}

function readContinuedDay(reading: Reading, at: number, day: number): Found<Piece> {
  const token = reading.tokens[at]
  if (token?.kind !== 'number' || token.word.length > 2 || !isListed(reading, at + 1)) return null
  const { year, month } = toCalendarDay(day)
  const found = findDay(year, month, token.value)
  return found !== null && found > day ? { value: dayPiece(oneDay(found, 'year')), next: at + 1 } : null
}

function readContinuedClock(reading: Reading, at: number): Found<Piece> {
  const found = readClock(reading, at)
  if (!found?.value.isBare || !isListed(reading, found.next)) return null
  const minute = found.value.from
  if (minute === null || minute >= 1440) return null
  return { value: clockPiece({ ...found.value, isBare: false }), next: found.next }
}

/** "shift our 11 o'clock call to ten": an hour that takes the place of another, where a sentence ends. */
function readMoved(reading: Reading, at: number, last: Last): Found<Piece> {
  if (wordAt(reading, at - 1) !== 'to' || !last.piece.clock || at - last.next > 6) return null
  const found = readClockMoment(reading, at)
  if (!found?.value.isBare || found.value.from === null || found.value.from >= 1440) return null
  const after = reading.tokens[found.next]
  if (after && after.kind !== 'mark') return null
  return { value: clockPiece({ ...found.value, isBare: false }), next: found.next }
}
