import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import { isParleyError } from '../../domain/errors.ts'
import type { AtsClient } from '../client.ts'
import type { Stream, SyncedRows } from '../connector.ts'
import { askPage, readPage } from './workableHttp.ts'
import {
  candidateRow,
  eventRow,
  jobRow,
  memberRow,
  showApplication,
  showCandidate,
  showEvent,
  showJob,
  showStages,
  showTeam,
  teamRow,
} from './workableRows.ts'
import type { WorkableStages } from './workableStages.ts'

// Ten requests in ten seconds: no page of a stream may need more than a few.

const pageSize = 100
/** Events that began before are nobody's concern any more. */
const eventsSinceMs = 14 * 24 * 3600_000
/** So many jobs that changed are asked for stages and people at once; more have to wait for their turn. */
const jobsAtOnceMax = 3

/** Where the reading of stages stands: jobs of this page that are still to be asked for, and the next page of jobs. */
const stagesPage = z.object({ jobIds: z.array(z.string()), next: z.string().nullable() })
/** Where the reading of candidates stands: its page, and how many rows of it are done. */
const candidatesPage = z.object({ page: z.string().nullable(), skip: z.number() })

const updatedAfter = (since: Date | null) => since && new Date(since.getTime() - 1000).toISOString()

export function createWorkableStreams(client: AtsClient, stages: WorkableStages, clock: Clock): readonly Stream[] {
  async function readJob(jobId: string): Promise<SyncedRows> {
    try {
      const own = showStages(await stages.ofJob(jobId), jobId)
      const answer = await client.get(`/jobs/${encodeURIComponent(jobId)}/members`)
      return { stages: own, teams: [showTeam(jobId, readPage(teamRow, 'members', answer).rows)] }
    } catch (error) {
      if (isParleyError(error, 'notFound')) return {}
      throw error
    }
  }

  const readMembers: Stream['read'] = async ({ page }) => {
    const answer = await askPage(client, '/members', { limit: pageSize }, page)
    const { rows, leftOut, next } = readPage(memberRow, 'members', answer)
    const users = rows.filter(({ active }) => active).map(({ id, name, email }) => ({ id, name, email, role: null }))
    return { rows: { users, leftOut }, next }
  }

  const readJobs: Stream['read'] = async ({ since, page }) => {
    const first = { limit: pageSize, ...(since ? { updated_after: updatedAfter(since) ?? '' } : {}) }
    const { rows, leftOut, next } = readPage(jobRow, 'jobs', await askPage(client, '/jobs', first, page))
    const changed = since && rows.length <= jobsAtOnceMax ? rows : []
    const details: SyncedRows[] = []
    for (const { shortcode } of changed) details.push(await readJob(shortcode))
    return {
      rows: {
        jobs: rows.map(showJob),
        stages: details.flatMap((one) => one.stages ?? []),
        teams: details.flatMap((one) => one.teams ?? []),
        leftOut,
      },
      next,
    }
  }

  /** Jobs nobody can apply to are shown with the stages of the account: one request for each of them would take too long. */
  async function listJobs(page: string | null): Promise<Awaited<ReturnType<Stream['read']>>> {
    const { rows, next } = readPage(jobRow, 'jobs', await askPage(client, '/jobs', { limit: pageSize }, page))
    const usual = await stages.ofAccount()
    const published = rows.filter(({ state }) => state === 'published')
    const others = rows.filter(({ state }) => state !== 'published')
    const jobIds = published.map(({ shortcode }) => shortcode)
    return {
      rows: { stages: others.flatMap(({ shortcode }) => showStages(usual, shortcode)) },
      next: jobIds.length + (next === null ? 0 : 1) === 0 ? null : JSON.stringify({ jobIds, next }),
    }
  }

  const readStages: Stream['read'] = async ({ page }) => {
    if (page === null) return listJobs(null)
    const { jobIds, next } = stagesPage.parse(JSON.parse(page))
    const [jobId, ...rest] = jobIds
    if (jobId === undefined) return next === null ? { rows: {}, next: null } : listJobs(next)
    const rows = await readJob(jobId)
    return { rows, next: rest.length > 0 || next !== null ? JSON.stringify({ jobIds: rest, next }) : null }
  }

  const readCandidates: Stream['read'] = async ({ since, page: at }) => {
    const { page, skip } = at === null ? { page: null, skip: 0 } : candidatesPage.parse(JSON.parse(at))
    const first = { limit: pageSize, ...(since ? { updated_after: updatedAfter(since) ?? '' } : {}) }
    const answer = await askPage(client, '/candidates', first, page)
    const { rows, leftOut, next } = readPage(candidateRow, 'candidates', answer)
    const { slugs, count } = await stages.findSlugs(rows.slice(skip))
    const done = rows.slice(skip, skip + count)
    const isRest = skip + count < rows.length
    const following = isRest ? { page, skip: skip + count } : next === null ? null : { page: next, skip: 0 }
    return {
      rows: {
        candidates: done.map(showCandidate),
        applications: done.map((row, index) => showApplication(row, slugs[index] ?? null)),
        leftOut: isRest ? 0 : leftOut,
      },
      next: following && JSON.stringify(following),
    }
  }

  /** Events have no time of change: those of some days past and all ahead, each time. */
  const readEvents: Stream['read'] = async ({ page }) => {
    const now = clock.now()
    const start_date = new Date(now.getTime() - eventsSinceMs).toISOString().slice(0, 10)
    const first = { limit: pageSize, start_date, include_cancelled: true }
    const answer = await askPage(client, '/events', first, page)
    const { rows, leftOut, next } = readPage(eventRow, 'events', answer)
    return { rows: { interviews: rows.map((row) => showEvent(row, now)), leftOut }, next }
  }

  return [
    { name: 'members', kinds: ['users'], mode: 'whole', everyMinutes: 15, read: readMembers },
    { name: 'jobs', kinds: ['jobs'], mode: 'changes', everyMinutes: 5, read: readJobs },
    { name: 'stages', kinds: ['stages'], mode: 'whole', everyMinutes: 60, read: readStages },
    {
      name: 'candidates',
      kinds: ['candidates', 'applications'],
      mode: 'changes',
      everyMinutes: 0,
      read: readCandidates,
    },
    { name: 'events', kinds: ['interviews'], mode: 'whole', everyMinutes: 10, read: readEvents },
  ]
}
