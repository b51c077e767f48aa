/** Half-open, in minutes since the epoch. */
export interface MinuteSpan {
  from: number
  to: number
}

/** Sorted, without overlaps, touching spans joined, empty ones dropped. */
export function joinSpans(spans: readonly MinuteSpan[]): MinuteSpan[] {
  const joined: MinuteSpan[] = []
  for (const span of spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else joined.push({ from: span.from, to: span.to })
  }
  return joined
}

/** What of `spans` is not in `taken`; both joined. */
export function subtractSpans(spans: readonly MinuteSpan[], taken: readonly MinuteSpan[]): MinuteSpan[] {
  let left = [...spans]
  for (const cut of taken) {
    left = left.flatMap((span) =>
      cut.to <= span.from || cut.from >= span.to
        ? [span]
        : [
            { from: span.from, to: cut.from },
            { from: cut.to, to: span.to },
          ].filter(({ from, to }) => to > from),
    )
  }
  return left
}

/** What is in both; both joined. */
export function intersectSpans(one: readonly MinuteSpan[], other: readonly MinuteSpan[]): MinuteSpan[] {
  return one.flatMap((a) =>
    other.flatMap((b) => {
      const from = Math.max(a.from, b.from)
      const to = Math.min(a.to, b.to)
      return to > from ? [{ from, to }] : []
    }),
  )
}
