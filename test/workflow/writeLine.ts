import type { InboundId, MemberId, MessageId, ThreadId } from '../../src/domain/ids.ts'
import type { Intent } from '../../src/intents/intent.ts'
import type { Tx } from '../../src/store/port.ts'

/** A line of a member whose meaning is given: the line itself and the inbox row that has it answered. */
export async function writeLine(
  tx: Tx,
  line: {
    id: MessageId
    inboundId: InboundId
    threadId: ThreadId
    memberId: MemberId
    text: string
    intents: readonly Intent[]
    source: string
    at: Date
  },
): Promise<void> {
  const { id, inboundId, threadId, memberId, text, intents, source, at } = line
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
  await tx.receive({
    id: inboundId,
    source,
    externalId: id,
    payload: { kind: 'further', threadId, memberId, lineId: id, intents },
    state: 'received',
    reason: null,
    attempts: 0,
    receivedAt: at,
    handledAt: null,
  })
}
