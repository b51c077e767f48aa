import type { TenantId } from '../domain/ids.ts'
import { isClosed } from '../domain/request.ts'
import { askEverybody, rangeFrom, withdrawMails } from './askEverybody.ts'
import { moveRequest, needBundle } from './bundle.ts'
import { cancelInterviews } from './cancelInterviews.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, logOrder, owe } from './owe.ts'

// Takes:   a request to put off, from a date, with a reason.
// Reads:   the request and its interviews.
// Writes:  interviews cancelled, holds freed, a new round of asking from that date; the request itself stays.
// Effects: CANCEL with the reason, new requests for times, ATS interview and log, the card.
// Refuses when: the request is closed (`tooLate`).

export async function postponeRequest(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; fromOn: string; reason: string | null },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    if (isClosed(request.state)) return { kind: 'tooLate' }
    await withdrawMails(tx, deps, request.id)
    await cancelInterviews(tx, deps, bundle, input.reason)
    const rules = rangeFrom(
      request.rules,
      input.fromOn,
      deps.clock.now(),
      bundle.recruiter.zone,
      bundle.settings.windowDays,
    )
    const moved = await moveRequest(
      tx,
      deps,
      cause,
      request,
      'collecting',
      'postpone',
      {
        askRound: request.askRound + 1,
        rules,
        stuckReasons: [],
        interviewId: null,
      },
      { fromOn: rules.fromOn, reason: input.reason },
    )
    await askEverybody(tx, deps, bundle, moved, input.reason)
    const words = `${request.title} postponed, not before ${rules.fromOn}${input.reason ? `: ${input.reason}` : ''}`
    await owe(tx, deps, [
      logOrder(request.id, 'postponedOrCancelled', `v${moved.version}`, words, {
        what: 'postponed',
        at: deps.clock.now().toISOString(),
        fromOn: rules.fromOn,
        reason: input.reason,
      }),
      cardOrder(deps, request.id, moved.version),
    ])
    return { kind: 'done' }
  })
}
