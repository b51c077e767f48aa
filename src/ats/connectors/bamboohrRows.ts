import { z } from 'zod'
import type { JobStatus } from '../../domain/records.ts'
import type { SyncedApplication, SyncedCandidate, SyncedJob, SyncedStage, SyncedUser } from '../connector.ts'
import { listOf, orNull, vendorId, vendorInstant, vendorText } from '../vendorRows.ts'

// BambooHR's rows in Parley's words.

const words = orNull(vendorText)
const join = (...names: (string | null | undefined)[]) => names.filter(Boolean).join(' ').trim()

export const userRow = z.object({
  id: vendorId,
  /** 0 where the user is no employee. */
  employeeId: orNull(vendorId),
  firstName: words,
  lastName: words,
  email: words,
})
const leadShape = z.object({ employeeId: vendorId, firstName: words, lastName: words })
export const jobRow = z.object({
  id: vendorId,
  title: z.object({ label: vendorText }),
  status: z.object({ label: vendorText }),
  hiringLead: orNull(leadShape),
})
export const statusRow = z
  .object({ id: vendorId, code: words, name: vendorText, translatedName: words, enabled: z.boolean().nullish() })
  .transform(({ id, code, name, translatedName, enabled }) => ({
    id,
    label: translatedName || name,
    isEnabled: enabled !== false,
    isHired: [code, name].some((word) => /^hired\b/i.test(word ?? '')),
  }))

const placeShape = z.object({ id: vendorId, label: vendorText })
export const applicationList = z.object({
  id: vendorId,
  appliedDate: vendorInstant,
  status: placeShape,
  applicant: z.object({ id: vendorId, firstName: words, lastName: words, email: words }),
  job: z.object({ id: vendorId }),
})
type ListRow = z.infer<typeof applicationList>

export const pageShape = z.object({ paginationComplete: z.boolean(), applications: z.array(z.unknown()) })
export const detailShape = z.object({
  id: vendorId,
  status: placeShape.extend({ dateChanged: orNull(vendorInstant) }),
  job: z.object({ id: vendorId }),
  resumeFileId: orNull(vendorId),
  coverLetterFileId: orNull(vendorId),
  attachments: listOf(z.object({ id: vendorId, name: vendorText, fileUrl: z.url({ protocol: /^https?$/ }) })),
})
export const writtenShape = z.object({ id: vendorId })

const jobStatuses: Readonly<Record<string, JobStatus>> = {
  open: 'open',
  draft: 'onHold',
  'on hold': 'onHold',
  filled: 'closed',
  canceled: 'closed',
}

/** A Hiring Lead is known by the number of an employee: who has no user is a person without an address. */
export function jobsAndTeam(
  userRows: readonly z.infer<typeof userRow>[],
  jobRows: readonly z.infer<typeof jobRow>[],
): { users: SyncedUser[]; jobs: SyncedJob[] } {
  const leads = new Map(jobRows.flatMap(({ hiringLead }) => (hiringLead ? [[hiringLead.employeeId, hiringLead]] : [])))
  const userIds = new Map<string, string>()
  const users = userRows.map(({ id, employeeId, firstName, lastName, email }): SyncedUser => {
    if (employeeId && employeeId !== '0') userIds.set(employeeId, id)
    const isLead = leads.has(employeeId ?? '')
    const name = join(firstName, lastName) || email || id
    return { id, name, email: email || null, role: isLead ? 'hiringManager' : null }
  })
  for (const [employeeId, { firstName, lastName }] of leads) {
    if (userIds.has(employeeId)) continue
    const id = `employee-${employeeId}`
    userIds.set(employeeId, id)
    users.push({ id, name: join(firstName, lastName) || id, email: null, role: 'hiringManager' })
  }
  const jobs = jobRows
    .filter(({ status }) => status.label !== 'Deleted')
    .map(({ id, title, status, hiringLead }) => ({
      id,
      title: title.label,
      status: jobStatuses[status.label.toLowerCase()] ?? 'open',
      originalStatus: status.label,
      hiringManagerId: userIds.get(hiringLead?.employeeId ?? '') ?? null,
      url: null,
    }))
  return { users, jobs }
}

/** The vendor gives no order but that of the list. */
export function stagesOf(
  statuses: readonly z.infer<typeof statusRow>[],
  jobs: readonly { id: string }[],
): SyncedStage[] {
  const enabled = statuses.filter(({ isEnabled }) => isEnabled)
  return jobs.flatMap(({ id: jobId }) => enabled.map(({ id, label }, ordinal) => ({ id, jobId, label, ordinal })))
}

export const candidateOf = ({ applicant: { id, firstName, lastName, email } }: ListRow): SyncedCandidate => ({
  id,
  firstName: firstName ?? '',
  lastName: lastName ?? '',
  emails: email ? [email] : [],
  phones: [],
  url: null,
})

export const applicationOf = (row: ListRow, outcome: SyncedApplication['outcome']): SyncedApplication => ({
  id: row.id,
  candidateId: row.applicant.id,
  jobId: row.job.id,
  stageId: row.status.id,
  outcome,
  originalStatus: row.status.label,
  appliedAt: row.appliedDate,
  url: null,
})
