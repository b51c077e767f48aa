import { IANAZone } from 'luxon'

const minuteMs = 60_000
const dayMs = 86_400_000
/** No set of weekdays leaves a gap of more than a week; a zone may skip a whole date besides. */
const searchedDays = 9

/** When somebody is briefed: `minute` after midnight on these ISO weekdays (1 = Monday), by the clocks of `zone`. */
export interface BriefingHours {
  minute: number
  zone: string
  weekdays: readonly number[]
}

/**
 * The first moment after `after` at which the clocks of the zone show the minute on one of the weekdays. A minute that the
 * clocks leave out becomes the next one they show; one that they show twice counts the first time.
 */
export function nextBriefingAt(hours: BriefingHours, after: Date): Date | null {
  const zone = IANAZone.create(hours.zone)
  const today = Math.floor((after.getTime() + zone.offset(after.getTime()) * minuteMs) / dayMs)
  for (let day = today; day <= today + searchedDays; day += 1) {
    if (!hours.weekdays.includes(weekdayOf(day))) continue
    const at = instantOf(day, hours.minute, zone)
    if (at !== null && at > after.getTime()) return new Date(at)
  }
  return null
}

/** Whether `at` is a moment that `nextBriefingAt` would give: zone, minute and days may have changed since it was planned. */
export function isBriefingMoment(hours: BriefingHours, at: Date): boolean {
  return nextBriefingAt(hours, new Date(at.getTime() - 1))?.getTime() === at.getTime()
}

// 1 January 1970 was a Thursday.
function weekdayOf(day: number): number {
  return ((day + 3) % 7) + 1
}

function instantOf(day: number, minute: number, zone: IANAZone): number | null {
  for (let shown = minute; shown < 1_440; shown += 1) {
    const wallMs = day * dayMs + shown * minuteMs
    // Luxon's own reading of a wall clock starts from the machine's present offset, which decides between doubled hours.
    const found = [zone.offset(wallMs - dayMs), zone.offset(wallMs + dayMs)]
      .map((offset) => ({ at: wallMs - offset * minuteMs, offset }))
      .filter(({ at, offset }) => zone.offset(at) === offset)
      .map(({ at }) => at)
    if (found.length > 0) return Math.min(...found)
  }
  return null
}
