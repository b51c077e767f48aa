import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultTimeConventions } from '../../../src/intents/times/conventions.ts'
import { findTimes } from '../../../src/intents/times/findTimes.ts'
import { londonContext, timeLine } from './timeLine.ts'

describe('days that are counted inside or beside others, on Wednesday 18 November 2026', () => {
  it.each([
    ['the third Friday of next year', '2027-01-15'],
    ['the last Thursday of the quarter', '12-31'],
    ['the second Tuesday 2pm to 4pm of January', '2027-01-12T14:00 to 2027-01-12T16:00'],
    ['next to last Monday of May', '2027-05-24'],
    ['the 2nd day after Christmas', '12-27'],
    ['the first weekend in December', '12-05 to 12-07'],
    ['Boxing Day weekend 2027', '2027-12-25 to 2027-12-27'],
    ['the last 2 months and 3 weeks', '08-28 to 11-19'],
    ['a week from tomorrow', '11-26'],
    ['in 2028', '2028-01-01 to 2029-01-01'],
    ['June in 2027', '2027-06-01 to 2027-07-01'],
    ['2027-W09', '2027-03-01 to 2027-03-08'],
    ["2027's second quarter", '2027-04-01 to 2027-07-01'],
    ['last April 9th', '04-09'],
    ['11 / 12 / 2026', '12-11'],
    ['2027 Feb 3', '2027-02-03'],
    ['Wed, Dec 9, 26', '12-09'],
  ])('reads "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it.each([
    ['from Thursday on', '11-19 to open'],
    ['4 December or earlier', 'open to 12-05'],
    ['less than 3 days ago', '11-15 to 11-19'],
    ['in less than two weeks', '11-18 to 12-03'],
    ['in more than a month', '12-18 to open'],
    ['after 90 minutes', '11-18T11:50 to open'],
    ['from Friday for four days', '11-20 to 11-24'],
    ['Monday 3pm to Wednesday', '11-23T15:00 to 11-26'],
    ['from Friday 4pm to 9', '11-20T16:00 to 11-20T21:00'],
    ['on 3 December and after six pm', '12-03, 11-18T18:00 to open'],
  ])('reads the sides of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })
})

describe('one time that hangs on another', () => {
  it.each([
    ['2 hours after noon on Friday', '11-20T14:00'],
    ['an hour before midnight tomorrow', '11-18T23:00'],
    ['the night before Christmas', '12-24T20:00 to 12-25'],
    ['the morning after the 3rd', '12-04T09:00 to 12-04T12:00'],
    ['early to mid December', '12-01 to 12-21'],
    ['a week tomorrow', '11-26'],
    ['30 minutes prior to 5pm', '11-18T16:30'],
    ['only after 23rd of this month', '11-24 to open'],
    ['in an hour or two', '11-18T11:20 to 11-18T12:20'],
    ["next year's Thanksgiving", '2027-11-25'],
    ['Monday@3pm', '11-23T15:00'],
    ['the 1st class seat of Mr. March', ''],
  ])('reads "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })
})

describe('clock times as they are dictated and typed', () => {
  it.each([
    ['ten to nine in the morning', '11-18T08:50'],
    ['nine to ten in the morning', '11-18T09:00 to 11-18T10:00'],
    ['at 20 to 4', '11-18T15:40'],
    ['three quarters past nine', '11-18T09:45'],
    ['seven oh five', '11-18T07:05'],
    ['6 : 30 pm', '11-18T18:30'],
    ["12 o' clock", '11-18T12:00'],
    ['2 or 3 pm', '11-18T14:00, 11-18T15:00'],
    ['840-925 am', '11-18T08:40 to 11-18T09:25'],
    ['10am -> 11am', '11-18T10:00 to 11-18T11:00'],
    ['10 -- 11 am', '11-18T10:00 to 11-18T11:00'],
    ['9 till 11', '11-18T09:00 to 11-18T11:00'],
    ['in the evening between 6 and 8', '11-18T18:00 to 11-18T20:00'],
    ['this pm', '11-18T12:00 to 11-18T17:00'],
    ['the following evening', '11-19T17:00 to 11-19T20:00'],
    ['2026-11-20T16:00:00-05:00', '11-20T16:00 Etc/GMT+5'],
    ['16:00-18:00', '11-18T16:00 to 11-18T18:00'],
  ])('reads "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it('takes a line break for the end of a clause', () => {
    expect(timeLine('Hi Kim\nI can do 24 November at 4\nThanks\nSam')).toBe('11-24T16:00')
  })
})

describe('lengths and what comes back', () => {
  it.each([
    ['45-60 minutes', '3600 s'],
    ['two or three hours', '10800 s'],
    ['a day or two', '172800 s'],
    ['1½ hours', '5400 s'],
    ['hour and a half', '5400 s'],
    ['20 weekdays', '1728000 s'],
    ['every Tuesday to Thursday', 'weekly 1 TU WE TH'],
    ['every half hour', 'minutely 30'],
    ['alternate Mondays', 'weekly 2 MO'],
    ['once every three weeks', 'weekly 3'],
  ])('reads "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it('keeps both ends of "45-60 minutes": 2,700 and 3,600 seconds', () => {
    expect(findTimes('45-60 minutes', londonContext)[0]).toMatchObject({ shortestSeconds: 2700, seconds: 3600 })
  })
})

describe('words that only look like times', () => {
  it.each([
    ['the sun is out'],
    ['they wrote it for the Sunday Times'],
    ['1/2 of the panel'],
    ['a ratio of 3/4'],
    ['a company 12 years old'],
    ['music of the 90s'],
    ['we spoke at one point'],
    ['our account on tuesday.com'],
    ['every now and then'],
    ['in 2000 cases'],
    ['her twenty-first birthday'],
    ['he said "take 5"'],
  ])('finds nothing in "%s"', (text) => {
    expect(timeLine(text)).toBe('')
  })
})

describe('what is a convention can be set', () => {
  it.each([
    ['two upcoming weeks', { upcoming: 'stretch' }, '11-19 to 12-03'],
    ['two upcoming weeks', { upcoming: 'nth' }, '11-30 to 12-07'],
    ['Friday after next', { afterNext: 'week' }, '12-04'],
    ['Friday after next', { afterNext: 'second' }, '11-27'],
    ['from Friday', { isFromOpen: true }, '11-20 to open'],
    ['from Friday', { isFromOpen: false }, '11-20'],
    ['the rest of the week', { restLeavesDays: 1 }, '11-18 to 11-22'],
    ['10am BST', { areZonesFixed: false }, '11-18T10:00 Europe/London'],
    ['10am BST', { areZonesFixed: true }, '11-18T10:00 Etc/GMT-1'],
  ] as const)('reads "%s" with %j as %s', (text, changes, line) => {
    expect(timeLine(text, { conventions: { ...defaultTimeConventions, ...changes } })).toBe(line)
  })
})

const months = ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'December']
const carriers: readonly [string, string][] = [
  ['', ''],
  ['(', ')'],
  ['how about ', '?'],
  ['Hi\n', '\nThanks'],
  ['I could do ', ', if that suits'],
  ['ok - ', '!'],
]

describe('one meaning in many spellings', () => {
  it('reads the same day and hour in 24 orders and spellings, whatever stands around it', () => {
    const day = fc.record({
      month: fc.constantFrom(...months),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 1, max: 11 }),
      carrier: fc.constantFrom(...carriers),
    })
    fc.assert(
      fc.property(day, ({ month, day, hour, carrier: [head, tail] }) => {
        const dates = [`${month} ${day}`, `${day} ${month}`, `the ${day}th of ${month}`, `${month} the ${day}th`]
        const hours = [`${hour}pm`, `${hour} p.m.`, `${hour}:00 PM`]
        const texts = dates.flatMap((date) => hours.flatMap((at) => [`${date} at ${at}`, `${at} on ${date}`]))
        const lines = new Set(texts.map((text) => timeLine(`${head}${text}${tail}`)))
        expect([...lines]).toEqual([timeLine(`${month} ${day}, ${String(hour + 12)}:00`)])
      }),
      { numRuns: 40 },
    )
  })

  it('reads the same hours behind "to", "until", "till", "through" and three kinds of dashes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 11 }), fc.integer({ min: 1, max: 6 }), (from, to) => {
        const lines = [' to ', ' until ', ' till ', ' through ', '-', ' \u2013 ', ' -- '].map((join) =>
          timeLine(`Friday ${from}am${join}${to}pm`),
        )
        expect(new Set(lines).size).toBe(1)
        expect(lines[0]).toBe(`11-20T${String(from).padStart(2, '0')}:00 to 11-20T${String(to + 12)}:00`)
      }),
    )
  })

  it.each([['3, '], ['3, 4, and 5 or '], ['1"'], ["7'"], ['12-'], ['~']])(
    'finds nothing in 4,000 characters of "%s"',
    (piece) => {
      expect(timeLine(piece.repeat(Math.ceil(4000 / piece.length)))).toBe('')
    },
  )

  it.each([['the day after '], ['2 hours after '], ['2 days from '], ['on '], ['from '], ['week of ']])(
    'reads 20,000 characters of "%s" to their end',
    (piece) => {
      const text = `${piece.repeat(Math.floor(19_900 / piece.length))}24 November 2027`
      expect(findTimes(text, londonContext).at(-1)?.to).toBe(text.length)
    },
  )
})
