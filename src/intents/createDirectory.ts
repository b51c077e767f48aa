import { foldName } from '../domain/names.ts'
import type { Directory, DirectoryClient, DirectoryJob, DirectoryPerson, Fitting, NameFit } from './directory.ts'
import { createJobFinder } from './jobNames.ts'
import { createNameIndex } from './names/nameIndex.ts'
import { createWordIndex, type WordIndex } from './wordIndex.ts'

export interface DirectoryRecords {
  people: readonly DirectoryPerson[]
  clients: readonly DirectoryClient[]
  jobs: readonly DirectoryJob[]
  stages: readonly string[]
}

const kinCountMax = 50

const companySuffixes = new Set(
  'inc ltd llc gmbh ag plc limited co corp corporation company sa bv group holdings international'.split(' '),
)

/** Keeps the records in memory, indexed by the words of their names. Building takes about a microsecond a name. */
export function createDirectory(records: DirectoryRecords): Directory {
  const people = createNames(records.people)
  const clients = createNames(records.clients)
  const findJobs = createJobFinder(records.jobs)
  const named = records.people.flatMap((person) =>
    [person.name, ...(person.aka ?? [])].map((name) => ({ person, name })),
  )
  const kin = createNameIndex(named.map(({ name }, at) => ({ id: String(at), name })))
  /** The words as they stand, or their beginnings; then nicknames and spellings; then slips. */
  const findPeople = (words: string): Fitting<DirectoryPerson>[] => {
    const found = people.find(words, true)
    if (found[0] && found[0].fit !== 'typo') return found
    const meant = kin.findNames(words, kinCountMax).matches.filter(({ isMeant }) => isMeant)
    const items = new Map<string, DirectoryPerson>()
    for (const { id } of meant) {
      const person = named[Number(id)]?.person
      if (person) items.set(person.id, person)
    }
    if (items.size === 0) return found
    return [...items.values()].map((item) => ({ item, fit: 'kin' }))
  }
  const byId = <Item extends { id: string }>(items: readonly Item[]): Map<string, Item> =>
    new Map(items.map((item) => [item.id, item]))
  const [personOf, clientOf, jobOf] = [byId(records.people), byId(records.clients), byId(records.jobs)]
  return {
    findPeople: (words) => findPeople(words),
    findClients: (words) => clients.find(words, false),
    findJobs,
    findPerson: (id) => personOf.get(id) ?? null,
    findClient: (id) => clientOf.get(id) ?? null,
    findJob: (id) => jobOf.get(id) ?? null,
    hasNameWord: (word) => {
      const folded = foldName(word)
      if (folded.split(' ').some((part) => people.words.has(part) || clients.words.has(part))) return true
      return folded.length > 2 && kin.findNameAt([word], 0) !== null
    },
    stages: records.stages,
    isEmpty: records.people.length === 0 && records.clients.length === 0 && records.jobs.length === 0,
  }
}

interface Names<Item> {
  words: WordIndex
  find(words: string, isPerson: boolean): Fitting<Item>[]
}

interface Bearer<Item> {
  item: Item
  parts: readonly string[]
}

function createNames<Item extends { id: string; name: string; aka?: readonly string[] }>(
  items: readonly Item[],
): Names<Item> {
  const words = createWordIndex()
  const bearers: Bearer<Item>[] = []
  for (const item of items)
    for (const name of [item.name, ...(item.aka ?? [])]) {
      const parts = foldName(name).split(' ').filter(Boolean)
      const number = bearers.push({ item, parts }) - 1
      for (const part of parts) words.add(part, number)
    }
  return { words, find: (text, isPerson) => findBearers(words, bearers, text, isPerson) }
}

const ranks: Readonly<Record<NameFit, number>> = { whole: 0, part: 1, kin: 2, typo: 3 }

function findBearers<Item extends { id: string }>(
  words: WordIndex,
  bearers: readonly Bearer<Item>[],
  text: string,
  isPerson: boolean,
): Fitting<Item>[] {
  const asked = foldName(text).split(' ').filter(Boolean)
  if (asked.length === 0 || asked.length > 6) return []
  // The rarest word proposes, the others have to agree.
  let proposed: ReadonlySet<number> | null = null
  for (const word of asked) {
    const numbers = words.find(word)
    if (numbers.size > 0 && (proposed === null || numbers.size < proposed.size)) proposed = numbers
  }
  const best = new Map<string, Fitting<Item>>()
  for (const number of proposed ?? []) {
    const bearer = bearers[number]
    if (!bearer) continue
    const fit = fitName(asked, bearer.parts, isPerson)
    const known = best.get(bearer.item.id)
    if (fit && (!known || ranks[fit] < ranks[known.fit])) best.set(bearer.item.id, { item: bearer.item, fit })
  }
  const found = [...best.values()]
  const top = Math.min(...found.map(({ fit }) => ranks[fit]))
  return found.filter(({ fit }) => ranks[fit] === top)
}

/** Every written word has to be a word of the name, in any order: as it is, as its first letter, or with one slip. */
function fitName(asked: readonly string[], parts: readonly string[], isPerson: boolean): NameFit | null {
  const left = [...parts]
  let isTypo = false
  let isShort = false
  const take = (test: (part: string) => boolean): boolean => {
    const at = left.findIndex(test)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  for (const word of [...asked].sort((a, b) => b.length - a.length)) {
    if (take((part) => part === word)) continue
    if (isPerson && word.length === 1 && asked.length > 1 && take((part) => part.startsWith(word))) isShort = true
    else if (word.length >= 4 && take((part) => isNear(word, part))) isTypo = true
    else return null
  }
  if (isTypo) return 'typo'
  const rest = left.filter((part) => !companySuffixes.has(part))
  return rest.length === 0 && !isShort ? 'whole' : 'part'
}

/** One letter more, less, other or two changed places; the first letter has to stand in short words. */
export function isNear(left: string, right: string): boolean {
  if (left === right) return true
  if (Math.abs(left.length - right.length) > 1 || Math.min(left.length, right.length) < 4) return false
  let at = 0
  while (at < left.length && left[at] === right[at]) at += 1
  if (at === 0 && left.length < 6) return false
  const rest = (text: string, skip: number): string => text.slice(at + skip)
  return (
    rest(left, 1) === rest(right, 1) ||
    rest(left, 1) === rest(right, 0) ||
    rest(left, 0) === rest(right, 1) ||
    (left[at] === right[at + 1] && left[at + 1] === right[at] && rest(left, 2) === rest(right, 2))
  )
}
