import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'

/** Our own token for the Bot Framework: OAuth 2.0 client credentials, kept until shortly before it ends. */
export interface AppToken {
  read(): Promise<string>
}

interface AppTokenOptions {
  appId: string
  password: string
  tenantId: string | null
  tokenUrl: string | null
  callWithinMs: number
}

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })
const spareMs = 5 * 60_000

/** One call at a time; a failure is not kept. Throws notConfigured when Microsoft refuses the id or the password. */
export function createAppToken(options: AppTokenOptions): AppToken {
  const url =
    options.tokenUrl ?? `https://login.microsoftonline.com/${options.tenantId ?? 'botframework.com'}/oauth2/v2.0/token`
  let known: { token: string; endsAt: number } | null = null
  let asking: Promise<string> | null = null

  async function ask(): Promise<string> {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: options.appId,
        client_secret: options.password,
        scope: 'https://api.botframework.com/.default',
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(options.callWithinMs),
    }).catch((cause: unknown) => {
      throw new ParleyError('unavailable', 'Microsoft’s sign-in cannot be reached.', { cause, retry: 'later' })
    })
    if (response.status === 400 || response.status === 401)
      throw new ParleyError('notConfigured', 'Microsoft does not accept TEAMS_APP_ID and TEAMS_APP_PASSWORD.')
    const answer = answerSchema.safeParse(response.ok ? await response.json().catch(() => null) : null)
    if (!answer.success)
      throw new ParleyError('unavailable', 'Microsoft’s sign-in did not answer as it should.', { retry: 'later' })
    const { access_token: token, expires_in: seconds } = answer.data
    known = { token, endsAt: performance.now() + seconds * 1_000 - spareMs }
    return token
  }

  return {
    read() {
      if (known && known.endsAt > performance.now()) return Promise.resolve(known.token)
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
  }
}
