import type { StreamPosition } from '../domain/connection.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'
import type { Deps } from './deps.ts'
import { needConnection } from './readConnections.ts'

// Takes:   the wish to have a connection read at once.
// Reads:   the connection.
// Writes:  that it is due, with all of its lists: also those that are read seldom.
// Effects: the sync reads it at its next look, and tells what has changed.
// Refuses when: the member may not see it.

export async function syncNow(
  deps: Pick<Deps, 'store' | 'clock'>,
  tenantId: TenantId,
  memberId: MemberId,
  id: string,
): Promise<void> {
  await deps.store.inTenant(tenantId, async (tx) => {
    const { connection } = await needConnection(tx, memberId, id, 'see')
    const asUnread = ([name, position]: [string, StreamPosition]) => [name, { ...position, readAt: null }]
    // One that is being read at this moment keeps its places; it is looked at again afterwards.
    const isBusy = connection.claimedUntil !== null && connection.claimedUntil > deps.clock.now()
    await tx.update('connections', id, {
      nextSyncAt: deps.clock.now(),
      ...(isBusy ? {} : { positions: Object.fromEntries(Object.entries(connection.positions).map(asUnread)) }),
    })
  })
}
