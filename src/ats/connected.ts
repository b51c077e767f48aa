import type { Clock } from '../domain/clock.ts'
import { ParleyError } from '../domain/errors.ts'
import type { Ids, TenantId } from '../domain/ids.ts'
import type { Store } from '../store/port.ts'
import type { AtsSystems } from './connector.ts'
import type { ActivityWrite, AtsPort, InterviewWrite, NewRecord } from './port.ts'
import { listOutsideAttachments, readDrift } from './readOutside.ts'
import { takeTurns } from './takeTurns.ts'
import { writeInterview } from './writeInterview.ts'
import { writeLog } from './writeNote.ts'
import { moveStage } from './writeStage.ts'
import { findTarget, type Target, type WriteDesk } from './writeTarget.ts'

export interface ConnectedAtsOptions {
  /** Reads all records, and writes those that are Parley's own. */
  records: AtsPort
  systems: AtsSystems
  store: Store
  clock: Clock
  ids: Ids
}

/**
 * All records in one: those of connected systems were synced into the same tables, so every look-up is the built-in one's; what is written
 * goes where the application comes from. A write looks up before it creates and is read back; what a system cannot take becomes a note there,
 * or stays in Parley, and the proof says so. Between the look and the write there is time, so that writes to one application take turns.
 */
export function createConnectedAts({ records, ...desk }: ConnectedAtsOptions): AtsPort {
  const inTurn = takeTurns()
  async function write<T>(
    tenantId: TenantId,
    applicationId: string,
    there: (target: Target) => Promise<T>,
    here: () => Promise<T>,
  ): Promise<T> {
    const target = await findTarget(desk, tenantId, applicationId)
    return target ? inTurn(`${tenantId}/${applicationId}`, () => there(target)) : here()
  }
  return {
    ...records,
    writeInterview: (tenantId: TenantId, interview: InterviewWrite) =>
      write(
        tenantId,
        interview.applicationId,
        (target) => writeInterview(desk, tenantId, target, interview),
        () => records.writeInterview(tenantId, interview),
      ),
    advanceStage: (tenantId, applicationId, fromStageId, toStageId, actorEmail) =>
      write(
        tenantId,
        applicationId,
        (target) => moveStage(desk, tenantId, target, { fromStageId, toStageId, actorEmail }),
        () => records.advanceStage(tenantId, applicationId, fromStageId, toStageId, actorEmail),
      ),
    logActivity: (tenantId: TenantId, activity: ActivityWrite) =>
      write(
        tenantId,
        activity.applicationId,
        (target) => writeLog(desk, tenantId, target, activity),
        () => records.logActivity(tenantId, activity),
      ),
    listAttachments: async (tenantId, applicationId) =>
      (await listOutsideAttachments(desk, tenantId, applicationId)) ?? records.listAttachments(tenantId, applicationId),
    readDrift: (tenantId, applicationId, ours) => readDrift(desk, tenantId, applicationId, ours),
    addRecord: records.addRecord && ((tenantId, record) => addRecord(desk, records, tenantId, record)),
  }
}

/** Who is added to a job of a connected system is added there: here nobody there would ever see him. */
async function addRecord(
  { store }: WriteDesk,
  records: AtsPort,
  tenantId: TenantId,
  record: NewRecord,
): Promise<string> {
  if (record.kind === 'candidate') {
    const name = await store.inTenant(tenantId, async (tx) => {
      const job = await tx.get('atsJobs', record.jobId)
      const connection = job?.connectionId ? await tx.get('connections', job.connectionId) : null
      return connection?.name ?? null
    })
    if (name)
      throw new ParleyError(
        'badInput',
        `This job comes from ${name}: add the candidate there. Parley knows them some minutes later.`,
        { field: 'jobId' },
      )
  }
  if (!records.addRecord) throw new ParleyError('refused', 'Records cannot be added here.')
  return records.addRecord(tenantId, record)
}
