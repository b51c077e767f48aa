import { describe, expect, it } from 'vitest'
import { rankPlans } from '../../src/solver/rank.ts'
import { bruteForce } from './bruteForce.ts'
import { loopOf, person, problemOf, session } from './builders.ts'
import { checkPlan } from './checkPlan.ts'
import { randomProblem, seededRandom } from './randomProblem.ts'

const runCount = Math.max(1, Math.ceil(Number(process.env.PARLEY_SOLVER_RUNS ?? 1000) / 4))

describe('the best plans of a loop', () => {
  it(`list every start of one session with its cheapest plan, like brute force, in ${runCount} random problems`, () => {
    let foundCount = 0
    for (let seed = 1; foundCount < runCount; seed++) {
      const problem = randomProblem(seededRandom(seed))
      const loop = problem.loops[0]
      if (loop?.sessions.length !== 1 || loop.isOptional) continue
      foundCount++
      const plans = rankPlans(problem, { count: 1_000, isSpread: false })
      const byStart = new Map(plans.map(({ plan }) => [plan.placements[0]?.startsAt.getTime(), plan.objective]))
      expect(byStart, `seed ${seed}`).toEqual(bruteForce(problem).feasibleStarts)
      expect(plans.map(({ plan }) => plan.objective)).toEqual([...byStart.values()].sort((a, b) => a - b))
    }
  }, 300_000)

  it(`explain each price line by line: the lines of ${runCount} random rankings add up and agree with the check`, () => {
    for (let seed = 1; seed <= runCount; seed++) {
      const problem = randomProblem(seededRandom(seed))
      for (const { plan, terms } of rankPlans(problem, { count: 3, isSpread: true })) {
        const { problems, objective } = checkPlan(problem, plan)
        expect({ problems, objective }, `seed ${seed}`).toEqual({ problems: [], objective: plan.objective })
        expect(
          terms.reduce((sum, term) => sum + term.cost, 0),
          `seed ${seed}`,
        ).toBe(plan.objective)
        for (const term of terms) expect(term.words, `seed ${seed}, ${term.kind}`).not.toBe('')
      }
    }
  }, 300_000)

  it('spread over days and parts of the day: 4 of 2 free days are not 4 neighbouring quarters of an hour', () => {
    const plans = rankPlans(problemOf(), { count: 4, isSpread: true })
    const starts = plans.map(({ plan }) => plan.placements[0]?.startsAt.toISOString().slice(8, 16))
    expect(new Set(starts.map((start) => start?.slice(0, 2)))).toEqual(new Set(['24', '25']))
    for (const day of ['24', '25']) {
      const hours = starts.filter((start) => start?.startsWith(day)).map((start) => Number(start?.slice(3, 5)))
      expect(Math.max(...hours) - Math.min(...hours)).toBeGreaterThanOrEqual(3)
    }
  })

  it('name whose calendar is unknown, only when asked to offer such plans, and say why', () => {
    const people = [person('Jane'), person('Sam', { unknownReason: 'the calendar did not answer' })]
    const problem = problemOf({ people, loops: [loopOf([session('talk', 60)])] })
    expect(rankPlans(problem, { count: 3, isSpread: true })).toEqual([])
    const [first] = rankPlans({ ...problem, allowsUnconfirmed: true }, { count: 3, isSpread: true })
    expect(first?.unconfirmedIds).toEqual(['Sam'])
    expect(first?.terms.find((term) => term.kind === 'unconfirmed')?.words).toBe(
      'not confirmed for Sam: the calendar did not answer',
    )
  })
})
