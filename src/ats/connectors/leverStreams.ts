import type { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import type { AtsClient } from '../client.ts'
import type { Stream, SyncedStage } from '../connector.ts'
import { readAllLever, readPage } from './leverHttp.ts'
import type { LeverPanels } from './leverPanels.ts'
import {
  isOpenToAll,
  opportunityRow,
  postingRow,
  showApplication,
  showCandidate,
  showInterviews,
  showJob,
  stageRow,
  userRow,
} from './leverRows.ts'

const pageSize = 100
const stagesGoodMs = 5 * 60_000
/** Panels are one request for each opportunity: these are asked for who moved on within so long, so many a page. */
const movedWithinMs = 45 * 24 * 3600_000
const panelsAPage = 10

/** Stages are the account's, in the order of the pipeline. */
interface LeverStages {
  read(): Promise<readonly z.output<typeof stageRow>[]>
  labels(): Promise<ReadonlyMap<string, string>>
}

export function createLeverStages(client: AtsClient, clock: Clock): LeverStages {
  let known: { rows: readonly z.output<typeof stageRow>[]; goodUntil: number } | null = null
  async function read() {
    const now = clock.now().getTime()
    if (known === null || known.goodUntil <= now)
      known = { rows: await readAllLever(client, '/stages', stageRow), goodUntil: now + stagesGoodMs }
    return known.rows
  }
  return { read, labels: async () => new Map((await read()).map(({ id, text }) => [id, text])) }
}

export function createLeverStreams(
  client: AtsClient,
  stages: LeverStages,
  panels: LeverPanels,
  clock: Clock,
): readonly Stream[] {
  return [
    {
      name: 'users',
      kinds: ['users'],
      mode: 'whole',
      everyMinutes: 15,
      async read({ page }) {
        const answer = await client.get('/users', { query: { limit: pageSize, offset: page } })
        const { rows, leftOut, next } = readPage(userRow, answer)
        const users = rows
          .filter(({ deactivatedAt }) => deactivatedAt === null)
          .map(({ id, name, email, accessRole }) => ({
            ...{ id, name, email },
            role: accessRole === 'interviewer' ? ('interviewer' as const) : null,
          }))
        return { rows: { users, leftOut }, next }
      },
    },
    {
      name: 'postings',
      kinds: ['jobs', 'stages'],
      mode: 'whole',
      everyMinutes: 10,
      async read({ page }) {
        const answer = await client.get('/postings', { query: { limit: pageSize, offset: page } })
        const { rows, leftOut, next } = readPage(postingRow, answer)
        const jobs = rows.filter(isOpenToAll).map(showJob)
        const all = await stages.read()
        const ofJobs = jobs.flatMap((job): SyncedStage[] =>
          all.map(({ id, text }, ordinal) => ({ id, jobId: job.id, label: text, ordinal })),
        )
        return { rows: { jobs, stages: ofJobs, leftOut }, next }
      },
    },
    {
      name: 'opportunities',
      kinds: ['candidates', 'applications'],
      mode: 'changes',
      everyMinutes: 0,
      async read({ since, page }) {
        const query = {
          limit: pageSize,
          expand: 'applications',
          offset: page,
          updated_at_start: since?.getTime(),
        }
        const { rows, leftOut, next } = readPage(opportunityRow, await client.get('/opportunities', { query }))
        const own = rows.filter(isOpenToAll)
        const labels = own.length === 0 ? new Map<string, string>() : await stages.labels()
        const hidden = rows.filter((row) => !isOpenToAll(row))
        return {
          rows: {
            candidates: [...new Map(own.map((row) => [row.contact, showCandidate(row)])).values()],
            applications: own.flatMap((row) => showApplication(row, labels)),
            removed: hidden.map(({ id }) => ({ kind: 'applications', id })),
            leftOut,
          },
          next,
        }
      },
    },
    {
      name: 'panels',
      kinds: ['interviews'],
      mode: 'whole',
      everyMinutes: 60,
      async read({ page }) {
        const query = {
          limit: panelsAPage,
          archived: false,
          advanced_at_start: clock.now().getTime() - movedWithinMs,
          offset: page,
        }
        const answer = await client.get('/opportunities', { query })
        const { rows, leftOut, next } = readPage(opportunityRow.pick({ id: true }), answer)
        const interviews = []
        for (const { id } of rows)
          for (const panel of await panels.list(id)) interviews.push(...showInterviews(panel, id, clock.now()))
        return { rows: { interviews, leftOut }, next }
      },
    },
  ]
}
