import type { Clock } from '../../src/domain/clock.ts'
import type { Ids } from '../../src/domain/ids.ts'
import { openMemoryStore } from '../../src/store/memory/memoryStore.ts'
import type { Engine } from './runSeed.ts'

/** A new store for every seed. */
export const memoryEngine: Engine = {
  open: async ({ clock, ids }) => {
    const store = openMemoryStore({ clock, ids })
    return { store, tenantId: await store.createTenant() }
  },
}

/** One embedded database for all seeds, a tenant for each; clock and identifiers are those of the seed under way. */
export async function openPgliteEngine(): Promise<Engine & { close(): Promise<void> }> {
  const { openPgliteStore } = await import('../../src/store/prisma/openPglite.ts')
  const { openSnapshot } = await import('../fakes/testStore.ts')
  let current: { clock: Clock; ids: Ids } | null = null
  const now = () => current?.clock.now() ?? new Date('2027-03-01T08:00:00Z')
  const need = () => {
    if (!current) throw new Error('no seed is under way')
    return current.ids
  }
  const store = await openPgliteStore({
    folder: null,
    snapshot: await openSnapshot(),
    clock: { now },
    ids: { next: (kind) => need().next(kind), secret: () => need().secret() },
    log: () => {},
  })
  return {
    open: async (world) => {
      current = world
      return { store, tenantId: await store.createTenant() }
    },
    close: () => store.close(),
  }
}
