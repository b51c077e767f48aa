import type { Frame } from '../intents/frame.ts'
import type { ModelPort, ModelReading } from '../intents/modelPort.ts'
import type { ReplyWords, ThreadView } from '../intents/modelQuestion.ts'

export interface HeldFrames {
  reading: ModelReading<Frame[]>
  /** The thread as the model saw it: grounding has to go by the same. */
  thread: ThreadView
}

/** Readings by the inbox row they belong to, asked for without anybody waiting. In memory: after a crash they are asked for again. */
export interface Shelf<Held> {
  look(key: string): { held: Held } | 'asking' | null
  /** What is held when `work` throws is `otherwise`. `done` is called afterwards in any case, once the reading can be looked at. */
  begin(key: string, work: () => Promise<Held>, otherwise: Held, done: () => Promise<void>): void
  /** Until nobody is asked any more. */
  whenIdle(): Promise<void>
}

/** A model, what it may cost, and what it is being asked. */
export interface ModelDesk {
  readonly port: ModelPort
  /** Per tenant and day (UTC). */
  readonly dailyTokens: number
  readonly frames: Shelf<HeldFrames>
  readonly replies: Shelf<ReplyWords | null>
  whenIdle(): Promise<void>
}

/** A row is handled again for some time after a failure; what is older than this many others is forgotten. */
const heldCountMax = 100

export function createModelDesk(port: ModelPort, dailyTokens: number): ModelDesk {
  const frames = createShelf<HeldFrames>()
  const replies = createShelf<ReplyWords | null>()
  return {
    port,
    dailyTokens,
    frames,
    replies,
    whenIdle: async () => {
      await Promise.all([frames.whenIdle(), replies.whenIdle()])
    },
  }
}

function createShelf<Held>(): Shelf<Held> {
  const held = new Map<string, Held>()
  const asking = new Set<string>()
  const running = new Set<Promise<void>>()

  function keep(key: string, reading: Held): void {
    held.set(key, reading)
    for (const oldest of held.keys()) {
      if (held.size <= heldCountMax) break
      held.delete(oldest)
    }
  }

  return {
    look(key) {
      if (asking.has(key)) return 'asking'
      const reading = held.get(key)
      return reading === undefined ? null : { held: reading }
    },
    begin(key, work, otherwise, done) {
      asking.add(key)
      const run = work()
        .catch(() => otherwise)
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
