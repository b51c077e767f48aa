import { DateTime } from 'luxon'
import type { AtsPerson } from '../ats/port.ts'
import type { BusyAnswer } from '../domain/availability.ts'
import type { Reader } from '../domain/formatTime.ts'
import type { MemberId, PartyId, SeatId, SessionId, TenantId } from '../domain/ids.ts'
import type { Remedy, RequestChange, StandIn } from '../domain/remedy.ts'
import type { Seat } from '../domain/request.ts'
import { findConflict } from '../solver/explain.ts'
import { startCountMax } from '../solver/fit.ts'
import { conflictSentence } from '../solver/noFitWords.ts'
import type { SolverProblem } from '../solver/problem.ts'
import { findRemedies, laterDays, type Remedy as SolverRemedy } from '../solver/remedies.ts'
import { rulesOf } from '../solver/rules.ts'
import { buildProblem, horizonOf, type ProblemFacts, solverPerson } from './buildProblem.ts'
import type { RequestBundle } from './bundle.ts'
import type { Deps } from './deps.ts'
import { type KnownStandIn, readStandIns } from './standIns.ts'

/** Why nothing fits, in one sentence, and what would change that, best first. */
export interface WaysOut {
  reasonFor: (reader: Reader) => string
  remedies: Remedy[]
}

const remedyCountMax = 4

/** Only asked when nothing fits, so that a search that finds something reads no more than it needs. */
export async function findWaysOut(
  deps: Deps,
  tenantId: TenantId,
  bundle: RequestBundle,
  problem: SolverProblem,
  facts: ProblemFacts,
): Promise<WaysOut> {
  const conflict = findConflict(problem, { rules: rulesOf(problem) }) ?? []
  const reasonFor = ({ zone, locale }: Reader) => conflictSentence(problem, conflict, zone, locale)
  const standIns = await readStandIns(deps, tenantId, bundle, facts.now)
  const later = await readLater(deps, tenantId, bundle, standIns, facts)
  const widened = withStandIns(buildProblem(bundle, later.facts), bundle, standIns, later.facts)
  const opened = findRemedies(
    widened,
    standIns.map(({ person }) => solverIdOf(person)),
  )
  const remedies = opened.flatMap(({ remedy, startCount, firstStartsAt }): Remedy[] => {
    const change = changeOf(bundle, standIns, later.facts, remedy)
    if (change === null || (change.kind === 'laterEnd' && !later.isKnown)) return []
    const isAtLeast = startCount >= startCountMax
    return [{ change, startCount, isAtLeast, firstStartsAt: firstStartsAt.toISOString() }]
  })
  return { reasonFor, remedies: remedies.slice(0, remedyCountMax) }
}

function solverIdOf(person: AtsPerson): string {
  return `standIn:${person.id}`
}

/** Calendars that reach as far as a remedy may look. `isKnown`: nobody who is known now becomes unknown by looking that far. */
async function readLater(
  deps: Deps,
  tenantId: TenantId,
  bundle: RequestBundle,
  standIns: readonly KnownStandIn[],
  facts: ProblemFacts,
): Promise<{ facts: ProblemFacts; isKnown: boolean }> {
  const horizon = horizonOf(bundle)
  const endsAt = DateTime.fromJSDate(horizon.endsAt).plus({ days: laterDays }).toJSDate()
  const ids = new Set<MemberId>(facts.calendars.keys())
  for (const { member } of standIns) if (member) ids.add(member.id)
  const found: ReadonlyMap<MemberId, BusyAnswer> =
    ids.size > 0 ? await deps.calendar.readBusy(tenantId, [...ids], { ...horizon, endsAt }) : new Map()
  const isLost = (id: MemberId) => facts.calendars.get(id)?.kind === 'busy' && found.get(id)?.kind !== 'busy'
  const calendars = new Map(found)
  for (const [id, answer] of facts.calendars) if (isLost(id)) calendars.set(id, answer)
  const holds = new Map(facts.holds)
  for (const one of standIns) if (one.holds) holds.set(one.personKey, one.holds)
  return {
    facts: { ...facts, calendars, holds },
    isKnown: ![...ids].some(isLost),
  }
}

function withStandIns(
  problem: SolverProblem,
  bundle: RequestBundle,
  standIns: readonly KnownStandIn[],
  facts: ProblemFacts,
): SolverProblem {
  const people = standIns.map(({ person, member, personKey }) =>
    solverPerson(
      bundle,
      {
        id: solverIdOf(person),
        name: person.name,
        zone: person.zone ?? member?.zone ?? bundle.settings.zone,
        memberId: member?.id ?? null,
        personKey,
      },
      facts,
    ),
  )
  return { ...problem, people: [...problem.people, ...people] }
}

/** The solver's remedy as a change of the request; null for what a request cannot become. */
function changeOf(
  bundle: RequestBundle,
  standIns: readonly KnownStandIn[],
  facts: ProblemFacts,
  remedy: SolverRemedy,
): RequestChange | null {
  switch (remedy.kind) {
    case 'moreTimes':
      return { kind: 'moreTimes', partyId: remedy.personId as PartyId }
    case 'standIn':
      return standInChange(bundle, standIns, facts, remedy)
    case 'without':
      return isSideLeft(bundle, remedy.seatId) ? { kind: 'without', seatId: remedy.seatId as SeatId } : null
    case 'longerHours':
      return { kind: 'longerHours', dayStartsMinute: remedy.startsMinute, dayEndsMinute: remedy.endsMinute }
    case 'shorterNotice':
      return { kind: 'shorterNotice', noticeHours: remedy.noticeMinutes / 60 }
    case 'laterEnd': {
      // Midday before its end: the clocks may have changed on the way.
      const lastDay = DateTime.fromJSDate(remedy.endsAt, { zone: bundle.recruiter.zone }).minus({ hours: 12 })
      return { kind: 'laterEnd', toOn: lastDay.toISODate() ?? bundle.request.rules.toOn }
    }
    case 'shorterSession':
      return {
        kind: 'shorterSession',
        sessionId: remedy.sessionId as SessionId,
        durationMinutes: remedy.durationMinutes,
      }
    // Calendars tell us only that somebody is busy, unknown ones may be placed already, and an interview is on one day.
    case 'bookOverTentative':
    case 'allowUnconfirmed':
    case 'severalDays':
      return null
  }
}

function standInChange(
  bundle: RequestBundle,
  standIns: readonly KnownStandIn[],
  facts: ProblemFacts,
  remedy: Extract<SolverRemedy, { kind: 'standIn' }>,
): RequestChange | null {
  const seat = bundle.seats.find((one) => one.id === remedy.seatId)
  const standIn = standIns.find(({ person }) => solverIdOf(person) === remedy.personId)
  if (!seat || !standIn || !canFill(seat, standIn.role)) return null
  const { person, role, member } = standIn
  const isAsked =
    role === 'client'
      ? bundle.request.order !== 'candidateFirst'
      : member === null || facts.calendars.get(member.id)?.kind !== 'busy'
  return { kind: 'standIn', seatId: seat.id, standIn: { recordId: person.id, role, name: person.name, isAsked } }
}

function canFill(seat: Seat, role: StandIn['role']): boolean {
  return role === 'client' ? seat.role === 'client' : seat.role === 'interviewer' || seat.role === 'hiringManager'
}

/** A recruiter alone with a candidate is not the interview somebody wished for. */
function isSideLeft(bundle: RequestBundle, seatId: string): boolean {
  const session = bundle.seats.find((seat) => seat.id === seatId)?.sessionId
  return bundle.seats.some(
    (seat) =>
      seat.id !== seatId &&
      seat.sessionId === session &&
      seat.isRequired &&
      seat.role !== 'candidate' &&
      seat.role !== 'recruiter',
  )
}
