import { describe, expect, it } from 'vitest'
import type { TenantId } from '../../src/domain/ids.ts'
import { connectAts } from '../../src/workflow/connectAts.ts'
import { syncInTurns } from '../../src/workflow/syncTurns.ts'
import { goodKey, openPaperAts } from '../fakes/paperAts.ts'
import { openMemoryTestStore } from '../fakes/testStore.ts'
import { addMember } from '../web/chatSamples.ts'

/** Tenants with one connection each, and so many pages to read. */
async function openTenants(pages: readonly number[]) {
  const fixture = await openMemoryTestStore()
  const { store, clock, ids } = fixture
  const { desk, systems } = openPaperAts(fixture)
  const deps = { store, clock, ids, log: () => {}, systems }
  const tenants: TenantId[] = []
  for (const [at, count] of pages.entries()) {
    const tenantId = at === 0 ? fixture.tenantId : await store.createTenant()
    const memberId = await addMember({ ...fixture, tenantId }, `Admin ${at}`, ['admin'])
    const apiKey = `${goodKey}-${at}`
    const fields = { company: 'acme', apiKey }
    const form = { system: 'greenhouse', name: 'Paper', fields, writes: 'off', scope: 'organisation' } as const
    await connectAts(deps, tenantId, memberId, null, form)
    desk.pagesLeft.set(apiKey, count)
    tenants.push(tenantId)
  }
  const stateOf = async (tenantId: TenantId) =>
    (await store.inTenant(tenantId, (tx) => tx.find('connections')))[0]?.state
  return { ...fixture, deps, desk, tenants, stateOf }
}

describe('the turns in which tenants are read', () => {
  it('go on until nobody has anything left', async () => {
    const { deps, desk, tenants, stateOf } = await openTenants([35, 1, 12])
    await syncInTurns(deps, () => false)
    expect(desk.reads.length).toBe(48)
    for (const tenantId of tenants) expect(await stateOf(tenantId)).toBe('connected')
  })

  it('give a tenant of one page its turn after 10 pages of one with 1,000', async () => {
    const { deps, desk } = await openTenants([1000, 1])
    let count = 0
    await syncInTurns(deps, () => count++ > 4)
    expect(desk.reads.indexOf(`${goodKey}-1`)).toBe(10)
  })

  it('reach who is connected while a long first reading is under way, within 15 seconds', async () => {
    const { deps, desk, clock, store, tenants } = await openTenants([1000, 1])
    const far = new Date(clock.now().getTime() + 20_000)
    await store.inTenant(tenants[1]!, async (tx) => {
      const [row] = await tx.find('connections')
      await tx.update('connections', row!.id, { nextSyncAt: far })
    })
    // Each portion takes a second.
    let count = 0
    await syncInTurns(deps, () => {
      clock.moveBy(1000)
      return count++ > 60
    })
    const turns = desk.reads.indexOf(`${goodKey}-1`) / 10
    expect(turns).toBeGreaterThan(0)
    expect(turns).toBeLessThanOrEqual(40)
  })

  it('end with the portion that is being read when Parley stops, and go on where they were', async () => {
    const { deps, desk, tenants, stateOf } = await openTenants([35])
    let isStopping = false
    const read = desk.reads.push.bind(desk.reads)
    desk.reads.push = (...given) => {
      isStopping = true
      return read(...given)
    }
    await syncInTurns(deps, () => isStopping)
    expect(desk.reads.length).toBe(10)
    await syncInTurns(deps, () => false)
    expect(desk.reads.length).toBe(35)
    expect(await stateOf(tenants[0]!)).toBe('connected')
  })

  it('do not end at a tenant whose reading fails', async () => {
    const { deps, tenants, stateOf } = await openTenants([1, 1])
    const { store } = deps
    const inTenant = store.inTenant.bind(store)
    const broken = {
      ...store,
      inTenant: <T>(tenantId: TenantId, work: Parameters<typeof inTenant<T>>[1]) =>
        tenantId === tenants[0] ? Promise.reject(new Error('no connection')) : inTenant(tenantId, work),
    }
    await syncInTurns({ ...deps, store: broken }, () => false)
    expect(await stateOf(tenants[0]!)).toBe('connecting')
    expect(await stateOf(tenants[1]!)).toBe('connected')
  })
})
