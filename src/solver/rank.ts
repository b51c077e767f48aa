import { checkProblem } from './checkProblem.ts'
import { isoDateOf, localDayAt, offsetAt } from './localTime.ts'
import { openLoopSearch, type PlacedLoop } from './loopSearch.ts'
import { buildModel, type Model, type ModelLoop } from './model.ts'
import type { Plan, ScoreTerm, SolverProblem } from './problem.ts'
import { nothingRelaxed } from './rules.ts'
import { scorePlan } from './score.ts'
import { placementsOf, roomsOf } from './solve.ts'
import { openWorkload } from './workload.ts'

/** One way to hold a loop, among several that are offered. */
export interface RankedPlan {
  plan: Plan
  /** Why it ranks where it does: the sum is its objective. */
  terms: readonly ScoreTerm[]
  /** People whose calendar is unknown and on whom it depends. */
  unconfirmedIds: readonly string[]
}

export interface RankQuestion {
  count: number
  /** Spread over days and parts of the day; otherwise simply the cheapest. */
  isSpread: boolean
}

/** Steps after which one start is given up, or taken as good as it was found. */
const stepsOfOneStart = 200_000

/** What it costs to be like a plan that is offered already. */
const alike = { overlap: 400, sameDay: 60, samePart: 20, sameDayAndPart: 40 }

/**
 * The best plans of one loop with different first starts, cheapest first; each is the cheapest that begins at its start. Exact and lazy:
 * a start is searched only when what it costs at least makes it the next one. Empty when nothing fits.
 */
export function rankPlans(problem: SolverProblem, question: RankQuestion): RankedPlan[] {
  checkProblem(problem)
  const model = buildModel(problem, nothingRelaxed)
  const loop = model.loops[0] as ModelLoop
  const search = openLoopSearch(model, loop, openWorkload(model))
  const open = search.firstStarts().map(({ start, least }): Choice => choiceOf(loop, start, least))
  const chosen: Choice[] = []
  while (chosen.length < question.count) {
    const next = cheapest(open)
    if (next === null) break
    if (!next.isExact) {
      const { best } = search.search({ firstStart: next.start, options: { maxSteps: stepsOfOneStart } })
      if (best === null) {
        open.splice(open.indexOf(next), 1)
        continue
      }
      next.placed = best
      next.to = Math.max(
        ...best.starts.map((start, position) => start + (loop.sessions[position]?.durationMinutes ?? 0)),
      )
      next.malus = question.isSpread ? chosen.reduce((sum, other) => sum + likeness(next, other), 0) : 0
      next.cost = best.cost
      next.isExact = true
      continue
    }
    open.splice(open.indexOf(next), 1)
    chosen.push(next)
    if (question.isSpread) for (const other of open) other.malus += likeness(other, next)
  }
  return chosen
    .sort((a, b) => a.cost - b.cost || a.start - b.start)
    .map((choice) => rankedPlan(model, loop, choice.placed as PlacedLoop))
}

interface Choice {
  start: number
  to: number
  date: string
  part: 'morning' | 'afternoon' | 'evening'
  /** At least this much, exactly when `isExact`. */
  cost: number
  isExact: boolean
  malus: number
  placed: PlacedLoop | null
}

function choiceOf(loop: ModelLoop, start: number, least: number): Choice {
  const { clock } = loop.candidate
  const minuteOfDay = (((start + offsetAt(clock, start)) % 1440) + 1440) % 1440
  return {
    start,
    to: start + Math.min(...loop.sessions.map((session) => session.durationMinutes)),
    date: isoDateOf(localDayAt(clock, start)),
    part: minuteOfDay < 12 * 60 ? 'morning' : minuteOfDay < 17 * 60 ? 'afternoon' : 'evening',
    cost: least,
    isExact: false,
    malus: 0,
    placed: null,
  }
}

function cheapest(open: readonly Choice[]): Choice | null {
  let best: Choice | null = null
  for (const choice of open) if (best === null || choice.cost + choice.malus < best.cost + best.malus) best = choice
  return best
}

function likeness(a: Choice, b: Choice): number {
  if (a.start < b.to && b.start < a.to) return alike.overlap
  const isSameDay = a.date === b.date
  const isSamePart = a.part === b.part
  return (
    (isSameDay ? alike.sameDay : 0) +
    (isSamePart ? alike.samePart : 0) +
    (isSameDay && isSamePart ? alike.sameDayAndPart : 0)
  )
}

function rankedPlan(model: Model, loop: ModelLoop, placed: PlacedLoop): RankedPlan {
  const plan: Plan = {
    placements: placementsOf(loop, placed, roomsOf(model, loop, placed)),
    leftOutLoopIds: [],
    objective: placed.cost,
  }
  const unconfirmed = new Set<string>()
  for (const person of [loop.candidate, ...placed.seated.flat(2)])
    if (person.person.unknownReason !== null && person.person.windows === null) unconfirmed.add(person.person.id)
  return { plan, terms: scorePlan(model, plan.placements, []), unconfirmedIds: [...unconfirmed] }
}
