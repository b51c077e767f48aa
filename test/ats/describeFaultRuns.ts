import { expect, test } from 'vitest'
import type { TestedSystem } from '../fakes/ats/systems.ts'
import { runLife } from './faultRun.ts'

/** Lives of each connection; the long form of `npm run soak` lives 50. */
const seedCount = Number(process.env.PARLEY_FAULT_SEEDS ?? 10)

export function describeFaultRuns(systems: readonly TestedSystem[]): void {
  test.each(systems)(
    `$title: ${seedCount} lives with its faults end with nothing twice, lost, removed or untold`,
    async (tested) => {
      const problems: string[] = []
      let doneCount = 0
      let faultCount = 0
      for (let seed = 1; seed <= seedCount; seed++) {
        const lived = await runLife(tested, seed)
        doneCount += lived.doneCount
        faultCount += lived.faultCount
        problems.push(...lived.problems.map((problem) => `seed ${seed}: ${problem}`))
      }
      expect(problems).toEqual([])
      // Lives in which something happened.
      expect(doneCount).toBeGreaterThan(2 * seedCount)
      expect(faultCount).toBeGreaterThan(seedCount)
    },
    30_000 + seedCount * 5_000,
  )
}
