import { foldName } from '../../domain/names.ts'
import { editDistance } from './editDistance.ts'
import { titleCompounds, titleFillers, titleShortForms } from './titleWords.ts'

/** How well a written name of a company or a job fits one of the records. Pure. */

/** From here on a name counts as meant; below it is at most offered as resembling. */
export const titleScoreMin = 0.7
const nearScoreMin = 0.4
/** Letters in common say less than any fit of words. */
const resemblanceMax = 0.59

const scores = { same: 1, words: 0.9, beginnings: 0.8, initials: 0.75, typoBesideWord: 0.7, typoOnly: 0.6 } as const
/** A reading that spells a short form out is a little less sure than the words themselves. */
const spelledOutCost = 0.02
const readingCountMax = 12
const textLengthMax = 160
const wordCountMax = 16

const fillers = new Set(titleFillers.split(/\s+/).filter(Boolean))
const compounds = new Map(
  titleCompounds
    .trim()
    .split('\n')
    .map((line): [string, string] => [line, line.replaceAll(' ', '')]),
)
const shortForms = new Map(
  titleShortForms
    .trim()
    .split('\n')
    .map((line): [string, string[][]] => {
      const [short = '', meanings = ''] = line.split(':')
      return [short, meanings.split('/').map((meaning) => meaning.trim().split(' '))]
    }),
)

interface Reading {
  words: readonly string[]
  joined: string
  isSpelledOut: boolean
}

function readWords(text: string): string[] {
  let folded = foldName(text.slice(0, textLengthMax).replace(/['’]s\b/gu, ''))
  for (const [apart, together] of compounds)
    if (folded.includes(apart)) folded = ` ${folded} `.replaceAll(` ${apart} `, ` ${together} `).trim()
  // One way to write umlauts: "Mueller" and "Müller".
  const all = folded === '' ? [] : folded.split(' ').slice(0, wordCountMax)
  const meant = all.filter((word) => !fillers.has(word))
  return (meant.length > 0 ? meant : all).map((word) => spellUmlauts(word))
}

/** "mueller" and "muller" become one; not in words so short that it would make others of them. */
function spellUmlauts(word: string): string {
  return word.length >= 5 ? word.replace(/(?<!^)([aou])e(?=[^aeiou])/g, '$1') : word
}

/** All that the words can stand for: "sr PM" is also "senior product manager" and "senior project manager". */
function readingsOf(text: string): Reading[] {
  let readings: { words: string[]; isSpelledOut: boolean }[] = [{ words: [], isSpelledOut: false }]
  for (const word of readWords(text)) {
    const meanings = shortForms.get(word) ?? []
    readings = readings
      .flatMap(({ words, isSpelledOut }) => [
        { words: [...words, word], isSpelledOut },
        ...meanings.map((meaning) => ({ words: [...words, ...meaning.map(spellUmlauts)], isSpelledOut: true })),
      ])
      .slice(0, readingCountMax)
  }
  return readings.map(({ words: all, isSpelledOut }) => {
    const meant = all.filter((word) => !fillers.has(word))
    const words = meant.length > 0 ? meant : all
    return { words, joined: words.join(''), isSpelledOut }
  })
}

function typoCountMax(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
}

type Fit = 'word' | 'beginning' | 'initial' | 'typo'
const fits: readonly { fit: Fit; holds: (written: string, word: string) => boolean }[] = [
  { fit: 'word', holds: (written, word) => written === word },
  {
    fit: 'beginning',
    // "it" is short for something of its own, not for Italian.
    holds: (written, word) => word.startsWith(written) && written.length >= (shortForms.has(written) ? 3 : 2),
  },
  { fit: 'initial', holds: (written, word) => written.length === 1 && word.startsWith(written) },
  {
    fit: 'typo',
    holds: (written, word) => {
      const limit = Math.min(typoCountMax(written), typoCountMax(word))
      return limit > 0 && editDistance(written, word, limit) <= limit
    },
  },
]

/** Gives each written word one word of the name, best fits first; null when a written word has none. */
function fitWords(written: readonly string[], name: readonly string[]): Fit[] | null {
  const found = new Map<number, Fit>()
  const taken = new Set<number>()
  for (const { fit, holds } of fits) {
    written.forEach((word, index) => {
      if (found.has(index)) return
      const place = name.findIndex((candidate, at) => !taken.has(at) && holds(word, candidate))
      if (place < 0) return
      taken.add(place)
      found.set(index, fit)
    })
  }
  return found.size === written.length ? [...found.values()] : null
}

/** "Backend" within "Back-end Engineer": the written letters are a run of whole words of the name. */
function isRunOfWords(joined: string, words: readonly string[]): boolean {
  for (let from = 0; from < words.length; from++) {
    let run = ''
    for (let to = from; to < words.length && run.length < joined.length; to++) {
      run += words[to]
      if (run === joined) return true
    }
  }
  return false
}

function isSameWords(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && [...left].sort().join(' ') === [...right].sort().join(' ')
}

function scoreReading(written: Reading, name: Reading): number {
  if (written.joined === '' || name.joined === '') return 0
  if (written.joined === name.joined || isSameWords(written.words, name.words)) return scores.same
  const fit = fitWords(written.words, name.words)
  const has = (kind: Fit) => fit?.includes(kind) ?? false
  if (fit !== null && !has('typo')) {
    if (!has('beginning') && !has('initial')) return scores.words
    if (has('word') || !has('initial')) return scores.beginnings
  }
  if (isRunOfWords(written.joined, name.words)) return scores.words
  const initials = name.words.map((word) => word[0]).join('')
  if (name.words.length >= 2 && name.words.length <= 5 && written.joined === initials) return scores.initials
  if (fit === null || !has('typo')) return 0
  return has('word') ? scores.typoBesideWord : scores.typoOnly
}

/** Compares one written name with many: what it can stand for is read once. */
function openScorer(written: string): (title: string) => number {
  const readings = readingsOf(written)
  return (title) => {
    let best = 0
    for (const name of readingsOf(title))
      for (const reading of readings) {
        const cost = reading.isSpelledOut !== name.isSpelledOut ? spelledOutCost : 0
        best = Math.max(best, scoreReading(reading, name) - cost)
      }
    return Math.max(0, best)
  }
}

/**
 * How well `written` fits a title or company name, 0 to 1: 1 the same words, 0.9 some of its words ("Acme", "Backend"), 0.8
 * beginnings, 0.75 initials, 0.7 a typo beside a right word, 0.6 typos only, 0 no fit; a little less where a short form had to be
 * spelled out. A lone misspelt word stays under `titleScoreMin`: it is worth a question, not a guess.
 */
export function scoreTitle(written: string, title: string): number {
  return openScorer(written)(title)
}

/** Everything whose name is meant by `written`, best first; equal scores keep their order. */
export function rankTitles<Item>(
  written: string,
  items: readonly Item[],
  titleOf: (item: Item) => string,
): { item: Item; score: number }[] {
  const score = openScorer(written)
  return items
    .map((item) => ({ item, score: score(titleOf(item)) }))
    .filter((match) => match.score >= titleScoreMin)
    .sort((left, right) => right.score - left.score)
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (const word of text.split(' ')) {
    const padded = ` ${word} `
    for (let at = 0; at < padded.length - 1; at++) {
      const pair = padded.slice(at, at + 2)
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  return pairs
}

/** Share of letter pairs two texts have in common, 0 to 1. */
function resemblance(left: string, right: string): number {
  const leftPairs = pairsOf(left)
  const rightPairs = pairsOf(right)
  let shared = 0
  let total = 0
  for (const [pair, count] of leftPairs) {
    shared += Math.min(count, rightPairs.get(pair) ?? 0)
    total += count
  }
  for (const count of rightPairs.values()) total += count
  return total === 0 ? 0 : (2 * shared) / total
}

/** Titles that resemble what was written, best first, each once: what somebody is offered when nothing matched. */
export function nearestTitles(written: string, titles: Iterable<string>, limit = 3): { name: string; score: number }[] {
  const target = foldName(written.slice(0, textLengthMax))
  const score = openScorer(written)
  const ranked: { name: string; score: number }[] = []
  for (const title of new Set(titles)) {
    const folded = foldName(title)
    const wordScore = Math.max(0, ...folded.split(' ').map((word) => resemblance(target, word)))
    const letters = Math.max(resemblance(target, folded), wordScore * 0.95)
    const best = Math.max(score(title), Math.min(resemblanceMax, letters))
    if (best >= nearScoreMin) ranked.push({ name: title, score: best })
  }
  return ranked.sort((left, right) => right.score - left.score || left.name.localeCompare(right.name)).slice(0, limit)
}
