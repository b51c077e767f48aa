import { cueWords } from './cueWords.ts'
import { isFillerWord, joinWords } from './joinWords.ts'

/** Words that decide what a message says; one slip of a finger in them is put right. */
const targets =
  `available availability unavailable works work free good fine great suits suit suitable possible impossible perfect prefer okay flexible anytime convenient
  unfortunately except otherwise would could should cannot can't please between instead either neither not the and for from with any only busy booked away
  meeting meetings interview around anything whenever ideal ideally better best happy schedule works`.split(/\s+/)

const known = new Set([
  ...Object.values(cueWords).flatMap((phrases) => phrases.match(/\p{L}+/gu) ?? []),
  ...targets,
  ...joinWords.keys(),
  // English words one slip away from a target.
  ...'form word words cold deal lease nay refer round sits ether nether greta buys prefect bets whit meting goof suite'.split(
    ' ',
  ),
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

/** The word that is meant by one with a slip in it, where only one can be; else the word itself. Lower case. */
export function correctSlip(word: string): string {
  if (word.length < 3 || known.has(word) || isFillerWord(word)) return word
  return slips.get(word) ?? word
}
