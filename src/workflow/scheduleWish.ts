import type { AtsPerson } from '../ats/port.ts'
import type { MemberId, TenantId, ThreadId } from '../domain/ids.ts'
import type { PartyRole } from '../domain/party.ts'
import type { Quorum } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'

export type ScheduleWish = Omit<Extract<Intent, { kind: 'schedule' }>, 'kind'>

/** Where a conversation takes place, and what keeps a repeated event from answering twice. */
export interface Conversation {
  tenantId: TenantId
  threadId: ThreadId
  memberId: MemberId
  /** Key of the message or press that is being answered. */
  eventKey: string
  /** The record or request that an earlier button said a name means. */
  chosenId?: string
  /** Hash of the member's text, where a model has read it: the answer asks whether that was right. */
  judged?: string
  /** The member's own line that is being answered; null for a press. */
  lineId?: string | null
}

/** What earlier buttons have already decided. */
export interface ScheduleChoices {
  applicationId?: string
  contactIds?: readonly string[]
  quorum?: Quorum
  isAnotherRound?: boolean
  /** Of several candidates of one name. */
  candidateId?: string
}

/** Somebody of the other side, as the ATS knows them. */
export interface PanelPerson {
  role: PartyRole
  person: AtsPerson
}
