import { mergeIntervals } from '../domain/availability.ts'
import { formatTimeOfDay } from '../domain/formatTime.ts'
import { outsiderRoles, type Party } from '../domain/party.ts'
import type { Tx } from '../store/port.ts'
import { isLocked, liveInterviews, type RequestBundle, windowsOf } from './bundle.ts'
import { editsTimes, type RequestEdit } from './requestEdit.ts'
import type { Speech } from './speech.ts'

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
export function consequencesOf(
  bundle: RequestBundle,
  edit: RequestEdit,
  askedIds: ReadonlySet<string>,
  { words, list }: Speech,
): string[] {
  const { request } = bundle
  const { causes } = words.changes
  const say = (sentence: (names: string, count: number) => string, names: readonly string[]) =>
    names.length > 0 ? [sentence(list(names), names.length)] : []
  const removed = bundle.parties.filter((p) => edit.removedPartyIds.includes(p.id))
  const added = edit.added.map((p) => p.name)
  if (request.state === 'agreed') return [causes.nobodyInvited]
  if (request.state === 'confirmed') {
    if (isOnlyAdding(bundle, edit)) return say(causes.onlyInvited, added)
    return [
      causes.sameEntry,
      ...say(
        causes.cancellation,
        removed.map((p) => p.name),
      ),
    ]
  }
  const told = toldOfEdit(bundle, edit, askedIds).map((p) => p.name)
  const isOffered = ['choosing', 'approving'].includes(request.state)
  const released = removed.filter((p) => askedIds.has(p.id)).map((p) => p.name)
  const sentences = [
    ...(liveInterviews(bundle).length > 0 ? [causes.stands] : []),
    ...(isOffered && editsTimes(edit) ? [causes.searchAnew] : []),
    ...say(causes.toldByMail, told),
    ...say(causes.toldOfLeaving, released),
    ...(request.order === 'candidateFirst' ? [] : say(causes.asked, added)),
  ]
  return sentences.length > 0 ? sentences : [causes.nobodyTold]
}

/** What may not suit: a longer interview reaches over what people offered. */
export function warningsOf(bundle: RequestBundle, edit: RequestEdit, { words, reader }: Speech): string[] {
  if (!isLocked(bundle) || edit.durationMinutes === null) return []
  const approved = bundle.proposals.find((p) => p.state === 'approved')
  const startsAt = liveInterviews(bundle)[0]?.startsAt ?? approved?.startsAt
  if (!startsAt) return []
  const endsAt = new Date(startsAt.getTime() + edit.durationMinutes * 60_000)
  return bundle.parties.flatMap((party) => {
    const offered = mergeIntervals(windowsOf(bundle, party.id))
    const around = offered.find((w) => w.startsAt <= startsAt && w.endsAt > startsAt)
    return party.isAttending && around && around.endsAt < endsAt
      ? [words.changes.causes.offeredUntil(party.name, formatTimeOfDay(around.endsAt, reader))]
      : []
  })
}
