import type { Sign } from './signs.ts'

// "Tuesday, no, Wednesday": what is said last is meant, and what it takes the place of is taken out of what was said before.

const corrections = [
  ['no', 'wait'],
  ['no', 'sorry'],
  ['sorry', 'no'],
  ['no', 'i', 'mean'],
  ['no', 'i', 'meant'],
  ['no', 'actually'],
  ['actually', 'no'],
  ['scratch', 'that'],
  ['i', 'mean'],
  ['i', 'meant'],
  ['sorry'],
  ['correction'],
  ['wait', 'no'],
  ['oops'],
  ['strike', 'that'],
  ['make', 'that'],
  ['hang', 'on'],
  ['rather'],
  ['or', 'rather'],
]
/** These correct only where a name, a time or the like takes the place of another one: "Tuesday, no, Wednesday". */
const softCorrections = new Set([
  'no',
  'nope',
  'actually',
  'wait',
  'sorry',
  'rather',
  'meant',
  'mean',
  'i',
  'make',
  'it',
])

/** "Ida Novak, not Ivo, to meet Acme": whoever is not meant only tells who is. */
export function withoutRuledOut(signs: readonly Sign[]): readonly Sign[] {
  const at = signs.findIndex(({ word, mention }) => word === 'not' && mention === null)
  const [before, other] = [signs.slice(0, at).findLast(({ mention }) => mention !== null), signs[at + 1]]
  if (at < 1 || !before?.mention || !other?.mention || restates(before) !== restates(other)) return signs
  const isAside = signs[at - 1]?.kind === 'mark'
  if (signs[isAside ? at - 2 : at - 1] !== before) return signs
  const to = isAside && signs[at + 2]?.kind === 'mark' ? at + 3 : at + 2
  return [...signs.slice(0, isAside ? at - 1 : at), ...signs.slice(to)]
}

/** How many signs from here on say that something is corrected; 0 when none does. */
export function correctionAt(signs: readonly Sign[], at: number): number {
  if (at === 0 && signs.length < 4) return 0
  for (const words of corrections)
    if (words.every((word, index) => signs[at + index]?.word === word)) {
      const before = signs[at - 1]
      const isLoose = at === 0 || before?.kind === 'mark' || words.length > 1
      return isLoose ? restOfCorrection(signs, at + words.length) - at : 0
    }
  return softCorrectionAt(signs, at)
}

/** "no wait, sorry, I meant": all of it. */
function restOfCorrection(signs: readonly Sign[], from: number): number {
  let to = from
  while (softCorrections.has(signs[to]?.word ?? '') || signs[to]?.word === ',') to += 1
  return to < signs.length ? to : from
}

function softCorrectionAt(signs: readonly Sign[], at: number): number {
  const before = signs[at - 1]
  if (before?.kind !== 'mark' || !['no', 'nope', 'actually', 'wait', 'rather'].includes(signs[at]?.word ?? '')) return 0
  const to = restOfCorrection(signs, at + 1)
  const next = signs.slice(to).find(({ word, mention }) => mention !== null || !leadingIn.has(word))
  const kind = next ? restates(next) : null
  const said = new Set(signs.slice(0, at).map(restates))
  const isFigure = next?.kind === 'number' && (said.has('length') || said.has('time'))
  return isFigure || (kind !== null && said.has(kind)) ? to - at : 0
}

const leadingIn = new Set(['with', 'on', 'at', 'to', 'for', 'the', 'from', 'by', 'via', 'over'])

/** "45 min, no, 60": a figure alone is of the kind that it corrects. */
export function readFigure(signs: readonly Sign[], before: readonly Sign[]): Sign[] {
  const [only, ...others] = signs.filter(({ kind, word }) => kind !== 'mark' && !leadingIn.has(word))
  const replaced = before.findLast(({ kind }) => kind === 'length' || kind === 'time')
  if (only?.kind !== 'number' || others.length > 0 || !replaced) return [...signs]
  const minutes = replaced.kind === 'length' ? Number(only.word) : null
  return signs.map((sign) =>
    sign === only ? { ...sign, kind: replaced.kind, keys: new Set([...sign.keys, ...replaced.keys]), minutes } : sign,
  )
}

/** What a sign says, of which only one can be meant: another one takes its place. */
export function restates({ kind, mode, mention, keys }: Sign): string | null {
  if (kind === 'time' || kind === 'length') return kind
  if (mode) return 'mode'
  if (!mention) return null
  if (mention.kind !== 'person') return mention.kind
  return keys.has('CAND') ? 'candidate' : 'contact'
}

/** What is said anew is taken out of what was said before. */
export function withoutRestated(signs: readonly Sign[], anew: readonly Sign[]): Sign[] {
  const kinds = new Set(anew.map(restates))
  const isGone = (sign: Sign): boolean => {
    const kind = restates(sign)
    if (kind === null || !kinds.has(kind)) return false
    // "Ann and Ben, sorry, Bea": who of several goes, nobody knows.
    return kind !== 'contact' || signs.filter((one) => restates(one) === 'contact').length === 1
  }
  return signs.map((sign) =>
    isGone(sign)
      ? { ...sign, kind: 'word', word: '', keys: new Set<string>(), mention: null, minutes: null, mode: null }
      : sign,
  )
}
