import type { Frame } from '../frame.ts'
import type { Sign } from './signs.ts'

const loopWords = new Set(['loop', 'loops'])
const loopPhrases = [
  ['virtual', 'onsite'],
  ['virtual', 'on-site'],
  ['onsite', 'loop'],
  ['super', 'day'],
  ['superday'],
  ['back', 'to', 'back'],
  ['back-to-back'],
  ['interview', 'day'],
  ['full', 'day'],
  ['all', 'day', 'interviews'],
]
const counted = new Set(
  'sessions session rounds round interviews interviewers interviewer people panelists panellists parts part way stage stages steps meetings conversations slots chats'.split(
    ' ',
  ),
)
const countGap = new Set('back-to-back back to separate short different consecutive technical - person more'.split(' '))
const small = new Map(
  'one two three four five six seven eight nine ten'.split(' ').map((word, index) => [word, index + 1]),
)

/** Panel or loop, and of how many: "a loop of four", "panel with 3 interviewers". */
export function readFormat(signs: readonly Sign[]): Pick<Frame, 'format' | 'count'> {
  const words = signs.map(({ word, mention }) => (mention ? '' : word))
  const has = (phrase: readonly string[]): boolean =>
    words.some((_word, at) => phrase.every((word, index) => words[at + index] === word))
  const isVerb = words.some((word, at) => word === 'loop' && words[at + 1] === 'in')
  const isLoop = (words.some((word) => loopWords.has(word)) && !isVerb && !isLoopVerb(signs)) || loopPhrases.some(has)
  const isRounds = words.some(
    (word, at) => several.has(word) && (small.get(words[at - 1] ?? '') ?? Number(words[at - 1])) >= 2,
  )
  const isPanel = words.some((word) => ['panel', 'panels'].includes(word))
  if (isRounds && !isPanel) return { format: 'loop', count: countIn(signs) }
  return { format: isLoop ? 'loop' : isPanel ? 'panel' : null, count: isLoop || isPanel ? countIn(signs) : null }
}

/** Several of these with one candidate are a loop. */
const several = new Set(['rounds', 'sessions', 'stages', 'conversations'])

function isLoopVerb(signs: readonly Sign[]): boolean {
  const at = signs.findIndex(({ word }) => word === 'loop')
  return signs[at + 1]?.keys.has('CONTACT') === true && (at === 0 || signs[at - 1]?.kind !== 'word')
}

function countIn(signs: readonly Sign[]): number | null {
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] as Sign
    const joined = /^(\w+)-(?:person|people|man|part|round|session|stage|interviewer)s?$/.exec(sign.word)?.[1]
    if (joined !== undefined && small.has(joined)) return small.get(joined) ?? null
    const value = sign.kind === 'number' ? Number(sign.word) : small.get(sign.word)
    if (value === undefined || !Number.isInteger(value) || value < 1 || value > 20) continue
    let next = at + 1
    while (countGap.has(signs[next]?.word ?? '')) next += 1
    if (counted.has(signs[next]?.word ?? '')) return value
    if (signs[at - 1]?.word === 'of' && ['loop', 'panel'].includes(signs[at - 2]?.word ?? '')) return value
    if (['-person', 'person', '-'].includes(signs[at + 1]?.word ?? '')) return value
  }
  return null
}
