import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import {
  formatDate,
  formatDuration,
  formatInstant,
  formatList,
  formatRange,
  formatRangeShort,
  groupByDay,
} from '../../src/domain/formatTime.ts'

const slot = (from: string, minutes = 60) => ({
  startsAt: new Date(from),
  endsAt: new Date(Date.parse(from) + minutes * 60_000),
})

const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Sao_Paulo',
  'UTC',
]

describe('a time for a reader', () => {
  const tuesday = slot('2026-11-24T13:00:00Z')

  test('names day, time, zone and offset in English, German and American order', () => {
    expect(formatRange(tuesday, { zone: 'Europe/Berlin', locale: 'en-GB' })).toBe(
      'Tuesday, 24 November 2026, 14:00 – 15:00 (Central European Time, UTC+01:00)',
    )
    expect(formatRange(tuesday, { zone: 'Europe/Berlin', locale: 'de' })).toBe(
      'Dienstag, 24. November 2026, 14:00 – 15:00 (Mitteleuropäische Zeit, UTC+01:00)',
    )
    expect(formatRange(tuesday, { zone: 'America/New_York', locale: 'en-US' })).toBe(
      'Tuesday, November 24, 2026, 8:00 AM – 9:00 AM (Eastern Time, UTC-05:00)',
    )
    expect(formatRangeShort(tuesday, { zone: 'Asia/Kathmandu', locale: 'en-GB' })).toBe(
      'Tue, 24 Nov 2026, 18:45 – 19:45 (UTC+05:45)',
    )
  })

  test('is English for a language we do not write, with the hours of that reader: 14:00, not 2:00 PM', () => {
    expect(formatInstant(tuesday.startsAt, { zone: 'Europe/Paris', locale: 'it-IT' })).toBe(
      'Tue, 24 Nov 2026, 14:00 (UTC+01:00)',
    )
    expect(formatInstant(tuesday.startsAt, { zone: 'Europe/Paris', locale: 'not a locale' })).toContain('14:00')
  })

  test('takes the hour cycle that the reader chose', () => {
    const reader = { zone: 'Europe/Berlin', locale: 'en-GB' }
    expect(formatInstant(tuesday.startsAt, { ...reader, hourCycle: 'h12' })).toContain('2:00 pm')
    expect(formatInstant(tuesday.startsAt, { ...reader, locale: 'en-US-u-hc-h23' })).toContain('14:00')
  })

  test('names both offsets when the clocks change in between: 01:30 to 01:30 in New York on 1 November 2026', () => {
    expect(formatRange(slot('2026-11-01T05:30:00Z'), { zone: 'America/New_York', locale: 'en-GB' })).toBe(
      'Sunday, 1 November 2026, 01:30 (UTC-04:00) – 01:30 (UTC-05:00) (Eastern Time)',
    )
  })

  test('names the day of the end when it is the next one', () => {
    expect(formatRangeShort(slot('2026-11-24T22:30:00Z', 90), { zone: 'Europe/Berlin', locale: 'en-GB' })).toBe(
      'Tue, 24 Nov 2026, 23:30 – Wed, 25 Nov 2026, 01:00 (UTC+01:00)',
    )
  })

  test('read back from its words is the same instant, in 12 zones over all changes from 2025 to 2030', () => {
    const instants = fc.integer({
      min: Date.UTC(2025, 0, 1) / 60_000,
      max: Date.UTC(2030, 11, 31) / 60_000,
    })
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...zones),
        fc.constantFrom('en-GB', 'de-DE', 'en-US'),
        (minutes, zone, locale) => {
          const startsAt = new Date(minutes * 60_000)
          const words = formatRange({ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }, { zone, locale })
          const pieces = /^(.+), (\d+:\d\d(?: [AP]M)?)(?: \((UTC[^)]*)\))? – .*?(?:\((?:[^()]*, )?UTC([^)]*)\))?$/.exec(
            words,
          )
          const offset = pieces?.[3]?.replace('UTC', '') ?? pieces?.[4]
          const day =
            locale === 'de-DE' ? 'cccc, d. MMMM yyyy' : locale === 'en-US' ? 'cccc, MMMM d, yyyy' : 'cccc, d MMMM yyyy'
          const time = locale === 'en-US' ? 'h:mm a' : 'HH:mm'
          const read = DateTime.fromFormat(`${pieces?.[1]} ${pieces?.[2]} ${offset}`, `${day} ${time} ZZ`, {
            locale: locale === 'de-DE' ? 'de' : 'en-US',
          })
          expect(read.isValid ? read.toMillis() : `${words}: ${read.invalidExplanation}`).toBe(startsAt.getTime())
        },
      ),
      { numRuns: 3_000 },
    )
  })
})

describe('lists, durations and dates', () => {
  test('groups 23:30 UTC under the reader’s next day', () => {
    const groups = groupByDay([slot('2026-11-24T23:30:00Z'), slot('2026-11-24T10:00:00Z')], {
      zone: 'Europe/Berlin',
      locale: 'en-GB',
    })
    expect(groups.map((group) => [group.on, group.items.length])).toEqual([
      ['2026-11-24', 1],
      ['2026-11-25', 1],
    ])
  })

  test('says 60 minutes as an hour and 90 as minutes, in both languages', () => {
    expect(formatDuration(60, 'en')).toBe('1 hour')
    expect(formatDuration(120, 'de-DE')).toBe('2 Stunden')
    expect(formatDuration(90, 'en')).toBe('90 minutes')
  })

  test('joins names with the reader’s "and"', () => {
    expect(formatList(['Ann', 'Ben', 'Cem'], 'de')).toBe('Ann, Ben und Cem')
  })

  test('keeps a calendar date whatever the zone of the machine', () => {
    expect(formatDate('2026-11-24', 'en-GB')).toBe('Tue, 24 Nov 2026')
  })
})
