import { ParleyError } from '../domain/errors.ts'
import type { PaceRules } from './client.ts'
import type { Access } from './connector.ts'

/** Keeps to a vendor's limit of requests. */
export interface Pace {
  /** Waits for a turn if it is near; throws `rateLimited` with when to go on if it is not. */
  take(): Promise<void>
  /** Learns from an answer what is left. */
  note(response: Pick<Response, 'status' | 'headers'>): void
  /** What a 429 means now. */
  refusal(): ParleyError
}

/** Longer than this nobody waits inside a request: the work is done later. */
const waitMsMax = 2_500
const usualWaitMs = 30_000
const waitMsLimit = 24 * 3600_000

export function createPace(rules: PaceRules, { clock, pause }: Pick<Access, 'clock' | 'pause'>, name: string): Pace {
  /** Instants of the requests in the window, oldest first. */
  const taken: number[] = []
  let count = rules.count
  /** Nothing may be asked before this instant. */
  let closedUntil = 0

  const refuse = (waitMs: number) =>
    new ParleyError('rateLimited', `${name} takes no more requests for the moment. Parley goes on by itself.`, {
      retry: { afterMs: Math.min(Math.max(waitMs, 1000), waitMsLimit) },
    })

  function waitMs(now: number): number {
    while ((taken[0] ?? now) <= now - rules.windowMs) taken.shift()
    const isFull = taken.length >= count
    const fullFor = isFull ? (taken[taken.length - count] ?? now) + rules.windowMs - now : 0
    return Math.max(closedUntil - now, fullFor, 0)
  }

  return {
    take: async () => {
      for (;;) {
        const now = clock.now().getTime()
        const wait = waitMs(now)
        if (wait === 0) {
          taken.push(now)
          return
        }
        if (wait > waitMsMax) throw refuse(wait)
        await pause(wait)
      }
    },
    note: ({ status, headers }) => {
      const now = clock.now().getTime()
      const read = (header: string | undefined) => {
        const text = header ? headers.get(header) : null
        return text === null || text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text)
      }
      const limit = read(rules.limit)
      if (limit !== null && limit > 0) count = limit
      const isClosed = status === 429 || (status === 503 && headers.has('retry-after'))
      if (isClosed) closedUntil = now + (readRetryAfter(headers, now) ?? resetMs(read(rules.reset), now) ?? usualWaitMs)
      else if (read(rules.remaining) === 0) closedUntil = now + (resetMs(read(rules.reset), now) ?? 1000)
    },
    refusal: () => refuse(closedUntil - clock.now().getTime()),
  }
}

function resetMs(reset: number | null, now: number): number | null {
  if (reset === null) return null
  const at = reset > 1e12 ? reset : reset > 1e8 ? reset * 1000 : now + reset * 1000
  return Math.max(at - now, 0)
}

/** Seconds, or a date. */
function readRetryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')
  if (text === null) return null
  const seconds = Number(text)
  const wait = Number.isNaN(seconds) ? new Date(text).getTime() - now : seconds * 1000
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 1000), waitMsLimit)
}
