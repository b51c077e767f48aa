import type { Clock } from '../domain/clock.ts'
import type { Ids, TenantId } from '../domain/ids.ts'
import type { Store } from '../store/port.ts'
import type { AtsSystems } from './connector.ts'
import type { ActivityWrite, AtsPort, InterviewWrite } from './port.ts'
import { listOutsideAttachments, readDrift } from './readOutside.ts'
import { writeInterview } from './writeInterview.ts'
import { writeLog } from './writeNote.ts'
import { moveStage } from './writeStage.ts'
import { findTarget } from './writeTarget.ts'

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
 * or stays in Parley, and the proof says so.
 */
export function createConnectedAts({ records, ...desk }: ConnectedAtsOptions): AtsPort {
  return {
    ...records,
    writeInterview: async (tenantId: TenantId, write: InterviewWrite) => {
      const target = await findTarget(desk, tenantId, write.applicationId)
      return target ? writeInterview(desk, tenantId, target, write) : records.writeInterview(tenantId, write)
    },
    advanceStage: async (tenantId, applicationId, fromStageId, toStageId, actorEmail) => {
      const target = await findTarget(desk, tenantId, applicationId)
      return target
        ? moveStage(desk, tenantId, target, { fromStageId, toStageId, actorEmail })
        : records.advanceStage(tenantId, applicationId, fromStageId, toStageId, actorEmail)
    },
    listAttachments: async (tenantId, applicationId) =>
      (await listOutsideAttachments(desk, tenantId, applicationId)) ?? records.listAttachments(tenantId, applicationId),
    readDrift: (tenantId, applicationId, ours) => readDrift(desk, tenantId, applicationId, ours),
    logActivity: async (tenantId: TenantId, activity: ActivityWrite) => {
      const target = await findTarget(desk, tenantId, activity.applicationId)
      return target ? writeLog(desk, tenantId, target, activity) : records.logActivity(tenantId, activity)
    },
  }
}
