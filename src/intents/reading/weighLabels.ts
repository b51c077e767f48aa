import type { IntentLabel } from '../frame.ts'
import type { ThreadContext } from '../thread.ts'
import { type Reading, readLabels } from './labels.ts'
import { type Mood, readMood, tellsOfNothing } from './readMood.ts'
import type { Sign } from './signs.ts'

/** Less than this is chance. */
const weightMin = 2
const askingWords = new Set(
  'is are was were does do did has have can could will would should when what which who whose where how any'.split(' '),
)
const refusals = new Set(
  "can't cannot cant won't unable couldn't haven't havent hasn't hasnt didn't didnt never".split(' '),
)
const whatWords = new Set(['what', 'whats', 'how', 'which', 'who', 'where', 'when'])
/** Cues of a change that say themselves that something stands already. */
const changingStarts =
  /^(?:@change|change|switch|limit|@resize|@add|@drop|add|replace|leave|wrong|plus|make|@meeting|CONTACT .. instead)/

interface Surroundings {
  mood: Mood
  pairsNobody: boolean
  hasClient: boolean
  isQuestion: boolean
  asksWhat: boolean
  beginsWithWhat: boolean
  /** "anyone still ...", "has nobody ...": it asks who, whoever it names. */
  asksAnybody: boolean
  /** It tells how something was. */
  isPast: boolean
  /** A candidate and somebody of the other side are named. */
  hasSides: boolean
  isRefusal: boolean
  /** "find out if Jane can do Monday" */
  isAskedIf: boolean
  isFreeing: boolean
  /** Somebody else's note is what the sentence begins with. */
  isPassedOn: boolean
  isPointing: boolean
  /** How long, when or how they meet is said. */
  hasDetail: boolean
  /** It begins with an order to write something down. */
  isNote: boolean
  /** A name, a time or a length stands in it. */
  saysMore: boolean
  hasCandidate: boolean
  hasContact: boolean
  /** Somebody is named who is not in the records. */
  hasStranger: boolean
  thread: ThreadContext
}

interface Adjustment {
  label: IntentLabel
  by: number
  when(around: Surroundings, reading: Reading): boolean
}

/** What a sentence of each mood does not order. */
const unorderedBy: readonly (readonly [Mood, readonly IntentLabel[]])[] = [
  [
    'asked',
    [
      'cancel',
      'reschedule',
      'postpone',
      'move_stage',
      'nudge',
      'undo',
      'update',
      'schedule',
      'collect_availability',
      'decline',
      'approve',
    ],
  ],
  [
    'doubted',
    [
      'cancel',
      'reschedule',
      'postpone',
      'move_stage',
      'undo',
      'decline',
      'approve',
      'give_availability',
      'nudge',
      'update',
    ],
  ],
  [
    'told',
    ['cancel', 'reschedule', 'postpone', 'move_stage', 'schedule', 'decline', 'approve', 'give_availability', 'update'],
  ],
]

/** What the surroundings take from or add to the weight of a cue. */
const adjustments: readonly Adjustment[] = [
  { label: 'give_availability', by: -6, when: ({ isQuestion, isRefusal }) => isQuestion || isRefusal },
  { label: 'cancel', by: -5, when: ({ isQuestion }, { source }) => isQuestion && source.includes(':ed') },
  { label: 'no_show', by: -5, when: ({ isQuestion }) => isQuestion },
  { label: 'confirm', by: -5, when: ({ asksWhat }) => asksWhat },
  { label: 'deny', by: -5, when: ({ asksWhat }) => asksWhat },
  { label: 'oos', by: -5, when: ({ hasCandidate }, { source }) => hasCandidate && source.startsWith('what') },
  // A word of another world says little beside a candidate and a client.
  {
    label: 'oos',
    by: -5,
    when: ({ hasSides }, { source }) => hasSides && (!source.includes(' ') || source.startsWith('what')),
  },
  // "note from the ATS: ..." passes one on.
  { label: 'note', by: -10, when: ({ isPassedOn }) => isPassedOn },
  // Two people who connect meet; systems are connected by one.
  { label: 'connect', by: -6, when: ({ hasSides }) => hasSides },
  {
    label: 'list',
    by: -5,
    when: ({ hasCandidate, isQuestion }, { source }) => hasCandidate && !isQuestion && source.startsWith('^ anything'),
  },
  // What is written down may be about anything.
  { label: 'oos', by: -5, when: ({ isNote }) => isNote },
  // "yeah so I need Jane with Acme", "oh and it's with Acme": the first word answers nothing.
  ...(['confirm', 'deny', 'smalltalk'] as const).map((label) => ({
    label,
    by: -5,
    when: ({ saysMore }: Surroundings): boolean => saysMore,
  })),
  // Somebody to put before a client is an order, whatever it says about diaries.
  { label: 'list', by: -4, when: ({ isQuestion, hasSides }) => hasSides && !isQuestion },
  { label: 'list', by: -2, when: ({ isQuestion, hasSides, hasCandidate }) => hasCandidate && !hasSides && !isQuestion },
  { label: 'find_slots', by: 1, when: ({ isQuestion }) => isQuestion },
  {
    label: 'update',
    by: -3,
    when: ({ thread, hasSides }, { source }) =>
      !thread.hasRequest && (!changingStarts.test(source) || (hasSides && source.startsWith('@meeting'))),
  },
  {
    label: 'update',
    by: -5,
    when: ({ thread, hasSides }, { source }) =>
      !thread.hasRequest && hasSides && !/^(?:@|add|replace|change|switch)/.test(source),
  },
  { label: 'list', by: -3, when: ({ thread }, { source }) => thread.hasRequest && source === '^ TIME $' },
  // Without a request or a candidate there is nothing to change.
  {
    label: 'update',
    by: -5,
    when: ({ thread, hasCandidate, isPointing }) => !thread.hasRequest && !hasCandidate && !isPointing,
  },
  // Who cannot come at a time had one: that is moved.
  {
    label: 'update',
    by: -5,
    when: ({ thread }, { source }) => !thread.hasRequest && /^(?:can't|TIME \.\. 's)/.test(source),
  },
  { label: 'give_availability', by: -6, when: ({ isAskedIf }) => isAskedIf },
  { label: 'update', by: -6, when: ({ beginsWithWhat }) => beginsWithWhat },
  // "who has not answered": a question nudges nobody.
  { label: 'nudge', by: -5, when: ({ beginsWithWhat, asksAnybody }) => beginsWithWhat || asksAnybody },
  // What a question says has been, or somebody has, is asked and not ordered.
  ...(['cancel', 'postpone', 'move_stage', 'no_show', 'approve', 'decline', 'update', 'reschedule'] as const).map(
    (label) => ({ label, by: -5, when: ({ asksAnybody }: Surroundings): boolean => asksAnybody }),
  ),
  ...unorderedBy.flatMap(([mood, labels]) =>
    labels.map((label) => ({ label, by: -12, when: (around: Surroundings): boolean => around.mood === mood })),
  ),
  {
    label: 'schedule',
    by: -12,
    when: ({ mood }, { weight }) => mood === 'doubted' && weight <= 4,
  },
  // Settings are about nobody: "no reminder for Acme", "an hour between Ida and Ann".
  {
    label: 'setting',
    by: -6,
    when: ({ hasCandidate, hasContact, hasClient }, { source }) =>
      hasCandidate || hasContact || (hasClient && source.includes('@digest')),
  },
  {
    label: 'schedule',
    by: -6,
    when: ({ pairsNobody, beginsWithWhat }, { source, weight }) =>
      (pairsNobody || (beginsWithWhat && !source.startsWith('what'))) &&
      weight <= 6 &&
      !/@sched|@get|set|put|have|book/.test(source),
  },
  // Who is named is not asked for help with.
  { label: 'help', by: -5, when: ({ hasCandidate, hasContact }) => hasCandidate || hasContact },
  // "the interview with the minister was brutal" was one that took place.
  { label: 'schedule', by: -6, when: ({ isPast, hasSides }) => isPast && !hasSides },
  // "drop Ann", "Ann isn't needed": she leaves a panel that stands.
  {
    label: 'cancel',
    by: -6,
    when: ({ thread, hasContact, hasCandidate }, { source }) =>
      thread.hasRequest && hasContact && !hasCandidate && !/@cancel|call|role|position/.test(source),
  },
  { label: 'who_is', by: -4, when: ({ hasStranger }, { source }) => hasStranger && source === '^ who .. NAME' },
  // "who stars in Interview with ...": a question about something is no order.
  {
    label: 'schedule',
    by: -6,
    when: ({ beginsWithWhat, hasSides }, { source }) => beginsWithWhat && !hasSides && !source.startsWith('what'),
  },
  // Nobody sets the reader free.
  { label: 'setting', by: -10, when: ({ isFreeing }) => isFreeing },
  // Who cannot come to what stands needs another time; before that it only bounds the search.
  {
    label: 'update',
    by: -5,
    when: ({ thread }, { source }) => thread.hasInterview && /^(?:can't|TIME \.\. 's)/.test(source),
  },
  {
    label: 'reschedule',
    by: -3,
    when: ({ thread, hasCandidate }) => thread.hasRequest && !thread.hasInterview && !hasCandidate,
  },
  {
    label: 'schedule',
    by: -3,
    when: ({ thread, hasCandidate, hasStranger }) => thread.hasRequest && !hasCandidate && !hasStranger,
  },
  {
    label: 'schedule',
    by: -3,
    when: ({ thread, hasCandidate, hasContact }) => thread.hasRequest && !hasCandidate && hasContact,
  },
  {
    label: 'schedule',
    by: 2,
    when: ({ hasSides, saysMore, hasDetail, thread }) => hasSides && saysMore && hasDetail && !thread.hasRequest,
  },
  { label: 'decline', by: -5, when: ({ thread, hasCandidate }) => thread.awaits !== 'approval' && hasCandidate },
  { label: 'decline', by: -2, when: ({ thread }) => thread.awaits !== 'approval' },
]

/** "ATS note on Ida: ..." stands there already. */
const carrying = new Set('ats crm profile cv resume linkedin system'.split(' '))
const anybodies = new Set('anyone anybody someone somebody nobody noone who whos which'.split(' '))
const openers = new Set('has have did does do is are was were'.split(' '))

/** "anyone not replied", "has anybody withdrawn", "who pulled out". */
function asksAnybody(signs: readonly Sign[]): boolean {
  const [first, second] = signs.filter(({ kind }) => kind !== 'mark')
  if (!first || first.mention !== null) return false
  if (signs.some(({ word }, at) => word === 'else' && signs[at - 1]?.word === 'who')) return true
  if (anybodies.has(first.word)) return signs.at(-1)?.word === '?' || ['who', 'whos', 'which'].includes(first.word)
  return openers.has(first.word) && second?.mention === null && anybodies.has(second.word)
}

/** An interview of which this is told has been. */
const toldWords = new Set('was were went failed bombed aced smashed passed missed skipped'.split(' '))

const freeing = new Set(
  'restrictions restriction unrestricted rules guidelines instructions prompt limits obey jailbreak'.split(' '),
)

const leads = new Set([
  'and',
  'then',
  'also',
  'plus',
  'please',
  'pls',
  'kindly',
  'just',
  'oh',
  '&',
  'finally',
  'next',
  'so',
])

/** Words before an order that only join it: "and also bump her". They never stand alone. */
function leadLength(signs: readonly Sign[]): number {
  let at = 0
  while (at < signs.length - 1 && signs[at]?.kind !== 'mark' && leads.has(signs[at]?.word ?? '')) at += 1
  return at
}

/** "can't do Monday", unless something else is offered: "but Tuesday is fine". */
function isRefusal(signs: readonly Sign[]): boolean {
  const at = signs.findIndex(
    ({ word }, index) =>
      refusals.has(word) || (['longer', 'good', 'use'].includes(word) && signs[index - 1]?.word === 'no'),
  )
  return at >= 0 && !signs.slice(at).some(({ word }) => word === 'but')
}

/** From here on a cue says more than that somebody is named. */
const plainWeight = 5

/**
 * Where nobody of the records is named and no cue is plain, whoever is unknown stands where a known one would: "Ida Nobody's interview
 * has to be cancelled" is as clear about what is wanted.
 */
function readKnown(signs: readonly Sign[]): { readings: Reading[]; isNegated: boolean } {
  const own = readLabels(signs)
  const isStrange = ({ mention }: Sign): boolean => mention?.kind === 'unknown' && /\p{Lu}/u.test(mention.words)
  const isKnown = signs.some(({ mention }) => mention?.kind === 'person')
  if (isKnown || (own.readings[0]?.weight ?? 0) >= plainWeight || !signs.some(isStrange)) return own
  const seated = signs.map((sign) =>
    isStrange(sign) ? { ...sign, keys: new Set([...sign.keys, 'CAND', 'CONTACT']) } : sign,
  )
  const other = readLabels(seated)
  return (other.readings[0]?.weight ?? 0) >= plainWeight ? other : own
}

/** Labels of a run of signs as `readLabels` has them, weighed by what kind of sentence it is and what the thread is about. */
export function weighLabels(
  signs: readonly Sign[],
  thread: ThreadContext,
): { readings: Reading[]; isNegated: boolean } {
  const lead = leadLength(signs)
  const { readings, isNegated } = readKnown(lead > 0 ? signs.slice(lead) : signs)
  const around: Surroundings = {
    isQuestion: signs.at(-1)?.word === '?' || (signs[0]?.mention === null && askingWords.has(signs[0]?.word ?? '')),
    asksWhat: signs.some(({ word, mention }) => mention === null && whatWords.has(word)),
    beginsWithWhat: signs[0]?.mention === null && whatWords.has(signs[0]?.word ?? '') && signs[1]?.word !== 'about',
    mood: readMood(signs),
    pairsNobody: tellsOfNothing(signs),
    hasClient: signs.some(({ keys }) => keys.has('CLIENT')),
    asksAnybody: asksAnybody(signs),
    isPast: signs.some(({ word, mention }, at) => at > 1 && mention === null && toldWords.has(word)),
    isRefusal: isRefusal(signs),
    isAskedIf: signs.slice(1, 5).some(({ word }) => word === 'if' || word === 'whether'),
    isFreeing: signs.some(({ word }) => freeing.has(word)),
    isPassedOn: signs.some(
      ({ word }, at) =>
        /^(?:notes?|comments?)$/.test(word) &&
        (['from', 'by'].includes(signs[at + 1]?.word ?? '') || carrying.has(signs[at - 1]?.word ?? '')),
    ),
    isPointing: signs.some(({ keys }) => keys.has('PRONOUN')),
    hasDetail: signs.some(({ keys }) => keys.has('TIME') || keys.has('LENGTH') || keys.has('MODE')),
    isNote: readings.some(({ label, weight, from }) => label === 'note' && weight >= 11 && from <= 1),
    hasSides:
      signs.some(({ keys }) => keys.has('CAND')) && signs.some(({ keys }) => keys.has('CLIENT') || keys.has('CONTACT')),
    saysMore: signs.some(({ mention, kind }) => mention !== null || kind === 'time' || kind === 'length'),
    hasCandidate: signs.some(({ keys }) => keys.has('CAND')),
    hasContact: signs.some(({ keys }) => keys.has('CONTACT')),
    hasStranger: signs.some(({ keys }) => keys.has('UNKNOWN')),
    thread,
  }
  const weighed = readings.map((reading) => {
    const shifted = lead > 0 ? { ...reading, from: reading.from + lead, to: reading.to + lead } : reading
    const by = adjustments
      .filter(({ label, when }) => label === reading.label && when(around, reading))
      .reduce((sum, one) => sum + one.by, 0)
    return by === 0 ? shifted : { ...shifted, weight: reading.weight + by }
  })
  weighed.sort((a, b) => b.weight - a.weight || b.to - b.from - (a.to - a.from))
  return { readings: weighed.filter(({ weight }) => weight >= weightMin), isNegated }
}
