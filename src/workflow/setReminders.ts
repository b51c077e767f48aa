import type { TenantId } from '../domain/ids.ts'
import { isClosed } from '../domain/request.ts'
import { needBundle, partyOf } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe } from './owe.ts'
import { planReminder } from './planReminder.ts'

// Takes:   what becomes of a party's reminders: pause for some days, stop, or go on.
// Reads:   the request.
// Writes:  the party's next reminder.
// Effects: the card.
// Refuses when: the request is closed (`tooLate`); otherwise never: the request itself goes on.

export type ReminderWish = { kind: 'snooze'; days: number } | { kind: 'stop' } | { kind: 'resume' }

export async function setReminders(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; partyId: string; wish: ReminderWish },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    if (isClosed(bundle.request.state)) return { kind: 'tooLate' }
    const party = partyOf(bundle, input.partyId)
    const isReminderStopped = input.wish.kind === 'stop'
    const now = deps.clock.now()
    const from = input.wish.kind === 'snooze' ? new Date(now.getTime() + input.wish.days * 86_400_000) : now
    const remindAt = planReminder(bundle.settings, bundle.request, { ...party, isReminderStopped }, from)
    await tx.update('parties', party.id, { isReminderStopped, remindAt })
    await recordAudit(tx, deps, cause, {
      requestId: bundle.request.id,
      action: `reminders:${input.wish.kind}`,
      fromState: bundle.request.state,
      toState: bundle.request.state,
      data: { partyId: party.id },
    })
    await owe(tx, deps, [cardOrder(deps, bundle.request.id, bundle.request.version)])
    return { kind: 'done' }
  })
}
