import type { InboundId, TenantId } from '../domain/ids.ts'
import type { ModelReading } from '../intents/modelPort.ts'
import type { Deps } from './deps.ts'
import type { Shelf } from './modelDesk.ts'
import { reserveTokens, settleTokens } from './modelSpending.ts'
import type { Conversation } from './scheduleWish.ts'

type Asking = Pick<Deps, 'store' | 'clock' | 'ids' | 'model' | 'log'>

export interface ModelTask<Value, Held> {
  tenantId: TenantId
  /** The inbox row the reading is for; it is woken when the reading has come. */
  inboundId: InboundId
  /** Told once a day when the tokens are used up; null tells nobody. */
  talk: Conversation | null
  shelf: Shelf<Held>
  ask: () => Promise<ModelReading<Value>>
  hold: (reading: ModelReading<Value>) => Held
}

/**
 * Begins to ask a model for one inbox row, within the day's tokens; nobody waits for it.
 * @returns false when nobody can be asked now
 */
export async function beginAsking<Value, Held>(deps: Asking, task: ModelTask<Value, Held>): Promise<boolean> {
  const { model } = deps
  if (!model) return false
  try {
    const reservation = await reserveTokens(deps, task.tenantId, model.dailyTokens, task.talk)
    if (!reservation) return false
    const work = async () => {
      const reading = await task.ask()
      await settleTokens(deps, task.tenantId, reservation, reading.usedTokens).catch((error) =>
        deps.log('model.notSettled', { error: String(error) }),
      )
      return task.hold(reading)
    }
    const otherwise = task.hold({ kind: 'failed', reason: 'trouble', usedTokens: null })
    task.shelf.begin(task.inboundId, work, otherwise, () => wake(deps, task.tenantId, task.inboundId))
    return true
  } catch (error) {
    deps.log('model.notAsked', { error: String(error) })
    return false
  }
}

/** Should this fail, the sweep finds the row after half a minute. */
async function wake(deps: Asking, tenantId: TenantId, inboundId: InboundId): Promise<void> {
  try {
    await deps.store.inTenant(tenantId, (tx) => tx.wakeInbound(inboundId, deps.clock.now()))
  } catch (error) {
    deps.log('model.notWoken', { error: String(error) })
  }
}
