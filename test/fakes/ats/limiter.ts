import { DateTime } from 'luxon'
import type { Clock } from '../../../src/domain/clock.ts'

/** Counts requests; headers go with every answer that the vendor sends them with. */
export interface Limiter {
  /** `call` is the route's, `GET /v1/jobs`, for vendors that count some of them apart. */
  take(call?: string): { isAllowed: boolean; headers: Record<string, string> }
}

export interface LimitState {
  limit: number
  remaining: number
  resetAtMs: number
  waitSeconds: number
  isAllowed: boolean
}

type WriteHeaders = (state: LimitState) => Record<string, string>

/** So many in each window; windows lie end to end from the epoch. */
export function createWindowLimiter(
  clock: Clock,
  limit: number,
  windowMs: number,
  writeHeaders: WriteHeaders,
): Limiter {
  let window = 0
  let used = 0
  return {
    take() {
      const now = clock.now().getTime()
      const current = Math.floor(now / windowMs)
      if (current !== window) used = 0
      window = current
      const isAllowed = used < limit
      if (isAllowed) used++
      const resetAtMs = (current + 1) * windowMs
      const waitSeconds = Math.ceil((resetAtMs - now) / 1000)
      return { isAllowed, headers: writeHeaders({ limit, remaining: limit - used, resetAtMs, waitSeconds, isAllowed }) }
    },
  }
}

/** A bucket of `burst` that fills at `perSecond`. */
export function createBucketLimiter(
  clock: Clock,
  perSecond: number,
  burst: number,
  writeHeaders: WriteHeaders = () => ({}),
): Limiter {
  let level = burst
  let last = clock.now().getTime()
  return {
    take() {
      const now = clock.now().getTime()
      level = Math.min(burst, level + ((now - last) / 1000) * perSecond)
      last = now
      const isAllowed = level >= 1
      if (isAllowed) level--
      const waitSeconds = Math.ceil((1 - level) / perSecond)
      const state = {
        limit: burst,
        remaining: Math.floor(level),
        resetAtMs: now + waitSeconds * 1000,
        waitSeconds,
        isAllowed,
      }
      return { isAllowed, headers: writeHeaders(state) }
    },
  }
}

/** So many in each day of a zone. */
export function createDayLimiter(clock: Clock, limit: number, zone: string): Limiter {
  let day = ''
  let used = 0
  return {
    take() {
      const today = DateTime.fromJSDate(clock.now(), { zone }).toISODate() ?? ''
      if (today !== day) used = 0
      day = today
      const isAllowed = used < limit
      if (isAllowed) used++
      return { isAllowed, headers: {} }
    },
  }
}

/** One after another: what one of them refuses the next ones do not count. The first one's headers go out. */
export function createJointLimiter(limiters: readonly { limiter: Limiter; on?: RegExp }[]): Limiter {
  return {
    take(call = '') {
      let headers: Record<string, string> | null = null
      for (const { limiter, on } of limiters) {
        if (on?.test(call) === false) continue
        const state = limiter.take(call)
        headers ??= state.headers
        if (!state.isAllowed) return { isAllowed: false, headers }
      }
      return { isAllowed: true, headers: headers ?? {} }
    },
  }
}
