import { defaultTimeConventions, type TimeConventions } from '../times/conventions.ts'
import type { ClockPick } from './picks.ts'

/** What words without figures mean in an answer about availability, in minutes after midnight. */
export interface AvailabilityConventions {
  /** A day without times, "all day", "any time". */
  workday: { fromMinute: number; toMinute: number }
  /** The end of "after 6 pm": what begins when the working day is over. */
  eveningEndsMinute: number
  /** A figure before this one is in the afternoon: "at 3" is 15:00, "at 8" is 08:00. */
  earliestMinute: number
  parts: TimeConventions['parts']
  /** "Before work": nothing that the working day has. */
  beforeWork: ClockPick
  /** "After work": from the end of the working day on. */
  afterWork: ClockPick
}

/** The same conventions as those that single times are read by. */
export function availabilityConventionsOf(times: Partial<TimeConventions> = {}): AvailabilityConventions {
  const { workday, parts, earliestHour } = { ...defaultTimeConventions, ...times }
  return {
    workday,
    eveningEndsMinute: parts.evening.toMinute,
    earliestMinute: earliestHour * 60,
    parts,
    beforeWork: side(null, workday.fromMinute),
    afterWork: side(workday.toMinute, null),
  }
}

function side(from: number | null, to: number | null): ClockPick {
  return { from, to, hasMeridiem: true, isPart: false, isPlural: false, isAllDay: false, zone: null }
}
