import type { AtsSystem } from './connector.ts'
import { ashby } from './connectors/ashby.ts'
import { bamboohr } from './connectors/bamboohr.ts'
import { breezyhr } from './connectors/breezyhr.ts'
import { crelate } from './connectors/crelate.ts'
import { greenhouse } from './connectors/greenhouse.ts'
import { lever } from './connectors/lever.ts'
import { loxo } from './connectors/loxo.ts'
import { recruitcrm } from './connectors/recruitcrm.ts'
import { unified } from './connectors/unified.ts'
import { workable } from './connectors/workable.ts'
import { zohoRecruit } from './connectors/zohoRecruit.ts'

/** Every system that Parley can be connected to. */
export const allSystems: readonly AtsSystem[] = [
  ashby,
  bamboohr,
  breezyhr,
  crelate,
  greenhouse,
  lever,
  loxo,
  recruitcrm,
  unified,
  workable,
  zohoRecruit,
]
