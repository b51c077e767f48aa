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

export function createFreshteamStreams(get: Get, clock: Clock): readonly Stream[] {
  let open: { ids: readonly string[]; goodUntil: number } | null = null

  /** One page of a list, and the number of the next one. */
  async function readPage<S extends z.ZodType>(path: string, shape: S, page: number, query: Ask['query'] = {}) {
    const { body } = await get(path, { query: { ...query, page } })
    const { rows, leftOut } = readRows(shape, body, name)
    return { rows, leftOut, next: rows.length + leftOut === 0 ? null : page + 1 }
  }

  /** Which jobs there are to go through: known still, or a page of the list each time, so that a limit met on the way loses nothing. */
  async function readQueue({ jobsPage, queue }: Place & { jobsPage: number }): Promise<Place> {
    const found = await readPage('/job_postings', jobRow, jobsPage)
    const ids = [...queue, ...found.rows.filter((job) => !isClosed(job)).map(({ id }) => id)]
    if (found.next === null) open = { ids, goodUntil: clock.now().getTime() + jobsGoodMs }
    return { jobsPage: found.next, queue: ids, page: 1 }
  }
  const beginning = (): Place =>
    open && open.goodUntil > clock.now().getTime()
      ? { jobsPage: null, queue: [...open.ids], page: 1 }
      : { jobsPage: 1, queue: [], page: 1 }

  return [
    {
      name: 'employees',
      kinds: ['users'],
      mode: 'changes',
      everyMinutes: 60,
      async read({ since, page }) {
        const query = since === null ? {} : { updated_since: since.toISOString() }
        const { rows, leftOut, next } = await readPage('/employees', employeeRow, Number(page ?? 1), query)
        const isActive = ({ status }: (typeof rows)[number]) => status !== 'inactive'
        return {
          rows: {
            users: rows.filter(isActive).map((row) => ({
              ...{ id: row.id, email: row.official_email, role: null },
              name: [row.first_name, row.last_name].filter(Boolean).join(' ') || (row.official_email ?? row.id),
            })),
            removed: rows.filter((row) => !isActive(row)).map(({ id }) => ({ kind: 'users' as const, id })),
            leftOut,
          },
          next: next === null ? null : String(next),
        }
      },
    },
    {
      name: 'job_postings',
      kinds: ['jobs', 'stages'],
      mode: 'whole',
      everyMinutes: 30,
      async read({ page }) {
        const { rows, leftOut, next } = await readPage('/job_postings', jobRow, Number(page ?? 1))
        return {
          rows: { jobs: rows.map(showJob), stages: rows.flatMap(showStages), leftOut },
          next: next === null ? null : String(next),
        }
      },
    },
    {
      name: 'applicants',
      kinds: ['candidates', 'applications'],
      mode: 'changes',
      everyMinutes: 0,
      async read({ since, page }) {
        const at = page === null ? beginning() : readPlace(place, page, name)
        const { jobsPage } = at
        if (jobsPage !== null) return { rows: {}, next: writePlace(await readQueue({ ...at, jobsPage })) }
        const [jobId, ...others] = at.queue
        if (jobId === undefined) return { rows: {}, next: null }
        const query = since === null ? {} : { updated_since: since.toISOString() }
        const found = await readPage(`/job_postings/${jobId}/applicants`, applicantRow, at.page, query)
        const next = found.next === null ? { jobsPage, queue: others, page: 1 } : { ...at, page: found.next }
        const here = found.rows.filter((row) => !isGone(row))
        return {
          rows: {
            candidates: here.map(showCandidate),
            applications: here.map(showApplication),
            removed: found.rows.filter(isGone).map(({ id }) => ({ kind: 'applications' as const, id })),
            leftOut: found.leftOut,
          },
          next: next.queue.length === 0 ? null : writePlace(next),
        }
      },
    },
  ]
}
