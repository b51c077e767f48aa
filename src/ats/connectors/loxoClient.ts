import type { z } from 'zod'
import { isParleyError, ParleyError } from '../../domain/errors.ts'
import { type Answer, type Ask, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { readObject, readRows } from '../vendorRows.ts'
import { failureRow, numberedRow, scrollRow } from './loxoRows.ts'

// How Loxo is spoken to: two ways to page, parameters that are refused when they are not known, and refusals that answer success.

export const name = 'Loxo'
export const pageSize = 100

export type LoxoClient = ReturnType<typeof createLoxoClient>

/** Where a walk by scroll_id stands: rows seen tell its end where the count of all is given. */
export interface ScrollPlace {
  scroll: string | null
  seen: number
}
/** Where the list of jobs stands; `isNarrow` leaves closed ones out, for agencies with more than 10,000. */
export interface NumberPlace {
  page: number
  isNarrow: boolean
}

export function createLoxoClient({ fields, ...access }: Access) {
  const client = createAtsClient({
    name,
    access: { fields, ...access },
    bases: { main: `https://${hostOf(fields.domain)}/api/${encodeURIComponent((fields.agency ?? '').trim())}` },
    authorize: async () => ({ authorization: `Bearer ${fields.apiKey ?? ''}` }),
    // No figure is published.
    pace: { count: 10, windowMs: 1000 },
    readFailure,
    readReason: reasonOf,
  })
  return {
    get: client.get,
    send: client.send,
    /** A list that stands bare or under its name. */
    async list<S extends z.ZodType>(path: string, plural: string, shape: S, query: Ask['query'] = {}) {
      const { body } = await client.get(path, { query })
      const rows = Array.isArray(body) ? body : (body as Record<string, unknown> | null)?.[plural]
      return readRows(shape, rows, name)
    },
    /** One page of a walk; it has ended when nothing comes, the same scroll_id comes back, or none does. */
    async scroll<S extends z.ZodType>(
      path: string,
      plural: string,
      shape: S,
      place: ScrollPlace | null,
      query: Ask['query'] = {},
    ) {
      const scroll_id = place?.scroll ?? null
      const { body } = await client.get(path, { query: { per_page: pageSize, ...query, scroll_id } })
      const head = readObject(scrollRow, body, name)
      const list = (body as Record<string, unknown>)[plural]
      const { rows, leftOut } = readRows(shape, list, name)
      const count = rows.length + leftOut
      const seen = (place?.seen ?? 0) + count
      const isLast =
        count === 0 ||
        head.scroll_id === null ||
        head.scroll_id === scroll_id ||
        (head.total_count !== null && seen >= head.total_count)
      const next: ScrollPlace | null = isLast ? null : { scroll: head.scroll_id, seen }
      return { rows, leftOut, next }
    },
    /** One page of a list by number. */
    async numbered<S extends z.ZodType>(path: string, shape: S, place: NumberPlace | null) {
      const ask = async ({ page, isNarrow }: NumberPlace) => {
        const query = { page, per_page: pageSize, ...(isNarrow ? { status: 'Active' } : {}) }
        const head = readObject(numberedRow, (await client.get(path, { query })).body, name)
        const next = head.current_page < head.total_pages ? { page: page + 1, isNarrow } : null
        return { ...readRows(shape, head.results, name), next }
      }
      try {
        return await ask(place ?? { page: 1, isNarrow: false })
      } catch (error) {
        if (!isParleyError(error, 'refused') || place !== null) throw error
        return ask({ page: 1, isNarrow: true })
      }
    },
  }
}

const usualHost = 'app.loxo.co'
export const hostPattern = /^(?:[a-z0-9-]+\.)?app\.loxo\.co$/i
function hostOf(domain: string | undefined): string {
  const host = domain?.trim().toLowerCase() || usualHost
  if (hostPattern.test(host)) return host
  throw new ParleyError('notConfigured', `${host} is no address of ${name}: it ends with ${usualHost}.`)
}

/** What does not hold about an event is told with success. */
function readFailure({ body }: Answer): ParleyError | null {
  const { errors } = failureRow.safeParse(body).data ?? { errors: [] }
  return errors.length === 0 ? null : new ParleyError('refused', `${name} refused it: ${errors.join('; ')}.`)
}

function reasonOf(body: unknown): string | null {
  return failureRow.safeParse(body).data?.error ?? null
}
