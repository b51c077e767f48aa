import { createHash } from 'node:crypto'

/** Remembers the newest rows of a list whose rows do not say when they changed, so that a walk from the newest on knows where to stop. */
export interface NewestFirst<T> {
  /** Begins a walk; `since` as the stream was asked for. */
  begin(since: Date | null): void
  /** The rows of the next page that are new or changed, and whether all behind them is as it was. */
  take(rows: readonly T[]): { fresh: readonly T[]; isDone: boolean }
}

const keptMax = 500
/** So many rows one after the other as they were: what was touched meanwhile stands before them. */
const streakEnough = 20

/** Kept in memory alone: who remembers nothing is told everything anew. */
export function createNewestFirst<T>(): NewestFirst<T> {
  let known: readonly string[] = []
  let rankOf = new Map<string, number>()
  let walk: { since: number; prints: string[]; streak: number; rank: number } | null = null

  return {
    begin(since) {
      const sinceMs = since?.getTime() ?? Number.NEGATIVE_INFINITY
      // Only when time has gone on were the rows of the walk before kept; the same instant asks for them once more.
      if (walk && sinceMs > walk.since) {
        known = walk.prints
        rankOf = new Map(known.map((print, rank) => [print, rank]))
      }
      walk = { since: sinceMs, prints: [], streak: 0, rank: -1 }
    },
    take(rows) {
      const fresh: T[] = []
      for (const row of rows) {
        const print = createHash('sha256').update(JSON.stringify(row)).digest('base64').slice(0, 20)
        const rank = rankOf.get(print)
        if (rank === undefined) fresh.push(row)
        if (!walk) continue
        if (walk.prints.length < keptMax) walk.prints.push(print)
        walk.streak = rank !== undefined && rank > walk.rank ? walk.streak + 1 : 0
        walk.rank = rank ?? -1
        if (walk.streak < streakEnough || walk.since === Number.NEGATIVE_INFINITY) continue
        walk.prints = [...walk.prints, ...known.slice(walk.rank + 1)].slice(0, keptMax)
        return { fresh, isDone: true }
      }
      return { fresh: walk && walk.since !== Number.NEGATIVE_INFINITY ? fresh : rows, isDone: false }
    },
  }
}
