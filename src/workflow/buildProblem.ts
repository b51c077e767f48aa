import { DateTime } from 'luxon'
import type { BusyAnswer, Interval, Window } from '../domain/availability.ts'
import type { MemberId, PartyId } from '../domain/ids.ts'
import type { Party, PartyRole } from '../domain/party.ts'
import type { Seat, Session } from '../domain/request.ts'
import { plainPerson } from '../solver/plainPerson.ts'
import type {
  BusyTime,
  SolverPerson,
  SolverProblem,
  SolverSeat,
  SolverSession,
  SolverWeights,
} from '../solver/problem.ts'
import type { Tx } from '../store/port.ts'
import { candidateOf, type RequestBundle, windowsOf } from './bundle.ts'

/**
 * What a time may cost before another one is better: a day later is as bad as five minutes at an hour that somebody offered only if
 * need be; an unknown calendar outweighs everything else together, so that what is confirmed comes first.
 */
export const productWeights: SolverWeights = {
  dayDelay: 10,
  idleMinute: 1,
  outsidePreferredMinute: 2,
  candidateOutsidePreferredMinute: 2,
  bookedOver: 60,
  notPreferred: 25,
  alternate: 80,
  loadSquare: 3,
  optionalSeatEmpty: 35,
  unscheduledLoop: 0,
  unconfirmed: 10_000,
}

const recentDays = 28
const minuteMs = 60_000
const dayMs = 86_400_000

/** What other requests have reserved of one person, and how many interviews of the last four weeks and to come are theirs. */
export interface PersonHolds {
  times: readonly Interval[]
  recentLoad: number
}

/** What is known besides the request itself. */
export interface ProblemFacts {
  now: Date
  /** By person key. */
  holds: ReadonlyMap<string, PersonHolds>
  calendars: ReadonlyMap<MemberId, BusyAnswer>
}

/** Other requests' reservations of these people, gaps taken off again: the solver adds them. */
export async function readHolds(
  tx: Tx,
  bundle: RequestBundle,
  personKeys: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, PersonHolds>> {
  const holds = await tx.find('holds', {
    where: {
      personKey: { in: personKeys },
      state: { in: ['held', 'confirmed'] },
      endsAt: { gt: new Date(now.getTime() - recentDays * dayMs) },
    },
  })
  const gapMs = bundle.request.rules.gapMinutes * minuteMs
  const byKey = new Map<string, PersonHolds>()
  for (const { personKey, requestId, startsAt, endsAt, state } of holds) {
    if (requestId === bundle.request.id) continue
    const known = byKey.get(personKey) ?? { times: [], recentLoad: 0 }
    const heldUntil = new Date(Math.max(startsAt.getTime() + minuteMs, endsAt.getTime() - gapMs))
    byKey.set(personKey, {
      times: [...known.times, { startsAt, endsAt: heldUntil }],
      recentLoad: known.recentLoad + (state === 'confirmed' ? 1 : 0),
    })
  }
  return byKey
}

/** The days of a request as instants: from the begin of the first to the end of the last, by the recruiter's clock. */
export function horizonOf(bundle: RequestBundle): Interval {
  const { fromOn, toOn } = bundle.request.rules
  const dayAt = (isoDate: string) => DateTime.fromISO(isoDate, { zone: bundle.recruiter.zone }).startOf('day')
  return { startsAt: dayAt(fromOn).toJSDate(), endsAt: dayAt(toOn).plus({ days: 1 }).toJSDate() }
}

/** A request as the solver sees it: one loop on one day, its sessions in order. */
export function buildProblem(bundle: RequestBundle, facts: ProblemFacts): SolverProblem {
  const { request, sessions } = bundle
  const { rules } = request
  return {
    now: facts.now,
    horizon: horizonOf(bundle),
    grid: { minutes: rules.gridMinutes, zone: bundle.recruiter.zone },
    noticeMinutes: Math.round(rules.noticeHours * 60),
    bookingWindowMinutes: null,
    people: bundle.parties.filter((p) => p.isAttending).map((party) => partyPerson(bundle, party, facts)),
    rooms: [],
    loops: [
      {
        id: request.id,
        candidateId: candidateOf(bundle).id,
        isOptional: false,
        sessions: sessions.map((session) => solverSession(bundle, session, facts)),
        precedence: sessions
          .slice(1)
          .map((session, index) => ({ beforeId: sessions[index]?.id ?? '', afterId: session.id })),
        days: [sessions.map(({ id }) => id)],
        dayGap: { minDays: 0, maxDays: 0 },
        // The candidate is in every session, and everybody in two of them gets the gap in between.
        minGapMinutes: rules.gapMinutes,
        maxSpanMinutes: null,
        breaks: [],
        maxSessionsPerPerson: null,
        excludesMet: false,
      },
    ],
    weights: productWeights,
    baseline: null,
    // They come last, and each says on whom it depends.
    allowsUnconfirmed: true,
  }
}

function solverSession(bundle: RequestBundle, session: Session, facts: ProblemFacts): SolverSession {
  const candidateId = candidateOf(bundle).id
  const seats = bundle.seats.filter((seat) => seat.sessionId === session.id && !seat.partyIds.includes(candidateId))
  return {
    id: session.id,
    title: session.title,
    durationMinutes: session.durationMinutes,
    // The candidate has a seat of its own in our rows, and takes part in every session of a loop by its meaning.
    seats: seats.map((seat) => solverSeat(bundle, seat, facts)),
    room: null,
    gapBefore: { minMinutes: 0, maxMinutes: null },
    gapAfter: { minMinutes: 0, maxMinutes: null },
  }
}

function solverSeat(bundle: RequestBundle, seat: Seat, facts: ProblemFacts): SolverSeat {
  return {
    id: seat.id,
    role: solverRole(seat.role),
    poolIds: offeredSeat(bundle, seat.partyIds, facts),
    alternateIds: [],
    preferredIds: [],
    count: 1,
    isRequired: seat.isRequired,
  }
}

function solverRole(role: PartyRole): SolverSeat['role'] {
  return role === 'client' || role === 'hiringManager' ? role : 'interviewer'
}

/** Of several who may fill a seat, those whose times are known when anybody's are: nobody is placed on a guess. */
function offeredSeat(bundle: RequestBundle, partyIds: readonly PartyId[], facts: ProblemFacts): readonly PartyId[] {
  if (partyIds.length < 2) return partyIds
  const parties = partyIds.flatMap((id) => bundle.parties.find((p) => p.id === id) ?? [])
  const isKnown = (party: Party) =>
    party.answer === 'answered' ||
    (party.answer === 'notNeeded' && party.memberId !== null && facts.calendars.get(party.memberId)?.kind === 'busy')
  const known = parties.filter(isKnown)
  return (known.length > 0 ? known : parties.filter((p) => p.answer !== 'declined')).map(({ id }) => id)
}

function partyPerson(bundle: RequestBundle, party: Party, facts: ProblemFacts): SolverPerson {
  const windows = allowedParts(windowsOf(bundle, party.id), bundle)
  const person = solverPerson(bundle, party, facts)
  if (windowsOf(bundle, party.id).length === 0) return party.role === 'candidate' ? apart(person, bundle) : person
  const offered = { ...person, windows: windows.map(({ startsAt, endsAt, level }) => ({ startsAt, endsAt, level })) }
  return party.role === 'candidate' ? apart(offered, bundle) : offered
}

/** What of the offered times lies inside what the request is restricted to; all of it when nobody restricted anything. */
function allowedParts(windows: readonly Window[], { request, recruiter }: RequestBundle): readonly Window[] {
  const { allowed } = request.rules
  if (!allowed) return windows
  return windows.flatMap((window) => {
    const parts: Window[] = []
    let day = DateTime.fromJSDate(window.startsAt, { zone: recruiter.zone }).startOf('day')
    for (; day.toJSDate() < window.endsAt; day = day.plus({ days: 1 })) {
      if (!allowed.weekdays.includes(day.weekday)) continue
      const startsAt = laterOf(window.startsAt, atMinute(day, allowed.startsMinute))
      const endsAt = earlierOf(window.endsAt, atMinute(day, allowed.endsMinute))
      if (startsAt < endsAt) parts.push({ ...window, startsAt, endsAt })
    }
    return parts
  })
}

/** By the wall clock, so also on the days on which the clocks change. */
function atMinute(day: DateTime, minute: number): Date {
  const full = minute === 1440 ? day.plus({ days: 1 }) : day.set({ hour: Math.floor(minute / 60), minute: minute % 60 })
  return full.toJSDate()
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b
}

function earlierOf(a: Date, b: Date): Date {
  return a < b ? a : b
}

/** By the solver's rules a candidate has no buffers, but two interviews of one candidate need their gap like anybody's. */
function apart(candidate: SolverPerson, bundle: RequestBundle): SolverPerson {
  const gapMs = bundle.request.rules.gapMinutes * minuteMs
  return {
    ...candidate,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    busy: candidate.busy.map((entry) => ({
      ...entry,
      startsAt: new Date(entry.startsAt.getTime() - gapMs),
      endsAt: new Date(entry.endsAt.getTime() + gapMs),
    })),
  }
}

/** Somebody who has offered nothing: free in working hours but for what a calendar and other requests say; or unknown. */
export function solverPerson(
  bundle: RequestBundle,
  person: Pick<Party, 'name' | 'zone' | 'memberId' | 'personKey'> & { id: string },
  facts: ProblemFacts,
): SolverPerson {
  const { rules } = bundle.request
  const calendar = person.memberId ? facts.calendars.get(person.memberId) : undefined
  const held = facts.holds.get(person.personKey)
  return {
    ...plainPerson({ id: person.id, name: person.name, zone: person.zone }),
    workingHours: [{ weekdays: rules.weekdays, startsMinute: rules.dayStartsMinute, endsMinute: rules.dayEndsMinute }],
    busy: [
      ...(held?.times ?? []).map((time) => busyTime(time, true)),
      ...(calendar?.kind === 'busy' ? calendar.times : []).map((time) => busyTime(time, false)),
    ],
    bufferBeforeMinutes: rules.gapMinutes,
    bufferAfterMinutes: rules.gapMinutes,
    recentLoad: held?.recentLoad ?? 0,
    unknownReason: person.memberId === null || calendar?.kind === 'busy' ? null : unknownReason(person.name, calendar),
  }
}

function unknownReason(name: string, calendar: BusyAnswer | undefined): string {
  return calendar?.kind === 'unknown' ? calendar.reason : `no calendar of ${name} is known`
}

function busyTime({ startsAt, endsAt }: Interval, isInterview: boolean): BusyTime {
  return { startsAt, endsAt, status: 'busy', isInterview, title: '' }
}
