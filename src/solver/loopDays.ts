import { ParleyError } from '../domain/errors.ts'
import { columnAtOrAfter } from './intervals.ts'
import { spansOnDay } from './localTime.ts'
import type { Model, ModelLoop } from './model.ts'
import type { ModelSession } from './modelSession.ts'
import { tooMuch } from './staffing.ts'

/** A session of a day entry, on one date. Arrays go by column: the grid's starts of that date. */
export interface DayMember {
  /** Among the loop's sessions. */
  position: number
  session: ModelSession
  durationMinutes: number
  /** Bits of the members that come before it. */
  before: number
  /** Index into the session's starts, or -1. */
  at: Int32Array
  /** What a start costs at least, people included; `tooMuch` where there is none. */
  costs: Int32Array
  /** First column in which the next session may start, and what waiting until then costs. `width`: none. */
  next: Int32Array
  nextIdle: Int32Array
  /** The same when the break lies in between. */
  nextAfterBreak: Int32Array
  idleAfterBreak: Int32Array
}

/** A day entry of a loop on one date, and what it costs at least from any moment on. */
export interface GroupDay {
  group: number
  day: number
  members: readonly DayMember[]
  width: number
  /** Absolute minute of each column. */
  minutes: Int32Array
  /** The first break rule, in absolute minutes. Without a rule it is over before everything. */
  breakFrom: number
  breakTo: number
  breakMinutes: number
  /**
   * Least cost of all sessions left when the next may start in a column: [sessions left as bits][column], `width + 1` columns a row, and
   * from `owed` on once more for a break that is still owed.
   */
  rest: Int32Array
  owed: number
  /** Least cost of the whole entry on this date. */
  least: number
}

/** Lays out a loop's day entries on the dates on which each of their sessions has a start. Costs are filled in by `fillGroupDay`. */
export function layOutDays(model: Model, loop: ModelLoop, idleMinute: number): GroupDay[][] {
  let cellCount = 0
  const count = (cells: number): void => {
    cellCount += cells
    if (cellCount > cellCountMax)
      throw new ParleyError(
        'badInput',
        `${loop.sessions.length} sessions have too many starts to be placed together.`,
        {
          field: 'sessions',
        },
      )
  }
  return loop.groups.map((positions, group) => {
    const sessions = positions.map((position) => loop.sessions[position] as ModelSession)
    if (!loop.isSameDay) {
      const ranges = sessions.map((session) => ({ from: 0, to: session.starts.length }))
      const isOpen = ranges.every((range) => range.to > 0)
      return isOpen ? [layOutDay(model, loop, group, 0, ranges, idleMinute, count)] : []
    }
    return sharedDates(sessions).map(({ day, ranges }) => layOutDay(model, loop, group, day, ranges, idleMinute, count))
  })
}

/** Tables of rests larger than this together (4 bytes a cell, twice with a break) are refused rather than the memory used up. */
const cellCountMax = 2 ** 23

interface StartRange {
  from: number
  to: number
}

/** Dates on which every one of the sessions has starts, with the range of these. */
function sharedDates(sessions: readonly ModelSession[]): { day: number; ranges: StartRange[] }[] {
  const cursors = sessions.map(() => 0)
  const found: { day: number; ranges: StartRange[] }[] = []
  const lead = sessions[0] as ModelSession
  let leadAt = 0
  while (leadAt < lead.days.length) {
    const day = lead.days[leadAt] as number
    const ranges = sessions.map(({ days }, index) => {
      let from = cursors[index] as number
      while (from < days.length && (days[from] as number) < day) from++
      let to = from
      while (to < days.length && days[to] === day) to++
      cursors[index] = to
      return { from, to }
    })
    leadAt = (ranges[0] as StartRange).to
    if (ranges.every((range) => range.from < range.to)) found.push({ day, ranges })
  }
  return found
}

function layOutDay(
  model: Model,
  loop: ModelLoop,
  group: number,
  day: number,
  ranges: readonly StartRange[],
  idleMinute: number,
  count: (cells: number) => void,
): GroupDay {
  const positions = loop.groups[group] as readonly number[]
  let [gridFrom, gridTo] = [Infinity, -Infinity]
  for (const [index, { from, to }] of ranges.entries()) {
    const { columns } = loop.sessions[positions[index] as number] as ModelSession
    gridFrom = Math.min(gridFrom, columns[from] as number)
    gridTo = Math.max(gridTo, columns[to - 1] as number)
  }
  const minutes = model.grid.subarray(gridFrom, gridTo + 1)
  const width = minutes.length
  const rule = loop.hasBreaks ? loop.loop.breaks[0] : undefined
  const spans = rule ? spansOnDay(loop.candidate.clock, day, rule.startsMinute, rule.endsMinute) : []
  // In a night in which the clock is turned back a break can be two spans: the tables then leave it to the last check.
  const span = spans.length === 1 ? spans[0] : undefined
  const [breakFrom, breakTo] = span ? [span.from, span.to] : [-Infinity, Infinity]
  const breakMinutes = rule?.minutes ?? 0
  const members = positions.map((position, index): DayMember => {
    const session = loop.sessions[position] as ModelSession
    const member: DayMember = {
      position,
      session,
      durationMinutes: session.durationMinutes,
      before: localMask(positions, loop.before[position] as number),
      at: new Int32Array(width).fill(-1),
      costs: new Int32Array(width).fill(tooMuch),
      next: new Int32Array(width).fill(width),
      nextIdle: new Int32Array(width),
      nextAfterBreak: new Int32Array(width).fill(width),
      idleAfterBreak: new Int32Array(width),
    }
    const gap = Math.max(loop.minGapMinutes, session.session.gapAfter.minMinutes)
    const { from, to } = ranges[index] as StartRange
    for (let at = from; at < to; at++) {
      const column = (session.columns[at] as number) - gridFrom
      member.at[column] = at
      const end = (minutes[column] as number) + session.durationMinutes
      const next = columnAtOrAfter(minutes, end + gap)
      member.next[column] = next
      if (next < width) member.nextIdle[column] = ((minutes[next] as number) - end) * idleMinute
      const freeUntil = Math.max(end, breakFrom) + breakMinutes
      if (span === undefined || freeUntil > breakTo) continue
      const after = columnAtOrAfter(minutes, Math.max(freeUntil, end + gap))
      member.nextAfterBreak[column] = after
      if (after < width) member.idleAfterBreak[column] = ((minutes[after] as number) - end) * idleMinute
    }
    return member
  })
  const owed = (1 << positions.length) * (width + 1)
  count(owed)
  const rest = new Int32Array(span ? 2 * owed : owed).fill(tooMuch)
  return { group, day, members, width, minutes, breakFrom, breakTo, breakMinutes, rest, owed, least: tooMuch }
}

/** The bits of a group's own sessions, in their order within the group. */
function localMask(positions: readonly number[], mask: number): number {
  let local = 0
  for (let index = 0; index < positions.length; index++)
    if (mask & (1 << (positions[index] as number))) local |= 1 << index
  return local
}

/** Fills in what each start costs at least (by position and start) and works out the table of rests backwards in time. */
export function fillGroupDay(date: GroupDay, lower: readonly Int32Array[], idleMinute: number): void {
  const { members, width, minutes, rest, owed, breakTo } = date
  const size = members.length
  const stride = width + 1
  const hasBreak = rest.length > owed
  for (const member of members) {
    const costs = lower[member.position] as Int32Array
    for (let column = 0; column < width; column++) {
      const at = member.at[column] as number
      if (at >= 0) member.costs[column] = costs[at] as number
    }
  }
  for (let mask = 1; mask < 1 << size; mask++) {
    const row = mask * stride
    for (let column = width - 1; column >= 0; column--) {
      const cell = row + column
      const minute = minutes[column] as number
      const waiting = column + 1 < width ? ((minutes[column + 1] as number) - minute) * idleMinute : 0
      let free = (rest[cell + 1] as number) + waiting
      let owing = hasBreak ? (rest[owed + cell + 1] as number) + waiting : tooMuch
      for (let index = 0; index < size; index++) {
        if (!(mask & (1 << index))) continue
        const member = members[index] as DayMember
        const cost = member.costs[column] as number
        if (cost >= tooMuch || (mask & member.before) !== 0) continue
        const left = mask & ~(1 << index)
        if (left === 0) {
          if (cost < free) free = cost
          if (cost < owing && minute + member.durationMinutes <= breakTo) owing = cost
          continue
        }
        const next = member.next[column] as number
        if (next < width) {
          const from = cost + (member.nextIdle[column] as number)
          const freeRest = from + (rest[left * stride + next] as number)
          if (freeRest < free) free = freeRest
          if (hasBreak) owing = Math.min(owing, from + (rest[owed + left * stride + next] as number))
        }
        if (!hasBreak) continue
        const after = member.nextAfterBreak[column] as number
        if (after < width)
          owing = Math.min(
            owing,
            cost + (member.idleAfterBreak[column] as number) + (rest[left * stride + after] as number),
          )
      }
      rest[cell] = free < tooMuch ? free : tooMuch
      if (hasBreak) rest[owed + cell] = owing < tooMuch ? owing : tooMuch
    }
  }
  date.least = tooMuch
  for (let column = 0; column < width; column++) date.least = Math.min(date.least, leastFrom(date, column))
}

/** The least of the whole entry when its first session starts in exactly this column. */
export function leastFrom(date: GroupDay, column: number): number {
  const all = (1 << date.members.length) - 1
  const owesBreak = (date.minutes[column] as number) < date.breakFrom
  let least = tooMuch
  for (let index = 0; index < date.members.length; index++) {
    const member = date.members[index] as DayMember
    const cost = member.costs[column] as number
    if (cost >= tooMuch || (all & member.before) !== 0) continue
    least = Math.min(least, cost + restAfter(date, member, column, all & ~(1 << index), owesBreak))
  }
  return least
}

/** The least that the sessions `left` cost after a member that starts in a column, waiting included; `tooMuch` when they do not fit. */
export function restAfter(date: GroupDay, member: DayMember, column: number, left: number, owesBreak: boolean): number {
  const { rest, owed, width } = date
  if (left === 0) {
    const end = (date.minutes[column] as number) + member.durationMinutes
    return owesBreak && end > date.breakTo ? tooMuch : 0
  }
  const row = left * (width + 1)
  let least = tooMuch
  const next = member.next[column] as number
  if (next < width) least = (member.nextIdle[column] as number) + (rest[(owesBreak ? owed : 0) + row + next] as number)
  if (!owesBreak) return least
  const after = member.nextAfterBreak[column] as number
  if (after >= width) return least
  return Math.min(least, (member.idleAfterBreak[column] as number) + (rest[row + after] as number))
}

/** Whether the break fits between the end of one session and the start of the next. */
export function holdsBreak(date: GroupDay, end: number, start: number): boolean {
  return Math.min(start, date.breakTo) - Math.max(end, date.breakFrom) >= date.breakMinutes
}
