import { DateTime } from 'luxon'
import type { PartyId } from '../domain/ids.ts'
import { joinNames } from '../domain/names.ts'
import { intersectSpans, localDate, minuteMs, type Span } from './intervals.ts'
import { canPlaceLoop, placeLoop } from './loop.ts'
import type { Model, ModelPerson, Rule } from './model.ts'
import type { NoFitReason, SolverProblem } from './problem.ts'

/**
 * Why nothing fits: first one line with a smallest set of rules that together leave no start (without any one of them there
 * would be one), then, when several are in it, a line for each with how many starts it rules out by itself.
 */
export function explainNoFit(problem: SolverProblem, model: Model): NoFitReason[] {
  const rules = allRules(model)
  if (!canPlaceLoop(model, new Set(rules))) return [impossible(problem, model)]
  const conflict = smallestConflict(model, rules)
  const allButRange = new Set(rules.filter((rule) => rule !== 'range'))
  const total = placeLoop(model, allButRange).length
  const together: NoFitReason = {
    kind: kindOf(problem, model, conflict),
    partyIds: partiesOf(conflict),
    sentence: sentenceOf(problem, model, conflict),
    excludedCount: total,
  }
  if (conflict.length < 2) return [together]
  const each = conflict.flatMap((rule): NoFitReason[] => {
    const excludedCount = rule === 'range' ? countOutside(model, rules, total) : total - leftBy(model, rules, rule)
    return excludedCount === 0 ? [] : [single(problem, model, rule, excludedCount, total)]
  })
  return [together, ...each]
}

function allRules(model: Model): Rule[] {
  const ids = [...model.people.keys()].sort()
  // Let go of in this order: what stays to the last is what people can change most easily, their windows.
  return [
    'range',
    ...ids.map((id): Rule => `workingHours:${id}`),
    ...ids.map((id): Rule => `busy:${id}`),
    'notice',
    ...ids.map((id): Rule => `windows:${id}`),
  ]
}

/** Lets go of each rule in turn and keeps those without which something would fit. */
function smallestConflict(model: Model, rules: readonly Rule[]): Rule[] {
  const without = new Set<Rule>()
  for (const rule of rules) {
    without.add(rule)
    if (canPlaceLoop(model, without)) without.delete(rule)
  }
  return rules.filter((rule) => !without.has(rule)).reverse()
}

function leftBy(model: Model, rules: readonly Rule[], rule: Rule): number {
  return placeLoop(model, new Set(rules.filter((other) => other !== rule && other !== 'range'))).length
}

function countOutside(model: Model, rules: readonly Rule[], inside: number): number {
  return placeLoop(model, new Set(rules)).length - inside
}

function partyOf(rule: Rule): PartyId | null {
  const at = rule.indexOf(':')
  return at < 0 ? null : (rule.slice(at + 1) as PartyId)
}

function partiesOf(rules: readonly Rule[]): PartyId[] {
  return [...new Set(rules.flatMap((rule) => partyOf(rule) ?? []))]
}

function ofKind(conflict: readonly Rule[], kind: string): PartyId[] {
  return conflict.flatMap((rule) => (rule.startsWith(`${kind}:`) ? (partyOf(rule) ?? []) : []))
}

function kindOf(problem: SolverProblem, model: Model, conflict: readonly Rule[]): NoFitReason['kind'] {
  if (conflict.includes('notice')) return 'notice'
  if (conflict.includes('range')) return 'range'
  if (ofKind(conflict, 'busy').length > 0) return 'busy'
  if (ofKind(conflict, 'workingHours').length > 0) return 'workingHours'
  if (tooShort(problem, model, conflict)) return 'tooShort'
  return conflict.length > 1 ? 'noCommonWindow' : 'windows'
}

function sentenceOf(problem: SolverProblem, model: Model, conflict: readonly Rule[]): string {
  const short = tooShort(problem, model, conflict)
  if (short) return short
  const windowPeople = ofKind(conflict, 'windows').flatMap((id) => model.people.get(id) ?? [])
  const needsHours =
    shareDates(problem, windowPeople) || conflict.some((rule) => /^(notice|busy:|workingHours:)/.test(rule))
  const clauses = windowPeople.map((person, index) => offeredClause(problem, person, index === 0, needsHours))
  const busy = ofKind(conflict, 'busy').flatMap((id) => model.people.get(id)?.person.name ?? [])
  if (busy.length > 0) {
    const verb = busy.length > 1 ? 'have' : 'has'
    const when = windowPeople.length > 0 ? 'at those times' : 'at every time that is left'
    clauses.push(`${joinNames(busy)} ${verb} other appointments ${when}`)
  }
  for (const id of ofKind(conflict, 'workingHours')) clauses.push(hoursClause(problem, model, id))
  if (conflict.includes('notice')) clauses.push(noticeClause(problem, model))
  if (conflict.includes('range')) clauses.push(rangeClause(problem))
  return `${upperFirst(clauses.length > 1 ? `${clauses.slice(0, -1).join(', ')}, and ${clauses.at(-1)}` : (clauses[0] ?? ''))}.`
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function offeredClause(problem: SolverProblem, person: ModelPerson, isFirst: boolean, needsHours: boolean): string {
  const windows = person.windows ?? []
  if (windows.length === 0) return `${person.person.name} offered no times`
  return `${person.person.name} offered ${isFirst ? 'only ' : ''}${windowWords(problem, windows, needsHours)}`
}

function windowWords(problem: SolverProblem, windows: readonly Span[], needsHours: boolean): string {
  const { zone } = problem.rules
  const words = needsHours ? windows.map((span) => spanWords(span, zone)) : datesOf(windows, zone).map(dayWords)
  if (words.length <= 4) return joinNames(words)
  const [first, last] = [datesOf(windows, zone)[0], datesOf(windows, zone).at(-1)]
  const unit = needsHours ? 'times' : 'days'
  return `${words.length} ${unit} from ${dayWords(first ?? '')} to ${dayWords(last ?? '')}`
}

function datesOf(spans: readonly Span[], zone: string): string[] {
  const dates = new Set<string>()
  for (const span of spans) {
    for (let minute = span.from, count = 0; minute < span.to && count < 60; minute += 1440, count += 1)
      dates.add(localDate(minute, zone))
    dates.add(localDate(span.to - 1, zone))
  }
  return [...dates].sort()
}

function shareDates(problem: SolverProblem, people: readonly ModelPerson[]): boolean {
  const seen = new Set<string>()
  for (const person of people)
    for (const date of datesOf(person.windows ?? [], problem.rules.zone)) {
      if (seen.has(date)) return true
      seen.add(date)
    }
  return false
}

function hoursClause(problem: SolverProblem, model: Model, id: PartyId): string {
  const { rules } = problem
  const person = model.people.get(id)?.person
  const zone = person && person.zone !== rules.zone ? ` in ${person.zone}` : ''
  return `${person?.name ?? 'somebody'}'s working hours are ${weekdayWords(rules.weekdays)} ${clockOfDay(rules.dayStartsMinute)}-${clockOfDay(rules.dayEndsMinute)}${zone}`
}

function noticeClause(problem: SolverProblem, model: Model): string {
  const { noticeHours, zone } = problem.rules
  return `${noticeHours} hours' notice rules out everything before ${dayWords(localDate(model.earliest, zone))} ${clockWords(model.earliest, zone)}`
}

function rangeClause(problem: SolverProblem): string {
  const { fromOn, toOn } = problem.rules
  if (fromOn > toOn) return `there is no day from ${dayWords(fromOn)} to ${dayWords(toOn)}`
  if (fromOn === toOn) return `the interview has to be on ${dayWords(fromOn)}`
  return `the interview has to be from ${dayWords(fromOn)} to ${dayWords(toOn)}`
}

/** The sentence when only windows are to blame and what they share is too short or off the grid; else null. */
function tooShort(problem: SolverProblem, model: Model, conflict: readonly Rule[]): string | null {
  const ids = ofKind(conflict, 'windows')
  if (ids.length === 0 || ids.length !== conflict.length) return null
  const people = ids.flatMap((id) => model.people.get(id) ?? [])
  // What all share says something only when all of them are needed at the same time.
  const [session, ...more] = problem.sessions
  if (!session || (more.length > 0 && people.length > 1)) return null
  const isEachNeeded = ids.every((id) =>
    session.seats.some((seat) => seat.isRequired && seat.partyIds.length === 1 && seat.partyIds[0] === id),
  )
  if (!isEachNeeded) return null
  const neededMinutes = problem.sessions
    .filter((one) =>
      one.seats.some(
        (seat) => seat.isRequired && seat.partyIds.length === 1 && ids.includes(seat.partyIds[0] as PartyId),
      ),
    )
    .reduce((most, one) => Math.max(most, one.durationMinutes), 0)
  const shared = people
    .map((person) => person.windows ?? [])
    .reduce((all, windows) => intersectSpans(all, windows))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
  const longest = shared[0]
  if (!longest) return null
  const minutes = longest.to - longest.from
  const names = joinNames(people.map((person) => person.person.name))
  const whose = people.length > 1 ? `The longest time ${names} share` : `The longest time ${names} offered`
  const words = `${whose} is ${minutes} minutes (${spanWords(longest, problem.rules.zone)})`
  if (minutes < neededMinutes) return `${words}, and ${session.title} takes ${neededMinutes} minutes.`
  if (more.length > 0) return null
  return `${words}, and no start on the ${problem.rules.gridMinutes}-minute grid fits into it.`
}

function single(problem: SolverProblem, model: Model, rule: Rule, excludedCount: number, total: number): NoFitReason {
  const id = partyOf(rule)
  const name = id ? (model.people.get(id)?.person.name ?? 'somebody') : ''
  const count = `${excludedCount} of ${total} possible starts`
  const kind = rule.split(':')[0] as 'windows' | 'busy' | 'workingHours' | 'notice' | 'range'
  const sentences = {
    windows: `What ${name} offered rules out ${count}.`,
    busy: `${name}'s other appointments rule out ${count}.`,
    workingHours: `${name}'s working hours rule out ${count}.`,
    notice: `The notice of ${problem.rules.noticeHours} hours rules out ${count}.`,
    range: `The range of days rules out ${excludedCount} further starts.`,
  }
  return { kind, partyIds: id ? [id] : [], sentence: sentences[kind], excludedCount }
}

/** Not even an empty week would do: the request itself cannot be met. */
function impossible(problem: SolverProblem, model: Model): NoFitReason {
  const reason = (kind: NoFitReason['kind'], sentence: string, partyIds: PartyId[] = []): NoFitReason => ({
    kind,
    partyIds,
    sentence,
    excludedCount: 0,
  })
  if (model.days.length === 0) return reason('range', upperFirst(`${rangeClause(problem)}.`))
  for (const session of problem.sessions) {
    const required = session.seats.filter((seat) => seat.isRequired)
    if (required.some((seat) => seat.partyIds.length === 0))
      return reason('windows', `Nobody is named for a seat of ${session.title}.`)
    const only = required.flatMap((seat) => (seat.partyIds.length === 1 ? seat.partyIds : []))
    const twice = only.find((id, index) => only.indexOf(id) !== index)
    if (twice)
      return reason(
        'windows',
        `${model.people.get(twice)?.person.name} would have to sit in two seats of ${session.title}.`,
        [twice],
      )
    const people = new Set(required.flatMap((seat) => seat.partyIds))
    if (people.size < required.length)
      return reason(
        'windows',
        `${session.title} has ${required.length} seats and only ${people.size} people for them.`,
        [...people],
      )
  }
  const minutes = problem.sessions.reduce((sum, session) => sum + session.durationMinutes, 0)
  if (problem.sessions.length > 1)
    return reason('tooShort', `The sessions take ${minutes} minutes and do not fit in order into one day.`)
  return reason(
    'tooShort',
    `${problem.sessions[0]?.title} takes ${minutes} minutes and does not fit into any day for the people named.`,
  )
}

function dayWords(isoDate: string): string {
  return DateTime.fromISO(isoDate, { zone: 'utc', locale: 'en-GB' }).toFormat('ccc d LLL')
}

function clockWords(minute: number, zone: string): string {
  return DateTime.fromMillis(minute * minuteMs, { zone }).toFormat('HH:mm')
}

function clockOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function spanWords(span: Span, zone: string): string {
  const [first, last] = [localDate(span.from, zone), localDate(span.to - 1, zone)]
  const end = first === last ? '' : `${dayWords(last)} `
  return `${dayWords(first)} ${clockWords(span.from, zone)}-${end}${clockWords(span.to, zone)}`
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function weekdayWords(weekdays: readonly number[]): string {
  const sorted = [...new Set(weekdays)].sort((a, b) => a - b)
  const names = sorted.map((weekday) => weekdayNames[weekday - 1] ?? '')
  const isRun = sorted.length > 2 && (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) === sorted.length - 1
  return isRun ? `${names[0]} to ${names.at(-1)}` : joinNames(names)
}
