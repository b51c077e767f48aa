import type { Clock } from '../../domain/clock.ts'
import { admitSlackRequest, slackBytesMax, slackPaths } from './admit.ts'
import type { Answer } from './bolt.ts'
import { waitAtMost } from './waitAtMost.ts'

/** Slack gives up after three seconds and sends again; whoever cannot store it by then says so before. */
const answerWithinMs = 2_200
/**
 * So many wait for the database at most; more are asked to come again at once. What waits longer than Slack does is still stored, so a
 * database that stood still would otherwise be busy with what nobody waits for any more.
 */
const runningMax = 500

interface DoorOptions {
  /** The app's signing secret, and the one before it. */
  signingSecrets: readonly string[]
  /** The machine's own clock: signatures carry the real time. */
  clock: Clock
  /** Has stored it, or found it stored, when it answers `taken`. */
  take(body: Readonly<Record<string, unknown>>): Promise<Answer | null>
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
  withinMs?: number
}

/**
 * Where Slack posts events, presses and commands. 200 only for what is stored or is nobody's business; 503 for what could not be
 * stored in time, so that Slack sends it again; 4xx for everything that Slack does not send.
 */
export function createSlackDoor(options: DoorOptions): { fetch(request: Request): Promise<Response> } {
  const { signingSecrets, clock, take, log, withinMs = answerWithinMs } = options
  let running = 0

  async function fetch(request: Request): Promise<Response> {
    if (!slackPaths.includes(new URL(request.url).pathname)) return textResponse(404, 'there is nothing here')
    if (request.method !== 'POST') return textResponse(405, 'only POST is answered here', { Allow: 'POST' })
    const raw = await readAtMost(request, slackBytesMax)
    if (!raw) return textResponse(413, 'this is more than Slack sends')
    const admission = admitSlackRequest(
      {
        raw,
        contentType: request.headers.get('content-type') ?? '',
        signature: request.headers.get('x-slack-signature') ?? '',
        timestamp: request.headers.get('x-slack-request-timestamp') ?? '',
      },
      signingSecrets,
      clock.now(),
    )
    if (admission.kind === 'answer') {
      if (admission.status !== 200) log('slack.refused', { status: admission.status })
      return textResponse(admission.status, admission.text)
    }
    return deliver(admission.body)
  }

  async function deliver(body: Readonly<Record<string, unknown>>): Promise<Response> {
    if (running >= runningMax) return again('too many at once')
    running += 1
    const work = take(body).finally(() => {
      running -= 1
    })
    try {
      const answered = await waitAtMost(withinMs, work)
      if (!answered) return again('not stored in time')
      const { value } = answered
      if (!value) return textResponse(400, 'this is not what Slack sends here')
      return value.kind === 'again' ? again('not stored') : taken(value.reply)
    } catch (error) {
      return again(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    }
  }

  function again(why: string): Response {
    log('slack.again', { why: why.slice(0, 300) })
    return textResponse(503, 'please send this again', { 'Retry-After': '1' })
  }

  return { fetch }
}

function taken(reply: string | Readonly<Record<string, unknown>> | undefined): Response {
  if (reply === undefined) return textResponse(200, '')
  return typeof reply === 'string' ? textResponse(200, reply) : Response.json(reply)
}

function textResponse(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  })
}

/** The whole body, byte by byte as it was signed; null when it is longer. */
async function readAtMost(request: Request, bytesMax: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) return null
  if (!request.body) return new Uint8Array()
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body) {
    length += piece.byteLength
    if (length > bytesMax) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
