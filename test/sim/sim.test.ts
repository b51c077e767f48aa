import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { plantedBugs } from './bugs.ts'
import { memoryEngine } from './engines.ts'
import { runSeed } from './runSeed.ts'

// A sample for every change; `npm run sim` goes further.

const seedCount = Number(process.env.PARLEY_SIM_SEEDS ?? 100)

it(`keeps its promises through ${seedCount} seeded histories of presses, answers, outages and dying processes`, async () => {
  const violated: string[] = []
  const reached = { faults: 0, confirmed: 0, cancelled: 0 }
  for (let seed = 1; seed <= seedCount; seed++) {
    const { problems, facts } = await runSeed(seed, memoryEngine)
    for (const problem of problems) violated.push(`seed ${seed}: ${problem}`)
    reached.faults += facts.faults
    reached.confirmed += Number(facts.confirmed)
    reached.cancelled += Number(facts.cancelled)
  }
  expect(violated).toEqual([])
  // A history in which nothing happens proves nothing.
  expect(reached.faults).toBeGreaterThan(seedCount)
  expect(reached.confirmed).toBeGreaterThan(seedCount / 4)
  expect(reached.cancelled).toBeGreaterThan(seedCount / 10)
}, 600_000)

it('plays the same seed twice with the same history to the last mail', async () => {
  const histories = []
  for (let play = 1; play <= 2; play++)
    histories.push((await runSeed(11, memoryEngine, { keepsHistory: true })).history)
  expect(histories[0]?.length).toBeGreaterThan(10)
  expect(histories[1]).toEqual(histories[0])
})

it.each(["another party's link accepted", 'no look-up before create in the ATS'])(
  'notices within 200 seeds: %s',
  (name) => {
    const hunt = spawnSync(
      process.execPath,
      [
        '--import',
        new URL('./plant.ts', import.meta.url).href,
        fileURLToPath(new URL('./main.ts', import.meta.url)),
        '--bug',
        name,
      ],
      { env: { ...process.env, PARLEY_SIM_BUG: name }, encoding: 'utf8' },
    )
    expect(Number.parseInt(hunt.stdout, 10), hunt.stderr).toBeLessThanOrEqual(200)
  },
  120_000,
)

it('keeps at least 26 planted bugs of at most three lines each', () => {
  expect(plantedBugs.length).toBeGreaterThanOrEqual(26)
  for (const { name, patches } of plantedBugs) {
    const differing = patches.map(({ from, to }) => {
      const [before, after] = [from.split('\n'), to.split('\n')]
      const gone = before.filter((line) => !after.includes(line)).length
      const added = after.filter((line) => !before.includes(line)).length
      return Math.max(gone, added)
    })
    expect([name, differing.reduce((sum, count) => sum + count, 0) <= 3]).toEqual([name, true])
  }
})
