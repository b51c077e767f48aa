import { checkSlackPayload } from '../../src/bot/slack/checkLimits.ts'
import type { SlackChannel, SlackMemory, StoredMessage } from './slackMemory.ts'

// What the Web API of Slack does and refuses, as far as Parley uses it: written from the reference pages of each method and the types
// of @slack/web-api 8. Stricter than Slack in one thing: an argument that the method does not know is refused, not passed over.

type Args = Readonly<Record<string, unknown>>
export type Result = Readonly<Record<string, unknown>>

export class Refusal extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

interface Method {
  needs: readonly string[]
  knows: readonly string[]
  scope?: string
  run(memory: SlackMemory, args: Args): Result
}

const say = ['text', 'blocks', 'attachments', 'parse', 'link_names']
const paging = ['cursor', 'limit', 'oldest', 'latest', 'inclusive', 'include_all_metadata']
const refuse = (code: string): never => {
  throw new Refusal(code)
}

export const slackMethods: Readonly<Record<string, Method>> = {
  'auth.test': {
    needs: [],
    knows: [],
    run: ({ team, botUserId, url }) => ({
      url: `${url}/`,
      team: team.name,
      team_id: team.id,
      user: 'parley',
      user_id: botUserId,
      bot_id: 'B0PARLEY',
    }),
  },
  'chat.postMessage': {
    needs: ['channel'],
    knows: [...say, 'thread_ts', 'metadata', 'mrkdwn', 'unfurl_links', 'unfurl_media', 'reply_broadcast'],
    scope: 'chat:write',
    run: (memory, args) => {
      const channel = needChannel(memory, args.channel)
      const message = memory.store({
        ...contentOf(args),
        channel: channel.id,
        threadTs: threadOf(memory, channel.id, args),
      })
      return { channel: channel.id, ts: message.ts, message: shown(message, true) }
    },
  },
  'chat.update': {
    needs: ['channel', 'ts'],
    knows: [...say, 'metadata', 'reply_broadcast', 'file_ids'],
    scope: 'chat:write',
    run: (memory, args) => {
      const message = needMessage(memory, args)
      if (message.userId !== memory.botUserId) refuse('cant_update_message')
      const { text, blocks } = contentOf(args)
      Object.assign(message, { text, blocks })
      return { channel: message.channel, ts: message.ts, text: message.text }
    },
  },
  'chat.delete': {
    needs: ['channel', 'ts'],
    knows: [],
    scope: 'chat:write',
    run: (memory, args) => {
      const message = needMessage(memory, args)
      memory.messages.splice(memory.messages.indexOf(message), 1)
      return { channel: message.channel, ts: message.ts }
    },
  },
  'chat.postEphemeral': {
    needs: ['channel', 'user'],
    knows: [...say, 'thread_ts'],
    scope: 'chat:write',
    run: (memory, args) => {
      const channel = needChannel(memory, args.channel)
      const userId = String(args.user)
      if (!channel.members.includes(userId)) refuse('user_not_in_channel')
      const { text } = contentOf(args)
      memory.ephemerals.push({ channel: channel.id, userId, text })
      return { message_ts: memory.nextTs() }
    },
  },
  'conversations.history': {
    needs: ['channel'],
    knows: paging,
    scope: 'channels:history',
    run: (memory, args) => {
      const channel = needChannel(memory, args.channel)
      const all = memory.messages.filter((one) => one.channel === channel.id && one.threadTs === null).toReversed()
      return page(all, args)
    },
  },
  'conversations.replies': {
    needs: ['channel', 'ts'],
    knows: paging,
    scope: 'channels:history',
    run: (memory, args) => {
      const channel = needChannel(memory, args.channel)
      const own = memory.messages.filter((one) => one.channel === channel.id)
      const thread = own.filter((one) => one.ts === args.ts || one.threadTs === args.ts)
      if (thread.length === 0) refuse('thread_not_found')
      return page(thread, args)
    },
  },
  'conversations.info': {
    needs: ['channel'],
    knows: ['include_locale', 'include_num_members'],
    scope: 'channels:read',
    run: (memory, args) => {
      return {
        channel: describeChannel(memory, memory.channels.get(String(args.channel)) ?? refuse('channel_not_found')),
      }
    },
  },
  'conversations.list': {
    needs: [],
    knows: ['types', 'exclude_archived', 'limit', 'cursor', 'team_id'],
    scope: 'channels:read',
    run: (memory, args) => {
      const types = String(args.types ?? 'public_channel').split(',')
      const wanted = { public_channel: 'channel', private_channel: 'group', mpim: 'mpim', im: 'im' } as const
      if (types.some((type) => !(type in wanted))) refuse('invalid_types')
      const kinds = types.map((type) => wanted[type as keyof typeof wanted])
      // Closed channels are shown to those who are in them.
      const seen = [...memory.channels.values()].filter(
        ({ kind, members, isArchived }) =>
          kinds.includes(kind) &&
          (kind !== 'group' || members.includes(memory.botUserId)) &&
          !(args.exclude_archived === true && isArchived),
      )
      const from = Number(args.cursor ?? 0)
      const limit = Number(args.limit ?? 100)
      const hasMore = from + limit < seen.length
      return {
        channels: seen.slice(from, from + limit).map((channel) => describeChannel(memory, channel)),
        response_metadata: { next_cursor: hasMore ? String(from + limit) : '' },
      }
    },
  },
  'conversations.create': {
    needs: ['name'],
    knows: ['is_private', 'team_id'],
    scope: 'groups:write',
    run: (memory, args) => {
      const name = String(args.name)
      if (name.length > 80) refuse('invalid_name_maxlength')
      if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) refuse('invalid_name_specials')
      if ([...memory.channels.values()].some((one) => one.name === name)) refuse('name_taken')
      const kind = args.is_private === true ? 'group' : 'channel'
      return { channel: describeChannel(memory, memory.addChannel(memory.newChannelId(), kind, [], name)) }
    },
  },
  'conversations.invite': {
    needs: ['channel', 'users'],
    knows: ['force'],
    scope: 'groups:write',
    run: (memory, args) => {
      const channel = needChannel(memory, args.channel)
      if (channel.kind === 'im' || channel.kind === 'mpim') refuse('method_not_supported_for_channel_type')
      for (const id of String(args.users).split(',')) {
        const user = memory.users.get(id) ?? refuse('user_not_found')
        if (user.id === memory.botUserId) refuse('cant_invite_self')
        if (user.is_stranger) refuse('cant_invite')
        if (channel.members.includes(id)) refuse('already_in_channel')
        channel.members.push(id)
      }
      return { channel: describeChannel(memory, channel) }
    },
  },
  'conversations.open': {
    needs: ['users'],
    knows: ['return_im', 'prevent_creation'],
    scope: 'im:write',
    run: (memory, args) => {
      const user = memory.users.get(String(args.users)) ?? refuse('user_not_found')
      if (user.is_bot) refuse('cannot_dm_bot')
      return { channel: { id: memory.directChannel(user.id).id } }
    },
  },
  'users.info': {
    needs: ['user'],
    knows: ['include_locale'],
    scope: 'users:read',
    run: (memory, args) => {
      const user = memory.users.get(String(args.user)) ?? refuse('user_not_found')
      return { user: memory.describeUser(user) }
    },
  },
  'users.lookupByEmail': {
    needs: ['email'],
    knows: [],
    scope: 'users:read.email',
    run: (memory, args) => {
      const user = [...memory.users.values()].find((one) => one.email === args.email && !one.deleted)
      return { user: memory.describeUser(user ?? refuse('users_not_found')) }
    },
  },
  'views.open': {
    needs: ['trigger_id', 'view'],
    knows: ['interactivity_pointer'],
    run: (memory, args) => {
      const view = args.view as Readonly<Record<string, unknown>>
      const userId = memory.useTrigger(String(args.trigger_id), refuse)
      if (view.type !== 'modal') refuse('invalid_arguments')
      if (isWrong(view)) refuse('invalid_arguments')
      const opened = memory.openView(userId, view)
      return { view: opened }
    },
  },
  'views.publish': {
    needs: ['user_id', 'view'],
    knows: ['hash'],
    run: (memory, args) => {
      const view = args.view as Readonly<Record<string, unknown>>
      if (!memory.users.has(String(args.user_id))) refuse('user_not_found')
      if (view.type !== 'home' || isWrong(view)) refuse('invalid_arguments')
      memory.homes.set(String(args.user_id), view)
      return { view }
    },
  },
  'assistant.threads.setStatus': {
    needs: ['channel_id', 'thread_ts', 'status'],
    knows: ['loading_messages', 'icon_emoji', 'icon_url', 'username'],
    scope: 'assistant:write',
    run: (memory, args) => {
      needChannel(memory, args.channel_id)
      memory.statuses.push(String(args.status))
      return {}
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    needs: ['channel_id', 'prompts'],
    knows: ['thread_ts', 'title'],
    scope: 'assistant:write',
    run: (memory, args) => {
      const prompts = args.prompts as readonly { title: string; message: string }[]
      if (prompts.length === 0 || prompts.length > 4 || prompts.some(({ title, message }) => !title || !message))
        refuse('invalid_arguments')
      memory.prompts = prompts
      return {}
    },
  },
  'apps.connections.open': {
    needs: [],
    knows: [],
    run: ({ socketUrl }) => ({ url: socketUrl ?? refuse('not_allowed_token_type') }),
  },
  'oauth.v2.access': {
    needs: ['client_id', 'client_secret', 'code'],
    knows: ['redirect_uri', 'grant_type'],
    run: (memory, args) => memory.exchangeCode(args, refuse),
  },
}

/** Whether the method takes exactly these arguments. Throws Refusal. */
export function checkArguments(method: Method, args: Args): void {
  for (const name of method.needs)
    if (args[name] === undefined || args[name] === '') refuse(missing[name] ?? 'invalid_arguments')
  for (const name of Object.keys(args))
    if (!method.needs.includes(name) && !method.knows.includes(name)) refuse('invalid_arguments')
}

const missing: Readonly<Record<string, string>> = { channel: 'channel_not_found', trigger_id: 'invalid_trigger_id' }

function contentOf(args: Args): Pick<StoredMessage, 'text' | 'blocks' | 'metadata'> {
  const text = typeof args.text === 'string' ? args.text : ''
  const blocks = Array.isArray(args.blocks) ? args.blocks : []
  if (text === '' && blocks.length === 0) refuse('no_text')
  if (text.length > 40_000) refuse('msg_too_long')
  if (isWrong({ text: text || 'x', blocks })) refuse('invalid_blocks')
  const metadata = args.metadata as StoredMessage['metadata'] | undefined
  if (metadata && (typeof metadata.event_type !== 'string' || typeof metadata.event_payload !== 'object'))
    refuse('invalid_metadata_format')
  return { text, blocks, metadata: metadata ?? null }
}

/** What Slack refuses; what it only cuts or complains about is no reason. */
function isWrong(payload: unknown): boolean {
  return checkSlackPayload(payload).some(({ isWarning }) => !isWarning)
}

function describeChannel({ botUserId }: SlackMemory, { id, name, kind, isShared, isArchived, members }: SlackChannel) {
  return {
    id,
    ...(kind === 'im' ? {} : { name }),
    is_im: kind === 'im',
    is_mpim: kind === 'mpim',
    is_private: kind === 'group' || kind === 'mpim',
    is_archived: isArchived,
    is_ext_shared: isShared,
    is_member: members.includes(botUserId),
  }
}

function needChannel(memory: SlackMemory, id: unknown) {
  const channel = memory.channels.get(String(id)) ?? refuse('channel_not_found')
  if (channel.isArchived) refuse('is_archived')
  if (!channel.members.includes(memory.botUserId)) refuse('not_in_channel')
  return channel
}

function needMessage(memory: SlackMemory, args: Args): StoredMessage {
  const channel = needChannel(memory, args.channel)
  return memory.messages.find((one) => one.channel === channel.id && one.ts === args.ts) ?? refuse('message_not_found')
}

function threadOf(memory: SlackMemory, channelId: string, args: Args): string | null {
  if (args.thread_ts === undefined) return null
  const root = memory.messages.find((one) => one.channel === channelId && one.ts === args.thread_ts)
  return (root ?? refuse('thread_not_found')).ts
}

function shown(message: StoredMessage, withMetadata: boolean): Result {
  const { ts, text, blocks, threadTs, userId, metadata } = message
  return {
    type: 'message',
    ts,
    text,
    blocks,
    user: userId,
    ...(threadTs ? { thread_ts: threadTs } : {}),
    ...(withMetadata && metadata ? { metadata } : {}),
  }
}

function page(all: readonly StoredMessage[], args: Args): Result {
  const from = Number(args.cursor ?? 0)
  const limit = Number(args.limit ?? 100)
  const hasMore = from + limit < all.length
  return {
    messages: all.slice(from, from + limit).map((one) => shown(one, args.include_all_metadata === true)),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(from + limit) : '' },
  }
}
