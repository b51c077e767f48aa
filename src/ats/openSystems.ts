import type { Clock } from '../domain/clock.ts'
import type { AtsSystemId, Connection } from '../domain/connection.ts'
import { ParleyError } from '../domain/errors.ts'
import type { Access, AtsConnector, AtsSystem, AtsSystems } from './connector.ts'

export interface OpenSystemsOptions {
  all: readonly AtsSystem[]
  clock: Clock
  fetch: typeof fetch
  pause: (ms: number) => Promise<void>
  /** Null while no key to seal with is set: then nothing can be connected. */
  sealer: { seal(text: string, place: string): string; unseal(sealed: string, place: string): string } | null
  /** Addresses of stand-ins, by system: nothing else is asked then. */
  bases?: Partial<Record<AtsSystemId, Readonly<Record<string, string>>>>
  /** Systems whose stand-in is shown to people: connections made with it are marked, and never meet the vendor himself. */
  standIns?: ReadonlySet<AtsSystemId>
}

const openCountMax = 1000

/** Sealed for one row, a secret opens at no other. */
export function sealPlace({ tenantId, id }: Pick<Connection, 'tenantId' | 'id'>): string {
  return `${tenantId}/connections/${id}`
}

/** Opens connections with their secrets and keeps them open, because a connector remembers tokens and what is left of a limit. */
export function openSystems(options: OpenSystemsOptions): AtsSystems {
  const { all, clock, fetch, pause, sealer, bases = {}, standIns = new Set() } = options
  const byId = new Map(all.map((system) => [system.id, system]))
  const opened = new Map<string, { of: string; connector: AtsConnector }>()

  const find = (id: AtsSystemId): AtsSystem => {
    const system = byId.get(id)
    if (!system) throw new ParleyError('notConfigured', `Parley cannot be connected to "${id}".`)
    return system
  }
  const accessTo = (id: AtsSystemId, fields: Readonly<Record<string, string>>): Access => {
    const own = bases[id]
    return { fields, clock, pause, fetch, ...(own ? { bases: own } : {}) }
  }
  const tryOpen: AtsSystems['tryOpen'] = (id, fields) => find(id).open(accessTo(id, fields))
  const needSealer = () => {
    if (sealer) return sealer
    throw new ParleyError(
      'notConfigured',
      'Keys of an ATS are kept sealed, and there is no key to seal them with: set PARLEY_SECRET_KEY to at least 32 characters, and start Parley again.',
    )
  }
  const unseal = (connection: Connection): Record<string, string> => {
    if (!connection.sealedSecrets)
      throw new ParleyError('notConfigured', `The key of ${connection.name} is missing. Enter it under Integrations.`)
    return JSON.parse(needSealer().unseal(connection.sealedSecrets, sealPlace(connection))) as Record<string, string>
  }

  /** A key of the real account is not shown to a stand-in, and what was made with the stand-in is not sent to the vendor. */
  const assertMeant = ({ system, settings, name }: Connection): void => {
    const isMade = settings.standIn !== undefined
    if (isMade === standIns.has(system)) return
    throw new ParleyError(
      'unavailable',
      isMade
        ? `${name} answers only while Parley is started with --ats ${system}-stand-in. Start it so, or remove the connection.`
        : `While the demonstration runs with a stand-in, ${name} itself is not asked. Start Parley without --ats.`,
      { retry: 'later' },
    )
  }

  return {
    all,
    canSeal: sealer !== null,
    isStandIn: (id) => standIns.has(id),
    find,
    settle: async (id, fields) => (await find(id).settle?.(accessTo(id, fields))) ?? fields,
    tryOpen,
    unseal,
    seal: (secrets, row) => needSealer().seal(JSON.stringify(secrets), sealPlace(row)),
    open: (connection) => {
      assertMeant(connection)
      const { tenantId, id, system, settings, sealedSecrets } = connection
      const key = `${tenantId}/${id}`
      const of = JSON.stringify([settings, sealedSecrets])
      const known = opened.get(key)
      if (known?.of === of) return known.connector
      const connector = tryOpen(system, { ...settings, ...unseal(connection) })
      opened.set(key, { of, connector })
      const [oldest] = opened.keys()
      if (opened.size > openCountMax && oldest !== undefined) opened.delete(oldest)
      return connector
    },
  }
}
