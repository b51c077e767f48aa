/** Days are counted from 1 January 1970: calendar arithmetic on whole numbers, which no clock change can touch. */

export interface CalendarDay {
  year: number
  month: number
  day: number
}

const msOfDay = 86_400_000

/** The number of a day; what overflows is carried on, as in Date.UTC. */
export function toDayNumber(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / msOfDay)
}

export function toCalendarDay(dayNumber: number): CalendarDay {
  const date = new Date(dayNumber * msOfDay)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export function countDaysOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The number of a day that exists, else null ("30 February"). Years 1900 to 2199. */
export function findDay(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null
  return day <= countDaysOfMonth(year, month) ? toDayNumber(year, month, day) : null
}

/** ISO weekday, Monday 1 to Sunday 7. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

export function mondayOf(dayNumber: number): number {
  return dayNumber - weekdayOf(dayNumber) + 1
}

/** The same day of another month, or its last day. */
export function addMonths(dayNumber: number, months: number): number {
  const { year, month, day } = toCalendarDay(dayNumber)
  const at = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1]
  return toDayNumber(toYear, toMonth, Math.min(day, countDaysOfMonth(toYear, toMonth)))
}

export function firstOfMonth(dayNumber: number, shift = 0): number {
  const { year, month } = toCalendarDay(dayNumber)
  return toDayNumber(year, month + shift, 1)
}

/** ISO date of a day. */
export function isoOfDay(dayNumber: number): string {
  return new Date(dayNumber * msOfDay).toISOString().slice(0, 10)
}
