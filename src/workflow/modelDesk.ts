import type { Frame } from '../intents/frame.ts'
import type { ModelPort, ModelReading } from '../intents/modelPort.ts'
import type { ThreadView } from '../intents/modelQuestion.ts'

export interface HeldReading {
  reading: ModelReading<Frame[]>
  /** The thread as the model saw it: grounding has to go by the same. */
  thread: ThreadView
}

/** A model, what it may cost, and the messages it is being asked about. In memory only: after a crash it is asked again. */
export interface ModelDesk {
  readonly port: ModelPort
  /** Per tenant and day (UTC). */
  readonly dailyTokens: number
  look(key: string): HeldReading | 'asking' | null
  /** Asks without anybody waiting. `work` may throw: then nothing was understood. `done` is called afterwards in any case. */
  begin(key: string, work: () => Promise<HeldReading>, done: () => Promise<void>): void
  /** Until nobody is asked any more. */
  whenIdle(): Promise<void>
}

/** A message is handled again for some time after a failure; what is older than this many others is forgotten. */
const heldCountMax = 100
const nothing: HeldReading = {
  reading: { kind: 'failed', reason: 'trouble', usedTokens: null },
  thread: { state: null, question: null, options: [], names: [] },
}

export function createModelDesk(port: ModelPort, dailyTokens: number): ModelDesk {
  const held = new Map<string, HeldReading>()
  const asking = new Set<string>()
  const running = new Set<Promise<void>>()

  function keep(key: string, reading: HeldReading): void {
    held.set(key, reading)
    for (const oldest of held.keys()) {
      if (held.size <= heldCountMax) break
      held.delete(oldest)
    }
  }

  return {
    port,
    dailyTokens,
    look: (key) => (asking.has(key) ? 'asking' : (held.get(key) ?? null)),
    begin(key, work, done) {
      asking.add(key)
      const run = work()
        .catch(() => nothing)
        .then((reading) => {
          keep(key, reading)
          // Before anybody is woken: whoever looks then finds the reading.
          asking.delete(key)
          return done()
        })
        .finally(() => running.delete(run))
      running.add(run)
    },
    whenIdle: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
