import { describe, expect, it } from 'vitest'
import { handleInbound, receiveMessage } from '../../src/workflow/handleMessage.ts'
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
import { openLoop } from './openLoop.ts'

describe('a name that means several people', () => {
  it('asks which of the 2 Janes is meant, a button for each with job, client and stage, and opens nothing', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await loop.say('schedule Jane', thread)
    const question = await loop.lastMessage(thread)
    expect(labelsOf(question)).toHaveLength(2)
    expect(labelsOf(question)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Jane Whitfield · Backend Engineer · Acme Robotics'),
        expect.stringContaining('Jane Okafor · Data Analyst · Lumen Health'),
      ]),
    )
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)
  })

  it('goes on with the one whose button is pressed', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await loop.say('schedule Jane', thread)
    await loop.press(thread, await loop.lastMessage(thread), 'Jane Okafor')
    await loop.press(thread, await loop.lastMessage(thread), 'Oliver Hughes')
    expect(await requestOf(loop)).toMatchObject({ candidateName: 'Jane Okafor', clientName: 'Lumen Health' })
  })
})

describe('somebody who is not in the ATS', () => {
  it('is offered as a small form; a wrong address is said at its field and nothing is added', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await loop.say('schedule Xaver Quist with Acme for the Backend role', thread)
    const asked = await loop.lastMessage(thread)
    expect(textOf(asked)).toContain('I know no candidate called "Xaver Quist"')
    const before = await loop.tables((tx) => tx.count('atsCandidates'))
    const outcome = await loop.press(thread, asked, 'Add Xaver Quist', {
      name: 'Xaver Quist',
      email: 'nowhere',
      phone: '',
      job: 'Backend Engineer',
      client: 'Acme',
    })
    expect(outcome).toEqual({ kind: 'invalid', errors: [{ field: 'email', sentence: expect.any(String) }] })
    expect(await loop.tables((tx) => tx.count('atsCandidates'))).toBe(before)
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)
  })

  it('is added with an application to the job by the form, and the request goes on from there', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await loop.say('schedule Xaver Quist with Marta for the Backend role', thread)
    const fields = {
      name: 'Xaver Quist',
      email: 'xaver@quist.example',
      phone: '',
      job: 'Backend Engineer',
      client: 'Acme Robotics',
    }
    expect(await loop.press(thread, await loop.lastMessage(thread), 'Add Xaver Quist', fields)).toEqual({ kind: 'ok' })
    const [candidate] = await loop.tables((tx) => tx.find('atsCandidates', { where: { lastName: 'Quist' } }))
    expect(candidate?.emails).toEqual(['xaver@quist.example'])
    expect(await loop.tables((tx) => tx.count('atsJobs'))).toBe(6)
    const asked = await loop.lastMessage(thread)
    if (labelsOf(asked).includes('Marta Lindqvist')) await loop.press(thread, asked, 'Marta Lindqvist')
    expect(await requestOf(loop)).toMatchObject({ candidateName: 'Xaver Quist', jobTitle: 'Backend Engineer' })
    await loop.settle(21_000)
    expect(await loop.mails('xaver@quist.example')).toHaveLength(1)
  })

  it('with a near name is offered the nearest names as buttons', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await loop.say('schedule Jane with Acmee Robtics for the Backend role', thread)
    const asked = await loop.lastMessage(thread)
    const opened = await loop.tables((tx) => tx.count('requests'))
    expect(opened === 0 && asked.actions.length > 0).toBe(true)
  })
})

describe('a candidate without an e-mail address', () => {
  it('is told in one sentence, nothing is opened, and "Try again" works once the address is on the record', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    const [candidate] = await loop.tables((tx) => tx.find('atsCandidates', { where: { lastName: 'Whitfield' } }))
    if (!candidate) throw new Error('Jane Whitfield')
    await loop.tables((tx) => tx.update('atsCandidates', candidate.id, { emails: [] }))
    await loop.say('schedule Jane with Marta for the Backend role', thread)
    const refused = await loop.lastMessage(thread)
    expect(textOf(refused)).toContain('Jane Whitfield has no e-mail address in the ATS')
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)
    await loop.tables((tx) => tx.update('atsCandidates', candidate.id, { emails: ['jane@back.example'] }))
    await loop.press(thread, refused, 'Try again')
    await loop.settle(21_000)
    expect(await loop.mails('jane@back.example')).toHaveLength(1)
  })
})

describe('an interview that is already being arranged', () => {
  it('is shown with "Open it" and "Another round", and nobody gets a second mail', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await loop.say('schedule Jane with Marta for the Backend role', thread)
    await loop.settle(30_000)
    const answer = await loop.lastMessage(thread)
    expect(textOf(answer)).toContain('Backend Engineer Interview - Round 1 with Jane Whitfield is already here')
    expect(labelsOf(answer)).toEqual(['Open it', 'Another round'])
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(1)
    expect(await loop.mails(jane)).toHaveLength(1)
  })

  it('becomes "Round 2" in the title when another round is wanted after the first was booked', async () => {
    const loop = await openLoop()
    const thread = await bookJane(loop)
    await loop.say('schedule Jane with Marta for the Backend role', thread)
    await loop.press(thread, await loop.lastMessage(thread), 'Another round')
    expect((await requestOf(loop, 1)).title).toBe('Backend Engineer Interview - Round 2')
    await loop.settle(30_000)
    expect((await loop.mails(jane)).at(-1)?.text).toContain('Round 2')
  })

  it('stays Round 1 when the first request was cancelled before anything was booked', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await loop.press(thread, await loop.card(thread), 'Cancel the request')
    await loop.say('schedule Jane with Marta for the Backend role', thread)
    expect((await requestOf(loop, 1)).title).toBe('Backend Engineer Interview - Round 1')
  })

  it.each(['Marta Lindqvist', 'Another round'])(
    'is opened once when "%s" is pressed twice at the same moment',
    async (button) => {
      const loop = await openLoop()
      const thread = button === 'Another round' ? await bookJane(loop) : await loop.setUp()
      const before = await loop.tables((tx) => tx.count('requests'))
      await loop.say('schedule Jane with Acme for the Backend role', thread)
      if (button === 'Another round') await loop.press(thread, await loop.lastMessage(thread), 'Marta Lindqvist')
      const asked = await loop.lastMessage(thread)
      await Promise.all([1, 2].map(() => loop.press(thread, asked, button)))
      await loop.settle(30_000)
      expect(await loop.tables((tx) => tx.count('requests'))).toBe(before + 1)
      expect(textOf(await loop.lastMessage(thread))).toContain('is already here')
    },
  )

  it('is opened once when the same message is delivered twice', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    const message = {
      tenantId: loop.tenantId,
      memberId: loop.memberId,
      threadId: thread,
      text: 'schedule Jane with Marta for the Backend role',
      eventId: 'the same event',
    }
    await Promise.all([receiveMessage(loop.deps, message), receiveMessage(loop.deps, message)])
    await loop.settle()
    const [event] = await loop.tables((tx) => tx.find('inbound', { where: { externalId: 'the same event' } }))
    if (!event) throw new Error('the stored event')
    await Promise.all([1, 2].map(() => handleInbound(loop.deps, loop.tenantId, event.id)))
    await loop.settle(30_000)
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(1)
    expect(await loop.mails()).toHaveLength(2)
    expect((await loop.messagesIn(thread)).filter((m) => m.author === 'member')).toHaveLength(1)
  })

  it('is opened once when an event is handled twice at the same moment', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    const id = loop.ids.next('inbound')
    await loop.tables((tx) =>
      tx.insert('inbound', {
        id,
        source: 'web',
        externalId: 'stored by a process that died',
        payload: {
          kind: 'message',
          threadId: thread,
          memberId: loop.memberId,
          text: 'schedule Jane with Marta for the Backend role',
        },
        state: 'received',
        reason: null,
        attempts: 0,
        receivedAt: loop.clock.now(),
        handledAt: null,
      }),
    )
    await Promise.all([1, 2, 3].map(() => handleInbound(loop.deps, loop.tenantId, id)))
    await loop.settle(30_000)
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(1)
    expect(await loop.mails()).toHaveLength(2)
  })
})

describe('a command before the first-open card was filled in', () => {
  it('is carried out after it, without being typed again', async () => {
    const loop = await openLoop()
    const [welcome] = await loop.threads()
    if (!welcome) throw new Error('the first conversation')
    await loop.say('schedule Jane with Marta for the Backend role', welcome.id)
    expect(await loop.tables((tx) => tx.count('requests'))).toBe(0)
    await loop.setUp()
    await loop.settle(30_000)
    expect((await requestOf(loop)).candidateName).toBe('Jane Whitfield')
    const [mail] = await loop.mails(marta)
    expect(mail?.fromLine).toContain('Alder & Finch')
  })
})

describe('a request', () => {
  it('keeps its audit trail: who opened it, who answered, what followed', async () => {
    const loop = await openLoop()
    await openJane(loop)
    await loop.settle(21_000)
    await offer(loop, jane, [wednesday])
    await offer(loop, marta, [wednesday])
    const { id } = await requestOf(loop)
    const rows = await loop.tables((tx) => tx.find('audit', { where: { requestId: id }, orderBy: [['id', 'asc']] }))
    expect(rows.map((r) => [r.action, r.actor.split(':')[0], r.fromState, r.toState])).toEqual([
      ['open', 'member', null, 'collecting'],
      ['offerWindows', 'party', 'collecting', 'collecting'],
      ['offerWindows', 'party', 'collecting', 'collecting'],
      ['propose', 'parley', 'collecting', 'approving'],
    ])
  })
})
