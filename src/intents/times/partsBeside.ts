import { readDays } from './days.ts'
import { readPart } from './parts.ts'
import type { Piece } from './piece.ts'
import { endsClause, type Found, oneDay, type Reading, wordAt } from './reading.ts'

/** "the night before Christmas", "the morning after the 3rd", "the evening before": a part of the day beside another. */
export function readPartBeside(reading: Reading, at: number): Found<Piece> {
  if (wordAt(reading, at) !== 'the') return null
  const part = readPart(reading, at, true)
  const word = part && wordAt(reading, part.next)
  if (!part || part.value.isPlural || (word !== 'before' && word !== 'after')) return null
  const shift = word === 'before' ? -1 : 1
  if (endsClause(reading, part.next + 1)) return partOn(reading.today + shift, part.value.clock, part.next + 1)
  const days = readDays(reading, part.next + 1)
  if (days?.value.grain !== 'day' || days.value.from === null) return null
  return partOn(days.value.from + shift, part.value.clock, days.next)
}

function partOn(day: number, clock: Piece['clock'], next: number): Found<Piece> {
  return { value: { days: oneDay(day), clock, isContinuous: false }, next }
}
