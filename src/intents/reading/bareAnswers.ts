import { emptyFrame } from '../emptyFrame.ts'
import type { Frame } from '../frame.ts'
import type { ThreadContext, ThreadOption } from '../thread.ts'
import { readLabels } from './labels.ts'
import { optionsIn } from './options.ts'
import { sortNames } from './people.ts'
import { readMood } from './readMood.ts'
import { findReason, spellSigns } from './reasons.ts'
import type { Sign } from './signs.ts'
import { readWhen } from './whenWords.ts'

/** An answer, and what is asked for beside it. */
export interface Answer {
  frames: Frame[]
  rest: readonly Sign[]
}

/** Reads a message as the answer to what is open in its thread; null when it is something else. "The second, and book Ida with Acme" goes on. */
export function readAnswer(text: string, signs: readonly Sign[], thread: ThreadContext): Answer | null {
  if (thread.awaits === 'approval')
    for (const [at, { word }] of signs.entries()) {
      if (at === 0 || !furtherJoints.has(word)) continue
      const rest = signs.slice(at + 1)
      const [top] = readLabels(rest).readings
      if (!top || !commanding.has(top.label) || top.weight < 7 || top.from > 2 || !hasNewName(rest, thread)) continue
      const frames = readOnlyAnswer(text, signs.slice(0, at), thread)
      if (frames) return { frames, rest }
    }
  const frames = readOnlyAnswer(text, signs, thread)
  return frames && { frames, rest: [] }
}

const furtherJoints = new Set(['and', 'then', 'also', '.', ',', ';', '!', '-', 'but', 'plus'])

function readOnlyAnswer(text: string, signs: readonly Sign[], thread: ThreadContext): Frame[] | null {
  // "did you cancel it already?" asks, and answers nothing.
  const mood = readMood(signs)
  if (mood === 'asked' || mood === 'doubted') return null
  const words = signs.filter(({ kind }) => kind !== 'mark')
  if (thread.awaits === 'confirmation') return readYesOrNo(signs, thread)
  if (thread.awaits === 'approval') return readChoice(text, signs, thread)
  if (thread.awaits === 'answer') return readDetail(text, signs, words, thread)
  // A bare number or "the second" picks one of the answers that were offered.
  const isBare =
    words.length > 0 && words.length <= 4 && words.every(({ keys, word }) => keys.has('NUMBER') || pickWords.has(word))
  const picked = isBare ? optionsIn(text, signs, thread.options) : []
  return picked.length > 0 ? [{ ...emptyFrame('approve'), options: picked }] : null
}

const pickWords = new Set(['the', 'option', 'number', 'one', 'please', 'no', 'take', 'or', 'and'])

/** Orders that are no answer, however short. */
const commanding = new Set([
  'schedule',
  'status',
  'who_is',
  'list',
  'nudge',
  'move_stage',
  'note',
  'briefing',
  'setting',
  'connect',
  'feedback',
  'share_link',
  'find_slots',
  'collect_availability',
  'help',
  'no_show',
  'postpone',
  'reschedule',
])

/** "leave Ida where she is" asks nothing. */
const shown = new Set(['status', 'who_is', 'list', 'find_slots'])

function readYesOrNo(signs: readonly Sign[], thread: ThreadContext): Frame[] | null {
  const { readings } = readLabels(signs)
  const yes = readings.find(({ label }) => label === 'confirm')
  const no = readings.find(({ label }) => label === 'deny')
  const hasName = signs.some(({ mention }) => mention !== null)
  const other = readings.find(({ label }) => commanding.has(label))
  const isAside = no !== undefined && other !== undefined && no.from < other.from && shown.has(other.label)
  if (hasName && other && !isAside) return null
  // "yes, and cancel Ivo's as well"
  const further = readings.find(({ label, weight }) => weight >= 7 && !['confirm', 'deny', 'smalltalk'].includes(label))
  if (yes && further && hasNewName(signs, thread)) return null
  if (no && (!yes || no.from <= yes.from)) return [emptyFrame('deny')]
  if (yes && !(other && other.weight > 7 && other.from > yes.to)) return [emptyFrame('confirm')]
  // Saying again what is asked about is a yes; undoing or leaving is a no.
  if (readLabels(signs).isNegated) return [emptyFrame('deny')]
  const [top] = readings
  if (top && ['cancel', 'approve'].includes(top.label) && !hasName) return [emptyFrame('confirm')]
  if (top && ['undo'].includes(top.label)) return [emptyFrame('deny')]
  return null
}

const refusals = new Set([
  "can't",
  'cannot',
  'cant',
  "won't",
  'none',
  'neither',
  'not',
  "doesn't",
  "don't",
  'no',
  'nope',
  'unfortunately',
  "couldn't",
  'clash',
  'conflict',
  'wrong',
  'wont',
  'dont',
  'doesnt',
  'hate',
  'hates',
])

function readChoice(text: string, signs: readonly Sign[], thread: ThreadContext): Frame[] | null {
  const { readings } = readLabels(signs)
  const options = optionsIn(text, signs, thread.options)
  const isRefusing = signs.some(({ word, mention }) => mention === null && refusals.has(word))
  const top = readings.find(({ label }) => commanding.has(label) || label === 'update' || label === 'cancel')
  const declines = readings.find(({ label }) => label === 'decline' || label === 'deny')
  const isAll =
    signs.some(({ word }) => ['any', 'all', 'either', 'both', 'whichever'].includes(word)) &&
    !isRefusing &&
    signs.length <= 8
  const isVerbal = signs.some(({ keys }) => keys.has('@refuse'))
  if (declines && (options.length === 0 || ((isRefusing || isVerbal) && declines.weight >= 9)))
    return [declined(text, signs)]
  // "lunch on Tuesday?" chooses no Tuesday.
  if (readings.some(({ label, weight }) => label === 'oos' && weight >= 10) || !isChoosingWords(signs)) return null
  if (top && top.weight >= 8 && (options.length === 0 || hasNewName(signs, thread))) return null
  if (options.length > 0 && !isRefusing) return [approved(options)]
  const kept = options.length > 0 ? keptOptions(text, signs, thread) : []
  if (kept.length > 0) return [approved(kept)]
  if (options.length > 0) {
    const rest = thread.options.map(({ number }) => number).filter((number) => !options.includes(number))
    // "Not 2", with two others left, is no choice yet.
    return rest.length === 1 && /\bbut\b|\bonly\b/.test(text.toLowerCase()) ? [approved(rest)] : [declined(text, signs)]
  }
  if (
    isAll &&
    thread.options.length > 0 &&
    readings.every(({ label }) =>
      ['approve', 'confirm', 'smalltalk', 'give_availability', 'schedule', 'find_slots'].includes(label),
    )
  )
    return [
      approved(
        signs.some(({ word }) => word === 'both')
          ? thread.options.slice(0, 2).map(({ number }) => number)
          : thread.options.map(({ number }) => number),
      ),
    ]
  const yes = readings.find(({ label }) => label === 'confirm' || label === 'approve')
  if (yes) return [approved(thread.options.length === 1 ? thread.options.map(({ number }) => number) : [])]
  return null
}

const choosing = new Set(
  'yes yep ok okay please pls go best good fine great grand perfect lets let prefer better only not none no neither can do does any all either both whichever one option slot'.split(
    ' ',
  ),
)
const choosingClasses = ['@work', '@approve', '@refuse', '@sched', '@free', '@not', '@want']
const plainWordsMax = 3

/** A day that is named in passing is no choice: something has to be said about it, or little else. */
function isChoosingWords(signs: readonly Sign[]): boolean {
  const words = signs.filter(({ kind, mention }) => kind === 'word' && mention === null)
  if (words.length <= plainWordsMax || signs.some(({ keys }) => keys.has('NUMBER'))) return true
  return words.some(({ word, keys }) => choosing.has(word) || choosingClasses.some((key) => keys.has(key)))
}

/** "not Monday, Wednesday", "1 clashes but 3 is fine": what is chosen beside what is refused. */
function keptOptions(text: string, signs: readonly Sign[], thread: ThreadContext): number[] {
  const parts: Sign[][] = [[]]
  for (const sign of signs)
    if ((sign.kind === 'mark' && [',', ';', '.', '-'].includes(sign.word)) || sign.word === 'but') parts.push([])
    else parts.at(-1)?.push(sign)
  const isRefused = (part: readonly Sign[]): boolean => part.some(({ word }) => refusals.has(word) || word === 'too')
  const offered = parts.filter((part) => !isRefused(part))
  const refused = parts.filter(isRefused).flatMap((part) => optionsIn(text, part, thread.options))
  const kept = offered.flatMap((part) => optionsIn(text, part, thread.options))
  return refused.length > 0 ? kept.filter((option) => !refused.includes(option)) : []
}

function hasNewName(signs: readonly Sign[], thread: ThreadContext): boolean {
  return signs.some(({ mention }) => mention?.people.some(({ id }) => id !== thread.candidateId) === true)
}

function approved(options: readonly number[]): Frame {
  return { ...emptyFrame('approve'), isThread: true, options: [...options] }
}

function declined(text: string, signs: readonly Sign[]): Frame {
  const reason = findReason(signs, 1, true)
  return {
    ...emptyFrame('decline'),
    isThread: true,
    note: reason ? spellSigns(text, signs.slice(reason.from)) || null : null,
  }
}

/** "30 mins", "iOS", "the second": the detail the bot asked for. */
function readDetail(
  text: string,
  signs: readonly Sign[],
  words: readonly Sign[],
  thread: ThreadContext,
): Frame[] | null {
  if (words.length > 9) return null
  const { readings } = readLabels(signs)
  const top = readings.find(({ label }) => commanding.has(label) && label !== 'schedule')
  const named = sortNames(signs)
  const frame: Frame = { ...emptyFrame('update'), isThread: true }
  if (thread.options.length > 0) {
    const numbers = optionsIn(text, signs, thread.options)
    const byName = thread.options.filter((option) => option.id !== null && isNamedBy(option, named, text, signs))
    const [only, ...more] =
      numbers.length > 0 ? thread.options.filter(({ number }) => numbers.includes(number)) : byName
    if (only && more.length === 0)
      return [{ ...frame, options: [only.number], candidate: thread.question === 'candidate' ? only.words : null }]
    if (only && numbers.length > 0) return [{ ...frame, options: numbers }]
  }
  const minutes = signs.find(({ kind }) => kind === 'length')?.minutes ?? bareMinutes(thread, words)
  if (top && top.weight >= 8) return null
  const mode = signs.find(({ mode: one }) => one !== null)?.mode ?? null
  if (thread.question === 'duration' && minutes !== null) return [{ ...frame, durationMinutes: minutes, mode }]
  if (thread.question === 'mode' && mode) return [{ ...frame, mode }]
  if (thread.question === 'when') {
    const when = readWhen(text, signs)
    if (when) return [{ ...frame, when }]
  }
  if (thread.question === 'client' && named.clients[0]) return [{ ...frame, client: named.clients[0].words }]
  if (thread.question === 'job' && named.jobs[0]) return [{ ...frame, job: named.jobs[0].words }]
  if (thread.question === 'candidate' && named.candidates[0])
    return [{ ...frame, candidate: named.candidates[0].words }]
  if (thread.question === 'contact' && named.contacts.length > 0)
    return [{ ...frame, added: named.contacts.map((mention) => mention.words) }]
  return null
}

/** "45" when a length was asked for. */
function bareMinutes(thread: ThreadContext, words: readonly Sign[]): number | null {
  if (thread.question !== 'duration') return null
  const number = words.find(({ kind }) => kind === 'number')
  const value = number ? Number(number.word) : Number.NaN
  if (Number.isInteger(value) && value >= 10 && value <= 480) return value
  const spelled: Readonly<Record<string, number>> = {
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    sixty: 60,
    ninety: 90,
    hour: 60,
  }
  if (words.some(({ word }) => word === 'forty') && words.some(({ word }) => word === 'five')) return 45
  return words.map(({ word }) => spelled[word]).find((minutes) => minutes !== undefined) ?? null
}

function isNamedBy(
  option: ThreadOption,
  named: ReturnType<typeof sortNames>,
  text: string,
  signs: readonly Sign[],
): boolean {
  const shown = option.words.toLowerCase()
  const names = [...named.clients, ...named.jobs].map(({ words }) => words.toLowerCase())
  if (names.length > 0) return names.every((name) => shown.includes(name))
  const said = signs
    .filter(
      ({ kind, word }) =>
        kind === 'word' &&
        ![
          'the',
          'one',
          'at',
          'for',
          'from',
          'please',
          'role',
          'guy',
          'person',
          'candidate',
          'i',
          'mean',
          'meant',
        ].includes(word),
    )
    .map((sign) => text.slice(sign.from, sign.to).toLowerCase())
  return said.length > 0 && said.every((word) => shown.split(/\W+/).includes(word))
}
