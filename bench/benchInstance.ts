import type { Interval } from '../src/domain/availability.ts'
import type {
  Baseline,
  BusyTime,
  Placement,
  Plan,
  SolverLoop,
  SolverPerson,
  SolverProblem,
  SolverSession,
} from '../src/solver/problem.ts'

// Reads and writes parley-bench/1, the format in which solvers are compared.

export interface BenchInterval {
  start: string
  end: string
}

interface BenchWeekly {
  days: number[]
  start: string
  end: string
}

export interface BenchInstance {
  format: string
  id: string
  now: string
  horizon: BenchInterval
  gridMinutes: number
  minNoticeMinutes: number
  weights: Record<string, number>
  people: {
    id: string
    name: string
    timeZone: string
    workingHours: BenchWeekly[]
    preferredHours: BenchWeekly[]
    daysOff: string[]
    windows: BenchInterval[] | null
    busy: (BenchInterval & { status: 'busy' | 'oof' | 'tentative'; kind: string })[]
    bufferMinutes: number
    maxPerDay: number
    maxPerWeek: number
    recentLoad: number
  }[]
  candidates: {
    id: string
    name: string
    timeZone: string
    windows: BenchInterval[]
    preferredWindows: BenchInterval[]
  }[]
  rooms: { id: string; capacity: number; busy: BenchInterval[] }[]
  loops: {
    id: string
    candidate: string
    optional: boolean
    sessions: {
      id: string
      title: string
      durationMinutes: number
      seats: {
        id: string
        role: 'client' | 'interviewer' | 'hiringManager' | 'shadow' | 'reverseShadow'
        pool: string[]
        count: number
        required: boolean
        preferred: string[]
      }[]
      room: { minCapacity: number } | null
    }[]
    precedence: { before: string; after: string }[]
    dayGroups: string[][]
    dayGap: { minDays: number; maxDays: number } | null
    minGapMinutes: number
    maxSpanMinutes: number
    lunch: { start: string; end: string; minutes: number } | null
    maxSessionsPerInterviewer: number
  }[]
  repair?: {
    declines: { session: string; person: string }[]
    weights: { moveSession: number; swapPerson: number; swapRoom: number }
    baseline: { sessions: BenchPlacement[] }
  }
}

export interface BenchPlacement {
  id: string
  start: string
  assign: Record<string, string[]>
  room: string | null
}

const minuteMs = 60_000
const noGap = { minMinutes: 0, maxMinutes: null }

function interval({ start, end }: BenchInterval): Interval {
  return { startsAt: new Date(start), endsAt: new Date(end) }
}

function minuteOfDay(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

const weekly = ({ days, start, end }: BenchWeekly) => ({
  weekdays: days,
  startsMinute: minuteOfDay(start),
  endsMinute: minuteOfDay(end),
})

export function problemOf(instance: BenchInstance): SolverProblem {
  const w = (name: string): number => instance.weights[name] ?? 0
  return {
    now: new Date(instance.now),
    horizon: interval(instance.horizon),
    grid: { minutes: instance.gridMinutes, zone: null },
    noticeMinutes: instance.minNoticeMinutes,
    bookingWindowMinutes: null,
    people: [...instance.people.map(personOf), ...instance.candidates.map(candidateOf)],
    rooms: instance.rooms.map((room) => ({
      id: room.id,
      name: room.id,
      capacity: room.capacity,
      features: [],
      busy: room.busy.map(interval),
    })),
    loops: instance.loops.map(loopOf),
    weights: {
      dayDelay: w('dayDelay'),
      idleMinute: w('idleMinute'),
      outsidePreferredMinute: w('outsidePreferredMinute'),
      candidateOutsidePreferredMinute: w('candidateOutsidePreferredMinute'),
      bookedOver: w('tentativeOverlap'),
      notPreferred: w('notPreferred'),
      alternate: 0,
      loadSquare: w('loadSquare'),
      optionalSeatEmpty: w('optionalSeatEmpty'),
      unscheduledLoop: w('unscheduledLoop'),
      unconfirmed: 0,
    },
    baseline: instance.repair ? baselineOf(instance.repair, sessionsOf(instance)) : null,
    allowsUnconfirmed: false,
  }
}

function sessionsOf(instance: BenchInstance): Map<string, { durationMinutes: number }> {
  return new Map(instance.loops.flatMap((loop) => loop.sessions.map((session) => [session.id, session] as const)))
}

function personOf(person: BenchInstance['people'][number]): SolverPerson {
  return {
    id: person.id,
    name: person.name,
    zone: person.timeZone,
    travel: [],
    windows: person.windows?.map((window) => ({ ...interval(window), level: 'good' as const })) ?? null,
    workingHours: person.workingHours.map(weekly),
    preferredHours: person.preferredHours.map(weekly),
    daysOff: person.daysOff,
    dateOverrides: [],
    busy: person.busy.map(
      (entry): BusyTime => ({
        ...interval(entry),
        status: entry.status === 'oof' ? 'outOfOffice' : entry.status,
        isInterview: entry.kind === 'interview',
        title: entry.kind,
      }),
    ),
    bookOver: { statuses: ['tentative'], phrases: [] },
    bufferBeforeMinutes: person.bufferMinutes,
    bufferAfterMinutes: person.bufferMinutes,
    limits: { perDay: person.maxPerDay, perWeek: person.maxPerWeek, perMonth: null },
    recentLoad: person.recentLoad,
    metIds: [],
    unknownReason: null,
  }
}

function candidateOf(candidate: BenchInstance['candidates'][number]): SolverPerson {
  const windows = candidate.windows.map(interval)
  const preferred = candidate.preferredWindows.map(interval)
  // Preferred windows grade the windows, they open nothing.
  const good =
    preferred.length === 0 ? windows : windows.flatMap((window) => preferred.flatMap((p) => shared(window, p)))
  return {
    id: candidate.id,
    name: candidate.name,
    zone: candidate.timeZone,
    travel: [],
    windows: [
      ...good.map((window) => ({ ...window, level: 'good' as const })),
      ...(preferred.length === 0 ? [] : windows.map((window) => ({ ...window, level: 'possible' as const }))),
    ],
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

function shared(a: Interval, b: Interval): Interval[] {
  const startsAt = a.startsAt > b.startsAt ? a.startsAt : b.startsAt
  const endsAt = a.endsAt < b.endsAt ? a.endsAt : b.endsAt
  return startsAt < endsAt ? [{ startsAt, endsAt }] : []
}

function loopOf(loop: BenchInstance['loops'][number]): SolverLoop {
  return {
    id: loop.id,
    candidateId: loop.candidate,
    isOptional: loop.optional,
    sessions: loop.sessions.map(
      (session): SolverSession => ({
        id: session.id,
        title: session.title,
        durationMinutes: session.durationMinutes,
        seats: session.seats.map((seat) => ({
          id: seat.id,
          role: seat.role,
          poolIds: seat.pool,
          alternateIds: [],
          preferredIds: seat.preferred,
          count: seat.count,
          isRequired: seat.required,
        })),
        room: session.room && { minCapacity: session.room.minCapacity, features: [] },
        gapBefore: noGap,
        gapAfter: noGap,
      }),
    ),
    precedence: loop.precedence.map(({ before, after }) => ({ beforeId: before, afterId: after })),
    days: loop.dayGroups,
    dayGap: loop.dayGap ?? { minDays: 0, maxDays: 0 },
    minGapMinutes: loop.minGapMinutes,
    maxSpanMinutes: loop.maxSpanMinutes,
    breaks: loop.lunch
      ? [
          {
            startsMinute: minuteOfDay(loop.lunch.start),
            endsMinute: minuteOfDay(loop.lunch.end),
            minutes: loop.lunch.minutes,
          },
        ]
      : [],
    maxSessionsPerPerson: loop.maxSessionsPerInterviewer,
    excludesMet: false,
  }
}

function baselineOf(
  repair: NonNullable<BenchInstance['repair']>,
  sessions: ReadonlyMap<string, { durationMinutes: number }>,
): Baseline {
  return {
    placements: repair.baseline.sessions.map((placed): Placement => {
      const startsAt = new Date(placed.start)
      const minutes = sessions.get(placed.id)?.durationMinutes ?? 0
      return {
        sessionId: placed.id,
        startsAt,
        endsAt: new Date(startsAt.getTime() + minutes * minuteMs),
        seats: Object.entries(placed.assign).map(([seatId, personIds]) => ({ seatId, personIds })),
        roomId: placed.room ?? null,
      }
    }),
    declines: repair.declines.map(({ session, person }) => ({ sessionId: session, personId: person })),
    weights: repair.weights,
  }
}

export function solutionOf(instance: BenchInstance, plan: Plan | null): object {
  return {
    format: 'parley-bench-solution/1',
    instance: instance.id,
    status: plan === null ? 'infeasible' : 'solved',
    sessions: (plan?.placements ?? []).map(benchPlacement),
    unscheduled: plan?.leftOutLoopIds ?? [],
  }
}

export function benchPlacement(placement: Placement): BenchPlacement {
  return {
    id: placement.sessionId,
    start: placement.startsAt.toISOString(),
    assign: Object.fromEntries(placement.seats.map((seat) => [seat.seatId, [...seat.personIds]])),
    room: placement.roomId,
  }
}
