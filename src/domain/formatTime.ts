import type { Interval } from './availability.ts'
import { type Language, languageOf, localeFor } from './language.ts'

/** Who reads a time. `hourCycle` overrules what the locale says. */
export interface Reader {
  zone: string
  /** BCP 47. */
  locale: string
  hourCycle?: 'h12' | 'h23'
}

// Building an Intl format takes longer than using it a hundred times, and using it longer than looking up what it said: a page
// or a card names the same few moments again and again.
const formatCountMax = 600
const wordsCountMax = 5_000

/** What `make` gives for a key, kept until there are too many. */
function keep<Value>(kept: Map<string, Value>, countMax: number, key: string, make: () => Value): Value {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  if (kept.size >= countMax) kept.clear()
  kept.set(key, made)
  return made
}

const formats = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()
const listFormats = new Map<string, Intl.ListFormat>()
const words = new Map<string, string>()

function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  return keep(formats, formatCountMax, key, () => new Intl.DateTimeFormat(locale, options))
}

interface Conventions {
  language: Language
  locale: string
  hourCycle: 'h12' | 'h23'
}
const conventions = new Map<string, Conventions>()

/** The calendar conventions for a reader: own region when we write the reader's language, else those of our English. */
export function conventionsOf(reader: Reader): Conventions {
  return keep(conventions, formatCountMax, `${reader.locale} ${reader.hourCycle ?? ''}`, () => readConventions(reader))
}

function readConventions(reader: Reader): Conventions {
  const language = languageOf(reader.locale)
  let own: Intl.Locale | null = null
  try {
    own = new Intl.Locale(reader.locale.replaceAll('_', '-'))
  } catch {
    own = null
  }
  const isOwnLanguage = own !== null && own.language === language
  const locale = localeFor(language, isOwnLanguage && own?.region ? `${language}-${own.region}` : language)
  return { language, locale, hourCycle: reader.hourCycle ?? hourCycleOf(own, locale) }
}

function hourCycleOf(own: Intl.Locale | null, locale: string): 'h12' | 'h23' {
  if (own?.hourCycle) return own.hourCycle === 'h12' || own.hourCycle === 'h11' ? 'h12' : 'h23'
  const asked = own?.region ? own.toString() : locale
  const resolved = formatFor(asked, { hour: 'numeric' }).resolvedOptions().hourCycle
  return resolved === 'h12' || resolved === 'h11' ? 'h12' : 'h23'
}

// Intl writes narrow and thin spaces that mail clients and text searches stumble over.
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ')
}

/** `what` names the options: the same name, the same options. */
function format(at: Date, reader: Reader, what: string, options: Intl.DateTimeFormatOptions): string {
  const { locale } = conventionsOf(reader)
  return keep(words, wordsCountMax, `${what} ${locale} ${reader.zone} ${at.getTime()}`, () =>
    plainSpaces(formatFor(locale, { ...options, timeZone: reader.zone }).format(at)),
  )
}

/** "Tuesday 24 November 2026", "Dienstag, 24. November 2026". */
export function formatDay(at: Date, reader: Reader): string {
  return format(at, reader, 'day', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** "Tue 24 Nov 2026", "Di., 24. Nov. 2026". */
export function formatDayShort(at: Date, reader: Reader): string {
  return format(at, reader, 'dayShort', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
}

/** "Tue, 24 Nov", "Di., 24. Nov.": where the year goes without saying. */
export function formatDayBrief(at: Date, reader: Reader): string {
  return format(at, reader, 'dayBrief', { weekday: 'short', day: 'numeric', month: 'short' })
}

/** "14:00" or "2:00 pm", without a zone: only next to `formatZone` or `formatOffset`. */
export function formatTimeOfDay(at: Date, reader: Reader): string {
  const { hourCycle } = conventionsOf(reader)
  const hour = hourCycle === 'h12' ? 'numeric' : '2-digit'
  return format(at, reader, `time ${hourCycle}`, { hour, minute: '2-digit', hourCycle })
}

/** "UTC+01:00" at that instant. */
export function formatOffset(at: Date, zone: string): string {
  return keep(words, wordsCountMax, `offset ${zone} ${at.getTime()}`, () => readOffset(at, zone))
}

function readOffset(at: Date, zone: string): string {
  const part = formatFor('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((piece) => piece.type === 'timeZoneName')
  const offset = (part?.value ?? 'GMT').replace('GMT', 'UTC')
  // Some versions of Intl leave out the zero.
  return offset === 'UTC' ? 'UTC+00:00' : offset
}

/** "Central European Time" in the reader's language; null for zones without a name of their own. */
export function formatZoneName(at: Date, reader: Reader): string | null {
  const { locale } = conventionsOf(reader)
  const key = `zone ${locale} ${reader.zone} ${at.getTime()}`
  return keep(words, wordsCountMax, key, () => readZoneName(at, reader, locale) ?? '') || null
}

function readZoneName(at: Date, reader: Reader, locale: string): string | null {
  // Some generic names are a place in brackets, "Vereinigtes Königreich (Ortszeit)": then the specific one reads better.
  for (const timeZoneName of ['longGeneric', 'long'] as const) {
    const name = formatFor(locale, { timeZone: reader.zone, timeZoneName })
      .formatToParts(at)
      .find((piece) => piece.type === 'timeZoneName')?.value
    if (name && !/^(GMT|UTC)\b|\(/.test(name)) return plainSpaces(name)
  }
  return null
}

/** "Central European Time, UTC+01:00" at that instant, in the reader's language. */
export function formatZone(at: Date, reader: Reader): string {
  const offset = formatOffset(at, reader.zone)
  const name = formatZoneName(at, reader)
  return name ? `${name}, ${offset}` : offset
}

function dayKey(at: Date, zone: string): string {
  return keep(words, wordsCountMax, `date ${zone} ${at.getTime()}`, () =>
    formatFor('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at),
  )
}

/** The reader's date of an instant, "2026-11-24". */
export function isoDateOf(at: Date, zone: string): string {
  return dayKey(at, zone)
}

/** "14:00 – 15:00"; names the day of the end when it is another one, and both offsets when they differ. */
export function formatTimeRange(interval: Interval, reader: Reader): string {
  const { startsAt, endsAt } = interval
  const from = formatTimeOfDay(startsAt, reader)
  const to = formatTimeOfDay(endsAt, reader)
  const fromOffset = formatOffset(startsAt, reader.zone)
  const toOffset = formatOffset(endsAt, reader.zone)
  const isOtherDay = dayKey(startsAt, reader.zone) !== dayKey(endsAt, reader.zone)
  const end = isOtherDay ? `${formatDayShort(endsAt, reader)}, ${to}` : to
  return fromOffset === toOffset ? `${from} – ${end}` : `${from} (${fromOffset}) – ${end} (${toOffset})`
}

/** "Tuesday, 24 November 2026, 14:00 – 15:00 (Central European Time, UTC+01:00)". */
export function formatRange(interval: Interval, reader: Reader): string {
  const times = `${formatDay(interval.startsAt, reader)}, ${formatTimeRange(interval, reader)}`
  if (!isOverChange(interval, reader)) return `${times} (${formatZone(interval.startsAt, reader)})`
  const name = formatZoneName(interval.startsAt, reader)
  return name ? `${times} (${name})` : times
}

/** "Tue, 24 Nov 2026, 14:00 – 15:00 (UTC+01:00)". */
export function formatRangeShort(interval: Interval, reader: Reader): string {
  const times = `${formatDayShort(interval.startsAt, reader)}, ${formatTimeRange(interval, reader)}`
  return isOverChange(interval, reader) ? times : `${times} (${formatOffset(interval.startsAt, reader.zone)})`
}

// The clocks change between start and end: then `formatTimeRange` names both offsets already.
function isOverChange(interval: Interval, reader: Reader): boolean {
  return formatOffset(interval.startsAt, reader.zone) !== formatOffset(interval.endsAt, reader.zone)
}

/** "Tue 24 Nov 2026, 14:00 (UTC+01:00)": a single instant. */
export function formatInstant(at: Date, reader: Reader): string {
  return `${formatDayShort(at, reader)}, ${formatTimeOfDay(at, reader)} (${formatOffset(at, reader.zone)})`
}

/** A calendar date without a time, "2026-11-24" -> "Tue 24 Nov 2026". */
export function formatDate(isoDate: string, locale: string): string {
  return formatDayShort(new Date(`${isoDate}T12:00:00Z`), { zone: 'UTC', locale })
}

/** Intervals under the reader's days, in order: for lists of offered times. */
export function groupByDay<Item extends Interval>(
  items: readonly Item[],
  reader: Reader,
): { on: string; day: string; dayShort: string; items: Item[] }[] {
  const groups: { on: string; day: string; dayShort: string; items: Item[] }[] = []
  const sorted = [...items].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  for (const item of sorted) {
    const on = dayKey(item.startsAt, reader.zone)
    const last = groups.at(-1)
    if (last?.on === on) last.items.push(item)
    else
      groups.push({
        on,
        day: formatDay(item.startsAt, reader),
        dayShort: formatDayShort(item.startsAt, reader),
        items: [item],
      })
  }
  return groups
}

/** "1 hour", "90 minutes", "45 Minuten": whole hours as hours, everything else in minutes. */
export function formatDuration(durationMinutes: number, locale: string): string {
  const { locale: conventions } = conventionsOf({ zone: 'UTC', locale })
  const isHours = durationMinutes >= 60 && durationMinutes % 60 === 0
  const unit = isHours ? 'hour' : 'minute'
  const format = keep(
    numberFormats,
    formatCountMax,
    `${conventions} ${unit}`,
    () => new Intl.NumberFormat(conventions, { style: 'unit', unit, unitDisplay: 'long' }),
  )
  return plainSpaces(format.format(isHours ? durationMinutes / 60 : durationMinutes))
}

/** "Anna, Ben and Cem", "Anna, Ben und Cem". */
export function formatList(items: readonly string[], locale: string): string {
  return listFormat(locale, 'conjunction').format(items)
}

/** "Anna, Ben or Cem", "Anna, Ben oder Cem". */
export function formatChoice(items: readonly string[], locale: string): string {
  return listFormat(locale, 'disjunction').format(items)
}

function listFormat(locale: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  const { locale: conventions } = conventionsOf({ zone: 'UTC', locale })
  const make = () => new Intl.ListFormat(conventions, { style: 'long', type })
  return keep(listFormats, formatCountMax, `${type} ${conventions}`, make)
}
