import type { ReadingContext } from '../intent.ts'
import { findTimes } from '../times/findTimes.ts'
import type { Token } from '../tokens.ts'

/** Where a time or a length stands: tokens, half-open. */
export interface TimeSpan {
  from: number
  to: number
  kind: 'time' | 'length'
  hasClock: boolean
  /** Of a length that an interview can have. */
  minutes: number | null
}

/** Words that the grammar of time knows and that in a request mean no time: "for now", "chase them now", "second". */
const idle = new Set(['now', 'right now', 'currently', 'at the moment', 'for the moment', 'the moment', 'second', 'the second', 'the third', 'at once', 'immediately', 'asap', 'soon', 'ever', 'recently', 'lately', 'the first', 'first', 'the past', 'a second', 'a sec', 'a minute', 'a moment', 'just a sec', 'just now', 'the day', 'a day', 'day', 'time', 'once', 'again', 'later', 'earlier', 'may', 'daily'])
const lengthMin = 5
const lengthMax = 600

/** Times and lengths of a sentence by the tokens they cover. */
export function findTimeSpans(text: string, tokens: readonly Token[], context: ReadingContext): TimeSpan[] {
  const spans: TimeSpan[] = []
  for (const expression of findTimes(text, { now: context.now, zone: context.zone, locale: context.locale })) {
    const from = tokens.findIndex(({ to }) => to > expression.from)
    const last = tokens.findLastIndex(({ from: start }) => start < expression.to)
    const words = text.slice(expression.from, expression.to).trim().toLowerCase()
    if (from < 0 || last < from || idle.has(words)) continue
    const isLength = expression.kind === 'duration'
    const minutes = isLength && expression.seconds !== null ? expression.seconds / 60 : null
    const isUsual = minutes !== null && Number.isInteger(minutes) && minutes >= lengthMin && minutes <= lengthMax
    const kind = isLength && isUsual ? 'length' : 'time'
    spans.push({ from, to: last + 1, kind, hasClock: expression.clock !== null, minutes: isUsual ? minutes : null })
  }
  return spans
}
