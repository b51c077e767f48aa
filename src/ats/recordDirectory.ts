import type { Clock } from '../domain/clock.ts'
import type { Directory, DirectoryPerson } from '../domain/directory.ts'
import type { UserRecord } from '../domain/records.ts'
import { createDirectoryOver, type IndexedPeople } from '../intents/createDirectory.ts'
import { createNameIndex } from '../intents/names/nameIndex.ts'
import type { Tables, Tx } from '../store/port.ts'
import { type KeptTable, keepRows, type Shelf } from './keptRows.ts'
import type { PeopleShelf } from './nameDirectory.ts'
import type { People } from './searchApplications.ts'

export interface RecordDirectory {
  /** Who and what the records of the transaction's tenant know, as of now. `tx` has to be a transaction that only reads. */
  open(tx: Tx): Promise<Directory>
}

/**
 * Hands the reader of messages the names of the records. People are found in the indexes that look-ups use anyway; of companies,
 * jobs and stages only names are kept, and indexed anew when one of them has changed.
 */
export function keepRecordDirectory(clock: Clock, people: People): RecordDirectory {
  const clients = keepSlim('atsClients', clock, ({ id, name }) => ({ id, name }))
  const jobs = keepSlim('atsJobs', clock, ({ id, title, clientId }) => ({ id, title, clientId }))
  const stages = keepSlim('atsStages', clock, ({ label }) => label)
  const users = keepRows('atsUsers', clock, createUserShelf)
  // Goes with the shelves it stands on.
  const built = new WeakMap<object, { of: readonly unknown[]; directory: Directory }>()
  return {
    open: async (tx) => {
      const [candidates, contacts, clientNames, jobTitles, stageLabels, team] = await Promise.all([
        people.candidates.open(tx),
        people.contacts.open(tx),
        clients.open(tx),
        jobs.open(tx),
        stages.open(tx),
        users.open(tx),
      ])
      const of = [candidates, contacts, team, clientNames.values(), jobTitles.values(), stageLabels.values()]
      const known = built.get(candidates)
      if (known?.of.every((one, at) => one === of[at])) return known.directory
      const directory = createDirectoryOver([candidatesOf(candidates), contactsOf(contacts), team], {
        clients: clientNames.values(),
        jobs: jobTitles.values(),
        stages: [...new Set(stageLabels.values())],
      })
      built.set(candidates, { of, directory })
      return directory
    },
  }
}

interface SlimShelf<Row, Slim> extends Shelf<Row> {
  /** The same list as long as nothing has changed. */
  values(): readonly Slim[]
}

function keepSlim<T extends KeptTable, Slim>(table: T, clock: Clock, slim: (row: Tables[T]) => Slim) {
  return keepRows(table, clock, (): SlimShelf<Tables[T], Slim> => {
    const byId = new Map<string, Slim>()
    let list: readonly Slim[] | null = null
    return {
      get size() {
        return byId.size
      },
      put: (row) => {
        const now = slim(row)
        // Rows of the last minutes are put again and again.
        if (JSON.stringify(byId.get(row.id)) === JSON.stringify(now)) return
        byId.set(row.id, now)
        list = null
      },
      remove: (id) => {
        byId.delete(id)
        list = null
      },
      ids: () => byId.keys(),
      values: () => {
        list ??= [...byId.values()]
        return list
      },
    }
  })
}

function peopleOver(index: IndexedPeople['index'], describe: (id: string, name: string) => DirectoryPerson) {
  const personOf = (id: string): DirectoryPerson | null => {
    const name = index.nameOf(id)
    return name === null ? null : describe(id, name)
  }
  return { index, personOf, findPerson: personOf }
}

function candidatesOf({ index }: PeopleShelf<'atsCandidates'>): IndexedPeople {
  return peopleOver(index, (id, name) => ({ id, name, kind: 'candidate' }))
}

function contactsOf({ index, placeOf, idsOfClient }: PeopleShelf<'atsContacts'>): IndexedPeople {
  const people = peopleOver(index, (id, name) => {
    const place = placeOf(id)
    return { id, name, kind: 'contact', clientId: place?.clientId ?? null, role: place?.title?.toLowerCase() ?? null }
  })
  return {
    ...people,
    ofClient: (clientId) => Array.from(idsOfClient(clientId)).flatMap((id) => people.findPerson(id) ?? []),
  }
}

/** The own hiring team sits on the other side of the candidate, like a client's contacts. */
function createUserShelf(): Shelf<UserRecord> & IndexedPeople {
  const index = createNameIndex([])
  const roles = new Map<string, string>()
  const words = { recruiter: 'recruiter', hiringManager: 'hiring manager', interviewer: 'interviewer' }
  return {
    ...peopleOver(index, (id, name) => ({ id, name, kind: 'contact', clientId: null, role: roles.get(id) ?? null })),
    get size() {
      return index.size
    },
    put: ({ id, name, role }) => {
      index.put({ id, name })
      roles.set(id, words[role])
    },
    remove: index.remove,
    ids: index.ids,
  }
}
