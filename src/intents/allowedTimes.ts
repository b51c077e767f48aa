import { foldName } from '../domain/names.ts'
import { type WordHours, wordHoursSchema } from '../domain/wordHours.ts'

/** What words restrict a request to: ISO weekdays and minutes after midnight; null where they say nothing. */
export interface AllowedReading {
  /** Days that remain. */
  weekdays: number[] | null
  startsMinute: number | null
  endsMinute: number | null
  /** Whether days are named as a rule ("Fridays", "not on Friday") rather than as one date. */
  isRule: boolean
  /** Whether every word was understood. */
  isWhole: boolean
}

const dayWords = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const dayPattern =
  /^(mon|monday|tue|tues|tuesday|wed|weds|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday)(s?)$/
const groups: Readonly<Record<string, readonly number[]>> = {
  weekday: [1, 2, 3, 4, 5],
  weekdays: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  weekends: [6, 7],
}
const partNames: Readonly<Record<string, 'morning' | 'afternoon' | 'evening'>> = {
  morning: 'morning',
  mornings: 'morning',
  am: 'morning',
  afternoon: 'afternoon',
  afternoons: 'afternoon',
  pm: 'afternoon',
  evening: 'evening',
  evenings: 'evening',
}
const negations = new Set('no not nothing never none avoid except without excluding skip cant cannot dont'.split(' '))
const starts = new Set('after from since later past'.split(' '))
const ends = new Set('before until till by til earlier'.split(' '))
const fillers = new Set(
  'only just on in the at and or but than please always any anything time times day days one ones this it for keep make to offer anytime a an pls ok okay interviews interview slots slot works work with do does can be should all of'.split(
    ' ',
  ),
)
const wordCountMax = 40

/** "Any time works", "whenever": takes restrictions back. */
export function liftsRestrictions(text: string): boolean {
  return /^(at )?(any ?time|any day|whenever|no restrictions?|all (days|times)|any (days|times|hours))\b/.test(
    foldName(text.slice(0, 200)),
  )
}

interface State {
  days: Set<number>
  excluded: Set<number>
  startsMinute: number | null
  endsMinute: number | null
  isRule: boolean
  isWhole: boolean
}

/** Reads "only mornings", "nothing on Fridays", "Tue or Thu after 3pm", "between 9 and 12"; null when nothing of it is a restriction. `workdays`: what days are taken from; `hours`: what "morning" means. */
export function readAllowedTimes(
  text: string,
  workdays: readonly number[],
  hours: WordHours = wordHoursSchema.parse({}),
): AllowedReading | null {
  const words = splitWords(text)
  const state: State = {
    days: new Set(),
    excluded: new Set(),
    startsMinute: null,
    endsMinute: null,
    isRule: words.includes('only') || words.includes('just'),
    isWhole: true,
  }
  let isNegated = false
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    if (negations.has(word)) {
      isNegated = true
      at += 1
      continue
    }
    const read =
      readDays(words, at, isNegated, state) ||
      readPart(word, isNegated, state, hours) ||
      readHours(words, at, isNegated, state)
    if (read === 0 && !fillers.has(word)) state.isWhole = false
    if (word === 'but') isNegated = false
    at += Math.max(1, read)
  }
  return conclude(state, workdays)
}

function splitWords(text: string): string[] {
  const spaced = text
    .slice(0, 600)
    .toLowerCase()
    .replace(/(\d)[.:h](\d\d)(?!\d)/g, '$1c$2')
    .replace(/(\d)\s*(am|pm|a\.m\.|p\.m\.)/g, (_, digit: string, half: string) => `${digit}${half.replaceAll('.', '')}`)
    .replace(/\s*[-–—]\s*/g, ' to ')
  return foldName(spaced).split(' ').filter(Boolean).slice(0, wordCountMax)
}

function dayOf(word: string | undefined): { day: number; isPlural: boolean } | null {
  const match = dayPattern.exec(word ?? '')
  if (!match) return null
  const [, name = ''] = match
  return {
    day: dayWords.findIndex((one) => name.startsWith(one)) + 1,
    isPlural: match[2] === 's' && !['tue', 'wed', 'thur'].includes(name),
  }
}

/** @returns how many words it took */
function readDays(words: readonly string[], at: number, isNegated: boolean, state: State): number {
  const word = words[at] ?? ''
  const into = isNegated ? state.excluded : state.days
  const group = groups[word]
  if (group) {
    for (const day of group) into.add(day)
    state.isRule = true
    return 1
  }
  const first = dayOf(word)
  if (!first) return 0
  into.add(first.day)
  if (first.isPlural || isNegated) state.isRule = true
  const last = ['to', 'through', 'thru'].includes(words[at + 1] ?? '') ? dayOf(words[at + 2]) : null
  if (!last) return 1
  for (let day = first.day; day <= last.day; day++) into.add(day)
  return 3
}

/** A morning is all that lies before its end, an afternoon or an evening all that lies after its beginning. */
function readPart(word: string, isNegated: boolean, state: State, hours: WordHours): number {
  const name = partNames[word]
  if (!name) return 0
  const isMorning = name === 'morning'
  const bound = isMorning ? hours.morning.toMinute : hours[name].fromMinute
  const [from, to] = isMorning === isNegated ? [bound, null] : [null, bound]
  if (from !== null) state.startsMinute = from
  if (to !== null) state.endsMinute = to
  return 1
}

function readHours(words: readonly string[], at: number, isNegated: boolean, state: State): number {
  const word = words[at] ?? ''
  const second = words[at + 1] === 'than' ? words[at + 2] : words[at + 1]
  const length = words[at + 1] === 'than' ? 3 : 2
  if (word === 'between' || clockOf(word) !== null) return readRange(words, word === 'between' ? at + 1 : at, state, at)
  const minute = clockOf(second)
  if (minute === null) return 0
  const range = starts.has(word) ? readRange(words, at + length - 1, state, at) : 0
  if (range > 0) return range
  // "not before 10" begins at 10 as "after 10" does.
  if (starts.has(word) !== ends.has(word)) {
    if (starts.has(word) !== isNegated) state.startsMinute = minute
    else state.endsMinute = minute
    return length
  }
  return 0
}

/** "9 to 12", "2pm and 5pm" from `at` on. */
function readRange(words: readonly string[], at: number, state: State, beganAt: number): number {
  const [from, joint, to] = [words[at], words[at + 1] ?? '', words[at + 2]]
  if (!['to', 'and', 'until', 'till'].includes(joint)) return 0
  const ending = clockOf(to)
  // "9 to 5": the bare hours are those of a working day.
  const starting = clockOf(from, ending !== null && /pm$/.test(to ?? '') && !/[ap]m$/.test(from ?? '') ? to : undefined)
  if (starting === null || ending === null || ending <= starting) return 0
  state.startsMinute = starting
  state.endsMinute = ending
  return at + 3 - beganAt
}

/** A clock time as minutes after midnight; a bare 1 to 7 is in the afternoon, as nobody interviews at night. */
function clockOf(word: string | undefined, beside?: string): number | null {
  if (word === 'noon' || word === 'midday') return 720
  if (word === 'lunch') return 780
  const match = /^(\d{1,2})(?:c(\d\d))?(am|pm)?$/.exec(word ?? '')
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  if (hour > 24 || minute > 59) return null
  const isBare = match[3] === undefined
  const isLate = match[3] === 'pm' || (isBare && hour >= 1 && hour <= 7)
  const full = match[3] === 'am' && hour === 12 ? 0 : isLate && hour < 12 ? hour + 12 : hour
  const value = full * 60 + minute
  const other = beside === undefined ? null : clockOf(beside)
  return other !== null && isBare && value + 720 < other && hour <= 7 ? value + 720 : Math.min(value, 1440)
}

function conclude(state: State, workdays: readonly number[]): AllowedReading | null {
  const { days, excluded, startsMinute, endsMinute, isRule, isWhole } = state
  if (days.size === 0 && excluded.size === 0 && startsMinute === null && endsMinute === null) return null
  const base = days.size > 0 ? [...days] : workdays
  const weekdays =
    days.size === 0 && excluded.size === 0 ? null : base.filter((day) => !excluded.has(day)).sort((a, b) => a - b)
  if (weekdays?.length === 0) return null
  if (startsMinute !== null && endsMinute !== null && endsMinute <= startsMinute) return null
  return { weekdays, startsMinute, endsMinute, isRule, isWhole }
}
