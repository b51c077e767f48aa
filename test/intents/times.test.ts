import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadingContext } from '../../src/intents/intent.ts'
import { readDayRange, readDuration, readWindows } from '../../src/intents/times.ts'
import { tokenise } from '../../src/intents/tokens.ts'

/** Wednesday 18 November 2026, 10:00 in London. */
const context: ReadingContext = { now: new Date('2026-11-18T10:00:00Z'), zone: 'Europe/London', locale: 'en-GB' }

function windowsOf(text: string, changes: Partial<ReadingContext> = {}): string | null {
  const windows = readWindows(text, { ...context, ...changes })
  return windows?.map((one) => `${one.startsAt.slice(5)} ${one.endsAt.slice(11)}`).join(', ') ?? null
}

describe('times somebody offers', () => {
  it.each([
    ['Tue 2-4', '11-24T14:00 16:00'],
    ['Tue 2-4 and Thu morning', '11-19T08:00 12:00, 11-24T14:00 16:00'],
    ['Tuesday 2pm to 4pm', '11-24T14:00 16:00'],
    ['Thursday afternoon', '11-19T12:00 17:00'],
    ['24 Nov 10:00-12:00', '11-24T10:00 12:00'],
    ['Nov 24, 10:00–12:00', '11-24T10:00 12:00'],
    ['tomorrow after 3', '11-19T15:00 17:00'],
    ['Mon-Wed 9-11', '11-23T09:00 11:00, 11-24T09:00 11:00, 11-25T09:00 11:00'],
    ['Mon and Wed 9 to 11', '11-23T09:00 11:00, 11-25T09:00 11:00'],
    ['2-4 on Tuesday and Thursday', '11-19T14:00 16:00, 11-24T14:00 16:00'],
    ['Tue between 2 and 4 or Fri 10-2pm', '11-20T10:00 14:00, 11-24T14:00 16:00'],
    ['Tue 11-1pm', '11-24T11:00 13:00'],
    ['Tue 10-2', '11-24T10:00 14:00'],
    ['Tuesday, 2:30-4pm; Wed all day', '11-24T14:30 16:00, 11-25T08:00 17:00'],
    ['Monday 15.30 - 17.00', '11-23T15:30 17:00'],
    ['Friday until 11', '11-20T08:00 11:00'],
    ['Tue half past 2 to 4', '11-24T14:30 16:00'],
    ['the 24th at 3', '11-24T15:00 16:00'],
    ['next Tuesday', '11-24T08:00 17:00'],
    ['Tuesday next week noon to 2', '11-24T12:00 14:00'],
    ['1-2 Dec 9-11', '12-01T09:00 11:00, 12-02T09:00 11:00'],
    ['Sat 10-12', '11-21T10:00 12:00'],
  ])('reads "%s"', (text, expected) => {
    expect(windowsOf(text)).toBe(expected)
  })

  it.each([
    ['Tue 7-9', 'morning and evening are equally likely'],
    ['Wed 25 Nov 2-4 or Tue 25 Nov', 'the weekday contradicts the date'],
    ['2-4', 'no day is named'],
    ['Tue 2-4 except 3', 'an exception is not understood'],
    ['31 Feb 2-4', 'there is no such day'],
    ['Tue 2-4 Lisbon time', 'another zone is named'],
    ['Tue 4pm-2pm', 'it ends before it starts'],
    ['Tue 25:00-26:00', 'there is no such hour'],
    ['not Tue 2-4', 'it is refused, not offered'],
    ['', 'nothing is said'],
  ])('guesses nothing from "%s": %s', (text) => {
    expect(windowsOf(text)).toBeNull()
  })

  it('takes "morning" from the conventions of the tenant: 09:00 instead of 08:00', () => {
    expect(windowsOf('Thu morning', { conventions: { dayStartsMinute: 540 } })).toBe('11-19T09:00 12:00')
  })

  it('gives every window inside its day, whatever hours of the day are written with minutes', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    const clock = (value: number): string => `${String(value).padStart(2, '0')}:15`
    fc.assert(
      fc.property(hour, hour, (from, to) => {
        fc.pre((from >= 13 || from === 0) && to > from)
        expect(windowsOf(`Tue ${clock(from)}-${clock(to)}`)).toBe(`11-24T${clock(from)} ${clock(to)}`)
      }),
    )
  })
})

describe('days and ranges', () => {
  it.each([
    ['next week', '2026-11-23', '2026-11-27'],
    ['between 1 and 5 Dec', '2026-12-01', '2026-12-05'],
    ['1-5 Dec', '2026-12-01', '2026-12-05'],
    ['Dec 1 to 5', '2026-12-01', '2026-12-05'],
    ['from Monday', '2026-11-23', null],
    ['in the next two weeks', '2026-11-18', '2026-12-02'],
    ['by Friday', null, '2026-11-20'],
    ['before 1 Dec', null, '2026-11-30'],
    ['after 1 Dec', '2026-12-02', null],
    ['in December', '2026-12-01', '2026-12-31'],
    ['this week or next', '2026-11-18', '2026-11-27'],
    ['the week after next', '2026-11-30', '2026-12-04'],
    ['week of 7 Dec', '2026-12-07', '2026-12-11'],
    ['2026-12-01', '2026-12-01', '2026-12-01'],
    ['24.11.2026', '2026-11-24', '2026-11-24'],
    ['29 Feb', '2028-02-29', '2028-02-29'],
    ['5 Jan', '2027-01-05', '2027-01-05'],
  ])('reads "%s"', (text, fromOn, toOn) => {
    expect(readDayRange(text, context)).toEqual({ fromOn, toOn })
  })

  it('reads 2/3/26 as 2 March in Britain and 3 February in America', () => {
    expect(readDayRange('2/3/26', context)?.fromOn).toBe('2026-03-02')
    expect(readDayRange('2/3/26', { ...context, locale: 'en-US' })?.fromOn).toBe('2026-02-03')
  })

  it('takes today from the zone: at 23:30 UTC it is tomorrow in Tokyo already', () => {
    const late = { ...context, now: new Date('2026-11-18T23:30:00Z') }
    expect(readDayRange('tomorrow', late)?.fromOn).toBe('2026-11-19')
    expect(readDayRange('tomorrow', { ...late, zone: 'Asia/Tokyo' })?.fromOn).toBe('2026-11-20')
  })

  it('names "next Friday" the Friday of next week and "Friday" the coming one', () => {
    expect(readDayRange('next Friday', context)?.fromOn).toBe('2026-11-27')
    expect(readDayRange('Friday', context)?.fromOn).toBe('2026-11-20')
  })
})

describe('durations', () => {
  it.each([
    ['45 min', 45],
    ['45-minute', 45],
    ['an hour', 60],
    ['1.5h', 90],
    ['1h30', 90],
    ['half an hour', 30],
    ['an hour and a half', 90],
    ['1 hour 15 minutes', 75],
    ['two hours', 120],
    ['9 hours', 'unclear'],
    ['2 min', 'unclear'],
  ])('reads "%s" as %s minutes', (text, minutes) => {
    expect(readDuration(tokenise(text).tokens, 0)?.value).toBe(minutes)
  })
})
