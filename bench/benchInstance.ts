import type { Interval } from '../src/domain/availability.ts'
import { plainPerson } from '../src/solver/plainPerson.ts'
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
import type { Rule } from '../src/solver/rules.ts'

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
    ...plainPerson({ id: person.id, name: person.name, zone: person.timeZone }),
    windows: person.windows?.map((window) => ({ ...interval(window), level: 'good' as const })) ?? null,
    workingHours: person.workingHours.map(weekly),
    preferredHours: person.preferredHours.map(weekly),
    daysOff: person.daysOff,
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
  }
}

function candidateOf(candidate: BenchInstance['candidates'][number]): SolverPerson {
  const windows = candidate.windows.map(interval)
  const preferred = candidate.preferredWindows.map(interval)
  // Preferred windows grade the windows, they open nothing.
  const good =
    preferred.length === 0 ? windows : windows.flatMap((window) => preferred.flatMap((p) => shared(window, p)))
  return {
    ...plainPerson({ id: candidate.id, name: candidate.name, zone: candidate.timeZone }),
    windows: [
      ...good.map((window) => ({ ...window, level: 'good' as const })),
      ...(preferred.length === 0 ? [] : windows.map((window) => ({ ...window, level: 'possible' as const }))),
    ],
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

/** The tags by which conflicts are told, with the rule of the solver that each stands for; first what is let go most readily. */
export function rulesByTag(instance: BenchInstance): Map<string, Rule> {
  const rules = new Map<string, Rule>([['notice', 'notice']])
  const add = (tag: string, rule: Rule): void => {
    rules.set(tag, rule)
  }
  for (const loop of instance.loops) {
    for (const kind of ['sameDay', 'span', 'distinct'] as const)
      if (loop.sessions.length > 1) add(`loop:${loop.id}:${kind}`, `loop:${loop.id}:${kind}`)
    if (loop.precedence.length > 0) add(`loop:${loop.id}:precedence`, `loop:${loop.id}:precedence`)
    if (loop.lunch) add(`loop:${loop.id}:lunch`, `loop:${loop.id}:break`)
  }
  const sessions = instance.loops.flatMap((loop) => loop.sessions)
  if (sessions.some((session) => session.room !== null)) add('rooms', 'rooms')
  const required = sessions.flatMap((session) =>
    session.seats.filter((seat) => seat.required).map((seat) => ({ session, seat })),
  )
  if (instance.people.length > peopleToNameMax)
    for (const { session, seat } of required) add(`seat:${session.id}.${seat.id}`, `seat:${session.id}.${seat.id}`)
  else
    for (const person of instance.people) {
      if (!required.some(({ seat }) => seat.pool.includes(person.id))) continue
      const kinds = [person.windows === null ? 'hours' : 'windows', ...(person.busy.length > 0 ? ['busy', 'load'] : [])]
      for (const kind of kinds as ('hours' | 'windows' | 'busy' | 'load')[])
        add(`person:${person.id}:${kind}`, `person:${person.id}:${kind}`)
    }
  for (const candidate of instance.candidates)
    add(`candidate:${candidate.id}:windows`, `person:${candidate.id}:windows`)
  return rules
}

/** Up to so many people conflicts name them one by one, else the seats they could fill. */
const peopleToNameMax = 4

export function tagOfRule(instance: BenchInstance, rule: Rule): string {
  for (const [tag, other] of rulesByTag(instance)) if (other === rule) return tag
  return rule
}

/** Zones whose tables a process that serves has loaded. */
const usualZones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Europe/London',
  'Europe/Paris',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Australia/Brisbane',
]

/** A small instance with several sessions and people of many zones, to run the code once. */
export function warmUpInstance(): BenchInstance {
  const person = (id: string, index: number) => ({
    id,
    name: id,
    timeZone: usualZones[index % usualZones.length] ?? 'Europe/Berlin',
    workingHours: [{ days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }],
    preferredHours: [{ days: [1, 2, 3], start: '10:00', end: '16:00' }],
    daysOff: [],
    windows: null,
    busy: [
      { start: '2027-03-01T10:00:00Z', end: '2027-03-01T11:00:00Z', status: 'busy' as const, kind: 'meeting' },
      { start: '2027-03-02T10:00:00Z', end: '2027-03-02T11:00:00Z', status: 'tentative' as const, kind: 'interview' },
    ],
    bufferMinutes: 15,
    maxPerDay: 2,
    maxPerWeek: 4,
    recentLoad: 1,
  })
  const pool = usualZones.slice(4)
  const session = (id: string, room: { minCapacity: number } | null) => ({
    id,
    title: id,
    durationMinutes: 45,
    seats: [
      {
        id: 'lead',
        role: 'interviewer' as const,
        pool: ['a', 'b', 'c', ...pool],
        count: 1,
        required: true,
        preferred: ['b'],
      },
      { id: 'shadow', role: 'shadow' as const, pool: ['d'], count: 1, required: false, preferred: [] },
    ],
    room,
  })
  return {
    format: 'parley-bench/1',
    id: 'warm-up',
    now: '2027-02-26T09:00:00Z',
    horizon: { start: '2027-03-01T00:00:00Z', end: '2027-03-06T00:00:00Z' },
    gridMinutes: 15,
    minNoticeMinutes: 60,
    weights: {
      dayDelay: 40,
      idleMinute: 1,
      outsidePreferredMinute: 1,
      candidateOutsidePreferredMinute: 2,
      tentativeOverlap: 60,
      notPreferred: 25,
      loadSquare: 3,
      optionalSeatEmpty: 35,
      unscheduledLoop: 5000,
    },
    people: ['a', 'b', 'c', 'd', ...usualZones].map(person),
    candidates: [
      {
        id: 'x',
        name: 'x',
        timeZone: 'Europe/London',
        windows: [1, 2, 3].map((day) => ({ start: `2027-03-0${day}T08:00:00Z`, end: `2027-03-0${day}T17:00:00Z` })),
        preferredWindows: [{ start: '2027-03-02T08:00:00Z', end: '2027-03-02T12:00:00Z' }],
      },
    ],
    rooms: [{ id: 'r', capacity: 4, busy: [{ start: '2027-03-01T08:00:00Z', end: '2027-03-01T09:00:00Z' }] }],
    loops: [
      {
        id: 'l',
        candidate: 'x',
        optional: false,
        sessions: [session('s1', null), session('s2', { minCapacity: 3 }), session('s3', null)],
        precedence: [{ before: 's1', after: 's2' }],
        dayGroups: [['s1', 's2'], ['s3']],
        dayGap: { minDays: 1, maxDays: 2 },
        minGapMinutes: 15,
        maxSpanMinutes: 300,
        lunch: { start: '12:00', end: '14:00', minutes: 30 },
        maxSessionsPerInterviewer: 1,
      },
    ],
  }
}
