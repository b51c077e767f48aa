import { attemptCountMax, backoffMs, type Effect, type EffectFailure, type Proof } from '../domain/effect.ts'
import { isParleyError, ParleyError, sentenceFor } from '../domain/errors.ts'
import type { EffectId, MemberId, TenantId, ThreadId } from '../domain/ids.ts'
import type { Tx } from '../store/port.ts'
import { catalogue } from '../words/catalogue.ts'
import { failureSentence } from '../words/failureSentence.ts'
import type { NewsWords } from '../words/replyWords.ts'
import { needBundle } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { moveEffect } from './moveEffect.ts'
import { cardOrder, owe, say } from './owe.ts'
import { performAtsInterview, performAtsLog, performAtsStage } from './performAts.ts'
import { performBriefing } from './performBriefing.ts'
import { claimCard, performCard, performMessage, performWhisper } from './performChat.ts'
import { logOfMail, performInvitation, performMail } from './performMail.ts'
import { performPlace } from './placeRequest.ts'
import type { Speech } from './speech.ts'

// Takes:   an effect that is due.
// Reads:   its row, and the state it is about, at this moment.
// Writes:  its row: trying, then done with proof, owed again, asked, dead or withdrawn.
// Effects: the outside action, through its port, outside any transaction.
// Refuses when: it is not due, or another worker has it. Only this worker retries anything.

interface Withdrawn {
  kind: 'withdrawn'
  /** What no longer wants it. */
  why: string
}

/** What became of an attempt; `keep` writes beside the proof what else the outside answered. */
export type Performed =
  | { kind: 'done'; proof: Proof; note?: (speech: Speech) => string; keep?: (tx: Tx) => Promise<void> }
  | Withdrawn

/**
 * What an effect is about, read in the transaction that claims it: what to do outside afterwards, without a transaction, or that
 * the state no longer wants it.
 */
export type Prepared = { kind: 'ready'; act: () => Promise<Performed> } | Withdrawn

/** So long a vendor may ask to wait again and again. */
const waitMsMax = 24 * 3600_000
/** A claim older than this belongs to a worker that died. */
const claimLifeMs = 120_000

/** Claims, acts, records. Safe to call twice and by several processes: the claim is a compare-and-set on the row. */
export async function performEffect(deps: Deps, tenantId: TenantId, id: EffectId): Promise<void> {
  const taken = await claim(deps, tenantId, id)
  if (!taken) return
  const { effect: claimed, act } = taken
  const attempt = await act().then(
    (performed) => ({ performed }),
    (error: unknown) => ({ error }),
  )
  // What has happened is never taken for a failure: a receipt that cannot be written leaves the row claimed, and the sweep
  // looks at it again, which for a mail means asking.
  const record = (tx: Tx, card: CardChoice) =>
    'performed' in attempt
      ? recordPerformed(tx, deps, claimed, attempt.performed, card)
      : recordFailure(tx, deps, claimed, attempt.error)
  for (const card of ['join', 'new'] as const)
    try {
      return await deps.store.inTenant(tenantId, (tx) => record(tx, card))
    } catch (error) {
      if (!isParleyError(error, 'stale')) throw error
      // Either the card has just been claimed, then a new one is owed; or the row is another worker's, then so it stays.
    }
}

interface Taken {
  effect: Effect
  act: () => Promise<Performed>
}

/** Claims and reads in one transaction. What cannot be read is claimed all the same, and fails as an attempt does. */
async function claim(deps: Deps, tenantId: TenantId, id: EffectId): Promise<Taken | null> {
  for (const isAlone of [true, false])
    try {
      return await deps.store.inTenant(tenantId, async (tx) => {
        const effect = await claimRow(tx, deps, id, isAlone)
        return effect && (await takeUp(tx, deps, effect))
      })
    } catch (error) {
      // Either the row is another worker's, which the second look finds, or a card owed beside it, which is then left alone.
      if (isParleyError(error, 'stale')) continue
      if (isParleyError(error, 'unavailable')) throw error
      return claimToFail(deps, tenantId, id, error)
    }
  return null
}

async function claimToFail(deps: Deps, tenantId: TenantId, id: EffectId, error: unknown): Promise<Taken | null> {
  try {
    const effect = await deps.store.inTenant(tenantId, (tx) => claimRow(tx, deps, id, false))
    return effect && { effect, act: () => Promise.reject(error) }
  } catch (again) {
    if (isParleyError(again, 'stale')) return null
    throw again
  }
}

/** `isAlone`: other cards that are owed for the request are taken back with this one. */
async function claimRow(tx: Tx, deps: Deps, id: EffectId, isAlone: boolean): Promise<Effect | null> {
  const effect = await tx.get('effects', id)
  const now = deps.clock.now()
  if (!effect) return null
  const isStuck =
    effect.state === 'trying' && effect.claimedAt !== null && now.getTime() - effect.claimedAt.getTime() > claimLifeMs
  if (isStuck && isMail(effect)) {
    await recordUnknown(tx, deps, effect)
    return null
  }
  if (!isStuck && (effect.state !== 'owed' || effect.nextAttemptAt > now)) return null
  const move = () => moveEffect(tx, deps, effect, 'trying', { attempts: effect.attempts + 1, claimedAt: now })
  return effect.kind === 'chatCard' && isAlone ? claimCard(tx, deps, effect, move) : move()
}

/** Reads what the effect is about, after its row is ours: whoever touched the row before has then written all of it. */
async function takeUp(tx: Tx, deps: Deps, effect: Effect): Promise<Taken | null> {
  const prepared = await prepare(tx, deps, effect)
  if (prepared.kind === 'ready') return { effect, act: prepared.act }
  await moveEffect(tx, deps, effect, 'withdrawn')
  return null
}

function isMail(effect: Effect): boolean {
  const isBriefingMail = effect.payload.kind === 'briefing' && effect.payload.via === 'mail'
  return effect.kind === 'mail' || effect.kind === 'invitation' || isBriefingMail
}

async function prepare(tx: Tx, deps: Deps, effect: Effect): Promise<Prepared> {
  const { payload } = effect
  switch (payload.kind) {
    case 'mail':
      return performMail(tx, deps, effect, payload)
    case 'invitation':
      return performInvitation(tx, deps, effect, payload)
    case 'atsInterview':
      return performAtsInterview(tx, deps, payload)
    case 'atsStage':
      return performAtsStage(tx, deps, effect, payload)
    case 'atsLog':
      return performAtsLog(tx, deps, effect, payload)
    case 'chatCard':
      return performCard(tx, deps, payload)
    case 'chatPlace':
      return performPlace(tx, deps, effect, payload)
    case 'chatMessage':
      return performMessage(tx, deps, effect, payload)
    case 'chatWhisper':
      return performWhisper(tx, deps, payload)
    case 'briefing':
      return { kind: 'ready', act: () => performBriefing(deps, tx.tenantId, effect, payload) }
  }
}

/** Whether a card that is owed already is joined, or a new one owed. */
type CardChoice = 'join' | 'new'

async function recordPerformed(
  tx: Tx,
  deps: Deps,
  effect: Effect,
  performed: Performed,
  card: CardChoice,
): Promise<void> {
  if (performed.kind === 'withdrawn') {
    await moveEffect(tx, deps, effect, 'withdrawn')
    return
  }
  await moveEffect(tx, deps, effect, 'done', { proof: performed.proof, lastError: null })
  await performed.keep?.(tx)
  if (performed.note) await tell(tx, deps, effect, performed.note)
  const [log, cards] = await Promise.all([logOfMail(tx, deps, effect), freshCard(tx, deps, effect, card)])
  await owe(tx, deps, [...(log ? [log] : []), ...cards])
}

/**
 * The card that shows what has become of this effect. One that waits to be rendered will show it as well: its row is touched, so
 * that whoever claims it does so after this transaction, and reads what it wrote. Throws `stale` when it has just been claimed.
 */
async function freshCard(tx: Tx, deps: Deps, effect: Effect, card: CardChoice) {
  const { requestId } = effect
  if (!requestId || effect.kind === 'chatCard' || effect.kind === 'chatMessage') return []
  const now = deps.clock.now()
  const isWaiting = { requestId, kind: 'chatCard', state: 'owed', nextAttemptAt: { lte: now } } as const
  const [request, waiting] = await Promise.all([
    tx.get('requests', requestId),
    card === 'join' ? tx.find('effects', { where: isWaiting, limit: 1 }) : [],
  ])
  const [first] = waiting
  if (first) await tx.update('effects', first.id, { updatedAt: now }, { state: 'owed' })
  return request && !first ? [cardOrder(deps, request.id, request.version)] : []
}

/** A line about this effect, where somebody asked for it or else in the request's thread. */
async function tell(
  tx: Tx,
  deps: Deps,
  effect: Effect,
  line: (speech: Speech) => string,
  isFailure = false,
): Promise<void> {
  const target = await toldIn(tx, effect)
  if (!target) return
  await say(tx, deps, target, `${effect.id}:${deps.ids.next('told')}`, (speech) => {
    const retry = { kind: 'retry', data: { effectId: effect.id }, style: 'primary' } as const
    return {
      parts: [{ kind: 'note', tone: isFailure ? 'bad' : 'info', text: line(speech) }],
      actions: isFailure ? [{ ...retry, label: speech.words.news.steps.tryAgain }] : [],
    }
  })
}

async function toldIn(tx: Tx, { payload, requestId }: Effect) {
  if ('askedIn' in payload && payload.askedIn) {
    const { threadId, memberId } = payload.askedIn
    return { threadId: threadId as ThreadId, memberId: memberId as MemberId }
  }
  const request = requestId && (await tx.get('requests', requestId))
  return request ? { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id } : null
}

async function recordFailure(tx: Tx, deps: Deps, effect: Effect, error: unknown): Promise<void> {
  const now = deps.clock.now()
  const failure: EffectFailure = {
    at: now.toISOString(),
    code: error instanceof ParleyError ? error.code : 'internal',
    sentence: sentenceFor(error),
  }
  if (!(error instanceof ParleyError))
    deps.log('effect.failed', { id: effect.id, kind: effect.kind, error: String(error) })
  if (failure.code === 'unknownOutcome' && isMail(effect)) return recordUnknown(tx, deps, effect, failure)
  // Whether it happened only a person can see: another attempt could make it twice.
  const isUnknown = failure.code === 'unknownOutcome'
  // Who asks to wait has not failed: there may be a queue of many at a vendor that takes one a second.
  const isWait = failure.code === 'rateLimited' && now.getTime() - effect.createdAt.getTime() < waitMsMax
  const attempts = isWait ? effect.attempts - 1 : effect.attempts
  const isFinal = isUnknown || isHopeless(failure.code) || attempts >= attemptCountMax
  const nextAttemptAt = new Date(now.getTime() + delayMs(effect, error))
  await moveEffect(tx, deps, effect, isFinal ? 'dead' : 'owed', { lastError: failure, nextAttemptAt, attempts })
  if (!isFinal) await tx.wakeEffect(effect.id, nextAttemptAt)
  else {
    const line = (speech: Speech) => {
      const { steps } = speech.words.news
      return steps.failed(stepWords(effect, steps), failureSentence(speech.language, failure))
    }
    await tell(tx, deps, effect, line, true)
  }
  await owe(tx, deps, await freshCard(tx, deps, effect, 'new'))
}

/** A mail has no key at the provider: after an unknown outcome a person decides, it is never sent again by itself. */
async function recordUnknown(tx: Tx, deps: Deps, effect: Effect, failure?: EffectFailure): Promise<void> {
  const now = deps.clock.now()
  const lastError = failure ?? {
    at: now.toISOString(),
    code: 'unknownOutcome',
    sentence: catalogue.en.replies.news.steps.stopped,
  }
  await moveEffect(tx, deps, effect, 'asked', { lastError })
  const line = (speech: Speech) => {
    const { steps } = speech.words.news
    return steps.unknown(stepWords(effect, steps), failure ? failureSentence(speech.language, failure) : steps.stopped)
  }
  await tell(tx, deps, effect, line, true)
  await owe(tx, deps, await freshCard(tx, deps, effect, 'new'))
}

/** What another attempt cannot change. */
function isHopeless(code: string): boolean {
  return ['refused', 'badInput', 'notAllowed', 'notConfigured', 'notFound', 'wrongState'].includes(code)
}

function delayMs(effect: Effect, error: unknown): number {
  if (error instanceof ParleyError && typeof error.retry === 'object') return error.retry.afterMs
  const base = backoffMs(effect.attempts)
  // Jitter from the id: the same in every replay, different between rows.
  const spread = [...effect.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1000, 7) / 1000
  return Math.round(base * (1 + spread * 0.2))
}

function stepWords({ payload }: Effect, { what }: NewsWords['steps']): string {
  switch (payload.kind) {
    case 'invitation':
      return payload.method === 'CANCEL' ? what.cancellation : what.invitation
    case 'chatCard':
    case 'chatPlace':
    case 'chatMessage':
    case 'chatWhisper':
      return what.chat
    default:
      return what[payload.kind]
  }
}

/** The retry button: the same row, the same key, a new attempt. */
export async function retryEffect(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  effectId: string,
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const effect = await tx.get('effects', effectId)
    const isWaiting = effect?.state === 'owed' && effect.lastError !== null
    if (!effect || !(isWaiting || effect.state === 'dead' || effect.state === 'asked')) return { kind: 'tooLate' }
    const now = deps.clock.now()
    await moveEffect(tx, deps, effect, 'owed', { attempts: isWaiting ? effect.attempts : 0, nextAttemptAt: now })
    await tx.wakeEffect(effect.id, now)
    if (effect.requestId) {
      const { request } = await needBundle(tx, effect.requestId)
      await recordAudit(tx, deps, cause, {
        requestId: request.id,
        action: 'retry',
        fromState: request.state,
        toState: request.state,
        data: { effectId },
      })
      await owe(tx, deps, [cardOrder(deps, request.id, request.version)])
    }
    return { kind: 'done' }
  })
}

/** Wakes rows whose worker died. Called at start and every minute, beside the store's own sweep of owed rows. */
export async function sweepClaims(deps: Deps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - claimLifeMs)
  for (const tenantId of await deps.store.listTenants()) {
    await deps.store.inTenant(tenantId, async (tx) => {
      const stuck = await tx.find('effects', { where: { state: 'trying', claimedAt: { lt: before } }, limit: 500 })
      for (const effect of stuck) await tx.wakeEffect(effect.id, deps.clock.now())
    })
  }
}
