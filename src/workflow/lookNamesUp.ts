import { type Directory, withJobs } from '../domain/directory.ts'
import { isParleyError } from '../domain/errors.ts'
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
  const known = ids.length === 0 ? directory : withJobs(directory, await readJobs(deps, tenantId, ids))
  return frames.map((frame) => {
    const grounded = groundFrame(frame, known, thread)
    return { frame: nameRecords(frame, grounded, known), grounded, directory: known }
  })
}

function candidateIdsIn(frames: readonly Frame[], directory: Directory): string[] {
  const ids = new Set<string>()
  for (const { candidate } of frames) {
    const found = candidate === null ? [] : directory.findPeople(candidate)
    if (found.length > bearerCountMax) continue
    for (const { item } of found) if (item.kind === 'candidate') ids.add(item.id)
  }
  return [...ids]
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
