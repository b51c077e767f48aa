import { describe, expect, it } from 'vitest'
import type { Plan, SolverAnswer, SolverLoop, SolverPerson, SolverProblem } from '../../src/solver/problem.ts'
import { solve } from '../../src/solver/solve.ts'
import { bruteForce } from './bruteForce.ts'
import { everyDay, loopOf, person, problemOf, seat, session } from './builders.ts'
import { checkPlan } from './checkPlan.ts'
import { droppedRules } from './droppedRules.ts'
import { type Random, randomProblem, seededRandom } from './randomProblem.ts'
import { minuteMs } from './wallClock.ts'

const runCount = Number(process.env.PARLEY_SOLVER_RUNS ?? 1000)
const smallRunCount = Math.max(1, Math.ceil(runCount / 4))
const askedSeed = process.env.PARLEY_SEED ?? '20261120'
const firstSeed = askedSeed === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(askedSeed)

/** Each seed's problem and a further source of chance; what fails names its seed. */
function forSeeds(count: number, check: (problem: SolverProblem, random: Random, words: string) => void): void {
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const random = seededRandom(seed)
    check(randomProblem(random), random, `randomProblem(seededRandom(${seed}))`)
  }
}

function planOf(answer: SolverAnswer): Plan | null {
  return answer.status === 'optimal' || answer.status === 'feasible' ? answer.plan : null
}

function priceOf(answer: SolverAnswer): number {
  return planOf(answer)?.objective ?? Infinity
}

describe('against a brute force that tries everything', () => {
  it(`finds the same optimum on ${runCount} random problems, every kind of rule among them`, () => {
    forSeeds(runCount, (problem, _random, words) => {
      const answer = solve(problem)
      const { best, feasibleStarts } = bruteForce(problem)
      if (best === null) {
        expect(answer, words).toEqual({ status: 'infeasible' })
        return
      }
      expect(answer, words).toMatchObject({ status: 'optimal', bound: best, plan: { objective: best } })
      const first = planOf(answer)?.placements[0]
      if (first) expect(feasibleStarts.get(first.startsAt.getTime()), words).toBe(best)
    })
  }, 600_000)

  it(`makes ${runCount} plans that pass the independent check at the objective they state`, () => {
    forSeeds(runCount, (problem, _random, words) => {
      const plan = planOf(solve(problem))
      if (!plan) return
      const { problems, objective } = checkPlan(problem, plan)
      expect({ problems, objective }, words).toEqual({ problems: [], objective: plan.objective })
    })
  }, 300_000)

  it('meets every rule and price at least twice: without it, the best plan of 2 in 500 random problems is another', () => {
    const counts = new Map(Object.keys(droppedRules).map((name) => [name, 0]))
    for (let seed = 1; seed <= 500 && Math.min(...counts.values()) < 2; seed++) {
      const problem = randomProblem(seededRandom(seed))
      const { best } = bruteForce(problem)
      for (const [name, drop] of Object.entries(droppedRules)) {
        const count = counts.get(name) ?? 0
        const changed = drop(problem)
        if (count >= 2 || JSON.stringify(changed) === JSON.stringify(problem)) continue
        if (bruteForce(changed).best !== best) counts.set(name, count + 1)
      }
    }
    expect([...counts].filter(([, count]) => count < 2)).toEqual([])
  }, 300_000)

  it('has a plan for 55 to 80 of 100 random problems', () => {
    let foundCount = 0
    for (let seed = 1; seed <= 300; seed++)
      if (bruteForce(randomProblem(seededRandom(seed))).best !== null) foundCount++
    expect(foundCount).toBeGreaterThan(165)
    expect(foundCount).toBeLessThan(240)
  }, 120_000)
})

describe('what cannot change the answer, or only make it dearer', () => {
  it(`never finds a cheaper plan or a new slot after somebody got busier, ${smallRunCount} times`, () => {
    forSeeds(smallRunCount, (problem, random, words) => {
      const before = solve(problem)
      const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
      // Where it hurts: around what was planned.
      const near = pick(planOf(before)?.placements ?? [])?.startsAt ?? problem.horizon.startsAt
      const from = near.getTime() + Math.floor(random() * 90 - 45) * minuteMs
      const more = {
        startsAt: new Date(from),
        endsAt: new Date(from + Math.ceil(random() * 120) * minuteMs),
        status: pick(['busy', 'outOfOffice', 'tentative', 'free'] as const) ?? 'busy',
        isInterview: random() < 0.5,
        title: pick(['Focus', 'Dentist']) ?? '',
      }
      const busier = Math.floor(random() * problem.people.length)
      const people = problem.people.map((one, index) =>
        index === busier ? { ...one, busy: [...one.busy, more] } : one,
      )
      const after = solve({ ...problem, people })
      expect(priceOf(after), words).toBeGreaterThanOrEqual(priceOf(before))
      const plan = planOf(after)
      if (plan) expect(checkPlan(problem, plan).problems, words).toEqual([])
    })
  }, 300_000)

  it(`finds plans of the same price in whatever order people, rooms, seats and pools are listed, ${smallRunCount} times`, () => {
    forSeeds(smallRunCount, (problem, random, words) => {
      const shuffle = <Item>(items: readonly Item[]): Item[] =>
        items
          .map((item) => ({ item, key: random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item)
      const shuffled: SolverProblem = {
        ...problem,
        people: shuffle(problem.people).map((one) => ({
          ...one,
          windows: one.windows && shuffle(one.windows),
          busy: shuffle(one.busy),
          workingHours: shuffle(one.workingHours),
        })),
        rooms: shuffle(problem.rooms),
        loops: problem.loops.map((loop) => ({
          ...loop,
          sessions: loop.sessions.map((session) => ({
            ...session,
            seats: shuffle(session.seats).map((seat) => ({
              ...seat,
              poolIds: shuffle(seat.poolIds),
              alternateIds: shuffle(seat.alternateIds),
            })),
          })),
        })),
      }
      expect(priceOf(solve(shuffled)), words).toBe(priceOf(solve(problem)))
    })
  }, 300_000)

  it(`never places a session outside the windows of anybody in it, ${smallRunCount} times`, () => {
    forSeeds(smallRunCount, (problem, _random, words) => {
      for (const placement of planOf(solve(problem))?.placements ?? []) {
        const seated = placement.seats.flatMap((seat) => seat.personIds)
        const parties = problem.people.filter(
          (one) => seated.includes(one.id) || problem.loops.some((loop) => loop.candidateId === one.id),
        )
        for (const { windows } of parties)
          for (let at = placement.startsAt.getTime(); windows && at < placement.endsAt.getTime(); at += minuteMs) {
            const isOffered = windows.some(
              (one) => one.startsAt.getTime() <= at && at + minuteMs <= one.endsAt.getTime(),
            )
            expect(isOffered, words).toBe(true)
          }
      }
    })
  }, 300_000)

  it(`gives the same answer to the same problem twice, ${smallRunCount} times, and changes nothing in the problem`, () => {
    forSeeds(smallRunCount, (problem, _random, words) => {
      const before = structuredClone(problem)
      const answer = solve(problem)
      expect(problem, words).toEqual(before)
      expect(solve(before), words).toEqual(answer)
    })
  }, 300_000)

  it(`gives the same answer when windows outside the horizon are added, ${smallRunCount} times`, () => {
    forSeeds(smallRunCount, (problem, _random, words) => {
      const yearMs = 365 * 86_400_000
      const [past, future] = [-yearMs, yearMs].map((shiftMs) => ({
        startsAt: new Date(problem.horizon.startsAt.getTime() + shiftMs),
        endsAt: new Date(problem.horizon.endsAt.getTime() + shiftMs),
        level: 'good' as const,
      }))
      const people = problem.people.map((one) => ({
        ...one,
        windows: one.windows && past && future ? [past, ...one.windows, future] : null,
      }))
      expect(solve({ ...problem, people }), words).toEqual(solve(problem))
    })
  }, 300_000)
})

function startsOf(problem: SolverProblem): string[] {
  const plan = planOf(solve(problem))
  if (plan) expect(checkPlan(problem, plan)).toMatchObject({ problems: [], objective: plan.objective })
  return plan?.placements.map((one) => one.startsAt.toISOString().slice(0, 16)) ?? []
}

describe('hours when the clock changes', () => {
  const night = (startsMinute: number, endsMinute: number) =>
    person('Sam', { workingHours: [{ weekdays: everyDay, startsMinute, endsMinute }] })
  const around = (date: string, sam: SolverPerson, durationMinutes: number) =>
    problemOf({
      now: new Date(`${date}T00:00Z`),
      horizon: { startsAt: new Date(`${date}T00:00Z`), endsAt: new Date(`${date}T06:00Z`) },
      people: [person('Jane', { windows: [{ ...everything, level: 'good' }] }), sam],
      loops: [loopOf([session('talk', durationMinutes)])],
    })
  const everything = { startsAt: new Date('2026-01-01T00:00Z'), endsAt: new Date('2027-01-01T00:00Z') }

  it('has two hours between 02:00 and 03:00 when the clock shows them twice, in Berlin on 25 October 2026', () => {
    expect(startsOf(around('2026-10-25', night(120, 180), 120))).toEqual(['2026-10-25T00:00'])
    expect(startsOf(around('2026-10-25', night(120, 180), 121))).toEqual([])
  })

  it('has no hour between 02:00 and 03:00 when the clock skips it, in Berlin on 29 March 2026', () => {
    expect(startsOf(around('2026-03-29', night(120, 180), 15))).toEqual([])
    expect(startsOf(around('2026-03-29', night(60, 240), 120))).toEqual(['2026-03-29T00:00'])
    expect(startsOf(around('2026-03-29', night(60, 240), 121))).toEqual([])
  })

  it('works from 9 in Tokyo, which is 1 in Berlin, on the day of a journey, and at home before and after', () => {
    const sam = person('Sam', {
      workingHours: [{ weekdays: everyDay, startsMinute: 9 * 60, endsMinute: 15 * 60 }],
      travel: [{ fromOn: '2026-03-25', toOn: '2026-03-25', zone: 'Asia/Tokyo' }],
    })
    const jane = person('Jane', { windows: [{ ...everything, level: 'good' }] })
    const on = (from: string, to: string) =>
      startsOf(
        problemOf({ horizon: { startsAt: new Date(`${from}Z`), endsAt: new Date(`${to}Z`) }, people: [jane, sam] }),
      )
    expect(on('2026-03-24T07:00', '2026-03-24T09:00')).toEqual(['2026-03-24T08:00'])
    expect(on('2026-03-24T14:00', '2026-03-25T01:00')).toEqual(['2026-03-25T00:00'])
    expect(on('2026-03-25T06:00', '2026-03-26T08:45')).toEqual([])
    expect(on('2026-03-25T06:00', '2026-03-26T09:00')).toEqual(['2026-03-26T08:00'])
  })
})

describe('two loops', () => {
  const morning = { startsAt: new Date('2026-03-24T08:00Z'), endsAt: new Date('2026-03-24T10:00Z') }
  const people = [person('Jane'), person('Joe'), person('Sam'), person('Priya')]
  const talk = (id: string, interviewer: string, changes: Partial<SolverLoop> = {}): SolverLoop => ({
    ...loopOf([
      session(id, 60, { seats: [seat(`${id}-seat`, interviewer)], room: changes.isOptional ? null : inRoom }),
    ]),
    id: `loop-${id}`,
    ...changes,
  })
  const inRoom = { minCapacity: 2, features: [] }
  const rooms = ['small', 'large'].map((id) => ({ id, name: id, capacity: 2, features: [], busy: [] }))
  const two = (changes: Partial<SolverProblem>) => problemOf({ horizon: morning, people, rooms, ...changes })

  it.each<[string, Partial<SolverProblem>]>([
    ['one interviewer', { loops: [talk('a', 'Sam'), talk('b', 'Sam', { candidateId: 'Joe' })] }],
    ['one candidate', { loops: [talk('a', 'Sam'), talk('b', 'Priya')] }],
    ['one room', { loops: [talk('a', 'Sam'), talk('b', 'Priya', { candidateId: 'Joe' })], rooms: rooms.slice(1) }],
  ])('are held one after the other when they share %s', (_what, changes) => {
    expect(startsOf(two(changes)).sort()).toEqual(['2026-03-24T08:00', '2026-03-24T09:00'])
    const short = { ...morning, endsAt: new Date('2026-03-24T09:45Z') }
    // Each fits alone; that they do not fit together is not proven by a search over many loops.
    expect(solve(two({ ...changes, horizon: short }))).toEqual({ status: 'undecided' })
  })

  it('are infeasible when one of them fits nowhere even alone', () => {
    const loops = [talk('a', 'Sam'), { ...talk('b', 'Priya', { candidateId: 'Joe' }), maxSessionsPerPerson: 0 }]
    expect(solve(two({ loops }))).toEqual({ status: 'infeasible' })
  })

  it('are held at once when they share nothing but the hour', () => {
    const hour = { ...morning, endsAt: new Date('2026-03-24T09:00Z') }
    const loops = [talk('a', 'Sam'), talk('b', 'Priya', { candidateId: 'Joe' })]
    expect(startsOf(two({ horizon: hour, loops }))).toEqual(['2026-03-24T08:00', '2026-03-24T08:00'])
  })

  it('leave the optional one out for 5000 when Sam takes one interview a day', () => {
    const limited = person('Sam', { limits: { perDay: 1, perWeek: null, perMonth: null } })
    const loops = [talk('a', 'Sam', { isOptional: true }), talk('b', 'Sam', { candidateId: 'Joe' })]
    const answer = solve(two({ people: [person('Jane'), person('Joe'), limited], loops }))
    // A day of 40, and 3 for Sam's first interview.
    expect(answer).toMatchObject({ status: 'feasible', plan: { leftOutLoopIds: ['loop-a'], objective: 5043 } })
    expect(planOf(answer)?.placements.map((one) => one.sessionId)).toEqual(['b'])
  })
})

describe('large input', () => {
  const year = { startsAt: new Date('2026-03-24T00:00Z'), endsAt: new Date('2027-03-24T00:00Z') }
  const entry = (from: number, to: number) => ({
    startsAt: new Date(from),
    endsAt: new Date(to),
    status: 'busy' as const,
    isInterview: false,
    title: '',
  })

  it('finds the one free hour of a year', () => {
    const free = Date.parse('2027-03-22T10:00Z')
    const busy = [entry(year.startsAt.getTime(), free), entry(free + 60 * minuteMs, year.endsAt.getTime())]
    expect(startsOf(problemOf({ horizon: year, people: [person('Jane'), person('Sam', { busy })] }))).toEqual([
      '2027-03-22T10:00',
    ])
  })

  it('finds the one free hour between 10,000 busy times of one person', () => {
    const free = Date.parse('2026-09-24T10:00Z')
    const busy = Array.from({ length: 10_000 }, (_, index) => year.startsAt.getTime() + index * 50 * minuteMs)
      .map((from) => entry(from, from + 50 * minuteMs))
      .filter((one) => one.endsAt.getTime() <= free || free + 60 * minuteMs <= one.startsAt.getTime())
    const edges = [entry(free - 120 * minuteMs, free), entry(free + 60 * minuteMs, free + 180 * minuteMs)]
    const horizon = { startsAt: year.startsAt, endsAt: new Date('2027-03-01T00:00Z') }
    const people = [person('Jane'), person('Sam', { busy: [...busy, ...edges] })]
    expect(startsOf(problemOf({ horizon, people }))).toEqual(['2026-09-24T10:00'])
  })
})

describe('bad input', () => {
  it('of 12 sessions on one day, with a start every minute of a year, is refused with a sentence instead of using up the memory', () => {
    const sessions = Array.from({ length: 12 }, (_, index) => session(`talk${index}`, 5))
    const horizon = { startsAt: new Date('2026-03-24T00:00Z'), endsAt: new Date('2027-03-24T00:00Z') }
    const problem = problemOf({ horizon, grid: { minutes: 1, zone: null }, loops: [loopOf(sessions)] })
    expect(() => solve(problem)).toThrow(expect.objectContaining({ code: 'badInput', field: 'sessions' }))
  })

  const two = [session('first', 30), session('second', 30)]
  it.each<[string, string, Partial<SolverProblem>]>([
    ['durationMinutes', 'a duration of 0', { loops: [loopOf([session('talk', 0)])] }],
    ['durationMinutes', 'a negative duration', { loops: [loopOf([session('talk', -30)])] }],
    ['durationMinutes', 'half a minute', { loops: [loopOf([session('talk', 30.5)])] }],
    ['grid', 'a grid of 0', { grid: { minutes: 0, zone: null } }],
    ['zone', 'an unknown zone of the grid', { grid: { minutes: 15, zone: 'Mars/Olympus' } }],
    ['zone', 'an unknown zone of a person', { people: [person('Jane'), person('Sam', { zone: 'Mars/Olympus' })] }],
    [
      'zone',
      'an unknown zone of a journey',
      {
        people: [
          person('Jane'),
          person('Sam', { travel: [{ fromOn: '2026-03-24', toOn: '2026-03-24', zone: 'Mars/Olympus' }] }),
        ],
      },
    ],
    ['daysOff', 'a date that is none', { people: [person('Jane'), person('Sam', { daysOff: ['2026-02-3x'] })] }],
    ['candidateId', 'an unknown candidate', { people: [person('Sam')] }],
    ['poolIds', 'an unknown person of a pool', { people: [person('Jane')] }],
    [
      'alternateIds',
      'an unknown alternate',
      { loops: [loopOf([session('talk', 60, { seats: [{ ...seat('seat', 'Sam'), alternateIds: ['Nobody'] }] })])] },
    ],
    [
      'precedence',
      'an unknown session',
      { loops: [loopOf(two, { precedence: [{ beforeId: 'x', afterId: 'first' }] })] },
    ],
    ['days', 'a session of no day', { loops: [loopOf(two, { days: [['first']] })] }],
    ['days', 'a session of two days', { loops: [loopOf(two, { days: [['first', 'second'], ['first']] })] }],
    ['days', 'an unknown session', { loops: [loopOf(two, { days: [['first', 'second', 'third']] })] }],
    ['people', 'two people of one id', { people: [person('Jane'), person('Sam'), person('Sam')] }],
    ['sessions', 'two sessions of one id', { loops: [loopOf([session('talk', 60), session('talk', 30)])] }],
  ])('names the field %s for %s', (field, _case, changes) => {
    expect(() => solve(problemOf(changes))).toThrow(
      expect.objectContaining({ code: 'badInput', field: expect.stringContaining(field) }),
    )
  })

  it.each<[string, string, Partial<SolverProblem>]>([
    [
      'poolIds',
      'the pool of a required seat is empty',
      { loops: [loopOf([session('talk', 60, { seats: [seat('a')] })])] },
    ],
    [
      'precedence',
      'each of two sessions is to be before the other',
      {
        loops: [
          loopOf(two, {
            precedence: [
              { beforeId: 'first', afterId: 'second' },
              { beforeId: 'second', afterId: 'first' },
            ],
          }),
        ],
      },
    ],
    [
      'horizon',
      'the horizon ends before it begins',
      { horizon: { startsAt: new Date('2026-03-26T00:00Z'), endsAt: new Date('2026-03-24T00:00Z') } },
    ],
  ])('finds nothing, or names the field %s, when %s', (field, _case, changes) => {
    let answer: unknown
    try {
      answer = solve(problemOf(changes))
    } catch (error) {
      expect(error).toMatchObject({ code: 'badInput', field: expect.stringContaining(field) })
      return
    }
    expect(answer).toEqual({ status: 'infeasible' })
  })
})
