import { z } from 'zod'

// What an event says that somebody said. Pure.

export interface SaidInSlack {
  kind: 'said'
  userId: string
  channelId: string
  /** Names the message in its channel. */
  ts: string
  /** The message that the thread hangs from: this one when it begins one. */
  rootId: string
  /** As Slack writes it. */
  text: string
  /** False for what people say to each other in a thread. */
  isAddressed: boolean
  /** Null where the event does not say: a mention. */
  channelKind: 'im' | 'mpim' | 'channel' | 'group' | null
  /** People of another company read the channel. */
  isShared: boolean
}
export type ReadEvent =
  | SaidInSlack
  | { kind: 'homeOpened'; userId: string; tab: string; channelId: string | null }
  /** The workspace has taken Parley out, or its token back. */
  | { kind: 'ended'; why: string }
  | { kind: 'ignored'; why: string }

const ignored = (why: string): ReadEvent => ({ kind: 'ignored', why })

const id = z.string().min(1).max(255)
const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/)
const saidSchema = z.looseObject({
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().nullish(),
  user: id,
  text: z.string().nullish(),
  ts,
  thread_ts: ts.nullish(),
  channel: id,
  channel_type: z.string().nullish(),
  bot_id: z.string().nullish(),
  hidden: z.boolean().nullish(),
})
const homeSchema = z.looseObject({ user: id, tab: z.string().nullish(), channel: z.string().nullish() })
const revokedSchema = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.unknown()).optional() }).optional() })

/** A message with one of these is still what a person wrote; all others tell of something else. */
const ownSubtypes: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast'])
const channelKinds = ['im', 'mpim', 'channel', 'group'] as const
const slackbotId = 'USLACKBOT'

/** Reads one event callback. Never throws. */
export function readSlackEvent(body: Readonly<Record<string, unknown>>, botUserId: string | null): ReadEvent {
  const event = body.event as Readonly<Record<string, unknown>>
  switch (event.type) {
    case 'message':
    case 'app_mention':
      return readSaid(event, botUserId, body.is_ext_shared_channel === true)
    case 'app_home_opened': {
      const read = homeSchema.safeParse(event)
      if (!read.success) return ignored('no home that anybody opened')
      const { user, tab, channel } = read.data
      return { kind: 'homeOpened', userId: user, tab: tab ?? 'home', channelId: channel ?? null }
    }
    case 'app_uninstalled':
      return { kind: 'ended', why: 'Parley was removed from the workspace' }
    case 'tokens_revoked':
      return (revokedSchema.safeParse(event).data?.tokens?.bot ?? []).length > 0
        ? { kind: 'ended', why: 'the access was taken back' }
        : ignored('a token of a person')
    default:
      return ignored('of no interest')
  }
}

function readSaid(event: unknown, botUserId: string | null, isShared: boolean): ReadEvent {
  const read = saidSchema.safeParse(event)
  if (!read.success) return ignored('no message of a person')
  const { type, subtype, user, text, channel, bot_id: botId, hidden, thread_ts: threadTs } = read.data
  if (botId || user === botUserId || user === slackbotId) return ignored('said by a program')
  if (hidden || (subtype && !ownSubtypes.has(subtype))) return ignored('an edit, a deletion or a notice')
  if (!text?.trim()) return ignored('nothing was said')
  const channelKind = channelKinds.find((kind) => kind === read.data.channel_type) ?? (isDirect(channel) ? 'im' : null)
  const isInThread = threadTs != null && threadTs !== read.data.ts
  const isMention = type === 'app_mention' || (botUserId !== null && text.includes(`<@${botUserId}`))
  const isAddressed = channelKind === 'im' || isMention
  if (!isAddressed && !isInThread) return ignored('not said to Parley')
  return {
    kind: 'said',
    userId: user,
    channelId: channel,
    ts: read.data.ts,
    rootId: threadTs ?? read.data.ts,
    text,
    isAddressed,
    channelKind,
    isShared,
  }
}

/** Direct conversations have ids of their own kind. */
const isDirect = (channelId: string): boolean => channelId.startsWith('D')
