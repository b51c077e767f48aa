import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import { outsiderRoles } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import { needBundle, partyOf } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { mintLink } from './links.ts'

// Takes:   the recruiter's wish to hand somebody the link by another way than a mail.
// Reads:   the request.
// Writes:  a fresh link of the party, beside those that were mailed, and who asked for it. Its secret is in the answer only.
// Effects: none.
// Refuses when: the request is closed (`tooLate`); the party is a member, who has no link.

export async function showLink(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; partyId: string },
): Promise<{ kind: 'done'; name: string; url: string } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    if (isClosed(request.state)) return { kind: 'tooLate' }
    const party = partyOf(bundle, input.partyId)
    if (!outsiderRoles.includes(party.role))
      throw new ParleyError('notAllowed', 'A member answers in Parley and has no link.', {
        wording: { key: 'memberHasNoLink' },
      })
    const { url } = await mintLink(tx, deps, party)
    await recordAudit(tx, deps, cause, {
      requestId: request.id,
      action: 'showLink',
      fromState: request.state,
      toState: request.state,
      data: { partyId: party.id },
    })
    return { kind: 'done', name: party.name, url }
  })
}
