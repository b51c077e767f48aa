import { type DayPick, weekdayOf } from './picks.ts'

/** Days that may be offered at all, as day numbers; half-open. */
export interface Horizon {
  from: number
  to: number
}

export const everyDay: DayPick = {
  from: null,
  to: null,
  weekdays: null,
  isBareWeekday: false,
  hasBareBound: false,
  isBroad: true,
  isEveryDay: true,
  hasWeekend: false,
  isHoliday: false,
  isUntil: false,
}

/** The days of a pick inside the horizon. A stretch of days means its Monday to Friday unless a weekend day is named. */
export function listDays(pick: DayPick, horizon: Horizon): number[] {
  const from = Math.max(pick.from ?? horizon.from, horizon.from)
  const to = Math.min(pick.to ?? horizon.to, horizon.to)
  const isSingle = pick.from !== null && pick.to !== null && pick.to - pick.from === 1
  const days: number[] = []
  for (let day = from; day < to; day += 1) {
    const weekday = weekdayOf(day)
    const isMeant = pick.weekdays ? pick.weekdays.includes(weekday) : isSingle || pick.hasWeekend || weekday <= 5
    if (isMeant) days.push(day)
  }
  return days
}

/** What is in both picks: "Tuesday" and "next week", "Thursday" and "the 12th"; null when nothing is. */
export function narrowDays(one: DayPick, other: DayPick): DayPick | null {
  if (one.isEveryDay) return other
  if (other.isEveryDay) return one
  const [bare, range] = one.isBareWeekday ? [one, other] : [other, one]
  if (bare.isBareWeekday && !range.isBareWeekday) return placeWeekday(bare, range)
  if (one.hasBareBound !== other.hasBareBound) {
    const [side, week] = one.hasBareBound ? [one, other] : [other, one]
    const placed = placeBound(side, week)
    if (placed) return placed
  }
  const from = Math.max(one.from ?? -Infinity, other.from ?? -Infinity)
  const to = Math.min(one.to ?? Infinity, other.to ?? Infinity)
  if (from >= to) return null
  return {
    ...one,
    from: Number.isFinite(from) ? from : null,
    to: Number.isFinite(to) ? to : null,
    weekdays: pickWeekdays(one, other),
    isBroad: one.isBroad && other.isBroad,
    hasWeekend: one.hasWeekend || other.hasWeekend,
  }
}

function pickWeekdays(one: DayPick, other: DayPick): readonly number[] | null {
  if (!one.weekdays || !other.weekdays) return one.weekdays ?? other.weekdays
  return one.weekdays.filter((weekday) => other.weekdays?.includes(weekday))
}

/** A bare weekday, or several, as days of a stretch; null when it has none of them. */
export function placeWeekday(bare: DayPick, range: DayPick): DayPick | null {
  const weekdays = weekdaysOf(bare)
  const isSingleDay = range.from !== null && range.to !== null && range.to - range.from === 1
  if (isSingleDay) return weekdays.includes(weekdayOf(range.from ?? 0)) ? range : null
  // One day of a stretch of at most a week is that day.
  if (weekdays.length === 1 && range.from !== null && range.to !== null && range.to - range.from <= 7) {
    for (let day = range.from; day < range.to; day += 1)
      if (weekdayOf(day) === weekdays[0])
        return { ...bare, from: day, to: day + 1, weekdays: null, isBareWeekday: false }
    return null
  }
  return { ...range, weekdays, isBareWeekday: false, isBroad: false }
}

/** "Next week, not before Wednesday": from the Wednesday of that week to its end. */
function placeBound(side: DayPick, week: DayPick): DayPick | null {
  if (week.from === null || week.to === null || week.to - week.from > 7) return null
  const bound = side.from ?? (side.to === null ? null : side.isUntil ? side.to - 1 : side.to)
  if (bound === null) return null
  const days = Array.from({ length: week.to - week.from }, (_, index) => (week.from ?? 0) + index)
  const day = days.find((one) => weekdayOf(one) === weekdayOf(bound))
  if (day === undefined) return null
  const sides = side.from !== null ? { from: day, to: week.to } : { from: week.from, to: side.isUntil ? day + 1 : day }
  return { ...week, ...sides, isBareWeekday: false, isBroad: true }
}

/** The weekdays a bare pick names: a single one, or those of "Monday to Wednesday". */
export function weekdaysOf(bare: DayPick): number[] {
  if (bare.weekdays) return [...bare.weekdays]
  if (bare.from === null || bare.to === null) return []
  return Array.from({ length: Math.min(bare.to - bare.from, 7) }, (_, index) => weekdayOf((bare.from ?? 0) + index))
}

/** Whether all days of `inner` lie in `outer`. */
export function liesWithin(inner: DayPick, outer: DayPick): boolean {
  if (outer.isEveryDay) return true
  const { weekdays } = outer
  if (weekdays && !(inner.from !== null && weekdays.includes(weekdayOf(inner.from)))) return false
  const startsInside = outer.from === null || (inner.from !== null && inner.from >= outer.from)
  const endsInside = outer.to === null || (inner.to !== null && inner.to <= outer.to)
  return startsInside && endsInside
}

/** Whether a date is that of a bare weekday: "Saturday" and "11 July". */
export function isDateOf(date: DayPick, bare: DayPick): boolean {
  if (!bare.isBareWeekday || date.isBareWeekday || date.from === null || bare.from === null) return false
  return date.to === date.from + 1 && bare.to === bare.from + 1 && weekdayOf(date.from) === weekdayOf(bare.from)
}
