import type { z } from 'zod'
import { type Answer, type AtsClient, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { readRows } from '../vendorRows.ts'

/** Scopes of an access token, by what is asked. */
export function workableScope(method: string, path: string): string {
  if (/^\/(jobs|stages|members)/.test(path)) return 'r_jobs'
  return method === 'GET' || path.startsWith('/subscriptions') ? 'r_candidates' : 'w_candidates'
}

export function openWorkable(access: Access): AtsClient {
  const { subdomain = '', apiKey = '' } = access.fields
  return createAtsClient({
    name: 'Workable',
    access,
    bases: { main: `https://${subdomain}.workable.com/spi/v3` },
    authorize: async () => ({ authorization: `Bearer ${apiKey}` }),
    pace: {
      count: 10,
      windowMs: 10_000,
      limit: 'x-rate-limit-limit',
      remaining: 'x-rate-limit-remaining',
      reset: 'x-rate-limit-reset',
    },
    readReason: (body) => {
      const { error } = (body ?? {}) as { error?: unknown }
      return typeof error === 'string' ? error : null
    },
    readPermission: (_body, { method, path }) => workableScope(method, path),
  })
}

export interface WorkablePage<T> {
  rows: T[]
  leftOut: number
  /** The query of the next page; null on the last one. */
  next: string | null
}

/** One page of a list. Of the address of the next one only the query is taken: it leads to no other place than this list. */
export function readPage<T extends z.ZodType>(shape: T, name: string, { body }: Answer): WorkablePage<z.output<T>> {
  const { [name]: list, paging } = (body ?? {}) as Record<string, unknown>
  const { next } = (paging ?? {}) as { next?: unknown }
  const query = typeof next === 'string' && URL.canParse(next) ? new URL(next).search.slice(1) : ''
  return { ...readRows(shape, list, 'Workable'), next: query || null }
}

/** The first page by its parameters, every other one by what the vendor said. */
export function askPage(
  client: AtsClient,
  path: string,
  first: Readonly<Record<string, string | number | boolean | undefined>>,
  page: string | null,
): Promise<Answer> {
  return client.get(path, { query: page === null ? first : Object.fromEntries(new URLSearchParams(page)) })
}
