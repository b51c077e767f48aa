import { readClock } from './clockSpans.ts'
import { readUnit } from './durations.ts'
import { type Unit, weekdayPlurals } from './lexicon.ts'
import { readAmount, readNumber, readOrdinal } from './numbers.ts'
import { readPart } from './parts.ts'
import { afterHyphen, type ClockSpan, type Found, matchWords, type Reading, wordAt } from './reading.ts'
import { makeRecurring, type RecurrenceRule, type Recurring } from './recurrence.ts'
import { monthlyWeekday, readRecurringDate } from './recurringDates.ts'
import { readCount, readWeekdayWord, readWeekShift } from './weekdays.ts'

const workdays = [1, 2, 3, 4, 5]
const weekendDays = [6, 7]
const everyDay = [1, 2, 3, 4, 5, 6, 7]

const adverbs: ReadonlyMap<string, readonly [RecurrenceRule['freq'], number]> = new Map([
  ['daily', ['daily', 1]],
  ['everyday', ['daily', 1]],
  ['nightly', ['daily', 1]],
  ['weekly', ['weekly', 1]],
  ['biweekly', ['weekly', 2]],
  ['fortnightly', ['weekly', 2]],
  ['monthly', ['monthly', 1]],
  ['bimonthly', ['monthly', 2]],
  ['quarterly', ['monthly', 3]],
  ['semiannually', ['monthly', 6]],
  ['semiannual', ['monthly', 6]],
  ['biannually', ['monthly', 6]],
  ['triweekly', ['weekly', 3]],
  ['yearly', ['yearly', 1]],
  ['annual', ['yearly', 1]],
  ['annually', ['yearly', 1]],
  ['hourly', ['hourly', 1]],
])

export const recurringStarts: readonly string[] = [
  ...adverbs.keys(),
  'bi',
  'semi',
  'tri',
  'every',
  'each',
  'once',
  'alternate',
  'alternating',
]

const ruleOfUnit: ReadonlyMap<Unit, readonly [RecurrenceRule['freq'], number, readonly number[] | null]> = new Map([
  ['minute', ['minutely', 1, null]],
  ['hour', ['hourly', 1, null]],
  ['day', ['daily', 1, null]],
  ['businessDay', ['weekly', 1, workdays]],
  ['week', ['weekly', 1, null]],
  ['fortnight', ['weekly', 2, null]],
  ['weekend', ['weekly', 1, weekendDays]],
  ['month', ['monthly', 1, null]],
  ['quarter', ['monthly', 3, null]],
  ['year', ['yearly', 1, null]],
] as const)

/** "every Monday at 4", "daily", "each other week", "3pm every day", "Tuesdays and Thursdays", "weekdays 9-5", "mornings". */
export function readRecurring(reading: Reading, at: number): Found<Recurring> {
  const base = readBase(reading, at)
  if (base) {
    const whole = addWeekdays(reading, base)
    // "Mornings but not Monday" may be those of one week.
    if (pluralParts.has(wordAt(reading, at))) return addClock(reading, whole)
    const timed = addClock(reading, leaveOut(reading, whole))
    return timed && leaveOut(reading, timed)
  }
  const weekday = readWeekdayWord(reading, wordAt(reading, at) === 'on' ? at + 1 : at)
  const weekly = weekday && readBase(reading, weekday.next)
  if (weekly?.value.rule.freq === 'weekly' && !weekly.value.weekdays && !weekly.value.clock)
    return { value: makeRecurring('weekly', weekly.value.rule.interval, [weekday?.value ?? 1]), next: weekly.next }
  const clock = readClock(reading, at)
  if (!clock || clock.value.part) return null
  const isCount = clock.value.isBare && clock.next === at + 1
  const from = [',', 'on'].includes(wordAt(reading, clock.next)) ? clock.next + 1 : clock.next
  const after = readBase(reading, from)
  // "10 weekdays": how many.
  if (
    !after ||
    after.value.clock ||
    (isCount && from === clock.next && !['every', 'each'].includes(wordAt(reading, from)))
  )
    return null
  return { value: withClock(after.value, clock.value), next: after.next }
}

/** "every other week on Tuesday". */
function addWeekdays(reading: Reading, base: NonNullable<Found<Recurring>>): NonNullable<Found<Recurring>> {
  const { rule, weekdays, clock } = base.value
  if (rule.freq !== 'weekly' || weekdays || clock || wordAt(reading, base.next) !== 'on') return base
  const days = readWeekdayList(reading, base.next + 1)
  return days ? { value: makeRecurring('weekly', rule.interval, days.value), next: days.next } : base
}

const exceptions: readonly (readonly string[])[] = [
  ['except', 'for'],
  ['except', 'on'],
  ['except'],
  ['excluding'],
  ['excl'],
  ['apart', 'from'],
  ['other', 'than'],
  ['aside', 'from'],
  ['but', 'not'],
  ['but'],
  ['bar'],
  ['save'],
]

/** "every weekday except Friday", "daily apart from Sundays": the days that remain. */
function leaveOut(reading: Reading, base: NonNullable<Found<Recurring>>): NonNullable<Found<Recurring>> {
  const { rule, weekdays, clock } = base.value
  const all = rule.freq === 'daily' ? everyDay : rule.freq === 'weekly' ? weekdays : null
  if (!all || rule.interval !== 1) return base
  const start = wordAt(reading, base.next) === ',' ? base.next + 1 : base.next
  for (const words of exceptions) {
    const from = matchWords(reading, start, words)
    if (from === null) continue
    const list = readWeekdayList(reading, ['on', 'every', 'the'].includes(wordAt(reading, from)) ? from + 1 : from)
    const rest = list ? all.filter((day) => !list.value.includes(day)) : []
    if (!list || rest.length === 0 || rest.length === all.length) return base
    const { byday } = makeRecurring('weekly', 1, rest).rule
    return { value: { rule: { ...rule, freq: 'weekly', byday: byday ?? [] }, weekdays: rest, clock }, next: list.next }
  }
  return base
}

function readBase(reading: Reading, at: number): Found<Recurring> {
  return (
    readRecurringDate(reading, at) ??
    readAdverb(reading, at) ??
    readOnce(reading, at) ??
    readEvery(reading, at) ??
    readPlural(reading, at)
  )
}

function readAdverb(reading: Reading, at: number): Found<Recurring> {
  const isBi = ['bi', 'semi', 'tri'].includes(wordAt(reading, at)) && wordAt(reading, at + 1) === '-'
  const row = adverbs.get(isBi ? `${wordAt(reading, at)}${wordAt(reading, at + 2)}` : wordAt(reading, at))
  if (!row) return null
  const recurring = makeRecurring(row[0], row[1], null)
  const next = isBi ? at + 3 : at + 1
  if (wordAt(reading, next) !== 'on') return { value: recurring, next }
  const weekdays = row[0] === 'weekly' ? readWeekdayList(reading, next + 1) : null
  if (weekdays) return { value: makeRecurring('weekly', row[1], weekdays.value), next: weekdays.next }
  const start = wordAt(reading, next + 1) === 'the' ? next + 2 : next + 1
  const day = row[0] === 'monthly' ? readOrdinal(reading, start) : null
  if (!day || day.value > 31) return { value: recurring, next }
  recurring.rule.bymonthday = day.value
  return { value: recurring, next: day.next }
}

/** "once a week", "once per month". */
function readOnce(reading: Reading, at: number): Found<Recurring> {
  if (wordAt(reading, at) !== 'once' || !['a', 'an', 'per', 'every', 'each'].includes(wordAt(reading, at + 1)))
    return null
  const every = readEvery(reading, at + 1)
  if (every) return every
  const unit = readUnit(reading, at + 2, false)
  const row = unit && ruleOfUnit.get(unit.value)
  return unit && row ? { value: makeRecurring(row[0], row[1], row[2]), next: unit.next } : null
}

/** "every", "each" or "per" with what comes back. */
function readEvery(reading: Reading, at: number): Found<Recurring> {
  const word = wordAt(reading, at)
  if (word === 'alternate' || word === 'alternating') return readAlternate(reading, at + 1)
  if (word !== 'every' && word !== 'each') return null
  let from = at + 1
  if (['single', 'and'].includes(wordAt(reading, from))) from += 1
  let interval = 1
  if (['other', 'alternate'].includes(wordAt(reading, from))) {
    interval = 2
    from += 1
  } else {
    const count = readOrdinal(reading, from) ?? readNumber(reading, from) ?? readAmount(reading, from)
    if (count && count.value > 0 && isRecurringNoun(reading, afterHyphen(reading, count.next))) {
      interval = count.value
      from = afterHyphen(reading, count.next)
    }
  }
  const counted = readCountedWeekday(reading, at + 1)
  if (counted) return counted
  const weekdays = readWeekdayList(reading, from)
  if (weekdays) return { value: makeRecurring('weekly', interval, weekdays.value), next: weekdays.next }
  const unit = readUnit(reading, from, false)
  const row = unit && ruleOfUnit.get(unit.value)
  // "every half hour"
  if (unit?.value === 'hour' && !Number.isInteger(interval))
    return { value: makeRecurring('minutely', Math.round(interval * 60), null), next: unit.next }
  if (unit && row) return { value: makeRecurring(row[0], Math.ceil(row[1] * interval), row[2]), next: unit.next }
  const part = readPart(reading, from, true)
  if (part) return { value: withClock(makeRecurring('daily', interval, null), part.value.clock), next: part.next }
  const day = readOrdinal(reading, wordAt(reading, from) === 'the' ? from + 1 : from)
  if (!day || day.value > 31) return null
  const monthly = makeRecurring('monthly', interval, null)
  monthly.rule.bymonthday = day.value
  return { value: monthly, next: day.next }
}

/** "alternate Fridays", "alternate weeks". */
function readAlternate(reading: Reading, at: number): Found<Recurring> {
  const weekdays = readWeekdayList(reading, at)
  if (weekdays) return { value: makeRecurring('weekly', 2, weekdays.value), next: weekdays.next }
  const unit = readUnit(reading, at, false)
  const row = unit && ruleOfUnit.get(unit.value)
  return unit && row ? { value: makeRecurring(row[0], row[1] * 2, row[2]), next: unit.next } : null
}

/** "every first Monday of the month", "each last Friday": the n-th such weekday of every month. */
function readCountedWeekday(reading: Reading, at: number): Found<Recurring> {
  const count = readCount(reading, at)
  const weekday = count && readWeekdayWord(reading, count.next)
  const next =
    weekday &&
    (matchWords(reading, weekday.next, ['of', 'the', 'month']) ??
      matchWords(reading, weekday.next, ['in', 'the', 'month']))
  if (!count || !weekday || count.value > 5 || (!next && count.value > 1)) return null
  return { value: monthlyWeekday(count.value, weekday.value), next: next ?? weekday.next }
}

function isRecurringNoun(reading: Reading, at: number): boolean {
  return (
    readUnit(reading, at, false) !== null ||
    readWeekdayList(reading, at) !== null ||
    readPart(reading, at, true) !== null
  )
}

const pluralParts = new Set(['mornings', 'afternoons', 'evenings', 'nights'])
const joins = new Set([',', 'and', '&', '/', 'or'])
const through = new Set(['to', '-', 'through', 'thru', 'until', 'till'])

/** "Monday", "Mon, Wed and Fri", "Mondays". */
function readWeekdayList(reading: Reading, at: number): Found<number[]> {
  const days: number[] = []
  let next = at
  let after = at
  let isThrough = false
  while (days.length < 7) {
    const plural = weekdayPlurals.get(wordAt(reading, next))
    const word = readWeekdayWord(reading, next)
    const day = plural ?? word?.value
    if (day === undefined) break
    if (isThrough) for (let between = (days.at(-1) ?? day) + 1; between < day; between++) days.push(between)
    if (!days.includes(day)) days.push(day)
    after = plural === undefined ? (word?.next ?? next + 1) : next + 1
    next = after
    isThrough = through.has(wordAt(reading, next))
    if (isThrough) next += 1
    while (joins.has(wordAt(reading, next)) && next < after + 2) next += 1
    if (['on', 'every', 'each'].includes(wordAt(reading, next)) && next > after) next += 1
  }
  return days.length > 0 ? { value: days, next: after } : null
}

/** "Mondays", "on Tuesdays and Thursdays", "weekdays", "weekends", "mornings": the plural says that it comes back. */
function readPlural(reading: Reading, start: number): Found<Recurring> {
  const at = wordAt(reading, start) === 'on' ? start + 1 : start
  const word = wordAt(reading, at)
  if (weekdayPlurals.has(word)) {
    const list = readWeekdayList(reading, at)
    return list && { value: makeRecurring('weekly', 1, list.value), next: list.next }
  }
  const named = word === 'weekday' ? workdays : word === 'weekend' ? weekendDays : null
  // "Tue and Thu mornings" are those of two days, not every Thursday's.
  const isListed = joins.has(wordAt(reading, at - 1)) && readWeekdayWord(reading, at - 2) !== null
  const one = named || isListed ? null : readWeekdayWord(reading, at)
  const days = named ?? (one && [one.value])
  const partAt = one?.next ?? at + 1
  if (days && pluralParts.has(wordAt(reading, partAt))) {
    const part = readPart(reading, partAt)
    // "Monday mornings next week": of that week.
    if (!part || readWeekShift(reading, part.next)) return null
    return { value: withClock(makeRecurring('weekly', 1, days), part.value.clock), next: part.next }
  }
  if (word === 'weekdays' || word === 'workdays') return { value: makeRecurring('weekly', 1, workdays), next: at + 1 }
  if (word === 'weekends') return { value: makeRecurring('weekly', 1, weekendDays), next: at + 1 }
  if (word !== 'mornings' && word !== 'afternoons' && word !== 'evenings' && word !== 'nights') return null
  const part = readPart(reading, at)
  if (!part || (wordAt(reading, start - 1) === 'the' && at === start)) return null
  return { value: withClock(makeRecurring('daily', 1, null), part.value.clock), next: part.next }
}

function addClock(reading: Reading, base: NonNullable<Found<Recurring>>): Found<Recurring> {
  let from =
    [',', 'from'].includes(wordAt(reading, base.next)) && !readClock(reading, base.next) ? base.next + 1 : base.next
  if (wordAt(reading, from) === 'in' && !readClock(reading, from)) from = base.next
  const clock = readClock(reading, from, base.value.clock?.part ?? '')
  if (!clock || (clock.value.isBare && clock.value.from === clock.value.to)) return base
  if (clock.value.part && base.value.clock) return base
  // "Afternoons before 3": the side narrows the part, it does not replace it.
  const within = base.value.clock?.part ? narrowPart(base.value.clock, clock.value) : null
  if (within) return { value: { ...base.value, clock: within }, next: clock.next }
  const isSide = clock.value.from === null || clock.value.to === null
  if (base.value.clock && !isSide && clock.value.isBare) return base
  return { value: withClock(base.value, clock.value), next: clock.next }
}

/** A part of day and a side of it; null when it is no side or lies beyond the part. */
function narrowPart(part: ClockSpan, side: ClockSpan): ClockSpan | null {
  if ((side.from === null) === (side.to === null) || part.from === null || part.to === null) return null
  const isLate = part.from >= 720 && !side.hasMeridiem
  const settle = (minute: number | null) => (minute !== null && isLate && minute < 720 ? minute + 720 : minute)
  const from = Math.max(part.from, settle(side.from) ?? part.from)
  const to = Math.min(part.to, settle(side.to) ?? part.to)
  return from < to ? { ...part, from, to, hasMeridiem: true, part: null } : null
}

function withClock(base: Recurring, clock: ClockSpan): Recurring {
  const rule: RecurrenceRule = { ...base.rule }
  delete rule.part
  if (clock.part) rule.part = clock.part
  else if (clock.from !== null && clock.from === clock.to) {
    const partNight = base.rule.part === 'night' || base.rule.part === 'evening' || base.rule.part === 'afternoon'
    const minute = partNight && !clock.hasMeridiem && clock.from < 720 ? clock.from + 720 : clock.from
    rule.time = formatTime(minute)
    return { ...base, rule, clock: { ...clock, from: minute, to: minute, isBare: false } }
  }
  return { ...base, rule, clock: { ...clock, isBare: false } }
}

function formatTime(minute: number): string {
  const whole = Math.floor(minute) % 1440
  const [hour, rest] = [Math.floor(whole / 60), whole % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(hour)}:${two(rest)}`
}
