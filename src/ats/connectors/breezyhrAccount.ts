import { z } from 'zod'
import { isParleyError, ParleyError } from '../../domain/errors.ts'
import { type AtsClient, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { readRows } from '../vendorRows.ts'
import { companyRow, type Position, positionRow } from './breezyhrRows.ts'

export const breezyName = 'Breezy HR'
const dayMs = 24 * 3600_000
/** So long after its last change the candidates of a position that is closed are still looked at. */
export const closedDays = 90

/** One company, and what is remembered of it between requests. */
export interface BreezyAccount {
  client: AtsClient
  /** "/company/x", found at first use. */
  home(): Promise<string>
  /** Positions of one state; as they were when last read, if that is not long ago. */
  positions(state: Position['state'], isFresh: boolean): Promise<readonly Position[]>
  isWatched(position: Position): boolean
}

const refusalShape = z.object({ error: z.object({ message: z.string() }) })
const memoMs = 5 * 60_000

export function openBreezyAccount(access: Access): BreezyAccount {
  const { token = '', company = '' } = access.fields
  const client = createAtsClient({
    name: breezyName,
    access,
    bases: { main: 'https://api.breezy.hr/v3' },
    // The bare token, no word before it.
    authorize: async () => ({ authorization: token.replace(/^Bearer\s+/i, '') }),
    pace: { count: 100, windowMs: 60_000, reset: 'x-ratelimit-reset' },
    readReason: (body) => refusalShape.safeParse(body).data?.error.message ?? null,
    readPermission: (_body, { path }) => (path.endsWith('/resume') ? 'see resumes' : null),
  })
  let found: string | null = null
  const memo = new Map<Position['state'], { at: number; rows: readonly Position[] }>()
  async function home(): Promise<string> {
    found ??= `/company/${encodeURIComponent(await findCompany(client, company.trim()))}`
    return found
  }
  return {
    client,
    home,
    async positions(state, isFresh) {
      const now = access.clock.now().getTime()
      const kept = memo.get(state)
      if (!isFresh && kept && now - kept.at < memoMs) return kept.rows
      const { body } = await client.get(`${await home()}/positions`, { query: { state } })
      const rows = readRows(positionRow, body, breezyName).rows.toSorted((one, other) => (one._id < other._id ? -1 : 1))
      memo.set(state, { at: now, rows })
      return rows
    },
    isWatched({ state, updated_date: changed }) {
      if (state !== 'closed') return state !== 'archived'
      return changed == null || access.clock.now().getTime() - changed.getTime() < closedDays * dayMs
    },
  }
}

async function findCompany(client: AtsClient, wanted: string): Promise<string> {
  const companies = readRows(companyRow, (await client.get('/companies')).body, breezyName).rows
  const fitting = companies.filter(
    (one) => wanted === '' || one._id === wanted || one.name.toLowerCase() === wanted.toLowerCase(),
  )
  if (fitting.length === 1 && fitting[0]) return fitting[0]._id
  const names = companies.map((one) => one.name).join(', ') || 'none'
  throw new ParleyError(
    'notConfigured',
    `Enter which company of ${breezyName} is meant. The token's user belongs to: ${names}.`,
    { field: 'company' },
  )
}

/** Null for what is not there (any more). */
export async function orGone<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask()
  } catch (error) {
    if (isParleyError(error, 'notFound')) return null
    throw error
  }
}
