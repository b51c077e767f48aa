import { assertEffectTransition, type Effect, type EffectState } from '../domain/effect.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'

type EffectPatch = Partial<Omit<Effect, 'id' | 'tenantId' | 'state' | 'updatedAt'>>

/** Moves an effect along its table, compare-and-set on the state and attempts the caller has read. Throws `stale`. */
export function moveEffect(
  tx: Tx,
  deps: Pick<Deps, 'clock'>,
  effect: Effect,
  toState: EffectState,
  patch: EffectPatch = {},
): Promise<Effect> {
  assertEffectTransition(effect.state, toState)
  return tx.update(
    'effects',
    effect.id,
    { ...patch, state: toState, updatedAt: deps.clock.now() },
    { state: effect.state, attempts: effect.attempts },
  )
}
