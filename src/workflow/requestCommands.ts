import type { DraftAction, DraftMessage } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import {
  cancelAction,
  moveAction,
  nudgeAction,
  nudgeDespiteStopAction,
  postponeAction,
  showLinkAction,
} from '../bot/requestActions.ts'
import { formatDate, type Reader } from '../domain/formatTime.ts'
import { joinNames } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { Request } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { findRequests, type Meant } from './findRequests.ts'
import { labelOf, noneDraft, whichDraft } from './meantRequest.ts'
import { nudge } from './nudge.ts'
import { cardOrder, owe, say } from './owe.ts'
import { reply, replyInTx, unreadParts } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'

// Takes:   a command about a request that is there: status, cancel, postpone, reschedule, nudge.
// Reads:   the open requests that the words can mean.
// Writes:  nothing but the reply, except for a nudge.
// Effects: the reply; what tells people something new waits for a press.
// Refuses when: none or several are meant; it asks.

/** "status of Jane": her card, brought into this thread; several are a question. */
export async function showNamed(deps: Deps, cause: Cause, talk: Conversation, meant: Meant): Promise<void> {
  const isOpen = await deps.store.inTenant(
    talk.tenantId,
    async (tx) => (await findRequests(tx, talk, meant)).length > 0,
  )
  if (!isOpen && meant.about) return reply(deps, cause, talk, await unopenedDraft(deps, talk, meant.about))
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const { about } = meant
    const found = await findRequests(tx, talk, meant)
    const [only] = found
    if (only && found.length === 1) return showRequest(tx, deps, talk, only)
    await say(
      tx,
      deps,
      talk,
      talk.eventKey,
      found.length === 0
        ? noneDraft(about)
        : whichDraft(found, (r) => ({ kind: 'showRequest', data: { requestId: r.id } })),
    )
  })
}

/** Where somebody stands for whom nothing is being arranged. */
async function unopenedDraft(deps: Deps, talk: Conversation, about: string): Promise<DraftMessage> {
  const { matches } = await deps.ats.findPeople(talk.tenantId, about)
  const [only] = matches
  if (!only || matches.length > 1 || only.kind !== 'candidate') return noneDraft(about)
  const items = only.applications.map((a) => ({
    text: `${a.jobTitle}${a.clientName ? ` at ${a.clientName}` : ''}`,
    detail: a.stageLabel,
    url: a.url,
  }))
  return {
    parts: [
      { kind: 'text', text: `No interview of ${only.name} is being arranged or booked.` },
      ...(items.length > 0 ? [{ kind: 'list' as const, title: 'In the ATS', items }] : []),
    ],
    actions: [],
  }
}

/** Moves the request's living card to this thread's end: asking for it means looking at it here. */
export async function showRequest(tx: Tx, deps: Deps, talk: Conversation, request: Request): Promise<void> {
  if (request.threadId === talk.threadId) {
    await say(
      tx,
      deps,
      talk,
      talk.eventKey,
      textDraft(`The card of ${request.candidateName}, ${request.title}, is above and up to date.`),
    )
    await owe(tx, deps, [cardOrder(deps, request.id, request.version)])
    return
  }
  await say(tx, deps, talk, talk.eventKey, {
    parts: [
      { kind: 'text', text: `${request.candidateName}, ${request.title}, lives in its own conversation.` },
      { kind: 'links', links: [{ label: 'Open the conversation', url: `/threads/${request.threadId}` }] },
    ],
    actions: [],
  })
}

type Change = Extract<Intent, { kind: 'cancel' | 'postpone' | 'reschedule' }>

function changeAction(request: Request, intent: Change): DraftAction {
  switch (intent.kind) {
    case 'cancel':
      return cancelAction(request, intent)
    case 'postpone':
      return postponeAction(request, intent)
    case 'reschedule':
      return moveAction(request, intent)
  }
}

/** The days that were named, as they were understood. */
function daysOf(intent: Change, { locale }: Reader): string {
  const fromOn = 'fromOn' in intent ? (intent.fromOn ?? null) : null
  const toOn = 'toOn' in intent ? (intent.toOn ?? null) : null
  const from = fromOn && formatDate(fromOn, locale)
  const to = toOn && formatDate(toOn, locale)
  if (intent.kind === 'postpone') return from ? `, not before ${from}` : ''
  if (from && to) return fromOn === toOn ? ` to ${from}` : ` to a day from ${from} to ${to}`
  if (from) return ` to ${from} or later`
  return to ? ` to ${to} at the latest` : ''
}

/** Cancelling, postponing and moving tell people things: it shows what it understood and acts on a press. */
export async function confirmChange(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  intent: Change,
  reader: Reader,
): Promise<void> {
  await replyInTx(deps, cause, talk, async (tx) => {
    const found = await findRequests(tx, talk, intent)
    if (found.length === 0) return noneDraft(intent.about)
    if (intent.kind === 'reschedule' && found[0]?.state !== 'confirmed' && found.length === 1)
      return textDraft(
        `${found[0]?.candidateName} has no confirmed interview yet, so there is nothing to move. "status of ${found[0]?.candidateName}" shows where it stands.`,
      )
    const action = (r: Request) => changeAction(r, intent)
    const [only] = found
    if (!only || found.length > 1) return whichDraft(found, (r) => ({ ...action(r), label: labelOf(r) }))
    const who = `${only.candidateName}${only.clientName ? ` at ${only.clientName}` : ''}`
    return {
      parts: [
        {
          kind: 'text',
          text: `I understood: ${intent.kind} ${only.title} with ${who}${daysOf(intent, reader)}. Shall I?`,
        },
        ...unreadParts(intent),
      ],
      actions: [{ ...action(only), isOpen: true }],
    }
  })
}

/** A reminder goes out at once: it repeats what was asked and tells nobody anything new. */
export async function nudgeNamed(deps: Deps, cause: Cause, talk: Conversation, meant: Meant): Promise<void> {
  const { about } = meant
  const found = await deps.store.inTenant(talk.tenantId, (tx) => findRequests(tx, talk, meant))
  const [only] = found
  if (!only) return reply(deps, cause, talk, noneDraft(about))
  if (found.length > 1)
    return reply(
      deps,
      cause,
      talk,
      whichDraft(found, (r) => ({ ...nudgeAction(r), label: labelOf(r) })),
    )
  await replyInTx(deps, cause, talk, async (tx) => {
    const draft = nudgeDraft(await nudge(tx, deps, cause, only.id, { about }), only)
    return { ...draft, parts: [...draft.parts, ...unreadParts(meant)] }
  })
}

export function nudgeDraft(outcome: Awaited<ReturnType<typeof nudge>>, request: Request): DraftMessage {
  switch (outcome.kind) {
    case 'done': {
      const told = `Reminded ${joinNames(outcome.names)} about ${request.title}. The reminder carries a fresh link.`
      return textDraft(
        outcome.stopped.length === 0 ? told : `${told} ${stoppedWords(outcome.stopped)}`,
        stoppedActions(request, outcome.stopped),
      )
    }
    case 'stopped':
      return textDraft(stoppedWords(outcome.stopped), stoppedActions(request, outcome.stopped))
    case 'answered':
      return textDraft(
        `${joinNames(outcome.names)} has nothing to answer right now, so I reminded nobody. I am waiting for ${joinNames(outcome.silentNames)}.`,
        [{ ...nudgeAction(request), label: `Nudge ${joinNames(outcome.silentNames)}` }],
      )
    case 'nobody':
      return textDraft(`Nobody has to answer for ${request.candidateName} right now, so I reminded nobody.`)
    case 'tooSoon':
      return textDraft('They were reminded less than an hour ago, so I did not write again.')
  }
}

function stoppedWords(stopped: readonly Party[]): string {
  const [one] = stopped
  const they = stopped.length === 1 && one ? one.name : 'them'
  return `${joinNames(stopped.map((p) => p.name))} asked for no reminders, so I did not write to ${they}. You decide.`
}

function stoppedActions(request: Request, stopped: readonly Party[]): DraftAction[] {
  return stopped.flatMap((party) => [nudgeDespiteStopAction(request, party), showLinkAction(request, party)])
}
