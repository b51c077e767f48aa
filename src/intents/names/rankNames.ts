import type { How } from './matchWord.ts'
import { isListedName, isNameOfItsOwn } from './nameFamilies.ts'
import { type NameWord, type PersonName, readPersonName } from './personName.ts'
import { type NameScore, rememberMatches, scoreName } from './scoreName.ts'

export interface Proposal {
  id: string
  name: string
}

export interface NameMatch {
  id: string
  /** 0 to 1. */
  score: number
  /** 1, 0.9 or 0.8: names of the same grade are equally likely meant, whatever else belongs to them. */
  grade: number
  how: How
  /** The name may have been meant; otherwise it merely resembles what was written, and is worth a question. */
  isMeant: boolean
  /** Not quite: the name in the records belongs to the written one, as Tom does to Tommy and Will to Billy. */
  isKin: boolean
}

export interface NameMatches {
  /** Best first. */
  matches: readonly NameMatch[]
  /** Exactly one person is meant: enough of the name was written, it is borne out, and nobody else comes near. */
  isSure: boolean
}

const meantScoreMin = 0.8
/** Below this a name does not even resemble. */
const nearScoreMin = 0.45

interface Scored {
  id: string
  words: readonly NameWord[]
  result: NameScore
}

/**
 * Ranks proposals by how well `written` fits their names. Pure: the same proposals give the same answer, wherever they come from.
 * Whoever proposes has to propose at least one bearer of every word that stands in the directory as it was written.
 */
export function rankNames(written: string, proposals: Iterable<Proposal>, limit = 5): NameMatches {
  const name = readPersonName(written)
  return rankRead(
    name,
    Array.from(proposals, ({ id, name: text }) => ({ id, name: readPersonName(text) })),
    limit,
  )
}

/** `rankNames` for names that have been read already. */
export function rankRead(
  written: PersonName,
  proposals: readonly { id: string; name: PersonName }[],
  limit: number,
  isKnown: (word: string) => boolean = knownFrom(proposals),
): NameMatches {
  const matchWords = rememberMatches(isKnown)
  const scored: Scored[] = []
  for (const { id, name } of proposals) {
    const result = scoreName(written, name, matchWords)
    if (result && result.score >= nearScoreMin) scored.push({ id, words: name.words, result: temper(written, result) })
  }
  scored.sort(
    (left, right) =>
      right.result.score - left.result.score ||
      left.words.length - right.words.length ||
      (left.id < right.id ? -1 : left.id > right.id ? 1 : 0),
  )
  return {
    matches: scored.slice(0, limit).map(({ id, result }) => ({
      id,
      score: result.score,
      grade: gradeOf(result),
      how: result.how,
      isMeant: isMeant(written, result, isKnown),
      isKin: isKin(written, result, isKnown),
    })),
    isSure: isOneMeant(written, scored, isKnown),
  }
}

function knownFrom(proposals: Iterable<{ name: PersonName }>): (word: string) => boolean {
  let words: Set<string> | null = null
  return (word) => {
    if (words === null) {
      words = new Set()
      for (const { name } of proposals) for (const { text } of name.words) words.add(text)
    }
    return words.has(word)
  }
}

/** A name of which only slips and beginnings were found is worth a question, not a guess. */
function temper(written: PersonName, result: NameScore): NameScore {
  const isHeld = result.ways.some((way) => way !== null && way !== 'typo' && way !== 'beginning' && way !== 'initial')
  const isLong = written.words.length > 1 && result.how !== 'initial'
  const isAllInitials =
    written.words.length === 1 && result.how === 'initial' && (written.words[0]?.text.length ?? 0) > 1
  return isHeld || isLong || isAllInitials ? result : { ...result, score: Math.min(result.score, meantScoreMin - 0.05) }
}

const clearBy = 0.05
/** Heard on the phone these are the very words: "Sara" and "Sarah". */
const rivalWays: ReadonlySet<How> = new Set(['same', 'joined', 'spelling'])

function isOneMeant(written: PersonName, scored: readonly Scored[], isKnown: (word: string) => boolean): boolean {
  const [top] = scored
  if (!top || top.result.score < meantScoreMin) return false
  const { ways, isReordered, said } = top.result
  if (isReordered || ways.includes(null)) return false
  if (!isEnough(written, ways)) return false
  const isSureWord = (word: NameWord, way: How | null) =>
    isTrusted(word, way, isKnown) && !(way === 'nickname' && isNameOfItsOwn(word.text))
  if (!ways.every((way, at) => isSureWord(written.words[at] as NameWord, way))) return false
  const isExact = ways.every((way) => way === 'same' || way === 'joined')
  return scored.every(({ result }, at) => {
    if (at === 0) return true
    // Whoever has the very words as well may be meant, whatever else belongs to the name.
    if (isExact) return result.said < 0.95 || !result.ways.every((way) => way !== null && rivalWays.has(way))
    return result.said < said - clearBy
  })
}

function gradeOf({ said }: NameScore): number {
  return said >= 0.975 ? 1 : said >= 0.9 ? 0.9 : 0.8
}

function isMeant(written: PersonName, result: NameScore, isKnown: (word: string) => boolean): boolean {
  if (result.score < meantScoreMin) return false
  return result.ways.every((way, at) => {
    const word = written.words[at] as NameWord
    return way === 'beginning' || (way === 'form' && !isKnown(word.text)) || isTrusted(word, way, isKnown)
  })
}

/** One nickname for another; "Thomas" for Tom only where another word says which one. */
function isKin(written: PersonName, result: NameScore, isKnown: (word: string) => boolean): boolean {
  if (result.score < meantScoreMin) return false
  return result.ways.every((way, at) => {
    const word = written.words[at] as NameWord
    if (way !== 'kin') return isTrusted(word, way, isKnown)
    return isListedName(word.text) && !isKnown(word.text) && (written.words.length > 1 || !isNameOfItsOwn(word.text))
  })
}

/** At most one word may be anything but the very word, and an initial alone or a beginning says too little. */
function isEnough(written: PersonName, ways: readonly (How | null)[]): boolean {
  const others = ways.filter((way) => way !== 'same' && way !== 'joined')
  if (ways.length > 1 && ways.every((way) => way === 'typo')) return written.words.every(({ text }) => text.length >= 6)
  if (others.length === 0) return ways.length > 1 || (written.words[0]?.text.length ?? 0) >= 3
  return others.length === 1 && ways.length > 1
}

/** A word that is itself a name, in the directory or elsewhere, is no slip of the finger for another. */
function isTrusted(word: NameWord, way: How | null, isKnown: (word: string) => boolean): boolean {
  switch (way) {
    case 'same':
    case 'joined':
    case 'initial':
    case 'nickname':
      return true
    case 'spelling':
      return !isKnown(word.text)
    case 'typo':
      return word.text.length >= 5 && !isKnown(word.text) && !isListedName(word.text)
    default:
      return false
  }
}
