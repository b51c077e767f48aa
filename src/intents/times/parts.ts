import type { DayPart, MinuteSpan } from './conventions.ts'
import { afterHyphen, type ClockSpan, type Found, matchWords, type Reading, wordAt } from './reading.ts'

const partWords: ReadonlyMap<string, DayPart> = new Map([
  ['morning', 'morning'],
  ['mornings', 'morning'],
  ['afternoon', 'afternoon'],
  ['afternoons', 'afternoon'],
  ['evening', 'evening'],
  ['evenings', 'evening'],
  ['eve', 'evening'],
  ['night', 'night'],
  ['nights', 'night'],
  ['nighttime', 'night'],
  ['daytime', 'daytime'],
  ['lunchtime', 'lunch'],
  ['lunch', 'lunch'],
  ['lunchbreak', 'lunch'],
  ['breakfast', 'breakfast'],
  ['dinner', 'dinner'],
  ['dinnertime', 'dinner'],
  ['supper', 'dinner'],
  ['brunch', 'lunch'],
  ['dawn', 'morning'],
])
/** A meal is a time only behind one of these. */
const meals = new Set(['lunch', 'breakfast', 'dinner', 'supper', 'brunch', 'dawn'])
const mealPrepositions = new Set(['at', 'over', 'around', 'during', 'after', 'before', 'by', 'until', 'past', 'post'])

export const partStarts: readonly string[] = [
  ...partWords.keys(),
  'midmorning',
  'midafternoon',
  'midevening',
  'first',
  'business',
  'working',
  'office',
  'work',
  'normal',
  'regular',
  'usual',
  'during',
]

export interface PartFound {
  name: DayPart
  clock: ClockSpan
  isPlural: boolean
}

export function partClock(span: MinuteSpan, name: string, isConvention = true): ClockSpan {
  return {
    from: span.fromMinute,
    to: span.toMinute,
    hasMeridiem: true,
    isBare: false,
    part: name,
    isConvention,
    zone: null,
  }
}

type Edge = 'early' | 'late' | 'mid' | null

const edges: readonly (readonly [readonly string[], Edge])[] = [
  [['early'], 'early'],
  [['earlier'], 'early'],
  [['late'], 'late'],
  [['later'], 'late'],
  [['mid'], 'mid'],
  [['middle', 'of'], 'mid'],
  [['early', 'in'], 'early'],
  [['early', 'hours', 'of'], 'early'],
  [['early', 'hours', 'in'], 'early'],
  [['later', 'in'], 'late'],
  [['late', 'in'], 'late'],
  [['end', 'of'], 'late'],
  [['beginning', 'of'], 'early'],
  [['start', 'of'], 'early'],
]

/** "late", "early in the", "mid-": where in a part of day. */
function readEdge(reading: Reading, at: number): { edge: Edge; next: number } {
  let best: { edge: Edge; next: number } = { edge: null, next: at }
  const word = wordAt(reading, at)
  for (const [words, edge] of edges) {
    const next = words[0] === word ? matchWords(reading, at, words) : null
    if (next !== null && next > best.next) best = { edge, next }
  }
  return { edge: best.edge, next: best.edge === null ? at : afterHyphen(reading, best.next) }
}

const articles = new Set(['the', 'my', 'your', 'our'])

/** "morning", "in the late evening", "at lunchtime", "first thing in the morning", "mid-morning", "business hours". */
export function readPart(reading: Reading, at: number, hasDay = false): Found<PartFound> {
  const fixed = readFixedPart(reading, at)
  if (fixed) return fixed
  let from = at
  const preposition = wordAt(reading, from)
  const isPlaced = ['in', 'at', 'during', 'over', 'on', 'for', 'around', 'about'].includes(preposition)
  if (isPlaced) from += 1
  if (articles.has(wordAt(reading, from))) from += 1
  const edge = readEdge(reading, from)
  from = edge.next
  if (edge.edge !== null && articles.has(wordAt(reading, from))) from += 1
  const compact = readCompactPart(reading, from)
  if (compact) return compact
  const word = wordAt(reading, from)
  const name = partWords.get(word)
  if (name === undefined || isGreeting(reading, from, at)) return null
  // "tomorrow eve"; Eve alone is a name.
  if (word === 'eve' && !hasDay) return null
  if (meals.has(word) && !hasDay && !mealPrepositions.has(isPlaced ? preposition : wordAt(reading, at - 1))) return null
  let next = from + 1
  if (meals.has(word) && ['time', 'hour', 'hours', 'break'].includes(wordAt(reading, next))) next += 1
  if (wordAt(reading, next) === 'ish') next += 1
  const span = narrow(reading, reading.conventions.parts[name], edge.edge)
  const isPlural = word.endsWith('s')
  return { value: { name, clock: partClock(span, name, !['lunch'].includes(name)), isPlural }, next }
}

function narrow(reading: Reading, span: MinuteSpan, edge: Edge): MinuteSpan {
  const { edgeMinutes } = reading.conventions
  const middle = (span.fromMinute + span.toMinute) / 2
  if (edge === 'mid') return { fromMinute: middle, toMinute: middle }
  if (edge === 'early') return { ...span, toMinute: Math.min(span.toMinute, span.fromMinute + edgeMinutes) }
  if (edge === 'late') return { ...span, fromMinute: Math.max(span.fromMinute, span.toMinute - edgeMinutes) }
  return span
}

const compactParts: ReadonlyMap<string, DayPart> = new Map([
  ['midmorning', 'morning'],
  ['midafternoon', 'afternoon'],
  ['midevening', 'evening'],
])

function readCompactPart(reading: Reading, at: number): Found<PartFound> {
  const name = compactParts.get(wordAt(reading, at))
  if (name === undefined) return null
  const span = narrow(reading, reading.conventions.parts[name], 'mid')
  return { value: { name, clock: partClock(span, name), isPlural: false }, next: at + 1 }
}

function readFixedPart(reading: Reading, at: number): Found<PartFound> {
  const { parts, workday } = reading.conventions
  const word = wordAt(reading, at)
  if (word === 'first' && wordAt(reading, at + 1) === 'thing') {
    const inMorning = matchWords(reading, at + 2, ['in', 'the', 'morning'])
    return {
      value: { name: 'firstThing', clock: partClock(parts.firstThing, 'morning'), isPlural: false },
      next: inMorning ?? at + 2,
    }
  }
  const duringDay = matchWords(reading, at, ['during', 'the', 'day'])
  if (duringDay !== null)
    return { value: { name: 'daytime', clock: partClock(parts.daytime, 'daytime'), isPlural: false }, next: duringDay }
  if (word === 'after' && ['work', 'school', 'hours'].includes(wordAt(reading, at + 1)))
    return { value: { name: 'evening', clock: partClock(parts.evening, 'evening'), isPlural: false }, next: at + 2 }
  if (word === 'last' && wordAt(reading, at + 1) === 'thing') {
    const { endOfDayMinute } = reading.conventions
    const span = { fromMinute: endOfDayMinute - 60, toMinute: endOfDayMinute }
    return { value: { name: 'afternoon', clock: partClock(span, 'afternoon'), isPlural: false }, next: at + 2 }
  }
  const from = ['during', 'in', 'within'].includes(word) ? at + 1 : at
  const start = ['the', 'normal', 'regular', 'usual'].includes(wordAt(reading, from)) ? from + 1 : from
  if (!['business', 'working', 'office', 'work'].includes(wordAt(reading, start))) return null
  if (wordAt(reading, start + 1) !== 'hours') return null
  return { value: { name: 'daytime', clock: partClock(workday, 'daytime'), isPlural: false }, next: start + 2 }
}

/** "Good morning", "Morning all": no time is meant. */
function isGreeting(reading: Reading, at: number, start: number): boolean {
  if (wordAt(reading, at - 1) === 'good') return true
  if (start !== 0 || at !== 0) return false
  const next = reading.tokens[1]
  return next !== undefined && [',', '!', 'all', 'team', 'everyone', 'folks', 'there', '-'].includes(next.word)
}
