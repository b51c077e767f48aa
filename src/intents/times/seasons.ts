import { toCalendarDay, toDayNumber } from './dayNumbers.ts'
import { shifts } from './lexicon.ts'
import { type DaySpan, type Found, manyDays, type Reading, spanned, wordAt } from './reading.ts'
import { readOfYear, readYear } from './yearWords.ts'

export const seasons: ReadonlyMap<string, number> = new Map([
  ['spring', 0],
  ['summer', 1],
  ['autumn', 2],
  ['fall', 2],
  ['winter', 3],
])
export const seasonStarts: readonly string[] = [...seasons.keys()]

/** First days of spring, summer, autumn and winter. */
const seasonFirstDays = [
  [3, 20],
  [6, 21],
  [9, 23],
  [12, 21],
] as const

/** The days of a season; winter ends in the next year. */
export function seasonOfYear(year: number, season: number): DaySpan {
  const [month, day] = seasonFirstDays[season as 0 | 1 | 2 | 3] ?? seasonFirstDays[0]
  const nextYear = season === 3 ? year + 1 : year
  const [endMonth, endDay] = seasonFirstDays[((season + 1) % 4) as 0 | 1 | 2 | 3] ?? seasonFirstDays[0]
  return manyDays(toDayNumber(year, month, day), toDayNumber(nextYear, endMonth, endDay), 'quarter')
}

/** The season that lies `shift` seasons from the present one; with a season named, its next or last one. */
export function seasonSpan(reading: Reading, season: number | null, shift: number): DaySpan | null {
  const { year } = toCalendarDay(reading.today)
  const all = [-2, -1, 0, 1, 2].flatMap((later) =>
    [0, 1, 2, 3].filter((one) => season === null || one === season).map((one) => seasonOfYear(year + later, one)),
  )
  const current = all.findIndex((span) => (span.to ?? 0) > reading.today)
  const isInside = (all[current]?.from ?? 0) <= reading.today
  return all[current + (season !== null && shift > 0 && !isInside ? shift - 1 : shift)] ?? null
}

/** "summer", "this autumn", "next spring", "winter 2027". */
export function readSeason(reading: Reading, at: number): Found<DaySpan> {
  let from = wordAt(reading, at) === 'the' ? at + 1 : at
  const shift = shifts.get(wordAt(reading, from))
  if (shift !== undefined) from += 1
  const season = seasons.get(wordAt(reading, from))
  if (season === undefined) return null
  const year = readYear(reading, from + 1) ?? readOfYear(reading, from + 1)
  if (year) return { value: seasonOfYear(year.value, season), next: year.next }
  // "spring" and "fall" alone are rarely seasons.
  const before = wordAt(reading, at - 1)
  if (
    shift === undefined &&
    ![
      'in',
      'during',
      'of',
      'by',
      'until',
      'since',
      'mid',
      'early',
      'late',
      'before',
      'after',
      '-',
      'summer',
      'every',
    ].includes(before) &&
    wordAt(reading, from) !== 'summer' &&
    wordAt(reading, from) !== 'winter' &&
    wordAt(reading, from) !== 'autumn'
  )
    return null
  return spanned(seasonSpan(reading, season, shift ?? 0), from + 1)
}
