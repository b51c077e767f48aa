import type { InterviewId, InvitationId, PartyId, RequestId, SessionId, TenantId } from './ids.ts'
import type { JoinFormat } from './request.ts'

export type InterviewState = 'scheduled' | 'completed' | 'cancelled'

export interface Interview {
  id: InterviewId
  tenantId: TenantId
  requestId: RequestId
  sessionId: SessionId
  version: number
  state: InterviewState
  title: string
  startsAt: Date
  endsAt: Date
  format: JoinFormat
  partyIds: readonly PartyId[]
  /** Raised on every change of time or place and on cancel; the same in all invitations of this interview. */
  sequence: number
  /** Id of the interview record in the ATS once written. */
  atsInterviewId: string | null
  /** When the ATS was last asked whether it still says the same. */
  atsCheckedAt?: Date | null
  cancelReason: string | null
  createdAt: Date
  updatedAt: Date
}

/**
 * One calendar object. Agency: one per party, so that nobody sees another's address. In-house: one for all
 * attendees (`partyId` null). The UID never changes in its life (RFC 5545 3.8.4.7).
 */
export interface Invitation {
  id: InvitationId
  tenantId: TenantId
  interviewId: InterviewId
  requestId: RequestId
  partyId: PartyId | null
  uid: string
  /** The recruiter's copy does not block the recruiter's time. */
  isTransparent: boolean
  /** Whom calendars answer, for as long as the object lives; null: the recruiter's own address. */
  organizerEmail: string | null
}
