import { describe, expect, it } from 'vitest'
import { timeLine } from './timeLine.ts'

describe('days, on Wednesday 18 November 2026', () => {
  it.each([
    ['could we do Friday?', '11-20'],
    ['next Friday suits me', '11-27'],
    ['this coming Friday', '11-20'],
    ['Friday week', '11-27'],
    ['a week on Friday', '11-27'],
    ['the Friday after next', '12-04'],
    ['Friday before last', '11-06'],
    ['last Friday', '11-13'],
    ['Friday of next week', '11-27'],
    ["next week's Friday", '11-27'],
    ['the day after tomorrow', '11-20'],
    ['two Fridays from now', '11-27'],
    ['the Friday before Christmas', '12-18'],
    ['the first Monday after Easter', '2027-03-29'],
    ['the last Thursday of January', '2027-01-28'],
    ['the third Tuesday of next month', '12-15'],
    ['the closest Monday to 5 January', '2027-01-04'],
    ['Friday in 2 weeks', '12-04'],
  ])('reads the weekday of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it.each([
    ['24 Nov', '11-24'],
    ['Nov 24th, 2027', '2027-11-24'],
    ['the twenty-fourth of November', '11-24'],
    ['Tue 24/11', '11-24'],
    ['24-Nov-26', '11-24'],
    ['24.11.2026', '11-24'],
    ['20261124', '11-24'],
    ['on the 24th', '11-24'],
    ['the 4th', '12-04'],
    ['the 4th of next month', '12-04'],
    ['Friday the 4th', '12-04'],
    ['5 March next year', '2027-03-05'],
    ['2 March', '2027-03-02'],
    ['29 February', '2028-02-29'],
    ['the last day of the month', '11-30'],
    ['the first working day of next month', '12-01'],
    ['May the fourth two thousand and twenty eight', '2028-05-04'],
    ['Boxing Day', '12-26'],
    ['thanksgiving 2027', '2027-11-25'],
    ['Easter Monday', '2027-03-29'],
  ])('reads the date of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it('takes 2/3/27 for 2 March in Britain and for 3 February in the United States', () => {
    expect(timeLine('2/3/27')).toBe('2027-03-02')
    expect(timeLine('2/3/27', { locale: 'en-US' })).toBe('2027-02-03')
  })

  it.each([
    ['in ten days', '11-28'],
    ['in a fortnight', '12-02'],
    ['three business days from now', '11-23'],
    ['two weeks from Monday', '12-07'],
    ['3 days before Christmas', '12-22'],
    ['five days ago', '11-13'],
  ])('counts the days of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it.each([
    ['tmrw', '11-19'],
    ['wendesday 25 novmber', '11-25'],
    ['thrusday', '11-19'],
    ['2 febuary', '2027-02-02'],
    ['next tuseday', '11-24'],
    ['satruday', '11-21'],
  ])('understands the misspelt "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it.each([
    ['18 and 19 January', '2027-01-18, 2027-01-19'],
    ['Jan 4, 5 or 6', '2027-01-04, 2027-01-05, 2027-01-06'],
    ['the 3rd or the 4th of December', '12-03, 12-04'],
    ['Monday or Tuesday', '11-23, 11-24'],
  ])('reads every day of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })
})

describe('stretches of days, on Wednesday 18 November 2026', () => {
  it.each([
    ['next week', '11-23 to 11-30'],
    ['the week after next', '11-30 to 12-07'],
    ['this weekend', '11-21 to 11-23'],
    ['week commencing 30 Nov', '11-30 to 12-07'],
    ['w/c 7 December', '12-07 to 12-14'],
    ['week 50', '12-07 to 12-14'],
    ['the first two weeks of February', '2027-02-01 to 2027-02-15'],
    ['the last week of January', '2027-01-25 to 2027-02-01'],
    ['next month', '12-01 to 2027-01-01'],
    ['Q1 next year', '2027-01-01 to 2027-04-01'],
    ['second half of 2027', '2027-07-01 to 2028-01-01'],
    ['the next ten days', '11-19 to 11-29'],
    ['the rest of the month', '11-18 to 12-01'],
    ['early next week', '11-23 to 11-26'],
    ['the end of next week', '11-27 to 11-30'],
    ['mid December', '12-11 to 12-21'],
    ['EOM', '11-21 to 12-01'],
    ['Labor Day weekend', '2027-09-04 to 2027-09-07'],
  ])('reads "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it.each([
    ['Monday to Thursday', '11-23 to 11-27'],
    ['24-26 Nov', '11-24 to 11-27'],
    ['November 24 through 26', '11-24 to 11-27'],
    ['between the 24th and the 26th', '11-24 to 11-27'],
    ['from 30 November until 2 December', '11-30 to 12-03'],
    ['28 Dec - 3 Jan', '12-28 to 2027-01-04'],
    ['March to May', '2027-03-01 to 2027-06-01'],
    ['from now until Friday', '11-18 to 11-21'],
    ['next week between Tuesday and Thursday', '11-24 to 11-27'],
  ])('includes both ends of "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })

  it.each([
    ['after the 24th', '11-25 to open'],
    ['from Tuesday onwards', '11-24 to open'],
    ['before the 24th', 'open to 11-24'],
    ['until the 24th', 'open to 11-25'],
    ['no later than 24 November', 'open to 11-25'],
    ['not before December', '12-01 to open'],
    ['since last Monday', '11-09 to open'],
  ])('leaves a side open in "%s"', (text, line) => {
    expect(timeLine(text)).toBe(line)
  })
})
