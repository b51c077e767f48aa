/** "- Monday", "* Monday": the sign in front says nothing. */
const bullet = /^( *)(->|=>|[-*+•·‣▪◦>])(?= *[^\s-])/gm
/** "1) Monday", "(2) Tuesday", "b. Wednesday". */
const numbered = /^ *\(?([1-9]|1\d|[a-h])[).](?= +\S)/gim

/** "1) Monday", "(2) Tuesday" inside a line. */
const inline = /(?:^|(?<=[^\n]))[ ,;]?\(?\b([1-9])\) +(?=\S)/g

/**
 * The text with its bullets as "•", which joins nothing: "Monday\n- Wednesday" is no stretch of days. Numbers that only count lines go too,
 * unless they may be numbers of proposals. Offsets stay.
 */
export function unmarkListLines(said: string, hasProposals: boolean): string {
  const text = hasProposals ? said : breakInlineList(said)
  const plain = text.replace(bullet, (sign, indent: string) => `${indent}${'•'.padEnd(sign.length - indent.length)}`)
  return hasProposals || !isCounted(plain) ? plain : plain.replace(numbered, (sign) => '•'.padEnd(sign.length))
}

/** "My slots: 1) Monday 2) Tuesday": each number begins a line, where at least two of them count from one. */
function breakInlineList(text: string): string {
  const signs = [...text.matchAll(inline)]
  const isCount = signs.length > 1 && signs.every(([, number], index) => Number(number) === index + 1)
  return isCount ? text.replace(inline, '\n$1) ') : text
}

/** Whether the numbers before lines count from one. */
function isCounted(text: string): boolean {
  const signs = [...text.matchAll(numbered)].map(([, sign = '']) => sign.toLowerCase())
  const isFrom = (order: readonly string[]) => signs.every((sign, index) => sign === order[index])
  return signs.length > 1 && (isFrom(counts) || isFrom(letters))
}

const counts = Array.from({ length: 19 }, (_, index) => String(index + 1))
const letters = [...'abcdefgh']

/** A line that ends like this goes on in the next one. */
const unfinished = /(,|-|\b(the|next|this|at|from|between|until|till|to|after|before|of|and|or|by|in|for|than))\s*$/i
/** Mail programs break lines of prose at about this many characters. */
const proseLineLength = 60

/** The text with ";" for every end of a line behind which something new begins: no time goes on over it. Offsets stay. */
export function markLineEnds(text: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, index) => {
      if (index === lines.length - 1) return line
      return line.length < proseLineLength && !unfinished.test(line) ? `${line};` : `${line}\n`
    })
    .join('')
}
