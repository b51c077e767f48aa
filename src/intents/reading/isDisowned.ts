import type { Sign } from './signs.ts'

const nobodies = new Set(
  "nobody noone none never didn't don't doesn't haven't hasn't wasn't weren't not who why whoever no neither".split(
    ' ',
  ),
)
const wishes = new Set(
  'say said says saying tell told ask asked asking want wanted wants mean meant request requested authorise authorised authorize authorized agree agreed instruct instructed order ordered allow allowed decide decided suggest suggested'.split(
    ' ',
  ),
)
const reach = 6

/**
 * "nobody said to cancel Ida", "who told you to move it", "I never asked for that": what nobody wished is no order. `at`: where the
 * order begins.
 */
export function isDisowned(signs: readonly Sign[], at: number): boolean {
  const from = Math.max(0, at - reach)
  let wish = -1
  // The cue itself may begin with the word.
  for (let back = Math.min(at, signs.length - 1); back >= from; back -= 1) {
    const sign = signs[back]
    if (!sign || (sign.kind === 'mark' && back < at)) break
    if (wish < 0 && wishes.has(sign.word)) wish = back
    else if (wish >= 0 && nobodies.has(sign.word) && wish - back <= 2 && isWhole(signs, back)) return true
  }
  return signs[0]?.word === 'why' && at > 0 && pastOf.has(signs[1]?.word ?? '')
}

const pastOf = new Set(['did', 'was', 'were', 'has', 'have', 'is', 'are'])

/** "who" asks, and does not join: "Ida, who asked to move". "why not ask" is a wish. */
function isWhole(signs: readonly Sign[], at: number): boolean {
  const word = signs[at]?.word
  if (word === 'who') return at === 0 || signs[at - 1]?.kind === 'mark' || signs[at - 1]?.word === 'and'
  if (word === 'not') return signs[at - 1]?.word !== 'why'
  return true
}
