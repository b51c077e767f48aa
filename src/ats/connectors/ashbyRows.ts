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
import { idList, idOrNull, instantOrNull, listOf, orNull, textOrNull, vendorId, vendorInstant } from '../vendorRows.ts'

// Ashby's records as far as they are used, and what they are here.

const contactInfo = z.object({ value: z.string().trim().min(1) })
const fileRow = z.object({ id: vendorId, name: textOrNull, handle: z.string().min(1) })

export const candidateRow = z.object({
  id: vendorId,
  name: textOrNull,
  primaryEmailAddress: orNull(contactInfo),
  emailAddresses: listOf(contactInfo),
  primaryPhoneNumber: orNull(contactInfo),
  phoneNumbers: listOf(contactInfo),
  position: textOrNull,
  company: textOrNull,
  timezone: textOrNull,
  profileUrl: textOrNull,
  updatedAt: instantOrNull,
})
export const filesRow = z.object({ resumeFileHandle: orNull(fileRow), fileHandles: listOf(fileRow) })
const teamRow = listOf(z.object({ userId: vendorId, role: z.string() }))
const stageRef = z.object({ id: vendorId, title: textOrNull })
export const applicationRow = z.object({
  id: vendorId,
  status: textOrNull,
  candidate: z.object({ id: vendorId }),
  job: z.object({ id: vendorId }),
  currentInterviewStage: orNull(stageRef),
  hiringTeam: teamRow,
  createdAt: vendorInstant,
  updatedAt: instantOrNull,
})
export const placeRow = applicationRow.pick({ status: true, currentInterviewStage: true })
export const jobRow = z.object({
  id: vendorId,
  title: textOrNull,
  confidential: z.boolean().catch(false),
  status: textOrNull,
  defaultInterviewPlanId: idOrNull,
  interviewPlanIds: idList,
  hiringTeam: teamRow,
  updatedAt: instantOrNull,
})
export const stageRow = z.object({
  id: vendorId,
  title: z.string().trim().min(1),
  type: textOrNull,
  orderInInterviewPlan: z.number().catch(0),
})
export const userRow = z.object({
  id: vendorId,
  firstName: textOrNull,
  lastName: textOrNull,
  email: textOrNull,
  isEnabled: z.boolean().catch(true),
  updatedAt: instantOrNull,
})
export const typeRow = z.object({
  id: vendorId,
  title: z.string(),
  jobId: idOrNull,
  isArchived: z.boolean().catch(false),
})
const eventRow = z.object({
  id: vendorId,
  startTime: vendorInstant,
  endTime: vendorInstant,
  interviewerUserIds: idList,
  location: textOrNull,
  meetingLink: textOrNull,
  extraData: orNull(z.object({ parley: textOrNull })),
})
export const scheduleRow = z.object({
  id: vendorId,
  status: textOrNull,
  applicationId: vendorId,
  interviewEvents: listOf(eventRow),
  updatedAt: instantOrNull,
})

type Job = z.output<typeof jobRow>
export type Schedule = z.output<typeof scheduleRow>
export type Event = z.output<typeof eventRow>

export function toUser(row: z.output<typeof userRow>): SyncedUser | null {
  if (!row.isEnabled) return null
  const names = [row.firstName, row.lastName].filter((part) => part !== null).join(' ')
  return { id: row.id, name: names || (row.email ?? row.id), email: row.email, role: null }
}

const valuesOf = (first: z.output<typeof contactInfo> | null, others: readonly z.output<typeof contactInfo>[]) => [
  ...new Set([...(first ? [first] : []), ...others].map(({ value }) => value)),
]
export function toCandidate(row: z.output<typeof candidateRow>): SyncedCandidate {
  return {
    id: row.id,
    ...splitName(row.name ?? ''),
    emails: valuesOf(row.primaryEmailAddress, row.emailAddresses),
    phones: valuesOf(row.primaryPhoneNumber, row.phoneNumbers),
    title: row.position,
    company: row.company,
    zone: row.timezone,
    url: row.profileUrl,
  }
}

/** Roles are labels that a customer can change; these are the ones that every account begins with. */
const inRole = (team: Job['hiringTeam'], role: RegExp) =>
  team.filter((member) => role.test(member.role)).map(({ userId }) => userId)

const jobStatuses: Readonly<Record<string, SyncedJob['status']>> = {
  Open: 'open',
  Draft: 'onHold',
  Closed: 'closed',
  Archived: 'closed',
}
export function toJob(job: Job): SyncedJob {
  return {
    id: job.id,
    title: job.title ?? job.id,
    status: jobStatuses[job.status ?? ''] ?? 'open',
    originalStatus: job.status ?? '',
    hiringManagerId: inRole(job.hiringTeam, /hiring manager/i)[0] ?? null,
    interviewerIds: inRole(job.hiringTeam, /interviewer/i),
    url: null,
  }
}
const longMs = 60 * 24 * 3600_000
/** Closed for so long that nobody schedules for it any more. */
export const isLongClosed = ({ status, updatedAt }: Job, now: Date): boolean =>
  status === 'Closed' && (updatedAt === null || now.getTime() - updatedAt.getTime() > longMs)
/** The plan that is used first, then the others. */
export const plansOf = (job: Job): string[] => [
  ...new Set([job.defaultInterviewPlanId, ...job.interviewPlanIds].filter((id) => id !== null)),
]

const stageStatuses: Readonly<Record<string, SyncedStage['status']>> = {
  PreInterviewScreen: 'screening',
  Offer: 'offer',
  Hired: 'hired',
  Archived: 'rejected',
}
/** More stages than this no plan has: those of another plan come behind. */
const stagesMax = 1000
export function toStage(row: z.output<typeof stageRow>, jobId: string, planIndex: number): SyncedStage {
  const status = stageStatuses[row.type ?? '']
  const ordinal = planIndex * stagesMax + row.orderInInterviewPlan
  return { id: row.id, jobId, label: row.title, ordinal, ...(status ? { status } : {}) }
}

export function outcomeOf(status: string | null): SyncedApplication['outcome'] {
  if (status === 'Hired') return 'hired'
  return status === 'Archived' ? 'rejected' : 'active'
}
export function toApplication(row: z.output<typeof applicationRow>): SyncedApplication {
  return {
    id: row.id,
    candidateId: row.candidate.id,
    jobId: row.job.id,
    stageId: row.currentInterviewStage?.id ?? null,
    outcome: outcomeOf(row.status),
    originalStatus: row.status ?? '',
    ownerId: inRole(row.hiringTeam, /recruiter/i)[0] ?? null,
    appliedAt: row.createdAt,
    url: null,
  }
}

const scheduleStatuses: Readonly<Record<string, SyncedInterview['status']>> = {
  Scheduled: 'SCHEDULED',
  WaitingOnFeedback: 'COMPLETE',
  Complete: 'COMPLETE',
  Cancelled: 'CANCELED',
}
/** A schedule is one interview, from its first event to its last. Null for one that has no times (yet, or any more). */
export function toInterview({ id, status: word, applicationId, interviewEvents }: Schedule): SyncedInterview | null {
  const status = scheduleStatuses[word ?? '']
  const [first] = interviewEvents
  if (!status || !first) return null
  const times = (read: (event: Event) => Date) => interviewEvents.map((event) => read(event).getTime())
  return {
    ...{ id, applicationId, status, title: 'Interview' },
    startAt: new Date(Math.min(...times(({ startTime }) => startTime))),
    endAt: new Date(Math.max(...times(({ endTime }) => endTime))),
    location: first.meetingLink ?? first.location ?? '',
    userIds: [...new Set(interviewEvents.flatMap(({ interviewerUserIds }) => interviewerUserIds))],
    key: first.extraData?.parley ?? null,
  }
}
