import { type Job, type JobResult, PgBoss } from 'pg-boss'
import type { Clock } from '../../domain/clock.ts'
import type { EffectId, InboundId, TenantId } from '../../domain/ids.ts'
import type { Handlers } from '../port.ts'
import { workRetryCountMax } from '../refusals.ts'
import type { SendWork } from './rowTx.ts'
import type { SqlTransaction } from './sqlTransaction.ts'

export type WorkKind = 'effect' | 'inbound'
export type BossOptions = ConstructorParameters<typeof PgBoss>[0] & object

/** All a job says: which row to look at. The row is the truth, a job is only a wake-up. */
interface Wake {
  tenantId: TenantId
  id: string
}

const queueOf = { effect: 'effects', inbound: 'inbound' } as const
const kinds = ['effect', 'inbound'] as const
/** Shorter than the process waits before it ends itself: closing the database takes a moment too. */
const stopWaitMs = 8_000

/** A pg-boss for Parley: no cron, and nothing that needs to own its tables. */
export function openBoss(options: BossOptions, log: (event: string, facts?: Record<string, unknown>) => void): PgBoss {
  const boss = new PgBoss({
    useListenNotify: true,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    ...options,
  })
  boss.on('error', (error) => log('queue.error', { message: error.message }))
  return boss
}

/** Creates what the queues need; part of bringing a database up. The boss has been started and may change the schema. */
export async function createQueues(boss: PgBoss): Promise<void> {
  const existing = new Set((await boss.getQueues()).map((queue) => queue.name))
  for (const name of Object.values(queueOf))
    if (!existing.has(name))
      await boss.createQueue(name, {
        notify: true,
        // For a worker that died or a handler that threw; attempts of an effect are counted on its row.
        retryLimit: workRetryCountMax,
        retryDelay: 1,
        retryBackoff: true,
        heartbeatSeconds: 30,
      })
}

/**
 * The first look-up of a queue inside a transaction would need a second session, which PGlite does not have, and freeze until
 * the transaction times out. So both are looked up before anything is sent.
 */
export async function warmQueues(boss: PgBoss): Promise<void> {
  for (const name of Object.values(queueOf)) await boss.findJobs(name, { key: 'warm' })
}

/**
 * Sends wake-ups with the transaction, all in one statement. What is due is decided by `clock`, which in a rehearsal runs
 * ahead of the database's.
 */
export function workSender(boss: PgBoss, clock: Clock): SendWork {
  return async (transaction, kind, tenantId, wakes) => {
    if (wakes.length === 0) return
    const nowMs = clock.now().getTime()
    const jobs = wakes.map(({ id, at }) => {
      const wake: Wake = { tenantId, id }
      const delayMs = at.getTime() - nowMs
      return { data: wake, ...(delayMs > 0 ? { startAfter: String(delayMs / 1000) } : {}) }
    })
    await boss.insert(queueOf[kind], jobs, { db: { executeSql: (sql, given = []) => transaction.run(sql, given) } })
  }
}

const forgottenRows = {
  effect: `SELECT id FROM effects AS due WHERE state = 'owed' AND next_attempt_at <= $1`,
  inbound: `SELECT id FROM inbound AS due WHERE state = 'received' AND received_at < $1`,
}

/**
 * Rows due by `dueAt` that no job will wake within seconds: a worker died, or the clock ran ahead of the database's. One
 * statement, so that a row whose job ends meanwhile is seen either with its job or as done.
 */
export async function findForgotten(
  transaction: SqlTransaction,
  kind: WorkKind,
  dueAt: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await transaction.run<{ id: string }>(
    `${forgottenRows[kind]} AND NOT EXISTS (
       SELECT 1 FROM pgboss.job WHERE job.name = $2 AND job.state IN ('created', 'retry', 'active')
         AND job.start_after <= now() + interval '2 seconds' AND job.data ->> 'id' = due.id
     ) LIMIT $3::int`,
    [dueAt, queueOf[kind], limit],
  )
  return rows.map((row) => row.id)
}

/** Hands due work to `handlers`, one at a time per row in this process. Returns what stops it and waits at most 8 s. */
export async function startWorkers(
  boss: PgBoss,
  handlers: Handlers,
  concurrency: number,
  log: (event: string, facts?: Record<string, unknown>) => void,
): Promise<() => Promise<void>> {
  const rowRuns = new Map<string, Promise<unknown>>()

  async function handle(kind: WorkKind, job: Job<Wake>): Promise<JobResult> {
    const { tenantId, id } = job.data
    const key = `${kind}/${tenantId}/${id}`
    const run = (rowRuns.get(key) ?? Promise.resolve()).then(() =>
      kind === 'effect' ? handlers.effect(tenantId, id as EffectId) : handlers.inbound(tenantId, id as InboundId),
    )
    const settled = run.catch(() => {})
    rowRuns.set(key, settled)
    try {
      await run
      return { id: job.id, status: 'completed' }
    } catch (error) {
      log('work.threw', { kind, tenantId, id, message: error instanceof Error ? error.message : String(error) })
      return { id: job.id, status: 'failed', output: { message: 'the handler threw' } }
    } finally {
      if (rowRuns.get(key) === settled) rowRuns.delete(key)
    }
  }

  for (const kind of kinds)
    await boss.work<Wake>(
      queueOf[kind],
      {
        batchSize: 10,
        localConcurrency: concurrency,
        perJobResults: true,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 1,
        // With notifications on, the poll that finds jobs of a later date would otherwise come every 30 s only.
        notifyPollingIntervalSeconds: 1,
      },
      async (jobs: Job<Wake>[]) => Promise.all(jobs.map((job) => handle(kind, job))),
    )

  return async () => {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, stopWaitMs)
    })
    await Promise.race([
      Promise.all(Object.values(queueOf).map((name) => boss.offWork(name, { wait: true }))),
      patience,
    ])
    clearTimeout(timer)
  }
}
