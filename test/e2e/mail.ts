import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import type { House } from './suite.ts'
import { waitUntil } from './waitUntil.ts'

/** A mail as its reader gets it: the source parsed back, not what Parley says about it. */
export interface ReadMail {
  to: string[]
  from: string
  messageId: string
  replyTo: string[]
  subject: string
  text: string
  html: string
  /** The personal link in the text part; null in mails without one. */
  link: string | null
  invitation: ReadInvitation | null
}

export interface ReadInvitation {
  /** Of the calendar object, and of the MIME part that carries it. */
  method: string
  mimeMethod: string
  uid: string
  sequence: number
  status: string | null
  attendees: string[]
  organizer: string
  isTransparent: boolean
  startsAt: Date
  endsAt: Date
  place: string
  title: string
  description: string
}

/** Opens the mailbox, searches for the recipient, waits until `count` mails fit, and reads the newest of them. */
export async function readMail(
  house: House,
  page: Page,
  wanted: { to: string; subject?: RegExp; hasInvitation?: boolean; count?: number },
): Promise<ReadMail> {
  const { to, subject, hasInvitation = false, count = 1 } = wanted
  const rows = page.locator('.mailbox-row', {
    ...(subject ? { has: page.locator('.mailbox-subject', { hasText: subject }) } : {}),
    ...(hasInvitation ? { hasText: 'Calendar entry' } : {}),
  })
  await waitUntil(`${count} mail(s) to ${to} about ${subject ?? 'anything'}`, async () => {
    await page.goto(`${house.parley.url}/mailbox?q=${encodeURIComponent(to)}`)
    return (await rows.count()) >= count
  })
  await rows.first().click()
  await page.getByRole('link', { name: 'Source' }).click()
  const source = await page.getByRole('region', { name: 'Source of the mail' }).textContent()
  return parseMail(source ?? '')
}

export async function parseMail(source: string): Promise<ReadMail> {
  const mail = await PostalMime.parse(source, { attachmentEncoding: 'utf8' })
  const calendar = mail.attachments.find((part) => part.mimeType === 'text/calendar')
  const text = mail.text ?? ''
  return {
    to: (mail.to ?? []).flatMap((address) => address.address ?? []),
    from: mail.from?.name ?? '',
    messageId: mail.messageId ?? '',
    replyTo: (mail.replyTo ?? []).flatMap((address) => address.address ?? []),
    subject: mail.subject ?? '',
    text,
    html: mail.html ?? '',
    link: /https?:\/\/\S+\/l\/[\w-]{43}(?:\?reading=\w+)?/.exec(text)?.[0] ?? null,
    invitation: calendar ? parseInvitation(String(calendar.content), calendar.method ?? '') : null,
  }
}

function parseInvitation(ics: string, mimeMethod: string): ReadInvitation {
  const object = new ICAL.Component(ICAL.parse(ics))
  const [entry, ...others] = object.getAllSubcomponents('vevent')
  if (!entry || others.length > 0) throw new Error(`expected one VEVENT, got ${others.length + (entry ? 1 : 0)}`)
  const event = new ICAL.Event(entry)
  const addressOf = (value: unknown) =>
    String(value)
      .replace(/^mailto:/i, '')
      .toLowerCase()
  const readProperty = (name: string) => entry.getFirstPropertyValue(name)
  return {
    method: String(object.getFirstPropertyValue('method')),
    mimeMethod: mimeMethod.toUpperCase(),
    uid: event.uid,
    sequence: event.sequence,
    status: readProperty('status') === null ? null : String(readProperty('status')),
    attendees: entry.getAllProperties('attendee').map((attendee) => addressOf(attendee.getFirstValue())),
    organizer: addressOf(readProperty('organizer')),
    isTransparent: String(readProperty('transp')) === 'TRANSPARENT',
    startsAt: event.startDate.toJSDate(),
    endsAt: event.endDate.toJSDate(),
    place: event.location ?? '',
    title: event.summary,
    description: event.description ?? '',
  }
}

export function invitationOf(mail: ReadMail): ReadInvitation {
  if (!mail.invitation) throw new Error(`no calendar object in "${mail.subject}"`)
  return mail.invitation
}

/** "2026-11-24 12:00" on a clock in Berlin. */
export function localStart(invitation: ReadInvitation): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' }).format(
    invitation.startsAt,
  )
}
