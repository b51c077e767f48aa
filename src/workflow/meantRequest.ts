import type { DraftAction, DraftMessage } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import type { Request } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { findRequests, type Meant, type RequestScope } from './findRequests.ts'
import type { Conversation } from './scheduleWish.ts'

export type MeantRequest = { kind: 'one'; request: Request } | { kind: 'ask'; draft: DraftMessage }

/**
 * The one request a sentence means; none or several are a question. A button of that question goes on with the same intent.
 * `fits` leaves out what the sentence cannot be about, as long as something remains.
 */
export async function meantRequest(
  tx: Tx,
  talk: Conversation,
  intent: Intent & Meant,
  options: { scope?: RequestScope; fits?: (request: Request) => boolean } = {},
): Promise<MeantRequest> {
  const found = await findRequests(tx, talk, intent, options.scope)
  const fitting = options.fits ? found.filter(options.fits) : found
  const left = fitting.length > 0 ? fitting : found
  const [only] = left
  if (!only) return { kind: 'ask', draft: noneDraft(intent.about) }
  if (left.length === 1) return { kind: 'one', request: only }
  return { kind: 'ask', draft: whichDraft(left, (r) => chooseAction(intent, r.id, labelOf(r))) }
}

/** Goes on with an intent once somebody has said which record or request its name means. */
export function chooseAction(intent: Intent, chosenId: string, label: string): DraftAction {
  return { kind: 'choose', data: { intent, chosenId }, label, style: 'normal' }
}

export function noneDraft(about: string | null): DraftMessage {
  return textDraft(
    about
      ? `I have no open request for "${about}", so I have done nothing. "status" lists what is open.`
      : 'I do not know which request you mean, so I have done nothing. Name the candidate, or write in the conversation of the request.',
  )
}

export function whichDraft(
  found: readonly Request[],
  action: (request: Request) => Pick<DraftAction, 'kind' | 'data'> & Partial<DraftAction>,
): DraftMessage {
  return textDraft(
    `${found.length} requests fit. Which one do you mean?`,
    found.slice(0, 8).map((r) => ({ label: labelOf(r), style: 'normal', ...action(r) })),
  )
}

/** "Jane Whitfield · Backend Engineer Interview - Round 1 · Acme Robotics" */
export function labelOf(request: Request): string {
  return [request.candidateName, request.title, request.clientName].filter(Boolean).join(' · ')
}
