import { setTimeout as pause } from 'node:timers/promises'

/** Looks again and again until it is so; also usable in hooks. Throws with what was waited for after a minute. */
export async function waitUntil(what: string, isSo: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
  const endsAtMs = Date.now() + withinMs
  while (!(await isSo())) {
    if (Date.now() > endsAtMs) throw new Error(`still not so after ${withinMs / 1_000} s: ${what}`)
    await pause(300)
  }
}
