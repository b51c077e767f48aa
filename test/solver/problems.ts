import fc from 'fast-check'
import type { PartyId, SessionId } from '../../src/domain/ids.ts'
import type { SolverPerson, SolverProblem, SolverRules, SolverSession } from '../../src/solver/problem.ts'

export function instant(words: string): Date {
  return new Date(`${words}:00Z`)
}

export function window(from: string, to: string, level: 'good' | 'possible' = 'good') {
  return { startsAt: instant(from), endsAt: instant(to), level }
}

export function person(
  name: string,
  windows: SolverPerson['windows'],
  further: Partial<SolverPerson> = {},
): SolverPerson {
  return { id: name as PartyId, name, zone: 'Europe/London', windows, busy: [], unknownReason: null, ...further }
}

export const rules: SolverRules = {
  gridMinutes: 30,
  noticeHours: 24,
  gapMinutes: 15,
  fromOn: '2026-11-18',
  toOn: '2026-12-09',
  zone: 'Europe/London',
  dayStartsMinute: 8 * 60,
  dayEndsMinute: 19 * 60,
  weekdays: [1, 2, 3, 4, 5],
  offerCount: 3,
}

export function session(title: string, durationMinutes: number, ...seats: (readonly string[])[]): SolverSession {
  return {
    id: title as SessionId,
    title,
    durationMinutes,
    seats: seats.map((names) => ({ partyIds: names as readonly PartyId[], isRequired: true })),
  }
}

/** One hour with everybody, unless sessions are given; Wednesday 18 November 2026, 10:00 in London. */
export function problem(
  people: readonly SolverPerson[],
  changes: Partial<SolverRules> = {},
  sessions?: readonly SolverSession[],
): SolverProblem {
  return {
    now: instant('2026-11-18T10:00'),
    people,
    sessions: sessions ?? [session('Interview', 60, ...people.map((one) => [one.name]))],
    rules: { ...rules, ...changes },
  }
}

// The week of a clock change in each zone, and one zone that has none.
const weeks = [
  { zone: 'Europe/Berlin', date: '2026-03-27' },
  { zone: 'Europe/London', date: '2026-10-23' },
  { zone: 'America/New_York', date: '2026-10-30' },
  { zone: 'Australia/Lord_Howe', date: '2026-04-03' },
  { zone: 'America/Santiago', date: '2026-09-04' },
  { zone: 'Asia/Kolkata', date: '2026-05-08' },
]

/** Up to four people with up to 20 windows, up to three sessions with seats, over three or four days round a clock change. */
export const anyProblem: fc.Arbitrary<SolverProblem> = fc.constantFrom(...weeks).chain((week) => {
  const base = Date.parse(`${week.date}T00:00Z`)
  const dayLater = (days: number): string => new Date(base + days * 86_400_000).toISOString().slice(0, 10)
  const span = (longest: number) =>
    fc.tuple(fc.integer({ min: 0, max: 96 * 12 }), fc.integer({ min: 1, max: longest })).map(([start, length]) => ({
      startsAt: new Date(base + start * 300_000),
      endsAt: new Date(base + (start + length) * 300_000),
    }))
  const windows = fc.array(
    fc
      .tuple(span(120), fc.constantFrom('good' as const, 'possible' as const))
      .map(([interval, level]) => ({ ...interval, level })),
    { maxLength: 20 },
  )
  const anyPerson = (name: string) =>
    fc
      .record({
        windows: fc.option(windows, { nil: null, freq: 3 }),
        busy: fc.array(span(48), { maxLength: 6 }),
        zone: fc.constantFrom(week.zone, 'Europe/Lisbon', 'America/Los_Angeles'),
        isUnknown: fc.boolean(),
      })
      .map(
        (one): SolverPerson => ({
          id: name as PartyId,
          name,
          zone: one.zone,
          windows: one.windows,
          busy: one.busy,
          unknownReason: one.windows === null && one.isUnknown ? 'the calendar did not answer' : null,
        }),
      )
  const names = ['Jane', 'Sam', 'Priya', 'Tom']
  const seat = fc.record({
    partyIds: fc.subarray(names as PartyId[], { minLength: 1, maxLength: 2 }),
    isRequired: fc.boolean(),
  })
  const anySession = fc.record({
    durationMinutes: fc.constantFrom(15, 30, 45, 60),
    seats: fc.array(seat, { minLength: 1, maxLength: 3 }),
  })
  return fc
    .record({
      people: fc.tuple(...names.map(anyPerson)),
      sessions: fc.oneof(
        { weight: 3, arbitrary: fc.array(anySession, { minLength: 1, maxLength: 1 }) },
        { weight: 1, arbitrary: fc.array(anySession, { minLength: 2, maxLength: 3 }) },
      ),
      gridMinutes: fc.constantFrom(15, 30, 60),
      gapMinutes: fc.constantFrom(0, 15, 40),
      noticeHours: fc.constantFrom(0, 24),
      dayCount: fc.integer({ min: 0, max: 3 }),
      weekdays: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7]),
    })
    .map(
      (one): SolverProblem => ({
        now: new Date(base - 3_600_000),
        people: one.people,
        sessions: one.sessions.map((each, index) => ({
          ...each,
          id: `session_${index}` as SessionId,
          title: `Session ${index + 1}`,
        })),
        rules: {
          ...rules,
          gridMinutes: one.gridMinutes,
          gapMinutes: one.gapMinutes,
          noticeHours: one.noticeHours,
          weekdays: one.weekdays,
          zone: week.zone,
          fromOn: dayLater(0),
          toOn: dayLater(one.dayCount),
          // Every placement is offered, so that every one can be compared.
          offerCount: 2_000,
        },
      }),
    )
})
