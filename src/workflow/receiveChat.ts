import type { InboundChat } from '../bot/inbound.ts'
import type { Deps } from './deps.ts'

// Takes:   what somebody wrote in Slack or Teams, by that surface's own ids.
// Reads:   whether an unaddressed message stands in a thread in which Parley takes part.
// Writes:  the inbox row; who it was and in which thread is settled after the acknowledgement (settleChat.ts).
// Effects: none yet.
// Refuses when: it was there already, or nobody spoke to Parley: false, and nothing is kept.

/** Longer than any message of the web chat may be; what is beyond it is not read, and said so. */
export const chatTextMax = 12_000

/** Stores a chat message before it is acknowledged: one row in one transaction, whatever becomes of it. */
export async function receiveChat(deps: Pick<Deps, 'store' | 'clock' | 'ids'>, input: InboundChat): Promise<boolean> {
  const at = deps.clock.now()
  const { tenantId, surface, workspaceId, userId, place, isAddressed, person } = input
  const text = input.text.replaceAll('\0', '').slice(0, chatTextMax)
  return deps.store.inTenant(tenantId, async (tx) => {
    if (!isAddressed && (await tx.count('threads', { surface, externalId: place.externalId })) === 0) return false
    return tx.receive({
      id: deps.ids.next('inbound'),
      source: surface,
      externalId: input.eventId,
      payload: { kind: 'chat', surface, workspaceId, userId, place, text, isAddressed, person: person ?? {} },
      state: 'received',
      reason: null,
      attempts: 0,
      receivedAt: at,
      handledAt: null,
    })
  })
}
