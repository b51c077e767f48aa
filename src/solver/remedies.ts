import { countOpenings } from './fit.ts'
import type { SolverPerson, SolverProblem, SolverSession } from './problem.ts'
import { nothingRelaxed, type Rule } from './rules.ts'

/** One change of the request that somebody can decide on. */
export type Remedy =
  | { kind: 'moreTimes'; personId: string }
  | { kind: 'standIn'; sessionId: string; seatId: string; personId: string }
  | { kind: 'without'; sessionId: string; seatId: string }
  | { kind: 'longerHours'; startsMinute: number; endsMinute: number }
  | { kind: 'shorterNotice'; noticeMinutes: number }
  | { kind: 'laterEnd'; endsAt: Date }
  | { kind: 'shorterSession'; sessionId: string; durationMinutes: number }
  | { kind: 'bookOverTentative' }
  | { kind: 'allowUnconfirmed' }
  | { kind: 'severalDays' }

export interface OpenedBy {
  remedy: Remedy
  /** Starts that would then be possible; nothing that opens none is offered. */
  startCount: number
  /** The first of them. */
  firstStartsAt: Date
}

const minuteMs = 60_000
const dayMs = 86_400_000
const stretchMinutes = [30, 60, 120]
export const laterDays = 14
const sessionMinutesLeast = 15
const sessionCutMinutes = 15

/**
 * The cheapest ways out when nothing fits: each change alone, those that open most first. `standIns` are people who could take a seat
 * besides its pool; they have to be among the problem's people.
 */
export function findRemedies(problem: SolverProblem, standIns: readonly string[] = []): OpenedBy[] {
  const found: OpenedBy[] = []
  for (const { remedy, changed, relaxed } of possibleRemedies(problem, standIns)) {
    const { startCount, firstStart } = countOpenings(changed, relaxed ? new Set([relaxed]) : nothingRelaxed)
    if (firstStart !== null) found.push({ remedy, startCount, firstStartsAt: new Date(firstStart * minuteMs) })
  }
  return leastOfEach(found).sort((a, b) => b.startCount - a.startCount)
}

/** Of hours, half an hour more is enough when it opens anything: the least change of a kind that opens something is kept. */
function leastOfEach(found: readonly OpenedBy[]): OpenedBy[] {
  const kept: OpenedBy[] = []
  for (const one of found) {
    const { remedy } = one
    const isSameAs = (other: OpenedBy): boolean => {
      if (other.remedy.kind !== remedy.kind) return false
      if (remedy.kind === 'longerHours' && other.remedy.kind === 'longerHours')
        return (
          (other.remedy.startsMinute !== remedy.startsMinute && other.remedy.endsMinute === remedy.endsMinute) ||
          (other.remedy.endsMinute !== remedy.endsMinute && other.remedy.startsMinute === remedy.startsMinute)
        )
      if (remedy.kind === 'shorterSession' && other.remedy.kind === 'shorterSession')
        return other.remedy.sessionId === remedy.sessionId
      return remedy.kind === 'shorterNotice'
    }
    if (!kept.some(isSameAs)) kept.push(one)
  }
  return kept
}

interface Possible {
  remedy: Remedy
  changed: SolverProblem
  relaxed?: Rule
}

function possibleRemedies(problem: SolverProblem, standIns: readonly string[]): Possible[] {
  const [loop] = problem.loops
  if (!loop) return []
  const seated = new Set(
    loop.sessions.flatMap(({ seats }) => seats.filter((seat) => seat.isRequired).flatMap((seat) => seat.poolIds)),
  )
  const involved = problem.people.filter(({ id }) => id === loop.candidateId || seated.has(id))
  const possible: Possible[] = []
  for (const { id, windows } of involved)
    if (windows !== null)
      possible.push({ remedy: { kind: 'moreTimes', personId: id }, changed: problem, relaxed: `person:${id}:windows` })
  for (const session of loop.sessions) possible.push(...seatRemedies(problem, session, standIns))
  possible.push(...hoursRemedies(problem, involved))
  for (const noticeMinutes of [Math.floor(problem.noticeMinutes / 2), 0])
    if (noticeMinutes < problem.noticeMinutes)
      possible.push({ remedy: { kind: 'shorterNotice', noticeMinutes }, changed: { ...problem, noticeMinutes } })
  const endsAt = new Date(problem.horizon.endsAt.getTime() + laterDays * dayMs)
  possible.push({
    remedy: { kind: 'laterEnd', endsAt },
    changed: { ...problem, horizon: { ...problem.horizon, endsAt } },
  })
  for (const session of loop.sessions)
    for (const factor of [1, 2]) {
      const durationMinutes = session.durationMinutes - factor * sessionCutMinutes
      if (durationMinutes < sessionMinutesLeast) continue
      possible.push({
        remedy: { kind: 'shorterSession', sessionId: session.id, durationMinutes },
        changed: withSession(problem, { ...session, durationMinutes }),
      })
    }
  if (involved.some((person) => isTentativeBlocking(person)))
    possible.push({
      remedy: { kind: 'bookOverTentative' },
      changed: withPeople(problem, (person) => ({
        ...person,
        bookOver: { ...person.bookOver, statuses: [...person.bookOver.statuses, 'tentative'] },
      })),
    })
  if (!problem.allowsUnconfirmed && involved.some((one) => one.unknownReason !== null && one.windows === null))
    possible.push({ remedy: { kind: 'allowUnconfirmed' }, changed: { ...problem, allowsUnconfirmed: true } })
  if (loop.sessions.length > 1 && loop.days.some((day) => day.length > 1))
    possible.push({ remedy: { kind: 'severalDays' }, changed: problem, relaxed: `loop:${loop.id}:sameDay` })
  return possible
}

function isTentativeBlocking(person: SolverPerson): boolean {
  return !person.bookOver.statuses.includes('tentative') && person.busy.some((entry) => entry.status === 'tentative')
}

function seatRemedies(problem: SolverProblem, session: SolverSession, standIns: readonly string[]): Possible[] {
  const required = session.seats.filter((seat) => seat.isRequired)
  return required.flatMap((seat) => {
    const withSeat = (changed: typeof seat): SolverProblem =>
      withSession(problem, { ...session, seats: session.seats.map((one) => (one.id === seat.id ? changed : one)) })
    const others = standIns.filter((id) => !seat.poolIds.includes(id) && !seat.alternateIds.includes(id))
    const standInRemedies = others.map(
      (personId): Possible => ({
        remedy: { kind: 'standIn', sessionId: session.id, seatId: seat.id, personId },
        changed: withSeat({ ...seat, alternateIds: [...seat.alternateIds, personId] }),
      }),
    )
    // Somebody has to be there besides the candidate.
    if (required.length < 2) return standInRemedies
    return [
      ...standInRemedies,
      {
        remedy: { kind: 'without', sessionId: session.id, seatId: seat.id },
        changed: withSeat({ ...seat, isRequired: false }),
      },
    ]
  })
}

/** Longer days for everybody who is placed in working hours: later ends, then earlier begins. */
function hoursRemedies(problem: SolverProblem, involved: readonly SolverPerson[]): Possible[] {
  const hours = involved.flatMap((person) => (person.windows === null ? person.workingHours : []))
  if (hours.length === 0) return []
  const startsMinute = Math.min(...hours.map((one) => one.startsMinute))
  const endsMinute = Math.max(...hours.map((one) => one.endsMinute))
  const longer = (starts: number, ends: number): Possible => ({
    remedy: { kind: 'longerHours', startsMinute: starts, endsMinute: ends },
    changed: withPeople(problem, (person) => ({
      ...person,
      workingHours: person.workingHours.map((one) => ({
        ...one,
        startsMinute: Math.min(one.startsMinute, Math.max(0, one.startsMinute - (startsMinute - starts))),
        endsMinute: Math.max(one.endsMinute, Math.min(1440, one.endsMinute + (ends - endsMinute))),
      })),
    })),
  })
  return [
    ...stretchMinutes.map((minutes) => longer(startsMinute, Math.min(1440, endsMinute + minutes))),
    ...stretchMinutes.map((minutes) => longer(Math.max(0, startsMinute - minutes), endsMinute)),
  ]
}

function withPeople(problem: SolverProblem, change: (person: SolverPerson) => SolverPerson): SolverProblem {
  return { ...problem, people: problem.people.map(change) }
}

function withSession(problem: SolverProblem, changed: SolverSession): SolverProblem {
  return {
    ...problem,
    loops: problem.loops.map((loop) => ({
      ...loop,
      sessions: loop.sessions.map((one) => (one.id === changed.id ? changed : one)),
    })),
  }
}
