import ICAL from 'ical.js'
import { cleanLine } from '../domain/cleanLine.ts'
import { instantOfIcs } from './icsInstant.ts'

export type Participation = 'accepted' | 'declined' | 'tentative' | 'delegated' | 'open'

/** What an attendee's calendar answered (RFC 5546 3.2.3, 3.2.7), or what somebody sent of their own. */
export interface CalendarReply {
  method: 'REPLY' | 'COUNTER' | 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER' | 'other'
  uid: string
  sequence: number
  /** Whoever the object speaks of, lower case, with what they answered. */
  attendees: readonly { email: string; participation: Participation }[]
  /** Null for a date without a time, or one that cannot be placed. */
  startsAt: Date | null
  endsAt: Date | null
  comment: string | null
}

const textLengthMax = 200_000
const attendeeCountMax = 50

const participations: Readonly<Record<string, Participation>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  DELEGATED: 'delegated',
}
const methods: readonly string[] = ['REPLY', 'COUNTER', 'REQUEST', 'CANCEL', 'DECLINECOUNTER']

/** Reads one iTIP message with one event; null for anything that is none. Never throws. */
export function readCalendarReply(text: string): CalendarReply | null {
  if (text.length > textLengthMax) return null
  try {
    return replyOf(new ICAL.Component(ICAL.parse(text)))
  } catch {
    return null
  }
}

function replyOf(object: ICAL.Component): CalendarReply | null {
  const calendar = Array.isArray(object) ? null : object
  const event = calendar?.getFirstSubcomponent('vevent')
  const uid = String(event?.getFirstPropertyValue('uid') ?? '').slice(0, 300)
  if (!calendar || !event || uid === '') return null
  const method = String(calendar.getFirstPropertyValue('method') ?? '').toUpperCase()
  const comment = cleanLine(String(event.getFirstPropertyValue('comment') ?? ''), 300)
  return {
    method: (methods.includes(method) ? method : 'other') as CalendarReply['method'],
    uid,
    sequence: sequenceOf(event.getFirstPropertyValue('sequence')),
    attendees: event.getAllProperties('attendee').slice(0, attendeeCountMax).map(attendeeOf),
    startsAt: instantOf(calendar, event, 'dtstart'),
    endsAt: instantOf(calendar, event, 'dtend'),
    comment: comment === '' ? null : comment,
  }
}

function sequenceOf(value: unknown): number {
  const sequence = Number(value ?? 0)
  return Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0
}

function attendeeOf(property: ICAL.Property): CalendarReply['attendees'][number] {
  const email = String(property.getFirstValue() ?? '')
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
    .slice(0, 254)
  const answer = String(property.getFirstParameter('partstat') ?? '').toUpperCase()
  return { email, participation: participations[answer] ?? 'open' }
}

function instantOf(calendar: ICAL.Component, event: ICAL.Component, name: 'dtstart' | 'dtend'): Date | null {
  const property = event.getFirstProperty(name)
  const value = property?.getFirstValue()
  const zone = property?.getFirstParameter('tzid') ?? null
  if (!(value instanceof ICAL.Time) || value.isDate) return null
  // A floating time says nothing to somebody elsewhere.
  if (zone === null && value.zone !== ICAL.Timezone.utcTimezone) return null
  try {
    const at = instantOfIcs(calendar, value, zone, 'UTC')
    return Number.isFinite(at.getTime()) ? at : null
  } catch {
    return null
  }
}
