import { describe, expect, it } from 'vitest'
import { isSurprising } from '../../../src/intents/availability/surprises.ts'

const zone = 'Europe/Lisbon'
// A Wednesday.
const now = new Date('2027-03-03T09:00:00Z')
const hours = (day: string, from: string, to: string) => ({
  startsAt: new Date(`${day}T${from}:00Z`),
  endsAt: new Date(`${day}T${to}:00Z`),
})
const surprises = (text: string, ...windows: ReturnType<typeof hours>[]) => isSurprising(text, windows, { now, zone })

describe('a second look at what was read', () => {
  it('doubts a day of this week where only next week is said', () => {
    expect(surprises('Thu Fri next week 9 to 11', hours('2027-03-04', '09:00', '11:00'))).toBe(true)
    expect(surprises('Thu Fri next week 9 to 11', hours('2027-03-11', '09:00', '11:00'))).toBe(false)
  })

  it('does not doubt it where this week, a date or a refusal is said too', () => {
    for (const text of [
      'Thursday this week or Friday next week',
      'the 4th, or next week Friday',
      'next week is packed, Thursday works',
    ])
      expect(surprises(text, hours('2027-03-04', '09:00', '17:00'))).toBe(false)
  })

  it('doubts a weekday that nobody named', () => {
    expect(surprises('Monday or Tuesday at 3', hours('2027-03-10', '15:00', '16:00'))).toBe(true)
    expect(surprises('Monday or Tuesday at 3', hours('2027-03-09', '15:00', '16:00'))).toBe(false)
    expect(surprises('any day but Monday', hours('2027-03-10', '09:00', '17:00'))).toBe(false)
  })

  it('doubts a whole day of which only the afternoon is named', () => {
    expect(surprises('afternoon on the Tuesday', hours('2027-03-09', '09:00', '17:00'))).toBe(true)
    expect(surprises('afternoon on the Tuesday', hours('2027-03-09', '12:00', '17:00'))).toBe(false)
  })
})
