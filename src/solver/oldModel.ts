import { ParleyError } from '../domain/errors.ts'
import type { PartyId } from '../domain/ids.ts'
import { isZone } from '../domain/settings.ts'
import {
  covers,
  datesBetween,
  innerSpan,
  type LocalDay,
  localDate,
  localDay,
  meets,
  mergeSpans,
  minuteMs,
  outerSpan,
  type Span,
} from './intervals.ts'
import type { SolverPerson, SolverProblem, SolverSession } from './problem.ts'

/** A person's time in absolute minutes. `busy` already holds the gaps, the span lists are sorted and merged. */
export interface ModelPerson {
  person: SolverPerson
  windows: readonly Span[] | null
  goodWindows: readonly Span[]
  busy: readonly Span[]
  workingHours: readonly Span[]
}

export interface ModelDay extends LocalDay {
  /** Lies from `fromOn` to `toOn`; other days matter only for explaining. */
  isInRange: boolean
  /** Grid starts, ascending. */
  starts: readonly number[]
}

export interface Model {
  sessions: readonly SolverSession[]
  people: ReadonlyMap<PartyId, ModelPerson>
  days: readonly ModelDay[]
  /** First minute that keeps the notice. */
  earliest: number
  gapMinutes: number
}

/** One thing that can rule a start out. Explaining lets go of them one by one. */
export type Rule = 'notice' | 'range' | `windows:${PartyId}` | `busy:${PartyId}` | `workingHours:${PartyId}`

/** How a person stands to a stretch: null when it is ruled out. */
export type Level = 'good' | 'possible' | 'unknown'

const dayCountMax = 400

/**
 * Turns a problem into minutes. `isExplaining` adds days outside the range, to learn whether the range is what hinders: those of
 * people's windows and a fortnight after the last day. Throws badInput with the field that makes no sense.
 */
export function buildModel(problem: SolverProblem, isExplaining = false): Model {
  checkProblem(problem)
  const { rules } = problem
  const earliest = Math.ceil(problem.now.getTime() / minuteMs) + rules.noticeHours * 60
  const rangeDates = datesBetween(rules.fromOn, rules.toOn)
  const furtherDates = isExplaining ? [...datesOfWindows(problem), ...fortnightAfter(problem, earliest)] : []
  const dates = [...new Set([...rangeDates, ...furtherDates])].sort()
  const days = dates.map((date): ModelDay => {
    const day = localDay(date, rules.zone)
    return { ...day, isInRange: date >= rules.fromOn && date <= rules.toOn, starts: gridStarts(day, rules.gridMinutes) }
  })
  const hoursByZone = new Map<string, Span[]>()
  const hoursIn = (zone: string): Span[] => {
    const known = hoursByZone.get(zone)
    if (known) return known
    const hours = workingHours(days, zone, problem)
    hoursByZone.set(zone, hours)
    return hours
  }
  return {
    sessions: problem.sessions,
    people: new Map(problem.people.map((person) => [person.id, modelPerson(person, rules.gapMinutes, hoursIn)])),
    days,
    earliest,
    gapMinutes: rules.gapMinutes,
  }
}

function modelPerson(person: SolverPerson, gapMinutes: number, hoursIn: (zone: string) => Span[]): ModelPerson {
  const windows = person.windows
  return {
    person,
    windows: windows && mergeSpans(windows.map(innerSpan)),
    goodWindows: mergeSpans((windows ?? []).filter((window) => window.level === 'good').map(innerSpan)),
    busy: mergeSpans(
      person.busy
        .map(outerSpan)
        .map((span) => (span.from < span.to ? { from: span.from - gapMinutes, to: span.to + gapMinutes } : span)),
    ),
    workingHours: windows ? [] : hoursIn(person.zone),
  }
}

/** Starts on multiples of the grid after the full hour of the wall clock; the hour that repeats in autumn counts twice. */
function gridStarts(day: LocalDay, gridMinutes: number): number[] {
  const starts: number[] = []
  for (let minute = day.from; minute < day.to; minute += 1) {
    if ((((day.wallMinute(minute) % 60) + 60) % 60) % gridMinutes === 0) starts.push(minute)
  }
  return starts
}

function fortnightAfter(problem: SolverProblem, earliest: number): string[] {
  const { toOn, zone } = problem.rules
  const first = [toOn, localDate(earliest, zone)].sort().at(-1) ?? toOn
  return datesBetween(first, dateLater(first, 14))
}

function dateLater(isoDate: string, days: number): string {
  return new Date(Date.parse(isoDate) + days * 86_400_000).toISOString().slice(0, 10)
}

function workingHours(days: readonly ModelDay[], zone: string, problem: SolverProblem): Span[] {
  const { rules } = problem
  // A person's own dates begin and end up to 26 hours away from ours.
  const dates = new Set(days.flatMap((day) => [-2, -1, 0, 1, 2].map((days) => dateLater(day.isoDate, days))))
  const spans = [...dates]
    .map((date) => localDay(date, zone))
    .filter((day) => rules.weekdays.includes(day.weekday))
    .map((day) => ({ from: day.atWallMinute(rules.dayStartsMinute), to: day.atWallMinute(rules.dayEndsMinute) }))
  return mergeSpans(spans)
}

function datesOfWindows(problem: SolverProblem): string[] {
  const { zone, fromOn, toOn } = problem.rules
  const near = (date: string): boolean => {
    const distance = Math.max(Date.parse(fromOn) - Date.parse(date), Date.parse(date) - Date.parse(toOn))
    return distance <= 120 * 86_400_000
  }
  const dates = new Set<string>()
  for (const person of problem.people)
    for (const window of person.windows ?? []) {
      const span = innerSpan(window)
      for (let minute = span.from, count = 0; minute < span.to && count < 60; minute += 1440, count += 1)
        dates.add(localDate(minute, zone))
    }
  return [...dates].filter(near).sort().slice(0, dayCountMax)
}

/** How `person` stands to `span` when the rules in `without` are let go; null when a rule that stands forbids it. */
export function levelOf(person: ModelPerson, span: Span, without: ReadonlySet<Rule>): Level | null {
  const { id } = person.person
  if (!without.has(`busy:${id}`) && meets(person.busy, span)) return null
  if (person.windows) {
    if (without.has(`windows:${id}`)) return 'good'
    if (!covers(person.windows, span)) return null
    return covers(person.goodWindows, span) ? 'good' : 'possible'
  }
  if (!without.has(`workingHours:${id}`) && !covers(person.workingHours, span)) return null
  return person.person.unknownReason === null ? 'good' : 'unknown'
}

function checkProblem(problem: SolverProblem): void {
  const { rules, sessions, people } = problem
  const refuse = (field: string, sentence: string): never => {
    throw new ParleyError('badInput', sentence, { field })
  }
  if (sessions.length === 0) refuse('sessions', 'There is no session to place.')
  for (const session of sessions)
    if (!Number.isInteger(session.durationMinutes) || session.durationMinutes < 1 || session.durationMinutes > 1440)
      refuse('durationMinutes', `${session.title} must take between 1 and 1440 minutes.`)
  if (!Number.isInteger(rules.gridMinutes) || rules.gridMinutes < 1 || rules.gridMinutes > 60)
    refuse('gridMinutes', 'Starts must lie between 1 and 60 minutes apart.')
  if (!(rules.gapMinutes >= 0 && rules.gapMinutes <= 1440))
    refuse('gapMinutes', 'The gap must be between 0 and 1440 minutes.')
  if (!(rules.noticeHours >= 0)) refuse('noticeHours', 'The notice cannot be negative.')
  for (const field of ['fromOn', 'toOn'] as const)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(rules[field]) || Number.isNaN(Date.parse(rules[field])))
      refuse(field, `${rules[field]} is not a date.`)
  if (Date.parse(rules.toOn) - Date.parse(rules.fromOn) > dayCountMax * 86_400_000)
    refuse('toOn', `The range must not be longer than ${dayCountMax} days.`)
  const known = new Set(people.map((person) => person.id))
  for (const session of sessions)
    for (const seat of session.seats)
      for (const id of seat.partyIds)
        if (!known.has(id)) refuse('seats', `${session.title} names somebody who is not among the people.`)
  for (const zone of new Set([rules.zone, ...people.map((person) => person.zone)]))
    if (!isZone(zone)) refuse('zone', `${zone} is not a time zone.`)
}
