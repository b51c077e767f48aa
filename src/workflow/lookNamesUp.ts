import { type Directory, withJobs } from '../domain/directory.ts'
import { isParleyError } from '../domain/errors.ts'
import { readDescription } from '../intents/describedPeople.ts'
import type { Frame } from '../intents/frame.ts'
import { type GroundedFrame, groundFrame } from '../intents/groundFrame.ts'
import { nameRecords } from '../intents/settleNames.ts'
import type { ThreadContext } from '../intents/thread.ts'
import type { Deps } from './deps.ts'
import type { Conversation } from './scheduleWish.ts'

/** A frame with the records behind its names. */
export interface NamedFrame {
  /** In the spelling of the records where a name was settled. */
  frame: Frame
  grounded: GroundedFrame
  directory: Directory
}

/** The jobs of more people than these are not read: a use case narrows so many down in the ATS itself. */
const bearerCountMax = 200

/**
 * Looks up whom the frames of a message name. Only of those who may be meant the jobs are asked for, which tell people of one name
 * apart.
 */
export async function lookNamesUp(
  deps: Pick<Deps, 'ats' | 'log'>,
  { tenantId }: Pick<Conversation, 'tenantId'>,
  frames: readonly Frame[],
  directory: Directory,
  thread: ThreadContext,
): Promise<NamedFrame[]> {
  const ids = candidateIdsIn(frames, directory)
  const jobIdsOf = new Map(ids.length === 0 ? [] : await readJobs(deps, tenantId, ids))
  for (const [id, jobIds] of await readDescribed(deps, tenantId, frames, directory)) jobIdsOf.set(id, jobIds)
  const known = jobIdsOf.size === 0 ? directory : withJobs(directory, jobIdsOf)
  return frames.map((frame) => {
    const grounded = groundFrame(frame, known, thread)
    return { frame: nameRecords(frame, grounded, known), grounded, directory: known }
  })
}

function candidateIdsIn(frames: readonly Frame[], directory: Directory): string[] {
  const ids = new Set<string>()
  for (const { candidate, client, job } of frames) {
    const found = candidate === null ? [] : directory.findPeople(candidate)
    if (found.length > bearerCountMax) continue
    for (const { item } of found) if (item.kind === 'candidate') ids.add(item.id)
    // "Sam for the UX role" may be Samantha.
    const kin = candidate === null || (job === null && client === null) ? [] : directory.findKin(candidate)
    if (kin.length <= bearerCountMax) for (const { id, kind } of kin) if (kind === 'candidate') ids.add(id)
  }
  return [...ids]
}

/** "the iOS applicant of Orbit": who is put forward for such a job, by id with the jobs. */
async function readDescribed(
  deps: Pick<Deps, 'ats' | 'log'>,
  tenantId: Conversation['tenantId'],
  frames: readonly Frame[],
  directory: Directory,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const jobIdsOf = new Map<string, string[]>()
  for (const { candidate, client } of frames) {
    const description = candidate === null ? null : readDescription(candidate)
    if (description?.kind !== 'candidate' || directory.findPeople(candidate ?? '').length > 0) continue
    const isJob = directory.findJobs(description.of).length > 0
    const query = { candidate: null, client: isJob ? client : description.of, job: isJob ? description.of : null }
    try {
      const { matches } = await deps.ats.findApplications(tenantId, query)
      for (const { candidateId, jobId } of matches)
        jobIdsOf.set(candidateId, [...(jobIdsOf.get(candidateId) ?? []), jobId])
    } catch (error) {
      if (!isParleyError(error, 'unavailable')) throw error
      deps.log('directory.unavailable', { error: String(error) })
    }
  }
  return jobIdsOf
}

async function readJobs(
  deps: Pick<Deps, 'ats' | 'log'>,
  tenantId: Conversation['tenantId'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  try {
    return await deps.ats.readJobsOf(tenantId, ids)
  } catch (error) {
    if (!isParleyError(error, 'unavailable')) throw error
    deps.log('directory.unavailable', { error: String(error) })
    return new Map()
  }
}
