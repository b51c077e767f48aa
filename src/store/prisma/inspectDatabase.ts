import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { appRole } from './appRole.ts'
import { type AdminSession, planMigrations } from './migrate.ts'
import { lockFolder, openDatabase } from './openPglite.ts'

/** What somebody who looks after an installation wants to know of its database; looking changes nothing. */
export interface DatabaseFacts {
  /** The role the product works as; null when it is made by the next start. */
  role: string | null
  /** Is a superuser or has BYPASSRLS. */
  canBypass: boolean
  ownsTables: boolean
  canCreateRole: boolean
  /** Migrations the next start will apply. */
  missing: readonly string[]
  /** Its clock. */
  at: Date
}

const connectWithinMs = 5_000

const readRole = `
  SELECT rolname AS role, rolsuper OR rolbypassrls AS "canBypass",
    EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid AND c.relnamespace = 'public'::regnamespace) AS "ownsTables"
  FROM pg_roles r WHERE rolname = $1`

/** Throws what the server or the migrations say: an error of pg, or `notConfigured` with a sentence. */
export async function inspectPostgres(place: {
  url: string
  adminUrl: string
  isSingleRole: boolean
}): Promise<DatabaseFacts> {
  const missing = await withClient(place.adminUrl, async (client) => {
    const session: AdminSession = {
      query: async <Row>(sql: string, values?: unknown[]) => ({
        rows: (await client.query(sql, values)).rows as Row[],
      }),
      exec: (script) => client.query(script),
    }
    return (await planMigrations(session)).missing.map(({ name }) => name)
  })
  return withClient(place.url, async (client) => {
    const { rows: own } = await client.query<{ user: string; canCreateRole: boolean; at: Date }>(
      `SELECT current_user::text AS user, rolcreaterole OR rolsuper AS "canCreateRole", clock_timestamp() AS at
       FROM pg_roles WHERE rolname = current_user`,
    )
    const [session] = own
    if (!session) throw new Error('the session has no role')
    const { rows } = await client.query<Pick<DatabaseFacts, 'role' | 'canBypass' | 'ownsTables'>>(readRole, [
      place.isSingleRole ? session.user : appRole,
    ])
    const role = rows[0] ?? { role: null, canBypass: false, ownsTables: false }
    return { ...role, canCreateRole: session.canCreateRole, missing, at: session.at }
  })
}

/** Null when there is no database in the folder yet. Throws `notConfigured` when a running Parley has the folder. */
export async function inspectPglite(folder: string): Promise<DatabaseFacts | null> {
  if (!existsSync(join(folder, 'database'))) return null
  const unlock = lockFolder(folder)
  try {
    const database = await openDatabase(folder)
    try {
      const session: AdminSession = {
        query: async <Row>(sql: string, values?: unknown[]) => database.query<Row>(sql, values),
        exec: (script) => database.exec(script),
      }
      const { missing } = await planMigrations(session)
      const { rows } = await database.query<Pick<DatabaseFacts, 'role' | 'canBypass' | 'ownsTables'>>(readRole, [
        appRole,
      ])
      const { rows: clocks } = await database.query<{ at: Date }>('SELECT clock_timestamp() AS at')
      const role = rows[0] ?? { role: null, canBypass: false, ownsTables: false }
      return {
        ...role,
        canCreateRole: true,
        missing: missing.map(({ name }) => name),
        at: clocks[0]?.at ?? new Date(Number.NaN),
      }
    } finally {
      await database.close()
    }
  } finally {
    unlock()
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectWithinMs })
  client.on('error', () => {
    // The query under way fails with it.
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
