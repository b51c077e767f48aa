import { findTimeParts, type TimePart } from '../times/findTimeParts.ts'
import type { ClockSpan, DaySpan } from '../times/reading.ts'
import { allDay } from './clockPicks.ts'
import type { AvailabilityConventions } from './conventions.ts'
import { everyDay } from './dayPicks.ts'
import type { FoundPick } from './mark.ts'
import { type ClockPick, type DayPick, dayNumber, noPick, weekdayOf } from './picks.ts'
import type { AvailabilityContext } from './reading.ts'
import { settleWeekdayDates } from './weekdayDates.ts'

/** The days and hours of a text as picks. Nothing begins where `isBlocked` says so. */
export function findTimePicks(
  text: string,
  context: AvailabilityContext,
  conventions: AvailabilityConventions,
  isBlocked: (from: number) => boolean,
): FoundPick[] {
  const { now, zone, locale } = context
  const firstDay = dayNumber(context.fromOn)
  const times = { now, zone, locale, ...(context.conventions && { conventions: context.conventions }) }
  const picks = findTimeParts(text, times, isBlocked).map((part) => {
    const words = text.slice(part.from, part.to).toLowerCase()
    return {
      from: part.from,
      to: part.to,
      pick: {
        ...noPick,
        days:
          part.days && !areHoursOnly(part, words) && !(part.clock && endOfDay.test(words))
            ? readDayPick(moveIntoHorizon(part.days, firstDay, words), part, words)
            : null,
        clock: part.clock
          ? readClockPick(part.clock, part, words, conventions)
          : part.days && wholeDays.test(words)
            ? allDay
            : null,
        zone: part.clock?.zone ?? part.zone,
        isLimit: /^(not|no)\b/.test(words),
        isUnclear: part.days !== null && (isOtherWeekday(part.days, words) || isThroughout(part, words)),
      },
    }
  })
  const settled = settleWeekdayDates(picks, text, context)
  return settled.flatMap((pick, index) => joinDeadline(settled, pick, index, text))
}

/** "The end of the day": of the day beside it, not of today. */
const endOfDay = /^(at |by )?(the )?end of (the |my )?(working )?day$/

/** "All day tomorrow": hours behind another day are not those of this one. */
const wholeDays = /^(all|(the )?(whole|entire|full)|any ?time( of the)?) day\b/

/** "Evenings after 6": hours of whatever days are named beside them. */
function areHoursOnly({ isRecurring, days, clock }: TimePart, words: string): boolean {
  return isRecurring && clock !== null && days?.weekdays === null && !/day|daily|week|every|each/.test(words)
}

/** "From 2 on Monday to noon on Tuesday": one stretch over a night, no hours of each day. */
function isThroughout({ days, clock, isRecurring }: TimePart, words: string): boolean {
  if (!days || !clock || isRecurring || days.from === null || days.to === null) return false
  return days.to > days.from + 1 && !partFirst.test(words)
}

/** "In the morning Monday to Friday" is read as one stretch; the hours are those of the word. */
function namedFirst(clock: ClockSpan, words: string, parts: AvailabilityConventions['parts']): ClockSpan {
  const name = daysBehindPart.exec(words)?.[1]
  if (name !== 'morning' && name !== 'afternoon' && name !== 'evening') return clock
  return { ...clock, from: parts[name].fromMinute, to: parts[name].toMinute, part: name }
}

const daysBehindPart =
  /^(?:in the |during the )?(morning|afternoon|evening)s?\b.*(?:-|–|to|thru|through|until|till?) ?(?:mon|tue|wed|thu|fri|sat|sun)/

/** "In the morning Monday through Friday": of each of these days. */
const partFirst = /^(in the |at |during the )?(mornings?|afternoons?|evenings?|lunchtimes?)\b/

const weekdayNames = /\b(mon|tue|wed|thu|fri|sat|sun)(s|rs|r|day|sday|nesday|rsday|urday)?\b/g
const weekdayOrder = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A date with a weekday that it does not have: one of the two is a slip, or they are two days of a list. */
function isOtherWeekday({ from, to }: DaySpan, words: string): boolean {
  const names = [...words.matchAll(weekdayNames)].map(([, name = '']) => weekdayOrder.indexOf(name) + 1)
  const isDated = /\d|,|tomorrow|today/.test(words) && !/\b(after|before|from|since|until|weeks|days)\b/.test(words)
  return names.length === 1 && isDated && from !== null && to === from + 1 && names[0] !== weekdayOf(from)
}

/** "By end of play Wednesday", "until EOD Monday": all days until then. */
function joinDeadline(picks: readonly FoundPick[], pick: FoundPick, index: number, text: string): FoundPick[] {
  const [before, next] = [picks[index - 1], picks[index + 1]]
  const isDeadline = (one: FoundPick | undefined, day: FoundPick | undefined) =>
    one?.pick.clock?.from === null &&
    !one.pick.days &&
    day?.pick.days &&
    !day.pick.clock &&
    day.from - one.to <= 4 &&
    /\b(eod|eob|cob|cop|end of|close of)\b/i.test(text.slice(one.from, one.to))
  if (isDeadline(pick, next)) return []
  if (before && pick.pick.days && isDeadline(before, pick))
    return [
      {
        ...pick,
        from: before.from,
        pick: { ...pick.pick, days: { ...pick.pick.days, from: null, isBareWeekday: false, isUntil: true } },
      },
    ]
  return [pick]
}

/** "Tuesday" is the next one that may be offered: said on a Tuesday it is not today when today is not asked for. */
function moveIntoHorizon(days: DaySpan, firstDay: number, words: string): DaySpan {
  const { from, to } = days
  if (days.repeats !== 'week') return weekdayAndNumber.test(words) ? nextWithNumber(days, firstDay) : days
  // A side that is open counts by the day that bounds it; a stretch by its first day: "Wed to Fri" said on a Wednesday.
  const isStretch = from !== null && to !== null && to - from > 1
  const bound =
    isStretch || to === null ? (from === null ? null : from + (to === null && /\bafter\b/.test(words) ? 0 : 1)) : to
  if (bound === null || bound > firstDay) return days
  const later = 7 * Math.ceil((firstDay - bound + 1) / 7)
  return { ...days, from: from === null ? null : from + later, to: to === null ? null : to + later }
}

const weekdayAndNumber = /^(on )?(tue|mon|wed|thu|fri|sat|sun)[a-z]*\.?,? \(?(the )?\d{1,2}(st|nd|rd|th)?\)?$/

/** "Monday 16th" said in March of a month that began as the last one did: the one that is still to come. */
function nextWithNumber(days: DaySpan, firstDay: number): DaySpan {
  const { from, to } = days
  if (from === null || to !== from + 1 || from >= firstDay - 1) return days
  const dayOfMonth = (day: number) => new Date(day * 86_400_000).getUTCDate()
  for (let day = from + 7; day < from + 70; day += 7)
    if (day >= firstDay && dayOfMonth(day) === dayOfMonth(from)) return { ...days, from: day, to: day + 1 }
  return days
}

const untilWord = /\b(until|till?|til|through|thru|by|up to)\b/

function readDayPick(days: DaySpan, { isRecurring }: TimePart, words: string): DayPick {
  const { from, to, weekdays, grain } = days
  const hasWeekend = /\b(sat|sun)(ur|day|s?\b)|weekend/.test(words)
  if (isRecurring) {
    const isWorkWeek = weekdays === null || weekdays.join('') === '12345'
    return isWorkWeek ? everyDay : { ...everyDay, weekdays, isEveryDay: false, hasWeekend }
  }
  // "In the new year" is not only its first day.
  if (/^(in |early in |from )?(the )?new year$/.test(words) && from !== null && to === from + 1)
    return { ...everyDay, from, isEveryDay: false }
  if (from !== null && to !== null && to - from > 5 && to - from < 14 && rangeOfWeek.test(words))
    return readDayPick({ ...days, from: startInWeek(words, to) }, { isRecurring: false } as TimePart, words)
  const length = from === null || to === null ? null : to - from
  const isWeekendOnly = from !== null && length !== null && length <= 2 && weekdayOf(from) >= 6 && /\d/.test(words)
  return {
    from,
    to,
    weekdays,
    isBareWeekday: days.repeats === 'week' && length !== null,
    hasBareBound: days.repeats === 'week' && length === null,
    isBroad:
      length !== null &&
      length > 1 &&
      ((grain !== 'span' && grain !== 'weekend' && grain !== 'day') || length >= 7 || /\bweek|month\b/.test(words)),
    isEveryDay: false,
    hasWeekend: hasWeekend || isWeekendOnly,
    isHoliday: (holidayWord.test(words) || namedDay.test(words)) && !/\d|week/.test(words) && length === 1,
    isUntil: untilWord.test(words),
  }
}

/** "Wed thru Fri next week": both days are of that week. */
const rangeOfWeek =
  /^(?:(?:in the |during the |at )?(?:mornings?|afternoons?|evenings?),? )?(?:on |from |between )?(?:mon|tue|wed|thu)[a-z]*\.? ?(?:-|–|to|thru|through|until|till?|and) ?(?:tue|wed|thu|fri|sat|sun)[a-z]*\.?,? (?:of )?(?:next|the following) week$/

function startInWeek(words: string, to: number): number {
  const name = /(mon|tue|wed|thu)/.exec(words)?.[1] ?? ''
  return to - weekdayOf(to - 1) + weekdayOrder.indexOf(name)
}

const holidayWord =
  /\b(christmas|xmas|easter|good friday|thanksgiving|new year|hanukkah|eid|diwali|halloween|boxing|independence|memorial|labou?r|veterans|columbus|presidents|valentine|mother|father|patrick)/

/** "Heritage Day", "St Patrick's Day". */
const namedDay =
  /\b(?!(?:any|every|each|all|whole|entire|full|same|that|next|first|last|this|working|business|week|of|the|a|one|single|other|following|previous|mid|both|either|per|by|later|same|my|your|our|final|second|third|another|free|some|good|best|rest) )[a-z'’]+ day$/

function readClockPick(
  clock: ClockSpan,
  { isRecurring }: TimePart,
  words: string,
  { parts }: AvailabilityConventions,
): ClockPick {
  const { from, to, hasMeridiem, part } = namedFirst(clock, words, parts)
  const isAllDay = part === 'daytime' || /\b(all|whole|full|entire)\b.*\bday\b/.test(words)
  // "After lunch" is the afternoon, whatever the hour of lunch.
  if (/^(any ?time )?(after|post)[- ]lunch/.test(words))
    return {
      from: parts.afternoon.fromMinute,
      to: clock.to,
      hasMeridiem: true,
      isPart: false,
      isPlural: false,
      isAllDay: false,
      zone: clock.zone,
    }
  const isPart = part !== null && from !== to && !isAllDay
  return {
    from,
    to,
    hasMeridiem: hasMeridiem || isPart,
    isPart,
    isPlural: isRecurring || /(mornings|afternoons|evenings|nights)\b/.test(words),
    isAllDay,
    zone: clock.zone,
  }
}
