import type { IntentLabel } from '../frame.ts'
import type { ThreadContext } from '../thread.ts'
import { correctionAt, readFigure, restates, withoutRestated, withoutRuledOut } from './corrections.ts'
import type { Reading } from './labels.ts'
import type { Sign } from './signs.ts'
import { weighLabels } from './weighLabels.ts'

/** A part of a message that asks for one thing. */
export interface Clause {
  signs: Sign[]
  /** Null when no cue stands in it. */
  reading: Reading | null
  /** Labels that lost. */
  others: readonly Reading[]
  isNegated: boolean
  /** "no wait, ...": what it says takes the place of what was said before. */
  isCorrection: boolean
}

interface Segment extends Clause {
  separator: string
  /** The full stop before it, if one stands there. */
  stop: Sign | null
}

const hardMarks = new Set(['.', ';', '!', '?', '…'])
const softMarks = new Set([',', '-', ':', '/', '(', ')'])
const joints = new Set(['and', 'then', 'but', 'so', 'also', 'plus', '&', 'n', 'because', 'since', 'while'])
/** Cuts a message where another thing is asked for; what only adds to the last one stays with it. */
export function splitClauses(signs: readonly Sign[], thread: ThreadContext): Clause[] {
  const clauses: Clause[] = []
  for (const segment of cutSegments(thread.hasRequest ? signs : withoutRuledOut(signs), thread)) {
    const last = clauses.at(-1)
    if (last && !answersFirst(last, segment, thread) && belongsTo(last, segment)) join(last, segment, thread)
    else clauses.push({ ...segment, signs: [...segment.signs] })
  }
  return clauses
}

function cutSegments(signs: readonly Sign[], thread: ThreadContext): Segment[] {
  const segments: Segment[] = []
  let run: Sign[] = []
  let separator = ''
  let isCorrection = false
  let stop: Sign | null = null
  const close = (next: string): void => {
    if (run.some(({ kind }) => kind !== 'mark')) {
      const { readings, isNegated } = weighLabels(run, thread)
      const [reading = null, ...others] = readings
      segments.push({ signs: run, reading, others, isNegated, isCorrection, separator, stop })
      stop = null
      isCorrection = false
      separator = next
    } else if (next !== ',' && !(hardMarks.has(separator) && furtherLeads.has(next))) separator = next
    run = []
  }
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] as Sign
    const corrected = correctionAt(signs, at)
    if (corrected > 0) {
      close('correction')
      isCorrection = true
      separator = 'correction'
      at += corrected - 1
    } else if (isSeparator(signs, at)) {
      if (sign.kind === 'mark' && !hardMarks.has(sign.word)) run.push(sign)
      if (sign.word === '?') run.push(sign)
      close(sign.word)
      if (sign.word === '.' && segments.length > 0) stop = sign
      if (joints.has(sign.word)) run.push(sign)
    } else run.push(sign)
  }
  close('')
  return segments
}

function isSeparator(signs: readonly Sign[], at: number): boolean {
  const sign = signs[at]
  if (!sign) return false
  if (sign.kind === 'mark') {
    // "w/ Acme"
    if (sign.word === '/' && signs[at - 1]?.word === 'w') return false
    if (sign.word === '.' && /^\p{L}\.?$/u.test(signs[at - 1]?.word ?? '')) return false
    // "Ida's times: Monday" is one statement.
    if (
      sign.word === ':' &&
      signs[at + 1]?.kind === 'time' &&
      signs.slice(0, at).some(({ keys, word }) => keys.has('@options') || bringing.has(word))
    )
      return false
    return hardMarks.has(sign.word) || softMarks.has(sign.word)
  }
  if (
    sign.word === 'so' &&
    ['is', 'are', 'was', 'am', "i'm", 'been', "'s", 'you', 'and', 'feel', 'thank'].includes(signs[at - 1]?.word ?? '')
  )
    return false
  // "Monday and Wednesday", "not Monday but Tuesday" are one statement.
  const isBetweenTimes =
    signs[at + 1]?.kind === 'time' && (sign.word === 'but' || (sign.word === 'and' && signs[at - 1]?.kind === 'time'))
  return sign.kind === 'word' && joints.has(sign.word) && !isBetweenTimes
}

/** Words after which times are what somebody sent: "heard from Ida: Monday". */
const bringing = new Set(
  'heard hear back reply replied answer answered word wrote texted emailed messaged says said'.split(' '),
)

const followersOf: ReadonlyMap<IntentLabel, readonly IntentLabel[]> = new Map([
  // The second label says only more about the first.
  ['postpone', ['cancel', 'deny', 'reschedule', 'decline']],
  ['cancel', ['no_show', 'decline']],
  ['find_slots', ['schedule', 'give_availability', 'list']],
  ['feedback', ['status', 'nudge', 'collect_availability', 'who_is']],
  ['move_stage', ['status']],
  ['deny', ['postpone', 'update', 'confirm', 'smalltalk', 'undo']],
  ['confirm', ['smalltalk', 'approve']],
  ['undo', ['smalltalk', 'deny', 'cancel']],
  ['no_show', ['status']],
  ['setting', ['briefing', 'schedule', 'update', 'list']],
  ['schedule', ['find_slots', 'give_availability', 'update', 'list', 'approve', 'confirm', 'who_is', 'briefing']],
  ['reschedule', ['give_availability', 'find_slots', 'schedule', 'approve', 'deny', 'list']],
  ['update', ['give_availability', 'reschedule', 'schedule', 'approve', 'deny']],
  ['give_availability', ['update', 'schedule', 'find_slots', 'approve']],
  ['oos', ['smalltalk', 'help', 'confirm', 'schedule', 'list']],
  ['nudge', ['status', 'give_availability', 'collect_availability', 'no_show']],
  ['collect_availability', ['give_availability', 'find_slots', 'nudge', 'update']],
  ['who_is', ['status', 'briefing', 'list']],
  ['decline', ['schedule', 'postpone', 'cancel', 'update', 'find_slots']],
  ['briefing', ['list', 'who_is']],
  ['list', ['status']],
])

/** Said of a client first, whom it is about comes after: "something came up for Dana, we need to move Jane". */
const changesStanding = new Set<IntentLabel>(['reschedule', 'cancel', 'postpone'])

/** "yes, and book Tom too": where a yes is waited for, it stands by itself. */
function answersFirst(clause: Clause, segment: Segment, thread: ThreadContext): boolean {
  const [own, next] = [clause.reading, segment.reading]
  if (thread.awaits !== 'confirmation' || !own || !next || own.label === 'smalltalk') return false
  return passing.has(own.label) && !passing.has(next.label) && next.weight >= 7 && !hasMention(clause)
}

/** Whether a segment only adds to the clause before it. */
function belongsTo(clause: Clause, segment: Segment): boolean {
  const { reading } = segment
  // What follows in a note belongs to it, unless another sentence says that it does not.
  if (clause.reading?.label === 'note') return !isFurtherOrder(segment)
  if (reading === null) return true
  if (isLeftAlone(clause) && isAboutOthers(clause, segment)) {
    clause.isNegated = true
    return false
  }
  if (segment.isCorrection && corrects(clause, segment)) return true
  if (clause.reading === null) return !isSocial(reading.label) && !areApart(clause, segment)
  if (['because', 'since', 'while'].includes(segment.separator)) return true
  const isOther = clause.reading.weight > 3 && asked.has(clause.reading.label) && namesAnother(clause, segment)
  // "she moves in May, please log that": what was told is what to write down.
  if (reading.label === 'note' && reading.weight >= 11 && !hasMention(segment)) {
    clause.reading = { ...reading, from: 0, to: 0 }
    return true
  }
  if (
    reading.weight >= 5 &&
    !isOther &&
    overtakes(clause.reading, reading) &&
    (!namesSomebodyNew(clause, segment) || isOfferOfSide(clause))
  ) {
    clause.reading = { ...reading, from: 0, to: 0 }
    return true
  }
  if (isTopic(clause) && reading.weight >= 5 && !passing.has(reading.label) && !namesSomebodyNew(clause, segment)) {
    clause.reading = { ...reading, from: 0, to: 0 }
    return true
  }
  const [own, next] = [clause.reading.label, reading.label]
  if (isSocial(clause.reading.label) && !isSocial(reading.label)) return false
  if (own === 'update' && next === 'reschedule' && reading.weight >= 8 && isOwnOrder(segment)) return false
  if (isSocial(reading.label)) return true
  const hasOwnName = segment.signs.some((sign) => sign.mention !== null && sign.mention.kind !== 'job')
  const hasNewPerson = namesSomebodyNew(clause, segment)
  const hasOtherSide = segment.signs.some(({ keys }) => keys.has('CLIENT') || keys.has('CONTACT'))
  if (own === 'schedule' && next === 'schedule' && hasNewPerson && hasOtherSide && isPaired(clause)) return false
  const hasCandidate = clause.signs.some(({ keys }) => keys.has('CAND'))
  // "a panel with Ann, Ben and Cy for Jane": whom it is for comes last.
  if (own === 'schedule' && next === 'schedule' && !hasCandidate) return true
  if (own === next && changesStanding.has(own) && !hasCandidate) return true
  if (own === next) return !hasNewPerson || own === 'update' || own === 'find_slots'
  if (reading.weight < (hasNewPerson ? 6 : 7)) return true
  if (!hasOwnName && (followersOf.get(own) ?? []).includes(next)) return true
  const hasObject =
    hasOwnName ||
    segment.signs.some(
      (sign) =>
        sign.keys.has('PRONOUN') ||
        sign.keys.has('TIME') ||
        sign.keys.has('PERSON') ||
        sign.keys.has('@meeting') ||
        sign.keys.has('@digest'),
    )
  if (!hasObject && !hardMarks.has(segment.separator)) return true
  return false
}

const sparing = new Set(["don't", 'dont', 'never', 'not', 'leave', 'forget', 'ignore', 'nevermind', 'keep', 'skip'])

/** "don't touch Ida's, I want Ivo in": what is left alone is not what is wanted. */
function isLeftAlone({ reading, isNegated, signs }: Clause): boolean {
  if (reading !== null && reading.label !== 'deny') return false
  if (isNegated) return true
  const at = signs.findIndex(({ kind }) => kind !== 'mark')
  return signs.slice(at, at + 3).some(({ word, mention }, index) => {
    // "not before Tuesday" is no order to leave anything.
    const next = signs[at + index + 1]
    return mention === null && sparing.has(word) && next !== undefined && next.kind !== 'time' && !limits.has(next.word)
  })
}

const limits = new Set(['before', 'after', 'until', 'till', 'on', 'in', 'at', 'earlier', 'later', 'more', 'less'])

/** Somebody else is named; or "him" is still he who was, with another company. */
function isAboutOthers(clause: Clause, segment: Segment): boolean {
  if (!namesAnother(clause, segment)) return false
  const isPointing = segment.signs.some(({ keys, word }) => keys.has('PRONOUN') && word !== 'this' && word !== 'that')
  return !isPointing || namesSomebodyNew(clause, segment)
}

/** "Will Harris, no, Harrison Will with Hooli"; "cancel Ida, no wait, postpone her": what is said last is meant. */
function corrects(clause: Clause, segment: Segment): boolean {
  const [own, next] = [clause.reading, segment.reading]
  const kinds = new Set(segment.signs.map(restates))
  const isRestating = clause.signs.some((sign) => restates(sign) !== null && kinds.has(restates(sign)))
  if (own === null || next === null) return isRestating
  if (own.label === next.label || next.weight < 7) return isRestating
  const isAbout = segment.signs.some(({ keys }) => keys.has('PRONOUN')) || !hasMention(segment)
  if (!isAbout && !isRestating) return false
  clause.reading = { ...next, from: 0, to: 0 }
  return true
}

const furtherLeads = new Set(['also', 'and', 'then', 'now', 'plus', 'next', 'please'])

/** "Note on Ida: ... . Then get dates off her": another sentence that says that it is another one. */
function isFurtherOrder({ separator, signs, reading }: Segment): boolean {
  return (
    ['.', '!', ';'].includes(separator) &&
    furtherLeads.has(signs.find(({ kind }) => kind !== 'mark')?.word ?? '') &&
    reading !== null &&
    reading.weight >= 7 &&
    reading.from <= furtherReach
  )
}

/** How far behind its first word another order may begin. */
const furtherReach = 3

const moving = ['@move', '@resched']

/** "and move it to Friday": begins with its verb and says a time. */
function isOwnOrder({ signs }: Segment): boolean {
  const first = signs.find(({ kind, word }) => kind !== 'mark' && !joints.has(word) && !furtherLeads.has(word))
  return moving.some((key) => first?.keys.has(key)) && signs.some(({ kind }) => kind === 'time')
}

/** What was told first is only why the other thing is asked: "Jane is free Tuesday, book Acme", "any word from Acme? chase them". */
const overtaken: Partial<Record<IntentLabel, readonly IntentLabel[]>> = {
  give_availability: ['schedule', 'postpone'],
  find_slots: ['collect_availability'],
  status: ['nudge'],
  who_is: ['nudge', 'collect_availability'],
  update: ['undo'],
  approve: ['undo'],
  smalltalk: ['undo'],
  no_show: ['cancel'],
  undo: ['update'],
  reschedule: ['cancel'],
}

function overtakes(own: Reading, next: Reading): boolean {
  if (passing.has(own.label) && !passing.has(next.label) && next.weight >= 7) return true
  if (own.label === 'reschedule' && next.label === 'update' && next.source.startsWith('^ so?')) return true
  if (own.label === 'move_stage' && own.weight <= 6 && next.label === 'schedule') return true
  if (own.weight <= 3) return !passing.has(next.label)
  if (own.weight <= 4 && own.label === 'schedule' && (next.label === 'briefing' || next.label === 'who_is')) return true
  if (own.label === 'reschedule' && own.weight <= 5 && next.label === 'give_availability') return true
  // Somebody is asked about by name: that is answered, whatever follows.
  if (own.label === 'who_is' && own.weight > 8) return false
  return overtaken[own.label]?.includes(next.label) === true
}

/** Two sentences, each about somebody: what the first one wants is not what the second one says. */
function areApart(clause: Clause, segment: Segment): boolean {
  const hasPerson = (signs: readonly Sign[]): boolean =>
    signs.some(({ mention }) => mention !== null && mention.kind !== 'job')
  const isPointing = segment.signs.some(({ keys }) => keys.has('PRONOUN'))
  return (
    hardMarks.has(segment.separator) &&
    !clause.isNegated &&
    !isPointing &&
    hasPerson(clause.signs) &&
    hasPerson(segment.signs)
  )
}

/** A candidate and somebody of the other side are named already: another pair is another wish. */
function isPaired(clause: Clause): boolean {
  const has = (key: string): boolean => clause.signs.some(({ keys }) => keys.has(key))
  return has('CAND') && (has('CLIENT') || has('CONTACT'))
}

function isSocial(label: IntentLabel): boolean {
  return label === 'smalltalk'
}

/** "Acme can do Thursday at 2, put Jane in it": an offer of the other side, whoever comes then. */
function isOfferOfSide({ reading, signs }: Clause): boolean {
  return reading?.label === 'give_availability' && !signs.some(({ keys }) => keys.has('CAND'))
}

/** Questions that an order about the same people answers: "any word from Acme? chase them". */
const asked = new Set<IntentLabel>(['status', 'who_is', 'find_slots'])

function namesAnother(clause: Clause, segment: Segment): boolean {
  const known = new Set(clause.signs.flatMap(({ mention }) => mention?.words.toLowerCase() ?? []))
  return segment.signs.some(
    ({ mention }) => mention !== null && mention.kind !== 'job' && !known.has(mention.words.toLowerCase()),
  )
}

function namesSomebodyNew(clause: Clause, segment: Segment): boolean {
  const known = new Set(clause.signs.flatMap((sign) => sign.mention?.people.map(({ id }) => id) ?? []))
  return segment.signs.some(
    ({ mention }) =>
      mention !== null &&
      ((mention.kind === 'person' &&
        !mention.people.some(({ id }) => known.has(id)) &&
        mention.people.some(({ kind }) => kind === 'candidate')) ||
        (mention.kind === 'unknown' && clause.signs.some((sign) => sign.mention !== null))),
  )
}

/** "yeah so", "oh and": no answer when somebody is named behind it. */
const passing = new Set<IntentLabel>(['confirm', 'deny', 'smalltalk'])

const topicMarks = new Set([':', ',', '-', '→', '>', '/'])
const topicWords = new Set(
  "'s with at for and re about on the our regarding interview call chat screen meeting one loop panel session round intro".split(
    ' ',
  ),
)

/** "Ida's interview with Acme: ...", "re Ida at Acme - ...": told first is only what it is about. */
function isTopic({ signs }: Clause): boolean {
  const last = signs.at(-1)
  return (
    last !== undefined &&
    topicMarks.has(last.word) &&
    hasMention({ signs } as Clause) &&
    signs.every(({ kind, word, mention }) => mention !== null || kind === 'mark' || topicWords.has(word))
  )
}

function hasMention({ signs }: Clause): boolean {
  return signs.some(({ mention }) => mention !== null)
}

const reasoned = new Set<IntentLabel>(['cancel', 'postpone'])

function join(clause: Clause, segment: Segment, thread: ThreadContext): void {
  const further = segment.isCorrection ? readFigure(segment.signs, clause.signs) : segment.signs
  if (segment.isCorrection) clause.signs = withoutRestated(clause.signs, further)
  // What is told in a sentence before the order is why it is given.
  if (segment.stop && segment.reading !== null && reasoned.has(segment.reading.label)) clause.signs.push(segment.stop)
  clause.signs.push(...further)
  clause.isCorrection ||= segment.isCorrection && clause.reading === null
  if (
    clause.reading === null ||
    (passing.has(clause.reading.label) &&
      segment.signs.some(({ mention, kind }) => mention !== null || kind === 'time')) ||
    (clause.reading.label === segment.reading?.label && segment.reading.weight > clause.reading.weight) ||
    // "heard back from Ida, Tuesday 10-12"
    (clause.reading.label === 'status' && segment.reading === null && segment.signs.some(({ kind }) => kind === 'time'))
  ) {
    // Names of the first part may make a better cue of the second: the whole is read again.
    const again = weighLabels(clause.signs, thread)
    const fallback = segment.reading && passing.has(segment.reading.label) ? null : segment.reading
    clause.reading = again.readings[0] ?? (hasMention(clause) ? fallback : segment.reading)
    clause.others = again.readings.slice(1)
  }
  clause.isNegated ||= segment.isNegated
}
