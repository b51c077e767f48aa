import type { Interval } from '../../domain/availability.ts'
import { formatDayBrief, formatList, formatTimeOfDay, groupByDay, type Reader } from '../../domain/formatTime.ts'
import { type Language, languageOf } from '../../domain/language.ts'
import type { AvailabilityContext, AvailabilityReading, Doubt } from './reading.ts'

interface Words {
  understood: (times: string) => string
  busy: (times: string) => string
  selected: (numbers: string, times: string) => string
  rejected: string
  declined: string
  none: string
  doubts: Readonly<Record<Doubt, string>>
  to: string
  and: (times: string, more: string) => string
  more: (count: number) => string
}

const wordsOf: Readonly<Record<Language, Words>> = {
  en: {
    understood: (times) => `I understood: ${times}.`,
    busy: (times) => `I understood that this does not work: ${times}.`,
    selected: (numbers, times) => `I understood: proposal ${numbers} (${times}).`,
    rejected: 'I understood that none of the proposed times works.',
    declined: 'I understood that you do not want to go on.',
    none: 'I found no times in this message.',
    doubts: {
      noDay: 'I understood a time of day, but not on which day.',
      notSureOffer: 'I am not sure which of these times you offer.',
      nothingLeft: 'I found no time in this message that lies in the days we need.',
      whichProposal: 'I am not sure which of the proposed times you mean.',
      unread: 'I could not read the times in this message.',
    },
    to: ' to ',
    and: (times, more) => `${times} and ${more}`,
    more: (count) => (count === 1 ? '1 more time' : `${count} more times`),
  },
  de: {
    understood: (times) => `Verstanden habe ich: ${times}.`,
    busy: (times) => `Verstanden habe ich, dass dies nicht geht: ${times}.`,
    selected: (numbers, times) => `Verstanden habe ich: Vorschlag ${numbers} (${times}).`,
    rejected: 'Verstanden habe ich, dass keiner der Vorschläge passt.',
    declined: 'Verstanden habe ich, dass Sie nicht weitermachen möchten.',
    none: 'In dieser Nachricht habe ich keine Zeiten gefunden.',
    doubts: {
      noDay: 'Verstanden habe ich eine Uhrzeit, aber nicht, an welchem Tag.',
      notSureOffer: 'Ich bin nicht sicher, welche dieser Zeiten Sie anbieten.',
      nothingLeft: 'In dieser Nachricht habe ich keine Zeit gefunden, die in den gesuchten Tagen liegt.',
      whichProposal: 'Ich bin nicht sicher, welchen der Vorschläge Sie meinen.',
      unread: 'Die Zeiten in dieser Nachricht konnte ich nicht lesen.',
    },
    to: ' bis ',
    and: (times, more) => `${times} und ${more}`,
    more: (count) => (count === 1 ? '1 weitere Zeit' : `${count} weitere Zeiten`),
  },
}

/** A sentence with more stretches than these is no longer read; the rest is counted. */
const stretchCountMax = 12

/**
 * One plain sentence that says back what was understood, in the writer's zone and language: "I understood: Tue, 24 Nov, 14:00-17:00
 * (Lisbon)." Days in a row with the same times are told as one stretch.
 */
export function describeReading(reading: AvailabilityReading, context: AvailabilityContext): string {
  const words = wordsOf[languageOf(context.locale)]
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

function describeSelected(reading: AvailabilityReading, context: AvailabilityContext, words: Words): string {
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

function describeTimes(intervals: readonly Interval[], reader: Reader, words: Words): string {
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
