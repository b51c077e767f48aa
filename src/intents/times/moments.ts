import { afterAt, afterRangeWord, makeClock, readClock, readClockMoment, settleIn } from './clockSpans.ts'
import { readDays, readSharedMonth } from './days.ts'
import { readDuration } from './durations.ts'
import { readOffset } from './offsets.ts'
import { partClock, readPart } from './parts.ts'
import { readPartBeside } from './partsBeside.ts'
import { clockPiece, dayPiece, type Piece } from './piece.ts'
import {
  type ClockSpan,
  type DaySpan,
  endsClause,
  type Found,
  manyDays,
  matchWords,
  oneDay,
  type Reading,
  remember,
  wordAt,
} from './reading.ts'
import { readRelation } from './relations.ts'
import { countWeekday, readCount, readInMonth, readWeekdayWord, readWeekShift } from './weekdays.ts'
import { readZone } from './zones.ts'

/** Days, hours or both, said as one: "Tuesday 3-4pm", "3pm tomorrow", "this afternoon", "in an hour", "end of day Friday". */
export function readMoment(reading: Reading, at: number): Found<Piece> {
  return remember(reading, 'readMoment', at, () => readMomentAnew(reading, at))
}

function readMomentAnew(reading: Reading, at: number): Found<Piece> {
  const now = readThisTime(reading, at) ?? readNow(reading, at) ?? readRestOfDay(reading, at)
  if (now) return now
  const shared = readSharedMonth(reading, at)
  if (shared) return { value: dayPiece(shared.value), next: shared.next }
  const found = longest([
    readPartOfToday(reading, at),
    readEdgedDay(reading, at),
    readDayThenClock(reading, at),
    readClockThenDay(reading, at),
    readOffsetMoment(reading, at),
    readShiftedClock(reading, at),
    readPartBeside(reading, at),
    readEndOfDay(reading, at),
  ])
  const done = found && finish(reading, found)
  return done && (readLateMonth(reading, at, done) ?? done)
}

/** "the first Monday 1pm to 3pm OF NEXT MONTH". */
function readLateMonth(reading: Reading, at: number, found: NonNullable<Found<Piece>>): Found<Piece> {
  if (!found.value.clock || found.value.days?.grain !== 'day' || wordAt(reading, found.next) !== 'of') return null
  const count = readCount(reading, wordAt(reading, at) === 'the' ? at + 1 : at)
  const weekday = count && readWeekdayWord(reading, count.next)
  const month = weekday && readInMonth(reading, found.next)
  const day = month && countWeekday(month.value, weekday.value, count.value)
  return month && day !== null ? { value: { ...found.value, days: oneDay(day) }, next: month.next } : null
}

function longest(all: readonly Found<Piece>[]): Found<Piece> {
  let best: Found<Piece> = null
  for (const one of all) if (one && (!best || one.next > best.next)) best = one
  return best
}

/** What may stand behind: the zone, "Thursday morning NEXT WEEK", "9 tomorrow EVENING". */
function finish(reading: Reading, found: NonNullable<Found<Piece>>): Found<Piece> {
  const { days, clock } = found.value
  if (!clock) return found
  if (days?.repeats === 'week' && days.from !== null) {
    const week = readWeekShift(reading, found.next)
    if (week) {
      const weekday = (days.from + 3) % 7
      const monday = reading.today - ((reading.today + 3) % 7)
      return finish(reading, {
        value: { ...found.value, days: oneDay(monday + weekday + week.value * 7) },
        next: week.next,
      })
    }
  }
  const zone = clock.zone === null && !clock.part ? readZone(reading, found.next) : null
  return zone ? { value: { ...found.value, clock: { ...clock, zone: zone.value } }, next: zone.next } : found
}

/** "this time tomorrow", "this time next week": the same hour of another day. */
function readThisTime(reading: Reading, at: number): Found<Piece> {
  const start = wordAt(reading, at) === 'at' || wordAt(reading, at) === 'about' ? at + 1 : at
  const next = matchWords(reading, start, ['this', 'time'])
  if (next === null) return null
  const week = readWeekShift(reading, next)
  const day = week ? { value: oneDay(reading.today + week.value * 7), next: week.next } : readDays(reading, next)
  if (day?.value.grain !== 'day') return null
  const minute = reading.nowSecond / 60
  return { value: { days: day.value, clock: makeClock(minute, minute), isContinuous: false }, next: day.next }
}

const nowPhrases: readonly (readonly string[])[] = [
  ['right', 'now'],
  ['just', 'now'],
  ['at', 'the', 'moment'],
  ['at', 'this', 'moment'],
  ['at', 'this', 'time'],
  ['at', 'present'],
  ['at', 'the', 'minute'],
  ['at', 'this', 'minute'],
  ['at', 'the', 'current', 'time'],
  ['immediately'],
  ['at', 'the', 'present', 'time'],
  ['now'],
]

function readNow(reading: Reading, at: number): Found<Piece> {
  for (const words of nowPhrases) {
    const next = matchWords(reading, at, words)
    if (next === null) continue
    if (['that', 'then', 'of'].includes(wordAt(reading, next)) || matchWords(reading, next, ['and', 'then']))
      return null
    if (wordAt(reading, next) === 'on' && wordAt(reading, at - 1) !== 'from') return null
    const minute = reading.nowSecond / 60
    return { value: { days: oneDay(reading.today), clock: makeClock(minute, minute), isContinuous: false }, next }
  }
  return null
}

/** From now to midnight: "the rest of the day", "the remainder of today". */
function readRestOfDay(reading: Reading, at: number): Found<Piece> {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  if (!['rest', 'remainder', 'remaining'].includes(wordAt(reading, start))) return null
  const from = wordAt(reading, start + 1) === 'of' ? start + 2 : start + 1
  const next =
    matchWords(reading, from, ['the', 'day']) ??
    matchWords(reading, from, ['my', 'day']) ??
    matchWords(reading, from, ['this', 'day']) ??
    matchWords(reading, from, ['current', 'day']) ??
    matchWords(reading, from, ['the', 'current', 'day']) ??
    matchWords(reading, from, ['today']) ??
    matchWords(reading, from, ['day'])
  if (next === null) return null
  const clock = makeClock(reading.nowSecond / 60, 1440)
  return { value: { days: oneDay(reading.today), clock, isContinuous: true }, next }
}

/** A part of this day, or of the one before: "this morning", "tonight", "last night", with the hour that may follow. */
function readPartOfToday(reading: Reading, at: number): Found<Piece> {
  const part = readTodayPart(reading, at)
  if (!part) return null
  const { days, clock } = part.value
  const from = [',', '-'].includes(wordAt(reading, part.next)) ? part.next + 1 : part.next
  const inside = readClock(reading, from, clock?.part ?? null)
  if (inside && !inside.value.part && isPlaced(reading, from, inside.value, inside.next))
    return {
      value: {
        days,
        clock: { ...settleIn(atNight(inside.value, clock?.part), clock?.part ?? null), isBare: false },
        isContinuous: false,
      },
      next: inside.next,
    }
  return part
}

/** "this morning", "last night", "next evening", "yesterday afternoon". */
const todayShifts: ReadonlyMap<string, number> = new Map([
  ['this', 0],
  ['last', -1],
  ['previous', -1],
  ['next', 1],
  ['following', 1],
])

function readTodayPart(reading: Reading, at: number): Found<Piece> {
  const word = wordAt(reading, at)
  const { parts } = reading.conventions
  if (word === 'tonight' || word === 'tonights')
    return {
      value: { days: oneDay(reading.today), clock: partClock(parts.night, 'night'), isContinuous: false },
      next: at + 1,
    }
  const isEdged = ['early', 'late', 'later', 'earlier', 'in'].includes(word)
  const start = isEdged ? at + 1 : at
  const shift = todayShifts.get(wordAt(reading, start)) ?? null
  if (shift === null || ['on', 'in'].includes(wordAt(reading, start + 1))) return null
  const half = shift === 0 && !isEdged ? readHalfOfDay(reading, start + 1) : null
  if (
    half &&
    (endsClause(reading, half.next) || ['at', 'from', 'or', 'if', 'and'].includes(wordAt(reading, half.next)))
  )
    return { value: { days: oneDay(reading.today), clock: half.value, isContinuous: false }, next: half.next }
  const part = readPart(reading, start + 1, true)
  if (!part || part.value.isPlural || (shift === -1 && part.value.name === 'lunch')) return null
  const edged =
    isEdged && word !== 'in' ? narrowed(part.value.clock, word, reading.conventions.edgeMinutes) : part.value.clock
  return { value: { days: oneDay(reading.today + shift), clock: edged, isContinuous: false }, next: part.next }
}

function narrowed(clock: ClockSpan, word: string, minutes: number): ClockSpan {
  const [from, to] = [clock.from ?? 0, clock.to ?? 1440]
  return word.startsWith('early') || word === 'earlier'
    ? { ...clock, to: Math.min(to, from + minutes) }
    : { ...clock, from: Math.max(from, to - minutes) }
}

const betweenDayAndClock = new Set([',', ':', '-', 'in', 'for', '(', 'starting', 'sometime', 'anytime', '.', '|'])

/** "late Friday night", "early Monday morning". */
function readEdgedDay(reading: Reading, at: number): Found<Piece> {
  const word = wordAt(reading, at)
  if (!['early', 'late', 'later', 'earlier'].includes(word)) return null
  const start = wordAt(reading, at + 1) === 'on' ? at + 2 : at + 1
  const found = readDayThenClock(reading, start) ?? readTodayPart(reading, start)
  const clock = found?.value.clock
  if (!found || !clock?.part) return null
  // "late tonight at 11": the hour makes it exact.
  const inside = readInsidePart(reading, { value: clock, next: found.next })
  if (inside) return { value: { ...found.value, clock: { ...inside.value, isBare: false } }, next: inside.next }
  return { ...found, value: { ...found.value, clock: narrowed(clock, word, reading.conventions.edgeMinutes) } }
}

function readDayThenClock(reading: Reading, at: number): Found<Piece> {
  const days = readDays(reading, at)
  if (!days) return null
  const plain = { value: dayPiece(days.value), next: days.next }
  if (days.value.grain !== 'day') return plain
  let from = wordAt(reading, days.next) === "'s" ? days.next + 1 : days.next
  if (betweenDayAndClock.has(wordAt(reading, from)) && !readClock(reading, from, '')) from += 1
  if (wordAt(reading, from) === 't' && reading.tokens[from]?.isGlued && reading.tokens[from + 1]?.isGlued) from += 1
  const half = readHalfOfDay(reading, from)
  if (half) return withDays(days.value, half)
  const clock = readEndMoment(reading, from) ?? readClock(reading, from, '')
  if (!clock) return plain
  // "tomorrow, 30 minutes": the clock is a number of something.
  if (!isPlaced(reading, from, clock.value, clock.next)) return plain
  if (clock.value.isBare && clock.value.from === clock.value.to && from > days.next) return plain
  const exact = clock.value.part ? readInsidePart(reading, clock) : null
  return withDays(days.value, exact ?? clock)
}

/** "tomorrow afternoon from 2-4": the hours that follow a part of day make it exact, unless they have a day of their own. */
function readInsidePart(reading: Reading, part: NonNullable<Found<ClockSpan>>): Found<ClockSpan> {
  const hasComma = wordAt(reading, part.next) === ','
  const at = hasComma ? part.next + 1 : part.next
  const found = readClock(reading, at, part.value.part)
  if (!found || found.value.part || !isPlaced(reading, at, found.value, found.next)) return null
  const isRange = found.value.from !== found.value.to
  const isLed = isRange || ['from', 'between', 'at', '@'].includes(wordAt(reading, at)) || readRelation(reading, at)
  if ((found.value.isBare || hasComma) && !isLed) return null
  const from = ['on', ',', 'of'].includes(wordAt(reading, found.next)) ? found.next + 1 : found.next
  if (readDays(reading, from)) return null
  const value = settleIn(found.value, part.value.part)
  // Behind a comma only hours of that part: "Friday morning, 2-4pm" is two things.
  if (hasComma && !isWithin(value, part.value)) return null
  return { value, next: found.next }
}

function isWithin(inner: ClockSpan, outer: ClockSpan): boolean {
  if (inner.from === null || inner.to === null || outer.from === null || outer.to === null) return false
  return inner.from >= outer.from - 60 && inner.to <= outer.to + 60
}

function withDays(days: DaySpan, clock: NonNullable<Found<ClockSpan>>): Found<Piece> {
  return { value: { days, clock: { ...clock.value, isBare: false }, isContinuous: false }, next: clock.next }
}

/** A bare number beside a day is an hour when nothing that it could count follows. */
function isPlaced(reading: Reading, at: number, clock: ClockSpan, next: number): boolean {
  if (!clock.isBare) return true
  const after = reading.tokens[next]
  const isHour = (clock.from ?? clock.to ?? 0) <= 1440
  if (!isHour) return false
  if (!after || endsClause(reading, next)) return true
  if (after.kind === 'number') return false
  if (after.kind === 'mark')
    return !(
      after.isGlued &&
      ['%', '/', ':', '.', '-'].includes(after.word) &&
      reading.tokens[next + 1]?.isGlued === true
    )
  return afterAt(reading, at) > at || clock.from !== clock.to || connecting.has(after.word)
}

const connecting = new Set([
  'and',
  'or',
  'for',
  'on',
  'with',
  'if',
  'works',
  'is',
  'then',
  'but',
  'to',
  'please',
  'at',
  'would',
  'tomorrow',
  'today',
  'tonight',
  'in',
  'of',
])

/** "Friday pm", "tomorrow AM". */
function readHalfOfDay(reading: Reading, at: number): Found<ClockSpan> {
  const word = wordAt(reading, at)
  if (word !== 'am' && word !== 'pm') return null
  const { morning, afternoon } = reading.conventions.parts
  return { value: word === 'am' ? partClock(morning, 'morning') : partClock(afternoon, 'afternoon'), next: at + 1 }
}

const betweenClockAndDay = new Set([',', 'on', 'of', '-', '(', 'the', 'for'])

function readClockThenDay(reading: Reading, at: number): Found<Piece> {
  const clock = readClock(reading, at)
  if (!clock) return null
  let from = clock.next
  if (
    betweenClockAndDay.has(wordAt(reading, from)) &&
    !(wordAt(reading, from) === 'on' && readDays(reading, from)?.value.grain === 'day') &&
    wordAt(reading, from) !== 'the'
  )
    from += 1
  const isHyphen = from > clock.next && reading.tokens[clock.next]?.word === '-' && reading.tokens[clock.next]?.isGlued
  if (isHyphen && clock.value.isBare) return null
  const today = readTodayPart(reading, from)
  if (today?.value.days && !clock.value.part) {
    const again = today.value.clock?.part ? (readClock(reading, at, today.value.clock.part) ?? clock) : clock
    const settled = settleIn(atNight(again.value, today.value.clock?.part), today.value.clock?.part ?? null)
    return { value: { ...today.value, clock: { ...settled, isBare: false } }, next: today.next }
  }
  const days = readDays(reading, from)
  if (days?.value.grain !== 'day')
    return clock.value.isBare && !isOpenHour(reading, clock)
      ? null
      : { value: clockPiece({ ...clock.value, isBare: false }), next: clock.next }
  // "For five Tuesday at two": the day has an hour of its own.
  if (clock.value.isBare || clock.value.part) {
    const own = readDayThenClock(reading, from)
    // "the morning of December 5th at 9"
    if (own?.value.clock && clock.value.part && wordAt(reading, clock.next) === 'of')
      return withDays(days.value, { value: settleIn(own.value.clock, clock.value.part), next: own.next })
    if (own?.value.clock && !own.value.clock.part)
      return clock.value.isBare ? null : { value: clockPiece(clock.value), next: clock.next }
    if (
      clock.value.isBare &&
      clock.value.from === clock.value.to &&
      reading.tokens[clock.next - 1]?.kind === 'word' &&
      from === clock.next &&
      !own?.value.clock
    )
      return null
  }
  const through = readThroughDays(reading, at, days)
  if (through && !clock.value.part) return withDays(through.value, { value: clock.value, next: through.next })
  const trailing = clock.value.part ? null : readPart(reading, days.next)
  if (trailing && !trailing.value.isPlural) {
    const settled = settleIn(clock.value, trailing.value.name)
    return {
      value: { days: days.value, clock: { ...settled, isBare: false }, isContinuous: false },
      next: trailing.next,
    }
  }
  // "first thing Thursday morning": the part says the same again.
  const again = clock.value.part ? readPart(reading, days.next) : null
  const next = again && again.value.clock.part === clock.value.part ? again.next : days.next
  return withDays(days.value, { value: clock.value, next })
}

/** "9-5 MONDAY TO FRIDAY", but not "from 3pm Monday to Tuesday" and not "3pm Monday to Tuesday at 5". */
function readThroughDays(reading: Reading, at: number, first: NonNullable<Found<DaySpan>>): Found<DaySpan> {
  const after = afterRangeWord(reading, first.next, false)
  const last = after === null ? null : readDays(reading, after)
  if (last?.value.grain !== 'day' || first.value.from === null || last.value.to === null) return null
  const clock = readClock(reading, at)?.value
  if (wordAt(reading, at) === 'from' && clock?.from === clock?.to) return null
  // "Monday to Friday" said on a Wednesday: the Friday behind that Monday.
  const to = last.value.to <= first.value.from && last.value.repeats === 'week' ? last.value.to + 7 : last.value.to
  if (readClock(reading, last.next, '') || to <= first.value.from + 1) return null
  return { value: manyDays(first.value.from, to), next: last.next }
}

/** "midnight tonight" is the end of this day. */
function atNight(clock: ClockSpan, part: string | null | undefined): ClockSpan {
  const isTwelve = clock.from === 0 || (clock.from === 720 && !clock.hasMeridiem)
  const isLate = part === 'night' || part === 'evening'
  return isLate && isTwelve && clock.from === clock.to ? { ...clock, from: 1440, to: 1440, hasMeridiem: true } : clock
}

/** "after 3" at the end or before a word that goes on: an hour, not a number of something. */
function isOpenHour(reading: Reading, clock: NonNullable<Found<ClockSpan>>): boolean {
  const { from, to } = clock.value
  const after = reading.tokens[clock.next]
  if ((from === null) === (to === null) || (from ?? to ?? 0) > 1440) return false
  return (
    !after ||
    endsClause(reading, clock.next) ||
    (after.kind === 'mark'
      ? !after.isGlued || ['.', ',', '?', '!', ')'].includes(after.word)
      : connecting.has(after.word))
  )
}

/** "in 15 minutes", "today in two hours", "2 days from now at 3". */
function readOffsetMoment(reading: Reading, at: number): Found<Piece> {
  const start = wordAt(reading, at) === 'today' ? at + 1 : at
  const found = readOffset(reading, start, readDays)
  if (!found || (start > at && !found.value.clock)) return null
  return found
}

/** "two hours after noon", "30 minutes before 3pm". */
function readShiftedClock(reading: Reading, at: number): Found<Piece> {
  const duration = readDuration(reading, at)
  if (!duration || duration.value.seconds === 0 || duration.value.days > 0 || duration.value.months > 0) return null
  const word = wordAt(reading, duration.next)
  const isPrior = word === 'prior' && wordAt(reading, duration.next + 1) === 'to'
  if (!isPrior && word !== 'after' && word !== 'before' && word !== 'from' && word !== 'past') return null
  const isEarlier = isPrior || word === 'before'
  const anchor = isPrior ? duration.next + 2 : duration.next + 1
  const whole = readShiftedMoment(reading, anchor, (isEarlier ? -1 : 1) * duration.value.seconds)
  if (whole) return whole
  const moment = readClockMoment(reading, anchor)
  if (!moment || moment.value.isBare || moment.value.from === null) return null
  const shift = (isEarlier ? -1 : 1) * (duration.value.seconds / 60)
  const minute = moment.value.from + shift
  if (minute < 0 || minute >= 1440) return null
  return { value: clockPiece({ ...moment.value, from: minute, to: minute }), next: moment.next }
}

/** "2 hours after noon on Friday", "an hour before midnight tonight". */
function readShiftedMoment(reading: Reading, at: number, seconds: number): Found<Piece> {
  const moment = readMoment(reading, at)
  const { days, clock } = moment?.value ?? { days: null, clock: null }
  if (!moment || days?.grain !== 'day' || days.from === null || clock?.from == null || clock.from !== clock.to)
    return null
  const minute = clock.from + seconds / 60
  const shift = Math.floor(minute / 1440)
  const shifted = { ...clock, from: minute - shift * 1440, to: minute - shift * 1440, hasMeridiem: true }
  return { value: { ...moment.value, days: oneDay(days.from + shift), clock: shifted }, next: moment.next }
}

const endPhrases: readonly (readonly string[])[] = [
  ['end', 'of', 'the', 'day'],
  ['end', 'of', 'day'],
  ['end', 'of', 'business'],
  ['end', 'of', 'play'],
  ['close', 'of', 'business'],
  ['close', 'of', 'play'],
  ['eod'],
  ['eob'],
  ['cob'],
  ['cop'],
]

/** "EOD", "end of the day", "close of business": a moment by convention. */
function readEndMoment(reading: Reading, at: number): Found<ClockSpan> {
  const placed = ['at', 'by', 'before'].includes(wordAt(reading, at)) ? at + 1 : at
  const start = wordAt(reading, placed) === 'the' ? placed + 1 : placed
  for (const words of endPhrases) {
    const next = matchWords(reading, start, words)
    if (next === null) continue
    const minute = reading.conventions.endOfDayMinute
    const isBefore = placed > at && wordAt(reading, at) !== 'at'
    return { value: makeClock(isBefore ? null : minute, minute, { isConvention: true }), next }
  }
  return null
}

/** "end of day tomorrow", "EOD Friday", "end of the Thursday", "EOD" alone is today's. */
function readEndOfDay(reading: Reading, at: number): Found<Piece> {
  const end = readEndMoment(reading, at)
  if (end) {
    const from = ['on', 'of', ','].includes(wordAt(reading, end.next)) ? end.next + 1 : end.next
    const days = readDays(reading, from)
    if (days?.value.grain === 'day')
      return { value: { days: days.value, clock: end.value, isContinuous: false }, next: days.next }
    return { value: { days: oneDay(reading.today), clock: end.value, isContinuous: false }, next: end.next }
  }
  const of = matchWords(reading, at, ['end', 'of'])
  const days = of === null ? null : readDays(reading, of)
  if (days?.value.grain !== 'day') return null
  const minute = reading.conventions.endOfDayMinute
  return {
    value: { days: days.value, clock: makeClock(minute, minute, { isConvention: true }), isContinuous: false },
    next: days.next,
  }
}
