import { describe, expect, it } from 'vitest'
import { findConflict, findRelaxations } from '../../src/solver/explain.ts'
import { conflictSentence } from '../../src/solver/noFitWords.ts'
import type { SolverProblem } from '../../src/solver/problem.ts'
import { findRemedies } from '../../src/solver/remedies.ts'
import { type Rule, rulesOf } from '../../src/solver/rules.ts'
import { bruteForce } from './bruteForce.ts'
import { everyDay, loopOf, person, problemOf, seat, session } from './builders.ts'
import { randomProblem, seededRandom } from './randomProblem.ts'

const runCount = Math.max(1, Math.ceil(Number(process.env.PARLEY_SOLVER_RUNS ?? 1000) / 20))

/** The problem with a rule let go, told in the problem's own words: shares nothing with how the solver lets go of it. */
function without(problem: SolverProblem, rule: Rule): SolverProblem {
  const [kind, id, part] = rule.split(':')
  if (rule === 'notice') return { ...problem, noticeMinutes: 0 }
  if (rule === 'bookingWindow') return { ...problem, bookingWindowMinutes: null }
  if (rule === 'rooms') return { ...problem, rooms: problem.rooms.map((room) => ({ ...room, busy: [] })) }
  if (kind === 'loop') {
    const loops = problem.loops.map((loop) => {
      if (part === 'precedence') return { ...loop, precedence: [] }
      if (part === 'distinct') return { ...loop, maxSessionsPerPerson: null }
      if (part === 'span') return { ...loop, maxSpanMinutes: null }
      if (part === 'break') return { ...loop, breaks: [] }
      return {
        ...loop,
        days: loop.sessions.map((one) => [one.id]),
        dayGap: { minDays: -999, maxDays: 999 },
        maxSpanMinutes: null,
        breaks: [],
      }
    })
    return { ...problem, loops }
  }
  const horizon = { ...problem.horizon, level: 'good' as const }
  const people = problem.people.map((one) => {
    if (one.id !== id) return one
    if (part === 'windows') return { ...one, windows: [horizon] }
    if (part === 'hours')
      return {
        ...one,
        workingHours: [{ weekdays: everyDay, startsMinute: 0, endsMinute: 1440 }],
        daysOff: [],
        dateOverrides: [],
      }
    if (part === 'busy') return { ...one, busy: one.busy.map((entry) => ({ ...entry, status: 'free' as const })) }
    if (part === 'load') return { ...one, limits: { perDay: null, perWeek: null, perMonth: null } }
    if (part === 'met') return { ...one, metIds: [] }
    return { ...one, unknownReason: null }
  })
  return { ...problem, people }
}

describe('why nothing fits', () => {
  it(`is a minimal conflict by brute force, in ${runCount} random problems of one session without an answer`, () => {
    let seenCount = 0
    for (let seed = 1; seenCount < runCount; seed++) {
      const problem = randomProblem(seededRandom(seed))
      const loop = problem.loops[0]
      if (loop?.sessions.length !== 1 || loop.isOptional || bruteForce(problem).best !== null) continue
      seenCount++
      const rules = rulesOf(problem).filter((rule) => rule !== 'horizon')
      const conflict = findConflict(problem, { rules }) ?? []
      const fits = (kept: readonly Rule[]): boolean =>
        bruteForce(rules.filter((rule) => !kept.includes(rule)).reduce(without, problem)).best !== null
      if (conflict.length === 0) {
        expect(fits([]), `seed ${seed}`).toBe(false)
        continue
      }
      expect(fits(conflict), `seed ${seed}: ${conflict} leaves something`).toBe(false)
      for (const rule of conflict)
        expect(fits(conflict.filter((other) => other !== rule)), `seed ${seed}: ${rule} is not needed`).toBe(true)
      for (const way of findRelaxations(problem, { rules }, conflict))
        expect(bruteForce(way.rules.reduce(without, problem)).best, `seed ${seed}: ${way.rules}`).not.toBe(null)
    }
  }, 300_000)

  it('is nothing when something fits', () => {
    expect(findConflict(problemOf(), { rules: rulesOf(problemOf()) })).toBe(null)
  })
})

const window = (from: string, to: string) => ({
  startsAt: new Date(from),
  endsAt: new Date(to),
  level: 'good' as const,
})

describe('the cheapest way out', () => {
  // Jane can from 17:00 to 18:30 in Berlin, Sam works until 17.
  const late = problemOf({
    people: [
      person('Jane', { windows: [window('2026-03-24T16:00Z', '2026-03-24T17:30Z')] }),
      person('Sam'),
      person('Bob'),
    ],
  })

  it('is told in one sentence with people and rules', () => {
    const conflict = findConflict(late, { rules: rulesOf(late) }) ?? []
    expect(conflictSentence(late, conflict, 'Europe/Berlin')).toBe(
      "Jane offered only Tue 24 Mar 17:00-18:30, and Sam's working hours are Mon to Sun 09:00-17:00.",
    )
  })

  it('is told in the language of whoever reads it', () => {
    const conflict = findConflict(late, { rules: rulesOf(late) }) ?? []
    const sentences = ['de-DE', 'fr-FR', 'es-ES'].map((locale) =>
      conflictSentence(late, conflict, 'Europe/Berlin', locale).replace(/[\u00a0\u202f]/g, ' '),
    )
    expect(sentences).toEqual([
      'Jane hat nur Di., 24. März 17:00-18:30 angeboten, und Sam arbeitet Mo bis So 09:00-17:00.',
      'Jane n’a proposé qu’un choix limité : mar. 24 mars 17:00-18:30, et Sam travaille lun.–dim. 09:00-17:00.',
      'Jane solo ofreció mar, 24 mar 17:00-18:30; además, el horario laboral de Sam es lun a dom 09:00-17:00.',
    ])
  })

  it('says what each change opens: hours until 18:00 one start, other times of Jane fifty-eight', () => {
    const remedies = findRemedies(late)
    expect(remedies.map(({ remedy, startCount }) => ({ ...remedy, startCount }))).toEqual([
      { kind: 'moreTimes', personId: 'Jane', startCount: 58 },
      { kind: 'longerHours', startsMinute: 540, endsMinute: 1080, startCount: 1 },
    ])
    expect(remedies[1]?.firstStartsAt.toISOString()).toBe('2026-03-24T16:00:00.000Z')
  })

  it('offers somebody who could stand in, with the starts that opens', () => {
    const bob = person('Bob', { workingHours: [{ weekdays: everyDay, startsMinute: 720, endsMinute: 1200 }] })
    const problem = { ...late, people: [...late.people.slice(0, 2), bob] }
    expect(findRemedies(problem, ['Bob']).find(({ remedy }) => remedy.kind === 'standIn')).toMatchObject({
      remedy: { personId: 'Bob', sessionId: 'talk', seatId: 'talk-seat' },
      startCount: 3,
    })
  })

  it('offers to hold it without one of two required people, and a shorter session', () => {
    const sam = person('Sam', { windows: [window('2026-03-24T08:00Z', '2026-03-24T08:45Z')] })
    const priya = person('Priya', { windows: [window('2026-03-25T08:00Z', '2026-03-25T10:00Z')] })
    const both = session('talk', 60, { seats: [seat('a', 'Sam'), seat('b', 'Priya')] })
    const problem = problemOf({ people: [person('Jane'), sam, priya], loops: [loopOf([both])] })
    const kinds = findRemedies(problem).map(({ remedy, startCount }) => `${remedy.kind} ${startCount}`)
    expect(kinds).toContain('without 5')
    expect(kinds).not.toContain('shorterSession 1')
    const alone = problemOf({ people: [person('Jane'), sam] })
    expect(findRemedies(alone).map(({ remedy }) => remedy)).toContainEqual({
      kind: 'shorterSession',
      sessionId: 'talk',
      durationMinutes: 45,
    })
  })

  it('is several days when the sessions of a day do not fit into one', () => {
    const short = person('Jane', {
      windows: [window('2026-03-24T08:00Z', '2026-03-24T09:00Z'), window('2026-03-25T08:00Z', '2026-03-25T09:00Z')],
    })
    const problem = problemOf({ people: [short, person('Sam')], loops: [loopOf([session('a', 60), session('b', 60)])] })
    expect(findRemedies(problem).map(({ remedy }) => remedy.kind)).toContain('severalDays')
  })
})
