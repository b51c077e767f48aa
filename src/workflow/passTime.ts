import { sendBriefings } from '../briefings/send.ts'
import { formatInstant } from '../domain/formatTime.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'
import { isArranger } from '../domain/roles.ts'
import type { Tx } from '../store/port.ts'
import { alertAway } from './alertAway.ts'
import { checkDrift } from './checkDrift.ts'
import { completeInterviews } from './completeInterviews.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import { remindSilent } from './remindSilent.ts'
import { watchLinks } from './watchLinks.ts'

// Takes:   the time: called at start and every minute.
// Reads:   what has become due: each step has its own index, none reads all requests.
// Writes:  through the steps; when time last passed.
// Effects: those of the steps; after an outage one line in the recruiter's thread.
// Refuses when: never; a step that fails does not keep the others from running.

/** Longer than this without a pass is an outage. */
const outageAfterMs = 10 * 60_000

export async function passTime(deps: Deps, tenantId: TenantId): Promise<void> {
  const gap = await beat(deps, tenantId)
  const reminders = (await step(deps, 'remindSilent', () => remindSilent(deps, tenantId))) ?? {
    sentCount: 0,
    skippedCount: 0,
  }
  const briefings = await step(deps, 'sendBriefings', () => sendBriefings(deps, tenantId))
  await step(deps, 'watchLinks', () => watchLinks(deps, tenantId))
  await step(deps, 'completeInterviews', () => completeInterviews(deps, tenantId))
  await step(deps, 'checkDrift', () => checkDrift(deps, tenantId))
  await step(deps, 'alertAway', () => alertAway(deps, tenantId))
  if (gap)
    await step(deps, 'reportOutage', () =>
      reportOutage(deps, tenantId, gap, reminders.skippedCount, briefings?.skipped.length ?? 0),
    )
}

async function step<T>(deps: Deps, name: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    deps.log('passTime.failed', { step: name, error: String(error) })
    return null
  }
}

interface Gap {
  from: Date
  to: Date
}

/** Notes that time passed; a long pause since the last note was an outage. A clock set back is none. */
async function beat(deps: Deps, tenantId: TenantId): Promise<Gap | null> {
  return deps.store.inTenant(tenantId, async (tx) => {
    const row = await tx.get('settings', tenantId)
    if (!row) return null
    const now = deps.clock.now()
    await tx.update('settings', tenantId, { beatAt: now })
    return row.beatAt && now.getTime() - row.beatAt.getTime() > outageAfterMs ? { from: row.beatAt, to: now } : null
  })
}

/** What fell into the outage: sent late, skipped because it was too late, or still to come. */
async function reportOutage(
  deps: Deps,
  tenantId: TenantId,
  gap: Gap,
  skippedCount: number,
  skippedBriefings: number,
): Promise<void> {
  await deps.store.inTenant(tenantId, async (tx) => {
    const lateCount = await tx.count('effects', {
      nextAttemptAt: { gt: gap.from, lte: gap.to },
      kind: { in: ['mail', 'invitation', 'atsInterview', 'atsStage', 'atsLog'] },
    })
    for (const member of await tx.find('members')) {
      if (!isArranger(member)) continue
      const thread = await latestThread(tx, member.id)
      if (!thread) continue
      const key = `outage:${member.id}:${gap.from.toISOString()}`
      await say(tx, deps, { threadId: thread, memberId: member.id }, key, ({ words: { news }, reader }) => {
        const { outage } = news
        const sentences = [
          outage.gap(formatInstant(gap.from, reader), formatInstant(gap.to, reader)),
          lateCount > 0 ? outage.late(lateCount) : outage.nothingLate,
          skippedCount > 0 ? outage.skipped(skippedCount) : '',
          skippedBriefings > 0 ? outage.briefing : '',
        ]
        return { parts: [{ kind: 'note', tone: 'warning', text: sentences.filter(Boolean).join(' ') }], actions: [] }
      })
    }
  })
}

async function latestThread(tx: Tx, memberId: MemberId) {
  const threads = await tx.find('threads', { where: { memberId }, orderBy: [['lastMessageAt', 'desc']], limit: 5 })
  // Where the recruiter talks, rather than where only briefings come in.
  return (threads.find((t) => !t.externalId.startsWith('briefings:')) ?? threads[0])?.id ?? null
}
