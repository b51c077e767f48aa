import type {
  Directory,
  DirectoryClient,
  DirectoryJob,
  DirectoryPerson,
  Fitting,
  NameFit,
} from '../domain/directory.ts'
import { foldName } from '../domain/names.ts'
import { type CompanyWords, createCompanyWords } from './companyWords.ts'
import { createJobFinder } from './jobNames.ts'
import { fitNames, fitRanks, fitWords } from './names/fitNames.ts'
import { createNameIndex, type NameIndex } from './names/nameIndex.ts'

export interface DirectoryRecords {
  people: readonly DirectoryPerson[]
  clients: readonly DirectoryClient[]
  jobs: readonly DirectoryJob[]
  stages: readonly string[]
}

/** People of whom an index is kept already. It may change while the directory is in use. */
export interface IndexedPeople {
  index: NameIndex
  /** Who stands behind a key of the index. */
  personOf(key: string): DirectoryPerson | null
  findPerson(id: string): DirectoryPerson | null
  /** Those of them who are put forward for one of these jobs, where that is kept. */
  forJobs?(jobIds: readonly string[]): readonly DirectoryPerson[]
  /** Those of them who are contacts of this client. */
  ofClient?(clientId: string): readonly DirectoryPerson[]
}

const kinCountMax = 50
const joinedLengthMin = 6
const joinedWays: ReadonlySet<string> = new Set(['same', 'joined'])
/** Words of one conversation come again; those of a thousand make room. */
const rememberedMax = 4000

/** Keeps the records in memory, indexed by the words of their names. Building takes some ten microseconds a name. */
export function createDirectory(records: DirectoryRecords): Directory {
  const named = records.people.flatMap((person) =>
    [person.name, ...(person.aka ?? [])].map((name) => ({ person, name })),
  )
  const byId = mapById(records.people)
  const people: IndexedPeople = {
    index: createNameIndex(named.map(({ name }, at) => ({ id: String(at), name }))),
    personOf: (key) => named[Number(key)]?.person ?? null,
    findPerson: (id) => byId.get(id) ?? null,
    forJobs: (jobIds) => records.people.filter((one) => one.jobIds?.some((id) => jobIds.includes(id))),
    ofClient: (clientId) => records.people.filter((one) => one.kind === 'contact' && one.clientId === clientId),
  }
  return createDirectoryOver([people], records)
}

/** The same over indexes of people that are kept elsewhere, so that there is one of each. */
export function createDirectoryOver(
  people: readonly IndexedPeople[],
  records: Omit<DirectoryRecords, 'people'>,
): Directory {
  const clients = createNames(records.clients)
  const [clientOf, jobOf] = [mapById(records.clients), mapById(records.jobs)]
  return {
    findPeople: (words) => findPeople(people, words),
    findKin: (words) => findKin(people, words),
    findClients: (words) => clients.find(words),
    findJobs: createJobFinder(records.jobs),
    findPerson: (id) => {
      for (const one of people) {
        const person = one.findPerson(id)
        if (person) return person
      }
      return null
    },
    findClient: (id) => clientOf.get(id) ?? null,
    findJob: (id) => jobOf.get(id) ?? null,
    findCandidatesFor: (jobIds) => people.flatMap((one) => one.forJobs?.(jobIds) ?? []),
    findJobsOf: (clientId) => records.jobs.filter((job) => job.clientId === clientId),
    findContactsOf: (clientId) => people.flatMap((one) => one.ofClient?.(clientId) ?? []),
    hasNameWord: rememberNameWords(people, clients.words),
    holdsWord: (word) =>
      people.some(({ index }) => index.hasNameWord(word)) || foldName(word).split(' ').some(clients.words.holds),
    stages: records.stages,
    get isEmpty() {
      return people.every(({ index }) => index.size === 0) && records.clients.length === 0 && records.jobs.length === 0
    },
  }
}

function mapById<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

/** The words as they stand, or their beginnings; then nicknames and spellings; then slips. */
function findPeople(people: readonly IndexedPeople[], words: string): Fitting<DirectoryPerson>[] {
  const borne = people.map(({ index }) => fitNames(index, words))
  const top = Math.min(...borne.map((found) => (found ? fitRanks[found.fit] : Number.POSITIVE_INFINITY)))
  const isTop = (fit: NameFit | undefined): boolean => fit !== undefined && fitRanks[fit] === top
  const found = people.flatMap((one, at) => (isTop(borne[at]?.fit) ? personsOf(one, borne[at]?.ids ?? []) : []))
  const fit = borne.find((one) => isTop(one?.fit))?.fit
  if (fit && fit !== 'typo') return asFitting(found, fit)
  const kin = findKin(people, words)
  return kin.length > 0 ? asFitting(kin, 'kin') : asFitting(found, 'typo')
}

function findKin(people: readonly IndexedPeople[], words: string): DirectoryPerson[] {
  return people.flatMap((one) => {
    const meant = one.index.findNames(words, kinCountMax).matches.filter(({ isMeant, isKin }) => isMeant || isKin)
    return personsOf(
      one,
      meant.map(({ id }) => id),
    )
  })
}

function personsOf({ personOf }: IndexedPeople, keys: readonly string[]): DirectoryPerson[] {
  return keys.flatMap((key) => personOf(key) ?? [])
}

function asFitting(people: readonly DirectoryPerson[], fit: NameFit): Fitting<DirectoryPerson>[] {
  return [...mapById(people).values()].map((item) => ({ item, fit }))
}

/** Every word of every sentence is asked about, mostly the same ones: answers are kept until a name changes. */
function rememberNameWords(people: readonly IndexedPeople[], clientWords: CompanyWords): (word: string) => boolean {
  const remembered = new Map<string, boolean>()
  let version = -1
  const isNameWord = (word: string): boolean => {
    const parts = foldName(word).split(' ').filter(Boolean)
    if (parts.some((part) => clientWords.has(part) || people.some(({ index }) => index.isNearName(part)))) return true
    const length = parts.join(' ').length
    if (length > 2 && people.some(({ index }) => index.findNameAt([word], 0) !== null)) return true
    return length >= joinedLengthMin && people.some(({ index }) => isJoined(index, parts.join('')))
  }
  return (word) => {
    const now = people.reduce((sum, { index }) => sum + index.version, 0)
    if (now !== version || remembered.size > rememberedMax) remembered.clear()
    version = now
    const known = remembered.get(word)
    if (known !== undefined) return known
    const isOne = isNameWord(word)
    remembered.set(word, isOne)
    return isOne
  }
}

/** "janedoe", "alfarsi": words of one name written as one. */
function isJoined(index: NameIndex, word: string): boolean {
  for (let at = 2; at <= word.length - 2; at += 1)
    if (index.hasNameWord(word.slice(0, at)) && index.hasNameWord(word.slice(at)))
      return joinedWays.has(index.findNames(word, 1).matches[0]?.how ?? '')
  return false
}

interface Names<Item> {
  words: CompanyWords
  find(words: string): Fitting<Item>[]
}

interface Bearer<Item> {
  item: Item
  parts: readonly string[]
}

/** Names of companies. */
function createNames<Item extends { id: string; name: string; aka?: readonly string[] }>(
  items: readonly Item[],
): Names<Item> {
  const words = createCompanyWords()
  const bearers: Bearer<Item>[] = []
  for (const item of items)
    for (const name of [item.name, ...(item.aka ?? [])]) {
      const parts = foldName(name).split(' ').filter(Boolean)
      const number = bearers.push({ item, parts }) - 1
      for (const part of parts) words.add(part, number)
    }
  return { words, find: (text) => findBearers(words, bearers, text) }
}

function findBearers<Item extends { id: string }>(
  words: CompanyWords,
  bearers: readonly Bearer<Item>[],
  text: string,
): Fitting<Item>[] {
  const asked = foldName(text).split(' ').filter(Boolean)
  if (asked.length === 0 || asked.length > 6) return []
  // The rarest word proposes, the others have to agree.
  let proposed: ReadonlySet<number> | null = null
  for (const word of asked) {
    const numbers = words.find(word)
    if (numbers.size > 0 && (proposed === null || numbers.size < proposed.size)) proposed = numbers
  }
  const sorted = [...asked].sort((left, right) => right.length - left.length)
  const best = new Map<string, Fitting<Item>>()
  for (const number of proposed ?? []) {
    const bearer = bearers[number]
    if (!bearer) continue
    const fit = fitWords(sorted, bearer.parts, false)
    const known = best.get(bearer.item.id)
    if (fit && (!known || fitRanks[fit] < fitRanks[known.fit])) best.set(bearer.item.id, { item: bearer.item, fit })
  }
  const found = [...best.values()]
  const top = Math.min(...found.map(({ fit }) => fitRanks[fit]))
  return found.filter(({ fit }) => fitRanks[fit] === top)
}
