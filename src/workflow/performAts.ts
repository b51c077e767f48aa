import type { Effect, EffectPayload } from '../domain/effect.ts'
import type { TenantId } from '../domain/ids.ts'
import { placeOf } from '../domain/request.ts'
import { needBundle, partyOf } from './bundle.ts'
import type { Deps } from './deps.ts'
import type { Performed } from './effects.ts'

// The write-back (R2, R3, R37, R45): each write looks up before it creates and reads back what it wrote; the adapter's proof is kept.

type Payload<K extends EffectPayload['kind']> = Extract<EffectPayload, { kind: K }>

export async function performAtsInterview(
  deps: Deps,
  tenantId: TenantId,
  payload: Payload<'atsInterview'>,
): Promise<Performed> {
  const read = await deps.store.inTenant(tenantId, async (tx) => {
    const interview = await tx.get('interviews', payload.interviewId)
    return interview ? { interview, bundle: await needBundle(tx, interview.requestId) } : null
  })
  if (!read) return { kind: 'withdrawn', why: 'the interview is gone' }
  const { interview, bundle } = read
  if (interview.sequence !== payload.sequence) return { kind: 'withdrawn', why: 'a later change is owed' }
  const parties = interview.partyIds.map((id) => partyOf(bundle, id))
  const uid = bundle.invitations.find((i) => i.interviewId === interview.id)?.uid ?? interview.id
  const proof = await deps.ats.writeInterview(tenantId, {
    externalKey: interview.id,
    applicationId: bundle.request.applicationId,
    userIds: parties.flatMap((p) => (p.memberId && p.recordId ? [p.recordId] : [])),
    participants: parties.map((p) => ({ name: p.name, role: p.role })),
    status: interview.state === 'cancelled' ? 'CANCELED' : interview.state === 'completed' ? 'COMPLETE' : 'SCHEDULED',
    startAt: interview.startsAt,
    endAt: interview.endsAt,
    location: placeOf(interview.format),
    externalEventXref: uid,
    title: interview.title,
  })
  await deps.store.inTenant(tenantId, (tx) => tx.update('interviews', interview.id, { atsInterviewId: proof.id }))
  return { kind: 'done', proof }
}

export async function performAtsStage(
  deps: Deps,
  tenantId: TenantId,
  payload: Payload<'atsStage'>,
): Promise<Performed> {
  const result = await deps.ats.advanceStage(tenantId, payload.applicationId, payload.fromStageId, payload.toStageId)
  if (result.kind === 'moved')
    return { kind: 'done', proof: result.proof, ...(payload.askedIn ? { note: payload.askedIn.done } : {}) }
  const words = `left in "${result.currentLabel}": somebody moved it meanwhile`
  return {
    kind: 'done',
    proof: { at: deps.clock.now().toISOString(), id: payload.applicationId, said: words },
    note: `The application was moved to "${result.currentLabel}" by somebody else, so I left its stage alone.`,
  }
}

export async function performAtsLog(
  deps: Deps,
  tenantId: TenantId,
  effect: Effect,
  payload: Payload<'atsLog'>,
): Promise<Performed> {
  const request = await deps.store.inTenant(tenantId, (tx) => tx.get('requests', effect.requestId ?? ''))
  const applicationId = request?.applicationId ?? payload.applicationId
  if (!applicationId) return { kind: 'withdrawn', why: 'the request is gone' }
  const proof = await deps.ats.logActivity(tenantId, {
    externalKey: effect.key,
    applicationId,
    event: payload.event,
    text: payload.text,
    data: { ...payload.data, ...(request ? { request: request.title, job: request.jobTitle } : {}) },
    at: effect.createdAt,
  })
  return { kind: 'done', proof, ...(payload.askedIn ? { note: payload.askedIn.done } : {}) }
}
