import { DateTime, IANAZone } from 'luxon'

/** ISO date (`2026-11-24`) and minutes after midnight (0 to 1440) as clocks on the wall show them. */
export interface WallTime {
  on: string
  minute: number
}

/** UTC offset in minutes of a zone at an instant. */
export function offsetAt(at: Date, zone: string): number {
  return IANAZone.create(zone).offset(at.getTime())
}

function asUtcMs(on: string, minute: number): number {
  return Date.parse(`${on}T00:00:00Z`) + minute * 60_000
}

/** The instant a wall clock names. Null inside a gap (clocks went forward); the first of two when clocks went back. */
export function instantOf({ on, minute }: WallTime, zone: string): Date | null {
  const local = asUtcMs(on, minute)
  const offsets = new Set([-86_400_000, 86_400_000].map((ms) => offsetAt(new Date(local + ms), zone)))
  const found = [...offsets]
    .map((offset) => local - offset * 60_000)
    .filter((ms) => offsetAt(new Date(ms), zone) * 60_000 === local - ms)
  return found.length ? new Date(Math.min(...found)) : null
}

/** First instant of a day; where the clocks skip midnight it is the first time after it. */
export function dayStart(on: string, zone: string): Date {
  return instantOf({ on, minute: 0 }, zone) ?? DateTime.fromISO(on, { zone }).startOf('day').toJSDate()
}

export function wallTimeOf(at: Date, zone: string): WallTime {
  const local = DateTime.fromJSDate(at, { zone })
  return { on: local.toFormat('yyyy-MM-dd'), minute: local.hour * 60 + local.minute }
}

export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 1 = Monday ... 7 = Sunday. */
export function weekdayOf(on: string): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7
}

export function mondayOf(on: string): string {
  return addDays(on, 1 - weekdayOf(on))
}

/** True for a real calendar day in ISO form. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid
}

/** "14:30" -> 870, also what people type: "9:00", "14.30". Null when it is no time of day. */
export function readTime(text: string): number | null {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?::00)?$/.exec(text.trim())
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

export function timeText(minute: number): string {
  return `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
