import { foldName, fullName } from '../../domain/names.ts'
import { type ApplicationRecord, type InterviewRecord, type StageStatus, stageStatuses } from '../../domain/records.ts'
import type { TableName, Tables, Tx, Where } from '../../store/port.ts'
import { type Choices, type KindTable, type RecordKind, userRoleWords } from './kinds.ts'
import { type ApplicationLine, pageSize } from './pages.ts'

export function byId<R extends { id: string }>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.map((row) => [row.id, row]))
}

export async function findByIds<T extends TableName>(
  tx: Tx,
  table: T,
  wanted: Iterable<string>,
): Promise<Map<string, Tables[T]>> {
  const list = [...new Set(wanted)]
  if (list.length === 0) return new Map()
  const rows = await tx.find(table, { where: { id: { in: list } } as unknown as Where<Tables[T]> })
  return new Map(rows.map((row) => [String(row.id), row]))
}

/** Rows in which every searched word occurs in one of the fields; without a search one page straight from the store. */
export async function searchRows<T extends KindTable>(tx: Tx, kind: RecordKind<T>, query: string, page: number) {
  const orderBy = kind.orderBy
  const words = foldName(query).split(' ').filter(Boolean)
  if (words.length === 0) {
    const total = await tx.count(kind.table)
    return { total, rows: await tx.find(kind.table, { orderBy, limit: pageSize, offset: (page - 1) * pageSize }) }
  }
  const selected = new Map<string, Tables[T]>()
  for (const field of kind.searchFields) {
    const where = { [field]: { contains: words[0] ?? '' } } as unknown as Where<Tables[T]>
    for (const row of await tx.find(kind.table, { where, orderBy })) selected.set(String(row.id), row)
  }
  // E-mail addresses of candidates are a list, which the store does not search.
  if (query.includes('@') && kind.table === 'atsCandidates')
    for (const row of await tx.find(kind.table, { orderBy })) {
      const { emails } = row as unknown as { emails: readonly string[] }
      if (emails.some((email) => email.includes(query.trim().toLowerCase()))) selected.set(String(row.id), row)
    }
  const fits = (row: Tables[T]) => {
    const fields = row as unknown as Readonly<Record<string, unknown>>
    const emails = Array.isArray(fields.emails) ? fields.emails : []
    const text = foldName([...kind.searchFields.map((field) => fields[field]), ...emails].join(' '))
    return words.every((word) => text.includes(word))
  }
  const rows = [...selected.values()]
    .filter(fits)
    .sort((left, right) => kind.titleOf(left).localeCompare(kind.titleOf(right)))
  return { total: rows.length, rows: rows.slice((page - 1) * pageSize, page * pageSize) }
}

export async function readChoices(tx: Tx): Promise<Choices> {
  const clients = await tx.find('atsClients', { orderBy: [['name', 'asc']] })
  const users = await tx.find('atsUsers', { orderBy: [['name', 'asc']] })
  return {
    clients: clients.map((client) => ({ value: client.id, label: client.name })),
    users: users.map((user) => ({ value: user.id, label: `${user.name}, ${userRoleWords[user.role].toLowerCase()}` })),
  }
}

/** Lines for lists of applications: names from the other tables in a few queries. */
export async function readLines(tx: Tx, applications: readonly ApplicationRecord[]): Promise<ApplicationLine[]> {
  const candidates = await findByIds(
    tx,
    'atsCandidates',
    applications.map((row) => row.candidateId),
  )
  const jobs = await findByIds(
    tx,
    'atsJobs',
    applications.map((row) => row.jobId),
  )
  const clients = await findByIds(
    tx,
    'atsClients',
    [...jobs.values()].flatMap((job) => job.clientId ?? []),
  )
  const stages = await findByIds(
    tx,
    'atsStages',
    applications.map((row) => row.stageId),
  )
  return applications.map((application) => {
    const job = jobs.get(application.jobId)
    return {
      application,
      candidate: candidates.get(application.candidateId),
      job,
      client: job?.clientId ? clients.get(job.clientId) : undefined,
      stageLabel: stages.get(application.stageId)?.label ?? application.originalStatus,
    }
  })
}

export async function withCandidateNames(tx: Tx, interviews: readonly InterviewRecord[]) {
  const candidates = await findByIds(
    tx,
    'atsCandidates',
    interviews.map((row) => row.candidateId),
  )
  return interviews.map((interview) => {
    const candidate = candidates.get(interview.candidateId)
    return { interview, candidateName: candidate ? fullName(candidate) : 'Unknown candidate' }
  })
}

export const liveStatuses: readonly StageStatus[] = stageStatuses.filter(
  (status) => status !== 'hired' && status !== 'rejected',
)

export async function countLivePerJob(tx: Tx, jobIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const id of jobIds)
    counts.set(id, await tx.count('atsApplications', { jobId: id, status: { in: liveStatuses } }))
  return counts
}
