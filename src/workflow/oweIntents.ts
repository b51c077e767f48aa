import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'

/** In which conversation something is still to be answered, and which line of the member it belongs to. */
export interface Said {
  threadId: unknown
  memberId: unknown
  lineId?: unknown
}

/**
 * Owes the answer to what a member wants, durably, in the caller's transaction; handled in their order after it. `key` keeps a
 * repeated event from owing it twice.
 */
export async function oweIntents(
  tx: Tx,
  deps: Pick<Deps, 'ids' | 'clock'>,
  { threadId, memberId, lineId = null }: Said,
  key: string,
  intents: readonly Intent[],
): Promise<void> {
  if (intents.length === 0) return
  await tx.receive({
    id: deps.ids.next('inbound'),
    source: 'parley',
    externalId: key,
    payload: { kind: 'further', threadId, memberId, lineId, intents },
    state: 'received',
    reason: null,
    attempts: 0,
    receivedAt: deps.clock.now(),
    handledAt: null,
  })
}
