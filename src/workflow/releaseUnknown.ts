import type { TenantId } from '../domain/ids.ts'
import { moveRequest, needBundle, partyOf } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe, owePropose } from './owe.ts'

// Takes:   the recruiter's decision to go on without a member's answer.
// Reads:   the request.
// Writes:  the member as not needed; its time stays unknown, and proposals say that they depend on it.
// Effects: the card, a search for slots.
// Refuses when: we do not wait for this person (`tooLate`).

export async function releaseUnknown(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; partyId: string },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const party = partyOf(bundle, input.partyId)
    if (bundle.request.state !== 'collecting' || party.answer !== 'asked' || !party.memberId) return { kind: 'tooLate' }
    await tx.update('parties', party.id, { answer: 'notNeeded' })
    const moved = await moveRequest(
      tx,
      deps,
      cause,
      bundle.request,
      'collecting',
      'goOnWithout',
      {},
      { partyId: party.id },
    )
    await owe(tx, deps, [cardOrder(deps, moved.id, moved.version)])
    await owePropose(tx, deps, moved.id)
    return { kind: 'done' }
  })
}
