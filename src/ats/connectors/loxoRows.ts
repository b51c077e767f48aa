import { z } from 'zod'
import { splitName } from '../../domain/names.ts'
import type { SyncedApplication, SyncedCandidate, SyncedJob } from '../connector.ts'
import { outcomeOfLabel } from '../outcomeOfLabel.ts'
import { idOrNull, listOf, proseOrNull, textOrNull, vendorId, vendorText } from '../vendorRows.ts'

// What is used of Loxo's rows. A person is somebody, a candidate is a person inside a job, and what happens is an event of a person.

export const scrollRow = z.object({
  scroll_id: z
    .string()
    .nullish()
    .transform((id) => id || null),
  total_count: z
    .number()
    .nullish()
    .transform((count) => count ?? null),
})
export const numberedRow = z.object({
  current_page: z.number().int(),
  total_pages: z.number().int(),
  results: z.array(z.unknown()),
})
export const failureRow = z.object({ error: textOrNull, errors: listOf(vendorText) })

export const userRow = z.object({ id: vendorId, email: textOrNull, first_name: textOrNull, last_name: textOrNull })
const named = z.object({ id: vendorId, name: vendorText })
export const jobRow = z.object({
  id: vendorId,
  title: vendorText,
  status: named.nullish().catch(null),
  company: named.nullish().catch(null),
})
export const jobContactRow = z.object({ person: named })
export const stageRow = z.object({
  id: vendorId,
  name: vendorText,
  workflow_id: idOrNull,
  position: z.number().catch(0),
})
export type StageRow = z.output<typeof stageRow>
export const typeRow = z.object({ id: vendorId, key: textOrNull, name: vendorText })
export type TypeRow = z.output<typeof typeRow>

const value = z.object({ value: vendorText.pipe(z.string().min(1)) }).transform((row) => row.value)
export const personRow = z.object({
  id: vendorId,
  name: textOrNull,
  title: textOrNull,
  company: textOrNull,
  emails: listOf(value),
  phones: listOf(value),
  person_types: listOf(z.object({ name: vendorText })),
})
export type PersonRow = z.output<typeof personRow>
/** Seen bare; a wrapper is possible. */
export const onePersonRow = z.union([z.object({ person: personRow }).transform(({ person }) => person), personRow])

/** Whose id is the person's is told flat or within. */
export const candidateRow = z
  .object({
    id: vendorId,
    person_id: idOrNull,
    person: z.object({ id: vendorId }).nullish().catch(null),
    job_id: idOrNull,
    workflow_stage_id: idOrNull,
  })
  .transform((row, context) => {
    const personId = row.person_id ?? row.person?.id
    if (personId === undefined) context.addIssue({ code: 'custom', message: 'is nobody' })
    return { id: row.id, personId: personId ?? '', jobId: row.job_id, stageId: row.workflow_stage_id }
  })
export type CandidateRow = z.output<typeof candidateRow>

export const eventRow = z.object({ id: vendorId, person_id: idOrNull, job_id: idOrNull, notes: proseOrNull })
export const writtenRow = z.object({ person_event: z.object({ id: vendorId, notes: proseOrNull }) })
export const hookRow = z.object({ item_type: vendorText, action: vendorText, endpoint_url: vendorText })

type Job = z.output<typeof jobRow>
function statusOf({ status }: Job): SyncedJob['status'] {
  const label = status?.name ?? ''
  if (/closed|filled|placed|lost|cancell?ed|archived|inactive/i.test(label)) return 'closed'
  return /hold|paused|draft|pending/i.test(label) ? 'onHold' : 'open'
}
export const isClosed = (job: Job) => statusOf(job) === 'closed'

export const showJob = (job: Job): SyncedJob => ({
  id: job.id,
  title: job.title,
  status: statusOf(job),
  originalStatus: job.status?.name ?? '',
  clientId: job.company?.id ?? null,
  hiringManagerId: null,
  interviewerIds: [],
  url: null,
})

/** People at clients are people too: who is that, and nothing else, is no candidate. */
export const isCandidate = ({ person_types }: PersonRow) =>
  person_types.length === 0 || !person_types.every(({ name }) => /contact|client|lead/i.test(name))

export const showPerson = (row: PersonRow): SyncedCandidate => ({
  id: row.id,
  ...splitName(row.name ?? ''),
  emails: row.emails,
  phones: row.phones,
  title: row.title,
  company: row.company,
  url: null,
})

/** Loxo has no outcome but the stage's name, and does not tell since when somebody is in a job. */
export function showApplication(row: CandidateRow, jobId: string, label: string): SyncedApplication {
  return {
    id: row.id,
    candidateId: row.personId,
    jobId,
    stageId: row.stageId,
    outcome: outcomeOfLabel(label),
    originalStatus: label,
    appliedAt: null,
    url: null,
  }
}
