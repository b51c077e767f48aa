import { expect, it } from 'vitest'
import { completeInterviews } from '../../src/workflow/completeInterviews.ts'
import { bookJane, jane, liveInterviewsOf, marta, offer, requestOf, wednesday } from './janeAtAcme.ts'
import { openLoop } from './openLoop.ts'

it('a move that is called off leaves the interview, its SEQUENCE 0 and its holds, tells who was asked, and a new place still goes out', async () => {
  const loop = await openLoop()
  const thread = await bookJane(loop)
  const [before] = await liveInterviewsOf(loop)
  await loop.press(thread, await loop.card(thread), 'Find another time', { reason: 'Acme is travelling' })
  expect((await requestOf(loop)).state).toBe('collecting')
  await offer(loop, jane, [wednesday])
  const count = (await loop.mails()).length

  expect(await loop.press(thread, await loop.card(thread), 'Keep the time as it is')).toEqual({ kind: 'ok' })
  expect((await requestOf(loop)).state).toBe('confirmed')
  const [after] = await liveInterviewsOf(loop)
  expect(after).toMatchObject({ id: before?.id, sequence: 0, startsAt: before?.startsAt })
  const told = (await loop.mails()).slice(count).map((m) => [m.toLine, m.subject])
  expect(told).toHaveLength(2)
  expect(told.map(([to]) => to).join()).toContain(jane)
  expect(told.map(([to]) => to).join()).toContain(marta)
  for (const [, subject] of told) expect(subject).toContain('The time stays')
  const holds = await loop.tables((tx) => tx.find('holds', { where: { state: 'confirmed' } }))
  expect(holds).toHaveLength(2)

  await loop.press(thread, await loop.card(thread), 'Change how they join', {
    kind: 'onsite',
    details: 'Torstrasse 1, Berlin',
    keep: 'once',
  })
  expect((await liveInterviewsOf(loop))[0]).toMatchObject({ sequence: 1, format: { kind: 'onsite' } })
  // Nothing is being moved any more, so there is nothing to call off.
  expect((await loop.card(thread)).actions.some((a) => a.label.includes('Keep the time'))).toBe(false)
})

it('an interview whose time passed while another one was being looked for is asked about once, and stands in "needs you"', async () => {
  const loop = await openLoop()
  const thread = await bookJane(loop)
  await loop.press(thread, await loop.card(thread), 'Find another time', { reason: '' })
  await loop.settle(5 * 86_400_000)
  for (let pass = 0; pass < 2; pass += 1) {
    await completeInterviews(loop.deps, loop.tenantId)
    await loop.settle()
  }
  const texts = (await loop.messagesIn(thread))
    .map((m) => m.text)
    .filter((text) => text.includes('its time has passed'))
  expect(texts).toHaveLength(1)
  await loop.say('what needs me', thread)
  expect((await loop.lastMessage(thread)).fallbackText).toContain('Needs you (1)')

  await loop.press(thread, await loop.card(thread), 'Keep the time as it is')
  await completeInterviews(loop.deps, loop.tenantId)
  await loop.settle()
  expect((await requestOf(loop)).state).toBe('completed')
})
