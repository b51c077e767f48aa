import { type ChatTransport, createKeptChat, type Posted } from '../../src/bot/keptChat.ts'
import type { Message } from '../../src/bot/message.ts'
import type { ChatPort } from '../../src/bot/port.ts'
import { type ChatAddress, type ChatPerson, type ChatSurface, placeName } from '../../src/domain/chat.ts'
import type { Clock } from '../../src/domain/clock.ts'
import { ParleyError } from '../../src/domain/errors.ts'
import type { Ids } from '../../src/domain/ids.ts'
import type { Store } from '../../src/store/port.ts'

export interface SentMessage {
  externalId: string
  address: ChatAddress
  key: string
  message: Message
}

/**
 * A chat of somebody else in memory, with its people and its messages. `failNext` are the faults of the next calls: 'down' refuses,
 * 'lost' does it and loses the answer.
 */
export function openMemoryChat(
  surface: ChatSurface,
  workspaceId: string,
  people: readonly Omit<ChatPerson, 'workspaceId' | 'zone' | 'locale'>[],
) {
  const sent: SentMessage[] = []
  const whispers: { userId: string; text: string }[] = []
  const failNext: ('down' | 'lost')[] = []
  let count = 0
  const down = () => new ParleyError('unavailable', 'The chat does not answer.', { retry: 'later' })
  const personOf = (found: (typeof people)[number] | undefined): ChatPerson | null =>
    found ? { workspaceId, zone: null, locale: null, ...found } : null
  const addressFor = (userId: string): ChatAddress =>
    surface === 'slack'
      ? { surface, workspaceId, channelId: `D-${userId}`, rootId: null }
      : {
          surface,
          workspaceId,
          serviceUrl: 'https://teams.example/',
          conversationId: `a:${userId}`,
          conversationType: 'personal',
          rootId: null,
          botId: 'bot',
        }
  async function faulty<T>(work: () => T): Promise<T> {
    const fault = failNext.shift()
    if (fault === 'down') throw down()
    const done = work()
    if (fault === 'lost') throw down()
    return done
  }
  const posted = (externalId: string): Posted => ({ externalId, said: `Shown in ${surface}` })
  const transport: ChatTransport = {
    surface,
    send: (_tenantId, address, key, message) =>
      faulty(() => {
        const externalId = `${1_000 + ++count}.0`
        sent.push({ externalId, address, key, message })
        return posted(externalId)
      }),
    update: (_tenantId, _address, externalId, message) =>
      faulty(() => {
        const known = sent.find((one) => one.externalId === externalId)
        if (!known) throw new ParleyError('notFound', 'This message is gone.')
        known.message = message
        return posted(externalId)
      }),
    findSent: async (_tenantId, address, key) => {
      const known = sent.find((one) => one.key === key && placeName(one.address) === placeName(address))
      return known ? posted(known.externalId) : null
    },
    threadUnder: (address, { externalId }) => {
      if (address.surface !== 'slack' || address.rootId !== null) return null
      const under = { ...address, rootId: externalId }
      return { externalId: placeName(under), address: under }
    },
    people: {
      surface,
      readPerson: async (_tenantId, _workspaceId, userId) => personOf(people.find((one) => one.userId === userId)),
      findPerson: async (_tenantId, email) => personOf(people.find((one) => one.email === email)),
      openPersonal: async (_tenantId, _workspaceId, userId) => addressFor(userId),
      whisper: async (_tenantId, _address, userId, message) => {
        whispers.push({ userId, text: message.fallbackText })
        return { at: '', id: '', said: 'Shown to one person' }
      },
    },
  }
  return {
    sent,
    whispers,
    failNext,
    addressFor,
    transport,
    open: (base: { store: Store; clock: Clock; ids: Ids }): ChatPort => createKeptChat({ ...base, transport }),
  }
}
export type MemoryChat = ReturnType<typeof openMemoryChat>
