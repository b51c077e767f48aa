import { minuteMs, type Span } from './intervals.ts'
import { localDayAt } from './localTime.ts'
import { costsOf, excludeFull, type ModelPerson, never } from './modelPerson.ts'
import type { Placement, SolverLoop, SolverProblem, SolverRoom, SolverSeat, SolverSession } from './problem.ts'
import type { Relaxed } from './rules.ts'

// What each start of a session would cost with each person, before people are combined.

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

/** What all sessions are built from. */
export interface SessionReading {
  problem: SolverProblem
  relaxed: Relaxed
  byId: ReadonlyMap<string, ModelPerson>
  candidateIds: ReadonlySet<string>
  rooms: readonly ModelRoom[]
  /** Grid starts that keep notice and booking window. */
  inTime: Int32Array
  horizonEnd: number
}

/** Starts that suit the candidate, with what they cost the candidate. */
interface Suited {
  starts: Int32Array
  costs: Int32Array
}

/** All sessions by id. Loops share people: what a length of session costs a person is worked out once, for all starts that suit anybody. */
export function buildSessions(reading: SessionReading): ReadonlyMap<string, ModelSession> {
  const { loops } = reading.problem
  const suitedOf = new Map<string, Suited>()
  const byDuration = new Map<number, Int32Array[]>()
  for (const loop of loops) {
    const candidate = reading.byId.get(loop.candidateId) as ModelPerson
    const ofLoop = new Map<number, Suited>()
    for (const { id, durationMinutes } of loop.sessions) {
      let suited = ofLoop.get(durationMinutes)
      if (suited === undefined) {
        suited = suitedStarts(reading, candidate, durationMinutes)
        ofLoop.set(durationMinutes, suited)
        byDuration.set(durationMinutes, [...(byDuration.get(durationMinutes) ?? []), suited.starts])
      }
      suitedOf.set(id, suited)
    }
  }
  const tables = new Map<number, PersonTables>()
  for (const [duration, lists] of byDuration) tables.set(duration, openTables(reading, duration, unionOf(lists)))
  const built = new Map<string, ModelSession>()
  for (const loop of loops)
    for (const session of loop.sessions) {
      const suited = suitedOf.get(session.id) as Suited
      built.set(
        session.id,
        buildSession(reading, loop, session, suited, tables.get(session.durationMinutes) as PersonTables),
      )
    }
  return built
}

function suitedStarts(reading: SessionReading, candidate: ModelPerson, duration: number): Suited {
  const { weights } = reading.problem
  const possible = reading.inTime.filter((minute) => minute + duration <= reading.horizonEnd)
  const costs = costsOf(weights.bookedOver, candidate, duration, possible, weights.candidateOutsidePreferredMinute)
  const keep: number[] = []
  for (let at = 0; at < costs.length; at++) if (costs[at] !== never) keep.push(at)
  return { starts: pick(possible, keep), costs: pick(costs, keep) }
}

/** What sessions of one length cost each person. */
interface PersonTables {
  /** Ascending. */
  starts: Int32Array
  /** By start. */
  of(person: ModelPerson): Int32Array
}

function openTables({ problem }: SessionReading, duration: number, starts: Int32Array): PersonTables {
  const { weights } = problem
  const known = new Map<ModelPerson, Int32Array>()
  return {
    starts,
    of(person) {
      const table =
        known.get(person) ?? costsOf(weights.bookedOver, person, duration, starts, weights.outsidePreferredMinute)
      if (!known.has(person)) {
        if (person.isLimited) excludeFull(person, starts, table)
        known.set(person, table)
      }
      return table
    },
  }
}

function buildSession(
  reading: SessionReading,
  loop: SolverLoop,
  session: SolverSession,
  suited: Suited,
  tables: PersonTables,
): ModelSession {
  const { problem, relaxed } = reading
  const { weights } = problem
  const candidate = reading.byId.get(loop.candidateId) as ModelPerson
  const baseline = problem.baseline?.placements.find((one) => one.sessionId === session.id) ?? null
  const columns = columnsOf(tables.starts, suited.starts)
  const drafts = session.seats
    .filter((seat) => !relaxed.has(`seat:${session.id}.${seat.id}`))
    .map((seat) => draftSeat(reading, loop, session, seat, baseline, tables))
  const roomTable = session.room ? roomsOf(reading, session, suited.starts) : null
  // Only starts at which each required seat alone can be filled and a room is free.
  const keep: number[] = []
  for (let at = 0; at < suited.starts.length; at++)
    if (
      isStaffable(drafts, columns[at] as number) &&
      (roomTable === null || roomTable.isFree.some((free) => free[at] === 1))
    )
      keep.push(at)
  const starts = pick(suited.starts, keep)
  const startCosts = pick(suited.costs, keep)
  const keptColumns = pick(columns, keep)
  const isUnconfirmed = candidate.person.unknownReason !== null && candidate.person.windows === null
  const unconfirmed = isUnconfirmed ? weights.unconfirmed : 0
  const movedFrom = baseline ? Math.round(baseline.startsAt.getTime() / minuteMs) : null
  for (let at = 0; at < starts.length; at++) {
    const isMoved = movedFrom !== null && movedFrom !== starts[at]
    const moving = isMoved ? (problem.baseline?.weights.moveSession ?? 0) : 0
    startCosts[at] = (startCosts[at] as number) + unconfirmed + moving
  }
  const rooms = roomTable && {
    fitting: roomTable.fitting,
    isFree: roomTable.isFree.map((free) => Uint8Array.from(keep, (at) => free[at] as number)),
  }
  if (baseline && problem.baseline) addRoomChange(startCosts, rooms, baseline.roomId, problem.baseline.weights.swapRoom)
  return {
    session,
    durationMinutes: session.durationMinutes,
    starts,
    columns: noColumns,
    days: starts.map((start) => localDayAt(candidate.clock, start)),
    startCosts,
    seats: drafts.map((draft) => finishSeat(draft, keptColumns, weights.optionalSeatEmpty)),
    rooms,
  }
}

const noColumns = new Int32Array(0)

function addRoomChange(costs: Int32Array, rooms: ModelRooms | null, bookedId: string | null, swapRoom: number): void {
  const booked = rooms?.fitting.findIndex((room) => room.room.id === bookedId) ?? -1
  for (let at = 0; at < costs.length; at++) {
    const isKept = rooms === null ? bookedId === null : booked >= 0 && rooms.isFree[booked]?.[at] === 1
    if (!isKept) costs[at] = (costs[at] as number) + swapRoom
  }
}

/** A seat before its starts are known: whom it may take, their tables, and what they cost besides. */
interface SeatDraft {
  seat: SolverSeat
  people: ModelPerson[]
  tables: Int32Array[]
  fixedCosts: number[]
}

function draftSeat(
  reading: SessionReading,
  loop: SolverLoop,
  session: SolverSession,
  seat: SolverSeat,
  baseline: Placement | null,
  tables: PersonTables,
): SeatDraft {
  const { problem, relaxed } = reading
  const { weights } = problem
  const declined = new Set(
    (problem.baseline?.declines ?? []).filter((one) => one.sessionId === session.id).map((one) => one.personId),
  )
  const seatedBefore = baseline ? new Set(baseline.seats.flatMap((one) => one.personIds)) : null
  const draft: SeatDraft = { seat, people: [], tables: [], fixedCosts: [] }
  for (const id of new Set([...seat.poolIds, ...seat.alternateIds])) {
    const person = reading.byId.get(id) as ModelPerson
    const hasMet =
      loop.excludesMet && person.person.metIds.includes(loop.candidateId) && !relaxed.has(`person:${id}:met`)
    if (declined.has(id) || person.isUnknown || hasMet || reading.candidateIds.has(id)) continue
    let fixed = 0
    if (!seat.poolIds.includes(id)) fixed += weights.alternate
    else if (seat.preferredIds.length > 0 && !seat.preferredIds.includes(id)) fixed += weights.notPreferred
    if (person.person.unknownReason !== null && person.person.windows === null) fixed += weights.unconfirmed
    if (seatedBefore && !seatedBefore.has(id)) fixed += problem.baseline?.weights.swapPerson ?? 0
    draft.people.push(person)
    draft.tables.push(tables.of(person))
    draft.fixedCosts.push(fixed)
  }
  return draft
}

function isStaffable(drafts: readonly SeatDraft[], column: number): boolean {
  for (const { seat, tables } of drafts) {
    if (!seat.isRequired) continue
    let found = 0
    for (const table of tables) if (table[column] !== never && ++found === seat.count) break
    if (found < seat.count) return false
  }
  return true
}

function finishSeat(
  { seat, people, tables, fixedCosts }: SeatDraft,
  columns: Int32Array,
  emptyCost: number,
): ModelSeat {
  const costs = tables.map((table, index) => {
    const fixed = fixedCosts[index] as number
    const own = new Int32Array(columns.length)
    for (let at = 0; at < own.length; at++) {
      const cost = table[columns[at] as number] as number
      own[at] = cost === never ? never : cost + fixed
    }
    return own
  })
  return { seat, count: seat.count, isRequired: seat.isRequired, emptyCost, people, costs }
}

export function unionOf(lists: readonly Int32Array[]): Int32Array {
  if (lists.length === 1) return lists[0] as Int32Array
  const all = new Set<number>()
  for (const list of lists) for (const value of list) all.add(value)
  return Int32Array.from(all).sort()
}

/** For each of `starts` its index in `grid`; both ascend, and the grid has them all. */
export function columnsOf(grid: Int32Array, starts: Int32Array): Int32Array {
  const columns = new Int32Array(starts.length)
  let column = 0
  for (let at = 0; at < starts.length; at++) {
    while ((grid[column] as number) < (starts[at] as number)) column++
    columns[at] = column
  }
  return columns
}

function pick(values: Int32Array, indexes: readonly number[]): Int32Array {
  const picked = new Int32Array(indexes.length)
  for (let at = 0; at < indexes.length; at++) picked[at] = values[indexes[at] as number] as number
  return picked
}

function roomsOf({ rooms, relaxed }: SessionReading, session: SolverSession, starts: Int32Array): ModelRooms {
  const { minCapacity, features } = session.room ?? { minCapacity: 0, features: [] }
  const fitting = rooms.filter(
    ({ room }) => room.capacity >= minCapacity && features.every((feature) => room.features.includes(feature)),
  )
  const isFree = fitting.map(({ busy }) => {
    const free = new Uint8Array(starts.length)
    if (relaxed.has('rooms')) return free.fill(1)
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
