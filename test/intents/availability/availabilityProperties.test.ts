import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { describeReading } from '../../../src/intents/availability/describeReading.ts'
import { joinSpans, subtractSpans } from '../../../src/intents/availability/minuteSpans.ts'
import { dayNumber } from '../../../src/intents/availability/picks.ts'
import { readAvailability } from '../../../src/intents/availability/readAvailability.ts'
import { wallMinute } from '../../../src/intents/availability/wallClock.ts'
import { march, withProposals } from './readOf.ts'

/** Messages put together of words that mean something here, in any order. */
const words = fc.constantFrom(
  ...'Monday Tue Thursday the 10th next week this Friday mornings after 3 2-4 10am until noon except but not and or , . \n - ( ) any time all day busy free works out sorry actually scratch that if otherwise same time option 2 the first none of these PST in London tomorrow 31 12/3 every weekend lunch 7 0'.split(
    ' ',
  ),
)
const messages = fc.array(words, { maxLength: 25 }).map((list) => list.join(' '))

describe('every message', () => {
  it('gets windows that are sorted, apart from each other and inside the days asked for', () => {
    const from = Date.parse('2026-03-05T05:00:00Z')
    const until = Date.parse('2026-03-21T04:00:00Z')
    fc.assert(
      fc.property(fc.oneof(messages, fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
        for (const context of [march, withProposals]) {
          const reading = readAvailability(text, context)
          let last = from
          for (const { startsAt, endsAt } of reading.windows) {
            expect(startsAt.getTime()).toBeGreaterThanOrEqual(last)
            expect(endsAt.getTime()).toBeGreaterThan(startsAt.getTime())
            last = endsAt.getTime() + 1
          }
          expect(last - 1).toBeLessThanOrEqual(until)
          expect(describeReading(reading, context)).not.toBe('')
        }
      }),
    )
  })

  it('offers windows only as available or beside a choice, and gives a reason exactly when it asks back', () => {
    fc.assert(
      fc.property(messages, (text) => {
        const { kind, windows, selected, doubt } = readAvailability(text, withProposals)
        if (kind !== 'available' && kind !== 'select') expect(windows).toEqual([])
        if (kind === 'available') expect(windows).not.toEqual([])
        expect(selected.length > 0).toBe(kind === 'select')
        expect(doubt !== null).toBe(kind === 'clarify')
      }),
    )
  })

  it('is read without an error when it is empty, 4,000 characters long, in other scripts or full of marks', () => {
    const odd = [
      '',
      ' ',
      '\u202e\u200f',
      '👍🏽'.repeat(900),
      '.'.repeat(4_000),
      'not '.repeat(1_000),
      'مرحبا يوم الاثنين',
      '月曜日の午後',
    ]
    for (const text of [...odd, 'Mon 2-4, '.repeat(440), '29 February', '30/2 at 25:00', '1 or 2, '.repeat(500)])
      expect(() => readAvailability(text, withProposals)).not.toThrow()
  })
})

describe('wall clock', () => {
  it('shows the same day and minute again, except in the hour that a clock change leaves out', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'Europe/London',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Auckland',
    )
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 20_000, max: 21_500 }),
        fc.integer({ min: 0, max: 1_439 }),
        (zone, day, minute) => {
          const shown = DateTime.fromMillis(wallMinute(day, minute, zone) * 60_000, { zone })
          const meant = DateTime.fromMillis((day * 1_440 + minute) * 60_000, { zone: 'utc' })
          const isGap =
            DateTime.fromObject({ ...meant.toObject() }, { zone }).minute !== meant.minute ||
            DateTime.fromObject({ ...meant.toObject() }, { zone }).hour !== meant.hour
          if (!isGap) expect(shown.toFormat('yyyy-MM-dd HH:mm')).toBe(meant.toFormat('yyyy-MM-dd HH:mm'))
        },
      ),
    )
  })

  it('takes the first of two equal hours when clocks go back', () => {
    expect(wallMinute(dayNumber('2026-11-01'), 90, 'America/New_York') * 60_000).toBe(
      Date.parse('2026-11-01T05:30:00Z'),
    )
  })
})

describe('spans of minutes', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(60), fc.nat(20)).map(([from, length]) => ({ from, to: from + length })),
    { maxLength: 8 },
  )
  const minutesOf = (list: readonly { from: number; to: number }[]) =>
    new Set(list.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)))

  it('hold exactly the minutes of one list that are not in another', () => {
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        const left = minutesOf(subtractSpans(joinSpans(one), joinSpans(other)))
        const taken = minutesOf(other)
        expect(left).toEqual(new Set([...minutesOf(one)].filter((minute) => !taken.has(minute)).sort((a, b) => a - b)))
      }),
    )
  })
})
