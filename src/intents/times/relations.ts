import { type Found, matchWords, type Reading, wordAt } from './reading.ts'

/** Which side a word opens; `isInclusive`: the day named belongs to it ("since", "until"), else it does not ("after", "before"). */
export interface Relation {
  side: 'after' | 'before'
  isInclusive: boolean
  /** "By" and "until" say nothing of the day named themselves; "on or before" does. */
  isLoose: boolean
}

const relationPhrases: readonly (readonly [string, Relation['side'], boolean])[] = [
  ['after', 'after', false],
  ['post', 'after', false],
  ['later than', 'after', false],
  ['past', 'after', false],
  ['following', 'after', false],
  ['>', 'after', false],
  ['any time after', 'after', false],
  ['anytime after', 'after', false],
  ['some time after', 'after', false],
  ['sometime after', 'after', false],
  ['from', 'after', true],
  ['since', 'after', true],
  ['starting', 'after', true],
  ['starting at', 'after', true],
  ['starting on', 'after', true],
  ['starting from', 'after', true],
  ['starting with', 'after', true],
  ['beginning with', 'after', true],
  ['beginning', 'after', true],
  ['beginning on', 'after', true],
  ['beginning at', 'after', true],
  ['beginning from', 'after', true],
  ['commencing', 'after', true],
  ['commencing on', 'after', true],
  ['as of', 'after', true],
  ['as early as', 'after', true],
  ['as from', 'after', true],
  ['effective', 'after', true],
  ['effective from', 'after', true],
  ['effective on', 'after', true],
  ['any time from', 'after', true],
  ['anytime from', 'after', true],
  ['any time since', 'after', true],
  ['not before', 'after', true],
  ['not earlier than', 'after', true],
  ['no earlier than', 'after', true],
  ['no sooner than', 'after', true],
  ['earliest', 'after', true],
  ['sometimes after', 'after', false],
  ['after or equal to', 'after', true],
  ['equal to or after', 'after', true],
  ['later than or equal to', 'after', true],
  ['> =', 'after', true],
  ['before', 'before', false],
  ['earlier than', 'before', false],
  ['prior to', 'before', false],
  ['sooner than', 'before', false],
  ['ahead of', 'before', false],
  ['in advance of', 'before', false],
  ['<', 'before', false],
  ['any time before', 'before', false],
  ['anytime before', 'before', false],
  ['sometime before', 'before', false],
  ['some time before', 'before', false],
  ['until', 'before', true],
  ['till', 'before', true],
  ['til', 'before', true],
  ['up until', 'before', true],
  ['up to', 'before', true],
  ['up to and including', 'before', true],
  ['through', 'before', true],
  ['thru', 'before', true],
  ['any time until', 'before', true],
  ['anytime until', 'before', true],
  ['by', 'before', true],
  ['ending', 'before', true],
  ['ending on', 'before', true],
  ['ending with', 'before', true],
  ['ending at', 'before', true],
  ['no later than', 'before', true],
  ['not later than', 'before', true],
  ['not after', 'before', true],
  ['latest', 'before', true],
  ['as late as', 'before', true],
  ['sometimes before', 'before', false],
  ['by or before', 'before', true],
  ['before or equal to', 'before', true],
  ['earlier than or equal to', 'before', true],
  ['< =', 'before', true],
  ['\u2264', 'before', true],
  ['\u2265', 'after', true],
]

/** "on or after", "before or in": the preposition makes any such word include the day named. */
const withPreposition = ['after', 'later than', 'before', 'earlier than', 'prior to', 'sooner than']
const inclusivePhrases = relationPhrases
  .filter(([phrase]) => withPreposition.includes(phrase))
  .flatMap(([phrase, side]) =>
    ['on', 'in', 'at'].flatMap((preposition): (readonly [string, Relation['side'], boolean])[] => [
      [`${preposition} or ${phrase}`, side, true],
      [`${phrase} or ${preposition}`, side, true],
    ]),
  )

const looseWords = new Set(['by', 'until', 'till', 'til', 'up', 'through', 'thru', 'ending'])

const byFirstWord = new Map<string, { words: readonly string[]; relation: Relation }[]>()
for (const [phrase, side, isInclusive] of [...relationPhrases, ...inclusivePhrases]) {
  const words = phrase.split(' ')
  const first = words[0] ?? ''
  const rows = byFirstWord.get(first) ?? []
  rows.push({ words, relation: { side, isInclusive, isLoose: looseWords.has(first) } })
  rows.sort((a, b) => b.words.length - a.words.length)
  byFirstWord.set(first, rows)
}

export const relationStarts: readonly string[] = [...byFirstWord.keys()]

/** "after", "no later than", "on or before", ">=": the longest that stands at `at`. */
export function readRelation(reading: Reading, at: number): Found<Relation> {
  if (isPhrasal(reading, at)) return null
  // "this past one", "that past week": no side.
  if (wordAt(reading, at) === 'past' && ['this', 'that', 'the'].includes(wordAt(reading, at - 1))) return null
  if (wordAt(reading, at) === '>' && wordAt(reading, at - 1) === '<') return null
  if (wordAt(reading, at) === '<' && wordAt(reading, at + 1) === '>') return null
  for (const { words, relation } of byFirstWord.get(wordAt(reading, at)) ?? []) {
    const next = matchWords(reading, at, words)
    if (next !== null) return { value: relation, next }
  }
  return null
}

/** Verbs that take such a word to themselves: "drop BY on Friday", "what are you UP TO tomorrow". */
const phrasalVerbs: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    by: 'come comes coming came drop drops dropped dropping stop stops stopped stopping swing swings swinging swung pop pops popped popping pass passing passed call calling go going went stand',
    past: 'go going went get getting come coming',
    after: 'look looks looking looked named ask asking asked go going',
    through: 'go going went come coming came get getting got follow followed put',
    up: 'you they he she we are is put',
    from: 'hear heard come comes suffer',
    following: "i'm are is am was were been",
    ahead: 'go',
  }).map(([word, verbs]) => [word, new Set(verbs.split(' '))]),
)

function isPhrasal(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at)
  // "post the job on Monday": a verb begins the sentence.
  if (word === 'post' && wordAt(reading, at + 2) === "'s") return true
  if (word === 'up' && wordAt(reading, at + 1) !== 'to') return false
  return phrasalVerbs.get(word)?.has(wordAt(reading, at - 1)) === true
}

/** Only the side: for clock times a moment has no length, so before and until mean the same. */
export function matchRelation(reading: Reading, at: number): Found<Relation['side']> {
  const found = readRelation(reading, at)
  return found && { value: found.value.side, next: found.next }
}
