import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ParleyError } from '../../domain/errors.ts'

/** One database session that may change the schema. `exec` runs several statements, all or none. */
export interface AdminSession {
  query<Row>(sql: string, values?: unknown[]): Promise<{ rows: Row[] }>
  exec(script: string): Promise<unknown>
}

/** The advisory lock Prisma's own migrate command takes, so that the two never run at once. */
export const migrationLockId = 72_707_369
const defaultFolder = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

const createBook = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * Applies the migrations the database does not have yet and writes them into `_prisma_migrations` as Prisma does. The caller
 * holds the advisory lock where several processes may start at once. Throws `notConfigured` when one failed earlier, was
 * edited after it had been applied, or is not known to this version.
 * @returns names of the migrations applied now
 */
export async function applyMigrations(session: AdminSession, folder = defaultFolder): Promise<string[]> {
  const { isNew, missing } = await planMigrations(session, folder)
  if (isNew && missing.length > 0) await session.exec(createBook)
  for (const { name, sql, checksum } of missing) await applyOne(session, name, sql, checksum)
  return missing.map(({ name }) => name)
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

/** What is still to be applied; changes nothing. Throws as `applyMigrations` does. */
export async function planMigrations(
  session: AdminSession,
  folder = defaultFolder,
): Promise<{ isNew: boolean; missing: readonly Migration[] }> {
  const known = await readApplied(session)
  const own = listMigrations(folder)
  const newer = [...(known?.keys() ?? [])].find((name) => !own.includes(name))
  if (newer)
    throw new ParleyError(
      'notConfigured',
      `This database was brought up by a newer Parley (migration ${newer}). Start that version, or restore a backup made before it.`,
    )
  const missing: Migration[] = []
  for (const name of own) {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
    const checksum = createHash('sha256').update(sql).digest('hex')
    const before = known?.get(name)
    if (before === checksum) continue
    if (before !== undefined)
      throw new ParleyError(
        'notConfigured',
        `The migration ${name} was changed after this database had been brought up with it. Start the Parley version that ` +
          'belongs to this database, or restore the migration.',
      )
    missing.push({ name, sql, checksum })
  }
  return { isNew: known === null, missing }
}

function listMigrations(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
}

async function readApplied(session: AdminSession): Promise<Map<string, string> | null> {
  const { rows: books } = await session.query<{ book: string | null }>(
    `SELECT to_regclass('_prisma_migrations')::text AS book`,
  )
  if (!books[0]?.book) return null
  const { rows } = await session.query<{ name: string; checksum: string; is_finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS is_finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  const failed = rows.find((row) => !row.is_finished)
  if (failed)
    throw new ParleyError(
      'notConfigured',
      `The migration ${failed.name} failed earlier. Its reason is in the logs column of _prisma_migrations; when it is ` +
        'repaired, set rolled_back_at of that row and start Parley again.',
    )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

/** The migration and its row in one transaction: a process that dies in the middle leaves neither behind. */
async function applyOne(session: AdminSession, name: string, sql: string, checksum: string): Promise<void> {
  const row = [randomUUID(), checksum, name]
  await session.exec('BEGIN')
  try {
    await session.exec(sql)
    await session.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      row,
    )
    await session.exec('COMMIT')
  } catch (error) {
    await session.exec('ROLLBACK')
    await session.query('INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ($1, $2, $3, $4)', [
      ...row,
      String(error),
    ])
    throw error
  }
}
