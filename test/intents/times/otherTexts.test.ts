import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTimes } from '../../../src/intents/times/findTimes.ts'
import { placeTime } from '../../../src/intents/times/placeTime.ts'
import { correctSpelling } from '../../../src/intents/times/spelling.ts'
import { londonContext, timeLine } from './timeLine.ts'

const pieces = [
  'tomorrow',
  'next',
  'the',
  '3',
  '30/2',
  '2:30',
  'pm',
  'from',
  'to',
  '-',
  'Monday',
  'of',
  'every',
  'half',
  'a',
  'week',
  '29 February',
  'in',
  'before',
  'and',
  ',',
  '15th',
  'March',
  '2027',
  '(',
  ')',
  '.',
  '/',
  "'",
  'hours',
  'last',
  'noon',
  'UTC+2',
  '\u202e',
  '\ud83d\ude00',
  'Montag um 9',
  '明日',
]

describe('texts that are not meant as times', () => {
  it.each([
    ['May I ask what the role pays?'],
    ['April Jones and Sun Li will join'],
    ['we sat down with the second candidate'],
    ['good morning, thanks for the notes'],
    ['call me on 020 7946 0958 or 555-123-4567'],
    ['see https://example.com/2026/11/24?at=3pm'],
    ['write to may.chen@example.com'],
    ['room 4.15 in building 12'],
    ['they ask $60 an hour for 40 hours a week'],
    ['24/7 support, up 5.25 percent'],
    ['the 3rd floor, 12 Main Street'],
    ['5-10 candidates in the first round'],
    ['30/2'],
    ['version 2.3.1 of ABC2000'],
    [''],
    ['wir sehen uns'],
  ])('finds nothing in "%s"', (text) => {
    expect(timeLine(text)).toBe('')
  })

  it.each([['sundae'], ['warning'], ['mayday'], ['mundane'], ['saturate']])('leaves the word "%s" as it is', (word) => {
    expect(correctSpelling(word)).toBe(word)
  })
})

describe('any text whatever', () => {
  it('throws nothing and finds expressions in order, inside the text and not overlapping, in 600 texts of its own words in any order', () => {
    const words = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join(' '))
    const glued = fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((all) => all.join(''))
    fc.assert(
      fc.property(
        fc.oneof(words, glued, fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 80 })),
        (text) => {
          let end = 0
          for (const one of findTimes(text, londonContext)) {
            expect(one.from).toBeGreaterThanOrEqual(end)
            expect(one.to).toBeGreaterThan(one.from)
            expect(one.to).toBeLessThanOrEqual(text.length)
            const placed = placeTime(one, '2026-11-18')
            if (placed?.startsAt && placed.endsAt) expect(placed.startsAt <= placed.endsAt).toBe(true)
            end = one.to
          }
        },
      ),
      { numRuns: 600 },
    )
  })

  it('finds a date among 4,000 characters, and the same one whatever stands around it', () => {
    fc.assert(
      fc.property(fc.nat(3900), (length) => {
        const text = `${'lorem ipsum '.repeat(334).slice(0, length)} 24 November 2027`
        expect(timeLine(text)).toBe('2027-11-24')
      }),
      { numRuns: 20 },
    )
  })

  it('reads every ISO date between 1990 and 2090 as that day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }),
        (date) => {
          const on = date.toISOString().slice(0, 10)
          expect(findTimes(`on ${on} please`, londonContext)[0]?.days?.fromOn).toBe(on)
        },
      ),
    )
  })

  it('keeps the wall clock of an hour that a clock change leaves out', () => {
    expect(timeLine('28 March 2027 at 01:30')).toBe('2027-03-28T01:30')
  })

  it('takes an unknown zone for UTC and an unknown locale for day before month', () => {
    expect(timeLine('2/3/27', { zone: 'Mars/Phobos', locale: '!!' })).toBe('2027-03-02')
  })
})
