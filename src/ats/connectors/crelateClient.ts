import type { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import { type Ask, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { readObject, readRows } from '../vendorRows.ts'
import { type ContactRow, dataRow, failureRow, type JobRow, jobRow, oneContactRow, recentRow } from './crelateRows.ts'

// How Crelate is spoken to: v3 for contacts and users, the older v1 for jobs' details, stages and who is on which job.

export const name = 'Crelate'
export const v1 = { base: 'v1' } as const
/** More than so many v3 does not give at once, whatever is asked. */
const limitMax = 100
const recentMax = 500

/** Where a list of what changed since an instant stands. */
export interface RecentPlace {
  since: string
  skip: number
}
export type CrelateClient = ReturnType<typeof createCrelateClient>

export function createCrelateClient(access: Access) {
  const client = createAtsClient({
    name,
    access,
    bases: { main: 'https://app.crelate.com/api3', v1: 'https://app.crelate.com/api/pub/v1' },
    authorize: async () => ({ 'x-api-key': access.fields.apiKey ?? '' }),
    // No figure is published.
    pace: { count: 10, windowMs: 1000 },
    readReason: (body) => failureRow.safeParse(body).data?.Message ?? null,
  })
  return {
    get: client.get,
    /** What does not hold about a write is answered 500 with a sentence: it is refused, and not to be tried again. */
    async send(method: 'POST' | 'PUT', path: string, ask: Ask) {
      const answer = await client.send(method, path, { ...ask, accept: [500] })
      if (answer.status !== 500) return answer
      const said = failureRow.safeParse(answer.body).data?.Message
      if (said !== undefined) throw new ParleyError('refused', `${name} refused it: ${said}.`)
      throw new ParleyError('unavailable', `${name} is out of order (500). Parley tries again by itself.`, {
        retry: 'later',
      })
    },
    /** One page of a v3 list. */
    async list<S extends z.ZodType>(path: string, shape: S, offset: number, query: Ask['query'] = {}) {
      const { body } = await client.get(path, { query: { ...query, limit: limitMax, offset } })
      const { Data, Metadata } = readObject(dataRow, body, name)
      const end = offset + Data.length
      const total = Metadata?.TotalRecords ?? Metadata?.TotalCount
      const isLast = Data.length === 0 || (total === undefined ? Data.length < limitMax : end >= total)
      return { ...readRows(shape, Data, name), next: isLast ? null : end }
    },
    /** One page of what v1 tells was modified since. */
    async recent<S extends z.ZodType>(
      what: 'contacts' | 'jobs',
      shape: S,
      { since, skip }: RecentPlace,
      { take = recentMax, ...query }: { take?: number; type?: number } = {},
    ) {
      const minutes = (access.clock.now().getTime() - new Date(since).getTime()) / 60_000
      const modified = Math.max(1, Math.ceil(minutes))
      const { body } = await client.get(`/${what}/recent`, { ...v1, query: { modified, skip, take, ...query } })
      const { Results, MoreRecords } = readObject(recentRow, body, name)
      const next: RecentPlace | null = MoreRecords && Results.length > 0 ? { since, skip: skip + Results.length } : null
      return { ...readRows(shape, Results, name), next }
    },
    /** A bare list of v1. */
    async bare<S extends z.ZodType>(path: string, shape: S, ask: Ask = {}) {
      const { status, body } = await client.get(path, { ...v1, ...ask })
      return status === 404 ? null : readRows(shape, body, name)
    },
    /** Null when it is gone. */
    async readJob(id: string): Promise<JobRow | null> {
      const { status, body } = await client.get(`/jobs/${id}`, { ...v1, accept: [404] })
      return status === 404 ? null : readObject(jobRow, body, name)
    },
    async readContact(id: string): Promise<ContactRow | null> {
      const { status, body } = await client.get(`/contacts/${id}`, { accept: [404] })
      return status === 404 ? null : readObject(oneContactRow, body, name).Data
    },
  }
}
