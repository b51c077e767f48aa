import { mergeIntervals } from '../domain/availability.ts'
import { formatTimeOfDay, type Reader } from '../domain/formatTime.ts'
import { namesWith } from '../domain/names.ts'
import { outsiderRoles, type Party } from '../domain/party.ts'
import type { Tx } from '../store/port.ts'
import { isLocked, liveInterviews, type RequestBundle, windowsOf } from './bundle.ts'
import { editsTimes, type RequestEdit } from './requestEdit.ts'

const askTemplates: ReadonlySet<string> = new Set(['request', 'askAnew', 'nothingFits', 'changed'])

/** Parties who have been asked for times by mail. */
export async function readAsked(tx: Tx, { request }: RequestBundle): Promise<ReadonlySet<string>> {
  const sent = await tx.find('effects', {
    where: { requestId: request.id, kind: 'mail', state: { in: ['done', 'trying', 'asked'] } },
  })
  return new Set(
    sent.flatMap(({ payload }) =>
      payload.kind === 'mail' && askTemplates.has(payload.template) ? [payload.partyId] : [],
    ),
  )
}

/**
 * Who is told by mail that what they were asked has changed: whoever has not answered yet, and whoever has when it takes
 * longer now. Those who decide on times get a new mail anyway.
 */
export function toldOfEdit(bundle: RequestBundle, edit: RequestEdit, askedIds: ReadonlySet<string>): Party[] {
  if (!['collecting', 'noOverlap', 'declined'].includes(bundle.request.state)) return []
  const isLonger = (edit.durationMinutes ?? 0) > (bundle.sessions[0]?.durationMinutes ?? 0)
  if (edit.durationMinutes === null && edit.rules === null) return []
  return bundle.parties.filter(
    (p) =>
      outsiderRoles.includes(p.role) &&
      p.isAttending &&
      askedIds.has(p.id) &&
      !edit.removedPartyIds.includes(p.id) &&
      (p.answer === 'asked' || (p.answer === 'answered' && isLonger)),
  )
}

/** Whether an edit of a confirmed agency interview only brings somebody in: then nobody else's calendar entry changes. */
export function isOnlyAdding({ request, parties, invitations }: RequestBundle, edit: RequestEdit): boolean {
  // Who was taken out and comes back has a cancellation in the calendar: only a higher SEQUENCE stands above it.
  const isBack = ({ recordId }: { recordId: string }) =>
    parties.some((p) => p.recordId === recordId && invitations.some((i) => i.partyId === p.id))
  return (
    request.kind === 'agency' &&
    !edit.added.some(isBack) &&
    edit.added.length > 0 &&
    edit.removedPartyIds.length === 0 &&
    edit.durationMinutes === null &&
    edit.format === null &&
    edit.isRecruiterAttending === null
  )
}

/** What a press will cause, in sentences. */
export function consequencesOf(bundle: RequestBundle, edit: RequestEdit, askedIds: ReadonlySet<string>): string[] {
  const { request } = bundle
  const removed = bundle.parties.filter((p) => edit.removedPartyIds.includes(p.id)).map((p) => p.name)
  const added = edit.added.map((p) => p.name)
  if (request.state === 'agreed') return ['No invitation has gone out yet, so nobody is told now.']
  if (request.state === 'confirmed') {
    if (isOnlyAdding(bundle, edit))
      return [`${namesWith(added, 'gets', 'get')} an invitation; nobody else is written to.`]
    return [
      'Everybody who is invited gets the change in the same calendar entry.',
      ...(removed.length > 0 ? [`${namesWith(removed, 'gets', 'get')} a cancellation.`] : []),
    ]
  }
  const told = toldOfEdit(bundle, edit, askedIds).map((p) => p.name)
  const isOffered = ['choosing', 'approving'].includes(request.state)
  const released = bundle.parties.filter((p) => edit.removedPartyIds.includes(p.id) && askedIds.has(p.id))
  const sentences = [
    ...(liveInterviews(bundle).length > 0 ? ['The interview stands as it is until another time is agreed.'] : []),
    ...(isOffered && editsTimes(edit)
      ? ['The times offered so far are taken back and I look again; whoever decides gets a new mail.']
      : []),
    ...(told.length > 0
      ? [`${namesWith(told, 'was asked already and is', 'were asked already and are')} told by mail.`]
      : []),
    ...(released.length > 0
      ? [
          `${namesWith(
            released.map((p) => p.name),
            'was asked already and is',
            'were asked already and are',
          )} told that it goes on without them.`,
        ]
      : []),
    ...(added.length > 0 && request.order !== 'candidateFirst'
      ? [`${namesWith(added, 'is', 'are')} asked for times.`]
      : []),
  ]
  return sentences.length > 0 ? sentences : ['Nobody has to be told.']
}

/** What may not suit: a longer interview reaches over what people offered. */
export function warningsOf(bundle: RequestBundle, edit: RequestEdit, reader: Reader): string[] {
  if (!isLocked(bundle) || edit.durationMinutes === null) return []
  const approved = bundle.proposals.find((p) => p.state === 'approved')
  const startsAt = liveInterviews(bundle)[0]?.startsAt ?? approved?.startsAt
  if (!startsAt) return []
  const endsAt = new Date(startsAt.getTime() + edit.durationMinutes * 60_000)
  return bundle.parties.flatMap((party) => {
    const offered = mergeIntervals(windowsOf(bundle, party.id))
    const around = offered.find((w) => w.startsAt <= startsAt && w.endsAt > startsAt)
    return party.isAttending && around && around.endsAt < endsAt
      ? [`${party.name} offered times only until ${formatTimeOfDay(around.endsAt, reader)}.`]
      : []
  })
}
