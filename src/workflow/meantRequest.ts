import type { DraftAction } from '../bot/message.ts'
import type { Request } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { findRequests, type Meant, type RequestScope } from './findRequests.ts'
import type { Conversation } from './scheduleWish.ts'
import { type Composer, type Speech, sentence } from './speech.ts'

export type MeantRequest = { kind: 'one'; request: Request } | { kind: 'ask'; draft: Composer }

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

export function noneDraft(about: string | null): Composer {
  return sentence(({ talk: { requests } }) => (about ? requests.none(about) : requests.unclear))
}

export function whichDraft(
  found: readonly Request[],
  action: (request: Request, speech: Speech) => Pick<DraftAction, 'kind' | 'data'> & Partial<DraftAction>,
): Composer {
  return sentence(
    ({ talk }) => talk.requests.several(found.length),
    (speech) => found.slice(0, 8).map((r) => ({ label: labelOf(r), style: 'normal', ...action(r, speech) })),
  )
}

/** "Jane Whitfield · Backend Engineer Interview - Round 1 · Acme Robotics" */
export function labelOf(request: Request): string {
  return [request.candidateName, request.title, request.clientName].filter(Boolean).join(' · ')
}
