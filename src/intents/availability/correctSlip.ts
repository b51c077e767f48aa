import { correctSpelling } from '../times/spelling.ts'
import { cueWords } from './cueWords.ts'
import { isFillerWord, joinWords } from './joinWords.ts'

/** Words that decide what a message says; one slip of a finger in them is put right. */
const targets =
  `available availability unavailable works work free good fine great suits suit suitable possible impossible perfect prefer okay flexible anytime convenient
  unfortunately except otherwise would could should cannot can't please between instead either neither not the and for from with any only busy booked away
  meeting meetings interview around anything whenever ideal ideally better best happy schedule works but can before after until every week weeks next today tomorrow
  monday tuesday wednesday thursday friday weekday weekdays weekend morning mornings afternoon afternoons evening evenings noon lunch onwards later earlier apart
  afraid cancel unavailable flexible`.split(/\s+/)

/** Slips and short spellings that no rule would find. */
const spelt: ReadonlyMap<string, string> = new Map(
  Object.entries({
    afternoons: 'arvos arvoes',
    yes: 'yh yeh yass',
    week: 'wekk wek weeek',
    next: 'nexxt nexr nect',
    free: 'fre freee',
    from: 'frm frmo rfom',
    good: 'gud goood gd',
    whatever: 'wotever watever wateva',
    works: 'wrks wks',
    please: 'plz pls',
    definitely: 'deffo defo def definately',
    busy: 'bsy busyy',
    sorry: 'soz sry',
    because: 'cuz becuase becasue',
    that: 'tht',
    just: 'jst',
    with: 'wiht',
    weekend: 'wkend wknd',
    are: 'r',
  }).flatMap(([right, wrong]) => wrong.split(' ').map((word): [string, string] => [word, right])),
)

const known = new Set([
  ...Object.values(cueWords).flatMap((phrases) => phrases.match(/\p{L}+/gu) ?? []),
  ...targets,
  ...joinWords.keys(),
  // English words one slip away from a target.
  ...`form word words cold deal lease nay refer round sits ether nether greta buys prefect bets whit meting goof suite fro nono toady alter lather
  latter mourning bur weed weak sweet freed text went eves note noted lone unit nobel`.split(/\s+/),
])

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** Letters side by side on a keyboard: "workd" for "works". */
const neighbours = new Map<string, string>()
for (const row of rows)
  for (const [at, letter] of [...row].entries()) neighbours.set(letter, `${row.charAt(at - 1)}${row.charAt(at + 1)}`)

/** All that a word looks like after one slip: two letters swapped, one doubled or left out, or the key beside it. */
function slipsOf(word: string): string[] {
  const slips: string[] = []
  for (let at = 0; at < word.length; at += 1) {
    const [start, letter, next, rest] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
    if (next !== '') slips.push(`${start}${next}${letter}${rest}`)
    if (word.length < 5) continue
    slips.push(`${start}${letter}${letter}${next}${rest}`, `${start}${next}${rest}`)
    for (const beside of neighbours.get(letter) ?? '') slips.push(`${start}${beside}${next}${rest}`)
  }
  return slips
}

const slips = new Map<string, string | null>()
for (const target of new Set(targets))
  for (const slip of slipsOf(target)) {
    const other = slips.get(slip)
    slips.set(slip, other === undefined || other === target ? target : null)
  }

/** The text with its misspelt words put right. */
export function correctSlips(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}'@.-])\p{L}{1,14}(?![\p{L}\p{N}@'-]|\.\p{L})/gu, (said) => {
    const word = said.toLowerCase()
    // "R. Jones", "plan R".
    if (word.length === 1 && said !== 'r') return said
    const right = spelt.get(word) ?? correctSlip(word === 'aft' || word === 'yest' ? word : correctSpelling(word))
    if (right === word) return said
    return said === word ? right : `${right.charAt(0).toUpperCase()}${right.slice(1)}`
  })
}

/** The word that is meant by one with a slip in it, where only one can be; else the word itself. Lower case. */
export function correctSlip(word: string): string {
  if (word.length < 3 || known.has(word) || isFillerWord(word)) return word
  return slips.get(word) ?? word
}
