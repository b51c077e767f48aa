import { isParleyError } from '../domain/errors.ts'
import type { PartyId, TenantId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import { staleAfterMs } from '../domain/reminders.ts'
import type { Request } from '../domain/request.ts'
import type { TenantSettings } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import { needBundle } from './bundle.ts'
import { parleyCause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { silentParties } from './nudge.ts'
import { cardOrder, mailOrder, owe } from './owe.ts'
import { outsideHours, planReminder } from './planReminder.ts'

// Takes:   the time: called every minute.
// Reads:   parties whose next reminder is due, and whether they still have to answer.
// Writes:  the count and the next moment; a party that has answered is due no more.
// Effects: one reminder mail per due party (the ATS log follows when it was sent), the card.
// Refuses when: the moment is more than 15 minutes past (an outage): it is skipped, the next one is planned.

const batchSize = 200

/** @returns how many were sent, and how many were skipped because their moment had long passed */
export async function remindSilent(
  deps: Deps,
  tenantId: TenantId,
): Promise<{ sentCount: number; skippedCount: number }> {
  const counts = { sentCount: 0, skippedCount: 0 }
  for (;;) {
    const now = deps.clock.now()
    const due = await deps.store.inTenant(tenantId, (tx) =>
      tx.find('parties', { where: { remindAt: { lte: now } }, orderBy: [['remindAt', 'asc']], limit: batchSize }),
    )
    for (const party of due) {
      const done = await remindOne(deps, tenantId, party.id)
      if (done === 'sent') counts.sentCount += 1
      if (done === 'skipped') counts.skippedCount += 1
    }
    if (due.length < batchSize) return counts
  }
}

/** Decided on what the state is now, with a compare-and-set on the moment: two processes remind once. */
async function remindOne(deps: Deps, tenantId: TenantId, partyId: PartyId): Promise<'sent' | 'skipped' | 'none'> {
  try {
    return await deps.store.inTenant(tenantId, async (tx) => {
      const now = deps.clock.now()
      const party = await tx.get('parties', partyId)
      if (!party?.remindAt || party.remindAt > now) return 'none'
      const mine = { remindAt: party.remindAt }
      const bundle = await needBundle(tx, party.requestId)
      if (party.isReminderStopped || !silentParties(bundle).some((p) => p.id === party.id)) {
        await tx.update('parties', party.id, { remindAt: null }, mine)
        return 'none'
      }
      if (now.getTime() - party.remindAt.getTime() > staleAfterMs) {
        await tx.update(
          'parties',
          party.id,
          { remindAt: planReminder(bundle.settings, bundle.request, party, now) },
          mine,
        )
        return 'skipped'
      }
      const laterAt = outsideHours(bundle.settings, party, now)
      if (laterAt) {
        await tx.update('parties', party.id, { remindAt: laterAt }, mine)
        return 'none'
      }
      await sendReminder(tx, deps, bundle.settings, bundle.request, party, mine)
      return 'sent'
    })
  } catch (error) {
    // Another process was faster, or the party changed under us: the next pass looks again.
    if (isParleyError(error, 'stale')) return 'none'
    throw error
  }
}

async function sendReminder(
  tx: Tx,
  deps: Deps,
  settings: TenantSettings,
  request: Request,
  party: Party,
  mine: { remindAt: Date },
): Promise<void> {
  const now = deps.clock.now()
  const reminded = { remindedAt: now, remindedCount: party.remindedCount + 1 }
  const remindAt = planReminder(settings, request, { ...party, ...reminded }, now)
  await tx.update('parties', party.id, { ...reminded, remindAt }, mine)
  await recordAudit(tx, deps, parleyCause, {
    requestId: request.id,
    action: 'remind',
    fromState: request.state,
    toState: request.state,
    data: { partyId: party.id, number: reminded.remindedCount },
  })
  await owe(tx, deps, [
    mailOrder(request.id, 'reminder', party.id, `auto:${mine.remindAt.toISOString()}`, {
      data: { dueAt: mine.remindAt.toISOString() },
    }),
    cardOrder(deps, request.id, request.version),
  ])
}
