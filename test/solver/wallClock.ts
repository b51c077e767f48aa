import type { SolverPerson } from '../../src/solver/problem.ts'

// Clocks by the platform's own zone data; nothing here is shared with the solver.

export const minuteMs = 60_000
const dayMs = 86_400_000
// Every zone has changed its clock at a quarter of an hour since 1972, so one look per quarter is enough.
const quarterMs = 15 * minuteMs

/** `day` counts calendar dates from 1970-01-01, `minute` from midnight on the face of the clock. */
export interface WallClock {
  day: number
  minute: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, Map<number, number>>()

function offsetMs(ms: number, zone: string): number {
  const quarter = Math.floor(ms / quarterMs)
  const known = offsets.get(zone) ?? new Map<number, number>()
  offsets.set(zone, known)
  let offset = known.get(quarter)
  if (offset === undefined) {
    let format = formats.get(zone)
    if (!format) {
      format = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
      })
      formats.set(zone, format)
    }
    const at = quarter * quarterMs
    const part = Object.fromEntries(format.formatToParts(at).map((one) => [one.type, one.value]))
    offset = Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}Z`) - at
    known.set(quarter, offset)
  }
  return offset
}

export function wallClock(ms: number, zone: string): WallClock {
  const shown = ms + offsetMs(ms, zone)
  const day = Math.floor(shown / dayMs)
  return { day, minute: Math.floor((shown - day * dayMs) / minuteMs) }
}

/** The clock of the zone in force: on a journey as long as the journey's own clock shows one of its dates. */
export function clockOf(person: Pick<SolverPerson, 'zone' | 'travel'>, ms: number): WallClock {
  for (const travel of person.travel) {
    const clock = wallClock(ms, travel.zone)
    if (dayOf(travel.fromOn) <= clock.day && clock.day <= dayOf(travel.toOn)) return clock
  }
  return wallClock(ms, person.zone)
}

const days = new Map<string, number>()

export function dayOf(isoDate: string): number {
  const known = days.get(isoDate)
  if (known !== undefined) return known
  const day = Date.parse(`${isoDate}T00:00Z`) / dayMs
  days.set(isoDate, day)
  return day
}

const dates = new Map<number, string>()

export function dateOf(day: number): string {
  const known = dates.get(day) ?? new Date(day * dayMs).toISOString().slice(0, 10)
  dates.set(day, known)
  return known
}

/** 1 = Monday. */
export function weekdayOf(day: number): number {
  // 1 January 1970 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The same number for all days of one ISO week: its Monday. */
export function weekOf(day: number): number {
  return day + 1 - weekdayOf(day)
}
