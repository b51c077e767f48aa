import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/bot/message.ts'
import { askJane, jane, marta, textOf } from './janeAtAcme.ts'
import { newestTo, reply } from './mailIn.ts'
import { type Loop, openLoop } from './openLoop.ts'
import { undo, want } from './want.ts'

type Thread = Awaited<ReturnType<typeof askJane>>

const hoursOf = async (loop: Loop) => (await loop.tables((tx) => tx.find('settings')))[0]?.data.wordHours

/** The form as it opens: every field with what it holds. */
function fieldsOf(message: Message, label: string): Record<string, string> {
  const form = message.actions.find((action) => action.label === label)?.form ?? []
  return Object.fromEntries(form.map((field) => [field.name, 'value' in field ? String(field.value ?? '') : '']))
}

async function openForm(loop: Loop, thread: Thread) {
  await want(loop, thread, [{ kind: 'settings' }])
  const message = await loop.lastMessage(thread)
  return { message, fields: fieldsOf(message, 'Scheduling defaults') }
}

const save = async (loop: Loop, thread: Thread, changes: Record<string, string>) => {
  const { message, fields } = await openForm(loop, thread)
  return loop.press(thread, message, 'Scheduling defaults', { ...fields, ...changes })
}

describe('what words of time mean at an agency', () => {
  it('stands in the form with its defaults, and what is written there is kept', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    expect((await openForm(loop, thread)).fields).toMatchObject({
      workdayHours: '09:00-17:00',
      morningHours: '09:00-12:00',
      afternoonHours: '12:00-17:00',
      eveningHours: '17:00-20:00',
      lunchHours: '12:00-13:00',
    })
    expect(await save(loop, thread, { workdayHours: '8 to 6', morningHours: '8-11:30' })).toEqual({ kind: 'ok' })
    expect((await openForm(loop, thread)).fields).toMatchObject({
      workdayHours: '08:00-18:00',
      morningHours: '08:00-11:30',
    })
  })

  it('is refused at its field when it has no two ends, and then nothing is saved', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    const outcome = await save(loop, thread, { morningHours: 'early', lunchHours: '13-12', noticeHours: '5000' })
    expect(outcome).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'morningHours' }, { field: 'lunchHours' }, { field: 'noticeHours' }],
    })
    expect((await hoursOf(loop))?.morning).toEqual({ fromMinute: 540, toMinute: 720 })
  })

  it('a form that was open before there were these fields leaves them as they are', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await save(loop, thread, { lunchHours: '12:30-13:30' })
    const { message, fields } = await openForm(loop, thread)
    const { workdayHours, morningHours, afternoonHours, eveningHours, lunchHours, ...older } = fields
    expect(await loop.press(thread, message, 'Scheduling defaults', older)).toEqual({ kind: 'ok' })
    expect((await hoursOf(loop))?.lunch).toEqual({ fromMinute: 750, toMinute: 810 })
  })

  it('a mail is read by it: "Wednesday morning" ends at 11:30, and "Thursday" is from 8 to 18', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await save(loop, thread, { workdayHours: '08:00-18:00', morningHours: '08:00-11:30' })
    await reply(loop, jane, 'Wednesday morning works for me, or Thursday.')
    const { text } = (await newestTo(loop, jane)).mail
    expect(text).toMatch(/Wednesday, 3 March 2027\s+- 08:00 – 11:30/)
    expect(text).toMatch(/Thursday, 4 March 2027\s+- 08:00 – 18:00/)
  })

  it('a message and the times of a card are read by it: a morning from 8 to 11', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await save(loop, thread, { morningHours: '08:00-11:00' })
    const windows = () => loop.tables((tx) => tx.find('windows'))
    const clocks = async () => (await windows()).map((w) => [w.startsAt.toISOString(), w.endsAt.toISOString()])
    const wednesdayMorning = [['2027-03-03T07:00:00.000Z', '2027-03-03T10:00:00.000Z']]
    await loop.press(thread, await loop.card(thread), 'Enter times for Marta', { times: 'Wed morning' })
    expect(await clocks()).toEqual(wednesdayMorning)
    await loop.say('Marta can do Wednesday morning', thread)
    await loop.press(thread, await loop.lastMessage(thread), 'Enter for Marta Lindqvist')
    expect(await clocks()).toEqual(wednesdayMorning)
    expect((await loop.mails(marta)).at(-1)?.text).toContain('8:00')
  })

  it('is changed by a sentence, told with what it was, and "undo" puts it back', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    const before = await hoursOf(loop)
    await loop.say('our working day is 8 to 6', thread)
    expect(textOf(await loop.lastMessage(thread))).toContain(
      'A working day: 08:00-18:00 from now on, 09:00-17:00 before.',
    )
    expect(await hoursOf(loop)).toEqual({ ...before, workday: { fromMinute: 480, toMinute: 1_080 } })
    await want(loop, thread, [undo])
    expect(await hoursOf(loop)).toEqual(before)
  })
})
