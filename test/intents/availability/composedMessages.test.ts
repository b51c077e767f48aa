import { describe, expect, it } from 'vitest'
import { composeAvailability } from './composeAvailability.ts'
import { judgeComposed } from './judgeComposed.ts'
import { readOf } from './readOf.ts'

const count = 500
const told = Array.from({ length: count }, (_, index) => {
  const composed = composeAvailability(700_000 + index)
  return { ...judgeComposed(composed), text: composed.text }
})

describe('500 messages composed of days, hours, predicates, joins, exceptions, corrections, reasons and slips', () => {
  it('are read exactly in at least 97 of 100 cases', () => {
    const missed = told.filter(({ isExact }) => !isExact)
    expect(
      missed.length,
      missed.map(({ text, said, read }) => `${text}\n  ${said}\n  ${read}`).join('\n'),
    ).toBeLessThan(count * 0.03)
  })

  it('offer a minute that was not offered in at most 1 of 200', () => {
    const wrong = told.filter(({ isWrongFree }) => isWrongFree)
    expect(wrong.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(count * 0.005)
  })

  it('are the same messages in every run', () => {
    expect(composeAvailability(700_001)).toEqual(composeAvailability(700_001))
  })
})

describe('hours', () => {
  it.each([
    ['Tue 1230 - 230', 'available 10 12:30-14:30'],
    ['Tuesday, 11 to 130', 'available 10 11:00-13:30'],
    ['teh 10th betwen 2 adn 5pm', 'available 10 14:00-17:00'],
    ['Thursday b/w 1 and 4', 'available 5 13:00-16:00'],
    ['Monday 2-3:30 Atlantic time', 'available 9 13:00-14:30'],
    ['Monday from 10 onwards CET', 'available 9 5:00-12:00'],
  ])('without marks, misspelt and with zones: %j', (text, meant) => {
    expect(readOf(text)).toBe(meant)
  })

  it.each([
    ['Mon 9th at 14:30 after my last meeting', 'available 9 14:30-15:30'],
    ['all of Tuesday, plus Thursday up until 3', 'available 5 9:00-15:00, 10 9:00-17:00'],
    ['Tuesday works but I have to leave at 3', 'available 10 9:00-15:00'],
    ['Friday is fine not the afternoon though', 'available 6 9:00-12:00'],
    ['early Thursday, before 11', 'available 5 9:00-11:00'],
    ['next week after 3, so Monday or Tuesday', 'available 9 10 15:00-17:00'],
  ])('bind to the days of their own statement: %j', (text, meant) => {
    expect(readOf(text)).toBe(meant)
  })
})

describe('weeks and exceptions', () => {
  it.each([
    ['Next week:\n- Tuesday 10-12\n- Friday after 3', 'available 10 10:00-12:00, 13 15:00-17:00'],
    ["next week Monday I'm away. Wednesday until 11 is ok", 'available 11 9:00-11:00'],
    ['any weekday but Monday, 3 pm or later', 'available 5 6 10 11 12 13 17 18 19 20 15:00-17:00'],
    ['week commencing 9 March, every day bar Wed, 10 to 12', 'available 9 10 12 13 10:00-12:00'],
    ['Tue & Thu (10th, 12th) 12-1:30', 'available 10 12 12:00-13:30'],
    ['9am Weds thru Fri next week', 'available 11 12 13 9:00-10:00'],
  ])('reach over the whole message: %j', (text, meant) => {
    expect(readOf(text)).toBe(meant)
  })
})

describe('what is taken back', () => {
  it.each([
    ['Tuesday 9-11... actually scrap Tuesday. Thursday 10-12 instead.', 'available 5 10:00-12:00'],
    ['Monday is out, Tuesday likewise, Friday at 2 works', 'available 6 14:00-15:00'],
    ['Monday is out and Tuesday too, Friday at 2 works', 'available 6 14:00-15:00'],
    ['tomorrow no, Friday also no, Monday ok whole day', 'available 9 9:00-17:00'],
    ['Monday is out because of Easter, Tuesday 2-4', 'available 10 14:00-16:00'],
  ])('is not offered: %j', (text, meant) => {
    expect(readOf(text)).toBe(meant)
  })

  it.each([
    "yeah nah Wednesday's wobbly",
    'Monday if the kids are back',
    'Thursday works, Friday is a fire drill',
    'I can do posh Tuesday',
    'Tuesday, but in the gloaming',
    'Friday but only the first bit',
    'Monday is ok, at 3, tomorrow is up in the ether',
  ])('is asked back where a word is not known: %j', (text) => {
    expect(readOf(text)).not.toMatch(/^available .*\b(6|9|10|11) 9:00-17:00/)
  })
})
