import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import { type Ask, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { readObject, readRows } from '../vendorRows.ts'
import { pageRow } from './recruitcrmRows.ts'

// How Recruit CRM is spoken to: lists by page, a token that it does not know refused with 403.

export const name = 'Recruit CRM'

export type Client = ReturnType<typeof createRecruitcrmClient>

export function createRecruitcrmClient(access: Access) {
  const client = createAtsClient({
    name,
    access,
    bases: { main: 'https://api.recruitcrm.io' },
    authorize: async () => ({ authorization: `Bearer ${access.fields.apiKey ?? ''}` }),
    pace: { count: 60, windowMs: 60_000, limit: 'x-ratelimit-limit', remaining: 'x-ratelimit-remaining' },
    readFailure: ({ status, body }) => (status === 403 ? refusalOf(body) : null),
    readReason: reasonOf,
  })
  const withRefusals = (ask: Ask = {}): Ask => ({ ...ask, accept: [403, ...(ask.accept ?? [])] })
  const get = (path: string, ask?: Ask) => client.get(path, withRefusals(ask))
  return {
    get,
    send: (method: 'POST' | 'DELETE', path: string, ask?: Ask) => client.send(method, path, withRefusals(ask)),
    /** One page of a list, and the number of the next one. */
    async list<S extends z.ZodType>(
      path: string,
      schema: S,
      { page = 1, ...query }: { page?: number } & Ask['query'],
      ask: Ask = {},
    ) {
      const { status, body } = await get(path, { ...ask, query: { ...query, page } })
      if (status === 404) return { rows: [] as z.output<S>[], leftOut: 0, next: null }
      const { data, next_page_url } = readObject(pageRow, body, name)
      return { ...readRows(schema, data, name), next: next_page_url && data.length > 0 ? page + 1 : null }
    },
    async all<S extends z.ZodType>(path: string, schema: S) {
      return readRows(schema, (await get(path)).body, name)
    },
  }
}

const failureRow = z.object({ message: z.string(), errors: z.record(z.string(), z.array(z.string())).optional() })
function reasonOf(body: unknown): string | null {
  const read = failureRow.safeParse(body)
  if (!read.success) return null
  const details = Object.values(read.data.errors ?? {}).flat()
  return details.length > 0 ? details.join(' ') : read.data.message
}

/** "Invalid or missing token, or quota": one status for three things. */
function refusalOf(body: unknown): ParleyError {
  const reason = reasonOf(body) ?? ''
  if (/token|unauthenticated/i.test(reason))
    return new ParleyError('notConfigured', `${name} no longer accepts the key. Enter a new one under Integrations.`)
  if (/quota|limit|exceed/i.test(reason))
    return new ParleyError('rateLimited', `${name} takes no more requests for the moment. Parley goes on by itself.`, {
      retry: { afterMs: 15 * 60_000 },
    })
  return new ParleyError(
    'notAllowed',
    `${name} refuses: the token may not do this. An admin there can look at Admin Settings > API.`,
  )
}
