import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Clock } from '../src/domain/clock.ts'
import type { TenantId } from '../src/domain/ids.ts'
import type { NewRow, Store, TableName } from '../src/store/port.ts'
import { openPostgresStore } from '../src/store/prisma/openPostgres.ts'
import { systemIds } from '../src/system.ts'
import { type Postgres, startPostgres } from '../test/fakes/postgres.ts'
import { askJane, jane, marta, offer, wednesday } from '../test/workflow/janeAtAcme.ts'
import { openLoop } from '../test/workflow/openLoop.ts'

// Many open requests on a PostgreSQL of their own. One is opened by the use cases themselves, in memory; its rows are then written
// as often as wanted, each time with people, ids and a conversation of its own.

/** In the order in which rows may be written. */
const copied = [
  'threads',
  'requests',
  'sessions',
  'seats',
  'parties',
  'windows',
  'proposals',
  'atsCandidates',
  'atsApplications',
] as const
const shared = [
  'settings',
  'members',
  'atsClients',
  'atsContacts',
  'atsJobs',
  'atsStages',
  'atsUsers',
  'stageMappings',
  'standingFormats',
] as const
const batchSize = 250

type Row = Record<string, unknown> & { id: string }

export interface ManyRequests {
  store: Store
  tenantId: TenantId
  /** Goes on from noon of the day on which the request was opened. */
  clock: Clock
  ids: ReturnType<typeof systemIds>
  /** The id of a row of the one request, as it is in copy `number`. */
  idIn(id: string, number: number): string
  original: ReadonlyMap<string, readonly Row[]>
  /** Processor time that the sessions open at this moment have taken from the server so far; null where /proc does not say. */
  readServerMs(): Promise<number | null>
  /** What the server does by itself once a minute. */
  analyze(): Promise<void>
  stop(): Promise<void>
}

/** `untilAsked`: both have been asked and nobody has answered; else both have, and the client is asked to approve. */
export async function openManyRequests(count: number, untilAsked: boolean): Promise<ManyRequests> {
  const loop = await openLoop()
  await askJane(loop)
  if (!untilAsked) for (const who of [jane, marta]) await offer(loop, who, [wednesday])
  const original = new Map<string, readonly Row[]>()
  const ownIds = new Set<string>()
  await loop.tables(async (tx) => {
    const [request] = await tx.find('requests')
    for (const table of [...copied, ...shared]) original.set(table, (await tx.find(table)) as unknown as Row[])
    const keep = (table: TableName, id: string | undefined) =>
      original.set(
        table,
        (original.get(table) ?? []).filter((row) => row.id === id),
      )
    keep('threads', request?.threadId)
    keep('atsCandidates', request?.candidateId)
    keep('atsApplications', request?.applicationId)
    for (const table of copied) for (const row of original.get(table) ?? []) ownIds.add(row.id)
  })
  // At noon, inside everybody's hours.
  const startsAtMs = loop.clock.now().getTime() + 4 * 3_600_000
  const openedAtMs = performance.now()
  const clock: Clock = { now: () => new Date(startsAtMs + performance.now() - openedAtMs) }
  const ids = systemIds(clock)

  const postgres: Postgres = await startPostgres()
  const url = await postgres.createDatabase()
  const store = await openPostgresStore({ url, adminUrl: url, isSingleRole: false, clock, ids, log: () => {} })
  const tenantId = await store.firstTenant()
  const idIn = (id: string, number: number) => `${id}n${number}`
  const inCopy = (value: unknown, number: number | null): unknown => {
    if (typeof value === 'string') {
      if (value === loop.tenantId) return tenantId
      if (number === null) return value
      return ownIds.has(value) ? idIn(value, number) : value.replace(/^((?:mailto:)?[a-z.]+)@/, `$1.${number}@`)
    }
    if (value === null || typeof value !== 'object' || value instanceof Date) return value
    if (Array.isArray(value)) return value.map((item) => inCopy(item, number))
    return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, inCopy(item, number)]))
  }
  const rowsOf = (table: TableName, number: number | null) =>
    (original.get(table) ?? []).map((row) => inCopy(row, number) as NewRow<typeof table>)

  await store.inTenant(tenantId, async (tx) => {
    for (const table of shared) await tx.insertMany(table, rowsOf(table, null))
  })
  for (let from = 0; from < count; from += batchSize)
    await store.inTenant(tenantId, async (tx) => {
      const numbers = Array.from({ length: Math.min(batchSize, count - from) }, (_, index) => from + index)
      for (const table of copied)
        await tx.insertMany(
          table,
          numbers.flatMap((number) => rowsOf(table, number)),
        )
    })
  await loop.store.close()
  return {
    store,
    tenantId,
    clock,
    ids,
    idIn,
    original,
    readServerMs: () => readServerMs(postgres.url),
    analyze: () => withClient(url, (client) => client.query('ANALYZE')).then(() => {}),
    stop: async () => {
      await store.close()
      await postgres.stop()
    },
  }
}

/** Linux counts in hundredths of a second. */
const msPerTick = 10

async function readServerMs(url: string): Promise<number | null> {
  const { rows } = await withClient(url, (client) => client.query<{ pid: number }>('SELECT pid FROM pg_stat_activity'))
  try {
    const ticks = rows.map(({ pid }) => {
      // After the name in brackets, user and system time are the 12th and 13th field.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      return Number(fields[11]) + Number(fields[12])
    })
    return ticks.reduce((sum, own) => sum + own, 0) * msPerTick
  } catch {
    return null
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
