import type { MessageId, ThreadId } from '../domain/ids.ts'
import type { Tx } from '../store/port.ts'

/** The line of a member in a thread, as it was written. */
export async function insertLine(
  tx: Tx,
  line: { id: MessageId; threadId: ThreadId; text: string; at: Date },
): Promise<void> {
  const { id, threadId, text, at } = line
  await tx.insert('threadMessages', {
    id,
    threadId,
    author: 'member',
    text,
    message: null,
    requestId: null,
    effectKey: null,
    externalId: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  })
  await tx.update('threads', threadId, { lastMessageAt: at })
}
