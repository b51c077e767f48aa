import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Deps } from '../src/workflow/deps.ts'
import { remindSilent } from '../src/workflow/remindSilent.ts'
import { report, rounded } from './figures.ts'
import { openManyRequests } from './manyRequests.ts'

// One reminder pass over 20,000 open requests, 40,000 silent parties, on PostgreSQL: first with nothing due, as in most minutes,
// then with what falls due in a full one, then with a burst: 2,000 at the same moment, and 2,000 that an outage has made stale.
// Nothing is sent here: a pass writes what is owed, the workers do it.

const requestCount = Number(process.argv[2] ?? 20_000)
const dueCount = 100
const burstCount = Math.min(2_000, Math.floor(requestCount / 4))
const passCount = 5
const outageMs = 3_600_000

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const many = await openManyRequests(requestCount, true)
try {
  const { store, tenantId, clock, ids, idIn, original } = many
  const deps = { store, clock, ids, log: () => {} } as unknown as Deps
  const party = original.get('parties')?.find(({ role }) => role === 'candidate')
  if (!party) throw new Error('a candidate')
  const makeDue = (from: number, count: number, agoMs: number) =>
    store.inTenant(tenantId, async (tx) => {
      const remindAt = new Date(clock.now().getTime() - agoMs)
      for (let number = from; number < from + count; number += 1)
        await tx.update('parties', idIn(party.id, number), { remindAt })
    })
  const measure = async (sentCount: number, skippedCount: number) => {
    const startedAtMs = performance.now()
    const counts = await remindSilent(deps, tenantId)
    const tookMs = rounded(performance.now() - startedAtMs)
    if (counts.sentCount !== sentCount || counts.skippedCount !== skippedCount)
      throw new Error(`${JSON.stringify(counts)} instead of ${sentCount} sent, ${skippedCount} skipped`)
    return tookMs
  }
  const heapMb = () => {
    collectGarbage()
    return rounded(process.memoryUsage().heapUsed / 1_048_576)
  }
  await measure(0, 0)
  const quietMs: number[] = []
  for (let pass = 0; pass < passCount; pass += 1) quietMs.push(await measure(0, 0))
  const fullMs: number[] = []
  const heapMbAfter: number[] = [heapMb()]
  for (let pass = 0; pass < passCount; pass += 1) {
    await makeDue(pass * dueCount, dueCount, 1_000)
    fullMs.push(await measure(dueCount, 0))
    heapMbAfter.push(heapMb())
  }
  const untouchedFrom = passCount * dueCount
  await makeDue(untouchedFrom, burstCount, 1_000)
  const burstMs = await measure(burstCount, 0)
  heapMbAfter.push(heapMb())
  await makeDue(untouchedFrom + burstCount, burstCount, outageMs)
  const outagePassMs = await measure(0, burstCount)
  heapMbAfter.push(heapMb())
  report('reminders', {
    fullMs,
    aimMs: 2_000,
    quietMs,
    burstMs,
    outagePassMs,
    openRequests: requestCount,
    duePerPass: dueCount,
    dueInBurst: burstCount,
    heapMbAfter,
  })
} finally {
  await many.stop()
}
