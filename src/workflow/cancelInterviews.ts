import type { Effect } from '../domain/effect.ts'
import type { Interview } from '../domain/interview.ts'
import type { Tx } from '../store/port.ts'
import { withdrawDayOf } from './askEverybody.ts'
import { liveInterviews, type RequestBundle } from './bundle.ts'
import { atsInterviewOrder, recipientsOf } from './confirmInterview.ts'
import type { Deps } from './deps.ts'
import { invitationOrder, owe, withdrawOwed } from './owe.ts'
import { releaseHolds } from './takeHolds.ts'

/**
 * Takes the request's standing interviews off everybody's calendar: SEQUENCE raised (calendars ignore a CANCEL that does
 * not raise it), CANCEL with the reason to each recipient, ATS record cancelled, holds freed.
 */
export async function cancelInterviews(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  reason: string | null,
): Promise<Interview[]> {
  const cancelled: Interview[] = []
  for (const standing of liveInterviews(bundle)) {
    const interview = await tx.update(
      'interviews',
      standing.id,
      { state: 'cancelled', sequence: standing.sequence + 1, cancelReason: reason, updatedAt: deps.clock.now() },
      { version: standing.version },
    )
    await withdrawDayOf(tx, deps, interview.id)
    const invited = await withdrawUnsent(tx, deps, interview)
    await owe(tx, deps, [
      ...recipientsOf(bundle, interview, bundle.invitations)
        .filter(({ invitation, partyId }) => invited.has(`${invitation.id}:${partyId}`))
        .map(({ invitation, partyId }) =>
          invitationOrder(
            bundle.request.id,
            interview.id,
            invitation.id,
            partyId,
            'CANCEL',
            interview.sequence,
            reason,
          ),
        ),
      atsInterviewOrder(bundle.request.id, interview),
    ])
    cancelled.push(interview)
  }
  await releaseHolds(tx, bundle, 'all')
  return cancelled
}

/**
 * Takes back invitations nobody has tried to send: who never got one needs no cancellation.
 * @returns who may have got one, as `invitationId:partyId`
 */
async function withdrawUnsent(tx: Tx, deps: Deps, interview: Interview): Promise<ReadonlySet<string>> {
  const effects = await tx.find('effects', { where: { interviewId: interview.id, kind: 'invitation' } })
  await withdrawOwed(
    tx,
    deps,
    // A cancellation that is owed is that of somebody who was replaced, and stands.
    effects.filter((e) => !mayHaveGone(e) && e.payload.kind === 'invitation' && e.payload.method === 'REQUEST'),
  )
  return new Set(
    effects.flatMap((effect) => {
      const { payload, state } = effect
      return payload.kind === 'invitation' &&
        payload.method === 'REQUEST' &&
        state !== 'withdrawn' &&
        mayHaveGone(effect)
        ? [`${payload.invitationId}:${payload.partyId}`]
        : []
    }),
  )
}

/** A retry that somebody pressed counts its attempts from zero again; what became of the earlier ones is still on the row. */
function mayHaveGone({ attempts, lastError }: Effect): boolean {
  return attempts > 0 || lastError !== null
}
