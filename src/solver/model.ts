import { innerSpan, mergeSpans, minuteMs, outerSpan, type Span } from './intervals.ts'
import { dayMinutes, localDayAt, personClock } from './localTime.ts'
import { asCandidate, buildPerson, type ModelPerson } from './modelPerson.ts'
import {
  buildSessions,
  columnsOf,
  type ModelRoom,
  type ModelSession,
  type SessionReading,
  unionOf,
} from './modelSession.ts'
import type { SolverLoop, SolverProblem } from './problem.ts'
import type { Relaxed } from './rules.ts'

// The problem in absolute minutes and whole numbers: what each start of a session would cost with each person, before people are
// combined. Everything that concerns one person and one session alone is settled here; what ties sessions together is left to the search.

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
  const reading: SessionReading = {
    problem,
    relaxed,
    byId,
    candidateIds,
    rooms,
    inTime: gridStarts(problem.grid, horizon).filter((minute) => minute >= earliest && minute <= latest),
    horizonEnd: horizon.to,
  }
  const sessions = buildSessions(reading)
  const loops = problem.loops.map((loop, index): ModelLoop => {
    const candidate = byId.get(loop.candidateId) as ModelPerson
    const own = loop.sessions.map((session) => sessions.get(session.id) as ModelSession)
    return buildLoop(loop, index, candidate, own, localDayAt(candidate.clock, now), relaxed)
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
