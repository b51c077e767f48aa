import { z } from 'zod'
import { splitName } from '../../domain/names.ts'
import type { SyncedApplication, SyncedCandidate, SyncedJob } from '../connector.ts'
import { outcomeOfLabel } from '../outcomeOfLabel.ts'
import { idOrNull, instantOrNull, listOf, proseOrNull, textOrNull, vendorId, vendorText } from '../vendorRows.ts'

// What is used of Recruiterflow's rows. Who applied where stands inside the candidate, with the name of the stage; its id in the job's pipeline alone.

/** A list comes bare, or counted. */
export const countedRow = z.object({ data: z.array(z.unknown()), total_items: z.number().nullish() })
export const resultRow = z.object({ RESULT: z.string(), message: textOrNull })

/** Nothing is sometimes the word None. */
const text = textOrNull.transform((value) => (value === 'None' ? null : value))
const filled = vendorText.pipe(z.string().min(1)).refine((value) => value !== 'None')

const named = z.object({ id: vendorId, name: vendorText })
export const userRow = z.object({
  id: vendorId,
  email: text,
  name: text,
  first_name: text,
  last_name: text,
  roles: listOf(z.object({ name: vendorText })),
})
export const jobRow = z.object({
  id: vendorId,
  title: text,
  name: text,
  is_open: z.boolean().catch(true),
  job_status: z.object({ name: text }).nullish().catch(null),
  hiring_team: listOf(z.object({ user_id: vendorId, role: text })),
  company: named.nullish().catch(null),
})
export type JobRow = z.output<typeof jobRow>
export const pipelineRow = z.object({ summary: z.array(z.unknown()) })
export const stageRow = named

const placeRow = z.object({
  job_id: vendorId,
  stage_name: text,
  added_time: instantOrNull,
  is_open: z.boolean().catch(true),
  disqualification_reason: text,
})
export type PlaceRow = z.output<typeof placeRow>
const fileRow = z.object({ filename: text, link: z.url({ protocol: /^https?$/ }) })
export const candidateRow = z.object({
  id: vendorId,
  name: text,
  first_name: text,
  last_name: text,
  email: listOf(filled),
  phone_number: listOf(filled),
  current_designation: text,
  current_organization: text,
  jobs: listOf(placeRow),
  files: listOf(fileRow),
  lead_owner: z.object({ id: idOrNull }).nullish().catch(null),
  latest_activity_time: instantOrNull,
})
export type CandidateRow = z.output<typeof candidateRow>
export const oneCandidateRow = z.union([z.object({ data: candidateRow }).transform(({ data }) => data), candidateRow])
export const activityRow = z.object({ activity_id: vendorId, text: proseOrNull })

function statusOf({ is_open, job_status }: JobRow): SyncedJob['status'] {
  if (/hold|paused|draft/i.test(job_status?.name ?? '')) return 'onHold'
  return is_open ? 'open' : 'closed'
}

export function showJob(row: JobRow): SyncedJob {
  const inRole = (words: RegExp) =>
    row.hiring_team.filter(({ role }) => words.test(role ?? '')).map(({ user_id }) => user_id)
  return {
    id: row.id,
    title: row.title ?? row.name ?? row.id,
    status: statusOf(row),
    originalStatus: row.job_status?.name ?? (row.is_open ? 'Open' : 'Closed'),
    clientId: row.company?.id ?? null,
    hiringManagerId: inRole(/hiring manager/i)[0] ?? null,
    interviewerIds: inRole(/interview/i),
    url: null,
  }
}

export const showCandidate = (row: CandidateRow): SyncedCandidate => ({
  id: row.id,
  ...(row.first_name === null && row.last_name === null
    ? splitName(row.name ?? '')
    : { firstName: row.first_name ?? '', lastName: row.last_name ?? '' }),
  emails: row.email,
  phones: row.phone_number,
  title: row.current_designation,
  company: row.current_organization,
  url: null,
})

/** Who is out is in a stage called Disqualified, with a reason beside it. */
export const outcomeOf = ({ stage_name, disqualification_reason }: PlaceRow): SyncedApplication['outcome'] =>
  disqualification_reason !== null ? 'rejected' : outcomeOfLabel(stage_name ?? '')

/** An application is a candidate together with a job. */
export const applicationIdOf = (candidateId: string, jobId: string) => `${candidateId}:${jobId}`

export const showApplication = (row: CandidateRow, place: PlaceRow, stageId: string | null): SyncedApplication => ({
  id: applicationIdOf(row.id, place.job_id),
  candidateId: row.id,
  jobId: place.job_id,
  stageId,
  outcome: outcomeOf(place),
  originalStatus: place.stage_name ?? '',
  ownerId: row.lead_owner?.id ?? null,
  appliedAt: place.added_time ?? new Date(0),
  url: null,
})
