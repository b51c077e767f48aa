import { z } from 'zod'
import { type Ask, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { readObject, readRows } from '../vendorRows.ts'

// How SmartRecruiters is spoken to: each family of calls has its own version, lists are pages by an id or by an offset.

export const name = 'SmartRecruiters'
export const pageSize = 100
/** The vendor wants slow answers waited for: who gives up early still holds his turn. */
const listTimeoutMs = 125_000

/** What a call needs, by the names of SmartRecruiters' access scopes; those of users, interviews and messages are not published. */
const permissions: readonly [RegExp, string][] = [
  [/^GET \/user-api\/\w+\/users\/me$/, 'user_me_read'],
  [/^GET \/candidates/, 'candidates_read'],
  [/^\w+ \/candidates/, 'candidates_manage'],
  [/^GET \/jobs/, 'jobs_read'],
  [/\/subscriptions/, 'webhooks_manage'],
]
export const permissionFor = (call: string): string | null =>
  permissions.find(([pattern]) => pattern.test(call))?.[1] ?? null

const failureRow = z.object({
  message: z.string().nullish().catch(null),
  errors: z
    .array(z.object({ message: z.string() }))
    .nullish()
    .catch(null),
})
const contentRow = z.object({
  content: z.array(z.unknown()),
  nextPageId: z.string().min(1).nullish().catch(null),
  totalFound: z.number().nullish().catch(null),
})

export type Client = ReturnType<typeof createSmartrecruitersClient>

export function createSmartrecruitersClient(access: Access) {
  const client = createAtsClient({
    name,
    access,
    bases: { main: 'https://api.smartrecruiters.com' },
    authorize: async () => ({ 'x-smarttoken': access.fields.apiKey ?? '' }),
    pace: { count: 10, windowMs: 1000, limit: 'x-ratelimit-limit', remaining: 'x-ratelimit-remaining' },
    readReason(body) {
      const { message, errors } = failureRow.safeParse(body).data ?? {}
      return errors?.[0]?.message ?? message ?? null
    },
    readPermission: (_body, { method, path }) => permissionFor(`${method} ${path}`),
  })
  const list = async <T extends z.ZodType>(path: string, shape: T, ask: Ask) => {
    const { body } = await client.get(path, { timeoutMs: listTimeoutMs, ...ask })
    const { content, nextPageId = null, totalFound = null } = readObject(contentRow, body, name)
    return { ...readRows(shape, content, name), count: content.length, nextPageId, totalFound }
  }
  return {
    ...client,
    list,
    /** One page by its id; the filters have to be the same for all pages. */
    async listById<T extends z.ZodType>(path: string, shape: T, page: string | null, filters: Ask['query'] = {}) {
      const { rows, leftOut, nextPageId } = await list(path, shape, {
        query: { ...filters, limit: pageSize, pageId: page },
      })
      return { rows, leftOut, next: nextPageId }
    },
    /** One page by where it begins. */
    async listByOffset<T extends z.ZodType>(path: string, shape: T, offset: number, filters: Ask['query'] = {}) {
      const { rows, leftOut, count, totalFound } = await list(path, shape, {
        query: { ...filters, limit: pageSize, offset },
      })
      const end = offset + count
      const hasMore = count > 0 && (totalFound === null ? count === pageSize : end < totalFound)
      return { rows, leftOut, next: hasMore ? end : null }
    },
  }
}
