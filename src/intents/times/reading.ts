import type { TimeConventions } from './conventions.ts'
import type { TimeToken } from './timeText.ts'

/** One text being read against one moment: what every reader of this room gets. */
export interface Reading {
  tokens: readonly TimeToken[]
  /** Number of the day on which the text was written, in the writer's zone. */
  today: number
  /** Seconds since that midnight. */
  nowSecond: number
  /** "2/3" is 3 February. */
  isMonthFirst: boolean
  /** The writer's zone, and the country of his locale (ISO 3166) or "": holidays and abbreviations of zones differ by country. */
  zone: string
  region: string
  conventions: TimeConventions
  /** What the readers that call each other found, by their name and the index of the token: each is asked many times. */
  memo: Map<string, Found<unknown>[]>
  /** How many readers wait for each other: "the day after the day after ..." may go on for pages. */
  depth: { readers: number }
}

const deepest = 100

/** The reader's answer at `at`, worked out once for this reading. */
export function remember<Value>(reading: Reading, name: string, at: number, read: () => Found<Value>): Found<Value> {
  let answers = reading.memo.get(name)
  if (!answers) {
    answers = []
    reading.memo.set(name, answers)
  }
  const known = answers[at]
  if (known !== undefined) return known as Found<Value>
  if (reading.depth.readers >= deepest) return null
  reading.depth.readers += 1
  const found = read()
  reading.depth.readers -= 1
  answers[at] = found
  return found
}

/** The same text as if it had been written on another day. */
export function onDay(reading: Reading, today: number): Reading {
  return { ...reading, today, memo: new Map() }
}

/** What was understood, and the index of the token after it; null when it does not stand there. */
export type Found<Value> = { value: Value; next: number } | null

export type Grain = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'span'

/** Days meant, half-open; a side is null where the words leave it open. */
export interface DaySpan {
  from: number | null
  to: number | null
  grain: Grain
  /** Only these of the days. */
  weekdays: readonly number[] | null
  isConvention: boolean
  /** What was left out and may be moved to fit the other end of a range: the year of "2 March", the month of "the 2nd", the week of "Tuesday". */
  repeats: 'year' | 'month' | 'week' | null
}

/** A stretch of a day in minutes after midnight, with fractions when seconds were said. Equal sides are a moment. */
export interface ClockSpan {
  from: number | null
  to: number | null
  /** am, pm or 24 h notation was said or is implied. */
  hasMeridiem: boolean
  /** "3" alone: only understood beside something that is clearly about time. */
  isBare: boolean
  /** "morning": a part of day, which a clock time beside it makes exact. */
  part: string | null
  isConvention: boolean
  zone: string | null
}

export function wordAt(reading: Reading, at: number): string {
  return reading.tokens[at]?.word ?? ''
}

/** Whether a clause ends before `at`: the text, the line, or the sentence. */
export function endsClause(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]
  if (!token || token.isNewLine) return true
  if (token.kind !== 'mark' || token.word === '-' || token.word === '/' || token.word === '%') return false
  const after = reading.tokens[at + 1]
  return !token.isGlued || !after?.isGlued || after.kind === 'mark'
}

/** Whether a clause begins at `at`: the text, the line, or what stands behind a mark. */
export function startsClause(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1]
  return !before || reading.tokens[at]?.isNewLine === true || (before.kind === 'mark' && endsClause(reading, at - 1))
}

/** The index after a hyphen that joins two words: "mid-March", "3-day". */
export function afterHyphen(reading: Reading, at: number): number {
  const token = reading.tokens[at]
  return token?.word === '-' && token.isGlued && reading.tokens[at + 1]?.isGlued === true ? at + 1 : at
}

/** The end of the phrase when its words stand at `at`, else null. */
export function matchWords(reading: Reading, at: number, words: readonly string[]): number | null {
  for (let index = 0; index < words.length; index++) if (wordAt(reading, at + index) !== words[index]) return null
  return at + words.length
}

export function oneDay(day: number, repeats: DaySpan['repeats'] = null): DaySpan {
  return { from: day, to: day + 1, grain: 'day', weekdays: null, isConvention: false, repeats }
}

export function manyDays(from: number | null, to: number | null, grain: Grain = 'span'): DaySpan {
  return { from, to, grain, weekdays: null, isConvention: false, repeats: null }
}

/** A span that may be missing, as what was found. */
export function spanned(value: DaySpan | null, next: number): Found<DaySpan> {
  return value && { value, next }
}
