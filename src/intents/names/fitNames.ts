import type { NameFit } from '../../domain/directory.ts'
import { isNear } from './isNear.ts'
import type { Bearer, NameIndex } from './nameIndex.ts'
import { readPersonName } from './personName.ts'

export const fitRanks: Readonly<Record<NameFit, number>> = { whole: 0, part: 1, kin: 2, typo: 3 }

const wordCountMax = 6

/**
 * Who bears all of these words, by id with how they fit; of several who fit differently only those who fit best. Nobody who is
 * merely called something like it: nicknames and other spellings are `NameIndex.findNames`.
 */
export function fitNames(index: NameIndex, written: string): { ids: string[]; fit: NameFit } | null {
  const asked = readPersonName(written).words.map(({ text }) => text)
  if (asked.length === 0 || asked.length > wordCountMax) return null
  // The rarest word proposes, the others have to agree.
  let proposed: readonly Bearer[] | null = null
  for (const word of asked) {
    const bearers = index.bearersOf(word)
    if (bearers.length > 0 && (proposed === null || bearers.length < proposed.length)) proposed = bearers
  }
  const sorted = [...asked].sort((left, right) => right.length - left.length)
  let best: NameFit | null = null
  let ids: string[] = []
  for (const { id, name } of proposed ?? []) {
    const parts = name.words.map(({ text }) => text)
    const fit = fitWords(sorted, parts, true)
    if (fit === null || (best !== null && fitRanks[fit] > fitRanks[best])) continue
    if (fit !== best) ids = []
    best = fit
    ids.push(id)
  }
  return best === null ? null : { ids, fit: best }
}

const companySuffixes = new Set(
  'inc ltd llc gmbh ag plc limited co corp corporation company sa bv group holdings international'.split(' '),
)

/**
 * Every written word has to be a word of the name, in any order: as it is, as its first letter, or with one slip. `sorted`:
 * the longest first, so that an initial takes what they leave.
 */
export function fitWords(sorted: readonly string[], parts: readonly string[], isPerson: boolean): NameFit | null {
  const left = [...parts]
  let isTypo = false
  let isShort = false
  const take = (test: (part: string) => boolean): boolean => {
    const at = left.findIndex(test)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  for (const word of sorted) {
    if (take((part) => part === word)) continue
    if (isPerson && word.length === 1 && sorted.length > 1 && take((part) => part.startsWith(word))) isShort = true
    else if (word.length >= 4 && take((part) => isNear(word, part))) isTypo = true
    else return null
  }
  if (isTypo) return 'typo'
  const rest = isPerson ? left : left.filter((part) => !companySuffixes.has(part))
  return rest.length === 0 && !isShort ? 'whole' : 'part'
}
