import { randomBytes } from 'node:crypto'
import type { Clock } from './domain/clock.ts'
import type { Id, Ids } from './domain/ids.ts'

/** The machine's clock, `aheadMs` ahead: a rehearsal of tomorrow runs on the same code as today. */
export function systemClock(aheadMs = 0): Clock {
  return { now: () => new Date(Date.now() + aheadMs) }
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Identifiers that sort by creation (48 bits of time, then randomness), and secrets from the operating system. */
export function systemIds(clock: Clock): Ids {
  let lastMs = 0
  let count = 0
  return {
    next<Kind extends string>(kind: Kind) {
      const ms = clock.now().getTime()
      count = ms === lastMs ? count + 1 : 0
      lastMs = ms
      return `${kind}_${encode(ms, 10)}${encode(count, 3)}${encodeRandom(13)}` as Id<Kind>
    },
    secret: () => randomBytes(32).toString('base64url'),
  }
}

function encode(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = alphabet[rest % 32] + text
  return text
}

function encodeRandom(length: number): string {
  return [...randomBytes(length)].map((byte) => alphabet[byte % 32]).join('')
}
