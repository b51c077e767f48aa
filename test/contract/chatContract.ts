import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/bot/message.ts'
import type { ChatPort } from '../../src/bot/port.ts'
import type { ChatAddress } from '../../src/domain/chat.ts'
import type { Thread } from '../../src/domain/thread.ts'
import type { TestStore } from '../fakes/testStore.ts'

export interface ChatUnderTest extends TestStore {
  port: ChatPort
  /** A new conversation; in a chat of others it stands where `address` says. */
  openThread(): Promise<Thread>
  /** What a person reads there now, one text for each message, oldest first. */
  shown(): Promise<string[]>
  /** Ids of all that can be pressed there now. */
  pressable(): Promise<string[]>
  /** What happens on the way; a chat of our own has no way. */
  faults?: {
    /** Missing where a chat has no way to look for a message: one whose answer was lost is shown again. */
    loseNextAnswer?(): void
    refuseNext(): void
    /** Somebody deletes the message shown last. */
    deleteLast(): void
  }
  /** Somebody the chat's directory knows, and somebody from outside whom it does not vouch for. */
  people?: {
    workspaceId: string
    known: { userId: string; email: string }
    outsider: { userId: string; email: string }
    place: ChatAddress
    whispers(): string[]
  }
  close(): Promise<void>
}

const message = (text: string, actionIds: readonly string[] = []): Message => ({
  fallbackText: `${text} ${actionIds.join(' ')}`,
  parts: [
    { kind: 'heading', text },
    { kind: 'facts', facts: [{ label: 'When', value: 'Wednesday 9:30' }] },
  ],
  actions: actionIds.map((id) => ({ id, label: `Do ${id}`, style: 'normal' })),
})

/** What every chat must do for us, run over each adapter. */
export function describeChat(name: string, open: () => Promise<ChatUnderTest>): void {
  describe(`${name} as a chat`, () => {
    let under: ChatUnderTest
    beforeEach(async () => {
      under = await open()
    })
    afterEach(() => under.close())
    const post = (thread: Thread, key: string, text = 'Hello') =>
      under.port.post(under.tenantId, thread, key, message(text))
    const read = async (thread: Thread): Promise<Thread> =>
      (await under.store.inTenant(under.tenantId, (tx) => tx.get('threads', thread.id))) ?? thread

    test('shows a message with its facts and all its buttons, and proves it', async () => {
      const thread = await under.openThread()
      const proof = await under.port.post(under.tenantId, thread, 'k1', message('Hello', ['action_a', 'action_b']))
      expect(await under.shown()).toEqual([expect.stringContaining('Hello')])
      expect((await under.shown())[0]).toContain('Wednesday 9:30')
      expect(await under.pressable()).toEqual(['action_a', 'action_b'])
      expect(proof.id).not.toBe('')
      expect(proof.said).not.toBe('')
    })

    test('shows a message once, however often it is owed', async () => {
      const thread = await under.openThread()
      const first = await post(thread, 'k1')
      const second = await post(await read(thread), 'k1')
      expect(second.id).toBe(first.id)
      await post(await read(thread), 'k2', 'Another')
      expect(await under.shown()).toHaveLength(2)
    })

    test('keeps one card for a request, which changes in its place', async () => {
      const thread = await under.openThread()
      const card = (text: string, ids: readonly string[] = []) => message(text, ids)
      await under.port.putCard(under.tenantId, thread, 'request_1', card('Asked', ['action_a']))
      await post(await read(thread), 'k1', 'In between')
      await under.port.putCard(under.tenantId, await read(thread), 'request_1', card('Booked', ['action_b']))
      const shown = await under.shown()
      expect(shown).toHaveLength(2)
      expect(shown[0]).toContain('Booked')
      expect(shown[0]).not.toContain('Asked')
      expect(await under.pressable()).toEqual(['action_b'])
      await under.port.putCard(under.tenantId, await read(thread), 'request_2', card('Second'))
      expect(await under.shown()).toHaveLength(3)
    })

    test('takes twenty messages at once and shows each', async () => {
      const thread = await under.openThread()
      await post(thread, 'first', 'First')
      const own = await read(thread)
      await Promise.all(Array.from({ length: 20 }, (_, at) => post(own, `k${at}`, `Number ${at}`)))
      expect(await under.shown()).toHaveLength(21)
    })

    test('shows it once although the answer was lost', async (context) => {
      const { faults } = under
      if (!faults?.loseNextAnswer) return context.skip()
      const thread = await under.openThread()
      faults.loseNextAnswer()
      await expect(post(thread, 'k1')).rejects.toMatchObject({ code: 'unavailable', retry: 'later' })
      await post(await read(thread), 'k1')
      expect(await under.shown()).toHaveLength(1)
    })

    test('shows a card again that somebody deleted', async (context) => {
      const { faults } = under
      if (!faults) return context.skip()
      const thread = await under.openThread()
      await post(thread, 'k1')
      await under.port.putCard(under.tenantId, await read(thread), 'request_1', message('Asked'))
      faults.deleteLast()
      await under.port.putCard(under.tenantId, await read(thread), 'request_1', message('Booked'))
      expect((await under.shown()).filter((text) => text.includes('Booked'))).toHaveLength(1)
    })

    test('sends a message once when two workers have it at the same time', async () => {
      const thread = await under.openThread()
      const both = await Promise.allSettled([post(thread, 'k1'), post(thread, 'k1')])
      expect(both.some((one) => one.status === 'fulfilled')).toBe(true)
      await post(await read(thread), 'k1')
      expect(await under.shown()).toHaveLength(1)
    })

    test('says that it is tried again later when nobody answers, and then it is', async (context) => {
      const { faults } = under
      if (!faults) return context.skip()
      const thread = await under.openThread()
      faults.refuseNext()
      await expect(post(thread, 'k1')).rejects.toMatchObject({
        name: 'ParleyError',
        code: 'unavailable',
        retry: 'later',
      })
      expect(await under.shown()).toHaveLength(0)
      await post(await read(thread), 'k1')
      expect(await under.shown()).toHaveLength(1)
    })

    test('knows its people by their ids and addresses, and vouches for nobody from outside', async (context) => {
      const { people } = under.port
      const facts = under.people
      if (!people || !facts) return context.skip()
      const { known, outsider, workspaceId } = facts
      const { tenantId } = under
      expect(await people.readPerson(tenantId, workspaceId, known.userId)).toMatchObject({ email: known.email })
      expect(await people.findPerson(tenantId, known.email)).toMatchObject({ userId: known.userId, workspaceId })
      expect(await people.readPerson(tenantId, workspaceId, outsider.userId)).toMatchObject({ email: null })
      expect(await people.findPerson(tenantId, outsider.email)).toBeNull()
      expect(await people.readPerson(tenantId, workspaceId, 'U-NOBODY-AT-ALL')).toBeNull()
      expect(await people.findPerson(tenantId, 'nobody@agency.example')).toBeNull()
    })

    test('writes to one person alone, and whispers where others read', async (context) => {
      const { people } = under.port
      const facts = under.people
      if (!people || !facts) return context.skip()
      const address = await people.openPersonal(under.tenantId, facts.workspaceId, facts.known.userId)
      expect(address?.surface).toBe(people.surface)
      await people.whisper(under.tenantId, facts.place, facts.known.userId, message('Only for you'))
      expect(facts.whispers()).toEqual([expect.stringContaining('Only for you')])
      expect(await under.shown()).toHaveLength(0)
    })
  })
}
