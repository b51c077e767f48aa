import type { Interval } from '../domain/availability.ts'
import { isParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import { needBundle, partyOf } from './bundle.ts'
import type { Cause } from './cause.ts'
import { collectAvailability } from './collectAvailability.ts'
import type { Deps } from './deps.ts'
import { moveInterview } from './moveInterview.ts'

// Takes:   the recruiter's yes to another time that an attendee's calendar proposed (RFC 5546 COUNTER).
// Reads:   the request.
// Writes:  a move is begun, and the proposed time is entered for whoever proposed it.
// Effects: those of a move; the interview stands until everybody has agreed on a new time.
// Refuses when: no interview stands, or the proposed time has passed (`tooLate`).

export async function acceptCounter(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; partyId: string; window: Interval },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  const { requestId, partyId, window } = input
  if (window.startsAt <= deps.clock.now()) return { kind: 'tooLate' }
  const party = await deps.store.inTenant(tenantId, async (tx) => partyOf(await needBundle(tx, requestId), partyId))
  // Which time stays unsaid: what one side offers is not shown to the other before it fits.
  const moved = await moveInterview(deps, tenantId, cause, {
    requestId,
    fromOn: null,
    reason: null,
    reasonIn: ({ wishes }) => wishes(party.name),
    by: 'recruiter',
  })
  if (moved.kind !== 'done') return { kind: 'tooLate' }
  try {
    // The press has taken effect with the move: what follows is its second half, and asked for on the card if it fails.
    await collectAvailability(
      deps,
      tenantId,
      { actor: cause.actor, via: cause.via },
      {
        requestId,
        partyId,
        windows: [{ ...window, level: 'good' }],
        range: null,
        isFinal: true,
        zone: party.zone,
        locale: party.locale,
        note: party.note,
        by: 'recruiter',
      },
    )
  } catch (error) {
    if (!isParleyError(error)) throw error
    deps.log('counter.notEntered', { requestId, code: error.code })
  }
  return { kind: 'done' }
}
