import { describe, expect, it } from 'vitest'
import type { Intent } from '../../src/intents/intent.ts'
import { askJane, bookJane, jane, marta, offer, textOf, wednesday } from './janeAtAcme.ts'
import { type Loop, openLoop } from './openLoop.ts'
import { approveOf, undo, want, yes } from './want.ts'

const answerTo = async (loop: Loop, thread: Parameters<Loop['messagesIn']>[0], intent: Intent) => {
  await want(loop, thread, [intent])
  return loop.lastMessage(thread)
}

describe('lists in words', () => {
  it('"who are we waiting for" names them, by client if asked; "without a time" leaves out what is booked', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const waiting = textOf(await answerTo(loop, thread, { kind: 'list', filter: 'waiting' }))
    expect(waiting).toContain('I am waiting for Jane Whitfield and Marta Lindqvist')
    expect(textOf(await answerTo(loop, thread, { kind: 'list', filter: 'waiting', client: 'Lumen' }))).toBe(
      'I find nothing for Lumen. "status" lists what is open.',
    )
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    await want(loop, thread, [approveOf({ options: [1] })])
    await want(loop, thread, [yes])
    expect(textOf(await answerTo(loop, thread, { kind: 'list', filter: 'unscheduled' }))).toBe(
      'Every open request has a time.',
    )
  })

  it('of one day show the interviews of that day by the clock of the reader', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const on = (day: string): Intent => ({ kind: 'list', filter: 'confirmed', fromOn: day, toOn: day })
    expect(textOf(await answerTo(loop, thread, on('2027-03-03')))).toContain('Jane Whitfield')
    expect(textOf(await answerTo(loop, thread, on('2027-03-04')))).toContain('I find nothing on Thu, 4 Mar 2027')
  })
})

describe('a standing wish', () => {
  const wishes: [string, number | null, string, Record<string, number>][] = [
    ['the length of interviews', 45, 'all my interviews 45 minutes', { durationMinutes: 45 }],
    ['the length of screenings', 20, 'screens should be 20 min', { screeningMinutes: 20 }],
    ['the gap', 10, 'keep a 10 minute buffer between interviews', { gapMinutes: 10 }],
    ['the notice', null, 'two days is too short, 3 days notice please', { noticeHours: 72 }],
    ['how far ahead', null, 'look 6 weeks ahead', { windowDays: 42 }],
    ['how many times', null, 'always offer 5 options', { offerCount: 5 }],
  ]
  it.each(wishes)('changes %s at once, and "undo" puts it back', async (_, durationMinutes, words, expected) => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    const read = async () => (await loop.tables((tx) => tx.find('settings')))[0]?.data
    const before = await read()
    await want(loop, thread, [{ kind: 'changeSetting', durationMinutes, words }])
    expect(await read()).toEqual({ ...before, ...expected })
    await want(loop, thread, [undo])
    expect(await read()).toEqual(before)
  })

  it('out of range says the range', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    const said = await answerTo(loop, thread, {
      kind: 'changeSetting',
      durationMinutes: 900,
      words: 'interviews of 15 hours',
    })
    expect(textOf(said)).toContain('Length of an interview can be 5 to 480 minutes')
  })
})
