import { createHmac } from 'node:crypto'
import type { Hook, World, WorldChange } from './world.ts'

/** A webhook as it would go out: exactly these bytes and headers, to this address. */
export interface Delivery {
  url: string
  event: string
  headers: Readonly<Record<string, string>>
  body: string
  /** What goes over the wire where it is not the body's letters: packed. */
  bytes?: Buffer
}

/** How a vendor tells what happened. */
export interface HookRules {
  /** Names and payloads of the events that a change makes; several where the vendor tells one thing twice. */
  tell(change: WorldChange, world: World): readonly { event: string; payload: unknown }[]
  /** Whether a hook wants an event; by its own name when this is not there. */
  isWanted?(hook: Hook, event: string, change: WorldChange): boolean
  /** Body and headers, signed; `count` is that of deliveries so far. */
  sign(
    hook: Hook,
    event: string,
    payload: unknown,
    count: number,
    world: World,
  ): Pick<Delivery, 'headers' | 'body' | 'bytes'>
}

/** The list that deliveries are put in as the world changes. */
export function collectDeliveries(world: World, rules: HookRules): Delivery[] {
  const due: Delivery[] = []
  let count = 0
  world.onChange((change) => {
    if (world.hooks.rows.length === 0) return
    for (const { event, payload } of rules.tell(change, world))
      for (const hook of world.hooks.rows) {
        const isWanted = rules.isWanted?.(hook, event, change) ?? hook.event === event
        if (isWanted) due.push({ url: hook.url, event, ...rules.sign(hook, event, payload, ++count, world) })
      }
  })
  return due
}

/** The HMAC in hexadecimal, lower case. */
export function signHex(algorithm: 'sha256' | 'sha1', secret: string, text: string): string {
  return createHmac(algorithm, secret).update(text).digest('hex')
}
