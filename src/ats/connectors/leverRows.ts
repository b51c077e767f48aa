import { z } from 'zod'
import { splitName } from '../../domain/names.ts'
import type { SyncedApplication, SyncedCandidate, SyncedInterview, SyncedJob } from '../connector.ts'
import { listOf, orNull, vendorId, vendorInstant, vendorText } from '../vendorRows.ts'

// What is used of the rows of Lever's API v1. A person is a contact, an application to a job is an opportunity. Times are milliseconds.

const urls = orNull(z.object({ show: z.url({ protocol: /^https?$/ }) }))
/** An id, or the object it stands for where that was asked for. */
const idOrRow = z.union([vendorId, z.object({ id: vendorId }).transform(({ id }) => id)])

export const userRow = z.object({
  id: vendorId,
  name: vendorText,
  email: orNull(vendorText),
  accessRole: orNull(vendorText),
  deactivatedAt: orNull(vendorInstant),
})

export const stageRow = z.object({ id: vendorId, text: vendorText })

export const postingRow = z.object({
  id: vendorId,
  text: vendorText,
  state: vendorText,
  hiringManager: orNull(idOrRow),
  confidentiality: orNull(vendorText),
  urls,
})

const archive = orNull(z.object({ archivedAt: orNull(vendorInstant) }))

export const opportunityRow = z.object({
  id: vendorId,
  name: vendorText,
  contact: vendorId,
  headline: orNull(vendorText),
  stage: orNull(
    z.union([z.object({ id: vendorId, text: orNull(vendorText) }), vendorId.transform((id) => ({ id, text: null }))]),
  ),
  confidentiality: orNull(vendorText),
  emails: listOf(vendorText),
  phones: listOf(z.object({ value: vendorText })),
  owner: orNull(idOrRow),
  archived: archive,
  applications: listOf(
    z.object({ id: vendorId, posting: orNull(idOrRow), archived: archive, requisitionForHire: orNull(z.object({})) }),
  ),
  createdAt: vendorInstant,
  urls,
})
export type OpportunityRow = z.output<typeof opportunityRow>

export const panelRow = z.object({
  id: vendorId,
  canceledAt: orNull(vendorInstant),
  note: orNull(z.string()),
  externallyManaged: z.boolean().catch(false),
  externalUrl: orNull(vendorText),
  interviews: listOf(
    z.object({
      id: vendorId,
      subject: orNull(vendorText),
      interviewers: listOf(z.object({ id: vendorId })),
      date: vendorInstant,
      duration: z.number(),
      location: orNull(vendorText),
    }),
  ),
})
export type PanelRow = z.output<typeof panelRow>

export const noteRow = z.object({
  id: vendorId,
  text: orNull(z.string()),
  fields: listOf(z.object({ value: z.string() })),
})
export const madeNote = z.object({ noteId: vendorId })

const link = z.url({ protocol: /^https?$/ })
export const resumeRow = z.object({ file: z.object({ name: vendorText, downloadUrl: link }) })
export const fileRow = z.object({ name: vendorText, downloadUrl: link })

export const hookRow = z.object({
  id: vendorId,
  event: vendorText,
  url: vendorText,
  configuration: orNull(z.object({ signatureToken: orNull(z.string().min(1)) })),
})

const jobStatuses: Readonly<Record<string, SyncedJob['status']>> = {
  published: 'open',
  internal: 'open',
  closed: 'closed',
  rejected: 'closed',
}
export const isOpenToAll = ({ confidentiality }: { confidentiality: string | null }) =>
  confidentiality !== 'confidential'

export const showJob = (row: z.output<typeof postingRow>): SyncedJob => ({
  id: row.id,
  title: row.text,
  status: jobStatuses[row.state] ?? 'onHold',
  originalStatus: row.state,
  hiringManagerId: row.hiringManager,
  url: row.urls?.show ?? null,
})

export const showCandidate = (row: OpportunityRow): SyncedCandidate => ({
  id: row.contact,
  ...splitName(row.name),
  emails: row.emails,
  phones: row.phones.map(({ value }) => value),
  title: row.headline,
  // Pages are those of opportunities.
  url: null,
})

/** Whether somebody who is archived was hired is told by the requisition alone. */
export function outcomeOf({ archived, applications }: OpportunityRow): SyncedApplication['outcome'] {
  if (applications.some(({ requisitionForHire }) => requisitionForHire !== null)) return 'hired'
  return archived?.archivedAt ? 'rejected' : 'active'
}

/** None for somebody who was only sourced: an opportunity holds one application at most. */
export function showApplication(row: OpportunityRow, stageLabels: ReadonlyMap<string, string>): SyncedApplication[] {
  const posting = row.applications.find((application) => application.posting !== null)?.posting
  if (!posting) return []
  const outcome = outcomeOf(row)
  const stageId = row.stage?.id ?? null
  return [
    {
      id: row.id,
      candidateId: row.contact,
      jobId: posting,
      stageId,
      outcome,
      originalStatus: outcome === 'active' ? (stageLabels.get(stageId ?? '') ?? '') : 'archived',
      ownerId: row.owner,
      appliedAt: row.createdAt,
      url: row.urls?.show ?? null,
    },
  ]
}

/** Each interview of a panel by itself. What is over is told by the clock alone. */
export const showInterviews = (panel: PanelRow, applicationId: string, now: Date): SyncedInterview[] =>
  panel.interviews.map((row) => {
    const endAt = new Date(row.date.getTime() + row.duration * 60_000)
    return {
      id: row.id,
      applicationId,
      status: panel.canceledAt ? 'CANCELED' : endAt <= now ? 'COMPLETE' : 'SCHEDULED',
      title: row.subject ?? 'Interview',
      startAt: row.date,
      endAt,
      location: row.location ?? '',
      userIds: row.interviewers.map(({ id }) => id),
      key: null,
    }
  })
