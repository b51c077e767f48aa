import type { Clock } from '../domain/clock.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Tables, Tx } from '../store/port.ts'

/** Tables whose rows bear the instant of their last change. */
export type KeptTable = 'atsCandidates' | 'atsContacts' | 'atsClients' | 'atsJobs' | 'atsStages' | 'atsUsers'

/** What is kept in memory of one table's rows of one tenant. */
export interface Shelf<Row> {
  /** How many rows. */
  readonly size: number
  /** Adds a row, or puts it in the place of what was kept of it. */
  put(row: Row): void
  remove(id: string): void
  ids(): Iterable<string>
}

export interface KeptRows<S> {
  /** The shelf of the transaction's tenant as it is now. `tx` has to be a transaction that only reads. */
  open(tx: Tx): Promise<S>
}

/** A change is seen even when it comes this much later than the instant it bears: transactions last, and clocks differ. */
const lateMs = 120_000
/** An index takes a third of a kilobyte a name; the one unused for longest goes first. */
const tenantCountMax = 50
const portionSize = 1000

/**
 * Keeps of one table per tenant in this process what `createShelf` keeps of a row, and brings it up to date at each use: with
 * the rows that changed since, without those that are gone when there are fewer, and anew when the number still does not agree.
 */
export function keepRows<T extends KeptTable, S extends Shelf<Tables[T]>>(
  table: T,
  clock: Clock,
  createShelf: () => S,
): KeptRows<S> {
  const keptByTenant = new Map<TenantId, { shelf: S; readAt: Date }>()

  async function readAll(tx: Tx): Promise<{ shelf: S; readAt: Date }> {
    const kept = { shelf: createShelf(), readAt: clock.now() }
    for (const row of await tx.find(table)) kept.shelf.put(row)
    return kept
  }

  async function refresh({ shelf, readAt }: { shelf: S; readAt: Date }, tx: Tx): Promise<{ shelf: S; readAt: Date }> {
    const now = clock.now()
    const since = new Date(readAt.getTime() - lateMs)
    const [count, changed] = await Promise.all([
      tx.count(table),
      tx.find(table, { where: { updatedAt: { gte: since } } as never }),
    ])
    for (const row of changed) shelf.put(row)
    if (shelf.size > count) await dropGone(tx, shelf, count)
    return shelf.size === count ? { shelf, readAt: now } : readAll(tx)
  }

  /** Counting by ids finds those who are gone in a fraction of the time that reading all rows takes. */
  async function dropGone(tx: Tx, shelf: S, count: number): Promise<void> {
    const ids = [...shelf.ids()]
    for (let from = 0; from < ids.length && shelf.size > count; from += portionSize) {
      const portion = ids.slice(from, from + portionSize)
      const where = { id: { in: portion } } as never
      if ((await tx.count(table, where)) === portion.length) continue
      const left = new Set((await tx.find(table, { where })).map((row) => String(row.id)))
      for (const id of portion) if (!left.has(id)) shelf.remove(id)
    }
  }

  return {
    open: async (tx) => {
      const known = keptByTenant.get(tx.tenantId)
      const kept = known ? await refresh(known, tx) : await readAll(tx)
      keptByTenant.delete(tx.tenantId)
      keptByTenant.set(tx.tenantId, kept)
      const [oldest] = keptByTenant.keys()
      if (keptByTenant.size > tenantCountMax && oldest !== undefined) keptByTenant.delete(oldest)
      return kept.shelf
    },
  }
}
