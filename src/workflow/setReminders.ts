import type { Effect } from '../domain/effect.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import { needBundle, partyOf, type RequestBundle } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe, say, withdrawOwed } from './owe.ts'
import { planReminder } from './planReminder.ts'
import { aboutRequest } from './speech.ts'

// Takes:   what becomes of a party's reminders: pause for some days, stop, or go on. The recruiter says it, or the party itself
//          by its page.
// Reads:   the request.
// Writes:  the party's next reminder; one that is owed and not sent yet is taken back when they stop.
// Effects: the card; when the party itself has stopped them, a line in the thread with a button that lets them go on.
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
    // A form that is sent twice says the same once.
    if (isReminderStopped && party.isReminderStopped) return { kind: 'done' }
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
    if (isReminderStopped) await withdrawReminders(tx, deps, party)
    if (isReminderStopped && cause.via === 'link') await tellStopped(tx, deps, bundle, party)
    await owe(tx, deps, [cardOrder(deps, bundle.request.id, bundle.request.version)])
    return { kind: 'done' }
  })
}

async function withdrawReminders(tx: Tx, deps: Deps, party: Party): Promise<void> {
  const owed = await tx.find('effects', { where: { requestId: party.requestId, kind: 'mail', state: 'owed' } })
  const isOwn = ({ payload }: Effect) =>
    payload.kind === 'mail' && payload.template === 'reminder' && payload.partyId === party.id
  await withdrawOwed(tx, deps, owed.filter(isOwn))
}

async function tellStopped(tx: Tx, deps: Deps, { request }: RequestBundle, party: Party): Promise<void> {
  const target = { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id }
  await say(tx, deps, target, `${party.id}:${deps.ids.next('remindersStopped')}`, (speech) => {
    const { reminders } = speech.words.news
    const about = party.role === 'candidate' ? request.title : aboutRequest(speech, request)
    const text = party.phone
      ? reminders.stoppedPhone(party.name, about, party.phone)
      : reminders.stopped(party.name, about)
    return {
      parts: [{ kind: 'note', tone: 'warning', text }],
      actions: [
        {
          kind: 'setReminders',
          data: { requestId: request.id, partyId: party.id, wish: 'resume' },
          label: reminders.resume,
          style: 'normal',
        },
      ],
    }
  })
}
