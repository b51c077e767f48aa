import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import type { Stream, SyncedRows } from '../connector.ts'
import { readPlace, writePlace } from '../readingPlace.ts'
import { type Filter, type IcimsHttp, name } from './icimsHttp.ts'
import type { IcimsProfiles } from './icimsProfiles.ts'
import {
  jobFields,
  jobRow,
  personFields,
  personRow,
  showApplication,
  showCandidate,
  showJob,
  showUser,
  workflowFields,
  workflowRow,
  writeDate,
} from './icimsRows.ts'

export interface IcimsSettings {
  /** Names or ids of folders of people who are users. */
  userFolders: readonly string[]
  jobFolders: readonly string[]
  statusList: string
}

const pageSize = 40
const jobsAPage = 25
const searchesAPage = 10
/** What a search finds may be a quarter of an hour old, and its filters know whole minutes. */
const staleMs = 16 * 60_000
/** Jobs that closed longer ago are left out, with their applications. */
const closedWithinMs = 60 * 24 * 3600_000
const jobsGoodMs = 10 * 60_000

const inFolder =
  (field: string) =>
  (value: string): Filter => ({ name: field, value })
const changedSince = (field: string, since: Date): Filter => ({
  name: field,
  value: writeDate(since),
  operator: '>=',
  isOptional: true,
})
const lastOf = (ids: readonly string[]) => ids.at(-1) ?? '0'

interface Desk {
  http: IcimsHttp
  profiles: IcimsProfiles
  settings: IcimsSettings
  clock: Clock
}

/** In the order in which rows refer to each other. */
export function createIcimsStreams(desk: Desk): readonly Stream[] {
  const jobs = createJobList(desk)
  return [createJobStream(desk, jobs), createStageStream(desk, jobs), createWorkflowStream(desk, jobs)]
}

// Jobs, and who works on them -----------------------------------------------------------------------------------------------------

interface JobList {
  filters(): Filter[]
  /** All jobs that are open or closed lately, ascending. */
  readIds(isAnew: boolean): Promise<readonly string[]>
}

function createJobList({ http, settings, clock }: Desk): JobList {
  let known: { ids: readonly string[]; goodUntil: number } | null = null
  const filters = () => [
    ...settings.jobFolders.map(inFolder('job.folder')),
    changedSince('job.updateddate', new Date(clock.now().getTime() - closedWithinMs)),
  ]
  return {
    filters,
    async readIds(isAnew) {
      const now = clock.now().getTime()
      if (!isAnew && known && known.goodUntil > now) return known.ids
      const ids: string[] = []
      for (;;) {
        const found = await http.search('jobs', lastOf(ids), [], filters())
        ids.push(...found)
        if (found.length < 1000) break
      }
      known = { ids, goodUntil: now + jobsGoodMs }
      return ids
    },
  }
}

const jobPlace = z.object({ part: z.enum(['users', 'jobs']), after: z.string() })

/** Users, then jobs with those who work on them and are in none of the folders. */
function createJobStream({ http, profiles, settings }: Desk, jobs: JobList): Stream {
  async function readUsers(ids: readonly string[], mayBeRemembered: boolean) {
    const ask = { path: 'people', fields: personFields, shape: personRow, mayBeRemembered } as const
    const { rows, leftOut } = await profiles.readAll(ask, ids)
    return { users: [...rows].map(([id, row]) => showUser(id, row)), leftOut }
  }

  async function readFolders(after: string, since: Date | null) {
    const changed = since ? [changedSince('person.updateddate', since)] : []
    const found = await http.search('people', after, changed, settings.userFolders.map(inFolder('person.folder')))
    const ids = found.slice(0, pageSize)
    const place = ids.length < found.length ? { part: 'users', after: lastOf(ids) } : { part: 'jobs', after: '0' }
    return { rows: await readUsers(ids, since === null), next: writePlace(place) }
  }

  async function readJobs(after: string, since: Date | null) {
    const found = since
      ? await http.search('jobs', after, [changedSince('job.updateddate', since)])
      : await http.search('jobs', after, [], jobs.filters())
    const ids = found.slice(0, pageSize)
    const ask = { path: 'jobs', fields: jobFields, shape: jobRow, mayBeRemembered: since === null } as const
    const { rows, missing, leftOut } = await profiles.readAll(ask, ids)
    const people = [...rows.values()].flatMap(({ hiringmanager, recruiter }) => [hiringmanager?.id, recruiter?.id])
    const { users } = await readUsers(
      people.filter((id) => id !== undefined),
      true,
    )
    const removed = [...missing].map((id) => ({ kind: 'jobs' as const, id }))
    const next = ids.length < found.length ? writePlace({ part: 'jobs', after: lastOf(ids) }) : null
    return { rows: { users, jobs: [...rows].map(([id, row]) => showJob(id, row)), removed, leftOut }, next }
  }

  return {
    name: 'jobs',
    kinds: ['users', 'jobs'],
    mode: 'changes',
    everyMinutes: 10,
    read({ since, page }) {
      const first = { part: settings.userFolders.length > 0 ? ('users' as const) : ('jobs' as const), after: '0' }
      const { part, after } = page === null ? first : readPlace(jobPlace, page, name)
      const from = since && new Date(since.getTime() - staleMs)
      return part === 'users' ? readFolders(after, from) : readJobs(after, from)
    },
  }
}

// Stages --------------------------------------------------------------------------------------------------------------------------

/** The account's list of statuses, for each job. */
function createStageStream({ http, settings }: Desk, jobs: JobList): Stream {
  let known: Awaited<ReturnType<IcimsHttp['readList']>> | null = null
  return {
    name: 'statuses',
    kinds: ['stages'],
    mode: 'whole',
    everyMinutes: 30,
    async read({ page }) {
      if (page === null || known === null) known = await http.readList(settings.statusList)
      const left = (await jobs.readIds(page === null)).filter((id) => page === null || Number(id) > Number(page))
      const ids = left.slice(0, jobsAPage)
      const statuses = known
      const stages = ids.flatMap((jobId) =>
        statuses.map(({ id, value }, ordinal) => ({ id, jobId, label: value, ordinal })),
      )
      return { rows: { stages }, next: ids.length < left.length ? lastOf(ids) : null }
    },
  }
}

// Applications --------------------------------------------------------------------------------------------------------------------

const workflowPlace = z.object({ job: z.string(), after: z.string() })

/** Workflows with the people they are about; of people without one nobody needs to know. */
function createWorkflowStream({ http, profiles }: Desk, jobs: JobList): Stream {
  async function show(ids: readonly string[], mayBeRemembered: boolean): Promise<SyncedRows> {
    const workflows = await profiles.readAll(
      { path: 'applicantworkflows', fields: workflowFields, shape: workflowRow, mayBeRemembered },
      ids,
    )
    const rows = [...workflows.rows]
    const people = await profiles.readAll(
      { path: 'people', fields: personFields, shape: personRow, mayBeRemembered },
      rows.map(([, { associatedprofile }]) => associatedprofile.id),
    )
    const ofJobs = await profiles.readAll(
      { path: 'jobs', fields: jobFields, shape: jobRow, mayBeRemembered: true },
      rows.map(([, { baseprofile }]) => baseprofile.id),
    )
    const applications = rows.flatMap(([id, row]) => {
      const [person, job] = [people.rows.get(row.associatedprofile.id), ofJobs.rows.get(row.baseprofile.id)]
      return person && job ? [showApplication(id, row, person, job)] : []
    })
    const shown = new Set(applications.map(({ candidateId }) => candidateId))
    const isKeptFromUs = ([, { baseprofile }]: (typeof rows)[number]) => ofJobs.missing.has(baseprofile.id)
    return {
      candidates: [...people.rows].filter(([id]) => shown.has(id)).map(([id, row]) => showCandidate(id, row)),
      applications,
      // With a candidate go his applications.
      removed: [
        ...[...people.missing].map((id) => ({ kind: 'candidates' as const, id })),
        ...[...workflows.missing, ...rows.filter(isKeptFromUs).map(([id]) => id)].map((id) => ({
          kind: 'applications' as const,
          id,
        })),
      ],
      leftOut: workflows.leftOut + people.leftOut,
    }
  }

  /** Job after job: of each the ids above the last one, until a page is full. */
  async function readWhole(page: string | null) {
    const place = page === null ? { job: '0', after: '0' } : readPlace(workflowPlace, page, name)
    const left = (await jobs.readIds(page === null)).filter((id) => Number(id) >= Number(place.job))
    const ids: string[] = []
    let next: string | null = null
    for (const [count, job] of left.entries()) {
      if (ids.length >= pageSize || count >= searchesAPage) {
        next = writePlace({ job, after: '0' })
        break
      }
      const after = job === place.job ? place.after : '0'
      const found = await http.search('applicantworkflows', after, [{ name: 'applicantworkflow.job.id', value: job }])
      const taken = found.slice(0, pageSize - ids.length)
      ids.push(...taken)
      if (taken.length === found.length) continue
      next = writePlace({ job, after: lastOf(taken) })
      break
    }
    return { rows: await show(ids, true), next }
  }

  async function readChanges(since: Date, after: string) {
    const found = await http.search(
      'applicantworkflows',
      after,
      [],
      [
        { ...changedSince('applicantworkflow.updateddate', since), isOptional: false },
        changedSince('applicantworkflow.person.updateddate', since),
      ],
    )
    const ids = found.slice(0, pageSize)
    return { rows: await show(ids, false), next: ids.length < found.length ? lastOf(ids) : null }
  }

  return {
    name: 'workflows',
    kinds: ['candidates', 'applications'],
    mode: 'changes',
    everyMinutes: 0,
    read: ({ since, page }) =>
      since === null ? readWhole(page) : readChanges(new Date(since.getTime() - staleMs), page ?? '0'),
  }
}
