import { foldName } from '../../domain/names.ts'

// A yes or a no by itself is understood in every language that Parley answers in. Commands are read in English, times in German as well.

type Meaning = 'yes' | 'no' | 'thanks' | 'polite'

const phrases: Readonly<Record<Meaning, string>> = {
  yes: `
    oui|ouais|d'accord|entendu|bien sûr|tout à fait|exact|exactement|parfait|volontiers|allez y|vas y|faites le|c'est bon|
    ça marche|ça me va|je confirme|
    sí|claro|claro que sí|vale|de acuerdo|por supuesto|adelante|hágalo|correcto|perfecto|eso es|confirmo|
    ja|jawohl|jep|genau|einverstanden|gern|gerne|klar|na klar|passt|stimmt|richtig|in ordnung|auf jeden fall|
    machen sie das|mach das|machen wir so|bestätigt`,
  no: `
    non|surtout pas|pas du tout|pas encore|pas maintenant|laissez|laissez tomber|ne faites rien|mieux vaut pas|
    no|mejor no|para nada|de ninguna manera|todavía no|aún no|ahora no|déjelo|no lo haga|
    nein|nö|nee|nicht|bitte nicht|lieber nicht|besser nicht|noch nicht|jetzt nicht|auf keinen fall|lassen sie es|lass es|
    lassen sie das`,
  thanks: `merci|merci beaucoup|merci bien|gracias|muchas gracias|danke|danke schön|vielen dank|danke sehr`,
  polite: `s'il vous plaît|svp|s'il te plaît|stp|por favor|bitte|bitte sehr`,
}

const table: ReadonlyMap<string, Meaning> = new Map(
  (Object.keys(phrases) as Meaning[]).flatMap((meaning) =>
    phrases[meaning].split('|').map((phrase): [string, Meaning] => [foldName(phrase), meaning]),
  ),
)
const wordCountMax = 8
const phraseLengthMax = Math.max(...[...table.keys()].map((phrase) => phrase.split(' ').length))

/** "Oui, merci", "¡Sí, por favor!", "Nein, lieber nicht" as "yes", "no" or "thanks"; null for whatever says anything more, or both. */
export function readPlainAnswer(text: string): 'yes' | 'no' | 'thanks' | null {
  // "Oui ?" wonders.
  if (text.length > 80 || text.includes('?')) return null
  const words = foldName(text).split(' ').filter(Boolean)
  if (words.length === 0 || words.length > wordCountMax) return null
  const found = new Set<Meaning>()
  for (let at = 0; at < words.length; ) {
    const length = phraseAt(words, at)
    const meaning = length > 0 && table.get(words.slice(at, at + length).join(' '))
    if (!meaning) return null
    found.add(meaning)
    at += length
  }
  if (found.has('yes')) return found.has('no') ? null : 'yes'
  if (found.has('no')) return 'no'
  return found.has('thanks') ? 'thanks' : null
}

/** How many words the longest phrase has that begins there; 0 for none. */
function phraseAt(words: readonly string[], at: number): number {
  for (let length = Math.min(phraseLengthMax, words.length - at); length > 0; length -= 1)
    if (table.has(words.slice(at, at + length).join(' '))) return length
  return 0
}
