declare const brand: unique symbol

/** An identifier of one kind of thing. Branded, so that a PartyId never passes for a RequestId. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

/** Minted only by tenant resolution: the store's tenant list, a link, a chat installation. */
export type TenantId = Id<'tenant'>
export type MemberId = Id<'member'>
export type RequestId = Id<'request'>
export type SessionId = Id<'session'>
export type SeatId = Id<'seat'>
export type PartyId = Id<'party'>
export type WindowId = Id<'window'>
export type ProposalId = Id<'proposal'>
export type ApprovalId = Id<'approval'>
export type HoldId = Id<'hold'>
export type InterviewId = Id<'interview'>
export type InvitationId = Id<'invitation'>
export type EffectId = Id<'effect'>
export type InboundId = Id<'inbound'>
export type LinkId = Id<'link'>
export type ThreadId = Id<'thread'>
export type MessageId = Id<'message'>
export type ActionId = Id<'action'>
export type AuditId = Id<'audit'>
export type ReadingId = Id<'reading'>

/** Where identifiers and secrets come from; given by main so that a simulation can replay them. */
export interface Ids {
  /** A new identifier, `<kind>_` plus 26 characters, later ones sort after earlier ones. */
  next<Kind extends string>(kind: Kind): Id<Kind>
  /** 256 random bits, base64url (43 characters): a link's secret. */
  secret(): string
}
