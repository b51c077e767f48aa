import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, openAsBlob, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Clock } from '../../src/domain/clock.ts'
import type { Id, Ids, TenantId } from '../../src/domain/ids.ts'
import { openMemoryStore } from '../../src/store/memory/memoryStore.ts'
import type { Store } from '../../src/store/port.ts'
import { dumpMigratedDatabase, openPgliteStore } from '../../src/store/prisma/openPglite.ts'

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  moveBy(ms: number): void
}
export function openTestClock(startsAt = '2027-03-01T08:00:00Z'): TestClock {
  let now = new Date(startsAt).getTime()
  return {
    now: () => new Date(now),
    moveBy: (ms) => {
      now += ms
    },
  }
}

/** The same identifiers in every run; later ones sort after earlier ones. */
export function openTestIds(): Ids {
  let count = 0
  const next = () => String(++count).padStart(26, '0')
  return {
    next: <Kind extends string>(kind: Kind) => `${kind}_${next()}` as Id<Kind>,
    secret: () => createHash('sha256').update(`secret ${next()}`).digest('base64url'),
  }
}

export interface TestStore {
  store: Store
  clock: TestClock
  ids: Ids
  /** A tenant that exists already. */
  tenantId: TenantId
}

const root = new URL('../../', import.meta.url)
const snapshotFolder = fileURLToPath(new URL('node_modules/.parley-test/', root))

/** A dump of a migrated database, made once per state of the migrations and packages, so that no file runs initdb. */
export async function openSnapshot(): Promise<Blob> {
  const key = createHash('sha256').update(readFileSync(new URL('package-lock.json', root)))
  const migrations = new URL('prisma/migrations/', root)
  for (const name of readdirSync(migrations).sort())
    if (existsSync(new URL(`${name}/migration.sql`, migrations)))
      key.update(readFileSync(new URL(`${name}/migration.sql`, migrations)))
  for (const name of ['appRole.ts', 'jobs.ts', 'openPglite.ts'])
    key.update(readFileSync(new URL(`src/store/prisma/${name}`, root)))
  const file = `${snapshotFolder}${key.digest('hex')}.tar`
  if (!existsSync(file)) {
    mkdirSync(snapshotFolder, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, Buffer.from(await (await dumpMigratedDatabase()).arrayBuffer()))
    renameSync(draft, file)
  }
  return openAsBlob(file)
}

/** The real store on an embedded database in memory, policies and queue included. Close it: `store.close()`. */
export async function openTestStore(): Promise<TestStore> {
  const clock = openTestClock()
  const ids = openTestIds()
  const store = await openPgliteStore({ folder: null, snapshot: await openSnapshot(), clock, ids, log: () => {} })
  return { store, clock, ids, tenantId: await store.createTenant() }
}

export interface MemoryTestStore extends TestStore {
  /** Moves the clock to each wake-up that falls due within `ms` and runs it. */
  pass(ms: number): Promise<void>
}

/** A store in memory whose wake-ups follow its clock: `pass` moves both. */
export async function openMemoryTestStore(): Promise<MemoryTestStore> {
  const clock = openTestClock()
  const ids = openTestIds()
  let due: { at: number; task: () => void }[] = []
  const store = openMemoryStore({
    clock,
    ids,
    schedule: (delayMs, task) => {
      const entry = { at: clock.now().getTime() + delayMs, task }
      due.push(entry)
      return () => {
        due = due.filter((other) => other !== entry)
      }
    },
  })
  const tenantId = await store.createTenant()
  return {
    store,
    clock,
    ids,
    tenantId,
    pass: async (ms) => {
      const endsAt = clock.now().getTime() + ms
      for (;;) {
        // Lets handlers and transactions that are under way reach their next wait.
        await new Promise((resolve) => setImmediate(resolve))
        const next = due.filter(({ at }) => at <= endsAt).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        due = due.filter((entry) => entry !== next)
        clock.moveBy(Math.max(0, next.at - clock.now().getTime()))
        next.task()
      }
      // Somebody who waited may have moved it further.
      clock.moveBy(Math.max(0, endsAt - clock.now().getTime()))
    },
  }
}
