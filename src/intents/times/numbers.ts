import { smallCounts, smallOrdinals, tens } from './lexicon.ts'
import { afterHyphen, type Found, matchWords, type Reading, remember, wordAt } from './reading.ts'

/** "7", "seven", "twenty-two", "a hundred and five", "two thousand and thirty"; whole numbers up to 9999. */
export function readNumber(reading: Reading, at: number): Found<number> {
  const token = reading.tokens[at]
  if (!token) return null
  if (token.kind === 'number')
    return token.isOrdinal || token.word.length > 4 ? null : { value: token.value, next: at + 1 }
  const below = readBelowHundred(reading, at)
  const start = below ?? (token.word === 'a' ? { value: 1, next: at + 1 } : null)
  if (!start) return null
  let value = start.value
  let next = start.next
  let isLarge = false
  for (const [word, factor] of [
    ['thousand', 1000],
    ['hundred', 100],
  ] as const) {
    if (wordAt(reading, next) !== word) continue
    isLarge = true
    value *= factor
    const rest = readBelowHundred(reading, wordAt(reading, next + 1) === 'and' ? next + 2 : next + 1)
    next = rest ? rest.next : next + 1
    value += rest?.value ?? 0
    if (factor === 1000) break
  }
  return below || isLarge ? { value, next } : null
}

function readBelowHundred(reading: Reading, at: number): Found<number> {
  const word = wordAt(reading, at)
  const small = smallCounts.get(word)
  if (small !== undefined) return { value: small, next: at + 1 }
  const ten = tens.get(word)
  if (ten === undefined) return null
  const one = smallCounts.get(wordAt(reading, afterHyphen(reading, at + 1)))
  if (one !== undefined && one > 0 && one < 10) return { value: ten + one, next: afterHyphen(reading, at + 1) + 1 }
  return { value: ten, next: at + 1 }
}

/** "1st", "first", "twenty-second", "thirty first"; up to 366. */
export function readOrdinal(reading: Reading, at: number): Found<number> {
  const token = reading.tokens[at]
  if (!token) return null
  if (token.isOrdinal) return token.value <= 366 ? { value: token.value, next: at + 1 } : null
  const small = smallOrdinals.get(token.word)
  if (small !== undefined) return { value: small, next: at + 1 }
  const ten = tens.get(token.word)
  if (ten === undefined) return null
  const next = afterHyphen(reading, at + 1)
  const one = smallOrdinals.get(wordAt(reading, next))
  return one !== undefined && one < 10 ? { value: ten + one, next: next + 1 } : null
}

const vagueCounts: readonly (readonly [readonly string[], number])[] = [
  [['a', 'couple', 'of'], 2],
  [['a', 'couple'], 2],
  [['couple', 'of'], 2],
  [['couple'], 2],
  [['a', 'pair', 'of'], 2],
  [['a', 'few'], 3],
  [['few'], 3],
  [['several'], 3],
  [['some'], 3],
  [['another'], 1],
  [['a', 'dozen'], 12],
  [['dozen'], 12],
]

/** "three quarters of", "half of", "a quarter of", as a share of what follows. */
const shares: readonly (readonly [readonly string[], number])[] = [
  [['three', '-', 'quarters', 'of'], 0.75],
  [['three', 'quarters', 'of'], 0.75],
  [['three', 'quarter', 'of'], 0.75],
  [['a', 'quarter', 'of'], 0.25],
  [['one', 'quarter', 'of'], 0.25],
  [['quarter', 'of'], 0.25],
  [['half', 'of'], 0.5],
  [['half'], 0.5],
  [['a', 'half'], 0.5],
  [['one', 'half'], 0.5],
  [['three', 'quarter'], 0.75],
  [['a', 'quarter'], 0.25],
]

const amountStarts = new Set([...vagueCounts, ...shares].map(([words]) => words[0]))

function readWordedAmount(reading: Reading, at: number): Found<number> {
  const word = wordAt(reading, at)
  for (const [words, value] of vagueCounts) {
    const next = words[0] === word ? matchWords(reading, at, words) : null
    if (next !== null) return { value, next }
  }
  for (const [words, value] of shares) {
    const next = words[0] === word ? matchWords(reading, at, words) : null
    if (next === null) continue
    const article = ['a', 'an'].includes(wordAt(reading, next)) ? next + 1 : next
    return { value, next: afterHyphen(reading, article) }
  }
  return null
}

/** How many of a unit: "3", "2.5", "two and a half", "a couple of", "half an", "a". */
export function readAmount(reading: Reading, at: number): Found<number> {
  return remember(reading, 'readAmount', at, () => readAmountAnew(reading, at))
}

function readAmountAnew(reading: Reading, at: number): Found<number> {
  const word = wordAt(reading, at)
  // "another 3 weeks"
  const more = word === 'another' ? readAmount(reading, at + 1) : null
  if (more && wordAt(reading, at + 1) !== 'another') return more
  const worded = amountStarts.has(word) ? readWordedAmount(reading, at) : null
  if (worded) return worded
  const sign = vulgarShares.get(word)
  if (sign !== undefined) return { value: sign, next: ['a', 'an'].includes(wordAt(reading, at + 1)) ? at + 2 : at + 1 }
  const figures = readFigureShare(reading, at)
  if (figures) return figures
  const whole = readNumber(reading, at)
  const half = whole ? vulgarShares.get(wordAt(reading, whole.next)) : undefined
  if (whole && half !== undefined) return { value: whole.value + half, next: whole.next + 1 }
  if (!whole) return word === 'a' || word === 'an' ? { value: 1, next: at + 1 } : null
  return addFraction(reading, readDecimal(reading, at) ?? whole)
}

const vulgarShares: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
])

/** "1/2 hour", "3/4 of an hour", "1 1/2 hours". */
function readFigureShare(reading: Reading, at: number): Found<number> {
  const share = readShareAt(reading, at)
  const whole = reading.tokens[at]
  const late = share || whole?.kind !== 'number' || whole.word.length > 2 ? null : readShareAt(reading, at + 1)
  const found = share ?? (late && { value: late.value + (whole?.value ?? 0), next: late.next })
  if (!found) return null
  let next = wordAt(reading, found.next) === 'of' ? found.next + 1 : found.next
  if (next > found.next && ['a', 'an', 'the'].includes(wordAt(reading, next))) next += 1
  return { value: found.value, next }
}

function readShareAt(reading: Reading, at: number): Found<number> {
  const [top, mark, bottom] = [reading.tokens[at], reading.tokens[at + 1], reading.tokens[at + 2]]
  if (mark?.word !== '/' || !mark.isGlued || !bottom?.isGlued || top?.kind !== 'number') return null
  if (bottom.value !== 2 && bottom.value !== 4) return null
  return top.value > 0 && top.value < bottom.value ? { value: top.value / bottom.value, next: at + 3 } : null
}

function readDecimal(reading: Reading, at: number): Found<number> {
  const [whole, mark, digits] = [reading.tokens[at], reading.tokens[at + 1], reading.tokens[at + 2]]
  if (whole?.kind !== 'number' || (mark?.word !== '.' && mark?.word !== ',') || !mark.isGlued) return null
  if (digits?.kind !== 'number' || !digits.isGlued || digits.isOrdinal || digits.word.length > 3) return null
  return { value: Number(`${whole.word}.${digits.word}`), next: at + 3 }
}

const fractions: readonly (readonly [readonly string[], number])[] = [
  [['and', 'a', 'half'], 0.5],
  [['and', 'half'], 0.5],
  [['and', 'an', 'half'], 0.5],
  [['and', 'one', 'half'], 0.5],
  [['and', 'a', 'quarter'], 0.25],
  [['and', 'one', 'quarter'], 0.25],
  [['and', 'quarter'], 0.25],
  [['and', 'three', 'quarters'], 0.75],
]

/** "and a half", "and one quarter": added to a whole number before the unit. */
function addFraction(reading: Reading, amount: { value: number; next: number }): { value: number; next: number } {
  const fraction = readFraction(reading, amount.next)
  if (!fraction) return amount
  let next = fraction.next
  if (wordAt(reading, next) === 'of') next += 1
  if (['a', 'an', 'the'].includes(wordAt(reading, next))) next += 1
  return { value: amount.value + fraction.value, next }
}

/** "and a half" after a unit: "two hours and a half". */
export function readFraction(reading: Reading, at: number): Found<number> {
  if (wordAt(reading, at) !== 'and') return null
  for (const [words, value] of fractions) {
    const next = matchWords(reading, at, words)
    if (next !== null) return { value, next }
  }
  return null
}
