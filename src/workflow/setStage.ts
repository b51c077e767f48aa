import type { TenantId } from '../domain/ids.ts'
import { isClosed } from '../domain/request.ts'
import { needBundle } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe } from './owe.ts'

// Takes:   the stage the application moves to on confirmation (R2, R11); null keeps it where it is.
// Reads:   the request.
// Writes:  the request's target and the job's mapping, so that the next request proposes the same.
// Effects: the card.
// Refuses when: the request is confirmed or closed (`tooLate`): the move has happened or never will.

export async function setStage(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; toStageId: string | null },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const { request } = await needBundle(tx, input.requestId)
    if (isClosed(request.state) || request.state === 'confirmed') return { kind: 'tooLate' }
    const moved = await tx.update(
      'requests',
      request.id,
      { toStageId: input.toStageId, updatedAt: deps.clock.now() },
      { version: request.version },
    )
    const mapping = (await tx.find('stageMappings', { where: { jobId: request.jobId } }))[0]
    if (mapping) await tx.update('stageMappings', mapping.id, { toStageId: input.toStageId })
    else
      await tx.insert('stageMappings', {
        id: deps.ids.next('mapping'),
        jobId: request.jobId,
        toStageId: input.toStageId,
      })
    await recordAudit(tx, deps, cause, {
      requestId: request.id,
      action: 'setStage',
      fromState: request.state,
      toState: request.state,
    })
    await owe(tx, deps, [cardOrder(deps, request.id, moved.version)])
    return { kind: 'done' }
  })
}
