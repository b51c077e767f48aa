import type { AtsSystem } from '../ats/connector.ts'
import type { Connection } from '../domain/connection.ts'
import { ParleyError } from '../domain/errors.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'
import { isAdmin } from '../domain/roles.ts'
import { recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { needConnection } from './readConnections.ts'

// Takes:   a connection whose vendor can tell of changes.
// Reads:   its sealed secrets.
// Writes:  that an admin was shown them; when the vendor was asked to tell of changes, and what he signs with.
// Effects: the vendor's own list of web hooks.
// Refuses when: the member is no admin, the vendor cannot be asked, or nobody outside could reach the address.

type Needs = Pick<Deps, 'store' | 'clock' | 'ids' | 'log' | 'systems' | 'guestUrl'>

/** Where vendors tell of changes: POST of what they like, see `web/atsHooks.ts`. */
export const hooksPath = '/hooks/ats'

export interface HookSetUp {
  connection: Connection
  system: AtsSystem
  /** Whole; null where it is a secret itself. */
  address: string | null
  /** Whether the vendor can reach it from outside. */
  isReachable: boolean
  /** Whether Parley can ask the vendor by itself. */
  canRegister: boolean
  isRegistered: boolean
}

export async function readHookSetUp(
  deps: Needs,
  tenantId: TenantId,
  memberId: MemberId,
  id: string,
): Promise<HookSetUp> {
  const { connection, system } = await needHooked(deps, tenantId, memberId, id)
  const isSecret = system.capabilities.hooks === 'secretAddress'
  return {
    connection,
    system,
    address: isSecret ? null : addressOf(deps, connection, null),
    isReachable: isReachable(deps.guestUrl),
    canRegister: canRegister(deps, connection),
    isRegistered: connection.settings.hooksAt !== undefined,
  }
}

/** The address, and what deliveries are signed with; null where the address is the secret. It is written down who saw them. */
export async function showHookSecret(
  deps: Needs,
  tenantId: TenantId,
  memberId: MemberId,
  id: string,
): Promise<{ address: string; secret: string | null }> {
  const { connection, system, secret } = await needHooked(deps, tenantId, memberId, id)
  const isSecret = system.capabilities.hooks === 'secretAddress'
  await deps.store.inTenant(tenantId, (tx) =>
    recordAudit(
      tx,
      deps,
      { actor: `member:${memberId}`, via: 'system' },
      { requestId: null, action: 'showHookSecret', fromState: null, toState: null, data: { id } },
    ),
  )
  return { address: addressOf(deps, connection, isSecret ? secret : null), secret: isSecret ? null : secret }
}

/** Asks the vendor to tell of changes, and keeps what he signs with. */
export async function registerHook(deps: Needs, tenantId: TenantId, memberId: MemberId, id: string): Promise<void> {
  const { connection, system, secret } = await needHooked(deps, tenantId, memberId, id)
  const { systems } = deps
  const connector = systems?.open(connection)
  if (!systems || !connector?.registerHook)
    throw new ParleyError('refused', `${system.name} lets nobody ask for this through its interface.`)
  if (!isReachable(deps.guestUrl))
    throw new ParleyError('notConfigured', `${system.name} could not reach this machine: set PARLEY_PUBLIC_URL first.`)
  const isSecret = system.capabilities.hooks === 'secretAddress'
  const registered = await connector.registerHook(addressOf(deps, connection, isSecret ? secret : null), secret)
  await deps.store.inTenant(tenantId, async (tx) => {
    const { connection: row } = await needConnection(tx, memberId, id, 'change')
    const secrets = { ...systems.unseal(row), ...(isSecret ? {} : { hookSecret: registered.secret }) }
    const now = deps.clock.now()
    await tx.update('connections', id, {
      sealedSecrets: systems.seal(secrets, row),
      settings: { ...row.settings, hooksAt: now.toISOString() },
      updatedAt: now,
    })
    await recordAudit(
      tx,
      deps,
      { actor: `member:${memberId}`, via: 'system' },
      { requestId: null, action: 'registerHook', fromState: null, toState: null, data: { id } },
    )
  })
}

async function needHooked(deps: Needs, tenantId: TenantId, memberId: MemberId, id: string) {
  const { systems } = deps
  const row = await deps.store.inTenant(tenantId, async (tx) => {
    const { connection, member } = await needConnection(tx, memberId, id, 'change')
    if (!isAdmin(member)) throw new ParleyError('notAllowed', 'Only an admin sets up how an ATS tells of changes.')
    return connection
  })
  if (!systems) throw new ParleyError('notConfigured', 'No outside ATS can be connected here.')
  const system = systems.find(row.system)
  if (system.capabilities.hooks === 'none')
    throw new ParleyError('notFound', `${system.name} does not tell of changes by itself: Parley looks for them.`)
  return { connection: row, system, secret: systems.unseal(row).hookSecret ?? '' }
}

function addressOf({ guestUrl }: Needs, { tenantId, id }: Connection, secret: string | null): string {
  return [`${guestUrl}${hooksPath}`, tenantId, id, ...(secret === null ? [] : [secret])].join('/')
}

function isReachable(guestUrl: string): boolean {
  return !/^(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(new URL(guestUrl).hostname)
}

function canRegister({ systems }: Needs, connection: Connection): boolean {
  try {
    return systems?.open(connection).registerHook != null
  } catch {
    return false
  }
}
