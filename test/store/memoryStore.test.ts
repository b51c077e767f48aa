import { describe, expect, it } from 'vitest'
import { sampleRow } from '../contract/sampleRow.ts'
import { storeContract } from '../contract/storeContract.ts'
import { openMemoryTestStore } from '../fakes/testStore.ts'

storeContract('the store in memory', async () => {
  const opened = await openMemoryTestStore()
  // Handlers of the contract wait for real milliseconds, so let some pass with each step of the clock.
  const wait = async (ms: number) => {
    await opened.pass(ms)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { ...opened, wait }
})

describe('the store in memory on a simulated clock', () => {
  it('wakes an effect at its very instant and sweeps every 60 seconds', async () => {
    const { store, clock, ids, tenantId, pass } = await openMemoryTestStore()
    const startsAt = clock.now().getTime()
    const seen: string[] = []
    const stop = await store.startWork({
      effect: async () => void seen.push(`effect after ${(clock.now().getTime() - startsAt) / 1_000} s`),
      inbound: async () => {},
    })
    const owed = sampleRow('effects', { ids, tenantId }, { state: 'owed', nextAttemptAt: new Date(startsAt + 20_000) })
    await store.inTenant(tenantId, (tx) => tx.enqueue([owed]))
    await pass(19_999)
    expect(seen).toEqual([])
    await pass(1)
    expect(seen).toEqual(['effect after 20 s'])
    await pass(100_000)
    expect(seen).toEqual(['effect after 20 s', 'effect after 60 s', 'effect after 120 s'])
    await stop()
    await pass(600_000)
    expect(seen).toHaveLength(3)
  })
})
