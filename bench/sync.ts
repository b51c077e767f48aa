import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnectedAts } from '../src/ats/connected.ts'
import { greenhouse } from '../src/ats/connectors/greenhouse.ts'
import { createLocalAts } from '../src/ats/local.ts'
import { openSystems } from '../src/ats/openSystems.ts'
import { openPgliteStore } from '../src/store/prisma/openPglite.ts'
import { openPostgresStore } from '../src/store/prisma/openPostgres.ts'
import { openSealer } from '../src/store/seal.ts'
import { systemClock, systemIds } from '../src/system.ts'
import { connectAts } from '../src/workflow/connectAts.ts'
import { openTenant } from '../src/workflow/openTenant.ts'
import { syncDue } from '../src/workflow/syncAts.ts'
import { fillWorld } from '../test/fakes/ats/fillWorld.ts'
import { greenhouse as kind } from '../test/fakes/ats/greenhouse.ts'
import { startStandIn } from '../test/fakes/ats/kit.ts'
import { startPostgres } from '../test/fakes/postgres.ts'
import { percentile, report, rounded } from './figures.ts'
import { makeDataFolder } from './product.ts'

// A first sync of 100,000 candidates with an application each, against the stand-in of Greenhouse in a process of its own: how long it
// takes, what it takes of memory, and what a look costs when nothing has changed; then "who is" among all of them.
// node bench/sync.ts [pglite|postgres] [CANDIDATES]

const [, , engine = 'pglite', size = '100000'] = process.argv
const candidateCount = Number(size)

if (engine === 'stand-in') {
  const standIn = await startStandIn(kind, { isUnlimited: true })
  standIn.world.addUser({ isAdmin: true })
  fillWorld(standIn.world, { candidateCount, jobCount: 200 })
  process.send?.(standIn.bases)
  process.on('disconnect', () => process.exit(0))
  // Its log of requests would grow without end.
  setInterval(() => standIn.log.splice(0), 1000)
  await new Promise(() => {})
}

const server = fork(import.meta.filename, ['stand-in', size])
const [bases] = (await once(server, 'message')) as [Record<string, string>]
const clock = systemClock()
const ids = systemIds(clock)
const log = () => {}
const postgres = engine === 'postgres' ? await startPostgres({ isDurable: true }) : null
const folder = makeDataFolder()
const url = await postgres?.createDatabase()
const store = url
  ? await openPostgresStore({ url, adminUrl: url, isSingleRole: false, clock, ids, log })
  : await openPgliteStore({ folder: folder.path, clock, ids, log })
let aheadMs = 0
const ahead = { now: () => new Date(clock.now().getTime() + aheadMs) }
const systems = openSystems({
  all: [greenhouse],
  clock: ahead,
  fetch,
  pause: (ms) => sleep(ms),
  sealer: openSealer('a key of the measurement, long enough'),
  bases: { greenhouse: bases },
})
const deps = { store, clock: ahead, ids, log, systems }
const { tenantId, memberId } = await openTenant({ store, clock: ahead, ids })
const [thread] = await store.inTenant(tenantId, (tx) => tx.find('threads'))

globalThis.gc?.()
const idleMb = process.memoryUsage.rss() / 1e6
let peakMb = idleMb
const watch = setInterval(() => {
  peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6)
}, 100)
const fields = { clientId: 'client-1', clientSecret: 'secret-1' }
const form = { system: 'greenhouse', name: 'Greenhouse', fields, writes: 'on', scope: 'organisation' } as const
const startedAt = performance.now()
const startedCpu = process.cpuUsage()
await connectAts(deps, tenantId, memberId, thread?.id ?? null, form)
const readConnection = () => store.inTenant(tenantId, async (tx) => (await tx.find('connections'))[0])
let vendorWaitMs = 0
for (;;) {
  while (await syncDue(deps, tenantId)) {}
  const row = await readConnection()
  if (!row || row.firstSyncedAt) break
  if (row.failureCount > 3) throw new Error(row.problem?.sentence)
  // What the vendor's limit of requests would make us wait is counted, not waited.
  const wait = row.nextSyncAt.getTime() - ahead.now().getTime() + 1
  vendorWaitMs += wait
  aheadMs += wait
}
const firstSeconds = (performance.now() - startedAt) / 1000
const cpuSeconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}
const firstCpuSeconds = cpuSeconds(startedCpu)
const stored = await store.inTenant(tenantId, (tx) => tx.count('atsApplications', { connectionId: { not: null } }))

const quiet: number[] = []
for (let look = 0; look < 5; look += 1) {
  aheadMs += 121_000
  const from = process.cpuUsage()
  while (await syncDue(deps, tenantId)) {}
  quiet.push(cpuSeconds(from))
}
clearInterval(watch)

const records = createLocalAts({ store, clock: ahead, ids, recordsUrl: 'http://127.0.0.1/records' })
const ats = createConnectedAts({ records, systems, store, clock: ahead, ids })
const names = await store.inTenant(tenantId, (tx) =>
  tx.find('atsCandidates', { limit: 60, offset: Math.floor(candidateCount / 3) }),
)
const times: number[] = []
for (const [at, { firstName, lastName }] of names.entries()) {
  const from = performance.now()
  await ats.findPeople(tenantId, `${firstName} ${lastName}`)
  // The first one builds the index of the names.
  if (at > 0) times.push(performance.now() - from)
}

report('sync', {
  engine,
  candidateCount,
  stored,
  firstSeconds: rounded(firstSeconds),
  firstCpuSeconds: rounded(firstCpuSeconds),
  vendorWaitSeconds: rounded(vendorWaitMs / 1000),
  idleMb: rounded(idleMb),
  peakAboveIdleMb: rounded(peakMb - idleMb),
  quietCpuSeconds: quiet.map(rounded),
  whoIsP50Ms: rounded(percentile(times, 0.5)),
  whoIsP95Ms: rounded(percentile(times, 0.95)),
})
server.kill()
await store.close()
await postgres?.stop()
folder.remove()
process.exit(0)
