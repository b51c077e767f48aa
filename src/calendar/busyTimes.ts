import ICAL from 'ical.js'
import { type Interval, mergeIntervals } from '../domain/availability.ts'
import { ParleyError } from '../domain/errors.ts'
import { instantOfIcs } from './icsInstant.ts'

const textLengthMax = 20_000_000
/** All occurrences looked at in one file. A series that counts its occurrences has to be followed from its start. */
const occurrenceCountMax = 50_000

/**
 * Reads when somebody is busy from a calendar file (RFC 5545), merged and clipped to `range`.
 *
 * Series are expanded with their exceptions; TRANSPARENT and CANCELLED ones, and those `email` has declined, are not busy.
 * All-day events and times without a zone are in `zone`, the person's own. Throws `badInput` (field `calendar`).
 */
export function readBusyTimes(icsText: string, zone: string, email: string, range: Interval): Interval[] {
  if (icsText.length > textLengthMax) throw notReadable('The calendar file is larger than 20 MB.')
  const budget = { occurrences: occurrenceCountMax }
  const busy = readCalendars(icsText).flatMap((calendar) => {
    const events = calendar
      .getAllSubcomponents('vevent')
      .filter((component) => !component.hasProperty('recurrence-id') || !hasMaster(calendar, component))
      .flatMap((component) => expandEvent(calendar, component, { zone, email, range, budget }))
    const freeBusy = calendar.getAllSubcomponents('vfreebusy').flatMap(readFreeBusy)
    return [...events, ...freeBusy]
  })
  return mergeIntervals(busy.flatMap((interval) => clip(interval, range)))
}

function notReadable(sentence: string, cause?: unknown): ParleyError {
  return new ParleyError('badInput', sentence, { field: 'calendar', cause })
}

function readCalendars(icsText: string): ICAL.Component[] {
  try {
    const parsed: unknown = ICAL.parse(icsText.replace(/^\uFEFF/, ''))
    // One file may hold several calendars one after another.
    const list = (Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed]) as unknown[][]
    const calendars = list.map((one) => new ICAL.Component(one))
    if (calendars.length === 0 || calendars.some((calendar) => calendar.name !== 'vcalendar'))
      throw new Error('no VCALENDAR')
    return calendars
  } catch (error) {
    throw notReadable('This is not a calendar file. Please export your calendar as .ics and choose that file.', error)
  }
}

interface Reader {
  zone: string
  email: string
  range: Interval
  budget: { occurrences: number }
}

const uidOf = (component: ICAL.Component) => String(component.getFirstPropertyValue('uid') ?? '')

function hasMaster(calendar: ICAL.Component, exception: ICAL.Component): boolean {
  const uid = uidOf(exception)
  return calendar
    .getAllSubcomponents('vevent')
    .some((other) => !other.hasProperty('recurrence-id') && uidOf(other) === uid)
}

function expandEvent(calendar: ICAL.Component, component: ICAL.Component, reader: Reader): Interval[] {
  try {
    const exceptions = calendar
      .getAllSubcomponents('vevent')
      .filter((other) => other.hasProperty('recurrence-id') && other !== component && uidOf(other) === uidOf(component))
    const event = new ICAL.Event(component, { exceptions })
    if (!event.startDate) return []
    if (!event.isRecurring()) return isBusy(component, reader.email) ? [placeOf(calendar, component, null, reader)] : []
    const busy = [...expandSeries(calendar, event, reader)]
    // An exception may have been moved into the range from far outside it.
    const moved = exceptions
      .filter((other) => isBusy(other, reader.email))
      .map((other) => placeOf(calendar, other, null, reader))
    return [...busy, ...moved]
  } catch (error) {
    if (error instanceof ParleyError) throw error
    const summary = String(component.getFirstPropertyValue('summary') ?? 'without a title')
    throw notReadable(`The entry "${summary.slice(0, 80)}" of the calendar file cannot be read.`, error)
  }
}

function* expandSeries(calendar: ICAL.Component, event: ICAL.Event, reader: Reader): Generator<Interval> {
  const isMasterBusy = isBusy(event.component, reader.email)
  // Wall times, so a day for the zone and one for good measure; looking closer at each of many past ones takes long.
  const skipUntilMs = reader.range.startsAt.getTime() - event.duration.toSeconds() * 1_000 - 2 * 86_400_000
  const iterator = event.iterator(nearStart(event, skipUntilMs))
  for (let next = iterator.next(); next; next = iterator.next()) {
    reader.budget.occurrences -= 1
    if (reader.budget.occurrences < 0) throw notReadable('The calendar file repeats its entries too often to be read.')
    if (wallMs(next) < skipUntilMs) continue
    const { item, startDate } = event.getOccurrenceDetails(next)
    const isException = item.component !== event.component && item.component.hasProperty('recurrence-id')
    const place = placeOf(calendar, event.component, isException ? next : startDate, reader)
    if (place.startsAt >= reader.range.endsAt) return
    if (!isException && isMasterBusy) yield place
  }
}

/** The series' own start, or for an endless daily or weekly one a later occurrence date at or before `wantedMs`. */
function nearStart(event: ICAL.Event, wantedMs: number): ICAL.Time {
  const start = event.startDate.clone()
  const [rule, ...others] = event.component.getAllProperties('rrule').map((property) => property.getFirstValue())
  if (!(rule instanceof ICAL.Recur) || others.length > 0 || rule.count || event.component.hasProperty('rdate'))
    return start
  const stepDays = rule.interval * (rule.freq === 'DAILY' ? 1 : rule.freq === 'WEEKLY' ? 7 : Number.NaN)
  const steps = Math.floor((wantedMs - wallMs(start)) / 86_400_000 / stepDays)
  if (steps > 0) start.adjust(steps * stepDays, 0, 0, 0)
  return start
}

function wallMs({ year, month, day, hour, minute }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day, hour, minute)
}

/** TRANSPARENT, CANCELLED and declined entries do not block. */
function isBusy(component: ICAL.Component, email: string): boolean {
  const word = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase()
  if (word('transp') === 'TRANSPARENT' || word('status') === 'CANCELLED') return false
  const own = component
    .getAllProperties('attendee')
    .find((attendee) => String(attendee.getFirstValue()).toLowerCase() === `mailto:${email.toLowerCase()}`)
  return String(own?.getFirstParameter('partstat') ?? '').toUpperCase() !== 'DECLINED'
}

/** Where an entry lies, or one occurrence of its series when `start` is given; the length is always the entry's own. */
function placeOf(
  calendar: ICAL.Component,
  component: ICAL.Component,
  start: ICAL.Time | null,
  reader: Reader,
): Interval {
  const from = component.getFirstProperty('dtstart')
  const own = from?.getFirstValue()
  if (!(own instanceof ICAL.Time)) throw new Error('no DTSTART')
  const zoneName = from?.getFirstParameter('tzid') ?? null
  const instantOf = (time: ICAL.Time, name: string | null) => instantOfIcs(calendar, time, name, reader.zone)
  const to = component.getFirstProperty('dtend')
  const end = to?.getFirstValue()
  const duration = component.getFirstPropertyValue('duration')
  const first = start ?? own

  if (own.isDate) {
    // Days of different length when the clocks change: count days, not hours.
    const span = end instanceof ICAL.Time ? end.subtractDateTz(own).toSeconds() : spanOf(duration)
    const days = Math.max(1, Math.round(span / 86_400))
    const last = first.clone()
    last.adjust(days, 0, 0, 0)
    return { startsAt: instantOf(first, zoneName), endsAt: instantOf(last, zoneName) }
  }
  const startsAt = instantOf(first, zoneName)
  const endZone = to?.getFirstParameter('tzid') ?? null
  const lengthMs =
    end instanceof ICAL.Time
      ? instantOf(end, endZone).getTime() - instantOf(own, zoneName).getTime()
      : spanOf(duration) * 1_000
  return { startsAt, endsAt: new Date(startsAt.getTime() + Math.max(0, lengthMs)) }
}

function spanOf(duration: unknown): number {
  return duration instanceof ICAL.Duration ? duration.toSeconds() : 0
}

/** FBTYPE=FREE says when one is not busy (RFC 5545 3.2.9). */
function readFreeBusy(component: ICAL.Component): Interval[] {
  return component
    .getAllProperties('freebusy')
    .filter((property) => String(property.getFirstParameter('fbtype') ?? 'BUSY').toUpperCase() !== 'FREE')
    .flatMap((property) => property.getValues())
    .flatMap((period: unknown) =>
      period instanceof ICAL.Period ? [{ startsAt: period.start.toJSDate(), endsAt: period.getEnd().toJSDate() }] : [],
    )
}

function clip(interval: Interval, range: Interval): Interval[] {
  const startsAt = new Date(Math.max(interval.startsAt.getTime(), range.startsAt.getTime()))
  const endsAt = new Date(Math.min(interval.endsAt.getTime(), range.endsAt.getTime()))
  return startsAt < endsAt ? [{ startsAt, endsAt }] : []
}
