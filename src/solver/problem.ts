import type { Interval } from '../domain/availability.ts'
import type { PartyId, SessionId } from '../domain/ids.ts'

/** What is known of one person's time. All intervals half-open; instants in milliseconds since the epoch, UTC. */
export interface SolverPerson {
  id: PartyId
  name: string
  zone: string
  /** Null: this person was not asked for windows and may be placed anywhere in the working hours. */
  windows: readonly (Interval & { level: 'good' | 'possible' })[] | null
  /** Holds and busy times to stay clear of, gaps not yet added. */
  busy: readonly Interval[]
  /** The calendar could not be read: neither free nor busy. `reason` says why. */
  unknownReason: string | null
}

export interface SolverSeat {
  partyIds: readonly PartyId[]
  isRequired: boolean
}

export interface SolverSession {
  id: SessionId
  title: string
  durationMinutes: number
  seats: readonly SolverSeat[]
}

export interface SolverRules {
  gridMinutes: number
  noticeHours: number
  gapMinutes: number
  /** ISO dates, inclusive, read in `zone`. */
  fromOn: string
  toOn: string
  zone: string
  dayStartsMinute: number
  dayEndsMinute: number
  weekdays: readonly number[]
  offerCount: number
}

export interface SolverProblem {
  now: Date
  sessions: readonly SolverSession[]
  people: readonly SolverPerson[]
  rules: SolverRules
}

export interface SolvedSlot extends Interval {
  sessionId: SessionId
  partyIds: readonly PartyId[]
}

export interface SolvedProposal {
  slots: readonly SolvedSlot[]
  score: number
  reasons: readonly string[]
  unknownPartyIds: readonly PartyId[]
}

/** Why nothing fits: each line names people or rules in product words. `excludedCount` is how many starts it rules out. */
export interface NoFitReason {
  kind: 'windows' | 'busy' | 'notice' | 'noCommonWindow' | 'tooShort' | 'workingHours' | 'range'
  partyIds: readonly PartyId[]
  sentence: string
  excludedCount: number
}

/** `found` is best first and spread over days and day parts; it never holds a slot that leaves a person's windows. */
export type SolverAnswer =
  | { kind: 'found'; proposals: readonly SolvedProposal[]; totalCount: number }
  | { kind: 'none'; reasons: readonly NoFitReason[] }
