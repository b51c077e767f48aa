import type { SolverLoop, SolverPerson, SolverProblem } from '../../src/solver/problem.ts'

// Small problems, one thing at a time.

export const everyDay = [1, 2, 3, 4, 5, 6, 7]

export function person(id: string, changes: Partial<SolverPerson> = {}): SolverPerson {
  return {
    id,
    name: id,
    zone: 'Europe/Berlin',
    travel: [],
    windows: null,
    workingHours: [{ weekdays: everyDay, startsMinute: 9 * 60, endsMinute: 17 * 60 }],
    preferredHours: [],
    daysOff: [],
    dateOverrides: [],
    busy: [],
    bookOver: { statuses: [], phrases: [] },
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    limits: { perDay: null, perWeek: null, perMonth: null },
    recentLoad: 0,
    metIds: [],
    unknownReason: null,
    ...changes,
  }
}

export function seat(id: string, ...poolIds: string[]): SolverLoop['sessions'][number]['seats'][number] {
  return { id, role: 'interviewer', poolIds, alternateIds: [], preferredIds: [], count: 1, isRequired: true }
}

export function session(
  id: string,
  durationMinutes: number,
  changes: Partial<SolverLoop['sessions'][number]> = {},
): SolverLoop['sessions'][number] {
  return {
    id,
    title: id,
    durationMinutes,
    seats: [seat(`${id}-seat`, 'Sam')],
    room: null,
    gapBefore: { minMinutes: 0, maxMinutes: null },
    gapAfter: { minMinutes: 0, maxMinutes: null },
    ...changes,
  }
}

export function loopOf(sessions: SolverLoop['sessions'], changes: Partial<SolverLoop> = {}): SolverLoop {
  return {
    id: 'loop',
    candidateId: 'Jane',
    isOptional: false,
    sessions,
    precedence: [],
    days: [sessions.map((one) => one.id)],
    dayGap: { minDays: 1, maxDays: 1 },
    minGapMinutes: 0,
    maxSpanMinutes: null,
    breaks: [],
    maxSessionsPerPerson: null,
    excludesMet: false,
    ...changes,
  }
}

/** Jane meets Sam for an hour, from 9 to 17 in Berlin, on 24 or 25 March 2026. */
export function problemOf(changes: Partial<SolverProblem> = {}): SolverProblem {
  return {
    now: new Date('2026-03-23T12:00Z'),
    horizon: { startsAt: new Date('2026-03-24T00:00Z'), endsAt: new Date('2026-03-26T00:00Z') },
    grid: { minutes: 15, zone: null },
    noticeMinutes: 0,
    bookingWindowMinutes: null,
    people: [person('Jane'), person('Sam')],
    rooms: [],
    loops: [loopOf([session('talk', 60)])],
    weights: {
      dayDelay: 40,
      idleMinute: 1,
      outsidePreferredMinute: 1,
      candidateOutsidePreferredMinute: 2,
      bookedOver: 60,
      notPreferred: 25,
      alternate: 20,
      loadSquare: 3,
      optionalSeatEmpty: 35,
      unscheduledLoop: 5000,
      unconfirmed: 50,
    },
    baseline: null,
    allowsUnconfirmed: false,
    ...changes,
  }
}
