import { ParleyError } from './errors.ts'
import type { InterviewId, MemberId, PartyId, RequestId, SeatId, SessionId, TenantId, ThreadId } from './ids.ts'
import type { Party, PartyRole } from './party.ts'
import type { Remedy } from './remedy.ts'

/**
 * collecting  parties are asked for windows, not all have answered
 * choosing    the candidate chooses among proposals (client was asked first)
 * approving   the client or hiring manager approves one of the proposals
 * noOverlap   everybody answered and nothing fits; a person must decide
 * declined    a party said no; a person must decide
 * agreed      everybody agreed and holds are taken, but nobody has said yet how to join
 * confirmed   the interview stands, invitations are owed or sent
 * completed / cancelled   terminal
 */
export const requestStates = [
  'collecting',
  'choosing',
  'approving',
  'noOverlap',
  'declined',
  'agreed',
  'confirmed',
  'completed',
  'cancelled',
] as const
export type RequestState = (typeof requestStates)[number]

/** Which state may follow which. A state follows itself when availability is replaced or a proposal is refused. */
export const requestTransitions: Readonly<Record<RequestState, readonly RequestState[]>> = {
  collecting: ['collecting', 'choosing', 'approving', 'noOverlap', 'declined', 'cancelled', 'confirmed'],
  choosing: ['choosing', 'collecting', 'approving', 'agreed', 'confirmed', 'noOverlap', 'declined', 'cancelled'],
  approving: ['approving', 'collecting', 'agreed', 'confirmed', 'noOverlap', 'declined', 'cancelled'],
  noOverlap: ['collecting', 'choosing', 'approving', 'noOverlap', 'declined', 'cancelled', 'confirmed'],
  declined: ['declined', 'collecting', 'cancelled', 'confirmed'],
  agreed: ['agreed', 'confirmed', 'collecting', 'declined', 'cancelled'],
  confirmed: ['confirmed', 'collecting', 'completed', 'cancelled'],
  completed: [],
  cancelled: [],
}

export function assertTransition(from: RequestState, to: RequestState): void {
  if (!requestTransitions[from].includes(to))
    throw new ParleyError('wrongState', `This request is ${stateWords[from]}, so that is no longer possible.`)
}

export const stateWords: Readonly<Record<RequestState, string>> = {
  collecting: 'waiting for availability',
  choosing: 'waiting for the candidate to choose',
  approving: 'waiting for approval',
  noOverlap: 'without a common time',
  declined: 'declined',
  agreed: 'agreed, but without joining details',
  confirmed: 'confirmed',
  completed: 'completed',
  cancelled: 'cancelled',
}

export function isClosed(state: RequestState): boolean {
  return requestTransitions[state].length === 0
}

/** agency: candidate and client contacts are all outsiders. inHouse: hiring manager and interviewers are members. */
export type RequestKind = 'agency' | 'inHouse'
export type AskOrder = 'candidateFirst' | 'clientFirst' | 'both'
/** Whether all client contacts must agree, or any one of them. Expressed to the solver as seats. */
export type Quorum = 'all' | 'any'

/** How the parties meet. Asked once per job or client, kept as its standing format. */
export type JoinFormat =
  | { kind: 'video'; url: string }
  | { kind: 'phone'; number: string; caller: 'candidate' | 'client' }
  | { kind: 'onsite'; address: string }
  | { kind: 'follows' }

export interface RequestRules {
  /** Starts lie on multiples of this after the full hour, in the first asked party's zone. */
  gridMinutes: number
  noticeHours: number
  /** Free time kept before and after for every person. */
  gapMinutes: number
  /** First and last day on which the interview may be, ISO dates, in the recruiter's zone. */
  fromOn: string
  toOn: string
  offerCount: number
  /** Local working hours, minutes after midnight: the range shown and offered first. */
  dayStartsMinute: number
  dayEndsMinute: number
  /** ISO weekdays, 1 = Monday. */
  weekdays: readonly number[]
  /** "Only mornings", "nothing on Fridays": times that people offer outside do not count. */
  allowed?: AllowedTimes | null
}

/** What somebody restricted one request to, by the recruiter's clock; minutes after midnight, ISO weekdays. */
export interface AllowedTimes {
  weekdays: readonly number[]
  startsMinute: number
  endsMinute: number
}

export interface Request {
  id: RequestId
  tenantId: TenantId
  version: number
  state: RequestState
  kind: RequestKind
  /** Which ATS connection the application belongs to; 'local' is the built-in one. */
  atsConnection: string
  applicationId: string
  candidateId: string
  jobId: string
  clientId: string | null
  candidateName: string
  jobTitle: string
  clientName: string | null
  /** "Backend Engineer Interview - Round 2" (R33). */
  title: string
  roundNumber: number
  order: AskOrder
  quorum: Quorum
  rules: RequestRules
  format: JoinFormat | null
  /** Stage the application was in when the request was opened: the compare of compare-and-set. */
  fromStageId: string
  /** Stage the application is moved to on confirmation; null when it stays where it is. */
  toStageId: string | null
  recruiterId: MemberId
  isRecruiterAttending: boolean
  threadId: ThreadId
  /** The live interview, also while a new time is being looked for. */
  interviewId: InterviewId | null
  /** Raised each time everybody is asked anew; windows and proposals of earlier rounds do not count. */
  askRound: number
  moveCount: number
  /** Why nothing fits or who declined, in sentences; empty otherwise. */
  stuckReasons: readonly string[]
  /** What would let something fit, best first; only while nothing does. */
  remedies: readonly Remedy[]
  closedReason: string | null
  createdAt: Date
  updatedAt: Date
}

/** A part of the loop, in order; this request's first and often only one has ordinal 1. */
export interface Session {
  id: SessionId
  tenantId: TenantId
  requestId: RequestId
  ordinal: number
  title: string
  durationMinutes: number
}

/** A place in a session's panel: any one of `partyIds` fills it. */
export interface Seat {
  id: SeatId
  tenantId: TenantId
  requestId: RequestId
  sessionId: SessionId
  ordinal: number
  role: PartyRole
  partyIds: readonly PartyId[]
  isRequired: boolean
}

/** The place as one line: what stands in LOCATION, in the ATS and on the card. */
export function placeOf(format: JoinFormat): string {
  switch (format.kind) {
    case 'video':
      return format.url
    case 'phone':
      return `Phone ${format.number}, the ${format.caller} calls`
    case 'onsite':
      return format.address
    case 'follows':
      return 'Joining details follow'
  }
}

/** The approving side of a request: those who sit in a seat that must be filled, or all of that side when none of them does. */
export function approversAmong(
  kind: RequestKind,
  parties: readonly Party[],
  seats: readonly Pick<Seat, 'partyIds' | 'isRequired'>[],
): Party[] {
  const managers = parties.filter((p) => p.role === 'hiringManager')
  const side =
    kind === 'agency'
      ? parties.filter((p) => p.role === 'client')
      : managers.length > 0
        ? managers
        : parties.filter((p) => p.role === 'interviewer').slice(0, 1)
  const required = side.filter((p) => seats.some((seat) => seat.isRequired && seat.partyIds.includes(p.id)))
  return required.length > 0 ? required : side
}
