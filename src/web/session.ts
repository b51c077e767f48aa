import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../domain/clock.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'

export const sessionHours = 12

export interface Viewer {
  tenantId: TenantId
  memberId: MemberId
}

export interface SessionFacts extends Viewer {
  /** True while the recruiter plays another member; such a session ends when playing is no longer possible. */
  isPlaying: boolean
  expiresAt: Date
}

export interface Sessions {
  /** Differs per secret, so that two Parleys on one machine do not sign each other out (cookies know no port). */
  readonly cookieName: string
  isKey(given: string): boolean
  /** The Set-Cookie value of a new session of `sessionHours`. */
  cookieFor(viewer: Viewer, isPlaying: boolean): string
  /** @returns null for a missing, altered or expired cookie */
  read(cookie: string | undefined): SessionFacts | null
}

const payloadSchema = z.object({ t: z.string().min(1), m: z.string().min(1), p: z.boolean(), e: z.int() })

/**
 * Sessions live in a signed cookie alone, nothing is stored: HMAC-SHA-256 over tenant, member and expiry.
 * @param key what the printed address carries
 * @param secret signs the cookies; a new one ends every session
 */
export function createSessions({ key, secret, clock }: { key: string; secret: string; clock: Clock }): Sessions {
  if (key.length < 16 || secret.length < 32) throw new RangeError('the key or the secret of the sessions is too short')
  const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
  const sign = (payload: string): Buffer => createHmac('sha256', secret).update(`session.${payload}`).digest()
  const cookieName = `parley_${sha256(`name.${secret}`).toString('hex').slice(0, 10)}`
  const keyHash = sha256(key)

  return {
    cookieName,

    isKey: (given) => timingSafeEqual(sha256(given), keyHash),

    cookieFor(viewer, isPlaying) {
      const expiresAtMs = clock.now().getTime() + sessionHours * 3_600_000
      const facts = { t: viewer.tenantId, m: viewer.memberId, p: isPlaying, e: expiresAtMs }
      const payload = Buffer.from(JSON.stringify(facts)).toString('base64url')
      const value = `${payload}.${sign(payload).toString('base64url')}`
      return `${cookieName}=${value}; Path=/; Max-Age=${sessionHours * 3600}; HttpOnly; SameSite=Strict`
    },

    read(cookie) {
      const [payload, signature, ...rest] = cookie?.split('.') ?? []
      if (!payload || !signature || rest.length > 0) return null
      const expected = sign(payload)
      const given = Buffer.from(signature, 'base64url')
      // The text is compared as well: base64url has spare bits, and one session has one cookie.
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
      if (signature !== expected.toString('base64url')) return null
      const facts = payloadSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
      if (!facts.success || facts.data.e <= clock.now().getTime()) return null
      return {
        tenantId: facts.data.t as TenantId,
        memberId: facts.data.m as MemberId,
        isPlaying: facts.data.p,
        expiresAt: new Date(facts.data.e),
      }
    },
  }
}
