import type { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import type { RecordKind, Stream, SyncedRows } from '../connector.ts'
import { readRows } from '../vendorRows.ts'
import type { GreenhouseHttp } from './greenhouseHttp.ts'
import type { GreenhouseInterviews } from './greenhouseInterviews.ts'
import { readAllPages, readCursor } from './greenhousePages.ts'
import {
  applicationRow,
  candidateRow,
  interviewRow,
  isApplication,
  jobRow,
  managerRow,
  showApplication,
  showCandidate,
  showJob,
  stageRow,
  userRow,
} from './greenhouseRows.ts'
import type { GreenhouseStages } from './greenhouseStages.ts'

const pageSize = 500
/** What one request may name: pages whose rows need a second request each are of this size. */
const idsMax = 50
/** Interviews that began before are nobody's concern any more. */
const interviewsSinceMs = 60 * 24 * 3600_000

interface ListOptions<T extends z.ZodType> {
  kinds: readonly RecordKind[]
  everyMinutes: number
  shape: T
  size?: number
  /** Parameters of a whole reading. */
  whole?: () => Record<string, string>
  show(rows: z.output<T>[]): SyncedRows | Promise<SyncedRows>
}

/** In the order in which rows refer to each other. */
export function createGreenhouseStreams(
  http: GreenhouseHttp,
  stages: GreenhouseStages,
  interviews: GreenhouseInterviews,
  clock: Clock,
): readonly Stream[] {
  const list = <T extends z.ZodType>(name: string, options: ListOptions<T>): Stream => ({
    name,
    kinds: options.kinds,
    mode: 'changes',
    everyMinutes: options.everyMinutes,
    async read({ since, page }) {
      const first = {
        per_page: options.size ?? pageSize,
        ...(since ? { updated_at: `gte|${since.toISOString()}` } : options.whole?.()),
      }
      const answer = await http.get(`/${name}`, page === null ? first : { cursor: page })
      const { rows, leftOut } = readRows(options.shape, answer.body, 'Greenhouse')
      return { rows: { ...(await options.show(rows)), leftOut }, next: readCursor(answer) }
    },
  })

  return [
    list('users', {
      kinds: ['users'],
      everyMinutes: 15,
      shape: userRow,
      show: (rows) => ({
        users: rows
          .filter((row) => !row.deactivated)
          .map(({ id, name, first_name, last_name, primary_email }) => ({
            id,
            name: name ?? [first_name, last_name].filter(Boolean).join(' '),
            email: primary_email,
            role: null,
          })),
        removed: rows.filter((row) => row.deactivated).map(({ id }) => ({ kind: 'users', id })),
      }),
    }),
    list('jobs', {
      kinds: ['jobs'],
      everyMinutes: 5,
      shape: jobRow,
      show: (rows) => ({
        jobs: rows.filter((row) => !row.confidential && !row.is_template).map(showJob),
        removed: rows.filter((row) => row.confidential).map(({ id }) => ({ kind: 'jobs', id })),
      }),
    }),
    list('job_interview_stages', {
      kinds: ['stages'],
      everyMinutes: 5,
      shape: stageRow,
      show: (rows) => ({
        stages: rows
          .filter(({ active }) => active)
          .map(({ id, job_id, name, sort_order }) => ({ id, jobId: job_id, label: name, ordinal: sort_order })),
        removed: rows.filter(({ active }) => !active).map(({ id }) => ({ kind: 'stages', id })),
      }),
    }),
    createTeamStream(http),
    list('candidates', {
      kinds: ['candidates'],
      everyMinutes: 0,
      shape: candidateRow,
      show: (rows) => ({
        candidates: rows.filter((row) => !row.private).map(showCandidate),
        removed: rows.filter((row) => row.private).map(({ id }) => ({ kind: 'candidates', id })),
      }),
    }),
    list('applications', {
      kinds: ['applications'],
      everyMinutes: 0,
      shape: applicationRow,
      async show(rows) {
        const own = rows.filter(isApplication)
        const stageIds = await stages.findStages(own)
        return {
          applications: own.map((row) => showApplication(row, stageIds.get(row.id) ?? null)),
          removed: rows.filter((row) => !isApplication(row)).map(({ id }) => ({ kind: 'applications', id })),
        }
      },
    }),
    list('interviews', {
      kinds: ['interviews'],
      everyMinutes: 0,
      shape: interviewRow,
      size: idsMax,
      whole: () => ({ starts_at: `gte|${new Date(clock.now().getTime() - interviewsSinceMs).toISOString()}` }),
      show: async (rows) => ({ interviews: await interviews.show(rows) }),
    }),
  ]
}

/**
 * Hiring managers of open jobs, all of them each time: a change of them touches no job. A job without any is told too, which a list of them
 * alone would not.
 */
function createTeamStream(http: GreenhouseHttp): Stream {
  return {
    name: 'job_hiring_managers',
    kinds: [],
    mode: 'whole',
    everyMinutes: 15,
    async read({ page }) {
      const first = { per_page: idsMax, status: 'open', fields: 'id' }
      const answer = await http.get('/jobs', page === null ? first : { cursor: page })
      const { rows, leftOut } = readRows(jobRow.pick({ id: true }), answer.body, 'Greenhouse')
      const managers = new Map<string, string>()
      if (rows.length > 0) {
        const query = { job_ids: rows.map(({ id }) => id).join(','), per_page: pageSize }
        // Newest first: the one who was there before the others is the last.
        for (const row of await readAllPages(http, '/job_hiring_managers', query, managerRow))
          managers.set(row.job_id, row.user_id)
      }
      const teams = rows.map(({ id }) => ({ jobId: id, hiringManagerId: managers.get(id) ?? null }))
      return { rows: { teams, leftOut }, next: readCursor(answer) }
    },
  }
}
