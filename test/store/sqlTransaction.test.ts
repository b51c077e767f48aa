import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import type { TenantId } from '../../src/domain/ids.ts'
import { type Transact, transactOnPglite, transactOnPool } from '../../src/store/prisma/sqlTransaction.ts'
import { describeOnPostgres } from '../fakes/postgres.ts'
import { openSnapshot } from '../fakes/testStore.ts'

const tenantId = `tenant_o'hara\\` as TenantId
const soon = 100
const givenUp = { code: 'unavailable', cause: { message: `a transaction took longer than ${soon} ms` } }
const never = () => new Promise<never>(() => {})
const insert = (transact: Transact, name: string) =>
  transact(tenantId, (transaction) => transaction.run('INSERT INTO kept (name) VALUES ($1)', [name]))
const namesOf = (transact: Transact) =>
  transact(tenantId, async ({ run }) =>
    (await run<{ name: string }>('SELECT name FROM kept ORDER BY name', [])).rows.map(({ name }) => name),
  )
const tenantOf = (transact: Transact) =>
  transact(tenantId, async ({ run }) => (await run(`SELECT current_setting('app.tenant') AS tenant`, [])).rows)

async function expectTransactions(transact: Transact): Promise<void> {
  expect(await tenantOf(transact)).toEqual([{ tenant: tenantId }])
  expect(await insert(transact, 'a')).toEqual({ rows: [], count: 1 })
  const broken = transact(tenantId, async ({ run }) => {
    await run('INSERT INTO kept (name) VALUES ($1)', ['b'])
    throw new Error('changed my mind')
  })
  await expect(broken).rejects.toThrow('changed my mind')
  const caught = transact(tenantId, async ({ run }) => {
    await run('INSERT INTO kept (name) VALUES ($1)', ['c'])
    await run('SELECT 1 / 0', []).catch(() => {})
  })
  await caught.catch(() => {})
  expect(await namesOf(transact)).toEqual(['a'])
}

async function expectGivenUp(transact: Transact): Promise<void> {
  const stuck = transact(tenantId, async ({ run }) => {
    await run('INSERT INTO kept (name) VALUES ($1)', ['d'])
    await never()
  })
  await expect(stuck).rejects.toMatchObject(givenUp)
  expect(await namesOf(transact)).toEqual(['a'])
}

describe('a transaction on the embedded database', () => {
  it('knows its tenant whatever the name, is kept when it ends well only, and is given up when it takes too long', async () => {
    const database = await PGlite.create({ extensions: { btree_gist }, loadDataDir: await openSnapshot() })
    await database.exec('CREATE TABLE kept (name text)')
    const transact = transactOnPglite(database, soon)
    await expectTransactions(transactOnPglite(database))
    await expectGivenUp(transact)
    await database.close()
  })
})

describeOnPostgres('a transaction on PostgreSQL', (postgres) => {
  const withPool = async (work: (pool: pg.Pool) => Promise<void>) => {
    const pool = new pg.Pool({ connectionString: await postgres().createDatabase(), max: 1 })
    pool.on('error', () => {})
    try {
      await pool.query('CREATE TABLE kept (name text)')
      await work(pool)
    } finally {
      await pool.end()
    }
  }

  it('knows its tenant whatever the name, and is kept when it ends well only', () =>
    withPool((pool) => expectTransactions(transactOnPool(pool))))

  it('is given up when it takes too long, asleep in the server or here, and the one session is free for the next', () =>
    withPool(async (pool) => {
      await insert(transactOnPool(pool), 'a')
      await expectGivenUp(transactOnPool(pool, soon))
      const asleep = transactOnPool(pool, soon)(tenantId, ({ run }) => run('SELECT pg_sleep(60)', []))
      await expect(asleep).rejects.toMatchObject(givenUp)
      expect(await namesOf(transactOnPool(pool))).toEqual(['a'])
    }))

  it('whose session is ended by the server fails alone: the process goes on with another session', () =>
    withPool(async (pool) => {
      const transact = transactOnPool(pool)
      const ended = transact(tenantId, ({ run }) => run('SELECT pg_terminate_backend(pg_backend_pid())', []))
      await expect(ended).rejects.toThrow()
      expect(await tenantOf(transact)).toEqual([{ tenant: tenantId }])
    }))
})
