import { foldName } from '../domain/names.ts'

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(' ')
const laterTeens = ['seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

const numbers: ReadonlyMap<string, number> = new Map([
  ...[...units, ...laterTeens].map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ...ordinals.map((word, index): [string, number] => [word, index + 1]),
  ['thirtieth', 30],
  ['fourty', 40],
])

/**
 * The words of a text as they are compared: folded, numbers as figures whether they were typed or dictated ("nine thirty",
 * "9:30" and "9.30" are 9 and 30, "3pm" is 3 and pm, "2nd" and "second" are 2), without possessive s and marks. Pure.
 */
export function readSaidWords(text: string): string[] {
  const plain = text.replace(/['’]s(?![\p{L}\p{N}])/gu, ' ').replace(/(\d)(?:st|nd|rd|th)\b/giu, '$1 ')
  const words = foldName(plain)
    .split(' ')
    .flatMap((word) => word.match(/\p{N}+|[^\p{N}]+/gu) ?? [])
  const said: string[] = []
  for (const word of words) {
    const value = numbers.get(word) ?? (/^[0-9]{1,9}$/.test(word) ? Number(word) : null)
    const before = said.at(-1)
    // "forty five" is one number, "nine thirty" are two.
    if (value !== null && value > 0 && value < 10 && !/^\d/.test(word) && isTens(before)) {
      said[said.length - 1] = String(Number(before) + value)
    } else said.push(value === null ? word : String(value))
  }
  return said
}

function isTens(word: string | undefined): boolean {
  return word !== undefined && /^[2-9]0$/.test(word)
}

/** Words that may stand inside a name without being a part of it: "Jane from Acme", "Mr Lee". */
const looseWords = new Set('the a an of at from for role job position mr mrs ms dr'.split(' '))

/**
 * Whether a name stands in what was said: its words next to each other, in order or with the last one first ("Will,
 * Harrison"). Words of two different names do not make a third one.
 */
export function standsTogether(wanted: readonly string[], said: readonly string[]): boolean {
  const [first, ...rest] = wanted
  if (first === undefined) return false
  const orders = [wanted, [...wanted.slice(-1), ...wanted.slice(0, -1)], [...rest, first]]
  return orders.some((order) => said.some((_word, at) => runFrom(order, said, at)))
}

function runFrom(order: readonly string[], said: readonly string[], from: number): boolean {
  let at = from
  for (const [index, word] of order.entries()) {
    while (index > 0 && said[at] !== word && looseWords.has(said[at] ?? '')) at += 1
    // "Northgates" is how many write "Northgate's".
    if (said[at] !== word && said[at] !== `${word}s`) return false
    at += 1
  }
  return true
}

/** Words that turn what follows or surrounds them into its opposite. */
export const negations: ReadonlySet<string> = new Set(
  'not no never none nor neither without except excepting excluding apart besides unless cannot cant dont doesnt didnt wont wouldnt shouldnt couldnt isnt arent wasnt werent aint avoid skip stop unable unavailable busy nicht kein keine nie niemals außer ausser ohne pas jamais sauf nunca excepto salvo'.split(
    ' ',
  ),
)

/** Words between a negation and a time over which the negation still reaches: "can't do Monday or Tuesday". */
const reaches = new Set(
  'or and on at in the a any do make be can for to from until till before after pm am morning mornings afternoon afternoons evening evenings noon lunch week day days next this mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)

/**
 * Where words about time stand in what was said, in order, with at most `gapMax` other words between two of them and no
 * negation among those or reaching in from before: "not on Friday" never becomes "Friday". Null when nowhere.
 */
export function findPhrase(
  wanted: readonly string[],
  said: readonly string[],
  gapMax: number,
): { from: number; to: number } | null {
  if (wanted.length === 0) return null
  for (const [from, word] of said.entries()) {
    if (word !== wanted[0] || isNegatedAt(said, from)) continue
    const to = endOfPhrase(wanted, said, from, gapMax)
    if (to !== null) return { from, to }
  }
  return null
}

function endOfPhrase(wanted: readonly string[], said: readonly string[], from: number, gapMax: number): number | null {
  let at = from + 1
  for (const word of wanted.slice(1)) {
    let gap = 0
    while (said[at] !== word) {
      if (at >= said.length || gap >= gapMax || negations.has(said[at] ?? '')) return null
      at += 1
      gap += 1
    }
    at += 1
  }
  return at
}

/** Whether a negation stands before a word, with nothing but times between. */
export function isNegatedAt(said: readonly string[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 8; back -= 1) {
    const word = said[back] ?? ''
    if (negations.has(word)) return true
    if (!reaches.has(word) && !/^\d+$/.test(word)) return false
  }
  return false
}
