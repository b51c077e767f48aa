import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Clock } from '../../domain/clock.ts'
import { isParleyError, ParleyError } from '../../domain/errors.ts'
import type { Ids } from '../../domain/ids.ts'
import { PrismaClient } from '../../generated/prisma/client.ts'
import type { Store } from '../port.ts'
import { appRole, ensureAppRole } from './appRole.ts'
import { sqlStateOf, toParleyError } from './databaseError.ts'
import { createQueues, openBoss, warmQueues } from './jobs.ts'
import { type AdminSession, applyMigrations, migrationLockId } from './migrate.ts'
import { assertSafeSession, type Log, openPrismaStore } from './prismaStore.ts'
import { statementName, transactOnPool } from './sqlTransaction.ts'

const connectTimeoutMs = 10_000
/** Without it Prisma would shift instants by the server's offset. */
const utc = '-c TimeZone=UTC'
const limits = '-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s'

/**
 * Opens a PostgreSQL database and brings it up to date through `adminUrl`, whose user owns the tables. At run time every
 * connection of `url` works as the role parley_app; with `isSingleRole` as the owner, whom forced policies hold as well.
 * Throws `notConfigured` with a sentence of what to do, `unavailable` when the server cannot be reached.
 */
export async function openPostgresStore(options: {
  url: string
  adminUrl: string
  isSingleRole: boolean
  clock: Clock
  ids: Ids
  log: Log
}): Promise<Store> {
  const { url, adminUrl, isSingleRole, clock, ids, log } = options
  try {
    await bringUp(adminUrl, isSingleRole ? null : userOf(url), log)
    if (isSingleRole)
      log('store.singleRole', { meaning: 'the database user owns the tables; forced policies keep tenants apart' })
    const session = `${utc} ${limits}${isSingleRole ? '' : ` -c role=${appRole}`}`
    const pool = new pg.Pool({
      connectionString: url,
      options: session,
      max: 10,
      connectionTimeoutMillis: connectTimeoutMs,
    })
    pool.on('error', (error) => log('store.connectionLost', { message: error.message }))
    const prisma = new PrismaClient({
      adapter: new PrismaPg(pool, {
        statementNameGenerator: ({ sql }) => statementName(sql),
        disposeExternalPool: true,
      }),
    })
    const boss = openBoss(
      {
        connectionString: url,
        options: session,
        max: 4,
        connectionTimeoutMillis: connectTimeoutMs,
        migrate: false,
        createSchema: false,
      },
      log,
    )
    try {
      await assertSafeSession(prisma, isSingleRole)
      await boss.start()
      await warmQueues(boss)
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => {})
      await prisma.$disconnect()
      throw error
    }
    return openPrismaStore({
      engine: 'postgresql',
      prisma,
      transact: transactOnPool(pool),
      boss,
      clock,
      ids,
      log,
      release: async () => {},
    })
  } catch (error) {
    throw toOpenError(error)
  }
}

/** The user an address means, also when it names none and the environment or the operating system decides. */
function userOf(url: string): string | null {
  return new pg.Client({ connectionString: url }).user ?? null
}

/** Several processes may start at once: the first brings the database up, the others wait and find nothing to do. */
async function bringUp(adminUrl: string, appUser: string | null, log: Log): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, options: utc, connectionTimeoutMillis: connectTimeoutMs })
  client.on('error', (error) => log('store.connectionLost', { message: error.message }))
  await client.connect()
  try {
    const session: AdminSession = {
      query: async <Row>(sql: string, values?: unknown[]) => ({
        rows: (await client.query(sql, values)).rows as Row[],
      }),
      exec: (script) => client.query(script),
    }
    await session.query('SELECT pg_advisory_lock($1)', [migrationLockId])
    await applyMigrations(session)
    await createQueueTables(client, log)
    if (appUser !== null) await ensureAppRole(session, appUser)
  } finally {
    await client.end()
  }
}

async function createQueueTables(client: pg.Client, log: Log): Promise<void> {
  const boss = openBoss(
    {
      db: { executeSql: async (text, values) => joinResults(await client.query(text, values)) },
      useListenNotify: false,
      supervise: false,
    },
    log,
  )
  await boss.start()
  await createQueues(boss)
  await boss.stop({ graceful: false, close: false })
}

/** Several statements in one call give several results; pg-boss wants the rows of all. */
function joinResults(result: pg.QueryResult | pg.QueryResult[]): { rows: unknown[] } {
  return Array.isArray(result) ? { rows: result.flatMap((one) => one.rows) } : result
}

function toOpenError(error: unknown): unknown {
  if (isParleyError(error)) return error
  const state = sqlStateOf(error)
  const reason = error instanceof Error ? error.message : String(error)
  if (state !== null && /^(28|3D)/.test(state))
    return new ParleyError('notConfigured', `The database refuses DATABASE_URL: ${reason}.`, { cause: error })
  if (state === '42501')
    return new ParleyError(
      'notConfigured',
      `The database user may not set Parley up: ${reason}. Give it CREATE on the database and on the schema public, or set ` +
        'DATABASE_ADMIN_URL to a user who has it.',
      { cause: error },
    )
  return toParleyError(error, null)
}
