import { checkProblem } from './checkProblem.ts'
import { solveHiringDay } from './hiringDay.ts'
import { minuteMs } from './intervals.ts'
import { openLoopSearch, type PlacedLoop } from './loopSearch.ts'
import { buildModel, type Model, type ModelLoop } from './model.ts'
import type { ModelRoom } from './modelSession.ts'
import type { Placement, Plan, SolverAnswer, SolverOptions, SolverProblem } from './problem.ts'
import { nothingRelaxed } from './rules.ts'
import { openWorkload } from './workload.ts'

/**
 * The cheapest plan that keeps every rule. Exact for one loop; many loops are searched until the limit and the best plan so far is
 * always whole. Pure: the same problem and limit in steps give the same answer. Throws badInput with the field that makes no sense.
 */
export function solve(problem: SolverProblem, options: SolverOptions = {}): SolverAnswer {
  checkProblem(problem)
  const model = buildModel(problem, nothingRelaxed)
  const [loop] = model.loops
  if (model.loops.length === 1) return solveLoop(model, loop as ModelLoop, options)
  return solveLoops(model, options)
}

function solveLoops(model: Model, options: SolverOptions): SolverAnswer {
  const { loops, cost, bound, isImpossible } = solveHiringDay(model, options)
  if (isImpossible) return { status: 'infeasible' }
  const leftOut = model.loops.filter((loop) => loops[loop.index] === null)
  if (leftOut.some((loop) => !loop.loop.isOptional)) return { status: 'undecided' }
  const placements = model.loops.flatMap((loop) => {
    const placed = loops[loop.index]
    return placed ? placementsOf(loop, placed, placed.rooms) : []
  })
  const plan: Plan = { placements, leftOutLoopIds: leftOut.map((loop) => loop.loop.id), objective: cost }
  return { status: cost === bound ? 'optimal' : 'feasible', plan, bound }
}

function solveLoop(model: Model, loop: ModelLoop, options: SolverOptions): SolverAnswer {
  const leftOutCost = loop.loop.isOptional ? model.problem.weights.unscheduledLoop : null
  const question = leftOutCost === null ? { options } : { options, below: leftOutCost }
  const { best, bound, isProven } = openLoopSearch(model, loop, openWorkload(model)).search(question)
  if (best === null) {
    if (leftOutCost !== null) {
      const plan: Plan = { placements: [], leftOutLoopIds: [loop.loop.id], objective: leftOutCost }
      return isProven ? { status: 'optimal', plan, bound: leftOutCost } : { status: 'feasible', plan, bound }
    }
    return isProven ? { status: 'infeasible' } : { status: 'undecided' }
  }
  const plan: Plan = {
    placements: placementsOf(loop, best, roomsOf(model, loop, best)),
    leftOutLoopIds: [],
    objective: best.cost,
  }
  return isProven ? { status: 'optimal', plan, bound: best.cost } : { status: 'feasible', plan, bound }
}

/** A placed loop in the problem's words. */
export function placementsOf(loop: ModelLoop, placed: PlacedLoop, rooms: readonly (ModelRoom | null)[]): Placement[] {
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
      roomId: rooms[position]?.room.id ?? null,
    }
  })
}

/** Rooms for a loop alone, whose sessions never meet: what is booked already is kept where it can be, else the first that is free. */
export function roomsOf(model: Model, loop: ModelLoop, placed: PlacedLoop): (ModelRoom | null)[] {
  return loop.sessions.map((session, position) => {
    if (session.rooms === null) return null
    const { fitting, isFree } = session.rooms
    const free = fitting.filter((_, index) => isFree[index]?.[placed.at[position] as number] === 1)
    const booked = model.problem.baseline?.placements.find((one) => one.sessionId === session.session.id)?.roomId
    return free.find((room) => room.room.id === booked) ?? free[0] ?? null
  })
}
