import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** Whether two texts are the same; takes as long whether they are or not. */
export function isSameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

export function hmacHex(algorithm: 'sha256' | 'sha1', secret: string, data: string | Buffer): string {
  return createHmac(algorithm, secret).update(data).digest('hex')
}

/** What a delivery is known by where the vendor gives it no name. */
export function bodyId(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex')
}

const event = z.string().max(100)

/** One field of a body of JSON, as text; empty when there is none. */
export function readHookField(body: Buffer, ...path: readonly string[]): string {
  try {
    const value = path.reduce<unknown>(
      (at, name) => (at as Record<string, unknown> | null | undefined)?.[name],
      JSON.parse(body.toString('utf8')),
    )
    return event.safeParse(typeof value === 'number' ? String(value) : value).data ?? ''
  } catch {
    return ''
  }
}
