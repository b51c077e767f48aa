import type {
  Directory,
  DirectoryClient,
  DirectoryJob,
  DirectoryPerson,
  Fitting,
  NameFit,
} from '../../domain/directory.ts'
import { isListedName } from '../names/nameFamilies.ts'
import type { Token } from '../tokens.ts'
import { isCueWord } from './cues/allCues.ts'
import { everydayWords } from './everydayWords.ts'
import { classesOf } from './lexicon.ts'
import { standsLikeName } from './namePlaces.ts'

/** A name found in a sentence: tokens, half-open, and everybody and everything of the records that it may be. */
export interface Mention {
  from: number
  to: number
  /** As written. */
  words: string
  kind: 'person' | 'client' | 'job' | 'unknown'
  people: readonly DirectoryPerson[]
  clients: readonly DirectoryClient[]
  jobs: readonly DirectoryJob[]
  /** Written with an s at its end that makes it an owner: "Beas process". */
  isOwner?: boolean
  /** Told by his part and not by name, and by whose: "Acme's hiring manager". */
  described?: { kind: 'candidate' | 'contact'; by: Mention }
}

const mentionWordsMax = 5
const fitRanks: Readonly<Record<NameFit, number>> = { whole: 0, part: 1, kin: 2, typo: 3 }

/** Finds the names of the records in a sentence, the longest first from the left; `isTaken` keeps out of times and lengths. */
export function findMentions(
  text: string,
  tokens: readonly Token[],
  directory: Directory,
  isTaken: (at: number) => boolean,
): Mention[] {
  if (directory.isEmpty) return []
  const mentions: Mention[] = []
  let at = 0
  while (at < tokens.length) {
    const mention = longestAt(text, tokens, at, directory, isTaken)
    if (mention) mentions.push(mention)
    at = mention ? mention.to : at + 1
  }
  return mentions
}

function longestAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  directory: Directory,
  isTaken: (at: number) => boolean,
): Mention | null {
  const swapped = swappedAt(text, tokens, at, directory)
  if (swapped) return swapped
  const initialled = initialledAt(text, tokens, at, directory)
  if (initialled) return initialled
  let last = at
  while (last < tokens.length && last < at + mentionWordsMax && !isTaken(last) && isNamePart(tokens[last])) last += 1
  for (let end = last; end > at; end -= 1) {
    const run = tokens.slice(at, end)
    const mention = mentionOf(text, tokens, run, at, end, directory)
    if (mention) return mention
  }
  return null
}

function isNamePart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'word' || token.kind === 'quoted' || token.kind === 'number') &&
    token.word !== "'s"
  )
}

/** "Will, Harrison" where nobody is meant by either alone. */
function swappedAt(text: string, tokens: readonly Token[], at: number, directory: Directory): Mention | null {
  const [first, comma, second] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (first?.kind !== 'word' || comma?.word !== ',' || second?.kind !== 'word') return null
  if (!isCapital(text, first) || !isCapital(text, second)) return null
  if (!directory.hasNameWord(first.word) || !directory.hasNameWord(second.word)) return null
  // Last name first, as in a list of names.
  const found = directory.findPeople(`${second.word} ${first.word}`).filter(({ fit }) => fit === 'whole')
  const people = found.map(({ item }) => item)
  const isInOrder = (person: DirectoryPerson): boolean =>
    person.name.toLowerCase().startsWith(second.word) && person.name.toLowerCase().endsWith(first.word)
  const ordered = people.filter(isInOrder)
  const meant = ordered.length > 0 ? ordered : people
  if (meant.length === 0) return null
  return mention(`${second.word} ${first.word}`, at, at + 3, 'person', { people: meant })
}

/** "S. Taylor", "Jane D. with Acme": the dot behind an initial ends no sentence. */
function initialledAt(text: string, tokens: readonly Token[], at: number, directory: Directory): Mention | null {
  const isInitial = (token: Token | undefined): boolean =>
    token?.kind === 'word' && token.word.length === 1 && isCapital(text, token)
  const [first, second, third, fourth] = tokens.slice(at, at + 4)
  const isDot = (token: Token | undefined): boolean => token?.word === '.'
  const isName = (token: Token | undefined): boolean =>
    token?.kind === 'word' && token.word.length > 1 && directory.hasNameWord(token.word)
  const isLeading = isInitial(first) && isDot(second) && isName(third)
  // Behind the last word of a message the dot may end it as well.
  const isTrailing = isName(first) && isInitial(second) && isDot(third) && fourth !== undefined
  if (!isLeading && !isTrailing) return null
  const words = isLeading ? `${first?.word} ${third?.word}` : `${first?.word} ${second?.word}`
  const people = directory.findPeople(words).map(({ item }) => item)
  if (people.length === 0) return null
  const [start, end] = [first as Token, (isLeading ? third : second) as Token]
  return mention(text.slice(start.from, end.to), at, at + 3, 'person', { people })
}

/** What stands there as it is; where that is nobody, or a slip at best, "Beas process" is how many write "Bea's". */
function mentionOf(
  text: string,
  tokens: readonly Token[],
  run: readonly Token[],
  from: number,
  to: number,
  directory: Directory,
): Mention | null {
  const written = namedBy(text, tokens, run, from, to, directory)
  const last = run.at(-1)
  const isHeld = last === undefined || directory.holdsWord(last.word) || run.length < 2
  if (written && written.fit !== 'typo' && isHeld) return written.mention
  if (last?.kind !== 'word' || last.word.length < 4 || !/[^s]s$/.test(last.word) || isEveryday(last.word))
    return written?.mention ?? null
  const owner = { ...last, word: last.word.slice(0, -1), to: last.to - 1 }
  const owned = namedBy(text, tokens, [...run.slice(0, -1), owner], from, to, directory)
  const isOwner =
    owned !== null &&
    owned.fit !== 'typo' &&
    fitRanks[owned.fit] <= fitRanks[written?.fit ?? 'typo'] &&
    (written !== null || run.length > 1 || tokens[to]?.kind === 'word')
  return isOwner ? { ...owned.mention, isOwner: true } : (written?.mention ?? null)
}

function namedBy(
  text: string,
  tokens: readonly Token[],
  run: readonly Token[],
  from: number,
  to: number,
  directory: Directory,
): { mention: Mention; fit: NameFit } | null {
  const words = spell(text, run)
  // An everyday word, spelt right, is no slip in a name: it has to be borne as it is.
  const named = run.every(
    ({ word, kind }) =>
      kind === 'quoted' ||
      (word.length === 1 && run.length > 1) ||
      (isEveryday(word) ? directory.holdsWord(word) : directory.hasNameWord(word)),
  )
  const people = named ? acceptable(directory.findPeople(words), text, tokens, run, from) : []
  const clients = named ? acceptable(directory.findClients(words), text, tokens, run, from) : []
  const jobs = acceptableJobs(directory, words, text, tokens, run, to)
  const ranked = [
    { kind: 'person' as const, found: people },
    { kind: 'client' as const, found: clients },
    { kind: 'job' as const, found: jobs },
  ].filter(({ found }) => found.length > 0)
  if (ranked.length === 0) return null
  ranked.sort((a, b) => fitRanks[a.found[0]?.fit ?? 'typo'] - fitRanks[b.found[0]?.fit ?? 'typo'])
  const [best] = ranked
  if (!best) return null
  const meant = mention(words, from, to, best.kind, {
    people: best.kind === 'person' ? people.map(({ item }) => item) : [],
    clients: best.kind === 'client' ? clients.map(({ item }) => item) : [],
    jobs: best.kind === 'job' ? jobs.map(({ item }) => item) : [],
  })
  return { mention: meant, fit: best.found[0]?.fit ?? 'typo' }
}

function mention(
  words: string,
  from: number,
  to: number,
  kind: Mention['kind'],
  meant: Partial<Pick<Mention, 'people' | 'clients' | 'jobs'>>,
): Mention {
  return { from, to, words, kind, people: [], clients: [], jobs: [], ...meant }
}

function spell(text: string, run: readonly Token[]): string {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return ''
  if (first.kind === 'quoted' && run.length === 1) return text.slice(first.from + 1, first.to - 1)
  return text.slice(first.from, last.to)
}

/** A word that has a meaning of its own counts as a name only where it is written like one or stands in a longer one. */
function acceptable<Item>(
  found: readonly Fitting<Item>[],
  text: string,
  tokens: readonly Token[],
  run: readonly Token[],
  from: number,
): readonly Fitting<Item>[] {
  const [first] = found
  if (!first) return []
  const plain = run.filter(({ kind, word }) => kind === 'word' && isEveryday(word))
  const isStart = from === 0 || ['.', '!', '?', ':'].includes(tokens[from - 1]?.word ?? '')
  const isWrittenAsName = run.every((token) => isCapital(text, token))
  if (run.length === 1) {
    const [only] = run
    if (!only || (only.kind === 'word' && only.word.length < 2)) return []
    if (plain.length > 0 && (first.fit === 'typo' || first.fit === 'kin')) return []
    const isPlainWord = plain.length > 0 && (!isWrittenAsName || isStart)
    const isArrowed = isWrittenAsName && ['→', '>', 'x', '/'].includes(tokens[from + 1]?.word ?? '')
    if (isPlainWord && !isArrowed && !(isListedName(only.word) && standsLikeName(tokens, from, from + 1))) return []
    if (first.fit === 'typo' && only.word.length < (isWrittenAsName && !isStart ? 4 : 5)) return []
    return found
  }
  // "can you" is hardly anybody, even where Can You is in the records.
  if (plain.length === run.length && !isWrittenAsName && !standsLikeName(tokens, from, from + run.length)) return []
  if (plain.length === run.length && (first.fit === 'typo' || (first.fit === 'part' && !isWrittenAsName))) return []
  if (plain.length > 0 && first.fit === 'typo' && !isWrittenAsName) return []
  if (run.some(({ word }) => word.length === 1 && ['a', 'i', 'x', 'w'].includes(word)) && !isWrittenAsName) return []
  return found
}

export function isEveryday(word: string): boolean {
  const base = /^(\p{L}+)'(?:ll|d|re|ve|m|t|s)$/u.exec(word)?.[1] ?? word
  return (
    isCueWord(word) || everydayWords.has(base) || classesOf(base).size > 0 || everydayWords.has(word.replace(/'/g, ''))
  )
}

export function isCapital(text: string, token: Token): boolean {
  return token.kind === 'quoted' || /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(text.slice(token.from, token.from + 2))
}

const roleWords = new Set('role job position opening vacancy req seat post candidate candidates applicant'.split(' '))

function acceptableJobs(
  directory: Directory,
  words: string,
  text: string,
  tokens: readonly Token[],
  run: readonly Token[],
  to: number,
): readonly Fitting<DirectoryJob>[] {
  const found = directory.findJobs(words)
  if (found.length === 0) return []
  const [first] = run
  if (!first || first.kind === 'number') return []
  // "3 pm" is a time.
  if (run.length === 1 && ['pm', 'am', 'sec'].includes(first.word) && !isAcronym(text, first)) return []
  if (found.every(({ isSure }) => isSure)) return found
  const before = tokens[first === tokens[0] ? -1 : tokens.indexOf(first) - 1]?.word ?? ''
  const next = tokens[to]?.word ?? ''
  if (roleWords.has(next)) return found
  return ['for', 'as', 'the'].includes(before) && (next === '' || ['with', 'at', ',', '.'].includes(next)) ? found : []
}

function isAcronym(text: string, token: Token): boolean {
  return /^[A-Z]{2,4}$/.test(text.slice(token.from, token.to))
}
