import { describe, expect, test } from 'vitest'
import { listHolidays } from '../../src/calendar/holidays.ts'

describe('public holidays', () => {
  test('of Germany and the United States between 20 December 2026 and 6 January 2027, by date', async () => {
    const found = await listHolidays(['DE', 'us', 'DE'], '2026-12-20', '2027-01-06', 'de-DE')
    expect(found.map((holiday) => `${holiday.on} ${holiday.country}`)).toEqual([
      '2026-12-25 DE',
      '2026-12-25 US',
      '2026-12-26 DE',
      '2027-01-01 DE',
      '2027-01-01 US',
    ])
    expect(found[0]?.name).toBe('1. Weihnachtstag')
  })

  test('are named in English for an English reader', async () => {
    const [holiday] = await listHolidays(['DE'], '2026-10-03', '2026-10-03', 'en-GB')
    expect(holiday).toMatchObject({ on: '2026-10-03', country: 'DE', name: 'National Holiday' })
  })

  test('are none for an unknown country, no country, or a range that ends before it starts', async () => {
    expect(await listHolidays(['ZZ', 'Germany', ''], '2026-01-01', '2026-12-31', 'en')).toEqual([])
    expect(await listHolidays([], '2026-01-01', '2026-12-31', 'en')).toEqual([])
    expect(await listHolidays(['DE'], '2026-12-31', '2026-01-01', 'en')).toEqual([])
  })
})
