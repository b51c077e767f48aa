import { describe, expect, it } from 'vitest'
import { march, november, readOf, withProposals } from './readOf.ts'

describe('a word nobody knows beside a time', () => {
  it.each([
    ['Thursday I moonwalk', 'clarify notSureOffer'],
    ['The choir meets Tuesday', 'clarify notSureOffer'],
    ['Monday is Nowruz', 'clarify notSureOffer'],
    ['Tuesday (viva)', 'clarify notSureOffer'],
    ['Tuesday (viva) is fine', 'available 10 9:00-17:00'],
    ['Monday at 10 (tbc)', 'clarify notSureOffer'],
    ['I doubt Monday at 10 works', 'clarify notSureOffer'],
    ["I can't promise Monday is possible", 'clarify notSureOffer'],
    ['Friday used to suit', 'clarify notSureOffer'],
    ['Is Friday at 3 on video?', 'clarify notSureOffer'],
    ['Is Friday at 3 ok?', 'available 6 15:00-16:00'],
    ["Ben can make Monday at 10 but I can't", 'clarify unread'],
    ['Monday at 10 would suit, I need to check though', 'clarify unread'],
    ['I was thinking of Friday but something cropped up', 'clarify unread'],
    ['Busy Monday or whatever suits', 'clarify unread'],
    ['Friday instead, same time?', 'clarify unread'],
    ['Friday afternoon, but before 10', 'clarify unread'],
    ['Thanks Priya, Friday at 3', 'available 6 15:00-16:00'],
    ['Friday 2pm Atlantis time', 'clarify notSureOffer'],
    ['Friday at like eleven', 'available 6 11:00-12:00'],
    ['Could we request a slot Wednesday morning, ideally not before ten?', 'available 11 10:00-12:00'],
  ])('is asked back, unless the rest says what is meant: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })

  it.each([
    ['Climbing until the 11th, free after that', 'available 12 13 16 17 18 19 20 9:00-17:00'],
    ['Pottery on Monday, free Tuesday', 'available 10 9:00-17:00'],
    ['Monday at 10 if your team works early, else Friday', 'available 6 9:00-17:00, 9 10:00-11:00'],
    ['Sunday at 2 if weekends are possible', 'available 8 14:00-15:00'],
    ['I am on honeymoon Monday', 'busy 9 9:00-17:00'],
    ['Thursday is reserved for reports', 'busy 5 9:00-17:00'],
    ['I have got Monday off, so any time', 'available 9 9:00-17:00'],
  ])('neither hides nor adds to what is offered: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('which times a word is said of', () => {
  it.each([
    ["Mon 9-12, Tue 2-4, and Thursday's out", 'available 9 9:00-12:00, 10 14:00-16:00'],
    ["Monday 9 to 11 and I'm tied up Tuesday", 'available 9 9:00-11:00'],
    ['10-12 Monday and Tuesday is full', 'busy 9 10 10:00-12:00'],
    ['Mon: -\nTue: 2-4\nWed: n/a', 'available 10 14:00-16:00'],
    ['Mon to Fri except Wed, 10 to 4', 'available 9 10 12 13 10:00-16:00'],
    ['every weekday until March 11, 4 to 5', 'available 5 6 9 10 11 16:00-17:00'],
    ['I could make 10:15 or 2:30 work on Friday', 'available 6 10:15-11:15, 6 14:30-15:30'],
    ["I can't do before 10 any day next week; Monday and Thursday are good", 'available 9 12 10:00-17:00'],
    ['Afternoons before 3, starting Wednesday', 'available 11 12 13 16 17 18 19 20 12:00-15:00'],
    ["I'm free except Monday", 'available 5 6 10 11 12 13 16 17 18 19 20 9:00-17:00'],
    ['Saturday works too, 14 March 10 to 12', 'available 14 10:00-12:00'],
    ['Early next week is better, Monday or Tuesday', 'available 9 10 9:00-17:00'],
    ['Wed to Fri next week', 'available 11 12 13 9:00-17:00'],
    ['Friday the 13th at 10, or the Monday after at 2', 'available 13 10:00-11:00, 16 14:00-15:00'],
    ['Monday is out, the rest of the week is fine', 'available 10 11 12 13 9:00-17:00'],
    ['Friday is out, the rest of the week is fine', 'available 5 9:00-17:00'],
    ['Tuesday is out, the rest of the week is fine', 'available 11 12 13 9:00-17:00'],
    ['Mon 10-12 or 2-4, Tue same', 'available 9 10 10:00-12:00, 9 10 14:00-16:00'],
    ['Monday at 2, failing that Tuesday at 3', 'available 9 14:00-15:00, 10 15:00-16:00'],
    ["Monday at 2, if that's no good Tuesday at 3", 'available 9 14:00-15:00, 10 15:00-16:00'],
    ['Plan A: Mon 2pm, plan B: Tue 3pm', 'available 9 14:00-15:00, 10 15:00-16:00'],
    ["I'd prefer Friday to Monday", 'available 6 9:00-17:00'],
    ['Could we push it back to Friday at 3?', 'available 6 15:00-16:00'],
    ['I said Monday but I meant Friday the 13th', 'available 13 9:00-17:00'],
    ['Tuesday, finishing by 3', 'available 10 9:00-15:00'],
    ['7:30 to 8:15 any morning next week', 'available 9 10 11 12 13 7:30-8:15'],
    ['Any evening next week after work, 5.30pm to 7pm', 'available 9 10 11 12 13 17:30-19:00'],
    ['free all day tomorrow and Monday before 12', 'available 5 9:00-17:00, 9 9:00-12:00'],
    ['Evenings from 6, Mon to Wed', 'available 9 10 11 18:00-20:00'],
    ['Monday 2-4, the rest of next week is full', 'available 9 14:00-16:00'],
    ['3pm London on Friday', 'available 6 10:00-11:00'],
    ['2pm Nairobi time on Friday', 'available 6 6:00-7:00'],
    ['30 minutes on Thursday at 12:30', 'available 5 12:30-13:00'],
    ['on leave from Monday 9th, returning on the 12th', 'busy 9 10 11 9:00-17:00'],
    ["I'm in Lisbon: 2-4pm Lisbon time Friday", 'available 6 9:00-11:00'],
  ])('is found by how they stand: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })

  it.each([
    ['9.15 Monday or 2.30 Tuesday', 'available 9 9:15-10:15, 10 14:30-15:30'],
    ['9 or 2 on Friday', 'available 6 9:00-10:00, 6 14:00-15:00'],
    ['Friday 6.30 or 7.15', 'available 6 18:30-20:15'],
    ['Friday 3+', 'available 6 15:00-17:00'],
    ['the tenth or eleventh', 'available 10 11 9:00-17:00'],
    ['Teh 6th at 2 workd', 'available 6 14:00-15:00'],
    ['I nto free Friday', 'busy 6 9:00-17:00'],
  ])('with figures and slips as people write them: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('words that mean something else in another country', () => {
  const september = { ...march, now: new Date('2026-08-27T15:00:00Z'), fromOn: '2026-08-28', untilOn: '2026-09-12' }

  it('takes Labour Day for the first Monday of September in Canada', () => {
    expect(readOf('Labour Day is out', { ...september, locale: 'en-CA' })).toBe('busy 7 9:00-17:00')
  })

  it('takes 9/12 for the 9th of December in South Africa, and EST for Sydney in Australia', () => {
    const december = { ...november, untilOn: '2026-12-12' }
    expect(readOf('9/12 at 10', { ...december, zone: 'Africa/Johannesburg', locale: 'en-ZA' })).toBe(
      'available 9 10:00-11:00',
    )
    expect(readOf('Tuesday 10am EST', { ...december, zone: 'Australia/Sydney', locale: 'en-AU' })).toBe(
      'available 24 10:00-11:00',
    )
  })

  it('takes IST for Irish time in Dublin and for Indian time in London', () => {
    const july = { ...november, now: new Date('2026-07-03T09:00:00Z'), fromOn: '2026-07-06', untilOn: '2026-07-18' }
    expect(readOf('Tuesday 10am IST', { ...july, zone: 'Europe/Dublin', locale: 'en-IE' })).toBe(
      'available 7 10:00-11:00',
    )
    expect(readOf('Tuesday 10am IST', july)).toBe('available 7 5:30-6:30')
  })
})

describe('the rest of 3 numbered proposals', () => {
  it.each([
    ['All good except the Friday', 'select 1 2'],
    ['Any but the first', 'select 2 3'],
    ['Not the Monday one, the other two are fine', 'select 2 3'],
    ['the middle one', 'select 2'],
    ['Yes to 1 and 2, no to 3', 'select 1 2'],
    ['All three clash with my lectures', 'reject'],
    ['1 or 3, whichever is easier', 'select 1 3'],
    ["Can't make any, could you look at the following week?", 'reject'],
  ])('is what was not refused: %j is %j', (text, expected) => {
    expect(readOf(text, withProposals)).toBe(expected)
  })
})

describe('words of somebody else', () => {
  it.each([
    'Tuesday at 2 works.\n\nAnn Lee <ann@agency.example> wrote (Tuesday 9:12):\nCould you do Friday at 3?',
    'Tuesday at 2 works.\n\n---- On Tue, 03 Mar 2026 09:12 Ann wrote ----\nFriday at 3?',
    'Re: Interview Monday\n\nTuesday at 2 works',
    'You wrote: "Friday at 3 or Monday at 9". Tuesday at 2 works.',
    'Tuesday at 2 works. My page: https://example.org/ann/30min',
    'Happy Friday! Tuesday at 2 works.',
  ])('offer nothing: %j', (text) => {
    expect(readOf(text)).toBe('available 10 14:00-15:00')
  })
})
