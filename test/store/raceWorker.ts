// One of two processes that want the same people at overlapping times. Takes jobs line by line on stdin, says how each ended.
import { createInterface } from 'node:readline'
import { isParleyError } from '../../src/domain/errors.ts'
import type { HoldId, RequestId, SessionId, TenantId } from '../../src/domain/ids.ts'
import { openPostgresStore } from '../../src/store/prisma/openPostgres.ts'
import { openTestClock, openTestIds } from '../fakes/testStore.ts'

export interface RaceJob {
  tenantId: string
  round: number
  requestId: string
  people: string[]
  startsAt: string
  endsAt: string
}
export interface RaceAnswer {
  round: number
  ended: 'won' | 'slotTaken' | 'failed'
  reason?: string
  /** Whose time was taken, when it was. */
  personKey?: string | null
  /** How often the database made the transaction start over, deadlocks among it. */
  rerunCount: number
}

const [url = ''] = process.argv.slice(2)
let rerunCount = 0
const store = await openPostgresStore({
  url,
  adminUrl: url,
  isSingleRole: false,
  clock: openTestClock(),
  ids: openTestIds(),
  log: (event) => {
    if (event === 'store.rerun') rerunCount += 1
  },
})
const answer = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

async function take(job: RaceJob): Promise<RaceAnswer> {
  rerunCount = 0
  const holds = job.people.map((personKey) => ({
    id: `hold_${job.requestId}_${personKey}` as HoldId,
    personKey,
    requestId: job.requestId as RequestId,
    sessionId: `session_${job.requestId}` as SessionId,
    startsAt: new Date(job.startsAt),
    endsAt: new Date(job.endsAt),
    state: 'held' as const,
  }))
  try {
    await store.inTenant(job.tenantId as TenantId, (tx) => tx.takeHolds(holds))
    return { round: job.round, ended: 'won', rerunCount }
  } catch (error) {
    if (isParleyError(error, 'slotTaken'))
      return { round: job.round, ended: 'slotTaken', personKey: error.personKey, rerunCount }
    return { round: job.round, ended: 'failed', reason: String(error), rerunCount }
  }
}

answer({ isReady: true })
for await (const line of createInterface({ input: process.stdin })) answer(await take(JSON.parse(line) as RaceJob))
await store.close()
