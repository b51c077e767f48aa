import { DateTime } from 'luxon'
import type { z } from 'zod'
import type { ladderSchema } from './settings.ts'

/** When silent parties are reminded: a tenant setting per side. */
export type ReminderLadder = z.infer<typeof ladderSchema>

/** What is known of a party that has not answered. */
export interface SilentFacts {
  askedAt: Date
  /** End of the last day on which the interview can be. */
  closesAt: Date
  zone: string
  remindedAt: Date | null
  remindedCount: number
}

/** A reminder later than this is stale: after an outage it is skipped, not sent in a burst. */
export const staleAfterMs = 15 * 60_000

/**
 * The next moment after `now` at which this party should be reminded; null when the ladder has no step left.
 * Pure: the same facts give the same moment, however often it is asked.
 */
export function nextReminderAt(ladder: ReminderLadder, facts: SilentFacts, now: Date): Date | null {
  if (!ladder.isOn || facts.remindedCount >= ladder.countMax || ladder.weekdays.length === 0) return null
  const steps = [
    ...ladder.afterDays.map((days) => DateTime.fromJSDate(facts.askedAt, { zone: facts.zone }).plus({ days })),
    ...ladder.beforeCloseDays.map((days) => DateTime.fromJSDate(facts.closesAt, { zone: facts.zone }).minus({ days })),
  ]
  const earliestMs = Math.max(
    now.getTime() + 1,
    facts.askedAt.getTime() + ladder.gapHours * 3_600_000,
    facts.remindedAt ? facts.remindedAt.getTime() + ladder.gapHours * 3_600_000 : 0,
  )
  // A later step never comes into the hours before an earlier one, and hours begin again within eight days.
  for (const step of steps.sort((a, b) => a.toMillis() - b.toMillis())) {
    if (step.toMillis() + 8 * 86_400_000 < earliestMs) continue
    const due = intoHours(ladder, step).toJSDate()
    if (due.getTime() >= earliestMs) return due < facts.closesAt ? due : null
  }
  return null
}

/** The moment itself when it lies in the reader's hours, else the next start of such hours. */
export function intoHours(
  ladder: Pick<ReminderLadder, 'fromMinute' | 'toMinute' | 'weekdays'>,
  at: DateTime,
): DateTime {
  const opensOn = (day: DateTime) =>
    day.startOf('day').set({ hour: Math.floor(ladder.fromMinute / 60), minute: ladder.fromMinute % 60 })
  const minute = at.hour * 60 + at.minute
  if (ladder.weekdays.includes(at.weekday)) {
    if (minute < ladder.fromMinute) return opensOn(at)
    if (minute < ladder.toMinute) return at
  }
  let day = at.plus({ days: 1 })
  while (!ladder.weekdays.includes(day.weekday)) day = day.plus({ days: 1 })
  return opensOn(day)
}
