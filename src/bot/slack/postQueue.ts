import type { Clock } from '../../domain/clock.ts'
import { ParleyError } from '../../domain/errors.ts'

/** Waiting longer than this is for the effect worker, not for whoever holds the call. */
const waitMsMax = 5_000

/**
 * Keeps calls for one channel `gapMs` apart, in their order: Slack takes about one message per second and channel.
 * Throws `rateLimited` at once when it would be a long wait.
 */
export function createPostQueue(options: { clock: Clock; gapMs: number; sleep: (ms: number) => Promise<unknown> }) {
  const { clock, gapMs, sleep } = options
  const freeAt = new Map<string, number>()
  return async function inTurn<T>(channel: string, call: () => Promise<T>): Promise<T> {
    const nowMs = clock.now().getTime()
    const at = Math.max(nowMs, freeAt.get(channel) ?? 0)
    if (at - nowMs > waitMsMax)
      throw new ParleyError('rateLimited', 'Much is written to this conversation; this follows by itself.', {
        retry: { afterMs: at - nowMs },
      })
    for (const [known, until] of freeAt) if (until < nowMs) freeAt.delete(known)
    freeAt.set(channel, at + gapMs)
    if (at > nowMs) await sleep(at - nowMs)
    return call()
  }
}
export type PostQueue = ReturnType<typeof createPostQueue>
