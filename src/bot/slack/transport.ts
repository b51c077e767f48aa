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
import { findKeys, metadataType, partKey } from './findKeys.ts'
import { createOwnChannels } from './ownChannels.ts'
import { createPermalinks } from './permalinks.ts'
import type { PostQueue } from './postQueue.ts'
import { asParley, isRefusal } from './slackApi.ts'
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
const blocksRefused = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])

/**
 * Messages in Slack. What one message cannot hold goes on in further ones; `externalId` names them all, the first one first, with
 * commas between. Each carries its key as metadata, by which it is found again when the receipt was lost.
 */
export function createSlackTransport(options: TransportOptions): ChatTransport {
  const { workspaces, people, log } = options
  const permalink = createPermalinks()

  const postedAs = async (
    workspace: SlackWorkspace,
    address: SlackAddress,
    all: readonly string[],
  ): Promise<Posted> => {
    const url = await permalink(workspace, address, all[0] ?? '')
    return { externalId: all.join(','), said, ...(url ? { url } : {}) }
  }

  async function send(tenantId: TenantId, given: ChatAddress, key: string, message: Message): Promise<Posted> {
    const { workspace, address } = await at(options, tenantId, given)
    return put(options, workspace, message, async ({ text, blocks, rest }) => {
      const parts = [{ text, blocks }, ...rest]
      // Of a message in several parts some may have been sent before the receipt was lost.
      const before = rest.length > 0 ? await findKeys(workspace, address, key) : new Map<string, string>()
      const sent: string[] = []
      for (const [index, part] of parts.entries()) {
        const own = partKey(key, index, parts.length)
        const rootId = address.rootId ?? sent[0] ?? null
        sent.push(before.get(own) ?? (await post(options, workspace, address, rootId, own, part)))
      }
      return postedAs(workspace, address, sent)
    })
  }

  async function update(tenantId: TenantId, given: ChatAddress, externalId: string, message: Message): Promise<Posted> {
    const { workspace, address } = await at(options, tenantId, given)
    return put(options, workspace, message, async ({ text, blocks, rest }) => {
      const shown = await changeParts(options, workspace, address, externalId, [{ text, blocks }, ...rest])
      return postedAs(workspace, address, shown)
    })
  }

  async function findSent(tenantId: TenantId, given: ChatAddress, key: string): Promise<Posted | null> {
    const { workspace, address } = await at(options, tenantId, given)
    const found = await findKeys(workspace, address, key)
    const first = [...found.keys()].find((one) => one === key || one.startsWith(`${key}#1/`))
    if (!first) return null
    const count = first === key ? 1 : Number(first.slice(first.lastIndexOf('/') + 1))
    const all = Array.from({ length: count }, (_, index) => found.get(partKey(key, index, count)))
    return all.every((ts) => ts !== undefined) ? postedAs(workspace, address, all as string[]) : null
  }

  return {
    surface: 'slack',
    channels: createOwnChannels({ workspaces, log }),
    send: (...args) => asParley(send(...args)),
    update: (...args) => asParley(update(...args)),
    findSent: (...args) => asParley(findSent(...args)),
    threadUnder,
    people,
  }
}

const threadUnder: ChatTransport['threadUnder'] = (address, { externalId }) => {
  if (address.surface !== 'slack' || address.rootId !== null) return null
  const under = { ...address, rootId: externalId.split(',')[0] ?? externalId }
  return { externalId: placeName(under), address: under }
}

async function at(options: TransportOptions, tenantId: TenantId, address: ChatAddress) {
  const { workspaces } = options
  if (address.surface !== 'slack') throw new ParleyError('internal', 'This place is not in Slack.')
  return { workspace: await workspaces.need(tenantId, address.workspaceId), address }
}

function render(options: TransportOptions, { workspaceId }: SlackWorkspace, message: Message): SlackRendering {
  const { look, features, log } = options
  const rendering = renderSlackMessage(message, { ...look, hasPlan: features.has(workspaceId, 'plan') })
  for (const warning of rendering.warnings) log('slack.warning', { warning })
  return rendering
}

/**
 * Calls with the message as rich as the workspace takes it: without plan blocks when it knows none, with its words alone when it
 * takes no blocks of ours at all. A refused message was not posted, so it can be sent anew.
 */
async function put(
  options: TransportOptions,
  workspace: SlackWorkspace,
  message: Message,
  call: (rendering: SlackRendering) => Promise<Posted>,
): Promise<Posted> {
  const { features, log } = options
  const rendering = render(options, workspace, message)
  try {
    return await call(rendering)
  } catch (error) {
    if (!isRefusal(error, blocksRefused)) throw error
    log('slack.blocksRefused', { workspaceId: workspace.workspaceId, code: error.code })
  }
  if (rendering.blocks.some(({ type }) => type === 'plan')) {
    features.lacks(workspace.workspaceId, 'plan')
    return call(render(options, workspace, message))
  }
  return call({ ...rendering, blocks: [] })
}

/** The parts in the place of those that are there; what is more is posted, what is left over is taken away. @returns all timestamps */
async function changeParts(
  options: TransportOptions,
  workspace: SlackWorkspace,
  address: SlackAddress,
  externalId: string,
  parts: readonly SlackMessage[],
): Promise<string[]> {
  const { channelId: channel } = address
  const known = externalId.split(',')
  const shown: string[] = []
  for (const [index, part] of parts.entries()) {
    const ts = known[index]
    if (ts === undefined) {
      const rootId = address.rootId ?? shown[0] ?? null
      shown.push(await post(options, workspace, address, rootId, `${externalId}#${index}`, part))
    } else {
      await options.inTurn(`${workspace.workspaceId}/${channel}`, () =>
        workspace.call('chat.update', { channel, ts, ...checked(options, part), ...slackChanging }),
      )
      shown.push(ts)
    }
  }
  for (const ts of known.slice(parts.length)) await takeAway(options, workspace, channel, ts)
  return shown
}

/** Posts one message in its turn. @returns its timestamp */
async function post(
  options: TransportOptions,
  workspace: SlackWorkspace,
  { channelId }: SlackAddress,
  rootId: string | null,
  key: string,
  { text, blocks }: SlackMessage,
): Promise<string> {
  const { inTurn } = options
  const args = {
    channel: channelId,
    ...(rootId ? { thread_ts: rootId } : {}),
    metadata: { event_type: metadataType, event_payload: { key } },
    ...checked(options, { text, blocks }),
    ...slackPosting,
  }
  const { ts } = await inTurn(`${workspace.workspaceId}/${channelId}`, () => workspace.call('chat.postMessage', args))
  return String(ts)
}

function checked(options: TransportOptions, { text, blocks }: SlackMessage) {
  const { log } = options
  for (const { rule, path, said: what, isWarning } of checkSlackPayload({ text, blocks }))
    log('slack.limit', { rule, path, said: what, isWarning })
  return { text, ...(blocks.length > 0 ? { blocks } : {}) }
}

async function takeAway(
  options: TransportOptions,
  workspace: SlackWorkspace,
  channel: string,
  ts: string,
): Promise<void> {
  const { log } = options
  try {
    await workspace.call('chat.delete', { channel, ts })
  } catch (error) {
    log('slack.leftOver', { channel, ts, error: String(error) })
  }
}
