import { namesPerson } from '../domain/names.ts'
import { isClosed, type Request } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import { findPlacedFrom } from './placeRequest.ts'
import type { Conversation } from './scheduleWish.ts'

/** How many requests are read when a name has to be found among them. */
const readCountMax = 500

/** Which request a sentence means, and what of it was not understood. */
export interface Meant {
  about: string | null
  /** The records that the name can mean, when the ATS knows them. */
  recordIds?: readonly string[] | undefined
  narrowedBy?: readonly string[] | undefined
  unreadWords?: string | undefined
}

/** 'open': what is being arranged or stands. 'held': also what has taken place. */
export type RequestScope = 'open' | 'held'

/**
 * The requests a member means: by the record that was chosen or understood; else by candidate, client, job or party name; without
 * a name the latest one of the thread. `narrowedBy` are further names that have to fit as well. Several are returned when several fit: the caller asks.
 */
export async function findRequests(
  tx: Tx,
  talk: Pick<Conversation, 'threadId' | 'chosenId'>,
  { about, recordIds = [], narrowedBy = [] }: Meant,
  scope: RequestScope = 'open',
): Promise<Request[]> {
  const states = { state: { not: 'cancelled' as const } }
  const read = await tx.find('requests', { where: states, orderBy: [['createdAt', 'desc']], limit: readCountMax })
  const all = scope === 'held' ? read : read.filter((r) => !isClosed(r.state))
  if (!talk.chosenId && (!about || isPronoun(about))) return ofThread(tx, all, talk)
  const parties = await tx.find('parties', { where: { requestId: { in: all.map((r) => r.id) } } })
  const names = (request: Request): string[] => {
    const people = parties.filter((p) => p.requestId === request.id && p.role !== 'recruiter').map((p) => p.name)
    const records = [request.candidateName, request.clientName ?? '', request.jobTitle]
    return [...records, records.join(' '), ...people]
  }
  const isCalled = (request: Request, name: string) => names(request).some((known) => namesPerson(name, known))
  const isOf = (request: Request, ids: readonly string[]): boolean =>
    [request.id, request.candidateId, request.jobId, request.clientId, request.applicationId].some(
      (id) => id !== null && ids.includes(id),
    ) || parties.some((p) => p.requestId === request.id && [p.recordId, p.id].some((id) => id && ids.includes(id)))
  if (talk.chosenId) {
    const chosen = all.filter((r) => isOf(r, [talk.chosenId ?? '']))
    const narrowed = chosen.filter((r) => narrowedBy.every((name) => isCalled(r, name)))
    return narrowed.length > 0 ? narrowed : chosen
  }
  const known = all.filter((r) => isOf(r, recordIds))
  // Somebody who is no longer in the records, or never was, goes by name.
  const called = known.length > 0 ? known : all.filter((r) => isCalled(r, about ?? ''))
  const narrowed = called.filter((r) => narrowedBy.every((name) => isCalled(r, name)))
  return preferThread(narrowed, talk)
}

/** A panel member is talked to in a thread of its own, which is about one request. */
async function ofThread(tx: Tx, requests: readonly Request[], { threadId }: Pick<Conversation, 'threadId'>) {
  const own = requests.filter((r) => r.threadId === threadId)
  if (own.length > 0) return own.slice(0, 1)
  const thread = await tx.get('threads', threadId)
  const [, requestId] = /^request:([^:]+):/.exec(thread?.externalId ?? '') ?? []
  if (requestId) return requests.filter((r) => r.id === requestId)
  const placed = await findPlacedFrom(tx, threadId)
  return requests.filter((r) => placed.includes(r.id)).slice(0, 1)
}

/** In a thread about one of them, that one is meant. */
function preferThread(requests: Request[], { threadId }: Pick<Conversation, 'threadId'>): Request[] {
  const here = requests.filter((r) => r.threadId === threadId)
  return here.length === 1 ? here : requests
}

function isPronoun(about: string): boolean {
  return /^(it|this|that|them|her|him|the interview|this one|the request)$/i.test(about.trim())
}
