import type { MemberId, PartyId, RequestId, TenantId } from './ids.ts'

export type PartyRole = 'candidate' | 'client' | 'hiringManager' | 'interviewer' | 'recruiter'

/** notNeeded: this party is not asked for windows (a recruiter, or an approver who only approves). */
export type PartyAnswer = 'notAsked' | 'asked' | 'answered' | 'declined' | 'notNeeded'

/** Somebody who takes part in a request. Outsiders have no account: they act through links. */
export interface Party {
  id: PartyId
  tenantId: TenantId
  requestId: RequestId
  role: PartyRole
  name: string
  email: string
  phone: string | null
  zone: string
  /** BCP 47, decides language and formats of mails and pages. */
  locale: string
  /** ISO 3166-1 alpha-2, for public holidays; null when not known. */
  country: string | null
  /** Set for people of the agency or company; null for outsiders. */
  memberId: MemberId | null
  /** Member id, else normalised e-mail: whom a hold reserves. */
  personKey: string
  /** Id of the candidate, contact or user in the ATS. */
  recordId: string | null
  isAttending: boolean
  answer: PartyAnswer
  /** 'recruiter' when the recruiter entered the times for this party; shown as such. */
  answeredBy: 'party' | 'recruiter' | null
  note: string | null
  declineReason: string | null
  askedAt: Date | null
  answeredAt: Date | null
  remindedCount: number
  remindedAt: Date | null
  /** When the next automatic reminder is due; null when none is. Derived anew whenever the answer or the question changes. */
  remindAt: Date | null
  /** "Stop reminders": nothing automatic any more, the request itself goes on. */
  isReminderStopped: boolean
  /** When the newest link of this party expires; null before the first one is mailed. */
  linkExpiresAt: Date | null
  /** When the recruiter was told that the newest link is about to expire. */
  linkWarnedAt: Date | null
  /** Links renewed by themselves; after one the recruiter decides. */
  linkRenewedCount: number
  /** SEQUENCE of the interview that this party said yes to, in the chat or the calendar; of a moved one it is another. */
  saidYesToSequence: number | null
}

/** Whom a hold reserves: the member, else the outsider by mailbox, so that outsiders are guarded too. */
export function personKeyOf(memberId: MemberId | null, email: string): string {
  return memberId ?? `mailto:${email.trim().toLowerCase()}`
}

export const outsiderRoles: readonly PartyRole[] = ['candidate', 'client']
/** The side that approves: outsiders in the agency case, members in-house. */
export const approverRoles: readonly PartyRole[] = ['client', 'hiringManager']
