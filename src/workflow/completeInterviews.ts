import type { TenantId } from '../domain/ids.ts'
import type { Interview } from '../domain/interview.ts'
import type { Tx } from '../store/port.ts'
import { catalogue } from '../words/catalogue.ts'
import { liveInterviews, moveRequest, needBundle, type RequestBundle } from './bundle.ts'
import { parleyCause } from './cause.ts'
import { atsInterviewOrder } from './confirmInterview.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe, say } from './owe.ts'

// Takes:   the time: called at start and every minute.
// Reads:   interviews that have ended.
// Writes:  interviews and their requests as completed.
// Effects: the ATS record as COMPLETE, the card; one question to the recruiter when a new time was being looked for meanwhile.
// Refuses when: another interview of the request is still to come; then nothing happens.

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
      // The gap after it is still reserved; when that is over too, nothing of it reaches into the future.
      const gapMs = bundle.request.rules.gapMinutes * 60_000
      if (live.some((i) => i.endsAt.getTime() + gapMs >= now.getTime())) return
      if (bundle.request.state !== 'confirmed') return askWhatBecame(tx, deps, bundle, live)
      for (const interview of live) {
        const completed = await tx.update('interviews', interview.id, { state: 'completed', updatedAt: now })
        await owe(tx, deps, [{ ...atsInterviewOrder(requestId, completed), key: `${interview.id}:ats:complete` }])
      }
      const moved = await moveRequest(tx, deps, parleyCause, bundle.request, 'completed', 'complete')
      await owe(tx, deps, [cardOrder(deps, requestId, moved.version)])
    })
}

/** The time passed while another one was being looked for: only the recruiter knows whether they met. Asked once. */
async function askWhatBecame(tx: Tx, deps: Deps, bundle: RequestBundle, live: readonly Interview[]): Promise<void> {
  const { request } = bundle
  const key = `${live[0]?.id}:${live[0]?.sequence}:passed`
  if ((await tx.count('effects', { key: `say:${key}` })) > 0) return
  const target = { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id }
  await say(tx, deps, target, key, ({ words, language }) => {
    const text = words.news.passed(request.candidateName, catalogue[language].cards.action.keepTime)
    return { parts: [{ kind: 'note', tone: 'warning', text }], actions: [] }
  })
  await owe(tx, deps, [cardOrder(deps, request.id, request.version)])
}
