import { isParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Link } from '../domain/link.ts'
import { isClosed } from '../domain/request.ts'
import { approveSlot } from './approveSlot.ts'
import { loadBundle, partyOf } from './bundle.ts'
import { cancelRequest } from './cancelRequest.ts'
import type { Cause } from './cause.ts'
import { collectAvailability } from './collectAvailability.ts'
import { confirmReading } from './confirmReading.ts'
import { declineRequest } from './declineRequest.ts'
import type { Deps } from './deps.ts'
import type { AvailabilitySubmit, GuestResult } from './guestPage.ts'
import { resolveLink } from './links.ts'
import { changeLimit, moveInterview } from './moveInterview.ts'
import { mailOrder, owe } from './owe.ts'
import { setReminders } from './setReminders.ts'

// Takes:   what a guest submits through its link.
// Reads:   the link first: it names the one party and the one request that may be touched.
// Writes:  through the use cases of the loop; nothing of its own but the renewal.
// Effects: those of the use cases; a renewed link goes by mail to its owner only.
// Refuses when: the link is unknown or revoked, expired, or the state has moved on.

type Resolved = { tenantId: TenantId; link: Link; cause: Cause }

async function withLink(
  deps: Deps,
  secret: string,
  work: (own: Resolved) => Promise<GuestResult>,
): Promise<GuestResult> {
  const resolved = await resolveLink(deps, secret)
  if (!resolved) return { kind: 'unknown' }
  if (resolved.isExpired) return { kind: 'expired' }
  const { tenantId, link } = resolved
  try {
    return await work({ tenantId, link, cause: { actor: `party:${link.partyId}`, via: 'link' } })
  } catch (error) {
    // Two submits at once: the second finds the state of the first.
    if (isParleyError(error, 'stale')) return { kind: 'tooLate' }
    throw error
  }
}

export function submitAvailability(deps: Deps, submit: AvailabilitySubmit): Promise<GuestResult> {
  return withLink(deps, submit.secret, ({ tenantId, link, cause }) =>
    collectAvailability(deps, tenantId, cause, {
      requestId: link.requestId,
      partyId: link.partyId,
      windows: submit.windows,
      range: submit.range,
      isFinal: submit.isFinal,
      zone: submit.zone,
      locale: submit.locale,
      note: submit.note,
      by: 'party',
    }),
  )
}

/** The candidate's choice and the client's approval are one use case: whoever may decide decides. */
export function submitApproval(deps: Deps, input: { secret: string; proposalId: string }): Promise<GuestResult> {
  return withLink(deps, input.secret, async ({ tenantId, link, cause }) => {
    const outcome = await approveSlot(deps, tenantId, cause, {
      requestId: link.requestId,
      partyId: link.partyId,
      proposalId: input.proposalId,
    })
    return outcome.kind === 'notAllowed' ? { kind: 'tooLate' } : outcome
  })
}

/** Yes to the times that were understood of a mail. */
export function submitReading(deps: Deps, input: { secret: string; readingId: string }): Promise<GuestResult> {
  return withLink(deps, input.secret, ({ tenantId, link, cause }) =>
    confirmReading(deps, tenantId, cause, {
      requestId: link.requestId,
      partyId: link.partyId,
      readingId: input.readingId,
    }),
  )
}

export function submitDecline(deps: Deps, input: { secret: string; reason: string }): Promise<GuestResult> {
  return withLink(deps, input.secret, ({ tenantId, link, cause }) =>
    declineRequest(deps, tenantId, cause, {
      requestId: link.requestId,
      partyId: link.partyId,
      reason: reasonOf(input.reason),
    }),
  )
}

export function submitMove(deps: Deps, input: { secret: string; reason: string }): Promise<GuestResult> {
  return withLink(deps, input.secret, async ({ tenantId, link, cause }) => {
    const outcome = await moveInterview(deps, tenantId, cause, {
      requestId: link.requestId,
      fromOn: null,
      reason: reasonOf(input.reason),
      by: 'guest',
    })
    return outcome.kind === 'done' ? { kind: 'done' } : { kind: 'tooLate' }
  })
}

/** A guest cancels within the limits: the interview and its request end, everybody is told why. */
export function submitCancel(deps: Deps, input: { secret: string; reason: string }): Promise<GuestResult> {
  return withLink(deps, input.secret, async ({ tenantId, link, cause }) => {
    const bundle = await deps.store.inTenant(tenantId, (tx) => loadBundle(tx, link.requestId))
    if (bundle?.request.state !== 'confirmed') return { kind: 'tooLate' }
    if (!changeLimit(bundle, deps.clock.now()).canCancel) return { kind: 'tooLate' }
    const { name } = partyOf(bundle, link.partyId)
    const reason = reasonOf(input.reason)
    return cancelRequest(deps, tenantId, cause, {
      requestId: link.requestId,
      reason: reason ? `${name} cancelled: ${reason}` : `${name} cancelled.`,
    })
  })
}

/** Mails a new link to the owner of an expired one; says nothing about whether there was one. At most one an hour. */
export async function renewLink(deps: Deps, secret: string): Promise<void> {
  const resolved = await resolveLink(deps, secret)
  if (!resolved?.isExpired) return
  const { tenantId, link } = resolved
  await deps.store.inTenant(tenantId, async (tx) => {
    const request = await tx.get('requests', link.requestId)
    if (!request || isClosed(request.state)) return
    const hour = deps.clock.now().toISOString().slice(0, 13)
    const order = mailOrder(request.id, 'renewedLink', link.partyId, hour)
    const known = await tx.count('effects', { key: order.key })
    if (known === 0) await owe(tx, deps, [order])
  })
}

/** The guest is reminded no more; the request goes on, and the recruiter can let the reminders go on. */
export function submitStopReminders(deps: Deps, input: { secret: string }): Promise<GuestResult> {
  return withLink(deps, input.secret, async ({ tenantId, link, cause }) => {
    const { requestId, partyId } = link
    const outcome = await setReminders(deps, tenantId, cause, { requestId, partyId, wish: { kind: 'stop' } })
    deps.log('reminders.stoppedByGuest', { tenantId, requestId, partyId, outcome: outcome.kind })
    return outcome
  })
}

function reasonOf(text: string): string | null {
  const reason = text.trim()
  return reason === '' ? null : reason.slice(0, 1_000)
}
