import { isClosed, type Request } from '../domain/request.ts'
import type { ThreadView } from '../intents/modelQuestion.ts'
import { noThread, type ThreadContext } from '../intents/thread.ts'
import type { Tx, Where } from '../store/port.ts'
import { readOpenQuestions } from './openQuestions.ts'
import { findPlacedFrom } from './placeRequest.ts'
import type { Conversation } from './scheduleWish.ts'

/** What a thread is about, for a model and for the grammar. */
export interface ThreadReading {
  /** What a model may know: state and names of the request, and Parley's open question with the answers to it. */
  view: ThreadView
  /** What "it" and "the second" can mean, and of whom a name is the likelier one here. */
  context: ThreadContext
}

/** Older ones of a long conversation are no longer what it is about. */
const requestCountMax = 20

/** Those that have their card here; else those that were asked here and have it elsewhere. */
async function readRequests(tx: Tx, { threadId }: Conversation): Promise<Request[]> {
  const find = (where: Where<Request>) =>
    tx.find('requests', { where, orderBy: [['createdAt', 'desc']], limit: requestCountMax })
  const here = await find({ threadId })
  if (here.length > 0) return here
  const ids = await findPlacedFrom(tx, threadId)
  return ids.length === 0 ? [] : find({ id: { in: ids } })
}

export async function readThread(tx: Tx, talk: Conversation): Promise<ThreadReading> {
  const requests = await readRequests(tx, talk)
  const [request] = requests
  const open = requests.filter(({ state }) => !isClosed(state))
  const questions = await readOpenQuestions(tx, talk)
  // Answers to look-ups hold facts of the records, which are no business of a model.
  const asked = questions.find(({ message }) => !message.parts.some((part) => part.kind === 'facts'))
  const [words] = asked?.message.parts.filter((part) => part.kind === 'text') ?? []
  const view: ThreadView = {
    state: request?.state ?? null,
    question: words?.text ?? null,
    options: asked?.open.map(({ shown }) => shown.label) ?? [],
    names: request ? [request.candidateName, request.clientName, request.jobTitle].filter((name) => name !== null) : [],
  }
  // Where several are talked about, a name that fits two of them is a question.
  const only = open.length === 1 ? open[0] : undefined
  const parties = only ? await tx.find('parties', { where: { requestId: only.id } }) : []
  const contacts = parties.filter(({ role }) => role !== 'candidate' && role !== 'recruiter')
  return {
    view,
    context: {
      ...noThread,
      hasRequest: view.state !== null && !['cancelled', 'completed'].includes(view.state),
      hasInterview: view.state === 'confirmed',
      options: view.options.map((words, index) => ({ number: index + 1, id: null, words })),
      candidateId: only?.candidateId ?? null,
      clientId: only?.clientId ?? null,
      jobId: only?.jobId ?? null,
      contactIds: contacts.flatMap(({ recordId }) => recordId ?? []),
    },
  }
}
