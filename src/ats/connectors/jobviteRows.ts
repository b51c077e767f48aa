import { z } from 'zod'
import { type JobStatus, type StageStatus, stageStatuses } from '../../domain/records.ts'
import { guessStageStatus } from '../../domain/stageStatus.ts'
import type { SyncedApplication, SyncedCandidate, SyncedJob, SyncedStage, SyncedUser } from '../connector.ts'
import {
  idOrNull,
  instantOrNull,
  listOf,
  orNull,
  textOrNull,
  vendorId,
  vendorInstant,
  vendorText,
} from '../vendorRows.ts'

/** One row for each application, with the person once more in each. */
export const candidateRow = z.object({
  eId: vendorId,
  firstName: orNull(vendorText),
  lastName: orNull(vendorText),
  email: textOrNull,
  mobile: textOrNull,
  homePhone: textOrNull,
  workPhone: textOrNull,
  application: z.object({
    eId: vendorId,
    workflowState: vendorText.pipe(z.string().min(1)),
    disposition: textOrNull,
    lastUpdatedDate: vendorInstant,
    sentDate: instantOrNull,
    hireDate: instantOrNull,
    job: z.object({ eId: vendorId }),
  }),
})
export type CandidateRow = z.output<typeof candidateRow>

const managerRow = z.object({ eId: idOrNull, firstName: textOrNull, lastName: textOrNull, email: textOrNull })
const managers = listOf(managerRow)
export const jobRow = z.object({
  eId: vendorId,
  title: vendorText,
  jobState: vendorText,
  /** Only in the feed of some customers, as one or as a list. */
  hiringManager: z
    .unknown()
    .optional()
    .transform((given) => managers.parse(Array.isArray(given) ? given : [given])),
})
export type JobRow = z.output<typeof jobRow>

const jobStates: Readonly<Record<string, JobStatus>> = {
  open: 'open',
  approved: 'open',
  'on hold': 'onHold',
  'awaiting approval': 'onHold',
}

/** Users are known by nothing but being named on a job. */
export function showManagers({ hiringManager }: JobRow): SyncedUser[] {
  return hiringManager.flatMap(({ eId, firstName, lastName, email }) => {
    const id = eId ?? email?.toLowerCase() ?? null
    const full = [firstName, lastName].filter(Boolean).join(' ')
    return id === null ? [] : [{ id, name: full || (email ?? ''), email, role: 'hiringManager' as const }]
  })
}

export function showJob(row: JobRow): SyncedJob {
  const [manager] = showManagers(row)
  return {
    id: row.eId,
    title: row.title,
    status: jobStates[row.jobState.toLowerCase()] ?? 'closed',
    originalStatus: row.jobState,
    // Missing is unknown: most feeds have none.
    ...(manager ? { hiringManagerId: manager.id } : {}),
    url: null,
  }
}

export const showCandidate = (row: CandidateRow): SyncedCandidate => ({
  id: row.eId,
  firstName: row.firstName ?? '',
  lastName: row.lastName ?? '',
  emails: row.email === null ? [] : [row.email],
  phones: [row.mobile, row.homePhone, row.workPhone].flatMap((phone) => phone ?? []),
  url: null,
})

export function outcomeOf({ hireDate, disposition }: CandidateRow['application']): SyncedApplication['outcome'] {
  if (hireDate !== null) return 'hired'
  return disposition === null ? 'active' : 'rejected'
}

export const showApplication = (row: CandidateRow): SyncedApplication => ({
  id: row.application.eId,
  candidateId: row.eId,
  jobId: row.application.job.eId,
  stageId: row.application.workflowState,
  outcome: outcomeOf(row.application),
  originalStatus: row.application.disposition ?? row.application.workflowState,
  appliedAt: row.application.sentDate ?? row.application.lastUpdatedDate,
  url: null,
})

/** A state that nobody has put in order comes after the others, where its name belongs by its usual meaning. */
const unordered = 100
const rankOf = (status: StageStatus) => stageStatuses.indexOf(status)

/** Workflow states are written by name: that is their id. */
export function showStage(jobId: string, state: string, order: readonly string[]): SyncedStage {
  const place = order.indexOf(state)
  const ordinal = place >= 0 ? place : unordered + rankOf(guessStageStatus(state, { at: 1, count: 2 }))
  return { id: state, jobId, label: state, ordinal }
}
