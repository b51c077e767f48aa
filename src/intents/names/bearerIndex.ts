import { editDistance } from './editDistance.ts'
import { isNear } from './isNear.ts'
import { slipsAllowed } from './matchWord.ts'
import { NameWord } from './personName.ts'

/** One word of the directory with all who bear it. */
export interface WordEntry<Person> {
  word: NameWord
  people: Person[]
  /** Pairs of letters shared with the word that is looked for at the moment. */
  shared: number
  lookUp: number
}

export interface BearerIndex<Person> {
  /** The word of this text with its bearers, made when it is not there yet. */
  addBearer(word: NameWord, person: Person): void
  removeBearer(word: NameWord, person: Person): void
  get(text: string): WordEntry<Person> | undefined
  /** Calls `visit` for each word that is the same name as `word`, with a rough score; a word may come more than once. */
  visitSimilar(word: NameWord, visit: (entry: WordEntry<Person>, score: number) => void): void
  /** The same for words that `word` may be a beginning or a misspelling of. */
  visitMisspelt(word: NameWord, visit: (entry: WordEntry<Person>, score: number) => void): void
  /** Calls `visit` for each word that is one slip away from `text`, until it answers true. */
  visitNear(text: string, visit: (entry: WordEntry<Person>) => boolean): void
}

const scripts = ['consonants', 'hangul'] as const
const pad = 36
const letterCount = 37

function letterAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return pad
  const code = text.charCodeAt(at)
  return code >= 97 ? code - 97 : code - 48 + 26
}

/** Number of the pair of letters that ends at `at`; a word has one more than it has letters. */
function pairAt(text: string, at: number): number {
  return letterAt(text, at - 1) * letterCount + letterAt(text, at)
}

/** Fewer shared pairs than this cannot be `limit` slips: each costs two pairs, a swap three. */
function sharedMin(length: number, limit: number): number {
  return Math.max(2, length + 1 - 2 * limit - 1)
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

function drop<Value>(list: Value[] | undefined, value: Value): void {
  const at = list?.indexOf(value) ?? -1
  if (at >= 0) list?.splice(at, 1)
}

/** Words by text, by sound, by their pairs of letters; and those of some scripts by what all their transcriptions share. */
export function createBearerIndex<Person>(): BearerIndex<Person> {
  type Entry = WordEntry<Person>
  const byText = new Map<string, Entry>()
  const bySound = new Map<string, Entry[]>()
  const byScriptKey = { consonants: new Map<string, Entry[]>(), hangul: new Map<string, Entry[]>() }
  const byPair: Entry[][] = Array.from({ length: letterCount * letterCount }, () => [])
  let lookUp = 0

  function addEntry(word: NameWord): Entry {
    // A word of its own: the one given may hold on to more than its text.
    const entry: Entry = { word: new NameWord(word.text, word.written), people: [], shared: 0, lookUp: 0 }
    byText.set(word.text, entry)
    push(bySound, entry.word.sound, entry)
    const { script } = word
    if (script) push(byScriptKey[script], word.scriptKey(script), entry)
    for (let at = 0; at <= word.text.length; at++) byPair[pairAt(word.text, at)]?.push(entry)
    return entry
  }

  function dropEntry(entry: Entry): void {
    byText.delete(entry.word.text)
    drop(bySound.get(entry.word.sound), entry)
    const { script } = entry.word
    if (script) drop(byScriptKey[script].get(entry.word.scriptKey(script)), entry)
    for (let at = 0; at <= entry.word.text.length; at++) drop(byPair[pairAt(entry.word.text, at)], entry)
  }

  function visitSlips(text: string, visit: (entry: Entry, score: number) => void): void {
    const limit = slipsAllowed(text.length)
    if (limit === 0 || text.length > 40) return
    lookUp++
    const enough = sharedMin(text.length, limit)
    for (let at = 0; at <= text.length; at++)
      for (const entry of byPair[pairAt(text, at)] ?? []) {
        if (entry.lookUp !== lookUp) {
          entry.lookUp = lookUp
          entry.shared = 0
        }
        entry.shared++
        if (entry.shared !== enough) continue
        const other = entry.word.text
        if (Math.abs(other.length - text.length) > limit || other === text) continue
        const distance = editDistance(text, other, limit)
        if (distance <= limit) visit(entry, 0.97 - (0.7 * distance) / Math.max(text.length, other.length))
      }
  }

  function visitNear(text: string, visit: (entry: Entry) => boolean): void {
    if (text.length < 4 || text.length > 40) return
    lookUp++
    const enough = sharedMin(text.length, 1)
    for (let at = 0; at <= text.length; at++)
      for (const entry of byPair[pairAt(text, at)] ?? []) {
        if (entry.lookUp !== lookUp) {
          entry.lookUp = lookUp
          entry.shared = 0
        }
        entry.shared++
        if (entry.shared === enough && isNear(text, entry.word.text) && visit(entry)) return
      }
  }

  function visitLonger(text: string, visit: (entry: Entry, score: number) => void): void {
    if (text.length < 3) return
    for (const entry of byPair[pairAt(text, 0)] ?? [])
      if (entry.word.text.length > text.length && entry.word.text.startsWith(text)) visit(entry, 0.8)
  }

  return {
    get: (text) => byText.get(text),
    addBearer(word, person) {
      const entry = byText.get(word.text) ?? addEntry(word)
      if (entry.people.at(-1) !== person) entry.people.push(person)
    },
    removeBearer(word, person) {
      const entry = byText.get(word.text)
      if (!entry) return
      drop(entry.people, person)
      if (entry.people.length === 0) dropEntry(entry)
    },
    visitSimilar(word, visit) {
      const exact = byText.get(word.text)
      if (exact) visit(exact, 1)
      for (const entry of bySound.get(word.sound) ?? []) visit(entry, 0.94)
      for (const [other, { score }] of word.kin) {
        const entry = byText.get(other)
        if (entry) visit(entry, score)
      }
      for (const [sound, { score }] of word.kinSounds) for (const entry of bySound.get(sound) ?? []) visit(entry, score)
      for (const script of scripts)
        if (byScriptKey[script].size > 0)
          for (const entry of byScriptKey[script].get(word.scriptKey(script)) ?? []) visit(entry, 0.86)
    },
    visitMisspelt(word, visit) {
      visitLonger(word.text, visit)
      visitSlips(word.text, visit)
    },
    visitNear,
  }
}
