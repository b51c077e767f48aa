/** What words without figures mean in an answer about availability, in minutes after midnight. */
export interface AvailabilityConventions {
  /** A day without times, "all day", "any time". */
  workday: { fromMinute: number; toMinute: number }
  /** The end of "after 6 pm": what begins when the working day is over. */
  eveningEndsMinute: number
  /** A figure before this one is in the afternoon: "at 3" is 15:00, "at 8" is 08:00. */
  earliestMinute: number
}

export const defaultAvailabilityConventions: AvailabilityConventions = {
  workday: { fromMinute: 540, toMinute: 1020 },
  eveningEndsMinute: 1200,
  earliestMinute: 420,
}
