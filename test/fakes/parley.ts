import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Parley {
  /** The line's address, with the key of this start. */
  readonly address: string
  /** Origin of the recruiter's side; like the guests' it stays over a restart, so that mailed links stay good. */
  readonly url: string
  readonly guestUrl: string
  /** Of the process that runs now. */
  readonly pid: number
  /** What the process wrote to stderr since its last start. */
  readonly stderr: string
  stop(): Promise<void>
  /** Ends the process as Ctrl-C does and starts it again on the same data; `extraEnv` holds until the next restart. */
  restart(extraEnv?: Readonly<Record<string, string>>): Promise<void>
}

type Settings = Readonly<Record<string, string>>

interface ParleyOptions {
  /** Settings; as a function where they name the address of the guest pages. */
  env?: Settings | ((guestUrl: string) => Settings)
  args?: readonly string[]
}

const root = join(import.meta.dirname, '../..')
const readyLine = /^Parley is ready: (\S+)$/m
const startWithinMs = 60_000
/** Parley ends itself after ten seconds at the latest. */
const stopWithinMs = 15_000

/** Starts the product as a process of its own: free ports, an empty data folder, none of the settings of whoever runs the tests. */
export async function startParley(options: ParleyOptions = {}): Promise<Parley> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'parley-data-'))
  const [port, guestPort] = await findFreePorts()
  const guestUrl = `http://127.0.0.1:${guestPort}`
  const settings = {
    ...neutralEnvironment(),
    PORT: String(port),
    PARLEY_GUEST_PORT: String(guestPort),
    PARLEY_DATA: dataFolder,
    ...(typeof options.env === 'function' ? options.env(guestUrl) : options.env),
  }
  const args = options.args ?? []
  const start = (extraEnv: Readonly<Record<string, string>>) => startProcess({ ...settings, ...extraEnv }, args)
  let running = await start({}).catch((error: unknown) => {
    rmSync(dataFolder, { recursive: true, force: true })
    throw error
  })
  return {
    get address() {
      return running.address
    },
    url: `http://127.0.0.1:${port}`,
    guestUrl,
    get stderr() {
      return running.stderr()
    },
    get pid() {
      return running.pid
    },
    stop: async () => {
      await running.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
    restart: async (extraEnv = {}) => {
      await running.stop()
      running = await start(extraEnv)
    },
  }
}

/** Only what a process needs to run: a setting of Parley in the caller's shell must not change a test. */
function neutralEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG']
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

async function startProcess(env: Readonly<Record<string, string>>, args: readonly string[]) {
  const child = spawn(process.execPath, ['src/main.ts', ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const endWithTests = () => child.kill('SIGKILL')
  process.once('exit', endWithTests)
  child.once('exit', () => process.off('exit', endWithTests))
  const told = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told.stderr += text
  })
  const address = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => {
      reject(new Error(`Parley ${why}.\n${told.stdout}\n${told.stderr}`))
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail(`was not ready within ${startWithinMs / 1_000} s`)
    }, startWithinMs)
    child.stdout.on('data', () => {
      const ready = readyLine.exec(told.stdout)?.[1]
      if (!ready) return
      clearTimeout(timer)
      resolve(ready)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with exit code ${code}`)
    })
  })
  return { address, pid: child.pid ?? 0, stderr: () => told.stderr, stop: () => stopProcess(child) }
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs)
  await ended
  clearTimeout(timer)
}

/** A port that nobody listens on. */
export async function findFreePort(): Promise<number> {
  return (await findFreePorts())[0]
}

/** Two ports at once, so that they differ. */
async function findFreePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()]
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
  const [first, second] = ports
  if (first === undefined || second === undefined) throw new Error('no port')
  return [first, second]
}
