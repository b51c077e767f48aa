import type { ThreadView } from '../intents/modelQuestion.ts'
import { noThread, type ThreadContext } from '../intents/thread.ts'
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

/** The same for the grammar: what "it" and "the second" can mean. Who is meant by name, the use cases look up. */
export function threadContextOf(view: ThreadView): ThreadContext {
  const isOpen = view.state !== null && !['cancelled', 'completed'].includes(view.state)
  return {
    ...noThread,
    hasRequest: isOpen,
    hasInterview: view.state === 'confirmed',
    options: view.options.map((words, index) => ({ number: index + 1, id: null, words })),
  }
}
