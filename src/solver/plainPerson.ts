import type { SolverPerson } from './problem.ts'

/** Somebody of whom nothing more is known: no hours, no windows, an empty calendar, no limits, no preferences. */
export function plainPerson(who: Pick<SolverPerson, 'id' | 'name' | 'zone'>): SolverPerson {
  return {
    ...who,
    travel: [],
    windows: null,
    workingHours: [],
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
  }
}
