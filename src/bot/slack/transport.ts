import type { ChatAddress, SlackAddress } from '../../domain/chat.ts'
import { placeName } from '../../domain/chat.ts'
import { ParleyError } from '../../domain/errors.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { ChatTransport, Posted } from '../keptChat.ts'
import type { Message } from '../message.ts'
import type { ChatPeople } from '../port.ts'
import { type SlackMessage, slackChanging, slackPosting } from './blockKit.ts'
import { renderSlackMessage, type SlackRendering, type SlackRenderOptions } from './blocks.ts'
import { checkSlackPayload } from './checkLimits.ts'
import type { Features } from './features.ts'
import { createOwnChannels } from './ownChannels.ts'
import type { PostQueue } from './postQueue.ts'
import { isRefusal, toParleyError } from './slackApi.ts'
import type { SlackWorkspace, Workspaces } from './workspaces.ts'

export interface TransportOptions {
  workspaces: Workspaces
  people: ChatPeople
  features: Features
  inTurn: PostQueue
  look: SlackRenderOptions
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
}

const said = 'Shown in Slack'
const metadataType = 'parley'
/** How far back a message is looked for whose receipt was lost: it was sent minutes ago. */
const pageCountMax = 3
const pageSize = 100
const blocksRefused = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])

/**
 * Messages in Slack. What one message cannot hold goes on in further ones; `externalId` names them all, the first one first, with
 * commas between. Each carries its key as metadata, by which it is found again when the receipt was lost.
 */
export function createSlackTransport(options: TransportOptions): ChatTransport {
  const { workspaces, people, features, inTurn, look, log } = options

  async function at(tenantId: TenantId, address: ChatAddress) {
    if (address.surface !== 'slack') throw new ParleyError('internal', 'This place is not in Slack.')
    return { workspace: await workspaces.need(tenantId, address.workspaceId), address }
  }

  function render({ workspaceId }: SlackWorkspace, message: Message): SlackRendering {
    const rendering = renderSlackMessage(message, { ...look, hasPlan: features.has(workspaceId, 'plan') })
    for (const warning of rendering.warnings) log('slack.warning', { warning })
    return rendering
  }

  /**
   * Calls with the message as rich as the workspace takes it: without plan blocks when it knows none, with its words alone when it
   * takes no blocks of ours at all. A refused message was not posted, so it can be sent anew.
   */
  async function put(
    workspace: SlackWorkspace,
    message: Message,
    call: (rendering: SlackRendering) => Promise<Posted>,
  ): Promise<Posted> {
    const rendering = render(workspace, message)
    try {
      return await call(rendering)
    } catch (error) {
      if (!isRefusal(error, blocksRefused)) throw error
      log('slack.blocksRefused', { workspaceId: workspace.workspaceId, code: error.code })
    }
    if (rendering.blocks.some(({ type }) => type === 'plan')) {
      features.lacks(workspace.workspaceId, 'plan')
      return call(render(workspace, message))
    }
    return call({ ...rendering, blocks: [] })
  }

  /** Posts one message in its turn. @returns its timestamp */
  async function post(
    workspace: SlackWorkspace,
    { channelId }: SlackAddress,
    rootId: string | null,
    key: string,
    { text, blocks }: SlackMessage,
  ): Promise<string> {
    const args = {
      channel: channelId,
      ...(rootId ? { thread_ts: rootId } : {}),
      metadata: { event_type: metadataType, event_payload: { key } },
      ...checked({ text, blocks }),
      ...slackPosting,
    }
    const { ts } = await inTurn(`${workspace.workspaceId}/${channelId}`, () => workspace.call('chat.postMessage', args))
    return String(ts)
  }

  function checked({ text, blocks }: SlackMessage) {
    for (const { rule, path, said: what, isWarning } of checkSlackPayload({ text, blocks }))
      log('slack.limit', { rule, path, said: what, isWarning })
    return { text, ...(blocks.length > 0 ? { blocks } : {}) }
  }

  const postedAs = async (
    workspace: SlackWorkspace,
    address: SlackAddress,
    all: readonly string[],
  ): Promise<Posted> => {
    const url = await permalink(workspace, address, all[0] ?? '')
    return { externalId: all.join(','), said, ...(url ? { url } : {}) }
  }

  async function send(tenantId: TenantId, given: ChatAddress, key: string, message: Message): Promise<Posted> {
    const { workspace, address } = await at(tenantId, given)
    return put(workspace, message, async ({ text, blocks, rest }) => {
      const parts = [{ text, blocks }, ...rest]
      // Of a message in several parts some may have been sent before the receipt was lost.
      const before = rest.length > 0 ? await findKeys(workspace, address, key) : new Map<string, string>()
      const sent: string[] = []
      for (const [index, part] of parts.entries()) {
        const own = partKey(key, index, parts.length)
        const rootId = address.rootId ?? sent[0] ?? null
        sent.push(before.get(own) ?? (await post(workspace, address, rootId, own, part)))
      }
      return postedAs(workspace, address, sent)
    })
  }

  async function update(tenantId: TenantId, given: ChatAddress, externalId: string, message: Message): Promise<Posted> {
    const { workspace, address } = await at(tenantId, given)
    const known = externalId.split(',')
    return put(workspace, message, async ({ text, blocks, rest }) => {
      const parts = [{ text, blocks }, ...rest]
      const shown: string[] = []
      for (const [index, part] of parts.entries()) {
        const ts = known[index]
        const channel = address.channelId
        if (ts === undefined)
          shown.push(await post(workspace, address, address.rootId ?? shown[0] ?? null, `${externalId}#${index}`, part))
        else {
          await inTurn(`${workspace.workspaceId}/${channel}`, () =>
            workspace.call('chat.update', { channel, ts, ...checked(part), ...slackChanging }),
          )
          shown.push(ts)
        }
      }
      for (const ts of known.slice(parts.length)) await takeAway(workspace, address.channelId, ts)
      return postedAs(workspace, address, shown)
    })
  }

  async function takeAway(workspace: SlackWorkspace, channel: string, ts: string): Promise<void> {
    try {
      await workspace.call('chat.delete', { channel, ts })
    } catch (error) {
      log('slack.leftOver', { channel, ts, error: String(error) })
    }
  }

  async function findSent(tenantId: TenantId, given: ChatAddress, key: string): Promise<Posted | null> {
    const { workspace, address } = await at(tenantId, given)
    const found = await findKeys(workspace, address, key)
    const first = [...found.keys()].find((one) => one === key || one.startsWith(`${key}#1/`))
    if (!first) return null
    const count = first === key ? 1 : Number(first.slice(first.lastIndexOf('/') + 1))
    const all = Array.from({ length: count }, (_, index) => found.get(partKey(key, index, count)))
    return all.every((ts) => ts !== undefined) ? postedAs(workspace, address, all as string[]) : null
  }

  /** What was posted under this key: part key -> timestamp. */
  async function findKeys(workspace: SlackWorkspace, address: SlackAddress, key: string): Promise<Map<string, string>> {
    const { channelId: channel, rootId } = address
    const found = new Map<string, string>()
    let cursor = ''
    for (let page = 0; page < pageCountMax; page += 1) {
      const where = { channel, include_all_metadata: true, limit: pageSize, ...(cursor ? { cursor } : {}) }
      const result = rootId
        ? await workspace.call('conversations.replies', { ...where, ts: rootId })
        : await workspace.call('conversations.history', where)
      for (const message of listOf(result.messages)) {
        const own = keyOf(message)
        if (own === key || own?.startsWith(`${key}#`)) found.set(own, String(message.ts))
      }
      cursor = String((result.response_metadata as { next_cursor?: unknown } | undefined)?.next_cursor ?? '')
      if (!cursor) break
    }
    if (!rootId)
      for (const ts of [...found.values()].slice(0, 1))
        for (const message of listOf(
          (await workspace.call('conversations.replies', { channel, ts, include_all_metadata: true })).messages,
        )) {
          const own = keyOf(message)
          if (own?.startsWith(`${key}#`)) found.set(own, String(message.ts))
        }
    return found
  }

  // ---- addresses of messages -----------------------------------------------------------------------------------

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

  async function readHome(workspace: SlackWorkspace): Promise<string | null> {
    try {
      const { url } = await workspace.call('auth.test', {})
      return typeof url === 'string' && URL.canParse(url) ? new URL('/', url).href : null
    } catch {
      return null
    }
  }

  const asParley = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      throw toParleyError(error)
    }
  }

  return {
    surface: 'slack',
    channels: createOwnChannels({ workspaces, log }),
    send: (...args) => asParley(send(...args)),
    update: (...args) => asParley(update(...args)),
    findSent: (...args) => asParley(findSent(...args)),
    threadUnder: (address, { externalId }) => {
      if (address.surface !== 'slack' || address.rootId !== null) return null
      const under = { ...address, rootId: externalId.split(',')[0] ?? externalId }
      return { externalId: placeName(under), address: under }
    },
    people,
  }
}

/** A message of one part has the key itself; parts of several say which of how many they are. */
function partKey(key: string, index: number, count: number): string {
  return count === 1 ? key : `${key}#${index + 1}/${count}`
}

function listOf(messages: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(messages) ? messages : []
}

function keyOf(message: Readonly<Record<string, unknown>>): string | null {
  const metadata = message.metadata as { event_type?: unknown; event_payload?: { key?: unknown } } | undefined
  const key = metadata?.event_type === metadataType ? metadata.event_payload?.key : null
  return typeof key === 'string' ? key : null
}
