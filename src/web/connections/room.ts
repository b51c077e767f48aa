import type { Context } from 'hono'
import type { AtsSystem, AtsSystems } from '../../ats/connector.ts'
import type { Deps } from '../../workflow/deps.ts'
import { listVisible, needConnection } from '../../workflow/readConnections.ts'
import type { RecruiterShell } from '../shell.ts'
import { type ConnectionsPage, renderFrame } from './frame.ts'

export interface ConnectionsAppOptions extends RecruiterShell {
  deps: Pick<Deps, 'store' | 'clock' | 'ids' | 'log' | 'guestUrl'> & { systems: AtsSystems }
  /** Somebody waits for a connection to be read. */
  wakeSync(): void
}

export type Status = 200 | 403 | 404 | 413 | 422 | 429

/** What every page of the room needs: who looks, the systems there are, the frame. */
export type ConnectionsRoom = ReturnType<typeof openConnectionsRoom>

export function openConnectionsRoom({ deps, viewer, layout, wakeSync }: ConnectionsAppOptions) {
  const { store, systems } = deps
  const ids = (c: Context) => [viewer(c).tenantId, viewer(c).memberId] as const
  const idOf = (c: Context) => c.req.param('id') ?? ''
  const show = (c: Context, page: ConnectionsPage, status: Status = 200) =>
    layout(c, {
      title: status === 422 ? `Error: ${page.title}` : page.title,
      section: 'integrations',
      body: renderFrame({ done: c.req.query('done'), ...page }),
      status,
    })
  const done = (c: Context, path: string, word: string) => c.redirect(`${path}?done=${word}`, 303)
  const readBody = async (c: Context): Promise<Record<string, unknown>> => c.req.parseBody().catch(() => ({}))
  /** A connection that the viewer may change, and himself. */
  const readOne = (c: Context) => {
    const [tenantId, memberId] = ids(c)
    return store.inTenant(tenantId, (tx) => needConnection(tx, memberId, idOf(c), 'change'))
  }
  const readMember = (c: Context) => {
    const [tenantId, memberId] = ids(c)
    return store.inTenant(tenantId, async (tx) => {
      const member = await tx.get('members', memberId)
      return { member, connected: member ? await listVisible(tx, member) : [] }
    })
  }
  const findSystem = (id: string | undefined): AtsSystem | null => systems.all.find((one) => one.id === id) ?? null
  return { deps, wakeSync, ids, idOf, show, done, readBody, readOne, readMember, findSystem }
}
