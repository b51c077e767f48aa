import type { Frame, IntentLabel } from '../frame.ts'
import type { Sign } from './signs.ts'

type Party = NonNullable<Frame['party']>

const partyWords: ReadonlyMap<string, Party> = new Map([
  ['candidate', 'candidate'],
  ['candidates', 'candidate'],
  ['applicant', 'candidate'],
  ['client', 'client'],
  ['clients', 'client'],
  ['customer', 'client'],
  ['hm', 'client'],
  ['manager', 'client'],
  ['company', 'client'],
  ['interviewer', 'interviewer'],
  ['interviewers', 'interviewer'],
  ['panel', 'interviewer'],
  ['panelist', 'interviewer'],
  ['panelists', 'interviewer'],
])
const asksSomebody = new Set<IntentLabel>([
  'collect_availability',
  'nudge',
  'no_show',
  'give_availability',
  'reschedule',
  'feedback',
])
const people = new Set(['him', 'her', 'he', 'she'])

/** Which side is meant, where it is said by its role ("the client"). By name, the records say it (`groundFrame`). */
export function readParty(label: IntentLabel, signs: readonly Sign[]): Frame['party'] {
  if (!asksSomebody.has(label)) return null
  if (label === 'reschedule') {
    const [at, sign] =
      [...signs.entries()].find(([, { word, mention }]) => mention === null && partyWords.has(word)) ?? []
    if (at !== undefined && sign && at < 3) return partyWords.get(sign.word) ?? null
    // "Acme want to move Jane": who is told first wants it.
    const first = signs.find(({ kind }) => kind !== 'mark')
    return first?.keys.has('CLIENT') && signs.some(({ keys }) => keys.has('CAND')) ? 'client' : null
  }
  // On which side a contact sits, the records say.
  const isContact = (one: Sign): boolean => one.keys.has('CONTACT') && !one.keys.has('CAND')
  if ((label === 'nudge' || label === 'collect_availability') && signs.some(isContact)) {
    const at = signs.findIndex(({ mention }) => mention !== null && mention.kind !== 'client' && mention.kind !== 'job')
    const [first, before] = [signs[at], signs[at - 1]]
    if (first && isContact(first))
      return first.word.endsWith(' interviewer') ? 'interviewer' : (partyWords.get(before?.word ?? '') ?? null)
  }
  if (label === 'no_show' && signs.some(({ keys }) => keys.has('CAND'))) {
    // "Ann didn't turn up for Jane's interview": whoever is told first.
    const first = signs.find(({ mention }) => mention !== null && mention.kind !== 'job')
    if (!first || first.keys.has('CAND')) return null
    return first.keys.has('CLIENT') ? 'client' : 'interviewer'
  }
  for (const { word, mention, keys } of signs) {
    const party = mention === null ? partyWords.get(word) : undefined
    if (party) return party
    // Whoever is named first is asked; which side a contact is on, the records say.
    if (label === 'give_availability' || mention === null || mention.kind === 'job') continue
    if (label === 'no_show')
      return keys.has('CLIENT') ? 'client' : keys.has('CONTACT') && !keys.has('CAND') ? 'interviewer' : null
    return keys.has('CLIENT') ? 'client' : keys.has('CAND') ? 'candidate' : null
  }
  const hasName = signs.some(({ mention }) => mention !== null)
  return !hasName && signs.some(({ word }) => people.has(word)) ? 'candidate' : null
}

const allWords = new Set(['everyone', 'everybody', 'all', 'everything', 'anyone', 'whoever'])

/** "everyone", "who we wait for", "without a date". */
export function readScope(label: IntentLabel, signs: readonly Sign[]): Frame['scope'] {
  const words = signs.map(({ word, mention }) => (mention ? '' : word))
  const has = (...wanted: string[]): boolean => wanted.some((word) => words.includes(word))
  if (
    label === 'nudge' ||
    label === 'cancel' ||
    label === 'collect_availability' ||
    label === 'postpone' ||
    label === 'reschedule'
  ) {
    const hasCandidate = signs.some(({ keys }) => keys.has('CAND') || keys.has('CONTACT'))
    const isAll = words.some(
      (word, at) =>
        (allWords.has(word) ||
          (label === 'cancel' && ['whole', 'entire'].includes(word) && isSpan(signs[at + 1])) ||
          (word === 'every' && partyWords.has(words[at + 1] ?? ''))) &&
        words[at + 1] !== "'s" &&
        !(words[at - 1] === 'for' || (word === 'all' && ['day', 'in'].includes(words[at + 1] ?? ''))),
    )
    return (isAll || (label !== 'nudge' && hasMany(words))) && !hasCandidate ? 'all' : null
  }
  if (label !== 'status' && label !== 'list') return null
  if (
    has('unscheduled', 'unbooked') ||
    (has('left', 'remaining') && has('book', 'schedule', 'arrange')) ||
    (has('without', 'no', 'nothing', 'yet', 'needs', 'need', 'still', "don't", 'lacks') &&
      has('date', 'interview', 'slot', 'scheduled', 'booked', 'scheduling', 'booking', 'time') &&
      label === 'list' &&
      !has('i', 'me'))
  )
    return 'unscheduled'
  const hasNamed = signs.some(({ mention }) => mention !== null && mention.kind === 'person')
  const isWaiting =
    has(
      'holding',
      'blocking',
      'delaying',
      'stalling',
      'slow',
      'slowest',
      'silent',
      'quiet',
      'waiting',
      'awaiting',
      'outstanding',
      'holdups',
      'hold-ups',
      'blockers',
      'owes',
      'owe',
      'missing',
      'overdue',
    ) ||
    (has('who', 'whos', 'which', 'anyone', 'anybody', 'whose') &&
      (has("hasn't", 'hasnt', "haven't", 'havent', 'yet', 'not', "didn't") ||
        (has('still') && !has('open', 'active', 'live'))))
  return isWaiting && !hasNamed ? 'waiting' : null
}

/** "my whole Tuesday", not "the whole thing". */
function isSpan(sign: Sign | undefined): boolean {
  return sign !== undefined && (sign.kind === 'time' || ['day', 'week', 'morning', 'afternoon'].includes(sign.word))
}

const many = new Set(['interviews', 'calls', 'meetings', 'screens', 'sessions', 'appointments', 'bookings', 'chats'])

/** "my interviews", "tomorrow's calls": all of them. */
function hasMany(words: readonly string[]): boolean {
  return words.some(
    (word, at) => many.has(word) || (['every', 'each'].includes(words[at - 1] ?? '') && many.has(`${word}s`)),
  )
}

const asks: ReadonlyMap<string, string> = new Map([
  ['cv', 'resume'],
  ['resume', 'resume'],
  ['résumé', 'resume'],
  ['resumé', 'resume'],
  ['phone', 'phone'],
  ['number', 'phone'],
  ['mobile', 'phone'],
  ['email', 'email'],
  ['mail', 'email'],
  ['linkedin', 'linkedin'],
  ['salary', 'salary'],
  ['address', 'address'],
  ['portfolio', 'portfolio'],
  ['github', 'github'],
])

/** What is wanted of somebody: "resume", "phone". */
export function readAsk(signs: readonly Sign[]): string | null {
  for (const { word, mention } of signs) {
    const ask = mention === null ? asks.get(word) : undefined
    if (ask) return ask
  }
  return null
}

/** The stage that is meant: the last one named after "to" and the like, else the last one. */
export function readStage(signs: readonly Sign[]): string | null {
  const stages: { label: string; at: number }[] = []
  for (let at = 0; at < signs.length; at += 1) {
    const stage = signs[at]?.stage
    if (!stage) continue
    stages.push({ label: stage.label, at })
    at += stage.signCount - 1
  }
  const goal = stages.filter(({ at }) =>
    ['to', 'into', 'as', 'onto', 'is', 'the', ':', '→', 'for', 'at', 'through', 'now'].includes(
      signs[at - 1]?.word ?? '',
    ),
  )
  const from = stages.find(
    ({ at }) =>
      signs[at - 1]?.word === 'from' ||
      ['passed', 'cleared'].includes(signs[at - 2]?.word ?? '') ||
      ['passed', 'cleared'].includes(signs[at - 1]?.word ?? ''),
  )
  const meant =
    goal.filter((stage) => stage !== from).at(-1) ?? stages.filter((stage) => stage !== from).at(-1) ?? stages.at(-1)
  if (meant) return meant.label
  const words = signs.map(({ word }) => word)
  const isNo = words.some((word, at) => word === 'no' && ['a', 'firm', 'hard'].includes(words[at - 1] ?? ''))
  if (isNo || words.some((word) => /^reject/.test(word) || word === 'down')) return 'Rejected'
  if (words.some((word) => /^hir/.test(word))) return 'Hired'
  if (words.includes('offer')) return 'Offer'
  return null
}
