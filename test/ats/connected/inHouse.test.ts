import { describeAts } from '../../contract/atsContract.ts'
import { traitsOf } from '../../contract/atsTraits.ts'
import { openConnectedAts } from '../../contract/connectedAts.ts'
import { isForAgencies, testedSystems } from '../../fakes/ats/systems.ts'

// Systems that a company uses for itself.
for (const tested of testedSystems.filter((one) => !isForAgencies(one)))
  describeAts(tested.title, () => openConnectedAts(tested), traitsOf(tested))
