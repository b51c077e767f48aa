import type { Clock } from '../domain/clock.ts'

export interface RateLimit {
  /** True once `max` were counted for this key within the window. */
  isOver: (key: string) => boolean
  count: (key: string) => void
}

const keyCountMax = 10_000

/** Counts per key in windows of `windowMs` that start with the first count. Forgets the oldest keys when there are too many. */
export function createRateLimit({ clock, max, windowMs }: { clock: Clock; max: number; windowMs: number }): RateLimit {
  const windows = new Map<string, { startedAtMs: number; count: number }>()
  const current = (key: string) => {
    const found = windows.get(key)
    return found && clock.now().getTime() - found.startedAtMs < windowMs ? found : null
  }
  return {
    isOver: (key) => (current(key)?.count ?? 0) >= max,
    count: (key) => {
      const found = current(key)
      if (found) found.count += 1
      else {
        windows.delete(key)
        windows.set(key, { startedAtMs: clock.now().getTime(), count: 1 })
        const oldest = windows.size > keyCountMax ? windows.keys().next().value : undefined
        if (oldest !== undefined) windows.delete(oldest)
      }
    },
  }
}
