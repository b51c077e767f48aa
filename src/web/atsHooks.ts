import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../domain/clock.ts'
import type { HookReceipt } from '../workflow/connectAts.ts'
import { hooksPath } from '../workflow/hookAddress.ts'
import { createRateLimit } from './rateLimit.ts'

export interface AtsHookDelivery {
  tenantId: string
  connectionId: string
  headers: Readonly<Record<string, string>>
  body: Buffer
  pathSecret: string | null
}

interface AtsHooksInput {
  /** Has stored the note, or found it stored, when it resolves with `taken`. */
  take: (delivery: AtsHookDelivery) => Promise<HookReceipt>
  clock: Clock
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
  /** Of the body as it comes, and of what it unpacks to. */
  bytesMax?: number
  perMinute?: number
}

const unpack = promisify(gunzip)
const idShape = /^[\w-]{1,80}$/
const refusals = { refused: [401, 'refused'], unknown: [404, 'not found'] } as const

/** Whether this address is one that an ATS tells of changes at. */
export function isAtsHook(pathname: string): boolean {
  return pathname.startsWith(`${hooksPath}/`)
}

/**
 * POST of what an ATS says has changed, at /hooks/ats/TENANT/CONNECTION, and with the secret at the end for vendors that sign nothing. 200 only
 * when it is stored, also for one that was stored before; the body is handed on byte by byte, as signatures cover it.
 */
export function createAtsHooksApp({
  take,
  clock,
  log,
  bytesMax = 2 * 1024 * 1024,
  perMinute = 600,
}: AtsHooksInput): Hono {
  const app = new Hono()
  const calls = createRateLimit({ clock, max: perMinute, windowMs: 60_000 })
  const say = (c: Context, status: 401 | 404 | 405 | 413 | 429 | 400 | 503, error: string) =>
    c.json({ error }, status, status === 429 || status === 503 ? { 'Retry-After': '60' } : {})
  const tooBig = (c: Context) => say(c, 413, 'the body is too big')

  app.use(async (c, next) => {
    if (c.req.method === 'POST') return next()
    return c.json({ error: 'only POST is answered here' }, 405, { Allow: 'POST' })
  })
  app.use(bodyLimit({ maxSize: bytesMax, onError: tooBig }))
  app.post(`${hooksPath}/:tenantId/:connectionId/:secret?`, async (c) => {
    const { tenantId = '', connectionId = '', secret } = c.req.param()
    if (!idShape.test(tenantId) || !idShape.test(connectionId)) return say(c, 404, 'not found')
    const key = `${tenantId}/${connectionId}`
    if (calls.isOver(key)) return say(c, 429, 'too many at once')
    calls.count(key)
    const sent = Buffer.from(await c.req.arrayBuffer())
    const body = await bodyOf(c, sent, bytesMax)
    if (body === 'tooBig') return tooBig(c)
    if (body === 'broken') return say(c, 400, 'the body cannot be unpacked')
    try {
      const receipt = await take({
        tenantId,
        connectionId,
        headers: Object.fromEntries(c.req.raw.headers),
        body,
        pathSecret: secret ?? null,
      })
      if (receipt === 'taken') return c.json({ result: 'taken' })
      if (typeof receipt !== 'string') return c.body(null, 200, receipt.greeting)
      const [status, error] = refusals[receipt]
      return say(c, status, error)
    } catch (error) {
      // Never the path: for some vendors it is the secret.
      log('atsHook.failed', { connection: connectionId, error: error instanceof Error ? error.name : 'unknown' })
      return say(c, 503, 'it could not be stored, send it again')
    }
  })
  app.notFound((c) => say(c, 404, 'not found'))
  return app
}

/** iCIMS sends its notes packed. */
async function bodyOf(c: Context, sent: Buffer, bytesMax: number): Promise<Buffer | 'tooBig' | 'broken'> {
  const isNamed = /\bgzip\b/i.test(c.req.header('content-encoding') ?? '')
  if (!isNamed || sent.length === 0) return sent
  try {
    return await unpack(sent, { maxOutputLength: bytesMax })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'tooBig' : 'broken'
  }
}
