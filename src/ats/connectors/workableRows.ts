import { z } from 'zod'
import type { SyncedApplication, SyncedCandidate, SyncedInterview, SyncedJob, SyncedStage } from '../connector.ts'
import { fileKindOf } from '../fileKind.ts'
import type { AtsAttachment } from '../port.ts'
import { listOf, orNull, vendorId, vendorInstant, vendorText } from '../vendorRows.ts'

// What is used of the rows of Workable's spi/v3. A candidate belongs to one job: candidate and application are one. Jobs are known by
// their shortcode, stages by their slug; a candidate shows the name of his stage alone.

const link = z.url({ protocol: /^https?$/ })
const flag = z.boolean().nullish().catch(false)

export const memberRow = z.object({
  id: vendorId,
  name: vendorText,
  email: orNull(vendorText),
  active: z.boolean().catch(true),
})

export const jobRow = z.object({
  shortcode: vendorId,
  title: vendorText,
  state: vendorText,
  url: orNull(link),
})

export const stageRow = z.object({
  slug: vendorId,
  name: vendorText,
  kind: orNull(vendorText),
  position: z.number().catch(0),
})
export type StageRow = z.output<typeof stageRow>

export const teamRow = z.object({ id: vendorId, role: orNull(vendorText), collaboration_role: orNull(vendorText) })
type TeamRow = z.output<typeof teamRow>

export const candidateRow = z.object({
  id: vendorId,
  name: orNull(vendorText),
  firstname: orNull(vendorText),
  lastname: orNull(vendorText),
  headline: orNull(vendorText),
  job: z.object({ shortcode: vendorId }),
  stage: orNull(vendorText),
  stage_kind: orNull(vendorText),
  disqualified: flag,
  withdrew: flag,
  hired_at: orNull(vendorInstant),
  profile_url: orNull(link),
  phone: orNull(vendorText),
  email: orNull(vendorText),
  created_at: vendorInstant,
})
export type CandidateRow = z.output<typeof candidateRow>

export const eventRow = z.object({
  id: vendorId,
  title: orNull(vendorText),
  starts_at: vendorInstant,
  ends_at: vendorInstant,
  cancelled: flag,
  members: listOf(z.object({ id: vendorId })),
  candidate: z.object({ id: vendorId }),
  conference: orNull(z.object({ url: link })),
})

export const fileRow = z.object({ name: vendorText, preview_url: link, kind: orNull(vendorText) })
export const hookRow = z.object({ event: vendorText, target: vendorText })

const jobStatuses: Readonly<Record<string, SyncedJob['status']>> = {
  published: 'open',
  closed: 'closed',
  archived: 'closed',
}
export const showJob = (row: z.output<typeof jobRow>): SyncedJob => ({
  id: row.shortcode,
  title: row.title,
  status: jobStatuses[row.state] ?? 'onHold',
  originalStatus: row.state,
  url: row.url,
})

/** `shortlisted`, `sourced` and `assessment` mean this or that: there the name decides. */
const stageStatuses: Readonly<Record<string, SyncedStage['status']>> = {
  applied: 'applied',
  phone_screen: 'screening',
  phone_interview: 'interview',
  interview: 'interview',
  offer: 'offer',
  hired: 'hired',
}
export function showStages(rows: readonly StageRow[], jobId: string): SyncedStage[] {
  return rows.map(({ slug, name, kind, position }) => {
    const status = stageStatuses[kind ?? '']
    return { id: slug, jobId, label: name, ordinal: position, ...(status ? { status } : {}) }
  })
}

const roleOf = ({ role, collaboration_role }: TeamRow) => collaboration_role ?? role ?? ''
export const showTeam = (jobId: string, rows: readonly TeamRow[]) => ({
  jobId,
  hiringManagerId: rows.find((row) => /hiring.?manager/i.test(roleOf(row)))?.id ?? null,
  interviewerIds: rows.filter((row) => /reviewer|interviewer/i.test(roleOf(row))).map(({ id }) => id),
})

export const showCandidate = (row: CandidateRow): SyncedCandidate => ({
  id: row.id,
  firstName: row.firstname ?? row.name ?? '',
  lastName: row.lastname ?? '',
  emails: row.email ? [row.email] : [],
  phones: row.phone ? [row.phone] : [],
  title: row.headline,
  url: row.profile_url,
})

export function outcomeOf(row: CandidateRow): SyncedApplication['outcome'] {
  if (row.hired_at !== null || row.stage_kind === 'hired') return 'hired'
  return row.disqualified || row.withdrew ? 'rejected' : 'active'
}

export const showApplication = (row: CandidateRow, stageId: string | null): SyncedApplication => ({
  id: row.id,
  candidateId: row.id,
  jobId: row.job.shortcode,
  stageId,
  outcome: outcomeOf(row),
  originalStatus: row.withdrew ? 'withdrew' : row.disqualified ? 'disqualified' : (row.stage ?? ''),
  appliedAt: row.created_at,
  url: row.profile_url,
})

/** What is over is told by the clock alone. */
export const showEvent = (row: z.output<typeof eventRow>, now: Date): SyncedInterview => ({
  id: row.id,
  applicationId: row.candidate.id,
  status: row.cancelled ? 'CANCELED' : row.ends_at <= now ? 'COMPLETE' : 'SCHEDULED',
  title: row.title ?? 'Interview',
  startAt: row.starts_at,
  endAt: row.ends_at,
  location: row.conference?.url ?? '',
  userIds: row.members.map(({ id }) => id),
  key: null,
})

/** Workable knows resumes, and everything else. */
export const showFile = ({ name, preview_url, kind }: z.output<typeof fileRow>): AtsAttachment => ({
  kind: kind === 'resume' ? 'resume' : fileKindOf(name),
  name,
  url: preview_url,
})
