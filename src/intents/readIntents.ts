import { emptyDirectory } from '../domain/directory.ts'
import { foldName } from '../domain/names.ts'
import type { Frame } from './frame.ts'
import { dropPoliteness } from './grammar.ts'
import { hints } from './hints.ts'
import type { Intent, ReadingContext } from './intent.ts'
import { intentOfFrame } from './intentOfFrame.ts'
import { readListFilter } from './listFilter.ts'
import { isListedName } from './names/nameFamilies.ts'
import { readBriefingCommand } from './readBriefingCommand.ts'
import { type FrameReading, readFrames } from './readFrames.ts'
import { isEveryday } from './reading/mentions.ts'
import { readPlainAnswer } from './reading/plainAnswers.ts'
import { cutEmbedded, sentenceLengthMax } from './reading/safety.ts'
import { readSchedule, readScheduleWishes } from './readSchedule.ts'
import { afterScheduleHead } from './scheduleHead.ts'
import { noThread } from './thread.ts'
import { readTimesIn } from './timesInText.ts'
import { type Sentence, tokenise } from './tokens.ts'

/** What a message was understood as, in its order; one `unknown` when nothing was. `isSure` false: another reader may do better. */
export interface IntentsReading {
  intents: Intent[]
  isSure: boolean
}

/** A message whose names have not been looked up: in frames, or as intents already where it has none. */
export interface MessageReading {
  /** Empty when `intents` says it all. */
  frames: Frame[]
  intents: Intent[] | null
  isSure: boolean
  /** No name stands in the records: who is meant follows from where the words stand. */
  isUnindexed: boolean
  text: string
  sentence: Sentence
}

/**
 * Reads what a member wants out of a message: pure, about a millisecond, never throws. Names come back as written, days as ISO dates
 * in `context.zone`. What has no one meaning is `unknown` with a hint, or stands in `unreadWords`; nothing is guessed.
 */
export function readIntents(text: string, context: ReadingContext): IntentsReading {
  return intentsOfMessage(readMessage(text, context), context)
}

/** The first half of `readIntents`: what is said, before it is known who bears the names. */
export function readMessage(written: string, context: ReadingContext): MessageReading {
  // "Oui" and "nein" are read as the yes and the no that they are.
  const text = readPlainAnswer(written) ?? written
  const { own } = cutEmbedded(text)
  const sentence = tokenise(own.length > sentenceLengthMax ? '' : own)
  const plain = { ...sentence, tokens: dropPoliteness(sentence.tokens).tokens }
  const settled = (intent: Intent, isSure: boolean): MessageReading => ({
    frames: [],
    intents: [intent],
    isSure,
    isUnindexed: true,
    text,
    sentence: plain,
  })
  const unknown = (hint: string | null): MessageReading => settled({ kind: 'unknown', text, hint }, false)
  if (own.length > sentenceLengthMax) return unknown(hints.length)
  const briefing = readBriefingCommand(plain, context)
  if (briefing) return settled(briefing.kind === 'unknown' ? { ...briefing, text } : briefing, true)
  const { directory = emptyDirectory, thread = noThread } = context
  const found = readFrames(text, directory, thread, context)
  const strangers = directory.isEmpty ? null : readStrangers(found, text, context)
  const reading = strangers ?? found
  if (reading.isNegated && !context.thread?.awaits) return unknown(hints.negated)
  if (reading.frames.length === 0) return readsAsHelp(sentence) ? settled({ kind: 'help' }, true) : unknown(null)
  const isUnindexed = directory.isEmpty || strangers !== null
  return { frames: reading.frames, intents: null, isSure: reading.isSure, isUnindexed, text, sentence: plain }
}

/**
 * "cancel zorblax" names nobody of the records and is no chatter either: read by where the names stand, so that the answer can
 * say that nobody is called so. Nothing can be done about nobody.
 */
function readStrangers(found: FrameReading, text: string, context: ReadingContext): FrameReading | null {
  if (found.frames.length !== 1 || found.frames[0]?.label !== 'oos') return null
  const reading = readFrames(text, emptyDirectory, noThread, context)
  const [frame, ...others] = reading.frames
  if (!frame || others.length > 0 || !reading.isSure || frame.label === 'oos') return null
  const words = [frame.candidate, frame.client, ...frame.contacts].flatMap(
    (name) => name?.toLowerCase().split(' ') ?? [],
  )
  return words.length > 0 && words.every((word) => !isEveryday(word)) ? reading : null
}

/** The second half: `frames` are those of the message, or the same with the names of the records in them. */
export function intentsOfMessage(
  message: MessageReading,
  context: ReadingContext,
  frames: readonly Frame[] = message.frames,
): IntentsReading {
  if (message.intents) return { intents: message.intents, isSure: message.isSure }
  const intents = frames.map((frame) => intentFor(frame, message, context))
  return { intents, isSure: message.isSure && intents.every(({ kind }) => kind !== 'unknown') }
}

function intentFor(frame: Frame, message: MessageReading, context: ReadingContext): Intent {
  const { text, sentence, frames, isSure, isUnindexed } = message
  const unknown = (hint: string | null): Intent => ({ kind: 'unknown', text, hint })
  const times = readTimesIn(sentence.text, context)
  if (frame.label === 'schedule') {
    const rest = afterScheduleHead(sentence.tokens)
    // "book it": that is a button's business.
    if (isNobody(frame) && sentence.tokens.some(({ word }) => ['it', 'this', 'that'].includes(word)))
      return unknown(hints.confirm)
    const bySyntax = rest !== null && frames.length === 1 ? readSchedule(sentence.text, rest, times) : null
    if (bySyntax && isUnindexed) return bySyntax
    // "schedule mark with acme": whoever is called like an everyday word and is not in the records.
    if (frame.candidate === null && !frame.isThread && bySyntax?.kind === 'schedule' && isGivenName(bySyntax.candidate))
      return intentFor({ ...frame, candidate: bySyntax.candidate }, message, context)
  }
  if (frame.scope === 'all' && ['cancel', 'postpone', 'reschedule', 'nudge'].includes(frame.label))
    return unknown(hints.all)
  if (frame.label === 'smalltalk' && tokenise(text).tokens.some(({ word }) => thanks.has(word)))
    return { kind: 'thanks' }
  if (frame.label === 'oos') return isSure ? { kind: 'outOfScope', text } : unknown(null)
  if (frame.label === 'give_availability' && sentence.tokens.some(({ word }) => hedges.has(word)))
    return unknown(hints.noTimes)
  if (frame.label === 'reschedule' && frames.length === 1 && isRefusalOfTimes(frame, sentence))
    return unknown(hints.notFree)
  const wishes = readScheduleWishes(sentence.text, sentence.tokens, times)
  const intent = intentOfFrame(frame, context, { wishes, listFilter: readListFilter(sentence.tokens) })
  if (intent) return intent
  if (frame.label === 'give_availability') return unknown(isNobody(frame) ? hints.ownTimes : hints.noTimes)
  return unknown(null)
}

const thanks = new Set(
  'thanks thank thx ty cheers ta appreciate appreciated great perfect awesome brilliant lovely nice cool amazing bye goodbye'.split(
    ' ',
  ),
)
function isGivenName(written: string | null): boolean {
  return written !== null && isListedName(foldName(written.split(' ')[0] ?? ''))
}

const hedges = new Set(['maybe', 'perhaps', 'possibly', 'might', 'probably', 'hopefully', 'likely', 'tentatively'])

function isNobody(frame: Frame): boolean {
  return (
    frame.candidate === null &&
    frame.client === null &&
    frame.contacts.length === 0 &&
    frame.job === null &&
    !frame.isThread
  )
}

/** "?" and nothing else. */
function readsAsHelp({ tokens }: Sentence): boolean {
  return tokens.length > 0 && tokens.every(({ word }) => word === '?')
}

const moves = new Set([
  'move',
  'reschedule',
  'another',
  'instead',
  'new',
  'longer',
  'anymore',
  'shift',
  'different',
  'push',
  'change',
  'find',
  'interview',
])

/** "Acme can't do Tue 2-4": a time that was never agreed cannot be moved; what is missing is when they can. */
function isRefusalOfTimes(frame: Frame, { tokens }: Sentence): boolean {
  return (
    frame.contacts.length === 0 &&
    tokens.some(({ word }) => ["can't", 'cannot', 'cant'].includes(word)) &&
    !tokens.some(({ word }) => moves.has(word))
  )
}
