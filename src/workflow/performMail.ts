import { composeInvitationIcs } from '../calendar/ical.ts'
import type { Effect, EffectPayload } from '../domain/effect.ts'
import { ParleyError } from '../domain/errors.ts'
import type { Interview, Invitation } from '../domain/interview.ts'
import { outsiderRoles, type Party } from '../domain/party.ts'
import { intervalsOf, type Reading } from '../domain/reading.ts'
import { staleAfterMs } from '../domain/reminders.ts'
import { isClosed } from '../domain/request.ts'
import {
  composeInvitation,
  composeMail,
  describeInvitation,
  type MailContent,
  type MailInput,
  type RequestFacts,
  type UnderstoodTimes,
} from '../mail/messages.ts'
import type { OutgoingMail } from '../mail/port.ts'
import type { Tx } from '../store/port.ts'
import { loadBundle, partyOf, type RequestBundle, windowsOf } from './bundle.ts'
import { isRecipient } from './confirmInterview.ts'
import { readingFor } from './confirmReading.ts'
import type { Deps } from './deps.ts'
import type { Prepared } from './effects.ts'
import { wordsKey } from './firstMails.ts'
import { shownProposals } from './guestProposals.ts'
import { mintLink } from './links.ts'
import { silentParties } from './nudge.ts'
import { logOrder } from './owe.ts'

type Payload<K extends EffectPayload['kind']> = Extract<EffectPayload, { kind: K }>

/** A day-of reminder that an outage has held up helps until half an hour before the start, not later. */
const dayOfLatestMs = 30 * 60_000

interface MailFacts {
  bundle: RequestBundle
  party: Party
  references: readonly string[]
}

/** Sends one mail, composed from the state of this moment; withdrawn when that state no longer wants it. */
export async function performMail(tx: Tx, deps: Deps, effect: Effect, payload: Payload<'mail'>): Promise<Prepared> {
  const read = await readFor(tx, deps, effect, payload.partyId)
  if (!read) return { kind: 'withdrawn', why: 'the request is gone' }
  const why = whyNot(read.bundle, read.party, payload, deps.clock.now())
  if (why) return { kind: 'withdrawn', why }
  const isReadBack = payload.template === 'readBack'
  const reading = isReadBack ? await readingFor(tx, read.bundle, read.party, payload.data.readingId ?? '') : null
  if (isReadBack && !reading) return { kind: 'withdrawn', why: 'it is no longer what was understood' }
  const link = await mintLink(tx, deps, read.party)
  return readyToSend(tx, deps, effect, () => composeMail(inputOf(deps, read, payload, link, reading)))
}

async function readFor(tx: Tx, deps: Deps, effect: Effect, partyId: string): Promise<MailFacts | null> {
  if (!effect.requestId) return null
  const [bundle, earlier] = await Promise.all([
    loadBundle(tx, effect.requestId),
    tx.find('effects', {
      where: { requestId: effect.requestId, kind: { in: ['mail', 'invitation'] }, state: 'done' },
      orderBy: [['updatedAt', 'asc']],
    }),
  ])
  if (!bundle) return null
  const own = earlier.filter((e) => 'partyId' in e.payload && e.payload.partyId === partyId)
  return { bundle, party: partyOf(bundle, partyId), references: own.map((e) => messageIdOf(deps, e)) }
}

/** One effect, one Message-ID: a mail that was handed over twice is one mail to most mail programs. */
export function messageIdOf(deps: Deps, effect: Effect): string {
  return `${effect.id}@${deps.mailFrom.slice(deps.mailFrom.lastIndexOf('@') + 1)}`
}

function readyToSend({ tenantId }: Tx, deps: Deps, effect: Effect, compose: () => MailContent): Prepared {
  const act = async () => {
    const outgoing: OutgoingMail = { ...compose(), messageId: messageIdOf(deps, effect) }
    return { kind: 'done' as const, proof: await deps.mail.send(tenantId, outgoing) }
  }
  return { kind: 'ready', act }
}

/** Whether the state still wants this mail: reminders never after the answer, nothing after the end but the end itself. */
function whyNot(bundle: RequestBundle, party: Party, payload: Payload<'mail'>, now: Date): string | null {
  const { request } = bundle
  const isOut = !party.isAttending && party.role !== 'recruiter'
  if (isOut && payload.template !== 'released') return 'this person no longer takes part'
  switch (payload.template) {
    case 'closing':
    case 'released':
    case 'needsYou':
      return null
    case 'feedback': {
      const interview = bundle.interviews.find((i) => i.id === payload.data.interviewId)
      const hasMet = interview?.state !== 'cancelled' && String(interview?.sequence) === payload.data.sequence
      return hasMet ? null : 'the interview was moved or cancelled'
    }
    case 'late':
    case 'dayOf':
    case 'timeKept': {
      const interview = bundle.interviews.find((i) => i.id === payload.data.interviewId)
      const isCurrent = interview?.state === 'scheduled' && String(interview.sequence) === payload.data.sequence
      if (!isCurrent) return 'the interview was moved or cancelled'
      if (payload.template === 'late') return now < interview.endsAt ? null : 'the interview is over'
      const isTooLate = payload.template === 'dayOf' && interview.startsAt.getTime() - now.getTime() < dayOfLatestMs
      return isTooLate ? 'it would come too late to help' : null
    }
    case 'reminder':
      // One that a person asked for has no moment of its own and goes whenever it can.
      if (payload.data.dueAt && now.getTime() - new Date(payload.data.dueAt).getTime() > staleAfterMs)
        return 'its moment has passed; the next one is planned'
      return silentParties(bundle).some((p) => p.id === party.id) ? null : 'the answer has come'
    case 'choice':
      return request.state === 'choosing' ? null : 'there is nothing to choose any more'
    case 'approval':
      return request.state === 'approving' ? null : 'there is nothing to approve any more'
    default:
      return isClosed(request.state) ? 'the request is closed' : null
  }
}

function frameOf(deps: Deps, read: MailFacts) {
  const { bundle, party, references } = read
  const { settings, recruiter } = bundle
  return {
    agency: { name: settings.agencyName, accentColor: settings.accentColor },
    recruiter: { name: recruiter.name, email: recruiter.email, phone: recruiter.phone },
    party: { name: party.name, email: party.email, role: party.role, zone: party.zone, locale: party.locale },
    request: factsOf(bundle, party),
    fromAddress: deps.mailFrom,
    replyAddress: deps.replies?.addressOf(bundle.request.tenantId, party) ?? null,
    references,
  }
}

/** What a party may know of the request. */
function factsOf(bundle: RequestBundle, party: Party): RequestFacts {
  const { request } = bundle
  return {
    kind: request.kind,
    title: request.title,
    candidateName: request.candidateName,
    jobTitle: request.jobTitle,
    clientName: request.clientName,
    durationMinutes: bundle.sessions.reduce((sum, s) => sum + s.durationMinutes, 0),
    format: request.format,
    meets: meetsOf(bundle, party),
  }
}

/** Names of the people a party meets: the other side, and whoever attends beside it; not who may come in its place. */
export function meetsOf(bundle: RequestBundle, party: Party): string[] {
  const isInPlace = (other: Party) =>
    bundle.seats.some((seat) => seat.partyIds.includes(party.id) && seat.partyIds.includes(other.id))
  return bundle.parties.filter((p) => p.isAttending && p.id !== party.id && !isInPlace(p)).map((p) => p.name)
}

function inputOf(
  deps: Deps,
  read: MailFacts,
  payload: Payload<'mail'>,
  link: { url: string; expiresAt: Date },
  reading: Reading | null,
): MailInput {
  const { bundle, party } = read
  const { template, data } = payload
  const { rules } = bundle.request
  const ownWords = data.words ?? bundle.settings.mailWords[wordsKey(template, party.role, party.locale)] ?? null
  const answered = data.inReplyTo ? [data.inReplyTo] : []
  const frame = { ...frameOf(deps, read), references: [...read.references, ...answered], ownWords }
  switch (template) {
    case 'request':
    case 'askAnew':
    case 'reminder':
    case 'nothingFits':
    case 'changed':
    case 'renewedLink': {
      const days = bundle.request.state === 'collecting' ? { fromOn: rules.fromOn, toOn: rules.toOn } : null
      return {
        ...frame,
        template,
        url: link.url,
        days,
        answerBy: null,
        linkExpiresAt: link.expiresAt,
        reason: data.reason ?? null,
      }
    }
    case 'acknowledgement':
    case 'enteredForYou':
      return { ...frame, template, url: link.url, windows: windowsOf(bundle, party.id), note: party.note }
    case 'choice':
    case 'approval':
      return { ...frame, template, url: link.url, proposals: shownProposals(bundle, party).offered, answerBy: null }
    case 'waiting':
      return {
        ...frame,
        template,
        url: link.url,
        waitsFor: bundle.request.state === 'collecting' ? 'otherSide' : 'approval',
      }
    case 'dayOf':
    case 'timeKept': {
      const interview = bundle.interviews.find((i) => i.id === data.interviewId)
      if (!interview) throw new ParleyError('notFound', 'The interview of this reminder is gone.')
      return { ...frame, template, url: party.memberId ? null : link.url, interview }
    }
    case 'late': {
      const interview = bundle.interviews.find((i) => i.id === data.interviewId)
      if (!interview) throw new ParleyError('notFound', 'The interview of this mail is gone.')
      return { ...frame, template, url: link.url, interview, who: data.who ?? '', minutes: Number(data.minutes) }
    }
    case 'feedback': {
      const interview = bundle.interviews.find((i) => i.id === data.interviewId)
      if (!interview) throw new ParleyError('notFound', 'The interview of this mail is gone.')
      return { ...frame, template, url: party.memberId ? (data.recordUrl ?? null) : null, interview }
    }
    case 'readBack': {
      if (!reading) throw new ParleyError('notFound', 'What was understood is gone.')
      return {
        ...frame,
        template,
        url: `${link.url}?reading=${reading.id}`,
        understood: understoodTimes(bundle, party, reading),
      }
    }
    case 'notUnderstood':
      return { ...frame, template, url: link.url, why: unclearReason(data.why) }
    case 'passedOn':
      return { ...frame, template, url: link.url }
    case 'closing':
    case 'released':
    case 'needsYou':
      return { ...frame, template, url: null, reason: data.reason ?? null }
  }
}

function understoodTimes(bundle: RequestBundle, party: Party, reading: Reading): UnderstoodTimes {
  switch (reading.kind) {
    case 'windows':
      return { kind: 'windows', windows: intervalsOf(reading).map((w) => ({ ...w, level: 'good' })) }
    case 'select':
      return {
        kind: 'select',
        proposals: shownProposals(bundle, party).offered.filter((p) => reading.proposalIds.includes(p.id)),
      }
    case 'decline':
      return { kind: 'decline' }
  }
}

const unclearReasons = ['words', 'busy', 'none', 'short'] as const
function unclearReason(text: string | undefined): (typeof unclearReasons)[number] {
  return unclearReasons.find((reason) => reason === text) ?? 'words'
}

/** Sends one calendar message to one recipient; agency copies know only their reader and the organizer. */
export async function performInvitation(
  tx: Tx,
  deps: Deps,
  effect: Effect,
  payload: Payload<'invitation'>,
): Promise<Prepared> {
  const read = await readFor(tx, deps, effect, payload.partyId)
  const interview = read?.bundle.interviews.find((i) => i.id === effect.interviewId)
  const invitation = read?.bundle.invitations.find((i) => i.id === payload.invitationId)
  if (!read || !interview || !invitation) return { kind: 'withdrawn', why: 'the interview is gone' }
  // Who was replaced gets no later change: their cancellation stays owed, however often the others move on.
  const isLastWord = payload.method === 'CANCEL' && !isRecipient(read.bundle, interview, read.party.id)
  if (interview.sequence > payload.sequence && !isLastWord) return { kind: 'withdrawn', why: 'a later change is owed' }
  const isOutsider = outsiderRoles.includes(read.party.role)
  const link = isOutsider ? await mintLink(tx, deps, read.party) : null
  return readyToSend(tx, deps, effect, () => composeInvitationOf(deps, read, payload, interview, invitation, link))
}

function composeInvitationOf(
  deps: Deps,
  read: MailFacts,
  payload: Payload<'invitation'>,
  interview: Interview,
  invitation: Invitation,
  link: { url: string } | null,
): MailContent {
  const frame = frameOf(deps, read)
  const request: RequestFacts = { ...frame.request, format: interview.format, meets: meetsAtInterview(read, interview) }
  const previous = payload.previous && {
    startsAt: new Date(payload.previous.startsAt),
    endsAt: new Date(payload.previous.endsAt),
  }
  const input = {
    ...frame,
    request,
    ownWords: null,
    method: payload.method,
    sequence: payload.sequence,
    interview: { startsAt: interview.startsAt, endsAt: interview.endsAt },
    previous,
    url: link?.url ?? null,
    reason: payload.reason,
  }
  const ics = icsOf(
    deps,
    read,
    interview,
    invitation,
    payload,
    describeInvitation(invitation.partyId === null ? { ...input, ...sharedWords(read, interview, request) } : input),
    link?.url ?? null,
  )
  return composeInvitation(input, ics)
}

/** A calendar object that several people share says the same to each of them: what its organizer reads, and no personal link. */
function sharedWords({ bundle }: MailFacts, interview: Interview, request: RequestFacts) {
  const { name, email, zone, locale } = bundle.recruiter
  const meets = interview.partyIds.map((id) => partyOf(bundle, id).name)
  return { party: { name, email, role: 'recruiter' as const, zone, locale }, request: { ...request, meets }, url: null }
}

function meetsAtInterview(read: MailFacts, interview: Interview): string[] {
  return interview.partyIds.filter((id) => id !== read.party.id).map((id) => partyOf(read.bundle, id).name)
}

function icsOf(
  deps: Deps,
  read: MailFacts,
  interview: Interview,
  invitation: Invitation,
  payload: Payload<'invitation'>,
  words: ReturnType<typeof describeInvitation>,
  url: string | null,
): string {
  const { bundle, party } = read
  // Who was taken out of a shared object gets a cancellation that names nobody else (RFC 5546 3.2.5).
  const isShared =
    invitation.partyId === null && (payload.method === 'REQUEST' || isRecipient(bundle, interview, party.id))
  const attendees = isShared ? interview.partyIds.map((id) => partyOf(bundle, id)) : [party]
  return composeInvitationIcs({
    uid: invitation.uid,
    sequence: payload.sequence,
    method: payload.method,
    title: words.title,
    startsAt: interview.startsAt,
    endsAt: interview.endsAt,
    organizer: { name: bundle.recruiter.name, email: invitation.organizerEmail ?? bundle.recruiter.email },
    attendees: attendees.map((p) => ({ name: p.name, email: p.email })),
    place: words.place,
    description: words.description,
    // In the shared object of an in-house interview a personal link would reach everybody.
    url: invitation.partyId === null ? null : url,
    joinUrl: words.joinUrl,
    isTransparent: invitation.isTransparent,
    stampedAt: deps.clock.now(),
    reason: payload.reason,
  })
}

/** The ATS log entry a sent mail deserves (R59-R61): written because it was sent, not because it was meant to be. */
export async function logOfMail(tx: Tx, deps: Deps, effect: Effect) {
  const { payload, requestId } = effect
  if (payload.kind !== 'mail' || !requestId) return null
  const [party, request] = await Promise.all([tx.get('parties', payload.partyId), tx.get('requests', requestId)])
  if (!party || !request) return null
  const at = deps.clock.now().toISOString()
  const data = { at, to: party.name, role: party.role, template: payload.template }
  switch (payload.template) {
    case 'request':
    case 'askAnew':
    case 'nothingFits':
    case 'choice':
      if (party.role !== 'candidate') return null
      return logOrder(requestId, 'requestSent', effect.id, `Asked ${party.name} for a time: ${request.title}`, data)
    case 'reminder':
      return logOrder(requestId, 'reminderSent', effect.id, `Reminder sent to ${party.name}: ${request.title}`, data)
    case 'dayOf':
      if (party.role === 'recruiter') return null
      return logOrder(
        requestId,
        'dayOfReminderSent',
        effect.id,
        `Day-of reminder sent to ${party.name}: ${request.title}`,
        data,
      )
    default:
      return null
  }
}
