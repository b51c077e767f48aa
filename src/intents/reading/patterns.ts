import { isClassName } from './lexicon.ts'
import type { Sign } from './signs.ts'

/**
 * A pattern of signs, written as words with blanks between: a plain word is itself, `@name` any word of a class, NAME PERSON CAND
 * CONTACT CLIENT JOB STAGE TIME LENGTH MODE NUMBER what was found in the text, `..` up to three and `...` up to eight signs,
 * `a|b` either, `a?` perhaps, `^` the beginning and `$` the end of the clause (also as one of several).
 */
export interface Pattern {
  source: string
  elements: readonly Element[]
}

interface Element {
  kind: 'one' | 'gap' | 'start' | 'end'
  keys: readonly string[]
  isOptional: boolean
  gapMax: number
}

const kinds = new Set(
  'NAME PERSON PRONOUN CAND CONTACT CLIENT JOB STAGE TIME CLOCK LENGTH MODE NUMBER UNKNOWN RELATIVE RECURRING ROLE'.split(
    ' ',
  ),
)

export function compilePattern(source: string): Pattern {
  return { source, elements: source.split(' ').map(compileElement) }
}

function compileElement(text: string): Element {
  if (text === '..' || text === '...')
    return { kind: 'gap', keys: [], isOptional: false, gapMax: text === '..' ? 3 : 8 }
  if (text === '^') return { kind: 'start', keys: [], isOptional: false, gapMax: 0 }
  if (text === '$') return { kind: 'end', keys: [], isOptional: false, gapMax: 0 }
  // In "yet|?" the mark itself is meant.
  const isOptional = text.length > 1 && text.endsWith('?') && !text.endsWith('|?')
  const keys = (isOptional ? text.slice(0, -1) : text).split('|')
  for (const key of keys)
    if (key.length > 1 && key.startsWith('@') && !isClassName(key.slice(1)))
      throw new Error(`no class of words ${key} in "${text}"`)
  return { kind: 'one', keys, isOptional, gapMax: 0 }
}

/** The literal words of a pattern. */
export function wordsOf(pattern: Pattern): string[] {
  return pattern.elements.flatMap(({ keys }) => keys.filter((key) => !key.startsWith('@') && !kinds.has(key)))
}

/** True when every sign the pattern needs is somewhere among `present`: most patterns end here. */
export function mayMatch(pattern: Pattern, present: ReadonlySet<string>): boolean {
  return pattern.elements.every(
    ({ kind, keys, isOptional }) => kind !== 'one' || isOptional || keys.some((key) => key === '$' || present.has(key)),
  )
}

const common = new Set(
  "for with on to of in at the a an is are be it that this i we you my me and or not no what who how up NAME PERSON TIME 's do have has , : ? please @get @meeting @times @move".split(
    ' ',
  ),
)

/** Keys of which one has to be among the signs wherever the pattern stands: those of its rarest part. Empty when none has to. */
export function anchorsOf(pattern: Pattern): readonly string[] {
  const needed = pattern.elements.filter(
    ({ kind, keys, isOptional }) => kind === 'one' && !isOptional && !keys.includes('$'),
  )
  const cost = ({ keys }: Element): number => keys.length + 40 * keys.filter((key) => common.has(key)).length
  return [...needed].sort((a, b) => cost(a) - cost(b))[0]?.keys ?? []
}

/** Everything a sign can be matched by. */
export function keysOf(signs: readonly Sign[]): Set<string> {
  const present = new Set<string>()
  for (const sign of signs) for (const key of sign.keys) present.add(key)
  return present
}

export interface PatternMatch {
  from: number
  to: number
}

/** The first place where the pattern stands, or null. */
export function matchPattern(pattern: Pattern, signs: readonly Sign[]): PatternMatch | null {
  for (let from = 0; from <= signs.length; from += 1) {
    const to = matchFrom(pattern.elements, 0, signs, from)
    if (to !== null) return { from, to }
    if (pattern.elements[0]?.kind === 'start') return null
  }
  return null
}

function matchFrom(elements: readonly Element[], index: number, signs: readonly Sign[], at: number): number | null {
  const element = elements[index]
  if (!element) return at
  if (element.kind === 'start') return at === 0 ? matchFrom(elements, index + 1, signs, at) : null
  if (element.kind === 'end') return isEnd(signs, at) ? at : null
  if (element.kind === 'gap') {
    for (let skip = 0; skip <= element.gapMax && at + skip <= signs.length; skip += 1) {
      const to = matchFrom(elements, index + 1, signs, at + skip)
      if (to !== null) return to
    }
    return null
  }
  const sign = signs[at]
  if (sign && element.keys.some((key) => sign.keys.has(key))) {
    const to = matchFrom(elements, index + 1, signs, at + stageLength(element, sign))
    if (to !== null) return to
  }
  // "the client", "our candidate": whoever is told by his part stands behind an article.
  const next = signs[at + 1]
  if (sign && next && element.keys.includes('NAME') && articles.has(sign.word) && next.keys.has('ROLE')) {
    const to = matchFrom(elements, index + 1, signs, at + 2)
    if (to !== null) return to
  }
  if (element.isOptional) return matchFrom(elements, index + 1, signs, at)
  return element.keys.includes('$') && isEnd(signs, at) ? matchFrom(elements, index + 1, signs, at) : null
}

const articles = new Set(['the', 'our', 'my', 'that', 'this'])

/** A stage may be of several words that mean other things elsewhere, so it stays several signs. */
function stageLength(element: Element, sign: Sign): number {
  return element.keys.includes('STAGE') && sign.stage ? sign.stage.signCount : 1
}

function isEnd(signs: readonly Sign[], at: number): boolean {
  for (let rest = at; rest < signs.length; rest += 1) if (signs[rest]?.kind !== 'mark') return false
  return true
}
