import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { isBriefingMoment, nextBriefingAt } from '../../src/briefings/briefingTime.ts'

const workdays = [1, 2, 3, 4, 5]
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'] as const

/** The next `count` briefings as the zone's clocks show them. */
function shown(zone: string, minute: number, from: string, count: number, weekdays: readonly number[] = everyDay) {
  const times: string[] = []
  let after = new Date(from)
  while (times.length < count) {
    const at = nextBriefingAt({ minute, zone, weekdays }, after)
    if (!at) throw new Error('there is always a next one')
    times.push(DateTime.fromJSDate(at, { zone }).toFormat('ccc dd LLL HH:mm'))
    after = at
  }
  return times
}

describe('the moment of a briefing', () => {
  it.each(zones)(
    'is 08:00 by the clocks of %s on each of 260 working days of a year, over both clock changes',
    (zone) => {
      const times = shown(zone, 480, '2027-01-01T00:00:00Z', 260, workdays)
      expect(times.filter((time) => !time.endsWith(' 08:00'))).toEqual([])
      expect(times.filter((time) => /^(Sat|Sun)/.test(time))).toEqual([])
      expect(new Set(times).size).toBe(260)
    },
  )

  it('moves 02:30 to 03:00 on the Sunday on which Berlin has no 02:30, and back the day after', () => {
    expect(shown('Europe/Berlin', 150, '2027-03-27T00:00:00Z', 3)).toEqual([
      'Sat 27 Mar 02:30',
      'Sun 28 Mar 03:00',
      'Mon 29 Mar 02:30',
    ])
  })

  it('comes once, at the first 01:30, on the Sunday on which New York has 01:30 twice', () => {
    const at = nextBriefingAt(
      { minute: 90, zone: 'America/New_York', weekdays: everyDay },
      new Date('2027-11-07T04:00:00Z'),
    )
    expect(at?.toISOString()).toBe('2027-11-07T05:30:00.000Z')
    expect(shown('America/New_York', 90, '2027-11-06T04:00:00Z', 3)).toEqual([
      'Sat 06 Nov 01:30',
      'Sun 07 Nov 01:30',
      'Mon 08 Nov 01:30',
    ])
  })

  it('leaves out a date that the zone never had: Apia had no 30 December 2011', () => {
    expect(shown('Pacific/Apia', 480, '2011-12-29T00:00:00Z', 2)).toEqual(['Thu 29 Dec 08:00', 'Sat 31 Dec 08:00'])
  })

  it('is after the moment it is asked for, on a chosen weekday, and never skips one, in any zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones, 'Africa/Casablanca', 'America/St_Johns', 'UTC'),
        fc.integer({ min: 0, max: 1_439 }),
        fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1 }),
        fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2030, 0, 1) }),
        (zone, minute, weekdays, ms) => {
          const hours = { minute, zone, weekdays }
          const after = new Date(ms)
          const at = nextBriefingAt(hours, after)
          if (!at) throw new Error('there is always a next one')
          expect(at.getTime()).toBeGreaterThan(ms)
          expect(at.getTime() - ms).toBeLessThanOrEqual(7 * 86_400_000 + 7_200_000)
          const local = DateTime.fromJSDate(at, { zone })
          expect(weekdays).toContain(local.weekday)
          expect(local.hour * 60 + local.minute).toBeGreaterThanOrEqual(minute)
          expect(isBriefingMoment(hours, at)).toBe(true)
          expect(isBriefingMoment(hours, new Date(at.getTime() + 60_000))).toBe(false)
        },
      ),
    )
  })

  it('is no moment any more when the zone has changed since it was planned', () => {
    const berlin = { minute: 480, zone: 'Europe/Berlin', weekdays: workdays }
    const at = nextBriefingAt(berlin, new Date('2027-03-01T12:00:00Z'))
    expect(at && isBriefingMoment(berlin, at)).toBe(true)
    expect(at && isBriefingMoment({ ...berlin, zone: 'America/New_York' }, at)).toBe(false)
  })
})
