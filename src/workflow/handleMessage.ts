import type { InboundMessage } from '../bot/inbound.ts'
import type { DraftMessage } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import { isParleyError, sentenceFor } from '../domain/errors.ts'
import type { InboundId, MemberId, TenantId, ThreadId } from '../domain/ids.ts'
import { defaultSettings, type Member } from '../domain/settings.ts'
import type { InboundEvent } from '../domain/thread.ts'
import type { Intent } from '../intents/intent.ts'
import { readIntent } from '../intents/readIntent.ts'
import type { Tx } from '../store/port.ts'
import { readSettings } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { readBackTimes, windowsFromLocal } from './enterTimes.ts'
import { handleMail } from './handleMail.ts'
import { say } from './owe.ts'
import { proposeSlots } from './proposeSlots.ts'
import { reply, replyInTx } from './reply.ts'
import { confirmChange, nudgeNamed, showNamed } from './requestCommands.ts'
import { scheduleInterview } from './scheduleInterview.ts'
import type { Conversation } from './scheduleWish.ts'
import { answerBriefing } from './setBriefings.ts'
import { defaultsAction } from './setDefaults.ts'
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
    else if (event.payload.kind === 'mail') await handleMail(deps, tenantId, event, cause)
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
      if (intent.about !== null) return showNamed(deps, cause, talk, intent)
      return replyInTx(deps, cause, talk, (tx) => showBoard(tx, 'open', reader, deps.clock.now()))
    case 'list':
      return replyInTx(deps, cause, talk, (tx) => showBoard(tx, intent.filter, reader, deps.clock.now()))
    case 'cancel':
    case 'postpone':
    case 'reschedule':
      return confirmChange(deps, cause, talk, intent)
    case 'nudge':
      return nudgeNamed(deps, cause, talk, intent)
    case 'enterTimes': {
      const windows = windowsFromLocal(intent.windows, reader.zone, deps.clock.now())
      const draft = await deps.store.inTenant(talk.tenantId, (tx) =>
        readBackTimes(tx, talk, intent.about, windows, reader),
      )
      return reply(deps, cause, talk, draft)
    }
    case 'briefing':
      return answerBriefing(deps, cause, talk, member, intent.ask)
    case 'settings':
      return replyInTx(deps, cause, talk, async (tx) => {
        const settings = await readSettings(tx)
        const draft = setUpDraft(settings, member, null)
        return settings.isSetUp ? { ...draft, actions: [...draft.actions, defaultsAction(settings)] } : draft
      })
    case 'greeting':
    case 'help':
      return reply(deps, cause, talk, helpDraft(intent.kind === 'greeting' ? member : null))
    case 'unknown':
      return reply(deps, cause, talk, unknownDraft(intent.hint))
  }
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
          {
            text: 'briefing at 7:30',
            detail: 'or: briefing now, stop briefings, briefing 15 minutes before interviews',
          },
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
