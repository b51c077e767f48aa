import { setTimeout as sleep } from 'node:timers/promises'
import type { Hono } from 'hono'
import { createConnectedAts } from './ats/connected.ts'
import type { AtsSystems } from './ats/connector.ts'
import { openSystems, sealPlace } from './ats/openSystems.ts'
import type { AtsPort } from './ats/port.ts'
import { allSystems } from './ats/systems.ts'
import type { Config } from './config.ts'
import type { TenantId } from './domain/ids.ts'
import type { StandIn } from './startStandIn.ts'
import { openSealer, type Sealer } from './store/seal.ts'
import { createAtsHooksApp } from './web/atsHooks.ts'
import { receiveHook } from './workflow/connectAts.ts'
import type { Deps } from './workflow/deps.ts'
import { syncInTurns } from './workflow/syncTurns.ts'

// Part of the composition root: the outside ATSs, how they are reached, and when they are read.

const lookEveryMs = 15_000

export interface OutsideAts {
  systems: AtsSystems
  /** Reads all records, and writes where an application comes from. */
  ats: AtsPort
  /** What vendors tell of changes at, on the listener for outside. */
  hooks: Hono
  /** Begins to read. */
  start(): Promise<void>
  /** Somebody waits: looked at now. */
  wake(): void
  /** Ends after the portion that is being read. */
  stop(): Promise<void>
}

interface OutsideInput {
  base: Pick<Deps, 'store' | 'clock' | 'ids' | 'log'>
  config: Pick<Config, 'secretKey'>
  /** The built-in ATS, whose tables hold all records. */
  records: AtsPort
  standIn: StandIn | null
}

export function openOutsideAts({ base, config, records, standIn }: OutsideInput): OutsideAts {
  const { store, clock, ids, log } = base
  // A demonstration keeps nothing that is worth a key: what is sealed with this one opens until Parley ends.
  const key = config.secretKey ?? (standIn ? { current: ids.secret(), old: null } : null)
  const sealer = key && openSealer(key.current, key.old)
  const systems = openSystems({
    all: allSystems,
    clock,
    fetch,
    pause: (ms) => sleep(ms),
    sealer,
    ...(standIn ? { bases: { [standIn.systemId]: standIn.bases }, standIns: new Set([standIn.systemId]) } : {}),
  })
  const turns = createTurns((isStopping) => syncInTurns({ ...base, systems }, isStopping), log)
  const known = createTenantCheck(base)
  const hooks = createAtsHooksApp({
    clock,
    log,
    take: async ({ tenantId, connectionId, ...delivery }) => {
      const tenant = await known(tenantId)
      if (!tenant) return 'unknown'
      return receiveHook({ ...base, systems }, tenant, connectionId, delivery)
    },
  })
  return {
    systems,
    ats: createConnectedAts({ records, systems, store, clock, ids }),
    hooks,
    start: async () => {
      if (sealer) await sealAnew(base, sealer)
      turns.begin()
    },
    wake: turns.wake,
    stop: turns.stop,
  }
}

/** Runs `round` every few seconds and when somebody waits, one at a time. */
function createTurns(round: (isStopping: () => boolean) => Promise<void>, log: Deps['log']) {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> | null = null
  let isWanted = false
  let isStopping = false
  const run = async (): Promise<void> => {
    do {
      isWanted = false
      await round(() => isStopping).catch((error: unknown) => log('sync.failed', { error: String(error) }))
    } while (isWanted && !isStopping)
    running = null
  }
  const wake = (): void => {
    isWanted = true
    if (!isStopping) running ??= run()
  }
  return {
    wake,
    begin: () => {
      timer = setInterval(wake, lookEveryMs)
      wake()
    },
    stop: async (): Promise<void> => {
      isStopping = true
      if (timer) clearInterval(timer)
      await running
    },
  }
}

const askAgainMs = 5_000

/** A tenant's id comes from the store, never from an address; who guesses makes it look at most every few seconds. */
function createTenantCheck({ store, clock }: Pick<Deps, 'store' | 'clock'>): (id: string) => Promise<TenantId | null> {
  let known = new Map<string, TenantId>()
  let askedAtMs = 0
  return async (id) => {
    const nowMs = clock.now().getTime()
    if (!known.has(id) && nowMs - askedAtMs >= askAgainMs) {
      askedAtMs = nowMs
      known = new Map((await store.listTenants()).map((tenantId) => [tenantId, tenantId]))
    }
    return known.get(id) ?? null
  }
}

/** Keys that were sealed with the secret before are sealed with the one of today, so that the old one can go. */
async function sealAnew({ store, log }: Pick<Deps, 'store' | 'log'>, sealer: Sealer): Promise<void> {
  for (const tenantId of await store.listTenants())
    await store.inTenant(tenantId, async (tx) => {
      for (const row of await tx.find('connections')) {
        if (!row.sealedSecrets || sealer.isCurrent(row.sealedSecrets)) continue
        try {
          const text = sealer.unseal(row.sealedSecrets, sealPlace(row))
          await tx.update('connections', row.id, { sealedSecrets: sealer.seal(text, sealPlace(row)) })
        } catch (error) {
          log('connection.sealedWithLostKey', { connection: row.id, error: String(error) })
        }
      }
    })
}
