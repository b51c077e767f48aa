import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import type { Stream, SyncedApplication, SyncedContact } from '../connector.ts'
import { newestWalk, takeNewest, walkBegun, writePrints } from '../newestFirst.ts'
import { readPlace, writePlace } from '../readingPlace.ts'
import { readObject } from '../vendorRows.ts'
import { type LoxoClient, name } from './loxoClient.ts'
import {
  candidateRow,
  eventRow,
  isCandidate,
  isClosed,
  jobContactRow,
  jobRow,
  onePersonRow,
  personRow,
  showApplication,
  showJob,
  showPerson,
  userRow,
} from './loxoRows.ts'
import type { LoxoStages } from './loxoStages.ts'

// What is read from Loxo. Nothing but events can be asked for by time: people come newest first, and who is in a job is listed job by job; what an
// event tells of somebody in a job is looked up at once.

const numberPlace = z.object({ page: z.number().int(), isNarrow: z.boolean() })
const scrollPlace = z.object({ scroll: z.string().nullable(), seen: z.number().int() })

export function createLoxoStreams(client: LoxoClient, stages: LoxoStages, clock: Clock): readonly Stream[] {
  return [
    {
      name: 'users',
      kinds: ['users'],
      mode: 'whole',
      everyMinutes: 30,
      async read() {
        const { rows, leftOut } = await client.list('/users', 'users', userRow)
        const users = rows.map(({ id, email, first_name, last_name }) => ({
          ...{ id, email, role: 'recruiter' as const },
          name: [first_name, last_name].filter(Boolean).join(' ') || (email ?? id),
        }))
        return { rows: { users, leftOut }, next: null }
      },
    },
    {
      name: 'jobs',
      kinds: ['clients', 'jobs', 'stages'],
      mode: 'whole',
      everyMinutes: 10,
      async read({ page }) {
        const found = await client.numbered('/jobs', jobRow, page === null ? null : readPlace(numberPlace, page, name))
        const account = await stages.read()
        const clients = new Map(found.rows.flatMap(({ company }) => (company ? [[company.id, company.name]] : [])))
        return {
          rows: {
            clients: [...clients].map(([id, clientName]) => ({ id, name: clientName })),
            jobs: found.rows.map(showJob),
            stages: found.rows.flatMap((job) =>
              (isClosed(job) ? [] : account.rows).map((stage, ordinal) => ({
                id: stage.id,
                jobId: job.id,
                label: stage.name,
                ordinal,
              })),
            ),
            leftOut: found.leftOut + account.leftOut,
          },
          next: found.next && writePlace(found.next),
        }
      },
    },
    createContactStream(client),
    createPeopleStream(client),
    createApplicationStream(client, stages),
    createEventStream(client, stages, clock),
  ]
}

function createPeopleStream(client: LoxoClient): Stream {
  const place = scrollPlace.extend({ walk: newestWalk })
  return {
    name: 'people',
    kinds: ['candidates'],
    mode: 'changes',
    everyMinutes: 0,
    async read({ page, token = null }) {
      const at = page === null ? null : readPlace(place, page, name)
      const found = await client.scroll('/people', 'people', personRow, at, { updated_at_sort: 'desc' })
      const { fresh, isDone, walk } = takeNewest(found.rows, token, at?.walk ?? walkBegun)
      const rows = { candidates: fresh.filter(isCandidate).map(showPerson), leftOut: found.leftOut }
      if (isDone || found.next === null) return { rows, next: null, token: writePrints(walk) }
      return { rows, next: writePlace({ ...found.next, walk }) }
    },
  }
}

/** What is left of open jobs to go through. */
const queueOf = <T extends z.ZodType>(item: T) => z.object({ jobs: numberPlace.nullable(), queue: z.array(item) })

/** People at clients, told of by open jobs, and read one by one. */
function createContactStream(client: LoxoClient): Stream {
  const jobItem = z.tuple([z.string(), z.string()])
  const place = queueOf(jobItem)
  const atOnce = 5
  return {
    name: 'contacts',
    kinds: ['contacts'],
    mode: 'whole',
    everyMinutes: 60,
    async read({ page }) {
      let at = page === null ? null : readPlace(place, page, name)
      if (at === null || at.queue.length === 0) {
        const { rows, next } = await client.numbered('/jobs', jobRow, at?.jobs ?? null)
        const queue = rows.flatMap((job): [string, string][] =>
          isClosed(job) || !job.company ? [] : [[job.id, job.company.id]],
        )
        at = { jobs: next, queue }
      }
      const contacts = new Map<string, SyncedContact>()
      for (const [jobId, clientId] of at.queue.slice(0, atOnce)) {
        const found = await client.list(`/jobs/${jobId}/contacts`, 'contacts', jobContactRow)
        for (const { person } of found.rows) {
          if (contacts.has(person.id)) continue
          const answer = await client.get(`/people/${person.id}`, { accept: [404] })
          if (answer.status === 404) continue
          const { emails, phones, title } = readObject(onePersonRow, answer.body, name)
          const [email = null, phone = null] = [emails[0], phones[0]]
          contacts.set(person.id, { id: person.id, clientId, name: person.name, email, phone, title })
        }
      }
      const rest = { jobs: at.jobs, queue: at.queue.slice(atOnce) }
      const isOver = rest.queue.length === 0 && rest.jobs === null
      return { rows: { contacts: [...contacts.values()] }, next: isOver ? null : writePlace(rest) }
    },
  }
}

/** Who is in an open job, job by job. */
function createApplicationStream(client: LoxoClient, stages: LoxoStages): Stream {
  const place = queueOf(z.string()).extend({ scroll: scrollPlace.nullable() })
  return {
    name: 'candidates',
    kinds: ['applications'],
    mode: 'whole',
    everyMinutes: 10,
    async read({ page }) {
      let at = page === null ? null : readPlace(place, page, name)
      if (at === null || at.queue.length === 0) {
        const { rows, next } = await client.numbered('/jobs', jobRow, at?.jobs ?? null)
        at = { jobs: next, queue: rows.filter((job) => !isClosed(job)).map(({ id }) => id), scroll: null }
      }
      const [jobId, ...others] = at.queue
      const after = { jobs: at.jobs, queue: others, scroll: null }
      const isLast = others.length === 0 && at.jobs === null
      if (jobId === undefined) return { rows: { applications: [] }, next: isLast ? null : writePlace(after) }
      const found = await client.scroll(`/jobs/${jobId}/candidates`, 'candidates', candidateRow, at.scroll)
      const applications: SyncedApplication[] = []
      for (const row of found.rows) applications.push(showApplication(row, jobId, await stages.labelOf(row.stageId)))
      const next = found.next ? { ...at, scroll: found.next } : isLast ? null : after
      return { rows: { applications, leftOut: found.leftOut }, next: next && writePlace(next) }
    },
  }
}

/** Whom something happened to in a job since: only these are looked up. A whole reading is the other stream's. */
function createEventStream(client: LoxoClient, stages: LoxoStages, clock: Clock): Stream {
  const place = scrollPlace.extend({ end: z.string() })
  const atOnce = 20
  return {
    name: 'person_events',
    kinds: [],
    mode: 'changes',
    everyMinutes: 0,
    async read({ since, page }) {
      if (since === null) return { rows: {}, next: null }
      const at = page === null ? null : readPlace(place, page, name)
      // Events of the future are tasks: they would be told at every look.
      const end = at?.end ?? clock.now().toISOString()
      const found = await client.scroll('/person_events', 'person_events', eventRow, at, {
        per_page: atOnce,
        created_at_start: since.toISOString(),
        created_at_end: end,
      })
      const applications: SyncedApplication[] = []
      const pairs = found.rows.flatMap(({ job_id, person_id }) => (job_id && person_id ? `${job_id} ${person_id}` : []))
      for (const pair of new Set(pairs)) {
        const [jobId = '', person_id = ''] = pair.split(' ')
        const answer = await findInJob(client, jobId, person_id)
        for (const row of answer) applications.push(showApplication(row, jobId, await stages.labelOf(row.stageId)))
      }
      return { rows: { applications, leftOut: found.leftOut }, next: found.next && writePlace({ ...found.next, end }) }
    },
  }
}

/** One person in one job; nobody when the job or he is gone. */
export async function findInJob(client: LoxoClient, jobId: string, person_id: string) {
  const { status, body } = await client.get(`/jobs/${jobId}/candidates`, { query: { person_id }, accept: [404] })
  if (status === 404) return []
  const { candidates } = readObject(z.object({ candidates: z.array(z.unknown()) }), body, name)
  return candidates.flatMap((row) => {
    const read = candidateRow.safeParse(row)
    return read.success && read.data.personId === person_id ? [read.data] : []
  })
}
