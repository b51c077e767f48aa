import type { Frame } from '../frame.ts'
import { spellSigns } from './reasons.ts'
import type { Sign } from './signs.ts'
import { readWhen } from './whenWords.ts'

/** What is to be written down: behind the colon or "that", or what stands before "log it"; and whom it is about. */
export function readNote(text: string, signs: readonly Sign[], frame: Frame): Pick<Frame, 'note'> & Partial<Frame> {
  const none: Partial<Frame> = {
    when: null,
    mode: null,
    durationMinutes: null,
    client: null,
    job: null,
    stage: null,
    format: null,
    count: null,
  }
  const content = contentOf(signs)
  const candidate = firstPerson(signs, content) ?? (hasLead(signs, content, frame.candidate) ? frame.candidate : null)
  const note = spellSigns(text, content)
  const others = frame.contacts.filter(() => candidate === null)
  return { ...none, job: jobBeside(signs), contacts: others, candidate, note: note === '' ? null : note }
}

/** Somebody the records do not have is whom the note is about only where he stands before what it says. */
function hasLead(signs: readonly Sign[], content: readonly Sign[], words: string | null): boolean {
  return signs.some(
    (sign) => sign.mention?.words === words && (sign.mention?.kind !== 'unknown' || !content.includes(sign)),
  )
}

/** "Alex Kim (iOS)": the job tells which one is meant. */
function jobBeside(signs: readonly Sign[]): string | null {
  const at = signs.findIndex(({ mention }) => mention?.kind === 'person')
  const beside = at < 0 ? undefined : signs.slice(at + 1, at + 3).find(({ mention }) => mention?.kind === 'job')
  return beside?.mention?.words ?? null
}

function firstPerson(signs: readonly Sign[], content: readonly Sign[]): string | null {
  const sign = signs.find(
    (one) => one.mention?.kind === 'person' || (one.mention?.kind === 'unknown' && !content.includes(one)),
  )
  return sign?.mention && !sign.mention.people.every(({ kind }) => kind === 'contact')
    ? sign.mention.words
    : sign?.mention?.kind === 'unknown'
      ? sign.mention.words
      : null
}

const closers = new Set(
  'log record note file save store it this that down please in her his their file record profile notes ats on the to for'.split(
    ' ',
  ),
)
const noteWords = new Set(
  'note notes comment memo remark log record jot write down add make leave put drop file fyi the a an to on for that about against in under his her their please profile remember capture document store save this and saying attach stick pop ats s quick'.split(
    ' ',
  ),
)

function contentOf(signs: readonly Sign[]): readonly Sign[] {
  const colon = signs.findIndex(({ word, kind }) => kind === 'mark' && word === ':')
  if (colon >= 0 && colon < signs.length - 1) return signs.slice(colon + 1)
  // "..., log it": what stands before is to be kept.
  let end = signs.length
  while (end > 0 && (closers.has(signs[end - 1]?.word ?? '') || signs[end - 1]?.kind === 'mark')) end -= 1
  const tail = signs.slice(end).map(({ word }) => word)
  const isBehind =
    tail.some((word) => ['log', 'record', 'note', 'file', 'save', 'store', 'down'].includes(word)) && end > 2
  const body = isBehind ? signs.slice(0, end) : signs
  const dash = body.findIndex(
    ({ word, kind }, at) =>
      kind === 'mark' &&
      ['-', ','].includes(word) &&
      at > 0 &&
      body.slice(0, at).some(({ word: one, mention }) => mention !== null || noteWords.has(one)),
  )
  const isLead =
    dash > 0 &&
    body.slice(0, dash).every(({ word, mention, kind }) => mention !== null || kind === 'mark' || noteWords.has(word))
  const rest = isLead && dash < body.length - 1 ? body.slice(dash + 1) : body
  let from = 0
  while (from < rest.length - 1 && isNoteLead(rest, from)) from += 1
  return rest.slice(from)
}

function isNoteLead(signs: readonly Sign[], at: number): boolean {
  const sign = signs[at]
  if (!sign) return false
  if (sign.mention?.kind === 'person' || sign.mention?.kind === 'unknown') {
    // "is", "was" behind the name are joints, not content.
    return true
  }
  return sign.kind === 'mark' || noteWords.has(sign.word) || ["'s", 'is', 'he', 'she'].includes(sign.word)
}

const digests = new Map([
  ['briefing', 'briefing'],
  ['briefings', 'briefing'],
  ['brief', 'briefing'],
  ['digest', 'digest'],
  ['digests', 'digest'],
  ['summary', 'summary'],
  ['summaries', 'summary'],
  ['reminder', 'reminders'],
  ['reminders', 'reminders'],
  ['notification', 'notifications'],
  ['notifications', 'notifications'],
  ['report', 'report'],
  ['reports', 'report'],
  ['recap', 'recap'],
  ['alerts', 'alerts'],
  ['nudges', 'nudges'],
  ['newsletter', 'newsletter'],
  ['newsletters', 'newsletter'],
  ['emails', 'emails'],
])
const offWords = new Set(
  "stop off disable mute end unsubscribe no not never quit don't dont pause cancel kill without cease halt drop".split(
    ' ',
  ),
)
const onWords = new Set('on enable start resume activate unmute restart want again'.split(' '))

const fillers = new Set(
  'my our the a an to with up in into please connect link hook integrate sync plug set integration account connection and parley you can could i want would like'.split(
    ' ',
  ),
)

const pageWords = new Set(['settings', 'setting', 'preferences', 'defaults', 'config', 'configuration', 'configure'])
const pageVerbs = new Set(
  'show open change edit see me adjust view go update set where are ? working hours hour'.split(' '),
)

/** The setting wanted, in a short form: "default duration 30 minutes", "briefing at 8am", "weekly summary off". */
export function readSetting(text: string, signs: readonly Sign[]): string | null {
  const words = signs.map(({ word }) => word)
  if (
    words.some((word) => pageWords.has(word)) &&
    words.every((word) => pageWords.has(word) || fillers.has(word) || pageVerbs.has(word))
  )
    return null
  const minutes = signs.find(({ kind, minutes: length }) => kind === 'length' && length !== null)?.minutes
  const digestAt = words.findIndex((word) => digests.has(word))
  if (digestAt >= 0) {
    const noun = digests.get(words[digestAt] ?? '') ?? ''
    const kind =
      words.find((word) => ['weekly', 'daily', 'monthly', 'morning', 'evening'].includes(word)) ??
      words.find((word) => ['email', 'slack'].includes(word))
    const name = kind && kind !== 'daily' && kind !== 'morning' ? `${kind} ${noun}` : noun
    const isOff = words.some((word) => offWords.has(word))
    const when = clockWords(text, signs)
    if (isOff) return `${kind && kind !== noun ? `${kind} ` : ''}${noun} off`
    if (minutes !== undefined && minutes !== null) return `${name} ${minutes} minutes before`
    if (when) return `${name} at ${when}`
    return words.some((word) => onWords.has(word)) ? `${name} on` : name
  }
  if (minutes !== undefined && minutes !== null) {
    if (words.some((word) => ['buffer', 'gap', 'break', 'between', 'breathing', 'padding', 'breather'].includes(word)))
      return `buffer ${minutes} minutes`
    if (words.some((word) => ['remind', 'reminder', 'ping', 'alert', 'notify', 'nudge'].includes(word)))
      return `reminder ${minutes} minutes before`
    if (words.some((word) => ['notice', 'ahead', 'advance'].includes(word))) return `notice ${minutes} minutes`
    return `default duration ${minutes} minutes`
  }
  const mode = signs.find(({ mode: one }) => one !== null)?.mode
  if (mode && words.some((word) => ['default', 'always', 'standard', 'usual'].includes(word)))
    return `default ${spellSigns(text, signs.filter(({ mode: one }) => one !== null).slice(0, 1))}`
  if (words.some((word) => ['timezone', 'zone', 'tz', 'time-zone'].includes(word)))
    return `time zone ${zoneWords(text, signs)}`.trim()
  const when = readWhen(text, signs)
  if (words.includes('hours') && when) return `working hours ${when}`
  return spellSigns(text, signs)
}

function clockWords(text: string, signs: readonly Sign[]): string | null {
  const clock = signs.find(({ keys }) => keys.has('CLOCK'))
  if (!clock) return null
  const match = /\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm|a\.m\.?|p\.m\.?)?|noon|midday|midnight/i.exec(
    text.slice(clock.from, clock.to),
  )
  return match ? match[0].trim() : text.slice(clock.from, clock.to)
}

function zoneWords(text: string, signs: readonly Sign[]): string {
  const at = signs.findLastIndex(({ word }) => ['to', 'is', 'as', 'zone', 'timezone', 'tz', ':'].includes(word))
  return spellSigns(text, signs.slice(at + 1))
}

/** The system to connect, as written: "Google Calendar". */
export function readSystem(text: string, signs: readonly Sign[]): string | null {
  let best: [number, number] | null = null
  let from = -1
  for (let at = 0; at <= signs.length; at += 1) {
    const sign = signs[at]
    const isPart =
      sign !== undefined && (sign.keys.has('@system') || sign.mention?.kind === 'unknown') && !fillers.has(sign.word)
    if (isPart && from < 0) from = at
    if (!isPart && from >= 0) {
      if (!best || at - from > best[1] - best[0]) best = [from, at]
      from = -1
    }
  }
  return best ? spellSigns(text, signs.slice(best[0], best[1])) : null
}
