import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { nextReminderAt, type SilentFacts } from '../../src/domain/reminders.ts'
import { ladderSchema } from '../../src/domain/settings.ts'

const ladder = ladderSchema.parse({})
const facts = (given: Partial<SilentFacts> = {}): SilentFacts => ({
  askedAt: new Date('2027-03-01T09:30:00Z'),
  closesAt: new Date('2027-03-22T22:59:59Z'),
  zone: 'Europe/Berlin',
  remindedAt: null,
  remindedCount: 0,
  ...given,
})
const local = (at: Date | null, zone = 'Europe/Berlin') =>
  at ? DateTime.fromJSDate(at, { zone }).toFormat('ccc dd LLL HH:mm') : null

/** Every reminder of a silent party, as the ladder sends them. */
function all(given: Partial<SilentFacts> = {}): string[] {
  const sent: string[] = []
  let known = facts(given)
  let now = known.askedAt
  for (;;) {
    const at = nextReminderAt(ladder, known, now)
    if (!at) return sent
    sent.push(local(at, known.zone) ?? '')
    known = { ...known, remindedAt: at, remindedCount: known.remindedCount + 1 }
    now = at
  }
}

describe('the ladder', () => {
  it('reminds after 1 and 3 days, then 3 and 1 day before the last day, and no more', () => {
    expect(all()).toEqual(['Tue 02 Mar 10:30', 'Thu 04 Mar 10:30', 'Mon 22 Mar 09:00'])
    expect(all({ closesAt: new Date('2027-03-18T22:59:59Z') })).toEqual([
      'Tue 02 Mar 10:30',
      'Thu 04 Mar 10:30',
      'Tue 16 Mar 09:00',
      'Thu 18 Mar 09:00',
    ])
  })

  it('never writes on a weekend or outside 09:00 to 18:00 of the reader', () => {
    expect(all({ askedAt: new Date('2027-03-04T21:00:00Z') })[0]).toBe('Mon 08 Mar 09:00')
    expect(all({ askedAt: new Date('2027-03-04T02:00:00Z') })[0]).toBe('Fri 05 Mar 09:00')
  })

  it('keeps 09:00 in New York and Berlin across both changes of the clock', () => {
    for (const [zone, asked] of [
      ['America/New_York', '2027-03-13T01:00:00Z'],
      ['Europe/Berlin', '2027-03-27T23:00:00Z'],
      ['Europe/Berlin', '2027-10-30T22:30:00Z'],
      ['America/New_York', '2027-11-06T03:00:00Z'],
    ] as const) {
      const at = nextReminderAt(
        ladder,
        facts({ zone, askedAt: new Date(asked), closesAt: new Date('2028-01-01T00:00:00Z') }),
        new Date(asked),
      )
      expect(local(at, zone)).toMatch(/^Mon .* 09:00$/)
    }
  })

  it('has at most 4 steps, 24 hours apart, in hours, before the end, whatever the facts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'),
        (minutes, days, zone) => {
          const askedAt = new Date(Date.UTC(2027, 0, 1) + minutes * 60_000)
          const closesAt = new Date(askedAt.getTime() + days * 86_400_000)
          let known = facts({ askedAt, closesAt, zone })
          let now = askedAt
          let count = 0
          for (let at = nextReminderAt(ladder, known, now); at; at = nextReminderAt(ladder, known, now)) {
            count += 1
            const wall = DateTime.fromJSDate(at, { zone })
            expect(wall.weekday).toBeLessThan(6)
            expect(wall.hour * 60 + wall.minute).toBeGreaterThanOrEqual(9 * 60)
            expect(wall.hour * 60 + wall.minute).toBeLessThan(18 * 60)
            expect(at.getTime() - (known.remindedAt ?? askedAt).getTime()).toBeGreaterThanOrEqual(24 * 3_600_000)
            expect(at < closesAt).toBe(true)
            known = { ...known, remindedAt: at, remindedCount: count }
            now = at
          }
          expect(count).toBeLessThanOrEqual(4)
        },
      ),
      { numRuns: 500 },
    )
  })
})
