import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { fromPglite } from 'pg-boss'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { Clock } from '../../domain/clock.ts'
import { ParleyError } from '../../domain/errors.ts'
import type { Ids } from '../../domain/ids.ts'
import { PrismaClient } from '../../generated/prisma/client.ts'
import type { Store } from '../port.ts'
import { appRole, ensureAppRole } from './appRole.ts'
import { createQueues, openBoss, warmQueues } from './jobs.ts'
import { applyMigrations } from './migrate.ts'
import { assertSafeSession, type Log, openPrismaStore } from './prismaStore.ts'
import { transactOnPglite } from './sqlTransaction.ts'

/**
 * Opens the embedded database in `folder` and brings it up to date. Throws `notConfigured` when the folder is in use by
 * another process or cannot be written. `folder` null keeps everything in memory; `snapshot` is a dump of a migrated
 * database to start that from.
 */
export async function openPgliteStore(options: {
  folder: string | null
  clock: Clock
  ids: Ids
  log: Log
  snapshot?: Blob
}): Promise<Store> {
  const { folder, clock, ids, log, snapshot } = options
  const unlock = folder === null ? () => {} : lockFolder(folder)
  try {
    const database = await openDatabase(folder, snapshot)
    try {
      return await openOver(database, { clock, ids, log, unlock })
    } catch (error) {
      await database.close()
      throw error
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** A new migrated database with its queues, as a dump to start others from quickly. */
export async function dumpMigratedDatabase(): Promise<Blob> {
  const database = await openDatabase(null)
  const boss = await bringUp(database, () => {})
  await boss.stop({ graceful: false })
  const dump = await database.dumpDataDir('none')
  await database.close()
  return dump
}

export function openDatabase(folder: string | null, snapshot?: Blob): Promise<PGlite> {
  return PGlite.create({
    dataDir: folder === null ? 'memory://' : join(folder, 'database'),
    extensions: { btree_gist },
    // The default of 128 MB would be memory of this process.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB'],
    ...(snapshot ? { loadDataDir: snapshot } : {}),
  })
}

/** PGlite's only user is a superuser; what needs one happens here, before the session takes the app's role. */
async function bringUp(database: PGlite, log: Log) {
  const session = {
    query: async <Row>(sql: string, values?: unknown[]) => database.query<Row>(sql, values),
    exec: (script: string) => database.exec(script),
  }
  await applyMigrations(session)
  const boss = openBoss({ db: fromPglite(database), backend: 'pglite' }, log)
  await boss.start()
  await createQueues(boss)
  await ensureAppRole(session, 'postgres')
  return boss
}

async function openOver(
  database: PGlite,
  { clock, ids, log, unlock }: { clock: Clock; ids: Ids; log: Log; unlock: () => void },
): Promise<Store> {
  const boss = await bringUp(database, log)
  await database.exec(`SET TIME ZONE 'UTC'; SET ROLE ${appRole}`)
  await warmQueues(boss)
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(database) })
  await assertSafeSession(prisma, false)
  return openPrismaStore({
    engine: 'pglite',
    prisma,
    transact: transactOnPglite(database),
    boss,
    clock,
    ids,
    log,
    release: async () => {
      await database.close()
      unlock()
    },
  })
}

/**
 * Two processes on one PGlite folder lose data silently, and PGlite does not lock. An exclusive SQLite transaction is a lock
 * that the kernel gives back when the process dies, whatever way.
 */
export function lockFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  } catch (error) {
    throw new ParleyError(
      'notConfigured',
      `Parley cannot write its data folder ${folder}. Set PARLEY_DATA to one it can write.`,
      {
        cause: error,
      },
    )
  }
  let lock: DatabaseSync | null = null
  try {
    lock = new DatabaseSync(join(folder, 'parley.lock'))
    lock.exec('PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    throw new ParleyError(
      'notConfigured',
      `The data folder ${folder} is in use by another Parley. Stop that one, or set PARLEY_DATA to another folder.`,
      { cause: error },
    )
  }
  const held = lock
  return () => held.close()
}
