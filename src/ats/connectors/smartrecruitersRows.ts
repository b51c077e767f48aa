import { z } from 'zod'
import type {
  SyncedApplication,
  SyncedCandidate,
  SyncedInterview,
  SyncedJob,
  SyncedStage,
  SyncedTeam,
  SyncedUser,
} from '../connector.ts'
import { instantOrNull, listOf, orNull, textOrNull, vendorId, vendorInstant } from '../vendorRows.ts'

// SmartRecruiters' records as far as they are used, and what they are here.

const assignment = z.object({
  job: z.object({ id: vendorId }),
  status: z.string().min(1),
  subStatus: textOrNull,
})
export const candidateRow = z.object({
  id: vendorId,
  firstName: textOrNull,
  lastName: textOrNull,
  email: textOrNull,
  phoneNumber: textOrNull,
  location: orNull(z.object({ country: textOrNull, countryCode: textOrNull })),
  primaryAssignment: orNull(assignment),
  secondaryAssignments: listOf(assignment),
  createdOn: instantOrNull,
  updatedOn: instantOrNull,
})
export const placeRow = z.object({ status: z.string().min(1), subStatus: textOrNull, url: textOrNull })
export const jobRow = z.object({ id: vendorId, title: textOrNull, status: textOrNull, updatedOn: instantOrNull })
export const memberRow = z.object({ id: vendorId, role: textOrNull })
export const userRow = z.object({
  id: vendorId,
  firstName: textOrNull,
  lastName: textOrNull,
  email: textOrNull,
  active: z.boolean().catch(true),
})
const slotRow = z.object({
  id: vendorId,
  title: textOrNull,
  place: textOrNull,
  startsOn: vendorInstant,
  endsOn: vendorInstant,
  interviewers: listOf(z.object({ id: vendorId })),
})
export const interviewRow = z.object({
  id: vendorId,
  timezone: textOrNull,
  timeslots: listOf(slotRow),
  refUrl: textOrNull,
})

export type Candidate = z.output<typeof candidateRow>
type Assignment = z.output<typeof assignment>
type Job = z.output<typeof jobRow>
export type Interview = z.output<typeof interviewRow>

export function toUser(row: z.output<typeof userRow>): SyncedUser | null {
  if (!row.active) return null
  const names = [row.firstName, row.lastName].filter((part) => part !== null).join(' ')
  return { id: row.id, name: names || (row.email ?? row.id), email: row.email, role: null }
}

export function toCandidate(row: Candidate): SyncedCandidate {
  const { id, firstName, lastName, email, phoneNumber, location } = row
  return {
    ...{ id, firstName: firstName ?? '', lastName: lastName ?? '' },
    emails: email === null ? [] : [email],
    phones: phoneNumber === null ? [] : [phoneNumber],
    country: location?.countryCode ?? location?.country ?? null,
    url: null,
  }
}

// Stages ------------------------------------------------------------------------------------------------------------------------

interface Status {
  label: string
  status: NonNullable<SyncedStage['status']>
  outcome: SyncedApplication['outcome']
  /** Whether it may be set. */
  isWritable: boolean
}
const status = (label: string, kind: Status['status'], outcome: Status['outcome'], isWritable = true): Status => ({
  ...{ label, status: kind, outcome, isWritable },
})
/** The fixed list, in its order; a company has names of its own below them. */
const statuses: Readonly<Record<string, Status>> = {
  LEAD: status('Lead', 'applied', 'active', false),
  NEW: status('New', 'applied', 'active'),
  IN_REVIEW: status('In Review', 'screening', 'active'),
  INTERVIEW: status('Interview', 'interview', 'active'),
  OFFERED: status('Offered', 'offer', 'active'),
  HIRED: status('Hired', 'hired', 'hired'),
  REJECTED: status('Rejected', 'rejected', 'rejected'),
  WITHDRAWN: status('Withdrawn', 'rejected', 'rejected'),
  TRANSFERRED: status('Transferred', 'rejected', 'rejected', false),
}
const order = Object.keys(statuses)
/** Those of people who are still in the running. */
export const openStatuses = order.filter((word) => statuses[word]?.outcome === 'active')
/** So far apart that the names below one come in front of the next. */
const statusStep = 100

export const outcomeOf = (word: string): SyncedApplication['outcome'] => statuses[word]?.outcome ?? 'active'
export const canSet = (word: string): boolean => statuses[word]?.isWritable === true

/** `INTERVIEW`, or `INTERVIEW:Second round`. */
export const stageIdOf = ({ status: word, subStatus }: Pick<Assignment, 'status' | 'subStatus'>) =>
  subStatus === null ? word : `${word}:${subStatus}`
export function readStageId(id: string): { status: string; subStatus: string | null } {
  const [word = '', ...rest] = id.split(':')
  return { status: word, subStatus: rest.length > 0 ? rest.join(':') : null }
}
export const stageLabelOf = ({ status: word, subStatus }: Pick<Assignment, 'status' | 'subStatus'>) =>
  subStatus ?? statuses[word]?.label ?? word

export const stagesOf = (jobId: string): SyncedStage[] =>
  order.map((id, index) => {
    const { label = id, status: kind } = statuses[id] ?? {}
    return { id, jobId, label, ordinal: index * statusStep, ...(kind ? { status: kind } : {}) }
  })
/** The stages that these people are in and that are on no fixed list. */
export function ownStagesOf(rows: readonly Candidate[]): SyncedStage[] {
  const own = new Map<string, SyncedStage>()
  for (const one of rows.flatMap(assignmentsOf)) {
    const [id, jobId, kind] = [stageIdOf(one), one.job.id, statuses[one.status]?.status]
    if (id in statuses) continue
    const ordinal = Math.max(order.indexOf(one.status), 0) * statusStep + 1
    own.set(`${jobId} ${id}`, { id, jobId, label: stageLabelOf(one), ordinal, ...(kind ? { status: kind } : {}) })
  }
  return [...own.values()]
}

// Applications, jobs ----------------------------------------------------------------------------------------------------------------

const assignmentsOf = ({ primaryAssignment, secondaryAssignments }: Candidate): Assignment[] => [
  ...(primaryAssignment ? [primaryAssignment] : []),
  ...secondaryAssignments,
]
export function toApplications(row: Candidate): SyncedApplication[] {
  return assignmentsOf(row).map((one) => ({
    // A candidate together with a job; the vendor has an id of its own for it, which no list tells.
    id: `${row.id}:${one.job.id}`,
    candidateId: row.id,
    jobId: one.job.id,
    stageId: stageIdOf(one),
    outcome: outcomeOf(one.status),
    originalStatus: one.subStatus === null ? one.status : `${one.status}: ${one.subStatus}`,
    appliedAt: row.createdOn ?? null,
    url: null,
  }))
}

const jobStatuses: Readonly<Record<string, SyncedJob['status']>> = {
  CREATED: 'onHold',
  SOURCING: 'open',
  INTERVIEW: 'open',
  OFFER: 'open',
  ON_HOLD: 'onHold',
  FILLED: 'closed',
  CANCELLED: 'closed',
}
export const isClosed = ({ status: word }: Job): boolean => jobStatuses[word ?? ''] === 'closed'
export function toJob({ id, title, status: word }: Job): SyncedJob {
  return { id, title: title ?? id, status: jobStatuses[word ?? ''] ?? 'open', originalStatus: word ?? '', url: null }
}
export function toTeam(jobId: string, members: readonly z.output<typeof memberRow>[]): SyncedTeam {
  const inRole = (role: RegExp) => members.filter((member) => role.test(member.role ?? '')).map(({ id }) => id)
  return { jobId, hiringManagerId: inRole(/hiring.?manager/i)[0] ?? null, interviewerIds: inRole(/interview/i) }
}

// Interviews ------------------------------------------------------------------------------------------------------------------------

const referenceStart = 'https://parley.invalid/interview/'
/** Where the vendor keeps a reference it has to be an address; this one leads nowhere, on purpose. */
export const referenceOf = (key: string): string => `${referenceStart}${encodeURIComponent(key)}`
function keyOf(refUrl: string | null): string | null {
  if (!refUrl?.startsWith(referenceStart)) return null
  try {
    return decodeURIComponent(refUrl.slice(referenceStart.length))
  } catch {
    return null
  }
}

/** Null for one without timeslots. There is no state: one that is over counts as complete, a cancelled one is gone. */
export function toInterview(row: Interview, applicationId: string, now: Date): SyncedInterview | null {
  const [first] = row.timeslots
  if (!first) return null
  const endAt = new Date(Math.max(...row.timeslots.map(({ endsOn }) => endsOn.getTime())))
  return {
    ...{ id: row.id, applicationId, status: endAt <= now ? 'COMPLETE' : 'SCHEDULED', title: first.title ?? '' },
    startAt: new Date(Math.min(...row.timeslots.map(({ startsOn }) => startsOn.getTime()))),
    endAt,
    location: first.place ?? '',
    userIds: [...new Set(row.timeslots.flatMap(({ interviewers }) => interviewers.map(({ id }) => id)))],
    key: keyOf(row.refUrl),
  }
}
