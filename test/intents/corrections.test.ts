import { describe, expect, it } from 'vitest'
import type { Directory } from '../../src/domain/directory.ts'
import { readFrames } from '../../src/intents/readFrames.ts'
import { noThread, type ThreadContext } from '../../src/intents/thread.ts'
import { approvalThread, openAgency, requestThread } from './agency.ts'

const directory: Directory = openAgency()
const context = { now: new Date('2026-11-18T10:00:00Z'), zone: 'Europe/London', locale: 'en-GB' }
const framesOf = (text: string, thread: ThreadContext = noThread) => readFrames(text, directory, thread, context).frames

describe('a correction within a message', () => {
  it.each([
    ['Ida with Zenit on Monday, I mean Tuesday', { when: 'Tuesday', client: 'Zenit' }],
    ['book Ida with Zenit Monday at 2, no sorry, Tuesday at 3', { when: 'Tuesday at 3' }],
    ['book Ida with Orbit - sorry, Zenit', { client: 'Zenit' }],
    ['book Ida with Zenit, 45 min, actually 60', { durationMinutes: 60 }],
    ['Ida and Zenit on zoom, scratch that, phone', { mode: 'phone' }],
    ['book Ivo Novak, no, Ida Novak with Zenit', { candidate: 'Ida Novak', client: 'Zenit' }],
  ])('"%s" keeps only what was said last', (text, said) => {
    expect(framesOf(text)).toMatchObject([{ label: 'schedule', ...said }])
  })

  it('of what is to be done keeps only the last order', () => {
    expect(framesOf('cancel Ida, no wait, just postpone her')).toMatchObject([{ label: 'postpone', candidate: 'Ida' }])
  })

  it('is none where another order about somebody else follows', () => {
    expect(framesOf('cancel Ivo with Orbit... actually, schedule Ida with Zenit').map(({ label }) => label)).toEqual([
      'cancel',
      'schedule',
    ])
  })
})

describe('an answer with a further order', () => {
  const confirming = { ...requestThread, awaits: 'confirmation' as const }
  it('answers and orders: "yes, and ..."', () => {
    expect(framesOf('yes please, then arrange Ivo with Orbit', confirming)).toMatchObject([
      { label: 'confirm' },
      { label: 'schedule', candidate: 'Ivo', client: 'Orbit' },
    ])
  })

  it('chooses and orders: "the second, and also ..."', () => {
    expect(framesOf('the second, and also nudge Sofia Blom', approvalThread)).toMatchObject([
      { label: 'approve', options: [2] },
      { label: 'nudge', contacts: ['Sofia Blom'] },
    ])
  })

  it.each([
    ['teusday works', [2]],
    ['not Monday, Thursday', [3]],
    ["can't do the first, the third is fine", [3]],
  ])('"%s" chooses what is not refused', (text, options) => {
    expect(framesOf(text, approvalThread)).toMatchObject([{ label: 'approve', options }])
  })

  it.each(['better not', "no! keep Ida's slot as it is", 'nah leave Ida where she is', "I'd rather you didn't"])(
    '"%s" is a no',
    (text) => {
      expect(framesOf(text, confirming).map(({ label }) => label)).toEqual(['deny'])
    },
  )
})

describe('a note', () => {
  it('ends where another sentence says that it is another order', () => {
    expect(framesOf('Note on Ida: wants to stay remote. Then arrange her with Greta on Tuesday')).toMatchObject([
      { label: 'note', note: 'wants to stay remote' },
      { label: 'schedule', candidate: 'Ida', contacts: ['Greta'] },
    ])
  })

  it('holds whatever else stands in it', () => {
    expect(framesOf('Note on Ida: wants us to drop Zenit and move her to Offer')).toMatchObject([{ label: 'note' }])
  })
})

describe('what is only told or asked', () => {
  it.each([
    'who directed the new Interview with the Vampire series',
    'the interview with the minister on Newsnight was brutal',
    'which interview on the panel with the BBC was funnier',
    'my interview with the council went badly',
  ])('"%s" schedules nothing', (text) => {
    expect(framesOf(text).filter(({ label }) => label === 'schedule')).toEqual([])
  })
})
