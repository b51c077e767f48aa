import type { Clock } from '../domain/clock.ts'
import type { Ids } from '../domain/ids.ts'
import type { Store } from './port.ts'

interface StorePlace {
  dataFolder: string
  databaseUrl: string | null
  databaseAdminUrl: string | null
  isSingleRole: boolean
}

interface StoreTools {
  clock: Clock
  ids: Ids
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
}

/** PostgreSQL when an address is set, else the embedded database in the data folder; only the one that is used is loaded. */
export async function openStore(place: StorePlace, tools: StoreTools): Promise<Store> {
  if (place.databaseUrl) {
    const { openPostgresStore } = await import('./prisma/openPostgres.ts')
    const adminUrl = place.databaseAdminUrl ?? place.databaseUrl
    return openPostgresStore({ url: place.databaseUrl, adminUrl, isSingleRole: place.isSingleRole, ...tools })
  }
  const { openPgliteStore } = await import('./prisma/openPglite.ts')
  return openPgliteStore({ folder: place.dataFolder, ...tools })
}
