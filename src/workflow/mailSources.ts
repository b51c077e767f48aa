import { isParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Deps } from './deps.ts'

/** How far a mailbox has been read; null when it never was. */
export function readPosition(deps: Pick<Deps, 'store'>, tenantId: TenantId, name: string): Promise<string | null> {
  return deps.store.inTenant(tenantId, async (tx) => {
    const [source] = await tx.find('mailSources', { where: { name }, limit: 1 })
    return source?.position ?? null
  })
}

/** Notes how far a mailbox has been read. Two processes that read the same one overtake each other harmlessly. */
export async function keepPosition(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  tenantId: TenantId,
  name: string,
  position: string,
): Promise<void> {
  const updatedAt = deps.clock.now()
  try {
    await deps.store.inTenant(tenantId, async (tx) => {
      const [source] = await tx.find('mailSources', { where: { name }, limit: 1 })
      if (source) await tx.update('mailSources', source.id, { position, updatedAt })
      else await tx.insert('mailSources', { id: deps.ids.next('mailSource'), name, position, updatedAt })
    })
  } catch (error) {
    // Another process has just made the row: it is at about the same place.
    if (!isParleyError(error, 'duplicate')) throw error
  }
}
