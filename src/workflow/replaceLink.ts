import type { TenantId } from '../domain/ids.ts'
import { isClosed } from '../domain/request.ts'
import { needBundle, partyOf } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, mailOrder, owe } from './owe.ts'

// Takes:   a party whose links must no longer work: forwarded, lost, sent to the wrong person.
// Reads:   the request.
// Writes:  all links of the party revoked.
// Effects: a mail with a new link to the party, the card.
// Refuses when: the request is closed (`tooLate`).

export async function replaceLink(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; partyId: string },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    if (isClosed(request.state)) return { kind: 'tooLate' }
    const party = partyOf(bundle, input.partyId)
    const now = deps.clock.now()
    const links = await tx.find('links', { where: { partyId: party.id } })
    for (const link of links) if (!link.revokedAt) await tx.update('links', link.id, { revokedAt: now })
    await recordAudit(tx, deps, cause, {
      requestId: request.id,
      action: 'replaceLink',
      fromState: request.state,
      toState: request.state,
      data: { partyId: party.id, linkCount: links.length },
    })
    await owe(tx, deps, [
      mailOrder(request.id, 'renewedLink', party.id, deps.ids.next('renewal')),
      cardOrder(deps, request.id, request.version),
    ])
    return { kind: 'done' }
  })
}
