import { DateTime } from 'luxon'
import type { Interval } from '../../domain/availability.ts'

// A second look at what was read, by other means than the reading itself: what is offered has to fit the days and weeks that the text names at
// all. What does not fit was read wrongly, however sure it looked, and is asked back.

const weekdayWords: readonly RegExp[] = [
  /\bm(on|onday)s?\b/,
  /\bt(ue|ues|uesday)s?\b/,
  /\bw(ed|eds|ednesday)s?\b/,
  /\bth(u|ur|urs|ursday)s?\b/,
  /\bf(ri|riday)s?\b/,
  /\bs(at|aturday)s?\b/,
  /\bs(un|unday)s?\b/,
]
const months = /\b(jan|feb|mar|apr|may|june?|july?|aug|sep|sept|oct|nov|dec)[a-z]*\b/
const datesOrNear =
  /\d(st|nd|rd|th)\b|\d[./-]\d|\b(the \d{1,2}|this|today|tomorrow|tonight|now|weekend|fortnight|holidays?)\b/
/** What is said of the week may then be that it is out of the question. */
const isRefusing =
  /\b(packed|bad|busy|booked|full|out|away|off|gone|slammed|can.?t|cannot|isn.?t|not|no|nothing|never|won.?t)\b/
/** Days that are meant without being named. */
const openDays =
  /\b(any|every|all|each|rest|others?|else|remaining|weeks?|weekdays?|days?|daily|except|excluding|bar|but|apart|through|thru|to|til|till|until|from|onwards?|after|before|between|by|back|anytime|whenever|always|flexible|open|usual|same)\b|[-–—]/

/** Whether an offer lies where the text cannot have put it. `now` is when it was written. */
export function isSurprising(
  raw: string,
  windows: readonly Interval[],
  { now, zone }: { now: Date; zone: string },
): boolean {
  const text = raw.toLowerCase()
  const days = windows.map(({ startsAt }) => DateTime.fromJSDate(startsAt, { zone }))
  return (
    isOutsideNextWeek(text, days, DateTime.fromJSDate(now, { zone })) ||
    isUnnamedDay(text, days) ||
    isMoreThanPart(text, windows, days)
  )
}

const partOf = '(morning|afternoon|evening)s?'
const noParts =
  /\b(all day|any ?time|whole|full|except|excluding|bar|but|not|no|can.?t|cannot|out|busy|booked|free apart|rest)\b/
const wholeDayMs = 6.5 * 3_600_000

/** "Afternoon on the Monday": then Monday was not offered from morning to evening. */
function isMoreThanPart(text: string, windows: readonly Interval[], days: readonly DateTime[]): boolean {
  if (noParts.test(text)) return false
  return windows.some(({ startsAt, endsAt }, at) => {
    const word = weekdayWords[(days[at]?.weekday ?? 1) - 1]?.source ?? ''
    const isPart = new RegExp(`${partOf} (on|of)? ?(the )?${word}|${word} ${partOf}`).test(text)
    return isPart && endsAt.getTime() - startsAt.getTime() >= wholeDayMs
  })
}

/** "mon wed fri next week": nothing of it is this week, where no other week or date is said. */
function isOutsideNextWeek(text: string, days: readonly DateTime[], from: DateTime): boolean {
  const said = text.match(/\bnext (week|wk)\b/g) ?? []
  const hasOther =
    isRefusing.test(text) ||
    datesOrNear.test(text) ||
    months.test(text) ||
    /\b(after|following|then|weeks|onwards?)\b/.test(text)
  if (said.length !== 1 || hasOther) return false
  const next = from.plus({ weeks: 1 }).startOf('week')
  return days.some((day) => day < next || day >= next.plus({ weeks: 1 }))
}

/** Only some weekdays are named, and nothing else could mean a day. */
function isUnnamedDay(text: string, days: readonly DateTime[]): boolean {
  const named = weekdayWords.map((word) => word.test(text))
  if (!named.includes(true) || openDays.test(text) || datesOrNear.test(text) || months.test(text)) return false
  return days.some(({ weekday }) => !named[weekday - 1])
}
