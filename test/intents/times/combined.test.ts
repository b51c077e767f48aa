import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultTimeConventions } from '../../../src/intents/times/conventions.ts'
import { findTimes } from '../../../src/intents/times/findTimes.ts'
import { londonContext, timeLine } from './timeLine.ts'

describe('what comes back, with days picked or left out', () => {
  it.each([
    ['every weekday except Friday at 9', 'weekly 1 MO TU WE TH 09:00'],
    ['every day but Sunday', 'weekly 1 MO TU WE TH FR SA'],
    ['the last Friday of every month', 'monthly 1 -1FR'],
    ['the second Monday of each month at 10', 'monthly 1 2MO 10:00'],
    ['last day of every month', 'monthly 1 -1'],
    ['every month on the third', 'monthly 1 3'],
    ['monthly on the 15th', 'monthly 1 15'],
    ['each January', 'yearly 1 month 1'],
    ['every March 3rd', 'yearly 1 month 3 3'],
    ['annually on 1 May', 'yearly 1 month 5 1'],
    ['Monday mornings', 'weekly 1 MO morning'],
    ['on Saturday mornings at 8', 'weekly 1 SA 08:00'],
    ['alternating Mondays', 'weekly 2 MO'],
    ['Monday mornings next week', '11-23T09:00 to 11-23T12:00'],
  ])('reads "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })
})

describe('ranges of mixed ends', () => {
  it.each([
    ['Monday to Friday 9am', '11-23T09:00 to 11-27T09:00'],
    ['9-5 Monday to Friday', '11-23T09:00 to 11-27T17:00'],
    ['Tuesday 3pm to 5pm on Friday', '11-24T15:00 to 11-27T17:00'],
    ['Monday until 5pm on Friday', '11-23 to 11-27T17:00'],
    ['Tuesday 3pm to the end of the month', '11-24T15:00 to 12-01'],
    ['Monday afternoon to Tuesday morning', '11-23T12:00 to 11-24T12:00'],
    ['this afternoon to Friday', '11-18T12:00 to 11-21'],
    ['Friday morning onwards', '11-20T09:00 to open'],
    ['Dec 5th to 9 Jan', '12-05 to 2027-01-10'],
    ['the 5th - Dec 9th', '12-05 to 12-10'],
    ['10-12 am', '11-18T10:00 to 11-18T12:00'],
    ['from 2018 to 2021', '2018-01-01 to 2022-01-01'],
    ['by 2027', 'open to 2028-01-01'],
    ['in the nineties', '1990-01-01 to 2000-01-01'],
    ['since Monday', '11-16 to open'],
    ['45 min to an hour', '3600 s'],
  ])('reads "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it('says 9 on each of five days for "Monday to Friday 9am"', () => {
    expect(findTimes('Monday to Friday 9am', londonContext)[0]).toMatchObject({
      kind: 'datetimeRange',
      days: { fromOn: '2026-11-23', toOn: '2026-11-28' },
      clock: { fromMinute: 540, toMinute: 540 },
      isContinuous: false,
    })
  })
})

describe('hours and days in other words', () => {
  it.each([
    ['fifteen thirty five', '11-18T15:35'],
    ['six fifty works', '11-18T18:50'],
    ['half-past three', '11-18T15:30'],
    ['ten after ten', '11-18T10:10'],
    ['9 on the dot', '11-18T09:00'],
    ['9am on', '11-18T09:00 to open'],
    ['eighteen hundred hours', '11-18T18:00'],
    ['kick-off 19.45', '11-18T19:45'],
    ['17:00 +0200', '11-18T17:00 Etc/GMT-2'],
    ['2026-12-05T14:00-05:00', '12-05T14:00 Etc/GMT+5'],
    ['tomorrow week', '11-26'],
    ['Monday next', '11-23'],
    ['Friday last', '11-13'],
    ['Friday just gone', '11-13'],
    ['two weeks Tuesday', '12-08'],
    ['tomorrow or the day after', '11-19, 11-20'],
    ['this time next week', '11-25T10:20'],
    ['all day Friday', '11-20'],
    ['Friday, all day Monday', '11-20, 11-23'],
    ['4/5 December', '12-04, 12-05'],
    ['Fri 12/4', '12-04'],
    ['at 3 Dec 5th', '12-05T15:00'],
    ['half past 3 a week from Friday', '11-27T15:30'],
    ['the morning of December 5th at 9', '12-05T09:00'],
    ['Monday first thing', '11-23T09:00 to 11-23T10:00'],
    ['during the day on Friday', '11-20T09:00 to 11-20T17:00'],
    ['2 hours 30', '9000 s'],
    ['another 3 weeks', '1814400 s'],
  ])('reads "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it('reads a day with an hour as one expression, whichever comes first and whatever joins them', () => {
    const days = ['Monday', 'tomorrow', 'the 5th', '5 Dec', 'Sat 5 Dec', 'next Tuesday', 'a week from Friday']
    const hours = ['3pm', 'at 15:30', 'half past three', 'noon', 'from 3 to 4pm', 'after 3pm', 'at 8 in the evening']
    const pair = fc.tuple(fc.constantFrom(...days), fc.constantFrom(...hours), fc.constantFrom(' ', ', '))
    fc.assert(
      fc.property(pair, ([day, hour, joint]) => {
        const first = findTimes(`${day}${joint}${hour}`, londonContext)
        const last = findTimes(`${hour} ${day}`, londonContext)
        expect(first).toHaveLength(1)
        expect(last).toHaveLength(1)
        expect(first[0]?.days).toEqual(last[0]?.days)
        expect(first[0]?.clock).toEqual(last[0]?.clock)
      }),
    )
  })
})

describe('what suites of samples take apart can be taken apart', () => {
  it.each([
    ['the second Monday of each month', { isCountedSetOne: false }, '11-09, monthly 1'],
    ['Monday pm to Tuesday am', { arePartsEnds: false }, '11-23T12:00 to 11-23T17:00, 11-24T09:00 to 11-24T12:00'],
  ] as const)('reads "%s" with %j as %s', (text, changes, line) => {
    expect(timeLine(text, { conventions: { ...defaultTimeConventions, ...changes } })).toBe(line)
  })
})
