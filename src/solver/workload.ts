import { columnAtOrAfter } from './intervals.ts'
import { dayMinutes, monthOf, offsetAt, weekOf } from './localTime.ts'
import type { Model } from './model.ts'
import type { ModelPerson } from './modelPerson.ts'
import type { ModelRoom } from './modelSession.ts'

/**
 * What the loops placed so far take of people and rooms, in a search over many loops; with one loop it stays empty. Kept as counts of
 * what stands in the way of a start: by length of session, person or room, and column of the grid. Minutes are absolute.
 */
export interface Workload {
  /** Sessions of the person in other loops. */
  countOf(person: ModelPerson): number
  /** Their starts. */
  startsOf(person: ModelPerson): readonly number[]
  /** By column of the grid, 0 where no session of the person is too near for one of that length to start; null: everywhere. */
  hindrances(person: ModelPerson, durationMinutes: number): Uint16Array | null
  /** By column of the grid, 0 where the person's day, week and month are not full; null: everywhere. */
  closures(person: ModelPerson): Uint16Array | null
  roomHindrances(room: ModelRoom, durationMinutes: number): Uint16Array | null
  /**
   * The person's sessions, by index in `startsOf`, that would have to go so that there is time for another one. Where one of several is
   * enough, as in a full week, it is the one that costs least.
   */
  sessionsInTheWay(person: ModelPerson, from: number, to: number, priceOf: (use: number) => number): readonly number[]
  /** The loop that holds a session of the person. */
  loopOf(person: ModelPerson, use: number): number
  take(person: ModelPerson, from: number, to: number, loop: number): void
  free(person: ModelPerson, from: number, to: number, loop: number): void
  takeRoom(room: ModelRoom, from: number, to: number): void
  freeRoom(room: ModelRoom, from: number, to: number): void
}

interface Hindrances {
  byDuration: readonly Uint16Array[]
  closed: Uint16Array | null
}

export function openWorkload(model: Model): Workload {
  const { grid } = model
  const durations = [...new Set(model.loops.flatMap((loop) => loop.sessions.map((one) => one.durationMinutes)))]
  const people: (Hindrances | null)[] = model.people.map(() => null)
  const rooms: (Hindrances | null)[] = model.rooms.map(() => null)
  // By person, one entry for each session.
  const starts: number[][] = model.people.map(() => [])
  const ends: number[][] = model.people.map(() => [])
  const days: number[][] = model.people.map(() => [])
  const loops: number[][] = model.people.map(() => [])

  const openHindrances = (): Hindrances => ({
    byDuration: durations.map(() => new Uint16Array(grid.length)),
    closed: null,
  })

  /** A session in the way: none may start so that it would be there before the buffer is over. */
  function hinderAround({ byDuration }: Hindrances, from: number, to: number, buffer: number, change: number): void {
    for (const [index, duration] of durations.entries()) {
      const counts = byDuration[index] as Uint16Array
      for (let at = columnAtOrAfter(grid, from - buffer - duration + 1); at < counts.length; at++) {
        if ((grid[at] as number) >= to + buffer) break
        counts[at] = (counts[at] as number) + change
      }
    }
  }

  /** A stretch of local days in which nothing may start. */
  function hinderDays(person: ModelPerson, firstDay: number, lastDay: number, change: number): void {
    const hindrances = people[person.index] as Hindrances
    hindrances.closed ??= new Uint16Array(grid.length)
    const { closed } = hindrances
    for (const stretch of person.clock) {
      const from = Math.max(stretch.from, firstDay * dayMinutes - stretch.offset)
      const to = Math.min(stretch.to, (lastDay + 1) * dayMinutes - stretch.offset)
      if (from >= to) continue
      for (let at = columnAtOrAfter(grid, from); at < grid.length && (grid[at] as number) < to; at++)
        closed[at] = (closed[at] as number) + change
    }
  }

  /** When the person's sessions reach a limit exactly, its day, week or month is closed. */
  function hinderFull(person: ModelPerson, day: number, change: number): void {
    const { perDay, perWeek, perMonth } = person.person.limits
    const own = days[person.index] as number[]
    if (perDay !== null) {
      let count = person.dayLoad.get(day) ?? 0
      for (const other of own) if (other === day) count++
      if (count === perDay) hinderDays(person, day, day, change)
    }
    if (perWeek !== null) {
      const week = weekOf(day)
      let count = person.weekLoad.get(week) ?? 0
      for (const other of own) if (other >= week && other < week + 7) count++
      if (count === perWeek) hinderDays(person, week, week + 6, change)
    }
    if (perMonth !== null) {
      const month = monthOf(day)
      let count = person.monthLoad.get(month) ?? 0
      for (const other of own) if (monthOf(other) === month) count++
      if (count !== perMonth) return
      let [first, last] = [day, day]
      while (monthOf(first - 1) === month) first--
      while (monthOf(last + 1) === month) last++
      hinderDays(person, first, last, change)
    }
  }

  const dayAt = (person: ModelPerson, minute: number): number =>
    Math.floor((minute + offsetAt(person.clock, minute)) / dayMinutes)

  return {
    countOf: (person) => (starts[person.index] as number[]).length,
    startsOf: (person) => starts[person.index] as number[],
    hindrances: (person, duration) => people[person.index]?.byDuration[durations.indexOf(duration)] ?? null,
    closures: (person) => people[person.index]?.closed ?? null,
    roomHindrances: (room, duration) => rooms[room.index]?.byDuration[durations.indexOf(duration)] ?? null,
    sessionsInTheWay(person, from, to, priceOf) {
      const own = starts[person.index] as number[]
      const ownEnds = ends[person.index] as number[]
      const ownDays = days[person.index] as number[]
      const gone: number[] = []
      for (let use = 0; use < own.length; use++)
        if (from < (ownEnds[use] as number) + person.buffer && (own[use] as number) < to + person.buffer) gone.push(use)
      if (!person.isLimited || own.length === 0) return gone
      const makeRoom = (limit: number | null, load: number, isInside: (other: number) => boolean): void => {
        if (limit === null) return
        let count = load
        let [cheapest, least] = [-1, Infinity]
        for (let use = 0; use < own.length; use++) {
          if (!isInside(ownDays[use] as number) || gone.includes(use)) continue
          count++
          const price = priceOf(use)
          if (price < least) [cheapest, least] = [use, price]
        }
        if (count >= limit && cheapest >= 0) gone.push(cheapest)
      }
      const day = dayAt(person, from)
      const { perDay, perWeek, perMonth } = person.person.limits
      makeRoom(perDay, person.dayLoad.get(day) ?? 0, (other) => other === day)
      const week = weekOf(day)
      makeRoom(perWeek, person.weekLoad.get(week) ?? 0, (other) => other >= week && other < week + 7)
      if (perMonth === null) return gone
      const month = monthOf(day)
      makeRoom(perMonth, person.monthLoad.get(month) ?? 0, (other) => monthOf(other) === month)
      return gone
    },
    loopOf: (person, use) => loops[person.index]?.[use] as number,
    take(person, from, to, loop) {
      people[person.index] ??= openHindrances()
      const day = dayAt(person, from)
      ;(starts[person.index] as number[]).push(from)
      ;(ends[person.index] as number[]).push(to)
      ;(days[person.index] as number[]).push(day)
      ;(loops[person.index] as number[]).push(loop)
      hinderAround(people[person.index] as Hindrances, from, to, person.buffer, 1)
      if (person.isLimited) hinderFull(person, day, 1)
    },
    free(person, from, to, loop) {
      const day = dayAt(person, from)
      if (person.isLimited) hinderFull(person, day, -1)
      hinderAround(people[person.index] as Hindrances, from, to, person.buffer, -1)
      const index = (starts[person.index] as number[]).findIndex(
        (start, at) => start === from && loops[person.index]?.[at] === loop,
      )
      for (const list of [starts, ends, days, loops]) removeAt(list[person.index] as number[], index)
    },
    takeRoom(room, from, to) {
      rooms[room.index] ??= openHindrances()
      hinderAround(rooms[room.index] as Hindrances, from, to, 0, 1)
    },
    freeRoom: (room, from, to) => hinderAround(rooms[room.index] as Hindrances, from, to, 0, -1),
  }
}

function removeAt(values: number[], index: number): void {
  values[index] = values.at(-1) as number
  values.pop()
}
