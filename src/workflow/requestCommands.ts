import type { DraftAction } from '../bot/message.ts'
import {
  cancelAction,
  moveAction,
  nudgeAction,
  nudgeDespiteStopAction,
  postponeAction,
  showLinkAction,
} from '../bot/requestActions.ts'
import { formatDate } from '../domain/formatTime.ts'
import type { Language } from '../domain/language.ts'
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
import { reply, replyInTx, unreadParts, withUnread } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import { type Composer, type Speech, sentence, whoIsMet } from './speech.ts'

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
async function unopenedDraft(deps: Deps, talk: Conversation, about: string): Promise<Composer> {
  const { matches } = await deps.ats.findPeople(talk.tenantId, about)
  const [only] = matches
  if (!only || matches.length > 1 || only.kind !== 'candidate') return noneDraft(about)
  return ({ words: { talk: words } }) => {
    const items = only.applications.map((a) => ({
      text: a.clientName ? words.at(a.jobTitle, a.clientName) : a.jobTitle,
      detail: a.stageLabel,
      url: a.url,
    }))
    return {
      parts: [
        { kind: 'text', text: words.requests.notArranged(only.name) },
        ...(items.length > 0 ? [{ kind: 'list' as const, title: words.requests.inAts, items }] : []),
      ],
      actions: [],
    }
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
      sentence((words) => words.talk.requests.cardAbove(request.candidateName, request.title)),
    )
    await owe(tx, deps, [cardOrder(deps, request.id, request.version)])
    return
  }
  await say(tx, deps, talk, talk.eventKey, ({ words: { talk: words } }) => ({
    parts: [
      { kind: 'text', text: words.requests.elsewhere(request.candidateName, request.title) },
      { kind: 'links', links: [{ label: words.requests.openConversation, url: `/threads/${request.threadId}` }] },
    ],
    actions: [],
  }))
}

type Change = Extract<Intent, { kind: 'cancel' | 'postpone' | 'reschedule' }>

function changeAction(request: Request, intent: Change, language: Language): DraftAction {
  switch (intent.kind) {
    case 'cancel':
      return cancelAction(request, intent, language)
    case 'postpone':
      return postponeAction(request, intent, language)
    case 'reschedule':
      return moveAction(request, intent, language)
  }
}

/** The change as it was understood, with the days that were named. */
function shallI(request: Request, intent: Change, speech: Speech): string {
  const { changes } = speech.words
  const about = whoIsMet(speech, request)
  const dayOf = (on: string | null | undefined) => (on ? formatDate(on, speech.reader.locale) : null)
  if (intent.kind === 'cancel') return changes.cancel(about)
  const from = dayOf(intent.fromOn)
  if (intent.kind === 'postpone') return from ? changes.postponeFrom(about, from) : changes.postpone(about)
  const to = dayOf(intent.toOn)
  const { move } = changes
  if (from && to) return from === to ? move.on(about, from) : move.between(about, from, to)
  if (from) return move.from(about, from)
  return to ? move.until(about, to) : move.plain(about)
}

/** Cancelling, postponing and moving tell people things: it shows what it understood and acts on a press. */
export async function confirmChange(deps: Deps, cause: Cause, talk: Conversation, intent: Change): Promise<void> {
  await replyInTx(deps, cause, talk, async (tx) => {
    const found = await findRequests(tx, talk, intent)
    const [only] = found
    if (!only) return noneDraft(intent.about)
    if (intent.kind === 'reschedule' && only.state !== 'confirmed' && found.length === 1)
      return sentence((words) => words.changes.move.nothingStands(only.candidateName))
    const action = (r: Request, { language }: Speech) => changeAction(r, intent, language)
    if (found.length > 1) return whichDraft(found, (r, speech) => ({ ...action(r, speech), label: labelOf(r) }))
    return (speech) => ({
      parts: [{ kind: 'text', text: shallI(only, intent, speech) }, ...unreadParts(speech, intent)],
      actions: [{ ...action(only, speech), isOpen: true }],
    })
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
      whichDraft(found, (r, { language }) => ({ ...nudgeAction(r, language), label: labelOf(r) })),
    )
  await replyInTx(deps, cause, talk, async (tx) => {
    return withUnread(nudgeDraft(await nudge(tx, deps, cause, only.id, { about }), only), meant)
  })
}

export function nudgeDraft(outcome: Awaited<ReturnType<typeof nudge>>, request: Request): Composer {
  switch (outcome.kind) {
    case 'done':
      return sentence(
        ({ errands }, speech) =>
          [
            errands.nudge.done(speech.list(outcome.names), request.title),
            ...(outcome.stopped.length > 0 ? [stoppedWords(outcome.stopped, speech)] : []),
          ].join(' '),
        ({ language }) => stoppedActions(request, outcome.stopped, language),
      )
    case 'stopped':
      return sentence(
        (_, speech) => stoppedWords(outcome.stopped, speech),
        ({ language }) => stoppedActions(request, outcome.stopped, language),
      )
    case 'answered':
      return sentence(
        ({ errands }, { list }) => errands.nudge.answered(list(outcome.names), list(outcome.silentNames)),
        ({ words, list, language }) => [
          { ...nudgeAction(request, language), label: words.errands.nudge.button(list(outcome.silentNames)) },
        ],
      )
    case 'nobody':
      return sentence(({ errands }) => errands.nudge.nobody(request.candidateName))
    case 'tooSoon':
      return sentence(({ errands }) => errands.nudge.tooSoon)
  }
}

function stoppedWords(stopped: readonly Party[], { words: { errands }, list }: Speech): string {
  const [one] = stopped
  return stopped.length === 1 && one
    ? errands.nudge.oneStopped(one.name)
    : errands.nudge.stopped(list(stopped.map((p) => p.name)))
}

function stoppedActions(request: Request, stopped: readonly Party[], language: Language): DraftAction[] {
  return stopped.flatMap((party) => [
    nudgeDespiteStopAction(request, party, language),
    showLinkAction(request, party, language),
  ])
}
