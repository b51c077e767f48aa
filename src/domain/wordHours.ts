import { z } from 'zod'

/** Half-open, in minutes after midnight. */
export interface HourSpan {
  fromMinute: number
  toMinute: number
}

const hours = (fromMinute: number, toMinute: number) =>
  z
    .object({ fromMinute: z.int().min(0).max(1_440), toMinute: z.int().min(0).max(1_440) })
    .refine((span) => span.fromMinute < span.toMinute, 'ends before it begins')
    .default({ fromMinute, toMinute })

/** What words without figures mean: a day without hours is the working day, "morning" is the morning. */
export const wordHoursSchema = z.object({
  workday: hours(540, 1_020),
  morning: hours(540, 720),
  afternoon: hours(720, 1_020),
  evening: hours(1_020, 1_200),
  lunch: hours(720, 780),
})
export type WordHours = z.infer<typeof wordHoursSchema>
export type HourWord = keyof WordHours

/** "09:00-17:00". */
export function formatHours({ fromMinute, toMinute }: HourSpan): string {
  return `${clockOf(fromMinute)}-${clockOf(toMinute)}`
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

const ends = /^(?:from )?(.{1,12}?) ?(?:[–—-]|\bto\b|\buntil\b|\btill\b) ?(.{1,12})$/
const clock = /^(\d{1,2})(?:[:.h](\d{2}))?(?:h| ?uhr)? ?(?:([ap])\.?m\.?)?$/

/** The hours that a field or a sentence names: "09:00-17:00", "8 to 6", "9am - 5.30pm"; null when it does not say both ends. */
export function parseHours(text: string): HourSpan | null {
  const match = ends.exec(text.slice(0, 40).trim().toLowerCase().replace(/\s+/g, ' '))
  const [from, to] = [parseClock(match?.[1] ?? ''), parseClock(match?.[2] ?? '')]
  if (from === null || to === null) return null
  // "1 to 6", "1 to 6pm": nobody works at one at night; "8 to 6": no stretch of a day ends before it begins.
  const fromMinute = !from.isSure && from.minute < 360 ? from.minute + 720 : from.minute
  const isLate = !to.isSure && to.minute <= fromMinute
  const toMinute = isLate ? to.minute + 720 : to.minute
  if (from.isSure && fromMinute >= 780 && isLate) return null
  return fromMinute < toMinute && toMinute <= 1_440 ? { fromMinute, toMinute } : null
}

/** Minutes after midnight; sure where am or pm or two figures of an hour are said. */
export function parseClock(text: string): { minute: number; isSure: boolean } | null {
  const [, hour = '', minute = '0', half] = clock.exec(text.trim().toLowerCase()) ?? []
  const [hours, minutes] = [Number(hour), Number(minute)]
  if (hour === '' || minutes > 59 || hours > 24 || (hours === 24 && minutes > 0) || (half && (hours < 1 || hours > 12)))
    return null
  const shifted = half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours
  return { minute: shifted * 60 + minutes, isSure: half !== undefined || hours >= 12 || hour.startsWith('0') }
}
