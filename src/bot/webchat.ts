import { isDeepStrictEqual } from 'node:util'
import { againIfDuplicate } from '../domain/againIfDuplicate.ts'
import type { Clock } from '../domain/clock.ts'
import type { Proof } from '../domain/effect.ts'
import { ParleyError } from '../domain/errors.ts'
import type { Ids, RequestId, TenantId } from '../domain/ids.ts'
import type { Thread, ThreadMessage } from '../domain/thread.ts'
import type { Store, Tx } from '../store/port.ts'
import { insertMessage } from './insertMessage.ts'
import type { LiveFeed } from './liveFeed.ts'
import type { Message } from './message.ts'
import type { ChatPort } from './port.ts'

export interface WebchatOptions {
  store: Store
  clock: Clock
  ids: Ids
  live: LiveFeed
}

/** The web chat: a message is a row of the thread, a card is the row of its request, and open pages are told. */
export function createWebchat({ store, clock, ids, live }: WebchatOptions): ChatPort {
  async function write(tenantId: TenantId, thread: Thread, work: (tx: Tx) => Promise<ThreadMessage>): Promise<Proof> {
    const row = await againIfDuplicate(() => store.inTenant(tenantId, work))
    live.publish({ tenantId, threadId: thread.id })
    return {
      at: row.updatedAt.toISOString(),
      id: row.id,
      said: `Shown in the web chat (version ${row.version})`,
      url: `/threads/${thread.id}#${row.id}`,
    }
  }

  async function insert(
    tx: Tx,
    thread: Thread,
    message: Message,
    keys: Pick<ThreadMessage, 'requestId' | 'effectKey'>,
  ): Promise<ThreadMessage> {
    if (!(await tx.get('threads', thread.id)))
      throw new ParleyError(
        'notFound',
        'This conversation is no longer there, so the message could not be shown in it.',
      )
    return insertMessage(tx, { clock, ids }, thread, message, keys)
  }

  return {
    surface: 'web',

    post: (tenantId, thread, key, message) =>
      write(tenantId, thread, async (tx) => {
        const [known] = await tx.find('threadMessages', { where: { threadId: thread.id, effectKey: key }, limit: 1 })
        return known ?? (await insert(tx, thread, message, { requestId: null, effectKey: key }))
      }),

    putCard: (tenantId, thread, requestId, message) =>
      write(tenantId, thread, async (tx) => {
        const where = { threadId: thread.id, requestId: requestId as RequestId }
        const [card] = await tx.find('threadMessages', { where, limit: 1 })
        if (!card) return insert(tx, thread, message, { requestId: where.requestId, effectKey: null })
        // Putting the same card again (a second attempt of the same effect) is no news and marks nothing unread. Every fact is
        // in the text, so most news shows there.
        if (card.text === message.fallbackText && isDeepStrictEqual(card.message, JSON.parse(JSON.stringify(message))))
          return card
        const at = clock.now()
        const row = await tx.update('threadMessages', card.id, { message, text: message.fallbackText, updatedAt: at })
        await tx.update('threads', thread.id, { lastMessageAt: at })
        return row
      }),
  }
}
