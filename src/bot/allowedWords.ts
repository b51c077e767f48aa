import { formatList, formatTimeOfDay, type Reader } from '../domain/formatTime.ts'
import { type Language, localeFor } from '../domain/language.ts'
import type { AllowedTimes } from '../domain/request.ts'
import { catalogue } from '../words/catalogue.ts'

/** "Mon, Tue and Thu, 08:00 to 12:00"; the clock is the reader's. */
export function allowedWords(
  { weekdays, startsMinute, endsMinute }: AllowedTimes,
  reader: Reader,
  language: Language = 'en',
): string {
  const words = catalogue[language].cards
  const days = weekdays.map((day) => words.weekdays[day - 1] ?? '')
  const listed = formatList(days, localeFor(language, reader.locale))
  return words.allowed(listed, clockWords(startsMinute, reader), clockWords(endsMinute, reader))
}

/** "08:00", "8:00 AM": a minute after midnight as the reader writes it. */
export function clockWords(minute: number, reader: Reader): string {
  return formatTimeOfDay(new Date(Date.UTC(2000, 0, 1, 0, minute)), { ...reader, zone: 'UTC' })
}
