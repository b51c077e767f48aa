import type { IntentLabel } from '../frame.ts'
import { allCues } from './cues/allCues.ts'
import type { Cue } from './cues/cue.ts'
import { isDisowned } from './isDisowned.ts'
import { anchorsOf, keysOf, matchPattern, mayMatch } from './patterns.ts'
import type { Sign } from './signs.ts'

export interface Reading {
  label: IntentLabel
  weight: number
  /** Signs the cue stands on, half-open. */
  from: number
  to: number
  source: string
}

interface Ranked extends Cue {
  rank: number
}

/** Cues by the words without which they cannot stand: a sentence has to be tried with a few dozen of two thousand. */
const byAnchor = new Map<string, Ranked[]>()
const unanchored: Ranked[] = []
for (const [rank, cue] of allCues.entries()) {
  const anchors = anchorsOf(cue.pattern)
  if (anchors.length === 0) unanchored.push({ ...cue, rank })
  for (const key of anchors) {
    const known = byAnchor.get(key)
    if (known) known.push({ ...cue, rank })
    else byAnchor.set(key, [{ ...cue, rank }])
  }
}

function cuesFor(present: ReadonlySet<string>): Ranked[] {
  const found = new Map<number, Ranked>()
  for (const cue of unanchored) found.set(cue.rank, cue)
  for (const key of present) for (const cue of byAnchor.get(key) ?? []) found.set(cue.rank, cue)
  return [...found.values()].sort((a, b) => a.rank - b.rank)
}

const negators = new Set(
  "don't dont not never isn't isnt wasn't no doesn't doesnt won't shouldn't didn't aren't needn't".split(' '),
)
/** Labels of which the "not" is a part, or for which it says nothing. */
const withstanding = new Set<IntentLabel>([
  'deny',
  'oos',
  'smalltalk',
  'help',
  'decline',
  'no_show',
  'setting',
  'status',
  'list',
])

/** All labels that a clause could have, the likeliest first; negated cues are left out and told. */
export function readLabels(signs: readonly Sign[]): { readings: Reading[]; isNegated: boolean } {
  const present = keysOf(signs)
  const best = new Map<IntentLabel, Reading>()
  let isNegated = false
  for (const { label, weight, pattern } of cuesFor(present)) {
    const known = best.get(label)
    if (known && known.weight > weight) continue
    if (!mayMatch(pattern, present)) continue
    const match = matchPattern(pattern, signs)
    if (!match) continue
    if (!withstanding.has(label) && (isNegatedAt(signs, match.from, pattern.source) || isDisowned(signs, match.from))) {
      isNegated = true
      continue
    }
    if (!known || weight > known.weight || match.to - match.from > known.to - known.from)
      best.set(label, { label, weight, ...match, source: pattern.source })
  }
  const readings = [...best.values()].sort((a, b) => b.weight - a.weight || b.to - b.from - (a.to - a.from))
  return { readings, isNegated }
}

const ceasing = new Set(['stop', 'quit', 'cease'])
const needless = new Set(['need', 'reason', 'point'])
const farNegators = new Set("don't not never wouldn't shouldn't won't nobody noone".split(' '))
const betweenNots = new Set(
  'under any circumstances please ever just yet even want you to think we should would dare accidentally i sure it worth wise a good idea be that go and actually really ready'.split(
    ' ',
  ),
)
const farReach = 7

/** "don't think we should cancel", "do not under any circumstances cancel": nothing but fillers stand between. */
function isNegatedFromAfar(signs: readonly Sign[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - farReach); at -= 1) {
    const sign = signs[at]
    if (!sign || sign.mention !== null || sign.kind === 'mark') return false
    if (farNegators.has(sign.word)) return signs[at - 1]?.word !== 'why'
    if (sign.word === 'no') return needless.has(signs[at + 1]?.word ?? '')
    if (!betweenNots.has(sign.word) && !needless.has(sign.word)) return false
  }
  return false
}

/** "don't cancel", "isn't cancelled", "not to cancel": up to two words before what is said. */
function isNegatedAt(signs: readonly Sign[], from: number, source: string): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 2); at -= 1) {
    const sign = signs[at]
    if (!sign || (sign.kind === 'mark' && sign.word !== "'")) return false
    if (negators.has(sign.word)) return signs[at - 1]?.word !== 'why'
    if (ceasing.has(sign.word) && at === from - 1 && /ing$/.test(signs[from]?.word ?? '')) return true
  }
  if (isNegatedFromAfar(signs, from)) return true
  if (source.includes("isn't")) return false
  // The pattern may begin with the name: "Siobhan isn't cancelled".
  const [first, second] = [signs[from], signs[from + 1]]
  return first?.kind === 'name' && second !== undefined && ["isn't", 'isnt', "wasn't"].includes(second.word)
}
