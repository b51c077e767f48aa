import type { ReadingContext } from '../intent.ts'
import { createTimeReader, readDuration } from '../times.ts'
import type { Token } from '../tokens.ts'

/** Where a time or a length stands: tokens, half-open. */
export interface TimeSpan {
  from: number
  to: number
  kind: 'time' | 'length'
  /** Of a length. */
  minutes: number | null
}

export function findTimeSpans(_text: string, tokens: readonly Token[], context: ReadingContext): TimeSpan[] {
  const reader = createTimeReader(context)
  const spans: TimeSpan[] = []
  let at = 0
  while (at < tokens.length) {
    const length = readDuration(tokens, at)
    const range = reader.readRange(tokens, at)
    const clock = reader.readClock(tokens, at)
    const best = [range, clock].reduce((a, b) => ((b?.next ?? 0) > (a?.next ?? 0) ? b : a), null as { next: number } | null)
    if (length && length.next >= (best?.next ?? 0)) {
      spans.push({ from: at, to: length.next, kind: 'length', minutes: length.value === 'unclear' ? null : length.value })
      at = length.next
    } else if (best) {
      spans.push({ from: at, to: best.next, kind: 'time', minutes: null })
      at = best.next
    } else at += 1
  }
  return spans
}
