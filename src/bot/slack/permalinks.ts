import type { SlackAddress } from '../../domain/chat.ts'
import type { SlackWorkspace } from './workspaces.ts'

/** Addresses of messages; each workspace is asked once what its own begin with. */
export function createPermalinks() {
  const homes = new Map<string, Promise<string | null>>()

  /** Where a message is looked at in a browser; null when the workspace does not tell its address. */
  async function permalink(
    workspace: SlackWorkspace,
    { channelId, rootId }: SlackAddress,
    ts: string,
  ): Promise<string | null> {
    const { workspaceId } = workspace
    const home = homes.get(workspaceId) ?? readHome(workspace)
    homes.set(workspaceId, home)
    const base = await home
    if (!base) homes.delete(workspaceId)
    if (!base || !ts) return null
    const thread = rootId && rootId !== ts ? `?thread_ts=${rootId}&cid=${channelId}` : ''
    return `${base}archives/${channelId}/p${ts.replace('.', '')}${thread}`
  }

  return permalink
}

async function readHome(workspace: SlackWorkspace): Promise<string | null> {
  try {
    const { url } = await workspace.call('auth.test', {})
    return typeof url === 'string' && URL.canParse(url) ? new URL('/', url).href : null
  } catch {
    return null
  }
}
