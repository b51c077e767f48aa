/** A person of the records as far as telling people apart needs it. */
export interface DirectoryPerson {
  id: string
  name: string
  /** Other names the same person is called by. */
  aka?: readonly string[]
  /** A contact is anybody of the other side: of a client, or of the own hiring team. */
  kind: 'candidate' | 'contact'
  /** What a candidate is put forward for, newest first; left out where nobody has looked (`withJobs`). */
  jobIds?: readonly string[]
  clientId?: string | null
  role?: string | null
}

export interface DirectoryClient {
  id: string
  name: string
  aka?: readonly string[]
}

export interface DirectoryJob {
  id: string
  title: string
  aka?: readonly string[]
  clientId?: string | null
}

/** How well words fit: all of a name, a part of it ("Jane", "Priya R"), a nickname or another spelling, or a slip of the pen. */
export type NameFit = 'whole' | 'part' | 'kin' | 'typo'

export interface Fitting<Item> {
  item: Item
  fit: NameFit
}

/**
 * Who and what the records know, as the reading of a sentence needs it. Look-ups return all that fit equally well, never the
 * better half of a tie; an empty list when nothing does. Pure reads, cheap enough to ask at every word.
 */
export interface Directory {
  findPeople(words: string): readonly Fitting<DirectoryPerson>[]
  /** Everybody who may be called so, by a nickname or another spelling too, whoever fits better: "Sam" is Sam and Samantha. */
  findKin(words: string): readonly DirectoryPerson[]
  findClients(words: string): readonly Fitting<DirectoryClient>[]
  /** `isSure` is false when only a word was said that has another everyday meaning ("product", "security"). */
  findJobs(words: string): readonly (Fitting<DirectoryJob> & { isSure: boolean })[]
  findPerson(id: string): DirectoryPerson | null
  findClient(id: string): DirectoryClient | null
  findJob(id: string): DirectoryJob | null
  /** Candidates put forward for one of these jobs, as far as jobs have been looked up (`withJobs`). */
  findCandidatesFor(jobIds: readonly string[]): readonly DirectoryPerson[]
  findJobsOf(clientId: string): readonly DirectoryJob[]
  findContactsOf(clientId: string): readonly DirectoryPerson[]
  /** True when a name of a person or client holds this word, exactly or nearly. */
  hasNameWord(word: string): boolean
  /** True when a name of a person or client holds this very word. */
  holdsWord(word: string): boolean
  readonly stages: readonly string[]
  /** Nothing is known: names are read by where they stand alone. */
  readonly isEmpty: boolean
}

export const emptyDirectory: Directory = {
  findPeople: () => [],
  findKin: () => [],
  findClients: () => [],
  findJobs: () => [],
  findPerson: () => null,
  findClient: () => null,
  findJob: () => null,
  findCandidatesFor: () => [],
  findJobsOf: () => [],
  findContactsOf: () => [],
  hasNameWord: () => false,
  holdsWord: () => false,
  stages: [],
  isEmpty: true,
}

/** The same directory, with the jobs of those candidates of whom they were looked up. */
export function withJobs(directory: Directory, jobIdsOf: ReadonlyMap<string, readonly string[]>): Directory {
  const add = (person: DirectoryPerson): DirectoryPerson => {
    const jobIds = jobIdsOf.get(person.id)
    return jobIds ? { ...person, jobIds } : person
  }
  return {
    ...directory,
    isEmpty: directory.isEmpty,
    stages: directory.stages,
    findPeople: (words) => directory.findPeople(words).map(({ item, fit }) => ({ item: add(item), fit })),
    findKin: (words) => directory.findKin(words).map(add),
    findPerson: (id) => {
      const person = directory.findPerson(id)
      return person ? add(person) : null
    },
    findCandidatesFor: (jobIds) => {
      const ids = [...jobIdsOf].flatMap(([id, own]) => (own.some((jobId) => jobIds.includes(jobId)) ? [id] : []))
      const known = directory.findCandidatesFor(jobIds)
      const others = ids.filter((id) => !known.some((person) => person.id === id))
      return [...known.map(add), ...others.flatMap((id) => directory.findPerson(id) ?? []).map(add)]
    },
  }
}
