import { weekdaysOf } from './dayPicks.ts'
import { type DayPick, weekdayOf } from './picks.ts'

const throughFollowing = /^(?:through|thru|until|till|til|to|up to) (?:and including )?the following \w+day$/

/** "Tuesday is out, the rest of the week is fine", "Tuesday, and the following week": counted from that day when it lies later. */
export function readBehind(words: string, pick: DayPick | null, days: readonly DayPick[]): DayPick[] | null {
  const day = days.at(-1)
  // "From the 7th through the following Tuesday"
  if (pick?.to && pick.from === null && day?.from && throughFollowing.test(words)) {
    const last = pick.isUntil ? pick.to - 1 : pick.to
    const behind = day.from + 1 + ((weekdayOf(last) - weekdayOf(day.from + 1) + 7) % 7)
    return [{ ...pick, to: pick.isUntil ? behind + 1 : behind }]
  }
  if (!pick?.to || !pick.from || !day?.from || day.to !== day.from + 1) return null
  if (/^(for )?the (rest|remainder) of the week$/.test(words)) return day.from >= pick.to ? restOfWeek(day) : null
  if (/^(on )?the following \w+day$/.test(words) && pick.to === pick.from + 1)
    return weekdayAfter({ ...pick, weekdays: [weekdayOf(pick.from)], isBareWeekday: false }, days)
  if (!/^(on |in |for )?the following week$/.test(words) || day.from < pick.from) return null
  return weekStarting(day, day.from - weekdayOf(day.from) + 8)
}

/** "The Monday after": of the day that was said last. */
export function weekdayAfter(pick: DayPick | null, days: readonly DayPick[]): DayPick[] {
  const [weekday] = pick ? weekdaysOf(pick) : []
  const last = days.at(-1)?.to
  if (!pick || !weekday || !last) return []
  const from = last + ((weekday - weekdayOf(last) + 7) % 7)
  return [{ ...pick, from, to: from + 1, weekdays: null }]
}

/** "The Thursday of that week": of the week of the day that was said last; none where that was more than a week. */
export function weekdayOfWeek(pick: DayPick | null, days: readonly DayPick[]): DayPick[] {
  const [weekday] = pick ? weekdaysOf(pick) : []
  const last = days.at(-1)
  if (!pick || !weekday || !last?.from || (last.to !== null && last.to - last.from > 7)) return []
  const from = last.from - weekdayOf(last.from) + weekday
  return [{ ...pick, from, to: from + 1, weekdays: null }]
}

/** From the day that was said last to the Friday of its week; of a week, all of it. */
export function restOfWeek(last: DayPick): DayPick[] {
  const day = last.from ?? (last.to === null ? null : last.to - 1)
  if (day === null) return []
  const monday = day - weekdayOf(day) + 1
  // Behind a single day the days after it: whether that day itself is free was said, or is not known.
  const from = last.to === day + 1 && last.from !== null ? last.to : (last.from ?? monday)
  return weekStarting(last, monday).map((week) => ({ ...week, from }))
}

export function weekStarting(day: DayPick, monday: number): DayPick[] {
  return [
    {
      ...day,
      from: monday,
      to: monday + 7,
      weekdays: null,
      isBareWeekday: false,
      isBroad: true,
      hasWeekend: false,
      isUntil: false,
    },
  ]
}
