import { Hono } from 'hono'
import type { Clock } from '../domain/clock.ts'
import type { Store } from '../store/port.ts'

const writeWithinMs = 1_000
const skewMsMax = 120_000
const overdueMsMax = 60_000

/** The addresses that watchers poll, without a session; on both listeners. */
export const healthPaths = ['/livez', '/readyz'] as const

type Check = 'ok' | 'failed'

/** What /readyz says; no names, no addresses, no rows. */
interface Readiness {
  ready: boolean
  /** Null until the database is open, when it is also up to date: no start goes on without its migrations. */
  checks: Readonly<Record<'migrations' | 'databaseWrite' | 'clockSkew' | 'work', Check>> | null
  state: 'starting' | 'running' | 'stopping'
  /** Whether mails come in; said only where a mailbox is read, and no reason to be unready. */
  inboundMail?: 'starting' | 'ok' | 'failed'
}

export interface HealthInput {
  /** Null while the database is being opened and brought up to date. */
  store: () => Store | null
  /** Decides what is due. */
  clock: Clock
  /** The machine's own clock, compared with the database's: in a rehearsal the other one runs ahead. */
  machineClock: Clock
  isStopping: () => boolean
  /** Null where no mailbox is read. */
  inboundMail?: () => 'starting' | 'ok' | 'failed' | null
}

/**
 * /livez answers 200 while the process answers at all; /readyz 200 while it can take and do work, else 503 with what failed.
 * Trouble of a mail server or another provider is no reason: another process would have it too, and the card says so.
 */
export function createHealthApp(input: HealthInput): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.res.headers.set('Cache-Control', 'no-store')
    c.res.headers.set('X-Content-Type-Options', 'nosniff')
  })
  app.get('/livez', (c) => c.json({ live: true }))
  app.get('/readyz', async (c) => {
    const readiness = await readReadiness(input)
    return c.json(readiness, readiness.ready ? 200 : 503)
  })
  app.notFound((c) => c.json({ error: 'only GET is answered here' }, 405))
  return app
}

async function readReadiness(input: HealthInput): Promise<Readiness> {
  const { store: opened, clock, machineClock, isStopping } = input
  const store = opened()
  if (isStopping()) return { ready: false, checks: null, state: 'stopping' }
  if (!store) return { ready: false, checks: null, state: 'starting' }
  const [writtenAt, isLate] = await Promise.all([
    within(writeWithinMs, () => store.probe()),
    within(writeWithinMs, () => hasOverdue(store, new Date(clock.now().getTime() - overdueMsMax))),
  ])
  const skewMs = writtenAt ? Math.abs(machineClock.now().getTime() - writtenAt.getTime()) : null
  const checks = {
    migrations: 'ok',
    databaseWrite: writtenAt ? 'ok' : 'failed',
    clockSkew: skewMs !== null && skewMs < skewMsMax ? 'ok' : 'failed',
    work: isLate === false ? 'ok' : 'failed',
  } as const
  const mail = input.inboundMail?.() ?? null
  return {
    ready: Object.values(checks).every((check) => check === 'ok'),
    checks,
    state: 'running',
    ...(mail ? { inboundMail: mail } : {}),
  }
}

/** An effect that was due before `dueBefore` and that nobody has begun; one that waits for a provider is due later. */
async function hasOverdue(store: Store, dueBefore: Date): Promise<boolean> {
  for (const tenantId of await store.listTenants()) {
    const overdue = await store.inTenant(tenantId, (tx) =>
      tx.find('effects', { where: { state: 'owed', nextAttemptAt: { lt: dueBefore } }, limit: 1 }),
    )
    if (overdue.length > 0) return true
  }
  return false
}

/** Null when it fails or takes longer. */
async function within<T>(limitMs: number, run: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs)
  })
  try {
    return await Promise.race([run(), patience])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
