/** Half-open, in minutes after midnight. */
export interface MinuteSpan {
  fromMinute: number
  toMinute: number
}

export type DayPart =
  | 'morning'
  | 'afternoon'
  | 'evening'
  | 'night'
  | 'daytime'
  | 'breakfast'
  | 'lunch'
  | 'dinner'
  | 'firstThing'

/** What words without figures mean. */
export interface TimeConventions {
  /** "All day", "working hours". */
  workday: MinuteSpan
  parts: Readonly<Record<DayPart, MinuteSpan>>
  /** "Early" and "late" take so many minutes of a part of day. */
  edgeMinutes: number
  /** "End of day", "EOD". */
  endOfDayMinute: number
  /** A bare hour before this one is in the afternoon: with 7, "at 3" is 15:00 and "at 8" is 08:00. */
  earliestHour: number
  /** "After the 10th" begins on the 11th and "until the 20th" ends with the 20th; else every such side begins with the day named. */
  areSidesWholeDays: boolean
  /** "March to May" includes May; else it ends when May begins. */
  isLastMonthIncluded: boolean
  /** "Two upcoming weeks" are the next two weeks, or the second week from now. */
  upcoming: 'stretch' | 'nth'
  /** "Friday after next" is of the week after the next, or the second Friday from now. */
  afterNext: 'week' | 'second'
  /** "From Monday" alone is open at its end; else it is that day. */
  isFromOpen: boolean
  /** "The rest of the week" ends so many days before the week does. */
  restLeavesDays: number
  /** "The second Monday of each month" is one set; else it is a day of this month, and a monthly set. */
  isCountedSetOne: boolean
  /** "Monday afternoon to Tuesday morning" is one stretch; else two. */
  arePartsEnds: boolean
  /** "PST" and "BST" are so many hours from UTC all the year round; else the wall clock of the place. */
  areZonesFixed: boolean
}

/** Working day 09-17, morning until 12, afternoon until 17, evening until 20, lunch 12-13. */
export const defaultTimeConventions: TimeConventions = {
  workday: { fromMinute: 540, toMinute: 1020 },
  parts: {
    morning: { fromMinute: 540, toMinute: 720 },
    afternoon: { fromMinute: 720, toMinute: 1020 },
    evening: { fromMinute: 1020, toMinute: 1200 },
    night: { fromMinute: 1200, toMinute: 1440 },
    daytime: { fromMinute: 540, toMinute: 1020 },
    breakfast: { fromMinute: 480, toMinute: 540 },
    lunch: { fromMinute: 720, toMinute: 780 },
    dinner: { fromMinute: 1080, toMinute: 1200 },
    firstThing: { fromMinute: 540, toMinute: 600 },
  },
  edgeMinutes: 120,
  endOfDayMinute: 1020,
  earliestHour: 7,
  areSidesWholeDays: true,
  isLastMonthIncluded: true,
  upcoming: 'stretch',
  afterNext: 'week',
  isFromOpen: true,
  restLeavesDays: 0,
  isCountedSetOne: true,
  arePartsEnds: true,
  areZonesFixed: false,
}
