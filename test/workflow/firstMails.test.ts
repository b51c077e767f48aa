import { describe, expect, it } from 'vitest'
import {
  approve,
  askJane,
  jane,
  labelsOf,
  marta,
  offer,
  openJane,
  requestOf,
  textOf,
  video,
  wednesday,
} from './janeAtAcme.ts'
import { openLoop } from './openLoop.ts'

const ownWords = 'We would love to meet you, {candidate}, about {job}.'

describe('the first mails', () => {
  it('wait 20 seconds: none after 19, both after 21', async () => {
    const loop = await openLoop()
    await openJane(loop)
    await loop.settle(19_000)
    expect(await loop.mails()).toEqual([])
    await loop.settle(2_000)
    expect((await loop.mails()).map((m) => m.toLine)).toEqual([
      expect.stringContaining(jane),
      expect.stringContaining(marta),
    ])
  })

  it('never go when the request is undone within 20 seconds, and nothing is logged at the ATS', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await loop.settle(19_000)
    expect(await loop.press(thread, await loop.card(thread), 'Undo')).toEqual({ kind: 'ok' })
    await loop.settle(600_000)
    expect(await loop.mails()).toEqual([])
    expect((await requestOf(loop)).state).toBe('cancelled')
    expect(await loop.tables((tx) => tx.count('atsActivities', { event: { not: 'applied' } }))).toBe(0)
    expect(labelsOf(await loop.card(thread))).toEqual([])
  })

  it('cannot be undone once they have gone: the press is refused and the request goes on', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    const cardBefore = await loop.card(thread)
    await loop.settle(21_000)
    expect(await loop.press(thread, cardBefore, 'Undo')).toMatchObject({ kind: 'refused' })
    expect((await requestOf(loop)).state).toBe('collecting')
    expect(labelsOf(await loop.card(thread))).not.toContain('Undo')
  })

  it('carry the words the recruiter wrote, at once, and the next request to a candidate opens with them again', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    const card = await loop.card(thread)
    const form = card.actions.find((a) => a.submitLabel === 'Save and send now')?.form ?? []
    const field = form.find((f) => f.label.includes('Jane'))
    if (!field) throw new Error('the field with what Jane reads first')
    expect(await loop.press(thread, card, 'Look at the mails', { [field.name]: ownWords })).toEqual({ kind: 'ok' })
    const [toJane] = await loop.mails(jane)
    expect(toJane?.text).toContain('We would love to meet you, Jane')
    const [toMarta] = await loop.mails(marta)
    expect(toMarta?.text).not.toContain('We would love to meet you')

    await loop.say('schedule Beatriz with Marta for the Backend role', thread)
    await loop.settle(21_000)
    const [toBeatriz] = await loop.mails('beatriz.sousa')
    expect(toBeatriz?.text).toContain('We would love to meet you, Beatriz')
  })

  it('stay for 15 minutes while the recruiter edits', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await loop.press(thread, await loop.card(thread), 'Wait, I want to edit')
    await loop.settle(14 * 60_000)
    expect(await loop.mails()).toEqual([])
    expect(await loop.press(thread, await loop.card(thread), 'Undo')).toEqual({ kind: 'ok' })
    await loop.settle(30 * 60_000)
    expect(await loop.mails()).toEqual([])
  })

  it('go at once on "Save and send now"; a second press is refused and sends nothing more', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    const card = await loop.card(thread)
    expect(await loop.press(thread, card, 'Look at the mails')).toEqual({ kind: 'ok' })
    expect(await loop.mails()).toHaveLength(2)
    expect(await loop.press(thread, card, 'Look at the mails')).toMatchObject({ kind: 'refused' })
    expect(await loop.mails()).toHaveLength(2)
  })

  it('each have a proof on the card: what the mailbox said and the Message-ID', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const steps = (await loop.card(thread)).parts.flatMap((p) => (p.kind === 'steps' ? p.steps : []))
    const [mail] = await loop.mails(jane)
    const step = steps.find((s) => s.label === 'Ask Jane Whitfield')
    expect(step?.state).toBe('done')
    expect(step?.proof).toContain(mail?.messageId)
    expect(textOf(await loop.card(thread))).toContain('Waiting for times')
  })
})

describe('a request that is postponed while its first mails wait', () => {
  it('gives 20 seconds again before the new ones, and sends none of the old', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await loop.say('postpone Jane to 12 April', thread)
    await loop.press(thread, await loop.lastMessage(thread), 'Postpone', { fromOn: '2027-04-12', reason: '' })
    await loop.settle(19_000)
    expect(await loop.mails()).toEqual([])
    expect(labelsOf(await loop.card(thread))).toContain('Undo')
    await loop.settle(2_000)
    expect((await loop.mails()).map((m) => m.text.includes('12 Apr'))).toEqual([true, true])
  })
})

describe('a card of before', () => {
  it.each(['Look at the mails', 'Wait, I want to edit'])(
    'whose "%s" is pressed after the booking is refused and moves no day-of reminder',
    async (button) => {
      const loop = await openLoop()
      const thread = await openJane(loop)
      const oldCard = await loop.card(thread)
      await loop.press(thread, oldCard, 'How do they join?', video)
      await loop.settle(30_000)
      await offer(loop, jane, [wednesday])
      await offer(loop, marta, [wednesday])
      await approve(loop, marta)
      const before = (await loop.mails()).length
      expect(await loop.press(thread, oldCard, button)).toMatchObject({ kind: 'refused' })
      await loop.settle(3_600_000)
      expect((await loop.mails()).length).toBe(before)
    },
  )
})
