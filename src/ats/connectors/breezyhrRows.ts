import { z } from 'zod'
import { splitName } from '../../domain/names.ts'
import type { JobStatus, StageStatus } from '../../domain/records.ts'
import type { LiveApplication, SyncedApplication, SyncedCandidate, SyncedJob, SyncedStage } from '../connector.ts'
import { listOf, orNull, vendorId, vendorInstant, vendorText } from '../vendorRows.ts'

// Breezy HR's rows in Parley's words. A candidate belongs to one position: he is the candidate and the application, with one id.

const words = orNull(vendorText)

export const companyRow = z.object({ _id: vendorId, name: vendorText })
export const positionRow = z.object({
  _id: vendorId,
  name: vendorText,
  state: z.enum(['draft', 'published', 'closed', 'archived']),
  updated_date: orNull(vendorInstant),
  /** Not in the vendor's description; without it stages of all pipelines are taken. */
  pipeline_id: orNull(vendorId),
})
export type Position = z.infer<typeof positionRow>
export const pipelineRow = z.object({
  _id: vendorId,
  pipeline: listOf(z.object({ id: vendorId, name: vendorText })),
})
export type Pipeline = z.infer<typeof pipelineRow>
export const memberRow = z.object({ _id: vendorId, name: vendorText, email_address: words })
export const candidateRow = z.object({
  _id: vendorId,
  name: vendorText,
  email_address: words,
  phone_number: words,
  headline: words,
  stage: z.object({ id: vendorId, name: vendorText }),
  creation_date: vendorInstant,
  updated_date: orNull(vendorInstant),
  resume: orNull(z.object({ file_name: words, url: words })),
})
export type CandidateRow = z.infer<typeof candidateRow>
export const activityRow = z.object({ _id: vendorId, first_activity: orNull(z.boolean()) }).loose()
export const endpointRow = z.object({ id: vendorId, url: z.string() })

const jobStatuses: Readonly<Record<Position['state'], JobStatus>> = {
  draft: 'onHold',
  published: 'open',
  closed: 'closed',
  archived: 'closed',
}
export const jobOf = ({ _id, name, state }: Position): SyncedJob => ({
  id: _id,
  title: name,
  status: jobStatuses[state],
  originalStatus: state,
  url: null,
})

/** Ids of the stages every pipeline ends in. */
const kinds: Readonly<Record<string, StageStatus>> = { hired: 'hired', disqualified: 'rejected' }

/** Of the position's own pipeline; of all pipelines, each stage once, where it is not told which that is. */
export function stagesOf({ _id, pipeline_id }: Position, pipelines: readonly Pipeline[]): SyncedStage[] {
  const own = pipelines.filter((pipeline) => pipeline._id === pipeline_id)
  const labels = new Map(
    (own.length > 0 ? own : pipelines).flatMap(({ pipeline }) => pipeline).map((one) => [one.id, one]),
  )
  return [...labels.values()].map(({ id, name }, ordinal) => {
    const status = kinds[id.toLowerCase()]
    return { id, jobId: _id, label: name, ordinal, ...(status ? { status } : {}) }
  })
}

export function candidateOf({ _id, name, email_address, phone_number, headline }: CandidateRow): SyncedCandidate {
  return {
    id: _id,
    ...splitName(name),
    emails: email_address ? [email_address] : [],
    phones: phone_number ? [phone_number] : [],
    title: headline || null,
    url: null,
  }
}

/** Nothing but the stage tells how it ended. */
const ends: readonly [RegExp, LiveApplication['outcome']][] = [
  [/^hired$/i, 'hired'],
  [/^(disqualified|rejected|declined|withdrawn|archived)$/i, 'rejected'],
]
export const outcomeOf = ({ stage }: CandidateRow): LiveApplication['outcome'] =>
  ends.find(([word]) => word.test(stage.id) || word.test(stage.name.trim()))?.[1] ?? 'active'

export const applicationOf = (row: CandidateRow, jobId: string): SyncedApplication => ({
  id: row._id,
  candidateId: row._id,
  jobId,
  stageId: row.stage.id,
  outcome: outcomeOf(row),
  originalStatus: row.stage.name,
  appliedAt: row.creation_date,
  url: null,
})
