import type { ApprovalId, HoldId, PartyId, ProposalId, RequestId, SessionId, TenantId } from './ids.ts'

/** A session placed at an instant with named people. Instants are ISO strings because slots live in a JSON column. */
export interface Slot {
  sessionId: SessionId
  startsAt: string
  endsAt: string
  partyIds: readonly PartyId[]
}

/** offered -> approved | refused | withdrawn; only an offered one can be approved. */
export type ProposalState = 'offered' | 'approved' | 'refused' | 'withdrawn'

/** The reason of a proposal against which nothing speaks. Pages in other languages know it by this. */
export const goodForEveryone = 'good for everyone'

/** One complete way to hold the request's sessions. A request has several offered at a time. */
export interface Proposal {
  id: ProposalId
  tenantId: TenantId
  requestId: RequestId
  askRound: number
  rank: number
  state: ProposalState
  slots: readonly Slot[]
  startsAt: Date
  endsAt: Date
  /** Why it ranks where it does, in words. */
  reasons: readonly string[]
  /** Parties whose calendar could not be read; the proposal depends on them. */
  unknownPartyIds: readonly PartyId[]
  createdAt: Date
}

export interface Approval {
  id: ApprovalId
  tenantId: TenantId
  requestId: RequestId
  proposalId: ProposalId
  partyId: PartyId
  decision: 'approved' | 'refused' | 'chosen'
  reason: string | null
  createdAt: Date
}

/** A tentative or firm reservation of one person's time, session plus its gaps. */
export interface Hold {
  id: HoldId
  tenantId: TenantId
  personKey: string
  requestId: RequestId
  sessionId: SessionId
  startsAt: Date
  endsAt: Date
  state: 'held' | 'confirmed' | 'released'
}
