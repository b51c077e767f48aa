import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type KillRuns, openKillRuns } from './killRuns.ts'

// A sample; npm run kill draws many more, on PostgreSQL with two processes too.

describe('the process killed with -9', { timeout: 180_000 }, () => {
  let runs: KillRuns
  beforeAll(async () => {
    runs = await openKillRuns('pglite')
  }, 180_000)
  afterAll(() => runs.stop())

  it.each([
    ['before ack', 1],
    ['between provider answer and result row', 2],
    ['during first open', 3],
  ])('%s: loses no acknowledged command, does nothing twice, goes on after the next start', async (group, seed) => {
    const report = await runs.run(seed, group)
    expect(report).toMatchObject({ isKilled: true, trouble: null, lost: [], doubled: [] })
    expect(report.acknowledgedCount).toBeGreaterThanOrEqual(10)
  })
})
