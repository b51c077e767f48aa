import type { SolverProblem } from './problem.ts'

/**
 * One thing that can rule a plan out, and that explaining lets go of. `seat`: staffing it from its pool. `sameDay` stands for the day of
 * each entry with its span, breaks and day gap, `rooms` for their calendars, `horizon` for a fortnight more; `hours`, `windows`, `busy` (entries, not load), `load`, `unknown` and `met` are a person's.
 */
export type Rule =
  | 'horizon'
  | 'notice'
  | 'bookingWindow'
  | 'rooms'
  | `person:${string}:${'hours' | 'windows' | 'busy' | 'load' | 'unknown' | 'met'}`
  | `seat:${string}`
  | `loop:${string}:${'sameDay' | 'span' | 'distinct' | 'precedence' | 'break'}`

export type Relaxed = ReadonlySet<Rule>

export const nothingRelaxed: Relaxed = new Set()

/** The rules of a problem's first loop that can matter, first those that are let go most readily; windows come last. */
export function rulesOf(problem: SolverProblem): Rule[] {
  const [loop] = problem.loops
  if (!loop) return []
  const ids = new Set([loop.candidateId])
  for (const { seats } of loop.sessions)
    for (const seat of seats) if (seat.isRequired) for (const id of [...seat.poolIds, ...seat.alternateIds]) ids.add(id)
  const people = problem.people.filter((person) => ids.has(person.id))
  const hasMany = loop.sessions.length > 1
  return [
    'horizon',
    ...(problem.bookingWindowMinutes === null ? [] : (['bookingWindow'] as const)),
    ...(hasMany ? ([`loop:${loop.id}:sameDay`, `loop:${loop.id}:span`] as const) : []),
    ...(loop.breaks.length > 0 ? ([`loop:${loop.id}:break`] as const) : []),
    ...(loop.precedence.length > 0 ? ([`loop:${loop.id}:precedence`] as const) : []),
    ...(hasMany && loop.maxSessionsPerPerson !== null ? ([`loop:${loop.id}:distinct`] as const) : []),
    ...(loop.sessions.some((session) => session.room !== null) ? (['rooms'] as const) : []),
    ...people.flatMap(({ id, windows }): Rule[] => (windows === null ? [`person:${id}:hours`] : [])),
    ...people.flatMap(({ id, limits }): Rule[] =>
      Object.values(limits).some((limit) => limit !== null) ? [`person:${id}:load`] : [],
    ),
    ...people.flatMap(({ id, busy }): Rule[] => (busy.length > 0 ? [`person:${id}:busy`] : [])),
    ...people.flatMap(({ id, metIds }): Rule[] =>
      loop.excludesMet && metIds.includes(loop.candidateId) ? [`person:${id}:met`] : [],
    ),
    ...people.flatMap(({ id, unknownReason, windows }): Rule[] =>
      !problem.allowsUnconfirmed && unknownReason !== null && windows === null ? [`person:${id}:unknown`] : [],
    ),
    'notice',
    ...people.flatMap(({ id, windows }): Rule[] => (windows !== null ? [`person:${id}:windows`] : [])),
  ]
}
