import type { How } from './matchWord.ts'
import { isListedName } from './nameFamilies.ts'
import { type NameWord, type PersonName, readPersonName } from './personName.ts'
import { type NameScore, rememberMatches, scoreName } from './scoreName.ts'

export interface Proposal {
  id: string
  name: string
}

export interface NameMatch {
  id: string
  /** 0 to 1; from `meantScoreMin` on the name is one that may have been meant, below it merely resembles. */
  score: number
  how: How
}

export interface NameMatches {
  /** Best first. */
  matches: readonly NameMatch[]
  /** Exactly one person is meant: enough of the name was written, it is borne out, and nobody else comes near. */
  isSure: boolean
}

/** From here on a name counts as meant; below it is at most offered as resembling. */
export const meantScoreMin = 0.8
export const nearScoreMin = 0.5

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
  return rankRead(name, Array.from(proposals, ({ id, name: text }) => ({ id, name: readPersonName(text) })), limit)
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
    matches: scored.slice(0, limit).map(({ id, result }) => ({ id, score: result.score, how: result.how })),
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
  return isHeld || isLong ? result : { ...result, score: Math.min(result.score, meantScoreMin - 0.05) }
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
  for (const [at, way] of ways.entries()) if (!isWayTrusted(written.words[at] as NameWord, way, isKnown)) return false
  const isExact = ways.every((way) => way === 'same' || way === 'joined')
  return scored.every(({ result }, at) => {
    if (at === 0) return true
    // Whoever has the very words as well may be meant, whatever else belongs to the name.
    if (isExact) return result.said < 0.95 || !result.ways.every((way) => way !== null && rivalWays.has(way))
    return result.said < said - clearBy
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
function isWayTrusted(word: NameWord, way: How | null, isKnown: (word: string) => boolean): boolean {
  switch (way) {
    case 'same':
    case 'joined':
    case 'initial':
    case 'nickname':
      return true
    case 'typo':
      return word.text.length >= 5 && !isKnown(word.text) && !isListedName(word.text)
    default:
      return false
  }
}
