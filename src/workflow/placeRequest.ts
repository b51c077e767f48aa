import { createHash } from 'node:crypto'
import type { ChatChannel } from '../domain/chat.ts'
import { placeName } from '../domain/chat.ts'
import type { Effect, EffectPayload, Proof } from '../domain/effect.ts'
import { isParleyError, ParleyError } from '../domain/errors.ts'
import type { MemberId, RequestId, TenantId, ThreadId } from '../domain/ids.ts'
import type { Request } from '../domain/request.ts'
import type { Thread } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import { failureSentence } from '../words/failureSentence.ts'
import { loadBundle, type RequestBundle } from './bundle.ts'
import type { Deps } from './deps.ts'
import type { Performed, Prepared } from './effects.ts'
import { reachMember } from './meetPerson.ts'
import { say } from './owe.ts'

// Takes:   a request that was opened where the tenant wants a place of its own for each.
// Reads:   the setting, the people of the request who are in Slack.
// Writes:  the thread of the request; its card, alerts and reminders go there from now on.
// Effects: a private channel in Slack with recruiter and hiring manager, where the tenant wants one; a line with a link where it was asked.
// Refuses when: the chat does not let us: the request stays where it was asked, which is said once.

/** The card waits for its place, and nobody waits long for a card. */
const attemptsMax = 2

type Payload = Extract<EffectPayload, { kind: 'chatPlace' }>

/** Owes the place of a request that was just opened; the card follows it. */
export function placeOrder({ id, threadId }: Pick<Request, 'id' | 'threadId'>) {
  return { key: `${id}:place`, requestId: id, payload: { kind: 'chatPlace', requestId: id, threadId } as const }
}

export async function performPlace(tx: Tx, deps: Deps, effect: Effect, payload: Payload): Promise<Prepared> {
  const bundle = await loadBundle(tx, payload.requestId)
  if (!bundle || bundle.request.threadId !== payload.threadId)
    return { kind: 'withdrawn', why: 'the request is gone or has its place' }
  return { kind: 'ready', act: () => makePlace(deps, tx.tenantId, bundle, effect.attempts < attemptsMax) }
}

async function makePlace(
  deps: Deps,
  tenantId: TenantId,
  bundle: RequestBundle,
  canTryAgain: boolean,
): Promise<Performed> {
  const at = deps.clock.now().toISOString()
  try {
    const channel = await channelFor(deps, tenantId, bundle)
    if (!channel) return { kind: 'done', proof: { at, id: '', said: 'Where it was asked' } }
    const proof = { at, id: placeName(channel.address), said: `#${channel.name}` }
    return { kind: 'done', proof, keep: (tx) => keepPlace(tx, deps, bundle.request, channel) }
  } catch (error) {
    if (!(error instanceof ParleyError) || (error.retry !== 'never' && canTryAgain)) throw error
    const proof = { at, id: '', said: error.message }
    return { kind: 'done', proof, keep: (tx) => tellNoPlace(tx, deps, bundle, error) }
  }
}

/** Null when the tenant has changed its mind since. */
async function channelFor(deps: Deps, tenantId: TenantId, bundle: RequestBundle): Promise<ChatChannel | null> {
  const { settings } = bundle
  if (settings.requestPlace === 'ownThread') return settings.requestChannel
  return settings.requestPlace === 'candidateChannel' ? candidateChannel(deps, tenantId, bundle) : null
}

async function candidateChannel(deps: Deps, tenantId: TenantId, bundle: RequestBundle): Promise<ChatChannel> {
  const { request, parties } = bundle
  const channels = deps.chat.get('slack')?.channels
  if (!channels) throw new ParleyError('notConfigured', 'Slack is not connected.')
  const members: MemberId[] = [
    request.recruiterId,
    ...parties.flatMap(({ role, memberId }) => (role === 'hiringManager' && memberId ? [memberId] : [])),
  ]
  const met = await Promise.all([...new Set(members)].map((id) => reachMember(deps, tenantId, id, 'slack')))
  const [recruiter] = met
  if (!recruiter) throw new ParleyError('notFound', 'The recruiter is not in Slack.')
  const userIds = met.flatMap((user) => (user?.workspaceId === recruiter.workspaceId ? [user.userId] : []))
  return channels.openPrivate(tenantId, recruiter.workspaceId, channelName(request), userIds)
}

/** "parley-nl-3k9x2q": initials and a short id, because the names of channels are seen where their messages are not. */
export function channelName({ candidateId, candidateName }: Pick<Request, 'candidateId' | 'candidateName'>): string {
  const digest = createHash('sha256').update(candidateId).digest()
  const short = BigInt(`0x${digest.subarray(0, 5).toString('hex')}`)
    .toString(36)
    .padStart(6, '0')
    .slice(-6)
  const initials = candidateName
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}'’.]+/u)
    .map((word) => /^[a-z]/.exec(word)?.[0] ?? '')
    .join('')
    .slice(0, 4)
  return ['parley', initials, short].filter(Boolean).join('-')
}

async function keepPlace(tx: Tx, deps: Deps, request: Request, channel: ChatChannel): Promise<void> {
  const now = deps.clock.now()
  const { surface } = channel.address
  const thread = await tx.insert('threads', {
    id: deps.ids.next('thread'),
    memberId: request.recruiterId,
    surface,
    externalId: `request:${request.id}:place`,
    address: channel.address,
    audience: channel.audience,
    requestId: null,
    title: `${request.candidateName} · ${request.jobTitle}`,
    lastMessageAt: now,
    lastReadAt: null,
    createdAt: now,
  })
  await tx.update('requests', request.id, { threadId: thread.id })
}

/** Once for each reason: what to do about it does not change from one request to the next. */
async function tellNoPlace(tx: Tx, deps: Deps, { request }: RequestBundle, error: ParleyError): Promise<void> {
  const key = `noPlace:${error.code}:${createHash('sha256').update(error.message).digest('hex').slice(0, 8)}`
  const [before] = await tx.find('effects', { where: { key: `say:${key}` }, limit: 1 })
  if (before) return
  const target = { threadId: request.threadId, memberId: request.recruiterId }
  await say(tx, deps, target, key, (speech) => {
    const why = failureSentence(speech.language, { code: error.code, sentence: error.message })
    const text = speech.words.settings.place.fellBack(why)
    return { parts: [{ kind: 'note', tone: 'warning', text }], actions: [] }
  })
}

const placedKey = (requestId: string): string => `placed:${requestId}`
const lineCountMax = 40

/** Ids of the requests that were asked in this thread lately and have a place of their own, the latest first. */
export async function findPlacedFrom(tx: Tx, threadId: ThreadId): Promise<RequestId[]> {
  const where = { threadId, author: 'parley' as const }
  const lines = await tx.find('threadMessages', { where, orderBy: [['createdAt', 'desc']], limit: lineCountMax })
  const start = `say:${placedKey('')}`
  return lines.flatMap(({ effectKey }) =>
    effectKey?.startsWith(start) ? [effectKey.slice(start.length) as RequestId] : [],
  )
}

interface Placed {
  bundle: RequestBundle
  effects: readonly Effect[]
  thread: Thread
}

/** Where the request was asked: one line with a link to its place, once its card is there. */
export async function tellPlace(deps: Deps, tenantId: TenantId, placed: Placed, { url }: Proof): Promise<void> {
  const { bundle, effects, thread } = placed
  const { request } = bundle
  const order = effects.find(({ payload }) => payload.kind === 'chatPlace')
  if (order?.payload.kind !== 'chatPlace' || order.state !== 'done' || order.payload.threadId === thread.id) return
  const key = placedKey(request.id)
  if (effects.some((one) => one.key === `say:${key}`)) return
  const target = { threadId: order.payload.threadId as ThreadId, memberId: request.recruiterId, requestId: request.id }
  const name = order.proof?.said ?? ''
  const work = (tx: Tx) =>
    say(tx, deps, target, key, ({ words }) => {
      const { there, open } = words.settings.place
      return {
        parts: [
          { kind: 'text', text: there(request.candidateName, request.jobTitle, name) },
          ...(url ? [{ kind: 'links' as const, links: [{ label: open, url }] }] : []),
        ],
        actions: [],
        privateNames: [request.candidateName],
      }
    })
  try {
    await deps.store.inTenant(tenantId, work)
  } catch (error) {
    // Another card of the same request has said it.
    if (!isParleyError(error, 'duplicate')) throw error
  }
}
