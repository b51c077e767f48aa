import { describe, expect, it } from 'vitest'
import { readOf, withProposals } from './readOf.ts'

describe('a day of which less is said than was offered before', () => {
  it.each([
    ['Tuesday or Wednesday, though Wednesday only till 1', 'available 10 9:00-17:00, 11 9:00-13:00'],
    ['Next week suits, but Monday only after 2', 'available 9 14:00-17:00, 10 11 12 13 9:00-17:00'],
    ["We're free Monday and Friday, so Friday at 3 please", 'available 6 15:00-16:00'],
    ["Friday. I've got until noon", 'available 6 9:00-12:00'],
    ['Monday suits, although I need to be gone by 2', 'available 9 9:00-14:00'],
    ['Monday, then Tuesday, both 10-12', 'available 9 10 10:00-12:00'],
  ])('keeps only that: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })

  it.each([
    'Friday is lovely, in the gloaming from 2 to 4',
    "I'd gloam mornings. Friday or Monday",
    "Friday, pending my aunt's ok",
    "Friday's clear I think, let me double check",
  ])('is asked back where its words are not known: %j', (text) => {
    expect(readOf(text)).toMatch(/^clarify/)
  })
})

describe('hours that are judged', () => {
  it.each([
    ['Friday after 1 is no good', 'busy 6 13:00-17:00'],
    ["Friday doesn't suit before 11", 'busy 6 9:00-11:00'],
    ['Monday is full and so is Tuesday. Thursday from 1', 'available 5 13:00-17:00'],
    ['Busy 10-12 on Friday but free either side', 'available 6 9:00-10:00, 6 12:00-17:00'],
    ['Friday either side of lunch', 'available 6 9:00-12:00, 6 13:00-17:00'],
    [
      "We're quite flexible, just no Mondays or Friday mornings",
      'available 5 10 11 12 17 18 19 9:00-17:00, 6 13 20 12:00-17:00',
    ],
  ])('are refused and nothing else is: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('what says why', () => {
  it.each([
    ['Monday 7-8pm once the kids are asleep', 'available 9 19:00-20:00'],
    ['Monday after my class (ends 11:15)', 'available 9 11:15-17:00'],
    ['Friday: knitting 9-11, free after', 'available 6 11:00-17:00'],
    ['Friday before I collect my son at 3', 'available 6 9:00-15:00'],
    ["I'm at the Leeds site Monday, so Tuesday 2-4", 'available 10 14:00-16:00'],
    ['Monday 2pm if the panel are around', 'available 9 14:00-15:00'],
    ['Monday the 9th is Thanksgiving for us, the rest of that week works', 'available 10 11 12 13 9:00-17:00'],
  ])('takes nothing away and adds nothing: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('lists and stretches', () => {
  it.each([
    ['mon 930-11 tue 1-230 fri not free', 'available 9 9:30-11:00, 10 13:00-14:30'],
    ['Slots: 1) 9 March, 9-11 2) 10 March, 1-3', 'available 9 9:00-11:00, 10 13:00-15:00'],
    ['- Mon 9: before 10\n- Tue 10: after 1:30', 'available 9 9:00-10:00, 10 13:30-17:00'],
    ['Monday the 9th through the following Tuesday', 'available 9 10 9:00-17:00'],
    ['Monday to Wednesday next week after 1, Friday before 12', 'available 9 10 11 13:00-17:00, 13 9:00-12:00'],
    ['Excluding the 10th any day next week', 'available 9 11 12 13 9:00-17:00'],
    ['any Monday or Thursday', 'available 5 9 12 16 19 9:00-17:00'],
    ['Not this Thursday but next Thursday after 3', 'available 12 15:00-17:00'],
  ])('leave no day out and add none: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('proposals that are named by their hours', () => {
  it.each([
    ['the 10 am one', 'select 1'],
    ['all fine except the 2:30pm', 'select 1 3'],
    ['not the 10am one but the others', 'select 2 3'],
    ['all good but the 5pm', 'clarify whichProposal'],
    ['1 and 2 both work', 'select 1 2'],
  ])('%j is %j', (text, expected) => {
    expect(readOf(text, withProposals)).toBe(expected)
  })
})
