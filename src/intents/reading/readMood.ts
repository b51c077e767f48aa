import type { Sign } from './signs.ts'

/**
 * What a sentence does with the action it speaks of. `asked`: whether it was done ("did you move Ida"). `doubted`: nobody has
 * decided ("wondering whether to cancel", "she might withdraw", "if she drops out"). `told`: it was done long ago ("rejected last
 * year"). Only `ordered` may act.
 */
export type Mood = 'ordered' | 'asked' | 'doubted' | 'told'

const pastOpeners = new Set([
  'did',
  'was',
  'were',
  'has',
  'have',
  'had',
  "didn't",
  "hasn't",
  "wasn't",
  "weren't",
  "haven't",
])
const whWords = new Set(['when', 'how', 'what', 'which', 'where', 'who'])
const whReach = 5
const articles = new Set('the my our that this their his her all any every'.split(' '))
const misgivings = new Set(
  'too rude worth wrong bad odd weird annoying premature silly pushy early late soon'.split(' '),
)
const askedPeople = new Set('you we they i he she it anyone anybody someone somebody'.split(' '))
const changes = ['@cancel', '@postpone', '@resched', '@move', '@refuse', '@undo', '@advance', '@nudge']
const changeWords = new Set(
  'withdraw withdrawing pull pulling need want have drop dropping bail quit ghost rethink reconsider'.split(' '),
)
const doubts = [
  ['was', 'going', 'to'],
  ['were', 'going', 'to'],
  ['forgot', 'to'],
  ['forgotten', 'to'],
  ['failed', 'to'],
  ['neglected', 'to'],
  ['refused', 'to'],
  ['whether', 'to'],
  ['tempted', 'to'],
  ['in', 'two', 'minds'],
  ['should', 'we'],
  ['should', 'i'],
]
/** Behind these the action itself follows: "considering the delay" doubts nothing. */
const closeDoubts = [['thinking', 'about'], ['thinking', 'of'], ['think', 'about'], ['considering'], ['debating']]
const closeReach = 2
const conditions = new Set(['if', 'unless', 'suppose', 'supposing', 'assuming', 'whenever'])
const pastTime =
  /\byesterday\b|\blast (?:week|month|year|night|summer|winter|spring|autumn|quarter)|\bago\b|^(?:in )?20[0-2]\d$/
const pastSigns = new Set(['was', 'were', 'got', 'already'])
/** Who left wants out, whenever it was: "she withdrew last night". */
const leaving = new Set('withdrew withdrawn dropped pulled backed bowed bailed took taken accepted signed'.split(' '))
const pastClasses = ['@cancel:ed', '@postpone:ed', '@move:ed', '@resched:ed', '@refuse:ed', '@advance:ed', '@sched:ed']

export function readMood(signs: readonly Sign[]): Mood {
  const own = signs.filter(({ kind }) => kind !== 'mark')
  const [first, second] = own
  if (!first) return 'ordered'
  if (isAsked(first, second, own)) return 'asked'
  if (isDoubted(own)) return 'doubted'
  const isPast = own.some(({ kind, word }) => kind === 'time' && pastTime.test(word))
  const isDone = own.some(
    ({ word, mention, keys }) =>
      mention === null && !leaving.has(word) && (pastSigns.has(word) || pastClasses.some((key) => keys.has(key))),
  )
  return isPast && isDone && !isOrder(first) ? 'told' : 'ordered'
}

/** "did you move Ida", not "have Ida meet Acme" and not "was hoping to move Ida". */
function isAsked(first: Sign, second: Sign | undefined, own: readonly Sign[]): boolean {
  const third = own[2]?.word === 'be' ? own[3] : own[2]
  // "is it too early to chase her"
  if (['is', 'would', "isn't"].includes(first.word) && second?.word === 'it' && misgivings.has(third?.word ?? ''))
    return true
  if (first.word === 'does' || (first.word === 'any' && second?.word === 'reason')) return true
  if (['is', 'are'].includes(first.word) && ['anyone', 'anybody', 'somebody'].includes(second?.word ?? '')) return true
  // "why video", not "why not video"
  if (first.word === 'why') return second === undefined || !['not', "don't"].includes(second.word)
  // "when did we last chase him"
  const past = whWords.has(first.word) ? own.slice(1, whReach).findIndex(({ word }) => pastOpeners.has(word)) + 1 : 0
  if (past > 0) return isAsked(own[past] as Sign, own[past + 1], own.slice(past))
  if (first.mention !== null || !pastOpeners.has(first.word) || !second) return false
  if (/ing$/.test(second.word) || (askedPeople.has(second.word) && /^(?:hoping|wondering)$/.test(own[2]?.word ?? '')))
    return false
  if (first.word === 'have') return ['you', 'we', 'they', 'anyone', 'anybody'].includes(second.word)
  return second.mention !== null || askedPeople.has(second.word) || articles.has(second.word) || second.keys.has('ROLE')
}

function isDoubted(own: readonly Sign[]): boolean {
  const isChange = (sign: Sign | undefined): boolean =>
    sign !== undefined &&
    sign.mention === null &&
    (changes.some((key) => sign.keys.has(key)) || changeWords.has(sign.word))
  const unsure = own.findIndex(({ word }, at) => word === 'not' && own[at + 1]?.word === 'sure')
  if (unsure >= 0 && unsure <= 2 && ['about', 'of', 'on'].includes(own[unsure + 2]?.word ?? '')) return true
  if (conditions.has(own[0]?.word ?? '') && isPerson(own[1])) return true
  return own.some(({ word, mention }, at) => {
    if (mention !== null) return false
    const close = closeDoubts.find((words) => words.every((one, index) => own[at + index]?.word === one))
    if (close) return own.slice(at + close.length, at + close.length + closeReach).some(isChange)
    if (doubts.some((words) => words.every((one, index) => own[at + index]?.word === one)))
      return own.slice(at, at + 5).some(isChange)
    // "Ida might withdraw"; "you might want to chase her" is an order.
    if ((word !== 'may' && word !== 'might') || !isPerson(own[at - 1])) return false
    return own[at + 1]?.word !== 'as' && own.slice(at + 1, at + 4).some(isChange)
  })
}

const persons = new Set(['he', 'she', 'they', 'we', 'i', 'it'])

function isPerson(sign: Sign | undefined): boolean {
  return sign !== undefined && (sign.mention !== null || persons.has(sign.word) || sign.keys.has('ROLE'))
}

function isOrder({ keys, mention }: Sign): boolean {
  return mention === null && [...changes, '@sched', '@nudge', '@ask', '@note'].some((key) => keys.has(key))
}

const denials = new Set(['never', "didn't", "hasn't", "haven't", "doesn't", "isn't", "wasn't"])

/** "Acme never confirmed Ida", "Acme cancelled on Ida": names both, and pairs nobody. A time beside it may be another one to try. */
export function tellsOfNothing(signs: readonly Sign[]): boolean {
  const has = (...keys: string[]): boolean =>
    signs.some((sign) => sign.mention === null && keys.some((key) => sign.keys.has(key)))
  return has('@cancel:ed', '@postpone:ed') || (has(...denials) && !has('TIME', 'LENGTH', 'MODE'))
}
