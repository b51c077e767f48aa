import { describe, expect, it } from 'vitest'
import { formatHours, parseHours } from '../../src/domain/wordHours.ts'

describe('hours written into a field', () => {
  it.each([
    ['09:00-17:00', '09:00-17:00'],
    ['9-17', '09:00-17:00'],
    ['8 to 6', '08:00-18:00'],
    ['9am – 5.30pm', '09:00-17:30'],
    ['from 8 until 17 uhr', '08:00-17:00'],
    ['12:30 to 1:30', '12:30-13:30'],
    ['1 to 6', '13:00-18:00'],
    ['20:00-24:00', '20:00-24:00'],
  ])('"%s" are %s', (text, hours) => {
    const span = parseHours(text)
    expect(span && formatHours(span)).toBe(hours)
  })

  it.each(['', '9', '17-9', '25-26', '9:75-12', '9am-', 'mornings', '12-12', `9-${'1'.repeat(500)}`])(
    '"%.20s" are none',
    (text) => {
      expect(parseHours(text)).toBeNull()
    },
  )

  it('every quarter of an hour that is written is read back', () => {
    for (let from = 0; from < 1_440; from += 15)
      for (let to = from + 15; to <= 1_440; to += 345)
        expect(parseHours(formatHours({ fromMinute: from, toMinute: to }))).toEqual({ fromMinute: from, toMinute: to })
  })
})
