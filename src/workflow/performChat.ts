import { messageSchema } from '../bot/message.ts'
import { composePanelCard } from '../bot/panelCard.ts'
import { composeRequestCard } from '../bot/requestCard.ts'
import type { Effect, EffectPayload } from '../domain/effect.ts'
import { ParleyError } from '../domain/errors.ts'
import type { MemberId, RequestId, TenantId } from '../domain/ids.ts'
import type { Action, Thread } from '../domain/thread.ts'
import { defaultWords } from '../mail/messages.ts'
import type { Tx } from '../store/port.ts'
import { findPartyThread, openPartyThread } from './askParty.ts'
import { loadBundle, type RequestBundle, readSettings } from './bundle.ts'
import type { Deps } from './deps.ts'
import type { Performed, Prepared } from './effects.ts'
import { wordsKey } from './firstMails.ts'
import { peopleOf, reachMember } from './meetPerson.ts'
import { messageFor, readMessageFor } from './messageFor.ts'
import { findActions, knownMessage, mintActions, withdrawOwed } from './owe.ts'
import { tellPlace } from './placeRequest.ts'
import { speechIn } from './speech.ts'

type Payload<K extends EffectPayload['kind']> = Extract<EffectPayload, { kind: K }>

export async function performMessage(
  tx: Tx,
  deps: Deps,
  effect: Effect,
  payload: Payload<'chatMessage'>,
): Promise<Prepared> {
  const { tenantId } = tx
  const thread = await tx.get('threads', payload.threadId)
  if (!thread) return { kind: 'withdrawn', why: 'the thread is gone' }
  const [settings, request] = await Promise.all([
    readSettings(tx),
    effect.requestId ? tx.get('requests', effect.requestId) : null,
  ])
  const names = request ? [request.candidateName] : []
  const message = messageSchema.safeParse(payload.message)
  const shown = message.data && (await readMessageFor(tx, thread, settings, message.data, names))
  const act = async () => {
    const whole = message.data ?? messageSchema.parse(payload.message)
    return {
      kind: 'done' as const,
      proof: await portOf(deps, thread).post(tenantId, thread, effect.key, whole, shown),
    }
  }
  return { kind: 'ready', act }
}

export async function performWhisper(tx: Tx, deps: Deps, payload: Payload<'chatWhisper'>): Promise<Prepared> {
  const { tenantId } = tx
  const { address, userId } = payload
  const act = async () => {
    const people = peopleOf(deps, address.surface)
    if (!people) return { kind: 'withdrawn' as const, why: 'the chat is not connected any more' }
    const message = messageSchema.parse(payload.message)
    return { kind: 'done' as const, proof: await people.whisper(tenantId, address, userId, message) }
  }
  return { kind: 'ready', act }
}

/**
 * Claims a card. Others that are owed for its request would show nothing else, so they are taken back with it; all of them are
 * locked in the order of their ids, so that two workers never wait for each other. Whoever touched one of them has then written
 * all of it, and what is read from here on shows it.
 */
export async function claimCard(tx: Tx, deps: Deps, card: Effect, claim: () => Promise<Effect>): Promise<Effect> {
  const { requestId } = card
  const owed = await tx.find('effects', {
    where: { requestId, kind: 'chatCard', state: 'owed' },
    orderBy: [['id', 'asc']],
  })
  await withdrawOwed(
    tx,
    deps,
    owed.filter(({ id }) => id < card.id),
  )
  const claimed = await claim()
  await withdrawOwed(
    tx,
    deps,
    owed.filter(({ id }) => id > card.id),
  )
  return claimed
}

/** Brings every living card of the request up to date: the recruiter's, and that of each member of the panel. */
export async function performCard(tx: Tx, deps: Deps, payload: Payload<'chatCard'>): Promise<Prepared> {
  const own = { requestId: payload.requestId as RequestId }
  const [bundle, effects] = await Promise.all([
    loadBundle(tx, own.requestId),
    tx.find('effects', { where: own, orderBy: [['createdAt', 'asc']] }),
  ])
  const gone = { kind: 'withdrawn', why: 'the request or its thread is gone' } as const
  if (!bundle) return gone
  if (effects.some((one) => one.kind === 'chatPlace' && ['owed', 'trying'].includes(one.state)))
    return { kind: 'withdrawn', why: 'its place is being made, and the card follows' }
  const { threadId, recruiterId: memberId } = bundle.request
  const [thread, actions, speech] = await Promise.all([
    tx.get('threads', threadId),
    findActions(tx, { threadId, requestId: bundle.request.id }),
    speechIn(tx, { threadId, memberId }),
  ])
  if (!thread) return gone
  return {
    kind: 'ready',
    act: () => putCards(deps, tx.tenantId, { bundle, effects, thread, actions, locale: speech.reader.locale }),
  }
}

interface CardFacts {
  bundle: RequestBundle
  effects: readonly Effect[]
  thread: Thread
  /** The buttons of the recruiter's card that exist. */
  actions: readonly Action[]
  /** Of whoever reads the recruiter's card: the tenant's where several do. */
  locale: string
}

async function putCards(deps: Deps, tenantId: TenantId, facts: CardFacts): Promise<Performed> {
  const { bundle, effects, thread } = facts
  const stages = await readStages(deps, tenantId, bundle)
  const ownWords = Object.fromEntries(
    effects.flatMap((e) => (e.state === 'owed' && e.payload.kind === 'mail' ? [wordsOf(bundle, e.payload)] : [])),
  )
  const recruiter = { ...bundle.recruiter, locale: facts.locale }
  const view = { ...bundle, recruiter, effects, stages, mailWords: ownWords, now: deps.clock.now() }
  const draft = composeRequestCard(view)
  const { recruiterId } = bundle.request
  const message =
    knownMessage(facts.actions, recruiterId, draft) ??
    (await deps.store.inTenant(tenantId, (tx) => mintActions(tx, deps, targetOf(bundle, thread, recruiterId), draft)))
  const shown = messageFor(thread, bundle.settings, message, [bundle.request.candidateName])
  const proof = await portOf(deps, thread).putCard(tenantId, thread, bundle.request.id, message, shown)
  await tellPlace(deps, tenantId, facts, proof)
  await putPanelCards(deps, tenantId, bundle)
  return { kind: 'done', proof }
}

/** The opening paragraph a waiting mail will carry: the recruiter's own, else ours, with the names put in. */
function wordsOf(bundle: RequestBundle, payload: Payload<'mail'>): [string, string] {
  const party = bundle.parties.find((p) => p.id === payload.partyId)
  if (!party) return [payload.partyId, '']
  const kept = payload.data.words ?? bundle.settings.mailWords[wordsKey(payload.template, party.role, party.locale)]
  return [party.id, kept ?? defaultWords(payload.template, party.locale, party.role)]
}

function targetOf(bundle: RequestBundle, thread: Thread, memberId: MemberId) {
  return {
    threadId: thread.id,
    memberId,
    requestId: bundle.request.id as RequestId,
    requestVersion: bundle.request.version,
  }
}

/** Every member of the panel who was asked or decides has a card in a thread of its own. */
async function putPanelCards(deps: Deps, tenantId: TenantId, bundle: RequestBundle): Promise<void> {
  for (const party of bundle.parties) {
    const { memberId } = party
    if (!memberId || party.role === 'recruiter') continue
    const draft = composePanelCard({ ...bundle, party, now: deps.clock.now() })
    if (!draft) continue
    const { request } = bundle
    const known = await deps.store.inTenant(tenantId, (tx) => findPartyThread(tx, request, memberId))
    const address = known ? null : ((await reachMember(deps, tenantId, memberId))?.address ?? null)
    const { thread, message } = await deps.store.inTenant(tenantId, async (tx) => {
      const own = known ?? (await openPartyThread(tx, deps, request, memberId, address))
      return { thread: own, message: await mintActions(tx, deps, targetOf(bundle, own, memberId), draft) }
    })
    await portOf(deps, thread).putCard(tenantId, thread, bundle.request.id, message)
  }
}

async function readStages(deps: Deps, tenantId: TenantId, bundle: RequestBundle) {
  try {
    const application = await deps.ats.readApplication(tenantId, bundle.request.applicationId)
    return application ? { stages: application.stages, url: application.url } : null
  } catch (error) {
    // The card says that the ATS does not answer; everything else on it is known.
    if (error instanceof ParleyError) return null
    throw error
  }
}

function portOf(deps: Deps, thread: Thread) {
  const port = deps.chat.get(thread.surface)
  if (!port) throw new ParleyError('notConfigured', `The ${thread.surface} chat is not connected.`)
  return port
}
