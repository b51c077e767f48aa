import type { TenantId } from './ids.ts'

/**
 * The built-in ATS's own records (requirements R40-R46). Ids are plain strings because other ATSs' are.
 * `status` is our normalised word, `originalStatus` the customer's own label; both are kept (R46).
 */
interface RecordBase {
  id: string
  tenantId: TenantId
  /** Part of the sample data: labelled, and removed with one press. */
  isSample: boolean
  /** The connection that it comes from, and what it is called there; null for Parley's own. */
  connectionId?: string | null
  externalId?: string | null
  createdAt: Date
  updatedAt: Date
}

export interface ClientRecord extends RecordBase {
  name: string
  country: string | null
  notes: string | null
}

export interface ContactRecord extends RecordBase {
  clientId: string
  name: string
  email: string
  phone: string | null
  title: string | null
  zone: string | null
  locale: string | null
}

export type JobStatus = 'open' | 'onHold' | 'closed'
export interface JobRecord extends RecordBase {
  clientId: string | null
  title: string
  status: JobStatus
  originalStatus: string
  description: string | null
  /** UserRecord id; set for in-house jobs. */
  hiringManagerId: string | null
  interviewerIds: readonly string[]
  /** Opens the record where it comes from; null for Parley's own. */
  url?: string | null
}

export const stageStatuses = [
  'applied',
  'submitted',
  'screening',
  'interview',
  'finalInterview',
  'offer',
  'hired',
  'rejected',
] as const
export type StageStatus = (typeof stageStatuses)[number]
export interface StageRecord extends RecordBase {
  jobId: string
  ordinal: number
  /** The customer's own label. */
  label: string
  status: StageStatus
}

export interface CandidateRecord extends RecordBase {
  firstName: string
  lastName: string
  emails: readonly string[]
  phones: readonly string[]
  title: string | null
  company: string | null
  zone: string | null
  locale: string | null
  country: string | null
  /** Private note of the recruiters; never leaves the records pages. */
  notes: string | null
  url?: string | null
}

export interface ApplicationRecord extends RecordBase {
  candidateId: string
  jobId: string
  stageId: string
  status: StageStatus
  originalStatus: string
  /** Who looks after it: UserRecord id. */
  ownerId: string | null
  appliedAt: Date
  url?: string | null
}

/** Hiring team member known to the ATS (R49). */
export interface UserRecord extends RecordBase {
  name: string
  email: string
  role: 'recruiter' | 'hiringManager' | 'interviewer'
  zone: string | null
}

export interface AttachmentRecord extends RecordBase {
  candidateId: string
  kind: 'resume' | 'coverLetter' | 'other'
  name: string
  url: string
}

export interface InterviewRecord extends RecordBase {
  candidateId: string
  applicationId: string
  jobId: string
  userIds: readonly string[]
  /** Names and roles as they took part; clients are not users of the ATS. */
  participants: readonly { name: string; role: string }[]
  status: 'SCHEDULED' | 'COMPLETE' | 'CANCELED'
  startAt: Date
  endAt: Date
  location: string
  /** UID of the calendar object (R37). */
  externalEventXref: string
  title: string
  /** Parley's interview id, unique: the key that makes a repeated write an update. */
  externalKey: string
}

export interface ActivityRecord extends RecordBase {
  applicationId: string
  candidateId: string
  /** Effect key, unique: a repeated write is the same activity. */
  externalKey: string
  event: string
  text: string
  data: Readonly<Record<string, unknown>>
  at: Date
}
