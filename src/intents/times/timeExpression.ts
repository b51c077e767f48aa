import type { TimeConventions } from './conventions.ts'
import type { RecurrenceRule } from './recurrence.ts'

/** Against what a text is read. */
export interface TimeContext {
  now: Date
  /** IANA; the writer's. */
  zone: string
  /** Decides the order of day and month in figures. */
  locale: string
  conventions?: Partial<TimeConventions>
}

export type TimeKind =
  | 'date'
  | 'time'
  | 'datetime'
  | 'dateRange'
  | 'timeRange'
  | 'datetimeRange'
  | 'duration'
  | 'recurring'

/** One expression of time found in a text. Dates and minutes are local wall clock in the writer's zone, or in `zone` when the words name one. */
export interface TimeExpression {
  /** Half-open character offsets in the text as given. */
  from: number
  to: number
  kind: TimeKind
  /** Days meant, half-open ISO dates; a side is null where the words leave it open; null when no day is said ("at 3", "45 min"). */
  days: { fromOn: string | null; toOn: string | null } | null
  /** ISO weekday numbers that come back ("Mondays", "weekdays"), else null. */
  weekdays: readonly number[] | null
  /**
   * Minutes after midnight, half-open; a side is null when open ("after 3"); equal sides are one moment ("at 3"). More than 1440 is on the
   * next day. hasMeridiem: am, pm or 24 h notation was said or is implied; without it the likelier half was taken ("at 3" is 15:00).
   */
  clock: { fromMinute: number | null; toMinute: number | null; hasMeridiem: boolean } | null
  /** The hours belong to the first and the last day ("Monday 4pm to Tuesday noon"), not to each day. */
  isContinuous: boolean
  /** IANA, when the words name one. */
  zone: string | null
  /** Length of a duration; the longer end of "2 to 3 hours". */
  seconds: number | null
  /** The shorter end of "2 to 3 hours", else null. */
  shortestSeconds: number | null
  /** How it comes back, for recurring. */
  rule: RecurrenceRule | null
  /** Rests on a convention (morning, end of day, ...). */
  isConvention: boolean
}
