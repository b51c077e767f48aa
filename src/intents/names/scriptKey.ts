/** Scripts whose Latin letters are not the ones in which their bearers write their names. */
export type Script = 'consonants' | 'hangul'

const consonantScript = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const hangul = /\p{Script=Hangul}/u

/** The script of a written word, when its spelling in Latin letters is told from sound alone; null for all others. */
export function scriptOf(written: string): Script | null {
  if (consonantScript.test(written)) return 'consonants'
  return hangul.test(written) ? 'hangul' : null
}

/** Korean syllables as they are transcribed and as people write them: jeong and jung, ji-u and jiwoo, gim and kim. */
const hangulRules: readonly (readonly [RegExp, string])[] = [
  [/woo|wu|oo|ou/g, 'u'],
  [/hui|hee/g, 'hi'],
  [/ee/g, 'i'],
  [/yeo|you|yu/g, 'Y'],
  [/eo|eu|o|u/g, 'u'],
  [/Y/g, 'yu'],
  [/ae|ai/g, 'e'],
  [/ch/g, 'j'],
  [/k/g, 'g'],
  [/p/g, 'b'],
  [/t/g, 'd'],
  [/r/g, 'l'],
  [/sh/g, 's'],
  [/(.)\1+/g, '$1'],
]

/** What is the same in a word of that script and in the ways it is written in Latin letters. Takes a folded word. */
export function scriptKey(script: Script, word: string): string {
  if (script === 'consonants')
    return word
      .replace(/[aeiouyw]|h$/g, '')
      .replace(/[qk]h?/g, 'k')
      .replace(/(.)\1+/g, '$1')
  let key = word
  for (const [pattern, replacement] of hangulRules) key = key.replace(pattern, replacement)
  return key
}
