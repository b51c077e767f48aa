import { isParleyError, ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { StageRecord } from '../domain/records.ts'
import type { LiveApplication } from './connector.ts'
import type { StageResult } from './port.ts'
import { findActor, heldBack, proofOf, type Target, type WriteDesk } from './writeTarget.ts'

/** Compares with the vendor's present stage, moves forward, and looks again: what is told is what is there. */
export async function moveStage(
  desk: WriteDesk,
  tenantId: TenantId,
  target: Target,
  { fromStageId, toStageId, actorEmail }: { fromStageId: string; toStageId: string; actorEmail: string | undefined },
): Promise<StageResult> {
  const { connector, connection, ref, application, system } = target
  const { from, to, actingUserId } = await desk.store.inTenant(tenantId, async (tx) => {
    const [fromRow, toRow] = await Promise.all([tx.get('atsStages', fromStageId), tx.get('atsStages', toStageId)])
    return { from: fromRow, to: toRow, actingUserId: await findActor(tx, target, actorEmail) }
  })
  if (!to || to.jobId !== application.jobId)
    throw new ParleyError('refused', 'The stage to move to is not a stage of this job any more. Choose another stage.')
  const held = heldBack(desk, target, `stage "${to.label}"`)
  if (held) return { kind: 'notWritten', proof: held }
  if (!connector.moveStage) {
    const said = `${system.name} lets nobody move stages through its interface: please move it to "${to.label}" there`
    return { kind: 'notWritten', proof: proofOf(desk, 'none', said) }
  }
  const live = await readLive(target)
  if (live.stageId !== to.externalId) {
    const isElsewhere = live.outcome !== 'active' || live.stageId !== (from?.externalId ?? null)
    if (isElsewhere || (from && to.ordinal < from.ordinal)) return { kind: 'leftAlone', currentLabel: live.stageLabel }
    await connector.moveStage({ ...ref, fromStageId: live.stageId, toStageId: to.externalId ?? '', actingUserId })
    const after = await readLive(target)
    if (after.stageId !== to.externalId)
      throw new ParleyError(
        'unavailable',
        `${connection.name} took the move but still shows "${after.stageLabel}". Parley looks again by itself.`,
        { retry: 'later' },
      )
  }
  await keepStage(desk, tenantId, target, to)
  return {
    kind: 'moved',
    proof: proofOf(desk, ref.applicationId, `Stage is now "${to.label}"`, application.url ?? null),
  }
}

async function readLive({ connector, connection, ref }: Target): Promise<LiveApplication> {
  const live = await connector.readApplication(ref)
  if (live) return live
  throw new ParleyError('refused', `The application is no longer in ${connection.name}, so nothing was written.`)
}

/** So that the sync does not take our own move for somebody else's. */
async function keepStage(
  { store, clock }: WriteDesk,
  tenantId: TenantId,
  { application }: Target,
  to: StageRecord,
): Promise<void> {
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
