import { describe, expect, it } from 'vitest'
import type { Intent } from '../../src/intents/intent.ts'
import { handleInbound } from '../../src/workflow/handleMessage.ts'
import {
  askJane,
  bookJane,
  jane,
  labelsOf,
  marta,
  offer,
  openJane,
  requestOf,
  textOf,
  wednesday,
} from './janeAtAcme.ts'
import { giveCalendar, memberCalled, nadia, openNadia } from './nadiaInHouse.ts'
import { type Loop, openLoop } from './openLoop.ts'
import { approveOf, cancelOf, no, outsideOf, undo, update, want, yes } from './want.ts'

const schedule = (said: Partial<Extract<Intent, { kind: 'schedule' }>>): Intent => ({
  kind: 'schedule',
  candidate: null,
  counterparts: [],
  job: null,
  durationMinutes: null,
  order: null,
  quorum: null,
  fromOn: null,
  toOn: null,
  isScreening: false,
  isRecruiterAttending: false,
  ...said,
})
const linesOf = async (loop: Loop, thread: Parameters<Loop['messagesIn']>[0]) =>
  (await loop.messagesIn(thread)).filter((m) => m.author === 'parley' && m.requestId === null).map((m) => m.text)

describe('"yes"', () => {
  it('presses the one question that is open: the request is cancelled, once, and its buttons are gone', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await want(loop, thread, [cancelOf()])
    expect((await requestOf(loop)).state).toBe('collecting')
    const count = (await loop.mails()).length
    await want(loop, thread, [yes])
    expect((await requestOf(loop)).state).toBe('cancelled')
    expect(await loop.mails()).toHaveLength(count + 2)
    const question = (await loop.messagesIn(thread)).find((m) => m.text.includes('I understood: cancel'))
    expect(question?.text).toContain('Done: Cancel the request')
    await want(loop, thread, [yes])
    expect(await loop.mails()).toHaveLength(count + 2)
  })

  it.each([
    ['yes', yes, 'cancelled'],
    ['no', no, 'collecting'],
  ] as const)('a %s to a question that was asked twice answers both, once', async (_, answer, state) => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await want(loop, thread, [cancelOf(), cancelOf()])
    await want(loop, thread, [answer])
    expect((await requestOf(loop)).state).toBe(state)
    expect(await loop.tables((tx) => tx.count('inbound', { state: 'received' }))).toBe(0)
  })

  it('with nothing open says so and does nothing', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const before = await outsideOf(loop)
    await want(loop, thread, [yes])
    expect(textOf(await loop.lastMessage(thread))).toBe('Nothing waits for a yes here, so I have done nothing.')
    expect(await outsideOf(loop)).toEqual(before)
  })

  it('after another line of the member no longer means the question before it', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await want(loop, thread, [cancelOf()])
    await want(loop, thread, [{ kind: 'help' }])
    await want(loop, thread, [yes])
    expect((await requestOf(loop)).state).toBe('collecting')
  })

  it('to a line that asked for 2 things with a question each presses neither and names both', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await want(loop, thread, [cancelOf(), update({ durationMinutes: 30 })])
    const before = await outsideOf(loop)
    await want(loop, thread, [yes])
    expect(textOf(await loop.lastMessage(thread))).toContain('several things here: "Change it", "Cancel the request"')
    expect(await outsideOf(loop)).toEqual(before)
  })

  it('in the same line as what it would confirm confirms nothing: the question was not read yet', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await want(loop, thread, [cancelOf(), yes])
    expect((await requestOf(loop)).state).toBe('collecting')
  })

  it('is told when the button came too late', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await want(loop, thread, [cancelOf()])
    await loop.press(thread, await loop.card(thread), 'Cancel the request')
    await want(loop, thread, [yes])
    expect(textOf(await loop.lastMessage(thread))).toBe('The request is closed already.')
  })

  it("of a hiring manager in her own conversation approves; the question of hers is nobody else's", async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await giveCalendar(loop, 'Priya Raman', [])
    await openNadia(loop, thread)
    await offer(loop, nadia, [wednesday])
    const priya = await memberCalled(loop, 'Priya Raman')
    if (!priya.thread) throw new Error('Priya has a thread')
    await want(loop, priya.thread, [approveOf({ options: [2] })], priya.id)
    await want(loop, thread, [yes])
    expect((await requestOf(loop)).state).toBe('approving')
    await want(loop, priya.thread, [yes], priya.id)
    expect((await requestOf(loop)).state).toBe('confirmed')
  })
})

describe('"no"', () => {
  it('takes the buttons away and changes nothing; a later press of the old button of another page still cannot cancel', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await want(loop, thread, [cancelOf()])
    const before = await outsideOf(loop)
    await want(loop, thread, [no])
    expect(await outsideOf(loop)).toEqual(before)
    const question = (await loop.messagesIn(thread)).find((m) => m.text.includes('I understood: cancel'))
    expect(question?.text).toContain('No: nothing was done.')
    await want(loop, thread, [yes])
    expect((await requestOf(loop)).state).toBe('collecting')
  })
})

describe('the number of an answer', () => {
  it('picks one of 2 applications, and the wish goes on', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await want(loop, thread, [schedule({ candidate: 'Jane', durationMinutes: 30 })])
    const labels = labelsOf(await loop.lastMessage(thread))
    const second = labels.findIndex((label) => label.includes('Data Analyst')) + 1
    await want(loop, thread, [approveOf({ options: [second] })])
    expect(textOf(await loop.lastMessage(thread))).toContain('Lumen Health has 2 contacts')
    await want(loop, thread, [approveOf({ options: [1] })])
    expect(await requestOf(loop)).toMatchObject({ candidateName: 'Jane Okafor', state: 'collecting' })
  })

  it('that nobody offered is said', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await want(loop, thread, [schedule({ candidate: 'Jane' })])
    await want(loop, thread, [approveOf({ options: [7] })])
    expect(textOf(await loop.lastMessage(thread))).toBe('I offered 2 answers, and none is number 7.')
  })

  it('of a way out that writes to people is shown once more before it is done', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const thursday = {
      ...wednesday,
      startsAt: new Date('2027-03-04T09:00:00Z'),
      endsAt: new Date('2027-03-04T12:00:00Z'),
    }
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [thursday])
    const labels = labelsOf(await loop.lastMessage(thread))
    const asking = labels.findIndex((label) => label.startsWith('Ask Jane Whitfield for other times')) + 1
    const before = await outsideOf(loop)
    await want(loop, thread, [approveOf({ options: [asking] })])
    expect(await outsideOf(loop)).toEqual(before)
    await want(loop, thread, [yes])
    expect((await loop.mails(jane)).at(-1)?.subject).toContain('We need other times')
  })
})

describe('words that answer a question about a wish', () => {
  it('"the data one, 30 minutes" goes on with the wish as if it had said so', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await want(loop, thread, [schedule({ candidate: 'Jane' })])
    await want(loop, thread, [update({ job: 'data', durationMinutes: 30 })])
    await loop.press(thread, await loop.lastMessage(thread), 'Amara Nwosu')
    expect(await requestOf(loop)).toMatchObject({ candidateName: 'Jane Okafor' })
    expect((await loop.tables((tx) => tx.find('sessions')))[0]?.durationMinutes).toBe(30)
  })

  it('of which of 2 people is meant go on with what was wanted', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    const candidates = await loop.tables((tx) => tx.find('atsCandidates', { where: { firstName: 'Jane' } }))
    const options = candidates.map(({ id, lastName, title }) => ({ id, label: `Jane ${lastName} · ${title}` }))
    const at = options.findIndex(({ label }) => label.includes('Okafor')) + 1
    await want(loop, thread, [{ kind: 'whichPerson', words: 'Jane', options, resume: schedule({}) }])
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)
    await want(loop, thread, [approveOf({ options: [at] })])
    await loop.press(thread, await loop.lastMessage(thread), 'Oliver Hughes')
    expect(await requestOf(loop)).toMatchObject({ candidateName: 'Jane Okafor' })
  })

  it('of which of 2 contacts is meant, the candidate being known, opens the request with that one', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    const contacts = await loop.tables((tx) => tx.find('atsContacts', { where: { name: { contains: 'ma' } } }))
    const options = contacts.map(({ id, name, title }) => ({ id, label: `${name} · ${title}` }))
    expect(options.length).toBeGreaterThan(1)
    const resume = schedule({ candidate: 'Jane Whitfield', counterparts: ['Ma'] })
    await want(loop, thread, [{ kind: 'whichPerson', words: 'Ma', options, resume }])
    await loop.press(thread, await loop.lastMessage(thread), 'Marta Lindqvist')
    expect(await requestOf(loop)).toMatchObject({ candidateName: 'Jane Whitfield', state: 'collecting' })
    const parties = await loop.tables((tx) => tx.find('parties', { where: { role: 'client' } }))
    expect(parties.map((p) => p.name)).toEqual(['Marta Lindqvist'])
  })

  it('and a name that nobody bears is asked back, with nothing done', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const before = await outsideOf(loop)
    await want(loop, thread, [{ kind: 'whichPerson', words: 'Xqzw', options: [], resume: cancelOf() }])
    expect(textOf(await loop.lastMessage(thread))).toBe('I know nobody called "Xqzw", so I have done nothing.')
    expect(await outsideOf(loop)).toEqual(before)
  })
})

describe('"undo"', () => {
  it('within 20 seconds of the opening takes the request back, and no mail ever goes', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await want(loop, thread, [undo])
    await loop.settle(60_000)
    expect((await requestOf(loop)).state).toBe('cancelled')
    expect(await loop.mails()).toEqual([])
  })

  it('after the first mails asks whether to cancel; the yes tells both who were asked', async () => {
    const loop = await openLoop()
    const thread = await openJane(loop)
    await loop.settle(30_000)
    const before = await outsideOf(loop)
    await want(loop, thread, [undo])
    expect(await outsideOf(loop)).toEqual(before)
    expect(textOf(await loop.lastMessage(thread))).toContain('have gone out')
    await want(loop, thread, [yes])
    expect((await requestOf(loop)).state).toBe('cancelled')
    const closing = (await loop.mails()).filter((m) => m.subject.startsWith('No longer needed'))
    expect(closing).toHaveLength(2)
  })

  it('when something else was done since says that this cannot be taken back', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    const before = await outsideOf(loop)
    await want(loop, thread, [undo])
    expect(textOf(await loop.lastMessage(thread))).toContain('cannot be taken back')
    expect(await outsideOf(loop)).toEqual(before)
  })
})

describe('a line that asks for several things', () => {
  it('is answered in its order, one answer for each', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const count = (await linesOf(loop, thread)).length
    await want(loop, thread, [
      { kind: 'addNote', about: 'Jane', note: 'prefers remote' },
      { kind: 'outOfScope', text: 'order pizza' },
      update({ durationMinutes: 30 }),
    ])
    expect((await linesOf(loop, thread)).slice(count).map((text) => text.slice(0, 12))).toEqual([
      'Noted for Ja',
      'I arrange in',
      'I understood',
    ])
  })

  it('goes on when one of them fails: the others are answered', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    const past = { startsAt: '2027-01-01T09:00', endsAt: '2027-01-01T10:00' }
    await want(loop, thread, [
      { kind: 'enterTimes', about: 'Jane', windows: [past] },
      { kind: 'outOfScope', text: 'order pizza' },
    ])
    expect((await linesOf(loop, thread)).slice(-2)).toEqual([
      'These times have passed already.',
      'I arrange interviews and nothing else, so I have done nothing about that.',
    ])
  })

  it('handled twice by 2 workers is answered once', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await want(loop, thread, [
      { kind: 'addNote', about: 'Jane', note: 'prefers remote' },
      { kind: 'addNote', about: 'Jane', note: 'speaks Dutch' },
    ])
    const events = await loop.tables((tx) => tx.find('inbound', { where: { state: 'done' } }))
    await Promise.all(events.map(({ id }) => handleInbound(loop.deps, loop.tenantId, id)))
    await loop.settle(60_000)
    const notes = await loop.tables((tx) =>
      tx.find('atsActivities', { where: { event: 'note' }, orderBy: [['id', 'asc']] }),
    )
    expect(notes.map(({ text }) => text).sort()).toEqual(['prefers remote', 'speaks Dutch'])
  })
})
