/** Spellings that sound alike in the languages that names come from, in the order in which they are evened out. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/^mac(?=[a-z]{4})/, 'mk'],
  [/^mc/, 'mk'],
  [/^(?:tsch|tch|tsh)/, 'ch'],
  [/sch(?=[aeiou])|sch$|sch(?=[lmnrtw])/g, 'sh'],
  [/tsch|tch/g, 'ch'],
  [/ck/g, 'k'],
  [/ph/g, 'f'],
  [/kh/g, 'h'],
  [/ch(?=[rlo])/g, 'k'],
  [/qu/g, 'k'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/zh/g, 's'],
  [/t?z|ts/g, 's'],
  [/dt|th/g, 't'],
  [/w/g, 'v'],
  [/^[jyi](?=u)|^y(?=[aeo])/, 'J'],
  [/^j/, 'J'],
  [/[yj]/g, 'i'],
  [/(?:e|a)ii?/g, 'ai'],
  [/ii+|ie|ee/g, 'i'],
  [/ou|oo/g, 'u'],
  [/(?<=.[^q]?)ae|aa/g, 'a'],
  [/(?<=.)oe|oe(?=..)/g, 'o'],
  [/ue/g, 'u'],
  [/([^sc])h/g, '$1'],
  [/(.)\1+/g, '$1'],
  [/sen$|son$/, 'son'],
  [/of$/, 'ov'],
  [/ef$/, 'ev'],
  [/(?<=...)e$/, ''],
]

const loosened: readonly (readonly [RegExp, string])[] = [
  [/ai|e/g, 'i'],
  [/o/g, 'u'],
  [/d$/, 't'],
  [/b$/, 'p'],
  [/g$/, 'k'],
  [/v$/, 'f'],
  [/(.)\1+/g, '$1'],
]

function applyRules(word: string, list: readonly (readonly [RegExp, string])[]): string {
  let key = word
  for (const [pattern, replacement] of list) key = key.replace(pattern, replacement)
  return key
}

/** The same for spellings of one sound: erik, eric and erich differ, but meyer and maier, filip and philipp do not. Takes a folded word. */
export function soundKey(word: string): string {
  return applyRules(word, rules)
}

/** A sound key in which related vowels and final consonants are one too: schmid and schmitt, kristin and kristen. */
export function looseSoundKey(sound: string): string {
  return applyRules(sound, loosened)
}
