import type { AtsSystem } from './connector.ts'
import { greenhouse } from './connectors/greenhouse.ts'

/** Every system that Parley can be connected to. */
export const allSystems: readonly AtsSystem[] = [greenhouse]
