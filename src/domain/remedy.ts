import type { PartyId, SeatId, SessionId } from './ids.ts'
import type { PartyRole } from './party.ts'

/** One change of a request that somebody can decide on when nothing fits. */
export type RequestChange =
  | { kind: 'moreTimes'; partyId: PartyId }
  | { kind: 'standIn'; seatId: SeatId; standIn: StandIn }
  | { kind: 'without'; seatId: SeatId }
  | { kind: 'longerHours'; dayStartsMinute: number; dayEndsMinute: number }
  | { kind: 'shorterNotice'; noticeHours: number }
  /** ISO date, the new last day. */
  | { kind: 'laterEnd'; toOn: string }
  | { kind: 'shorterSession'; sessionId: SessionId; durationMinutes: number }

/** Somebody of the same side who does not take part yet. */
export interface StandIn {
  /** In the ATS. */
  recordId: string
  role: PartyRole
  name: string
  /** Whether they have to give times first; otherwise their calendar is known, or this side only approves. */
  isAsked: boolean
}

/** A change, and what it would open as things stood when nothing fitted. */
export interface Remedy {
  change: RequestChange
  startCount: number
  /** Whether `startCount` is where the counting stopped. */
  isAtLeast: boolean
  /** ISO instant: remedies live in a JSON column. */
  firstStartsAt: string
}
