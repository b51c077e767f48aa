import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import { ParleyError } from '../../domain/errors.ts'
import type { MemberId, TenantId } from '../../domain/ids.ts'
import { isRefusal, type SlackCall, toParleyError } from './slackApi.ts'

// "Add to Slack": who asked, what Slack answers, and nobody else's answer for it.

/** What Parley asks a workspace for; docs/operations.md says what each is for. */
export const slackScopes = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'users:read',
  'users:read.email',
] as const

export interface Asker {
  tenantId: TenantId
  memberId: MemberId
}

export interface Installed {
  workspaceId: string
  name: string
  botUserId: string | null
  scopes: readonly string[]
  botToken: string
}

export interface SlackInstaller {
  /** Where a browser goes to add Parley. `host` is the one the recruiter's side was opened under. */
  startUrl(asker: Asker, host: string): string
  /** Under which host the one began who comes back with this state; null when it is none of ours, or too old. */
  hostOf(state: string): string | null
  /** Turns the code into a token. Throws `notAllowed` for the state of somebody else or one that was used, `refused` by Slack. */
  finish(asker: Asker, state: string, code: string): Promise<Installed>
}

const stateMs = 10 * 60_000
const stateSchema = z.object({ t: z.string(), m: z.string(), h: z.string(), e: z.int(), n: z.string() })
const usedCountMax = 10_000
const codeRefusals = new Set(['invalid_code', 'code_already_used', 'bad_redirect_uri', 'invalid_grant_type'])

const accessSchema = z.looseObject({
  access_token: z.string().min(1),
  token_type: z.literal('bot'),
  scope: z.string().default(''),
  bot_user_id: z.string().nullish(),
  team: z.looseObject({ id: z.string(), name: z.string().nullish() }).nullish(),
  enterprise: z.looseObject({ id: z.string(), name: z.string().nullish() }).nullish(),
})

/**
 * A state is signed, names who asked, ends after ten minutes and is good once. It is kept nowhere: after a restart it is asked again.
 */
export function createSlackInstaller(options: {
  clientId: string
  clientSecret: string
  /** With a slash at its end. */
  apiUrl: string
  redirectUrl: string
  call: SlackCall
  clock: Clock
}): SlackInstaller {
  const { clientId, clientSecret, apiUrl, redirectUrl, call, clock } = options
  const key = randomBytes(32)
  const used = new Set<string>()
  const sign = (payload: string): Buffer => createHmac('sha256', key).update(payload).digest()

  function readState(state: string): z.infer<typeof stateSchema> | null {
    const [payload = '', signature = '', ...rest] = state.split('.')
    const given = Buffer.from(signature, 'base64url')
    const expected = sign(payload)
    if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
    const read = stateSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
    return read.success && read.data.e > clock.now().getTime() ? read.data : null
  }

  return {
    startUrl: ({ tenantId, memberId }, host) => {
      const facts = {
        t: tenantId,
        m: memberId,
        h: host,
        e: clock.now().getTime() + stateMs,
        n: randomBytes(16).toString('base64url'),
      }
      const payload = Buffer.from(JSON.stringify(facts)).toString('base64url')
      const url = new URL('/oauth/v2/authorize', apiUrl)
      url.search = new URLSearchParams({
        client_id: clientId,
        scope: slackScopes.join(','),
        redirect_uri: redirectUrl,
        state: `${payload}.${sign(payload).toString('base64url')}`,
      }).toString()
      return url.href
    },
    hostOf: (state) => readState(state)?.h ?? null,
    finish: async (asker, state, code) => {
      const facts = readState(state)
      if (!facts || facts.t !== asker.tenantId || facts.m !== asker.memberId || used.has(facts.n))
        throw new ParleyError(
          'notAllowed',
          'This was begun by somebody else, too long ago, or it is done. Begin again.',
        )
      if (used.size >= usedCountMax) used.clear()
      used.add(facts.n)
      return exchange(call, { client_id: clientId, client_secret: clientSecret, code, redirect_uri: redirectUrl })
    },
  }
}

async function exchange(call: SlackCall, args: Readonly<Record<string, string>>): Promise<Installed> {
  let told: Readonly<Record<string, unknown>>
  try {
    told = await call('oauth.v2.access', args)
  } catch (error) {
    if (isRefusal(error, codeRefusals))
      throw new ParleyError('refused', `Slack does not take this answer any more (${error.code}). Begin again.`, {
        cause: error,
      })
    throw toParleyError(error)
  }
  const read = accessSchema.safeParse(told)
  const place = read.data?.team ?? read.data?.enterprise
  if (!read.success || !place) throw new ParleyError('refused', 'Slack gave no access for a workspace. Begin again.')
  const { access_token: botToken, scope, bot_user_id } = read.data
  return {
    workspaceId: place.id,
    name: place.name ?? place.id,
    botUserId: bot_user_id ?? null,
    scopes: scope.split(',').filter(Boolean),
    botToken,
  }
}
