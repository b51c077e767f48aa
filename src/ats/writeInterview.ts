import type { Proof } from '../domain/effect.ts'
import { isParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { AtsConnector, InterviewWriting } from './connector.ts'
import { interviewText } from './interviewText.ts'
import type { InterviewWrite } from './port.ts'
import { writeNoteOnce } from './writeNote.ts'
import { findActor, heldBack, proofOf, type Target, type WriteDesk } from './writeTarget.ts'

/** Writes, changes or cancels the vendor's interview; a note where there is none, or where he would refuse it. */
export async function writeInterview(
  desk: WriteDesk,
  tenantId: TenantId,
  target: Target,
  write: InterviewWrite,
): Promise<Proof> {
  const { connector } = target
  const text = interviewText(write)
  const held = heldBack(desk, target, text.replaceAll('\n', '; '))
  if (held) return held
  const writing = await describe(desk, tenantId, target, write, text)
  if (!connector.writeInterview) return writeAsNote(desk, tenantId, target, write, writing)
  const problems = write.status === 'CANCELED' ? [] : ((await connector.checkInterview?.(writing)) ?? [])
  // What the vendor would refuse is written as a note, with the reasons: the record still says what was agreed.
  if (problems.length > 0) return writeAsNote(desk, tenantId, target, write, writing, problems)
  const written = await writeOrAnew(connector.writeInterview, writing)
  await keepInterview(desk, tenantId, target, write, written.id)
  return proofOf(desk, written.id, written.said, written.url ?? target.application.url ?? null)
}

/** Somebody may have removed it there; what was agreed is then written anew. */
async function writeOrAnew(write: NonNullable<AtsConnector['writeInterview']>, writing: InterviewWriting) {
  try {
    return await write(writing)
  } catch (error) {
    if (!isParleyError(error, 'notFound') || writing.knownId === null || writing.status === 'CANCELED') throw error
    return write({ ...writing, knownId: null })
  }
}

/** In the vendor's ids. */
async function describe(
  { store }: WriteDesk,
  tenantId: TenantId,
  target: Target,
  write: InterviewWrite,
  text: string,
): Promise<InterviewWriting> {
  const { connection, application, ref } = target
  return store.inTenant(tenantId, async (tx) => {
    const [[known], stage, actingUserId, users] = await Promise.all([
      tx.find('atsInterviews', { where: { externalKey: write.externalKey }, limit: 1 }),
      tx.get('atsStages', application.stageId),
      findActor(tx, target, write.actorEmail),
      tx.find('atsUsers', { where: { id: { in: write.userIds }, connectionId: connection.id } }),
    ])
    const { status, title, startAt, endAt, location, participants } = write
    return {
      ...ref,
      ...{ status, title, startAt, endAt, location, participants, text, actingUserId },
      key: write.externalKey,
      knownId: known?.externalId ?? null,
      zone: write.zone ?? 'UTC',
      userIds: users.flatMap(({ externalId }) => externalId ?? []),
      stageId: stage?.externalId ?? null,
    }
  })
}

async function writeAsNote(
  desk: WriteDesk,
  tenantId: TenantId,
  target: Target,
  write: InterviewWrite,
  { text, actingUserId }: InterviewWriting,
  problems: readonly string[] = [],
): Promise<Proof> {
  const { connection, system, connector } = target
  const why = problems.length > 0 ? problems.join(' ') : `${system.name} takes no interviews through its interface.`
  if (!connector.writeNote) {
    await keepInterview(desk, tenantId, target, write, null)
    return proofOf(desk, 'none', `Kept in Parley only: ${why} It takes no notes either.`)
  }
  const { externalKey, status, startAt, revision = startAt.toISOString() } = write
  const key = `${externalKey}:${status}:${revision}`
  const about = { event: 'interview', text, data: {}, at: write.startAt, actingUserId }
  const note = await writeNoteOnce(desk, tenantId, target, { key, ...about })
  await keepInterview(desk, tenantId, target, write, null)
  return proofOf(desk, note.id, `A note in ${connection.name}: ${note.said} (${why})`, note.url)
}

/** The same row that the sync would write, so that the record is one. */
async function keepInterview(
  { store, clock, ids }: WriteDesk,
  tenantId: TenantId,
  { connection, application }: Target,
  write: InterviewWrite,
  externalId: string | null,
): Promise<void> {
  const { actorEmail: _actor, zone: _zone, revision: _revision, ...facts } = write
  await store.inTenant(tenantId, async (tx) => {
    const now = clock.now()
    const [known] = await tx.find('atsInterviews', { where: { externalKey: write.externalKey }, limit: 1 })
    const id = externalId === null ? (known?.id ?? ids.next('atsInterview')) : `${connection.id}.${externalId}`
    // Seen by the sync before the write was told: it is the same one.
    if (known && known.id !== id) await tx.remove('atsInterviews', { id: known.id })
    const row = {
      ...facts,
      id,
      connectionId: connection.id,
      externalId,
      candidateId: application.candidateId,
      jobId: application.jobId,
      isSample: false,
      createdAt: known?.createdAt ?? now,
      updatedAt: now,
    }
    await tx.keepMany('atsInterviews', [row])
  })
}
