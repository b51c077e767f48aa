import type { ThreadId } from '../domain/ids.ts'
import { namesPerson } from '../domain/names.ts'
import { isClosed, type Request } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'

/** How many requests are read when a name has to be found among them. */
const readCountMax = 500

/**
 * The open requests a member means: by candidate, client, job or party name; without a name the latest one of the
 * thread. `narrowedBy` are further names that have to fit as well. Several are returned when several fit: the caller asks.
 */
export async function findOpenRequests(
  tx: Tx,
  about: string | null,
  threadId: ThreadId,
  narrowedBy: readonly string[] = [],
): Promise<Request[]> {
  const open = (
    await tx.find('requests', {
      where: { state: { not: 'cancelled' } },
      orderBy: [['createdAt', 'desc']],
      limit: readCountMax,
    })
  ).filter((r) => !isClosed(r.state))
  if (!about || isPronoun(about)) return open.filter((r) => r.threadId === threadId).slice(0, 1)
  const parties = await tx.find('parties', { where: { requestId: { in: open.map((r) => r.id) } } })
  const names = (request: Request): string[] => {
    const people = parties.filter((p) => p.requestId === request.id && p.role !== 'recruiter').map((p) => p.name)
    const records = [request.candidateName, request.clientName ?? '', request.jobTitle]
    return [...records, records.join(' '), ...people]
  }
  const isCalled = (request: Request, name: string) => names(request).some((known) => namesPerson(name, known))
  const called = open.filter((r) => isCalled(r, about))
  const narrowed = called.filter((r) => narrowedBy.every((name) => isCalled(r, name)))
  return preferThread(narrowed, threadId)
}

/** In a thread about one of them, that one is meant. */
function preferThread(requests: Request[], threadId: ThreadId): Request[] {
  const here = requests.filter((r) => r.threadId === threadId)
  return here.length === 1 ? here : requests
}

function isPronoun(about: string): boolean {
  return /^(it|this|that|them|her|him|the interview|this one|the request)$/i.test(about.trim())
}
