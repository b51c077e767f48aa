import type { AvailabilityConventions } from './conventions.ts'
import type { ClockPick } from './picks.ts'

/** Half-open, in minutes after midnight. */
export interface DaySpan {
  from: number
  to: number
}

export const allDay: ClockPick = {
  from: null,
  to: null,
  hasMeridiem: true,
  isPart: false,
  isPlural: false,
  isAllDay: true,
  zone: null,
}

/** From midnight to midnight. */
export const wholeDay: ClockPick = { ...allDay, from: 0, to: 1440, isAllDay: false }

/** What is in both: "afternoon" and "after 3"; null when nothing is. Figures without am or pm take the half that fits. */
export function narrowClock(one: ClockPick, other: ClockPick, conventions: AvailabilityConventions): ClockPick | null {
  if (one.isAllDay) return other
  if (other.isAllDay) return one
  // "Any evening after work" is the evening.
  const { afterWork, parts } = conventions
  const isEvening = (clock: ClockPick) => clock.isPart && (clock.from ?? 0) >= parts.evening.fromMinute
  if (isEvening(one) && other === afterWork) return one
  if (isEvening(other) && one === afterWork) return other
  const [part, exact] = one.isPart && !other.isPart ? [one, other] : [other, one]
  const fitted = part.isPart && !exact.isPart ? fitToPart(exact, part) : exact
  const zone = fitted.zone ?? part.zone
  // "Any night after 6": the evening, not from the hour at which the night begins.
  const isNight = part.isPart && part.to === 1440
  if (isNight && !exact.isPart && isOpen(exact)) {
    const from = exact.from === null ? null : exact.hasMeridiem || exact.from >= 720 ? exact.from : exact.from + 720
    if (from !== null) return { ...exact, from, hasMeridiem: true, zone }
  }
  if (isMoment(fitted)) return { ...fitted, zone }
  // "Mornings, 8 to 10": the part only says which half of the day is meant.
  if (part.isPart && !exact.isPart && fitted.from !== null && fitted.to !== null) {
    const span = spanOf(fitted, 0, conventions)
    const isBeside = span && part.from !== null && part.to !== null && span.from < part.to && span.to > part.from
    // "7:30 to 8:15 any morning": before the hour at which a morning begins.
    const isEarly = span !== null && part.to !== null && part.to <= parts.afternoon.fromMinute && span.to <= part.to
    return isBeside || isEarly ? { ...fitted, isPlural: fitted.isPlural || part.isPlural, zone } : null
  }
  if (isOpen(one) && isOpen(other)) return joinSides(one, other, conventions)
  const closed = [one, other].find((clock) => clock.from !== null && clock.to !== null && clock.from !== clock.to)
  // "2:30 to 6, but nothing before 11": an open side takes away only what lies beyond it.
  if (closed && (isOpen(one) || isOpen(other))) return clipToSide(closed, closed === one ? other : one, conventions)
  const a = spanOf(part, 0, conventions)
  const b = spanOf(fitted, 0, conventions)
  if (!a || !b) return null
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  return from < to
    ? {
        ...fitted,
        from,
        to,
        hasMeridiem: true,
        isPart: one.isPart && other.isPart,
        isPlural: one.isPlural || other.isPlural,
        zone,
      }
    : null
}

/** "After 5, not before 10" is after 5; "after 2 and before 4" is 2 to 4. */
function joinSides(one: ClockPick, other: ClockPick, conventions: AvailabilityConventions): ClockPick | null {
  const [a, b] = [settleHalf(one, conventions), settleHalf(other, conventions)]
  if (!a || !b) return null
  const from = a.from === null || b.from === null ? (a.from ?? b.from) : Math.max(a.from, b.from)
  const to = a.to === null || b.to === null ? (a.to ?? b.to) : Math.min(a.to, b.to)
  if (from !== null && to !== null && from >= to) return null
  return { ...one, from, to, hasMeridiem: true, isPlural: one.isPlural || other.isPlural, zone: one.zone ?? other.zone }
}

function clipToSide(closed: ClockPick, side: ClockPick, conventions: AvailabilityConventions): ClockPick | null {
  const fitted = closed.isPart ? fitToPart(side, closed) : side
  const span = spanOf(closed, 0, conventions)
  const bound = settleHalf(fitted, conventions)
  if (!span || !bound) return null
  const from = Math.max(span.from, bound.from ?? 0)
  const to = Math.min(span.to, bound.to ?? 1440)
  return from < to
    ? {
        ...closed,
        from,
        to,
        hasMeridiem: true,
        isPart: false,
        isPlural: closed.isPlural || side.isPlural,
        zone: closed.zone ?? side.zone,
      }
    : null
}

/** "evening" and "7": 19:00. */
function fitToPart(exact: ClockPick, part: ClockPick): ClockPick {
  if (exact.hasMeridiem || part.from === null || part.to === null) return exact
  const shift = (minute: number | null) =>
    minute !== null && minute < 720 && minute + 720 >= (part.from ?? 0) && minute + 720 <= (part.to ?? 1440)
      ? minute + 720
      : minute
  return { ...exact, from: shift(exact.from), to: shift(exact.to), hasMeridiem: true }
}

export function isMoment(clock: ClockPick): boolean {
  return clock.from !== null && clock.from === clock.to
}

export function isOpen(clock: ClockPick): boolean {
  return !clock.isAllDay && (clock.from === null || clock.to === null)
}

/**
 * The stretch of a day that a clock pick offers; null when its figures have no one meaning. A moment lasts `durationMinutes`. An open
 * end is the end of the working day, or of the evening for what begins then or later.
 */
export function spanOf(
  clock: ClockPick,
  durationMinutes: number,
  conventions: AvailabilityConventions,
): DaySpan | null {
  const { workday, eveningEndsMinute } = conventions
  if (clock.isAllDay) return { from: workday.fromMinute, to: workday.toMinute }
  const settled = settleHalf(clock, conventions)
  if (!settled) return null
  const { from, to } = settled
  if (from !== null && from === to) return { from, to: from + durationMinutes }
  if (from !== null && to !== null) return from < to ? { from, to } : null
  if (from !== null)
    return { from, to: from >= workday.toMinute ? Math.max(eveningEndsMinute, from) : workday.toMinute }
  if (to !== null) return { from: Math.min(workday.fromMinute, to), to }
  return { from: workday.fromMinute, to: workday.toMinute }
}

/** Figures without am or pm take the reading that falls into a day at work. */
function settleHalf(
  clock: ClockPick,
  conventions: AvailabilityConventions,
): { from: number | null; to: number | null } | null {
  const { from, to } = clock
  if (clock.hasMeridiem) return { from, to }
  if (from !== null && to !== null && from !== to) return settleRange(from, to, conventions)
  const minute = from ?? to
  if (minute === null) return { from, to }
  const settled = settleMinute(minute, conventions)
  return { from: from === null ? null : settled, to: to === null ? null : settled }
}

function settleMinute(minute: number, { earliestMinute }: AvailabilityConventions): number {
  const early = minute % 720
  return minute >= 780 ? minute : early < earliestMinute ? early + 720 : early
}

/** Nobody means a later hour when he leaves out whether it is morning or evening. */
const latestMinute = 22 * 60

/** Of the readings of "2-4" that lie in a day, the shortest one that is nearest to the working day. */
function settleRange(
  from: number,
  to: number,
  { workday, earliestMinute }: AvailabilityConventions,
): { from: number; to: number } | null {
  const halves = (minute: number) => (minute >= 780 ? [minute] : [minute % 720, (minute % 720) + 720])
  const outside = (span: DaySpan) =>
    Math.max(0, workday.fromMinute - span.from) + Math.max(0, span.to - workday.toMinute)
  const readings = halves(from)
    .flatMap((start) => halves(to).map((end) => ({ from: start, to: end })))
    .filter((span) => span.from < span.to && span.from >= earliestMinute && span.to <= latestMinute)
    .sort((a, b) => outside(a) - outside(b) || a.to - a.from - (b.to - b.from))
  return readings[0] ?? null
}
