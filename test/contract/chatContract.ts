import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/bot/message.ts'
import type { ChatChannels, ChatPeople, ChatPort } from '../../src/bot/port.ts'
import type { ChatAddress } from '../../src/domain/chat.ts'
import type { Thread } from '../../src/domain/thread.ts'
import type { TestStore } from '../fakes/testStore.ts'

/** What not every chat has: its cases are in the list of those that have it, and in no other. */
interface ChatTraits {
  /** What happens on the way; a chat of our own has no way. */
  faults: {
    refuseNext(): void
    /** Somebody deletes the message shown last. */
    deleteLast(): void
  }
  /** It does it and the answer is lost. Missing where a chat has no way to look for a message: there it is shown again. */
  losing: { loseNextAnswer(): void }
  /** Somebody the chat's directory knows, and somebody from outside whom it does not vouch for. */
  people: {
    workspaceId: string
    known: { userId: string; email: string }
    outsider: { userId: string; email: string }
    place: ChatAddress
    whispers(): string[]
  }
  /** Channels that are found by name: one that Parley is in, one that it is not in; and who can be brought into one of its own. */
  channels: { workspaceId: string; joined: string; notJoined: string; members: readonly string[] }
}
export type Trait = keyof ChatTraits

export type ChatUnderTest<Has extends Trait = never> = BareChat & Pick<ChatTraits, Has>

interface BareChat extends TestStore {
  port: ChatPort
  /** A new conversation; in a chat of others it stands where `address` says. */
  openThread(): Promise<Thread>
  /** What a person reads there now, one text for each message, oldest first. */
  shown(): Promise<string[]>
  /** Ids of all that can be pressed there now. */
  pressable(): Promise<string[]>
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

const say = (under: BareChat, thread: Thread, key: string, text = 'Hello') =>
  under.port.post(under.tenantId, thread, key, message(text))
const readAgain = async (under: BareChat, thread: Thread): Promise<Thread> =>
  (await under.store.inTenant(under.tenantId, (tx) => tx.get('threads', thread.id))) ?? thread

/** A chat that is said to have people has them. */
function peopleOf({ port }: BareChat): ChatPeople {
  if (!port.people) throw new Error('this chat was said to have people')
  return port.people
}

function channelsOf({ port }: BareChat): ChatChannels {
  if (!port.channels) throw new Error('this chat was said to have channels')
  return port.channels
}

type Case<Has extends Trait> = readonly [title: string, run: (under: ChatUnderTest<Has>) => Promise<void>]

/** Of every chat. */
const casesOfAll: readonly Case<never>[] = [
  [
    'shows a message with its facts and all its buttons, and proves it',
    async (under) => {
      const thread = await under.openThread()
      const proof = await under.port.post(under.tenantId, thread, 'k1', message('Hello', ['action_a', 'action_b']))
      expect(await under.shown()).toEqual([expect.stringContaining('Hello')])
      expect((await under.shown())[0]).toContain('Wednesday 9:30')
      expect(await under.pressable()).toEqual(['action_a', 'action_b'])
      expect(proof.id).not.toBe('')
      expect(proof.said).not.toBe('')
    },
  ],
  [
    'shows a message once, however often it is owed',
    async (under) => {
      const thread = await under.openThread()
      const first = await say(under, thread, 'k1')
      const second = await say(under, await readAgain(under, thread), 'k1')
      expect(second.id).toBe(first.id)
      await say(under, await readAgain(under, thread), 'k2', 'Another')
      expect(await under.shown()).toHaveLength(2)
    },
  ],
  [
    'keeps one card for a request, which changes in its place',
    async (under) => {
      const thread = await under.openThread()
      const card = (text: string, ids: readonly string[] = []) => message(text, ids)
      await under.port.putCard(under.tenantId, thread, 'request_1', card('Asked', ['action_a']))
      await say(under, await readAgain(under, thread), 'k1', 'In between')
      await under.port.putCard(
        under.tenantId,
        await readAgain(under, thread),
        'request_1',
        card('Booked', ['action_b']),
      )
      const shown = await under.shown()
      expect(shown).toHaveLength(2)
      expect(shown[0]).toContain('Booked')
      expect(shown[0]).not.toContain('Asked')
      expect(await under.pressable()).toEqual(['action_b'])
      await under.port.putCard(under.tenantId, await readAgain(under, thread), 'request_2', card('Second'))
      expect(await under.shown()).toHaveLength(3)
    },
  ],
  [
    'takes twenty messages at once and shows each',
    async (under) => {
      const thread = await under.openThread()
      await say(under, thread, 'first', 'First')
      const own = await readAgain(under, thread)
      await Promise.all(Array.from({ length: 20 }, (_, at) => say(under, own, `k${at}`, `Number ${at}`)))
      expect(await under.shown()).toHaveLength(21)
    },
  ],
  [
    'sends a message once when two workers have it at the same time',
    async (under) => {
      const thread = await under.openThread()
      const both = await Promise.allSettled([say(under, thread, 'k1'), say(under, thread, 'k1')])
      expect(both.some((one) => one.status === 'fulfilled')).toBe(true)
      await say(under, await readAgain(under, thread), 'k1')
      expect(await under.shown()).toHaveLength(1)
    },
  ],
]

const casesWithFaults: readonly Case<'faults'>[] = [
  [
    'shows a card again that somebody deleted',
    async (under) => {
      const thread = await under.openThread()
      await say(under, thread, 'k1')
      await under.port.putCard(under.tenantId, await readAgain(under, thread), 'request_1', message('Asked'))
      under.faults.deleteLast()
      await under.port.putCard(under.tenantId, await readAgain(under, thread), 'request_1', message('Booked'))
      expect((await under.shown()).filter((text) => text.includes('Booked'))).toHaveLength(1)
    },
  ],
  [
    'says that it is tried again later when nobody answers, and then it is',
    async (under) => {
      const thread = await under.openThread()
      under.faults.refuseNext()
      await expect(say(under, thread, 'k1')).rejects.toMatchObject({
        name: 'ParleyError',
        code: 'unavailable',
        retry: 'later',
      })
      expect(await under.shown()).toHaveLength(0)
      await say(under, await readAgain(under, thread), 'k1')
      expect(await under.shown()).toHaveLength(1)
    },
  ],
]

const casesWithLoss: readonly Case<'losing'>[] = [
  [
    'shows it once although the answer was lost',
    async (under) => {
      const thread = await under.openThread()
      under.losing.loseNextAnswer()
      await expect(say(under, thread, 'k1')).rejects.toMatchObject({ code: 'unavailable', retry: 'later' })
      await say(under, await readAgain(under, thread), 'k1')
      expect(await under.shown()).toHaveLength(1)
    },
  ],
]

const casesWithPeople: readonly Case<'people'>[] = [
  [
    'knows its people by their ids and addresses, and vouches for nobody from outside',
    async (under) => {
      const { known, outsider, workspaceId } = under.people
      const { tenantId } = under
      const people = peopleOf(under)
      expect(await people.readPerson(tenantId, workspaceId, known.userId)).toMatchObject({ email: known.email })
      expect(await people.findPerson(tenantId, known.email)).toMatchObject({ userId: known.userId, workspaceId })
      expect(await people.readPerson(tenantId, workspaceId, outsider.userId)).toMatchObject({ email: null })
      expect(await people.findPerson(tenantId, outsider.email)).toBeNull()
      expect(await people.readPerson(tenantId, workspaceId, 'U-NOBODY-AT-ALL')).toBeNull()
      expect(await people.findPerson(tenantId, 'nobody@agency.example')).toBeNull()
    },
  ],
  [
    'writes to one person alone, and whispers where others read',
    async (under) => {
      const { people: facts } = under
      const people = peopleOf(under)
      const address = await people.openPersonal(under.tenantId, facts.workspaceId, facts.known.userId)
      expect(address?.surface).toBe(people.surface)
      await people.whisper(under.tenantId, facts.place, facts.known.userId, message('Only for you'))
      expect(facts.whispers()).toEqual([expect.stringContaining('Only for you')])
      expect(await under.shown()).toHaveLength(0)
    },
  ],
]

const casesWithChannels: readonly Case<'channels'>[] = [
  [
    'finds a channel by its name, and says of one that it is not in that it is not in it',
    async (under) => {
      const channels = channelsOf(under)
      const { joined, notJoined } = under.channels
      const found = await channels.findChannel(under.tenantId, joined)
      expect(found).toMatchObject({
        kind: 'found',
        channel: { name: joined, address: { surface: under.port.surface } },
      })
      expect(await channels.findChannel(under.tenantId, notJoined)).toEqual({ kind: 'notInvited' })
      expect(await channels.findChannel(under.tenantId, 'nowhere')).toEqual({ kind: 'none' })
    },
  ],
  [
    'makes a closed channel once, however often it is asked, and leaves out whom it cannot bring in',
    async (under) => {
      const channels = channelsOf(under)
      const { workspaceId, members } = under.channels
      const all = [...members, 'U-NOBODY-AT-ALL']
      const first = await channels.openPrivate(under.tenantId, workspaceId, 'parley-jw-1a2b3c', all)
      expect(first).toMatchObject({ name: 'parley-jw-1a2b3c', audience: 'private' })
      expect(await channels.openPrivate(under.tenantId, workspaceId, 'parley-jw-1a2b3c', all)).toEqual(first)
    },
  ],
]

const casesOf: { readonly [Name in Trait]: readonly Case<Name>[] } = {
  faults: casesWithFaults,
  losing: casesWithLoss,
  people: casesWithPeople,
  channels: casesWithChannels,
}

/** What every chat must do for us, and what those with these traits must, run over each adapter. */
export function describeChat<Has extends Trait = never>(
  name: string,
  traits: readonly Has[],
  open: () => Promise<ChatUnderTest<Has>>,
): void {
  describe(`${name} as a chat`, () => {
    let under: ChatUnderTest<Has>
    beforeEach(async () => {
      under = await open()
    })
    afterEach(() => under.close())
    for (const [title, run] of casesOfAll) test(title, () => run(under))
    if (!(traits as readonly Trait[]).includes('people'))
      test('has no people but its members', () => expect(under.port.people).toBeUndefined())
    for (const trait of traits)
      for (const [title, run] of casesOf[trait] as readonly Case<Has>[]) test(title, () => run(under))
  })
}
