import { edgeStarts } from './edges.ts'
import { holidayStarts } from './holidays.ts'
import {
  months,
  relativeDays,
  shifts,
  smallCounts,
  smallOrdinals,
  tens,
  units,
  weekdayPlurals,
  weekdays,
} from './lexicon.ts'
import { partStarts } from './parts.ts'
import { recurringStarts } from './recurring.ts'
import { relationStarts } from './relations.ts'
import { seasonStarts } from './seasons.ts'
import type { TimeToken } from './timeText.ts'

const otherStarts =
  'a an the my our your on in at @ around about approximately approx roughly circa ca exactly near between from for any anytime some sometime within inside over ' +
  'under now right just all whole full entire halfday tonight tonights noon noontime midday midnight mid half quarter end close eod eob cob cop couple few several another ' +
  'pair dozen three w cw kw q h wtd mtd qtd ytd closest nearest rest remainder remaining otd ½ ¼ ¾ more less final immediately ides penultimate throughout noonish midnite calendar alternate'

const startWords: ReadonlySet<string> = new Set([
  ...[weekdays, weekdayPlurals, months, smallCounts, tens, smallOrdinals, units, shifts, relativeDays].flatMap(
    (table) => [...table.keys()],
  ),
  ...relationStarts,
  ...edgeStarts,
  ...holidayStarts,
  ...partStarts,
  ...seasonStarts,
  ...recurringStarts,
  ...otherStarts.split(' '),
])

/** Whether an expression of time can begin with this token; most words of a text cannot, and are passed over. */
export function canStart(token: TimeToken): boolean {
  return token.kind === 'number' || startWords.has(token.word)
}

/** A time with its day, zone and a second one, all without a gap, has fewer pieces. */
const longestChain = 40
const longestList = 12
const listMarks = new Set([',', ';', 'and', 'or', '&', '/'])

/** The index after a chain of pieces without a gap that is too long for a time: an address, a code, a table. */
export function skipChain(tokens: readonly TimeToken[], at: number): number {
  let next = at + 1
  while (tokens[next]?.isGlued) next += 1
  return next - at > longestChain ? next : at
}

/** "3, 4, 5, 6, 7, ...": so many bare numbers with nothing but list words between them say nothing of time. */
export function isInList(tokens: readonly TimeToken[], at: number): boolean {
  let next = at
  for (let count = 0; count < longestList; count++) {
    if (tokens[next]?.kind !== 'number') return false
    next += 1
    const from = next
    while (next < from + 3 && listMarks.has(tokens[next]?.word ?? '')) next += 1
    if (next === from) return false
  }
  return true
}

/** "1 2 3 4": a row of numbers says nothing of time, and there may be thousands. */
export function isInRow(tokens: readonly TimeToken[], at: number): boolean {
  const [token, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (token?.kind !== 'number' || token.isOrdinal || token.word.length > 2 || second?.kind !== 'number') return false
  return third === undefined || third.kind === 'number'
}
