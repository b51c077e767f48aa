import type { AtsStage } from '../ats/port.ts'
import type { Connection } from '../domain/connection.ts'
import { ParleyError } from '../domain/errors.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'
import type { JobRecord, StageStatus } from '../domain/records.ts'
import { isAdmin, isArranger } from '../domain/roles.ts'
import type { Tx } from '../store/port.ts'
import { recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { proposeStage } from './openRequest.ts'
import { needConnection } from './readConnections.ts'

// Takes:   for jobs of a connection, the stage that an application moves to once its interview is booked.
// Reads:   the jobs and their stages.
// Writes:  the same mapping that the card of a request writes (`setStage`); an audit row.
// Effects: none: requests that are open keep their own.
// Refuses when: the member arranges no interviews, or the stage is none of that job.

type Needs = Pick<Deps, 'store' | 'clock' | 'ids'>

export interface JobStages {
  job: JobRecord
  stages: readonly AtsStage[]
  /** Where somebody who is screened would move by himself; null when the job has no interview. */
  proposal: AtsStage | null
  /** What was chosen; undefined while nothing was: then each request proposes. */
  chosen: string | null | undefined
}

/** One page of the open jobs of a connection, by title. */
export function readJobStages(
  deps: Needs,
  tenantId: TenantId,
  memberId: MemberId,
  ask: { connectionId: string; query: string; offset: number; limit: number },
): Promise<{ connection: Connection; total: number; jobs: readonly JobStages[] }> {
  const { connectionId, query, offset, limit } = ask
  return deps.store.inTenant(tenantId, async (tx) => {
    const { connection } = await needConnection(tx, memberId, connectionId, 'see')
    const words = query === '' ? {} : { title: { contains: query } }
    const where = { connectionId, status: { not: 'closed' as const }, ...words }
    const [total, jobs] = await Promise.all([
      tx.count('atsJobs', where),
      tx.find('atsJobs', { where, orderBy: [['title', 'asc']], limit, offset }),
    ])
    const ids = jobs.map(({ id }) => id)
    const [stages, mappings] = await Promise.all([
      tx.find('atsStages', { where: { jobId: { in: ids } }, orderBy: [['ordinal', 'asc']] }),
      tx.find('stageMappings', { where: { jobId: { in: ids } } }),
    ])
    const chosen = new Map(mappings.map(({ jobId, toStageId }) => [jobId, toStageId]))
    return {
      connection,
      total,
      jobs: jobs.map((job) => {
        const own = stages.filter(({ jobId }) => jobId === job.id)
        return { job, stages: own, proposal: proposeFirst(own), chosen: chosen.get(job.id) }
      }),
    }
  })
}

const beforeInterviews: readonly StageStatus[] = ['applied', 'submitted', 'screening']

/** The first interview after the screening. */
function proposeFirst(stages: readonly AtsStage[]): AtsStage | null {
  const firstInterview = stages.findIndex(({ status }) => status === 'interview' || status === 'finalInterview')
  const before = stages.slice(0, Math.max(0, firstInterview)).filter(({ status }) => beforeInterviews.includes(status))
  const current = before.at(-1)
  if (!current) return stages[firstInterview] ?? null
  const id = proposeStage(stages, current)
  return stages.find((stage) => stage.id === id) ?? null
}

/** By job: a stage's id, null to stay where it is, undefined to leave it to the proposal. */
export type StageChoices = ReadonlyMap<string, string | null | undefined>

/** @returns how many jobs say something else than before */
export function mapStages(
  deps: Needs,
  tenantId: TenantId,
  memberId: MemberId,
  connectionId: string,
  choices: StageChoices,
): Promise<number> {
  return deps.store.inTenant(tenantId, async (tx) => {
    const { member } = await needConnection(tx, memberId, connectionId, 'see')
    if (!isArranger(member) && !isAdmin(member))
      throw new ParleyError('notAllowed', 'Only who arranges interviews says where applications move.')
    const jobs = await tx.find('atsJobs', { where: { connectionId, id: { in: [...choices.keys()] } } })
    const changed: string[] = []
    for (const { id } of jobs) if (await mapStage(tx, deps, id, choices.get(id))) changed.push(id)
    if (changed.length > 0)
      await recordAudit(
        tx,
        deps,
        { actor: `member:${memberId}`, via: 'system' },
        { requestId: null, action: 'mapStages', fromState: null, toState: null, data: { connectionId, jobs: changed } },
      )
    return changed.length
  })
}

async function mapStage(tx: Tx, deps: Needs, jobId: string, to: string | null | undefined): Promise<boolean> {
  const [mapping] = await tx.find('stageMappings', { where: { jobId } })
  if (mapping?.toStageId === to) return false
  if (to === undefined) return (await tx.remove('stageMappings', { jobId })) > 0
  if (to !== null && (await tx.get('atsStages', to))?.jobId !== jobId)
    throw new ParleyError('badInput', 'This stage is not one of the job any more. Choose another one.', {
      field: jobId,
    })
  if (mapping) await tx.update('stageMappings', mapping.id, { toStageId: to })
  else await tx.insert('stageMappings', { id: deps.ids.next('mapping'), jobId, toStageId: to })
  return true
}
