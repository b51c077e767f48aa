import { editDistance } from './editDistance.ts'
import { type How, matchWord, type WordMatch, waysToMatch } from './matchWord.ts'
import { isParticle, type NameWord, type PersonName } from './personName.ts'

export interface NameScore {
  /** 0 to 1: `said`, less what the order and the words that were not written cost. */
  score: number
  /** 0 to 1: how well the written words are borne out, whatever else belongs to the name. */
  said: number
  /** The least sure way in which a written word was taken. */
  how: How
  /** For each written word, how it was taken; null when it was not. */
  ways: readonly (How | null)[]
  /** The words stand in another order, with no comma that says so. */
  isReordered: boolean
}

/** Compares pairs of words, each pair once per query however many names share the word. */
export type MatchWords = (written: NameWord, word: NameWord) => WordMatch | null

/** Who wrote a word that somebody bears hardly slipped. */
const knownSlipCost = 0.05

/** A matcher for one query; `isKnown` says whether somebody in the directory bears a word as it is written. */
export function rememberMatches(isKnown: (word: string) => boolean): MatchWords {
  const known = new Map<NameWord, Map<NameWord, WordMatch | null>>()
  return (written, word) => {
    let row = known.get(written)
    if (!row) {
      row = new Map()
      known.set(written, row)
    }
    let match = row.get(word)
    if (match === undefined) {
      match = matchWord(written, word)
      if (match?.how === 'typo' && isKnown(written.text)) match = { ...match, score: match.score - knownSlipCost }
      row.set(word, match)
    }
    return match
  }
}

interface Fit {
  from: number
  span: number
  at: number
  width: number
  match: WordMatch
}

const orderCost = { rotated: 0.012, mixed: 0.03 } as const
/** The first written word stands for one that is not the name's first: a middle name, mostly. */
const middleCost = 0.006
const unsaidCost = 0.006
const unsaidCountMax = 4

/** How well a written name fits a name of the records; null when nothing of it does. */
export function scoreName(written: PersonName, name: PersonName, matchWords: MatchWords): NameScore | null {
  if (written.words.length === 0 || name.words.length === 0) return null
  const fits = chooseFits(written.words, findFits(written.words, name.words, matchWords))
  const aligned = fits.length === 0 ? null : judgeFits(written, name.words, fits)
  if (aligned && aligned.how === 'same' && aligned.said >= 0.98) return aligned
  const joined = scoreJoined(written.words, name.words)
  return joined && (aligned === null || joined.score > aligned.score) ? joined : aligned
}

function findFits(written: readonly NameWord[], name: readonly NameWord[], matchWords: MatchWords): Fit[] {
  const fits: Fit[] = []
  const add = (from: number, span: number, at: number, width: number, match: WordMatch | null) => {
    if (match) fits.push({ from, span, at, width, match })
  }
  for (let from = 0; from < written.length; from++)
    for (let at = 0; at < name.length; at++)
      add(from, 1, at, 1, matchWords(written[from] as NameWord, name[at] as NameWord))
  // "van den broek" as one word or as three, "Mc Kenzie", "Annamaria".
  for (let from = 0; from < written.length; from++)
    for (let span = 2; span <= 3 && from + span <= written.length; span++) {
      const run = written.slice(from, from + span)
      const text = joinWords(run)
      // "K Stiedemann" is not "Stiedemann" with a slip.
      const mayHaveSlips = run.every((word) => word.text.length > 1)
      for (let at = 0; at < name.length; at++)
        add(from, span, at, 1, matchJoined(text, name[at]?.text ?? '', mayHaveSlips))
    }
  for (let at = 0; at < name.length; at++)
    for (let width = 2; width <= 4 && at + width <= name.length; width++) {
      const text = joinWords(name.slice(at, at + width))
      for (let from = 0; from < written.length; from++) {
        const word = written[from] as NameWord
        const match = matchJoined(word.text, text, true) ?? matchDoubleName(word, text)
        add(from, 1, at, width, match ?? matchInitials(word, name.slice(at, at + width)))
      }
    }
  return fits
}

function joinWords(words: readonly NameWord[]): string {
  let text = ''
  for (const word of words) text += word.text
  return text
}

function matchJoined(left: string, right: string, mayHaveSlips: boolean): WordMatch | null {
  if (left === right) return { score: 0.985, how: 'same' }
  if (!mayHaveSlips || left.length < 6 || Math.abs(left.length - right.length) > 1) return null
  return editDistance(left, right, 1) <= 1 ? { score: 0.9, how: 'typo' } : null
}

/** "Majo" for "María José". */
function matchDoubleName(word: NameWord, joined: string): WordMatch | null {
  if (word.text.length < 3 || word.kin.size === 0) return null
  return word.kin.get(joined)?.kinship === 'nickname' ? { score: 0.93, how: 'nickname' } : null
}

/** "JL" for "Jean-Luc", "HC" for "Helen Carter". */
function matchInitials(word: NameWord, run: readonly NameWord[]): WordMatch | null {
  const isAll = word.text.length === run.length && run.every(({ text }, at) => text.charAt(0) === word.text.charAt(at))
  return isAll ? { score: 0.82, how: 'initial' } : null
}

/** Each written word and each word of the name is used once; the best fits are taken first. */
function chooseFits(written: readonly NameWord[], fits: Fit[]): Fit[] {
  const worth = (fit: Fit) => fit.match.score * (fit.span + fit.width - 1)
  fits.sort((left, right) => worth(right) - worth(left) || left.from - right.from || left.at - right.at)
  let [takenWritten, takenName] = [0, 0]
  const chosen: Fit[] = []
  for (const fit of fits) {
    const writtenBits = ((1 << fit.span) - 1) << fit.from
    const nameBits = ((1 << fit.width) - 1) << fit.at
    if ((takenWritten & writtenBits) !== 0 || (takenName & nameBits) !== 0) continue
    takenWritten |= writtenBits
    takenName |= nameBits
    chosen.push(fit)
    if (chosen.length === written.length) break
  }
  return chosen.sort((left, right) => left.from - right.from)
}

function weightOf(words: readonly NameWord[], at: number): number {
  if (isParticle(words, at)) return 0.15
  return words[at]?.isInitial ? 0.35 : 1
}

function judgeFits(written: PersonName, name: readonly NameWord[], fits: readonly Fit[]): NameScore {
  const ways: (How | null)[] = written.words.map(() => null)
  let [sum, total, worst, sameCount] = [0, 0, 0, 0]
  let nameBits = 0
  for (const fit of fits) {
    for (let at = fit.from; at < fit.from + fit.span; at++) {
      sum += weightOf(written.words, at) * fit.match.score
      ways[at] = fit.match.how
    }
    if (fit.match.how === 'same') sameCount++
    nameBits |= ((1 << fit.width) - 1) << fit.at
    worst = Math.max(worst, waysToMatch.indexOf(fit.match.how))
  }
  // Besides two right words, one too many may be a middle name that the records leave out.
  const strayWeight = sameCount >= 2 ? 0.4 : 1
  for (let at = 0; at < ways.length; at++) total += weightOf(written.words, at) * (ways[at] === null ? strayWeight : 1)
  const said = total === 0 ? 0 : sum / total
  let unsaid = 0
  for (let at = 0; at < name.length; at++) if ((nameBits & (1 << at)) === 0 && !isParticle(name, at)) unsaid++
  const order = orderOf(fits)
  const isMiddle = order === 'kept' && written.words.length > 1 && (fits[0]?.at ?? 0) > 0
  const costs = (order === 'kept' ? 0 : orderCost[order]) + (isMiddle ? middleCost : 0)
  const score = said - unsaidCost * Math.min(unsaid, unsaidCountMax) - costs
  const isReordered = order !== 'kept' && !written.hasComma
  return { score: Math.max(0, score), said, how: waysToMatch[worst] ?? 'typo', ways, isReordered }
}

/** "Varma Dipti" is a turn of "Dipti Varma": one step back in the sequence. */
function orderOf(fits: readonly Fit[]): 'kept' | 'rotated' | 'mixed' {
  let backCount = 0
  for (let at = 1; at < fits.length; at++) if ((fits[at] as Fit).at < (fits[at - 1] as Fit).at) backCount++
  return backCount === 0 ? 'kept' : backCount === 1 ? 'rotated' : 'mixed'
}

/** All words as one, in the orders in which people write names: "hopperg race", "nicolahermann", "hermannnicola". */
function scoreJoined(written: readonly NameWord[], name: readonly NameWord[]): NameScore | null {
  const text = joinWords(written)
  if (text.length < 6 || text.length > 60) return null
  // Where the words of a name are but guessed only the written ones can be turned: "Xun Lintian" for 林田勲.
  const turned = written.length > 1 ? joinWords([...written.slice(-1), ...written.slice(0, -1)]) : null
  let best: { distance: number; isTurned: boolean } | null = null
  for (const { words, isTurned } of ordersOf(name)) {
    const joined = joinWords(words)
    if (joined === turned)
      return { score: 0.96, said: 0.975, how: 'joined', ways: written.map(() => 'joined'), isReordered: false }
    const limit = Math.min(best === null ? 3 : best.distance - 1, Math.floor(text.length / 5))
    if (limit < 0) break
    const distance = editDistance(text, joined, limit)
    if (distance <= limit) best = { distance, isTurned }
  }
  if (best === null) return null
  const slips = best.distance === 0 ? 0 : 0.03 + (1.1 * best.distance) / text.length
  const said = 0.975 - slips
  const how: How = best.distance === 0 ? 'joined' : 'typo'
  const score = said - (best.isTurned ? orderCost.rotated : 0)
  return { score, said, how, ways: written.map(() => how), isReordered: false }
}

function ordersOf(name: readonly NameWord[]): { words: readonly NameWord[]; isTurned: boolean }[] {
  const orders = [{ words: name, isTurned: false }]
  for (let at = 1; at < Math.min(name.length, 6); at++)
    orders.push({ words: [...name.slice(at), ...name.slice(0, at)], isTurned: true })
  if (name.length > 2 && name.length <= 6) {
    const [first, last] = [name[0] as NameWord, name[name.length - 1] as NameWord]
    for (let at = 1; at < name.length - 1; at++)
      orders.push({ words: [...name.slice(0, at), ...name.slice(at + 1)], isTurned: false })
    orders.push({ words: [first, last], isTurned: false })
    orders.push({ words: [...name.slice(2), first], isTurned: true })
  }
  return orders
}
