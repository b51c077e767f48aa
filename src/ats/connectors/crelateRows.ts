import { z } from 'zod'
import { splitName } from '../../domain/names.ts'
import type { SyncedApplication, SyncedCandidate, SyncedJob } from '../connector.ts'
import { outcomeOfLabel } from '../outcomeOfLabel.ts'
import { idOrNull, listOf, textOrNull, vendorId, vendorText } from '../vendorRows.ts'

// What is used of Crelate's rows: v3 wraps them in `Data`, the older v1 in `Results`, or not at all.

export const dataRow = z.object({
  Data: z.array(z.unknown()),
  Metadata: z.object({ TotalRecords: z.number().optional(), TotalCount: z.number().optional() }).nullish().catch(null),
})
export const recentRow = z.object({ Results: z.array(z.unknown()), MoreRecords: z.boolean() })
export const failureRow = z.object({ Message: vendorText.pipe(z.string().min(1)) })
export const idRow = z.object({ Id: vendorId })

export const userRow = z.object({ Id: vendorId, Name: textOrNull })

const valued = z
  .object({ Value: textOrNull })
  .nullish()
  .catch(null)
  .transform((row) => row?.Value ?? null)
export const contactRow = z.object({
  Id: vendorId,
  Name: textOrNull,
  FirstName: textOrNull,
  LastName: textOrNull,
  EmailAddresses_Work: valued,
  EmailAddresses_Personal: valued,
  PhoneNumbers_Mobile: valued,
})
export type ContactRow = z.output<typeof contactRow>
export const oneContactRow = z.object({ Data: contactRow })

export const jobRow = z.object({
  Id: vendorId,
  Name: vendorText,
  Status_Name: textOrNull,
  AdditionalContact_HiringManager_Id: idOrNull,
  Owners: listOf(z.object({ Id: idOrNull, IsPrimary: z.boolean().nullish().catch(null) })),
})
export type JobRow = z.output<typeof jobRow>

export const statusRow = z.object({ Id: vendorId, Name: vendorText, WorkflowTypeName: textOrNull })
type StatusRow = z.output<typeof statusRow>
/** A contact on a job, seen from one of them: `Id` is the other's. */
export const pairRow = z.object({ Id: vendorId, StageId: idOrNull, StageName: textOrNull })
type PairRow = z.output<typeof pairRow>

/** Stages of sales come in the same list. */
export function stagesOf(statuses: readonly StatusRow[]): readonly StatusRow[] {
  const recruiting = statuses.filter(({ WorkflowTypeName }) => /recruit/i.test(WorkflowTypeName ?? ''))
  if (recruiting.length > 0) return recruiting
  return statuses.filter(({ WorkflowTypeName }) => !/sales|lead|opportunit|business/i.test(WorkflowTypeName ?? ''))
}

function statusOf({ Status_Name }: JobRow): SyncedJob['status'] {
  if (/closed|filled|placed|lost|cancell?ed|archived|inactive/i.test(Status_Name ?? '')) return 'closed'
  return /hold|paused|draft|pending/i.test(Status_Name ?? '') ? 'onHold' : 'open'
}
export const isClosed = (job: JobRow) => statusOf(job) === 'closed'
export const ownerOf = ({ Owners }: JobRow): string | null =>
  (Owners.find(({ IsPrimary }) => IsPrimary) ?? Owners[0])?.Id ?? null

export const showJob = (row: JobRow, clientId: string | null): SyncedJob => ({
  id: row.Id,
  title: row.Name,
  status: statusOf(row),
  originalStatus: row.Status_Name ?? '',
  clientId,
  hiringManagerId: null,
  interviewerIds: [],
  url: null,
})

const nameOf = ({ Name, FirstName, LastName }: ContactRow) =>
  FirstName === null && LastName === null
    ? splitName(Name ?? '')
    : { firstName: FirstName ?? '', lastName: LastName ?? '' }
export const emailsOf = (row: ContactRow): readonly string[] =>
  [row.EmailAddresses_Work, row.EmailAddresses_Personal].filter((email) => email !== null)
export const phonesOf = ({ PhoneNumbers_Mobile }: ContactRow): readonly string[] =>
  PhoneNumbers_Mobile === null ? [] : [PhoneNumbers_Mobile]

export const showCandidate = (row: ContactRow): SyncedCandidate => ({
  id: row.Id,
  ...nameOf(row),
  emails: emailsOf(row),
  phones: phonesOf(row),
  url: null,
})

export const outcomeOf = ({ StageName }: PairRow) => outcomeOfLabel(StageName ?? '')

/** An application is a contact together with a job; since when is told nowhere. */
export const showApplication = (
  row: PairRow,
  pair: { candidateId: string; jobId: string },
  ownerId: string | null,
): SyncedApplication => ({
  id: `${pair.candidateId}:${pair.jobId}`,
  ...pair,
  stageId: row.StageId,
  outcome: outcomeOf(row),
  originalStatus: row.StageName ?? '',
  ownerId,
  appliedAt: null,
  url: null,
})
