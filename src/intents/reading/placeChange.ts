import type { Frame } from '../frame.ts'
import type { Named } from './people.ts'
import type { Sign } from './signs.ts'

const removing = new Set(
  "remove drop leave take exclude without no kick uninvite lose cut omit replace swap not disinvite isn't won't doesn't needn't".split(
    ' ',
  ),
)
/** Verbs and phrases after which the first of two goes, and between which the second does. */
const exchanging = new Set('replace swap substitute switch trade sub exchange'.split(' '))
const standingIn = new Set(
  'replacing replaces replaced covering covers cover fills filling fill stands standing stand steps stepping step subs subbing takes taking take'.split(
    ' ',
  ),
)

/** Which of two people of an exchange goes, by index; null when nobody takes anybody's place. */
function whoGoes(words: readonly string[], first: number, second: number): 0 | 1 | null {
  const between = words.slice(first + 1, second)
  const before = words.slice(0, first)
  const has = (list: readonly string[], ...wanted: string[]): boolean => wanted.some((word) => list.includes(word))
  // "Ann instead of Ben", "Ann in place of Ben", "Ann in for Ben", "swap in Ann for Ben"
  if (has(between, 'of') && has(between, 'instead', 'place', 'lieu')) return 1
  if (has(between, 'than') && has(between, 'rather')) return 1
  if (
    between.some((word) => standingIn.has(word)) &&
    (!has(between, 'takes', 'take', 'taking') || has(between, 'over') || isPlace(words, second))
  )
    return 1
  // "drop Ann, Ben can cover it"
  if (
    words.slice(second + 1, second + 4).some((word) => standingIn.has(word) || word === 'handle') &&
    before.some((word) => removing.has(word))
  )
    return 0
  const isExchange = [...before, ...between].some((word) => exchanging.has(word))
  if (has(between, 'for') && (has(between, 'in') || (isExchange && before.at(-1) === 'in'))) return 1
  if (isPlace(words, second) && has(between, 'in', 'have', 'take', 'takes')) return 1
  if (isExchange) return 0
  return has(before, 'instead') && before.at(-1) === 'of' ? 0 : null
}

/** "Ann takes Ben's place". */
function isPlace(words: readonly string[], at: number): boolean {
  return words[at + 1] === "'s" && ['place', 'seat', 'spot', 'slot', 'stead', 'chair'].includes(words[at + 2] ?? '')
}

/** Which of the people named in a change come and which go. */
export function placeChange(frame: Frame, signs: readonly Sign[], named: Named): void {
  const people = [
    ...named.contacts,
    ...named.unknown.map(({ mention }) => mention).filter(({ words }) => frame.contacts.includes(words)),
  ]
  frame.contacts = []
  const words = signs.map(({ word }) => word)
  const places = people.map((mention) => signs.findIndex((sign) => sign.mention === mention))
  const [first = 0, second] = places
  const going = second === undefined || places.length > 2 ? null : whoGoes(words, first, second)
  const isReplacing = words.some((word) => exchanging.has(word))
  for (const [index, mention] of people.entries()) {
    const at = places[index] ?? 0
    // "Friday isn't possible for Dana" says when, not who.
    if (
      frame.when !== null &&
      signs[at - 1]?.word === 'for' &&
      !signs.some(({ keys }) => keys.has('@add') || keys.has('@drop'))
    )
      continue
    const isGoing = going !== null ? index === going : people.length === 1 && isReplacing ? true : goes(words, at)
    if (isGoing) frame.removed.push(mention.words)
    else frame.added.push(mention.words)
  }
  if (frame.client !== null && places.some((at) => isTheirs(signs, at))) frame.client = null
  // "instead of Marcus" was left out above as not meant.
  const ruledOut = signs.find(
    (sign, at) =>
      sign.mention?.kind === 'person' &&
      ((words[at - 1] === 'of' && words[at - 2] === 'instead') ||
        (words[at - 1] === 'than' && words[at - 2] === 'rather')) &&
      !people.includes(sign.mention),
  )
  if (ruledOut?.mention?.people.every(({ kind }) => kind === 'contact')) frame.removed.push(ruledOut.mention.words)
}

/** "add Ann from Acme", "Acme's Ann": the company says who she is, and changes nothing. */
function isTheirs(signs: readonly Sign[], at: number): boolean {
  const before = signs[at - 1]?.word === "'s" ? signs[at - 2] : signs[at - 1]
  const isBehind = ['from', 'at', 'of', 'over', '('].includes(signs[at + 1]?.word ?? '')
  return before?.mention?.kind === 'client' || (isBehind && signs[at + 2]?.mention?.kind === 'client')
}

function goes(words: readonly string[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 4), at)
  const after = words.slice(at + 1, at + 5)
  if (before.some((word) => removing.has(word)) && !before.includes('add')) return true
  return after.some((word) =>
    ["doesn't", "won't", "isn't", "can't", 'out', 'off', 'not', 'busy', 'away', 'unavailable', 'ill', 'sick'].includes(
      word,
    ),
  )
}
