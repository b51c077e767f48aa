import { dayMinutes, monthOf, offsetAt, weekOf } from './localTime.ts'
import type { Model, ModelPerson, ModelRoom } from './model.ts'

/** A person's other sessions in a plan that is being made. */
interface Uses {
  /** Absolute minutes. */
  starts: number[]
  ends: number[]
  days: number[]
}

/**
 * What the loops placed so far take of people and rooms, in a search over many loops. With one loop it stays empty.
 * Minutes are absolute.
 */
export interface Workload {
  /** Sessions of other loops. */
  usesOf(person: ModelPerson): Uses
  /** Whether no session may start at `from` on its day: the day, week or month is full. */
  isFull(person: ModelPerson, day: number): boolean
  isRoomFree(room: ModelRoom, from: number, to: number): boolean
  take(person: ModelPerson, from: number, to: number): void
  free(person: ModelPerson, from: number, to: number): void
  takeRoom(room: ModelRoom, from: number, to: number): void
  freeRoom(room: ModelRoom, from: number, to: number): void
}

export function openWorkload(model: Model): Workload {
  const uses = model.people.map((): Uses => ({ starts: [], ends: [], days: [] }))
  const roomUses = model.rooms.map((): { starts: number[]; ends: number[] } => ({ starts: [], ends: [] }))
  const usesOf = (person: ModelPerson): Uses => uses[person.index] as Uses
  return {
    usesOf,
    isFull(person, day) {
      if (!person.isLimited) return false
      const { perDay, perWeek, perMonth } = person.person.limits
      const { days } = usesOf(person)
      if (perDay !== null && (person.dayLoad.get(day) ?? 0) + countOf(days, day) >= perDay) return true
      if (perWeek !== null) {
        const week = weekOf(day)
        let count = person.weekLoad.get(week) ?? 0
        for (const other of days) if (other >= week && other < week + 7) count++
        if (count >= perWeek) return true
      }
      if (perMonth === null) return false
      const month = monthOf(day)
      let count = person.monthLoad.get(month) ?? 0
      for (const other of days) if (monthOf(other) === month) count++
      return count >= perMonth
    },
    isRoomFree(room, from, to) {
      const { starts, ends } = roomUses[room.index] as { starts: number[]; ends: number[] }
      for (let index = 0; index < starts.length; index++)
        if ((starts[index] as number) < to && from < (ends[index] as number)) return false
      return true
    },
    take(person, from, to) {
      const { starts, ends, days } = usesOf(person)
      starts.push(from)
      ends.push(to)
      days.push(Math.floor((from + offsetAt(person.clock, from)) / dayMinutes))
    },
    free(person, from, to) {
      const { starts, ends, days } = usesOf(person)
      const index = starts.findIndex((start, at) => start === from && ends[at] === to)
      for (const list of [starts, ends, days]) {
        list[index] = list.at(-1) as number
        list.pop()
      }
    },
    takeRoom(room, from, to) {
      const { starts, ends } = roomUses[room.index] as { starts: number[]; ends: number[] }
      starts.push(from)
      ends.push(to)
    },
    freeRoom(room, from, to) {
      const { starts, ends } = roomUses[room.index] as { starts: number[]; ends: number[] }
      const index = starts.findIndex((start, at) => start === from && ends[at] === to)
      for (const list of [starts, ends]) {
        list[index] = list.at(-1) as number
        list.pop()
      }
    },
  }
}

function countOf(values: readonly number[], wanted: number): number {
  let count = 0
  for (const value of values) if (value === wanted) count++
  return count
}
