import type { FoundPick } from './mark.ts'
import { dayNumber, noPick, weekdayOf } from './picks.ts'
import type { AvailabilityContext } from './reading.ts'

const shortDays: ReadonlyMap<string, number> = new Map(
  ['m mo mon', 't tu tue tues', 'w we wed weds', 'th thu thur thurs', 'f fr fri', 'sa sat', 'su sun'].flatMap(
    (words, index) => words.split(' ').map((word): [string, number] => [word, index + 1]),
  ),
)
const plainDays = new Set(['mon', 'tue', 'tues', 'wed', 'weds', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun'])

const letters = 'M(?:on?)?|Th(?:u(?:rs?)?)?|T(?:u(?:es?)?)?|W(?:e(?:ds?)?)?|F(?:ri?)?|Sat?|Sun?'
/** "Tu/Th", "M, W and F": a list. */
const list = new RegExp(`\\b(?:${letters})\\b(?:\\s?(?:[/,&+]|and|or)\\s?(?:${letters})\\b)+(?!['\\p{L}])`, 'gu')
/** "MWF", "TTh", "MTWTh": a row of letters in the order of the week. */
const row = /\b(?:M(?:WF?|TWThF?|TThF?|TW)|TWTh|TTh|TuTh|WThF|WF|ThF)\b/g
const rowLetters = /Th|Tu|[MTWF]/g
/** "M 9-11, T 2-4": each before its hours. */
const single = new RegExp(`(?<=^|[\\n,;:/]\\s?)(?:${letters})\\b(?=:?\\s(?:\\d|AM\\b|PM\\b|am\\b|pm\\b))`, 'gmu')

/** Weekdays of one or two letters where nothing else can be meant: in lists of them and before hours. With offsets, in order. */
export function findShortDays(text: string, context: AvailabilityContext): FoundPick[] {
  const found: FoundPick[] = []
  for (const match of [...text.matchAll(list), ...text.matchAll(single)]) {
    const words = [...match[0].matchAll(new RegExp(`\\b(?:${letters})\\b`, 'gu'))]
    // Lists of ordinary short forms are read as times.
    if (words.every(([word]) => plainDays.has(word.toLowerCase()))) continue
    for (const word of words) {
      const from = match.index + word.index
      const weekday = shortDays.get(word[0].toLowerCase())
      if (weekday !== undefined && !found.some((other) => other.from === from))
        found.push({ from, to: from + word[0].length, pick: { ...noPick, days: nextWeekday(weekday, context) } })
    }
  }
  for (const match of text.matchAll(row))
    for (const letters of match[0].matchAll(rowLetters)) {
      const from = match.index + letters.index
      const weekday = shortDays.get(letters[0].toLowerCase())
      if (weekday !== undefined)
        found.push({ from, to: from + letters[0].length, pick: { ...noPick, days: nextWeekday(weekday, context) } })
    }
  return found.sort((a, b) => a.from - b.from)
}

function nextWeekday(weekday: number, { fromOn }: AvailabilityContext): NonNullable<FoundPick['pick']['days']> {
  const first = dayNumber(fromOn)
  const day = first + ((weekday - weekdayOf(first) + 7) % 7)
  return {
    from: day,
    to: day + 1,
    weekdays: null,
    isBareWeekday: true,
    hasBareBound: false,
    isBroad: false,
    isEveryDay: false,
    hasWeekend: false,
    isHoliday: false,
    isUntil: false,
  }
}
