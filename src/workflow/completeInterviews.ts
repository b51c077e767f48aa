import type { TenantId } from '../domain/ids.ts'
import { liveInterviews, moveRequest, needBundle } from './bundle.ts'
import { parleyCause } from './cause.ts'
import { atsInterviewOrder } from './confirmInterview.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe } from './owe.ts'

// Takes:   the time: called at start and every minute.
// Reads:   interviews that have ended.
// Writes:  interviews and their requests as completed.
// Effects: the ATS record as COMPLETE, the card.
// Refuses when: another interview of the request is still to come, or a new time is being looked for; then nothing happens.

const batchSize = 200

export async function completeInterviews(deps: Deps, tenantId: TenantId): Promise<void> {
  const now = deps.clock.now()
  const ended = await deps.store.inTenant(tenantId, (tx) =>
    tx.find('interviews', { where: { state: 'scheduled', endsAt: { lt: now } }, limit: batchSize }),
  )
  for (const requestId of new Set(ended.map((i) => i.requestId)))
    await deps.store.inTenant(tenantId, async (tx) => {
      const bundle = await needBundle(tx, requestId)
      const live = liveInterviews(bundle)
      if (bundle.request.state !== 'confirmed' || live.some((i) => i.endsAt >= now)) return
      for (const interview of live) {
        const completed = await tx.update('interviews', interview.id, { state: 'completed', updatedAt: now })
        await owe(tx, deps, [{ ...atsInterviewOrder(requestId, completed), key: `${interview.id}:ats:complete` }])
      }
      const moved = await moveRequest(tx, deps, parleyCause, bundle.request, 'completed', 'complete')
      await owe(tx, deps, [cardOrder(deps, requestId, moved.version)])
    })
}
