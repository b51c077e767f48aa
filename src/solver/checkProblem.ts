import type { Interval } from '../domain/availability.ts'
import { ParleyError } from '../domain/errors.ts'
import { isZone } from '../domain/zone.ts'
import type { SolverLoop, SolverPerson, SolverProblem, SolverSession, WeeklyHours } from './problem.ts'

/** What the search can hold: sessions of a loop stand as bits of a number, and its tables grow with days and sessions. */
const sessionCountMax = 12
const dayCountMax = 400
const priceMax = 1_000_000

function refuse(field: string, sentence: string): never {
  throw new ParleyError('badInput', sentence, { field })
}

function refuseUnless(isGood: boolean, field: string, sentence: string): void {
  if (!isGood) refuse(field, sentence)
}

const isWhole = (value: number, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isInteger(value) && value >= least && value <= most

/** Throws badInput with the name of the field that makes no sense. A problem that merely has no answer passes. */
export function checkProblem(problem: SolverProblem): void {
  refuseUnless(!Number.isNaN(problem.now.getTime()), 'now', 'The present moment is not a date.')
  checkInterval(problem.horizon, 'horizon', 'The range to search')
  const dayCount = (problem.horizon.endsAt.getTime() - problem.horizon.startsAt.getTime()) / 86_400_000
  refuseUnless(dayCount <= dayCountMax, 'horizon', `The range must not be longer than ${dayCountMax} days.`)
  const { minutes, zone } = problem.grid
  refuseUnless(
    isWhole(minutes, 1, zone === null ? 1440 : 60),
    'gridMinutes',
    `Starts must lie between 1 and ${zone === null ? 1440 : 60} minutes apart.`,
  )
  if (zone !== null) refuseUnless(isZone(zone), 'zone', `${zone} is not a time zone.`)
  refuseUnless(isWhole(problem.noticeMinutes, 0), 'noticeMinutes', 'The notice cannot be negative.')
  refuseUnless(
    problem.bookingWindowMinutes === null || isWhole(problem.bookingWindowMinutes, 0),
    'bookingWindowMinutes',
    'The booking window cannot be negative.',
  )
  for (const [name, price] of Object.entries(problem.weights))
    refuseUnless(isWhole(price, 0, priceMax), `weights.${name}`, `The price ${name} must be a whole number from 0 on.`)
  const people = uniqueIds(problem.people, 'people', 'person')
  for (const person of problem.people) checkPerson(person)
  uniqueIds(problem.rooms, 'rooms', 'room')
  for (const room of problem.rooms) {
    refuseUnless(isWhole(room.capacity, 0), 'capacity', `${room.name} needs a number of places.`)
    for (const busy of room.busy) checkInterval(busy, 'busy', `An entry of ${room.name}`)
  }
  refuseUnless(problem.loops.length > 0, 'loops', 'There is nothing to place.')
  uniqueIds(problem.loops, 'loops', 'loop')
  const sessions = problem.loops.flatMap((loop) => loop.sessions)
  uniqueIds(sessions, 'sessions', 'session')
  for (const loop of problem.loops) checkLoop(loop, people)
  if (problem.baseline) {
    const known = new Set(sessions.map((session) => session.id))
    for (const one of [...problem.baseline.placements, ...problem.baseline.declines])
      refuseUnless(known.has(one.sessionId), 'baseline', 'What is booked names a session that is not there.')
    for (const { personId } of problem.baseline.declines)
      refuseUnless(people.has(personId), 'baseline', 'Somebody declined who is not among the people.')
    for (const price of Object.values(problem.baseline.weights))
      refuseUnless(isWhole(price, 0, priceMax), 'baseline', 'The price of a change must be a whole number from 0 on.')
  }
}

function uniqueIds(list: readonly { id: string }[], field: string, what: string): ReadonlySet<string> {
  const ids = new Set(list.map((one) => one.id))
  refuseUnless(ids.size === list.length, field, `The same ${what} is given twice.`)
  return ids
}

function checkInterval(interval: Interval, field: string, what: string): void {
  const isDate = !Number.isNaN(interval.startsAt.getTime()) && !Number.isNaN(interval.endsAt.getTime())
  refuseUnless(isDate, field, `${what} has no begin or end.`)
}

function checkPerson(person: SolverPerson): void {
  const { name } = person
  for (const zone of [person.zone, ...person.travel.map((journey) => journey.zone)])
    refuseUnless(isZone(zone), 'zone', `${zone} is not a time zone.`)
  for (const journey of person.travel) {
    checkDate(journey.fromOn, 'travel')
    checkDate(journey.toOn, 'travel')
  }
  for (const date of person.daysOff) checkDate(date, 'daysOff')
  for (const override of person.dateOverrides) {
    checkDate(override.on, 'dateOverrides')
    for (const hours of override.hours) checkHours(hours, 'dateOverrides', name)
  }
  for (const [field, list] of [
    ['workingHours', person.workingHours],
    ['preferredHours', person.preferredHours],
  ] as const)
    for (const hours of list) {
      checkHours(hours, field, name)
      refuseUnless(
        hours.weekdays.every((weekday) => isWhole(weekday, 1, 7)),
        field,
        `${name}'s hours name a weekday that is not one.`,
      )
    }
  for (const window of person.windows ?? []) checkInterval(window, 'windows', `A window of ${name}`)
  for (const entry of person.busy) checkInterval(entry, 'busy', `An entry of ${name}'s calendar`)
  for (const field of ['bufferBeforeMinutes', 'bufferAfterMinutes'] as const)
    refuseUnless(isWhole(person[field], 0, 1440), field, `${name}'s buffer must be between 0 and 1440 minutes.`)
  refuseUnless(isWhole(person.recentLoad, 0, 10_000), 'recentLoad', `${name}'s load must be a whole number from 0 on.`)
  for (const limit of Object.values(person.limits))
    refuseUnless(limit === null || isWhole(limit, 0), 'limits', `${name}'s limits must be whole numbers from 0 on.`)
}

function checkHours(hours: Omit<WeeklyHours, 'weekdays'>, field: string, name: string): void {
  refuseUnless(
    isWhole(hours.startsMinute, 0, 1440) && isWhole(hours.endsMinute, 0, 1440),
    field,
    `${name}'s hours must lie between 0:00 and 24:00.`,
  )
}

function checkDate(date: string, field: string): void {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date))
  refuseUnless(isDate, field, `${date} is not a date.`)
}

function checkLoop(loop: SolverLoop, people: ReadonlySet<string>): void {
  refuseUnless(people.has(loop.candidateId), 'candidateId', 'The candidate is not among the people.')
  refuseUnless(loop.sessions.length > 0, 'sessions', 'There is no session to place.')
  refuseUnless(
    loop.sessions.length <= sessionCountMax,
    'sessions',
    `A loop has at most ${sessionCountMax} sessions; this one has ${loop.sessions.length}.`,
  )
  for (const session of loop.sessions) checkSession(session, people)
  const ids = new Set(loop.sessions.map((session) => session.id))
  const inDays = loop.days.flat()
  refuseUnless(
    inDays.length === ids.size && new Set(inDays).size === ids.size && inDays.every((id) => ids.has(id)),
    'days',
    'Each session must be in exactly one day of its loop.',
  )
  refuseUnless(
    loop.days.every((day) => day.length > 0),
    'days',
    'A day of the loop has no session.',
  )
  refuseUnless(
    isWhole(loop.dayGap.minDays, 0) && isWhole(loop.dayGap.maxDays, loop.dayGap.minDays),
    'dayGap',
    'The days between two days of a loop must be from 0 on, the most not less than the least.',
  )
  refuseUnless(isWhole(loop.minGapMinutes, 0, 1440), 'minGapMinutes', 'The gap must be between 0 and 1440 minutes.')
  refuseUnless(
    loop.maxSpanMinutes === null || isWhole(loop.maxSpanMinutes, 1),
    'maxSpanMinutes',
    'The span of a day must be at least a minute.',
  )
  refuseUnless(
    loop.maxSessionsPerPerson === null || isWhole(loop.maxSessionsPerPerson, 0),
    'maxSessionsPerPerson',
    'The sessions of one person must be a whole number from 0 on.',
  )
  for (const rule of loop.breaks) {
    checkHours(rule, 'breaks', 'The break')
    refuseUnless(isWhole(rule.minutes, 0, 1440), 'breaks', 'A break takes between 0 and 1440 minutes.')
  }
  checkPrecedence(loop, ids)
}

function checkPrecedence(loop: SolverLoop, ids: ReadonlySet<string>): void {
  for (const { beforeId, afterId } of loop.precedence)
    refuseUnless(
      ids.has(beforeId) && ids.has(afterId),
      'precedence',
      'The order of sessions names one that is not in the loop.',
    )
  // Take away sessions that wait for nobody until none is left; a circle never gets there.
  const left = new Set(ids)
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const id of left)
      if (!loop.precedence.some(({ beforeId, afterId }) => afterId === id && left.has(beforeId))) {
        left.delete(id)
        isChanged = true
      }
  }
  refuseUnless(left.size === 0, 'precedence', 'The order of sessions goes round in a circle.')
}

function checkSession(session: SolverSession, people: ReadonlySet<string>): void {
  const { title } = session
  refuseUnless(
    isWhole(session.durationMinutes, 1, 1440),
    'durationMinutes',
    `${title} must take between 1 and 1440 minutes.`,
  )
  for (const gap of [session.gapBefore, session.gapAfter])
    refuseUnless(
      isWhole(gap.minMinutes, 0, 1440) && (gap.maxMinutes === null || isWhole(gap.maxMinutes, 0)),
      'gap',
      `The gaps around ${title} must be from 0 on.`,
    )
  uniqueIds(session.seats, 'seats', 'seat')
  for (const seat of session.seats) {
    refuseUnless(isWhole(seat.count, 1, 100), 'count', `A seat of ${title} needs at least one person.`)
    for (const field of ['poolIds', 'alternateIds', 'preferredIds'] as const)
      for (const id of seat[field])
        refuseUnless(people.has(id), field, `${title} names somebody who is not among the people.`)
  }
  if (session.room) refuseUnless(isWhole(session.room.minCapacity, 0), 'room', `${title} needs a number of places.`)
}
