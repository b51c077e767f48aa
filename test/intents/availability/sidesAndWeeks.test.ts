import { describe, expect, it } from 'vitest'
import { march, readOf, withProposals } from './readOf.ts'

describe('days told by other days', () => {
  it.each([
    ['Tuesday the 10th, or the Thursday of that week', 'available 10 12 9:00-17:00'],
    ['The 10th, or the Friday of the same week after 2', 'available 10 13 14:00-17:00'],
    ['next week Tuesday, or Friday of that week', 'available 10 13 9:00-17:00'],
    ['any day before the 11th, 9 to 11', 'available 5 6 9 10 9:00-11:00'],
    ["any day before St Patrick's Day, 9 to 11", 'available 5 6 9 10 11 12 13 16 9:00-11:00'],
    ['any day after 3 next week', 'available 9 10 11 12 13 15:00-17:00'],
    ['Any time by close of play on the 10th', 'available 5 6 9 10 9:00-17:00'],
    ['busy until the end of the day on the 10th, then free', 'available 11 12 13 16 17 18 19 20 9:00-17:00'],
    ['13th 2pm or the 16th noon', 'available 13 14:00-15:00, 16 12:00-13:00'],
  ])('are placed from those: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('somebody who comes back', () => {
  it.each([
    ['Back on the 11th, any day that week', 'available 11 12 13 9:00-17:00'],
    ["I'm back on the 10th of March, mornings suit from then on", 'available 10 11 12 13 16 17 18 19 20 9:00-12:00'],
    ["I'm back on the 11th and then free every afternoon", 'available 11 12 13 16 17 18 19 20 12:00-17:00'],
    ["I'll be back on the 12th and can do that afternoon", 'available 12 12:00-17:00'],
    ['Back on the 12th. Tuesday is fine', 'available 17 9:00-17:00'],
    ['Back Thursday. Friday is fine', 'available 6 9:00-17:00'],
    ['Back Thursday, 10-12', 'clarify notSureOffer'],
    ["I'm slammed until Thursday next week, then Friday works", 'available 13 9:00-17:00'],
    ['Away until the 11th, Thursday is fine', 'available 12 9:00-17:00'],
  ])('offers nothing before that day: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('an exception from a stretch of days', () => {
  it.each([
    ['next week bar Monday and Friday, 10 to 1', 'available 10 11 12 10:00-13:00'],
    ['next week apart from Tuesday or Thursday, mornings', 'available 9 11 13 9:00-12:00'],
    ['the week of the 16th barring the Tuesday, mornings only', 'available 16 18 19 20 9:00-12:00'],
    ['Anything but Monday next week', 'available 10 11 12 13 9:00-17:00'],
    ['any time except Monday or Tuesday next week', 'available 11 12 13 9:00-17:00'],
  ])('leaves hours and week to what remains: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('hours', () => {
  it.each([
    ['Wide open Friday, and Tuesday after 2:30', 'available 6 9:00-17:00, 10 14:30-17:00'],
    ['I have the 12th and the 13th completely free', 'available 12 13 9:00-17:00'],
    ['Monday at 3 works, so does 4:30', 'available 9 15:00-16:00, 9 16:30-17:30'],
    ['Monday at 10 would be good and so would Tuesday at 11', 'available 9 10:00-11:00, 10 11:00-12:00'],
    ["How's next Friday, say 3?", 'available 13 15:00-16:00'],
    ["On the 12th I'd be able to do 10 or 2", 'available 12 10:00-11:00, 12 14:00-15:00'],
    ['I knock off at 5, so 5.30pm to 7pm on Monday', 'available 9 17:30-19:00'],
    ['I can do 10 or 15 minutes Monday', 'clarify notSureOffer'],
    ['Monday after our 2pm, so from 3', 'available 9 15:00-17:00'],
    ['wensday 3pm mate', 'available 11 15:00-16:00'],
  ])('stay with the day they are said of: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('a day that somebody names as no day of work', () => {
  it.each([
    ['Friday is Good Friday here, so Thursday', 'available 5 9:00-17:00'],
    ['The 10th is Founders Day, so the 11th or 12th please', 'available 11 12 9:00-17:00'],
    ["I'm good Friday", 'available 6 9:00-17:00'],
  ])('is not offered: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })

  it('named with its date in its own country is not offered either', () => {
    const context = { ...march, now: new Date('2026-09-21T08:00:00Z'), zone: 'Africa/Johannesburg', locale: 'en-ZA' }
    const days = { fromOn: '2026-09-21', untilOn: '2026-10-03' }
    expect(readOf('24 September is Heritage Day, so the 23rd or 25th please', { ...context, ...days })).toBe(
      'available 23 25 9:00-17:00',
    )
  })
})

describe('a list of days of which one was not understood', () => {
  it.each([
    ['Tuesday any time, Wednesday I have a site visit, Thursday from 1', 'clarify notSureOffer'],
    ['The week of the 99th, mornings', 'clarify notSureOffer'],
  ])('%j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })

  it('keeps figures for the proposals where there are some', () => {
    expect(readOf('2 works, so does 3', withProposals)).toBe('select 2 3')
    expect(readOf('I can do 1 or 2', withProposals)).toBe('clarify whichProposal')
  })
})

describe('figures that are no times', () => {
  it.each([
    ['John 3:16 is my favourite', 'none'],
    ["Monday works, I'm at the corner of 3rd and 4th", 'available 9 9:00-17:00'],
    ['Odds of ten to one, but Monday at 2 is fine', 'available 9 14:00-15:00'],
  ])('offer nothing: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('what is compared', () => {
  it.each([
    ["I'd rather the 13th than the 12th, any time after lunch", 'available 13 12:00-17:00'],
    ['Monday rather than Tuesday, after 2', 'available 9 14:00-17:00'],
    ['Could we do Thursday instead of Friday? After 3', 'available 5 15:00-17:00'],
    ['Monday is better than Tuesday, from 10', 'available 9 10:00-17:00'],
  ])('keeps its hours to itself: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('a condition on the side of the writer', () => {
  it.each([
    ['If I find cover, Monday at 2 works', 'clarify unread'],
    ["Monday at 2 if I'm not stuck in traffic", 'clarify unread'],
    ["Possibly the 11th but don't hold me to it", 'clarify unread'],
    ['If I may suggest, Monday at 2', 'available 9 14:00-15:00'],
    ['Monday at 2 if you are around', 'available 9 14:00-15:00'],
  ])('is asked back: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('a weekday and a bare figure before hours', () => {
  it.each([
    ['Thursday 12 - 10:00 to 11:30; Friday 13 - 14:00 to 15:30', 'available 12 10:00-11:30, 13 14:00-15:30'],
    ['Thu 12: 10-11:30, Fri 13: 2-4', 'available 12 10:00-11:30, 13 14:00-16:00'],
    ['Monday 9 - 11:30', 'available 9 9:00-11:30'],
  ])('is a date where a range of hours follows: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})
