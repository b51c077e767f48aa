import { describe, expect, it } from 'vitest'
import { defaultTimeConventions } from '../../../src/intents/times/conventions.ts'
import { findTimes } from '../../../src/intents/times/findTimes.ts'
import { londonContext, timeLine } from './timeLine.ts'

describe('hours, on Wednesday 18 November 2026', () => {
  it.each([
    ['at 4', '11-18T16:00'],
    ['at 9', '11-18T09:00'],
    ['4pm', '11-18T16:00'],
    ['16h30', '11-18T16:30'],
    ['4.30 p.m.', '11-18T16:30'],
    ['half past four', '11-18T16:30'],
    ['at half four', '11-18T16:30'],
    ['four thirty pm', '11-18T16:30'],
    ['a quarter to five in the afternoon', '11-18T16:45'],
    ['ten past nine', '11-18T09:10'],
    ['at 1630', '11-18T16:30'],
    ['8 in the evening', '11-18T20:00'],
    ['noon', '11-18T12:00'],
    ['7:05:30 am', '11-18T07:05:30'],
    ['two hours before noon', '11-18T10:00'],
  ])('reads the time of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it('tells a time that was said with its half of the day from one that was settled', () => {
    const [said, settled] = findTimes('4pm, or at 5', londonContext)
    expect([said?.clock?.hasMeridiem, settled?.clock?.hasMeridiem]).toEqual([true, false])
  })

  it.each([
    ['2-4', ''],
    ['between 2 and 4', '11-18T14:00 to 11-18T16:00'],
    ['9.30 to 11am', '11-18T09:30 to 11-18T11:00'],
    ['10am-2', '11-18T10:00 to 11-18T14:00'],
    ['11 to 1:30', '11-18T11:00 to 11-18T13:30'],
    ['from 9 till noon', '11-18T09:00 to 11-18T12:00'],
    ['8 to 10 in the evening', '11-18T20:00 to 11-18T22:00'],
    ['11pm to 2am', '11-18T23:00 to 11-19T02:00'],
    ['from 3pm for 45 minutes', '11-18T15:00 to 11-18T15:45'],
    ['after 3', '11-18T15:00 to open'],
    ['3pm or later', '11-18T15:00 to open'],
    ['before half past ten', 'open to 11-18T10:30'],
    ['after 10 but before noon', '11-18T10:00 to 11-18T12:00'],
    ['late afternoon', '11-18T15:00 to 11-18T17:00'],
    ['over lunch', '11-18T12:00 to 11-18T13:00'],
    ['after lunch', '11-18T13:00 to open'],
  ])('reads the hours of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it.each([
    ['Tuesday at 3', '11-24T15:00'],
    ['3pm on the 24th', '11-24T15:00'],
    ['Tue 24 Nov, 10:00-11:30', '11-24T10:00 to 11-24T11:30'],
    ['2 to 4 tomorrow', '11-19T14:00 to 11-19T16:00'],
    ['tomorrow morning', '11-19T09:00 to 11-19T12:00'],
    ['Friday pm', '11-20T12:00 to 11-20T17:00'],
    ['early Monday morning', '11-23T09:00 to 11-23T11:00'],
    ['Wednesday afternoon next week', '11-25T12:00 to 11-25T17:00'],
    ['7 to 8 tonight', '11-18T19:00 to 11-18T20:00'],
    ['yesterday afternoon from 2 to 3', '11-17T14:00 to 11-17T15:00'],
    ['midnight tonight', '11-19'],
    ['Friday after 3', '11-20T15:00 to open'],
    ['Friday EOD', '11-20T17:00'],
    ['in 45 minutes', '11-18T11:05'],
    ['an hour and a half from now', '11-18T11:50'],
    ['2026-12-01T14:00', '12-01T14:00'],
  ])('reads day and hours of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it('means the hours of each day by "Mon-Wed 9-11", and one stretch by "Monday 4pm to Tuesday noon"', () => {
    const [each, whole] = [
      findTimes('Mon-Wed 9-11', londonContext)[0],
      findTimes('Monday 4pm to Tuesday noon', londonContext)[0],
    ]
    expect(each).toMatchObject({
      isContinuous: false,
      days: { fromOn: '2026-11-23', toOn: '2026-11-26' },
      clock: { fromMinute: 540, toMinute: 660 },
    })
    expect(whole).toMatchObject({
      isContinuous: true,
      days: { fromOn: '2026-11-23', toOn: '2026-11-25' },
      clock: { fromMinute: 960, toMinute: 720 },
    })
  })

  it.each([
    ['3pm ET', '11-18T15:00 America/New_York'],
    ['10:00 (CET)', '11-18T10:00 Europe/Berlin'],
    ['Thursday at 9 London time', '11-19T09:00 Europe/London'],
    ['9-11 Pacific on Friday', '11-20T09:00 to 11-20T11:00 America/Los_Angeles'],
    ['14:00 UTC+2', '11-18T14:00 Etc/GMT-2'],
  ])('names the zone of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it('takes parts of day from the conventions: a morning from 08:00', () => {
    const parts = { ...defaultTimeConventions.parts, morning: { fromMinute: 480, toMinute: 720 } }
    expect(timeLine('tomorrow morning', { conventions: { parts } })).toBe('11-19T08:00 to 11-19T12:00')
  })
})

describe('lengths and what comes back', () => {
  it.each([
    ['45 min', '2700 s'],
    ['an hour and a half', '5400 s'],
    ['1h30', '5400 s'],
    ['two and a quarter hours', '8100 s'],
    ['3/4 of an hour', '2700 s'],
    ['half an hour', '1800 s'],
    ['90-minute panel', '5400 s'],
    ['1 day, 2 hours and 5 minutes', '93900 s'],
    ['a couple of weeks', '1209600 s'],
  ])('reads the length of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it.each([
    ['every Monday at 4', 'weekly 1 MO 16:00'],
    ['Tuesdays and Thursdays', 'weekly 1 TU TH'],
    ['every other Friday', 'weekly 2 FR'],
    ['weekdays', 'weekly 1 MO TU WE TH FR'],
    ['each morning', 'daily 1 morning'],
    ['9am every day', 'daily 1 09:00'],
    ['quarterly', 'monthly 3'],
    ['on the 15th of every month', 'monthly 1 15'],
    ['once a week', 'weekly 1'],
  ])('reads the rule of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })
})
