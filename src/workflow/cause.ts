import type { AuditEntry } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'

/** Who acts, through what. `claim` runs first inside the use case's transaction, so that one cause takes effect once. */
export interface Cause {
  /** 'member:ID', 'party:ID' or 'parley' */
  actor: string
  via: AuditEntry['via']
  /** Throws `stale` or `duplicate` when this cause has already taken effect. */
  claim?: (tx: Tx) => Promise<void>
}

export const parleyCause: Cause = { actor: 'parley', via: 'system' }

type NewAudit = Pick<AuditEntry, 'requestId' | 'action' | 'fromState' | 'toState'> & { data?: AuditEntry['data'] }

/** Writes one audit row; every transition has one. */
export async function recordAudit(
  tx: Tx,
  deps: Pick<Deps, 'ids' | 'clock'>,
  cause: Cause,
  entry: NewAudit,
): Promise<void> {
  await recordAudits(tx, deps, cause, [entry])
}

/** Writes several audit rows of one cause at once. */
export async function recordAudits(
  tx: Tx,
  deps: Pick<Deps, 'ids' | 'clock'>,
  cause: Cause,
  entries: readonly NewAudit[],
): Promise<void> {
  const { actor, via } = cause
  const at = deps.clock.now()
  await tx.insertMany(
    'audit',
    entries.map((entry) => ({ id: deps.ids.next('audit'), at, actor, via, data: {}, ...entry })),
  )
}
