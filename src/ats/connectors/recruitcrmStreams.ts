import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import type { Access, Stream, SyncedApplication } from '../connector.ts'
import { outcomeOfLabel } from '../outcomeOfLabel.ts'
import { readPlace, writePlace } from '../readingPlace.ts'
import { type Client, name } from './recruitcrmClient.ts'
import {
  applicationIdOf,
  assignedRow,
  candidateRow,
  contactRow,
  contactsOf,
  isLongClosed,
  jobRow,
  meetingRow,
  nameClient,
  stageRow,
  toCandidate,
  toContact,
  toInterview,
  toJob,
  toUser,
  userRow,
} from './recruitcrmRows.ts'

// What is read from Recruit CRM. Changes are found by day, and taken by the instant they have.

/** So far apart can the account's day and that of UTC be. */
const zoneMarginMs = 14 * 3600_000
const pageSize = 100

export function streamsOf(client: Client, { clock }: Access): readonly Stream[] {
  const pageOf = (page: string | null) => (page === null ? 1 : Number(page))
  const nextOf = (next: number | null) => (next === null ? null : String(next))
  const listJobs = (page: number) => client.list('/v1/jobs', jobRow, { page, per_page: pageSize, limit: pageSize })
  /** A search takes days; what it gives of the first one too much is left out. */
  const changed = async <T extends { updated_on: Date | null }>(
    path: string,
    schema: z.ZodType<T>,
    since: Date,
    page: number,
  ) => {
    const updated_from = new Date(since.getTime() - zoneMarginMs).toISOString().slice(0, 10)
    const found = await client.list(path, schema, { page, updated_from })
    return { ...found, rows: found.rows.filter(({ updated_on }) => updated_on === null || updated_on >= since) }
  }
  return [
    {
      name: 'users',
      kinds: ['users'],
      mode: 'whole',
      everyMinutes: 30,
      async read() {
        const { rows, leftOut } = await client.all('/v1/users', userRow)
        return { rows: { users: rows.flatMap((row) => toUser(row) ?? []), leftOut }, next: null }
      },
    },
    contactStream(client, clock, listJobs),
    {
      name: 'jobs',
      kinds: ['jobs', 'stages'],
      mode: 'whole',
      everyMinutes: 10,
      async read({ page }) {
        const { rows, leftOut, next } = await listJobs(pageOf(page))
        const pipelineOf = await readPipelines(client, rows)
        const stages = rows.flatMap((job) =>
          (pipelineOf.get(job.hiring_pipeline_id ?? '0') ?? []).map((stage, ordinal) => ({
            ...stage,
            jobId: job.slug,
            ordinal,
          })),
        )
        return { rows: { jobs: rows.map((job) => toJob(job, clock.now())), stages, leftOut }, next: nextOf(next) }
      },
    },
    {
      name: 'candidates',
      kinds: ['candidates'],
      mode: 'changes',
      everyMinutes: 0,
      async read({ since, page }) {
        const { rows, leftOut, next } = since
          ? await changed('/v1/candidates/search', candidateRow, since, pageOf(page))
          : await client.list('/v1/candidates', candidateRow, { page: pageOf(page), limit: pageSize })
        return { rows: { candidates: rows.map(toCandidate), leftOut }, next: nextOf(next) }
      },
    },
    applicationStream(client, clock, listJobs),
    {
      name: 'interviews',
      kinds: ['interviews'],
      mode: 'changes',
      everyMinutes: 0,
      async read({ since, page }) {
        const { rows, leftOut, next } = since
          ? await changed('/v1/meetings/search', meetingRow, since, pageOf(page))
          : await client.list('/v1/meetings', meetingRow, { page: pageOf(page), limit: pageSize })
        const interviews = rows.flatMap((meeting) => toInterview(meeting, clock.now()) ?? [])
        return { rows: { interviews, leftOut }, next: nextOf(next) }
      },
    },
  ]
}

type ListJobs = (page: number) => Promise<{ rows: z.output<typeof jobRow>[]; leftOut: number; next: number | null }>

async function readPipelines(client: Client, jobs: readonly z.output<typeof jobRow>[]) {
  const pipelines = new Map<string, { id: string; label: string }[]>()
  for (const id of new Set(jobs.map((job) => job.hiring_pipeline_id ?? '0'))) {
    const { rows } = await client.all(`/v1/hiring-pipelines/${encodeURIComponent(id)}`, stageRow)
    pipelines.set(id, rows)
  }
  return pipelines
}

/** Contacts are read one by one, so not those of jobs that were closed long ago. */
function contactStream(client: Client, clock: Clock, listJobs: ListJobs): Stream {
  const placeShape = z.object({ jobsPage: z.number().nullable(), slugs: z.array(z.string()) })
  const atOnce = 10
  return {
    name: 'contacts',
    kinds: ['clients', 'contacts'],
    mode: 'whole',
    everyMinutes: 60,
    async read({ page }) {
      let place = page === null ? { jobsPage: 1, slugs: [] } : readPlace(placeShape, page, name)
      if (place.slugs.length === 0 && place.jobsPage !== null) {
        const { rows, next } = await listJobs(place.jobsPage)
        const slugs = new Set(rows.filter((job) => !isLongClosed(job, clock.now())).flatMap(contactsOf))
        place = { jobsPage: next, slugs: [...slugs] }
      }
      const contacts: z.output<typeof contactRow>[] = []
      for (const slug of place.slugs.slice(0, atOnce)) {
        const { status, body } = await client.get(`/v1/contacts/${encodeURIComponent(slug)}`, { accept: [404] })
        const read = contactRow.safeParse(body)
        if (status !== 404 && read.success) contacts.push(read.data)
      }
      const clients = new Map(contacts.toReversed().map((contact) => [contact.company_slug, nameClient(contact)]))
      const rest = { ...place, slugs: place.slugs.slice(atOnce) }
      return {
        rows: {
          clients: [...clients].map(([id, clientName]) => ({ id, name: clientName })),
          contacts: contacts.map(toContact),
        },
        next: rest.slugs.length === 0 && rest.jobsPage === null ? null : writePlace(rest),
      }
    },
  }
}

/** Who is assigned is listed job by job. */
function applicationStream(client: Client, clock: Clock, listJobs: ListJobs): Stream {
  const queueShape = z.array(z.tuple([z.string(), z.string().nullable()]))
  const placeShape = z.object({ jobsPage: z.number().nullable(), jobs: queueShape, page: z.number() })
  return {
    name: 'applications',
    kinds: ['applications'],
    mode: 'whole',
    everyMinutes: 10,
    async read({ page }) {
      let place: z.output<typeof placeShape> =
        page === null ? { jobsPage: 1, jobs: [], page: 1 } : readPlace(placeShape, page, name)
      if (place.jobs.length === 0 && place.jobsPage !== null) {
        const { rows, next } = await listJobs(place.jobsPage)
        const jobs = rows
          .filter((job) => !isLongClosed(job, clock.now()))
          .map((job): [string, string | null] => [job.slug, job.owner])
        place = { jobsPage: next, jobs, page: 1 }
      }
      const [job, ...others] = place.jobs
      const nextJobs = { jobsPage: place.jobsPage, jobs: others, page: 1 }
      const isLast = others.length === 0 && place.jobsPage === null
      if (!job) return { rows: { applications: [] }, next: isLast ? null : writePlace(nextJobs) }
      const path = `/v1/jobs/${encodeURIComponent(job[0])}/assigned-candidates`
      const found = await client.list(path, assignedRow, { page: place.page, limit: pageSize }, { accept: [404] })
      const next = found.next === null ? (isLast ? null : nextJobs) : { ...place, page: found.next }
      const applications = found.rows.map((row) => toApplication(row, job))
      return { rows: { applications, leftOut: found.leftOut }, next: next && writePlace(next) }
    },
  }
}

function toApplication(
  { candidate, status }: z.output<typeof assignedRow>,
  [jobId, ownerId]: readonly [string, string | null],
): SyncedApplication {
  const label = status.label ?? ''
  return {
    id: applicationIdOf(candidate.slug, jobId),
    candidateId: candidate.slug,
    jobId,
    stageId: status.status_id,
    outcome: outcomeOfLabel(label),
    originalStatus: label,
    ownerId,
    // When it came is told by no list; when it came into its stage is the nearest.
    appliedAt: null,
    url: null,
  }
}
