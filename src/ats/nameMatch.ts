import { foldName } from '../domain/names.ts'

/** How well a written name fits a name of the records. Pure; the same rules for people, clients and jobs. */

/** From here on a name counts as meant; below it is at most offered as resembling. */
export const matchScoreMin = 0.7
const nearScoreMin = 0.4

const scores = { same: 1, words: 0.9, beginnings: 0.8, initials: 0.75, typoBesideWord: 0.7, typoOnly: 0.6 } as const

const umlautSpellings: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

// Said around a name rather than in it; dropped only while another word is left.
const fillers = new Set(
  'the role position job opening mr mrs ms dr prof herr frau gmbh ag kg se ltd limited inc llc plc corp corporation co sa bv'.split(
    ' ',
  ),
)

interface Reading {
  words: readonly string[]
  joined: string
}

function readWords(folded: string): Reading {
  const all = folded === '' ? [] : folded.split(' ')
  const meant = all.filter((word) => !fillers.has(word))
  const words = meant.length > 0 ? meant : all
  return { words, joined: words.join('') }
}

/** "Müller" is read as muller and as mueller. */
function readingsOf(text: string): Reading[] {
  const plain = foldName(text)
  const spelledOut = foldName(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüøå]/g, (letter) => umlautSpellings[letter] ?? letter),
  )
  return plain === spelledOut ? [readWords(plain)] : [readWords(plain), readWords(spelledOut)]
}

/** Insertions, deletions, replacements and swaps of neighbours between two words; stops counting above `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const row = [i]
    for (let j = 1; j <= right.length; j++) {
      const isSame = left[i - 1] === right[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.length] ?? limit + 1
}

function typoCountMax(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
}

type Fit = 'word' | 'beginning' | 'initial' | 'typo'
const fits: readonly { fit: Fit; holds: (written: string, word: string) => boolean }[] = [
  { fit: 'word', holds: (written, word) => written === word },
  { fit: 'beginning', holds: (written, word) => written.length >= 2 && word.startsWith(written) },
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

function scoreReading(written: Reading, name: Reading): number {
  if (written.joined === '' || name.joined === '') return 0
  if (written.joined === name.joined) return scores.same
  const sorted = (words: readonly string[]) => [...words].sort().join(' ')
  if (sorted(written.words) === sorted(name.words)) return scores.same
  const fit = fitWords(written.words, name.words)
  const has = (kind: Fit) => fit?.includes(kind) ?? false
  if (fit !== null && !has('typo')) {
    if (!has('beginning') && !has('initial')) return scores.words
    if (has('word') || !has('initial')) return scores.beginnings
  }
  if (isRunOfWords(written.joined, name.words)) return scores.words
  const initials = name.words.map((word) => word[0]).join('')
  if (name.words.length >= 2 && name.words.length <= 4 && written.joined === initials) return scores.initials
  if (fit === null || !has('typo')) return 0
  return has('word') ? scores.typoBesideWord : scores.typoOnly
}

/**
 * How well `written` fits `name`, 0 to 1: 1 the same words, 0.9 some of its words ("Jane", "Backend"), 0.8 beginnings and
 * initials beside a word ("J. Doe"), 0.75 initials alone ("JD"), 0.7 a typo beside a right word, 0.6 typos only, 0 no fit.
 * A lone misspelt word stays under `matchScoreMin`: it is worth a question, not a guess.
 */
export function scoreName(written: string, name: string): number {
  let best = 0
  const names = readingsOf(name)
  for (const reading of readingsOf(written))
    for (const other of names) best = Math.max(best, scoreReading(reading, other))
  return best
}

/** Everything whose name is meant by `written`, best first; equal scores keep their order. */
export function rankNames<Item>(
  written: string,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): { item: Item; score: number }[] {
  return items
    .map((item) => ({ item, score: scoreName(written, nameOf(item)) }))
    .filter((match) => match.score >= matchScoreMin)
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

/** Names that resemble what was written, best first, each once: what a person is offered when nothing matched. */
export function nearestNames(written: string, names: Iterable<string>, limit = 3): string[] {
  const target = foldName(written)
  const ranked: { name: string; score: number }[] = []
  for (const name of new Set(names)) {
    const folded = foldName(name)
    const wordScore = Math.max(0, ...folded.split(' ').map((word) => resemblance(target, word)))
    const score = Math.max(scoreName(written, name), resemblance(target, folded), wordScore * 0.95)
    if (score >= nearScoreMin) ranked.push({ name, score })
  }
  return ranked
    .sort((left, right) => right.score - left.score || left.name.localeCompare(right.name))
    .slice(0, limit)
    .map((match) => match.name)
}

/**
 * Spellings under which a word of the written name may stand in the records, for a first selection by "contains":
 * "Mueller" is also looked for as "muller". One-letter words select too much and are left out.
 */
export function searchWords(written: string): string[] {
  const words = readWords(foldName(written)).words.filter((word) => word.length >= 2)
  return [...new Set(words.flatMap((word) => [word, word.replace(/([aou])e/g, '$1')]))]
}
