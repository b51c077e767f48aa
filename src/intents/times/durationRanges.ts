import { type Duration, makeDuration, readDuration, readUnit } from './durations.ts'
import { readAmount } from './numbers.ts'
import { afterHyphen, type Found, type Reading, wordAt } from './reading.ts'

export interface DurationRange {
  shortest: Duration
  longest: Duration
}

const joins = new Set(['-', 'to', 'or'])
const awayWords = new Set(['ago', 'old', 'later', 'from', 'after', 'before', 'a', 'per', 'each'])

/** "2 to 3 hours", "45-60 min", "between two and three weeks", "an hour or two": two counts of one unit. */
export function readDurationRange(reading: Reading, at: number): Found<DurationRange> {
  const isBetween = wordAt(reading, at) === 'between'
  const start = isBetween ? at + 1 : at
  const before = reading.tokens[start - 1]
  // "4-5-6 hours".
  if (before?.word === '-' && before.isGlued) return null
  const first = readAmount(reading, start)
  if (!first) return null
  return (
    readUnitBehind(reading, first, isBetween) ?? readOrTwo(reading, start) ?? readTwoUnits(reading, start, isBetween)
  )
}

/** "45 min to an hour", "1hr-1.5hrs": each end with its unit. */
function readTwoUnits(reading: Reading, at: number, isBetween: boolean): Found<DurationRange> {
  const first = readDuration(reading, at)
  const join = first && wordAt(reading, first.next)
  if (!first || !(isBetween ? join === 'and' : join === 'to' || join === '-')) return null
  const last = readDuration(reading, first.next + 1)
  if (!last || last.value.total <= first.value.total || awayWords.has(wordAt(reading, last.next))) return null
  return { value: { shortest: first.value, longest: last.value }, next: last.next }
}

function readUnitBehind(
  reading: Reading,
  first: { value: number; next: number },
  isBetween: boolean,
): Found<DurationRange> {
  const join = wordAt(reading, first.next)
  if (!(isBetween ? join === 'and' || joins.has(join) : joins.has(join))) return null
  const last = readAmount(reading, first.next + 1)
  if (!last || last.value <= first.value) return null
  const isFigure = reading.tokens[last.next - 1]?.kind === 'number'
  const unit = readUnit(reading, afterHyphen(reading, last.next), isFigure)
  // "2-3 m" may be metres, "9 to 5 s" nothing.
  if (!unit || wordAt(reading, unit.next - 1).length < 2) return null
  if (awayWords.has(wordAt(reading, unit.next))) return null
  return {
    value: { shortest: makeDuration(first.value, unit.value), longest: makeDuration(last.value, unit.value) },
    next: unit.next,
  }
}

/** "a day or two". */
function readOrTwo(reading: Reading, at: number): Found<DurationRange> {
  const one = ['a', 'an', 'one'].includes(wordAt(reading, at)) ? readDuration(reading, at) : null
  if (!one || wordAt(reading, one.next) !== 'or' || wordAt(reading, one.next + 1) !== 'two') return null
  const unit = readUnit(reading, one.next - 1, false)
  if (!unit || unit.next !== one.next || one.next !== at + 2) return null
  return { value: { shortest: one.value, longest: makeDuration(2, unit.value) }, next: one.next + 2 }
}
