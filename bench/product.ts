import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The product as a process of its own, as `npm start` runs it. */
export interface Product {
  /** The printed address, with the key of this start. */
  readonly address: string
  readonly pid: number
  /** When the process was made, on the clock of `performance.now()`. */
  readonly spawnedAtMs: number
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '..')
const startWithinMs = 120_000

/** Starts the product on a data folder and free ports, with none of the settings of whoever measures. */
export async function startProduct(dataFolder: string): Promise<Product> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG']
  const env = Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
  const spawnedAtMs = performance.now()
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { ...env, PORT: '0', PARLEY_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error('Parley did not become ready'))
    }, startWithinMs)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const ready = /^Parley is ready: (\S+)$/m.exec(said)?.[1]
      if (!ready) return
      clearTimeout(timer)
      resolve(ready)
    })
    child.once('exit', (code) => reject(new Error(`Parley ended with exit code ${code}`)))
  })
  return {
    address,
    pid: child.pid ?? 0,
    spawnedAtMs,
    stop: async () => {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** An empty folder for one measurement; `remove` it afterwards. */
export function makeDataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
