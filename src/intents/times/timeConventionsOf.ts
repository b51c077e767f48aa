import type { WordHours } from '../../domain/wordHours.ts'
import { defaultTimeConventions, type TimeConventions } from './conventions.ts'

/** How a tenant's hours are read: what they set, and what follows from it (the first hour of a day, its end, the night). */
export function timeConventionsOf(hours: WordHours): Partial<TimeConventions> {
  const { workday, morning, afternoon, evening, lunch } = hours
  const { parts, earliestHour } = defaultTimeConventions
  return {
    workday,
    parts: {
      ...parts,
      morning,
      afternoon,
      evening,
      lunch,
      daytime: workday,
      night: evening.toMinute < 1_440 ? { fromMinute: evening.toMinute, toMinute: 1_440 } : parts.night,
      firstThing: { fromMinute: workday.fromMinute, toMinute: Math.min(workday.fromMinute + 60, workday.toMinute) },
    },
    endOfDayMinute: workday.toMinute,
    earliestHour: Math.min(earliestHour, Math.floor(workday.fromMinute / 60)),
  }
}
