import type { TenantId } from '../domain/ids.ts'
import type { Deps } from './deps.ts'
import { syncDue } from './syncAts.ts'

// Takes:   the time: called every few seconds, never twice at once.
// Reads:   tenants in turn, a portion of each of their connections that are due.
// Writes:  what `syncAts` writes.
// Effects: the same.
// Refuses when: never; a tenant that fails does not hold up the others.

/** Who begins to wait while others are read for long is asked after so many milliseconds. */
const passMs = 15_000

/** Goes round until nobody has anything left to read at this moment. */
export async function syncInTurns(
  deps: Pick<Deps, 'store' | 'clock' | 'ids' | 'log' | 'systems'>,
  isStopping: () => boolean,
): Promise<void> {
  const read = async (tenantId: TenantId): Promise<boolean> => {
    if (isStopping()) return false
    try {
      return await syncDue(deps, tenantId)
    } catch (error) {
      deps.log('sync.failed', { tenantId, error: String(error) })
      return false
    }
  }
  for (;;) {
    const beganAtMs = deps.clock.now().getTime()
    let waiting: readonly TenantId[] = await deps.store.listTenants()
    do {
      const more: TenantId[] = []
      for (const tenantId of waiting) if (await read(tenantId)) more.push(tenantId)
      waiting = more
    } while (waiting.length > 0 && deps.clock.now().getTime() - beganAtMs < passMs)
    if (waiting.length === 0) return
  }
}
