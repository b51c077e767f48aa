import type { ThreadView } from '../intents/modelQuestion.ts'
import type { Tx } from '../store/port.ts'
import { readOpenQuestions } from './openQuestions.ts'
import type { Conversation } from './scheduleWish.ts'

/** What a model may know of a thread: state and names of its request, and Parley's open question with the answers to it. */
export async function readThreadView(tx: Tx, talk: Conversation): Promise<ThreadView> {
  const [request] = await tx.find('requests', {
    where: { threadId: talk.threadId },
    orderBy: [['createdAt', 'desc']],
    limit: 1,
  })
  const questions = await readOpenQuestions(tx, talk)
  // Answers to look-ups hold facts of the records, which are no business of a model.
  const asked = questions.find(({ message }) => !message.parts.some((part) => part.kind === 'facts'))
  const [words] = asked?.message.parts.filter((part) => part.kind === 'text') ?? []
  return {
    state: request?.state ?? null,
    question: words?.text ?? null,
    options: asked?.open.map(({ shown }) => shown.label) ?? [],
    names: request ? [request.candidateName, request.clientName, request.jobTitle].filter((name) => name !== null) : [],
  }
}
