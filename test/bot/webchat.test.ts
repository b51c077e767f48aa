import { describe, expect, test } from 'vitest'
import { checkFields, readFields } from '../../src/bot/checkFields.ts'
import { createLiveFeed } from '../../src/bot/liveFeed.ts'
import { formFieldSchema, messageSchema } from '../../src/bot/message.ts'
import { createWebchat } from '../../src/bot/webchat.ts'
import { openMemoryTestStore, openTestStore } from '../fakes/testStore.ts'
import { addMember, addThread, questionMessage, sampleRequestId, waitingCard } from '../web/chatSamples.ts'

describe.each([
  ['in memory', openMemoryTestStore],
  ['on the embedded database', openTestStore],
] as const)('the web chat %s', (_name, open) => {
  async function openChat() {
    const fixture = await open()
    const live = createLiveFeed()
    const changes: string[] = []
    live.subscribe(
      (change) => changes.push(change.threadId),
      () => {},
    )
    const thread = await addThread(fixture, await addMember(fixture, 'Ruth Lane'), 'Jane')
    const webchat = createWebchat({ ...fixture, live })
    const read = () =>
      fixture.store.inTenant(fixture.tenantId, async (tx) => ({
        rows: await tx.find('threadMessages', { where: { threadId: thread.id }, orderBy: [['createdAt', 'asc']] }),
        thread: await tx.get('threads', thread.id),
      }))
    return { ...fixture, thread, webchat, changes, read }
  }

  test('posts a message once per key: 5 tries at the same time are 1 message', async () => {
    const chat = await openChat()
    const tries = Array.from({ length: 5 }, () =>
      chat.webchat.post(chat.tenantId, chat.thread, 'k1', questionMessage()),
    )
    const proofs = await Promise.all(tries)
    const { rows } = await chat.read()
    expect(rows).toHaveLength(1)
    expect(new Set(proofs.map((proof) => proof.id))).toEqual(new Set([rows[0]!.id]))
    expect(messageSchema.parse(rows[0]!.message)).toEqual(questionMessage())
    expect(rows[0]!.text).toContain('Jane Osei')
    await chat.store.close()
  })

  test('keeps one card per request: it changes in place, stays where it was and is unread again', async () => {
    const chat = await openChat()
    await chat.webchat.putCard(chat.tenantId, chat.thread, sampleRequestId, waitingCard('Asking both'))
    chat.clock.moveBy(1_000)
    await chat.webchat.post(chat.tenantId, chat.thread, 'k2', questionMessage())
    chat.clock.moveBy(1_000)
    await chat.store.inTenant(chat.tenantId, (tx) =>
      tx.update('threads', chat.thread.id, { lastReadAt: chat.clock.now() }),
    )
    chat.clock.moveBy(1_000)
    const proof = await chat.webchat.putCard(chat.tenantId, chat.thread, sampleRequestId, waitingCard('Booked'))
    const { rows, thread } = await chat.read()
    expect(rows.map((row) => row.requestId)).toEqual([sampleRequestId, null])
    expect(rows[0]).toMatchObject({ id: proof.id, version: 2 })
    expect(rows[0]!.text).toContain('Booked')
    expect(thread!.lastMessageAt.getTime()).toBeGreaterThan(thread!.lastReadAt!.getTime())
    expect(chat.changes).toHaveLength(3)
    await chat.store.close()
  })

  test('marks nothing unread when the very same card is put again', async () => {
    const chat = await openChat()
    await chat.webchat.putCard(chat.tenantId, chat.thread, sampleRequestId, waitingCard())
    const before = await chat.read()
    chat.clock.moveBy(5_000)
    await chat.webchat.putCard(chat.tenantId, chat.thread, sampleRequestId, waitingCard())
    expect(await chat.read()).toEqual(before)
    await chat.store.close()
  })

  test('says so when the conversation is gone', async () => {
    const chat = await openChat()
    await chat.store.inTenant(chat.tenantId, (tx) => tx.remove('threads', { id: chat.thread.id }))
    await expect(chat.webchat.post(chat.tenantId, chat.thread, 'k', questionMessage())).rejects.toThrow(
      /no longer there/,
    )
    await chat.store.close()
  })
})

describe('the fields of a form', () => {
  const form = [
    { kind: 'text', name: 'times', label: 'Times', isRequired: true, maxLength: 10 },
    { kind: 'email', name: 'email', label: 'E-mail' },
    { kind: 'date', name: 'on', label: 'Day' },
    { kind: 'time', name: 'at', label: 'Time' },
    { kind: 'choice', name: 'who', label: 'Who', options: [{ value: '1', label: 'Tom' }] },
    { kind: 'checkbox', name: 'sure', label: 'I am sure', isRequired: true },
  ].map((field) => formFieldSchema.parse(field))
  const good = { times: 'Tue 2-4', email: 'a@b.example', on: '2027-03-02', at: '14:30', who: '1', sure: 'true' }

  test('pass when each is of its kind', () => expect(checkFields(form, good)).toEqual([]))
  test.each([
    ['times', ''],
    ['times', '12345678901'],
    ['email', 'nobody'],
    ['on', '2027-02-30'],
    ['at', '24:00'],
    ['who', '2'],
    ['sure', ''],
  ])('%s = “%s” is named with a sentence', (field, value) => {
    const errors = checkFields(form, { ...good, [field]: value })
    expect(errors.map((error) => error.field)).toEqual([field])
    expect(errors[0]!.sentence).toMatch(/[.!]$/)
  })
  test('are taken trimmed, without what the form did not ask', () => {
    expect(readFields(form, { times: ' a\r\nb ', sure: 'on', extra: 'x' })).toEqual({
      times: 'a\nb',
      email: '',
      on: '',
      at: '',
      who: '',
      sure: 'true',
    })
  })
})
