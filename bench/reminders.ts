import type { Deps } from '../src/workflow/deps.ts'
import { remindSilent } from '../src/workflow/remindSilent.ts'
import { report, rounded } from './figures.ts'
import { openManyRequests } from './manyRequests.ts'

// One reminder pass over 20,000 open requests, 40,000 silent parties, on PostgreSQL: first with nothing due, as in most minutes,
// then with what falls due in a full one. Nothing is sent here: a pass writes what is owed, the workers do it.

const requestCount = Number(process.argv[2] ?? 20_000)
const dueCount = 100
const passCount = 5

const many = await openManyRequests(requestCount, true)
try {
  const { store, tenantId, clock, ids, idIn, original } = many
  const deps = { store, clock, ids, log: () => {} } as unknown as Deps
  const party = original.get('parties')?.find(({ role }) => role === 'candidate')
  if (!party) throw new Error('a candidate')
  const makeDue = (from: number) =>
    store.inTenant(tenantId, async (tx) => {
      for (let number = from; number < from + dueCount; number += 1)
        await tx.update('parties', idIn(party.id, number), { remindAt: new Date(clock.now().getTime() - 1_000) })
    })
  const measure = async () => {
    const startedAtMs = performance.now()
    const { sentCount } = await remindSilent(deps, tenantId)
    return { tookMs: rounded(performance.now() - startedAtMs), sentCount }
  }
  const heapMb = () => {
    globalThis.gc?.()
    return rounded(process.memoryUsage().heapUsed / 1_048_576)
  }
  await measure()
  const quietMs: number[] = []
  for (let pass = 0; pass < passCount; pass += 1) quietMs.push((await measure()).tookMs)
  const fullMs: number[] = []
  const heapMbAfter: number[] = []
  for (let pass = 0; pass < passCount; pass += 1) {
    await makeDue(pass * dueCount)
    const { tookMs, sentCount } = await measure()
    if (sentCount !== dueCount) throw new Error(`${sentCount} of ${dueCount} reminders were owed`)
    fullMs.push(tookMs)
    heapMbAfter.push(heapMb())
  }
  report('reminders', { fullMs, quietMs, aimMs: 2_000, openRequests: requestCount, duePerPass: dueCount, heapMbAfter })
} finally {
  await many.stop()
}
