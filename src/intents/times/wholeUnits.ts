import { makeClock } from './clockSpans.ts'
import { type Duration, makeDuration, readUnit } from './durations.ts'
import type { Piece } from './piece.ts'
import { afterHyphen, type Found, type Reading, wordAt } from './reading.ts'
import { unitSpan } from './spans.ts'

/** "all day", "the whole week", "full-day", "all month": a length, and for weeks and months also the present one. */
export function readWholeUnit(reading: Reading, at: number): Found<{ duration: Duration; piece: Piece | null }> {
  const isHalf = wordAt(reading, at) === 'halfday'
  if (isHalf) return { value: { duration: makeDuration(0.5, 'day'), piece: null }, next: at + 1 }
  const start = ['the', 'a', 'an'].includes(wordAt(reading, at)) ? at + 1 : at
  if (!['all', 'whole', 'full', 'entire'].includes(wordAt(reading, start))) return null
  let from = afterHyphen(reading, start + 1)
  if (wordAt(reading, from) === 'the') from += 1
  const unit = readUnit(reading, from, false)
  if (!unit || !['day', 'week', 'month', 'year', 'night', 'weekend', 'quarter'].includes(unit.value)) return null
  if (wordAt(reading, unit.next - 1).endsWith('s')) return null
  // "the entire month of June" is that month.
  if (wordAt(reading, unit.next) === 'of') return null
  const { workday } = reading.conventions
  const piece: Piece | null =
    unit.value === 'day'
      ? {
          days: null,
          clock: makeClock(workday.fromMinute, workday.toMinute, { isConvention: true }),
          isContinuous: false,
        }
      : { days: unitSpan(reading, unit.value, 0), clock: null, isContinuous: false }
  return { value: { duration: makeDuration(1, unit.value), piece }, next: unit.next }
}
