import { z } from 'zod'
import type { SyncedApplication, SyncedCandidate, SyncedInterview, SyncedJob } from '../connector.ts'
import type { AtsAttachment } from '../port.ts'
import { listOf, orNull, vendorId, vendorInstant, vendorProse, vendorText } from '../vendorRows.ts'

// What is used of the rows of Harvest v3.

const flag = z.boolean().nullish().catch(false)

export const userRow = z.object({
  id: vendorId,
  name: orNull(vendorText),
  first_name: orNull(vendorText),
  last_name: orNull(vendorText),
  primary_email: orNull(vendorText),
  deactivated: flag,
})

export const jobRow = z.object({
  id: vendorId,
  name: vendorText,
  status: vendorText,
  confidential: flag,
  is_template: flag,
  notes: orNull(vendorProse),
})

export const stageRow = z.object({
  id: vendorId,
  job_id: vendorId,
  name: vendorText,
  sort_order: z.number().catch(0),
  active: z.boolean().catch(true),
})

export const managerRow = z.object({ job_id: vendorId, user_id: vendorId })

export const candidateRow = z.object({
  id: vendorId,
  first_name: orNull(vendorText),
  last_name: orNull(vendorText),
  company: orNull(vendorText),
  title: orNull(vendorText),
  private: flag,
  time_zone: orNull(vendorText),
  email_addresses: listOf(z.object({ value: vendorText })),
  phone_numbers: listOf(z.object({ value: vendorText })),
})

export const applicationRow = z.object({
  id: vendorId,
  candidate_id: vendorId,
  job_id: orNull(vendorId),
  status: vendorText,
  prospect: flag,
  stage_name: orNull(vendorText),
  /** Not in every account's answers. */
  job_interview_stage_id: orNull(vendorId),
  recruiter_id: orNull(vendorId),
  created_at: vendorInstant,
})
export type ApplicationRow = z.output<typeof applicationRow>

/** An application's time in a stage: the stage itself is `job_interview_stage_id`. */
export const entryRow = z.object({ id: vendorId, application_id: vendorId, job_interview_stage_id: vendorId })

export const slotRow = z.object({
  id: vendorId,
  job_interview_stage_id: vendorId,
  name: vendorText,
  scheduling_type: orNull(vendorText),
  sort_order: z.number().catch(0),
  active: z.boolean().catch(true),
})
export type SlotRow = z.output<typeof slotRow>

export const interviewRow = z.object({
  id: vendorId,
  application_id: vendorId,
  job_interview_id: orNull(vendorId),
  status: vendorText,
  starts_at: orNull(vendorInstant),
  ends_at: orNull(vendorInstant),
  external_event_id: orNull(z.string()),
  location: orNull(vendorText),
  video_conferencing_url: orNull(vendorText),
})
export type InterviewRow = z.output<typeof interviewRow>

export const seatRow = z.object({
  interview_id: vendorId,
  user_id: orNull(vendorId),
  response_status: orNull(vendorText),
})

export const noteRow = z.object({ id: vendorId, body: z.string().catch('') })

export const attachmentRow = z.object({
  filename: vendorText,
  type: orNull(vendorText),
  url: z.url({ protocol: /^https?$/ }),
  application_id: orNull(vendorId),
})

const pages = 'https://app.greenhouse.io'
export const applicationUrl = (candidateId: string, applicationId: string) =>
  `${pages}/people/${candidateId}?application_id=${applicationId}`

const jobStatuses: Readonly<Record<string, SyncedJob['status']>> = { open: 'open', draft: 'onHold', closed: 'closed' }

export const showJob = (row: z.output<typeof jobRow>): SyncedJob => ({
  id: row.id,
  title: row.name,
  status: jobStatuses[row.status] ?? 'onHold',
  originalStatus: row.status,
  description: row.notes,
  url: `${pages}/sdash/${row.id}`,
})

export const showCandidate = (row: z.output<typeof candidateRow>): SyncedCandidate => ({
  id: row.id,
  firstName: row.first_name ?? '',
  lastName: row.last_name ?? '',
  emails: row.email_addresses.map(({ value }) => value),
  phones: row.phone_numbers.map(({ value }) => value),
  title: row.title,
  company: row.company,
  zone: row.time_zone,
  url: `${pages}/people/${row.id}`,
})

/** A prospect is nobody's application to a job; one who was converted goes on as another application. */
export const isApplication = (row: ApplicationRow): row is ApplicationRow & { job_id: string } =>
  row.job_id !== null && !row.prospect && row.status !== 'converted'

export const outcomeOf = ({ status }: ApplicationRow): SyncedApplication['outcome'] =>
  status === 'hired' || status === 'rejected' ? status : 'active'

export const showApplication = (
  row: ApplicationRow & { job_id: string },
  stageId: string | null,
): SyncedApplication => ({
  id: row.id,
  candidateId: row.candidate_id,
  jobId: row.job_id,
  stageId,
  outcome: outcomeOf(row),
  originalStatus: row.status === 'in_process' ? (row.stage_name ?? row.status) : row.status,
  ownerId: row.recruiter_id,
  appliedAt: row.created_at,
  url: applicationUrl(row.candidate_id, row.id),
})

const interviewStates: Readonly<Record<string, SyncedInterview['status']>> = {
  awaiting_feedback: 'COMPLETE',
  collect_feedback: 'COMPLETE',
  complete: 'COMPLETE',
  skipped: 'CANCELED',
}

/** Null for one that has no time (yet). */
export function showInterview(row: InterviewRow, title: string, userIds: readonly string[]): SyncedInterview | null {
  if (row.starts_at === null || row.ends_at === null) return null
  return {
    id: row.id,
    applicationId: row.application_id,
    status: interviewStates[row.status] ?? 'SCHEDULED',
    title,
    startAt: row.starts_at,
    endAt: row.ends_at,
    location: row.location ?? row.video_conferencing_url ?? '',
    userIds,
    key: row.external_event_id,
  }
}

const attachmentKinds: Readonly<Record<string, AtsAttachment['kind']>> = {
  resume: 'resume',
  cover_letter: 'coverLetter',
}
export const showAttachment = (row: z.output<typeof attachmentRow>): AtsAttachment => ({
  kind: attachmentKinds[row.type ?? ''] ?? 'other',
  name: row.filename,
  url: row.url,
})
