import { z } from 'zod'
import type { Id, MemberId, TenantId } from './ids.ts'
import { type Audience, audiences, type Thread } from './thread.ts'

/** A chat that belongs to somebody else: people and channels are known by its own ids. */
export type ChatSurface = Exclude<Thread['surface'], 'web'>

/** Where on a surface: enough to write there at any time, in plain words of neither vendor package. */
export const slackAddressSchema = z.object({
  surface: z.literal('slack'),
  workspaceId: z.string(),
  channelId: z.string(),
  /** Timestamp of the message that the thread hangs from; null writes to the channel itself. */
  rootId: z.string().nullable(),
})
export const teamsAddressSchema = z.object({
  surface: z.literal('teams'),
  /** The Entra tenant. */
  workspaceId: z.string(),
  serviceUrl: z.string(),
  conversationId: z.string(),
  conversationType: z.enum(['personal', 'groupChat', 'channel']),
  /** Message that a channel's thread hangs from. */
  rootId: z.string().nullable(),
  botId: z.string(),
})
export const chatAddressSchema = z.discriminatedUnion('surface', [slackAddressSchema, teamsAddressSchema])
export type SlackAddress = z.infer<typeof slackAddressSchema>
export type TeamsAddress = z.infer<typeof teamsAddressSchema>
export type ChatAddress = z.infer<typeof chatAddressSchema>

/** A channel that Parley may write to: what people call it, without a "#", where it is, and who reads it. */
export const chatChannelSchema = z.object({
  name: z.string().min(1).max(120),
  address: chatAddressSchema,
  audience: z.enum(audiences),
})
export type ChatChannel = z.infer<typeof chatChannelSchema>

/** The surface's own name of a thread. */
export function placeName(address: ChatAddress): string {
  const conversation = address.surface === 'slack' ? address.channelId : address.conversationId
  return [address.workspaceId, conversation, address.rootId ?? ''].join('/')
}

/** A thread as its surface names it. */
export interface ChatPlace {
  /** `placeName` of the address: the same for every message of one thread. */
  externalId: string
  address: ChatAddress
  audience: Audience
}

/** A Slack workspace or a Teams organisation that Parley was added to. */
export interface ChatWorkspace {
  id: Id<'chatWorkspace'>
  tenantId: TenantId
  surface: ChatSurface
  /** Slack team or enterprise id; Entra tenant id. */
  externalId: string
  name: string
  botUserId: string | null
  scopes: readonly string[]
  /** Tokens, sealed (store/seal.ts); null where the configuration holds them. */
  sealedSecrets: string | null
  state: 'connected' | 'revoked'
  installedBy: MemberId | null
  createdAt: Date
  updatedAt: Date
}

/** Somebody at a workspace, and which member that is. */
export interface ChatUser {
  id: Id<'chatUser'>
  tenantId: TenantId
  surface: ChatSurface
  /** `ChatWorkspace.externalId` */
  workspaceId: string
  /** The surface's own id of the person. */
  userId: string
  /** Null: nobody of the team, or not known yet who. */
  memberId: MemberId | null
  name: string
  email: string | null
  /** Where this person is written to alone; null until it was opened. */
  address: ChatAddress | null
  /** When an admin was asked who this is; null when nobody needs to ask. */
  askedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** What a surface's directory says of a person. */
export interface ChatPerson {
  workspaceId: string
  userId: string
  name: string
  email: string | null
  /** IANA; null when it is not told. */
  zone: string | null
  /** BCP 47; null when it is not told. */
  locale: string | null
}
