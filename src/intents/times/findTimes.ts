import { DateTime } from 'luxon'
import { defaultTimeConventions } from './conventions.ts'
import { isoOfDay, toDayNumber } from './dayNumbers.ts'
import { afterWholeDay, readDays } from './days.ts'
import { readDurationRange } from './durationRanges.ts'
import { type Duration, readDuration } from './durations.ts'
import { months } from './lexicon.ts'
import { readContinued } from './lists.ts'
import { isOtherSense } from './otherSenses.ts'
import type { Piece } from './piece.ts'
import { readExtent } from './ranges.ts'
import type { ClockSpan, Found, Reading } from './reading.ts'
import { wordAt } from './reading.ts'
import type { Recurring } from './recurrence.ts'
import { readRecurring } from './recurring.ts'
import { canStart, isInList, isInRow, skipChain } from './startWords.ts'
import type { TimeContext, TimeExpression, TimeKind } from './timeExpression.ts'
import { cutTimeText } from './timeText.ts'
import { readWholeUnit } from './wholeUnits.ts'

/** The expressions of time in a text, in order and not overlapping. Reads any text and throws nothing; at most 20,000 characters are looked at. */
export function findTimes(text: string, context: TimeContext): TimeExpression[] {
  const reading = openReading(text, context)
  const found: TimeExpression[] = []
  let at = 0
  let last: { piece: Piece; next: number } | null = null
  while (at < reading.tokens.length) {
    const afterAddress = Math.max(skipAddress(reading, at), skipChain(reading.tokens, at))
    if (afterAddress > at) {
      at = afterAddress
      continue
    }
    const one = readAt(reading, at, last)
    if (!one) {
      at += 1
      continue
    }
    // What means something else is passed over whole: the rest of "Luke 10:25 to 10:37" is no time either.
    if (isOtherSense(reading, at, one.next, one.value.expression.kind)) {
      at = one.next
      continue
    }
    found.push(one.value.expression)
    last = one.value.piece && { piece: one.value.piece, next: one.next }
    at = one.next
  }
  return found
}

/** Where the tables of the platform put the month first, as in a date with its year, and people write the day first. */
const monthFirstByLocale = new Map<string, boolean>(['en-ZA', 'fr-CA'].map((locale) => [locale, false]))

function isMonthFirst(locale: string): boolean {
  const known = monthFirstByLocale.get(locale)
  if (known !== undefined) return known
  let isFirst = false
  try {
    const parts = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'numeric',
      calendar: 'gregory',
    }).formatToParts(0)
    isFirst = parts.findIndex((part) => part.type === 'month') < parts.findIndex((part) => part.type === 'day')
  } catch {
    // A locale that does not exist reads dates the way most of the world writes them.
  }
  monthFirstByLocale.set(locale, isFirst)
  return isFirst
}

/** A text cut into tokens, with what its words are read against. */
export function openReading(text: string, context: TimeContext): Reading {
  const local = DateTime.fromJSDate(context.now, { zone: context.zone })
  const now = local.isValid ? local : DateTime.fromJSDate(context.now, { zone: 'utc' })
  const isKnown = now.isValid
  return {
    tokens: cutTimeText(text),
    today: isKnown ? toDayNumber(now.year, now.month, now.day) : 0,
    nowSecond: isKnown ? now.hour * 3600 + now.minute * 60 + now.second : 0,
    isMonthFirst: isMonthFirst(context.locale),
    zone: context.zone,
    region: /-([A-Z]{2})\b/.exec(context.locale)?.[1] ?? '',
    conventions: { ...defaultTimeConventions, ...context.conventions },
    memo: new Map(),
    depth: { readers: 0 },
  }
}

/** The index after a web or mail address: its figures are no times. */
function skipAddress(reading: Reading, at: number): number {
  const { tokens } = reading
  const isAddress =
    (wordAt(reading, at + 1) === ':' && wordAt(reading, at + 2) === '/' && wordAt(reading, at + 3) === '/') ||
    (tokens[at]?.kind === 'word' && wordAt(reading, at) === 'www' && wordAt(reading, at + 1) === '.') ||
    (wordAt(reading, at + 1) === '@' &&
      tokens[at + 1]?.isGlued &&
      tokens[at + 2]?.isGlued &&
      tokens[at]?.kind === 'word' &&
      // "Monday@3pm"
      tokens[at + 2]?.kind === 'word')
  if (!isAddress) return at
  let next = at + 1
  while (tokens[next]?.isGlued) next += 1
  return next
}

interface Read {
  expression: TimeExpression
  piece: Piece | null
}

function readAt(reading: Reading, at: number, last: { piece: Piece; next: number } | null): Found<Read> {
  const token = reading.tokens[at]
  if (!token || !canStart(token) || isInsideWord(reading, at)) return null
  if (isInRow(reading.tokens, at) || isInList(reading.tokens, at)) return null
  const recurring = readRecurring(reading, at)
  const extent = readExtent(reading, at) ?? (last && readContinued(reading, at, last))
  const duration = readLength(reading, at)
  const ends = [recurring?.next ?? 0, extent?.next ?? 0, duration?.next ?? 0]
  const longest = Math.max(...ends.filter((end) => end > 0 && !isCutWord(reading, end)))
  if (longest < 0) return null
  const place = { from: reading.tokens[at]?.from ?? 0, to: reading.tokens[longest - 1]?.to ?? 0 }
  if (recurring?.next === longest)
    return { value: { expression: { ...place, ...recurringExpression(recurring.value) }, piece: null }, next: longest }
  if (extent?.next === longest) {
    const whole = wholeDayBehind(reading, extent)
    const to = reading.tokens[whole - 1]?.to ?? place.to
    return {
      value: { expression: { ...place, to, ...extentExpression(extent.value) }, piece: extent.value },
      next: whole,
    }
  }
  if (!duration) return null
  return { value: { expression: { ...place, ...durationExpression(duration.value) }, piece: null }, next: longest }
}

/** The index after "Friday ALL DAY": the length says nothing that the day does not. */
function wholeDayBehind(reading: Reading, { value, next }: NonNullable<Found<Piece>>): number {
  if (value.clock || value.days?.grain !== 'day') return next
  const whole = afterWholeDay(reading, next)
  return whole === null || readDays(reading, whole) ? next : whole
}

interface Length {
  duration: Duration
  shortest: Duration | null
  /** "All week": the days are known as well. */
  piece: Piece | null
}

function readLength(reading: Reading, at: number): Found<Length> {
  const whole = readWholeUnit(reading, at)
  if (whole) return { ...whole, value: { ...whole.value, shortest: null } }
  const range = readDurationRange(reading, at)
  if (range) {
    const { shortest, longest } = range.value
    return { value: { duration: longest, shortest, piece: null }, next: range.next }
  }
  const duration = readDuration(reading, at)
  return duration && { value: { duration: duration.value, shortest: null, piece: null }, next: duration.next }
}

const numberedThings = new Set([
  'invoice',
  'version',
  'ticket',
  'ref',
  'reference',
  'room',
  'chapter',
  'order',
  'id',
  'po',
  'iso',
  'tel',
  'phone',
  'fax',
  'ext',
  'suite',
  'seat',
  'stage',
  'level',
])

/** "ABC2000", "v2.3": what goes on without a gap from a word or a number is not read. */
export function isInsideWord(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]
  const before = reading.tokens[at - 1]
  if (!token || !before) return false
  if (token.kind === 'number' && numberedThings.has(before.word)) return true
  if (['$', '\u00a3', '\u20ac', '#'].includes(before.word) && (token.kind === 'number' || token.isGlued)) return true
  if (!token.isGlued) return false
  return before.kind !== 'mark' || isJoiningMark(reading, at)
}

/** "650.650", "A4-5", "x/3": a number behind a mark that joins it to something. */
function isJoiningMark(reading: Reading, at: number): boolean {
  const [token, mark, before] = [reading.tokens[at], reading.tokens[at - 1], reading.tokens[at - 2]]
  if (token?.kind !== 'number' || !mark?.isGlued || !before || before.isOrdinal) return false
  if (isDayPair(reading, at - 1)) return false
  if (mark.word === '-') return before.kind === 'number' || /\d/.test(before.word)
  return ['.', ':', '_', '@', ',', "'", '/'].includes(mark.word) && before.kind === 'number'
}

/** "4/5 December": the stroke at `at` stands between two days of a month. */
function isDayPair({ tokens }: Reading, at: number): boolean {
  const [first, last] = [tokens[at - 1], tokens[at + 1]]
  if (tokens[at]?.word !== '/' || first?.kind !== 'number' || last?.kind !== 'number') return false
  return first.value <= 31 && last.value <= 31 && months.has(tokens[at + 2]?.word ?? '')
}

export function isCutWord(reading: Reading, next: number): boolean {
  const after = reading.tokens[next]
  if (!after?.isGlued) return false
  if (after.kind !== 'mark') return after.word !== "'s"
  // "monday.com"
  if (after.word === '.' && domains.has(wordAt(reading, next + 1)) && reading.tokens[next + 1]?.isGlued) return true
  if (reading.tokens[next - 1]?.isOrdinal && after.word === '/') return false
  if (isDayPair(reading, next)) return false
  const further = reading.tokens[next + 1]
  const isNumber = reading.tokens[next - 1]?.kind === 'number'
  if (after.word === '%') return true
  return (
    isNumber &&
    further?.kind === 'number' &&
    further.isGlued &&
    ['-', '.', ':', '/', ',', '_'].includes(after.word) &&
    wordAt(reading, next) !== ','
  )
}

const domains = new Set(['com', 'org', 'net', 'io', 'co', 'de', 'uk', 'ai', 'dev', 'app', 'eu', 'ly', 'me'])

const nothing = {
  days: null,
  weekdays: null,
  clock: null,
  isContinuous: false,
  zone: null,
  seconds: null,
  shortestSeconds: null,
  rule: null,
  isConvention: false,
}

function clockOf(clock: ClockSpan | null): TimeExpression['clock'] {
  return clock && { fromMinute: clock.from, toMinute: clock.to, hasMeridiem: clock.hasMeridiem }
}

type Meaning = Omit<TimeExpression, 'from' | 'to'>

function recurringExpression(recurring: Recurring): Meaning {
  const { clock, rule, weekdays } = recurring
  const isConvention = clock?.isConvention === true
  return {
    ...nothing,
    kind: 'recurring',
    weekdays,
    clock: clockOf(clock),
    zone: clock?.zone ?? null,
    rule,
    isConvention,
  }
}

function extentExpression(piece: Piece): Meaning {
  const { days, clock } = piece
  return {
    ...nothing,
    kind: kindOf(piece),
    days: days && {
      fromOn: days.from === null ? null : isoOfDay(days.from),
      toOn: days.to === null ? null : isoOfDay(days.to),
    },
    weekdays: days?.weekdays ?? null,
    clock: clockOf(clock),
    isContinuous: piece.isContinuous,
    zone: clock?.zone ?? null,
    isConvention: days?.isConvention === true || clock?.isConvention === true,
  }
}

function kindOf({ days, clock, isContinuous }: Piece): TimeKind {
  const isMoment = clock !== null && clock.from === clock.to && clock.from !== null && !isContinuous
  if (!days) return isMoment ? 'time' : 'timeRange'
  // "Monday to Friday 9am": that hour of each of the days.
  const isSpread = days.from !== null && days.to !== null && days.to > days.from + 1
  if (clock) return isMoment && !isSpread ? 'datetime' : 'datetimeRange'
  return days.grain === 'day' ? 'date' : 'dateRange'
}

function durationExpression({ duration, shortest, piece }: Length): Meaning {
  const extent = piece ? extentExpression(piece) : nothing
  const { days, clock } = extent
  const shortestSeconds = shortest?.total ?? null
  return { ...nothing, days, clock, kind: 'duration', seconds: duration.total, shortestSeconds }
}
