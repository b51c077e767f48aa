import { countDaysOfMonth, findDay, firstOfMonth, toCalendarDay, toDayNumber, weekdayOf } from './dayNumbers.ts'
import { type DaySpan, type Found, oneDay, type Reading } from './reading.ts'

/** The day of a month that is next, today included; 29 February may be years away. */
export function nextDateOf(reading: Reading, month: number, day: number): number | null {
  const { year } = toCalendarDay(reading.today)
  for (let later = 0; later <= 8; later += 1) {
    const found = findDay(year + later, month, day)
    if (found !== null && found >= reading.today) return found
    if (later >= 1 && month !== 2) return found
  }
  return null
}

/** The day of that year, or the next one when no year was said; null when it does not exist. */
export function dated(reading: Reading, year: number | null, month: number, day: number, next: number): Found<DaySpan> {
  const found = year === null ? nextDateOf(reading, month, day) : findDay(year, month, day)
  return found === null ? null : { value: oneDay(found, year === null ? 'year' : null), next }
}

/** The next day with that number, today included; months that are too short are left out. */
export function nextDayOfMonth(reading: Reading, day: number): number | null {
  for (let later = 0; later <= 2; later += 1) {
    const first = firstOfMonth(reading.today, later)
    const { year, month } = toCalendarDay(first)
    const found = first + day - 1
    if (day <= countDaysOfMonth(year, month) && found >= reading.today) return found
  }
  return null
}

/** The day with that number that is that weekday: in this month, else in the next month where they meet. */
export function meetWeekday(reading: Reading, weekday: number, day: number): number | null {
  for (let later = 0; later <= 24; later += 1) {
    const first = firstOfMonth(reading.today, later)
    const { year, month } = toCalendarDay(first)
    const found = toDayNumber(year, month, day)
    if (day <= countDaysOfMonth(year, month) && weekdayOf(found) === weekday) return found
  }
  return null
}
