/** A stretch of absolute minutes since the epoch, half-open. */
export interface Span {
  from: number
  to: number
}

export const minuteMs = 60_000

/** Whole minutes inside an interval: a start inside a minute counts from the next one. */
export function innerSpan(interval: { startsAt: Date; endsAt: Date }): Span {
  return {
    from: Math.ceil(interval.startsAt.getTime() / minuteMs),
    to: Math.floor(interval.endsAt.getTime() / minuteMs),
  }
}

/** Whole minutes that an interval touches. */
export function outerSpan(interval: { startsAt: Date; endsAt: Date }): Span {
  return {
    from: Math.floor(interval.startsAt.getTime() / minuteMs),
    to: Math.ceil(interval.endsAt.getTime() / minuteMs),
  }
}

/** Sorted, joined where they overlap or touch, empty ones dropped. Takes the spans over: they may be changed and reused. */
export function mergeSpans(spans: Span[]): Span[] {
  let isSorted = true
  for (let at = 1; at < spans.length && isSorted; at++)
    isSorted = (spans[at - 1] as Span).from <= (spans[at] as Span).from
  if (!isSorted) spans.sort((a, b) => a.from - b.from)
  let count = 0
  for (const next of spans) {
    if (next.from >= next.to) continue
    const last = count > 0 ? (spans[count - 1] as Span) : null
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to)
    else spans[count++] = next
  }
  spans.length = count
  return spans
}

/** What two lists of sorted, merged spans share. */
export function intersectSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  const shared: Span[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as Span, b[j] as Span]
    const span = { from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) }
    if (span.from < span.to) shared.push(span)
    if (left.to < right.to) i += 1
    else j += 1
  }
  return shared
}

/** Index of the first of ascending minutes that is not before `minute`; their count when there is none. */
export function columnAtOrAfter(minutes: Int32Array, minute: number): number {
  let [low, high] = [0, minutes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((minutes[middle] as number) < minute) low = middle + 1
    else high = middle
  }
  return low
}
