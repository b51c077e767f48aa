import type { Placement, Plan, SolverProblem, SolverSeat, SolverSession } from '../../src/solver/problem.ts'
import {
  checkPlacement,
  checkPlan,
  checkSharing,
  checkSitter,
  checkStart,
  checkTimes,
  isOnGrid,
  type Sitting,
  sittingsOf,
  sumOf,
} from './checkPlan.ts'
import { minuteMs } from './wallClock.ts'

interface BruteForceAnswer {
  /** The smallest objective; null when nothing fits. */
  best: number | null
  plan: Plan | null
  /** Every first session's start for which the rest fits too, with the smallest objective from there. */
  feasibleStarts: Map<number, number>
}

interface Option {
  placement: Placement
  sittings: Sitting[]
  cost: number
}

interface Start {
  from: number
  to: number
  /** Cheapest first. */
  options: Option[]
}

/**
 * Tries every start with everybody and every room, for problems of one small loop. What a session breaks by itself is left out
 * first; the rest is counted out, except that nothing is tried further which by itself already costs as much as the best from
 * the same first start. That is safe, because no further term is negative.
 */
export function bruteForce(problem: SolverProblem): BruteForceAnswer {
  const [loop, ...others] = problem.loops
  if (!loop || others.length > 0) throw new Error('brute force takes one loop')
  const feasibleStarts = new Map<number, number>()
  let best: number | null = null
  let plan: Plan | null = null
  const note = (cost: number, placements: readonly Placement[]) => {
    if (best !== null && best <= cost) return
    best = cost
    plan = { placements, leftOutLoopIds: placements.length > 0 ? [] : [loop.id], objective: cost }
  }
  if (loop.isOptional) note(problem.weights.unscheduledLoop, [])

  const startsBySession = loop.sessions.map((session) => startsOf(problem, session))
  const tryTimes = (chosen: readonly Start[]): void => {
    const next = startsBySession[chosen.length]
    if (next) {
      for (const start of next)
        if (chosen.every((one) => one.to <= start.from || start.to <= one.from)) tryTimes([...chosen, start])
      return
    }
    const verdict = checkTimes(
      problem,
      loop,
      chosen.map((one, index) => ({ session: loop.sessions[index]!, from: one.from, to: one.to })),
    )
    if (verdict.problems.length === 0) tryPeople(chosen, [], sumOf(verdict))
  }
  const tryPeople = (chosen: readonly Start[], taken: readonly Option[], cost: number): void => {
    const firstStart = chosen[0]!.from
    const known = () => feasibleStarts.get(firstStart) ?? Infinity
    const next = chosen[taken.length]
    if (next) {
      const later = chosen.slice(taken.length + 1).reduce((sum, one) => sum + one.options[0]!.cost, 0)
      for (const option of next.options)
        if (cost + option.cost + later < known()) tryPeople(chosen, [...taken, option], cost + option.cost)
      return
    }
    const sharing = checkSharing(
      problem,
      taken.flatMap((one) => one.sittings),
    )
    const total = cost + sumOf(sharing)
    if (sharing.problems.length > 0 || total >= known()) return
    feasibleStarts.set(firstStart, total)
    note(
      total,
      taken.map((one) => one.placement),
    )
  }
  tryTimes([])

  if (plan) {
    const verdict = checkPlan(problem, plan)
    if (verdict.problems.length > 0 || verdict.objective !== best)
      throw new Error(`brute force found ${best}, and the check says ${verdict.objective}: ${verdict.problems}`)
  }
  return { best, plan, feasibleStarts }
}

function startsOf(problem: SolverProblem, session: SolverSession): Start[] {
  const [loop] = problem.loops
  if (!loop) return []
  const starts: Start[] = []
  const first = Math.ceil(problem.horizon.startsAt.getTime() / minuteMs) * minuteMs
  for (let from = first; from < problem.horizon.endsAt.getTime(); from += minuteMs) {
    if (!isOnGrid(problem, from) || checkStart(problem, loop, session, from).problems.length > 0) continue
    const to = from + session.durationMinutes * minuteMs
    const canSit = (id: string) => {
      const person = problem.people.find((one) => one.id === id)
      return person !== undefined && checkSitter(problem, loop, session, person, from).problems.length === 0
    }
    const options: Option[] = []
    for (const seats of seatings(session.seats, canSit)) {
      const withRooms: Option[] = []
      for (const roomId of [null, ...problem.rooms.map((room) => room.id)]) {
        const placement = { sessionId: session.id, startsAt: new Date(from), endsAt: new Date(to), seats, roomId }
        const verdict = checkPlacement(problem, loop, session, placement)
        if (verdict.problems.length > 0) continue
        withRooms.push({ placement, sittings: sittingsOf(problem, loop, session, placement), cost: sumOf(verdict) })
      }
      // No two sessions of one loop are held at once, so the cheapest room is never in another's way.
      const [cheapest] = withRooms.sort((one, other) => one.cost - other.cost)
      if (cheapest) options.push(cheapest)
    }
    if (options.length > 0) starts.push({ from, to, options: options.sort((a, b) => a.cost - b.cost) })
  }
  return starts
}

/** Every way to seat those who can sit. */
function seatings(seats: readonly SolverSeat[], canSit: (id: string) => boolean): Placement['seats'][] {
  const [seat, ...rest] = seats
  if (!seat) return [[]]
  const ids = [...new Set([...seat.poolIds, ...seat.alternateIds])].filter(canSit)
  const groups = subsets(ids).filter((group) =>
    seat.isRequired ? group.length === seat.count : group.length <= seat.count,
  )
  return groups.flatMap((personIds) =>
    seatings(rest, (id) => canSit(id) && !personIds.includes(id)).map((others) => [
      { seatId: seat.id, personIds },
      ...others,
    ]),
  )
}

function subsets(ids: readonly string[]): string[][] {
  const [id, ...rest] = ids
  if (id === undefined) return [[]]
  return subsets(rest).flatMap((group) => [group, [id, ...group]])
}
