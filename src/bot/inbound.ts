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
