import type { ChatSurface, ChatWorkspace } from '../domain/chat.ts'
import { isParleyError } from '../domain/errors.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'
import { isAdmin } from '../domain/roles.ts'
import type { Audience } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import { recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import { sentence } from './speech.ts'

// Takes:   a workspace that Parley was added to, or that has ended the connection.
// Reads:   whose it is.
// Writes:  the workspace with its sealed tokens, or its end; an audit row.
// Effects: of an end one sentence to an admin, in the web chat.
// Refuses when: the workspace belongs to another tenant.

type Needs = Pick<Deps, 'store' | 'clock' | 'ids'>

export interface NewWorkspace {
  surface: ChatSurface
  externalId: string
  name: string
  botUserId: string | null
  scopes: readonly string[]
  installedBy: MemberId | null
  /** The tokens, sealed for the row they will stand in; null where the configuration holds them. */
  sealFor: ((row: Pick<ChatWorkspace, 'tenantId' | 'id'>) => string) | null
}

/** Adds a workspace, or renews what is known of it. @returns null when it belongs to another tenant */
export async function connectWorkspace(
  deps: Needs,
  tenantId: TenantId,
  workspace: NewWorkspace,
): Promise<ChatWorkspace | null> {
  const owner = await deps.store.findChatTenant(workspace.surface, workspace.externalId)
  if (owner !== null && owner !== tenantId) return null
  const work = (tx: Tx) => keep(tx, deps, workspace)
  try {
    return await deps.store.inTenant(tenantId, work)
  } catch (error) {
    if (!isParleyError(error, 'duplicate')) throw error
    // Somebody else added it just now: this tenant, or another one.
    const now = await deps.store.findChatTenant(workspace.surface, workspace.externalId)
    return now === tenantId ? deps.store.inTenant(tenantId, work) : null
  }
}

async function keep(tx: Tx, deps: Needs, given: NewWorkspace): Promise<ChatWorkspace> {
  const { sealFor, ...workspace } = given
  const { surface, externalId } = workspace
  const [known] = await tx.find('chatWorkspaces', { where: { surface, externalId }, limit: 1 })
  const now = deps.clock.now()
  const id = known?.id ?? deps.ids.next('chatWorkspace')
  const facts = {
    ...workspace,
    sealedSecrets: sealFor ? sealFor({ tenantId: tx.tenantId, id }) : null,
    state: 'connected',
    updatedAt: now,
  } as const
  if (known) await tx.update('chatWorkspaces', id, facts)
  else await tx.insertChatWorkspace({ id, createdAt: now, ...facts })
  if (known?.state !== 'connected') await recordConnection(tx, deps, facts, 'connectChat')
  return { id, tenantId: tx.tenantId, createdAt: known?.createdAt ?? now, ...facts }
}

function recordConnection(
  tx: Tx,
  deps: Needs,
  { surface, externalId, installedBy }: Pick<ChatWorkspace, 'surface' | 'externalId' | 'installedBy'>,
  action: 'connectChat' | 'endChat',
): Promise<void> {
  const actor = installedBy && action === 'connectChat' ? `member:${installedBy}` : 'parley'
  const entry = { requestId: null, action, fromState: null, toState: null, data: { surface, workspace: externalId } }
  return recordAudit(tx, deps, { actor, via: 'system' }, entry)
}

const surfaceNames = { slack: 'Slack', teams: 'Teams' } as const

/** Writes down that a workspace has ended the connection, and tells an admin. Nothing when that is known. */
export async function endWorkspace(
  deps: Needs & Pick<Deps, 'log'>,
  tenantId: TenantId,
  surface: ChatSurface,
  externalId: string,
  why: string,
): Promise<void> {
  try {
    await deps.store.inTenant(tenantId, async (tx) => {
      const [known] = await tx.find('chatWorkspaces', { where: { surface, externalId }, limit: 1 })
      if (known?.state !== 'connected') return
      const now = deps.clock.now()
      await tx.update(
        'chatWorkspaces',
        known.id,
        { state: 'revoked', sealedSecrets: null, updatedAt: now },
        { state: 'connected' },
      )
      await recordConnection(tx, deps, known, 'endChat')
      await tellAdmin(tx, deps, known, why)
    })
  } catch (error) {
    if (!isParleyError(error, 'stale')) throw error
  }
}

async function tellAdmin(
  tx: Tx,
  deps: Needs & Pick<Deps, 'log'>,
  workspace: ChatWorkspace,
  why: string,
): Promise<void> {
  const admin = (await tx.find('members', { orderBy: [['createdAt', 'asc']] })).find(isAdmin)
  const audience: Audience = 'personal'
  const [thread] = admin
    ? await tx.find('threads', {
        where: { memberId: admin.id, surface: 'web', audience, requestId: null },
        orderBy: [['lastMessageAt', 'desc']],
        limit: 1,
      })
    : []
  if (!admin || !thread) return deps.log('chat.endUntold', { workspace: workspace.externalId })
  const surface = surfaceNames[workspace.surface]
  const draft = sentence(({ settings }) => settings.slack.ended(surface, workspace.name, why))
  await say(tx, deps, { threadId: thread.id, memberId: admin.id }, `ended:${deps.ids.next('end')}`, draft)
}
