import type { PartyId } from '../../src/domain/ids.ts'
import type { SolverPerson, SolverProblem } from '../../src/solver/problem.ts'

// Tries every minute, every person and every order with plain dates and the platform's own zones. It shares nothing with the
// solver but the words of the problem.

const formats = new Map<string, Intl.DateTimeFormat>()

interface Wall {
  date: string
  minute: number
  weekday: number
}

const walls = new Map<string, Wall>()

export function wallClock(ms: number, zone: string): Wall {
  const key = `${zone} ${ms}`
  const known = walls.get(key)
  if (known) return known
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(zone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(ms).map((part) => [part.type, part.value]))
  const date = `${parts.year}-${parts.month}-${parts.day}`
  const wall = {
    date,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
    weekday: new Date(`${date}T00:00Z`).getUTCDay() || 7,
  }
  walls.set(key, wall)
  return wall
}

const minuteMs = 60_000

function isInWindows(person: SolverPerson, from: number, to: number): boolean {
  for (let at = from; at < to; at += minuteMs)
    if (!person.windows?.some((window) => window.startsAt.getTime() <= at && at + minuteMs <= window.endsAt.getTime()))
      return false
  return true
}

function isInWorkingHours(problem: SolverProblem, person: SolverPerson, from: number, to: number): boolean {
  const { weekdays, dayStartsMinute, dayEndsMinute } = problem.rules
  for (let at = from; at < to; at += 5 * minuteMs) {
    const wall = wallClock(at, person.zone)
    if (!weekdays.includes(wall.weekday) || wall.minute < dayStartsMinute || wall.minute >= dayEndsMinute) return false
  }
  return true
}

export function canSit(problem: SolverProblem, person: SolverPerson, from: number, to: number): boolean {
  const gapMs = problem.rules.gapMinutes * minuteMs
  const isFree = person.busy.every(
    (busy) =>
      busy.startsAt >= busy.endsAt || to <= busy.startsAt.getTime() - gapMs || busy.endsAt.getTime() + gapMs <= from,
  )
  if (!isFree) return false
  return person.windows ? isInWindows(person, from, to) : isInWorkingHours(problem, person, from, to)
}

interface Sitting {
  id: PartyId
  from: number
  to: number
}

/** Every first start, in milliseconds, from which all sessions can be held in order on one day. */
export function feasibleStarts(problem: SolverProblem): number[] {
  const { rules } = problem
  const from = Date.parse(`${rules.fromOn}T00:00Z`) - 16 * 3_600_000
  const to = Date.parse(`${rules.toOn}T00:00Z`) + 40 * 3_600_000
  const grid: number[] = []
  for (let at = from; at < to; at += 5 * minuteMs) {
    const wall = wallClock(at, rules.zone)
    const isOnGrid = (wall.minute % 60) % rules.gridMinutes === 0
    if (isOnGrid && wall.date >= rules.fromOn && wall.date <= rules.toOn) grid.push(at)
  }
  const notBefore = problem.now.getTime() + rules.noticeHours * 3_600_000
  return grid.filter((at) => at >= notBefore && canHold(problem, grid, 0, at, []))
}

function canHold(
  problem: SolverProblem,
  grid: readonly number[],
  index: number,
  from: number,
  sat: readonly Sitting[],
): boolean {
  const session = problem.sessions[index]
  if (!session) return true
  const to = from + session.durationMinutes * minuteMs
  const { zone } = problem.rules
  if (wallClock(to - minuteMs, zone).date !== wallClock(from, zone).date) return false
  return seatings(problem, index, 0, from, to, sat, []).some((sittings) => {
    const all = [...sat, ...sittings]
    if (index === problem.sessions.length - 1) return true
    const day = wallClock(from, zone).date
    return grid.some(
      (next) => next >= to && wallClock(next, zone).date === day && canHold(problem, grid, index + 1, next, all),
    )
  })
}

function seatings(
  problem: SolverProblem,
  index: number,
  seatIndex: number,
  from: number,
  to: number,
  sat: readonly Sitting[],
  chosen: readonly Sitting[],
): Sitting[][] {
  const seat = problem.sessions[index]?.seats[seatIndex]
  if (!seat) return [[...chosen]]
  const gapMs = problem.rules.gapMinutes * minuteMs
  const found: Sitting[][] = []
  for (const id of seat.partyIds) {
    const person = problem.people.find((one) => one.id === id)
    if (!person || chosen.some((one) => one.id === id)) continue
    if (sat.some((one) => one.id === id && from < one.to + gapMs)) continue
    if (!canSit(problem, person, from, to)) continue
    found.push(...seatings(problem, index, seatIndex + 1, from, to, sat, [...chosen, { id, from, to }]))
  }
  if (!seat.isRequired) found.push(...seatings(problem, index, seatIndex + 1, from, to, sat, chosen))
  return found
}
