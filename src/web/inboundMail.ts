import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../domain/clock.ts'
import { createRateLimit } from './rateLimit.ts'

/** Where mail providers post what came in, on the listener for outside. Mailgun sends sources only to an address that ends with "mime". */
export const inboundMailPaths: readonly string[] = ['/inbound/mail', '/inbound/mail/mime']

interface InboundMailInput {
  /** Signs requests; also the password of those who can only log in. */
  key: string
  /** Has stored the mail, or found it stored, when it resolves. */
  take: (source: Uint8Array) => Promise<'taken' | 'known' | 'unplaced'>
  clock: Clock
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
  /** Bytes of a whole request: a mail of the largest size, encoded once more. */
  bytesMax?: number
  addressOf?: (c: Context) => string
}

const skewSecondsMax = 300
const wrongTriesPerMinute = 10

/** Fields in which providers that post forms or JSON put the source of a mail. */
const sourceFields = ['body-mime', 'email', 'RawEmail', 'raw', 'mime'] as const

/**
 * POST of one mail as it came (message/rfc822), or a form or JSON with it in one of the known fields. Signed
 * (`X-Parley-Signature: t=SECONDS,v1=HEX`, HMAC-SHA256 over "SECONDS.BODY") or with the secret as Basic password.
 * 200 only when the mail is stored.
 */
export function createInboundMailApp(input: InboundMailInput): Hono {
  const { take, clock, log, addressOf = () => 'all', bytesMax = 15 * 1024 * 1024 } = input
  const app = new Hono()
  const wrongTries = createRateLimit({ clock, max: wrongTriesPerMinute, windowMs: 60_000 })
  const refuse = (c: Context) => {
    const caller = addressOf(c)
    wrongTries.count(caller)
    return wrongTries.isOver(caller)
      ? c.json({ error: 'too many wrong tries' }, 429, { 'Retry-After': '60' })
      : c.json({ error: 'signature or password is wrong' }, 401)
  }
  app.use(bodyLimit({ maxSize: bytesMax, onError: (c) => c.json({ error: 'the mail is too big' }, 413) }))
  for (const path of inboundMailPaths)
    app.post(path, async (c) => {
      const signature = readSignature(c, clock.now())
      // Whoever brings neither is turned away before the body is read. A right one always works, whoever shares its address.
      if (!signature && !hasPassword(c, input.key)) return refuse(c)
      const body = Buffer.from(await c.req.arrayBuffer())
      if (signature && !isSigned(signature, body, input.key)) return refuse(c)
      const source = sourceOf(c.req.header('content-type') ?? '', body)
      if (!source || source.length === 0) return c.json({ error: 'there is no mail in the request' }, 400)
      try {
        return c.json({ result: await take(source) })
      } catch (error) {
        log('inboundMail.failed', { error: error instanceof Error ? error.name : 'unknown' })
        return c.json({ error: 'the mail could not be stored, send it again' }, 503, { 'Retry-After': '60' })
      }
    })
  for (const path of inboundMailPaths) app.all(path, (c) => c.json({ error: 'only POST is answered here' }, 405))
  app.notFound((c) => c.json({ error: 'not found' }, 404))
  return app
}

interface Signature {
  seconds: string
  code: Buffer
}

/** What the header claims; null when it is missing, malformed or too old to be believed. */
function readSignature(c: Context, now: Date): Signature | null {
  const [, seconds, code] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(c.req.header('x-parley-signature') ?? '') ?? []
  if (!seconds || !code) return null
  if (Math.abs(now.getTime() / 1_000 - Number(seconds)) > skewSecondsMax) return null
  return { seconds, code: Buffer.from(code, 'hex') }
}

function isSigned({ seconds, code }: Signature, body: Buffer, key: string): boolean {
  return timingSafeEqual(createHmac('sha256', key).update(`${seconds}.`).update(body).digest(), code)
}

function hasPassword(c: Context, key: string): boolean {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]{1,400})$/.exec(c.req.header('authorization') ?? '') ?? []
  if (!encoded) return false
  const given = Buffer.from(encoded, 'base64').toString('utf8')
  const digest = (text: string) => createHmac('sha256', key).update(text).digest()
  return timingSafeEqual(digest(given.slice(given.indexOf(':') + 1)), digest(key))
}

/** The mail in a request; null when there is none in a form we know. */
function sourceOf(contentType: string, body: Buffer): Uint8Array | null {
  const [kind = ''] = contentType.toLowerCase().split(';')
  switch (kind.trim()) {
    case 'application/json':
      return fromJson(body)
    case 'application/x-www-form-urlencoded':
      return fromFields(new URLSearchParams(body.toString('utf8')))
    case 'multipart/form-data':
      return fromMultipart(contentType, body)
    default:
      return body
  }
}

function fromFields(fields: { get(name: string): string | null }): Uint8Array | null {
  for (const name of sourceFields) {
    const value = fields.get(name)
    if (value) return Buffer.from(value, 'utf8')
  }
  return null
}

function fromJson(body: Buffer): Uint8Array | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (value === null || typeof value !== 'object') return null
    const fields = new Map(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
    return fromFields({ get: (name) => fields.get(name) ?? null })
  } catch {
    return null
  }
}

/** Byte by byte: a mail need not be UTF-8, and a form reader would make it so. */
function fromMultipart(contentType: string, body: Buffer): Uint8Array | null {
  const [, quoted, plain] = /boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (!boundary) return null
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  for (let at = body.indexOf(mark), count = 0; at >= 0 && count < 200; count += 1) {
    const from = at + mark.length
    const next = body.indexOf(Buffer.from(`\r\n--${boundary}`, 'latin1'), from)
    if (next < 0) return null
    const head = body.indexOf('\r\n\r\n', from)
    const headers = head < 0 || head > next ? '' : body.subarray(from, head).toString('utf8')
    const [, name = ''] = /content-disposition:[^\n]*\bname="([^"\n]{1,100})"/i.exec(headers) ?? []
    if (sourceFields.some((field) => field === name)) return body.subarray(head + 4, next)
    at = next + 2
  }
  return null
}
