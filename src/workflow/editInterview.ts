import type { Slot } from '../domain/proposal.ts'
import type { Tx } from '../store/port.ts'
import { liveInterviews, moveRequest, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import { addToInterview, confirmInterview } from './confirmInterview.ts'
import type { Deps } from './deps.ts'
import { isOnlyAdding } from './editConsequences.ts'
import { changePeople, type EditPerson } from './editPeople.ts'
import { cardOrder, owe } from './owe.ts'
import type { RequestEdit } from './requestEdit.ts'
import { confirmHolds, takeHolds } from './takeHolds.ts'

/**
 * Changes what is agreed, at the time that is agreed: the interview keeps its calendar objects. Throws `slotTaken` when
 * somebody has another interview in the added minutes.
 */
export async function editInterview(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  edit: RequestEdit,
  people: readonly EditPerson[],
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  const { request } = bundle
  const approved = bundle.proposals.find((p) => p.state === 'approved')
  const before = request.state === 'confirmed' ? standingSlots(bundle) : (approved?.slots ?? [])
  if (before.length === 0) return { kind: 'tooLate' }
  if (edit.durationMinutes !== null)
    for (const session of bundle.sessions)
      await tx.update('sessions', session.id, { durationMinutes: edit.durationMinutes })
  if (edit.isRecruiterAttending !== null)
    await tx.update('requests', request.id, { isRecruiterAttending: edit.isRecruiterAttending })
  const change = await changePeople(tx, deps, bundle, edit, people)
  const recruiter = change.bundle.parties.find((p) => p.role === 'recruiter')
  const joining = [...change.added.map((p) => p.id), ...(edit.isRecruiterAttending && recruiter ? [recruiter.id] : [])]
  const leaving = new Set([
    ...change.removed.map((p) => p.id),
    ...(edit.isRecruiterAttending === false && recruiter ? [recruiter.id] : []),
  ])
  const slots = before.map((slot) => ({
    ...slot,
    endsAt: edit.durationMinutes === null ? slot.endsAt : endOf(slot, edit.durationMinutes),
    partyIds: [...new Set([...slot.partyIds.filter((id) => !leaving.has(id)), ...joining])],
  }))
  const format = edit.format ?? request.format
  const fresh = { ...change.bundle, request: { ...change.bundle.request, format } }
  await takeHolds(tx, deps, fresh, { slots })
  if (request.state === 'confirmed' && isOnlyAdding(bundle, edit)) {
    await confirmHolds(tx, fresh)
    for (const interview of liveInterviews(fresh)) await addToInterview(tx, deps, fresh, interview, joining)
    const moved = await moveRequest(tx, deps, cause, change.bundle.request, 'confirmed', 'edit', {}, { edit })
    await owe(tx, deps, [cardOrder(deps, request.id, moved.version)])
    return { kind: 'done' }
  }
  if (request.state === 'confirmed' || format !== null) {
    await confirmInterview(tx, deps, cause, fresh, { slots })
    return { kind: 'done' }
  }
  if (approved) await tx.update('proposals', approved.id, { slots, endsAt: new Date(slots.at(-1)?.endsAt ?? 0) })
  const moved = await moveRequest(tx, deps, cause, change.bundle.request, 'agreed', 'edit', {}, { edit })
  await owe(tx, deps, [cardOrder(deps, request.id, moved.version)])
  return { kind: 'done' }
}

function standingSlots(bundle: RequestBundle): Slot[] {
  return liveInterviews(bundle).map(({ sessionId, startsAt, endsAt, partyIds }) => ({
    sessionId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    partyIds,
  }))
}

function endOf({ startsAt }: Slot, durationMinutes: number): string {
  return new Date(new Date(startsAt).getTime() + durationMinutes * 60_000).toISOString()
}
