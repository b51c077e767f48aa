import type { Directory } from '../domain/directory.ts'
import { readDescription } from './describedPeople.ts'
import { emptyFrame } from './emptyFrame.ts'
import type { Frame, IntentLabel } from './frame.ts'
import { dropPoliteness } from './grammar.ts'
import type { ReadingContext } from './intent.ts'
import { readAnswer } from './reading/bareAnswers.ts'
import { type Clause, splitClauses } from './reading/clauses.ts'
import { readLabels } from './reading/labels.ts'
import { leanOn } from './reading/leanOn.ts'
import { limitLookups } from './reading/limitLookups.ts'
import { quotedTimes } from './reading/quotedTimes.ts'
import { readMood, tellsOfNothing } from './reading/readMood.ts'
import { cutEmbedded, sentenceLengthMax } from './reading/safety.ts'
import { seatPeople } from './reading/seatPeople.ts'
import { readSigns, type Sign } from './reading/signs.ts'
import { framesOf } from './reading/slots.ts'
import type { ThreadContext } from './thread.ts'
import { tokenise } from './tokens.ts'

export interface FrameReading {
  frames: Frame[]
  /** False when a better reader should be asked: nothing or little of the message was recognised, or two readings are close. */
  isSure: boolean
  /** A "not" stood before what was recognised, and nothing else was. */
  isNegated: boolean
}

/** From here on a cue says it plainly. */
const sureWeight = 6

/** Labels that change something, and so need somebody or something they are about. */
const acting = new Set<IntentLabel>([
  'schedule',
  'reschedule',
  'cancel',
  'postpone',
  'update',
  'collect_availability',
  'give_availability',
  'nudge',
  'move_stage',
  'approve',
  'decline',
  'feedback',
  'no_show',
  'note',
  'undo',
])

/**
 * Reads what a member's message asks for, in his own words: pure, about a millisecond, never throws. `thread` gives "it" and bare
 * answers their meaning; names are looked up only to find where they stand and what they are.
 */
export function readFrames(
  text: string,
  directory: Directory,
  thread: ThreadContext,
  context: ReadingContext,
): FrameReading {
  const own = readOwnFrames(text, directory, thread, context)
  const quoted = own.frames.some(({ label }) => label !== 'oos') ? null : quotedTimes(text)
  if (quoted === null) return own
  const told = readOwnFrames(quoted, directory, thread, context)
  return told.frames.length > 0 && told.frames.every(({ label }) => label === 'give_availability') ? told : own
}

function readOwnFrames(
  text: string,
  directory: Directory,
  thread: ThreadContext,
  context: ReadingContext,
): FrameReading {
  const known = limitLookups(directory)
  const nothing: FrameReading = { frames: [], isSure: false, isNegated: false }
  const { own } = cutEmbedded(text)
  if (own === '' || own.length > sentenceLengthMax) return nothing
  const sentence = tokenise(own)
  if (sentence.tokens.some(({ kind, word }) => kind === 'mention' && !word.startsWith('<@'))) return nothing
  // Whoever is addressed first is the bot.
  const addressed = sentence.tokens.findIndex(({ kind }) => kind !== 'mention')
  const whole = seatPeople(
    readSigns(sentence.text, sentence.tokens.slice(Math.max(0, addressed)), known, context),
    thread,
  )
  const answer = readAnswer(sentence.text, whole, thread)
  if (answer) {
    const further = answer.rest.length > 0 ? readWhole(sentence.text, answer.rest, directory, thread) : nothing
    return { frames: [...answer.frames, ...further.frames], isSure: true, isNegated: false }
  }
  const bare = bareYesOrNo(whole)
  if (bare) return { frames: [emptyFrame(bare)], isSure: true, isNegated: false }
  if (asksWhatCanBeDone(whole)) return { frames: [emptyFrame('help')], isSure: true, isNegated: false }
  if (isSocial(whole)) return { frames: [emptyFrame('smalltalk')], isSure: true, isNegated: false }
  const { tokens, wasGreeted } = dropPoliteness(sentence.tokens)
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last) {
    const wasPolite = wasGreeted || sentence.tokens.some(({ kind }) => kind === 'word')
    return wasPolite
      ? { frames: [emptyFrame('smalltalk')], isSure: true, isNegated: false }
      : readWhole(sentence.text, whole, directory, thread)
  }
  // The question mark that politeness took away tells a question from a statement.
  const kept = whole.filter(({ from, word }) => (from >= first.from && from < last.to) || word === '?')
  const reading = readWhole(sentence.text, kept, directory, thread)
  return reading.frames.length > 0 ? reading : readWhole(sentence.text, whole, directory, thread)
}

const bareWordCountMax = 5

/** "ok", "yes please", "no thank you": politeness would take them for nothing. */
function bareYesOrNo(signs: readonly Sign[]): 'confirm' | 'deny' | null {
  const words = signs.filter(({ kind, word }) => kind !== 'mark' || /\p{Emoji_Presentation}/u.test(word))
  if (
    words.length === 0 ||
    words.length > bareWordCountMax ||
    signs.some(({ mention, kind }) => mention !== null || kind === 'time')
  )
    return null
  const found = readLabels(signs).readings.filter(({ weight }) => weight >= 6)
  const [top] = found
  const label = found.find((one) => one.label === 'deny') ?? found.find((one) => one.label === 'confirm')
  if (!top || !label || found.some((one) => !['deny', 'confirm', 'smalltalk'].includes(one.label))) return null
  if (label.label === 'confirm' && found.some((one) => one.label === 'smalltalk')) return null
  return label.label === 'deny' ? 'deny' : 'confirm'
}

/** A greeting or thanks and nothing else. */
function isSocial(signs: readonly Sign[]): boolean {
  if (signs.some(({ mention }) => mention !== null)) return false
  const [top, next] = readLabels(signs).readings
  return top?.label === 'smalltalk' && (next === undefined || next.weight < 7)
}

/** "can you cancel interviews?" asks for nothing yet; without its polite beginning it would be an order. */
function asksWhatCanBeDone(signs: readonly Sign[]): boolean {
  const [top] = readLabels(signs).readings
  return top?.label === 'help' && top.weight >= 12
}

function readWhole(text: string, signs: readonly Sign[], directory: Directory, thread: ThreadContext): FrameReading {
  const clauses = splitClauses(signs, thread)
  const frames: Frame[] = []
  let weight = Number.POSITIVE_INFINITY
  for (const clause of withFallback(clauses, thread)) {
    if (!clause.reading) continue
    // Whatever follows an attempt to command the reader is not the writer's wish.
    if (clause.reading.label === 'oos' && isAttack(clause)) {
      frames.push(emptyFrame('oos'))
      break
    }
    const own = framesOf(text, clause)
    for (const frame of own) {
      if (clauses.length > 1 && passing.has(clause.reading.label) && !isAnswer(clause, clauses, thread)) continue
      if (thread.hasRequest && frame.scope === 'waiting' && !asksWho(clause)) frame.scope = null
      leanOn(frame, clause, frames, thread)
      if (!isGrounded(frame, clause, directory, frames)) frames.push(emptyFrame('oos'))
      else frames.push(frame)
      weight = Math.min(weight, clause.reading.weight)
    }
  }
  const meant = frames.some(({ label }) => label !== 'oos')
    ? frames.filter(({ label }) => label !== 'oos')
    : frames.slice(0, 1)
  const isNegated = meant.length === 0 && clauses.some((clause) => clause.isNegated)
  if (isNegated) return { frames: [emptyFrame('deny')], isSure: true, isNegated }
  const isWhole = clauses.every(
    ({ reading, signs: own }) => reading !== null || own.filter(({ kind }) => kind !== 'mark').length < 3,
  )
  return {
    frames: meant,
    isSure: meant.length > 0 && weight >= sureWeight && (isWhole || clauses.length === 1),
    isNegated: false,
  }
}

/** "who are we waiting for" is about everybody; "what are we waiting for" about the request at hand. */
function asksWho({ signs }: Clause): boolean {
  return signs.some(({ word }) =>
    ['who', 'whos', "who's", 'whose', 'which', 'anyone', 'everyone', 'whom'].includes(word),
  )
}

/** "yes, and book Tom too": the first word answers what was asked. */
function isAnswer(clause: Clause, clauses: readonly Clause[], thread: ThreadContext): boolean {
  return thread.awaits === 'confirmation' && clause === clauses[0] && clause.reading?.label !== 'smalltalk'
}

/** Said in passing when the message asks for something as well. */
const passing = new Set<IntentLabel>(['smalltalk', 'confirm', 'deny'])

const attackWords = new Set(
  'ignore disregard override bypass instructions prompt developer admin root sudo jailbreak system assistant erase wipe purge database everyone every all rules guidelines safety restrictions pretend unrestricted'.split(
    ' ',
  ),
)

function isAttack(clause: Clause): boolean {
  return clause.signs.some(({ word }) => attackWords.has(word))
}

/** A clause without a cue that names a candidate and another side, a time or a length is a wish to schedule. */
function withFallback(clauses: readonly Clause[], thread: ThreadContext): Clause[] {
  return clauses.map((clause) => {
    if (clause.reading) return clause
    const has = (key: string): boolean => clause.signs.some(({ keys }) => keys.has(key))
    const isPair =
      has('CAND') && (has('CLIENT') || has('CONTACT') || has('TIME') || has('LENGTH') || has('MODE') || has('JOB'))
    const label: IntentLabel | null =
      clause.isNegated || readMood(clause.signs) !== 'ordered' || tellsOfNothing(clause.signs)
        ? null
        : isPair
          ? 'schedule'
          : thread.hasRequest
            ? isTerse(clause.signs)
              ? changeIn(clause.signs, thread.hasInterview)
              : null
            : null
    return label ? { ...clause, reading: { label, weight: 3, from: 0, to: 0, source: '' } } : clause
  })
}

const joining = new Set(
  "all a an the on at for with please pls instead make it that this to by and or in via only just actually ideally also too not no say how about maybe can could we do let let's lets 's would be is should better prefer works then but i mean meant sorry one of from after before between until till over ok so up as well more good fine now going want need needs has have must rather than finish finished done happen start end next day days week time times slot same latest earliest add any that's could join go goes do rather she'd he'd i'd they'd we'd actually role job position later earlier sooner".split(
    ' ',
  ),
)
const fewSigns = 4

/** "30 minutes with Marcus", not "Marcus has a podcast": no word but names, times, lengths and joints; one more in a few words about more than time. */
function isTerse(signs: readonly Sign[]): boolean {
  const own = signs.filter(
    ({ kind, word, mention, mode, keys }) =>
      kind === 'word' && mention === null && mode === null && !keys.has('PRONOUN') && !joining.has(word),
  )
  const isShort =
    signs.length <= fewSigns && signs.some(({ kind, mode }) => kind === 'name' || kind === 'length' || mode)
  return own.length <= (isShort ? 1 : 0)
}

/** In a request's thread a bare length, mode, person, job or client changes it. */
function changeIn(signs: readonly Sign[], hasInterview: boolean): IntentLabel | null {
  const has = (key: string): boolean => signs.some(({ keys }) => keys.has(key))
  if (has('LENGTH') || has('MODE') || has('CONTACT') || has('JOB') || has('CLIENT')) return 'update'
  return has('TIME') ? (hasInterview ? 'reschedule' : 'update') : null
}

const interviewWords = new Set(['interview', 'interviews', 'loop', 'panel', 'screening', 'screen'])
const openingWordsMax = 7

/** "set up an interview": who comes is asked next. */
function isOpeningOnly({ signs, reading }: Clause): boolean {
  return (
    (reading?.weight ?? 0) >= 7 &&
    signs.length <= openingWordsMax &&
    signs.every(({ mention }) => mention === null) &&
    signs.some(({ word }) => interviewWords.has(word))
  )
}

/** Nothing is done about nobody: an action needs a name of the records, or the thread's request. */
function isGrounded(frame: Frame, clause: Clause, directory: Directory, before: readonly Frame[]): boolean {
  if (!acting.has(frame.label)) return true
  if (frame.isThread || frame.scope !== null) return true
  if (frame.label === 'undo') return true
  if ((frame.label === 'approve' || frame.label === 'decline') && directory.isEmpty) return true
  if (frame.label === 'schedule' && isOpeningOnly(clause)) return true
  const mentions = clause.signs.flatMap(({ mention }) => (mention ? [mention] : []))
  if (directory.isEmpty) return mentions.length > 0 || (clause.reading?.weight ?? 0) >= 7
  const isInherited =
    (frame.candidate !== null && before.some(({ candidate }) => candidate === frame.candidate)) ||
    frame.contacts.some((words) => before.some(({ contacts }) => contacts.includes(words)))
  // Somebody unknown has to be written like a name.
  const isNamed = mentions.some(({ kind, words }) => (kind === 'unknown' ? /\p{Lu}/u.test(words) : kind !== 'job'))
  return isInherited || isNamed || (frame.candidate !== null && readDescription(frame.candidate) !== null)
}
