import { isDeepStrictEqual } from 'node:util'
import type { DraftMessage, Message, MessageAction } from '../bot/message.ts'
import { fallbackTextOf } from '../bot/message.ts'
import type { Interval } from '../domain/availability.ts'
import type { Effect, EffectPayload, InvitationMethod, LogEvent, MailTemplate } from '../domain/effect.ts'
import type { EffectId, InterviewId, MemberId, RequestId, ThreadId } from '../domain/ids.ts'
import type { Action } from '../domain/thread.ts'
import type { NewRow, Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'
import { askForJudgement } from './judgeReading.ts'
import { moveEffect } from './moveEffect.ts'
import { compose, type Draft, speechIn } from './speech.ts'

type Minting = Pick<Deps, 'ids' | 'clock'>

interface EffectOrder {
  key: string
  payload: EffectPayload
  requestId: RequestId | null
  interviewId?: InterviewId | null
  /** Not before this instant; now when left out. */
  at?: Date
}

/** One row of the effects table, owed from `at` on. */
export function effectRow(deps: Minting, order: EffectOrder): NewRow<'effects'> {
  const now = deps.clock.now()
  return {
    id: deps.ids.next('effect'),
    requestId: order.requestId,
    interviewId: order.interviewId ?? null,
    key: order.key,
    kind: order.payload.kind,
    payload: order.payload,
    state: 'owed',
    attempts: 0,
    nextAttemptAt: order.at ?? now,
    claimedAt: null,
    proof: null,
    lastError: null,
    createdAt: now,
    updatedAt: now,
  }
}

/** Owes a mail of a template to one party. `occasion` makes the key unique: the ask round, the proposal, the reminder's number. */
export function mailOrder(
  requestId: RequestId,
  template: MailTemplate,
  partyId: string,
  occasion: string,
  options: { at?: Date; data?: Readonly<Record<string, string>>; interviewId?: InterviewId } = {},
): EffectOrder {
  return {
    key: `${requestId}:mail:${template}:${partyId}:${occasion}`,
    requestId,
    payload: { kind: 'mail', template, partyId, data: options.data ?? {} },
    ...(options.at ? { at: options.at } : {}),
    ...(options.interviewId ? { interviewId: options.interviewId } : {}),
  }
}

export function invitationOrder(
  requestId: RequestId,
  interviewId: InterviewId,
  invitationId: string,
  partyId: string,
  method: InvitationMethod,
  sequence: number,
  reason: string | null,
  previous: Interval | null = null,
): EffectOrder {
  const was = previous && { startsAt: previous.startsAt.toISOString(), endsAt: previous.endsAt.toISOString() }
  return {
    key: `${invitationId}:${method}:${sequence}:${partyId}`,
    requestId,
    interviewId,
    payload: { kind: 'invitation', invitationId, partyId, method, sequence, reason, previous: was },
  }
}

/** Owes one of the seven activity entries (R59-R65), as text and as data. */
export function logOrder(
  requestId: RequestId,
  event: LogEvent,
  occasion: string,
  text: string,
  data: Readonly<Record<string, unknown>>,
): EffectOrder {
  return { key: `${requestId}:log:${event}:${occasion}`, requestId, payload: { kind: 'atsLog', event, text, data } }
}

/** Owes a fresh rendering of the request's living cards. Others still owed are overtaken when one is performed. */
export function cardOrder(deps: Minting, requestId: RequestId, version: number): EffectOrder {
  return {
    key: `${requestId}:card:${deps.ids.next('card')}`,
    requestId,
    payload: { kind: 'chatCard', requestId, version },
  }
}

export async function owe(tx: Tx, deps: Minting, orders: readonly EffectOrder[]): Promise<void> {
  if (orders.length > 0) await tx.enqueue(orders.map((order) => effectRow(deps, order)))
}

interface CardTarget {
  threadId: ThreadId
  memberId: MemberId
  requestId: RequestId | null
  requestVersion: number | null
}

/** Gives each button of a draft an opaque id and keeps what it means. A button that already exists keeps its id. */
export async function mintActions(tx: Tx, deps: Minting, target: CardTarget, draft: DraftMessage): Promise<Message> {
  const known = draft.actions.length === 0 ? [] : await findActions(tx, target)
  const { threadId, memberId, requestId, requestVersion } = target
  const minted: NewRow<'actions'>[] = []
  const message = addressActions(draft, (wanted) => {
    const same = sameAction(known, memberId, wanted)
    if (same) return same.id
    const id = deps.ids.next('action')
    const { kind, data } = wanted
    minted.push({
      id,
      threadId,
      memberId,
      requestId,
      requestVersion,
      kind,
      data,
      usedAt: null,
      createdAt: deps.clock.now(),
    })
    return id
  })
  if (minted.length > 0) await tx.insertMany('actions', minted)
  return message
}

/** The buttons there are for a request in a thread. */
export async function findActions(tx: Tx, target: Pick<CardTarget, 'threadId' | 'requestId'>): Promise<Action[]> {
  const { threadId, requestId } = target
  return requestId === null ? [] : tx.find('actions', { where: { threadId, requestId } })
}

/** The draft with the buttons that exist already, when none is new; else null. */
export function knownMessage(known: readonly Action[], memberId: MemberId, draft: DraftMessage): Message | null {
  const ids = draft.actions.map((wanted) => sameAction(known, memberId, wanted)?.id)
  return ids.includes(undefined) ? null : addressActions(draft, (_, at) => ids[at] ?? '')
}

function sameAction(known: readonly Action[], memberId: MemberId, wanted: DraftMessage['actions'][number]) {
  const alike = known.filter((a) => a.kind === wanted.kind && a.memberId === memberId)
  if (alike.length === 0) return undefined
  const kept: unknown = JSON.parse(JSON.stringify(wanted.data))
  return alike.find((a) => isDeepStrictEqual(a.data, kept))
}

function addressActions(
  draft: DraftMessage,
  idOf: (wanted: DraftMessage['actions'][number], at: number) => string,
): Message {
  const { parts, privateNames, language } = draft
  const actions: MessageAction[] = draft.actions.map((wanted, at) => {
    const { kind: _kind, data: _data, ...shown } = wanted
    // A form may be shown apart from its message.
    const isAsking = shown.form !== undefined || shown.confirm !== undefined
    return { id: idOf(wanted, at), ...shown, ...(language && isAsking ? { language } : {}) }
  })
  const labels = draft.actions.map((a) => a.label)
  return {
    fallbackText: fallbackTextOf(parts, labels, language),
    parts,
    actions,
    ...(privateNames ? { privateNames } : {}),
    ...(language ? { language } : {}),
  }
}

/**
 * Owes a message in a thread, in the words of whoever reads there. `key` is the occasion: the inbound event it answers, or the
 * step it tells of.
 */
export async function say(
  tx: Tx,
  deps: Minting,
  target: { threadId: ThreadId; memberId: MemberId; requestId?: RequestId | null; judged?: string },
  key: string,
  draft: Draft,
): Promise<void> {
  const requestId = target.requestId ?? null
  const { threadId, judged } = target
  const speech = typeof draft === 'function' || judged ? await speechIn(tx, target) : null
  const plain = speech ? compose(draft, speech) : (draft as DraftMessage)
  const composed = speech && judged ? await askForJudgement(tx, { threadId, judged }, plain, speech) : plain
  const message = await mintActions(tx, deps, { ...target, requestId, requestVersion: null }, composed)
  await owe(tx, deps, [
    { key: `say:${key}`, requestId, payload: { kind: 'chatMessage', threadId: target.threadId, message } },
  ])
}

/** Takes back effects that have not been tried yet. Returns how many were taken back. */
export async function withdrawOwed(tx: Tx, deps: Minting, owed: readonly Effect[]): Promise<EffectId[]> {
  const withdrawn: EffectId[] = []
  for (const effect of owed) {
    if (effect.state !== 'owed') continue
    await moveEffect(tx, deps, effect, 'withdrawn')
    withdrawn.push(effect.id)
  }
  return withdrawn
}

/** Asks for a search for slots, durably, in the caller's transaction. */
export async function owePropose(tx: Tx, deps: Pick<Deps, 'ids' | 'clock'>, requestId: RequestId): Promise<void> {
  await tx.receive({
    id: deps.ids.next('inbound'),
    source: 'parley',
    externalId: deps.ids.next('propose'),
    payload: { kind: 'propose', requestId },
    state: 'received',
    reason: null,
    attempts: 0,
    receivedAt: deps.clock.now(),
    handledAt: null,
  })
}
