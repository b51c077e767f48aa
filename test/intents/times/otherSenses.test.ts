import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeLine } from './timeLine.ts'

describe('words that are times elsewhere', () => {
  it.each([
    // Scores, shares, verses, scales
    ['they lost the vote five to four'],
    ['a ten to one shot'],
    ['the map has a scale of 1:50'],
    ['Psalm 23:4 was read aloud'],
    ['Luke 10:25 to 10:37'],
    ['rate the panel from 1 to 5'],
    ['a 3:2 split'],
    ['blood pressure of 12/8'],
    ['slide 3/12 has the numbers'],
    ['a 2/3 majority'],
    ['meet at 5th and Pine'],
    ['number 9 March Lane'],
    // What an ordinal counts
    ['turn at the 2nd light'],
    ['the 12th man on the pitch'],
    ['the 4th item on my list'],
    ['the 1st team won'],
    // People
    ['April said the slides are ready'],
    ['ask June for the invoice'],
    ['Hi May, quick one'],
    ['I spoke to April'],
    ["June's laptop is broken"],
    ['my manager April'],
    ['Thank you, June.'],
    ['the Jan Novak file'],
    ['June and Tom will host'],
    ['Corinne March wrote it'],
    ['it may or may not help'],
    ['our day-to-day work'],
    ['four by four'],
    ['a night to remember'],
    ['what a day'],
    // Lengths
    ['a minute detail'],
    ['hang on a second'],
    ['wait a minute'],
    ['a 3D printer'],
    ['a woman in her 30s'],
    ['10m users'],
    ['a 100m sprint'],
    ['a 27" monitor'],
    ['her 3-year-old son'],
    ['a 1080p stream'],
    // Names and idioms
    ['Happy Friday!'],
    ['enjoy your weekend'],
    ['a night owl'],
    ['the Daily Mail wrote about it'],
    ['our annual leave policy'],
    ['the hourly rate is fine'],
    ['a summer intern'],
    ['back in the day'],
    ['you made my day'],
    ["that's all for now"],
    ['at the last minute'],
    ['newly wed'],
    ['a sun hat'],
    ['mon ami'],
    ['March forward'],
  ])('finds nothing in "%s"', (text) => {
    expect(timeLine(text)).toBe('')
  })

  it.each([
    ['five to four suits me', '11-18T15:55'],
    ['we vote at ten to one', '11-18T12:50'],
    ['call John 3:30', '11-18T15:30'],
    ['free from 1 to 5', '11-18T13:00 to 11-18T17:00'],
    ['the 12th suits me', '12-12'],
    ['the 3rd sounds good', '12-03'],
    ['on the 2nd Tom is away', '12-02'],
    ['the 22nd quarter to nine', '11-22T08:45'],
    ['April is fine', '2027-04-01 to 2027-05-01'],
    ['how about May?', '2027-05-01 to 2027-06-01'],
    ['in April and London', '2027-04-01 to 2027-05-01'],
    ['April and May', '2027-04-01 to 2027-05-01, 2027-05-01 to 2027-06-01'],
    ['thanks, April works', '2027-04-01 to 2027-05-01'],
    ['from February to March', '2027-02-01 to 2027-04-01'],
    ['it takes a minute', '60 s'],
    ['a 45m call', '2700 s'],
    ['Monday night', '11-23T20:00 to 11-24'],
    ['not now', '11-18T10:20'],
  ])('still reads "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it('takes the month for a person before each of 12 verbs of speech and work', () => {
    const verbs = [
      'said',
      'asked',
      'told',
      'wants',
      'knows',
      'wrote',
      'called',
      'joined',
      'hired',
      'met',
      'emailed',
      'replied',
    ]
    fc.assert(
      fc.property(fc.constantFrom('April', 'June', 'August'), fc.constantFrom(...verbs), (name, verb) => {
        expect(timeLine(`${name} ${verb} us`)).toBe('')
      }),
    )
  })
})

describe('verbs that take "by", "up to" and "post" to themselves', () => {
  it.each([
    ['swing by on Friday', '11-20'],
    ['I can come by tomorrow', '11-19'],
    ['what are you up to tomorrow', '11-19'],
    ["post Friday's update", '11-20'],
    ['reply by Friday', 'open to 11-21'],
    ['up to Friday', 'open to 11-21'],
  ])('reads "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })
})
