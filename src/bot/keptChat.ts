import { isDeepStrictEqual } from 'node:util'
import { againIfDuplicate } from '../domain/againIfDuplicate.ts'
import type { ChatAddress, ChatSurface } from '../domain/chat.ts'
import { chatAddressSchema } from '../domain/chat.ts'
import type { Clock } from '../domain/clock.ts'
import type { Proof } from '../domain/effect.ts'
import { isParleyError, ParleyError } from '../domain/errors.ts'
import type { Ids, RequestId, TenantId } from '../domain/ids.ts'
import type { Thread, ThreadMessage } from '../domain/thread.ts'
import type { Store, Tx } from '../store/port.ts'
import { insertMessage } from './insertMessage.ts'
import type { Message } from './message.ts'
import type { ChatChannels, ChatPeople, ChatPort } from './port.ts'

/** A message as the surface knows it. `externalId` is what it is changed by. */
export interface Posted {
  externalId: string
  said: string
  url?: string
}

/** What a surface can do; which message is which is kept here. Throws ParleyError; `notFound` when the message is gone. */
export interface ChatTransport {
  readonly surface: ChatSurface
  send(tenantId: TenantId, address: ChatAddress, key: string, message: Message): Promise<Posted>
  update(tenantId: TenantId, address: ChatAddress, externalId: string, message: Message): Promise<Posted>
  /** A message that was sent under this key and whose receipt was lost; null when there is none or nobody can tell. */
  findSent(tenantId: TenantId, address: ChatAddress, key: string): Promise<Posted | null>
  /**
   * The thread that a message posted to this address begins; null where answers stay in the same conversation.
   * @returns the surface's own name of that thread and its address
   */
  threadUnder(address: ChatAddress, posted: Posted): { externalId: string; address: ChatAddress } | null
  readonly channels?: ChatChannels
  readonly people: ChatPeople
}

export interface KeptChatOptions {
  store: Store
  clock: Clock
  ids: Ids
  transport: ChatTransport
}

/** Longer than any call to a surface takes. */
const sendingMs = 30_000

type Keys = Pick<ThreadMessage, 'requestId' | 'effectKey'>

/**
 * A chat of somebody else: each message has a row that is written before it is sent and gets the surface's id when it was. A row
 * without one is a message whose receipt was lost, so the surface is asked for it before it is sent again.
 */
export function createKeptChat({ store, clock, ids, transport }: KeptChatOptions): ChatPort {
  async function post(
    tenantId: TenantId,
    thread: Thread,
    key: string,
    message: Message,
    shown = message,
  ): Promise<Proof> {
    const row = await keep(tenantId, thread, message, { requestId: null, effectKey: key })
    if (row.externalId)
      return proofOf(row, { externalId: row.externalId, said: `Shown in ${nameOf(transport.surface)}` })
    return sendKept(tenantId, thread, row, key, { message, shown })
  }

  async function putCard(
    tenantId: TenantId,
    thread: Thread,
    requestId: string,
    message: Message,
    shown = message,
  ): Promise<Proof> {
    const row = await keep(tenantId, thread, message, { requestId: requestId as RequestId, effectKey: null })
    if (!row.externalId) return sendKept(tenantId, thread, row, `card:${requestId}`, { message, shown })
    const isSame = row.text === message.fallbackText && isDeepStrictEqual(row.message, plain(message))
    const said = `Shown in ${nameOf(transport.surface)}`
    if (isSame) return proofOf(row, { externalId: row.externalId, said })
    try {
      const posted = await transport.update(tenantId, addressOf(thread), row.externalId, shown)
      return await record(tenantId, thread, row, posted, message)
    } catch (error) {
      if (!isParleyError(error, 'notFound')) throw error
      // Somebody deleted it: the request still has one card, a new one.
      const posted = await transport.send(tenantId, addressOf(thread), `card:${requestId}:again`, shown)
      return record(tenantId, thread, row, posted, message)
    }
  }

  async function sendKept(
    tenantId: TenantId,
    thread: Thread,
    row: ThreadMessage,
    key: string,
    { message, shown }: { message: Message; shown: Message },
  ): Promise<Proof> {
    const address = addressOf(thread)
    const wasTried = row.version > 1
    if (wasTried && clock.now().getTime() - row.updatedAt.getTime() < sendingMs) throw beingSent()
    const tried = await markTried(tenantId, row)
    try {
      const sent = wasTried ? await transport.findSent(tenantId, address, key) : null
      return await record(tenantId, thread, row, sent ?? (await transport.send(tenantId, address, key, shown)), message)
    } catch (error) {
      // It is over, however it ended: the next attempt need not wait for it.
      const updatedAt = new Date(clock.now().getTime() - sendingMs)
      await store.inTenant(tenantId, (tx) => tx.update('threadMessages', tried.id, { updatedAt }))
      throw error
    }
  }

  /** From here on it may have been sent, whatever becomes of this process; another worker leaves it alone for a while. */
  async function markTried(tenantId: TenantId, row: ThreadMessage): Promise<ThreadMessage> {
    try {
      return await store.inTenant(tenantId, (tx) =>
        tx.update('threadMessages', row.id, { updatedAt: clock.now() }, { version: row.version }),
      )
    } catch (error) {
      if (!isParleyError(error, 'stale')) throw error
      throw beingSent(error)
    }
  }

  /** The row of this message, made when there is none. */
  async function keep(tenantId: TenantId, thread: Thread, message: Message, keys: Keys): Promise<ThreadMessage> {
    const find = async (tx: Tx): Promise<ThreadMessage | undefined> => {
      const where = keys.requestId ? { threadId: thread.id, requestId: keys.requestId } : { effectKey: keys.effectKey }
      return (await tx.find('threadMessages', { where, limit: 1 }))[0]
    }
    const work = async (tx: Tx) => (await find(tx)) ?? (await insertMessage(tx, { clock, ids }, thread, message, keys))
    return againIfDuplicate(() => store.inTenant(tenantId, work))
  }

  /** What is shown now; a thread that hangs from this message gets its name. */
  async function record(
    tenantId: TenantId,
    thread: Thread,
    row: ThreadMessage,
    posted: Posted,
    message: Message,
  ): Promise<Proof> {
    const kept = await store.inTenant(tenantId, async (tx) => {
      const under = transport.threadUnder(addressOf(thread), posted)
      if (under) await tx.update('threads', thread.id, under)
      return tx.update('threadMessages', row.id, {
        message,
        text: message.fallbackText,
        externalId: posted.externalId,
        updatedAt: clock.now(),
      })
    })
    return proofOf(kept, posted)
  }

  const { surface, channels, people } = transport
  return { surface, post, putCard, people, ...(channels ? { channels } : {}) }
}

function beingSent(cause?: unknown): ParleyError {
  return new ParleyError('unavailable', 'This message is being sent already.', { retry: 'later', cause })
}

function proofOf(row: ThreadMessage, posted: Posted): Proof {
  return {
    at: row.updatedAt.toISOString(),
    id: posted.externalId,
    said: posted.said,
    ...(posted.url ? { url: posted.url } : {}),
  }
}

function addressOf(thread: Thread): ChatAddress {
  const address = chatAddressSchema.safeParse(thread.address)
  if (!address.success) throw new ParleyError('internal', 'This conversation has lost its place in the chat.')
  return address.data
}

const nameOf = (surface: ChatSurface): string => (surface === 'slack' ? 'Slack' : 'Teams')

const plain = (message: Message): unknown => JSON.parse(JSON.stringify(message))
