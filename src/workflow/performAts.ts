import type { AskedIn, Effect, EffectPayload } from '../domain/effect.ts'
import { placeOf } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import { needBundle, partyOf } from './bundle.ts'
import type { Deps } from './deps.ts'
import type { Prepared } from './effects.ts'
import type { Speech } from './speech.ts'

// The write-back (R2, R3, R37, R45): each write looks up before it creates and reads back what it wrote; the adapter's proof is kept.

type Payload<K extends EffectPayload['kind']> = Extract<EffectPayload, { kind: K }>

export async function performAtsInterview(tx: Tx, deps: Deps, payload: Payload<'atsInterview'>): Promise<Prepared> {
  const { tenantId } = tx
  const interview = await tx.get('interviews', payload.interviewId)
  if (!interview) return { kind: 'withdrawn', why: 'the interview is gone' }
  if (interview.sequence !== payload.sequence) return { kind: 'withdrawn', why: 'a later change is owed' }
  const bundle = await needBundle(tx, interview.requestId)
  const parties = interview.partyIds.map((id) => partyOf(bundle, id))
  const recruiter = await tx.get('members', bundle.request.recruiterId)
  const uid = bundle.invitations.find((i) => i.interviewId === interview.id)?.uid ?? interview.id
  const act = async () => {
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
      revision: interview.sequence,
      ...(recruiter ? { zone: recruiter.zone, actorEmail: recruiter.email } : {}),
    })
    const keep = async (later: Tx) => {
      await later.update('interviews', interview.id, { atsInterviewId: proof.id })
    }
    return { kind: 'done' as const, proof, keep }
  }
  return { kind: 'ready', act }
}

export async function performAtsStage(
  tx: Tx,
  deps: Deps,
  effect: Effect,
  payload: Payload<'atsStage'>,
): Promise<Prepared> {
  const { tenantId } = tx
  const { applicationId, fromStageId, toStageId } = payload
  const request = await tx.get('requests', effect.requestId ?? '')
  const recruiter = request ? await tx.get('members', request.recruiterId) : null
  const act = async () => {
    const result = await deps.ats.advanceStage(tenantId, applicationId, fromStageId, toStageId, recruiter?.email)
    if (result.kind === 'notWritten')
      return { kind: 'done' as const, proof: result.proof, note: () => `${result.proof.said}.` }
    if (result.kind === 'moved') return { kind: 'done' as const, proof: result.proof, ...askedNote(payload) }
    const words = `left in "${result.currentLabel}": somebody moved it meanwhile`
    return {
      kind: 'done' as const,
      proof: { at: deps.clock.now().toISOString(), id: payload.applicationId, said: words },
      note: ({ words }: Speech) => words.errands.stage.movedByOthers(result.currentLabel),
    }
  }
  return { kind: 'ready', act }
}

export async function performAtsLog(tx: Tx, deps: Deps, effect: Effect, payload: Payload<'atsLog'>): Promise<Prepared> {
  const { tenantId } = tx
  const request = await tx.get('requests', effect.requestId ?? '')
  const applicationId = request?.applicationId ?? payload.applicationId
  const recruiter = request ? await tx.get('members', request.recruiterId) : null
  if (!applicationId) return { kind: 'withdrawn', why: 'the request is gone' }
  const act = async () => {
    const proof = await deps.ats.logActivity(tenantId, {
      externalKey: effect.key,
      applicationId,
      event: payload.event,
      text: payload.text,
      data: { ...payload.data, ...(request ? { request: request.title, job: request.jobTitle } : {}) },
      at: effect.createdAt,
      ...(recruiter ? { actorEmail: recruiter.email } : {}),
    })
    return { kind: 'done' as const, proof, ...askedNote(payload) }
  }
  return { kind: 'ready', act }
}

/** Somebody asked for it by name: then it is told when it has happened. */
function askedNote({ askedIn }: { askedIn?: AskedIn }): { note?: () => string } {
  return askedIn ? { note: () => askedIn.done } : {}
}
