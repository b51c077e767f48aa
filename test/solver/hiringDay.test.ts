import { describe, expect, it } from 'vitest'
import type { SolverProblem } from '../../src/solver/problem.ts'
import { solve } from '../../src/solver/solve.ts'
import { loopOf, person, problemOf, seat, session } from './builders.ts'
import { checkPlan } from './checkPlan.ts'
import { type Random, seededRandom } from './randomProblem.ts'

const nothing = { minMinutes: 0, maxMinutes: null }

/** Candidates who come for three sessions on two mornings, and too few interviewers for all of them. */
function hiringDay(random: Random, candidateCount: number): SolverProblem {
  const below = (count: number): number => Math.floor(random() * count)
  const interviewers = Array.from({ length: 8 }, (_, index) =>
    person(`interviewer${index}`, {
      limits: { perDay: 3, perWeek: 4, perMonth: null },
      bufferAfterMinutes: 5 * below(3),
      recentLoad: below(5),
      busy: Array.from({ length: 4 }, () => {
        const startsAt = new Date(Date.UTC(2026, 2, 24 + below(2), 8 + below(8), 30 * below(2)))
        return {
          startsAt,
          endsAt: new Date(startsAt.getTime() + (1 + below(3)) * 1_800_000),
          status: 'busy' as const,
          isInterview: random() < 0.2,
          title: '',
        }
      }),
    }),
  )
  const pool = (): string[] => interviewers.filter(() => random() < 0.5).map((one) => one.id)
  const loops = Array.from({ length: candidateCount }, (_, index) => ({
    ...loopOf(
      ['coding', 'team', 'panel'].map((title, at) =>
        session(`${title}${index}`, 45, {
          seats: [{ ...seat('lead', ...pool()), count: at === 2 ? 2 : 1 }],
          room: at === 2 ? { minCapacity: 3, features: [] } : null,
          gapAfter: nothing,
        }),
      ),
      { isOptional: true, maxSessionsPerPerson: 1, maxSpanMinutes: 300 },
    ),
    id: `loop${index}`,
    candidateId: `candidate${index}`,
  }))
  const rooms = ['small', 'large'].map((id, index) => ({
    id,
    name: id,
    capacity: 2 + 2 * index,
    features: [],
    busy: [],
  }))
  const candidates = loops.map((loop) => person(loop.candidateId))
  return problemOf({ people: [...candidates, ...interviewers], loops, rooms })
}

const optionsOf = (seed: number, maxSteps: number) => ({ seed, maxSteps })

describe('a hiring day', () => {
  it('keeps every rule across 12 loops that share 8 people and a room, and states its price, 20 times', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const problem = hiringDay(seededRandom(seed), 12)
      const answer = solve(problem, optionsOf(seed, 200))
      if (answer.status !== 'feasible' && answer.status !== 'optimal') throw new Error(`seed ${seed}: ${answer.status}`)
      const { problems, objective } = checkPlan(problem, answer.plan)
      expect({ problems, objective }, `seed ${seed}`).toEqual({ problems: [], objective: answer.plan.objective })
      expect(answer.bound ?? 0, `seed ${seed}`).toBeLessThanOrEqual(answer.plan.objective)
    }
  }, 120_000)

  it('gives the same plan for the same seed and steps, and never a dearer one for more steps', () => {
    const problem = hiringDay(seededRandom(7), 12)
    const [few, again] = [solve(problem, optionsOf(3, 50)), solve(problem, optionsOf(3, 50))]
    expect(again).toEqual(few)
    const prices: number[] = []
    solve(problem, { ...optionsOf(3, 400), onBetter: (price) => prices.push(price) })
    expect(prices.length).toBeGreaterThan(0)
    expect(prices).toEqual([...new Set(prices)].sort((a, b) => b - a))
  })

  it('stops when its time is spent, with a whole plan', () => {
    const problem = hiringDay(seededRandom(9), 12)
    let asked = 0
    const answer = solve(problem, { timeSpent: () => ++asked / 10 })
    expect(answer.status).toBe('feasible')
    expect(asked).toBe(10)
  })
})
