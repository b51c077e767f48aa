import { z } from 'zod'
import type { Drift } from '../ats/port.ts'
import type { ActionOutcome } from '../bot/inbound.ts'
import { ParleyError } from '../domain/errors.ts'
import { formatInstant } from '../domain/formatTime.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Interview } from '../domain/interview.ts'
import type { Request } from '../domain/request.ts'
import { atsInterviewOrder } from './confirmInterview.ts'
import type { Deps } from './deps.ts'
import { cardOrder, owe, say } from './owe.ts'
import type { Press } from './press.ts'
import { type Speech, speechOf } from './speech.ts'

// Takes:   the time: called every minute, each interview ahead once a day.
// Reads:   what the ATS says of it now, outside any transaction.
// Writes:  when it was asked.
// Effects: a line in the thread when the ATS says otherwise, once per difference, with a button that writes it there again.
// Refuses when: the system shows no interviews, or does not answer; then it is asked again later.

const everyMs = 24 * 3600_000
/** So many each minute: the vendor's limit is there for people first. */
const batchSize = 10

export async function checkDrift(deps: Deps, tenantId: TenantId): Promise<void> {
  if (!deps.systems) return
  const now = deps.clock.now()
  const before = new Date(now.getTime() - everyMs)
  const due = await deps.store.inTenant(tenantId, async (tx) => {
    const ahead = { state: 'scheduled', startsAt: { gt: now }, atsInterviewId: { not: null } } as const
    const [never, longAgo] = await Promise.all([
      tx.find('interviews', { where: { ...ahead, atsCheckedAt: null }, limit: batchSize }),
      tx.find('interviews', { where: { ...ahead, atsCheckedAt: { lte: before } }, limit: batchSize }),
    ])
    return [...never, ...longAgo].slice(0, batchSize)
  })
  for (const interview of due) await checkOne(deps, tenantId, interview)
}

async function checkOne(deps: Deps, tenantId: TenantId, interview: Interview): Promise<void> {
  const request = await deps.store.inTenant(tenantId, (tx) => tx.get('requests', interview.requestId))
  if (!request) return
  const ours = { externalKey: interview.id, startAt: interview.startsAt, endAt: interview.endsAt }
  const drift = await deps.ats.readDrift(tenantId, request.applicationId, ours).catch((error: unknown) => {
    if (error instanceof ParleyError) return 'unknown' as const
    throw error
  })
  await deps.store.inTenant(tenantId, async (tx) => {
    const current = await tx.get('interviews', interview.id)
    if (!current) return
    await tx.update('interviews', interview.id, { atsCheckedAt: deps.clock.now() })
    // Moved meanwhile: then a write is owed anyway.
    if (drift === null || drift === 'unknown' || current.sequence !== interview.sequence) return
    const key = `drift:${interview.id}:${interview.sequence}:${drift.kind}:${drift.startAt?.toISOString() ?? ''}`
    if ((await tx.count('effects', { key: `say:${key}` })) > 0) return
    const target = { threadId: request.threadId, memberId: request.recruiterId, requestId: request.id }
    await say(tx, deps, target, key, (speech) => ({
      parts: [{ kind: 'note', tone: 'warning', text: driftWords(speech, drift, request, interview) }],
      actions: [
        {
          kind: 'repairAts',
          data: { interviewId: interview.id },
          label: speech.words.connections.writeAgain(drift.system),
          style: 'primary',
        },
      ],
    }))
  })
}

function driftWords(
  speech: Speech,
  { system, startAt }: Drift,
  { candidateName }: Pick<Request, 'candidateName'>,
  { startsAt, title }: Interview,
): string {
  const { connections, talk } = speech.words
  const theirs = startAt ? connections.driftTime(formatInstant(startAt, speech.reader)) : connections.driftGone
  return connections.drift(system, talk.with(title, candidateName), formatInstant(startsAt, speech.reader), theirs)
}

/** Owes the write anew: the record there becomes what was agreed. */
export async function repairAts({ deps, cause, talk, action, member }: Press): Promise<ActionOutcome> {
  const { interviewId } = z.object({ interviewId: z.string() }).parse(action.data)
  const speech = speechOf(member)
  return deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const interview = await tx.get('interviews', interviewId)
    const request = interview && (await tx.get('requests', interview.requestId))
    if (interview?.state !== 'scheduled' || !request)
      return { kind: 'refused', sentence: speech.words.connections.noLongerAhead }
    const order = {
      ...atsInterviewOrder(request.id, interview),
      key: `${interview.id}:ats:repair:${deps.ids.next('repair')}`,
    }
    await owe(tx, deps, [order, cardOrder(deps, request.id, request.version)])
    return { kind: 'ok' }
  })
}
