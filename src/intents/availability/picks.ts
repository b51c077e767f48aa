/** Which days one expression names. Day numbers count from 1970-01-01. */
export interface DayPick {
  /** Half-open; a side is null where the words leave it open. */
  from: number | null
  to: number | null
  /** Only these ISO weekdays of them. */
  weekdays: readonly number[] | null
  /** A weekday and nothing else, "Tuesday": it is placed in the week that is spoken of. */
  isBareWeekday: boolean
  /** An open side that a bare weekday bounds, "from Tuesday": it too is placed in the week that is spoken of. */
  hasBareBound: boolean
  /** It was placed in the week that is spoken of. */
  isFromScope?: boolean
  /** A week or longer: days said beside it are days in it. */
  isBroad: boolean
  /** Every day there is: "any day". */
  isEveryDay: boolean
  /** A Saturday or Sunday is named: otherwise a stretch of days means Monday to Friday. */
  hasWeekend: boolean
  /** A holiday by its name: said to explain as often as to offer. */
  isHoliday: boolean
  /** "until", "through" and the like: the last day said belongs to it. */
  isUntil: boolean
}

/** Which part of a day. In minutes after midnight; a side is null where the words leave it open; equal sides are a moment. */
export interface ClockPick {
  from: number | null
  to: number | null
  /** am or pm was said or follows from the notation: the figures are what they say. */
  hasMeridiem: boolean
  /** "morning", "after lunch": exact times beside it are times in it. */
  isPart: boolean
  /** "mornings": holds for every day that is spoken of. */
  isPlural: boolean
  /** IANA, when it is said with these hours. */
  zone: string | null
  /** "any time", "all day": the working day, unless something narrower stands beside it. */
  isAllDay: boolean
}

/** What one expression of a text says. `back`: it points to what was said before. */
export interface Pick {
  days: DayPick | null
  clock: ClockPick | null
  zone: string | null
  back: BackReference | null
  /** Numbers of proposals: "the second one". */
  choices: readonly number[] | null
  /** "Both", "any of these": means the times beside it where there are some. */
  isAllChoices: boolean
  /** "Monday, 2 October" in a year in which that is a Friday. */
  isUnclear: boolean
  /** "Not before the 7th": says by itself what is offered. */
  isLimit: boolean
}

/** sameTime: "same time". sameDays: "that day", "either day". afterThat: "from then on". beforeThat: "before then". nextDay: "the day after". nextWeek: "the week after". thatWeek: "that week", "all week". restOfWeek: "the rest of that week". weekdayAfter: "the Monday after", weekdayOfWeek: "the Monday of that week"; `days` is the bare weekday. */
export type BackReference =
  | 'sameTime'
  | 'sameDays'
  | 'afterThat'
  | 'beforeThat'
  | 'nextDay'
  | 'nextWeek'
  | 'thatWeek'
  | 'restOfWeek'
  | 'weekdayAfter'
  | 'weekdayOfWeek'

export const noPick: Pick = {
  days: null,
  clock: null,
  zone: null,
  back: null,
  choices: null,
  isAllChoices: false,
  isUnclear: false,
  isLimit: false,
}

export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

export function dayNumber(isoDate: string): number {
  return Math.round(Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000)
}

/** "until 5", "until the 12th": an end and nothing else. */
export function isEndAlone({ clock, days }: Pick): boolean {
  if (days) return clock === null && days.from === null && days.to !== null && days.isUntil
  return clock !== null && clock.from === null && clock.to !== null && !clock.isAllDay
}
