import type { AtsSystem } from './connector.ts'
import { ashby } from './connectors/ashby.ts'
import { bamboohr } from './connectors/bamboohr.ts'
import { breezyhr } from './connectors/breezyhr.ts'
import { crelate } from './connectors/crelate.ts'
import { freshteam } from './connectors/freshteam.ts'
import { greenhouse } from './connectors/greenhouse.ts'
import { icims } from './connectors/icims.ts'
import { jobvite } from './connectors/jobvite.ts'
import { lever } from './connectors/lever.ts'
import { loxo } from './connectors/loxo.ts'
import { recruitcrm } from './connectors/recruitcrm.ts'
import { recruiterflow } from './connectors/recruiterflow.ts'
import { smartrecruiters } from './connectors/smartrecruiters.ts'
import { unified } from './connectors/unified.ts'
import { workable } from './connectors/workable.ts'
import { workday } from './connectors/workday.ts'
import { zohoRecruit } from './connectors/zohoRecruit.ts'

/** Every system that Parley can be connected to. */
export const allSystems: readonly AtsSystem[] = [
  ashby,
  bamboohr,
  breezyhr,
  crelate,
  freshteam,
  greenhouse,
  icims,
  jobvite,
  lever,
  loxo,
  recruitcrm,
  recruiterflow,
  smartrecruiters,
  unified,
  workable,
  workday,
  zohoRecruit,
]
