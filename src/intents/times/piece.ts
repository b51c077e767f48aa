import type { ClockSpan, DaySpan } from './reading.ts'

/** What has been read so far of one expression: days, hours or both. */
export interface Piece {
  days: DaySpan | null
  clock: ClockSpan | null
  /** The hours are sides of the first and of the last day ("from Monday 4pm to Tuesday noon"), not hours of every day. */
  isContinuous: boolean
}

export function dayPiece(days: DaySpan): Piece {
  return { days, clock: null, isContinuous: false }
}

export function clockPiece(clock: ClockSpan): Piece {
  return { days: null, clock, isContinuous: false }
}
