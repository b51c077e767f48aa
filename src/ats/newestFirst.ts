import { createHash } from 'node:crypto'
import { z } from 'zod'

// A list whose rows do not say when they changed, newest first: what was touched stands before what was not, so a walk ends where rows come one after the
// other as they came the last time.

const keptMax = 300
const streakEnough = 20
/** Bits enough that no two of some hundred thousand rows are taken for one. */
const printLength = 10

/** Where a walk stands, to be kept with its page. */
export const newestWalk = z.object({
  /** Of the newest rows, for the next walk. */
  prints: z.array(z.string()),
  streak: z.number().int(),
  rank: z.number().int(),
})
export type NewestWalk = z.output<typeof newestWalk>
export const walkBegun: NewestWalk = { prints: [], streak: 0, rank: -1 }

/**
 * The rows of a page that are new or changed, and whether all behind them is as it was.
 * @param known the prints of the walk before, as `writePrints` gave them; null tells everything and ends nowhere
 */
export function takeNewest<T>(
  rows: readonly T[],
  known: string | null,
  { prints, streak, rank }: NewestWalk,
): { fresh: readonly T[]; isDone: boolean; walk: NewestWalk } {
  const before = known === null ? [] : known.split(' ')
  const rankOf = new Map(before.map((print, at) => [print, at]))
  const kept = [...prints]
  const fresh: T[] = []
  for (const row of rows) {
    const print = createHash('sha256').update(JSON.stringify(row)).digest('base64').slice(0, printLength)
    const found = rankOf.get(print)
    if (found === undefined) fresh.push(row)
    if (kept.length < keptMax) kept.push(print)
    streak = found !== undefined && found > rank ? streak + 1 : 0
    rank = found ?? -1
    if (streak < streakEnough) continue
    const all = [...kept, ...before.slice(rank + 1)].slice(0, keptMax)
    return { fresh, isDone: true, walk: { prints: all, streak, rank } }
  }
  return { fresh, isDone: false, walk: { prints: kept, streak, rank } }
}

export const writePrints = ({ prints }: NewestWalk): string => prints.join(' ')
