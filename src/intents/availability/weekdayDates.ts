import type { FoundPick } from './mark.ts'
import { type DayPick, dayNumber, weekdayOf } from './picks.ts'
import type { AvailabilityContext } from './reading.ts'

interface Pair {
  weekday: FoundPick
  days: DayPick
  hour: FoundPick
  /** The day asked for that is that weekday and has that number. */
  date: number | null
}

/**
 * "Mon 9, Tue 10": hours, or dates? When each figure is the date of its weekday they are dates. One alone is an hour, unless it would be
 * the date of a later week: then the figure is left unread, which makes the statement doubtful.
 */
export function settleWeekdayDates(
  picks: readonly FoundPick[],
  text: string,
  context: AvailabilityContext,
): FoundPick[] {
  const pairs = picks.flatMap((pick, index) => readPair(pick, picks[index + 1], text, context) ?? [])
  const areDates = pairs.length > 1 && pairs.every(({ date }) => date !== null)
  return picks.flatMap((pick) => {
    const pair = pairs.find(({ weekday, hour }) => weekday === pick || hour === pick)
    if (!pair || pair.date === null) return [pick]
    if (!areDates) return pair.hour === pick && pair.date !== pair.days.from ? [] : [pick]
    if (pair.hour === pick) return []
    const days: DayPick = { ...pair.days, from: pair.date, to: pair.date + 1, isBareWeekday: false }
    return [{ ...pick, to: pair.hour.to, pick: { ...pick.pick, days } }]
  })
}

function readPair(
  weekday: FoundPick,
  hour: FoundPick | undefined,
  text: string,
  context: AvailabilityContext,
): Pair | null {
  const { days } = weekday.pick
  if (!days?.isBareWeekday || days.from === null || days.to !== days.from + 1 || !hour?.pick.clock || hour.pick.days)
    return null
  const figure = text.slice(hour.from, hour.to).trim()
  if (!/^\d{1,2}$/.test(figure) || text.slice(weekday.to, hour.from).trim() !== '') return null
  return { weekday, days, hour, date: findDate(days.from, Number(figure), context) }
}

function findDate(first: number, dayOfMonth: number, { untilOn }: AvailabilityContext): number | null {
  for (let day = first; day < dayNumber(untilOn); day += 7)
    if (weekdayOf(day) === weekdayOf(first) && new Date(day * 86_400_000).getUTCDate() === dayOfMonth) return day
  return null
}
