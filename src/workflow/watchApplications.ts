import type { RecordKind, SyncedRows } from '../ats/connector.ts'
import { cancelAction } from '../bot/requestActions.ts'
import type { Connection } from '../domain/connection.ts'
import type { ApplicationRecord } from '../domain/records.ts'
import { isClosed, type Request } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import type { ConnectionWords } from '../words/replyWords.ts'
import type { Deps } from './deps.ts'
import { recordId } from './keepRecords.ts'
import { say } from './owe.ts'
import { sentence } from './speech.ts'

// Takes:   a page of an ATS that is about to be kept.
// Reads:   open requests of the applications in it, and what the records say of them until now.
// Writes:  nothing.
// Effects: in the request's thread: moved by somebody, hired, rejected, gone, another address; with a button where the request may be over.
// Refuses when: nothing of it concerns an open request.

interface Watch {
  /** Compares with what is kept by now, and owes the lines. In the same transaction. */
  tell(tx: Tx, deps: Pick<Deps, 'ids' | 'clock'>): Promise<void>
}

const nothing: Watch = { tell: async () => {} }

export async function watchApplications(tx: Tx, connection: Connection, rows: SyncedRows): Promise<Watch> {
  // At the first sync there is nothing to compare with.
  if (connection.firstSyncedAt === null) return nothing
  const idOf = (id: string) => recordId(connection.id, id)
  const removed = (kind: RecordKind) =>
    (rows.removed ?? []).filter((row) => row.kind === kind).map(({ id }) => idOf(id))
  const requests = await findOpen(
    tx,
    [...(rows.applications ?? []).map(({ id }) => idOf(id)), ...removed('applications')],
    [...(rows.candidates ?? []).map(({ id }) => idOf(id)), ...removed('candidates')],
  )
  return watchRequests(tx, connection, requests)
}

export async function watchRemoval(
  tx: Tx,
  connection: Connection,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Watch> {
  const isAbout = (wanted: RecordKind) => (kind === wanted ? ids : [])
  return watchRequests(tx, connection, await findOpen(tx, isAbout('applications'), isAbout('candidates')))
}

async function findOpen(
  tx: Tx,
  applicationIds: readonly string[],
  candidateIds: readonly string[],
): Promise<Request[]> {
  const [byApplication, byCandidate] = await Promise.all([
    applicationIds.length > 0 ? tx.find('requests', { where: { applicationId: { in: applicationIds } } }) : [],
    candidateIds.length > 0 ? tx.find('requests', { where: { candidateId: { in: candidateIds } } }) : [],
  ])
  const all = new Map([...byApplication, ...byCandidate].map((request) => [request.id, request]))
  return [...all.values()].filter(({ state }) => !isClosed(state))
}

interface Known {
  application: ApplicationRecord | null
  stageLabel: string | null
  email: string | null
}

async function watchRequests(tx: Tx, connection: Connection, requests: readonly Request[]): Promise<Watch> {
  if (requests.length === 0) return nothing
  const before = new Map<string, Known>()
  for (const request of requests) before.set(request.id, await readKnown(tx, request))
  return {
    tell: async (later, deps) => {
      for (const request of requests) {
        const was = before.get(request.id)
        if (!was) continue
        const said = describeChange(connection.name, request, was, await readKnown(later, request))
        if (!said) continue
        const { threadId, recruiterId: memberId, id: requestId } = request
        const draft = sentence(
          ({ connections }) => said.tell(connections),
          ({ language }) => (said.isEnd ? [cancelAction(request, { reason: null }, language)] : []),
        )
        await say(later, deps, { threadId, memberId, requestId }, `ats:${requestId}:${deps.ids.next('change')}`, draft)
      }
    },
  }
}

async function readKnown(tx: Tx, { applicationId, candidateId }: Request): Promise<Known> {
  const [application, candidate] = await Promise.all([
    tx.get('atsApplications', applicationId),
    tx.get('atsCandidates', candidateId),
  ])
  const stage = application ? await tx.get('atsStages', application.stageId) : null
  return {
    application: candidate ? application : null,
    stageLabel: stage?.label ?? application?.originalStatus ?? null,
    email: candidate?.emails[0] ?? null,
  }
}

/** What changed, and whether the request may be over; null when it is nothing anybody has to know. */
function describeChange(
  system: string,
  { candidateName: who, jobTitle: job }: Request,
  was: Known,
  is: Known,
): { tell: (words: ConnectionWords) => string; isEnd: boolean } | null {
  if (!was.application) return null
  if (!is.application) return { tell: (words) => words.gone(who, job, system), isEnd: true }
  const { status } = is.application
  if (status !== was.application.status && (status === 'hired' || status === 'rejected'))
    return { tell: (words) => words[status](who, job, system), isEnd: true }
  if (is.application.stageId !== was.application.stageId) {
    const [from, to] = [was.stageLabel ?? '', is.stageLabel ?? '']
    return { tell: (words) => words.moved(who, job, from, to, system), isEnd: false }
  }
  const { email } = is
  if (email !== null && was.email !== null && email !== was.email)
    return { tell: (words) => words.otherAddress(who, email, system), isEnd: false }
  return null
}
