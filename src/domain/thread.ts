import type { ActionId, AuditId, InboundId, MemberId, MessageId, RequestId, TenantId, ThreadId } from './ids.ts'

/** Who can read a thread: its member alone, the people of a closed channel, or everybody at the workplace. */
export const audiences = ['personal', 'private', 'public'] as const
export type Audience = (typeof audiences)[number]

/** A conversation with Parley on one chat surface: of one member, or in a channel where others may join in. */
export interface Thread {
  id: ThreadId
  tenantId: TenantId
  /** Who began it, or for whom it was begun. */
  memberId: MemberId
  surface: 'web' | 'slack' | 'teams'
  /** The surface's own name of the thread, unique per surface: "T1/C1/171.2" on Slack, the thread id on the web. */
  externalId: string
  /** Where the surface's adapter writes to (domain/chat.ts `ChatAddress`); null on the web. */
  address: unknown
  audience: Audience
  /** Set on a thread that was begun for one request: a panel member's card. */
  requestId: RequestId | null
  title: string
  lastMessageAt: Date
  lastReadAt: Date | null
  createdAt: Date
}

/** What a thread of the web chat has in common with every other one there. */
export const onWeb = { surface: 'web', address: null, audience: 'personal', requestId: null } as const

export interface ThreadMessage {
  id: MessageId
  tenantId: TenantId
  threadId: ThreadId
  author: 'member' | 'parley'
  text: string
  /** Neutral message (bot/message.ts `Message`) when Parley wrote it. */
  message: unknown
  /** Set on the one living card of a request. */
  requestId: RequestId | null
  /** Effect key that posted it: the look-up before posting again. */
  effectKey: string | null
  /** The surface's own id of the posted message, by which it is changed in place; null on the web. */
  externalId: string | null
  version: number
  createdAt: Date
  updatedAt: Date
}

/** What a button means, kept here so that the chat carries only an opaque id. */
export interface Action {
  id: ActionId
  tenantId: TenantId
  threadId: ThreadId
  requestId: RequestId | null
  /** Only this member may press it. */
  memberId: MemberId
  kind: string
  data: Readonly<Record<string, unknown>>
  /** Version of the request the button was made for; null when it does not depend on one. */
  requestVersion: number | null
  usedAt: Date | null
  createdAt: Date
}

/** Something that came in, stored before it was acknowledged. Unique by (source, externalId). */
export interface InboundEvent {
  id: InboundId
  tenantId: TenantId
  source: string
  externalId: string
  payload: Readonly<Record<string, unknown>>
  state: 'received' | 'done' | 'refused'
  reason: string | null
  attempts: number
  receivedAt: Date
  handledAt: Date | null
}

/** Who did what, through what, when. Never updated or deleted. */
export interface AuditEntry {
  id: AuditId
  tenantId: TenantId
  requestId: RequestId | null
  at: Date
  /** 'member:ID', 'party:ID' or 'parley' */
  actor: string
  via: 'chat' | 'link' | 'mail' | 'records' | 'system'
  action: string
  fromState: string | null
  toState: string | null
  data: Readonly<Record<string, unknown>>
}
