import { z } from 'zod'
import type { Stream, SyncedApplication } from '../connector.ts'
import { readPlace, writePlace } from '../readingPlace.ts'
import { type Abilities, type Client, name } from './unifiedClient.ts'
import {
  applicationRow,
  candidateRow,
  employeeRow,
  interviewRow,
  jobRow,
  managersOf,
  stageRow,
  toApplication,
  toCandidate,
  toInterview,
  toJob,
  toStage,
  toUser,
} from './unifiedRows.ts'
import type { StageBook } from './unifiedStages.ts'

// What is read through Unified.to. An ATS that cannot filter by time passes the filter over: then all of it comes each time, less often.

const offsetOf = (page: string | null) => (page === null ? 0 : Number(page))
const nextOf = (next: number | null) => (next === null ? null : String(next))

export interface Reading {
  client: Client
  /** Asks what the ATS can do; once. */
  learn: () => Promise<Abilities>
  /** Null as long as it was not asked. */
  abilities: Abilities | null
  stages: StageBook
}

export function streamsOf({ client, learn, abilities, stages }: Reading): readonly Stream[] {
  const rhythmOf = (object: string) =>
    abilities?.canFilter(object) === false
      ? { mode: 'whole' as const, everyMinutes: 10 }
      : { mode: 'changes' as const, everyMinutes: 0 }
  const read = async <T extends { updated_at: Date | null }>(
    object: string,
    schema: z.ZodType<T>,
    { since, page }: { since: Date | null; page: string | null },
  ) => {
    const query = since ? { updated_gte: since.toISOString() } : {}
    const found = await client.list(client.pathOf(object), schema, { offset: offsetOf(page), ...query })
    const isNew = ({ updated_at }: T) => !since || updated_at === null || updated_at >= since
    return { ...found, rows: found.rows.filter(isNew), next: nextOf(found.next) }
  }
  const streams: readonly Stream[] = [
    userStream(client, learn),
    {
      name: 'jobs',
      kinds: ['jobs'],
      ...rhythmOf('job'),
      async read(ask) {
        const { rows, leftOut, next } = await read('job', jobRow, ask)
        return { rows: { jobs: rows.map(toJob), leftOut }, next }
      },
    },
    stageStream(client, stages),
    {
      name: 'candidates',
      kinds: ['candidates'],
      ...rhythmOf('candidate'),
      async read(ask) {
        const { rows, leftOut, next } = await read('candidate', candidateRow, ask)
        return { rows: { candidates: rows.map(toCandidate), leftOut }, next }
      },
    },
    {
      name: 'applications',
      kinds: ['applications'],
      ...rhythmOf('application'),
      async read(ask) {
        const { rows, leftOut, next } = await read('application', applicationRow, ask)
        const applications: SyncedApplication[] = []
        for (const row of rows) applications.push(toApplication(row, await stages.find(row)))
        return { rows: { applications, leftOut }, next }
      },
    },
    {
      name: 'interviews',
      kinds: ['interviews'],
      ...rhythmOf('interview'),
      async read(ask) {
        const { rows, leftOut, next } = await read('interview', interviewRow, ask)
        return { rows: { interviews: rows.flatMap((row) => toInterview(row) ?? []), leftOut }, next }
      },
    },
  ]
  const objects: Readonly<Record<string, string>> = { interviews: 'interview', stages: 'applicationstatus' }
  return streams.filter((stream) => {
    const object = objects[stream.name]
    return object === undefined || abilities?.can(`${object} list`) !== false
  })
}

/** There are no users: employees, where the connection has them, else the hiring managers that jobs name. */
function userStream(client: Client, learn: () => Promise<Abilities>): Stream {
  const fromJobs = 'jobs:'
  return {
    name: 'users',
    kinds: ['users'],
    mode: 'whole',
    everyMinutes: 30,
    async read({ page }) {
      if (!page?.startsWith(fromJobs) && (await learn()).hasEmployees) {
        const { rows, leftOut, next } = await client.list(client.employeePath, employeeRow, { offset: offsetOf(page) })
        return { rows: { users: rows.map(toUser), leftOut }, next: nextOf(next) }
      }
      const offset = Number(page?.slice(fromJobs.length) ?? 0)
      const { rows, leftOut, next } = await client.list(client.pathOf('job'), jobRow, { offset })
      const users = new Map(rows.flatMap(managersOf).map((user) => [user.id, user]))
      return { rows: { users: [...users.values()], leftOut }, next: next === null ? null : `${fromJobs}${next}` }
    },
  }
}

/** Stages that belong to no job are those of every job. */
function stageStream(client: Client, book: StageBook): Stream {
  const commonShape = z.array(z.object({ id: z.string(), label: z.string(), kind: z.string().nullable() }))
  const placeShape = z.object({ of: z.enum(['stages', 'jobs']), offset: z.number(), common: commonShape })
  return {
    name: 'stages',
    kinds: ['stages'],
    mode: 'whole',
    everyMinutes: 10,
    async read({ page }) {
      const place = page === null ? { of: 'stages' as const, offset: 0, common: [] } : readPlace(placeShape, page, name)
      if (place.of === 'jobs') {
        const { rows, leftOut, next } = await client.list(client.pathOf('job'), jobRow, { offset: place.offset })
        const stages = rows.flatMap((job) => place.common.map((stage, ordinal) => toStage(stage, job.id, ordinal)))
        return { rows: { stages, leftOut }, next: next === null ? null : writePlace({ ...place, offset: next }) }
      }
      const { rows, leftOut, next } = await client.list(client.pathOf('applicationstatus'), stageRow, {
        offset: place.offset,
      })
      book.note(rows, place.offset === 0)
      const stages = rows.flatMap((stage, index) =>
        stage.jobId === null ? [] : [toStage(stage, stage.jobId, place.offset + index)],
      )
      const common = [
        ...place.common,
        ...rows.filter(({ jobId }) => jobId === null).map(({ id, label, kind }) => ({ id, label, kind })),
      ]
      const more =
        next === null
          ? common.length > 0
            ? { of: 'jobs', offset: 0, common }
            : null
          : { of: 'stages', offset: next, common }
      return { rows: { stages, leftOut }, next: more && writePlace(more) }
    },
  }
}
