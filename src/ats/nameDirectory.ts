import type { Clock } from '../domain/clock.ts'
import { fullName } from '../domain/names.ts'
import { createNameIndex, type NameIndex } from '../intents/names/nameIndex.ts'
import type { NameMatch } from '../intents/names/rankNames.ts'
import type { Tables, Tx } from '../store/port.ts'
import { findByField } from './findByField.ts'
import { keepRows, type Shelf } from './keptRows.ts'
import { isEmail, normaliseEmail } from './recordWrites.ts'

type PeopleTable = 'atsCandidates' | 'atsContacts'

export interface Ranked<Item> {
  /** Who may be meant, best first; the score is 1, 0.9 or 0.8, the same for those who are equally likely meant. */
  matches: { item: Item; score: number }[]
  /** Names that merely resemble what was written, best first, at most 3. */
  nearest: { name: string; score: number }[]
}

export interface NameDirectory<T extends PeopleTable> {
  /** The index itself, as it is now; it goes on changing. */
  open(tx: Tx): Promise<PeopleShelf<T>>
  /** People by name, or by e-mail when an address is what was written. `tx` has to be a transaction that only reads. */
  rankPeople(tx: Tx, written: string): Promise<Ranked<Tables[T]>>
}

/** People of one table, by name and address. */
export interface PeopleShelf<T extends PeopleTable> extends Shelf<Tables[T]> {
  readonly index: NameIndex
  /** Who may have this address: rows are read again before they are shown, because they may have another one by now. */
  idsByEmail(email: string): readonly string[]
  /** The client of a contact, and the title that the records give him there. */
  placeOf(id: string): { clientId: string; title: string | null } | null
  /** Contacts of a client. */
  idsOfClient(clientId: string): Iterable<string>
}

export const matchCountMax = 200
export const nearestCountMax = 3

const readers = {
  atsCandidates: (row: Tables['atsCandidates']) => ({ name: fullName(row), emails: row.emails, place: null }),
  atsContacts: (row: Tables['atsContacts']) => ({
    name: row.name,
    emails: [row.email],
    place: { clientId: row.clientId, title: row.title },
  }),
}

function createPeopleShelf<T extends PeopleTable>(table: T): PeopleShelf<T> {
  const read = readers[table] as (row: Tables[T]) => {
    name: string
    emails: readonly string[]
    place: { clientId: string; title: string | null } | null
  }
  const index = createNameIndex([])
  // Mostly one person an address, so a set for each would take more than the names do.
  const byEmail = new Map<string, string | string[]>()
  const places = new Map<string, { clientId: string; title: string | null }>()
  const byClient = new Map<string, Set<string>>()
  const leave = (id: string): void => {
    const place = places.get(id)
    if (place) byClient.get(place.clientId)?.delete(id)
    places.delete(id)
  }
  const idsByEmail = (email: string): readonly string[] => [byEmail.get(email) ?? []].flat()
  return {
    index,
    get size() {
      return index.size
    },
    idsByEmail,
    ids: index.ids,
    remove: (id) => {
      index.remove(id)
      leave(id)
    },
    placeOf: (id) => places.get(id) ?? null,
    idsOfClient: (clientId) => byClient.get(clientId) ?? [],
    put: (row) => {
      const { name, emails, place } = read(row)
      index.put({ id: row.id, name })
      leave(row.id)
      if (place) {
        places.set(row.id, place)
        const others = byClient.get(place.clientId)
        if (others) others.add(row.id)
        else byClient.set(place.clientId, new Set([row.id]))
      }
      for (const email of emails.map(normaliseEmail)) {
        const known = idsByEmail(email)
        if (!known.includes(row.id)) byEmail.set(email, known.length === 0 ? row.id : [...known, row.id])
      }
    },
  }
}

/**
 * Keeps an index of one table's names per tenant in this process (`keepRows`). The database's own index for similar text is of
 * no use here: docs/decisions/0007-names.md.
 */
export function keepNameDirectory<T extends PeopleTable>(table: T, clock: Clock): NameDirectory<T> {
  const { open } = keepRows(table, clock, () => createPeopleShelf(table))
  const read = readers[table] as (row: Tables[T]) => { name: string; emails: readonly string[] }

  async function rankByEmail(tx: Tx, kept: PeopleShelf<T>, written: string): Promise<Ranked<Tables[T]>> {
    const email = normaliseEmail(written)
    const rows = await findByField(tx, table, 'id', kept.idsByEmail(email))
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

  return { open, rankPeople }
}

function idsOf(matches: readonly NameMatch[]): string[] {
  return matches.map((match) => match.id)
}

/** The names that resemble most, each once, at most 3. */
export function mergeNearest(...lists: readonly { name: string; score: number }[][]): string[] {
  const sorted = lists.flat().sort((left, right) => right.score - left.score)
  return [...new Set(sorted.map(({ name }) => name))].slice(0, nearestCountMax)
}
