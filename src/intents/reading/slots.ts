import { emptyFrame } from '../emptyFrame.ts'
import type { Frame, IntentLabel } from '../frame.ts'
import type { Clause } from './clauses.ts'
import { readFormat } from './formats.ts'
import type { Mention } from './mentions.ts'
import { readNote, readSetting, readSystem } from './notes.ts'
import { isCounterLead, type Named, sortNames } from './people.ts'
import { placeChange } from './placeChange.ts'
import { findReason, findReasonBefore, spellSigns } from './reasons.ts'
import type { Sign } from './signs.ts'
import { readAsk, readParty, readScope, readStage } from './smallSlots.ts'
import { readWhen } from './whenWords.ts'

/** Labels whose frame may carry a reason. */
const reasoned = new Set<IntentLabel>(['cancel', 'postpone', 'decline', 'reschedule'])

/** What a clause says, as frames: one, or one for each of several candidates. */
export function framesOf(text: string, clause: Clause): Frame[] {
  const label = clause.reading?.label
  if (!label) return []
  const reason = reasoned.has(label)
    ? findReason(clause.signs, clause.reading?.to ?? 0, isLooselyReasoned(clause), label === 'reschedule')
    : null
  const told = reason ? [...clause.signs.slice(0, reason.leadFrom), ...clause.signs.slice(reason.to)] : clause.signs
  const signs = reason && hasNobody(told) ? clause.signs : told
  const frame = emptyFrame(label)
  const named = sortNames(signs)
  placeNames(frame, namesMeant(label, signs, reason !== null) ?? named, signs)
  describeByJob(frame, named, clause)
  if (named.contacts.some(({ described }) => described?.by.words === frame.candidate) && leavesOwner.has(label))
    frame.candidate = null
  frame.durationMinutes =
    signs.find(({ kind, minutes }, at) => kind === 'length' && minutes !== null && signs[at - 1]?.word !== 'not')
      ?.minutes ?? (label === 'update' ? bareMinutes(signs) : label === 'schedule' ? minutesApart(signs) : null)
  if (label !== 'move_stage') frame.mode = modeOf(signs, label)
  Object.assign(frame, readFormat(signs))
  frame.when = readWhen(text, timesMeant(label, signs, reason !== null), bound.has(label))
  if (label === 'reschedule' && frame.when) frame.when = withoutOldTime(frame.when, signs)
  const length = signs.find(({ kind }) => kind === 'length')
  if ((label === 'reschedule' || label === 'postpone') && length) frame.when ??= text.slice(length.from, length.to)
  if (label === 'reschedule') frame.when ??= bareHour(signs) ?? shiftWords(text, signs)
  frame.when ??= ownDayWords(label, signs) ?? (label === 'postpone' ? untilWords(text, signs) : null)
  // "does Ann have any time Thursday"
  if (label === 'find_slots' && frame.when) frame.when = frame.when.replace(/^any ?time (?=\p{Lu}|\p{Ll})/u, '')
  // "mondays interviews"
  if (label === 'list' && frame.when) frame.when = frame.when.replace(/days$/i, 'day')
  frame.party = frame.candidate === null && named.candidates.length > 0 ? null : readParty(label, signs)
  frame.scope = readScope(label, told)
  if (label === 'move_stage') frame.stage = readStage(signs)
  if (label === 'who_is') frame.ask = readAsk(signs)
  if (label === 'note') Object.assign(frame, readNote(text, clause.signs, frame))
  else if (label === 'setting') {
    frame.note = readSetting(text, signs)
    if (frame.note?.startsWith('default duration') !== true) frame.durationMinutes = null
  } else if (label === 'connect') frame.note = readSystem(text, signs)
  else if ((label === 'cancel' || label === 'postpone') && !reason) frame.note = reasonBefore(text, signs)
  else if (reason) frame.note = spellSigns(text, clause.signs.slice(reason.from, reason.to)) || null
  if (label === 'update') placeChange(frame, signs, named)
  return spread(frame, named, signs)
}

/** Whoever is asked is the one of that part, not she whose it is. */
const leavesOwner = new Set<IntentLabel>(['nudge', 'collect_availability', 'who_is'])

/** What can only be about somebody who is being interviewed already. */
const ofStanding = new Set<IntentLabel>([
  'reschedule',
  'cancel',
  'postpone',
  'status',
  'briefing',
  'no_show',
  'move_stage',
])

/** "move the Controller interview": whose it is, the job tells where nobody is named. */
function describeByJob(frame: Frame, named: Named, { signs }: Clause): void {
  const [job] = named.jobs
  const isNamed = frame.candidate !== null || frame.contacts.length > 0 || hasPronoun(signs)
  if (!job || isNamed || !ofStanding.has(frame.label)) return
  const at = signs.findIndex(({ mention }) => mention === job)
  const next = signs.slice(at + 1, at + 3).find(({ word }) => word !== "'s")
  if (next?.keys.has('@meeting')) frame.candidate = `${job.words} candidate`
}

/** What stands behind a mark is why; of a move only when no time stands there, which would be the new one. */
function isLooselyReasoned({ reading, signs }: Clause): boolean {
  if (reading?.label !== 'reschedule') return true
  const mark = signs.findIndex(({ kind, word }, at) => at > 1 && kind === 'mark' && [',', '-', ':', '('].includes(word))
  if (mark > 0 && reading.from <= mark && tellsWhy(signs.slice(mark + 1))) return true
  return (
    mark > 0 && reading.from <= mark && !signs.slice(mark).some(({ keys }) => keys.has('TIME') && !keys.has('that day'))
  )
}

const having = new Set("has is was had have got 's are were".split(' '))
const offeringWords = new Set(
  'can could prefers prefer would wants free available works work instead better suits good fine asked asks'.split(' '),
)

/** "she has exams on Tuesday": a time that keeps somebody, and is not offered. */
function tellsWhy(signs: readonly Sign[]): boolean {
  const [first, second] = signs
  const isSubject = first !== undefined && (['he', 'she', 'they'].includes(first.word) || first.mention !== null)
  return isSubject && having.has(second?.word ?? '') && !signs.some(({ word }) => offeringWords.has(word))
}

/** "she took another job so cancel it": what stands before "so", without the name. */
function reasonBefore(text: string, signs: readonly Sign[]): string | null {
  const told = findReasonBefore(signs)
  return told ? spellSigns(text, signs.slice(told.from, told.to)) || null : null
}

/** "make it 30": a number that an interview's minutes can be. */
function bareMinutes(signs: readonly Sign[]): number | null {
  const sign = signs.find(
    ({ kind }, at) =>
      kind === 'number' &&
      ((signs[at + 1]?.word === 'not' && (at === 0 || signs[at + 2]?.kind === 'number')) ||
        ['it', 'to', 'this', 'that', 'into', 'for', 'full'].includes(signs[at - 1]?.word ?? '')),
  )
  const value = Number(sign?.word)
  return value >= 15 && value <= 240 && value % 5 === 0 ? value : null
}

/** "45 Teams", "45 over the phone". */
function isBeforeMode(signs: readonly Sign[], at: number): boolean {
  if (signs[at - 1]?.kind === 'word') return false
  const rest = signs.slice(at + 1, at + 4)
  const mode = rest.findIndex((sign) => sign.mode !== null)
  return mode >= 0 && rest.slice(0, mode).every(({ word }) => ['on', 'over', 'by', 'via', 'the', 'a'].includes(word))
}

const usualMinutes = new Set(['15', '20', '25', '30', '40', '45', '50', '60', '75', '90', '120'])

/** "Ida / Acme / 45 / Teams", "45 with Ann": where it stands it can be nothing but a length. */
function minutesApart(signs: readonly Sign[]): number | null {
  const isApart = (sign: Sign | undefined): boolean => sign === undefined || sign.kind === 'mark'
  const sign = signs.find(({ kind, word }, at) => {
    if (kind !== 'number' || !usualMinutes.has(word) || signs.length <= 3) return false
    const isFirst = at === 0 && ['with', 'for', 'w', 'between'].includes(signs[1]?.word ?? '')
    if (['each', 'apiece'].includes(signs[at + 1]?.word ?? '')) return true
    if (isFirst || isBeforeMode(signs, at) || ['quick', 'short', 'brief'].includes(signs[at - 1]?.word ?? ''))
      return true
    return isApart(signs[at - 1]) && isApart(signs[at + 1])
  })
  return sign ? Number(sign.word) : null
}

const refusing = new Set(
  "can't cannot cant couldn't won't wont unable doesn't doesnt don't isn't isnt not no".split(' '),
)
const unfit = new Set('work works good suit fit possible longer convenient free available ok make do'.split(' '))

const coming = new Set(['do', 'make', 'attend', 'come', 'join', 'meet', 'manage'])

/** "can't do Tuesday", "Tuesday is no good": a time that is given up is not the one wanted. */
function withoutRefused(signs: readonly Sign[]): readonly Sign[] {
  return signs.map((sign, at) => {
    if (sign.kind !== 'time') return sign
    const start = signs.findLastIndex(({ kind }, index) => index < at && (kind === 'mark' || kind === 'time'))
    const before = signs.slice(Math.max(start + 1, at - 6), at).map(({ word }) => word)
    const after = signs.slice(at + 1, at + 5).map(({ word }) => word)
    const isGivenUp =
      (before.some((word) => refusing.has(word)) && before.some((word) => coming.has(word))) ||
      (after.slice(0, 2).some((word) => refusing.has(word)) && after.some((word) => unfit.has(word)))
    return isGivenUp ? { ...sign, kind: 'word' as const } : sign
  })
}

/** Labels whose times bound a search: what is refused must not be taken for offered. */
const bound = new Set<IntentLabel>(['update', 'give_availability'])

const shift =
  /\b(?:(?:forward|back|up|out|earlier|later|on) )?(?:by )?(?:an?|one|two|three|four|half an?|a couple of|a few|\d+) (?:hour|day|week|month)s?\b(?: (?:earlier|later|forward|back))?/i

/** "bring it forward a day": by how much, from where it stands. */
function shiftWords(text: string, signs: readonly Sign[]): string | null {
  const [first, last] = [signs[0], signs.at(-1)]
  return first && last ? (shift.exec(text.slice(first.from, last.to))?.[0] ?? null) : null
}

/** "slide it to 3", "say 11". */
function bareHour(signs: readonly Sign[]): string | null {
  const sign = signs.find(
    ({ kind, word }, at) =>
      kind === 'number' &&
      ['to', 'at', 'say', 'till', 'until'].includes(signs[at - 1]?.word ?? '') &&
      Number(word) <= 24,
  )
  return sign?.word ?? null
}

/** Without the times that are given up or only stand in the reason. */
function timesMeant(label: IntentLabel, signs: readonly Sign[], hasReason: boolean): readonly Sign[] {
  if (label === 'reschedule') return withoutRefused(signs)
  const told = hasReason || (label !== 'cancel' && label !== 'postpone') ? null : findReasonBefore(signs)
  return told ? signs.slice(told.to) : signs
}

/** Without those who only stand in the reason, told before the order, or in what is waited for. */
function namesMeant(label: IntentLabel, signs: readonly Sign[], hasReason: boolean): Named | null {
  if (label !== 'cancel' && label !== 'postpone') return null
  const told = hasReason ? null : findReasonBefore(signs)
  const meant = label === 'postpone' ? beforeUntil(signs) : signs
  if (!told) return sortNames(meant)
  const [ordered, all] = [sortNames(meant.slice(told.to)), sortNames(meant)]
  return ordered.candidates.length > 0 ? ordered : all
}

/** "hold Jane until Acme has a budget": whom it waits for is not whom it is about. */
function beforeUntil(signs: readonly Sign[]): readonly Sign[] {
  const at = signs.findIndex(({ word }) => word === 'until' || word === 'till')
  return at > 0 ? signs.slice(0, at) : signs
}

/** "until they have a budget": an end that is no time. */
function untilWords(text: string, signs: readonly Sign[]): string | null {
  const at = signs.findIndex(({ word }) => ['until', 'till', 'til'].includes(word))
  return at >= 0 && at < signs.length - 1 ? spellSigns(text, signs.slice(at)) : null
}

/** "my day" is today where the days are asked about. */
function ownDayWords(label: IntentLabel, signs: readonly Sign[]): string | null {
  if (label !== 'list' && label !== 'briefing') return null
  for (let at = 1; at < signs.length; at += 1)
    if (['my', 'the', 'our'].includes(signs[at - 1]?.word ?? '')) {
      if (signs[at]?.word === 'day') return 'today'
      if (signs[at]?.word === 'week') return 'this week'
    }
  return null
}

/** "from Monday to Wednesday": the first is where it stands now. */
function withoutOldTime(when: string, signs: readonly Sign[]): string {
  const arrow = /^.{2,40}?(?:->|→|>)\s*(.+)$/.exec(when)
  if (arrow?.[1]) return arrow[1]
  const traded = /^.{2,40}? for (.+)$/i.exec(when)
  if (traded?.[1] && signs.some(({ word }) => ['swap', 'change', 'switch', 'trade', 'exchange'].includes(word)))
    return traded[1]
  const goal = /^.{2,40}? to (.+)$/i.exec(when)
  return goal?.[1] && signs.some(({ word, kind }) => kind === 'word' && word === 'from') ? goal[1] : when
}

function hasNobody(signs: readonly Sign[]): boolean {
  return !signs.some(({ mention, keys }) => mention !== null || keys.has('PRONOUN')) && signs.length < 2
}

function placeNames(frame: Frame, named: Named, signs: readonly Sign[]): void {
  frame.candidate = named.candidates[0]?.words ?? null
  frame.client = named.clients[0]?.words ?? null
  frame.job = named.jobs[0]?.words ?? null
  frame.contacts = named.contacts.map(({ words }) => words)
  const isScheduling = frame.label === 'schedule'
  for (const { mention, lead } of named.unknown) {
    if (frame.label === 'update' && takesPart(signs, mention)) {
      frame.contacts.push(mention.words)
      continue
    }
    const place = frame.label === 'update' ? placeOf(signs, mention) : null
    if (place) {
      frame[place] ??= mention.words
      continue
    }
    const isAfterCandidate = frame.candidate !== null && (isCounterLead(lead) || isScheduling)
    if (frame.candidate === null && !(isCounterLead(lead) && isScheduling && hasPronoun(signs)))
      frame.candidate = mention.words
    else if (isAfterCandidate && frame.client === null) frame.client = mention.words
    else if (frame.candidate === null) frame.client ??= mention.words
    else frame.contacts.push(mention.words)
  }
}

const placeWords: ReadonlyMap<string, 'client' | 'job'> = new Map([
  ...['client', 'company', 'account', 'employer', 'firm'].map((word): [string, 'client'] => [word, 'client']),
  ...['job', 'role', 'position', 'title'].map((word): [string, 'job'] => [word, 'job']),
])

/** "the client is Vandelay": what somebody unknown is said to be. */
function placeOf(signs: readonly Sign[], mention: Mention): 'client' | 'job' | null {
  const at = signs.findIndex((sign) => sign.mention === mention)
  const word = signs.slice(Math.max(0, at - 4), at).find((sign) => placeWords.has(sign.word))?.word
  return word === undefined ? null : (placeWords.get(word) ?? null)
}

/** "add Tarquin Fenwick": whoever comes or goes sits on the panel. */
function takesPart(signs: readonly Sign[], mention: Mention): boolean {
  const at = signs.findIndex((sign) => sign.mention === mention)
  return signs.slice(Math.max(0, at - 3), at).some(({ keys }) => keys.has('@add') || keys.has('@drop'))
}

function hasPronoun(signs: readonly Sign[]): boolean {
  return signs.some(({ word }) => ['him', 'her', 'he', 'she', 'them'].includes(word))
}

/** "Virtual" says how people meet; the "phone screen" that somebody passed does not. */
function modeOf(signs: readonly Sign[], label: IntentLabel): Frame['mode'] {
  const modes = signs.flatMap((sign, at) => {
    if (!sign.mode) return []
    const isLeftBehind =
      ['of', 'not', 'from', 'than'].includes(signs[at - 1]?.word ?? '') ||
      (signs[at - 1]?.word === 'to' && signs[at - 2]?.word === 'no') ||
      (signs[at - 1]?.word === 'a' && signs[at - 2]?.word === 'of')
    return isLeftBehind && label === 'update' ? [] : [sign.mode]
  })
  return modes.at(0) ?? (label === 'schedule' && isCall(signs) ? 'phone' : null)
}

const beforeCall = new Set('a an the quick short intro introductory first brief screening minute min'.split(' '))

/** "A short call of 25 minutes" is by phone when nothing else is said. */
function isCall(signs: readonly Sign[]): boolean {
  return signs.some(({ word, mention }, at) => {
    const before = signs[at - 1]
    return (
      word === 'call' &&
      mention === null &&
      before !== undefined &&
      (before.kind === 'length' || beforeCall.has(before.word))
    )
  })
}

const spreadable = new Set<IntentLabel>([
  'schedule',
  'cancel',
  'postpone',
  'reschedule',
  'move_stage',
  'nudge',
  'collect_availability',
  'who_is',
  'status',
  'note',
])

/** "cancel Jane and Tom" is two requests, "ask Jane and Acme" two questions. */
function spread(frame: Frame, named: Named, signs: readonly Sign[]): Frame[] {
  const candidates = named.candidates
  if (asksPeople.has(frame.label) && frame.candidate !== null && candidates.length === 1 && areJoined(signs))
    return inOrder(signs, [
      { ...frame, client: null, contacts: [], party: 'candidate' },
      { ...frame, candidate: null, party: frame.client === null ? null : 'client' },
    ])
  if (candidates.length < 2 || !spreadable.has(frame.label)) return [frame]
  return candidates.map((candidate: Mention) => ({ ...frame, candidate: candidate.words }))
}

/** As they were named. */
function inOrder(signs: readonly Sign[], frames: [Frame, Frame]): Frame[] {
  const first = signs.find(({ keys }) => keys.has('CAND') || keys.has('CLIENT') || keys.has('CONTACT'))
  return first?.keys.has('CAND') ? frames : frames.reverse()
}

const asksPeople = new Set<IntentLabel>(['collect_availability', 'nudge'])

/** A candidate and somebody of the other side beside each other: "Jane and Acme". */
function areJoined(signs: readonly Sign[]): boolean {
  const isCandidate = (sign: Sign | undefined): boolean => sign?.keys.has('CAND') === true
  const isOther = (sign: Sign | undefined): boolean =>
    sign?.keys.has('CLIENT') === true || sign?.keys.has('CONTACT') === true
  return signs.some(({ word }, at) => {
    if (!['and', '&', 'plus', '+'].includes(word)) return false
    // "Ida's times and Acme's"
    const before = signs.slice(0, at).findLast((sign) => sign.word !== "'s" && !sign.keys.has('@times'))
    const after = signs[at + 1]
    return (isCandidate(before) && isOther(after)) || (isOther(before) && isCandidate(after))
  })
}
