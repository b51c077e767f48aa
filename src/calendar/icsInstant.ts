import ICAL from 'ical.js'
import { DateTime } from 'luxon'
import { isZone } from '../domain/zone.ts'

const knownZones = new Map<string, boolean>()
/** Asking Intl takes 0.2 ms, too long for each of thousands of entries. */
function isKnownZone(name: string): boolean {
  const known = knownZones.get(name) ?? isZone(name)
  if (knownZones.size < 1_000) knownZones.set(name, known)
  return known
}

/**
 * UTC as it is, an IANA zone by its own rules, another name by the calendar's own VTIMEZONE, no zone at all in `ownZone`. Throws for a
 * zone that nobody describes.
 */
export function instantOfIcs(
  calendar: ICAL.Component,
  time: ICAL.Time,
  zoneName: string | null,
  ownZone: string,
): Date {
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toJSDate()
  const named = zoneName === null || time.isDate ? ownZone : zoneName
  if (!isKnownZone(named)) {
    const described = calendar
      .getAllSubcomponents('vtimezone')
      .find((zone) => zone.getFirstPropertyValue('tzid') === named)
    if (!described) throw new Error(`unknown time zone ${named}`)
    const wall = time.clone()
    wall.zone = new ICAL.Timezone({ component: described, tzid: named })
    return new Date(wall.toUnixTime() * 1_000)
  }
  const { year, month, day, hour, minute, second } = time
  return DateTime.fromObject(
    { year, month, day, hour, minute, second: Math.min(second, 59) },
    { zone: named },
  ).toJSDate()
}
