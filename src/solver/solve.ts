import { minuteMs } from './intervals.ts'
import { openLoopSearch, type PlacedLoop } from './loopSearch.ts'
import { buildModel, type Model, type ModelLoop, type ModelSession } from './model.ts'
import type { Placement, Plan, SolverAnswer, SolverOptions, SolverProblem } from './problem.ts'
import { nothingRelaxed } from './rules.ts'

/**
 * The cheapest plan that keeps every rule. Exact for one loop; many loops are searched until the limit and the best plan so far is
 * always whole. Pure: the same problem and limit in steps give the same answer. Throws badInput with the field that makes no sense.
 */
export function solve(problem: SolverProblem, options: SolverOptions = {}): SolverAnswer {
  const model = buildModel(problem, nothingRelaxed)
  const [loop] = model.loops
  return solveLoop(model, loop as ModelLoop, options)
}

function solveLoop(model: Model, loop: ModelLoop, options: SolverOptions): SolverAnswer {
  const leftOutCost = loop.loop.isOptional ? model.problem.weights.unscheduledLoop : null
  const question = leftOutCost === null ? { options } : { options, below: leftOutCost }
  const { best, bound, isProven } = openLoopSearch(model, loop).search(question)
  if (best === null) {
    if (leftOutCost !== null) {
      const plan: Plan = { placements: [], leftOutLoopIds: [loop.loop.id], objective: leftOutCost }
      return isProven ? { status: 'optimal', plan, bound: leftOutCost } : { status: 'feasible', plan, bound }
    }
    return isProven ? { status: 'infeasible' } : { status: 'undecided' }
  }
  const plan: Plan = { placements: placementsOf(model, loop, best), leftOutLoopIds: [], objective: best.cost }
  return isProven ? { status: 'optimal', plan, bound: best.cost } : { status: 'feasible', plan, bound }
}

/** A placed loop in the problem's words; rooms are taken as they come, what is booked already is kept where it can be. */
export function placementsOf(model: Model, loop: ModelLoop, placed: PlacedLoop): Placement[] {
  return loop.sessions.map((session, position) => {
    const start = placed.starts[position] as number
    return {
      sessionId: session.session.id,
      startsAt: new Date(start * minuteMs),
      endsAt: new Date((start + session.durationMinutes) * minuteMs),
      seats: session.seats.map((seat, index) => ({
        seatId: seat.seat.id,
        personIds: (placed.seated[position]?.[index] ?? []).map(({ person }) => person.id),
      })),
      roomId: freeRoom(model, session, placed.at[position] as number),
    }
  })
}

function freeRoom(model: Model, session: ModelSession, at: number): string | null {
  if (session.rooms === null) return null
  const { fitting, isFree } = session.rooms
  const free = fitting.filter((_, index) => isFree[index]?.[at] === 1)
  const booked = model.problem.baseline?.placements.find((one) => one.sessionId === session.session.id)?.roomId
  return (free.find((room) => room.room.id === booked) ?? free[0])?.room.id ?? null
}
