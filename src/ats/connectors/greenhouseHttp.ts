import { type Answer, type Ask, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { createGreenhouseTokens } from './greenhouseToken.ts'

/** How the parts of this connector ask; `as` is the user in whose name something is written. */
export interface GreenhouseHttp {
  get(path: string, query: Ask['query']): Promise<Answer>
  send(method: 'POST' | 'PATCH' | 'DELETE', path: string, json: unknown, as: string | null): Promise<Answer>
}

/** The permission a request needs, by the vendor's rule for their names. */
function permissionOf({ method, path }: { method: string; path: string }): string {
  const [, record = '', id, act] = path.split('/')
  const verbs: Readonly<Record<string, string>> = { GET: 'list', POST: 'create', PATCH: 'update', DELETE: 'destroy' }
  return `harvest:${record}:${id !== undefined && act ? act : verbs[method]}`
}

/** `errors` holds sentences, or objects of one field and its sentence. */
function readReason(body: unknown): string | null {
  const { message, errors } = (body ?? {}) as { message?: unknown; errors?: unknown }
  const said = (Array.isArray(errors) ? errors : []).map((one: unknown) =>
    typeof one === 'object' && one !== null
      ? Object.entries(one)
          .map(([field, problem]) => `${field} ${String(problem)}`)
          .join(', ')
      : String(one),
  )
  return said.length > 0 ? said.join('; ') : typeof message === 'string' ? message : null
}

export function openGreenhouse(access: Access): GreenhouseHttp {
  const client = createAtsClient({
    name: 'Greenhouse',
    access,
    bases: { main: 'https://harvest.greenhouse.io/v3', auth: 'https://auth.greenhouse.io' },
    authorize: () => tokens.authorize(null),
    pace: {
      count: 75,
      windowMs: 30_000,
      limit: 'x-ratelimit-limit',
      remaining: 'x-ratelimit-remaining',
      reset: 'x-ratelimit-reset',
    },
    readReason,
    readPermission: (_body, request) => permissionOf(request),
  })
  const tokens = createGreenhouseTokens(access, (ask) => client.send('POST', '/token', ask))
  return {
    get: (path, query) => tokens.renew(() => client.get(path, query ? { query } : {})),
    send: (method, path, json, as) =>
      tokens.renew(async () => {
        const headers = await tokens.authorize(as)
        return client.send(method, path, json === undefined ? { headers } : { headers, json })
      }),
  }
}
