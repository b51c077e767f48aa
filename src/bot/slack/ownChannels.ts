import type { ChatChannel } from '../../domain/chat.ts'
import { ParleyError } from '../../domain/errors.ts'
import type { ChatChannels, FoundChannel } from '../port.ts'
import { asParley, isRefusal } from './slackApi.ts'
import type { SlackWorkspace, Workspaces } from './workspaces.ts'

interface OwnChannelOptions {
  workspaces: Workspaces
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
}

const pageCountMax = 20
const pageSize = 200
/** Names that somebody else has taken are tried with a number. */
const nameCountMax = 4
const notBroughtIn: ReadonlySet<string> = new Set([
  'already_in_channel',
  'cant_invite',
  'cant_invite_self',
  'user_not_found',
  'user_is_restricted',
  'user_is_ultra_restricted',
  'ura_max_channels',
])

interface Listed {
  id: string
  name: string
  isMember: boolean
  isPrivate: boolean
  isShared: boolean
}

/** Channels of Slack by their names, and closed ones of Parley's own. */
export function createOwnChannels({ workspaces, log }: OwnChannelOptions): ChatChannels {
  async function findChannel(
    tenantId: Parameters<ChatChannels['findChannel']>[0],
    name: string,
  ): Promise<FoundChannel> {
    let isSeen = false
    for (const workspace of await workspaces.list(tenantId)) {
      const listed = await findByName(workspace, name, 'public_channel,private_channel')
      if (listed?.isMember) return { kind: 'found', channel: channelOf(workspace, listed) }
      isSeen ||= listed !== null
    }
    return { kind: isSeen ? 'notInvited' : 'none' }
  }

  async function openPrivate(
    tenantId: Parameters<ChatChannels['openPrivate']>[0],
    workspaceId: string,
    name: string,
    userIds: readonly string[],
  ): Promise<ChatChannel> {
    const workspace = await workspaces.need(tenantId, workspaceId)
    const channel = await create(workspace, name)
    for (const userId of userIds) await invite(workspace, channel, userId)
    return channelOf(workspace, channel)
  }

  /** The channel of this name that Parley is in, when it was made before and nobody could write that down. */
  async function create(workspace: SlackWorkspace, name: string): Promise<Listed> {
    for (let number = 1; number <= nameCountMax; number += 1) {
      const wanted = number === 1 ? name : `${name}-${number}`
      try {
        const { channel } = await workspace.call('conversations.create', { name: wanted, is_private: true })
        const listed = readChannel(channel)
        if (listed) return { ...listed, isMember: true, isPrivate: true }
      } catch (error) {
        if (!isRefusal(error, new Set(['name_taken']))) throw error
        const before = await findByName(workspace, wanted, 'private_channel')
        if (before?.isMember) return before
      }
    }
    throw new ParleyError('refused', `Slack has other channels called ${name} already.`)
  }

  async function invite(workspace: SlackWorkspace, { id }: Listed, userId: string): Promise<void> {
    try {
      await workspace.call('conversations.invite', { channel: id, users: userId })
    } catch (error) {
      if (!isRefusal(error, notBroughtIn)) throw error
      if (error.code !== 'already_in_channel') log('slack.notBroughtIn', { userId, code: error.code })
    }
  }

  return {
    findChannel: (...args) => asParley(findChannel(...args)),
    openPrivate: (...args) => asParley(openPrivate(...args)),
  }
}

async function findByName(workspace: SlackWorkspace, name: string, types: string): Promise<Listed | null> {
  let cursor = ''
  for (let page = 0; page < pageCountMax; page += 1) {
    const result = await workspace.call('conversations.list', {
      types,
      exclude_archived: true,
      limit: pageSize,
      ...(cursor ? { cursor } : {}),
    })
    const all: readonly unknown[] = Array.isArray(result.channels) ? result.channels : []
    const found = all.map(readChannel).find((one) => one?.name === name.toLowerCase())
    if (found) return found
    cursor = String((result.response_metadata as { next_cursor?: unknown } | undefined)?.next_cursor ?? '')
    if (!cursor) break
  }
  return null
}

function readChannel(channel: unknown): Listed | null {
  const { id, name, is_member, is_private, is_ext_shared } = (channel ?? {}) as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || typeof name !== 'string') return null
  return {
    id,
    name,
    isMember: is_member === true,
    isPrivate: is_private === true,
    isShared: is_ext_shared === true,
  }
}

/** Who reads it is told as by everybody else who asks (channels.ts): what is shared with another company is public. */
function channelOf({ workspaceId }: SlackWorkspace, { id, name, isPrivate, isShared }: Listed): ChatChannel {
  const address = { surface: 'slack' as const, workspaceId, channelId: id, rootId: null }
  return { name, address, audience: isPrivate && !isShared ? 'private' : 'public' }
}
