import { messageSchema } from '../bot/message.ts'
import type { ThreadId } from '../domain/ids.ts'
import type { ThreadView } from '../intents/modelQuestion.ts'
import type { Tx } from '../store/port.ts'

/** What a model may know of a thread: state and names of its request, and Parley's last question with the answers to it. */
export async function readThreadView(tx: Tx, threadId: ThreadId): Promise<ThreadView> {
  const [requests, messages] = await Promise.all([
    tx.find('requests', { where: { threadId }, orderBy: [['createdAt', 'desc']], limit: 1 }),
    tx.find('threadMessages', {
      where: { threadId, author: 'parley', requestId: null },
      orderBy: [['createdAt', 'desc']],
      limit: 1,
    }),
  ])
  const [request] = requests
  const last = messageSchema.safeParse(messages[0]?.message).data
  // Only what can still be answered is a question. Answers hold facts of the records, which are no business of a model.
  const isOpen = last !== undefined && last.actions.length > 0 && !last.parts.some((part) => part.kind === 'facts')
  const [asked] = isOpen ? last.parts.filter((part) => part.kind === 'text') : []
  return {
    state: request?.state ?? null,
    question: asked?.text ?? null,
    options: isOpen ? last.actions.map((action) => action.label) : [],
    names: request ? [request.candidateName, request.clientName, request.jobTitle].filter((name) => name !== null) : [],
  }
}
