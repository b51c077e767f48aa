import { describe, expect, it } from 'vitest'
import { formatHours, wordHoursSchema } from '../../src/domain/wordHours.ts'
import { readHourWish } from '../../src/intents/readHourWish.ts'
import { readIntents } from '../../src/intents/readIntents.ts'

const hours = wordHoursSchema.parse({})
const context = { now: new Date('2027-03-01T08:00:00Z'), zone: 'Europe/London', locale: 'en-GB' }

describe('what a word of time means from now on', () => {
  it.each([
    ['our working day is 8 to 6', 'workday 08:00-18:00'],
    ['office hours are 8:30-17:30', 'workday 08:30-17:30'],
    ['morning ends at 11:30', 'morning 09:00-11:30'],
    ['mornings start at 8 here', 'morning 08:00-12:00'],
    ['the afternoon begins at 1', 'afternoon 13:00-17:00'],
    ['evenings end at 9', 'evening 17:00-21:00'],
    ['lunch is 12:30 to 1:30', 'lunch 12:30-13:30'],
  ])('"%s" is a setting: %s', (text, expected) => {
    const { intents } = readIntents(text, context)
    expect(intents.map(({ kind }) => kind)).toEqual(['changeSetting'])
    const wish = readHourWish(text, hours)
    expect(wish && `${wish.word} ${formatHours(wish.span)}`).toBe(expected)
  })

  it.each([
    'all my interviews 45 minutes',
    'the morning interview ends at 11',
    'morning or afternoon from 9',
    'evenings end at 16:00',
    'lunch is nice',
  ])('"%s" sets no hours', (text) => {
    expect(readHourWish(text, hours)).toBeNull()
  })
})
