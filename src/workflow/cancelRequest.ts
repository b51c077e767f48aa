import type { TenantId } from '../domain/ids.ts'
import { outsiderRoles } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import { withdrawMails } from './askEverybody.ts'
import { moveRequest, needBundle } from './bundle.ts'
import { cancelInterviews } from './cancelInterviews.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, logOrder, mailOrder, owe } from './owe.ts'
import { speechIn } from './speech.ts'

// Takes:   a request to end, with a reason.
// Reads:   who has been written to, which interviews stand.
// Writes:  interviews cancelled, holds freed, the request closed.
// Effects: CANCEL with the reason to whoever has an invitation, a closing mail to whoever was only asked, ATS interview and log, the card.
// Refuses when: the request is closed already (`tooLate`).

export interface CancelInput {
  requestId: string
  reason: string | null
  /** Undo inside the undo time: nobody has been written to, so nobody is. */
  isUndo?: boolean
}

export async function cancelRequest(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: CancelInput,
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    if (isClosed(request.state)) return { kind: 'tooLate' }
    const written = await tx.find('effects', {
      where: { requestId: request.id, kind: 'mail', state: { in: ['done', 'trying', 'asked'] } },
    })
    if (input.isUndo && written.length > 0) return { kind: 'tooLate' }
    await withdrawMails(tx, deps, request.id)
    const { words } = await speechIn(tx, { threadId: request.threadId, memberId: request.recruiterId })
    const cancelled = await cancelInterviews(tx, deps, bundle, input.reason)
    const moved = await moveRequest(tx, deps, cause, request, 'cancelled', input.isUndo ? 'undo' : 'cancel', {
      closedReason: input.isUndo ? words.talk.undo.wasUndone : input.reason,
      interviewId: null,
    })
    const wasWritten = (partyId: string) =>
      written.some((e) => e.payload.kind === 'mail' && e.payload.partyId === partyId)
    const hasInvitation = (partyId: string) => cancelled.some((i) => i.partyIds.some((id) => id === partyId))
    const data: Readonly<Record<string, string>> = input.reason ? { reason: input.reason } : {}
    await owe(tx, deps, [
      ...bundle.parties
        .filter(
          (p) => outsiderRoles.includes(p.role) && p.answer !== 'declined' && wasWritten(p.id) && !hasInvitation(p.id),
        )
        .map((p) => mailOrder(request.id, 'closing', p.id, `v${moved.version}`, { data })),
      ...(written.length > 0
        ? [
            logOrder(
              request.id,
              'postponedOrCancelled',
              `v${moved.version}`,
              `${request.title} cancelled${input.reason ? `: ${input.reason}` : ''}`,
              {
                what: 'cancelled',
                at: deps.clock.now().toISOString(),
                reason: input.reason,
              },
            ),
          ]
        : []),
      cardOrder(deps, request.id, moved.version),
    ])
    return { kind: 'done' }
  })
}
