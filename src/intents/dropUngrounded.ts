import { foldName } from '../domain/names.ts'
import { isActing, isCalledFor } from './cues.ts'
import type { Frame } from './frame.ts'
import { frameCountMax, type ThreadView } from './modelQuestion.ts'
import { readOwnWords } from './ownWords.ts'
import { findPhrase, readSaidWords, standsTogether } from './saidWords.ts'

// The one thing that stands between a language model and the product. A model may be wrong, or do as some text bids it. So what
// it says is only believed where the member's own words say it too; nothing here adds anything.

interface Said {
  words: readonly string[]
  text: string
  isCut: boolean
  thread: ThreadView
}

/** Longer ones are no names; a note may be as long as a message that is sent. */
const nameLengthMax = 120
const noteLengthMax = 1_500
const noteGapMax = 2
const whenGapMax = 3

/**
 * The frames that stand on what the member wrote. A name, stage, note, time or number that was not said is taken out, a list
 * loses the names that were not said, and a frame goes when what is left calls for nothing. Whole names of the thread's
 * request count as said. Frames are never added and never grow. Pure, never throws.
 */
export function dropUngrounded(frames: readonly Frame[], text: string, thread: ThreadView): Frame[] {
  const own = readOwnWords(text)
  const said: Said = { words: readSaidWords(own.text), text: own.text, isCut: own.isCut, thread }
  return frames.slice(0, frameCountMax).flatMap((frame) => groundFrame(frame, said) ?? [])
}

function groundFrame(frame: Frame, said: Said): Frame | null {
  const names = (list: readonly string[]) =>
    [...new Set(list.slice(0, 20))].filter((name) => isSaidName(name, said)).slice(0, 8)
  const grounded: Frame = {
    label: frame.label,
    candidate: keep(frame.candidate, (name) => isSaidName(name, said)),
    client: keep(frame.client, (name) => isSaidName(name, said)),
    job: keep(frame.job, (name) => isSaidName(name, said)),
    contacts: names(frame.contacts),
    added: names(frame.added),
    removed: names(frame.removed),
    durationMinutes: keep(frame.durationMinutes, (minutes) => saidDurations(said).has(minutes)),
    count: keep(frame.count, (count) => isSaidNumber(count, said)),
    format: keep(frame.format, (format) => hasAny(said, enumCues[format])),
    mode: keep(frame.mode, (mode) => hasAny(said, enumCues[mode])),
    when: keep(frame.when, (when) => isSaidPhrase(when, said, nameLengthMax, whenGapMax)),
    stage: keep(frame.stage, (stage) => isSaidName(stage, said)),
    party: keep(frame.party, (party) => hasAny(said, enumCues[party])),
    note: keep(frame.note, (note) => isSaidPhrase(note, said, noteLengthMax, noteGapMax)),
    options: [...new Set(frame.options)].filter((option) => isOffered(option, said)),
    zone: keep(frame.zone, (zone) => isSaidPhrase(zone, said, nameLengthMax, 0)),
    scope: keep(frame.scope, (scope) => hasAny(said, enumCues[scope])),
    ask: keep(frame.ask, (ask) => isSaidPhrase(ask, said, nameLengthMax, 0)),
    isThread: frame.isThread && hasAny(said, threadCues),
  }
  return lostItsMeaning(frame, grounded) || !isCalledFor(frame, said.words, hasNamed(grounded, said), said.isCut)
    ? null
    : grounded
}

function keep<Value>(value: Value | null, isSaid: (value: Value) => boolean): Value | null {
  return value !== null && isSaid(value) ? value : null
}

/** In the member's own words, or the whole of a name that the thread is about. A part of such a name may be anybody's. */
function isSaidName(name: string, said: Said): boolean {
  if (name.length > nameLengthMax) return false
  const words = readSaidWords(name)
  if (standsTogether(words, said.words)) return true
  const folded = foldName(name)
  return folded !== '' && said.thread.names.some((known) => foldName(known) === folded)
}

function isSaidPhrase(words: string, said: Said, lengthMax: number, gapMax: number): boolean {
  return words.length <= lengthMax && findPhrase(readSaidWords(words), said.words, gapMax) !== null
}

function hasNamed(frame: Frame, said: Said): boolean {
  const named = [frame.candidate, frame.client, ...frame.contacts, ...frame.added, ...frame.removed]
  return named.some((name) => name !== null && standsTogether(readSaidWords(name), said.words)) || isAnswer(frame, said)
}

/** In a thread about something, the bare content of a change says what it is about: "thirty is plenty", "no Fridays". */
function isAnswer(frame: Frame, { thread }: Said): boolean {
  if (frame.label === 'approve') return frame.options.length > 0 && thread.options.length > 0
  const content = [frame.durationMinutes, frame.mode, frame.when, frame.job, frame.client]
  return frame.label === 'update' && thread.state !== null && content.some((value) => value !== null)
}

/**
 * Whether the frame would now mean something wider than what the model said: "cancel Bob" without Bob is "cancel", which the
 * thread would fill; "move to Offer" without the stage is nothing.
 */
function lostItsMeaning(before: Frame, after: Frame): boolean {
  if (!isActing(before.label)) return false
  const lostPerson = before.candidate !== null && after.candidate === null
  const lostAll = before.contacts.length > 0 && after.contacts.length === 0 && after.candidate === null
  const lostClient = before.client !== null && after.client === null && after.candidate === null
  const lostPick = before.options.length > after.options.length
  const lostContent =
    (before.label === 'move_stage' && after.stage === null) || (before.label === 'note' && after.note === null)
  return lostPerson || lostAll || lostClient || lostPick || lostContent
}

const enumCues = {
  single: ['single', 'one', '1'],
  panel: ['panel', 'together', 'jointly', 'both', 'interviewers'],
  loop: ['loop', 'onsite', 'rounds', 'sessions', 'back', 'final', 'superday', 'day'],
  video: ['video', 'zoom', 'teams', 'meet', 'online', 'remote', 'virtual', 'webex', 'hangout', 'skype', 'videocall'],
  phone: ['phone', 'call', 'telephone', 'dial', 'ring', 'mobile', 'telephonic'],
  onsite: ['onsite', 'site', 'person', 'office', 'face', 'f', 'premises', 'hq', 'in'],
  candidate: ['candidate', 'candidates', 'applicant', 'her', 'him', 'she', 'he', 'they', 'them'],
  client: ['client', 'clients', 'customer', 'company', 'they', 'them', 'manager', 'hm'],
  interviewer: [
    'interviewer',
    'interviewers',
    'panel',
    'panellist',
    'panelist',
    'manager',
    'hm',
    'team',
    'they',
    'them',
  ],
  all: ['all', 'everything', 'everyone', 'everybody', 'every', 'any', 'whole', 'full'],
  waiting: [
    'waiting',
    'wait',
    'pending',
    'outstanding',
    'reply',
    'replied',
    'responded',
    'answered',
    'silent',
    'quiet',
    'awaiting',
  ],
  unscheduled: [
    'unscheduled',
    'unbooked',
    'without',
    'no',
    'not',
    'yet',
    'scheduled',
    'open',
    'needs',
    'need',
    'still',
    'missing',
  ],
} as const

const threadCues =
  'it its shes hes theyre thats whats isnt this that these those 1 her him his she he them they their same the interview call meeting session chat everything yes no ok okay'.split(
    ' ',
  )

function hasAny(said: Said, words: readonly string[]): boolean {
  return said.words.some((word) => words.includes(word))
}

const amounts: Readonly<Record<string, number>> = { a: 1, both: 2, couple: 2, pair: 2, double: 2, twice: 2 }

function isSaidNumber(number: number, said: Said): boolean {
  return said.words.some((word) => word === String(number) || amounts[word] === number)
}

/** Minutes that the words can mean: "45", "an hour", "an hour and a half", "1.5 hours", "2h". */
function saidDurations(said: Said): ReadonlySet<number> {
  const minutes = new Set<number>()
  const has = (word: string) => said.words.includes(word)
  const fractions = [0, ...(has('half') ? [30] : []), ...(has('quarter') ? [15] : []), ...(has('quarters') ? [45] : [])]
  const hasHours = said.words.some((word) => ['h', 'hr', 'hrs', 'hour', 'hours'].includes(word))
  for (const fraction of fractions) {
    minutes.add(fraction)
    if (hasHours) minutes.add(60 + fraction)
  }
  const figures = said.words.filter((word) => /^\d{1,3}$/.test(word)).map(Number)
  for (const figure of figures) {
    minutes.add(figure)
    for (const rest of hasHours ? [...fractions, ...figures.filter((other) => other < 60)] : [])
      minutes.add(figure * 60 + rest)
  }
  for (const [, whole, part] of said.text.matchAll(/(?<!\d)(\d{1,2})[.,](\d{1,2})(?!\d)/g))
    minutes.add(Math.round(Number(`${whole}.${part}`) * 60))
  minutes.delete(0)
  return minutes
}

/** A number of a proposal: said, or all of those that were offered when all were meant. */
function isOffered(option: number, { words, thread }: Said): boolean {
  if (option < 1) return false
  if (words.includes(String(option))) return true
  const count = thread.options.length
  if (option > count) return false
  if (words.includes('last')) return option === count
  if (words.includes('both')) return count === 2
  return ['all', 'any', 'either', 'each', 'every'].some((word) => words.includes(word))
}
