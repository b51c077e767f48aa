import { isParleyError } from '../domain/errors.ts'
import { type LoopSearch, openLoopSearch } from './loopSearch.ts'
import { buildModel, type ModelLoop } from './model.ts'
import type { SolverProblem, SolverWeights } from './problem.ts'
import type { Relaxed } from './rules.ts'
import { openWorkload } from './workload.ts'

// Whether anything fits, and how much: prices do not matter here.

const noPrices: SolverWeights = {
  dayDelay: 0,
  idleMinute: 0,
  outsidePreferredMinute: 0,
  candidateOutsidePreferredMinute: 0,
  bookedOver: 0,
  notPreferred: 0,
  alternate: 0,
  loadSquare: 0,
  optionalSeatEmpty: 0,
  unscheduledLoop: 0,
  unconfirmed: 0,
}

function openFreeSearch(problem: SolverProblem, relaxed: Relaxed): LoopSearch {
  const baseline = problem.baseline && {
    ...problem.baseline,
    weights: { moveSession: 0, swapPerson: 0, swapRoom: 0 },
  }
  const model = buildModel({ ...problem, weights: noPrices, baseline }, relaxed)
  return openLoopSearch(model, model.loops[0] as ModelLoop, openWorkload(model))
}

/** Steps after which a single question is given up and counts as no. */
const stepsOfOneQuestion = 2_000_000
const stepsOfOneStart = 20_000

/** Whether the problem's first loop fits anywhere when the rules in `relaxed` are let go. What is too large to be asked counts as no. */
export function canFit(problem: SolverProblem, relaxed: Relaxed, maxSteps = stepsOfOneQuestion): boolean {
  try {
    return openFreeSearch(problem, relaxed).search({ below: 1, options: { maxSteps } }).best !== null
  } catch (error) {
    if (isParleyError(error, 'badInput')) return false
    throw error
  }
}

export interface Openings {
  /** Moments at which the loop could begin; counted up to `startCountMax`. */
  startCount: number
  /** The first of them, absolute minutes; null when there is none. */
  firstStart: number | null
}

export const startCountMax = 500

export function countOpenings(problem: SolverProblem, relaxed: Relaxed): Openings {
  if (!canFit(problem, relaxed)) return { startCount: 0, firstStart: null }
  const search = openFreeSearch(problem, relaxed)
  let startCount = 0
  let firstStart: number | null = null
  for (const { start } of search.firstStarts()) {
    const { best } = search.search({ firstStart: start, below: 1, options: { maxSteps: stepsOfOneStart } })
    if (best === null) continue
    startCount++
    if (firstStart === null || start < firstStart) firstStart = start
    if (startCount === startCountMax) break
  }
  return { startCount, firstStart }
}
