import { openDates } from './dateChoices.ts'
import { columnAtOrAfter } from './intervals.ts'
import { spansOnDay } from './localTime.ts'
import {
  type DayMember,
  fillGroupDay,
  type GroupDay,
  holdsBreak,
  layOutDays,
  leastFrom,
  restAfter,
} from './loopDays.ts'
import type { Model, ModelLoop } from './model.ts'
import type { ModelRooms, ModelSession } from './modelSession.ts'
import type { SolverOptions } from './problem.ts'
import { type PriceOfFreeing, type SeatedPeople, staffLoop, tooMuch } from './staffing.ts'
import type { Workload } from './workload.ts'

/** A loop placed: starts in absolute minutes and people, by position of its sessions. */
export interface PlacedLoop {
  starts: readonly number[]
  /** Index into each session's starts. */
  at: readonly number[]
  seated: readonly SeatedPeople[]
  cost: number
}

export interface LoopAnswer {
  best: PlacedLoop | null
  /** No placement costs less. Equal to the best's cost when the search went to its end. */
  bound: number
  isProven: boolean
}

export interface LoopQuestion {
  /** Only placements that cost less than this. */
  below?: number
  /** The earliest start of all is this minute. */
  firstStart?: number
  options?: SolverOptions
}

/**
 * The cheapest way to hold a loop, exactly. Dates are tried in order of what they cost at least; on a date sessions are placed one after
 * another in time, cheapest promise first. A table of the least that any sessions left can cost from any moment on, people and their
 * other sessions disregarded, cuts off what cannot beat the best; people are then seated exactly.
 */
export interface LoopSearch {
  /** Reads the workload again; see `Staffing`. */
  refresh(priceOfFreeing?: PriceOfFreeing): void
  search(question: LoopQuestion): LoopAnswer
  /** Each minute at which the loop could begin as far as a relaxed table knows, with the least it then costs; ascending by that. */
  firstStarts(): { start: number; least: number }[]
}

export function openLoopSearch(model: Model, loop: ModelLoop, workload: Workload): LoopSearch {
  const { weights } = model.problem
  const { sessions, groups } = loop
  const count = sessions.length
  const staffing = staffLoop(model, loop, workload)
  const lower = sessions.map((session) => new Int32Array(session.starts.length))
  const groupMasks = groups.map((positions) => positions.reduce((mask, position) => mask | (1 << position), 0))
  const wholeGroups = groups.map((positions) => (1 << positions.length) - 1)
  const idleMinute = loop.isSameDay ? weights.idleMinute : 0
  const dayCost = (day: number): number => (loop.isSameDay ? weights.dayDelay * (day - loop.today) : 0)
  const groupDays = layOutDays(model, loop, idleMinute)
  // The only break, and no two day entries on one date: then it is kept by how sessions are placed.
  const isOneBreak = loop.loop.breaks.length === 1 && (groups.length === 1 || loop.dayGap.minDays > 0)
  // By depth of the search: what can be placed next, five numbers each.
  const branchesByDepth: number[][] = sessions.map(() => [])

  function refresh(): void {
    for (let position = 0; position < count; position++) {
      const session = sessions[position] as ModelSession
      const costs = lower[position] as Int32Array
      const people = staffing.lower[position] as Int32Array
      for (let at = 0; at < costs.length; at++)
        costs[at] = Math.min(tooMuch, (session.startCosts[at] as number) + (people[at] as number))
      if (session.rooms !== null) closeRoomless(session, session.rooms, costs)
      // Another loop of the same candidate.
      const taken = workload.hindrances(loop.candidate, session.durationMinutes)
      if (taken !== null)
        for (let at = 0; at < costs.length; at++) if (taken[session.columns[at] as number] !== 0) costs[at] = tooMuch
    }
    for (const dates of groupDays) for (const date of dates) fillGroupDay(date, lower, idleMinute)
  }

  /** Starts at which other loops have taken every room. */
  function closeRoomless(session: ModelSession, { fitting, isFree }: ModelRooms, costs: Int32Array): void {
    const taken = fitting.map((room) => workload.roomHindrances(room, session.durationMinutes))
    // Rooms nobody uses: only their own calendars count, and these are in the starts already.
    if (taken.every((hindrances) => hindrances === null)) return
    for (let at = 0; at < costs.length; at++) {
      let isRoomed = false
      for (let index = 0; index < fitting.length && !isRoomed; index++)
        isRoomed = (isFree[index] as Uint8Array)[at] === 1 && (taken[index]?.[session.columns[at] as number] ?? 0) === 0
      if (!isRoomed) costs[at] = tooMuch
    }
  }

  // The search under way. These outlive a call: with many loops it is called many thousand times.
  const placed: number[] = []
  const placedAt: number[] = []
  const startOf = new Array<number>(count).fill(0)
  const endOf = new Array<number>(count).fill(0)
  let dates: readonly GroupDay[] = []
  let options: SolverOptions = {}
  let maxSteps = Infinity
  let firstStart: number | undefined
  let upper = tooMuch
  let best: PlacedLoop | null = null
  let steps = 0
  let isStopped = false

  function mayGoOn(): boolean {
    steps++
    if (steps > maxSteps) isStopped = true
    else if ((steps & 255) === 0 && options.timeSpent && options.timeSpent() >= 1) isStopped = true
    return !isStopped
  }

  /**
   * Lists what can be placed next in a group: sessions of `left` (bits), after `previous` (null at the group's begin). `cost` is that of
   * all placed so far, `room` what the rest of the group may cost in all.
   */
  function branch(
    branches: number[],
    group: number,
    left: number,
    previous: DayMember | null,
    groupStart: number,
    isOwed: boolean,
    cost: number,
    room: number,
  ): void {
    branches.length = 0
    const date = dates[group] as GroupDay
    const { members, minutes, width } = date
    const previousEnd = previous ? (endOf[previous.position] as number) : 0
    for (let index = 0; index < members.length; index++) {
      const member = members[index] as DayMember
      if (!(left & (1 << index)) || (member.before & left) !== 0) continue
      const { session, durationMinutes } = member
      if (durationMinutes > loop.maxSpanMinutes) continue
      const [gap, maxGap] = previous ? gapBetween(previous.session, session) : [0, Infinity]
      let [column, until] = [0, width]
      if (previous) column = columnAtOrAfter(minutes, previousEnd + gap)
      else if (firstStart !== undefined && group === 0) {
        column = columnAtOrAfter(minutes, firstStart)
        until = minutes[column] === firstStart ? column + 1 : column
      }
      for (; column < until; column++) {
        const own = member.costs[column] as number
        if (own >= tooMuch) continue
        const start = minutes[column] as number
        const end = start + durationMinutes
        let soFar = cost
        let owes = isOwed
        if (previous) {
          if (start - previousEnd > maxGap || end - groupStart > loop.maxSpanMinutes) break
          soFar += (start - previousEnd) * idleMinute
          if (soFar >= room) break
          if (owes && holdsBreak(date, previousEnd, start)) owes = false
        } else owes = start < date.breakFrom
        soFar += own
        const promise = soFar + restAfter(date, member, column, left & ~(1 << index), owes)
        if (promise < room && fitsOthers(group, member.position, start, end))
          branches.push(promise, soFar, index, column, owes ? 1 : 0)
      }
    }
  }

  function gapBetween(before: ModelSession, after: ModelSession): [number, number] {
    const { gapAfter } = before.session
    const { gapBefore } = after.session
    const most = Math.min(gapAfter.maxMinutes ?? Infinity, gapBefore.maxMinutes ?? Infinity)
    return [Math.max(loop.minGapMinutes, gapAfter.minMinutes, gapBefore.minMinutes), loop.isSameDay ? most : Infinity]
  }

  /**
   * Places what is left of a group, then the groups after it. `extra` is what the people placed so far cost more together than one by
   * one, `later` what the groups after this one and the date cost at least.
   */
  function place(
    group: number,
    left: number,
    previous: DayMember | null,
    groupStart: number,
    isOwed: boolean,
    cost: number,
    extra: number,
    later: number,
  ): void {
    const depth = placed.length
    const branches = branchesByDepth[depth] as number[]
    branch(branches, group, left, previous, groupStart, isOwed, cost, upper - later - extra)
    const { members } = dates[group] as GroupDay
    for (;;) {
      const next = takeCheapest(branches)
      if (next < 0 || (branches[next] as number) + later + extra >= upper || !mayGoOn()) return
      const promise = branches[next] as number
      const soFar = branches[next + 1] as number
      const index = branches[next + 2] as number
      const column = branches[next + 3] as number
      const owes = branches[next + 4] === 1
      branches[next] = tooMuch
      const member = members[index] as DayMember
      const { position } = member
      const start = (dates[group] as GroupDay).minutes[column] as number
      startOf[position] = start
      endOf[position] = start + member.durationMinutes
      placed.push(position)
      placedAt.push(member.at[column] as number)
      descend(group, left & ~(1 << index), member, previous ? groupStart : start, owes, soFar, extra, later, promise)
      placed.pop()
      placedAt.pop()
      if (isStopped) return
    }
  }

  function descend(
    group: number,
    left: number,
    member: DayMember,
    groupStart: number,
    owes: boolean,
    cost: number,
    extra: number,
    later: number,
    promise: number,
  ): void {
    const isLastGroup = group + 1 === groups.length
    if (left === 0 && isLastGroup) {
      finish(cost, later)
      return
    }
    let together = extra
    if (staffing.isCoupled && placed.length > 1) {
      const alone = peopleAlone()
      const exact = staffing.cheapest(placed, placedAt, alone + upper - promise - later)
      if (exact === tooMuch) return
      together = Math.max(extra, exact - alone)
    }
    if (left !== 0) place(group, left, member, groupStart, owes, cost, together, later)
    else {
      const rest = later - (dates[group + 1] as GroupDay).least
      place(group + 1, wholeGroups[group + 1] as number, null, 0, false, cost, together, rest)
    }
  }

  /** What the people of the placed sessions cost at least, session by session. */
  function peopleAlone(): number {
    let sum = 0
    for (let index = 0; index < placed.length; index++)
      sum += (staffing.lower[placed[index] as number] as Int32Array)[placedAt[index] as number] as number
    return sum
  }

  function finish(cost: number, constant: number): void {
    if (!keepsBreaks()) return
    const fixed = cost + constant - peopleAlone()
    const exact = staffing.cheapest(placed, placedAt, upper - fixed)
    if (exact === tooMuch) return
    upper = fixed + exact
    const at = new Array<number>(count)
    for (let index = 0; index < placed.length; index++) at[placed[index] as number] = placedAt[index] as number
    const seated = sessions.map((_, position) => staffing.seated(position))
    best = { starts: startOf.slice(), at, seated, cost: upper }
    options.onBetter?.(upper)
  }

  /** Sessions of other day entries: apart by the gap, and in order. */
  function fitsOthers(group: number, position: number, start: number, end: number): boolean {
    for (let index = 0; index < placed.length; index++) {
      const other = placed[index] as number
      if ((groupMasks[group] as number) & (1 << other)) continue
      const isAfter = start >= (endOf[other] as number) + loop.minGapMinutes
      if (!isAfter && (startOf[other] as number) < end + loop.minGapMinutes) return false
      if (!isAfter && (loop.before[position] as number) & (1 << other)) return false
      if (isAfter && (loop.before[other] as number) & (1 << position)) return false
    }
    return true
  }

  /** All breaks, all sessions of the loop in view: the tables know the first rule and the group's own sessions only. */
  function keepsBreaks(): boolean {
    if (!loop.hasBreaks || (isOneBreak && dates.every(({ breakTo }) => breakTo < Infinity))) return true
    return dates.every(({ day }, group) => {
      const positions = groups[group] as readonly number[]
      const first = Math.min(...positions.map((position) => startOf[position] as number))
      const last = Math.max(...positions.map((position) => endOf[position] as number))
      return loop.loop.breaks.every((rule) => {
        const spans = spansOnDay(loop.candidate.clock, day, rule.startsMinute, rule.endsMinute)
        const [begin, end] = [spans[0]?.from ?? Infinity, spans.at(-1)?.to ?? Infinity]
        return first >= begin || last <= end || spans.some(({ from, to }) => longestFree(from, to) >= rule.minutes)
      })
    })
  }

  function longestFree(from: number, to: number): number {
    const ordered = sessions
      .map((_, position) => position)
      .sort((a, b) => (startOf[a] as number) - (startOf[b] as number))
    let [free, longest] = [from, 0]
    for (const position of ordered) {
      if ((endOf[position] as number) <= from || (startOf[position] as number) >= to) continue
      longest = Math.max(longest, (startOf[position] as number) - free)
      free = Math.max(free, endOf[position] as number)
    }
    return Math.max(longest, to - free)
  }

  function search(question: LoopQuestion): LoopAnswer {
    options = question.options ?? {}
    maxSteps = options.maxSteps ?? Infinity
    firstStart = question.firstStart
    upper = question.below ?? tooMuch
    best = null
    steps = 0
    isStopped = false
    const choices = openDates(groupDays, loop, dayCost)
    for (;;) {
      const next = choices.next()
      if (next === null || next.least >= upper) return { best, bound: best === null ? tooMuch : upper, isProven: true }
      dates = next.dates
      const later = next.least - (dates[0] as GroupDay).least
      place(0, wholeGroups[0] as number, null, 0, false, 0, 0, later)
      if (isStopped) return { best, bound: Math.min(next.least, upper), isProven: false }
    }
  }

  function firstStarts(): { start: number; least: number }[] {
    const leastOfOthers = new Map<GroupDay, number>()
    const choices = openDates(groupDays, loop, dayCost)
    for (let next = choices.next(); next !== null; next = choices.next()) {
      const first = next.dates[0] as GroupDay
      leastOfOthers.set(first, Math.min(leastOfOthers.get(first) ?? tooMuch, next.least - first.least))
    }
    const found: { start: number; least: number }[] = []
    for (const [date, others] of leastOfOthers)
      for (let column = 0; column < date.width; column++) {
        const least = leastFrom(date, column)
        if (least < tooMuch) found.push({ start: date.minutes[column] as number, least: least + others })
      }
    return found.sort((a, b) => a.least - b.least || a.start - b.start)
  }

  refresh()
  return {
    refresh(priceOfFreeing) {
      staffing.refresh(priceOfFreeing)
      refresh()
    },
    search,
    firstStarts,
  }
}

const branchSize = 5

/** Where the branch with the smallest promise begins; the earlier one of equals. -1 when none is left. */
function takeCheapest(branches: readonly number[]): number {
  let [found, least] = [-1, tooMuch]
  for (let at = 0; at < branches.length; at += branchSize)
    if ((branches[at] as number) < least) {
      least = branches[at] as number
      found = at
    }
  return found
}
