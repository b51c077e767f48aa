import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import type { Answer, Ask } from '../client.ts'
import type { Stream } from '../connector.ts'
import { readPlace, writePlace } from '../readingPlace.ts'
import { readRows } from '../vendorRows.ts'
import {
  applicantRow,
  employeeRow,
  isClosed,
  isGone,
  jobRow,
  showApplication,
  showCandidate,
  showEmployee,
  showJob,
  showStages,
} from './freshteamRows.ts'

// What is read from Freshteam, ten requests a minute on the smallest plan: lists by page that end where one is empty, applicants job by job.

export const name = 'Freshteam'
const place = z.object({ jobsPage: z.number().int().nullable(), queue: z.array(z.string()), page: z.number().int() })
type Place = z.output<typeof place>
type Get = (path: string, ask?: Ask) => Promise<Answer>
/** Which jobs are open is not asked again for so long. */
const jobsGoodMs = 15 * 60_000

/** One page of a list, and the number of the next one. */
async function readPage<S extends z.ZodType>(
  get: Get,
  path: string,
  shape: S,
  page: number,
  query: Ask['query'] = {},
): Promise<{ rows: z.output<S>[]; leftOut: number; next: number | null }> {
  const { body } = await get(path, { query: { ...query, page } })
  const { rows, leftOut } = readRows(shape, body, name)
  return { rows, leftOut, next: rows.length + leftOut === 0 ? null : page + 1 }
}
const nextOf = (next: number | null) => (next === null ? null : String(next))
const changedSince = (since: Date | null) => (since === null ? {} : { updated_since: since.toISOString() })

export function createFreshteamStreams(get: Get, clock: Clock): readonly Stream[] {
  return [
    {
      name: 'employees',
      kinds: ['users'],
      mode: 'changes',
      everyMinutes: 60,
      async read({ since, page }) {
        const found = await readPage(get, '/employees', employeeRow, Number(page ?? 1), changedSince(since))
        const left = found.rows.filter(({ status }) => status === 'inactive')
        return {
          rows: {
            users: found.rows.filter((row) => !left.includes(row)).map(showEmployee),
            removed: left.map(({ id }) => ({ kind: 'users', id })),
            leftOut: found.leftOut,
          },
          next: nextOf(found.next),
        }
      },
    },
    {
      name: 'job_postings',
      kinds: ['jobs', 'stages'],
      mode: 'whole',
      everyMinutes: 30,
      async read({ page }) {
        const { rows, leftOut, next } = await readPage(get, '/job_postings', jobRow, Number(page ?? 1))
        return { rows: { jobs: rows.map(showJob), stages: rows.flatMap(showStages), leftOut }, next: nextOf(next) }
      },
    },
    createApplicantStream(get, clock),
  ]
}

function createApplicantStream(get: Get, clock: Clock): Stream {
  let open: { ids: readonly string[]; goodUntil: number } | null = null

  /** Which jobs there are to go through: known still, or a page of the list each time, so that a limit met on the way loses nothing. */
  async function readQueue({ jobsPage, queue }: Place & { jobsPage: number }): Promise<Place> {
    const found = await readPage(get, '/job_postings', jobRow, jobsPage)
    const ids = [...queue, ...found.rows.filter((job) => !isClosed(job)).map(({ id }) => id)]
    if (found.next === null) open = { ids, goodUntil: clock.now().getTime() + jobsGoodMs }
    return { jobsPage: found.next, queue: ids, page: 1 }
  }
  const begin = (): Place =>
    open && open.goodUntil > clock.now().getTime()
      ? { jobsPage: null, queue: [...open.ids], page: 1 }
      : { jobsPage: 1, queue: [], page: 1 }

  return {
    name: 'applicants',
    kinds: ['candidates', 'applications'],
    mode: 'changes',
    everyMinutes: 0,
    async read({ since, page }) {
      const at = page === null ? begin() : readPlace(place, page, name)
      const { jobsPage } = at
      if (jobsPage !== null) return { rows: {}, next: writePlace(await readQueue({ ...at, jobsPage })) }
      const [jobId, ...others] = at.queue
      if (jobId === undefined) return { rows: {}, next: null }
      const path = `/job_postings/${jobId}/applicants`
      const found = await readPage(get, path, applicantRow, at.page, changedSince(since))
      const next = found.next === null ? { jobsPage, queue: others, page: 1 } : { ...at, page: found.next }
      const here = found.rows.filter((row) => !isGone(row))
      return {
        rows: {
          candidates: here.map(showCandidate),
          applications: here.map(showApplication),
          removed: found.rows.filter(isGone).map(({ id }) => ({ kind: 'applications', id })),
          leftOut: found.leftOut,
        },
        next: next.queue.length === 0 ? null : writePlace(next),
      }
    },
  }
}
