import { type ClockPoint, readClockPoint, withHalf } from './clock.ts'
import { isDayOfOther, readMonthDate } from './dates.ts'
import { readDuration } from './durations.ts'
import { months, units, weekdays } from './lexicon.ts'
import { readPart } from './parts.ts'
import { type ClockSpan, endsClause, type Found, matchWords, type Reading, remember, wordAt } from './reading.ts'
import { matchRelation } from './relations.ts'
import { readYearSpan } from './years.ts'
import { readZoneBehindClock } from './zones.ts'

const halfOfPart: ReadonlyMap<string, 'am' | 'pm'> = new Map([
  ['morning', 'am'],
  ['afternoon', 'pm'],
  ['evening', 'pm'],
  ['night', 'pm'],
  ['dinner', 'pm'],
])

/** The minute a clock time means when no half of the day was said: with the earliest hour 7, "3" is 15:00. */
function settlePoint(reading: Reading, point: ClockPoint): number {
  if (!point.isTwelveHour) return point.minute
  return point.minute < reading.conventions.earliestHour * 60 ? point.minute + 720 : point.minute % 1440
}

function readingsOf(point: ClockPoint): number[] {
  return point.isTwelveHour ? [point.minute % 720, (point.minute % 720) + 720] : [point.minute]
}

/** The two ends in the order of the text; where a half of the day is missing, the shortest stretch. The end may lie on the next day. */
function settleEnds(reading: Reading, first: ClockPoint, last: ClockPoint): { from: number; to: number } {
  // "10-12 am" is before noon.
  const isToNoon =
    last.half === 'am' && last.minute === 0 && first.isTwelveHour && first.minute >= 480 && first.minute < 720
  if (isToNoon) return { from: first.minute, to: 720 }
  const starts = first.isTwelveHour && last.isTwelveHour ? [settlePoint(reading, first)] : readingsOf(first)
  let best = { from: starts[0] ?? 0, to: Number.POSITIVE_INFINITY }
  for (const from of starts)
    for (const end of readingsOf(last)) {
      // "0930-0730": a leading zero does not make it a night shift.
      const isEvening = end <= from && from < 720 && end + 720 > from && first.half === null && last.half === null
      const to = end > from ? end : isEvening ? end + 720 : end + 1440
      if (to - from < best.to - best.from) best = { from, to }
    }
  return best
}

export function makeClock(from: number | null, to: number | null, changes: Partial<ClockSpan> = {}): ClockSpan {
  return { from, to, hasMeridiem: true, isBare: false, part: null, isConvention: false, zone: null, ...changes }
}

const rangeWords = new Set(['-', 'to', 'until', 'till', 'til', 'through', 'thru', 'up'])

/** The index after "-", "to", "until", "up to"; after "between" also "and". */
export function afterRangeWord(reading: Reading, at: number, isBetween: boolean): number | null {
  const word = wordAt(reading, at)
  if (isBetween && (word === 'and' || word === '&')) return at + 1
  if (!rangeWords.has(word)) return null
  // "Thursday at 12, up to 2 on Friday" are two.
  if (wordAt(reading, at - 1) === ',' && ['up', 'until', 'till', 'til'].includes(word)) return null
  if ((word === 'through' || word === 'thru') && wordAt(reading, at + 1) === 'to') return at + 2
  if (word === 'up') return wordAt(reading, at + 1) === 'to' ? at + 2 : null
  return word === '-' && wordAt(reading, at + 1) === '-' ? at + 2 : at + 1
}

const partNames = new Set(['morning', 'mornings', 'afternoon', 'afternoons', 'evening', 'evenings', 'night', 'nights'])

interface PointFound {
  point: ClockPoint
  zone: string | null
  next: number
}

const atWords = new Set(['at', '@'])
const aboutWords = new Set(['around', 'about', 'approximately', 'roughly', 'approx', 'circa', 'ca', 'exactly', 'near'])

/** The index after "at", "around", "at about", "@", "approx." */
export function afterAt(reading: Reading, at: number): number {
  // "~3pm"; alone the sign stands for anything.
  const isSign = wordAt(reading, at) === '~' && reading.tokens[at]?.isGlued === false && reading.tokens[at + 1]?.isGlued
  let next = isSign ? at + 1 : at
  while (next < at + 3 && (atWords.has(wordAt(reading, next)) || aboutWords.has(wordAt(reading, next)))) next += 1
  if (next > at && wordAt(reading, next) === '.' && wordAt(reading, next - 1) === 'approx') next += 1
  return next
}

function readPointWithZone(reading: Reading, at: number): PointFound | null {
  const from = afterAt(reading, at)
  const found = readClockPoint(reading, from, from > at)
  if (!found) return null
  const isBeforeMonth = found.value.isBare && months.has(wordAt(reading, found.next))
  if (isBeforeMonth && !isDayOfOther(reading, from, found.next + 1)) return null
  const hint = readHint(reading, found.next)
  // "one morning", "2 morning sessions": a count.
  const part = hint && found.value.isBare && partNames.has(wordAt(reading, found.next)) ? null : hint
  const point = part ? halved(found.value, part.value) : found.value
  const zone = readZoneBehindClock(reading, part?.next ?? found.next)
  const isAt = from > at && zone === null
  return {
    point: isAt || zone ? { ...point, isBare: zone ? false : point.isBare } : point,
    zone: zone?.value ?? null,
    next: zone?.next ?? part?.next ?? found.next,
  }
}

/** "in the afternoon" behind a clock time. */
function readHint(reading: Reading, at: number): Found<string> {
  const word = wordAt(reading, at)
  if (word === 'midnight') return { value: 'midnight', next: at + 1 }
  if (word === '-') return null
  const from = word === ',' ? at + 1 : at
  const part = readPart(reading, from)
  if (!part || part.value.isPlural || part.value.clock.from === part.value.clock.to) return null
  if (part.value.name === 'firstThing' || wordAt(reading, from) === 'on') return null
  // "3 to 6, morning of Tuesday": the part begins something new.
  if (wordAt(reading, from - 1) === ',' && ['of', 'on'].includes(wordAt(reading, part.next))) return null
  return { value: part.value.name, next: part.next }
}

/** The clock time in that part of the day: "8 in the evening" is 20:00, "12 at night" is midnight. */
export function halved(point: ClockPoint, part: string): ClockPoint {
  if (!point.isTwelveHour && !point.isBare) return point
  const hour = Math.floor(point.minute / 60)
  if (part === 'midnight' || (part === 'night' && hour === 12)) return withHalf(point, 'am')
  const half = halfOfPart.get(part)
  if (half === undefined) return { ...point, isBare: false }
  // "12 in the morning" is noon's side of the morning only when minutes say so; people mean midnight.
  return withHalf(point, half)
}

/** "between 2 and 4", "from 9:30 to 11 am", "3-4pm GMT", "2 until 5 in the afternoon". */
export function readClockRange(reading: Reading, at: number): Found<ClockSpan> {
  return remember(reading, 'readClockRange', at, () => readClockRangeAnew(reading, at))
}

function readClockRangeAnew(reading: Reading, at: number): Found<ClockSpan> {
  if (readYearSpan(reading, at)) return null
  const opened = matchRangeOpening(reading, at)
  const first = readPointWithZone(reading, opened.next)
  if (!first) return null
  const afterDash = afterRangeWord(reading, first.next, opened.isBetween)
  if (afterDash === null) return null
  const last = readPointWithZone(reading, afterDash)
  if (!last) return null
  const hint = last.point.half === null && first.point.half === null ? readHint(reading, last.next) : null
  const [start, end] = hint
    ? [halved(first.point, hint.value), halved(last.point, hint.value)]
    : [first.point, last.point]
  const isBare = start.isBare && end.isBare
  if (last.point.isBare && isChained(reading, hint?.next ?? last.next)) return null
  // "2-3 days", "5 to 7 candidates" count something.
  const follower = wordAt(reading, hint?.next ?? last.next)
  if (
    isBare &&
    (units.has(follower) || (follower !== 'of' && countedWords.has(follower)) || ['h', 'm', 'years'].includes(follower))
  )
    return null
  const ends = settleEnds(reading, start, end)
  const isMilitary = isMilitaryRange(reading, opened.next, afterDash)
  // "9 till 11": only hours last until another.
  const isTill = ['till', 'til', 'until'].includes(wordAt(reading, afterDash - 1))
  const clock = makeClock(ends.from, ends.to, {
    hasMeridiem: !(start.isTwelveHour && end.isTwelveHour),
    isBare: isBare && !opened.isOpened && !(isTill && ends.to <= 1440) && !isMilitary,
    zone: last.zone ?? first.zone,
  })
  return { value: clock, next: hint?.next ?? last.next }
}

/** "0900-1700": four figures each, the first with a zero before it. */
function isMilitaryRange(reading: Reading, at: number, last: number): boolean {
  const [first, end] = [reading.tokens[at], reading.tokens[last]]
  if (first?.word.length !== 4 || end?.word.length !== 4 || !first.word.startsWith('0')) return false
  return first.value % 5 === 0 && end.value % 5 === 0
}

/** "10-1-2026": the figures go on. */
function isChained(reading: Reading, at: number): boolean {
  const [mark, after] = [reading.tokens[at], reading.tokens[at + 1]]
  return mark?.isGlued === true && ['-', '/', '.'].includes(mark.word) && after?.kind === 'number' && after.isGlued
}

const openings: readonly (readonly string[])[] = [
  ['from'],
  ['between'],
  ['in', 'between'],
  ['anytime', 'from'],
  ['any', 'time', 'from'],
  ['any', 'time', 'between'],
  ['anytime', 'between'],
  ['sometime', 'between'],
  ['some', 'time', 'between'],
]

export function matchRangeOpening(
  reading: Reading,
  at: number,
): { next: number; isOpened: boolean; isBetween: boolean } {
  const word = wordAt(reading, at)
  for (const words of openings) {
    const next = words[0] === word ? matchWords(reading, at, words) : null
    if (next === null) continue
    const isBetween = words.at(-1) === 'between'
    return { next: wordAt(reading, next) === 'the' && isBetween ? next : next, isOpened: true, isBetween }
  }
  return { next: at, isOpened: false, isBetween: false }
}

/** One clock time with what belongs to it: "at 3", "in the evening at 9", "9 tomorrow"'s 9. */
export function readClockMoment(reading: Reading, at: number, hint: string | null = null): Found<ClockSpan> {
  const found = readPointWithZone(reading, at) ?? readPartedPoint(reading, at)
  if (!found) return null
  const isAt =
    atWords.has(wordAt(reading, at)) || (aboutWords.has(wordAt(reading, at)) && endsClause(reading, found.next))
  const shared = found.point.isBare && !hint ? readSharedHalf(reading, found.next) : null
  if (shared) {
    const half = withHalf(found.point, shared)
    return { value: makeClock(half.minute, half.minute), next: found.next }
  }
  const point = hint && found.point.half === null ? halved(found.point, hint) : found.point
  const minute = settlePoint(reading, point)
  const clock = makeClock(minute, minute, {
    hasMeridiem: !point.isTwelveHour,
    isBare: point.isBare && !(isAt && isPlausibleHour(reading, at, found)) && !isSharp(reading, found.next),
    zone: found.zone,
  })
  return { value: clock, next: afterApproximately(reading, found.next) }
}

/** "3 or 4 pm": the half of the day that is said behind the last of several hours. */
function readSharedHalf(reading: Reading, at: number): 'am' | 'pm' | null {
  let next = at
  for (let count = 0; count < 4; count++) {
    if (!['or', 'and', '/', ','].includes(wordAt(reading, next))) return null
    while (['or', 'and', '/', ','].includes(wordAt(reading, next)) && next < at + 12) next += 1
    const point = readClockPoint(reading, next)
    if (!point || !(point.value.isTwelveHour || point.value.half)) return null
    if (point.value.half) return point.value.half
    next = point.next
  }
  return null
}

/** "at 3" is a clock time, "at 3 Main Street" and "at 3%" are not. */
function isPlausibleHour(reading: Reading, at: number, found: PointFound): boolean {
  const token = reading.tokens[found.next]
  if (!token || endsClause(reading, found.next)) return true
  if (isCountOfOne(reading, at, token.word)) return false
  if (token.kind === 'number' || partNames.has(token.word)) return false
  if (countedWords.has(token.word)) return false
  const previous = reading.tokens[at - 1]
  if (previous?.word === 'look' || previous?.word === 'looking') return false
  if (token.kind !== 'word' || !found.point.isBare) return true
  const isName =
    token.isCapital &&
    !token.isGlued &&
    !weekdays.has(token.word) &&
    !months.has(token.word) &&
    !partNames.has(token.word)
  return (
    !units.has(token.word) && !(isName && token.word !== 'on' && token.word !== 'tomorrow' && token.word !== 'today')
  )
}

/** "at one point": a count, unlike "at one on Friday". */
function isCountOfOne(reading: Reading, at: number, after: string): boolean {
  return wordAt(reading, afterAt(reading, at)) === 'one' && !afterOne.has(after)
}

const afterOne = new Set(
  "am pm a p o'clock oclock on for with and or if to until till today tomorrow tonight in is works thirty fifteen forty ten twenty please next this".split(
    ' ',
  ),
)

const countedWords = new Set([
  'percent',
  '%',
  'dollars',
  'points',
  'euros',
  'pounds',
  'million',
  'k',
  'people',
  'candidates',
  'of',
  'miles',
  'feet',
  'ft',
  'inches',
  'metres',
  'meters',
  'kg',
  'lbs',
  'pages',
  'questions',
  'rounds',
  'stars',
  'thousand',
  'km',
])

/** "9 sharp", "9 on the dot". */
function isSharp(reading: Reading, at: number): boolean {
  return ['sharp', 'prompt'].includes(wordAt(reading, at)) || matchWords(reading, at, ['on', 'the', 'dot']) !== null
}

function afterApproximately(reading: Reading, at: number): number {
  const onTheDot = matchWords(reading, at, ['on', 'the', 'dot'])
  if (onTheDot !== null) return onTheDot
  return ['approximately', 'approx', 'roughly', 'sharp', 'exactly', 'ish', 'prompt'].includes(wordAt(reading, at))
    ? at + 1
    : at
}

/** "afternoon 7", "at night eleven forty", "at lunchtime 1 o'clock". */
function readPartedPoint(reading: Reading, at: number): PointFound | null {
  const part = readPart(reading, at)
  if (!part || part.value.isPlural) return null
  const from = afterAt(reading, part.next)
  const found = readClockPoint(reading, from, true)
  // "in the morning 12/5"
  if (found?.value.isBare && from === part.next && readMonthDate(reading, from)) return null
  if (!found || units.has(wordAt(reading, found.next))) return null
  // "Tuesday morning 7-9": the hours are a range of their own.
  const further = afterRangeWord(reading, found.next, false)
  if (found.value.isBare && further !== null && readClockPoint(reading, further)) return null
  const zone = readZoneBehindClock(reading, found.next)
  const point = { ...halved(found.value, part.value.name), isBare: false }
  return { point, zone: zone?.value ?? null, next: zone?.next ?? found.next }
}

const laterWords: readonly (readonly string[])[] = [
  ['or', 'later'],
  ['and', 'later'],
  ['or', 'after'],
  ['and', 'after'],
  ['onwards'],
  ['onward'],
  ['on', 'wards'],
  ['and', 'onwards'],
  ['at', 'the', 'earliest'],
  ['earliest'],
  ['+'],
]
const earlierWords: readonly (readonly string[])[] = [
  ['or', 'earlier'],
  ['and', 'earlier'],
  ['or', 'before'],
  ['or', 'sooner'],
  ['at', 'the', 'latest'],
  ['latest'],
]

function matchAny(reading: Reading, at: number, phrases: readonly (readonly string[])[]): number | null {
  for (const words of phrases) {
    const next = matchWords(reading, at, words)
    if (next === null) continue
    // "before noon or after 3": another side begins.
    const isAnotherSide =
      ['after', 'before'].includes(wordAt(reading, next - 1)) && readClockMoment(reading, next) !== null
    if (!isAnotherSide) return next
  }
  return null
}

/** Whatever stretch of a day stands at `at`: a range, an open side, a clock time with its duration, a part of day. */
export function readClock(reading: Reading, at: number, hint: string | null = null): Found<ClockSpan> {
  const range = readClockRange(reading, at)
  const lasting = readLasting(reading, at)
  if (range && (!lasting || lasting.next <= range.next)) return range
  if (lasting) return lasting
  const open = readOpenClock(reading, at)
  if (open) return open
  const moment = readClockMoment(reading, at, hint)
  if (moment) return closeSide(reading, moment)
  const part = readPart(reading, at, hint !== null)
  if (!part) return null
  return readRangeInPart(reading, part.value.name, part.next) ?? { value: part.value.clock, next: part.next }
}

/** "in the morning between 9 and 11". */
function readRangeInPart(reading: Reading, part: string, at: number): Found<ClockSpan> {
  const range = matchRangeOpening(reading, at).isOpened ? readClockRange(reading, at) : null
  return range && { value: { ...settleIn(range.value, part), isBare: false }, next: range.next }
}

/** The hours moved into that part of day when no half was said: "7 to 8 tonight", "9 tomorrow evening". */
export function settleIn(clock: ClockSpan, part: string | null): ClockSpan {
  if (part === null || clock.hasMeridiem) return clock
  const isLate = part !== 'morning' && part !== 'breakfast'
  const move = (minute: number | null): number | null => {
    if (minute === null) return null
    const hour = minute % 720
    if (!isLate) return hour
    return part === 'night' && hour < 60 ? minute - (minute % 720) + (minute >= 720 ? 720 : 1440) : hour + 720
  }
  const [from, to] = [move(clock.from), move(clock.to)]
  return { ...clock, from, to: from !== null && to !== null && to < from ? to + 720 : to, hasMeridiem: true }
}

function closeSide(reading: Reading, moment: NonNullable<Found<ClockSpan>>): Found<ClockSpan> {
  const later = matchAny(reading, moment.next, laterWords)
  if (later !== null && !(moment.value.isBare && wordAt(reading, moment.next) === '+'))
    return { value: { ...moment.value, to: null, isBare: false }, next: later }
  // "9am on"
  if (
    wordAt(reading, moment.next) === 'on' &&
    !moment.value.isBare &&
    moment.value.hasMeridiem &&
    endsClause(reading, moment.next + 1)
  )
    return { value: { ...moment.value, to: null }, next: moment.next + 1 }
  const earlier = matchAny(reading, moment.next, earlierWords)
  if (earlier !== null) return { value: { ...moment.value, from: null, isBare: false }, next: earlier }
  return moment
}

/** "after 3", "before 2.30pm", "no later than noon", ">= 6pm", "later than 3 but before 6". */
function readOpenClock(reading: Reading, at: number): Found<ClockSpan> {
  const relation = matchRelation(reading, at)
  if (!relation) return null
  const from = afterAt(reading, relation.next)
  const found = readClockMoment(reading, from) ?? readClockMoment(reading, relation.next)
  const part = found ? null : readPart(reading, relation.next, true)
  const clock = found?.value ?? part?.value.clock
  const next = found?.next ?? part?.next
  if (!clock || next === undefined) return null
  if (part && !['lunch', 'dinner', 'breakfast', 'evening', 'morning', 'afternoon'].includes(part.value.name))
    return null
  if (clock.isBare && (reading.tokens[from]?.value ?? 0) > 24) return null
  const open =
    relation.value === 'after'
      ? makeClock(part ? clock.to : clock.from, null, sidesOf(clock))
      : makeClock(null, clock.from, sidesOf(clock))
  const second = joinSecondSide(reading, open, next)
  const isFrom = wordAt(reading, at) === 'from'
  const isOn = isFrom && wordAt(reading, next) === 'on' && endsClause(reading, next + 1)
  const onwards = relation.value === 'after' ? (isOn ? next + 1 : matchAny(reading, next, laterWords)) : null
  if (isFrom && !second && onwards === null && !reading.conventions.isFromOpen) return null
  return second ?? { value: open, next: onwards ?? next }
}

function sidesOf(clock: ClockSpan): Partial<ClockSpan> {
  return { hasMeridiem: clock.hasMeridiem, isBare: clock.isBare, zone: clock.zone, isConvention: clock.isConvention }
}

/** "... but before 6pm". */
function joinSecondSide(reading: Reading, first: ClockSpan, at: number): Found<ClockSpan> {
  const from = wordAt(reading, at) === ',' ? at + 1 : at
  if (!['but', 'and'].includes(wordAt(reading, from))) return null
  const relation = matchRelation(reading, from + 1)
  const found = relation && readClockMoment(reading, relation.next)
  if (!found) return null
  const isFirstAfter = first.to === null
  if (isFirstAfter === (relation.value === 'after')) return null
  const sides = isFirstAfter ? { from: first.from, to: found.value.from } : { from: found.value.from, to: first.to }
  if (sides.from === null || sides.to === null || sides.from >= sides.to) return null
  return { value: { ...first, ...sides, isBare: false }, next: found.next }
}

/** "2pm for 50 mins", "from 8:15am for 2 hours", "for 2 hours from 11 am". */
function readLasting(reading: Reading, at: number): Found<ClockSpan> {
  if (wordAt(reading, at) === 'for') {
    const duration = readDuration(reading, at + 1)
    if (!duration || duration.value.seconds > 86_400) return null
    let next = duration.next
    if (['starting', 'beginning', 'commencing'].includes(wordAt(reading, next))) next += 1
    const from = ['from', 'at'].includes(wordAt(reading, next)) ? next + 1 : next
    if (from === duration.next) return null
    const moment = readClockMoment(reading, from)
    if (!moment || moment.value.from === null || moment.value.isBare) return null
    return { value: { ...moment.value, to: moment.value.from + duration.value.seconds / 60 }, next: moment.next }
  }
  const from = ['from', 'starting'].includes(wordAt(reading, at)) ? at + 1 : at
  const moment = readClockMoment(reading, from)
  if (!moment || moment.value.from === null || wordAt(reading, moment.next) !== 'for') return null
  if (from === at && atWords.has(wordAt(reading, at))) return null
  const duration = readDuration(reading, moment.next + 1)
  if (!duration || duration.value.seconds > 86_400) return null
  return {
    value: { ...moment.value, isBare: false, to: moment.value.from + duration.value.seconds / 60 },
    next: duration.next,
  }
}
