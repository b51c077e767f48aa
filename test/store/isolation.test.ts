import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { describe, expect, it } from 'vitest'
import type { TableName } from '../../src/store/port.ts'
import { openPgliteStore } from '../../src/store/prisma/openPglite.ts'
import { tableNames } from '../../src/store/tables.ts'
import { findLeaks } from '../contract/isolation.ts'
import { openSnapshot, openTestClock, openTestIds, openTestStore } from '../fakes/testStore.ts'

const withoutPolicy = ['tenants', 'link_index', 'chat_installations', '_prisma_migrations']
const inDatabase = (table: string) => table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The leaks of a database in which somebody has undone the protection of a table. */
async function findLeaksAfter(sabotage: string): Promise<TableName[]> {
  const database = await PGlite.create({ extensions: { btree_gist }, loadDataDir: await openSnapshot() })
  await database.exec(sabotage)
  const snapshot = await database.dumpDataDir('none')
  await database.close()
  const ids = openTestIds()
  const store = await openPgliteStore({ folder: null, snapshot, clock: openTestClock(), ids, log: () => {} })
  const leaks = await findLeaks(store, ids, await store.createTenant(), await store.createTenant())
  await store.close()
  return leaks
}

describe('tenant isolation in the database', () => {
  it('works at run time as a role that is no superuser, owns nothing and cannot bypass policies, in UTC', async () => {
    const { store } = await openTestStore()
    expect(await store.describe()).toEqual({ engine: 'pglite', role: 'parley_app', isPrivileged: false, zone: 'UTC' })
    await store.close()
  })

  it('has forced row-level security and one policy for reading and writing on every table but four', async () => {
    const database = await PGlite.create({ extensions: { btree_gist }, loadDataDir: await openSnapshot() })
    const { rows } = await database.query<{ name: string; isForced: boolean; policies: string[] }>(`
      SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS "isForced",
        ARRAY(SELECT concat_ws(' ', p.cmd, p.permissive, p.roles::text, p.qual = p.with_check) FROM pg_policies p
              WHERE p.schemaname = 'public' AND p.tablename = c.relname) AS policies
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`)
    const protectedTables = rows.filter((row) => row.isForced)
    for (const row of protectedTables) expect(row.policies, row.name).toEqual(['ALL PERMISSIVE {public} t'])
    expect(protectedTables.map((row) => row.name)).toEqual(tableNames.map(inDatabase).sort())
    expect(rows.filter((row) => !row.isForced).map((row) => row.name)).toEqual(withoutPolicy.sort())
    await database.close()
  })

  it('grants the role no update or delete of audit and tenants, and nothing of the migrations', async () => {
    const database = await PGlite.create({ extensions: { btree_gist }, loadDataDir: await openSnapshot() })
    await database.exec(`SET ROLE parley_app`)
    for (const sql of [
      `UPDATE audit SET action = 'x'`,
      'DELETE FROM audit',
      'TRUNCATE audit',
      'UPDATE tenants SET id = id',
      'DELETE FROM tenants',
      'SELECT * FROM _prisma_migrations',
      'ALTER TABLE members DISABLE ROW LEVEL SECURITY',
      'CREATE TABLE extra (id int)',
    ])
      await expect(database.query(sql), sql).rejects.toMatchObject({ code: '42501' })
    await database.close()
  })

  it('finds the table whose policy was dropped', async () => {
    expect(await findLeaksAfter('DROP POLICY own_tenant ON parties')).toEqual(['parties'])
  })

  it('finds the table whose row-level security was switched off', async () => {
    expect(await findLeaksAfter('ALTER TABLE thread_messages DISABLE ROW LEVEL SECURITY')).toEqual(['threadMessages'])
  })

  it('finds the table with a second, open policy', async () => {
    expect(await findLeaksAfter('CREATE POLICY open ON ats_candidates FOR SELECT USING (true)')).toEqual([
      'atsCandidates',
    ])
  })

  it('sees nothing and writes nothing without a tenant', async () => {
    const database = await PGlite.create({ extensions: { btree_gist }, loadDataDir: await openSnapshot() })
    const insert = `INSERT INTO stage_mappings (id, tenant_id, job_id) VALUES ('s', $1, 'j')`
    await database.query(`SELECT set_config('app.tenant', 't1', false)`)
    await database.exec('SET ROLE parley_app')
    await database.query(insert, ['t1'])
    for (const tenant of ['t2', '']) {
      await database.query(`SELECT set_config('app.tenant', $1, false)`, [tenant])
      expect((await database.query('SELECT * FROM stage_mappings')).rows).toEqual([])
      await expect(database.query(insert, ['t1'])).rejects.toMatchObject({ code: '42501' })
      await expect(database.query(insert, [''])).rejects.toMatchObject({ code: '42501' })
    }
    await database.close()
  })
})
