import { DateTime } from 'luxon'
import { joinNames } from '../domain/names.ts'
import { innerSpan, intersectSpans, mergeSpans, minuteMs, type Span } from './intervals.ts'
import type { SolverPerson, SolverProblem } from './problem.ts'
import type { Rule } from './rules.ts'

// A conflict of rules in the words of the product. Dates and times are those of `zone`, the reader's.

/** One sentence saying why the rules of `conflict` together leave nothing. An empty conflict: the request itself cannot be met. */
export function conflictSentence(problem: SolverProblem, conflict: readonly Rule[], zone: string): string {
  if (conflict.length === 0) return impossibleSentence(problem)
  const short = tooShortSentence(problem, conflict, zone)
  if (short) return short
  const people = windowPeople(problem, conflict)
  const needsHours = shareDates(people, zone) || conflict.some((rule) => /^notice$|:busy$|:hours$|:load$/.test(rule))
  const clauses = people.map((person, index) => offeredClause(person, index === 0, needsHours, zone))
  const busy = named(problem, conflict, 'busy')
  if (busy.length > 0) {
    const verb = busy.length > 1 ? 'have' : 'has'
    const when = people.length > 0 ? 'at those times' : 'at every time that is left'
    clauses.push(`${joinNames(busy.map(({ name }) => name))} ${verb} other appointments ${when}`)
  }
  for (const person of named(problem, conflict, 'hours')) clauses.push(hoursClause(person, zone))
  for (const person of named(problem, conflict, 'load')) clauses.push(loadClause(person))
  for (const person of named(problem, conflict, 'unknown'))
    clauses.push(`it is not known when ${person.name} is free (${person.unknownReason})`)
  for (const person of named(problem, conflict, 'met')) clauses.push(`${person.name} has met the candidate before`)
  for (const rule of conflict) clauses.push(...ruleClause(problem, rule, zone))
  const sentence = clauses.length > 1 ? `${clauses.slice(0, -1).join(', ')}, and ${clauses.at(-1)}` : (clauses[0] ?? '')
  return `${upperFirst(sentence)}.`
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function named(problem: SolverProblem, conflict: readonly Rule[], kind: string): SolverPerson[] {
  return problem.people.filter(({ id }) => conflict.includes(`person:${id}:${kind}` as Rule))
}

function windowPeople(problem: SolverProblem, conflict: readonly Rule[]): SolverPerson[] {
  return named(problem, conflict, 'windows')
}

function windowSpans(person: SolverPerson): Span[] {
  return mergeSpans((person.windows ?? []).map(innerSpan))
}

function offeredClause(person: SolverPerson, isFirst: boolean, needsHours: boolean, zone: string): string {
  const windows = windowSpans(person)
  if (windows.length === 0) return `${person.name} offered no times`
  return `${person.name} offered ${isFirst ? 'only ' : ''}${windowWords(windows, needsHours, zone)}`
}

function windowWords(windows: readonly Span[], needsHours: boolean, zone: string): string {
  const words = needsHours ? windows.map((span) => spanWords(span, zone)) : datesOf(windows, zone).map(dayWords)
  if (words.length <= 4) return joinNames(words)
  const dates = datesOf(windows, zone)
  return `${words.length} ${needsHours ? 'times' : 'days'} from ${dayWords(dates[0] ?? '')} to ${dayWords(dates.at(-1) ?? '')}`
}

function datesOf(spans: readonly Span[], zone: string): string[] {
  const dates = new Set<string>()
  for (const span of spans) {
    for (let minute = span.from, count = 0; minute < span.to && count < 60; minute += 1440, count += 1)
      dates.add(dateAt(minute, zone))
    dates.add(dateAt(span.to - 1, zone))
  }
  return [...dates].sort()
}

function shareDates(people: readonly SolverPerson[], zone: string): boolean {
  const seen = new Set<string>()
  for (const person of people)
    for (const date of datesOf(windowSpans(person), zone)) {
      if (seen.has(date)) return true
      seen.add(date)
    }
  return false
}

function hoursClause(person: SolverPerson, zone: string): string {
  const [hours, ...more] = person.workingHours
  if (!hours) return `${person.name} has no working hours`
  const where = person.zone === zone ? '' : ` in ${person.zone}`
  if (more.length > 0) return `it is outside ${person.name}'s working hours`
  return `${person.name}'s working hours are ${weekdayWords(hours.weekdays)} ${clockOfDay(hours.startsMinute)}-${clockOfDay(hours.endsMinute)}${where}`
}

function loadClause({ name, limits }: SolverPerson): string {
  const each = [
    [limits.perDay, 'day'],
    [limits.perWeek, 'week'],
    [limits.perMonth, 'month'],
  ] as const
  const words = each.flatMap(([limit, unit]) => (limit === null ? [] : [`${limit} a ${unit}`]))
  return `${name} takes interviews only up to ${joinNames(words)}`
}

function ruleClause(problem: SolverProblem, rule: Rule, zone: string): string[] {
  const [loop] = problem.loops
  if (rule === 'notice') {
    const earliest = Math.ceil(problem.now.getTime() / minuteMs) + problem.noticeMinutes
    const notice =
      problem.noticeMinutes % 60 === 0 ? `${problem.noticeMinutes / 60} hours'` : `${problem.noticeMinutes} minutes'`
    return [
      `${notice} notice rules out everything before ${dayWords(dateAt(earliest, zone))} ${clockAt(earliest, zone)}`,
    ]
  }
  if (rule === 'horizon') return [horizonClause(problem, zone)]
  if (rule === 'bookingWindow') {
    const days = Math.floor((problem.bookingWindowMinutes ?? 0) / 1440)
    return [`it has to be within ${days} days from now`]
  }
  if (rule === 'rooms') return ['no room that is large enough is free']
  if (!loop) return []
  if (rule.endsWith(':sameDay')) return ['the sessions of a day have to be on one day']
  if (rule.endsWith(':span')) return [`a day takes at most ${loop.maxSpanMinutes} minutes from first to last`]
  if (rule.endsWith(':precedence')) return ['the sessions have an order']
  if (rule.endsWith(':distinct')) return [`nobody takes more than ${loop.maxSessionsPerPerson} of the sessions`]
  if (rule.endsWith(':break')) return [`there has to be a break of ${loop.breaks[0]?.minutes} minutes`]
  return []
}

function horizonClause(problem: SolverProblem, zone: string): string {
  const { startsAt, endsAt } = problem.horizon
  if (startsAt >= endsAt) return 'there is no day in the range of dates'
  const first = dateAt(Math.ceil(startsAt.getTime() / minuteMs), zone)
  const last = dateAt(Math.floor(endsAt.getTime() / minuteMs) - 1, zone)
  if (first === last) return `the interview has to be on ${dayWords(first)}`
  return `the interview has to be from ${dayWords(first)} to ${dayWords(last)}`
}

/** The sentence when only windows are to blame and what they share is too short or off the grid; else null. */
function tooShortSentence(problem: SolverProblem, conflict: readonly Rule[], zone: string): string | null {
  const people = windowPeople(problem, conflict)
  const [loop] = problem.loops
  const [session, ...more] = loop?.sessions ?? []
  if (!loop || !session || people.length === 0 || people.length !== conflict.length) return null
  // What all share says something only when all of them are needed at the same time.
  if (more.length > 0 && people.length > 1) return null
  const isNeededIn = (id: string, one: typeof session): boolean =>
    id === loop.candidateId ||
    one.seats.some((seat) => seat.isRequired && seat.poolIds.length === seat.count && seat.poolIds.includes(id))
  if (!people.every(({ id }) => isNeededIn(id, session))) return null
  const neededMinutes = loop.sessions
    .filter((one) => people.some(({ id }) => isNeededIn(id, one)))
    .reduce((most, one) => Math.max(most, one.durationMinutes), 0)
  const [longest] = people
    .map(windowSpans)
    .reduce((all, windows) => intersectSpans(all, windows))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
  if (!longest) return null
  const minutes = longest.to - longest.from
  const names = joinNames(people.map(({ name }) => name))
  const whose = people.length > 1 ? `The longest time ${names} share` : `The longest time ${names} offered`
  const words = `${whose} is ${minutes} minutes (${spanWords(longest, zone)})`
  if (minutes < neededMinutes) return `${words}, and ${session.title} takes ${neededMinutes} minutes.`
  if (more.length > 0) return null
  return `${words}, and no start on the ${problem.grid.minutes}-minute grid fits into it.`
}

/** Not even an empty week would do: the request itself cannot be met. */
function impossibleSentence(problem: SolverProblem): string {
  const [loop] = problem.loops
  const nameOf = (id: string): string => problem.people.find((person) => person.id === id)?.name ?? 'somebody'
  if (problem.horizon.startsAt >= problem.horizon.endsAt) return 'There is no day in the range of dates.'
  for (const session of loop?.sessions ?? []) {
    const required = session.seats.filter((seat) => seat.isRequired)
    if (required.some((seat) => seat.poolIds.length === 0)) return `Nobody is named for a seat of ${session.title}.`
    const only = required.flatMap((seat) => (seat.poolIds.length === seat.count ? seat.poolIds : []))
    const twice = only.find((id, index) => only.indexOf(id) !== index)
    if (twice) return `${nameOf(twice)} would have to sit in two seats of ${session.title}.`
    const people = new Set(required.flatMap((seat) => [...seat.poolIds, ...seat.alternateIds]))
    const seatCount = required.reduce((sum, seat) => sum + seat.count, 0)
    if (people.size < seatCount)
      return `${session.title} has ${seatCount} seats and only ${people.size} people for them.`
  }
  const minutes = (loop?.sessions ?? []).reduce((sum, session) => sum + session.durationMinutes, 0)
  if ((loop?.sessions.length ?? 0) > 1)
    return `The sessions take ${minutes} minutes and do not fit in order into the days there are.`
  return `${loop?.sessions[0]?.title} takes ${minutes} minutes and does not fit into any day for the people named.`
}

function dateAt(minute: number, zone: string): string {
  return (DateTime.fromMillis(minute * minuteMs, { zone }) as DateTime<true>).toISODate()
}

function dayWords(isoDate: string): string {
  return DateTime.fromISO(isoDate, { zone: 'utc', locale: 'en-GB' }).toFormat('ccc d LLL')
}

function clockAt(minute: number, zone: string): string {
  return DateTime.fromMillis(minute * minuteMs, { zone }).toFormat('HH:mm')
}

function clockOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function spanWords(span: Span, zone: string): string {
  const [first, last] = [dateAt(span.from, zone), dateAt(span.to - 1, zone)]
  const end = first === last ? '' : `${dayWords(last)} `
  return `${dayWords(first)} ${clockAt(span.from, zone)}-${end}${clockAt(span.to, zone)}`
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function weekdayWords(weekdays: readonly number[]): string {
  const sorted = [...new Set(weekdays)].sort((a, b) => a - b)
  const names = sorted.map((weekday) => weekdayNames[weekday - 1] ?? '')
  const isRun = sorted.length > 2 && (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) === sorted.length - 1
  return isRun ? `${names[0]} to ${names.at(-1)}` : joinNames(names)
}
