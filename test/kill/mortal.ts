import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Drawn } from './drawn.ts'

const root = join(import.meta.dirname, '../..')
const startWithinMs = 90_000

/** SIGKILL: gone at once. SIGTERM: asked to end, which it does by itself, with exit code 0. */
export type Ending = 'SIGKILL' | 'SIGTERM'

/** The real process, started again as a supervisor would when it was killed. */
export interface Mortal {
  /** With the key of the present start; waits while it is down. */
  address(): Promise<string>
  /** How often it died by a kill, or ended when it was asked to. */
  killCount(): number
  kill(): void
  /** How long it took from being asked until it had ended, at most. */
  slowestEndMs(): number
  signal(name: NodeJS.Signals): void
  /** The exit code of the last end that no kill caused. */
  ended(): Promise<number | null>
  stop(): Promise<number | null>
}

/** The drawn step holds for the first start only. */
export function startMortal(
  env: Readonly<Record<string, string>>,
  drawn: Drawn | null,
  record = '',
  ending: Ending = 'SIGKILL',
): Mortal {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) =>
    process.env[name] ? [[name, process.env[name]] as [string, string]] : [],
  )
  let killCount = 0
  let isStopping = false
  let askedAtMs: number | null = null
  let slowestEndMs = 0
  let child: ChildProcess
  let ready: Promise<string>
  let settleEnd: (code: number | null) => void = () => {}
  const end = new Promise<number | null>((resolve) => {
    settleEnd = resolve
  })

  function start(extra: Readonly<Record<string, string>>): void {
    const started = spawn(process.execPath, ['--import', './test/kill/killAt.ts', 'src/main.ts'], {
      cwd: root,
      env: { ...Object.fromEntries(kept), ...env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    // Whoever ends the runs ends what they started.
    const endWithRuns = () => started.kill('SIGKILL')
    process.once('exit', endWithRuns)
    started.once('exit', () => process.off('exit', endWithRuns))
    let said = ''
    const isReady = new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => {
        started.kill('SIGKILL')
        reject(new Error(`not ready in time: ${said}`))
      }, startWithinMs)
      const listen = (text: string) => {
        said += text
        if (text.includes('asked to end')) askedAtMs ??= performance.now()
        const found = /^Parley is ready: (\S+)$/m.exec(said)?.[1]
        if (found) resolve(found)
      }
      started.stdout?.setEncoding('utf8').on('data', listen)
      started.stderr?.setEncoding('utf8').on('data', listen)
      started.once('close', (code, signal) => {
        clearTimeout(timer)
        const isAsked = askedAtMs !== null && code === 0
        if (askedAtMs !== null) slowestEndMs = Math.max(slowestEndMs, performance.now() - askedAtMs)
        askedAtMs = null
        if ((signal === 'SIGKILL' || isAsked) && !isStopping) {
          killCount += 1
          start({})
          resolve(ready)
          return
        }
        settleEnd(code)
        reject(new Error(`Parley ended with exit code ${code}: ${said}`))
      })
    })
    isReady.catch(() => {})
    ready = isReady
  }
  start({
    ...(drawn
      ? { PARLEY_KILL_STEP: drawn.step, PARLEY_KILL_NUMBER: String(drawn.number), PARLEY_KILL_SIGNAL: ending }
      : {}),
    ...(record ? { PARLEY_KILL_RECORD: record } : {}),
  })

  const signal = (name: NodeJS.Signals) => {
    child.kill(name)
  }
  return {
    address: () => ready,
    killCount: () => killCount,
    kill: () => {
      if (ending === 'SIGTERM') askedAtMs ??= performance.now()
      signal(ending)
    },
    slowestEndMs: () => slowestEndMs,
    signal,
    ended: () => end,
    stop: async () => {
      isStopping = true
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const gone = once(child, 'close')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
      await gone
      clearTimeout(timer)
      return child.exitCode
    },
  }
}
