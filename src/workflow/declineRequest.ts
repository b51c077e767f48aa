import type { TenantId } from '../domain/ids.ts'
import { isClosed } from '../domain/request.ts'
import { withdrawMails } from './askEverybody.ts'
import { moveRequest, needBundle, partyOf } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, logOrder, owe, say } from './owe.ts'
import { releaseHolds } from './takeHolds.ts'

// Takes:   a party's no, with a reason if given (R28).
// Reads:   the request.
// Writes:  the party's answer, the request as declined; holds of an unfinished agreement are freed.
// Effects: ATS log "candidate declines" for the candidate, a line in the thread with what can be done, the card.
// Refuses when: closed or confirmed already (`tooLate`; a confirmed interview is cancelled, not declined).

export async function declineRequest(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; partyId: string; reason: string | null },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    if (isClosed(request.state) || request.state === 'confirmed' || request.state === 'declined')
      return { kind: 'tooLate' }
    const party = partyOf(bundle, input.partyId)
    const sentence = `${party.name} declined${input.reason ? `: "${input.reason}"` : ', without a reason'}.`
    await withdrawMails(tx, deps, request.id)
    await releaseHolds(tx, bundle, 'held')
    for (const p of bundle.proposals)
      if (p.state === 'offered') await tx.update('proposals', p.id, { state: 'refused' })
    await tx.update('parties', party.id, {
      answer: 'declined',
      declineReason: input.reason,
      answeredAt: deps.clock.now(),
    })
    const moved = await moveRequest(
      tx,
      deps,
      cause,
      request,
      'declined',
      'decline',
      { stuckReasons: [sentence] },
      {
        partyId: party.id,
        reason: input.reason,
      },
    )
    await owe(tx, deps, [
      ...(party.role === 'candidate'
        ? [
            logOrder(request.id, 'candidateDeclined', `v${moved.version}`, sentence, {
              at: deps.clock.now().toISOString(),
              candidate: party.name,
              reason: input.reason,
            }),
          ]
        : []),
      cardOrder(deps, request.id, moved.version),
    ])
    await say(
      tx,
      deps,
      { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id },
      `${request.id}:declined:${moved.version}`,
      {
        parts: [
          {
            kind: 'note',
            tone: 'warning',
            text: `${sentence} ${request.title} with ${request.candidateName} waits for you: the card above has what you can do.`,
          },
        ],
        actions: [],
      },
    )
    return { kind: 'done' }
  })
}
