import { DateTime } from 'luxon'
import { formatRangeShort } from '../domain/formatTime.ts'
import type { PartyId } from '../domain/ids.ts'
import type { Interview, Invitation } from '../domain/interview.ts'
import { joinNames } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { Proposal, Slot } from '../domain/proposal.ts'
import { type JoinFormat, placeOf } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import { wordsFor } from '../words/catalogue.ts'
import { withdrawDayOf } from './askEverybody.ts'
import { liveInterviews, moveRequest, partyOf, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, invitationOrder, logOrder, mailOrder, owe } from './owe.ts'
import { briefingOrders } from './oweBriefings.ts'
import { confirmHolds } from './takeHolds.ts'

// Takes:   a request whose proposal everybody has approved, with holds taken and a format known.
// Reads:   the live interviews of before, when this is a move.
// Writes:  one interview per session with its invitations, the request's state, firm holds.
// Effects: invitations to everybody, ATS interview, ATS stage, ATS log "booked", day-of reminders, briefings, the card; rows of this one transaction.
// Refuses when: the transition table says no.

/** Local time of the day-of reminder, minutes after midnight; earlier interviews are reminded of two hours before. */
const dayOfMinute = 8 * 60

export async function confirmInterview(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  proposal: Pick<Proposal, 'slots'>,
): Promise<void> {
  const { request } = bundle
  const format = request.format
  if (!format) throw new Error('confirmInterview needs a format')
  await confirmHolds(tx, bundle)
  const confirmed: Interview[] = []
  for (const slot of proposal.slots) confirmed.push(await placeInterview(tx, deps, bundle, slot, format))
  const first = confirmed[0]
  if (!first) throw new Error('a proposal has at least one slot')
  const moved = await moveRequest(
    tx,
    deps,
    cause,
    request,
    'confirmed',
    'confirm',
    { interviewId: first.id, format },
    {
      interviewIds: confirmed.map((i) => i.id),
    },
  )
  for (const interview of confirmed) {
    const before = liveInterviews(bundle).find((i) => i.id === interview.id) ?? null
    await oweInterview(tx, deps, bundle, interview, before)
  }
  await oweStage(tx, deps, bundle)
  await owe(tx, deps, [cardOrder(deps, request.id, moved.version)])
}

/** The stage moves once per request and target: a request that was postponed and booked again has moved it already. */
async function oweStage(tx: Tx, deps: Deps, { request }: RequestBundle): Promise<void> {
  const { toStageId, fromStageId, applicationId } = request
  if (!toStageId || toStageId === fromStageId) return
  const key = `${request.id}:stage:${toStageId}`
  if ((await tx.count('effects', { key })) > 0) return
  await owe(tx, deps, [
    { key, requestId: request.id, payload: { kind: 'atsStage', applicationId, fromStageId, toStageId } },
  ])
}

/** Creates the interview of a session, or moves the one that stands: same UIDs, SEQUENCE raised (RFC 5546 2.1.4). */
async function placeInterview(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  slot: Slot,
  format: JoinFormat,
): Promise<Interview> {
  const now = deps.clock.now()
  const { request } = bundle
  const times = { startsAt: new Date(slot.startsAt), endsAt: new Date(slot.endsAt) }
  const standing = liveInterviews(bundle).find((i) => i.sessionId === slot.sessionId)
  if (standing) {
    const interview = await tx.update(
      'interviews',
      standing.id,
      { ...times, format, partyIds: slot.partyIds, sequence: standing.sequence + 1, updatedAt: now },
      { version: standing.version },
    )
    await fitInvitations(tx, deps, bundle, interview, standing.partyIds)
    return interview
  }
  const session = bundle.sessions.find((s) => s.id === slot.sessionId)
  const interview = await tx.insert('interviews', {
    id: deps.ids.next('interview'),
    requestId: request.id,
    sessionId: slot.sessionId,
    version: 0,
    state: 'scheduled',
    title: bundle.sessions.length > 1 ? (session?.title ?? request.title) : request.title,
    ...times,
    format,
    partyIds: slot.partyIds,
    sequence: 0,
    atsInterviewId: null,
    cancelReason: null,
    createdAt: now,
    updatedAt: now,
  })
  for (const partyId of invitationPartyIds(bundle, interview))
    await insertInvitation(tx, deps, bundle, interview, partyId)
  return interview
}

/** Agency: a calendar object per party and a transparent copy for the recruiter. In-house: one for all, and the recruiter's copy. */
function invitationPartyIds(bundle: RequestBundle, interview: Interview): (PartyId | null)[] {
  const recruiter = bundle.parties.find((p) => p.role === 'recruiter')
  const isRecruiterIn = recruiter !== undefined && interview.partyIds.includes(recruiter.id)
  const copies = recruiter && !isRecruiterIn ? [recruiter.id] : []
  return bundle.request.kind === 'agency' ? [...interview.partyIds, ...copies] : [null, ...copies]
}

async function insertInvitation(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  interview: Interview,
  partyId: PartyId | null,
): Promise<Invitation> {
  const id = deps.ids.next('invitation')
  const isCopy = partyId !== null && !interview.partyIds.includes(partyId)
  // An object that several people share has one organizer: the address is the recruiter's of this request.
  const answered = bundle.parties.find((p) => (partyId === null ? p.role === 'recruiter' : p.id === partyId))
  return tx.insert('invitations', {
    id,
    interviewId: interview.id,
    requestId: bundle.request.id,
    partyId,
    uid: `${id}@${hostOf(deps.mailFrom)}`,
    isTransparent: isCopy,
    organizerEmail: (answered && deps.replies?.addressOf(tx.tenantId, answered)) ?? null,
  })
}

/** When other people take part after a move: newcomers get an invitation, those who left a cancellation. */
async function fitInvitations(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  interview: Interview,
  before: readonly PartyId[],
): Promise<void> {
  const left = before.filter((partyId) => !interview.partyIds.includes(partyId))
  if (bundle.request.kind !== 'agency') {
    const shared = bundle.invitations.find((i) => i.interviewId === interview.id && i.partyId === null)
    if (shared) await owe(tx, deps, leavingOrders(bundle, interview, shared, left))
    return
  }
  const isKnown = (partyId: PartyId) =>
    bundle.invitations.some((i) => i.interviewId === interview.id && i.partyId === partyId)
  // Who comes back has a calendar object from before; the higher SEQUENCE brings it to life again.
  for (const partyId of interview.partyIds)
    if (!isKnown(partyId)) await insertInvitation(tx, deps, bundle, interview, partyId)
  for (const partyId of left) {
    const invitation = bundle.invitations.find((i) => i.interviewId === interview.id && i.partyId === partyId)
    if (invitation) await owe(tx, deps, leavingOrders(bundle, interview, invitation, [partyId]))
  }
}

/** The recruiter who no longer takes part keeps a copy, and gets the change like everybody. */
function leavingOrders(bundle: RequestBundle, interview: Interview, invitation: Invitation, left: readonly PartyId[]) {
  return left
    .filter((partyId) => partyOf(bundle, partyId).role !== 'recruiter')
    .map((partyId) =>
      invitationOrder(
        bundle.request.id,
        interview.id,
        invitation.id,
        partyId,
        'CANCEL',
        interview.sequence,
        wordsFor(partyOf(bundle, partyId).locale).replies.news.reasons.withoutYou,
      ),
    )
}

/** Brings people into an agency interview that stands: a calendar object of their own, and nobody else's changes. */
export async function addToInterview(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  standing: Interview,
  partyIds: readonly PartyId[],
): Promise<void> {
  const interview = await tx.update(
    'interviews',
    standing.id,
    { partyIds: [...standing.partyIds, ...partyIds], updatedAt: deps.clock.now() },
    { version: standing.version },
  )
  const { id: requestId } = bundle.request
  for (const partyId of partyIds) {
    const known = bundle.invitations.find((i) => i.interviewId === interview.id && i.partyId === partyId)
    const invitation = known ?? (await insertInvitation(tx, deps, bundle, interview, partyId))
    await owe(tx, deps, [
      invitationOrder(requestId, interview.id, invitation.id, partyId, 'REQUEST', interview.sequence, null),
      ...dayOfOrder(deps, bundle, interview, partyOf(bundle, partyId)),
    ])
  }
  const record = atsInterviewOrder(requestId, interview)
  await owe(tx, deps, [
    { ...record, key: `${record.key}:people:${interview.version}` },
    bookedLog(bundle, interview, partyIds),
    ...briefingOrders(deps, bundle, { ...interview, partyIds }),
  ])
}

/** Whether somebody has a calendar object of an interview: whoever takes part, and the recruiter's copy; not who was replaced. */
export function isRecipient(bundle: RequestBundle, interview: Interview, partyId: PartyId): boolean {
  return interview.partyIds.includes(partyId) || bundle.parties.some((p) => p.id === partyId && p.role === 'recruiter')
}

/** Who gets a mail for which calendar object. */
export function recipientsOf(bundle: RequestBundle, interview: Interview, invitations: readonly Invitation[]) {
  return invitations
    .filter((i) => i.interviewId === interview.id)
    .flatMap((invitation) =>
      invitation.partyId
        ? [{ invitation, partyId: invitation.partyId }]
        : interview.partyIds.map((partyId) => ({ invitation, partyId })),
    )
    .filter(({ partyId }) => isRecipient(bundle, interview, partyId))
}

async function oweInterview(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  interview: Interview,
  before: Interview | null,
): Promise<void> {
  const { request } = bundle
  const invitations = await tx.find('invitations', { where: { interviewId: interview.id } })
  const recipients = recipientsOf(bundle, interview, invitations)
  if (before) await withdrawDayOf(tx, deps, before.id)
  await owe(tx, deps, [
    ...recipients.map(({ invitation, partyId }) =>
      invitationOrder(
        request.id,
        interview.id,
        invitation.id,
        partyId,
        'REQUEST',
        interview.sequence,
        null,
        // Who joins now has never known the earlier time.
        before && isRecipient(bundle, before, partyId) ? before : null,
      ),
    ),
    atsInterviewOrder(request.id, interview),
    bookedLog(bundle, interview),
    ...interview.partyIds.flatMap((partyId) => dayOfOrder(deps, bundle, interview, partyOf(bundle, partyId))),
    ...briefingOrders(deps, bundle, interview),
  ])
}

export function atsInterviewOrder(requestId: Interview['requestId'], interview: Interview) {
  return {
    key: `${interview.id}:ats:${interview.sequence}`,
    requestId,
    interviewId: interview.id,
    payload: { kind: 'atsInterview' as const, interviewId: interview.id, sequence: interview.sequence },
  }
}

/** `joined`: who was brought in without any other change. */
function bookedLog(bundle: RequestBundle, interview: Interview, joined: readonly PartyId[] = []) {
  const reader = { zone: bundle.recruiter.zone, locale: bundle.recruiter.locale }
  const names = interview.partyIds.map((id) => partyOf(bundle, id).name)
  const place = placeOf(interview.format)
  const newcomers = joinNames(joined.map((id) => partyOf(bundle, id).name))
  const verb = newcomers ? `now with ${newcomers} too` : interview.sequence === 0 ? 'booked' : 'moved'
  const text = `${interview.title} ${verb}: ${formatRangeShort(interview, reader)} with ${joinNames(names)}. ${place}`
  return logOrder(
    bundle.request.id,
    'booked',
    newcomers ? `people:${interview.id}:${interview.version}` : `${interview.id}:${interview.sequence}`,
    text,
    interviewData(bundle, interview),
  )
}

/** The interview as data for the ATS record (R3). */
export function interviewData(bundle: RequestBundle, interview: Interview): Readonly<Record<string, unknown>> {
  return {
    title: interview.title,
    startsAt: interview.startsAt.toISOString(),
    endsAt: interview.endsAt.toISOString(),
    zone: bundle.recruiter.zone,
    participants: interview.partyIds.map((id) => {
      const party = partyOf(bundle, id)
      return { name: party.name, role: party.role }
    }),
    place: placeOf(interview.format),
    link: interview.format.kind === 'video' ? interview.format.url : null,
    sequence: interview.sequence,
  }
}

/** The reminder on the morning of the day, in the party's own zone; none when that moment has passed. */
function dayOfOrder(deps: Deps, bundle: RequestBundle, interview: Interview, party: Party) {
  const start = DateTime.fromJSDate(interview.startsAt, { zone: party.zone })
  const morning = start.startOf('day').plus({ minutes: dayOfMinute })
  const due = morning.plus({ hours: 1 }) <= start ? morning : start.minus({ hours: 2 })
  if (due.toMillis() <= deps.clock.now().getTime()) return []
  return [
    mailOrder(bundle.request.id, 'dayOf', party.id, `${interview.id}:${interview.sequence}`, {
      at: due.toJSDate(),
      interviewId: interview.id,
      data: { interviewId: interview.id, sequence: String(interview.sequence) },
    }),
  ]
}

function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
