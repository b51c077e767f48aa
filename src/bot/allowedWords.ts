import { formatTimeOfDay, type Reader } from '../domain/formatTime.ts'
import { joinNames } from '../domain/names.ts'
import type { AllowedTimes } from '../domain/request.ts'

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** "Mon, Tue and Thu, 08:00 to 12:00" */
export function allowedWords({ weekdays, startsMinute, endsMinute }: AllowedTimes, reader: Reader): string {
  const days = joinNames(weekdays.map((day) => dayNames[day - 1] ?? ''))
  return `${days}, ${clockWords(startsMinute, reader)} to ${clockWords(endsMinute, reader)}`
}

/** "08:00", "8:00 AM": a minute after midnight as the reader writes it. */
export function clockWords(minute: number, reader: Reader): string {
  return formatTimeOfDay(new Date(Date.UTC(2000, 0, 1, 0, minute)), { ...reader, zone: 'UTC' })
}
