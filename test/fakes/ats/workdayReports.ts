import { DateTime } from 'luxon'
import type { Answer, Call } from './kit.ts'
import { Refusal } from './reply.ts'
import { widOf } from './workdaySoap.ts'
import type { World } from './world.ts'

// Reports that the customer has built and shared, with the columns that Parley asks for. One answer has all rows; an empty column is left out.

const tenantZone = 'America/Los_Angeles'
/** In the tenant's zone, with its difference from UTC. */
export const writeMoment = (at: Date) =>
  DateTime.fromJSDate(at, { zone: tenantZone }).toISO({ suppressMilliseconds: true }) ?? ''

export type Domain = 'candidate' | 'requisition' | 'interview' | 'recruiting'
/** Whether the integration's user may see a part; where not it is missing without a word. */
export const canSee = ({ desk }: Pick<Call, 'desk'>, domain: Domain) => desk.scopes === null || desk.scopes.has(domain)

type Row = Record<string, string | number | null | undefined>
interface Report {
  /** Who may not see it sees rows without columns but for the first. */
  domain: Domain
  rows(world: World): { updatedAt: Date | null; columns: Row }[]
}
const emailOf = ({ users }: World, id: string | undefined) => users.get(id ?? '')?.email
const jobStatuses = { open: 'Open', draft: 'Draft', closed: 'Closed' } as const

// biome-ignore format: a table
const reports: Readonly<Record<string, Report>> = {
  Parley_Candidates: { domain: 'candidate', rows: ({ candidates }) => candidates.rows.map((row) => ({ updatedAt: row.updatedAt, columns: {
    candidate_id: row.id, candidate_wid: widOf(row.id), first_name: row.firstName, last_name: row.lastName, email: row.emails[0],
    phone: row.phones[0], updated_at: writeMoment(row.updatedAt),
  } })) },
  Parley_Applications: { domain: 'recruiting', rows: ({ applications, stages }) => applications.rows.map((row) => ({ updatedAt: row.updatedAt, columns: {
    job_application_id: row.id, candidate_id: row.candidateId, requisition_id: row.jobId, stage_id: row.stageId, stage_name: stages.get(row.stageId)?.label,
    disposition: row.status === 'rejected' ? 'Not selected' : null, updated_at: writeMoment(row.updatedAt),
  } })) },
  Parley_Requisitions: { domain: 'requisition', rows: (world) => world.jobs.rows.map((row) => ({ updatedAt: row.updatedAt, columns: {
    requisition_id: row.id, title: row.title, status: jobStatuses[row.status], hiring_manager_email: emailOf(world, row.hiringManagerIds[0]),
    recruiter_email: emailOf(world, row.recruiterIds[0]), updated_at: writeMoment(row.updatedAt),
  } })) },
  Parley_Stages: { domain: 'recruiting', rows: (world) => world.stagesOf('').map(({ id, label, ordinal }) => ({ updatedAt: null, columns: {
    stage_id: id, stage_name: label, order: ordinal + 1,
  } })) },
  Parley_Workers: { domain: 'requisition', rows: ({ users }) => users.rows.filter(({ isActive }) => isActive).map((row) => ({ updatedAt: null, columns: {
    worker_id: row.id, name: `${row.firstName} ${row.lastName}`, email: row.email,
  } })) },
  Parley_Interviews: { domain: 'interview', rows: (world) => world.interviews.rows.map((row) => ({ updatedAt: row.updatedAt, columns: {
    interview_id: row.id, job_application_id: row.applicationId, start: writeMoment(row.startAt), end: writeMoment(row.endAt),
    interviewers: row.seats.flatMap(({ userId }) => emailOf(world, userId ?? '') ?? []).join(','), status: row.status,
  } })) },
}

const reportOwner = 'rae.cho'
export const answerReport: Answer = (call) => {
  const { path, query, world, desk } = call
  const report = path.owner === reportOwner ? reports[path.report ?? ''] : undefined
  if (!report) throw new Refusal('noRecord', 'no such report')
  const unshared = desk.settings.get('unsharedReports') as ReadonlySet<string> | undefined
  if (unshared?.has(path.report ?? '')) throw new Refusal('noScope', 'the report is not shared')
  const from = query.has('Updated_From') ? Date.parse(query.text('Updated_From')) : null
  const rows = report
    .rows(world)
    .filter(({ updatedAt }) => from === null || updatedAt === null || updatedAt.getTime() >= from)
  const isSeen = canSee(call, report.domain)
  const entries = rows.map(({ columns }) =>
    Object.fromEntries(
      Object.entries(columns).filter(
        ([, value], place) => value !== null && value !== undefined && value !== '' && (isSeen || place === 0),
      ),
    ),
  )
  return { Report_Entry: entries }
}
