import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import type { Stream, SyncedApplication, SyncedStage } from '../connector.ts'
import { readPlace, writePlace } from '../readingPlace.ts'
import { name, type RecruiterflowClient, type RecruiterflowStages } from './recruiterflowClient.ts'
import {
  type CandidateRow,
  candidateRow,
  jobRow,
  outcomeOf,
  showApplication,
  showCandidate,
  showJob,
  userRow,
} from './recruiterflowRows.ts'

// What is read from Recruiterflow, one request a second: candidates with their applications, changed ones by the day, and stages job by job.

const dayMs = 24 * 3600_000
/** Of one reading of stages: so many seconds. */
const jobsAtOnce = 10

export function createRecruiterflowStreams(
  client: RecruiterflowClient,
  stages: RecruiterflowStages,
  clock: Clock,
): readonly Stream[] {
  return [
    {
      name: 'users',
      kinds: ['users'],
      mode: 'whole',
      everyMinutes: 30,
      async read() {
        const { rows, leftOut } = await client.list('/user/list', userRow, 1, noPages)
        const users = rows.map((row) => ({
          id: row.id,
          name: row.name ?? ([row.first_name, row.last_name].filter(Boolean).join(' ') || (row.email ?? row.id)),
          email: row.email,
          role: row.roles.some((role) => /hiring manager/i.test(role.name))
            ? ('hiringManager' as const)
            : ('recruiter' as const),
        }))
        return { rows: { users, leftOut }, next: null }
      },
    },
    {
      name: 'jobs',
      kinds: ['clients', 'jobs'],
      mode: 'whole',
      everyMinutes: 10,
      async read({ page }) {
        const { rows, leftOut, next } = await client.list('/job/list', jobRow, Number(page ?? 1))
        const clients = new Map(rows.flatMap(({ company }) => (company ? [[company.id, company.name]] : [])))
        return {
          rows: {
            clients: [...clients].map(([id, clientName]) => ({ id, name: clientName })),
            jobs: rows.map(showJob),
            leftOut,
          },
          next: next === null ? null : String(next),
        }
      },
    },
    createStageStream(client, stages),
    createCandidateStream(client, stages, clock),
  ]
}

/** The list of users has no pages. */
const noPages = { items_per_page: null, current_page: null, include_count: null }

function createStageStream(client: RecruiterflowClient, stages: RecruiterflowStages): Stream {
  const place = z.object({ jobsPage: z.number().int().nullable(), queue: z.array(z.string()) })
  return {
    name: 'stages',
    kinds: ['stages'],
    mode: 'whole',
    everyMinutes: 30,
    async read({ page }) {
      let at = page === null ? null : readPlace(place, page, name)
      if (at === null || at.queue.length === 0) {
        const { rows, next } = await client.list('/job/list', jobRow, at?.jobsPage ?? 1)
        at = { jobsPage: next, queue: rows.filter((job) => job.is_open).map(({ id }) => id) }
      }
      const found: SyncedStage[] = []
      let leftOut = 0
      for (const jobId of at.queue.slice(0, jobsAtOnce)) {
        const pipeline = await stages.read(jobId)
        leftOut += pipeline.leftOut
        found.push(...pipeline.rows.map(({ id, name: label }, ordinal) => ({ id, jobId, label, ordinal })))
      }
      const rest = { jobsPage: at.jobsPage, queue: at.queue.slice(jobsAtOnce) }
      const isOver = rest.queue.length === 0 && rest.jobsPage === null
      return { rows: { stages: found, leftOut }, next: isOver ? null : writePlace(rest) }
    },
  }
}

function createCandidateStream(client: RecruiterflowClient, stages: RecruiterflowStages, clock: Clock): Stream {
  const place = z.object({ page: z.number().int(), days: z.number().int() })

  async function showPlaces(row: CandidateRow): Promise<SyncedApplication[]> {
    const shown: SyncedApplication[] = []
    for (const one of row.jobs) {
      // Stages of closed jobs are not read; that somebody is out need not be a stage of the job.
      const isKeen = outcomeOf(one) === 'active'
      const stageId = one.is_open ? await stages.findId(one.job_id, one.stage_name, isKeen) : null
      shown.push(showApplication(row, one, stageId))
    }
    return shown
  }

  return {
    name: 'candidates',
    kinds: ['candidates', 'applications'],
    mode: 'changes',
    everyMinutes: 0,
    async read({ since, page }) {
      const at =
        page === null ? { page: 1, days: since === null ? 0 : daysSince(since, clock) } : readPlace(place, page, name)
      const found =
        since === null
          ? await client.list('/candidate/list', candidateRow, at.page)
          : await client.searchActive(candidateRow, at.days, at.page)
      const rows = found.rows.filter(
        ({ latest_activity_time }) => since === null || latest_activity_time === null || latest_activity_time >= since,
      )
      const applications: SyncedApplication[] = []
      for (const row of rows) applications.push(...(await showPlaces(row)))
      return {
        rows: { candidates: rows.map(showCandidate), applications, leftOut: found.leftOut },
        next: found.next === null ? null : writePlace({ ...at, page: found.next }),
      }
    },
  }
}

/** A search takes whole days; what it gives of the first one too much is left out. */
const daysSince = (since: Date, clock: Clock) =>
  Math.max(1, Math.ceil((clock.now().getTime() - since.getTime()) / dayMs))
