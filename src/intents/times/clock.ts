import { smallCounts, tens, weekdays } from './lexicon.ts'
import { readNumber, readOrdinal } from './numbers.ts'
import { afterHyphen, endsClause, type Found, matchWords, type Reading, startsClause, wordAt } from './reading.ts'

/** One clock time. */
export interface ClockPoint {
  /** Minutes after midnight with fractions for seconds, as the figures stand: "3" is 180 until its half of the day is known. */
  minute: number
  /** The half of the day that was said, or null. */
  half: 'am' | 'pm' | null
  /** The figures exist twice a day: 1 to 12 without am, pm or a leading zero. */
  isTwelveHour: boolean
  /** Only a number: "3", "1030"; understood beside something that is clearly about time. */
  isBare: boolean
}

const relationsPast = new Set(['past', 'after'])
const relationsTo = new Set(['to', 'before', 'till', 'until', 'of'])

/** "3pm", "15:30", "half past three", "noon", "seven thirty", "10 h", "3 o'clock"; `isAfterAt`: "at" stands before it. */
export function readClockPoint(reading: Reading, at: number, isAfterAt = false): Found<ClockPoint> {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at
  const found =
    readNamedPoint(reading, start) ?? readSpokenPoint(reading, start) ?? readPlainPoint(reading, at, isAfterAt)
  return found && readIsh(reading, found)
}

function readIsh(reading: Reading, found: NonNullable<Found<ClockPoint>>): Found<ClockPoint> {
  const isIsh = wordAt(reading, found.next) === 'ish' || matchWords(reading, found.next, ['-', 'ish']) !== null
  if (!isIsh) return found
  const next = wordAt(reading, found.next) === 'ish' ? found.next + 1 : found.next + 2
  const value = { ...found.value, isBare: false }
  return found.value.half === null ? applyHalf(reading, { value, next }) : { value, next }
}

function exactPoint(minute: number): ClockPoint {
  return { minute, half: null, isTwelveHour: false, isBare: false }
}

const namedPoints: ReadonlyMap<string, number> = new Map([
  ['noon', 720],
  ['noontime', 720],
  ['noonish', 720],
  ['midnite', 0],
  ['midday', 720],
  ['midnight', 0],
])

function readNamedPoint(reading: Reading, at: number): Found<ClockPoint> {
  const from = reading.tokens[at]?.value === 12 && !reading.tokens[at]?.isOrdinal ? at + 1 : at
  const skipped = from > at && ["o'clock", 'oclock'].includes(wordAt(reading, from)) ? from + 1 : from
  const minute = namedPoints.get(wordAt(reading, skipped))
  if (minute !== undefined) return { value: exactPoint(minute), next: skipped + 1 }
  if (wordAt(reading, at) !== 'mid') return null
  const next = afterHyphen(reading, at + 1)
  if (wordAt(reading, next) === 'day') return { value: exactPoint(720), next: next + 1 }
  return wordAt(reading, next) === 'night' ? { value: exactPoint(0), next: next + 1 } : null
}

interface SpokenMinutes {
  minutes: number
  next: number
  isFigure: boolean
  hasUnit: boolean
}

function readSpokenMinutes(reading: Reading, at: number): SpokenMinutes | null {
  const from = wordAt(reading, at) === 'a' ? at + 1 : at
  const word = wordAt(reading, from)
  if (word === 'three' && ['quarter', 'quarters'].includes(wordAt(reading, from + 1)))
    return { minutes: 45, next: from + 2, isFigure: false, hasUnit: true }
  const hour = word === 'half' ? matchWords(reading, from + 1, ['an', 'hour']) : null
  if (hour !== null) return { minutes: 30, next: hour, isFigure: false, hasUnit: true }
  if (word === 'quarter' || word === 'half')
    return { minutes: word === 'half' ? 30 : 15, next: from + 1, isFigure: false, hasUnit: true }
  const count = readNumber(reading, at)
  if (!count || count.value < 1 || count.value > 59) return null
  const unit = wordAt(reading, count.next)
  const hasUnit = ['minutes', 'minute', 'min', 'mins'].includes(unit)
  return {
    minutes: count.value,
    next: hasUnit ? count.next + 1 : count.next,
    isFigure: reading.tokens[at]?.kind === 'number',
    hasUnit,
  }
}

/** "half past 2", "a quarter to three pm", "20 after 3", "four min past 9 h 20 pm". */
function readSpokenPoint(reading: Reading, at: number): Found<ClockPoint> {
  const spoken = readSpokenMinutes(reading, at)
  if (!spoken) return null
  const relationAt = afterHyphen(reading, spoken.next)
  const relation = wordAt(reading, relationAt)
  const isPast = relationsPast.has(relation)
  if (wordAt(reading, at) === 'half' && !isPast) return readHalfHour(reading, relationAt)
  if (!isPast && !relationsTo.has(relation)) return null
  if (!isPast && spoken.minutes === 30) return null
  const hourAt = afterHyphen(reading, relationAt + 1)
  const hour = readNamedPoint(reading, hourAt) ?? readPlainPoint(reading, hourAt, true)
  if (!hour) return null
  // "10 to 12" is a range, "ten minutes to 12", "15 to noon" and "twenty to four" are moments.
  const isExactHour = !hour.value.isBare && !spoken.isFigure
  const isNamed = namedPoints.has(wordAt(reading, hourAt))
  const before = wordAt(reading, at - 1)
  // "five to seven today" is a range, "at five to seven" a moment.
  const isTold = ['at', 'around', 'about', "it's", 'its', 'by', '@', "'s"].includes(before)
  // "ten to eight" runs backwards as a range, "ten before six" is none.
  const isBackwards = hour.value.minute < spoken.minutes * 60 || relation === 'before'
  const isOddFigure = !(isTold || isBackwards ? [5, 10, 20, 25] : [20, 25]).includes(spoken.minutes)
  const isExactBefore = isExactPoint(hour.value) && (relation === 'before' || relation === 'of')
  const isPlainBefore = !spoken.hasUnit && !isPast && !isNamed
  if (isPlainBefore && (spoken.isFigure ? !(isExactBefore || isTold) || spoken.minutes % 5 !== 0 : isOddFigure))
    return null
  // "9 to noon" is a range, "15 to noon" a moment.
  if (!spoken.hasUnit && !isPast && isNamed && spoken.minutes <= 12 && spoken.minutes !== 5) return null
  // "ten after three" in words; "5 after 3" only where nothing else is said before it.
  const isRound = [5, 10].includes(spoken.minutes) && (!spoken.isFigure || isTold || startsClause(reading, at))
  if (!spoken.hasUnit && relation === 'after' && !isRound) {
    if (isOddFigure && !isExactHour && spoken.minutes !== 15) return null
    if (spoken.minutes <= 12 && spoken.isFigure) return null
  }
  const minute = (hour.value.minute + (isPast ? spoken.minutes : 1440 - spoken.minutes)) % 1440
  return { value: { ...hour.value, minute, isBare: false }, next: hour.next }
}

function isExactPoint(point: ClockPoint): boolean {
  return !point.isBare && point.minute % 60 === 0
}

/** British "half three": half past three. */
function readHalfHour(reading: Reading, at: number): Found<ClockPoint> {
  const hour = readPlainPoint(reading, at, false)
  if (!hour?.value.isBare && hour?.value.half === null) return null
  if (!hour || hour.value.minute % 60 !== 0 || !(hour.value.isTwelveHour || hour.value.half)) return null
  return { value: { ...hour.value, minute: hour.value.minute + 30, isBare: false }, next: hour.next }
}

/** Figures or number words with what may follow them: minutes, seconds, o'clock, am or pm. */
function readPlainPoint(reading: Reading, at: number, isAfterAt: boolean): Found<ClockPoint> {
  const token = reading.tokens[at]
  if (!token || token.isOrdinal) return null
  if (token.kind === 'number') return readFigures(reading, at, isAfterAt)
  return smallCounts.has(token.word) || tens.has(token.word) ? readWordedPoint(reading, at, isAfterAt) : null
}

function makePoint(hour: number, minute: number, isBare: boolean, isPadded: boolean): ClockPoint | null {
  if (hour > 24 || minute >= 60 || (hour === 24 && minute > 0)) return null
  const isTwelveHour = hour >= 1 && hour <= 12 && !isPadded
  return { minute: hour * 60 + minute, half: null, isTwelveHour, isBare }
}

const besideDotted = new Set(['-', 'to', 'until', 'till'])
const beforeDotted = new Set([
  ...besideDotted,
  'from',
  'after',
  'before',
  'by',
  'between',
  'past',
  'than',
  'around',
  'and',
  'mean',
  'meant',
  'sorry',
  'it',
  'do',
  'say',
  'be',
  'no',
  'actually',
])
/** What happens at an hour: "kick-off 19.45". */
const beforeHours = new Set('off doors starts begins opens closes leaves departs arrives finishes ends'.split(' '))

/** Whether hours may be written with a dot behind that word: "Monday 8.30", "from 8.30". */
function isDottedBehind(word: string): boolean {
  return beforeDotted.has(word) || weekdays.has(word)
}

function readFigures(reading: Reading, at: number, isAfterAt: boolean): Found<ClockPoint> {
  const token = reading.tokens[at]
  if (!token || token.word.length > 4) return null
  if (token.word.length > 2) return readMilitary(reading, at, isAfterAt)
  const mark = reading.tokens[at + 1]
  const minutes = reading.tokens[at + 2]
  const isPadded = token.word.length === 2 && token.word.startsWith('0')
  const isSpaced = mark?.word === ':' && !mark.isGlued && minutes?.isGlued === false
  const hasMinutes =
    minutes?.kind === 'number' &&
    (minutes.isGlued || isSpaced) &&
    minutes.word.length === 2 &&
    !minutes.isOrdinal &&
    (mark?.isGlued || isSpaced)
  if (hasMinutes && (mark.word === ':' || mark.word === 'h')) {
    const seconds = readSeconds(reading, at + 3)
    const point = makePoint(token.value, minutes.value + (seconds?.value ?? 0) / 60, false, isPadded)
    // "1h30" alone is a length.
    const isShort = mark.word === 'h' && token.value <= 3 && !isAfterAt
    const next = seconds?.next ?? at + 3
    // "18:00h"
    const tail = mark.word === ':' && hourTails.has(wordAt(reading, next)) ? next + 1 : next
    return point && applyHalf(reading, { value: { ...point, isBare: isShort }, next: tail })
  }
  if (hasMinutes && mark.word === '.') {
    const isHours = hourTails.has(wordAt(reading, at + 3)) || wordAt(reading, at + 3) === 'hours'
    const point = makePoint(token.value, minutes.value, true, isPadded)
    // "14.00hrs"; "1.50 hours" is a length.
    if (point && isHours && (isAfterAt || token.word.length === 2))
      return { value: { ...point, isBare: false }, next: at + 4 }
    const whole = point && applyHalf(reading, { value: point, next: at + 3 })
    if (whole && (!whole.value.isBare || isAfterAt)) return whole
    if (whole && beforeHours.has(wordAt(reading, at - 1)) && minutes.value % 5 === 0)
      return { ...whole, value: { ...whole.value, isBare: false } }
    // "14.20 - 16.10" is hours; "3.50" alone may be money.
    if (whole)
      return besideDotted.has(wordAt(reading, at + 3)) || isDottedBehind(wordAt(reading, at - 1)) ? whole : null
  }
  const bare = makePoint(token.value, 0, true, isPadded)
  if (!bare) return null
  const spoken = readSpacedMinutes(reading, at, bare, isAfterAt)
  if (spoken) return spoken
  const next = afterHourWord(reading, at + 1)
  // "3h" alone is a length.
  const isSure = next > at + 1 && (wordAt(reading, at + 1) !== 'h' || bare.minute > 720 || isAfterAt)
  return applyHalf(reading, { value: isSure ? { ...bare, isBare: false } : bare, next })
}

/** "3 15 pm", "at 3 15", "10 H 10". */
function readSpacedMinutes(reading: Reading, at: number, hour: ClockPoint, isAfterAt: boolean): Found<ClockPoint> {
  const hasHour = wordAt(reading, at + 1) === 'h'
  const minutes = reading.tokens[hasHour ? at + 2 : at + 1]
  if (minutes?.kind !== 'number' || minutes.isOrdinal || minutes.word.length !== 2 || minutes.value > 59) return null
  // "3 12/5": an hour and a date.
  const after = reading.tokens[hasHour ? at + 3 : at + 2]
  if (after?.isGlued && ['/', '-'].includes(after.word) && reading.tokens[hasHour ? at + 4 : at + 3]?.isGlued)
    return null
  const point = { ...hour, minute: hour.minute + minutes.value }
  const whole = applyHalf(reading, { value: point, next: hasHour ? at + 3 : at + 2 })
  if (!whole) return null
  return hasHour || isAfterAt || whole.value.half !== null
    ? { ...whole, value: { ...whole.value, isBare: false } }
    : null
}

function readSeconds(reading: Reading, at: number): Found<number> {
  const seconds = reading.tokens[at + 1]
  if (wordAt(reading, at) !== ':' || seconds?.kind !== 'number' || !seconds.isGlued || seconds.word.length !== 2)
    return null
  return seconds.value < 60 ? { value: seconds.value, next: at + 2 } : null
}

/** "0730", "1530h", "715 pm". */
function readMilitary(reading: Reading, at: number, isAfterAt: boolean): Found<ClockPoint> {
  const token = reading.tokens[at]
  if (!token) return null
  const point = makePoint(Math.floor(token.value / 100), token.value % 100, true, token.word.startsWith('0'))
  if (!point) return null
  const hasUnit = ['h', 'hrs', 'hours', 'hour'].includes(wordAt(reading, at + 1)) && token.word.length === 4
  const whole = applyHalf(reading, { value: { ...point, isBare: !hasUnit }, next: hasUnit ? at + 2 : at + 1 })
  if (!whole?.value.isBare) return whole
  return token.word.length === 4 || isAfterAt || isMilitaryRange(reading, at)
    ? { ...whole, value: { ...whole.value, isTwelveHour: point.isTwelveHour } }
    : null
}

/** "830-915 am": both ends without marks. */
function isMilitaryRange(reading: Reading, at: number): boolean {
  const last = reading.tokens[at + 2]
  if (!['-', 'to'].includes(wordAt(reading, at + 1)) || last?.kind !== 'number') return false
  return (last.word.length === 3 || last.word.length === 4) && ['am', 'pm'].includes(wordAt(reading, at + 3))
}

/** "three", "three thirty pm", "seven o'clock", "eleven oh five". */
function readWordedPoint(reading: Reading, at: number, isAfterAt: boolean): Found<ClockPoint> {
  // "twenty sixth of May" is a day.
  if (readOrdinal(reading, at)) return null
  const hundred = readHundredHours(reading, at)
  if (hundred) return hundred
  const hour = smallCounts.get(wordAt(reading, at)) ?? readNumber(reading, at)?.value
  const hourNext = smallCounts.has(wordAt(reading, at)) ? at + 1 : (readNumber(reading, at)?.next ?? at + 1)
  if (hour === undefined || hour < 1 || hour > 24) return null
  const bare = makePoint(hour, 0, true, false)
  if (!bare) return null
  const minutes = readMinuteWords(reading, hourNext) ?? (isAfterAt ? readLoneMinute(reading, hourNext) : null)
  if (minutes) {
    const point = makePoint(hour, minutes.value, false, false)
    const isOh = ['oh', 'o'].includes(wordAt(reading, hourNext))
    const isLed = ['for', 'from', 'until', 'till', 'by', 'to', '-', 'between', 'and'].includes(wordAt(reading, at - 1))
    const isSure =
      isAfterAt ||
      isOh ||
      isToldAlone(reading, at, hour, minutes) ||
      (minutes.value >= 10 && (isLed || minutes.value % 15 === 0))
    return point && applyHalf(reading, { value: { ...point, isBare: !isSure }, next: minutes.next })
  }
  const next = afterHourWord(reading, hourNext)
  return applyHalf(reading, { value: next > hourNext ? { ...bare, isBare: false } : bare, next })
}

/** "eighteen hundred hours": a full hour, as soldiers say it. */
function readHundredHours(reading: Reading, at: number): Found<ClockPoint> {
  const number = readNumber(reading, at)
  if (!number || number.value % 100 !== 0 || wordAt(reading, number.next - 1) !== 'hundred') return null
  if (!['hours', 'hrs'].includes(wordAt(reading, number.next))) return null
  // "two hundred hours" is a length.
  if (number.value < 1000 && !['oh', 'o', 'zero'].includes(wordAt(reading, at - 1))) return null
  const point = makePoint(number.value / 100, 0, false, true)
  return point && { value: point, next: number.next + 1 }
}

/** "eighteen forty", "nine twenty works": nothing else is said that the words could count; "nineteen fifty" is a year. */
function isToldAlone(reading: Reading, at: number, hour: number, minutes: { value: number; next: number }): boolean {
  if (
    !startsClause(reading, at) ||
    hour === 19 ||
    hour === 20 ||
    minutes.value < 10 ||
    (hour === 9 && minutes.value === 11)
  )
    return false
  return endsClause(reading, minutes.next) || behindTold.has(wordAt(reading, minutes.next))
}

const behindTold = new Set(
  'works suits is would sharp on tomorrow today tonight please for then instead if or'.split(' '),
)

/** "at eleven five": only at the end, or it would be a count. */
function readLoneMinute(reading: Reading, at: number): Found<number> {
  const minute = smallCounts.get(wordAt(reading, at))
  const after = reading.tokens[at + 1]
  const isEnd =
    endsClause(reading, at + 1) || ['am', 'pm', 'works', 'would', 'is', 'please'].includes(after?.word ?? '')
  return minute !== undefined && minute > 0 && minute < 10 && isEnd ? { value: minute, next: at + 1 } : null
}

const minuteUnits = new Set(['minute', 'minutes', 'min', 'mins', 'hour', 'hours', 'day', 'days', 'people'])

function readMinuteWords(reading: Reading, at: number): Found<number> {
  if (['oh', 'o', 'zero'].includes(wordAt(reading, at))) {
    const single = smallCounts.get(wordAt(reading, at + 1))
    return single !== undefined && single < 10 ? { value: single, next: at + 2 } : null
  }
  const from = afterHyphen(reading, at)
  if (reading.tokens[from]?.kind !== 'word' || wordAt(reading, from) === 'a') return null
  const count = readNumber(reading, from)
  if (!count || count.value < 10 || count.value > 59) return null
  const after = wordAt(reading, afterHyphen(reading, count.next))
  return minuteUnits.has(after) ? null : count
}

const hourWords = new Set(["o'clock", 'oclock', 'clock'])
const hourTails = new Set(['h', 'hrs', 'uhr'])

function afterHourWord(reading: Reading, at: number): number {
  const token = reading.tokens[at]
  if (!token) return at
  if (hourWords.has(token.word)) return at + 1
  if (token.word === 'o' && wordAt(reading, at + 1) === 'clock') return at + 2
  if (token.word === 'o' && wordAt(reading, at + 1) === "'" && wordAt(reading, at + 2) === 'clock') return at + 3
  return token.word === 'h' ? at + 1 : at
}

/** The half of the day behind a clock time: "am", "p.m.", "p m", "3p", "ampm". */
function applyHalf(reading: Reading, found: { value: ClockPoint; next: number }): Found<ClockPoint> {
  const half = readHalf(reading, found.next)
  if (!half) return found
  // "4a" alone is a seat or a paper size.
  if (half.next === found.next + 1 && wordAt(reading, found.next) === 'a' && found.value.isBare)
    return { value: { ...withHalf(found.value, 'am'), isBare: true }, next: half.next }
  if (half.value === 'either') return { value: { ...found.value, isBare: false }, next: half.next }
  return { value: withHalf(found.value, half.value), next: half.next }
}

/** The point in that half of the day; 24 h figures keep their meaning. */
export function withHalf(point: ClockPoint, half: 'am' | 'pm'): ClockPoint {
  const hour = Math.floor(point.minute / 60)
  const rest = point.minute - hour * 60
  const isTwelve = hour >= 1 && hour <= 12
  const minute = isTwelve ? ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + rest : point.minute
  return { minute, half, isTwelveHour: false, isBare: false }
}

function readHalf(reading: Reading, at: number): Found<'am' | 'pm' | 'either'> {
  const token = reading.tokens[at]
  if (!token) return null
  if (token.word === 'am' || token.word === 'pm') {
    // "am/pm" leaves it open.
    if (wordAt(reading, at + 1) === '/' && ['am', 'pm'].includes(wordAt(reading, at + 2)))
      return { value: 'either', next: at + 3 }
    return { value: token.word, next: at + 1 }
  }
  if (token.word === 'ampm') return { value: 'either', next: at + 1 }
  if (token.word === 'in') {
    const half = wordAt(reading, at + 2)
    const isHalf = wordAt(reading, at + 1) === 'the' && (half === 'am' || half === 'pm')
    return isHalf ? { value: half, next: at + 3 } : null
  }
  if (token.word !== 'a' && token.word !== 'p') return null
  const half = token.word === 'a' ? 'am' : 'pm'
  if (wordAt(reading, at + 1) === 'm') return { value: half, next: at + 2 }
  return token.isGlued && !reading.tokens[at + 1]?.isGlued ? { value: half, next: at + 1 } : readGluedHalf(reading, at)
}

function readGluedHalf(reading: Reading, at: number): Found<'am' | 'pm'> {
  const [token, after] = [reading.tokens[at], reading.tokens[at + 1]]
  if (!token?.isGlued || after?.kind !== 'mark') return null
  return { value: token.word === 'a' ? 'am' : 'pm', next: at + 1 }
}
