import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { AtsAttachment, Drift, InterviewFacts } from './port.ts'
import { findTarget, type WriteDesk } from './writeTarget.ts'

const timeWords = (instant: Date) => instant.toISOString().slice(0, 16).replace('T', ' ')

/** Compares what Parley wrote with what the vendor has now. Null where nothing can be compared. */
export async function readDrift(
  desk: WriteDesk,
  tenantId: TenantId,
  applicationId: string,
  ours: InterviewFacts,
): Promise<Drift | null> {
  const target = await findTarget(desk, tenantId, applicationId)
  const { readInterview } = target?.connector ?? {}
  if (!target || !readInterview || target.connection.writes !== 'on') return null
  const [row] = await desk.store.inTenant(tenantId, (tx) =>
    tx.find('atsInterviews', { where: { externalKey: ours.externalKey }, limit: 1 }),
  )
  if (!row?.externalId) return null
  const system = target.connection.name
  const theirs = await readInterview({ ...target.ref, id: row.externalId })
  if (!theirs) return { system, kind: 'gone', said: 'it is no longer there' }
  if (theirs.status === 'CANCELED') return { system, kind: 'gone', said: 'it is cancelled there' }
  const isSame = theirs.startAt.getTime() === ours.startAt.getTime() && theirs.endAt.getTime() === ours.endAt.getTime()
  return isSame
    ? null
    : {
        system,
        kind: 'otherTime',
        said: `it stands at ${timeWords(theirs.startAt)} UTC there`,
        startAt: theirs.startAt,
      }
}

const linkMsMax = 4000

/** Links to documents, asked for when they are shown, because they end; a vendor that takes long is not waited for. */
export async function listOutsideAttachments(
  desk: WriteDesk,
  tenantId: TenantId,
  applicationId: string,
): Promise<readonly AtsAttachment[] | null> {
  const target = await findTarget(desk, tenantId, applicationId)
  if (!target) return null
  const { listAttachments } = target.connector
  if (!listAttachments) return []
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ParleyError('unavailable', `${target.connection.name} did not give the documents in time.`)),
      linkMsMax,
    )
  })
  try {
    return await Promise.race([listAttachments(target.ref), late])
  } finally {
    clearTimeout(timer)
  }
}
