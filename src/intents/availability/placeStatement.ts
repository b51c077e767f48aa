import { allDay, spanOf } from './clockPicks.ts'
import type { AvailabilityConventions } from './conventions.ts'
import { type Horizon, listDays } from './dayPicks.ts'
import type { MinuteSpan } from './minuteSpans.ts'
import { joinSpans } from './minuteSpans.ts'
import type { Statement } from './statementState.ts'
import { wallMinute } from './wallClock.ts'

export interface Placing {
  /** The writer's. */
  zone: string
  /** The one he named for all times. */
  spokenZone: string | null
  horizon: Horizon
  durationMinutes: number
  conventions: AvailabilityConventions
}

/** A statement as minutes since the epoch; null when one of its clocks cannot be read. */
export function placeStatement(statement: Statement, placing: Placing): MinuteSpan[] | null {
  const clocks = statement.clocks.length > 0 ? statement.clocks : [allDay]
  const spans: MinuteSpan[] = []
  for (const clock of clocks) {
    const zone = clock.zone ?? statement.zone ?? placing.spokenZone ?? placing.zone
    // A day in another zone may begin on the day before: the horizon is cut later, in instants.
    const horizon =
      zone === placing.zone ? placing.horizon : { from: placing.horizon.from - 1, to: placing.horizon.to + 1 }
    const span = spanOf(clock, placing.durationMinutes, placing.conventions)
    if (!span) return null
    for (const day of new Set(statement.days.flatMap((one) => listDays(one, horizon))))
      spans.push({ from: wallMinute(day, span.from, zone), to: wallMinute(day, span.to, zone) })
  }
  return joinSpans(spans)
}
