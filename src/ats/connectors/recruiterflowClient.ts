import type { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import { isParleyError, ParleyError } from '../../domain/errors.ts'
import { type Answer, type Ask, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { readObject, readRows } from '../vendorRows.ts'
import { countedRow, pipelineRow, resultRow, stageRow } from './recruiterflowRows.ts'

// How Recruiterflow is spoken to: lists by page, bare or counted, and failures that may answer success.

export const name = 'Recruiterflow'
const at = '/api/external'
export const pageSize = 100

export type RecruiterflowClient = ReturnType<typeof createRecruiterflowClient>

export function createRecruiterflowClient(access: Access) {
  const client = createAtsClient({
    name,
    access,
    bases: { main: 'https://api.recruiterflow.com' },
    authorize: async () => ({ 'rf-api-key': access.fields.apiKey ?? '' }),
    // The true limit is unknown.
    pace: { count: 1, windowMs: 1000 },
    readFailure,
    readReason: (body) => resultRow.safeParse(body).data?.message ?? null,
  })
  const get = (path: string, query: Ask['query'] = {}) => client.get(at + path, { query })

  function readPage<S extends z.ZodType>(body: unknown, shape: S, page: number) {
    const { data, total_items } = readObject(countedRow, Array.isArray(body) ? { data: body } : body, name)
    const seen = (page - 1) * pageSize + data.length
    const hasMore = total_items === null || total_items === undefined ? data.length >= pageSize : seen < total_items
    return { ...readRows(shape, data, name), next: hasMore && data.length > 0 ? page + 1 : null }
  }
  return {
    get,
    /** One page of a list, and the number of the next one. */
    async list<S extends z.ZodType>(path: string, shape: S, page: number, query: Ask['query'] = {}) {
      const asked = { items_per_page: pageSize, current_page: page, include_count: true, ...query }
      return readPage((await get(path, asked)).body, shape, page)
    },
    /** Candidates something happened with in the last so many days. */
    async searchActive<S extends z.ZodType>(shape: S, days: number, page: number) {
      const within = { key: 'latest_activity_time', filter_type: 'date', type: 'within', is_relative: true, days }
      const json = {
        ...{ items_per_page: pageSize, current_page: page, include_count: true },
        ...{ conjunction: 'match-all', filters: [within] },
      }
      const { body } = await client.send('POST', `${at}/candidate/search`, { json })
      return readPage(body, shape, page)
    },
    /** Null when the id is nobody's any more. */
    async find<S extends z.ZodType>(path: string, shape: S, id: string): Promise<z.output<S> | null> {
      try {
        return readObject(shape, (await get(path, { id })).body, name)
      } catch (error) {
        const isGone =
          isParleyError(error, 'refused') && /invalid id|not found|no such|does not exist/i.test(error.message)
        if (isGone || isParleyError(error, 'notFound')) return null
        throw error
      }
    },
    /** Only the word SUCCESS is one. */
    async write(path: string, json: unknown): Promise<void> {
      const { body } = await client.send('POST', at + path, { json })
      const { RESULT, message } = readObject(resultRow, body, name)
      if (RESULT !== 'SUCCESS') throw new ParleyError('refused', `${name} refused it: ${message ?? RESULT}.`)
    },
  }
}

function readFailure({ body }: Answer): ParleyError | null {
  const result = resultRow.safeParse(body).data
  if (!result || result.RESULT === 'SUCCESS') return null
  return new ParleyError('refused', `${name} refused it: ${result.message ?? result.RESULT}.`)
}

/** Stages of jobs, as they were met: candidates bear their names only. */
export interface RecruiterflowStages {
  read(jobId: string): Promise<{ rows: readonly { id: string; name: string }[]; leftOut: number }>
  /** Null when the job has no stage of this name; whether it has it by now is asked only where `isKeen`. */
  findId(jobId: string, label: string | null, isKeen: boolean): Promise<string | null>
}

/** A name that is not known is asked for, and not again before this. */
const askAgainMs = 60_000

export function createRecruiterflowStages(client: RecruiterflowClient, clock: Clock): RecruiterflowStages {
  const known = new Map<string, { ids: ReadonlyMap<string, string>; readAt: number }>()

  async function read(jobId: string) {
    const { body } = await client.get('/job/pipeline', { job_id: jobId })
    const found = readRows(stageRow, readObject(pipelineRow, body, name).summary, name)
    // Names that differ by one letter's size are two stages.
    known.set(jobId, {
      ids: new Map(found.rows.toReversed().map((stage) => [stage.name, stage.id])),
      readAt: clock.now().getTime(),
    })
    return found
  }

  return {
    read,
    async findId(jobId, label, isKeen) {
      if (label === null) return null
      const before = known.get(jobId)
      const id = before?.ids.get(label)
      if (id !== undefined) return id
      if (before && (!isKeen || clock.now().getTime() - before.readAt < askAgainMs)) return null
      await read(jobId)
      return known.get(jobId)?.ids.get(label) ?? null
    },
  }
}
