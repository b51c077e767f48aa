import type { Interval } from '../../domain/availability.ts'
import type { TimeConventions } from '../times/conventions.ts'

/** A time that was offered under a number; instants. */
export interface NumberedProposal extends Interval {
  number: number
}

export interface AvailabilityContext {
  /** When the message was written. */
  now: Date
  /** The writer's zone (IANA) and locale (BCP 47). */
  zone: string
  locale: string
  /** The days that are asked for, ISO dates in `zone`: the first, and the one after the last. */
  fromOn: string
  untilOn: string
  /** Length of a time of which only the start is said. */
  durationMinutes: number
  /** What the writer was offered; empty when he was only asked. */
  proposals: readonly NumberedProposal[]
  /** What "morning" and "all day" mean; the rest of `TimeConventions` keeps its defaults. */
  conventions?: Partial<TimeConventions>
}

/** Why a message has to be asked back. */
export type Doubt =
  /** A time of day without any day. */
  | 'noDay'
  /** Times, but words around them that leave open whether they are offered. */
  | 'notSureOffer'
  /** All that is offered lies outside the days that are asked for, or is taken back in the same message. */
  | 'nothingLeft'
  /** A yes to several proposals, or a time that several of them have. */
  | 'whichProposal'
  /** A time that could not be read. */
  | 'unread'

/**
 * What a message says. available: `windows` are offered. busy: only what is not possible is said. select: the proposals in `selected`
 * are fine (`windows` may hold further times). reject: no proposal is. decline: the writer takes no further part. none: nothing about
 * times. clarify: has to be asked back, and nothing in it may be used. Intervals are sorted, do not overlap and lie in the days asked for.
 */
export interface AvailabilityReading {
  kind: 'available' | 'busy' | 'select' | 'reject' | 'decline' | 'none' | 'clarify'
  windows: readonly Interval[]
  busy: readonly Interval[]
  selected: readonly number[]
  doubt: Doubt | null
  /** The zone the writer named, when it is not his own. */
  zone: string | null
}
