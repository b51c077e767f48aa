import { isParleyError } from '../domain/errors.ts'
import { formatInstant } from '../domain/formatTime.ts'
import type { PartyId, TenantId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import type { Tx } from '../store/port.ts'
import { needBundle, type RequestBundle } from './bundle.ts'
import type { Deps } from './deps.ts'
import { silentParties } from './nudge.ts'
import { cardOrder, mailOrder, owe, say } from './owe.ts'

// Takes:   the time: called every minute.
// Reads:   parties whose newest link expires within a day, and whether we still wait for them.
// Writes:  that the recruiter was told; the one automatic renewal.
// Effects: a line in the thread; a mail with a new link the first time, buttons for the recruiter the second time.
// Refuses when: nobody waits for the party; then its link may end.

const warnBeforeMs = 24 * 3_600_000
const batchSize = 200

export async function watchLinks(deps: Deps, tenantId: TenantId): Promise<void> {
  const before = new Date(deps.clock.now().getTime() + warnBeforeMs)
  for (;;) {
    const expiring = await deps.store.inTenant(tenantId, (tx) =>
      tx.find('parties', { where: { linkExpiresAt: { lte: before }, linkWarnedAt: null }, limit: batchSize }),
    )
    for (const party of expiring) await watchOne(deps, tenantId, party.id)
    if (expiring.length < batchSize) return
  }
}

async function watchOne(deps: Deps, tenantId: TenantId, partyId: PartyId): Promise<void> {
  try {
    await deps.store.inTenant(tenantId, async (tx) => {
      const party = await tx.get('parties', partyId)
      if (!party?.linkExpiresAt || party.linkWarnedAt) return
      const mine = { linkExpiresAt: party.linkExpiresAt, linkWarnedAt: null }
      await tx.update('parties', party.id, { linkWarnedAt: deps.clock.now() }, mine)
      const bundle = await needBundle(tx, party.requestId)
      if (!silentParties(bundle).some((p) => p.id === party.id)) return
      if (party.linkRenewedCount === 0) await renew(tx, deps, bundle, party)
      else await escalate(tx, deps, bundle, party)
      await owe(tx, deps, [cardOrder(deps, bundle.request.id, bundle.request.version)])
    })
  } catch (error) {
    if (!isParleyError(error, 'stale')) throw error
  }
}

function targetOf(bundle: RequestBundle) {
  const { request } = bundle
  return { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id }
}

function expiryWords(bundle: RequestBundle, party: Party): string {
  const reader = { zone: bundle.recruiter.zone, locale: bundle.recruiter.locale }
  return party.linkExpiresAt ? formatInstant(party.linkExpiresAt, reader) : 'soon'
}

async function renew(tx: Tx, deps: Deps, bundle: RequestBundle, party: Party): Promise<void> {
  await tx.update('parties', party.id, { linkRenewedCount: party.linkRenewedCount + 1 })
  await owe(tx, deps, [mailOrder(bundle.request.id, 'renewedLink', party.id, deps.ids.next('renewal'))])
  await say(tx, deps, targetOf(bundle), `${party.id}:linkRenewed:${party.linkRenewedCount}`, {
    parts: [
      {
        kind: 'note',
        tone: 'info',
        text: `${party.name} has not answered, and the link in the mail expires ${expiryWords(bundle, party)}. I am mailing a new one; this happens by itself once.`,
      },
    ],
    actions: [],
  })
}

/** The second time a person decides: a mail that is ignored twice is better followed by a call. */
async function escalate(tx: Tx, deps: Deps, bundle: RequestBundle, party: Party): Promise<void> {
  const { request } = bundle
  const data = { requestId: request.id, partyId: party.id }
  await say(tx, deps, targetOf(bundle), `${party.id}:linkExpires:${party.linkExpiresAt?.toISOString()}`, {
    parts: [
      {
        kind: 'note',
        tone: 'warning',
        text: `${party.name} has not answered for ${request.candidateName}, ${request.title}, and the renewed link expires ${expiryWords(bundle, party)}. It is your turn: a call may help${party.phone ? ` (${party.phone})` : ''}.`,
      },
    ],
    actions: [
      { kind: 'replaceLink', data, label: `New link for ${party.name}`, style: 'primary' },
      {
        kind: 'cancel',
        data: { requestId: request.id },
        label: 'Cancel the request',
        style: 'danger',
        confirm: 'Everybody who was asked is told that it ends.',
      },
    ],
  })
}
