import { z } from 'zod'
import { splitName } from '../../domain/names.ts'
import type {
  SyncedApplication,
  SyncedCandidate,
  SyncedInterview,
  SyncedJob,
  SyncedStage,
  SyncedUser,
} from '../connector.ts'
import type { AtsAttachment } from '../port.ts'
import { idList, idOrNull, instantOrNull, textOrNull, vendorId } from '../vendorRows.ts'

// Unified.to's objects as far as they are used. Its types promise nothing but the id, so nothing else is counted on.

const emails = z
  .array(z.object({ email: textOrNull }).catch({ email: null }))
  .catch([])
  .transform((list) => list.flatMap(({ email }) => email ?? []))
const phones = z
  .array(z.object({ telephone: textOrNull }).catch({ telephone: null }))
  .catch([])
  .transform((list) => list.flatMap(({ telephone }) => telephone ?? []))
const times = { created_at: instantOrNull, updated_at: instantOrNull }

export const candidateRow = z.object({
  id: vendorId,
  ...{ first_name: textOrNull, last_name: textOrNull, name: textOrNull, title: textOrNull, company_name: textOrNull },
  ...{ emails, telephones: phones, web_url: textOrNull },
  address: z.object({ country_code: textOrNull, country: textOrNull }).nullable().catch(null),
  ...times,
})
export const applicationRow = z.object({
  id: vendorId,
  candidate_id: vendorId,
  job_id: vendorId,
  status: textOrNull,
  original_status: textOrNull,
  user_id: idOrNull,
  applied_at: instantOrNull,
  ...times,
})
/** An application as it is asked for by itself: who it belongs to is known. */
export const placeRow = applicationRow.pick({ status: true, original_status: true })
const managers = z
  .array(z.object({ id: vendorId, name: textOrNull, email: textOrNull, emails }).nullable().catch(null))
  .catch([])
  .transform((list) => list.filter((one) => one !== null))
export const jobRow = z.object({
  id: vendorId,
  name: textOrNull,
  status: textOrNull,
  hiring_manager_ids: idList,
  hiring_managers: managers,
  ...times,
})
export const stageRow = z
  .object({ id: idOrNull, job_id: idOrNull, original_status: textOrNull, description: textOrNull, status: textOrNull })
  .transform((row, context) => {
    const label = row.original_status ?? row.description
    if (label === null) context.addIssue({ code: 'custom', message: 'no label' })
    return { id: row.id ?? label ?? '', jobId: row.job_id, label: label ?? '', kind: row.status }
  })
export const employeeRow = z.object({
  id: vendorId,
  name: textOrNull,
  first_name: textOrNull,
  last_name: textOrNull,
  emails,
})
export const interviewRow = z.object({
  id: vendorId,
  application_id: idOrNull,
  candidate_id: idOrNull,
  job_id: idOrNull,
  user_ids: idList,
  status: textOrNull,
  start_at: instantOrNull,
  end_at: instantOrNull,
  location: textOrNull,
  external_event_xref: textOrNull,
  ...times,
})
export const documentRow = z.object({
  type: textOrNull,
  document_url: z.url(),
  filename: textOrNull,
  application_id: idOrNull,
})

type Candidate = z.output<typeof candidateRow>
type Job = z.output<typeof jobRow>
export type Stage = z.output<typeof stageRow>
export type Application = z.output<typeof applicationRow>
export type Interview = z.output<typeof interviewRow>

/** First and last name, where there is only the whole. */
function namesOf({ first_name, last_name, name }: Pick<Candidate, 'first_name' | 'last_name' | 'name'>) {
  if (first_name !== null || last_name !== null) return { firstName: first_name ?? '', lastName: last_name ?? '' }
  return splitName(name ?? '')
}

export function toCandidate(row: Candidate): SyncedCandidate {
  const { title, company_name, address, web_url } = row
  return {
    id: row.id,
    ...namesOf(row),
    emails: row.emails,
    phones: row.telephones,
    title,
    company: company_name,
    country: address?.country_code ?? address?.country ?? null,
    url: web_url,
  }
}

const jobStatuses: Readonly<Record<string, SyncedJob['status']>> = {
  OPEN: 'open',
  DRAFT: 'onHold',
  PENDING: 'onHold',
  CLOSED: 'closed',
  ARCHIVED: 'closed',
}
export function toJob(job: Job): SyncedJob {
  return {
    id: job.id,
    title: job.name ?? job.id,
    status: jobStatuses[job.status ?? 'OPEN'] ?? 'open',
    originalStatus: job.status ?? '',
    hiringManagerId: job.hiring_manager_ids[0] ?? job.hiring_managers[0]?.id ?? null,
    url: null,
  }
}

/** Only what is no guess: the vendor derives the others from the label, as Parley does. */
const stageKinds: Readonly<Record<string, SyncedStage['status']>> = {
  SUBMITTED: 'submitted',
  OFFERED: 'offer',
  ACCEPTED: 'offer',
  HIRED: 'hired',
  REJECTED: 'rejected',
  DECLINED: 'rejected',
  WITHDRAWN: 'rejected',
}
export function toStage({ id, label, kind }: Omit<Stage, 'jobId'>, jobId: string, ordinal: number): SyncedStage {
  const status = stageKinds[kind ?? '']
  return { id, jobId, label, ordinal, ...(status ? { status } : {}) }
}

export function outcomeOf(status: string | null): SyncedApplication['outcome'] {
  if (status === 'HIRED') return 'hired'
  return status === 'REJECTED' || status === 'DECLINED' || status === 'WITHDRAWN' ? 'rejected' : 'active'
}
/** @param stageId that of the stage which the application names by its label */
export function toApplication(row: Application, stageId: string | null): SyncedApplication {
  return {
    id: row.id,
    candidateId: row.candidate_id,
    jobId: row.job_id,
    stageId,
    outcome: outcomeOf(row.status),
    originalStatus: row.original_status ?? row.status ?? '',
    ownerId: row.user_id,
    appliedAt: row.applied_at ?? row.created_at ?? null,
    url: null,
  }
}

export function toUser(row: z.output<typeof employeeRow>): SyncedUser {
  const names = [row.first_name, row.last_name].filter((part) => part !== null).join(' ')
  const [email = null] = row.emails
  return { id: row.id, name: row.name ?? (names || (email ?? row.id)), email, role: null }
}
/** Hiring managers as they are named on a job, where there are no employees to read. */
export const managersOf = (job: Job): SyncedUser[] =>
  job.hiring_managers.map(({ id, name, email, emails: [first = null] }) => ({
    ...{ id, name: name ?? email ?? first ?? id, email: email ?? first },
    role: 'hiringManager' as const,
  }))

const interviewStatuses: Readonly<Record<string, SyncedInterview['status']>> = {
  SCHEDULED: 'SCHEDULED',
  AWAITING_FEEDBACK: 'COMPLETE',
  COMPLETE: 'COMPLETE',
  CANCELED: 'CANCELED',
}
/** Null for one that is not placed in time or belongs to no application. */
export function toInterview(row: Interview, applicationId = row.application_id): SyncedInterview | null {
  const status = interviewStatuses[row.status ?? 'SCHEDULED']
  if (!row.start_at || !row.end_at || applicationId === null || !status) return null
  return {
    ...{ id: row.id, applicationId, status, title: 'Interview', startAt: row.start_at, endAt: row.end_at },
    ...{ location: row.location ?? '', userIds: row.user_ids, key: row.external_event_xref },
  }
}

export function toAttachment({ type, filename, document_url }: z.output<typeof documentRow>): AtsAttachment {
  const kind = type === 'RESUME' ? 'resume' : type === 'COVER_LETTER' ? 'coverLetter' : 'other'
  return { kind, name: filename ?? 'Document', url: document_url }
}
