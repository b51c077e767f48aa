import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import { companyOfMail } from '../companyOfMail.ts'
import type {
  Stream,
  SyncedApplication,
  SyncedCandidate,
  SyncedClient,
  SyncedContact,
  SyncedJob,
} from '../connector.ts'
import { readPlace, writePlace } from '../readingPlace.ts'
import { type CrelateClient, name, type RecentPlace } from './crelateClient.ts'
import {
  contactRow,
  emailsOf,
  idRow,
  isClosed,
  type JobRow,
  ownerOf,
  pairRow,
  phonesOf,
  showApplication,
  showCandidate,
  showJob,
  stagesOf,
  statusRow,
  userRow,
} from './crelateRows.ts'

// What is read from Crelate. Contacts are candidates and people at clients alike, and v3 does not say which: candidates are those who are on a job.
// Whether a job is open is told by the job alone.

const recentPlace = z.object({ since: z.string(), skip: z.number().int() })
/** Jobs that nobody has touched for longer are over. */
const jobsSinceMs = 2 * 365 * 24 * 3600_000
const overlapMs = 120_000
/** A list that is read in one go has no more pages: 10,000 jobs, 2,000 people on one of them. */
const pagesMax = 20
const jobsAtOnce = 20
const jobsPerQuestion = 10
const peopleAtOnce = 20

/** What is known of jobs and people since this connection was opened: saves asking, and is asked for when it is not there. */
interface Known {
  jobs: Map<string, JobRow | null>
  /** What was known of a job is good unless it was modified since. */
  jobsAt: Date
  people: Set<string>
}

export function createCrelateStreams(client: CrelateClient, clock: Clock): readonly Stream[] {
  const known: Known = { jobs: new Map(), jobsAt: clock.now(), people: new Set() }
  const listJobs = (place: RecentPlace | null, take?: number) => {
    const since = new Date(clock.now().getTime() - jobsSinceMs).toISOString()
    return client.recent('jobs', idRow, place ?? { since, skip: 0 }, take === undefined ? {} : { take })
  }
  async function forgetModified(): Promise<void> {
    const now = clock.now()
    const since = new Date(known.jobsAt.getTime() - overlapMs).toISOString()
    let place: RecentPlace | null = { since, skip: 0 }
    for (let page = 0; place !== null && page < pagesMax; page++) {
      const found: Awaited<ReturnType<typeof listJobs>> = await listJobs(place)
      for (const { Id } of found.rows) known.jobs.delete(Id)
      place = found.next
    }
    known.jobsAt = now
  }
  /** Null when it is closed, or gone. */
  async function findOpen(id: string): Promise<JobRow | null> {
    if (!known.jobs.has(id)) known.jobs.set(id, await client.readJob(id))
    const job = known.jobs.get(id)
    return job && !isClosed(job) ? job : null
  }
  async function listOpen(place: RecentPlace | null) {
    if (place === null && known.jobs.size > 0) await forgetModified()
    const found = await listJobs(place)
    const ids: string[] = []
    for (const { Id } of found.rows) if (await findOpen(Id)) ids.push(Id)
    return { ids, next: found.next }
  }
  const tools: Tools = { client, known, listJobs, listOpen, findOpen }
  return [
    {
      name: 'users',
      kinds: ['users'],
      mode: 'whole',
      everyMinutes: 30,
      async read({ page }) {
        const { rows, leftOut, next } = await client.list('/users', userRow, Number(page ?? 0))
        const users = rows.map(({ Id, Name }) => ({
          id: Id,
          name: Name ?? Id,
          email: null,
          role: 'recruiter' as const,
        }))
        return { rows: { users, leftOut }, next: next === null ? null : String(next) }
      },
    },
    createJobStream(tools),
    {
      name: 'stages',
      kinds: ['stages'],
      mode: 'whole',
      everyMinutes: 15,
      async read({ page }) {
        const jobs = await listJobs(page === null ? null : readPlace(recentPlace, page, name))
        const statuses = await client.bare('/domain/workflowStatuses', statusRow)
        const account = stagesOf(statuses?.rows ?? [])
        const stages = jobs.rows.flatMap(({ Id: jobId }) =>
          account.map(({ Id, Name }, ordinal) => ({ id: Id, jobId, label: Name, ordinal })),
        )
        return { rows: { stages, leftOut: statuses?.leftOut ?? 0 }, next: jobs.next && writePlace(jobs.next) }
      },
    },
    createPeopleStream(tools),
    createApplicationStream(tools),
  ]
}

interface Page<T> {
  rows: T[]
  leftOut: number
  next: RecentPlace | null
}
interface Tools {
  client: CrelateClient
  known: Known
  listJobs(place: RecentPlace | null, take?: number): Promise<Page<{ Id: string }>>
  listOpen(place: RecentPlace | null): Promise<{ ids: string[]; next: RecentPlace | null }>
  findOpen(id: string): Promise<JobRow | null>
}

/** Jobs, each with the person at the client who decides, and a client by the name of his mail's domain: no interface tells of companies. */
function createJobStream({ client, known, listJobs }: Tools): Stream {
  return {
    name: 'jobs',
    kinds: ['clients', 'contacts', 'jobs'],
    mode: 'changes',
    everyMinutes: 5,
    async read({ since, page }) {
      const first = since === null ? null : { since: since.toISOString(), skip: 0 }
      const found = await listJobs(page === null ? first : readPlace(recentPlace, page, name), jobsAtOnce)
      const clients = new Map<string, SyncedClient>()
      const contacts = new Map<string, Manager>()
      const jobs: SyncedJob[] = []
      for (const { Id } of found.rows) {
        const job = await client.readJob(Id)
        known.jobs.set(Id, job)
        if (!job) continue
        const managerId = job.AdditionalContact_HiringManager_Id
        if (managerId !== null && !contacts.has(managerId)) {
          const manager = await readManager(client, managerId)
          if (manager) contacts.set(managerId, manager)
        }
        const manager = contacts.get(managerId ?? '')
        if (manager) clients.set(manager.client.id, manager.client)
        jobs.push(showJob(job, manager?.client.id ?? null))
      }
      const rows = {
        clients: [...clients.values()],
        contacts: [...contacts.values()].map(({ contact }) => contact),
        jobs,
        leftOut: found.leftOut,
      }
      return { rows, next: found.next && writePlace(found.next) }
    },
  }
}

interface Manager {
  contact: SyncedContact
  client: SyncedClient
}
async function readManager(client: CrelateClient, id: string): Promise<Manager | null> {
  const row = await client.readContact(id)
  if (!row) return null
  const { firstName, lastName } = showCandidate(row)
  const contactName = `${firstName} ${lastName}`.trim() || id
  const [email = null] = emailsOf(row)
  const company = companyOfMail(email)
  const clientId = company?.domain ?? `of ${id}`
  return {
    contact: { id, clientId, name: contactName, email, phone: phonesOf(row)[0] ?? null },
    client: { id: clientId, name: company?.name ?? `Company of ${contactName}` },
  }
}

/** Candidates: all of them by the open jobs they are on, afterwards those whose record was modified. */
function createPeopleStream({ client, known, listOpen, findOpen }: Tools): Stream {
  const queuePlace = z.object({ jobs: recentPlace.nullable(), queue: z.array(z.string()), offset: z.number().int() })

  async function readAll(page: string | null) {
    let at = page === null ? null : readPlace(queuePlace, page, name)
    if (at === null || at.queue.length === 0) {
      const found = await listOpen(at?.jobs ?? null)
      at = { jobs: found.next, queue: found.ids, offset: 0 }
    }
    const asked = at.queue.slice(0, jobsPerQuestion)
    const rest = { jobs: at.jobs, queue: at.queue.slice(jobsPerQuestion), offset: 0 }
    const isLast = rest.queue.length === 0 && rest.jobs === null
    if (asked.length === 0) return { rows: { candidates: [] }, next: isLast ? null : writePlace(rest) }
    const found = await client.list('/contacts', contactRow, at.offset, { job_ids: asked.join(',') })
    for (const { Id } of found.rows) known.people.add(Id)
    const next = found.next === null ? (isLast ? null : rest) : { ...at, offset: found.next }
    return {
      rows: { candidates: found.rows.map(showCandidate), leftOut: found.leftOut },
      next: next && writePlace(next),
    }
  }

  async function readChanged(place: RecentPlace) {
    const found = await client.recent('contacts', idRow, place, { take: peopleAtOnce, type: 1 })
    const candidates: SyncedCandidate[] = []
    const applications: SyncedApplication[] = []
    for (const { Id: candidateId } of found.rows) {
      const pairs = await client.bare(`/contacts/${candidateId}/jobs`, pairRow, { accept: [404] })
      const own: SyncedApplication[] = []
      for (const pair of pairs?.rows ?? []) {
        const job = await findOpen(pair.Id)
        if (job) own.push(showApplication(pair, { candidateId, jobId: job.Id }, ownerOf(job)))
      }
      const contact = own.length > 0 ? await client.readContact(candidateId) : null
      if (!contact) continue
      known.people.add(candidateId)
      candidates.push(showCandidate(contact))
      applications.push(...own)
    }
    return { rows: { candidates, applications, leftOut: found.leftOut }, next: found.next && writePlace(found.next) }
  }

  return {
    name: 'contacts',
    kinds: ['candidates'],
    mode: 'changes',
    everyMinutes: 0,
    read: ({ since, page }) =>
      since === null
        ? readAll(page)
        : readChanged(page === null ? { since: since.toISOString(), skip: 0 } : readPlace(recentPlace, page, name)),
  }
}

/** Who is on an open job and in which stage, job by job: a move touches neither the contact nor the job. */
function createApplicationStream({ client, known, listOpen, findOpen }: Tools): Stream {
  const queuePlace = z.object({ jobs: recentPlace.nullable(), queue: z.array(z.string()) })
  return {
    name: 'applications',
    kinds: ['applications'],
    mode: 'whole',
    everyMinutes: 10,
    async read({ page }) {
      let at = page === null ? null : readPlace(queuePlace, page, name)
      if (at === null || at.queue.length === 0) {
        const found = await listOpen(at?.jobs ?? null)
        at = { jobs: found.next, queue: found.ids }
      }
      const [jobId, ...queue] = at.queue
      const next = queue.length === 0 && at.jobs === null ? null : writePlace({ jobs: at.jobs, queue })
      const job = jobId === undefined ? null : await findOpen(jobId)
      const pairs = job && (await client.bare(`/jobs/${job.Id}/contacts`, pairRow, { accept: [404] }))
      if (!pairs) return { rows: { applications: [] }, next }
      const isNew = pairs.rows.some(({ Id }) => !known.people.has(Id))
      const candidates = isNew ? await readPeople(client, known, job.Id) : []
      const applications = pairs.rows.map((pair) =>
        showApplication(pair, { candidateId: pair.Id, jobId: job.Id }, ownerOf(job)),
      )
      return { rows: { candidates, applications, leftOut: pairs.leftOut }, next }
    },
  }
}

/** Who is on one job: somebody was put on it whose own record did not change. */
async function readPeople(client: CrelateClient, known: Known, jobId: string): Promise<SyncedCandidate[]> {
  const candidates: SyncedCandidate[] = []
  let offset: number | null = 0
  for (let page = 0; offset !== null && page < pagesMax; page++) {
    const found: Awaited<ReturnType<typeof client.list<typeof contactRow>>> = await client.list(
      '/contacts',
      contactRow,
      offset,
      { job_ids: jobId },
    )
    for (const row of found.rows) {
      known.people.add(row.Id)
      candidates.push(showCandidate(row))
    }
    offset = found.next
  }
  return candidates
}
