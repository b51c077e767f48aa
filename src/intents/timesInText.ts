import type { ReadingContext } from './intent.ts'
import { type DayRange, daysOf } from './readDays.ts'
import { findTimes } from './times/findTimes.ts'
import type { Token } from './tokens.ts'

/** What stands at a token, and the index of the token after it. */
interface Stands<Value> {
  value: Value
  next: number
}

/** The times of one sentence, asked for token by token. */
export interface TimesInText {
  lengthAt(tokens: readonly Token[], at: number): Stands<number | 'unclear'> | null
  /** Days; `clockWords` are the words about hours beside them. */
  daysAt(tokens: readonly Token[], at: number): Stands<DayRange & { clockWords: string | null }> | null
  clockAt(tokens: readonly Token[], at: number): { next: number } | null
}

const leads = new Set(['on', 'in', 'during', 'for', 'within', 'sometime', 'at'])
const lengthMin = 5
const lengthMax = 480
const trailingClock =
  /\b(?:at |from |between |after |before |by |around )?(?:\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:-|to|and|until) ?\d{1,2}(?:[:.]\d{2})?)?(?: ?[ap]\.?m\.?)?|noon|midday)$/i

export function readTimesIn(text: string, context: ReadingContext): TimesInText {
  const expressions = findTimes(text, context)
  const startingAt = (tokens: readonly Token[], at: number) => {
    const token = tokens[at]
    const next = tokens[at + 1]
    if (!token || token.from < 0) return null
    const isLead = leads.has(token.word) && next !== undefined
    const found = expressions.find(({ from }) => from === token.from || (isLead && from === next.from))
    if (!found) return null
    let end = at
    while (end < tokens.length && (tokens[end]?.from ?? -1) >= 0 && (tokens[end]?.from ?? 0) < found.to) end += 1
    // A part of it may have been cut out already.
    return (tokens[end - 1]?.to ?? 0) < found.to ? null : { found, next: end, isLead: found.from !== token.from }
  }
  return {
    lengthAt: (tokens, at) => {
      const stands = startingAt(tokens, at)
      if (stands?.found.kind !== 'duration' || stands.found.seconds === null || stands.isLead) return null
      const minutes = stands.found.seconds / 60
      const isUsual = Number.isInteger(minutes) && minutes >= lengthMin && minutes <= lengthMax
      return { value: isUsual ? minutes : 'unclear', next: stands.next }
    },
    daysAt: (tokens, at) => {
      const stands = startingAt(tokens, at)
      const days = stands && daysOf(stands.found)
      if (!stands || !days) return null
      const words = text.slice(stands.found.from, stands.found.to)
      const clockWords = stands.found.clock ? (trailingClock.exec(words)?.[0] ?? words) : null
      return { value: { ...days, clockWords }, next: stands.next }
    },
    clockAt: (tokens, at) => {
      const stands = startingAt(tokens, at)
      return stands?.found.clock && !stands.found.days ? { next: stands.next } : null
    },
  }
}
