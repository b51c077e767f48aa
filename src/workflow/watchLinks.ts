import { isParleyError } from '../domain/errors.ts'
import { formatInstant } from '../domain/formatTime.ts'
import type { PartyId, TenantId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import type { Tx } from '../store/port.ts'
import { needBundle, type RequestBundle } from './bundle.ts'
import type { Deps } from './deps.ts'
import { silentParties } from './nudge.ts'
import { cardOrder, mailOrder, owe, say } from './owe.ts'
import type { Speech } from './speech.ts'

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

function expiryWords({ words, reader }: Speech, { linkExpiresAt }: Party): string {
  return linkExpiresAt ? formatInstant(linkExpiresAt, reader) : words.news.links.soon
}

async function renew(tx: Tx, deps: Deps, bundle: RequestBundle, party: Party): Promise<void> {
  await tx.update('parties', party.id, { linkRenewedCount: party.linkRenewedCount + 1 })
  await owe(tx, deps, [mailOrder(bundle.request.id, 'renewedLink', party.id, deps.ids.next('renewal'))])
  const key = `${party.id}:linkRenewed:${party.linkRenewedCount}`
  await say(tx, deps, targetOf(bundle), key, (speech) => ({
    parts: [
      { kind: 'note', tone: 'info', text: speech.words.news.links.renewed(party.name, expiryWords(speech, party)) },
    ],
    actions: [],
  }))
}

/** The second time a person decides: a mail that is ignored twice is better followed by a call. */
async function escalate(tx: Tx, deps: Deps, bundle: RequestBundle, party: Party): Promise<void> {
  const { request } = bundle
  const data = { requestId: request.id, partyId: party.id }
  const key = `${party.id}:linkExpires:${party.linkExpiresAt?.toISOString()}`
  await say(tx, deps, targetOf(bundle), key, (speech) => {
    const { links } = speech.words.news
    const facts = [party.name, request.candidateName, request.title, expiryWords(speech, party)] as const
    return {
      parts: [
        {
          kind: 'note',
          tone: 'warning',
          text: party.phone ? links.expiresPhone(...facts, party.phone) : links.expires(...facts),
        },
      ],
      actions: [
        { kind: 'replaceLink', data, label: links.fresh(party.name), style: 'primary' },
        {
          kind: 'cancel',
          data: { requestId: request.id },
          label: links.cancel,
          style: 'danger',
          confirm: links.cancelConfirm,
        },
      ],
    }
  })
}
