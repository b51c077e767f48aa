import { z } from 'zod'
import { isParleyError, ParleyError } from '../../domain/errors.ts'
import type { Answer, Ask } from '../client.ts'
import type { Access } from '../connector.ts'
import { readObject } from '../vendorRows.ts'

/** Tokens of Harvest v3: one that reads as the integration itself, and one for each person in whose name something is written. */
export interface GreenhouseTokens {
  /** Headers of a request in somebody's name; of the integration's when null, or when Greenhouse knows no such user. */
  authorize(userId: string | null): Promise<Record<string, string>>
  /** Does it once more with a new token when the old one was refused: only then it is the key that is not accepted. */
  renew<T>(work: () => Promise<T>): Promise<T>
}

interface Token {
  headers: Record<string, string>
  /** For milliseconds since the epoch. */
  goodUntil: number
}

const marginMs = 60_000
const usualLifeMs = 3600_000

// The name of the life's end differs between the sources.
const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.unknown().optional(),
  expires_at: z.unknown().optional(),
  expires: z.unknown().optional(),
})

export function createGreenhouseTokens(access: Access, send: (ask: Ask) => Promise<Answer>): GreenhouseTokens {
  const { fields, clock } = access
  const basic = Buffer.from(`${fields.clientId ?? ''}:${fields.clientSecret ?? ''}`).toString('base64')
  const tokens = new Map<string | null, Token>()

  async function mint(userId: string | null): Promise<Token | null> {
    const answer = await send({
      base: 'auth',
      isOpen: true,
      accept: [400, 401],
      headers: { authorization: `Basic ${basic}` },
      form: { grant_type: 'client_credentials', ...(userId === null ? {} : { sub: userId }) },
    })
    if (answer.status === 400 && userId !== null) return null
    if (answer.status >= 400)
      throw new ParleyError(
        'notConfigured',
        'Greenhouse no longer accepts the key. Enter a new one under Integrations.',
      )
    const body = readObject(tokenAnswer, answer.body, 'Greenhouse')
    return {
      headers: { authorization: `Bearer ${body.access_token}` },
      goodUntil: readEnd(body, clock.now().getTime()) - marginMs,
    }
  }

  async function authorize(userId: string | null): Promise<Record<string, string>> {
    const known = tokens.get(userId)
    if (known && known.goodUntil > clock.now().getTime()) return known.headers
    const token = await mint(userId)
    if (token === null) return authorize(null)
    tokens.set(userId, token)
    return token.headers
  }

  return {
    authorize,
    async renew(work) {
      try {
        return await work()
      } catch (error) {
        if (!isParleyError(error, 'notConfigured') || tokens.size === 0) throw error
        tokens.clear()
        return work()
      }
    },
  }
}

function readEnd({ expires_in, expires_at, expires }: z.output<typeof tokenAnswer>, now: number): number {
  const seconds = Number(expires_in)
  if (Number.isFinite(seconds) && seconds > 0) return now + seconds * 1000
  const end = Date.parse(String(expires_at ?? expires ?? ''))
  return Number.isNaN(end) ? now + usualLifeMs : end
}
