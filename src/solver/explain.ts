import { canFit, countOpenings } from './fit.ts'
import type { SolverProblem } from './problem.ts'
import type { Relaxed, Rule } from './rules.ts'

/** Rules that, let go together, let something fit; without any one of them it would not. */
export interface Relaxation {
  rules: readonly Rule[]
  /** Moments at which the loop could then begin. */
  startCount: number
}

export interface ExplainQuestion {
  /** What may be let go, first what is let go most readily; the last are kept in the conflict where there is a choice. */
  rules: readonly Rule[]
  /** A single question "does anything fit" is given up after this many steps and counts as no. */
  maxSteps?: number
}

/**
 * Why no plan for one loop fits: a minimal set of rules that together leave nothing, without any one of them something would fit. Empty when
 * nothing fits even without all of them; null when something fits as it is.
 */
export function findConflict(problem: SolverProblem, question: ExplainQuestion): Rule[] | null {
  const { rules } = question
  const fits = fitsIn(problem, question)
  if (fits(new Set())) return null
  return fits(new Set(rules)) ? smallestConflict(rules, [], fits) : []
}

/** What would have to give way: single rules where there are any, else pairs; what opens most comes first. */
export function findRelaxations(
  problem: SolverProblem,
  question: ExplainQuestion,
  conflict: readonly Rule[],
): Relaxation[] {
  const fits = fitsIn(problem, question)
  // Whatever helps has to break this conflict: a rule outside it cannot help alone.
  let ways = conflict.filter((rule) => fits(new Set([rule]))).map((rule): readonly Rule[] => [rule])
  if (ways.length === 0) ways = pairsOf(question.rules, conflict, fits)
  return ways
    .map((way) => ({ rules: way, startCount: countOpenings(problem, new Set(way)).startCount }))
    .sort((a, b) => b.startCount - a.startCount)
}

function fitsIn(problem: SolverProblem, { maxSteps }: ExplainQuestion): (relaxed: Relaxed) => boolean {
  return (relaxed) => canFit(problem, relaxed, maxSteps)
}

/** Lets go of each rule in turn, besides `given`, and keeps those without which something would fit. */
function smallestConflict(rules: readonly Rule[], given: readonly Rule[], fits: (relaxed: Relaxed) => boolean): Rule[] {
  const relaxed = new Set<Rule>(given)
  for (const rule of rules) {
    if (relaxed.has(rule)) continue
    relaxed.add(rule)
    if (fits(relaxed)) relaxed.delete(rule)
  }
  return rules.filter((rule) => !relaxed.has(rule)).reverse()
}

/** Pairs that help: one rule of the conflict, and one of the conflict that is left without it. */
function pairsOf(
  rules: readonly Rule[],
  conflict: readonly Rule[],
  fits: (relaxed: Relaxed) => boolean,
): (readonly Rule[])[] {
  const pairs = new Map<string, readonly Rule[]>()
  for (const first of conflict)
    for (const second of smallestConflict(rules, [first], fits)) {
      const pair = [first, second].sort()
      const key = pair.join(' ')
      if (!pairs.has(key) && fits(new Set(pair))) pairs.set(key, pair)
    }
  return [...pairs.values()]
}
