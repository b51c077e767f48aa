import { expect, test } from 'vitest'
import { allSystems } from '../../../src/ats/systems.ts'
import { describeAts } from '../../contract/atsContract.ts'
import { traitsOf } from '../../contract/atsTraits.ts'
import { openConnectedAts } from '../../contract/connectedAts.ts'
import { isForAgencies, testedSystems } from '../../fakes/ats/systems.ts'

// Systems that agencies use, and Unified.to.
for (const tested of testedSystems.filter((one) => isForAgencies(one)))
  describeAts(tested.title, () => openConnectedAts(tested), traitsOf(tested))

test('the contract is kept by each of the 17 systems that Parley can be connected to', () => {
  expect(allSystems).toHaveLength(17)
  expect([...new Set(testedSystems.map(({ system }) => system.id))].sort()).toEqual(
    allSystems.map(({ id }) => id).sort(),
  )
})
