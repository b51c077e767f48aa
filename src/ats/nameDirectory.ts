import type { Clock } from '../domain/clock.ts'
import type { TenantId } from '../domain/ids.ts'
import { fullName } from '../domain/names.ts'
import { createNameIndex, type NameIndex } from '../intents/names/nameIndex.ts'
import type { NameMatch } from '../intents/names/rankNames.ts'
import type { Tables, Tx } from '../store/port.ts'
import { findByField } from './findByField.ts'
import { isEmail, normaliseEmail } from './recordWrites.ts'

type PeopleTable = 'atsCandidates' | 'atsContacts'

export interface Ranked<Item> {
  /** Who may be meant, best first; the score is 1, 0.9 or 0.8, the same for those who are equally likely meant. */
  matches: { item: Item; score: number }[]
  /** Names that merely resemble what was written, best first, at most 3. */
  nearest: { name: string; score: number }[]
}

export interface NameDirectory<T extends PeopleTable> {
  /** People by name, or by e-mail when an address is what was written. `tx` has to be a transaction that only reads. */
  rankPeople(tx: Tx, written: string): Promise<Ranked<Tables[T]>>
}

interface Kept {
  index: NameIndex
  /** May name people who have another address by now: rows are read again before they are shown. */
  idsByEmail: Map<string, Set<string>>
  readAt: Date
}

/** A change is seen even when it comes this much later than the instant it bears: transactions last, and clocks differ. */
const lateMs = 120_000
/** An index takes a third of a kilobyte a name; the one unused for longest goes first. */
const tenantCountMax = 50
export const matchCountMax = 200
export const nearestCountMax = 3

const readers = {
  atsCandidates: (row: Tables['atsCandidates']) => ({ name: fullName(row), emails: row.emails }),
  atsContacts: (row: Tables['atsContacts']) => ({ name: row.name, emails: [row.email] }),
}

/**
 * Keeps an index of one table's names per tenant in this process and brings it up to date at each use: with the rows that changed
 * since, and anew when the number of rows does not agree. The database's own index for similar text is of no use here:
 * docs/decisions/0006-names.md.
 */
export function keepNameDirectory<T extends PeopleTable>(table: T, clock: Clock): NameDirectory<T> {
  const keptByTenant = new Map<TenantId, Kept>()
  const read = readers[table] as (row: Tables[T]) => { name: string; emails: readonly string[] }

  function put({ index, idsByEmail }: Kept, row: Tables[T]): void {
    const { name, emails } = read(row)
    index.put({ id: row.id, name })
    for (const email of emails.map(normaliseEmail))
      idsByEmail.set(email, (idsByEmail.get(email) ?? new Set()).add(row.id))
  }

  async function readAll(tx: Tx): Promise<Kept> {
    const kept: Kept = { index: createNameIndex([]), idsByEmail: new Map(), readAt: clock.now() }
    for (const row of await tx.find(table)) put(kept, row)
    return kept
  }

  async function refresh(kept: Kept, tx: Tx): Promise<Kept> {
    const readAt = clock.now()
    const since = new Date(kept.readAt.getTime() - lateMs)
    const [count, changed] = await Promise.all([
      tx.count(table),
      tx.find(table, { where: { updatedAt: { gte: since } } as never }),
    ])
    for (const row of changed) put(kept, row)
    return kept.index.size === count ? { ...kept, readAt } : readAll(tx)
  }

  async function open(tx: Tx): Promise<Kept> {
    const known = keptByTenant.get(tx.tenantId)
    const kept = known ? await refresh(known, tx) : await readAll(tx)
    keptByTenant.delete(tx.tenantId)
    keptByTenant.set(tx.tenantId, kept)
    const [oldest] = keptByTenant.keys()
    if (keptByTenant.size > tenantCountMax && oldest !== undefined) keptByTenant.delete(oldest)
    return kept
  }

  async function rankByEmail(tx: Tx, kept: Kept, written: string): Promise<Ranked<Tables[T]>> {
    const email = normaliseEmail(written)
    const rows = await findByField(tx, table, 'id', kept.idsByEmail.get(email) ?? [])
    const owners = rows.filter((row) => read(row).emails.some((known) => normaliseEmail(known) === email))
    return { matches: owners.map((item) => ({ item, score: 1 })), nearest: [] }
  }

  async function rankPeople(tx: Tx, written: string): Promise<Ranked<Tables[T]>> {
    const kept = await open(tx)
    if (isEmail(written.trim())) return rankByEmail(tx, kept, written)
    const { matches } = kept.index.findNames(written, matchCountMax)
    const meant = matches.filter((match) => match.isMeant)
    const shown = meant.length > 0 ? meant : matches.slice(0, nearestCountMax)
    const rows = new Map((await findByField(tx, table, 'id', idsOf(shown))).map((row) => [row.id, row]))
    const withRow = shown.flatMap((match) => {
      const item = rows.get(match.id)
      return item ? [{ item, match }] : []
    })
    if (meant.length > 0)
      return { matches: withRow.map(({ item, match }) => ({ item, score: match.grade })), nearest: [] }
    const nearest = withRow.map(({ item, match }) => ({ name: read(item).name, score: match.score }))
    return { matches: [], nearest }
  }

  return { rankPeople }
}

function idsOf(matches: readonly NameMatch[]): string[] {
  return matches.map((match) => match.id)
}

/** The names that resemble most, each once, at most 3. */
export function mergeNearest(...lists: readonly { name: string; score: number }[][]): string[] {
  const sorted = lists.flat().sort((left, right) => right.score - left.score)
  return [...new Set(sorted.map(({ name }) => name))].slice(0, nearestCountMax)
}
