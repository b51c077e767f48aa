import { innerSpan, mergeSpans, minuteMs, outerSpan, type Span } from './intervals.ts'
import { dayMinutes, localDayAt, personClock } from './localTime.ts'
import { asCandidate, buildPerson, costsOf, excludeFull, type ModelPerson, never } from './modelPerson.ts'
import type { Placement, SolverLoop, SolverProblem, SolverRoom, SolverSeat, SolverSession } from './problem.ts'
import type { Relaxed } from './rules.ts'

// The problem in absolute minutes and whole numbers: what each start of a session would cost with each person, before people are
// combined. Everything that concerns one person and one session alone is settled here; what ties sessions together is left to the search.

export interface ModelSeat {
  seat: SolverSeat
  count: number
  isRequired: boolean
  emptyCost: number
  /** Who may sit here, in order of the pool. */
  people: readonly ModelPerson[]
  /** By person as in `people`: the cost at each start of the session, or `never`. Load is not in it. */
  costs: readonly Int32Array[]
}

export interface ModelSession {
  /** Among all sessions of the problem. */
  index: number
  session: SolverSession
  durationMinutes: number
  /** Absolute minutes, ascending, that suit the candidate and can be staffed and roomed one by one. */
  starts: Int32Array
  /** Index into the model's grid of each start. */
  columns: Int32Array
  /** Local day of the candidate at each start. */
  days: Int32Array
  /** What each start costs whoever sits there. */
  startCosts: Int32Array
  seats: readonly ModelSeat[]
  /** By start: indexes of rooms that are free, as bits of words; null when no room is needed. */
  rooms: ModelRooms | null
}

export interface ModelRooms {
  /** Rooms that are large enough. */
  fitting: readonly ModelRoom[]
  /** By fitting room and start: 1 when free. */
  isFree: readonly Uint8Array[]
}

export interface ModelRoom {
  index: number
  room: SolverRoom
  busy: readonly Span[]
}

export interface ModelLoop {
  index: number
  loop: SolverLoop
  candidate: ModelPerson
  sessions: readonly ModelSession[]
  /** Positions in `sessions` by day entry. */
  groups: readonly (readonly number[])[]
  /** By position: bits of the positions that come before it. */
  before: readonly number[]
  dayGap: { minDays: number; maxDays: number }
  minGapMinutes: number
  maxSpanMinutes: number
  maxSessionsPerPerson: number
  hasBreaks: boolean
  /** Whether a day entry has to share one date. */
  isSameDay: boolean
  /** The candidate's day on which the problem is posed. */
  today: number
}

export interface Model {
  problem: SolverProblem
  people: readonly ModelPerson[]
  loops: readonly ModelLoop[]
  rooms: readonly ModelRoom[]
  /** Absolute minutes at which any session may start, ascending. */
  grid: Int32Array
}

/** How far a horizon that is let go reaches beyond its end. */
const furtherMinutes = 14 * dayMinutes

export function buildModel(problem: SolverProblem, relaxed: Relaxed): Model {
  const horizon = innerSpan(problem.horizon)
  const now = Math.ceil(problem.now.getTime() / minuteMs)
  if (relaxed.has('horizon')) {
    horizon.from = Math.min(horizon.from, now)
    horizon.to = Math.max(horizon.to, now) + furtherMinutes
  }
  const reach = { from: Math.min(horizon.from, now) - 2 * dayMinutes, to: Math.max(horizon.to, now) + 2 * dayMinutes }
  const candidateIds = new Set(problem.loops.map((loop) => loop.candidateId))
  const people = problem.people.map((person, index) => {
    const isCandidate = candidateIds.has(person.id)
    return buildPerson(problem.allowsUnconfirmed, isCandidate ? asCandidate(person) : person, index, reach, relaxed)
  })
  const byId = new Map(people.map((person) => [person.person.id, person]))
  const rooms = problem.rooms.map((room, index) => ({ index, room, busy: mergeSpans(room.busy.map(outerSpan)) }))
  const earliest = relaxed.has('notice') ? -Infinity : now + problem.noticeMinutes
  const latest =
    problem.bookingWindowMinutes === null || relaxed.has('bookingWindow')
      ? Infinity
      : Math.floor(problem.now.getTime() / minuteMs) + problem.bookingWindowMinutes
  const inTime = gridStarts(problem.grid, horizon).filter((minute) => minute >= earliest && minute <= latest)
  const baseline = new Map((problem.baseline?.placements ?? []).map((placement) => [placement.sessionId, placement]))
  let sessionIndex = 0
  const loops = problem.loops.map((loop, index): ModelLoop => {
    const candidate = byId.get(loop.candidateId) as ModelPerson
    const sessions = loop.sessions.map((session) =>
      buildSession({
        problem,
        loop,
        session,
        index: sessionIndex++,
        candidate,
        byId,
        candidateIds,
        rooms,
        inTime,
        horizonEnd: horizon.to,
        baseline: baseline.get(session.id) ?? null,
        relaxed,
      }),
    )
    return buildLoop(loop, index, candidate, sessions, localDayAt(candidate.clock, now), relaxed)
  })
  const grid = unionOf(loops.flatMap((loop) => loop.sessions.map((session) => session.starts)))
  for (const loop of loops) for (const session of loop.sessions) session.columns = columnsOf(grid, session.starts)
  return { problem, people, loops, rooms, grid }
}

function buildLoop(
  loop: SolverLoop,
  index: number,
  candidate: ModelPerson,
  sessions: readonly ModelSession[],
  today: number,
  relaxed: Relaxed,
): ModelLoop {
  const positionOf = new Map(sessions.map((session, position) => [session.session.id, position]))
  const before = sessions.map(() => 0)
  if (!relaxed.has(`loop:${loop.id}:precedence`))
    for (const { beforeId, afterId } of loop.precedence) {
      const after = positionOf.get(afterId) as number
      before[after] = (before[after] as number) | (1 << (positionOf.get(beforeId) as number))
    }
  const isSameDay = !relaxed.has(`loop:${loop.id}:sameDay`)
  return {
    index,
    loop,
    candidate,
    sessions,
    groups: isSameDay
      ? loop.days.map((ids) => ids.map((id) => positionOf.get(id) as number))
      : [sessions.map((_, position) => position)],
    before,
    dayGap: loop.dayGap,
    minGapMinutes: loop.minGapMinutes,
    maxSpanMinutes: !isSameDay || relaxed.has(`loop:${loop.id}:span`) ? Infinity : (loop.maxSpanMinutes ?? Infinity),
    maxSessionsPerPerson: relaxed.has(`loop:${loop.id}:distinct`) ? Infinity : (loop.maxSessionsPerPerson ?? Infinity),
    hasBreaks: isSameDay && loop.breaks.length > 0 && !relaxed.has(`loop:${loop.id}:break`),
    isSameDay,
    today,
  }
}

export function gridStarts({ minutes, zone }: SolverProblem['grid'], horizon: Span): Int32Array {
  const starts: number[] = []
  if (zone === null) {
    for (let at = Math.ceil(horizon.from / minutes) * minutes; at < horizon.to; at += minutes) starts.push(at)
    return Int32Array.from(starts)
  }
  const clock = personClock(zone, [], horizon.from, Math.max(horizon.to, horizon.from + 1))
  for (const stretch of clock)
    for (let at = stretch.from; at < Math.min(stretch.to, horizon.to); at++) {
      const wall = (((at + stretch.offset) % 60) + 60) % 60
      if (wall % minutes !== 0) continue
      starts.push(at)
      // Between two grid starts of one hour nothing needs looking at.
      if (wall + minutes < 60) at += minutes - 1
    }
  return Int32Array.from(starts)
}

interface SessionInput {
  problem: SolverProblem
  loop: SolverLoop
  session: SolverSession
  index: number
  candidate: ModelPerson
  byId: ReadonlyMap<string, ModelPerson>
  candidateIds: ReadonlySet<string>
  rooms: readonly ModelRoom[]
  inTime: Int32Array
  horizonEnd: number
  baseline: Placement | null
  relaxed: Relaxed
}

function buildSession(input: SessionInput): ModelSession {
  const { problem, session, candidate, relaxed } = input
  const { weights } = problem
  const duration = session.durationMinutes
  const possible = input.inTime.filter((minute) => minute + duration <= input.horizonEnd)
  const candidateCosts = costsOf(
    weights.bookedOver,
    candidate,
    duration,
    possible,
    weights.candidateOutsidePreferredMinute,
  )
  const keep = filterIndexes(candidateCosts)
  const seats = session.seats.filter((seat) => !relaxed.has(`seat:${session.id}.${seat.id}`))
  const suited = pick(possible, keep)
  const seatTables = seats.map((seat) => seatTable(input, seat, suited))
  const roomTable = session.room ? roomsOf(input, suited) : null
  // Only starts at which each required seat alone can be filled and a room is free.
  const staffable: number[] = []
  for (let at = 0; at < suited.length; at++)
    if (isStaffable(seatTables, at) && (roomTable === null || roomTable.isFree.some((free) => free[at] === 1)))
      staffable.push(at)
  const starts = pick(suited, staffable)
  const days = new Int32Array(starts.length)
  const startCosts = new Int32Array(starts.length)
  const isUnconfirmed = candidate.person.unknownReason !== null && candidate.person.windows === null
  const unconfirmed = isUnconfirmed ? weights.unconfirmed : 0
  const movedFrom = input.baseline ? Math.round(input.baseline.startsAt.getTime() / minuteMs) : null
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] as number
    days[at] = localDayAt(candidate.clock, start)
    let cost = unconfirmed + (candidateCosts[keep[staffable[at] as number] as number] as number)
    if (movedFrom !== null && movedFrom !== start) cost += problem.baseline?.weights.moveSession ?? 0
    startCosts[at] = cost
  }
  const rooms = roomTable && {
    fitting: roomTable.fitting,
    isFree: roomTable.isFree.map((free) => Uint8Array.from(staffable, (at) => free[at] as number)),
  }
  if (input.baseline && problem.baseline) {
    const swapRoom = problem.baseline.weights.swapRoom
    const oldRoom = input.baseline.roomId
    const kept = rooms?.fitting.findIndex((room) => room.room.id === oldRoom) ?? -1
    for (let at = 0; at < starts.length; at++) {
      const isKept = rooms === null ? oldRoom === null : kept >= 0 && rooms.isFree[kept]?.[at] === 1
      if (!isKept) startCosts[at] = (startCosts[at] as number) + swapRoom
    }
  }
  return {
    index: input.index,
    session,
    durationMinutes: duration,
    starts,
    columns: noColumns,
    days,
    startCosts,
    seats: seatTables.map((table) => ({ ...table, costs: table.costs.map((costs) => pick(costs, staffable)) })),
    rooms,
  }
}

const noColumns = new Int32Array(0)

function unionOf(lists: readonly Int32Array[]): Int32Array {
  if (lists.length === 1) return lists[0] as Int32Array
  const all = new Set<number>()
  for (const list of lists) for (const value of list) all.add(value)
  return Int32Array.from(all).sort()
}

function columnsOf(grid: Int32Array, starts: Int32Array): Int32Array {
  const columns = new Int32Array(starts.length)
  let column = 0
  for (let at = 0; at < starts.length; at++) {
    while ((grid[column] as number) < (starts[at] as number)) column++
    columns[at] = column
  }
  return columns
}

function filterIndexes(costs: Int32Array): number[] {
  const indexes: number[] = []
  for (let at = 0; at < costs.length; at++) if (costs[at] !== never) indexes.push(at)
  return indexes
}

function pick(values: Int32Array, indexes: readonly number[]): Int32Array {
  const picked = new Int32Array(indexes.length)
  for (let at = 0; at < indexes.length; at++) picked[at] = values[indexes[at] as number] as number
  return picked
}

function isStaffable(seats: readonly ModelSeat[], at: number): boolean {
  for (const seat of seats) {
    if (!seat.isRequired) continue
    let found = 0
    for (const costs of seat.costs) if (costs[at] !== never && ++found === seat.count) break
    if (found < seat.count) return false
  }
  return true
}

function seatTable(input: SessionInput, seat: SolverSeat, starts: Int32Array): ModelSeat {
  const { problem, session, loop, byId, baseline, relaxed } = input
  const { weights } = problem
  const ids = [...new Set([...seat.poolIds, ...seat.alternateIds])]
  const declined = new Set(
    (problem.baseline?.declines ?? []).filter((one) => one.sessionId === session.id).map((one) => one.personId),
  )
  const seatedBefore = baseline ? new Set(baseline.seats.flatMap((one) => one.personIds)) : null
  const people: ModelPerson[] = []
  const costs: Int32Array[] = []
  for (const id of ids) {
    const person = byId.get(id) as ModelPerson
    const hasMet =
      loop.excludesMet && person.person.metIds.includes(loop.candidateId) && !relaxed.has(`person:${id}:met`)
    if (declined.has(id) || person.isUnknown || hasMet || input.candidateIds.has(id)) continue
    const table = costsOf(weights.bookedOver, person, session.durationMinutes, starts, weights.outsidePreferredMinute)
    if (person.isLimited) excludeFull(person, starts, table)
    let fixed = 0
    if (!seat.poolIds.includes(id)) fixed += weights.alternate
    else if (seat.preferredIds.length > 0 && !seat.preferredIds.includes(id)) fixed += weights.notPreferred
    if (person.person.unknownReason !== null && person.person.windows === null) fixed += weights.unconfirmed
    if (seatedBefore && !seatedBefore.has(id)) fixed += problem.baseline?.weights.swapPerson ?? 0
    if (fixed !== 0)
      for (let at = 0; at < table.length; at++) if (table[at] !== never) table[at] = (table[at] as number) + fixed
    people.push(person)
    costs.push(table)
  }
  return {
    seat,
    count: seat.count,
    isRequired: seat.isRequired,
    emptyCost: weights.optionalSeatEmpty,
    people,
    costs,
  }
}

function roomsOf(input: SessionInput, starts: Int32Array): ModelRooms {
  const { session, rooms } = input
  const { minCapacity, features } = session.room ?? { minCapacity: 0, features: [] }
  const fitting = rooms.filter(
    ({ room }) => room.capacity >= minCapacity && features.every((feature) => room.features.includes(feature)),
  )
  const isFree = fitting.map(({ busy }) => {
    const free = new Uint8Array(starts.length)
    if (input.relaxed.has('rooms')) return free.fill(1)
    let busyAt = 0
    for (let at = 0; at < starts.length; at++) {
      const from = starts[at] as number
      while (busyAt < busy.length && (busy[busyAt] as Span).to <= from) busyAt++
      const next = busy[busyAt]
      free[at] = next === undefined || next.from >= from + session.durationMinutes ? 1 : 0
    }
    return free
  })
  return { fitting, isFree }
}
