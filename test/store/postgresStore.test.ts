import { readdirSync } from 'node:fs'
import pg from 'pg'
import { expect, it } from 'vitest'
import { openPostgresStore } from '../../src/store/prisma/openPostgres.ts'
import { findLeaks } from '../contract/isolation.ts'
import { sampleRow } from '../contract/sampleRow.ts'
import { storeContract } from '../contract/storeContract.ts'
import { describeOnPostgres, startPostgres } from '../fakes/postgres.ts'
import { openTestClock, openTestIds } from '../fakes/testStore.ts'

describeOnPostgres('PostgreSQL', (postgres) => {
  const open = (
    url: string,
    given: { adminUrl?: string; isSingleRole?: boolean; ids?: ReturnType<typeof openTestIds> } = {},
  ) =>
    openPostgresStore({
      url,
      adminUrl: given.adminUrl ?? url,
      isSingleRole: given.isSingleRole ?? false,
      clock: openTestClock(),
      ids: given.ids ?? openTestIds(),
      log: () => {},
    })
  const query = async (url: string, sql: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' })
    await client.connect()
    try {
      return (await client.query(sql, values)).rows
    } finally {
      await client.end()
    }
  }
  const withUser = (url: string, user: string) => Object.assign(new URL(url), { username: user }).href

  storeContract('the store on PostgreSQL', async () => {
    const ids = openTestIds()
    const clock = openTestClock()
    const url = await postgres().createDatabase()
    const store = await openPostgresStore({ url, adminUrl: url, isSingleRole: false, clock, ids, log: () => {} })
    return { store, clock, ids, tenantId: await store.createTenant() }
  })

  it('works as parley_app in UTC on a server that lives in New York', async () => {
    const url = await postgres().createDatabase()
    const ids = openTestIds()
    const store = await open(url, { ids })
    expect(await store.describe()).toEqual({
      engine: 'postgresql',
      role: 'parley_app',
      isPrivileged: false,
      zone: 'UTC',
    })
    const tenantId = await store.createTenant()
    const row = sampleRow('busyTimes', { ids, tenantId }, { startsAt: new Date('2027-03-28T01:30:00Z') })
    await store.inTenant(tenantId, (tx) => tx.insert('busyTimes', row))
    const asAdmin = withUser(url, 'postgres')
    expect(await query(asAdmin, 'SELECT starts_at FROM busy_times')).toEqual([{ starts_at: row.startsAt }])
    const sessions = await query(
      asAdmin,
      `SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = current_database()`,
    )
    expect(sessions).toContainEqual({ usename: new URL(url).username })
    await store.close()
  })

  it('brings one database up once when 4 processes start together', async () => {
    const url = await postgres().createDatabase()
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(url)))
    const names = await query(url, 'SELECT migration_name, applied_steps_count FROM _prisma_migrations ORDER BY 1')
    const folders = readdirSync(new URL('../../prisma/migrations/', import.meta.url)).filter((name) => /^\d/.test(name))
    expect(names).toEqual(folders.sort().map((name) => ({ migration_name: name, applied_steps_count: 1 })))
    await Promise.all(stores.map((store) => store.close()))
  })

  it('says which SQL an administrator must run when the user may not create the role', async () => {
    const url = await postgres().createDatabase()
    const user = new URL(url).username
    const asAdmin = withUser(url, 'postgres')
    const had = await query(asAdmin, `SELECT 1 FROM pg_roles WHERE rolname = 'parley_app'`)
    await query(asAdmin, `ALTER ROLE ${user} NOCREATEROLE`)
    await expect(open(url)).rejects.toMatchObject({
      code: 'notConfigured',
      message: expect.stringContaining(`GRANT parley_app TO "${user}"`),
    })
    if (had.length === 0) await query(asAdmin, 'CREATE ROLE parley_app NOLOGIN')
    await query(asAdmin, `GRANT parley_app TO "${user}"`)
    const store = await open(url)
    expect(await store.describe()).toMatchObject({ role: 'parley_app', isPrivileged: false })
    await store.close()
  })

  it('runs as a second user when an administrator’s address is given, who owns the tables', async () => {
    const adminUrl = await postgres().createDatabase()
    const owner = new URL(adminUrl).username
    await query(withUser(adminUrl, 'postgres'), `CREATE ROLE ${owner}_app LOGIN`)
    const store = await open(withUser(adminUrl, `${owner}_app`), { adminUrl })
    expect(await store.describe()).toMatchObject({ role: 'parley_app', isPrivileged: false })
    await store.close()
  })

  it('keeps tenants apart by forced policies in single-role mode, and refuses a superuser there', async () => {
    const url = await postgres().createDatabase()
    const ids = openTestIds()
    const store = await open(url, { isSingleRole: true, ids })
    expect(await store.describe()).toMatchObject({ role: new URL(url).username, isPrivileged: true })
    expect(await findLeaks(store, ids, await store.createTenant(), await store.createTenant())).toEqual([])
    await store.close()
    await expect(open(withUser(url, 'postgres'), { isSingleRole: true })).rejects.toMatchObject({
      code: 'notConfigured',
    })
  })

  it('refuses an address whose options would put sessions back into another role and zone', async () => {
    const url = await postgres().createDatabase()
    const twisted = `${url}?options=${encodeURIComponent('-c TimeZone=Asia/Tokyo')}`
    await expect(open(twisted, { adminUrl: url })).rejects.toMatchObject({ code: 'notConfigured' })
  })

  it('runs both of two transactions that deadlock', async () => {
    const url = await postgres().createDatabase()
    const ids = openTestIds()
    const store = await open(url, { ids })
    const tenantId = await store.createTenant()
    const rows = [1, 2].map((ordinal) => sampleRow('seats', { ids, tenantId }, { ordinal }))
    await store.inTenant(tenantId, (tx) => tx.insertMany('seats', rows))
    let arrivedCount = 0
    let openGate = () => {}
    const gate = new Promise<void>((resolve) => {
      openGate = resolve
    })
    const runs = [0, 0]
    const cross = (which: 0 | 1) =>
      store.inTenant(tenantId, async (tx) => {
        runs[which] = (runs[which] ?? 0) + 1
        const [first, second] = which === 0 ? rows : [...rows].reverse()
        const mark = (id: string) => tx.update('seats', id, { ordinal: 10 + which })
        await mark(first?.id ?? '')
        arrivedCount += 1
        if (arrivedCount === 2) openGate()
        await gate
        await mark(second?.id ?? '')
      })
    await Promise.all([cross(0), cross(1)])
    expect(runs.reduce((a, b) => a + b)).toBeGreaterThan(2)
    // Both ran whole, one after the other: the later one's mark stands on both rows.
    const seats = await store.inTenant(tenantId, (tx) => tx.find('seats'))
    expect(new Set(seats.map((seat) => seat.ordinal)).size).toBe(1)
    await store.close()
  })

  it('hands one row to one of two processes’ workers at a time per wake-up', async () => {
    const url = await postgres().createDatabase()
    const ids = openTestIds()
    const stores = [await open(url, { ids }), await open(url, { ids })] as const
    const tenantId = await stores[0].createTenant()
    const seen: string[] = []
    const stops = await Promise.all(
      stores.map((store) =>
        store.startWork({
          inbound: async () => {},
          effect: async (tenant, id) => {
            await store.inTenant(tenant, (tx) => tx.update('effects', id, { state: 'done' }))
            seen.push(id)
          },
        }),
      ),
    )
    const effects = Array.from({ length: 60 }, () =>
      sampleRow('effects', { ids, tenantId }, { state: 'owed', nextAttemptAt: openTestClock().now() }),
    )
    await stores[0].inTenant(tenantId, (tx) => tx.enqueue(effects))
    for (let tries = 0; tries < 400 && seen.length < 60; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect([...seen].sort()).toEqual(effects.map((effect) => effect.id).sort())
    await Promise.all(stops.map((stop) => stop()))
    await Promise.all(stores.map((store) => store.close()))
  })

  it('is unavailable, with a sentence, while the server cannot be reached', async () => {
    const url = new URL(await postgres().createDatabase())
    url.port = '1'
    await expect(open(url.href)).rejects.toMatchObject({ code: 'unavailable', retry: 'later' })
    url.port = new URL(postgres().url).port
    url.pathname = '/nowhere'
    await expect(open(url.href)).rejects.toMatchObject({ code: 'notConfigured' })
  })

  it('is unavailable when the server goes away while Parley runs, and can still be closed', async () => {
    const shortLived = await startPostgres()
    const url = await shortLived.createDatabase()
    const store = await open(url)
    const tenantId = await store.createTenant()
    await shortLived.stop()
    const refused = { code: 'unavailable', retry: 'later' }
    await expect(store.inTenant(tenantId, (tx) => tx.count('members'))).rejects.toMatchObject(refused)
    await expect(store.listTenants()).rejects.toMatchObject(refused)
    await store.close()
  })
})
