import type { TimeExpression } from './timeExpression.ts'

/** An expression on the calendar: local wall clock without offset, "2026-03-02T15:00" (seconds only where they were said), half-open; null is open. */
export interface PlacedTime {
  startsAt: string | null
  /** Null for moments too. */
  endsAt: string | null
}

/**
 * Puts an expression with days or hours on the calendar, in the zone of the words or the writer's. Hours without a day are put on `todayOn`;
 * hours of several days are spread from the first to the last ("Monday to Friday 9am" ends on Friday at 9). Null for durations and what comes back.
 */
export function placeTime(expression: TimeExpression, todayOn: string): PlacedTime | null {
  const { days, clock, kind } = expression
  if (kind === 'duration' || kind === 'recurring') return null
  if (!clock) return days && { startsAt: stamp(days.fromOn, 0), endsAt: stamp(days.toOn, 0) }
  const firstOn = days ? days.fromOn : todayOn
  const lastOn = days ? lastDay(days.toOn) : todayOn
  const startsAt = clock.fromMinute === null ? null : stamp(firstOn, clock.fromMinute)
  const isMoment = clock.toMinute === clock.fromMinute && !expression.isContinuous && kind !== 'datetimeRange'
  if (isMoment) return { startsAt, endsAt: null }
  return { startsAt, endsAt: clock.toMinute === null ? null : stamp(lastOn, clock.toMinute) }
}

function lastDay(toOn: string | null): string | null {
  return toOn === null ? null : new Date(Date.parse(toOn) - 86_400_000).toISOString().slice(0, 10)
}

function stamp(on: string | null, minute: number): string | null {
  if (on === null) return null
  const iso = new Date(Date.parse(on) + Math.round(minute * 60) * 1000).toISOString()
  return iso.endsWith(':00.000Z') ? iso.slice(0, 16) : iso.slice(0, 19)
}
