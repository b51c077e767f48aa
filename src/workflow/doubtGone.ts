import type { RecordKind } from '../ats/connector.ts'
import type { Connection } from '../domain/connection.ts'
import type { Tx } from '../store/port.ts'

// Some vendors list what belongs to a job job by job, and one such list can come back empty though nothing has happened. A job of which nothing is
// left, while it is open, is looked at once more before that is believed; a single row that is missing is just gone.

const idsPerLook = 1000

/** Of what is gone: what has to be missing twice, and is not in `before`, which was missing at the last whole reading. */
export async function findDoubtful(
  tx: Tx,
  { id: connectionId }: Connection,
  gone: ReadonlyMap<RecordKind, readonly string[]>,
  before: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const doubtful = new Set([
    ...(await findEmptied(tx, connectionId, 'applications', gone.get('applications') ?? [])),
    ...(await findEmptied(tx, connectionId, 'stages', gone.get('stages') ?? [])),
  ])
  for (const id of await findTheirCandidates(tx, gone.get('candidates') ?? [], doubtful)) doubtful.add(id)
  return new Set([...doubtful].filter((id) => !before.has(id)))
}

/** Rows of open jobs of which nothing is left, though there were several. */
async function findEmptied(
  tx: Tx,
  connectionId: string,
  kind: 'applications' | 'stages',
  ids: readonly string[],
): Promise<string[]> {
  const byJob = new Map<string, string[]>()
  for (const row of await findRows(tx, kind, ids)) byJob.set(row.jobId, [...(byJob.get(row.jobId) ?? []), row.id])
  const emptied: string[] = []
  for (const [jobId, own] of byJob) {
    if (own.length < 2) continue
    const where = { connectionId, jobId }
    const [job, known] = await Promise.all([
      tx.get('atsJobs', jobId),
      kind === 'stages' ? tx.count('atsStages', where) : tx.count('atsApplications', where),
    ])
    if (job && job.status !== 'closed' && known === own.length) emptied.push(...own)
  }
  return emptied
}

/** Those all of whose applications are doubtful. */
async function findTheirCandidates(
  tx: Tx,
  ids: readonly string[],
  doubtful: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (doubtful.size === 0) return []
  const found: string[] = []
  for (let from = 0; from < ids.length; from += idsPerLook) {
    const portion = ids.slice(from, from + idsPerLook)
    const rows = await tx.find('atsApplications', { where: { candidateId: { in: portion } } })
    const own = Map.groupBy(rows, ({ candidateId }) => candidateId)
    found.push(...portion.filter((id) => own.get(id)?.every((row) => doubtful.has(row.id))))
  }
  return found
}

async function findRows(tx: Tx, kind: 'applications' | 'stages', ids: readonly string[]) {
  const rows: { id: string; jobId: string }[] = []
  for (let from = 0; from < ids.length; from += idsPerLook) {
    const where = { id: { in: ids.slice(from, from + idsPerLook) } }
    rows.push(...(await (kind === 'stages' ? tx.find('atsStages', { where }) : tx.find('atsApplications', { where }))))
  }
  return rows
}
