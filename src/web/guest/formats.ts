import type { Interval } from '../../domain/availability.ts'
import type { PageWords } from '../../words/pageWords.ts'
import { offsetAt, wallTimeOf } from './wallClock.ts'

/** Dates and times in one reader's language, formats and zone; days also print their year. */
export interface Formats {
  /** "14:00" or "2:00 PM". */
  time: (minute: number) => string
  /** "14:00 to 14:30". */
  minutes: (from: number, to: number) => string
  /** "Tue 24 Nov 2026". */
  shortDay: (on: string) => string
  /** "24 Nov". */
  dayMonth: (on: string) => string
  /** "Tuesday 24 November 2026". */
  longDay: (on: string) => string
  /** "Tue". */
  weekday: (on: string) => string
  /** "14:00 to 15:00", with the end's day when it is another one. */
  range: (interval: Interval, zone: string) => string
  /** "Tuesday 24 November 2026, 14:00". */
  moment: (at: Date, zone: string) => string
}

const made = new Map<string, Formats>()

/** `locale` decides order and clock (12 or 24 hours), `words` the little words between. */
export function formatsFor(locale: string, words: PageWords): Formats {
  const known = made.get(locale)
  if (known) return known
  const formats = makeFormats(locale, words)
  // Locales come from records; a cap keeps a flood of odd ones from filling the memory.
  if (made.size < 200) made.set(locale, formats)
  return formats
}

function makeFormats(locale: string, words: PageWords): Formats {
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' })
  const isTwelve = clock.resolvedOptions().hour12 === true
  const halfOfDay = (hour: number) =>
    clock.formatToParts(Date.UTC(2000, 0, 1, hour)).find((part) => part.type === 'dayPeriod')?.value ?? ''
  const [morning, afternoon] = [halfOfDay(1), halfOfDay(13)]
  const day = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (on: string) =>
      format.format(new Date(`${on}T00:00:00Z`)).replace(',', options.weekday === 'short' ? '' : ',')
  }
  const time = (minute: number) => {
    const hour = Math.floor(minute / 60) % 24
    const rest = String(minute % 60).padStart(2, '0')
    if (!isTwelve) return `${minute === 1440 ? 24 : String(hour).padStart(2, '0')}:${rest}`
    return `${hour % 12 || 12}:${rest} ${hour < 12 ? morning : afternoon}`
  }
  const longDay = day({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return {
    time,
    minutes: (from, to) => words.clock(words.to(time(from), time(to))),
    shortDay: day({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    dayMonth: day({ day: 'numeric', month: 'short' }),
    longDay,
    weekday: day({ weekday: 'short' }),
    range: (interval, zone) => {
      const from = wallTimeOf(interval.startsAt, zone)
      const to = wallTimeOf(interval.endsAt, zone)
      if (from.on === to.on) return words.clock(words.to(time(from.minute), time(to.minute)))
      const isMidnight = to.minute === 0 && interval.endsAt.getTime() - interval.startsAt.getTime() <= 86_400_000
      if (isMidnight) return words.clock(words.to(time(from.minute), isTwelve ? time(0) : '24:00'))
      return words.clock(words.to(time(from.minute), `${longDay(to.on)}, ${time(to.minute)}`))
    },
    moment: (at, zone) => {
      const wall = wallTimeOf(at, zone)
      return `${longDay(wall.on)}, ${words.clock(time(wall.minute))}`
    },
  }
}

/** A zone as people read it: "America/New York". */
export function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ')
}

/** "UTC+01:00". */
export function offsetText(at: Date, zone: string): string {
  const minutes = offsetAt(at, zone)
  const size = Math.abs(minutes)
  return `UTC${minutes < 0 ? '−' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}
