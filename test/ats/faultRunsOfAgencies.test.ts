import { isForAgencies, testedSystems } from '../fakes/ats/systems.ts'
import { describeFaultRuns } from './describeFaultRuns.ts'

describeFaultRuns(testedSystems.filter((tested) => isForAgencies(tested)))
