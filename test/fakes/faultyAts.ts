import type { AtsPort } from '../../src/ats/port.ts'
import { ParleyError } from '../../src/domain/errors.ts'

/** An ATS that does not answer while `isDown()` says so: a flag object, or a file that exists. */
export function createFaultyAts(inner: AtsPort, isDown: () => boolean): AtsPort {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isDown())
      throw new ParleyError('unavailable', 'The ATS does not answer right now. Try again in a moment.', {
        retry: 'later',
      })
    return work()
  }
  const { addRecord } = inner
  return {
    connection: inner.connection,
    depth: inner.depth,
    findApplications: (tenantId, query) => guarded(() => inner.findApplications(tenantId, query)),
    readApplication: (tenantId, id) => guarded(() => inner.readApplication(tenantId, id)),
    findPeople: (tenantId, name) => guarded(() => inner.findPeople(tenantId, name)),
    openDirectory: (tenantId) => guarded(() => inner.openDirectory(tenantId)),
    readJobsOf: (tenantId, ids) => guarded(() => inner.readJobsOf(tenantId, ids)),
    listInterviews: (tenantId, id) => guarded(() => inner.listInterviews(tenantId, id)),
    listAttachments: (tenantId, id) => guarded(() => inner.listAttachments(tenantId, id)),
    readDrift: (tenantId, id, ours) => guarded(() => inner.readDrift(tenantId, id, ours)),
    writeInterview: (tenantId, interview) => guarded(() => inner.writeInterview(tenantId, interview)),
    advanceStage: (tenantId, id, from, to) => guarded(() => inner.advanceStage(tenantId, id, from, to)),
    logActivity: (tenantId, activity) => guarded(() => inner.logActivity(tenantId, activity)),
    addRecord: addRecord === null ? null : (tenantId, record) => guarded(() => addRecord(tenantId, record)),
  }
}
