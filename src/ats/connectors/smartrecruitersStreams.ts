import { z } from 'zod'
import type { Stream, SyncedRows, SyncedTeam } from '../connector.ts'
import { readPlace, writePlace } from '../readingPlace.ts'
import { type Client, name } from './smartrecruitersClient.ts'
import {
  type Candidate,
  candidateRow,
  isClosed,
  jobRow,
  memberRow,
  openStatuses,
  ownStagesOf,
  stagesOf,
  toApplications,
  toCandidate,
  toJob,
  toTeam,
  toUser,
  userRow,
} from './smartrecruitersRows.ts'

// What is read from SmartRecruiters. Applications are parts of their candidates. Candidates are asked for one page at a time: the vendor
// takes no two at once.

/** The vendor's bound is open: what changed at that very instant is to come too. */
const after = (since: Date) => new Date(since.getTime() - 1).toISOString()
const showApplications = (rows: readonly Candidate[]): SyncedRows => ({
  stages: ownStagesOf(rows),
  applications: rows.flatMap(toApplications),
})

export function streamsOf(client: Client): readonly Stream[] {
  return [
    {
      name: 'users',
      kinds: ['users'],
      mode: 'whole',
      everyMinutes: 30,
      async read({ page }) {
        const { rows, leftOut, next } = await client.listById('/user-api/v201804/users', userRow, page)
        return { rows: { users: rows.flatMap((row) => toUser(row) ?? []), leftOut }, next }
      },
    },
    {
      name: 'jobs',
      kinds: ['jobs'],
      mode: 'changes',
      everyMinutes: 0,
      async read({ since, page }) {
        const filters = since ? { updatedAfter: after(since) } : {}
        const { rows, leftOut, next } = await client.listByOffset('/jobs', jobRow, Number(page ?? 0), filters)
        const stages = rows.flatMap(({ id }) => stagesOf(id))
        return { rows: { jobs: rows.map(toJob), stages, leftOut }, next: next === null ? null : String(next) }
      },
    },
    teamStream(client),
    {
      name: 'candidates',
      kinds: ['candidates', 'applications'],
      mode: 'changes',
      everyMinutes: 0,
      async read({ since, page }) {
        const filters = since ? { updatedAfter: after(since) } : {}
        const { rows, leftOut, next } = await client.listById('/candidates', candidateRow, page, filters)
        return { rows: { candidates: rows.map(toCandidate), ...showApplications(rows), leftOut }, next }
      },
    },
    {
      // Nobody says that a move changes the candidate, so those who are in the running are looked at by themselves.
      name: 'openApplications',
      kinds: [],
      mode: 'whole',
      everyMinutes: 15,
      async read({ page }) {
        const { rows, leftOut, next } = await client.listById('/candidates', candidateRow, page, {
          status: openStatuses,
        })
        return { rows: { ...showApplications(rows), leftOut }, next }
      },
    },
  ]
}

/** Hiring teams are read job by job, and only of jobs that are not closed. */
function teamStream(client: Client): Stream {
  const placeShape = z.object({ offset: z.number().nullable(), jobs: z.array(z.string()) })
  const atOnce = 10
  async function readJobs(offset: number): Promise<z.output<typeof placeShape>> {
    const { rows, next } = await client.listByOffset('/jobs', jobRow, offset)
    return { offset: next, jobs: rows.filter((job) => !isClosed(job)).map(({ id }) => id) }
  }
  return {
    name: 'teams',
    kinds: [],
    mode: 'whole',
    everyMinutes: 30,
    async read({ page }) {
      let place = page === null ? await readJobs(0) : readPlace(placeShape, page, name)
      if (place.jobs.length === 0 && place.offset !== null) place = await readJobs(place.offset)
      const teams: SyncedTeam[] = []
      for (const id of place.jobs.slice(0, atOnce)) {
        const { rows } = await client.list(`/jobs/${encodeURIComponent(id)}/hiring-team`, memberRow, {})
        teams.push(toTeam(id, rows))
      }
      const rest = { ...place, jobs: place.jobs.slice(atOnce) }
      return { rows: { teams }, next: rest.jobs.length === 0 && rest.offset === null ? null : writePlace(rest) }
    },
  }
}
