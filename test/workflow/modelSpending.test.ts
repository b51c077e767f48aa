import { describe, expect, it } from 'vitest'
import type { TenantId } from '../../src/domain/ids.ts'
import type { Store } from '../../src/store/port.ts'
import { openPostgresStore } from '../../src/store/prisma/openPostgres.ts'
import { reservedTokens, reserveTokens, settleTokens } from '../../src/workflow/modelSpending.ts'
import { describeOnPostgres } from '../fakes/postgres.ts'
import { openMemoryTestStore, openTestClock, openTestIds, openTestStore } from '../fakes/testStore.ts'

const clock = openTestClock()
const ids = openTestIds()

/** 20 calls at once, in turn from each of the processes, with room for 5. */
async function reserveAtOnce(stores: readonly Store[], tenantId: TenantId) {
  const from = (index: number) => ({ store: stores[index % stores.length]!, clock, ids })
  const granted = await Promise.all(
    Array.from({ length: 20 }, (_, index) => reserveTokens(from(index), tenantId, 5 * reservedTokens, null)),
  )
  const held = granted.filter((reservation) => reservation !== null)
  await Promise.all(held.map((reservation, index) => settleTokens(from(index), tenantId, reservation, 460)))
  const spends = await stores[0]!.inTenant(tenantId, (tx) => tx.find('modelSpends'))
  return { heldCount: held.length, spends }
}
const fiveOfThem = { heldCount: 5, spends: [{ spentOn: '2027-03-01', tokens: 5 * 460, callCount: 5 }] }

describe("the day's tokens", () => {
  it.each([
    ['in memory', openMemoryTestStore],
    ['on the embedded database', openTestStore],
  ])('are not overspent by 20 calls at the same moment, %s: room for 5 lets 5 through', async (_name, open) => {
    const { store, tenantId } = await open()
    expect(await reserveAtOnce([store], tenantId)).toMatchObject(fiveOfThem)
    await store.close()
  })
})

describeOnPostgres("the day's tokens on PostgreSQL", (postgres) => {
  it('are not overspent by 20 calls of two processes at the same moment: room for 5 lets 5 through', async () => {
    const url = await postgres().createDatabase()
    const open = () => openPostgresStore({ url, adminUrl: url, isSingleRole: false, clock, ids, log: () => {} })
    const stores = [await open(), await open()]
    const tenantId = await stores[0]!.createTenant()
    expect(await reserveAtOnce(stores, tenantId)).toMatchObject(fiveOfThem)
    for (const store of stores) await store.close()
  })
})
