import type { ClockSpan } from './reading.ts'

/** How something comes back; weekdays as in RFC 5545 (MO, TU, ..., 2MO for the second Monday of the month, -1FR for the last Friday). */
export interface RecurrenceRule {
  freq: 'hourly' | 'minutely' | 'daily' | 'weekly' | 'monthly' | 'yearly'
  interval: number
  byday?: string[]
  /** 1 to 31; -1 is the last day of the month. */
  bymonthday?: number
  /** 1 to 12, for what comes back every year. */
  bymonth?: number
  /** "16:30". */
  time?: string
  part?: string
}

export interface Recurring {
  rule: RecurrenceRule
  /** ISO weekday numbers, or null for every day. */
  weekdays: number[] | null
  clock: ClockSpan | null
}

export const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

export function makeRecurring(
  freq: RecurrenceRule['freq'],
  interval: number,
  weekdays: readonly number[] | null,
): Recurring {
  const rule: RecurrenceRule = { freq, interval }
  if (weekdays) rule.byday = weekdays.map((day) => dayNames[day - 1] ?? 'MO')
  return { rule, weekdays: weekdays ? [...weekdays] : null, clock: null }
}
