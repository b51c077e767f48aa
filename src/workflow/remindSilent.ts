import { isParleyError } from '../domain/errors.ts'
import type { RequestId, TenantId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import { staleAfterMs } from '../domain/reminders.ts'
import type { Request } from '../domain/request.ts'
import type { TenantSettings } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import { readSettings } from './bundle.ts'
import { parleyCause, recordAudits } from './cause.ts'
import type { Deps } from './deps.ts'
import { type SilenceFacts, silentParties } from './nudge.ts'
import { cardOrder, mailOrder, owe } from './owe.ts'
import { outsideHours, planReminder } from './planReminder.ts'

// Takes:   the time: called every minute.
// Reads:   parties whose next reminder is due, and whether they still have to answer.
// Writes:  the count and the next moment; a party that has answered is due no more.
// Effects: one reminder mail per due party (the ATS log follows when it was sent), one card per request.
// Refuses when: the moment is more than 15 minutes past (an outage): it is skipped, the next one is planned.

/** Short enough that a guest who answers meanwhile does not wait for it. */
const batchSize = 50
/** Each time somebody else got ahead, so the next look finds less; what is left after this waits for the next pass. */
const overtakenCountMax = 20

interface Counts {
  sentCount: number
  skippedCount: number
}

/** @returns how many were sent, and how many were skipped because their moment had long passed */
export async function remindSilent(deps: Deps, tenantId: TenantId): Promise<Counts> {
  const counts = { sentCount: 0, skippedCount: 0 }
  for (let overtakenCount = 0; overtakenCount < overtakenCountMax; ) {
    const done = await remindBatch(deps, tenantId)
    if (done === 'overtaken') {
      overtakenCount += 1
      continue
    }
    counts.sentCount += done.sentCount
    counts.skippedCount += done.skippedCount
    if (done.dueCount < batchSize) break
  }
  return counts
}

/**
 * Reads and writes together what is due of many requests. Decided on what the state is now, with a compare-and-set on the
 * moment and the answer: two processes remind once, and when one party changes under us the whole batch is decided anew.
 */
async function remindBatch(deps: Deps, tenantId: TenantId): Promise<(Counts & { dueCount: number }) | 'overtaken'> {
  try {
    return await deps.store.inTenant(tenantId, async (tx) => {
      const now = deps.clock.now()
      const due = await tx.find('parties', {
        where: { remindAt: { lte: now } },
        orderBy: [['remindAt', 'asc']],
        limit: batchSize,
      })
      if (due.length === 0) return { sentCount: 0, skippedCount: 0, dueCount: 0 }
      const requestIds = [...new Set(due.map((p) => p.requestId))]
      const [settings, facts] = await Promise.all([readSettings(tx), readSilence(tx, requestIds)])
      const toRemind: Reminder[] = []
      let skippedCount = 0
      for (const party of due) {
        const known = facts.get(party.requestId)
        const decided = decide(settings, known, party, now)
        if (decided.kind === 'send' && known && party.remindAt)
          toRemind.push({ request: known.request, party: { ...party, remindAt: party.remindAt } })
        if (decided.kind === 'skip') skippedCount += 1
        const { remindAt, answer } = party
        await tx.update('parties', party.id, decided.patch, { remindAt, answer })
      }
      await oweReminders(tx, deps, toRemind)
      return { sentCount: toRemind.length, skippedCount, dueCount: due.length }
    })
  } catch (error) {
    if (isParleyError(error, 'stale')) return 'overtaken'
    throw error
  }
}

/** Who is waited for in each of these requests; approvals and seats are read only when some of them are being approved. */
async function readSilence(tx: Tx, requestIds: readonly RequestId[]): Promise<Map<RequestId, SilenceFacts>> {
  const [requests, parties] = await Promise.all([
    tx.find('requests', { where: { id: { in: requestIds } } }),
    tx.find('parties', { where: { requestId: { in: requestIds } }, orderBy: [['id', 'asc']] }),
  ])
  const approving = { requestId: { in: requests.filter((r) => r.state === 'approving').map((r) => r.id) } }
  const isApproving = approving.requestId.in.length > 0
  const [proposals, approvals, seats] = isApproving
    ? await Promise.all([
        tx.find('proposals', { where: { ...approving, state: 'offered' } }),
        tx.find('approvals', { where: approving }),
        tx.find('seats', { where: approving }),
      ])
    : [[], [], []]
  return new Map(
    requests.map((request) => {
      const isOwn = (row: { requestId: RequestId }) => row.requestId === request.id
      return [
        request.id,
        {
          request,
          parties: parties.filter(isOwn),
          proposals: proposals.filter((p) => isOwn(p) && p.askRound === request.askRound),
          approvals: approvals.filter(isOwn),
          seats: seats.filter(isOwn),
        },
      ]
    }),
  )
}

type Decision = {
  kind: 'send' | 'skip' | 'later' | 'none'
  patch: Partial<Pick<Party, 'remindAt' | 'remindedAt' | 'remindedCount'>>
}

function decide(settings: TenantSettings, facts: SilenceFacts | undefined, party: Party, now: Date): Decision {
  const isWaitedFor = facts !== undefined && silentParties(facts).some((p) => p.id === party.id)
  if (!isWaitedFor || party.isReminderStopped || !party.remindAt) return { kind: 'none', patch: { remindAt: null } }
  if (now.getTime() - party.remindAt.getTime() > staleAfterMs)
    return { kind: 'skip', patch: { remindAt: planReminder(settings, facts.request, party, now) } }
  const laterAt = outsideHours(settings, party, now)
  if (laterAt) return { kind: 'later', patch: { remindAt: laterAt } }
  const reminded = { remindedAt: now, remindedCount: party.remindedCount + 1 }
  const remindAt = planReminder(settings, facts.request, { ...party, ...reminded }, now)
  return { kind: 'send', patch: { ...reminded, remindAt } }
}

/** The party as it was read: `remindAt` is the moment that has come, `remindedCount` is without this one. */
interface Reminder {
  request: Request
  party: Party & { remindAt: Date }
}

async function oweReminders(tx: Tx, deps: Deps, reminders: readonly Reminder[]): Promise<void> {
  await recordAudits(
    tx,
    deps,
    parleyCause,
    reminders.map(({ request, party }) => ({
      requestId: request.id,
      action: 'remind',
      fromState: request.state,
      toState: request.state,
      data: { partyId: party.id, number: party.remindedCount + 1 },
    })),
  )
  const requests = new Set(reminders.map(({ request }) => request))
  await owe(tx, deps, [
    ...reminders.map(({ request, party }) => {
      const dueAt = party.remindAt.toISOString()
      return mailOrder(request.id, 'reminder', party.id, `auto:${dueAt}`, { data: { dueAt } })
    }),
    ...[...requests].map((request) => cardOrder(deps, request.id, request.version)),
  ])
}
