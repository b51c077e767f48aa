import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartyId } from '../../src/domain/ids.ts'
import type { SolverAnswer, SolverProblem } from '../../src/solver/problem.ts'
import { solve } from '../../src/solver/solve.ts'
import { canSit, feasibleStarts, wallClock } from './bruteForce.ts'
import { anyProblem, instant, person, problem, session, window } from './problems.ts'

function startsOf(answer: SolverAnswer): number[] {
  return answer.kind === 'none'
    ? []
    : answer.proposals.flatMap((one) => one.slots[0]?.startsAt.getTime() ?? []).sort((a, b) => a - b)
}

function sentencesOf(answer: SolverAnswer): string[] {
  return answer.kind === 'none' ? answer.reasons.map((reason) => reason.sentence) : []
}

function wordsOf(answer: SolverAnswer): string[] {
  if (answer.kind === 'none') return []
  return answer.proposals.map((one) => `${one.slots[0]?.startsAt.toISOString().slice(0, 16)} ${one.reasons.join('; ')}`)
}

const runs = { numRuns: Number(process.env.PARLEY_SOLVER_RUNS ?? 200) }

describe('against a brute force that tries everything', () => {
  it(`finds the same starts on ${runs.numRuns} random requests in weeks of clock changes`, () => {
    fc.assert(
      fc.property(anyProblem, (one) => {
        const answer = solve(one)
        expect(startsOf(answer)).toEqual(feasibleStarts(one))
        if (answer.kind === 'found') expect(answer.totalCount).toBe(answer.proposals.length)
      }),
      runs,
    )
  }, 240_000)

  it('offers only slots that keep the order, the gaps and everybody’s windows, 100 times', () => {
    fc.assert(
      fc.property(anyProblem, (one) => checkSlots(one, solve(one))),
      runs,
    )
  }, 120_000)
})

function checkSlots(one: SolverProblem, answer: SolverAnswer): void {
  if (answer.kind === 'none') return
  const gapMs = one.rules.gapMinutes * 60_000
  for (const proposal of answer.proposals) {
    const lastEnds = new Map<PartyId, number>()
    let previousEnd = 0
    for (const [index, slot] of proposal.slots.entries()) {
      const wanted = one.sessions[index]
      const [from, to] = [slot.startsAt.getTime(), slot.endsAt.getTime()]
      expect(to - from).toBe((wanted?.durationMinutes ?? 0) * 60_000)
      expect(from).toBeGreaterThanOrEqual(previousEnd)
      previousEnd = to
      expect(new Set(slot.partyIds).size).toBe(slot.partyIds.length)
      const required = wanted?.seats.filter((seat) => seat.isRequired) ?? []
      expect(slot.partyIds.length).toBeGreaterThanOrEqual(required.length)
      for (const id of slot.partyIds) {
        const who = one.people.find((each) => each.id === id)
        expect(who && canSit(one, who, from, to)).toBe(true)
        expect(from).toBeGreaterThanOrEqual((lastEnds.get(id) ?? Number.NEGATIVE_INFINITY) + gapMs)
        lastEnds.set(id, to)
        if (who?.unknownReason) expect(proposal.unknownPartyIds).toContain(id)
      }
    }
  }
  const unconfirmed = answer.proposals.map((proposal) => proposal.unknownPartyIds.length > 0)
  expect(unconfirmed).toEqual([...unconfirmed].sort())
}

describe('what cannot change or only shrink the answer', () => {
  it('never finds more starts after somebody got busier', () => {
    const extra = fc.tuple(fc.nat(3), fc.integer({ min: 0, max: 96 * 12 }), fc.integer({ min: 1, max: 60 }))
    fc.assert(
      fc.property(anyProblem, extra, (one, [who, start, length]) => {
        const base = Date.parse(`${one.rules.fromOn}T00:00Z`)
        const more = { startsAt: new Date(base + start * 300_000), endsAt: new Date(base + (start + length) * 300_000) }
        const people = one.people.map((each, index) => (index === who ? { ...each, busy: [...each.busy, more] } : each))
        const before = new Set(startsOf(solve(one)))
        for (const at of startsOf(solve({ ...one, people }))) expect(before.has(at)).toBe(true)
      }),
      { numRuns: 100 },
    )
  }, 120_000)

  it('gives the same answer in whatever order people are listed', () => {
    fc.assert(
      fc.property(anyProblem, (one) => {
        expect(solve({ ...one, people: [...one.people].reverse() })).toEqual(solve(one))
      }),
      { numRuns: 100 },
    )
  }, 120_000)

  it('never says that nothing fits without naming a reason', () => {
    fc.assert(
      fc.property(anyProblem, (one) => {
        const answer = solve(one)
        if (answer.kind === 'none') {
          expect(answer.reasons.length).toBeGreaterThan(0)
          for (const reason of answer.reasons) expect(reason.sentence).toMatch(/^\p{Lu}?.{8,}\.$/u)
        }
      }),
      { numRuns: 100 },
    )
  }, 120_000)
})

describe('where people are placed', () => {
  const morning = window('2026-11-24T09:00', '2026-11-24T12:00')

  it('places somebody outside the working hours when their own windows say so', () => {
    const late = window('2026-11-22T20:00', '2026-11-22T21:00')
    expect(startsOf(solve(problem([person('Jane', [late])])))).toEqual([instant('2026-11-22T20:00').getTime()])
  })

  it('keeps 09:00 to 10:00 in Berlin for a person who was not asked, across the October change', () => {
    const rules = {
      zone: 'Europe/Berlin',
      fromOn: '2026-10-23',
      toOn: '2026-10-26',
      dayStartsMinute: 540,
      dayEndsMinute: 600,
      noticeHours: 0,
      offerCount: 9,
    }
    const one = {
      ...problem([person('Jane', null, { zone: 'Europe/Berlin' })], rules),
      now: instant('2026-10-22T10:00'),
    }
    const starts = startsOf(solve(one))
    expect(starts.map((at) => new Date(at).toISOString())).toEqual([
      '2026-10-23T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ])
    expect(starts.map((at) => wallClock(at, 'Europe/Berlin').minute)).toEqual([540, 540])
  })

  it('keeps 15 minutes free after a busy time: 09:00-10:00 leaves 10:30 and 11:00', () => {
    const busy = [{ startsAt: instant('2026-11-24T09:00'), endsAt: instant('2026-11-24T10:00') }]
    const answer = solve(problem([person('Jane', [morning]), person('Sam', null, { busy })]))
    expect(startsOf(answer)).toEqual([instant('2026-11-24T10:30').getTime(), instant('2026-11-24T11:00').getTime()])
  })

  it('fills a seat with either of two contacts, whoever offered the time', () => {
    const sam = person('Sam', [window('2026-11-24T09:00', '2026-11-24T10:00')])
    const priya = person('Priya', [window('2026-11-24T10:00', '2026-11-24T11:00')])
    const answer = solve(
      problem([person('Jane', [morning]), sam, priya], {}, [session('Interview', 60, ['Jane'], ['Sam', 'Priya'])]),
    )
    const seated = answer.kind === 'found' ? answer.proposals.map((one) => one.slots[0]?.partyIds) : []
    expect(seated).toEqual([
      ['Jane', 'Sam'],
      ['Jane', 'Priya'],
    ])
  })

  it('leaves the candidate 15 minutes between two sessions and none to those who change', () => {
    const sessions = [session('First', 60, ['Jane'], ['Sam']), session('Second', 45, ['Jane'], ['Priya'])]
    const answer = solve(
      problem(
        [person('Jane', [morning]), person('Sam', null), person('Priya', null)],
        { gridMinutes: 15, offerCount: 1 },
        sessions,
      ),
    )
    const slots = answer.kind === 'found' ? (answer.proposals[0]?.slots ?? []) : []
    expect(slots.map((slot) => slot.startsAt.toISOString().slice(11, 16))).toEqual(['09:00', '10:15'])
  })
})

describe('how offers are ranked', () => {
  it('offers 3 times on 3 days when everybody is free', () => {
    const answer = solve(problem([person('Jane', null), person('Sam', null)]))
    expect(wordsOf(answer)).toEqual([
      '2026-11-19T10:00 good for everyone',
      '2026-11-20T12:00 good for everyone',
      '2026-11-23T17:00 good for everyone',
    ])
  })

  it('ranks a time that suits only if need be behind a good one two days later', () => {
    const jane = person('Jane', [
      window('2026-11-24T09:00', '2026-11-24T10:00'),
      window('2026-11-26T09:00', '2026-11-26T10:00'),
    ])
    const acme = person('Acme', [
      window('2026-11-24T09:00', '2026-11-24T10:00', 'possible'),
      window('2026-11-26T09:00', '2026-11-26T10:00'),
    ])
    expect(wordsOf(solve(problem([jane, acme])))).toEqual([
      '2026-11-26T09:00 good for everyone',
      '2026-11-24T09:00 only if need be for Acme',
    ])
  })

  it('puts Bob, whose calendar is unknown, last and says so', () => {
    const bob = person('Bob', null, { unknownReason: 'his calendar did not answer' })
    const sam = person('Sam', [window('2026-11-25T09:00', '2026-11-25T10:00')])
    const jane = person('Jane', [
      window('2026-11-24T09:00', '2026-11-24T10:00'),
      window('2026-11-25T09:00', '2026-11-25T10:00'),
    ])
    const answer = solve(problem([jane, bob, sam], {}, [session('Interview', 60, ['Jane'], ['Bob', 'Sam'])]))
    expect(wordsOf(answer)).toEqual([
      '2026-11-25T09:00 good for everyone',
      '2026-11-24T09:00 not confirmed for Bob: his calendar did not answer',
    ])
  })
})

describe('why nothing fits', () => {
  it('names whose windows share no day', () => {
    const jane = person('Jane', [window('2026-11-24T09:00', '2026-11-24T17:00')])
    const acme = person('Acme', [
      window('2026-11-25T14:00', '2026-11-25T16:00'),
      window('2026-11-26T14:00', '2026-11-26T16:00'),
    ])
    const answer = solve(problem([jane, acme, person('Sam', null)]))
    expect(answer).toMatchObject({
      kind: 'none',
      reasons: [{ kind: 'noCommonWindow', partyIds: ['Jane', 'Acme'] }, { partyIds: ['Jane'] }, { partyIds: ['Acme'] }],
    })
    expect(sentencesOf(answer)[0]).toBe('Jane offered only Tue 24 Nov, and Acme offered Wed 25 Nov and Thu 26 Nov.')
  })

  it.each([
    [
      '30 of 60 minutes are shared',
      [
        person('Jane', [window('2026-11-24T09:00', '2026-11-24T11:00')]),
        person('Acme', [window('2026-11-24T10:30', '2026-11-24T16:00')]),
      ],
      'tooShort',
      'The longest time Jane and Acme share is 30 minutes (Tue 24 Nov 10:30-11:00), and Interview takes 60 minutes.',
    ],
    [
      '70 minutes miss the half hour',
      [person('Jane', [window('2026-11-24T09:10', '2026-11-24T10:20')])],
      'tooShort',
      'The longest time Jane offered is 70 minutes (Tue 24 Nov 09:10-10:20), and no start on the 30-minute grid fits into it.',
    ],
    [
      'the only day lies behind the range',
      [person('Jane', [window('2026-12-24T09:00', '2026-12-24T16:00')])],
      'range',
      'Jane offered only Thu 24 Dec, and the interview has to be from Wed 18 Nov to Wed 9 Dec.',
    ],
    [
      'the only time is within 24 hours',
      [person('Jane', [window('2026-11-18T15:00', '2026-11-18T17:00')])],
      'notice',
      "Jane offered only Wed 18 Nov 15:00-17:00, and 24 hours' notice rules out everything before Thu 19 Nov 10:00.",
    ],
    [
      'Bob is busy then',
      [
        person('Jane', [window('2026-11-24T09:00', '2026-11-24T11:00')]),
        person('Bob', null, { busy: [{ startsAt: instant('2026-11-24T09:45'), endsAt: instant('2026-11-24T10:45') }] }),
      ],
      'busy',
      'Jane offered only Tue 24 Nov 09:00-11:00, and Bob has other appointments at those times.',
    ],
    [
      'Bob does not work then',
      [person('Jane', [window('2026-11-24T19:00', '2026-11-24T22:00')]), person('Bob', null)],
      'workingHours',
      "Jane offered only Tue 24 Nov 19:00-22:00, and Bob's working hours are Mon to Fri 08:00-19:00.",
    ],
    ['Jane offered nothing', [person('Jane', []), person('Bob', null)], 'windows', 'Jane offered no times.'],
  ] as const)('says it when %s', (_case, people, kind, sentence) => {
    const answer = solve(problem(people))
    expect(answer.kind === 'none' ? answer.reasons[0] : answer).toMatchObject({ kind, sentence })
  })

  it('blames a smallest set: without any one of its rules something would fit', () => {
    const jane = person('Jane', [window('2026-11-24T09:00', '2026-11-24T10:00')])
    const acme = person('Acme', [window('2026-11-25T09:00', '2026-11-25T10:00')])
    const lea = person('Lea', [
      window('2026-11-24T08:00', '2026-11-24T12:00'),
      window('2026-11-25T08:00', '2026-11-25T12:00'),
    ])
    const answer = solve(problem([jane, acme, lea]))
    expect(answer.kind === 'none' ? answer.reasons[0]?.partyIds : []).toEqual(['Jane', 'Acme'].sort().reverse())
    expect(solve(problem([jane, lea])).kind).toBe('found')
    expect(solve(problem([acme, lea])).kind).toBe('found')
  })
})

describe('bad input', () => {
  const jane = person('Jane', null)
  it.each([
    ['durationMinutes', problem([jane], {}, [session('Interview', 0, ['Jane'])])],
    ['gridMinutes', problem([jane], { gridMinutes: 0 })],
    ['seats', problem([jane], {}, [session('Interview', 60, ['Nobody'])])],
    ['zone', problem([jane], { zone: 'Mars/Olympus' })],
    ['fromOn', problem([jane], { fromOn: '2026-02-3x' })],
    ['toOn', problem([jane], { toOn: '2036-01-01' })],
    ['sessions', problem([jane], {}, [])],
  ])('names the field %s', (field, one) => {
    expect(() => solve(one)).toThrow(expect.objectContaining({ code: 'badInput', field }))
  })

  it('answers with a reason for a range that ends before it begins', () => {
    expect(solve(problem([jane], { toOn: '2026-11-10' }))).toMatchObject({ kind: 'none', reasons: [{ kind: 'range' }] })
  })
})
