import { DateTime } from 'luxon'
import { formatDayBrief, formatList } from '../domain/formatTime.ts'
import { type Language, languageOf } from '../domain/language.ts'
import { joinNames } from '../domain/names.ts'
import { catalogue } from '../words/catalogue.ts'
import type { FitWords } from '../words/replyWords.ts'
import { innerSpan, intersectSpans, mergeSpans, minuteMs, type Span } from './intervals.ts'
import type { SolverPerson, SolverProblem } from './problem.ts'
import type { Rule } from './rules.ts'

// A conflict of rules in the words of the product. Dates and times are those of `zone`, the reader's.

interface Said {
  words: FitWords
  language: Language
  locale: string
  zone: string
  list: (names: readonly string[]) => string
}

/** One sentence saying why the rules of `conflict` together leave nothing. An empty conflict: the request itself cannot be met. */
export function conflictSentence(
  problem: SolverProblem,
  conflict: readonly Rule[],
  zone: string,
  locale = 'en',
): string {
  const language = languageOf(locale)
  const list = (names: readonly string[]) => (language === 'en' ? joinNames(names) : formatList(names, locale))
  const said: Said = { words: catalogue[language].replies.fits, language, locale, zone, list }
  const { words } = said
  if (conflict.length === 0) return impossibleSentence(problem, words)
  const short = tooShortSentence(problem, conflict, said)
  if (short) return short
  const people = windowPeople(problem, conflict)
  const needsHours = shareDates(people, zone) || conflict.some((rule) => /^notice$|:busy$|:hours$|:load$/.test(rule))
  const clauses = people.map((person, index) => offeredClause(person, index === 0, needsHours, said))
  const busy = named(problem, conflict, 'busy').map(({ name }) => name)
  if (busy.length > 0)
    clauses.push(
      people.length > 0 ? words.busyThen(list(busy), busy.length) : words.busyAlways(list(busy), busy.length),
    )
  for (const person of named(problem, conflict, 'hours')) clauses.push(hoursClause(person, said))
  for (const person of named(problem, conflict, 'load')) clauses.push(loadClause(person, said))
  // Why is told by whatever read the calendar, in English.
  for (const { name, unknownReason } of named(problem, conflict, 'unknown'))
    clauses.push(language === 'en' ? `${words.unknown(name)} (${unknownReason})` : words.unknown(name))
  for (const person of named(problem, conflict, 'met')) clauses.push(words.met(person.name))
  for (const rule of conflict) clauses.push(...ruleClause(problem, rule, said))
  const last = clauses.at(-1) ?? ''
  const sentence = clauses.length > 1 ? words.joined(clauses.slice(0, -1).join(', '), last) : last
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

function offeredClause(person: SolverPerson, isFirst: boolean, needsHours: boolean, said: Said): string {
  const { words } = said
  const windows = windowSpans(person)
  if (windows.length === 0) return words.offeredNone(person.name)
  const times = windowWords(windows, needsHours, said)
  return isFirst ? words.offeredOnly(person.name, times) : words.offered(person.name, times)
}

function windowWords(windows: readonly Span[], needsHours: boolean, said: Said): string {
  const dates = datesOf(windows, said.zone)
  const each = needsHours ? windows.map((span) => spanWords(span, said)) : dates.map((date) => dayWords(date, said))
  if (each.length <= 4) return said.list(each)
  const [from, to] = [dayWords(dates[0] ?? '', said), dayWords(dates.at(-1) ?? '', said)]
  const { severalTimes, severalDays } = said.words
  return needsHours ? severalTimes(each.length, from, to) : severalDays(each.length, from, to)
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

function hoursClause(person: SolverPerson, said: Said): string {
  const { words, zone } = said
  const { name, workingHours } = person
  const [hours, ...more] = workingHours
  if (!hours) return words.noHours(name)
  if (more.length > 0) return words.outsideHours(name)
  const days = weekdayWords(hours.weekdays, said)
  const clock = `${clockOfDay(hours.startsMinute)}-${clockOfDay(hours.endsMinute)}`
  return person.zone === zone ? words.hours(name, days, clock) : words.hoursIn(name, days, clock, person.zone)
}

function loadClause({ name, limits }: SolverPerson, { words, list }: Said): string {
  const each = [
    limits.perDay === null ? '' : words.perDay(limits.perDay),
    limits.perWeek === null ? '' : words.perWeek(limits.perWeek),
    limits.perMonth === null ? '' : words.perMonth(limits.perMonth),
  ]
  return words.load(name, list(each.filter(Boolean)))
}

function ruleClause(problem: SolverProblem, rule: Rule, said: Said): string[] {
  const { words, zone } = said
  const [loop] = problem.loops
  if (rule === 'notice') {
    const earliest = Math.ceil(problem.now.getTime() / minuteMs) + problem.noticeMinutes
    const when = `${dayWords(dateAt(earliest, zone), said)} ${clockAt(earliest, zone)}`
    return [
      problem.noticeMinutes % 60 === 0
        ? words.noticeHours(problem.noticeMinutes / 60, when)
        : words.noticeMinutes(problem.noticeMinutes, when),
    ]
  }
  if (rule === 'horizon') return [horizonClause(problem, said)]
  if (rule === 'bookingWindow') return [words.bookingWindow(Math.floor((problem.bookingWindowMinutes ?? 0) / 1440))]
  if (rule === 'rooms') return [words.rooms]
  if (!loop) return []
  if (rule.endsWith(':sameDay')) return [words.sameDay]
  if (rule.endsWith(':span')) return [words.span(loop.maxSpanMinutes ?? 0)]
  if (rule.endsWith(':precedence')) return [words.precedence]
  if (rule.endsWith(':distinct')) return [words.distinct(loop.maxSessionsPerPerson ?? 0)]
  if (rule.endsWith(':break')) return [words.pause(loop.breaks[0]?.minutes ?? 0)]
  return []
}

function horizonClause(problem: SolverProblem, said: Said): string {
  const { words, zone } = said
  const { startsAt, endsAt } = problem.horizon
  if (startsAt >= endsAt) return words.noDay
  const first = dateAt(Math.ceil(startsAt.getTime() / minuteMs), zone)
  const last = dateAt(Math.floor(endsAt.getTime() / minuteMs) - 1, zone)
  if (first === last) return words.onDay(dayWords(first, said))
  return words.betweenDays(dayWords(first, said), dayWords(last, said))
}

/** The sentence when only windows are to blame and what they share is too short or off the grid; else null. */
function tooShortSentence(problem: SolverProblem, conflict: readonly Rule[], said: Said): string | null {
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
  const { words } = said
  const names = said.list(people.map(({ name }) => name))
  const sayLongest = people.length > 1 ? words.longestShared : words.longestOffered
  const first = sayLongest(names, minutes, spanWords(longest, said))
  if (minutes < neededMinutes) return words.takesLonger(first, session.title, neededMinutes)
  if (more.length > 0) return null
  return words.noStart(first, problem.grid.minutes)
}

/** Not even an empty week would do: the request itself cannot be met. */
function impossibleSentence(problem: SolverProblem, words: FitWords): string {
  const [loop] = problem.loops
  const nameOf = (id: string): string => problem.people.find((person) => person.id === id)?.name ?? words.somebody
  if (problem.horizon.startsAt >= problem.horizon.endsAt) return words.noDayAtAll
  for (const session of loop?.sessions ?? []) {
    const required = session.seats.filter((seat) => seat.isRequired)
    if (required.some((seat) => seat.poolIds.length === 0)) return words.noSeat(session.title)
    const only = required.flatMap((seat) => (seat.poolIds.length === seat.count ? seat.poolIds : []))
    const twice = only.find((id, index) => only.indexOf(id) !== index)
    if (twice) return words.twoSeats(nameOf(twice), session.title)
    const people = new Set(required.flatMap((seat) => [...seat.poolIds, ...seat.alternateIds]))
    const seatCount = required.reduce((sum, seat) => sum + seat.count, 0)
    if (people.size < seatCount) return words.fewPeople(session.title, seatCount, people.size)
  }
  const minutes = (loop?.sessions ?? []).reduce((sum, session) => sum + session.durationMinutes, 0)
  if ((loop?.sessions.length ?? 0) > 1) return words.sessionsTooLong(minutes)
  return words.tooLong(String(loop?.sessions[0]?.title), minutes)
}

function dateAt(minute: number, zone: string): string {
  return (DateTime.fromMillis(minute * minuteMs, { zone }) as DateTime<true>).toISODate()
}

function dayWords(isoDate: string, { language, locale }: Said): string {
  if (language !== 'en') return formatDayBrief(new Date(`${isoDate}T12:00:00Z`), { zone: 'UTC', locale })
  return DateTime.fromISO(isoDate, { zone: 'utc', locale: 'en-GB' }).toFormat('ccc d LLL')
}

function clockAt(minute: number, zone: string): string {
  return DateTime.fromMillis(minute * minuteMs, { zone }).toFormat('HH:mm')
}

function clockOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function spanWords(span: Span, said: Said): string {
  const { zone } = said
  const [first, last] = [dateAt(span.from, zone), dateAt(span.to - 1, zone)]
  const end = first === last ? '' : `${dayWords(last, said)} `
  return `${dayWords(first, said)} ${clockAt(span.from, zone)}-${end}${clockAt(span.to, zone)}`
}

function weekdayWords(weekdays: readonly number[], { words, list }: Said): string {
  const sorted = [...new Set(weekdays)].sort((a, b) => a - b)
  const names = sorted.map((weekday) => words.weekdays[weekday - 1] ?? '')
  const isRun = sorted.length > 2 && (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) === sorted.length - 1
  return isRun ? words.daysThrough(names[0] ?? '', names.at(-1) ?? '') : list(names)
}
