import { minuteAt } from './localTime.ts'
import type { Model, ModelLoop, ModelRooms, ModelSession } from './model.ts'
import type { SolverOptions } from './problem.ts'
import { type SeatedPeople, staffLoop, tooMuch } from './staffing.ts'
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

/** A day entry of the loop on one date: what its sessions cost at least, from any moment on. */
interface GroupDay {
  group: number
  day: number
  /** Index into the model's grid of the first column. */
  gridFrom: number
  width: number
  /** By position: range of the session's starts on this date. */
  ranges: readonly { from: number; to: number }[]
  /** By position and column: index into the session's starts, or -1. */
  at: readonly Int32Array[]
  /** The first break rule, in absolute minutes. */
  breakFrom: number
  breakTo: number
  breakMinutes: number
  /** By index in the group and column: the first column after a session that starts there, without and with the break in between. */
  next: Int32Array
  nextAfterBreak: Int32Array
  /** [break still owed][sessions left][column]: least cost of all that is left when the next may start at that column. */
  rest: Int32Array
  least: number
}

/**
 * The cheapest way to hold a loop, exactly. Dates are tried in order of what they cost at least; on a date sessions are placed one after
 * another in time, cheapest promise first. A table of the least that any sessions left can cost from any moment on, people and their
 * other sessions disregarded, cuts off what cannot beat the best; people are then seated exactly.
 */
export interface LoopSearch {
  /** Reads the workload again; see `Staffing`. */
  refresh(ejectionPrices?: readonly number[]): void
  search(question: LoopQuestion): LoopAnswer
  /** Each minute at which the loop could begin as far as a relaxed table knows, with the least it then costs; ascending by that. */
  firstStarts(): { start: number; least: number }[]
}

export function openLoopSearch(model: Model, loop: ModelLoop, workload: Workload): LoopSearch {
  const { weights } = model.problem
  const { sessions, groups } = loop
  const { grid } = model
  const staffing = staffLoop(model, loop, workload)
  const count = sessions.length
  const lower = sessions.map((session) => new Int32Array(session.starts.length))
  const columns = sessions.map((session) => session.columns)
  const groupMasks = groups.map((positions) => positions.reduce((mask, position) => mask | (1 << position), 0))
  const idleMinute = loop.isSameDay ? weights.idleMinute : 0
  const groupDays = groups.map((_, group) => daysOf(group))
  const dayCost = (day: number): number => (loop.isSameDay ? weights.dayDelay * (day - loop.today) : 0)

  function columnAtOrAfter(minute: number): number {
    return indexAtOrAfter(grid, minute)
  }

  function daysOf(group: number): GroupDay[] {
    const positions = groups[group] as readonly number[]
    if (!loop.isSameDay) {
      const all = positions.map((position) => ({ from: 0, to: (sessions[position] as ModelSession).starts.length }))
      return all.some((range) => range.to === 0) ? [] : [groupDay(group, 0, all)]
    }
    const cursors = positions.map(() => 0)
    const found: GroupDay[] = []
    const lead = sessions[positions[0] as number] as ModelSession
    let leadAt = 0
    while (leadAt < lead.days.length) {
      const day = lead.days[leadAt] as number
      const ranges = positions.map((position, index) => {
        const days = (sessions[position] as ModelSession).days
        let from = cursors[index] as number
        while (from < days.length && (days[from] as number) < day) from++
        let to = from
        while (to < days.length && days[to] === day) to++
        cursors[index] = to
        return { from, to }
      })
      leadAt = (ranges[0] as { to: number }).to
      if (ranges.every((range) => range.from < range.to)) {
        found.push(groupDay(group, day, ranges))
      }
    }
    return found
  }

  function groupDay(group: number, day: number, groupRanges: readonly { from: number; to: number }[]): GroupDay {
    const positions = groups[group] as readonly number[]
    let [gridFrom, gridTo] = [Infinity, -Infinity]
    for (const [index, position] of positions.entries()) {
      const { from, to } = groupRanges[index] as { from: number; to: number }
      gridFrom = Math.min(gridFrom, (columns[position] as Int32Array)[from] as number)
      gridTo = Math.max(gridTo, (columns[position] as Int32Array)[to - 1] as number)
    }
    const width = gridTo - gridFrom + 1
    const ranges = sessions.map(() => ({ from: 0, to: 0 }))
    const at = sessions.map(() => emptyColumns)
    for (const [index, position] of positions.entries()) {
      const range = groupRanges[index] as { from: number; to: number }
      ranges[position] = range
      const byColumn = new Int32Array(width).fill(-1)
      for (let start = range.from; start < range.to; start++)
        byColumn[((columns[position] as Int32Array)[start] as number) - gridFrom] = start
      at[position] = byColumn
    }
    const rule = loop.hasBreaks ? loop.loop.breaks[0] : undefined
    const built: GroupDay = {
      group,
      day,
      gridFrom,
      width,
      ranges,
      at,
      breakFrom: rule ? minuteAt(loop.candidate.clock, day, rule.startsMinute) : -Infinity,
      breakTo: rule ? minuteAt(loop.candidate.clock, day, rule.endsMinute) : Infinity,
      breakMinutes: rule?.minutes ?? 0,
      next: new Int32Array(positions.length * width),
      nextAfterBreak: new Int32Array(positions.length * width),
      rest: new Int32Array(2 * (1 << positions.length) * (width + 1)).fill(tooMuch),
      least: tooMuch,
    }
    for (const [index, position] of positions.entries()) {
      const session = sessions[position] as ModelSession
      const gap = Math.max(loop.minGapMinutes, session.session.gapAfter.minMinutes)
      const byColumn = built.at[position] as Int32Array
      for (let column = 0; column < width; column++) {
        if ((byColumn[column] as number) < 0) continue
        const end = (grid[gridFrom + column] as number) + session.durationMinutes
        built.next[index * width + column] = Math.min(width, columnAtOrAfter(end + gap) - gridFrom)
        const freeUntil = Math.max(end, built.breakFrom) + built.breakMinutes
        built.nextAfterBreak[index * width + column] =
          freeUntil <= built.breakTo
            ? Math.min(width, columnAtOrAfter(Math.max(freeUntil, end + gap)) - gridFrom)
            : width
      }
    }
    return built
  }

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
        for (let at = 0; at < costs.length; at++)
          if (taken[session.columns[at] as number] !== 0) costs[at] = tooMuch
    }
    for (const [group, days] of groupDays.entries())
      for (const built of days) fillRest(built, groups[group] as readonly number[])
  }

  /** Starts at which other loops have taken every room. */
  function closeRoomless(session: ModelSession, { fitting, isFree }: ModelRooms, costs: Int32Array): void {
    const taken = fitting.map((room) => workload.roomHindrances(room, session.durationMinutes))
    if (taken.some((hindrances) => hindrances === null)) {
      // A room nobody uses: only its own calendar counts.
      const untouched = taken.indexOf(null)
      if ((isFree[untouched] as Uint8Array).every((free) => free === 1)) return
    }
    for (let at = 0; at < costs.length; at++) {
      let isRoomed = false
      for (let index = 0; index < fitting.length && !isRoomed; index++)
        isRoomed = (isFree[index] as Uint8Array)[at] === 1 && (taken[index]?.[session.columns[at] as number] ?? 0) === 0
      if (!isRoomed) costs[at] = tooMuch
    }
  }

  // Sessions of the group get bits of their own, so that the table has 2^(sessions of the group) rows.
  function localMaskOf(positions: readonly number[], mask: number): number {
    let local = 0
    for (let index = 0; index < positions.length; index++)
      if (mask & (1 << (positions[index] as number))) local |= 1 << index
    return local
  }

  function fillRest(built: GroupDay, positions: readonly number[]): void {
    const { width, gridFrom, breakTo, next, nextAfterBreak, rest } = built
    built.least = tooMuch
    const size = positions.length
    const rows = 1 << size
    const stride = width + 1
    const owed = rows * stride
    const ownMask = groupMasks[built.group] as number
    const before = positions.map((position) => localMaskOf(positions, (loop.before[position] as number) & ownMask))
    for (let mask = 1; mask < rows; mask++)
      for (let column = width - 1; column >= 0; column--) {
        const minute = grid[gridFrom + column] as number
        const cell = mask * stride + column
        const waitMinutes = column + 1 < width ? (grid[gridFrom + column + 1] as number) - minute : 0
        let free = Math.min(tooMuch, (rest[cell + 1] as number) + waitMinutes * idleMinute)
        let owing = Math.min(tooMuch, (rest[owed + cell + 1] as number) + waitMinutes * idleMinute)
        for (let index = 0; index < size; index++) {
          const bit = 1 << index
          if (!(mask & bit) || (mask & (before[index] as number)) !== 0) continue
          const position = positions[index] as number
          const at = (built.at[position] as Int32Array)[column] as number
          if (at < 0) continue
          const cost = (lower[position] as Int32Array)[at] as number
          if (cost >= tooMuch) continue
          const end = minute + (sessions[position] as ModelSession).durationMinutes
          const left = mask & ~bit
          if (left === 0) {
            free = Math.min(free, cost)
            if (end <= breakTo) owing = Math.min(owing, cost)
            continue
          }
          const nextColumn = next[index * width + column] as number
          if (nextColumn < width) {
            const idle = cost + ((grid[gridFrom + nextColumn] as number) - end) * idleMinute
            free = Math.min(free, idle + (rest[left * stride + nextColumn] as number))
            owing = Math.min(owing, idle + (rest[owed + left * stride + nextColumn] as number))
          }
          const breakColumn = nextAfterBreak[index * width + column] as number
          if (breakColumn < width) {
            const idle = cost + ((grid[gridFrom + breakColumn] as number) - end) * idleMinute
            owing = Math.min(owing, idle + (rest[left * stride + breakColumn] as number))
          }
        }
        rest[cell] = Math.min(tooMuch, free)
        rest[owed + cell] = Math.min(tooMuch, owing)
      }
    for (let column = 0; column < width; column++)
      built.least = Math.min(built.least, leastFrom(built, positions, column))
  }

  /** The least of the group when its first session starts exactly at `column`. */
  function leastFrom(built: GroupDay, positions: readonly number[], column: number): number {
    const { width, gridFrom, rest } = built
    const stride = width + 1
    const all = (1 << positions.length) - 1
    const minute = grid[gridFrom + column] as number
    const owesBreak = minute < built.breakFrom
    const ownMask = groupMasks[built.group] as number
    let least = tooMuch
    for (let index = 0; index < positions.length; index++) {
      const position = positions[index] as number
      const at = (built.at[position] as Int32Array)[column] as number
      if (at < 0 || ((loop.before[position] as number) & ownMask) !== 0) continue
      const cost = (lower[position] as Int32Array)[at] as number
      const session = sessions[position] as ModelSession
      const end = minute + session.durationMinutes
      const left = all & ~(1 << index)
      if (left === 0) {
        if (!owesBreak || end <= built.breakTo) least = Math.min(least, cost)
        continue
      }
      const free = built.next[index * width + column] as number
      if (free < width) {
        const idle = cost + ((grid[gridFrom + free] as number) - end) * idleMinute
        const table = owesBreak ? (1 << positions.length) * stride : 0
        least = Math.min(least, idle + (rest[table + left * stride + free] as number))
      }
      if (owesBreak) {
        const after = built.nextAfterBreak[index * width + column] as number
        if (after < width)
          least = Math.min(
            least,
            cost + ((grid[gridFrom + after] as number) - end) * idleMinute + (rest[left * stride + after] as number),
          )
      }
    }
    return least
  }

  function search(question: LoopQuestion): LoopAnswer {
    const options = question.options ?? {}
    const maxSteps = options.maxSteps ?? Infinity
    const firstStart = question.firstStart
    let upper = question.below ?? tooMuch
    let best: PlacedLoop | null = null
    let steps = 0
    let isStopped = false

    const placed: number[] = []
    const placedAt: number[] = []
    const startOf = new Array<number>(count).fill(0)
    const endOf = new Array<number>(count).fill(0)

    function mayGoOn(): boolean {
      steps++
      if (steps > maxSteps) isStopped = true
      else if ((steps & 255) === 0 && options.timeSpent && options.timeSpent() >= 1) isStopped = true
      return !isStopped
    }

    /** Places what is left of a group after `previous` (a position, -1 at the group's begin). */
    function place(
      dates: readonly GroupDay[],
      group: number,
      left: number,
      previous: number,
      groupStart: number,
      isOwed: boolean,
      cost: number,
      extra: number,
      later: number,
    ): void {
      if (isStopped) return
      const date = dates[group] as GroupDay
      const positions = groups[group] as readonly number[]
      const { width, gridFrom, rest } = date
      const stride = width + 1
      const rows = 1 << positions.length
      const ownMask = groupMasks[group] as number
      const previousEnd = previous < 0 ? 0 : (endOf[previous] as number)
      const previousSession = previous < 0 ? null : (sessions[previous] as ModelSession)
      const candidates: number[] = []
      const promises: number[] = []
      for (let index = 0; index < positions.length; index++) {
        const bit = 1 << index
        if (!(left & bit)) continue
        const position = positions[index] as number
        if ((localMaskOf(positions, (loop.before[position] as number) & ownMask) & left) !== 0) continue
        const session = sessions[position] as ModelSession
        const gap = previousSession
          ? Math.max(
              loop.minGapMinutes,
              previousSession.session.gapAfter.minMinutes,
              session.session.gapBefore.minMinutes,
            )
          : 0
        const maxGap =
          previousSession && loop.isSameDay
            ? Math.min(
                previousSession.session.gapAfter.maxMinutes ?? Infinity,
                session.session.gapBefore.maxMinutes ?? Infinity,
              )
            : Infinity
        const byColumn = date.at[position] as Int32Array
        const costs = lower[position] as Int32Array
        const remaining = left & ~bit
        let column = previousSession ? columnAtOrAfter(previousEnd + gap) - gridFrom : 0
        for (; column < width; column++) {
          const at = byColumn[column] as number
          if (at < 0) continue
          const start = grid[gridFrom + column] as number
          const end = start + session.durationMinutes
          let soFar = cost
          let owes = isOwed
          if (previousSession) {
            if (start - previousEnd > maxGap || end - groupStart > loop.maxSpanMinutes) break
            soFar += (start - previousEnd) * idleMinute
            if (soFar + later + extra >= upper) break
            if (owes && breakHolds(date, previousEnd, start)) owes = false
          } else {
            if (session.durationMinutes > loop.maxSpanMinutes) break
            if (firstStart !== undefined && group === 0 && start !== firstStart) continue
            owes = start < date.breakFrom
          }
          soFar += costs[at] as number
          let promise = soFar
          if (remaining === 0) {
            if (owes && end > date.breakTo) continue
          } else {
            const free = date.next[index * width + column] as number
            let rowRest = tooMuch
            if (free < width) {
              const idle = ((grid[gridFrom + free] as number) - end) * idleMinute
              rowRest = idle + (rest[(owes ? rows * stride : 0) + remaining * stride + free] as number)
            }
            if (owes) {
              const after = date.nextAfterBreak[index * width + column] as number
              if (after < width)
                rowRest = Math.min(
                  rowRest,
                  ((grid[gridFrom + after] as number) - end) * idleMinute +
                    (rest[remaining * stride + after] as number),
                )
            }
            promise += rowRest
          }
          if (promise + later + extra >= upper) continue
          if (!fitsOthers(group, position, start, end)) continue
          candidates.push(soFar, index, at, owes ? 1 : 0)
          promises.push(promise)
        }
      }
      const order = promises.map((_, index) => index)
      order.sort((a, b) => (promises[a] as number) - (promises[b] as number) || a - b)
      for (const entry of order) {
        if ((promises[entry] as number) + later + extra >= upper) return
        if (!mayGoOn()) return
        const soFar = candidates[entry * 4] as number
        const index = candidates[entry * 4 + 1] as number
        const at = candidates[entry * 4 + 2] as number
        const owes = candidates[entry * 4 + 3] === 1
        const position = positions[index] as number
        const session = sessions[position] as ModelSession
        const start = session.starts[at] as number
        startOf[position] = start
        endOf[position] = start + session.durationMinutes
        placed.push(position)
        placedAt.push(at)
        const remaining = left & ~(1 << index)
        let moreExtra = extra
        let isOpen = true
        const isLeaf = remaining === 0 && group + 1 === groups.length
        if (staffing.isCoupled && !isLeaf && placed.length > 1) {
          const relaxed = relaxedPeople()
          const room = upper - (promises[entry] as number) - later
          const exact = staffing.cheapest(placed, placedAt, relaxed + room)
          if (exact === tooMuch) isOpen = false
          else moreExtra = Math.max(extra, exact - relaxed)
        }
        if (isOpen) {
          if (remaining !== 0)
            place(dates, group, remaining, position, previous < 0 ? start : groupStart, owes, soFar, moreExtra, later)
          else if (group + 1 < groups.length)
            place(
              dates,
              group + 1,
              (1 << (groups[group + 1] as readonly number[]).length) - 1,
              -1,
              0,
              false,
              soFar,
              moreExtra,
              later - (dates[group + 1] as GroupDay).least,
            )
          else finish(dates, soFar, later)
        }
        placed.pop()
        placedAt.pop()
        if (isStopped) return
      }
    }

    function relaxedPeople(): number {
      let sum = 0
      for (let index = 0; index < placed.length; index++)
        sum += (staffing.lower[placed[index] as number] as Int32Array)[placedAt[index] as number] as number
      return sum
    }

    function finish(dates: readonly GroupDay[], relaxedCost: number, constant: number): void {
      if (!keepsBreaks(dates)) return
      const relaxed = relaxedPeople()
      const fixed = relaxedCost + constant - relaxed
      const exact = staffing.cheapest(placed, placedAt, upper - fixed)
      if (exact === tooMuch) return
      upper = fixed + exact
      const at = new Array<number>(count)
      for (let index = 0; index < placed.length; index++) at[placed[index] as number] = placedAt[index] as number
      best = {
        starts: startOf.slice(),
        at,
        seated: sessions.map((_, position) => staffing.seated(position)),
        cost: upper,
      }
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

    function keepsBreaks(dates: readonly GroupDay[]): boolean {
      if (!loop.hasBreaks) return true
      return dates.every((date, group) =>
        loop.loop.breaks.every((rule) => {
          const positions = groups[group] as readonly number[]
          const first = Math.min(...positions.map((position) => startOf[position] as number))
          const last = Math.max(...positions.map((position) => endOf[position] as number))
          const [from, to] = [rule.startsMinute, rule.endsMinute].map((minute) =>
            minuteAt(loop.candidate.clock, date.day, minute),
          ) as [number, number]
          if (first >= from || last <= to) return true
          const ordered = sessions
            .map((_, position) => position)
            .sort((a, b) => (startOf[a] as number) - (startOf[b] as number))
          let free = from
          for (const position of ordered) {
            if ((endOf[position] as number) <= from || (startOf[position] as number) >= to) continue
            if ((startOf[position] as number) - free >= rule.minutes) return true
            free = Math.max(free, endOf[position] as number)
          }
          return to - free >= rule.minutes
        }),
      )
    }

    const queue = openDates(groupDays, loop, dayCost)
    let bound = tooMuch
    for (;;) {
      const next = queue.next()
      if (next === null || next.least >= upper) {
        bound = best === null ? tooMuch : upper
        break
      }
      const constant = dayCost((next.dates.at(-1) as GroupDay).day)
      const later = constant + next.dates.slice(1).reduce((sum, date) => sum + date.least, 0)
      place(next.dates, 0, (1 << (groups[0] as readonly number[]).length) - 1, -1, 0, false, 0, 0, later)
      if (isStopped) {
        bound = Math.min(next.least, upper)
        break
      }
    }
    return { best, bound, isProven: !isStopped }
  }

  function firstStarts(): { start: number; least: number }[] {
    const leastOf = new Map<number, number>()
    const queue = openDates(groupDays, loop, dayCost)
    const leastByDate = new Map<GroupDay, number>()
    for (let next = queue.next(); next !== null; next = queue.next()) {
      const date = next.dates[0] as GroupDay
      const rest = next.least - date.least
      leastByDate.set(date, Math.min(leastByDate.get(date) ?? tooMuch, rest))
    }
    for (const [date, rest] of leastByDate)
      for (let column = 0; column < date.width; column++) {
        const least = leastFrom(date, groups[0] as readonly number[], column)
        if (least >= tooMuch) continue
        leastOf.set(grid[date.gridFrom + column] as number, least + rest)
      }
    return [...leastOf]
      .map(([start, least]) => ({ start, least }))
      .sort((a, b) => a.least - b.least || a.start - b.start)
  }

  refresh()
  return {
    refresh(ejectionPrices) {
      staffing.refresh(ejectionPrices)
      refresh()
    },
    search,
    firstStarts,
  }
}

const emptyColumns = new Int32Array(0)

function breakHolds(date: GroupDay, end: number, start: number): boolean {
  return Math.min(start, date.breakTo) - Math.max(end, date.breakFrom) >= date.breakMinutes
}

/** Index of the first grid start at or after a minute; the length of the grid when there is none. */
function indexAtOrAfter(grid: Int32Array, minute: number): number {
  let [low, high] = [0, grid.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((grid[middle] as number) < minute) low = middle + 1
    else high = middle
  }
  return low
}

interface Dates {
  dates: readonly GroupDay[]
  least: number
}

/** All ways to choose dates for the day entries, gaps kept, one after another in order of what they cost at least. */
function openDates(
  groupDays: readonly (readonly GroupDay[])[],
  loop: ModelLoop,
  dayCost: (day: number) => number,
): { next(): Dates | null } {
  const restLeast: number[] = new Array(groupDays.length + 1).fill(0)
  for (let group = groupDays.length - 1; group >= 0; group--)
    restLeast[group] =
      (restLeast[group + 1] as number) +
      (groupDays[group] as readonly GroupDay[]).reduce((least, date) => Math.min(least, date.least), tooMuch)
  const heap: { dates: GroupDay[]; sum: number; least: number }[] = []
  const push = (dates: GroupDay[], sum: number): void => {
    const last = dates.at(-1) as GroupDay
    const isWhole = dates.length === groupDays.length
    // Later entries never lie before this one.
    const least = sum + (restLeast[dates.length] as number) + dayCost(last.day + (isWhole ? 0 : minLater(dates.length)))
    if (least >= tooMuch) return
    heap.push({ dates, sum, least })
    let at = heap.length - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((heap[parent] as Dates).least <= least) break
      ;[heap[at], heap[parent]] = [heap[parent] as never, heap[at] as never]
      at = parent
    }
  }
  const minLater = (chosen: number): number => (groupDays.length - chosen) * Math.max(0, loop.dayGap.minDays)
  const pop = (): { dates: GroupDay[]; sum: number; least: number } | undefined => {
    const top = heap[0]
    const last = heap.pop()
    if (top === undefined || last === undefined || heap.length === 0) return top
    heap[0] = last
    let at = 0
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let least = at
      if (left < heap.length && (heap[left] as Dates).least < (heap[least] as Dates).least) least = left
      if (right < heap.length && (heap[right] as Dates).least < (heap[least] as Dates).least) least = right
      if (least === at) return top
      ;[heap[at], heap[least]] = [heap[least] as never, heap[at] as never]
      at = least
    }
  }
  for (const date of groupDays[0] ?? []) push([date], date.least)
  return {
    next() {
      for (;;) {
        const top = pop()
        if (top === undefined) return null
        if (top.dates.length === groupDays.length) return { dates: top.dates, least: top.least }
        const last = top.dates.at(-1) as GroupDay
        for (const date of groupDays[top.dates.length] as readonly GroupDay[]) {
          const days = date.day - last.day
          if (days < loop.dayGap.minDays || days > loop.dayGap.maxDays) continue
          push([...top.dates, date], top.sum + date.least)
        }
      }
    },
  }
}
