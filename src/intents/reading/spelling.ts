import { isNear } from '../createDirectory.ts'
import { everydayWords } from './everydayWords.ts'
import { classesOf, lexiconWords } from './lexicon.ts'

let byStart: Map<string, string[]> | null = null

function candidatesFor(word: string): readonly string[] {
  if (!byStart) {
    byStart = new Map()
    for (const known of lexiconWords()) {
      if (known.length < 5) continue
      const start = known.charAt(0)
      const list = byStart.get(start)
      if (list) list.push(known)
      else byStart.set(start, [known])
    }
  }
  return byStart.get(word.charAt(0)) ?? []
}

const corrected = new Map<string, string>()
const rememberedMax = 2_000

/** A word of the grammar with one slip of the pen, put right: "rescedule", "avialability". Others stay as they are. */
export function correctWord(word: string): string {
  if (word.length < 5 || everydayWords.has(word) || classesOf(word).size > 0) return word
  const known = corrected.get(word)
  if (known !== undefined) return known
  const near = candidatesFor(word).find((one) => isNear(word, one))
  if (corrected.size >= rememberedMax) corrected.clear()
  corrected.set(word, near ?? word)
  return near ?? word
}
