import { z } from 'zod'
import type { StageStatus } from '../../domain/records.ts'
import type { SyncedApplication, SyncedCandidate, SyncedJob, SyncedStage, SyncedUser } from '../connector.ts'
import { idOrNull, listOf, textOrNull, vendorId, vendorInstant, vendorText } from '../vendorRows.ts'

// What is used of Freshteam's rows. An applicant is somebody at a job; his stage is one of five, with sub-stages of the job's own process.

const flag = z.boolean().nullish().catch(false)

export const failureRow = z.object({ errors: listOf(z.object({ field: textOrNull, message: textOrNull })) })
export const employeeRow = z.object({
  id: vendorId,
  first_name: textOrNull,
  last_name: textOrNull,
  official_email: textOrNull,
  status: textOrNull,
})
const subStageRow = z.object({
  id: vendorId,
  name: vendorText,
  position: z.number().catch(0),
  stage: textOrNull,
  deleted: flag,
})
export const jobRow = z.object({
  id: vendorId,
  title: vendorText,
  status: textOrNull,
  interview_process: z
    .object({ sub_stages: listOf(subStageRow) })
    .nullish()
    .catch(null),
})
export type JobRow = z.output<typeof jobRow>
const resumeRow = z.object({ content_file_name: textOrNull, url: z.url({ protocol: /^https?$/ }) })
export const applicantRow = z.object({
  id: vendorId,
  created_at: vendorInstant,
  status: vendorText,
  stage: textOrNull,
  sub_stage_id: idOrNull,
  job_id: vendorId,
  deleted: flag,
  candidate: z.object({
    id: vendorId,
    first_name: textOrNull,
    last_name: textOrNull,
    email: textOrNull,
    phone: textOrNull,
    resumes: listOf(resumeRow),
  }),
})
export type ApplicantRow = z.output<typeof applicantRow>

export const showEmployee = (row: z.output<typeof employeeRow>): SyncedUser => ({
  id: row.id,
  name: [row.first_name, row.last_name].filter(Boolean).join(' ') || (row.official_email ?? row.id),
  email: row.official_email,
  role: null,
})

/** The five, in their order. */
const stageKinds = ['candidature', 'screening', 'on_site', 'offer', 'hire']
const statusOfKind: Readonly<Record<string, StageStatus>> = {
  candidature: 'applied',
  screening: 'screening',
  on_site: 'interview',
  offer: 'offer',
  hire: 'hired',
}

function statusOf({ status }: JobRow): SyncedJob['status'] {
  if (/closed|archived|deleted|cancell?ed/i.test(status ?? '')) return 'closed'
  return /hold|draft/i.test(status ?? '') ? 'onHold' : 'open'
}
export const isClosed = (job: JobRow) => statusOf(job) === 'closed'

export const showJob = (row: JobRow): SyncedJob => ({
  id: row.id,
  title: row.title,
  status: statusOf(row),
  originalStatus: row.status ?? '',
  url: null,
})

/** Positions count within each of the five. Deleted ones stay in the process, and are none. */
export function showStages({ id: jobId, interview_process }: JobRow): SyncedStage[] {
  const rankOf = (kind: string | null) => stageKinds.indexOf(kind ?? '')
  return (interview_process?.sub_stages ?? [])
    .filter(({ deleted }) => !deleted)
    .toSorted((one, other) => rankOf(one.stage) - rankOf(other.stage) || one.position - other.position)
    .map(({ id, name: label, stage }, ordinal) => {
      const status = statusOfKind[stage ?? '']
      return { id, jobId, label, ordinal, ...(status ? { status } : {}) }
    })
}

/** Who was moved to another job goes on there as another applicant. */
export const isGone = ({ status, deleted }: ApplicantRow) => deleted === true || status === 'moved'

export function outcomeOf({ status, stage }: ApplicantRow): SyncedApplication['outcome'] {
  if (/rejected|archived|dropped/.test(status)) return 'rejected'
  return stage === 'hire' ? 'hired' : 'active'
}

export const showCandidate = ({ candidate }: ApplicantRow): SyncedCandidate => ({
  id: candidate.id,
  firstName: candidate.first_name ?? '',
  lastName: candidate.last_name ?? '',
  emails: candidate.email === null ? [] : [candidate.email],
  phones: candidate.phone === null ? [] : [candidate.phone],
  url: null,
})

export const showApplication = (row: ApplicantRow): SyncedApplication => ({
  id: row.id,
  candidateId: row.candidate.id,
  jobId: row.job_id,
  stageId: row.sub_stage_id,
  outcome: outcomeOf(row),
  originalStatus: row.status === 'open' ? (row.stage ?? row.status) : row.status,
  appliedAt: row.created_at,
  url: null,
})
