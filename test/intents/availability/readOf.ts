import { DateTime } from 'luxon'
import type { Interval } from '../../../src/domain/availability.ts'
import { readAvailability } from '../../../src/intents/availability/readAvailability.ts'
import type { AvailabilityContext } from '../../../src/intents/availability/reading.ts'

/** Written on Wednesday 4 March 2026 at 10:00 in New York; the days asked for are Thursday the 5th to Friday the 20th. */
export const march: AvailabilityContext = {
  now: new Date('2026-03-04T15:00:00Z'),
  zone: 'America/New_York',
  locale: 'en-US',
  fromOn: '2026-03-05',
  untilOn: '2026-03-21',
  durationMinutes: 60,
  proposals: [],
}

/** Written on Friday 20 November 2026 at 10:00 in London; the days asked for are Monday the 23rd to Friday 4 December. */
export const november: AvailabilityContext = {
  ...march,
  now: new Date('2026-11-20T10:00:00Z'),
  zone: 'Europe/London',
  locale: 'en-GB',
  fromOn: '2026-11-23',
  untilOn: '2026-12-05',
}

/** In March, three times were offered: Monday 9th at 10:00, Thursday 12th at 14:30, Friday 13th at 9:00. */
export const withProposals: AvailabilityContext = {
  ...march,
  proposals: [
    { number: 1, startsAt: new Date('2026-03-09T14:00:00Z'), endsAt: new Date('2026-03-09T15:00:00Z') },
    { number: 2, startsAt: new Date('2026-03-12T18:30:00Z'), endsAt: new Date('2026-03-12T19:30:00Z') },
    { number: 3, startsAt: new Date('2026-03-13T13:00:00Z'), endsAt: new Date('2026-03-13T14:00:00Z') },
  ],
}

/** "9 10:00-12:00, 11 14:00-17:00": days of the month and wall clock, days with the same hours together: "9 10 11 9:00-17:00". */
export function tellTimes(intervals: readonly Interval[], zone: string): string {
  const daysByHours = new Map<string, string[]>()
  for (const { startsAt, endsAt } of intervals) {
    const [from, to] = [startsAt, endsAt].map((at) => DateTime.fromJSDate(at, { zone }))
    const hours = `${from?.toFormat('H:mm')}-${to?.toFormat('H:mm')}`
    daysByHours.set(hours, [...(daysByHours.get(hours) ?? []), from?.toFormat('d') ?? ''])
  }
  return [...daysByHours].map(([hours, days]) => `${days.join(' ')} ${hours}`).join(', ')
}

/** What was understood in one line: "available 9 10:00-12:00", "busy 9 9:00-17:00", "select 1 3", "clarify noDay". */
export function readOf(text: string, context: AvailabilityContext = march): string {
  const reading = readAvailability(text, context)
  const times = tellTimes(reading.kind === 'busy' ? reading.busy : reading.windows, context.zone)
  return [reading.kind, reading.doubt, reading.selected.join(' '), times].filter(Boolean).join(' ')
}
