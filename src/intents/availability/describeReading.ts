import type { Interval } from '../../domain/availability.ts'
import { formatDayBrief, formatList, formatTimeOfDay, groupByDay, type Reader } from '../../domain/formatTime.ts'
import { wordsFor } from '../../words/catalogue.ts'
import type { ReadingWords } from '../../words/readingWords.ts'
import type { AvailabilityContext, AvailabilityReading } from './reading.ts'

/** A sentence with more stretches than these is no longer read; the rest is counted. */
const stretchCountMax = 12

/**
 * One plain sentence that says back what was understood, in the writer's zone and language: "I understood: Tue, 24 Nov, 14:00-17:00
 * (Lisbon)." Days in a row with the same times are told as one stretch.
 */
export function describeReading(reading: AvailabilityReading, context: AvailabilityContext): string {
  const words = wordsFor(context.locale).readings
  const reader: Reader = { zone: context.zone, locale: context.locale }
  switch (reading.kind) {
    case 'available':
      return words.understood(describeTimes(reading.windows, reader, words))
    case 'busy':
      return words.busy(describeTimes(reading.busy, reader, words))
    case 'select':
      return describeSelected(reading, context, words)
    case 'reject':
      return words.rejected
    case 'decline':
      return words.declined
    case 'none':
      return words.none
    case 'clarify':
      return words.doubts[reading.doubt ?? 'notSureOffer']
  }
}

function describeSelected(reading: AvailabilityReading, context: AvailabilityContext, words: ReadingWords): string {
  const reader: Reader = { zone: context.zone, locale: context.locale }
  const chosen = context.proposals.filter(({ number }) => reading.selected.includes(number))
  const numbers = formatList(
    chosen.map(({ number }) => String(number)),
    context.locale,
  )
  const sentence = words.selected(numbers, describeTimes(chosen, reader, words))
  return reading.windows.length === 0
    ? sentence
    : `${sentence} ${words.understood(describeTimes(reading.windows, reader, words))}`
}

function describeTimes(intervals: readonly Interval[], reader: Reader, words: ReadingWords): string {
  const days = groupByDay(intervals, reader).map(({ on, items }) => ({
    on,
    at: items[0]?.startsAt ?? new Date(0),
    hours: formatList(
      items.map(({ startsAt, endsAt }) => `${formatTimeOfDay(startsAt, reader)}-${formatTimeOfDay(endsAt, reader)}`),
      reader.locale,
    ),
  }))
  const stretches: { first: Date; last: Date; lastOn: string; hours: string }[] = []
  for (const { on, at, hours } of days) {
    const stretch = stretches.at(-1)
    if (stretch && stretch.hours === hours && isNextDay(stretch.lastOn, on)) {
      stretch.last = at
      stretch.lastOn = on
    } else stretches.push({ first: at, last: at, lastOn: on, hours })
  }
  const told = stretches.slice(0, stretchCountMax).map(({ first, last, hours }) => {
    const day = formatDayBrief(first, reader)
    return `${first === last ? day : `${day}${words.to}${formatDayBrief(last, reader)}`}, ${hours}`
  })
  const left = stretches.length - told.length
  const times = told.join('; ')
  return `${left > 0 ? words.and(times, words.more(left)) : times} (${placeOf(reader.zone)})`
}

function isNextDay(earlier: string, later: string): boolean {
  return Date.parse(later) - Date.parse(earlier) === 86_400_000
}

/** "Lisbon" for Europe/Lisbon, as people say it. */
function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
