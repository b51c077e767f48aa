import { shortUnits, type Unit, units } from './lexicon.ts'
import { readAmount, readFraction } from './numbers.ts'
import { afterHyphen, endsClause, type Found, matchWords, type Reading, remember, wordAt } from './reading.ts'

/** A length of time; months and days are kept apart because they have no fixed length on a calendar. */
export interface Duration {
  months: number
  days: number
  /** Days that are counted without weekends. */
  businessDays: number
  seconds: number
  /** The smallest unit said. */
  unit: Unit
  /** Months, days and seconds together; a month is 30 days, a year 365. */
  total: number
}

const secondsOfUnit: Readonly<Record<Unit, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  night: 86_400,
  businessDay: 86_400,
  week: 604_800,
  workweek: 432_000,
  fortnight: 1_209_600,
  weekend: 172_800,
  month: 2_592_000,
  quarter: 7_776_000,
  season: 7_776_000,
  year: 31_536_000,
  decade: 315_360_000,
}
const monthsOfUnit: ReadonlyMap<Unit, number> = new Map([
  ['month', 1],
  ['quarter', 3],
  ['season', 3],
  ['year', 12],
  ['decade', 120],
])

export function makeDuration(amount: number, unit: Unit): Duration {
  const months = (monthsOfUnit.get(unit) ?? 0) * amount
  const isClock = unit === 'second' || unit === 'minute' || unit === 'hour'
  const inSeconds = secondsOfUnit[unit] * amount
  const whole = Math.trunc(months)
  const days = months === 0 && !isClock && unit !== 'businessDay' ? inSeconds / 86_400 : (months - whole) * 30
  return {
    months: whole,
    days: Math.trunc(days),
    businessDays: unit === 'businessDay' ? amount : 0,
    seconds: isClock ? inSeconds : Math.round((days - Math.trunc(days)) * 86_400),
    unit,
    total: inSeconds,
  }
}

function addDurations(first: Duration, second: Duration): Duration {
  return {
    months: first.months + second.months,
    days: first.days + second.days,
    businessDays: first.businessDays + second.businessDays,
    seconds: first.seconds + second.seconds,
    unit: secondsOfUnit[second.unit] < secondsOfUnit[first.unit] ? second.unit : first.unit,
    total: first.total + second.total,
  }
}

/** Words between count and unit that change nothing here: "2 more minutes", "three whole days". */
const fillers = new Set([
  'more',
  'extra',
  'additional',
  'fewer',
  'less',
  'lesser',
  'full',
  'whole',
  'entire',
  'solid',
  'other',
])

/** The unit at `at`; one-letter units only behind figures. */
export function readUnit(reading: Reading, at: number, isAfterFigure: boolean): Found<Unit> {
  const token = reading.tokens[at]
  if (!token) return null
  if (['business', 'working', 'work'].includes(token.word)) {
    const day = wordAt(reading, at + 1)
    if (day === 'day' || day === 'days') return { value: 'businessDay', next: at + 2 }
    if (day === 'week' || day === 'weeks') return { value: 'workweek', next: at + 2 }
    return null
  }
  const unit = units.get(token.word)
  if (unit !== undefined) {
    const next =
      wordAt(reading, at + 1) === '.' && reading.tokens[at + 1]?.isGlued && isShortened(token.word) ? at + 2 : at + 1
    return { value: unit, next: reading.tokens[next] || next === at + 1 ? next : at + 1 }
  }
  if (!isAfterFigure) return null
  const short = shortUnits.get(token.word)
  if (short !== undefined) return { value: short, next: at + 1 }
  const mark = markUnits.get(token.word)
  return mark && token.isGlued && !isQuoted(reading, at) ? { value: mark, next: at + 1 } : null
}

const markUnits: ReadonlyMap<string, Unit> = new Map([
  ["'", 'minute'],
  ['"', 'second'],
])
const longestQuote = 40

/** A quotation mark that closes what another has opened. */
function isQuoted(reading: Reading, at: number): boolean {
  const mark = wordAt(reading, at)
  let isOpen = false
  for (let before = at - 1; before >= 0 && before > at - longestQuote; before--)
    if (wordAt(reading, before) === mark && reading.tokens[before + 1]?.isGlued) isOpen = !isOpen
  return isOpen
}

function isShortened(word: string): boolean {
  return ['hr', 'hrs', 'min', 'mins', 'sec', 'secs', 'yr', 'yrs'].includes(word)
}

/** "40 hours a week", "2 days per month". */
function isRateBehind(reading: Reading, at: number): boolean {
  return (
    ['a', 'an', 'per', 'each'].includes(wordAt(reading, at)) &&
    units.has(wordAt(reading, at + 1)) &&
    wordAt(reading, at + 2) !== 'from'
  )
}

function isRate(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1]
  return before !== undefined && (before.kind === 'number' || units.has(before.word) || before.word === 'k')
}

/** One count with its unit: "45 min", "two hours and a half", "3-day", "half an hour", "1h30". */
function readOneDuration(reading: Reading, at: number): Found<Duration> {
  const amount = readAmount(reading, at)
  if (!amount) return readUnitAndHalf(reading, at)
  if (amount.value === 0 && amount.next === at + 1 && wordAt(reading, at) === 'zero') return null
  let next = amount.next
  const isFigure = reading.tokens[next - 1]?.kind === 'number'
  // "20ish minutes"
  next = matchWords(reading, next, ['ish']) ?? matchWords(reading, next, ['-', 'ish']) ?? next
  if (fillers.has(wordAt(reading, next))) next += 1
  const unit = readUnit(reading, afterHyphen(reading, next), isFigure && next === amount.next)
  if (!unit) return null
  const article = wordAt(reading, at)
  // "$12 an hour", "40 hours a week": a rate.
  if (
    (article === 'a' || article === 'an' || article === 'per') &&
    isRate(reading, at) &&
    wordAt(reading, unit.next) !== 'from'
  )
    return null
  // "some day", unlike "some days", is no time.
  if (article === 'some' && !wordAt(reading, unit.next - 1).endsWith('s')) return null
  // "a second" and "a may": an article does not make a count of what is an ordinal or a month.
  if ((article === 'a' || article === 'an') && amount.next === at + 1 && unit.value === 'second')
    return ['sec', 'secs'].includes(wordAt(reading, unit.next - 1))
      ? { value: makeDuration(1, 'second'), next: unit.next }
      : null
  const fraction = readFraction(reading, unit.next)
  if (fraction) return { value: makeDuration(amount.value + fraction.value, unit.value), next: fraction.next }
  const long = matchWords(reading, unit.next, ['-', 'long'])
  return { value: makeDuration(amount.value, unit.value), next: long ?? unit.next }
}

/** "hour and a half". */
function readUnitAndHalf(reading: Reading, at: number): Found<Duration> {
  const word = wordAt(reading, at)
  if (word !== 'hour' && word !== 'day' && word !== 'year') return null
  const fraction = readFraction(reading, at + 1)
  return fraction && { value: makeDuration(1 + fraction.value, word), next: fraction.next }
}

const ages = new Set(['old', 'olds'])
const notLengthBehind = new Set(['twice', 'times', 'once', 'thrice', 'just'])

/** "45 min", "1h30", "two hours and a half", "5 days, 2 hours and 10 minutes", "1 hour fifteen". */
export function readDuration(reading: Reading, at: number): Found<Duration> {
  return remember(reading, 'readDuration', at, () => readDurationAnew(reading, at))
}

function readDurationAnew(reading: Reading, at: number): Found<Duration> {
  const first = readOneDuration(reading, at)
  // "twice a week", "just a minute".
  if (!first || notLengthBehind.has(wordAt(reading, at - 1))) return null
  let { value, next } = first
  for (let parts = 1; parts < 6; parts++) {
    const joined = readJoined(reading, next)
    const more = readOneDuration(reading, joined)
    if (!more || secondsOfUnit[more.value.unit] === secondsOfUnit[value.unit]) break
    if (joined > next && wordAt(reading, joined) === 'a') break
    value = addDurations(value, more.value)
    next = more.next
  }
  if (isRateBehind(reading, next) || ages.has(wordAt(reading, afterHyphen(reading, next)))) return null
  if (isDecade(reading, at, next)) return null
  const loose = value.unit === 'hour' ? readLooseMinutes(reading, next) : null
  if (loose) return { value: addDurations(value, makeDuration(loose.value, 'minute')), next: loose.next }
  return { value, next }
}

/** "the 60s", "the 1990s". */
function isDecade(reading: Reading, at: number, next: number): boolean {
  return (
    wordAt(reading, at - 1) === 'the' &&
    next === at + 2 &&
    wordAt(reading, at + 1) === 's' &&
    (reading.tokens[at]?.value ?? 1) % 10 === 0
  )
}

function readJoined(reading: Reading, at: number): number {
  const afterComma = wordAt(reading, at) === ',' ? at + 1 : at
  return wordAt(reading, afterComma) === 'and' ? afterComma + 1 : afterComma
}

/** "2 hours and twenty": the minutes end the clause. */
function readAddedMinutes(reading: Reading, at: number): Found<number> {
  const amount = readAmount(reading, at)
  if (!amount || amount.value % 5 !== 0 || amount.value > 55 || amount.value < 5) return null
  return endsClause(reading, amount.next) || ['works', 'would', 'is', 'please'].includes(wordAt(reading, amount.next))
    ? amount
    : null
}

/** "1 hour fifteen", "1h30": minutes without their unit. */
function readLooseMinutes(reading: Reading, at: number): Found<number> {
  const isAdded = wordAt(reading, at) === 'and'
  if (isAdded) return readAddedMinutes(reading, at + 1)
  const token = reading.tokens[at]
  if (token?.kind === 'number') return isLooseFigure(reading, at) ? { value: token.value, next: at + 1 } : null
  if (!['fifteen', 'thirty', 'forty', 'twenty', 'ten', 'fortyfive'].includes(token?.word ?? '')) return null
  const amount = readAmount(reading, at)
  return amount && amount.value < 60 ? amount : null
}

/** "1h30"; "2 hours 30" where nothing follows. */
function isLooseFigure(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]
  if (!token || token.isOrdinal || token.word.length !== 2 || token.value >= 60) return false
  if (token.isGlued) return !reading.tokens[at + 1]?.isGlued
  const isEnd = !reading.tokens[at + 1] || ['.', '?', '!', ')'].includes(wordAt(reading, at + 1))
  return token.value % 5 === 0 && isEnd && !reading.tokens[at + 1]?.isGlued
}
