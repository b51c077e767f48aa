import type { Clock } from '../domain/clock.ts'
import type { Ids } from '../domain/ids.ts'
import type { Thread, ThreadMessage } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import type { Message } from './message.ts'

/** The row of something Parley says in a thread; the surface's own id of it is not known yet. */
export async function insertMessage(
  tx: Tx,
  { clock, ids }: { clock: Clock; ids: Ids },
  thread: Thread,
  message: Message,
  keys: Pick<ThreadMessage, 'requestId' | 'effectKey'>,
): Promise<ThreadMessage> {
  const at = clock.now()
  const row = await tx.insert('threadMessages', {
    id: ids.next('message'),
    threadId: thread.id,
    author: 'parley',
    text: message.fallbackText,
    message,
    ...keys,
    externalId: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  })
  await tx.update('threads', thread.id, { lastMessageAt: at })
  return row
}
