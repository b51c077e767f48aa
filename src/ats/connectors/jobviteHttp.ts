import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import { type Answer, type Ask, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'

// How Jobvite is spoken to. Each key is granted route by route; that one is refused may be told with a status of success, as JSON, plain text or a page.

export const name = 'Jobvite'

export interface JobviteHttp {
  get(path: '/candidate' | '/job', query: NonNullable<Ask['query']>): Promise<unknown>
  /** The one write, of the older version: all of the moves or none. */
  move(moves: readonly { applicationId: string; wflowstate: string }[]): Promise<void>
}

/** What Jobvite's Customer Success grants, by route. */
export const grants = { '/candidate': 'candidate', '/job': 'job', move: 'candidate (v1, updateCandidates)' } as const

const refusal = z.object({
  status: z.object({
    code: z.union([z.number(), z.string()]),
    messages: z.array(z.string()).catch([]).default([]),
  }),
})

export function openJobvite(access: Access): JobviteHttp {
  const { apiKey = '', apiSecret = '' } = access.fields
  const client = createAtsClient({
    name,
    access,
    bases: { main: 'https://api.jobvite.com/api/v2', v1: 'https://api.jobvite.com/v1' },
    authorize: async () => ({ 'x-jvi-api': apiKey, 'x-jvi-sc': apiSecret }),
    // 15 a minute and 850 an hour: 14 a minute keeps to both.
    pace: { count: 14, windowMs: 60_000 },
    readReason: (body) => (typeof body === 'string' ? (isPage(body) ? null : body) : readRefusal(body).said),
  })
  return {
    async get(path, query) {
      const answer = await client.get(path, { query, accept: [401] })
      throwRefusal(answer, grants[path])
      return answer.body
    },
    async move(moves) {
      const form = { action: 'updateCandidates', format: 'json', data: JSON.stringify(moves) }
      const answer = await client.send('POST', '/candidate', { base: 'v1', form, accept: [401], isText: true })
      throwRefusal({ ...answer, body: readText(String(answer.body)) }, grants.move)
    },
  }
}

const isPage = (text: string) => /^\s*</.test(text)
const readText = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function readRefusal(body: unknown): { code: number | null; said: string | null } {
  const { status } = refusal.safeParse(body).data ?? {}
  if (!status) return { code: null, said: null }
  const isGood = /^(2\d\d|success|ok)$/i.test(String(status.code))
  return { code: isGood ? null : Number(status.code), said: status.messages.join(' ') || null }
}

/** Only "Invalid key" is said of the key itself: everything else may be a route that it is not granted. */
function throwRefusal({ status, body }: Pick<Answer, 'status' | 'body'>, grant: string): void {
  const { code, said } = readRefusal(body)
  if (status !== 401 && code === null) return
  if (status === 401 || code === 401 || code === 403) {
    if (/invalid key/i.test(said ?? ''))
      throw new ParleyError('notConfigured', `${name} no longer accepts the key. Enter a new one under Integrations.`)
    throw new ParleyError(
      'notAllowed',
      `${name} refuses: the key is not granted "${grant}", or not from this address. Jobvite Customer Success can grant it.`,
      { field: grant },
    )
  }
  throw new ParleyError('refused', `${name} refused it (${code}).${said ? ` It says: "${said.slice(0, 200)}".` : ''}`)
}
