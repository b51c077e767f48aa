import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { defaultSettings } from '../../src/domain/settings.ts'
import { openStore } from '../../src/store/openStore.ts'
import type { Store } from '../../src/store/port.ts'
import { systemClock, systemIds } from '../../src/system.ts'
import { type Postgres, startPostgres } from '../fakes/postgres.ts'
import { type Drawn, drawStep, groupOf, openDraw } from './drawn.ts'
import { type MailServer, startMailServer } from './mailServer.ts'
import { type Ending, type Mortal, startMortal } from './mortal.ts'
import { type Outcome, readOutcome, surplus } from './outcome.ts'
import { agencyDomain, type Door, type Played, play, setUpAgency } from './scenario.ts'

// A run: the real process, or two on one PostgreSQL database, people who work with it, a kill -9 at a drawn step, a new start,
// people who go on; then what is left behind is compared with what an undisturbed run leaves behind.

export type Engine = 'pglite' | 'postgres'

export interface RunReport {
  seed: number
  drawn: Drawn
  /** False when the run ended before the step came: it says nothing. */
  isKilled: boolean
  lost: readonly string[]
  doubled: readonly string[]
  asked: readonly string[]
  acknowledgedCount: number
  trouble: string | null
  tookMs: number
}

interface Place {
  env: Readonly<Record<string, string>>
  openStore(): Promise<Store>
  remove(): Promise<void>
}

/** At a moment of the first start that no step stands for: the files of the embedded database are being made. */
const initStep = 'during open: making the database'
const handedOverStep = 'mail handed over: not answered'
const quietWithinMs = 60_000
/** Ten seconds for what is under way, and a little for the signal and the exit on a busy machine. */
const endWithinMs = 12_000

export interface KillRuns {
  run(seed: number, group?: string): Promise<RunReport>
  groups: readonly string[]
  stop(): Promise<void>
}

export async function openKillRuns(
  engine: Engine,
  note: (line: string) => void = () => {},
  ending: Ending = 'SIGKILL',
): Promise<KillRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-kill-'))
  const cluster = engine === 'postgres' ? await startPostgres() : null
  const places = openPlaces(folder, cluster)
  const doorCount = cluster ? 2 : 1

  const stop = async () => {
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  }

  // What is never disturbed: the set-up agency that runs start from, and one run of each kind to compare with.
  const template = await places.empty()
  const firstRecord = join(folder, 'first')
  await prepare(template, null, firstRecord)
  const records = join(folder, 'record')
  const expected = new Map<boolean, readonly string[]>()
  for (const isCancelled of [false, true]) {
    const calm = await runOn(await places.copy(template), null, 1, isCancelled, records)
    if (calm.trouble !== null || calm.asked.length > 0) throw new Error(`the undisturbed run failed: ${calm.trouble}`)
    expected.set(isCancelled, calm.outcome.lines)
    note(
      `undisturbed${isCancelled ? ', cancelled' : ''}: ${calm.outcome.lines.length} things, ${Math.round(calm.tookMs)} ms`,
    )
  }
  const recorded = countLines(records, doorCount === 2 ? 3 : 2)
  const recordedFirst = new Map([...countLines(firstRecord, 1)].filter(([step]) => groupOf(step) === 'during open'))
  if (engine === 'pglite') recordedFirst.set(initStep, 1_500)
  recorded.set(handedOverStep, 5)
  const allGroups = [...new Set([...recorded.keys()].map(groupOf)), 'during first open'].sort()
  // A process that is still starting is simply gone when it is asked to end.
  const groups = ending === 'SIGKILL' ? allGroups : allGroups.filter((group) => !group.startsWith('during'))

  async function prepare(place: Place, drawn: Drawn | null, record = ''): Promise<boolean> {
    const [port, guestPort] = await findFreePorts(2)
    const isInit = drawn?.step === initStep
    const mortal = startMortal(
      { ...place.env, PORT: String(port), PARLEY_GUEST_PORT: String(guestPort) },
      isInit ? null : drawn,
      record,
    )
    try {
      if (isInit) await sleep(drawn.number).then(() => mortal.kill())
      await setUpAgency({ mortal, guestUrl: `http://127.0.0.1:${guestPort}` })
    } finally {
      await mortal.stop()
    }
    const store = await place.openStore()
    try {
      await giveRealAddresses(store)
    } finally {
      await store.close()
    }
    return mortal.killCount() > 0
  }

  async function runOn(place: Place, drawn: Drawn | null, seed: number, isCancelled: boolean, record = '') {
    const startedAtMs = performance.now()
    const mail = await startMailServer()
    const draw = openDraw(seed + 1_000_003)
    const doors: Door[] = []
    let played: Played = { acknowledged: [], sentAgainCount: 0 }
    let trouble: string | null = null
    let outcome: Outcome = { lines: [], openCount: 0, asked: [] }
    try {
      const ports = await findFreePorts(2 * doorCount)
      for (let count = 0; count < doorCount; count += 1) {
        const guestUrl = `http://127.0.0.1:${ports[2 * count + 1]}`
        const env = {
          ...place.env,
          PORT: String(ports[2 * count]),
          PARLEY_GUEST_PORT: String(ports[2 * count + 1]),
          PARLEY_PUBLIC_URL: `http://127.0.0.1:${ports[1]}`,
          SMTP_URL: mail.url,
          PARLEY_MAIL_FROM: `interviews@${agencyDomain}`,
        }
        const own = count === 0 && drawn?.step !== handedOverStep ? drawn : null
        doors.push({ mortal: startMortal(env, own, count === 0 ? record : '', ending), guestUrl })
      }
      if (drawn?.step === handedOverStep)
        mail.onDelivered = async (count) => {
          if (count !== drawn.number) return
          for (const { mortal } of doors) mortal.kill()
          await sleep(200)
        }
      await Promise.all(doors.map(({ mortal }) => mortal.address()))
      played = await play(doors, mail, draw, isCancelled)
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error)
    }
    try {
      outcome = await readWhenQuiet(place, doors, mail)
    } catch (error) {
      trouble ??= error instanceof Error ? error.message : String(error)
    } finally {
      await Promise.all(doors.map(({ mortal }) => mortal.stop()))
      await mail.stop()
      await place.remove()
    }
    const isKilled = doors.some(({ mortal }) => mortal.killCount() > 0)
    const slowestEndMs = Math.max(...doors.map(({ mortal }) => mortal.slowestEndMs()))
    if (slowestEndMs > endWithinMs) trouble ??= `it took ${Math.round(slowestEndMs)} ms to end when asked to`
    // Whoever had to be waited for longer was cut short, and what it was doing is asked about.
    const isInTime = ending === 'SIGTERM' && slowestEndMs < 9_000
    if (isInTime && outcome.asked.length > 0) trouble ??= 'a mail of unknown outcome, though nothing was killed'
    return { outcome, played, trouble, isKilled, asked: outcome.asked, tookMs: performance.now() - startedAtMs }
  }

  /** The embedded database can only be read when its process has ended; what is still open then goes on in the next start. */
  async function readWhenQuiet(place: Place, doors: readonly Door[], mail: MailServer): Promise<Outcome> {
    const deadlineMs = performance.now() + quietWithinMs
    if (cluster) {
      const store = await place.openStore()
      try {
        for (;;) {
          const outcome = await readOutcome(store, mail.deliveries)
          if (outcome.openCount === 0 || performance.now() > deadlineMs) return openAsTrouble(outcome)
          await sleep(300)
        }
      } finally {
        await store.close()
      }
    }
    for (let isFirst = true; ; isFirst = false) {
      const again: Mortal[] = []
      if (isFirst) await sleep(700)
      else {
        const [port, guestPort] = await findFreePorts(2)
        const env = {
          ...place.env,
          PORT: String(port),
          PARLEY_GUEST_PORT: String(guestPort),
          PARLEY_PUBLIC_URL: `http://127.0.0.1:${guestPort}`,
          SMTP_URL: mail.url,
          PARLEY_MAIL_FROM: `interviews@${agencyDomain}`,
        }
        again.push(startMortal(env, null))
        await again[0]?.address()
        await sleep(12_000)
      }
      await Promise.all([...doors.map(({ mortal }) => mortal), ...again].map((mortal) => mortal.stop()))
      const store = await place.openStore()
      try {
        const outcome = await readOutcome(store, mail.deliveries)
        if (outcome.openCount === 0 || performance.now() > deadlineMs) return openAsTrouble(outcome)
      } finally {
        await store.close()
      }
    }
  }

  return {
    groups,
    run: async (seed, group) => {
      const draw = openDraw(seed)
      const wanted = group ?? groups[Math.floor(draw() * groups.length)]
      const isCancelled = draw() < 0.5
      const isFirst = wanted === 'during first open'
      const drawn = isFirst ? drawStep(draw, recordedFirst) : drawStep(draw, recorded, wanted)
      const startedAtMs = performance.now()
      let place: Place
      let isFirstKilled = false
      if (isFirst) {
        place = await places.empty()
        isFirstKilled = await prepare(place, drawn)
      } else place = await places.copy(template)
      const ran = await runOn(place, isFirst ? null : drawn, seed, isCancelled)
      const calm = expected.get(isCancelled) ?? []
      const asked = ran.asked
      // A mail nobody knows of may be missing outside, with its log entry; one that a person sent again may be there twice.
      const missing = surplus(
        surplus(calm, ran.outcome.lines),
        asked.flatMap(({ mayLack }) => mayLack),
      )
      const extra = forgive(
        surplus(ran.outcome.lines, calm),
        ran.played.sentAgainCount,
        /^(delivered again: mail|action action)/,
      )
      return {
        seed,
        drawn: isFirst ? { ...drawn, step: drawn.step.replace('during open', 'during first open') } : drawn,
        isKilled: isFirst ? isFirstKilled : ran.isKilled,
        // Where the people gave up, what they did not do is missing; nothing can be said about what is.
        lost: ran.trouble === null ? missing : [],
        doubled: ran.trouble === null ? extra : [],
        asked: asked.map(({ words }) => words),
        acknowledgedCount: ran.played.acknowledged.length,
        trouble: ran.trouble,
        tookMs: performance.now() - startedAtMs,
      }
    },
    stop,
  }
}

/** Takes away up to two matching lines per mail that a person had sent again: the press, and the mail when it had arrived. */
function forgive(lines: readonly string[], pressedCount: number, which: RegExp): string[] {
  let left = pressedCount * 2
  return lines.filter((line) => {
    if (left === 0 || !which.test(line)) return true
    left -= 1
    return false
  })
}

function openAsTrouble(outcome: Outcome): Outcome {
  return outcome.openCount === 0
    ? outcome
    : { ...outcome, lines: [...outcome.lines, `${outcome.openCount} rows that nobody works on`] }
}

/** How often each step is passed in one run, low enough to be met in every run. */
function countLines(file: string, divisor: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of readFileSync(file, 'utf8').split('\n'))
    if (line !== '' && line !== 'during open: ready') counts.set(line, (counts.get(line) ?? 0) + 1)
  return new Map([...counts].map(([step, count]) => [step, Math.max(1, Math.floor(count / divisor))]))
}

/** The sample's addresses belong to nobody, and a mail server is never given them. */
export async function giveRealAddresses(store: Store): Promise<void> {
  const real = (address: string) => address.replace(/\.example$/, '.parley-test.internal')
  for (const tenantId of await store.listTenants())
    await store.inTenant(tenantId, async (tx) => {
      // However long it lies there, the copied agency has had no outage; and however long a start takes, first mails wait for
      // the press that sends them.
      const settings = await tx.get('settings', tenantId)
      await tx.update('settings', tenantId, {
        beatAt: null,
        data: { ...(settings?.data ?? defaultSettings), undoSeconds: 600 },
      })
      for (const row of await tx.find('atsCandidates'))
        await tx.update('atsCandidates', row.id, { emails: row.emails.map(real) })
      for (const row of await tx.find('atsContacts')) await tx.update('atsContacts', row.id, { email: real(row.email) })
    })
}

function openPlaces(folder: string, cluster: Postgres | null) {
  const clock = systemClock()
  const tools = { clock, ids: systemIds(clock), log: () => {} }
  let count = 0
  const onFolder = (path: string): Place & { path: string } => ({
    path,
    env: { PARLEY_DATA: path },
    openStore: () =>
      openStore({ dataFolder: path, databaseUrl: null, databaseAdminUrl: null, isSingleRole: false }, tools),
    remove: async () => rmSync(path, { recursive: true, force: true }),
  })
  const onDatabase = (url: string): Place & { path: string } => ({
    path: url,
    env: { DATABASE_URL: url, PARLEY_DATA: join(folder, 'unused') },
    openStore: () =>
      openStore({ dataFolder: folder, databaseUrl: url, databaseAdminUrl: null, isSingleRole: false }, tools),
    remove: () => administer(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`),
  })
  async function administer(sql: string): Promise<void> {
    if (!cluster) return
    const session = new pg.Client({ connectionString: cluster.url })
    await session.connect()
    try {
      await session.query(sql)
    } finally {
      await session.end()
    }
  }
  return {
    empty: async () => {
      count += 1
      return cluster ? onDatabase(await cluster.createDatabase()) : onFolder(join(folder, `data${count}`))
    },
    copy: async (from: Place & { path: string }) => {
      count += 1
      if (!cluster) {
        const path = join(folder, `data${count}`)
        cpSync(from.path, path, { recursive: true })
        return onFolder(path)
      }
      const url = new URL(from.path)
      const name = `run_${count}`
      await administer(`CREATE DATABASE ${name} TEMPLATE ${url.pathname.slice(1)} OWNER ${url.username}`)
      url.pathname = `/${name}`
      return onDatabase(url.href)
    },
  }
}

export async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject)
          server.listen(0, '127.0.0.1', () => {
            const address = server.address()
            if (address && typeof address === 'object') resolve(address.port)
            else reject(new Error('no port'))
          })
        }),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
