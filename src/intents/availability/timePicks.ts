import { findTimes } from '../times/findTimes.ts'
import type { TimeExpression } from '../times/timeExpression.ts'
import { everyDay } from './dayPicks.ts'
import type { FoundPick } from './marks.ts'
import { type ClockPick, type DayPick, dayNumber, noPick, weekdayOf } from './picks.ts'
import type { AvailabilityContext } from './reading.ts'

/** The expressions of time in a text as picks; lengths of time are none. */
export function findTimePicks(text: string, context: AvailabilityContext): FoundPick[] {
  const { now, zone, locale } = context
  return findTimes(text, { now, zone, locale }).flatMap((expression) => {
    const words = text.slice(expression.from, expression.to).toLowerCase()
    const days = readDays(expression, words)
    const clock = readClock(expression, words)
    if (!days && !clock) return []
    return [{ from: expression.from, to: expression.to, pick: { ...noPick, days, clock, zone: expression.zone } }]
  })
}

const weekdayWord = /\b(mon|tue|wed|thu|thr|fri|sat|sun)\p{L}*/u
const stretchWord = /\b(week|weeks|month|months|fortnight|january|february|march|april|may|june|july|august|september|october|november|december)\b/
/** What makes a weekday more than a bare one. */
const anchored = /\d|\b(next|this|last|coming|following|week|after|before|first|second|third|fourth|tomorrow|today|until|till|through|since|by|from|onwards?)\b/
const untilWord = /\b(until|till?|til|through|thru|by|up to)\b/

function readDays({ days, weekdays, kind, rule }: TimeExpression, words: string): DayPick | null {
  const hasWeekend = /\b(sat|sun)(ur|day|s?\b)|weekend/.test(words)
  if (kind === 'recurring') {
    if (!weekdays) return rule?.freq === 'daily' ? everyDay : null
    return { ...everyDay, weekdays, isEveryDay: false, isBroad: false, hasWeekend }
  }
  if (!days) return null
  const from = days.fromOn === null ? null : dayNumber(days.fromOn)
  const to = days.toOn === null ? null : dayNumber(days.toOn)
  const length = from === null || to === null ? null : to - from
  const isWeekendOnly = from !== null && length !== null && length <= 2 && weekdayOf(from) >= 6 && weekdayOf(from + length - 1) >= 6
  return {
    from,
    to,
    weekdays,
    isBareWeekday: weekdayWord.test(words) && length !== null && length <= 5 && !anchored.test(words.replace(/\d.*/, (rest) => (isClockOnly(rest) ? '' : rest))),
    isBroad: length === null ? false : length >= 5 || (length > 1 && stretchWord.test(words)),
    isEveryDay: false,
    hasWeekend: hasWeekend || isWeekendOnly,
    isUntil: untilWord.test(words),
  }
}

/** Figures behind a weekday that are only a time of day: "tuesday 2-4pm". */
function isClockOnly(rest: string): boolean {
  return !/\d(st|nd|rd|th)\b|[/]|\d{4}-|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/.test(rest) && !/\b\d{1,2}\.\d{1,2}\.(?!\d)/.test(rest)
}

const partWord = /\b(mornings?|afternoons?|evenings?|arvos?|nights?|lunch(time)?|noonish|first thing|am|pm|eod|end of|early|late)\b/

function readClock({ clock, isConvention, kind, rule }: TimeExpression, words: string): ClockPick | null {
  if (!clock) return null
  const { fromMinute, toMinute, hasMeridiem } = clock
  const isPart = isConvention && partWord.test(words) && fromMinute !== null && toMinute !== null && fromMinute !== toMinute
  return {
    from: fromMinute,
    to: toMinute,
    hasMeridiem: hasMeridiem || isPart,
    isPart,
    isPlural: /(mornings|afternoons|evenings|nights|arvos)\b/.test(words) || (kind === 'recurring' && rule !== null),
    isAllDay: false,
  }
}
