import { composeInvitationIcs } from '../../src/calendar/ical.ts'
import type { PartyRole } from '../../src/domain/party.ts'
import {
  composeInvitation,
  composeMail,
  describeInvitation,
  type InvitationInput,
  type MailContent,
  type MailInput,
  type RequestFacts,
} from '../../src/mail/messages.ts'

// Builders of mails as the product sends them, for the tests of this folder.

export interface Reader {
  name: string
  email: string
  role: PartyRole
  zone: string
  locale: string
}

export const jane: Reader = {
  name: 'Jane Roe',
  email: 'jane.roe@mail.example',
  role: 'candidate',
  zone: 'Europe/Berlin',
  locale: 'en-GB',
}
export const carl: Reader = {
  name: 'Carl Fischer',
  email: 'c.fischer@acme.example',
  role: 'client',
  zone: 'America/New_York',
  locale: 'en-US',
}
export const anna: Reader = {
  name: 'Anna Okafor',
  email: 'anna@bright-talent.example',
  role: 'recruiter',
  zone: 'Europe/London',
  locale: 'en-GB',
}

export const fromAddress = 'scheduling@bright-talent.example'
export const guestUrl = 'https://interviews.bright-talent.example'
export const pageUrl = `${guestUrl}/l/Zm9vYmFyLXRoaXMtaXMtYS1zZWNyZXQtb2YtNDMtY2g`

export const slot = { startsAt: new Date('2026-11-24T13:00:00Z'), endsAt: new Date('2026-11-24T14:00:00Z') }
export const earlier = { startsAt: new Date('2026-11-23T09:30:00Z'), endsAt: new Date('2026-11-23T10:30:00Z') }

export function aRequest(over: Partial<RequestFacts> = {}): RequestFacts {
  return {
    kind: 'agency',
    title: 'Backend Engineer Interview - Round 2',
    candidateName: jane.name,
    jobTitle: 'Backend Engineer',
    clientName: 'Acme',
    durationMinutes: 60,
    format: { kind: 'video', url: 'https://meet.acme.example/backend?room=7&lang=en' },
    meets: [],
    ...over,
  }
}

export function frameFor(reader: Reader, request: Partial<RequestFacts> = {}) {
  const others = { candidate: [carl.name, 'Mei Tanaka'], recruiter: [jane.name, carl.name] }
  const meets = reader.role === 'candidate' || reader.role === 'recruiter' ? others[reader.role] : [jane.name]
  return {
    agency: { name: 'Bright Talent', accentColor: '#0b5d51' },
    recruiter: { name: anna.name, email: anna.email, phone: '+44 20 7946 0018' },
    party: reader,
    request: aRequest({ meets, ...request }),
    fromAddress,
    replyAddress: null,
    references: ['eff_1@interviews.bright-talent.example'],
    ownWords: null,
  }
}

const offered = (from: string, to: string, level: 'good' | 'possible' = 'good') => ({
  startsAt: new Date(from),
  endsAt: new Date(to),
  level,
})

export const windows = [
  offered('2026-11-24T09:00:00Z', '2026-11-24T11:00:00Z'),
  offered('2026-11-24T13:00:00Z', '2026-11-24T16:30:00Z'),
  offered('2026-11-26T13:00:00Z', '2026-11-26T15:00:00Z', 'possible'),
]

export function proposalsFor(reader: Reader) {
  const otherZone = reader.zone === 'Europe/Berlin' ? 'America/New_York' : 'Europe/Berlin'
  return ['2026-11-24T13:00:00Z', '2026-11-24T15:00:00Z', '2026-11-26T14:30:00Z'].map((from) => ({
    startsAt: new Date(from),
    endsAt: new Date(Date.parse(from) + 3_600_000),
    otherZone,
  }))
}

/** One input for every template, for one reader. */
export function everyInput(reader: Reader, request: Partial<RequestFacts> = {}): MailInput[] {
  const frame = frameFor(reader, request)
  const ask = {
    url: pageUrl,
    days: { fromOn: '2026-11-23', toOn: '2026-12-11' },
    answerBy: new Date('2026-11-21T17:00:00Z'),
    linkExpiresAt: new Date('2026-12-04T10:00:00Z'),
    reason: null,
  }
  return [
    { ...frame, template: 'request', ...ask },
    { ...frame, template: 'askAnew', ...ask },
    { ...frame, template: 'reminder', ...ask },
    { ...frame, template: 'nothingFits', ...ask, reason: 'The panel is travelling that week.' },
    { ...frame, template: 'renewedLink', ...ask },
    { ...frame, template: 'changed', ...ask, reason: '45 minutes instead of 60' },
    { ...frame, template: 'acknowledgement', url: pageUrl, windows, note: 'Mornings are best & I am <flexible>.' },
    { ...frame, template: 'enteredForYou', url: pageUrl, windows, note: null },
    { ...frame, template: 'choice', url: pageUrl, proposals: proposalsFor(reader), answerBy: ask.answerBy },
    { ...frame, template: 'approval', url: pageUrl, proposals: proposalsFor(reader), answerBy: ask.answerBy },
    { ...frame, template: 'waiting', url: pageUrl, waitsFor: 'otherSide' },
    { ...frame, template: 'dayOf', url: pageUrl, interview: slot },
    { ...frame, template: 'timeKept', url: pageUrl, interview: slot },
    { ...frame, template: 'needsYou', url: null, reason: 'Jane Whitfield: declined' },
    { ...frame, template: 'readBack', url: pageUrl, understood: { kind: 'windows', windows } },
    { ...frame, template: 'notUnderstood', url: pageUrl, why: 'busy' },
    { ...frame, template: 'passedOn', url: pageUrl },
    { ...frame, template: 'feedback', url: null, interview: slot },
    { ...frame, template: 'late', url: pageUrl, interview: slot, who: 'Tom Becker', minutes: 15 },
    { ...frame, template: 'released', url: null, reason: null },
    { ...frame, template: 'closing', url: null, reason: 'The position has been filled.' },
  ]
}

/** Invitation, change and cancellation for one reader. */
export function everyInvitationInput(reader: Reader, request: Partial<RequestFacts> = {}): InvitationInput[] {
  const frame = { ...frameFor(reader, request), interview: slot, url: pageUrl }
  return [
    { ...frame, method: 'REQUEST', sequence: 0, previous: null, reason: null },
    { ...frame, method: 'REQUEST', sequence: 1, previous: earlier, reason: 'A flight was moved.' },
    { ...frame, method: 'CANCEL', sequence: 2, previous: null, reason: 'The position is on hold.' },
  ]
}

export function icsFor(input: InvitationInput): string {
  const described = describeInvitation(input)
  return composeInvitationIcs({
    ...described,
    uid: 'inv_01@interviews.bright-talent.example',
    sequence: input.sequence,
    method: input.method,
    ...input.interview,
    organizer: { name: `${input.recruiter.name} via ${input.agency.name}`, email: fromAddress },
    attendees: [{ name: input.party.name, email: input.party.email }],
    url: input.url,
    isTransparent: input.party.role === 'recruiter',
    stampedAt: new Date('2026-11-20T10:00:00Z'),
    reason: input.reason,
  })
}

/** Every mail the product can send to one reader, by name. */
export function everyMail(reader: Reader, request: Partial<RequestFacts> = {}): { name: string; mail: MailContent }[] {
  return [
    ...everyInput(reader, request).map((input) => ({ name: input.template as string, mail: composeMail(input) })),
    ...everyInvitationInput(reader, request).map((input) => ({
      name: input.method === 'CANCEL' ? 'cancellation' : input.sequence > 0 ? 'change' : 'invitation',
      mail: composeInvitation(input, icsFor(input)),
    })),
  ]
}
