import type { ChatPerson, ChatPlace, ChatSurface } from '../domain/chat.ts'
import type { MemberId, TenantId, ThreadId } from '../domain/ids.ts'

/** What a member wrote. The same `eventId` twice is one event: a double press, a reload, a redelivery. */
export interface InboundMessage {
  tenantId: TenantId
  memberId: MemberId
  threadId: ThreadId
  text: string
  eventId: string
}

/** A pressed button. `actionId` is what the chat carried; who may press it is decided by whoever handles it. */
export interface InboundAction {
  tenantId: TenantId
  memberId: MemberId
  threadId: ThreadId
  actionId: string
  /** By field name, trimmed; a ticked checkbox is 'true', one left open ''. */
  fields: Readonly<Record<string, string>>
  eventId: string
}

export interface FieldError {
  field: string
  sentence: string
}

/**
 * What became of a press: done, fields to correct, a polite no (too late, somebody else's, already answered), or something that
 * is shown to the presser beside the button, once, and kept nowhere.
 */
export type ActionOutcome =
  | { kind: 'ok' }
  | { kind: 'invalid'; errors: readonly FieldError[] }
  | { kind: 'refused'; sentence: string }
  | { kind: 'shown'; sentence: string }

/** Stores the message in the inbox before it resolves, the member's line in the thread included. */
export type OnMessage = (input: InboundMessage) => Promise<void>
export type OnAction = (input: InboundAction) => Promise<ActionOutcome>

/** Somebody at another company's chat, by the chat's own ids: which member that is, is found out after the acknowledgement. */
interface FromChat {
  tenantId: TenantId
  surface: ChatSurface
  workspaceId: string
  userId: string
  /** The surface's own name of the event: the same for a redelivery. */
  eventId: string
  /** What the event itself tells of its sender; the directory is asked for the rest. */
  person?: Partial<Omit<ChatPerson, 'workspaceId' | 'userId'>>
}

export interface InboundChat extends FromChat {
  place: ChatPlace
  text: string
  /** False for what people say to each other in a thread in which Parley takes part. */
  isAddressed: boolean
}

export interface InboundPress extends FromChat {
  actionId: string
  fields: Readonly<Record<string, string>>
}

/** Stored before it resolves; false when it was no news, or is none of Parley's business. */
export type OnChat = (input: InboundChat) => Promise<boolean>
/**
 * Stored first, then performed: the outcome for the presser. `onStored` tells when nothing can be lost any more: what outlasts the
 * presser's patience after that goes on by itself.
 */
export type OnPress = (input: InboundPress, onStored?: () => void) => Promise<ActionOutcome>
