import ICAL from 'ical.js'
import createCalendar, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { cleanLine, cleanParagraphs } from '../domain/cleanLine.ts'
import { ParleyError } from '../domain/errors.ts'
import { isMailAddress } from '../domain/mailAddress.ts'

export interface IcsPerson {
  name: string
  email: string
}

export interface IcsInvitation {
  /** Never changes in the life of the calendar object (RFC 5545 3.8.4.7). */
  uid: string
  /** Raised on every change of time or place and on cancel (RFC 5546 2.1.4). */
  sequence: number
  method: 'REQUEST' | 'CANCEL'
  title: string
  startsAt: Date
  endsAt: Date
  organizer: IcsPerson
  /** Agency: only the reader of this copy. In-house: everybody. `isRequired` false makes an optional participant. */
  attendees: readonly (IcsPerson & { isRequired?: boolean })[]
  /** Address, "Video call", "Phone: ..."; null while details follow. */
  place: string | null
  description: string
  /** Page where the interview can be looked at and changed. */
  url: string | null
  /** Where the video call takes place. */
  joinUrl: string | null
  /** True for a copy that does not block its owner's time. */
  isTransparent: boolean
  stampedAt: Date
  /** Why it was cancelled or moved. */
  reason: string | null
}

/**
 * Writes one iTIP message (RFC 5546): a VCALENDAR with one VEVENT in UTC, lines folded at 75 octets. All text is
 * cleaned of control characters and direction marks first.
 * Throws `badInput` for an address, uid or link that is not one.
 */
export function composeInvitationIcs(invitation: IcsInvitation): string {
  const { uid, sequence, method, organizer, attendees } = invitation
  if (!/^[\x21-\x7e]{1,200}$/.test(uid))
    throw new ParleyError('badInput', 'The identifier of the invitation is not usable.')
  if (!Number.isSafeInteger(sequence) || sequence < 0)
    throw new ParleyError('badInput', 'The sequence number of the invitation is not usable.')
  if (invitation.endsAt <= invitation.startsAt)
    throw new ParleyError('badInput', 'The interview ends before it starts.')
  const calendar = createCalendar({
    prodId: { company: 'Parley', product: 'Parley', language: 'EN' },
    method: method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  const vevent = calendar.createEvent({
    id: uid,
    sequence,
    start: invitation.startsAt,
    end: invitation.endsAt,
    stamp: invitation.stampedAt,
    summary: cleanLine(invitation.title),
    description: { plain: cleanParagraphs(invitation.description) },
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: invitation.isTransparent ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    organizer: { name: paramText(organizer.name), email: plainAddress(organizer.email) },
  })
  if (invitation.place) vevent.location(cleanLine(invitation.place))
  for (const attendee of attendees) {
    vevent.createAttendee({
      name: paramText(attendee.name),
      email: plainAddress(attendee.email),
      role: attendee.isRequired === false ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: ICalAttendeeStatus.NEEDSACTION,
      // A cancelled interview asks for no answer.
      rsvp: method === 'REQUEST',
    })
  }
  const lines = unfold(calendar.toString()).map((line) =>
    line.startsWith('ATTENDEE') ? line.replace(/:MAILTO:(?=[^:]*$)/, ':mailto:') : line,
  )
  // Written here because the generator escapes commas in a URI (RFC 5545 3.3.13 forbids it) and knows no CONFERENCE
  // (RFC 7986 5.11) or COMMENT. `webAddress` leaves nothing that could end the line.
  const extra: string[] = []
  if (invitation.url) extra.push(`URL:${webAddress(invitation.url)}`)
  if (invitation.joinUrl) extra.push(`CONFERENCE;VALUE=URI;FEATURE=VIDEO:${webAddress(invitation.joinUrl)}`)
  if (invitation.reason) extra.push(`COMMENT:${escapeText(cleanParagraphs(invitation.reason, 1_000))}`)
  const end = lines.indexOf('END:VEVENT')
  lines.splice(end, 0, ...extra)
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}

/** RFC 6868 lets a parameter hold quotes and line breaks through ^; some calendars show the raw ^', so quotes become typographic. */
function paramText(name: string): string {
  return cleanLine(name, 120).replaceAll('"', '”').replaceAll('^', ' ').replace(/ {2,}/g, ' ').trim()
}

function plainAddress(address: string): string {
  if (!isMailAddress(address)) throw new ParleyError('badInput', 'That is not an e-mail address.', { field: 'email' })
  return address
}

function webAddress(text: string): string {
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new ParleyError('badInput', 'That is not a web address.', { field: 'url' })
  return url.href
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n')
}

function unfold(content: string): string[] {
  return content
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
}

const octetsMax = 75

// RFC 5545 3.1 counts octets, the generator counts characters: a long Japanese title would be folded too late.
function foldLine(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > octetsMax) {
      pieces.push(piece)
      piece = ''
      // The space that starts a continuation line counts.
      octets = 1
    }
    piece += character
    octets += size
  }
  pieces.push(piece)
  return pieces.join('\r\n ')
}

/** What a calendar object says, for showing it to a person. */
export interface IcsSummary {
  method: string | null
  uid: string
  sequence: number
  status: string | null
  title: string
  startsAt: Date
  endsAt: Date
  place: string | null
  description: string | null
  url: string | null
  joinUrl: string | null
  organizer: IcsPerson | null
  attendees: readonly (IcsPerson & { answer: string | null })[]
  isTransparent: boolean
  reason: string | null
}

/** Reads the first VEVENT of a calendar object; null when the text is none. */
export function readIcs(content: string): IcsSummary | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(content))
    const vevent = calendar.getFirstSubcomponent('vevent')
    if (!vevent) return null
    const textOf = (component: ICAL.Component, name: string): string | null => {
      const value = component.getFirstPropertyValue(name)
      return value === null || value === undefined ? null : String(value)
    }
    const personOf = (property: ICAL.Property): IcsPerson => ({
      name: String(property.getFirstParameter('cn') ?? ''),
      email: String(property.getFirstValue() ?? '').replace(/^mailto:/i, ''),
    })
    const timeOf = (name: string): Date => {
      const value = vevent.getFirstPropertyValue(name)
      if (!(value instanceof ICAL.Time)) throw new Error(`no ${name}`)
      return value.toJSDate()
    }
    const organizer = vevent.getFirstProperty('organizer')
    return {
      method: textOf(calendar, 'method'),
      uid: textOf(vevent, 'uid') ?? '',
      sequence: Number(textOf(vevent, 'sequence') ?? '0'),
      status: textOf(vevent, 'status'),
      title: textOf(vevent, 'summary') ?? '',
      startsAt: timeOf('dtstart'),
      endsAt: timeOf('dtend'),
      place: textOf(vevent, 'location'),
      description: textOf(vevent, 'description'),
      url: textOf(vevent, 'url'),
      joinUrl: textOf(vevent, 'conference'),
      organizer: organizer ? personOf(organizer) : null,
      attendees: vevent.getAllProperties('attendee').map((property) => ({
        ...personOf(property),
        answer: property.getFirstParameter('partstat') ? String(property.getFirstParameter('partstat')) : null,
      })),
      isTransparent: textOf(vevent, 'transp') === 'TRANSPARENT',
      reason: textOf(vevent, 'comment'),
    }
  } catch {
    return null
  }
}
