import type { ChatWorkspace } from '../../domain/chat.ts'
import type { Clock } from '../../domain/clock.ts'
import { ParleyError } from '../../domain/errors.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { Store } from '../../store/port.ts'
import { isRefusal, revokedCodes, type SlackCall } from './slackApi.ts'

/** A workspace as this room needs it: whose it is, who Parley is there, and how to call. */
export interface SlackWorkspace {
  id: ChatWorkspace['id']
  tenantId: TenantId
  /** Slack team or enterprise id. */
  workspaceId: string
  name: string
  botUserId: string | null
  isConnected: boolean
  call: SlackCall
}

/** Opens sealed tokens. `place` is what they were sealed for. Throws when they are not for it or the key is another one. */
export type Unseal = (sealed: string, place: string) => string

export interface WorkspacesOptions {
  store: Pick<Store, 'inTenant' | 'findChatTenant'>
  clock: Clock
  callerFor: (token: string) => SlackCall
  unseal: Unseal | null
  /** The token of the configuration and the one workspace it is for, as soon as that is known. */
  home: SlackHomeToken | null
  /** Slack said that Parley's access has ended. */
  onLost: (workspace: SlackWorkspace, why: string) => Promise<void>
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
}

/** A token in the configuration; whose it is, Slack has to say first. */
export interface SlackHomeToken {
  token: string
  /** Null until Slack has said it. */
  workspaceId(): string | null
}

export interface Workspaces {
  /** The first of these that Parley was added to; null when there is none. Throws when the store does not answer. */
  find(workspaceIds: readonly string[]): Promise<SlackWorkspace | null>
  /** Throws `notConfigured` when Parley has no access there, or it belongs to another tenant. */
  need(tenantId: TenantId, workspaceId: string): Promise<SlackWorkspace>
  /** Those of a tenant that are connected. */
  list(tenantId: TenantId): Promise<SlackWorkspace[]>
  /** What is known of it is read again. */
  forget(workspaceId: string): void
}

const keptMs = 60_000
const absentKeptMs = 5_000
const keptCountMax = 5_000

/** What tokens of a workspace are sealed for: they open for no other tenant and no other row. */
export function sealPlace({ tenantId, id }: Pick<ChatWorkspace, 'tenantId' | 'id'>): string {
  return `${tenantId}|chatWorkspace|${id}`
}

const notReached = (): ParleyError =>
  new ParleyError('unavailable', 'Slack has not answered since Parley started; this is tried again.', {
    retry: 'later',
  })

/** The workspaces Parley was added to, remembered for a minute: events come often, installations rarely change. */
export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { store, clock, home } = options
  const kept: Kept = new Map()

  async function findOne(workspaceId: string): Promise<SlackWorkspace | null> {
    const nowMs = clock.now().getTime()
    const known = kept.get(workspaceId)
    if (known && known.until > nowMs) return known.found
    if (kept.size >= keptCountMax) kept.clear()
    const found = readWorkspace(options, kept, workspaceId)
    const entry = { until: nowMs + keptMs, found }
    kept.set(workspaceId, entry)
    try {
      if ((await found) === null) entry.until = nowMs + absentKeptMs
    } catch (error) {
      kept.delete(workspaceId)
      throw error
    }
    return found
  }

  return {
    find: async (workspaceIds) => {
      for (const workspaceId of workspaceIds) {
        const found = await findOne(workspaceId)
        if (found) return found
      }
      // Perhaps it is that of the configuration, which nobody could ask yet.
      if (home?.workspaceId() === null) throw notReached()
      return null
    },
    need: async (tenantId, workspaceId) => {
      const found = await findOne(workspaceId)
      if (found?.isConnected && found.tenantId === tenantId) return found
      throw new ParleyError(
        'notConfigured',
        'Parley is not connected to this Slack workspace. An admin has to add it to Slack again.',
      )
    },
    list: async (tenantId) => {
      const rows = await store.inTenant(tenantId, (tx) =>
        tx.find('chatWorkspaces', { where: { surface: 'slack', state: 'connected' }, orderBy: [['createdAt', 'asc']] }),
      )
      const found = await Promise.all(rows.map((row) => findOne(row.externalId)))
      return found.filter((workspace): workspace is SlackWorkspace => workspace?.isConnected === true)
    },
    forget: (workspaceId) => {
      kept.delete(workspaceId)
    },
  }
}

type Kept = Map<string, { until: number; found: Promise<SlackWorkspace | null> }>

async function readWorkspace(
  options: WorkspacesOptions,
  kept: Kept,
  workspaceId: string,
): Promise<SlackWorkspace | null> {
  const { store } = options
  const tenantId = await store.findChatTenant('slack', workspaceId)
  if (!tenantId) return null
  const [row] = await store.inTenant(tenantId, (tx) =>
    tx.find('chatWorkspaces', { where: { surface: 'slack', externalId: workspaceId }, limit: 1 }),
  )
  return row ? workspaceOf(options, kept, row) : null
}

function workspaceOf(options: WorkspacesOptions, kept: Kept, row: ChatWorkspace): SlackWorkspace {
  const { id, tenantId, externalId, name, botUserId, state } = row
  const { callerFor } = options
  const workspace: SlackWorkspace = {
    id,
    tenantId,
    workspaceId: externalId,
    name,
    botUserId,
    isConnected: state === 'connected',
    call: async (...args) => {
      try {
        return await callerFor(tokenOf(options, row))(...args)
      } catch (error) {
        if (isRefusal(error, revokedCodes)) {
          kept.delete(externalId)
          await lose(options, workspace, error.code)
        }
        throw error
      }
    },
  }
  return workspace
}

function tokenOf({ home, unseal }: WorkspacesOptions, row: ChatWorkspace): string {
  if (row.sealedSecrets) return readSealed(unseal, row, row.sealedSecrets)
  if (home?.workspaceId() === row.externalId) return home.token
  if (home?.workspaceId() === null) throw notReached()
  throw new ParleyError('notConfigured', `There is no token for ${row.name} any more. Add Parley to Slack again.`)
}

function readSealed(unseal: Unseal | null, row: ChatWorkspace, sealed: string): string {
  if (!unseal) throw new ParleyError('notConfigured', 'Tokens of Slack are sealed: set PARLEY_SECRET_KEY again.')
  return (JSON.parse(unseal(sealed, sealPlace(row))) as { botToken: string }).botToken
}

async function lose({ onLost, log }: WorkspacesOptions, workspace: SlackWorkspace, why: string): Promise<void> {
  log('slack.lost', { workspaceId: workspace.workspaceId, why })
  await onLost(workspace, why).catch((error: unknown) => log('slack.lostUntold', { error: String(error) }))
}
