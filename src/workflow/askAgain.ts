import type { TenantId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import { type AskReason, askParty } from './askParty.ts'
import { isBlockedByNo, isLocked, moveRequest, needBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe } from './owe.ts'
import { resumeWaiting } from './planReminder.ts'
import { releaseHolds } from './takeHolds.ts'

// Takes:   parties to be asked for other times, after nothing fitted or somebody declined.
// Reads:   the request.
// Writes:  these parties as asked; what they told us before stays on their page, to be added to.
// Effects: "nothing fits" mails or cards, the card.
// Refuses when: the time is settled or the request is closed (`tooLate`).

export async function askAgain(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; partyIds: readonly string[] },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    if (isClosed(bundle.request.state) || isLocked(bundle)) return { kind: 'tooLate' }
    await releaseHolds(tx, bundle, 'held')
    const isAsked = (party: Party) => input.partyIds.includes(party.id)
    const isStuck = isBlockedByNo(
      bundle.seats,
      bundle.parties.map((p) => (isAsked(p) ? { ...p, answer: 'asked' as const } : p)),
    )
    const moved = await moveRequest(
      tx,
      deps,
      cause,
      bundle.request,
      isStuck ? 'declined' : 'collecting',
      'askAgain',
      isStuck ? {} : { stuckReasons: [] },
      {
        partyIds: input.partyIds,
      },
    )
    if (bundle.request.state === 'declined' && !isStuck)
      await resumeWaiting(
        tx,
        deps,
        moved,
        bundle.parties.filter((p) => !isAsked(p)),
      )
    for (const party of bundle.parties.filter(isAsked))
      await askParty(tx, deps, moved, party, deps.clock.now(), whyOf(party))
    await owe(tx, deps, [cardOrder(deps, moved.id, moved.version)])
    return { kind: 'done' }
  })
}

/** Who was never asked is not asked for *other* times. */
function whyOf({ askedAt }: Party): AskReason {
  return { template: askedAt === null ? 'request' : 'nothingFits', reason: null }
}
