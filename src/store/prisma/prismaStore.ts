import type { PgBoss } from 'pg-boss'
import type { Clock } from '../../domain/clock.ts'
import { ParleyError } from '../../domain/errors.ts'
import type { Ids, TenantId } from '../../domain/ids.ts'
import type { PrismaClient } from '../../generated/prisma/client.ts'
import type { Handlers, Store, Tx } from '../port.ts'
import { receivedGraceMs, sweepEveryMs } from '../refusals.ts'
import { assertOutsideTx, runTx } from '../runTx.ts'
import { isConflict, toParleyError } from './databaseError.ts'
import { findForgotten, startWorkers, workSender } from './jobs.ts'
import { openRowTx } from './rowTx.ts'
import type { Transact } from './sqlTransaction.ts'

export type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void

const rerunCountMax = 3
const sweepCountMax = 500
/** Serialises the first start of several processes on one empty database. */
const firstTenantLockId = 72_707_370

/** The store over an opened and migrated database. `release` closes what the opener opened, last. */
export function openPrismaStore(options: {
  engine: 'pglite' | 'postgresql'
  prisma: PrismaClient
  transact: Transact
  boss: PgBoss
  clock: Clock
  ids: Ids
  log: Log
  release: () => Promise<void>
}): Store {
  const { engine, prisma, transact, boss, clock, ids, log, release } = options
  const sendWork = workSender(boss, clock)
  let stopWork: (() => Promise<void>) | null = null

  async function inTenant<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T> {
    assertOutsideTx()
    for (let rerunCount = 0; ; rerunCount += 1) {
      try {
        return await transact(tenantId, (transaction) => runTx(openRowTx(transaction, tenantId, sendWork), work))
      } catch (error) {
        const known = toParleyError(error, null)
        if (!isConflict(known) || rerunCount >= rerunCountMax) throw known
        log('store.rerun', { tenantId, rerunCount: rerunCount + 1 })
      }
    }
  }

  async function outsideTenant<T>(run: () => Promise<T>): Promise<T> {
    assertOutsideTx()
    try {
      return await run()
    } catch (error) {
      throw toParleyError(error, null)
    }
  }

  const listTenants = () =>
    outsideTenant(async () => {
      const rows = await prisma.tenants.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
      return rows.map((row) => row.id as TenantId)
    })

  async function sweep(): Promise<void> {
    const now = clock.now()
    const dueAt = { effect: now, inbound: new Date(now.getTime() - receivedGraceMs) }
    for (const tenantId of await listTenants())
      await transact(tenantId, async (transaction) => {
        for (const kind of ['effect', 'inbound'] as const) {
          const forgotten = await findForgotten(transaction, kind, dueAt[kind], sweepCountMax)
          await sendWork(
            transaction,
            kind,
            tenantId,
            forgotten.map((id) => ({ id, at: now })),
          )
        }
      })
  }

  async function startWork(handlers: Handlers): Promise<() => Promise<void>> {
    if (stopWork) throw new Error('the store is already handing out work')
    const stopWorkers = await startWorkers(boss, handlers, engine === 'pglite' ? 2 : 4, log)
    let sweeping: Promise<void> = Promise.resolve()
    const sweepNow = () => {
      sweeping = sweeping.then(sweep).catch((error: unknown) => {
        log('store.sweepFailed', { message: error instanceof Error ? error.message : String(error) })
      })
    }
    sweepNow()
    const timer = setInterval(sweepNow, sweepEveryMs)
    const stop = async () => {
      if (stopWork === stop) stopWork = null
      clearInterval(timer)
      await stopWorkers()
      await sweeping
    }
    stopWork = stop
    return stop
  }

  return {
    inTenant,
    listTenants,
    createTenant: () =>
      outsideTenant(async () => {
        const id = ids.next('tenant')
        await prisma.tenants.create({ data: { id, createdAt: clock.now() } })
        return id
      }),
    firstTenant: () =>
      outsideTenant(() =>
        prisma.$transaction(async (transaction) => {
          await transaction.$queryRaw`SELECT 1 AS taken FROM pg_advisory_xact_lock(${firstTenantLockId})`
          const known = await transaction.tenants.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
          if (known) return known.id as TenantId
          const id = ids.next('tenant')
          await transaction.tenants.create({ data: { id, createdAt: clock.now() } })
          return id
        }),
      ),
    findLinkTenant: (hash) =>
      outsideTenant(async () => {
        const row = await prisma.linkIndex.findUnique({ where: { hash }, select: { tenantId: true } })
        return (row?.tenantId ?? null) as TenantId | null
      }),
    findChatTenant: (surface, workspaceId) =>
      outsideTenant(async () => {
        const where = { surface_teamId: { surface, teamId: workspaceId } }
        const row = await prisma.chatInstallations.findUnique({ where, select: { tenantId: true } })
        return (row?.tenantId ?? null) as TenantId | null
      }),
    startWork,
    describe: async () => {
      const { role, zone, isSuper, isOwner } = await outsideTenant(() => readSession(prisma))
      return { engine, role, isPrivileged: isSuper || isOwner, zone }
    },
    probe: () =>
      outsideTenant(async () => {
        const hash = `probe ${ids.secret()}`
        await prisma.linkIndex.create({ data: { hash, tenantId: 'probe', expiresAt: clock.now() } })
        await prisma.linkIndex.delete({ where: { hash } })
        const [row] = await prisma.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`
        if (!row) throw new Error('the database has no clock')
        return row.at
      }),
    close: async () => {
      await stopWork?.()
      await boss.stop({ graceful: false })
      await prisma.$disconnect()
      await release()
    },
  }
}

interface Session {
  role: string
  zone: string
  /** May pass by every policy. */
  isSuper: boolean
  isOwner: boolean
}

async function readSession(prisma: PrismaClient): Promise<Session> {
  const rows = await prisma.$queryRaw<Session[]>`
    SELECT current_user::text AS role, current_setting('TimeZone') AS zone, (r.rolsuper OR r.rolbypassrls) AS "isSuper",
      EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid AND c.relnamespace = 'public'::regnamespace) AS "isOwner"
    FROM pg_roles r WHERE r.rolname = current_user`
  const session = rows[0]
  if (!session) throw new Error('the session has no role')
  return session
}

/** Throws `notConfigured` when the session could see through the policies or would shift instants. */
export async function assertSafeSession(prisma: PrismaClient, isSingleRole: boolean): Promise<void> {
  const { role, zone, isSuper, isOwner } = await readSession(prisma)
  if (zone !== 'UTC')
    throw new ParleyError(
      'notConfigured',
      `The database session works in the time zone ${zone} instead of UTC. Please take "options" out of DATABASE_URL.`,
    )
  if (isSuper || (isOwner && !isSingleRole))
    throw new ParleyError(
      'notConfigured',
      `The database role ${role} could read every agency's data. Please give Parley a role that is no superuser, cannot ` +
        'bypass row-level security' +
        (isSingleRole ? '.' : ', and does not own the tables.'),
    )
}
