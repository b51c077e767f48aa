import type { TenantId } from '../domain/ids.ts'
import { outsiderRoles } from '../domain/party.ts'
import { withdrawMails } from './askEverybody.ts'
import { liveInterviews, moveRequest, needBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, mailOrder, owe } from './owe.ts'
import { releaseHolds } from './takeHolds.ts'

// Takes:   the wish to end a move that was begun: the interview stays as it stands.
// Reads:   the request, its interview, who was asked for new times.
// Writes:  the request as confirmed again; proposals of the move are withdrawn. The interview and its holds were never touched.
// Effects: "the time stays" to outsiders who were asked, the card. Mails that have not gone out are taken back.
// Refuses when: no move is under way (`tooLate`).

export async function keepTime(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    const [interview] = liveInterviews(bundle)
    const isMoving = ['collecting', 'choosing', 'approving', 'noOverlap', 'declined'].includes(request.state)
    if (!interview || !isMoving) return { kind: 'tooLate' }
    await withdrawMails(tx, deps, request.id)
    await releaseHolds(tx, bundle, 'held')
    for (const proposal of bundle.proposals)
      if (proposal.state === 'offered') await tx.update('proposals', proposal.id, { state: 'withdrawn' })
    const moved = await moveRequest(tx, deps, cause, request, 'confirmed', 'keepTime', { stuckReasons: [] })
    const mails = await tx.find('effects', {
      where: { requestId: request.id, kind: 'mail', createdAt: { gte: interview.updatedAt } },
    })
    const wasAsked = (partyId: string) =>
      mails.some(
        (m) =>
          ['done', 'trying', 'asked'].includes(m.state) &&
          m.payload.kind === 'mail' &&
          m.payload.partyId === partyId &&
          m.payload.template !== 'dayOf',
      )
    await owe(tx, deps, [
      ...bundle.parties
        .filter((p) => outsiderRoles.includes(p.role) && interview.partyIds.includes(p.id) && wasAsked(p.id))
        .map((p) =>
          mailOrder(request.id, 'timeKept', p.id, `v${moved.version}`, {
            data: { interviewId: interview.id, sequence: String(interview.sequence) },
          }),
        ),
      cardOrder(deps, request.id, moved.version),
    ])
    return { kind: 'done' }
  })
}
