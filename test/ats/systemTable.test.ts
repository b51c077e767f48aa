import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { systemTable } from '../../scripts/atsTable.ts'
import { allSystems } from '../../src/ats/systems.ts'
import { atsSystemIds } from '../../src/domain/connection.ts'

test('README tells of each of the 17 systems what its connector says of itself', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(systemTable())
})

test('all 17 systems can be connected, each under a name of its own', () => {
  expect(allSystems.map(({ id }) => id).sort()).toEqual([...atsSystemIds].sort())
  expect(new Set(allSystems.map(({ name }) => name)).size).toBe(17)
})
