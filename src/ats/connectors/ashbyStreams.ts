import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import type { Stream, SyncedRows } from '../connector.ts'
import { readPlace, writePlace } from '../readingPlace.ts'
import { type Client, isFailure, name, pageSize } from './ashbyClient.ts'
import {
  applicationRow,
  candidateRow,
  isLongClosed,
  jobRow,
  plansOf,
  scheduleRow,
  stageRow,
  toApplication,
  toCandidate,
  toInterview,
  toJob,
  toStage,
  toUser,
  userRow,
} from './ashbyRows.ts'

// What is read from Ashby. The last page of a list gives a token with which the next reading gets what changed since.

export function streamsOf(client: Client, clock: Clock): readonly Stream[] {
  return [
    changeStream(client, 'users', '/user.list', userRow, 30, (rows) => ({
      users: rows.flatMap((row) => toUser(row) ?? []),
    })),
    changeStream(client, 'jobs', '/job.list', jobRow, 0, (rows) => ({
      jobs: rows.filter(({ confidential }) => !confidential).map(toJob),
      removed: rows.filter(({ confidential }) => confidential).map(({ id }) => ({ kind: 'jobs' as const, id })),
    })),
    stageStream(client, clock),
    changeStream(client, 'candidates', '/candidate.list', candidateRow, 0, (rows) => ({
      candidates: rows.map(toCandidate),
    })),
    changeStream(client, 'applications', '/application.list', applicationRow, 0, (rows) => ({
      applications: rows.map(toApplication),
    })),
    changeStream(client, 'interviews', '/interviewSchedule.list', scheduleRow, 0, (rows) => ({
      interviews: rows.flatMap((row) => toInterview(row) ?? []),
      removed: rows.filter((row) => toInterview(row) === null).map(({ id }) => ({ kind: 'interviews' as const, id })),
    })),
  ]
}

const placeShape = z.object({ cursor: z.string(), syncToken: z.string().nullable() })

function changeStream<T extends z.ZodType<{ updatedAt: Date | null }>>(
  client: Client,
  kind: 'users' | 'jobs' | 'candidates' | 'applications' | 'interviews',
  path: string,
  shape: T,
  everyMinutes: number,
  show: (rows: z.output<T>[]) => SyncedRows,
): Stream {
  const list = (cursor: string | null, syncToken: string | null) =>
    client.list(path, shape, {
      limit: pageSize,
      ...(cursor === null ? {} : { cursor }),
      ...(syncToken === null ? {} : { syncToken }),
    })
  /** A token that is too old is as none. */
  async function listFirst(token: string | null) {
    try {
      return { found: await list(null, token), syncToken: token }
    } catch (error) {
      if (token === null || !isFailure(error, 'sync_token_expired')) throw error
      return { found: await list(null, null), syncToken: null }
    }
  }
  return {
    name: kind,
    kinds: [kind],
    mode: kind === 'users' ? 'whole' : 'changes',
    everyMinutes,
    async read({ since, page, token = null }) {
      const place = page === null ? null : readPlace(placeShape, page, name)
      const { found, syncToken } = place
        ? { found: await list(place.cursor, place.syncToken), syncToken: place.syncToken }
        : await listFirst(since ? token : null)
      // Without a token everything comes.
      const isNew = ({ updatedAt }: { updatedAt: Date | null }) =>
        !since || !updatedAt || syncToken !== null || updatedAt >= since
      return {
        rows: { ...show(found.rows.filter(isNew)), leftOut: found.leftOut },
        next: found.next === null ? null : writePlace({ cursor: found.next, syncToken }),
        token: found.token,
      }
    },
  }
}

/** The stages of jobs that were not closed long ago, plan by plan; several jobs can have the same plan. */
function stageStream(client: Client, clock: Clock): Stream {
  const useShape = z.object({ planId: z.string(), jobs: z.array(z.tuple([z.string(), z.number()])) })
  const stagePlace = z.object({ cursor: z.string().nullable(), uses: z.array(useShape) })
  const atOnce = 10
  async function readUses(cursor: string | null): Promise<z.output<typeof stagePlace>> {
    const ask = { limit: pageSize, status: ['Open', 'Closed'], ...(cursor === null ? {} : { cursor }) }
    const { rows, next } = await client.list('/job.list', jobRow, ask)
    const uses = rows
      .filter((job) => !job.confidential && !isLongClosed(job, clock.now()))
      .flatMap((job) => plansOf(job).map((planId, index) => ({ planId, job: [job.id, index] as [string, number] })))
    const byPlan = Map.groupBy(uses, ({ planId }) => planId)
    return { cursor: next, uses: [...byPlan].map(([planId, all]) => ({ planId, jobs: all.map(({ job }) => job) })) }
  }
  return {
    name: 'stages',
    kinds: ['stages'],
    mode: 'whole',
    everyMinutes: 15,
    async read({ page }) {
      const place = page === null ? await readUses(null) : readPlace(stagePlace, page, name)
      const { uses, cursor } = place.uses.length === 0 && place.cursor !== null ? await readUses(place.cursor) : place
      const rows: SyncedRows & { stages: ReturnType<typeof toStage>[] } = { stages: [] }
      for (const { planId, jobs } of uses.slice(0, atOnce)) {
        const { rows: stages } = await client.list('/interviewStage.list', stageRow, { interviewPlanId: planId })
        for (const [jobId, index] of jobs) rows.stages.push(...stages.map((stage) => toStage(stage, jobId, index)))
      }
      const rest = uses.slice(atOnce)
      return { rows, next: rest.length === 0 && cursor === null ? null : writePlace({ cursor, uses: rest }) }
    },
  }
}
