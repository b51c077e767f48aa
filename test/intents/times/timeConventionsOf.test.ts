import { describe, expect, it } from 'vitest'
import { wordHoursSchema } from '../../../src/domain/wordHours.ts'
import { readAvailability } from '../../../src/intents/availability/readAvailability.ts'
import { defaultTimeConventions } from '../../../src/intents/times/conventions.ts'
import { timeConventionsOf } from '../../../src/intents/times/timeConventionsOf.ts'
import { march, tellTimes } from '../availability/readOf.ts'

const early = wordHoursSchema.parse({
  workday: { fromMinute: 360, toMinute: 900 },
  morning: { fromMinute: 360, toMinute: 660 },
  afternoon: { fromMinute: 660, toMinute: 900 },
  evening: { fromMinute: 960, toMinute: 1_260 },
  lunch: { fromMinute: 660, toMinute: 690 },
})

describe('hours of a tenant', () => {
  it('that were never changed are the conventions that are documented', () => {
    expect({ ...defaultTimeConventions, ...timeConventionsOf(wordHoursSchema.parse({})) }).toEqual(
      defaultTimeConventions,
    )
  })

  it.each([
    ['Monday', '9 6:00-15:00'],
    ['any time Monday', '9 6:00-15:00'],
    ['Monday morning', '9 6:00-11:00'],
    ['AMs only on Monday', '9 6:00-11:00'],
    ['Monday afternoon', '9 11:00-15:00'],
    ['Monday after lunch', '9 11:00-15:00'],
    ['Monday evening', '9 16:00-21:00'],
    ['Monday after work', '9 15:00-21:00'],
    ['Monday after 4pm', '9 16:00-21:00'],
    ['Monday before 10', '9 6:00-10:00'],
    ['Monday at 6', '9 6:00-7:00'],
    ['first thing Monday', '9 6:00-7:00'],
    ['Monday except lunch', '9 6:00-11:00, 9 11:30-15:00'],
  ])('of a house that works from 6 to 15: "%s" is %s', (text, times) => {
    const reading = readAvailability(text, { ...march, conventions: timeConventionsOf(early) })
    expect(tellTimes(reading.windows, march.zone)).toBe(times)
  })
})
