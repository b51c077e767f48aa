import { explainNoFit } from './explain.ts'
import { placeLoop } from './loop.ts'
import { buildModel } from './model.ts'
import type { SolverAnswer, SolverProblem } from './problem.ts'
import { rankPlacements } from './rank.ts'

/**
 * Finds the times at which all sessions can be held in order on one day, best first, or says why there are none.
 * Exact: `totalCount` counts every start of the first session for which the rest fits too. People with windows are placed
 * inside them at any hour, people without (null) inside the working hours of their zone. Somebody whose calendar could not be
 * read counts as neither free nor busy, except for the busy times that are known; proposals that need them name them and rank
 * last. Pure: same problem, same answer. Throws badInput with the field that makes no sense.
 */
export function solve(problem: SolverProblem): SolverAnswer {
  const model = buildModel(problem)
  const placements = placeLoop(model, new Set())
  if (placements.length === 0) return { kind: 'none', reasons: explainNoFit(problem, buildModel(problem, true)) }
  return { kind: 'found', proposals: rankPlacements(problem, model, placements), totalCount: placements.length }
}
