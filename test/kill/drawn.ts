/** Which passing of which step ends the process. */
export interface Drawn {
  step: string
  number: number
}

/** Small, seeded, good enough to draw with (mulberry32). @returns numbers in [0, 1) */
export function openDraw(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<T>(draw: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(draw() * from.length)]
  if (picked === undefined) throw new Error('nothing to draw from')
  return picked
}

/** The part of a step that the histogram counts by. */
export function groupOf(step: string): string {
  return step.slice(0, step.indexOf(':'))
}

/** First a group, so that rare ones are met as often as frequent ones; then one of its steps; then one of its passings. */
export function drawStep(draw: () => number, recorded: ReadonlyMap<string, number>, group?: string): Drawn {
  const groups = [...new Set([...recorded.keys()].map(groupOf))].sort()
  const chosen = group ?? pick(draw, groups)
  const step = pick(draw, [...recorded.keys()].filter((known) => groupOf(known) === chosen).sort())
  return { step, number: 1 + Math.floor(draw() * (recorded.get(step) ?? 1)) }
}
