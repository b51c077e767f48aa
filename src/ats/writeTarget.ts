import type { Clock } from '../domain/clock.ts'
import type { Connection } from '../domain/connection.ts'
import type { Proof } from '../domain/effect.ts'
import { ParleyError } from '../domain/errors.ts'
import type { Ids, TenantId } from '../domain/ids.ts'
import type { ApplicationRecord } from '../domain/records.ts'
import type { Store, Tx } from '../store/port.ts'
import type { ApplicationRef, AtsConnector, AtsSystem, AtsSystems } from './connector.ts'

/** What the writes to connected systems stand on. */
export interface WriteDesk {
  systems: AtsSystems
  store: Store
  clock: Clock
  ids: Ids
}

/** The place a write goes to, with what the vendor calls it. */
export interface Target {
  connection: Connection
  system: AtsSystem
  connector: AtsConnector
  application: ApplicationRecord
  ref: ApplicationRef
}

export function proofOf(
  { clock }: Pick<WriteDesk, 'clock'>,
  id: string,
  said: string,
  url: string | null = null,
): Proof {
  return { at: clock.now().toISOString(), id, said, ...(url ? { url } : {}) }
}

/** Null for a record of Parley's own. */
export async function findTarget(
  { store, systems }: WriteDesk,
  tenantId: TenantId,
  applicationId: string,
): Promise<Target | null> {
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
  const connector = systems.open(connection)
  await connector.learn?.()
  return {
    connection,
    system: systems.find(connection.system),
    connector,
    application,
    ref: {
      applicationId: application.externalId ?? '',
      candidateId: candidate?.externalId ?? '',
      jobId: job?.externalId ?? '',
    },
  }
}

/** What is said in place of a write; null when it is to be made. */
export function heldBack(desk: WriteDesk, { connection }: Target, what: string): Proof | null {
  if (connection.writes === 'on') return null
  const said =
    connection.writes === 'dryRun'
      ? `Rehearsal, not written to ${connection.name}: ${what}`
      : `Kept in Parley, because writing to ${connection.name} is switched off: ${what}`
  return proofOf(desk, 'none', said)
}

/** The vendor's id of the recruiter, so that what is written bears his name; else the user the connection was given. */
export async function findActor(tx: Tx, { connection }: Target, email: string | undefined): Promise<string | null> {
  const users = email
    ? await tx.find('atsUsers', { where: { connectionId: connection.id, email: email.toLowerCase() }, limit: 1 })
    : []
  return users[0]?.externalId ?? connection.settings.actingUserId ?? null
}
