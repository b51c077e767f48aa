import { createBearerIndex, type WordEntry } from './bearerIndex.ts'
import { isParticle, type NameWord, type PersonName, readPersonName, NameWord as Word } from './personName.ts'
import { type NameMatches, type Proposal, rankRead } from './rankNames.ts'

/** Somebody of the index, with the words of the name in small letters without accents. */
export interface Bearer {
  readonly id: string
  readonly name: PersonName
}

export interface NameIndex {
  readonly size: number
  /** Grows with every change. */
  readonly version: number
  /** Adds a person, or gives a known one another name. */
  put(person: Proposal): void
  remove(id: string): void
  /** Who is meant by a written name, best first, at most `limit`. */
  findNames(written: string, limit?: number): NameMatches
  ids(): Iterable<string>
  nameOf(id: string): string | null
  /** Who bears this word of a name (small letters, no accents) as it is; or with one slip, where nobody does. */
  bearersOf(word: string): readonly Bearer[]
  /** Whether anybody bears this word, as it is or with one slip. */
  isNearName(word: string): boolean
  /** Whether somebody bears this word, just as it is written but for case and accents. */
  hasNameWord(word: string): boolean
  /**
   * The longest run from `words[at]` on, at most six words, that one person bears together in any order, nicknames and
   * spellings included but no slips; null when nobody bears the first one. `isWritten`: all of them just as they stand.
   */
  findNameAt(words: readonly string[], at: number): { wordCount: number; isWritten: boolean } | null
}

/** Who is looked at closely at least; more bearers than these look alike anyway. */
const proposalCountMin = 64
const initialsCountMax = 256
const runLengthMax = 6
const particleWeight = 0.15
const initialWeight = 0.3

interface Person {
  id: string
  text: string
  name: PersonName
  /** One bit for each letter that a word begins with. */
  initials: number
  /** What the present look-up knows so far. */
  rough: number
  query: number
  unit: number
  unitScore: number
}

function initialBit(text: string): number {
  const code = text.charCodeAt(0) - 97
  return code >= 0 && code < 26 ? 1 << code : 0
}

/** The words under which a person is found. */
function indexed({ words, unspaced }: PersonName): readonly NameWord[] {
  return unspaced === null ? words : [...words, new Word(unspaced, unspaced)]
}

/** All names of a directory in memory, for look-ups that bear slips, nicknames, spellings and other orders. */
export function createNameIndex(people: Iterable<Proposal>): NameIndex {
  const words = createBearerIndex<Person>()
  const byId = new Map<string, Person>()
  // Thousands bear the same words: each spelling is kept once, with what is derived from it.
  const spellings = new Map<string, NameWord>()
  let query = 0
  let unit = 0
  let touched: Person[] = []
  let version = 0

  const intern = (text: string, written: string): NameWord => {
    let word = spellings.get(written)
    if (!word) {
      word = new Word(text, written)
      spellings.set(written, word)
    }
    return word
  }

  function put({ id, name: text }: Proposal): void {
    if (byId.get(id)?.text === text) return
    remove(id)
    version++
    const name = readPersonName(text, intern)
    let initials = 0
    for (const word of name.words) initials |= initialBit(word.text)
    const person: Person = { id, text, name, initials, rough: 0, query: 0, unit: 0, unitScore: 0 }
    byId.set(id, person)
    for (const word of indexed(name)) words.addBearer(word, person)
  }

  function remove(id: string): void {
    const person = byId.get(id)
    if (!person) return
    byId.delete(id)
    version++
    for (const word of indexed(person.name)) words.removeBearer(word, person)
  }

  function raise(person: Person, score: number): void {
    if (person.query !== query) {
      person.query = query
      person.rough = 0
      touched.push(person)
    }
    if (person.unit !== unit) {
      person.unit = unit
      person.unitScore = 0
    }
    if (score <= person.unitScore) return
    person.rough += score - person.unitScore
    person.unitScore = score
  }

  function raiseAll(bearers: readonly Person[], score: number): void {
    for (const person of bearers) raise(person, score)
  }

  /** "nicolahermann": words of the directory that the written word begins or ends with. */
  function raiseParts(text: string, weight: number): void {
    const rests: [string[], string[]] = [[], []]
    const share = (length: number) => (weight * length) / text.length
    const [before, after] = [unit + 1, unit + 2]
    unit = after
    for (const isEnd of [false, true])
      for (let length = text.length - 2; length >= 2; length--) {
        const part = words.get(isEnd ? text.slice(-length) : text.slice(0, length))
        if (!part) continue
        unit = isEnd ? after : before
        raiseAll(part.people, share(length))
        const rest = isEnd ? text.slice(0, -length) : text.slice(length)
        if (length >= 4 && rest.length >= 3) rests[isEnd ? 0 : 1].push(rest)
      }
    // One half right, the other with a slip: only the longest right halves are tried.
    for (const [isAfter, list] of rests.entries())
      for (const rest of list.slice(0, 2)) {
        unit = isAfter === 1 ? after + 2 : after + 1
        words.visitMisspelt(new Word(rest, rest), ({ people }, score) => raiseAll(people, share(rest.length) * score))
      }
    unit = after + 2
  }

  function raiseWord(name: PersonName, at: number, isThorough: boolean): void {
    const word = name.words[at] as NameWord
    const weight = isParticle(name.words, at) ? particleWeight : 1
    const visit = (entry: WordEntry<Person>, score: number) => raiseAll(entry.people, weight * score)
    unit++
    if (word.text.length >= 2) words.visitSimilar(word, visit)
    if (!isThorough) return
    if (word.text.length >= 2) words.visitMisspelt(word, visit)
    for (let span = 2; span <= 3 && at + span <= name.words.length; span++) {
      const run = name.words.slice(at, at + span).map((part) => part.text)
      for (const joined of [run.join(''), run.reverse().join('')]) {
        const entry = words.get(joined)
        if (entry) raiseAll(entry.people, span)
      }
    }
    if (word.text.length >= 5 && words.get(word.text) === undefined) raiseParts(word.text, weight)
  }

  /** Raises all who come into question; `best` is the highest rough score. */
  function raiseName(name: PersonName, isThorough: boolean): number {
    query++
    touched = []
    for (let at = 0; at < name.words.length; at++) raiseWord(name, at, isThorough)
    for (const { text } of name.words)
      if (text.length <= 2)
        for (const person of touched) if ((person.initials & initialBit(text)) !== 0) person.rough += initialWeight
    let best = 0
    for (const person of touched) if (person.rough > best) best = person.rough
    return best
  }

  function propose(name: PersonName, countMax: number): Person[] {
    const short = name.words.filter((word) => word.text.length <= 2)
    let enough = 0
    for (let at = 0; at < name.words.length; at++)
      enough += isParticle(name.words, at) ? particleWeight : (name.words[at]?.text.length ?? 0) < 2 ? initialWeight : 1
    // Slips are looked for only where the words as they are lead to nobody.
    let best = raiseName(name, false)
    if (best < enough - 0.01) best = raiseName(name, true)
    if (touched.length === 0 && short.length === name.words.length) return findByInitials(short)
    const kept = touched.filter((person) => person.rough >= best * 0.55)
    if (kept.length <= countMax) return kept
    return kept.sort((left, right) => right.rough - left.rough).slice(0, countMax)
  }

  function findByInitials(written: readonly NameWord[]): Person[] {
    const letters = written.reduce((text, word) => text + word.text, '')
    const bits = [...letters].reduce((all, letter) => all | initialBit(letter), 0)
    const found: Person[] = []
    for (const person of byId.values()) {
      if ((person.initials & bits) !== bits) continue
      person.rough = 0
      found.push(person)
      if (found.length >= initialsCountMax) break
    }
    return found
  }

  function bearersOf(word: NameWord): Map<Person, boolean> {
    const bearers = new Map<Person, boolean>()
    if (word.text.length < 2) return bearers
    words.visitSimilar(word, (entry, score) => {
      for (const person of entry.people) if (score === 1 || !bearers.has(person)) bearers.set(person, score === 1)
    })
    return bearers
  }

  function findNameAt(given: readonly string[], at: number): { wordCount: number; isWritten: boolean } | null {
    let found: { wordCount: number; isWritten: boolean } | null = null
    let together: Map<Person, boolean> | null = null
    for (let next = at; next < Math.min(given.length, at + runLengthMax); next++) {
      const { words: read } = readPersonName(given[next] ?? '')
      if (read.length === 0) break
      for (const word of read) {
        const bearers: Map<Person, boolean> | null = word.isInitial ? null : bearersOf(word)
        const before: Map<Person, boolean> = together ?? bearers ?? new Map()
        together = new Map()
        for (const [person, isWritten] of before) {
          if (bearers === null && (person.initials & initialBit(word.text)) === 0) continue
          const isBorne = bearers === null || bearers.get(person)
          if (isBorne !== undefined) together.set(person, isWritten && isBorne)
        }
      }
      if (together === null || together.size === 0) break
      found = { wordCount: next - at + 1, isWritten: [...together.values()].includes(true) }
    }
    return found
  }

  function nearBearers(word: string): Person[] {
    const found = new Set<Person>()
    words.visitNear(word, (entry) => {
      for (const person of entry.people) found.add(person)
      return false
    })
    return [...found]
  }

  function isNearName(word: string): boolean {
    let isNear = words.get(word) !== undefined
    if (!isNear) words.visitNear(word, () => (isNear = true))
    return isNear
  }

  for (const person of people) put(person)

  return {
    get size() {
      return byId.size
    },
    get version() {
      return version
    },
    ids: () => byId.keys(),
    nameOf: (id) => byId.get(id)?.text ?? null,
    bearersOf: (word) => words.get(word)?.people ?? nearBearers(word),
    isNearName,
    put,
    remove,
    findNames(written, limit = 5) {
      const name = readPersonName(written)
      const proposals = propose(name, Math.max(proposalCountMin, limit))
      return rankRead(name, proposals, limit, (word) => words.get(word) !== undefined)
    },
    hasNameWord: (word) => {
      const name = readPersonName(word)
      return name.words.length > 0 && name.words.every(({ text }) => words.get(text) !== undefined)
    },
    findNameAt,
  }
}
