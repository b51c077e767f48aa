import { z } from 'zod'
import type { InboundMessage } from '../bot/inbound.ts'
import { isParleyError, sentenceFor } from '../domain/errors.ts'
import type { InboundId, MemberId, TenantId, ThreadId } from '../domain/ids.ts'
import { defaultSettings, type Member } from '../domain/settings.ts'
import type { InboundEvent } from '../domain/thread.ts'
import { type Intent, intentSchema } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { answerIntent } from './answerIntent.ts'
import { answerQuestion, isAnswer } from './answerQuestion.ts'
import type { Cause } from './cause.ts'
import { handleHook } from './connectAts.ts'
import type { Deps } from './deps.ts'
import { handleMail } from './handleMail.ts'
import { insertLine } from './insertLine.ts'
import { hashOfText } from './judgeReading.ts'
import { say } from './owe.ts'
import { oweIntents } from './oweIntents.ts'
import { finishPress } from './pressInChat.ts'
import { proposeSlots } from './proposeSlots.ts'
import { readBackDraft } from './readBack.ts'
import { reply } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import { settleChat } from './settleChat.ts'
import { errorSentence, sentence } from './speech.ts'
import { type Understanding, understand } from './understand.ts'

// Takes:   what a member wrote, or an internal step that is due.
// Reads:   settings, the thread's requests, the ATS.
// Writes:  the inbox row, and whatever the use case of the intent writes, in one transaction; of a message that asks for several
//          things, the rest as a row of its own in that same transaction: each happens once, in the order of the message.
// Effects: a reply in the thread for each, always.
// Refuses when: nothing is understood; it says what it can do. It never acts on a guess.

/** Stores a message before it is acknowledged, together with its line in the thread. A repeated event changes nothing. */
export async function receiveMessage(deps: Deps, input: InboundMessage): Promise<void> {
  const at = deps.clock.now()
  const lineId = deps.ids.next('message')
  await deps.store.inTenant(input.tenantId, async (tx) => {
    const thread = await tx.get('threads', input.threadId)
    if (!thread || thread.memberId !== input.memberId) return
    const isNew = await tx.receive({
      id: deps.ids.next('inbound'),
      source: thread.surface,
      externalId: input.eventId,
      payload: { kind: 'message', threadId: input.threadId, memberId: input.memberId, text: input.text, lineId },
      state: 'received',
      reason: null,
      attempts: 0,
      receivedAt: at,
      handledAt: null,
    })
    if (!isNew) return
    await insertLine(tx, { id: lineId, threadId: input.threadId, text: input.text, at })
  })
}

/** What one message may ask for; more than this is pasted text. */
const intentCountMax = 8

/** Whether a member said it; the rest are mails and steps of our own. */
function isSaid({ payload }: InboundEvent): boolean {
  return payload.kind === 'message' || payload.kind === 'further'
}

/** Handles one stored event. Runs again after a crash; the inbox row makes its effects happen once. */
export async function handleInbound(deps: Deps, tenantId: TenantId, id: InboundId): Promise<void> {
  const read = await deps.store.inTenant(tenantId, async (tx) => {
    const event = await tx.get('inbound', id)
    return event?.state === 'received' ? event : null
  })
  if (!read) return
  if (read.payload.kind === 'atsHook') return handleHook(deps, tenantId, read.id, String(read.payload.connectionId))
  if (read.payload.kind === 'press') return finishPress(deps, tenantId, read)
  const event = read.payload.kind === 'chat' ? await settleChat(deps, tenantId, read) : read
  if (!event) return
  const { memberId } = event.payload
  const member =
    typeof memberId === 'string' ? await deps.store.inTenant(tenantId, (tx) => tx.get('members', memberId)) : null
  const plain = talkOf(tenantId, event)
  const understood = isSaid(event) ? await readIntents(deps, plain, event, member) : null
  if (understood?.kind === 'later') return
  const talk = understood?.isByModel ? { ...plain, judged: hashOfText(String(event.payload.text)) } : plain
  const [first, ...further] = understood?.kind === 'understood' ? understood.intents : []
  try {
    if (event.payload.kind === 'propose')
      await proposeSlots(deps, tenantId, String(event.payload.requestId), causeOf(deps, event, []))
    else if (event.payload.kind === 'mail') await handleMail(deps, tenantId, event, causeOf(deps, event, []))
    else if (understood?.kind === 'doubtful')
      await readBack(deps, causeOf(deps, event, []), talk, understood.intents, isOverheard(event))
    else if (first) await answerOne(deps, causeOf(deps, event, further), talk, member, first, isOverheard(event))
  } catch (error) {
    // Another worker was faster, or the request changed under us: the row is looked at again by the sweep if still due.
    if (isParleyError(error, 'stale')) return
    await refuse(deps, tenantId, event, further, error)
  }
}

/** What a message asks for, in its order; or what is left of one that was begun. */
async function readIntents(
  deps: Deps,
  talk: Conversation,
  event: InboundEvent,
  member: Member | null,
): Promise<Understanding> {
  if (event.payload.kind === 'further')
    return { kind: 'understood', intents: z.array(intentSchema).parse(event.payload.intents), isByModel: false }
  const understood = await understand(deps, talk, String(event.payload.text), {
    now: deps.clock.now(),
    zone: member?.zone ?? defaultSettings.zone,
    locale: member?.locale ?? defaultSettings.locale,
  })
  return understood.kind === 'later'
    ? understood
    : { ...understood, intents: understood.intents.slice(0, intentCountMax) }
}

function causeOf(deps: Deps, event: InboundEvent, further: readonly Intent[]): Cause {
  return {
    actor: isSaid(event) ? `member:${String(event.payload.memberId)}` : 'parley',
    via: isSaid(event) ? 'chat' : 'system',
    claim: async (tx) => {
      await tx.update('inbound', event.id, { state: 'done', handledAt: deps.clock.now() }, { state: 'received' })
      await goOn(tx, deps, event, further)
    },
  }
}

/** The rest of a message that asks for several things is answered after its first, whatever became of that. */
function goOn(tx: Tx, deps: Deps, { id, payload }: InboundEvent, further: readonly Intent[]): Promise<void> {
  const { threadId, memberId, lineId } = payload
  return oweIntents(tx, deps, { threadId, memberId, lineId }, `${id}:further`, further)
}

/** A failed event ends with a sentence in the thread: acknowledged means answered. */
async function refuse(
  deps: Deps,
  tenantId: TenantId,
  event: InboundEvent,
  further: readonly Intent[],
  error: unknown,
): Promise<void> {
  deps.log('inbound.failed', { id: event.id, error: String(error) })
  await deps.store.inTenant(tenantId, async (tx) => {
    await tx.update(
      'inbound',
      event.id,
      { state: 'refused', reason: sentenceFor(error), handledAt: deps.clock.now() },
      { state: 'received' },
    )
    await goOn(tx, deps, event, further)
    const target = await threadOf(tx, event)
    if (target)
      await say(
        tx,
        deps,
        target,
        event.id,
        sentence((_, speech) => errorSentence(speech, error)),
      )
  })
}

async function threadOf(tx: Tx, event: InboundEvent): Promise<{ threadId: ThreadId; memberId: MemberId } | null> {
  if (isSaid(event))
    return { threadId: event.payload.threadId as ThreadId, memberId: event.payload.memberId as MemberId }
  const request = await tx.get('requests', String(event.payload.requestId))
  return request ? { threadId: request.threadId, memberId: request.recruiterId } : null
}

function talkOf(tenantId: TenantId, event: InboundEvent): Conversation {
  const { threadId, memberId, lineId } = event.payload
  return {
    tenantId,
    threadId: threadId as ThreadId,
    memberId: memberId as MemberId,
    eventKey: event.id,
    lineId: typeof lineId === 'string' ? lineId : null,
  }
}

/** Whether it was said in a thread in which Parley takes part, and not to Parley. */
function isOverheard({ payload }: InboundEvent): boolean {
  return payload.isAddressed === false
}

/** Asks whether that was meant; of what was only overheard it asks nobody. */
async function readBack(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  intents: readonly Intent[],
  isOverheardOnly: boolean,
): Promise<void> {
  if (isOverheardOnly) return passOver(deps, cause, talk)
  await reply(deps, cause, talk, readBackDraft(intents))
}

function passOver(deps: Deps, cause: Cause, { tenantId }: Conversation): Promise<void> {
  return deps.store.inTenant(tenantId, async (tx) => cause.claim?.(tx))
}

/** What people also say to each other: overheard, it is no business of Parley's unless it answers a question of Parley's. */
const small: ReadonlySet<Intent['kind']> = new Set(['unknown', 'outOfScope', 'greeting', 'thanks'])

/** "yes", "no", "undo" and "the second" mean what the thread shows; everything else says itself what it wants. */
async function answerOne(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member | null,
  intent: Intent,
  isOverheardOnly: boolean,
): Promise<void> {
  const canAnswer = isAnswer(intent)
  if (member && canAnswer && (await answerQuestion(deps, cause, talk, member, intent))) return
  if (isOverheardOnly && (canAnswer || small.has(intent.kind))) return passOver(deps, cause, talk)
  await answerIntent(deps, cause, talk, member, intent)
}
