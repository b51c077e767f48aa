import type { TenantId } from '../domain/ids.ts'
import type { Request } from '../domain/request.ts'
import { isArranger } from '../domain/roles.ts'
import type { Member } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import { failureSentence } from '../words/failureSentence.ts'
import type { Deps } from './deps.ts'
import { mailOrder, owe } from './owe.ts'
import { speechOf } from './speech.ts'

// Takes:   the time: called every minute.
// Reads:   recruiters who have not looked for 15 minutes, and what waits for them.
// Writes:  when they were last mailed.
// Effects: one mail to the recruiter with all that needs them, at most one an hour.
// Refuses when: nothing new needs them since they last looked, or it stands in a chat that tells them itself.

const awayAfterMs = 15 * 60_000
const pauseMs = 3_600_000

export async function alertAway(deps: Deps, tenantId: TenantId): Promise<void> {
  await deps.store.inTenant(tenantId, async (tx) => {
    const members = await tx.find('members')
    for (const member of members.filter(isArranger)) await alertMember(tx, deps, member)
  })
}

async function alertMember(tx: Tx, deps: Deps, member: Member): Promise<void> {
  const now = deps.clock.now()
  if (member.alertedAt && now.getTime() - member.alertedAt.getTime() < pauseMs) return
  const threads = await tx.find('threads', { where: { memberId: member.id } })
  // Another chat rings by itself.
  const own = new Set(threads.filter(({ surface }) => surface === 'web').map(({ id }) => id))
  const lookedAt = Math.max(0, ...threads.map((t) => t.lastReadAt?.getTime() ?? 0))
  if (now.getTime() - lookedAt < awayAfterMs) return
  const needed = await readWaiting(tx, member, Math.max(lookedAt, member.alertedAt?.getTime() ?? 0))
  const waiting = needed.filter(({ request }) => own.has(request.threadId))
  const [first] = waiting
  if (!first) return
  const party = (await tx.find('parties', { where: { requestId: first.request.id, memberId: member.id } }))[0]
  if (!party) return
  await tx.update('members', member.id, { alertedAt: now }, { alertedAt: member.alertedAt })
  const reason = waiting.map(({ request, why }) => `${request.candidateName}, ${request.title}: ${why}`).join('\n')
  await owe(tx, deps, [mailOrder(first.request.id, 'needsYou', party.id, now.toISOString(), { data: { reason } })])
}

/** Requests in which a person must decide, and failed steps, that became so since `sinceMs`. */
async function readWaiting(tx: Tx, member: Member, sinceMs: number): Promise<{ request: Request; why: string }[]> {
  const {
    words: { board },
    language,
  } = speechOf(member)
  const since = new Date(sinceMs)
  const stuck = await tx.find('requests', {
    where: { recruiterId: member.id, state: { in: ['noOverlap', 'declined', 'agreed'] }, updatedAt: { gt: since } },
    limit: 50,
  })
  const failed = await tx.find('effects', {
    where: { state: { in: ['dead', 'asked'] }, updatedAt: { gt: since } },
    limit: 50,
  })
  const waiting = stuck.map((request) => ({ request, why: request.stuckReasons[0] ?? board.state[request.state] }))
  for (const effect of failed) {
    const request = effect.requestId ? await tx.get('requests', effect.requestId) : null
    if (request && request.recruiterId === member.id)
      waiting.push({
        request,
        why: effect.lastError ? failureSentence(language, effect.lastError) : board.stepFailed,
      })
  }
  return waiting
}
