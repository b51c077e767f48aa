import { z } from 'zod'
import type { TeamsAddress } from '../../domain/chat.ts'
import { cleanParagraphs } from '../../domain/cleanLine.ts'
import type { Audience } from '../../domain/thread.ts'
import { splitConversationId } from './reference.ts'

// What we read of the activity protocol (github.com/microsoft/botframework-sdk, specs/botframework-activity, and the Teams pages of
// learn.microsoft.com, read 2026-11). Everything else of an activity is left unread and is not kept.

const textLengthMax = 20_000
const fieldCountMax = 200
const idText = z.string().min(1).max(500)
const account = z.object({
  id: z.string().min(1).max(300),
  name: z.string().max(1_000).nullish().catch(null),
  aadObjectId: z.string().max(100).nullish().catch(null),
})

const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: idText.nullish(),
  name: z.string().max(200).nullish(),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().min(1).max(500),
  from: account,
  recipient: account,
  conversation: z.object({
    id: idText,
    conversationType: z.enum(['personal', 'groupChat', 'channel']).nullish(),
    tenantId: z.string().min(1).max(100).nullish(),
    isGroup: z.boolean().nullish(),
    name: z.string().max(1_000).nullish().catch(null),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().min(1).max(100) }).nullish(),
      team: z.object({ id: z.string().max(500) }).nullish(),
      channel: z.object({ id: z.string().max(500), type: z.string().max(50).nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
  text: z.string().max(200_000).nullish(),
  entities: z
    .array(
      z
        .object({
          type: z.string().max(100),
          text: z.string().max(2_000).nullish(),
          mentioned: z.object({ id: z.string().max(300), name: z.string().max(1_000).nullish() }).nullish(),
        })
        .catch({ type: 'unknown' }),
    )
    .max(1_000)
    .nullish(),
  value: z.unknown().optional(),
  replyToId: idText.nullish(),
  action: z.string().max(100).nullish(),
  membersAdded: z.array(account).max(1_000).nullish(),
  membersRemoved: z.array(account).max(1_000).nullish(),
})
type RawActivity = z.infer<typeof activitySchema>

/** Who did it: a person of a Microsoft tenant. */
export interface TeamsUser {
  /** "29:...": differs from bot to bot. */
  id: string
  /** The person in the directory of the tenant: the same for every app. */
  objectId: string | null
  name: string | null
}

interface Common {
  /** Unique with the conversation; missing only for what is no message and no press. */
  id: string
  address: TeamsAddress
  audience: Audience
  user: TeamsUser
}

export type TeamsActivity =
  | (Common & { kind: 'message'; text: string; isToBot: boolean })
  | (Common & {
      kind: 'press'
      /** How it is answered: within the call, or by changing the message. */
      way: 'execute' | 'submit'
      actionId: string
      view: 'open' | 'close' | null
      fields: Readonly<Record<string, unknown>>
      /** The message that the card is. */
      messageId: string | null
    })
  | (Common & { kind: 'installed' | 'removed' })
  | { kind: 'ignored'; why: string }
  | { kind: 'wrong'; status: 400 | 501; why: string }

/** Reads what came in; never throws. What cannot be one is `wrong`, what is none of our business `ignored`. */
export function readActivity(raw: unknown): TeamsActivity {
  const read = activitySchema.safeParse(raw)
  if (!read.success) {
    const [issue] = read.error.issues
    return { kind: 'wrong', status: 400, why: `${issue?.path.join('.') || 'activity'} is not usable` }
  }
  const activity = read.data
  const address = addressOf(activity)
  if (!address) return { kind: 'wrong', status: 400, why: 'the tenant is missing' }
  const common: Common = {
    id: activity.id ?? '',
    address,
    audience: audienceOf(address, activity),
    user: { id: activity.from.id, objectId: activity.from.aadObjectId ?? null, name: activity.from.name ?? null },
  }
  switch (activity.type) {
    case 'message':
      return readMessage(activity, common)
    case 'invoke':
      return readInvoke(activity, common)
    case 'installationUpdate':
      return { ...common, kind: activity.action?.startsWith('remove') ? 'removed' : 'installed' }
    case 'conversationUpdate':
      return readConversationUpdate(activity, common)
    default:
      return { kind: 'ignored', why: `activities of type ${activity.type.slice(0, 40)}` }
  }
}

function addressOf(activity: RawActivity): TeamsAddress | null {
  const { conversation, channelData } = activity
  const workspaceId = channelData?.tenant?.id ?? conversation.tenantId
  if (!workspaceId) return null
  const { conversationId, rootId } = splitConversationId(conversation.id)
  const guess = channelData?.team ? 'channel' : conversation.isGroup ? 'groupChat' : 'personal'
  const conversationType = conversation.conversationType ?? guess
  // The first message of a thread in a channel is its root.
  const begun = activity.type === 'message' ? (activity.id ?? null) : null
  return {
    surface: 'teams',
    workspaceId,
    serviceUrl: activity.serviceUrl,
    conversationId,
    conversationType,
    rootId: conversationType === 'channel' ? (rootId ?? begun) : null,
    botId: activity.recipient.id,
  }
}

/** A channel counts as open to everybody unless Teams says that it is not. */
function audienceOf({ conversationType }: TeamsAddress, { channelData }: RawActivity): Audience {
  if (conversationType === 'personal') return 'personal'
  return conversationType === 'groupChat' || channelData?.channel?.type === 'private' ? 'private' : 'public'
}

function readMessage(activity: RawActivity, common: Common): TeamsActivity {
  if (common.id === '') return { kind: 'wrong', status: 400, why: 'the message has no id' }
  if (isBotItself(activity)) return { kind: 'ignored', why: 'our own messages' }
  const press = pressData(activity.value)
  if (press) return { ...common, kind: 'press', way: 'submit', ...press, messageId: activity.replyToId ?? null }
  const isToBot = common.address.conversationType === 'personal' || mentionsOf(activity).length > 0
  const text = withoutMentions(activity.text ?? '', mentionsOf(activity))
  if (text === '') return { kind: 'ignored', why: 'messages without words' }
  return { ...common, kind: 'message', text, isToBot }
}

function isBotItself(activity: RawActivity): boolean {
  return activity.from.id === activity.recipient.id
}

function mentionsOf(activity: RawActivity): string[] {
  return (activity.entities ?? []).flatMap((entity) =>
    entity.type === 'mention' && entity.mentioned?.id === activity.recipient.id ? [entity.text ?? ''] : [],
  )
}

/** The words without "<at>Parley</at>"; other people's mentions stay as their names. */
function withoutMentions(text: string, own: readonly string[]): string {
  let rest = text.slice(0, 100_000)
  for (const mention of own.slice(0, 20)) if (mention !== '') rest = rest.split(mention).join(' ')
  return cleanParagraphs(
    rest
      .replace(/<at(?:\s[^<>]{0,200})?>([^<>]{0,500})<\/at>/gi, '$1')
      .replaceAll('\u00a0', ' ')
      .replaceAll('&nbsp;', ' '),
    textLengthMax,
  )
}

const invokeValueSchema = z.object({
  action: z.object({ verb: z.string().max(200).nullish(), data: z.record(z.string(), z.unknown()) }),
})

function readInvoke(activity: RawActivity, common: Common): TeamsActivity {
  if (activity.name !== 'adaptiveCard/action')
    return { kind: 'wrong', status: 501, why: `the invoke ${String(activity.name).slice(0, 60)} is not known` }
  const value = invokeValueSchema.safeParse(activity.value)
  const press = value.success ? pressData(value.data.action.data) : null
  if (!press) return { kind: 'wrong', status: 400, why: 'the press carries no action' }
  if (common.id === '') return { kind: 'wrong', status: 400, why: 'the press has no id' }
  return { ...common, kind: 'press', way: 'execute', ...press, messageId: activity.replyToId ?? null }
}

const pressSchema = z.object({
  action: z.string().min(1).max(200),
  view: z.enum(['open', 'close']).nullish().catch(null),
})

/** What a button of ours carried; null when it was none. */
function pressData(value: unknown) {
  const read = pressSchema.safeParse(value)
  if (!read.success) return null
  const data = value as Record<string, unknown>
  if (Object.keys(data).length > fieldCountMax) return null
  return { actionId: read.data.action, view: read.data.view ?? null, fields: data }
}

function readConversationUpdate(activity: RawActivity, common: Common): TeamsActivity {
  const isBot = (one: { id: string }) => one.id === activity.recipient.id
  if (activity.membersAdded?.some(isBot)) return { ...common, kind: 'installed' }
  if (activity.membersRemoved?.some(isBot)) return { ...common, kind: 'removed' }
  return { kind: 'ignored', why: 'changes among the members' }
}

const depthMax = 40

/** Whether JSON nests deeper than anything that Teams sends: looked at without recursion, before it is touched. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > depthMax) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}
