import type { Sign } from './signs.ts'

const leads = [
  ['because', 'of'],
  ['because'],
  ['cos'],
  ['cause'],
  ['since'],
  ['due', 'to'],
  ['bc'],
  ['b/c'],
  ['as'],
  ['reason', ':'],
  ['reason', 'being'],
  ['owing', 'to'],
  ['on', 'account', 'of'],
  ['given'],
  ['seeing', 'as'],
  ['now', 'that'],
]

const imperatives = new Set(
  'keep leave park pls please let lets cancel scrap just but and then so drop put tell ask send pause hold stop until till thanks will do make find try move push pick'.split(
    ' ',
  ),
)

/** Where the reason of a clause begins: index after the words that lead it, and where those begin. */
export interface Reason {
  leadFrom: number
  from: number
}

/** A reason after "because" and the like, or behind a mark when nothing else of the request stands there. */
export function findReason(signs: readonly Sign[], cueTo: number, isLoose: boolean): Reason | null {
  for (let at = 1; at < signs.length; at += 1) {
    const lead = leads.find((words) =>
      words.every((word, index) => signs[at + index]?.word === word && signs[at + index]?.mention === null),
    )
    if (!lead || at + lead.length >= signs.length) continue
    if (
      lead[0] === 'as' &&
      ['well', 'soon', 'a', 'the', 'usual', 'is', 'planned'].includes(signs[at + 1]?.word ?? '') &&
      signs[at + 1]?.word !== 'the'
    )
      continue
    if (lead[0] === 'since' && signs[at + 1]?.kind === 'time') continue
    return { leadFrom: at, from: at + lead.length }
  }
  if (!isLoose) return null
  for (let at = Math.max(1, cueTo); at < signs.length - 1; at += 1) {
    const sign = signs[at]
    if (sign?.kind !== 'mark' || ![',', '-', ':', ';', '.', '('].includes(sign.word)) continue
    const rest = signs.slice(at + 1)
    if (imperatives.has(rest.find(({ kind }) => kind !== 'mark')?.word ?? '')) return null
    if (rest.filter(({ kind }) => kind !== 'mark').length >= 2) return { leadFrom: at, from: at + 1 }
  }
  return null
}

/** The writer's words of a run of signs, without marks and joining words at the ends. */
export function spellSigns(text: string, signs: readonly Sign[]): string {
  let [from, to] = [0, signs.length]
  const isLoose = (sign: Sign | undefined): boolean =>
    sign !== undefined &&
    (sign.kind === 'mark' || ['and', 'but', 'so', 'that', 'please', 'thanks'].includes(sign.word)) &&
    sign.mention === null
  while (from < to && isLoose(signs[from])) from += 1
  while (to > from && isLoose(signs[to - 1])) to -= 1
  const [first, last] = [signs[from], signs[to - 1]]
  return first && last && from < to ? text.slice(first.from, last.to).trim() : ''
}
