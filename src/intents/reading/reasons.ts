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
  'keep leave park pls please let lets just but and then so drop put tell ask send pause hold stop until till thanks will do make find try pick call take clear get come revisit resume circle stand knock'.split(
    ' ',
  ),
)
const orders = ['@cancel', '@postpone', '@move', '@resched', '@sched', '@undo']

/** "we need to", "could you": what stands before an order. */
const askers = new Set(
  "we i need to have must should can you could let 's us please pls so just will we'll i'll let's lets better would like want".split(
    ' ',
  ),
)

const suggesting = new Set(['let', 'lets', "let's"])

/** "pull it", "so cancel": what is to be done, not why. */
function isOrder(sign: Sign | undefined): boolean {
  return sign !== undefined && (imperatives.has(sign.word) || orders.some((key) => sign.keys.has(key)))
}

/** Where the reason of a clause begins: index after the words that lead it, and where those begin. */
export interface Reason {
  leadFrom: number
  from: number
  /** Where an order follows it: "because she is ill, move her to Friday". */
  to: number
}

/** A reason after "because" and the like, or behind a mark when nothing else of the request stands there; `mustBeTold`: only a statement about somebody. */
export function findReason(signs: readonly Sign[], cueTo: number, isLoose: boolean, mustBeTold = false): Reason | null {
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
    if (at + lead.length >= signs.length) continue
    return { leadFrom: at, from: at + lead.length, to: orderFrom(signs, at + lead.length) }
  }
  if (!isLoose) return null
  for (let at = 1; at < signs.length - 1; at += 1) {
    const sign = signs[at]
    if (sign?.kind !== 'mark' || ![',', '-', ':', ';', '.', '(', '?', '!'].includes(sign.word)) continue
    const rest = signs.slice(at + 1)
    if (['?', '!'].includes(sign.word) && !isTold(rest)) continue
    // The cue may be told as the reason: "leave it, she withdrew".
    if (at < cueTo && !isTold(rest)) continue
    if (suggesting.has(rest[0]?.word ?? '')) return null
    if (isOrder(rest.find(({ kind, word }) => kind !== 'mark' && !askers.has(word)))) return null
    const words = rest.filter(({ kind, word }) => kind !== 'mark' && !['so', 'no', 'and', 'sorry'].includes(word))
    if (mustBeTold && !isTold(rest)) return null
    if (words.every(({ word }) => wholes.has(word))) return null
    if (words.length >= 2 || (words.length === 1 && sign.word === '('))
      return { leadFrom: at, from: at + 1, to: signs.length }
  }
  return null
}

/** ", the lot" says how much and not why. */
const wholes = new Set('the whole lot all of them every single one both everything'.split(' '))

/** Where behind a mark an order begins, else the end. */
function orderFrom(signs: readonly Sign[], from: number): number {
  const at = signs.findIndex(
    ({ kind, word }, index) =>
      index > from + 1 && kind === 'mark' && [',', ';', '-', '.'].includes(word) && isOrder(orderAfter(signs, index)),
  )
  return at < 0 ? signs.length : at
}

/** Joints after which the order comes: "she took another job so cancel it", "he is out, pull his slot". */
const orderLeads = new Set(['so', ',', '-', ';', '.', ':', 'and', 'therefore'])
const telling = new Set(
  "is was 's has had have took taken got withdrew accepted fell said says wants no not isn't hasn't can't won't doesn't are were been went pulled filled closed dropped signed found changed quit left decided declined refused started joined ghosted missed failed never rejected relocated".split(
    ' ',
  ),
)

/** The reason told before the order: a statement about somebody, without his name. Null when nothing of the kind stands there. */
export function findReasonBefore(signs: readonly Sign[]): { from: number; to: number } | null {
  const at = signs.findIndex(
    ({ word, mention }, index) =>
      index >= 2 && mention === null && orderLeads.has(word) && isOrder(orderAfter(signs, index)),
  )
  if (at < 0) return null
  // The company that pulled a job is part of why; whom the order is about is not.
  const from = signs[0]?.mention && signs[0].mention.kind !== 'client' ? 1 : 0
  const told = signs.slice(from, at)
  const opening = told.find(({ kind }) => kind !== 'mark')
  return told.length >= 2 &&
    isSubject(signs) &&
    !suggesting.has(opening?.word ?? '') &&
    told.some(({ word }) => telling.has(word))
    ? { from, to: at }
    : null
}

const subjects = new Set('he she they his her their'.split(' '))

function isSubject(signs: readonly Sign[]): boolean {
  const first = signs.find(({ kind }) => kind !== 'mark')
  return first !== undefined && (first.mention !== null || subjects.has(first.word) || first.keys.has('ROLE'))
}

/** "she withdrew", "client has filled the role". */
function isTold(signs: readonly Sign[]): boolean {
  return (
    isSubject(signs) && signs.length >= 2 && signs.some(({ word, mention }) => mention === null && telling.has(word))
  )
}

function orderAfter(signs: readonly Sign[], index: number): Sign | undefined {
  return signs
    .slice(index + 1)
    .find(({ kind, word }) => kind !== 'mark' && !['so', 'please', 'just', 'then', 'and'].includes(word))
}

/** The writer's words of a run of signs, without marks and joining words at the ends. */
export function spellSigns(text: string, signs: readonly Sign[]): string {
  let [from, to] = [0, signs.length]
  const isLoose = (sign: Sign | undefined): boolean =>
    sign !== undefined &&
    (sign.kind === 'mark' || ['and', 'but', 'so', 'that', 'please', 'thanks'].includes(sign.word)) &&
    sign.mention === null
  // "Ida's dropped out" is told without her.
  while (from < to && (isLoose(signs[from]) || (signs[from]?.word === "'s" && from === 0))) from += 1
  while (to > from && isLoose(signs[to - 1])) to -= 1
  const [first, last] = [signs[from], signs[to - 1]]
  return first && last && from < to ? text.slice(first.from, last.to).trim() : ''
}
