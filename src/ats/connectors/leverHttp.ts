import type { z } from 'zod'
import { type Answer, type AtsClient, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { readRows } from '../vendorRows.ts'

const hosts: Readonly<Record<string, string>> = {
  eu: 'https://api.eu.lever.co/v1',
  sandbox: 'https://api.sandbox.lever.co/v1',
}

/** Names of permissions as Lever's page of API credentials has them: for a key's author there is no other word. */
const permissions: readonly (readonly [call: RegExp, name: string])[] = [
  [/^GET \/users/, 'list-users'],
  [/^GET \/postings/, 'list-postings'],
  [/^GET \/stages/, 'list-stages'],
  [/^GET \/opportunities$/, 'list-opportunities'],
  [/^GET \/opportunities\/[^/]+$/, 'read-opportunity'],
  [/^PUT \/opportunities\/[^/]+\/stage$/, 'update-opportunity-stage'],
  [/^GET \/opportunities\/[^/]+\/panels$/, 'list-opportunity-panels'],
  [/^GET \/opportunities\/[^/]+\/panels\//, 'read-opportunity-panel'],
  [/^POST \/opportunities\/[^/]+\/panels$/, 'create-opportunity-panel'],
  [/^PUT \/opportunities\/[^/]+\/panels\//, 'update-opportunity-panel'],
  [/^DELETE \/opportunities\/[^/]+\/panels\//, 'delete-opportunity-panel'],
  [/^GET \/opportunities\/[^/]+\/notes$/, 'list-opportunity-notes'],
  [/^POST \/opportunities\/[^/]+\/notes$/, 'create-opportunity-note'],
  [/^GET \/opportunities\/[^/]+\/resumes$/, 'list-opportunity-resumes'],
  [/^GET \/opportunities\/[^/]+\/files$/, 'list-opportunity-files'],
  [/^GET \/webhooks/, 'list-webhooks'],
  [/^POST \/webhooks/, 'create-webhook'],
]
export const leverPermission = (method: string, path: string): string | null =>
  permissions.find(([call]) => call.test(`${method} ${path}`))?.[1] ?? null

export function openLever(access: Access): AtsClient {
  const { apiKey = '', region = '' } = access.fields
  return createAtsClient({
    name: 'Lever',
    access,
    bases: { main: hosts[region] ?? 'https://api.lever.co/v1' },
    authorize: async () => ({ authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}` }),
    // It tells nothing of its limit: 10 a second, and short bursts above that are not relied upon.
    pace: { count: 10, windowMs: 1000 },
    readReason: (body) => {
      const { message } = (body ?? {}) as { message?: unknown }
      return typeof message === 'string' ? message : null
    },
    readPermission: (_body, { method, path }) => leverPermission(method, path),
  })
}

interface Page<T> {
  rows: T[]
  leftOut: number
  /** A token, where there is more. */
  next: string | null
}

/** One page of a list: `{data, hasNext, next}`, or a bare list as one sample of the documentation has it. */
export function readPage<T extends z.ZodType>(shape: T, { body }: Answer): Page<z.output<T>> {
  if (Array.isArray(body)) return { ...readRows(shape, body, 'Lever'), next: null }
  const { data, hasNext, next } = (body ?? {}) as { data?: unknown; hasNext?: unknown; next?: unknown }
  return { ...readRows(shape, data, 'Lever'), next: hasNext === true && typeof next === 'string' ? next : null }
}

/** What was written, as it comes back: wrapped once or twice, the documentation and its users disagree. */
export function unwrap(body: unknown): unknown {
  const dataOf = (value: unknown) => (value as { data?: unknown } | null)?.data
  const inner = dataOf(body)
  const row = dataOf(inner) ?? inner
  return Array.isArray(row) ? row[0] : row
}

/** As many pages as a short list can have. */
const pagesMax = 20

export async function readAllLever<T extends z.ZodType>(
  client: AtsClient,
  path: string,
  shape: T,
): Promise<z.output<T>[]> {
  const all: z.output<T>[] = []
  let offset: string | null = null
  for (let page = 0; page < pagesMax; page++) {
    const read: Page<z.output<T>> = readPage(shape, await client.get(path, { query: { limit: 100, offset } }))
    all.push(...read.rows)
    offset = read.next
    if (offset === null) break
  }
  return all
}
