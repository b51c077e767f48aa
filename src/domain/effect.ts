import type { ChatAddress } from './chat.ts'
import { ParleyError } from './errors.ts'
import type { EffectId, InterviewId, RequestId, TenantId } from './ids.ts'

/**
 * owed       will be tried at nextAttemptAt
 * trying     a worker has claimed it
 * done       happened, with proof
 * asked      outcome unknown (mail only): a person is asked, never resent by itself
 * dead       gave up after 12 attempts or a refusal that a retry cannot change; retry button
 * withdrawn  undone or overtaken before it happened
 */
export const effectStates = ['owed', 'trying', 'done', 'asked', 'dead', 'withdrawn'] as const
export type EffectState = (typeof effectStates)[number]

export const effectTransitions: Readonly<Record<EffectState, readonly EffectState[]>> = {
  owed: ['owed', 'trying', 'withdrawn'],
  // Claimed once more when the worker that had it died.
  trying: ['trying', 'done', 'owed', 'asked', 'dead', 'withdrawn'],
  done: [],
  asked: ['owed', 'done', 'withdrawn'],
  dead: ['owed', 'withdrawn'],
  withdrawn: [],
}

export function assertEffectTransition(from: EffectState, to: EffectState): void {
  if (!effectTransitions[from].includes(to))
    throw new ParleyError('wrongState', `This step is ${from}, so it cannot become ${to}.`)
}

export type EffectKind =
  | 'mail' // a message to one party
  | 'invitation' // a mail that carries a calendar object
  | 'atsInterview' // interview record created or updated
  | 'atsStage' // application moved forward
  | 'atsLog' // activity written
  | 'chatCard' // the request's living card brought up to date
  | 'chatMessage' // a message in a thread
  | 'chatPlace' // a place of its own for a request
  | 'chatWhisper' // a sentence for one person of a chat who has no thread
  | 'briefing' // a member's day or next interview, to one member by chat or mail

/** What the outside system said, in its own words. */
export interface Proof {
  at: string
  /** Provider's identifier: Message-ID, ATS record id, message id. */
  id: string
  /** Provider's own words: the SMTP reply line, the value read back. */
  said: string
  url?: string
}

export interface EffectFailure {
  at: string
  code: string
  sentence: string
}

export interface Effect {
  id: EffectId
  tenantId: TenantId
  requestId: RequestId | null
  interviewId: InterviewId | null
  /** Unique per tenant: the same step can be owed once. */
  key: string
  kind: EffectKind
  payload: EffectPayload
  state: EffectState
  attempts: number
  nextAttemptAt: Date
  claimedAt: Date | null
  proof: Proof | null
  lastError: EffectFailure | null
  createdAt: Date
  updatedAt: Date
}

export type MailTemplate =
  | 'request'
  | 'askAnew'
  | 'reminder'
  | 'acknowledgement'
  | 'choice'
  | 'approval'
  | 'waiting'
  | 'nothingFits'
  | 'dayOf'
  | 'timeKept'
  | 'closing'
  | 'needsYou'
  | 'enteredForYou'
  | 'renewedLink'
  /** What people were asked has changed. */
  | 'changed'
  /** Somebody need not take part any more; the request goes on. */
  | 'released'
  | 'feedback'
  /** Somebody on the way to the interview is late. */
  | 'late'
  | 'readBack'
  | 'notUnderstood'
  | 'passedOn'
export type InvitationMethod = 'REQUEST' | 'CANCEL'

/** The seven events that the ATS record gets by itself (R59-R65), and what a recruiter has noted. */
export type LogEvent =
  | 'requestSent'
  | 'reminderSent'
  | 'dayOfReminderSent'
  | 'candidateSelected'
  | 'candidateDeclined'
  | 'booked'
  | 'postponedOrCancelled'
  | 'note'
  | 'noShow'
  | 'feedbackAsked'

/** The conversation in which somebody asked for it by name: what becomes of it is told there. `done` is said when it happened. */
export interface AskedIn {
  threadId: string
  memberId: string
  done: string
}

/** Plain JSON: what to do, not how. State is read again when the effect is performed. */
export type EffectPayload =
  | { kind: 'mail'; template: MailTemplate; partyId: string; data: Readonly<Record<string, string>> }
  | {
      kind: 'invitation'
      invitationId: string
      partyId: string
      method: InvitationMethod
      sequence: number
      reason: string | null
      previous: { startsAt: string; endsAt: string } | null
    }
  | { kind: 'atsInterview'; interviewId: string; sequence: number }
  | { kind: 'atsStage'; applicationId: string; fromStageId: string; toStageId: string; askedIn?: AskedIn }
  | {
      kind: 'atsLog'
      event: LogEvent
      text: string
      data: Readonly<Record<string, unknown>>
      /** Where there is no request: the application it is written for. */
      applicationId?: string
      askedIn?: AskedIn
    }
  | { kind: 'chatCard'; requestId: string; version: number }
  /** `threadId`: where the request was asked. */
  | { kind: 'chatPlace'; requestId: string; threadId: string }
  | { kind: 'chatMessage'; threadId: string; message: unknown }
  | { kind: 'chatWhisper'; address: ChatAddress; userId: string; message: unknown }
  | BriefingPayload

/** `interviewId` null: the day `on` (ISO date, the member's). `dueAt`: when it should go out; much later it is stale. */
export interface BriefingPayload {
  kind: 'briefing'
  via: 'chat' | 'mail'
  memberId: string
  on: string
  dueAt: string
  interviewId: string | null
  /** Of the interview when it was owed; a moved one is another. */
  sequence: number | null
}

export const attemptCountMax = 12

/** Delay before the next attempt: 1 min x 2^n capped at 3 h; the caller adds jitter from its own randomness. */
export function backoffMs(attempts: number): number {
  return Math.min(60_000 * 2 ** Math.max(0, attempts - 1), 3 * 3_600_000)
}
