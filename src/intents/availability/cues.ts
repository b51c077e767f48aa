import { type CueKind, cueWords } from './cueWords.ts'

interface CuePhrase {
  kind: CueKind
  words: readonly string[]
}

const cuesByFirstWord = new Map<string, CuePhrase[]>()
for (const [kind, list] of Object.entries(cueWords) as [CueKind, string][]) {
  for (const phrase of list.split(',').filter((one) => one.trim() !== '')) {
    for (const words of spellOut(phrase.trim())) {
      const first = words[0] ?? ''
      cuesByFirstWord.set(first, [...(cuesByFirstWord.get(first) ?? []), { kind, words }])
    }
  }
}

/** "have (a|an)? call" -> have a call, have an call, have call. */
function spellOut(phrase: string): string[][] {
  let forms: string[][] = [[]]
  for (const part of phrase.match(/\([^)]*\)\??|\S+/g) ?? []) {
    const choices = part
      .replace(/^\(|\)\??$/g, '')
      .split('|')
      .map((choice) => choice.split(' '))
    if (part.endsWith(')?')) choices.push([])
    forms = forms.flatMap((form) => choices.map((choice) => [...form, ...choice]))
  }
  return forms.filter((form) => form.length > 0)
}

/** The longest cue whose words stand at `at`, and how many words it takes; null when none does. */
export function findCue(words: readonly string[], at: number): { kind: CueKind; length: number } | null {
  let best: CuePhrase | null = null
  for (const phrase of cuesByFirstWord.get(words[at] ?? '') ?? []) {
    if (best && phrase.words.length <= best.words.length) continue
    if (phrase.words.every((word, offset) => words[at + offset] === word)) best = phrase
  }
  return best && { kind: best.kind, length: best.words.length }
}
