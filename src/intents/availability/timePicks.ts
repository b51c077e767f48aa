import { findTimeParts, type TimePart } from '../times/findTimeParts.ts'
import type { ClockSpan, DaySpan } from '../times/reading.ts'
import { everyDay } from './dayPicks.ts'
import type { FoundPick } from './marks.ts'
import { type ClockPick, type DayPick, dayNumber, noPick, weekdayOf } from './picks.ts'
import type { AvailabilityContext } from './reading.ts'

/** The days and hours of a text as picks. Nothing begins where `isBlocked` says so. */
export function findTimePicks(text: string, context: AvailabilityContext, isBlocked: (from: number) => boolean): FoundPick[] {
  const { now, zone, locale } = context
  const firstDay = dayNumber(context.fromOn)
  return findTimeParts(text, { now, zone, locale }, isBlocked).map((part) => {
    const words = text.slice(part.from, part.to).toLowerCase()
    return {
      from: part.from,
      to: part.to,
      pick: {
        ...noPick,
        days: part.days && readDayPick(moveIntoHorizon(part.days, firstDay), part, words),
        clock: part.clock && readClockPick(part.clock, part, words),
        zone: part.clock?.zone ?? part.zone,
        isLimit: /^(not|no)\b/.test(words),
      },
    }
  })
}

/** "Tuesday" is the next one that may be offered: said on a Tuesday it is not today when today is not asked for. */
function moveIntoHorizon(days: DaySpan, firstDay: number): DaySpan {
  if (days.repeats !== 'week' || days.from === null || days.to === null || days.to > firstDay) return days
  const later = 7 * Math.ceil((firstDay - days.to + 1) / 7)
  return { ...days, from: days.from + later, to: days.to + later }
}

const untilWord = /\b(until|till?|til|through|thru|by|up to)\b/

function readDayPick(days: DaySpan, { isRecurring }: TimePart, words: string): DayPick {
  const { from, to, weekdays, grain } = days
  const hasWeekend = /\b(sat|sun)(ur|day|s?\b)|weekend/.test(words)
  if (isRecurring) {
    const isWorkWeek = weekdays === null || weekdays.join('') === '12345'
    return isWorkWeek ? everyDay : { ...everyDay, weekdays, isEveryDay: false, hasWeekend }
  }
  const length = from === null || to === null ? null : to - from
  const isWeekendOnly = from !== null && length !== null && length <= 2 && weekdayOf(from) >= 6
  return {
    from,
    to,
    weekdays,
    isBareWeekday: days.repeats === 'week' && length !== null,
    isBroad: length !== null && length > 1 && (grain !== 'span' && grain !== 'weekend' && grain !== 'day' || length >= 7 || /\bweek|month\b/.test(words)),
    isEveryDay: false,
    hasWeekend: hasWeekend || isWeekendOnly,
    isUntil: untilWord.test(words),
  }
}

function readClockPick(clock: ClockSpan, { isRecurring }: TimePart, words: string): ClockPick {
  const { from, to, hasMeridiem, part } = clock
  const isAllDay = part === 'daytime' || /\b(all|whole|full|entire)\b.*\bday\b/.test(words)
  // "After lunch" is the afternoon, whatever the hour of lunch.
  if (/^(any ?time )?(after|post)[- ]lunch/.test(words)) return { from: 720, to: null, hasMeridiem: true, isPart: false, isPlural: false, isAllDay: false }
  const isPart = part !== null && from !== to && !isAllDay
  return {
    from,
    to,
    hasMeridiem: hasMeridiem || isPart,
    isPart,
    isPlural: isRecurring || /(mornings|afternoons|evenings|nights)\b/.test(words),
    isAllDay,
  }
}
