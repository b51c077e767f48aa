import type { Directory } from '../domain/directory.ts'
import type { Proof } from '../domain/effect.ts'
import type { TenantId } from '../domain/ids.ts'
import type { JobStatus, StageStatus } from '../domain/records.ts'

/** Everything a request needs to know of one application, read in one go. */
export interface ApplicationContext {
  applicationId: string
  candidate: {
    id: string
    firstName: string
    lastName: string
    emails: readonly string[]
    phones: readonly string[]
    zone: string | null
    locale: string | null
    country: string | null
    title: string | null
    company: string | null
  }
  job: { id: string; title: string; status: JobStatus; description: string | null }
  /** null for in-house jobs. */
  client: { id: string; name: string; country: string | null } | null
  contacts: readonly AtsPerson[]
  hiringManager: AtsPerson | null
  interviewers: readonly AtsPerson[]
  stage: AtsStage
  /** The job's stages in order. */
  stages: readonly AtsStage[]
  owner: string | null
  attachments: readonly AtsAttachment[]
  appliedAt: Date
  /** Opens the record in the ATS. */
  url: string
}

export interface AtsAttachment {
  kind: 'resume' | 'coverLetter' | 'other'
  name: string
  url: string
}

export interface AtsPerson {
  id: string
  name: string
  email: string
  phone: string | null
  zone: string | null
  locale: string | null
}

/** `label` is the customer's own word, `status` ours (R46). */
export interface AtsStage {
  id: string
  label: string
  status: StageStatus
  ordinal: number
}

export interface ApplicationQuery {
  /** As the recruiter wrote them; null matches all. */
  candidate: string | null
  /** Client, contact or hiring team member. */
  client: string | null
  job: string | null
}

/** One line to choose from. */
export interface ApplicationSummary {
  applicationId: string
  candidateId: string
  candidateName: string
  jobId: string
  jobTitle: string
  clientName: string | null
  stageLabel: string
}

/** `nearest` are names that resemble what found nothing, best first, at most 3 per kind. */
export interface ApplicationSearch {
  matches: readonly ApplicationSummary[]
  unmatched: readonly ('candidate' | 'client' | 'job')[]
  nearest: { candidates: readonly string[]; clients: readonly string[]; jobs: readonly string[] }
}

export interface AtsInterview {
  id: string
  status: 'SCHEDULED' | 'COMPLETE' | 'CANCELED'
  title: string
  startAt: Date
  endAt: Date
  location: string
  externalEventXref: string
  externalKey: string
}

/** What is written for an interview; `externalKey` makes a repeated write an update of the same record. */
export interface InterviewWrite {
  externalKey: string
  applicationId: string
  userIds: readonly string[]
  participants: readonly { name: string; role: string }[]
  status: 'SCHEDULED' | 'COMPLETE' | 'CANCELED'
  startAt: Date
  endAt: Date
  location: string
  externalEventXref: string
  title: string
  /** Of the interview, for systems that keep one, and for texts; UTC when not given. */
  zone?: string
  /** Who is behind it, so that the record bears his name where a system can do that. */
  actorEmail?: string
  /** Counts its changes: where an interview is written as a note, each has one of its own. */
  revision?: number
}

export interface ActivityWrite {
  externalKey: string
  applicationId: string
  event: string
  text: string
  data: Readonly<Record<string, unknown>>
  at: Date
  actorEmail?: string
}

export type StageResult =
  | { kind: 'moved'; proof: Proof }
  /** Somebody moved it meanwhile; left alone. */
  | { kind: 'leftAlone'; currentLabel: string }
  /** The system takes no such write, or it is held back; the proof says which. */
  | { kind: 'notWritten'; proof: Proof }

export interface PersonSummary {
  kind: 'candidate' | 'contact' | 'user'
  id: string
  name: string
  email: string | null
  phone: string | null
  /** One per application, newest first. */
  applications: readonly (ApplicationSummary & {
    owner: string | null
    url: string
    status: StageStatus
    /** The connected system it is from; null for Parley's own records. */
    source: string | null
  })[]
  attachments: readonly { kind: string; name: string; url: string }[]
  detail: string | null
  url: string
  /** Where the person was found; more than one for a person who is in several systems. */
  sources: readonly { connectionId: string | null; name: string; url: string }[]
}

/** The interview as Parley has it. */
export type InterviewFacts = Pick<InterviewWrite, 'externalKey' | 'startAt' | 'endAt'>

/** What an ATS says otherwise than Parley; `said` goes on a sentence about the interview. */
export interface Drift {
  system: string
  kind: 'gone' | 'otherTime'
  said: string
  startAt?: Date
}

/** What an unknown name's small form adds. */
export type NewRecord =
  | { kind: 'candidate'; name: string; email: string; phone: string | null; jobId: string }
  | { kind: 'contact'; name: string; email: string; phone: string | null; clientName: string }
  | { kind: 'job'; title: string; clientName: string | null }

/**
 * One applicant tracking system. Reads never retry and throw ParleyError `unavailable`; writes are called by the effect worker only,
 * look up before they create, read back what they wrote, and throw `unavailable` (retry later) or `refused` (a person must act).
 */
export interface AtsPort {
  readonly connection: string
  /** R9: 1 reads people, 2 logs a confirmation, 3 writes stage, details and follows the calendar. */
  readonly depth: 1 | 2 | 3
  findApplications(tenantId: TenantId, query: ApplicationQuery): Promise<ApplicationSearch>
  readApplication(tenantId: TenantId, applicationId: string): Promise<ApplicationContext | null>
  findPeople(
    tenantId: TenantId,
    name: string,
  ): Promise<{ matches: readonly PersonSummary[]; nearest: readonly string[] }>
  /** The names of all records as they are now, for reading a message at once; not to be kept for another one. */
  openDirectory(tenantId: TenantId): Promise<Directory>
  /** Ids of the jobs that these candidates have applied for, newest first; those that are over come last. */
  readJobsOf(tenantId: TenantId, candidateIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  listInterviews(tenantId: TenantId, applicationId: string): Promise<readonly AtsInterview[]>
  /** Asked for when they are shown: links may end soon. */
  listAttachments(tenantId: TenantId, applicationId: string): Promise<readonly AtsAttachment[]>
  writeInterview(tenantId: TenantId, interview: InterviewWrite): Promise<Proof>
  /** What the ATS has by now in place of what Parley wrote; null when it is the same, or nothing can be compared. */
  readDrift(tenantId: TenantId, applicationId: string, ours: InterviewFacts): Promise<Drift | null>
  /** Compare-and-set: moves only when the application is still in `fromStageId`. Already in `toStageId` counts as moved. */
  advanceStage(
    tenantId: TenantId,
    applicationId: string,
    fromStageId: string,
    toStageId: string,
    actorEmail?: string,
  ): Promise<StageResult>
  logActivity(tenantId: TenantId, activity: ActivityWrite): Promise<Proof>
  /** Null where the system cannot add records. Returns the new record's id. */
  addRecord: ((tenantId: TenantId, record: NewRecord) => Promise<string>) | null
}
