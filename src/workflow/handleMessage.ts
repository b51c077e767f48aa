import type { InboundMessage } from '../bot/inbound.ts'
import type { DraftAction, DraftMessage } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import { cancelAction, moveAction, nudgeAction, postponeAction } from '../bot/requestActions.ts'
import { isParleyError, sentenceFor } from '../domain/errors.ts'
import type { InboundId, MemberId, TenantId, ThreadId } from '../domain/ids.ts'
import type { Request } from '../domain/request.ts'
import { defaultSettings, type Member } from '../domain/settings.ts'
import type { InboundEvent } from '../domain/thread.ts'
import type { Intent } from '../intents/intent.ts'
import { readIntent } from '../intents/readIntent.ts'
import type { Tx } from '../store/port.ts'
import { readSettings } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { readBackTimes, windowsFromLocal } from './enterTimes.ts'
import { findOpenRequests } from './findRequests.ts'
import { nudge } from './nudge.ts'
import { cardOrder, owe, say } from './owe.ts'
import { proposeSlots } from './proposeSlots.ts'
import { scheduleInterview } from './scheduleInterview.ts'
import type { Conversation } from './scheduleWish.ts'
import { setUpDraft } from './setUp.ts'
import { showBoard } from './showStatus.ts'
import { whoIs } from './whoIs.ts'

// Takes:   what a member wrote, or an internal step that is due.
// Reads:   settings, the thread's requests, the ATS.
// Writes:  the inbox row, and whatever the use case of the intent writes, in one transaction.
// Effects: a reply in the thread, always.
// Refuses when: nothing is understood; it says what it can do. It never acts on a guess.

/** Stores a message before it is acknowledged, together with its line in the thread. A repeated event changes nothing. */
export async function receiveMessage(deps: Deps, input: InboundMessage): Promise<void> {
  const at = deps.clock.now()
  await deps.store.inTenant(input.tenantId, async (tx) => {
    const thread = await tx.get('threads', input.threadId)
    if (!thread || thread.memberId !== input.memberId) return
    const isNew = await tx.receive({
      id: deps.ids.next('inbound'),
      source: thread.surface,
      externalId: input.eventId,
      payload: { kind: 'message', threadId: input.threadId, memberId: input.memberId, text: input.text },
      state: 'received',
      reason: null,
      attempts: 0,
      receivedAt: at,
      handledAt: null,
    })
    if (!isNew) return
    await tx.insert('threadMessages', {
      id: deps.ids.next('message'),
      threadId: input.threadId,
      author: 'member',
      text: input.text,
      message: null,
      requestId: null,
      effectKey: null,
      version: 1,
      createdAt: at,
      updatedAt: at,
    })
    await tx.update('threads', input.threadId, { lastMessageAt: at })
  })
}

/** Handles one stored event. Runs again after a crash; the inbox row makes its effects happen once. */
export async function handleInbound(deps: Deps, tenantId: TenantId, id: InboundId): Promise<void> {
  const event = await deps.store.inTenant(tenantId, (tx) => tx.get('inbound', id))
  if (event?.state !== 'received') return
  const cause = causeOf(deps, event)
  try {
    if (event.payload.kind === 'propose') await proposeSlots(deps, tenantId, String(event.payload.requestId), cause)
    else await answerMessage(deps, tenantId, event, cause)
  } catch (error) {
    // Another worker was faster, or the request changed under us: the row is looked at again by the sweep if still due.
    if (isParleyError(error, 'stale')) return
    await refuse(deps, tenantId, event, error)
  }
}

function causeOf(deps: Deps, event: InboundEvent): Cause {
  return {
    actor: event.payload.kind === 'message' ? `member:${String(event.payload.memberId)}` : 'parley',
    via: event.payload.kind === 'message' ? 'chat' : 'system',
    claim: async (tx) => {
      await tx.update('inbound', event.id, { state: 'done', handledAt: deps.clock.now() }, { state: 'received' })
    },
  }
}

/** A failed event ends with a sentence in the thread: acknowledged means answered. */
async function refuse(deps: Deps, tenantId: TenantId, event: InboundEvent, error: unknown): Promise<void> {
  deps.log('inbound.failed', { id: event.id, error: String(error) })
  await deps.store.inTenant(tenantId, async (tx) => {
    await tx.update(
      'inbound',
      event.id,
      { state: 'refused', reason: sentenceFor(error), handledAt: deps.clock.now() },
      { state: 'received' },
    )
    const target = await threadOf(tx, event)
    if (target) await say(tx, deps, target, event.id, textDraft(sentenceFor(error)))
  })
}

async function threadOf(tx: Tx, event: InboundEvent): Promise<{ threadId: ThreadId; memberId: MemberId } | null> {
  if (event.payload.kind === 'message')
    return { threadId: event.payload.threadId as ThreadId, memberId: event.payload.memberId as MemberId }
  const request = await tx.get('requests', String(event.payload.requestId))
  return request ? { threadId: request.threadId, memberId: request.recruiterId } : null
}

async function answerMessage(deps: Deps, tenantId: TenantId, event: InboundEvent, cause: Cause): Promise<void> {
  const talk: Conversation = {
    tenantId,
    threadId: event.payload.threadId as ThreadId,
    memberId: event.payload.memberId as MemberId,
    eventKey: event.id,
  }
  const member = await deps.store.inTenant(tenantId, (tx) => tx.get('members', talk.memberId))
  const intent = readIntent(String(event.payload.text), {
    now: deps.clock.now(),
    zone: member?.zone ?? defaultSettings.zone,
    locale: member?.locale ?? defaultSettings.locale,
  })
  await answerIntent(deps, cause, talk, member, intent)
}

/** The switch from intent to use case; also used by buttons that carry on with a command. */
export async function answerIntent(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member | null,
  intent: Intent,
): Promise<void> {
  const reader = { zone: member?.zone ?? defaultSettings.zone, locale: member?.locale ?? defaultSettings.locale }
  switch (intent.kind) {
    case 'schedule':
      if (!member?.roles.includes('recruiter'))
        return reply(deps, cause, talk, textDraft('Only recruiters open scheduling requests here.'))
      return scheduleInterview(deps, cause, talk, intent)
    case 'whoIs':
      return reply(deps, cause, talk, await whoIs(deps, talk.tenantId, intent.name))
    case 'status':
      if (intent.about !== null) return showNamed(deps, cause, talk, intent.about)
      return replyInTx(deps, cause, talk, (tx) => showBoard(tx, 'open', reader, deps.clock.now()))
    case 'list':
      return replyInTx(deps, cause, talk, (tx) => showBoard(tx, intent.filter, reader, deps.clock.now()))
    case 'cancel':
    case 'postpone':
    case 'reschedule':
      return confirmChange(deps, cause, talk, intent)
    case 'nudge':
      return nudgeNamed(deps, cause, talk, intent.about)
    case 'enterTimes': {
      const windows = windowsFromLocal(intent.windows, reader.zone, deps.clock.now())
      const draft = await deps.store.inTenant(talk.tenantId, (tx) =>
        readBackTimes(tx, talk, intent.about, windows, reader),
      )
      return reply(deps, cause, talk, draft)
    }
    case 'settings':
      return replyInTx(deps, cause, talk, async (tx) => setUpDraft(await readSettings(tx), member, null))
    case 'greeting':
    case 'help':
      return reply(deps, cause, talk, helpDraft(intent.kind === 'greeting' ? member : null))
    case 'unknown':
      return reply(deps, cause, talk, unknownDraft(intent.hint))
  }
}

async function reply(deps: Deps, cause: Cause, talk: Conversation, draft: DraftMessage): Promise<void> {
  await replyInTx(deps, cause, talk, async () => draft)
}

async function replyInTx(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  compose: (tx: Tx) => Promise<DraftMessage>,
): Promise<void> {
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    await say(tx, deps, talk, talk.eventKey, await compose(tx))
  })
}

export function helpDraft(greeted: Member | null): DraftMessage {
  return {
    parts: [
      { kind: 'text', text: greeted ? `Hello ${greeted.name}. This is what I can do:` : 'This is what I can do:' },
      {
        kind: 'list',
        items: [
          {
            text: 'schedule Jane with Acme for the Backend role',
            detail: 'also: 45 min, client first, next week, I will join',
          },
          { text: 'who is Jane?' },
          { text: 'status', detail: 'or: status of Jane, what needs me, today' },
          { text: 'Acme can do Tue 2-4 and Thu morning', detail: 'enters times that somebody told you' },
          { text: 'nudge Jane' },
          { text: 'reschedule Jane because Acme is travelling' },
          { text: 'postpone Jane to 1 December' },
          { text: 'cancel Jane because the role is filled' },
          { text: 'settings' },
        ],
      },
    ],
    actions: [],
  }
}

function unknownDraft(hint: string | null): DraftMessage {
  const first = hint ?? 'I did not understand that, so I have done nothing.'
  return {
    parts: [
      {
        kind: 'text',
        text: `${first} Try "schedule Jane with Acme for the Backend role", "who is Jane?" or "status".`,
      },
    ],
    actions: [{ kind: 'help', data: {}, label: 'What can you do?', style: 'normal' }],
  }
}

/** "status of Jane": her card, brought into this thread; several are a question. */
async function showNamed(deps: Deps, cause: Cause, talk: Conversation, about: string): Promise<void> {
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const found = await findOpenRequests(tx, about, talk.threadId)
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

function noneDraft(about: string | null): DraftMessage {
  return textDraft(
    about
      ? `I have no open request for "${about}", so I have done nothing. "status" lists what is open.`
      : 'I do not know which request you mean, so I have done nothing. Name the candidate, or write in the conversation of the request.',
  )
}

function whichDraft(
  found: readonly Request[],
  action: (request: Request) => Pick<DraftAction, 'kind' | 'data'> & Partial<DraftAction>,
): DraftMessage {
  return textDraft(
    `${found.length} requests fit. Which one do you mean?`,
    found.slice(0, 8).map((r) => ({ label: labelOf(r), style: 'normal', ...action(r) })),
  )
}

function labelOf(request: Request): string {
  return [request.candidateName, request.title, request.clientName].filter(Boolean).join(' · ')
}

function changeAction(
  request: Request,
  intent: Extract<Intent, { kind: 'cancel' | 'postpone' | 'reschedule' }>,
): DraftAction {
  switch (intent.kind) {
    case 'cancel':
      return cancelAction(request, intent)
    case 'postpone':
      return postponeAction(request, intent)
    case 'reschedule':
      return moveAction(request, intent)
  }
}

/** Cancelling, postponing and moving tell people things: it shows what it understood and acts on a press. */
async function confirmChange(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  intent: Extract<Intent, { kind: 'cancel' | 'postpone' | 'reschedule' }>,
): Promise<void> {
  await replyInTx(deps, cause, talk, async (tx) => {
    const found = await findOpenRequests(tx, intent.about, talk.threadId)
    if (found.length === 0) return noneDraft(intent.about)
    if (intent.kind === 'reschedule' && found[0]?.state !== 'confirmed' && found.length === 1)
      return textDraft(
        `${found[0]?.candidateName} has no confirmed interview yet, so there is nothing to move. "status of ${found[0]?.candidateName}" shows where it stands.`,
      )
    const action = (r: Request) => changeAction(r, intent)
    const [only] = found
    if (!only || found.length > 1) return whichDraft(found, (r) => ({ ...action(r), label: labelOf(r) }))
    return textDraft(
      `I understood: ${intent.kind} ${only.title} with ${only.candidateName}${only.clientName ? ` at ${only.clientName}` : ''}. Shall I?`,
      [{ ...action(only), isOpen: true }],
    )
  })
}

async function nudgeNamed(deps: Deps, cause: Cause, talk: Conversation, about: string | null): Promise<void> {
  const found = await deps.store.inTenant(talk.tenantId, (tx) => findOpenRequests(tx, about, talk.threadId))
  const [only] = found
  if (!only) return reply(deps, cause, talk, noneDraft(about))
  if (found.length > 1)
    return reply(
      deps,
      cause,
      talk,
      whichDraft(found, (r) => ({ ...nudgeAction(r), label: labelOf(r) })),
    )
  await replyInTx(deps, cause, talk, async (tx) => nudgeDraft(await nudge(tx, deps, cause, only.id), only))
}

export function nudgeDraft(outcome: Awaited<ReturnType<typeof nudge>>, request: Request): DraftMessage {
  switch (outcome.kind) {
    case 'done':
      return textDraft(
        `Reminded ${outcome.names.join(' and ')} about ${request.title}. The reminder carries a fresh link.`,
      )
    case 'nobody':
      return textDraft(`Nobody has to answer for ${request.candidateName} right now, so I reminded nobody.`)
    case 'tooSoon':
      return textDraft('They were reminded less than an hour ago, so I did not write again.')
  }
}
