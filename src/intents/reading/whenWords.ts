import type { Sign } from './signs.ts'

/** Words that lead into a time and belong to it. */
const leads = new Set(
  'on at by before after from until till since between around about in within during for no not nothing never only earlier later than any anytime anywhere either ideally preferably all one same the this next mid early late first that sometime somewhere some time day to of starting beginning morning mornings afternoons week weeks or and through but except besides apart weekday'.split(
    ' ',
  ),
)
/** Leads that only join the time to the verb and are left out when they stand first. */
const dropped = new Set('on at for in to and or of the from'.split(' '))
const strongLeads = new Set(
  'by before after until till between no not nothing never only around since within starting either anytime any but except besides ideally preferably'.split(
    ' ',
  ),
)

const zoneWords = new Set('central eastern pacific mountain et ct mt pt est cst pst gmt bst cet ist utc'.split(' '))

/** Joins that may stand between two times of one expression. */
const glue = new Set(
  'works work suits fine good ok okay possible , and or - & to till until from at on before after by between / anywhere any in the then both either of ( ) if maybe around about'.split(
    ' ',
  ),
)

/**
 * The words about time of a clause, from the first time to the last as long as only joining words stand between, with what leads
 * into it: "not before the 3rd of May". `isBound`: what is refused stays refused, "can't do mornings", "Friday isn't possible". Null when no time was found. When several stand apart the last one counts, unless the first is longer.
 */
export function readWhen(text: string, signs: readonly Sign[], isBound = false): string | null {
  const groups: [number, number][] = []
  for (let at = 0; at < signs.length; at += 1) {
    if (signs[at]?.kind !== 'time' || isLeftBehind(signs, at)) continue
    const last = groups.at(-1)
    if (last && isGlue(signs.slice(last[1], at))) last[1] = at + 1
    else groups.push([at, at + 1])
  }
  const [best] = [...groups].sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || b[0] - a[0])
  if (!best) return null
  const wide = widen(signs, best)
  const [from, to] = isBound ? withRefusals(signs, wide) : wide
  const [first, last] = [signs[from], signs[to - 1]]
  return first && last ? text.slice(first.from, last.to).trim() : null
}

const refusing = new Set(
  "can't cannot cant couldn't won't wont unable not isn't isnt aren't doesn't doesnt don't dont no avoid busy unavailable away out tied".split(
    ' ',
  ),
)
const refused = new Set(
  'possible good work works working suit suits fit free available ok okay convenient longer an option a do'.split(' '),
)
/** How far behind a time its refusal may stand. */
const refusalReach = 3

/** The times with every refusal of the clause, so that nobody takes them for offered. */
function withRefusals(signs: readonly Sign[], [start, end]: readonly [number, number]): [number, number] {
  let [from, to] = [start, end]
  for (const [at, { word, mention }] of signs.entries()) {
    if (mention !== null || !refusing.has(word)) continue
    if (at < from) from = at
    else if (at >= to && at < to + refusalReach) {
      to = at + 1
      while (to < signs.length && to < at + refusalReach && refused.has(signs[to]?.word ?? '')) to += 1
    }
  }
  if (from < start || to > end) while (to < signs.length && offering.has(signs[to]?.word ?? '')) to += 1
  return [from, to]
}

const offering = new Set("'s is are fine good works work ok okay free open available possible".split(' '))

/** "Friday rather than Thursday", "instead of Monday": not the time that is wanted. */
function isLeftBehind(signs: readonly Sign[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const [word, before] = [signs[back]?.word, signs[back - 1]?.word]
    if ((word === 'than' && before === 'rather') || (word === 'of' && before === 'instead')) return true
    if (word === 'not' && back === at - 1 && signs.slice(0, back).some(({ kind }) => kind === 'time')) return true
  }
  return false
}

function isGlue(between: readonly Sign[]): boolean {
  return (
    between.length <= 4 &&
    between.every((sign) => glue.has(sign.word) || leads.has(sign.word) || sign.kind === 'number')
  )
}

function widen(signs: readonly Sign[], [start, end]: readonly [number, number]): [number, number] {
  let from = start
  let strong = start
  while (from > 0 && start - from < 5 && signs[from - 1]?.mention === null && leads.has(signs[from - 1]?.word ?? '')) {
    from -= 1
    if (strongLeads.has(signs[from]?.word ?? '')) strong = from
  }
  let keep = strong < start ? strong : start
  const before = signs[keep - 1]?.word ?? ''
  if (keep === start && keep > 0 && leads.has(before) && !dropped.has(before) && before !== 'than') keep -= 1
  let to = end
  if (zoneWords.has(signs[to]?.word ?? '') && signs[to]?.mention === null) to += signs[to + 1]?.word === 'time' ? 2 : 1
  const tail = signs[to]?.word ?? ''
  if (tail === 'same' && ['time', 'slot', 'hour'].includes(signs[to + 1]?.word ?? '')) to += 2
  else if (tail === 'any' && signs[to + 1]?.word === 'time') to += 2
  else if (tail === 'all' && signs[to + 1]?.word === 'day') to += 2
  else if (['only', 'onwards', 'anytime', 'onward', 'latest', 'earliest'].includes(tail)) to += 1
  else if (tail === 'on' && (to + 1 >= signs.length || signs[to + 1]?.kind === 'mark')) to += 1
  return [keep, to]
}
