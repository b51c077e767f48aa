import type { Clock } from '../domain/clock.ts'
import type { Connection } from '../domain/connection.ts'
import type { Proof } from '../domain/effect.ts'
import { isParleyError, ParleyError } from '../domain/errors.ts'
import type { Ids, TenantId } from '../domain/ids.ts'
import type { ApplicationRecord, StageRecord } from '../domain/records.ts'
import type { Store, Tx } from '../store/port.ts'
import type {
  ApplicationRef,
  AtsConnector,
  AtsSystem,
  AtsSystems,
  InterviewWriting,
  LiveApplication,
} from './connector.ts'
import { interviewText, noteText } from './noteText.ts'
import type { ActivityWrite, AtsPort, InterviewWrite, StageResult } from './port.ts'

export interface ConnectedAtsOptions {
  /** Reads all records, and writes those that are Parley's own. */
  records: AtsPort
  systems: AtsSystems
  store: Store
  clock: Clock
  ids: Ids
}

/** The place a write goes to, with what the vendor calls it. */
interface Target {
  connection: Connection
  system: AtsSystem
  connector: AtsConnector
  application: ApplicationRecord
  ref: ApplicationRef
}

/**
 * All records in one: those of connected systems were synced into the same tables, so every look-up is the built-in one's; what is written
 * goes where the application comes from. A write looks up before it creates and is read back; what a system cannot take becomes a note there,
 * or stays in Parley, and the proof says so.
 */
export function createConnectedAts({ records, systems, store, clock, ids }: ConnectedAtsOptions): AtsPort {
  const proof = (id: string, said: string, url: string | null = null): Proof => ({
    at: clock.now().toISOString(),
    id,
    said,
    ...(url ? { url } : {}),
  })

  /** Null for a record of Parley's own. */
  async function findTarget(tenantId: TenantId, applicationId: string): Promise<Target | null> {
    const found = await store.inTenant(tenantId, async (tx) => {
      const application = await tx.get('atsApplications', applicationId)
      if (!application?.connectionId) return null
      const [connection, candidate, job] = await Promise.all([
        tx.get('connections', application.connectionId),
        tx.get('atsCandidates', application.candidateId),
        tx.get('atsJobs', application.jobId),
      ])
      return { application, connection, candidate, job }
    })
    if (!found) return null
    const { application, connection, candidate, job } = found
    if (!connection)
      throw new ParleyError(
        'notConfigured',
        'The ATS this application comes from is no longer connected. Nothing was written.',
      )
    return {
      connection,
      system: systems.find(connection.system),
      connector: systems.open(connection),
      application,
      ref: {
        applicationId: application.externalId ?? '',
        candidateId: candidate?.externalId ?? '',
        jobId: job?.externalId ?? '',
      },
    }
  }

  /** What is said in place of a write; null when it is to be made. */
  function heldBack({ connection }: Target, what: string): Proof | null {
    if (connection.writes === 'on') return null
    const said =
      connection.writes === 'dryRun'
        ? `Rehearsal, not written to ${connection.name}: ${what}`
        : `Kept in Parley, because writing to ${connection.name} is switched off: ${what}`
    return proof('none', said)
  }

  /** The vendor's id of the recruiter, so that what is written bears his name; else the user the connection was given. */
  async function findActor(tx: Tx, { connection }: Target, email: string | undefined): Promise<string | null> {
    const users = email
      ? await tx.find('atsUsers', { where: { connectionId: connection.id, email: email.toLowerCase() }, limit: 1 })
      : []
    return users[0]?.externalId ?? connection.settings.actingUserId ?? null
  }

  async function writeInterview(tenantId: TenantId, write: InterviewWrite): Promise<Proof> {
    const target = await findTarget(tenantId, write.applicationId)
    if (!target) return records.writeInterview(tenantId, write)
    const { connection, connector, ref } = target
    const known = await store.inTenant(tenantId, async (tx) => {
      const [row] = await tx.find('atsInterviews', { where: { externalKey: write.externalKey }, limit: 1 })
      const [stage, actingUserId, users] = await Promise.all([
        tx.get('atsStages', target.application.stageId),
        findActor(tx, target, write.actorEmail),
        tx.find('atsUsers', { where: { id: { in: write.userIds } } }),
      ])
      return { row, stage, actingUserId, users }
    })
    const text = interviewText(write)
    const held = heldBack(target, text.replaceAll('\n', '; '))
    if (held) return held
    const writing: InterviewWriting = {
      ...ref,
      key: write.externalKey,
      knownId: known.row?.externalId ?? null,
      status: write.status,
      title: write.title,
      startAt: write.startAt,
      endAt: write.endAt,
      zone: write.zone ?? 'UTC',
      location: write.location,
      userIds: known.users.flatMap((user) =>
        user.connectionId === connection.id && user.externalId ? [user.externalId] : [],
      ),
      participants: write.participants,
      stageId: known.stage?.externalId ?? null,
      text,
      actingUserId: known.actingUserId,
    }
    if (!connector.writeInterview) return writeAsNote(tenantId, target, write, writing)
    const problems = write.status === 'CANCELED' ? [] : ((await connector.checkInterview?.(writing)) ?? [])
    // What the vendor would refuse is written as a note, with the reasons: the record still says what was agreed.
    if (problems.length > 0) return writeAsNote(tenantId, target, write, writing, problems)
    const written = await connector.writeInterview(writing)
    await keepInterview(tenantId, target, write, written.id)
    return proof(written.id, written.said, written.url ?? target.application.url ?? null)
  }

  async function writeAsNote(
    tenantId: TenantId,
    target: Target,
    write: InterviewWrite,
    { text, actingUserId }: InterviewWriting,
    problems: readonly string[] = [],
  ): Promise<Proof> {
    const { connection, system } = target
    const why = problems.length > 0 ? problems.join(' ') : `${system.name} takes no interviews through its interface.`
    if (!target.connector.writeNote) {
      await keepInterview(tenantId, target, write, null)
      return proof('none', `Kept in Parley only: ${why} It takes no notes either.`)
    }
    const key = `${write.externalKey}:${write.status}:${write.startAt.toISOString()}`
    const note = await writeNoteOnce(tenantId, target, key, 'interview', text, actingUserId, write.startAt)
    await keepInterview(tenantId, target, write, null)
    return proof(note.id, `Written as a note in ${connection.name}, because ${lowerFirst(why)} ${note.said}`, note.url)
  }

  /** The same row that the sync would write, so that the record is one. */
  async function keepInterview(
    tenantId: TenantId,
    { connection, application }: Target,
    write: InterviewWrite,
    externalId: string | null,
  ): Promise<void> {
    const { actorEmail: _actor, zone: _zone, ...facts } = write
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

  /** Notes have no key at the vendor's: our own row says whether one may have been written, its mark in the text finds it. */
  async function writeNoteOnce(
    tenantId: TenantId,
    target: Target,
    key: string,
    event: string,
    text: string,
    actingUserId: string | null,
    at: Date,
    data: Readonly<Record<string, unknown>> = {},
  ): Promise<{ id: string; said: string; url: string | null }> {
    const { connection, connector, application, ref } = target
    const { mayExist, rowId, doneId } = await store.inTenant(tenantId, async (tx) => {
      const [known] = await tx.find('atsActivities', { where: { externalKey: key }, limit: 1 })
      if (known) return { mayExist: true, rowId: known.id, doneId: known.externalId ?? null }
      const now = clock.now()
      const row = await tx.insert('atsActivities', {
        id: ids.next('atsActivity'),
        connectionId: connection.id,
        externalId: null,
        applicationId: application.id,
        candidateId: application.candidateId,
        externalKey: key,
        event,
        text,
        data,
        at,
        isSample: false,
        createdAt: now,
        updatedAt: now,
      })
      return { mayExist: false, rowId: row.id, doneId: null }
    })
    if (doneId) return { id: doneId, said: text, url: application.url ?? null }
    if (!connector.writeNote) throw new ParleyError('refused', `${connection.name} takes no notes.`)
    if (mayExist && !connector.canFindNotes) {
      // Whoever presses the button has looked.
      await store.inTenant(tenantId, (tx) => tx.remove('atsActivities', { id: rowId }))
      throw new ParleyError(
        'unknownOutcome',
        `${connection.name} did not answer when the note was written, and notes cannot be looked up there. Look at the record; if the note is missing, press the button to write it again.`,
      )
    }
    const written = await tryNote(tenantId, rowId, () =>
      connector.writeNote!({ ...ref, key, mayExist, text: noteText(text, key), actingUserId }),
    )
    await store.inTenant(tenantId, (tx) =>
      tx.update('atsActivities', rowId, { externalId: written.id, updatedAt: clock.now() }),
    )
    return { ...written, url: written.url ?? application.url ?? null }
  }

  /** What was clearly refused was not written: the next attempt need not doubt it. */
  async function tryNote<T>(tenantId: TenantId, rowId: string, write: () => Promise<T>): Promise<T> {
    try {
      return await write()
    } catch (error) {
      const isCertain =
        error instanceof ParleyError &&
        ['refused', 'notAllowed', 'notConfigured', 'notFound', 'rateLimited', 'badInput'].includes(error.code)
      if (isCertain) await store.inTenant(tenantId, (tx) => tx.remove('atsActivities', { id: rowId }))
      throw error
    }
  }

  async function logActivity(tenantId: TenantId, activity: ActivityWrite): Promise<Proof> {
    const target = await findTarget(tenantId, activity.applicationId)
    if (!target) return records.logActivity(tenantId, activity)
    const held = heldBack(target, activity.text)
    if (held) return held
    if (!target.connector.writeNote)
      return proof(
        'none',
        `Kept in Parley: ${target.system.name} takes no notes through its interface. ${activity.text}`,
      )
    const actingUserId = await store.inTenant(tenantId, (tx) => findActor(tx, target, activity.actorEmail))
    const { externalKey, event, text, at, data } = activity
    const note = await writeNoteOnce(tenantId, target, externalKey, event, text, actingUserId, at, data)
    return proof(note.id, note.said, note.url)
  }

  /** Compares with the vendor's present stage, moves, and looks again: what is told is what is there. */
  async function advanceStage(
    tenantId: TenantId,
    applicationId: string,
    fromStageId: string,
    toStageId: string,
    actorEmail?: string,
  ): Promise<StageResult> {
    const target = await findTarget(tenantId, applicationId)
    if (!target) return records.advanceStage(tenantId, applicationId, fromStageId, toStageId, actorEmail)
    const { connector, connection, ref, application, system } = target
    const { from, to, actingUserId } = await store.inTenant(tenantId, async (tx) => {
      const [fromRow, toRow] = await Promise.all([tx.get('atsStages', fromStageId), tx.get('atsStages', toStageId)])
      return { from: fromRow, to: toRow, actingUserId: await findActor(tx, target, actorEmail) }
    })
    if (!to || to.jobId !== application.jobId)
      throw new ParleyError(
        'refused',
        'The stage to move to is not a stage of this job any more. Choose another stage.',
      )
    const held = heldBack(target, `stage "${to.label}"`)
    if (held) return { kind: 'notWritten', proof: held }
    if (!connector.moveStage)
      return {
        kind: 'notWritten',
        proof: proof(
          'none',
          `${system.name} lets nobody move stages through its interface: please move it to "${to.label}" there.`,
        ),
      }
    const live = await readLive(target)
    const moved = (): StageResult => ({
      kind: 'moved',
      proof: proof(ref.applicationId, `Stage is now "${to.label}"`, application.url ?? null),
    })
    if (live.stageId === to.externalId) {
      await keepStage(tenantId, target, to)
      return moved()
    }
    const isElsewhere =
      live.outcome !== 'active' || live.stageId !== from?.externalId || (from && to.ordinal < from.ordinal)
    if (isElsewhere) return { kind: 'leftAlone', currentLabel: live.stageLabel }
    await connector.moveStage({ ...ref, fromStageId: live.stageId, toStageId: to.externalId ?? '', actingUserId })
    const after = await readLive(target)
    if (after.stageId !== to.externalId)
      throw new ParleyError(
        'unavailable',
        `${connection.name} took the move but still shows "${after.stageLabel}". Parley looks again by itself.`,
        { retry: 'later' },
      )
    await keepStage(tenantId, target, to)
    return moved()
  }

  async function readLive({ connector, connection, ref }: Target): Promise<LiveApplication> {
    const live = await connector.readApplication(ref)
    if (live) return live
    throw new ParleyError('refused', `The application is no longer in ${connection.name}, so nothing was written.`)
  }

  /** So that the sync does not take our own move for somebody else's. */
  async function keepStage(tenantId: TenantId, { application }: Target, to: StageRecord): Promise<void> {
    try {
      await store.inTenant(tenantId, (tx) =>
        tx.update('atsApplications', application.id, {
          stageId: to.id,
          status: to.status,
          originalStatus: to.label,
          updatedAt: clock.now(),
        }),
      )
    } catch (error) {
      if (!isParleyError(error, 'notFound')) throw error
    }
  }

  return { ...records, writeInterview, logActivity, advanceStage }
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]+ (of|the|is|has|had|no|there)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
