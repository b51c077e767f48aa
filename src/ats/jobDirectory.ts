import { fullName } from '../domain/names.ts'
import type { ApplicationRecord, CandidateRecord, ClientRecord, JobRecord } from '../domain/records.ts'
import type { Tx } from '../store/port.ts'
import { byId, findByField } from './findByField.ts'
import type { ApplicationSummary } from './port.ts'

/** Jobs and their clients by id. */
export interface Directory {
  jobs: Map<string, JobRecord>
  clients: Map<string, ClientRecord>
}

export function emptyDirectory(): Directory {
  return { jobs: new Map(), clients: new Map() }
}

/** Where only a candidate was named, a handful of jobs is all that is needed of hundreds. */
export async function addJobs(tx: Tx, directory: Directory, applications: readonly ApplicationRecord[]): Promise<void> {
  const jobIds = applications.map((application) => application.jobId)
  for (const job of await findByField(tx, 'atsJobs', 'id', jobIds)) directory.jobs.set(job.id, job)
  const clientIds = [...directory.jobs.values()].flatMap((job) => job.clientId ?? [])
  for (const client of await findByField(tx, 'atsClients', 'id', clientIds)) directory.clients.set(client.id, client)
}

export async function readDirectory(tx: Tx): Promise<Directory> {
  const [jobs, clients] = await Promise.all([tx.find('atsJobs'), tx.find('atsClients')])
  return { jobs: byId(jobs), clients: byId(clients) }
}

/** One line of each application to choose from. */
export async function summarise(
  tx: Tx,
  applications: readonly ApplicationRecord[],
  directory: Directory,
  candidates: Map<string, CandidateRecord>,
): Promise<ApplicationSummary[]> {
  const stages = byId(
    await findByField(
      tx,
      'atsStages',
      'id',
      applications.map((row) => row.stageId),
    ),
  )
  return applications.map((application) => {
    const candidate = candidates.get(application.candidateId)
    const job = directory.jobs.get(application.jobId)
    const client = job?.clientId ? directory.clients.get(job.clientId) : undefined
    return {
      applicationId: application.id,
      candidateId: application.candidateId,
      candidateName: candidate ? fullName(candidate) : 'Unknown candidate',
      jobId: application.jobId,
      jobTitle: job?.title ?? 'Unknown job',
      clientName: client?.name ?? null,
      stageLabel: stages.get(application.stageId)?.label ?? application.originalStatus,
    }
  })
}
