import { ParleyError } from '../domain/errors.ts'
import type { Access } from './connector.ts'
import { createPace, type Pace } from './pace.ts'

// How all connectors speak HTTP: one place for time-outs, limits of size and rate, and what a refusal means. It never repeats a request.

export interface ClientOptions {
  /** As people call the system: the start of every sentence about it. */
  name: string
  access: Access
  /** Addresses of the vendor by their names; `Access.bases` overrules them. */
  bases: Readonly<Record<string, string>>
  /** Headers that prove who asks; asked before each request, so that a token can be renewed. */
  authorize: () => Promise<Readonly<Record<string, string>>>
  /** Headers every request has. */
  headers?: Readonly<Record<string, string>>
  /** How the vendor tells what is left, and how much may be asked where he does not. */
  pace: PaceRules
  /** Tells the vendor's own failures in answers that look like success. Null when it is none. */
  readFailure?: (answer: Answer) => ParleyError | null
  /** The vendor's words for a refusal, out of its body, or its headers. */
  readReason?: (body: unknown, headers: Headers) => string | null
  /** The vendor's name of the permission that is missing, out of a 403. */
  readPermission?: (body: unknown, request: { method: string; path: string }) => string | null
}

export interface PaceRules {
  /** So many requests in so long; the vendor's headers overrule it. */
  count: number
  windowMs: number
  /** Names of headers. `reset` is seconds of the epoch, or from now on when it is small. */
  limit?: string
  remaining?: string
  reset?: string
}

export interface Ask {
  /** Name of the base; `main` when not given. */
  base?: string
  query?: Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>
  headers?: Readonly<Record<string, string>>
  json?: unknown
  form?: Readonly<Record<string, string>> | URLSearchParams
  /** A body of another kind, with its content type. */
  raw?: { type: string; text: string }
  /** The answer is given as text, whatever it says it is. */
  isText?: boolean
  /** Statuses that are answers, not errors, beside 2xx. */
  accept?: readonly number[]
  timeoutMs?: number
  /** How long an answer may be, where one holds all there is. */
  bytesMax?: number
  /** Without `authorize`: for the token itself, and for links to files on other hosts. */
  isOpen?: boolean
}

export interface Answer {
  status: number
  headers: Headers
  /** Parsed JSON; the text where it is none and none was expected; null without a body. Whole numbers beyond 2^53 are text. */
  body: unknown
}

export interface AtsClient {
  get(path: string, ask?: Ask): Promise<Answer>
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, ask?: Ask): Promise<Answer>
  /** An address of the vendor as he gave it ("next" links): refused when it leads to another host. */
  follow(address: string, ask?: Ask): Promise<Answer>
}

const usualTimeoutMs = 20_000
/** A page of 500 large records has 2 MB. */
const bodyBytesMax = 8_000_000

export function createAtsClient(options: ClientOptions): AtsClient {
  const { name, access } = options
  const bases: Readonly<Record<string, string>> = { ...options.bases, ...access.bases }
  const pace = createPace(options.pace, access, name)
  return {
    get: (path, ask) => request('GET', addressOf(bases, path, ask), path, ask),
    send: (method, path, ask) => request(method, addressOf(bases, path, ask), path, ask),
    follow: async (address, ask) => {
      const url = new URL(address, bases.main)
      const isOwn = Object.values(bases).some((base) => new URL(base).origin === url.origin)
      if (!isOwn)
        throw new ParleyError('unavailable', `${name} sent Parley to another address, which was not followed.`)
      return request('GET', url, url.pathname, ask)
    },
  }

  async function request(method: string, url: URL, path: string, ask: Ask = {}): Promise<Answer> {
    await pace.take()
    const headers = {
      accept: 'application/json',
      ...options.headers,
      ...(ask.isOpen ? {} : await options.authorize()),
      ...contentType(ask),
      ...ask.headers,
    }
    const body = bodyOf(ask)
    const answer = await exchange(options, pace, { method, url, headers, ...(body === undefined ? {} : { body }) }, ask)
    const isGood = (answer.status >= 200 && answer.status < 300) || ask.accept?.includes(answer.status) === true
    const failure = isGood ? options.readFailure?.(answer) : refusalOf(options, answer, { method, path }, pace)
    if (failure) throw failure
    return answer
  }
}

function addressOf(bases: Readonly<Record<string, string>>, path: string, { base = 'main', query }: Ask = {}): URL {
  const url = new URL((bases[base] ?? '') + path)
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(key, String(one))
  }
  return url
}

function contentType({ json, form, raw }: Ask): Record<string, string> {
  if (json !== undefined) return { 'content-type': 'application/json' }
  if (form) return { 'content-type': 'application/x-www-form-urlencoded' }
  return raw ? { 'content-type': raw.type } : {}
}

function bodyOf({ json, form, raw }: Ask): string | undefined {
  if (json !== undefined) return JSON.stringify(json)
  if (form) return new URLSearchParams(form as Record<string, string>).toString()
  return raw?.text
}

interface Sent {
  method: string
  url: URL
  headers: Record<string, string>
  body?: string
}

async function exchange({ name, access }: ClientOptions, pace: Pace, sent: Sent, ask: Ask): Promise<Answer> {
  const { url, ...init } = sent
  const signal = AbortSignal.timeout(ask.timeoutMs ?? usualTimeoutMs)
  try {
    const response = await access.fetch(url, { ...init, redirect: 'manual', signal })
    pace.note(response)
    const text = await readCapped(response, name, ask.bytesMax ?? bodyBytesMax)
    const { status, headers } = response
    const isData = status >= 200 && status < 300
    return {
      status,
      headers,
      body: ask.isText ? text : parseBody(text, headers.get('content-type') ?? '', isData ? name : null),
    }
  } catch (cause) {
    if (cause instanceof ParleyError) throw cause
    const isLate = cause instanceof Error && cause.name === 'TimeoutError'
    const what = isLate ? 'did not answer in time' : 'could not be reached'
    throw new ParleyError('unavailable', `${name} ${what}. Parley tries again by itself.`, { retry: 'later', cause })
  }
}

async function readCapped(response: Response, name: string, bytesMax: number): Promise<string> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const part of response.body) {
    size += part.length
    if (size > bytesMax) {
      throw new ParleyError(
        'unavailable',
        `${name} sent an answer that is far too long. Parley tries again by itself.`,
        {
          retry: 'later',
        },
      )
    }
    text += decoder.decode(part, { stream: true })
  }
  return text + decoder.decode()
}

const longNumber = /[:[,]\s*-?\d{16,}/

/** `name` is null where anything may come, because it is an error anyway. */
function parseBody(text: string, type: string, name: string | null): unknown {
  if (text.trim() === '') return null
  const isOther = /xml|text\/plain|octet-stream|pdf/.test(type)
  if (isOther) return text
  try {
    return longNumber.test(text) ? JSON.parse(text, keepLongNumbers as never) : JSON.parse(text)
  } catch (cause) {
    if (name === null) return text
    const what = /^\s*</.test(text) ? 'a web page in place of data' : 'something that is no data'
    throw new ParleyError('unavailable', `${name} answered with ${what}. Parley tries again by itself.`, {
      retry: 'later',
      cause,
    })
  }
}

/** A number that would lose digits stays as it is written. */
function keepLongNumbers(_key: string, value: unknown, context: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value) || !Number.isInteger(value)) return value
  return /^-?\d+$/.test(context.source ?? '') ? context.source : value
}

function refusalOf(
  { name, readReason, readPermission }: ClientOptions,
  { status, headers, body }: Answer,
  request: { method: string; path: string },
  pace: Pace,
): ParleyError {
  const reason = readReason?.(body, headers) ?? null
  const said = reason ? ` It says: "${shorten(reason)}".` : ''
  if (status === 401)
    return new ParleyError('notConfigured', `${name} no longer accepts the key. Enter a new one under Integrations.`)
  if (status === 403) {
    const permission = readPermission?.(body, request) ?? null
    const what = permission ? `the permission "${permission}"` : `a permission (${request.method} ${request.path})`
    return new ParleyError('notAllowed', `${name} refuses: the key lacks ${what}. An admin there can add it.${said}`, {
      ...(permission ? { field: permission } : {}),
    })
  }
  if (status === 404 || status === 410)
    return new ParleyError('notFound', `${name} has no such record (any more).${said}`)
  // Some say so with a 503; without a time in it that is an outage.
  if (status === 429 || (status === 503 && headers.has('retry-after'))) return pace.refusal()
  if (status >= 500 || status < 400)
    return new ParleyError('unavailable', `${name} is out of order (${status}). Parley tries again by itself.`, {
      retry: 'later',
    })
  return new ParleyError('refused', `${name} refused it (${status}).${said}`)
}

/** Words of outsiders, for a sentence: one line, no marks, not long. */
function shorten(text: string): string {
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s"]+/g, ' ')
    .trim()
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
