import { z } from 'zod'
import type { JobStatus } from '../../domain/records.ts'
import type { SyncedApplication, SyncedCandidate, SyncedInterview, SyncedUser } from '../connector.ts'
import { orNull, textOrNull, vendorId, vendorInstant, vendorText } from '../vendorRows.ts'

// Rows of the reports, with the columns that the steps ask for. Workday leaves out what is empty, and what the integration user may not see.

const someText = vendorText.pipe(z.string().min(1))
const email = orNull(someText.transform((text) => text.toLowerCase()))

/** A report, with what the customer has to grant for its columns. */
export interface Report<Shape extends z.ZodType> {
  name: string
  domain: string
  columns: string
  shape: Shape
}
const describe = <Shape extends z.ZodObject>(name: string, domain: string, shape: Shape) => ({
  ...{ name, domain, shape },
  columns: Object.keys(shape.shape).join(', '),
})

/** What the security domains are about; tenants call their policies by more names. */
export const domains = {
  candidate: 'candidate data',
  requisition: 'job requisition data',
  interview: 'interview data',
  recruiting: 'recruiting (job application data)',
} as const

export const workers = describe(
  'Parley_Workers',
  domains.requisition,
  z.object({ worker_id: vendorId, name: someText, email }),
)
export const requisitions = describe(
  'Parley_Requisitions',
  domains.requisition,
  z.object({
    requisition_id: vendorId,
    title: someText,
    status: textOrNull,
    hiring_manager_email: email,
    recruiter_email: email,
    updated_at: orNull(vendorInstant),
  }),
)
export const stages = describe(
  'Parley_Stages',
  domains.recruiting,
  z.object({ stage_id: vendorId, stage_name: someText, order: orNull(z.coerce.number()) }),
)
export const candidates = describe(
  'Parley_Candidates',
  domains.candidate,
  z
    .object({
      candidate_id: vendorId,
      first_name: textOrNull,
      last_name: textOrNull,
      email,
      phone: textOrNull,
      updated_at: orNull(vendorInstant),
    })
    // Without a name it is one whose columns are withheld: the name that is known stays.
    .refine(({ first_name, last_name }) => first_name !== null || last_name !== null),
)
export const applications = describe(
  'Parley_Applications',
  domains.recruiting,
  z.object({
    job_application_id: vendorId,
    candidate_id: vendorId,
    requisition_id: vendorId,
    stage_id: vendorId,
    stage_name: textOrNull,
    disposition: textOrNull,
    updated_at: vendorInstant,
  }),
)
export const interviews = describe(
  'Parley_Interviews',
  domains.interview,
  z.object({
    interview_id: vendorId,
    job_application_id: vendorId,
    start: vendorInstant,
    end: vendorInstant,
    interviewers: orNull(z.string()),
    status: textOrNull,
  }),
)

export type RequisitionRow = z.output<typeof requisitions.shape>
export type StageRow = z.output<typeof stages.shape>

export const showWorker = ({ worker_id, name, email: own }: z.output<typeof workers.shape>): SyncedUser => ({
  ...{ id: worker_id, name, email: own, role: null },
})

/** Customers write these words themselves. */
const jobStates: readonly (readonly [RegExp, JobStatus])[] = [
  [/clos|fill|cancel|delet|declin/i, 'closed'],
  [/draft|hold|froz|freez|pend|progress/i, 'onHold'],
]
export const jobStatusOf = ({ status }: RequisitionRow): JobStatus =>
  jobStates.find(([words]) => words.test(status ?? ''))?.[1] ?? 'open'

export const showCandidate = (row: z.output<typeof candidates.shape>): SyncedCandidate => ({
  id: row.candidate_id,
  firstName: row.first_name ?? '',
  lastName: row.last_name ?? '',
  emails: row.email === null ? [] : [row.email],
  phones: row.phone === null ? [] : [row.phone],
  url: null,
})

/** A disposition ends an application. When somebody applied is not in the report; the latest change is the nearest there is. */
export const showApplication = (
  row: z.output<typeof applications.shape>,
  ownerId: string | null,
): SyncedApplication => ({
  id: row.job_application_id,
  candidateId: row.candidate_id,
  jobId: row.requisition_id,
  stageId: row.stage_id,
  outcome: row.disposition === null ? 'active' : 'rejected',
  originalStatus: row.disposition ?? row.stage_name ?? row.stage_id,
  ownerId,
  appliedAt: null,
  url: null,
})

const interviewStates: readonly (readonly [RegExp, SyncedInterview['status']])[] = [
  [/cancel|delet|declin/i, 'CANCELED'],
  [/complet|conduct|done|feedback/i, 'COMPLETE'],
]
export const showInterview = (
  row: z.output<typeof interviews.shape>,
  userIdOf: (email: string) => string | undefined,
): SyncedInterview => ({
  id: row.interview_id,
  applicationId: row.job_application_id,
  status: interviewStates.find(([words]) => words.test(row.status ?? ''))?.[1] ?? 'SCHEDULED',
  title: 'Interview',
  startAt: row.start,
  endAt: row.end,
  location: '',
  userIds: (row.interviewers ?? '').split(/[,;]/).flatMap((one) => userIdOf(one.trim().toLowerCase()) ?? []),
  key: null,
})
