import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

// What stands before Bolt: a request is believed when it is signed and has the shape of something that Slack sends. A correctly
// signed "null" would otherwise end the process, and Bolt believes timestamps of the future.

/** As the manifest names them. What comes is told apart by itself, so that an app with one address for everything works too. */
export const slackPaths: readonly string[] = ['/api/slack/events', '/api/slack/interactions', '/api/slack/commands']

export const slackBytesMax = 1024 * 1024
const skewSecondsMax = 300

type Json = Readonly<Record<string, unknown>>
export type Admission =
  | { kind: 'deliver'; body: Json }
  /** Answered here and now; nothing happens. */
  | { kind: 'answer'; status: 200 | 400 | 401 | 415; text: string }

export interface SlackRequest {
  contentType: string
  signature: string
  timestamp: string
  raw: Uint8Array
}

/** Tells a genuine delivery from everything else. Pure, never throws. `secrets`: the app's signing secret, and the one before it. */
export function admitSlackRequest(request: SlackRequest, secrets: readonly string[], now: Date): Admission {
  const [type = ''] = request.contentType.toLowerCase().split(';')
  const isForm = type.trim() === 'application/x-www-form-urlencoded'
  if (!isForm && type.trim() !== 'application/json') return refuse(415, 'not the content type that Slack sends')
  const text = decode(request.raw)
  // Slack asks now and then whether the certificate is good; that is not signed, and nothing follows from it.
  if (isForm && text !== null && new URLSearchParams(text).get('ssl_check') === '1')
    return { kind: 'answer', status: 200, text: '' }
  if (!isSigned(request, secrets, now)) return refuse(401, 'the signature is wrong or too old')
  if (text === null) return refuse(400, 'this is not UTF-8')
  const { kind, body } = isForm ? parseForm(text) : ({ kind: 'events', body: parseObject(text) } as const)
  if (!body) return refuse(400, 'this is not what Slack sends')
  if (kind === 'events' && body.type === 'url_verification') return verifyAddress(body)
  // Slack held events back because there were too many; there is nothing to answer.
  if (kind === 'events' && body.type === 'app_rate_limited') return { kind: 'answer', status: 200, text: '' }
  return shapes[kind].safeParse(body).success ? { kind: 'deliver', body } : refuse(400, 'this is not what Slack sends')
}

function refuse(status: 400 | 401 | 415, text: string): Admission {
  return { kind: 'answer', status, text }
}

function verifyAddress({ challenge }: Json): Admission {
  return typeof challenge === 'string' && /^[\w.-]{1,500}$/.test(challenge)
    ? { kind: 'answer', status: 200, text: challenge }
    : refuse(400, 'there is no challenge')
}

function isSigned({ signature, timestamp, raw }: SlackRequest, secrets: readonly string[], now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || !/^v0=[0-9a-f]{64}$/.test(signature)) return false
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > skewSecondsMax) return false
  const given = Buffer.from(signature.slice(3), 'hex')
  return secrets.some((secret) => timingSafeEqual(signSlackBody(secret, timestamp, raw), given))
}

/** HMAC-SHA256 over "v0:TIMESTAMP:BODY", as Slack signs it. */
export function signSlackBody(secret: string, timestamp: string, raw: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`v0:${timestamp}:`).update(raw).digest()
}

function decode(raw: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return null
  }
}

function parseObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
  } catch {
    return null
  }
}

/** A press or a modal in one field, or the fields of a command. A field that is there twice is none of Slack's. */
function parseForm(text: string): { kind: 'interactions' | 'commands'; body: Json | null } {
  const fields = [...new URLSearchParams(text)]
  const form: Record<string, string> = Object.fromEntries(fields)
  const isWhole = Object.keys(form).length === fields.length
  if (form.payload !== undefined) return { kind: 'interactions', body: isWhole ? parseObject(form.payload) : null }
  return { kind: 'commands', body: isWhole ? form : null }
}

// ---- shapes ----------------------------------------------------------------------------------------------------
// Only what has to be there for anybody to look at it; what it means is read where it is used.

const id = z.string().min(1).max(255)
const party = z.looseObject({ id })
const interaction = {
  user: party,
  team: z.looseObject({ id }).nullish(),
  enterprise: z.looseObject({ id }).nullish(),
}
const action = z.looseObject({ type: z.string(), action_id: z.string() })

const shapes = {
  events: z.looseObject({
    type: z.literal('event_callback'),
    team_id: id.nullish(),
    enterprise_id: id.nullish(),
    event: z.looseObject({ type: z.string().min(1) }),
    authorizations: z.array(z.looseObject({})).optional(),
  }),
  interactions: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('block_actions'), ...interaction, actions: z.array(action).min(1) }),
    z.looseObject({ type: z.literal('view_submission'), ...interaction, view: z.looseObject({ id }) }),
    z.looseObject({ type: z.literal('view_closed'), ...interaction, view: z.looseObject({ id }) }),
    z.looseObject({ type: z.literal('message_action'), ...interaction, callback_id: z.string() }),
    z.looseObject({ type: z.literal('shortcut'), ...interaction, callback_id: z.string() }),
  ]),
  commands: z.looseObject({
    command: z.string().min(1),
    team_id: id,
    user_id: id,
    channel_id: id,
    trigger_id: z.string().min(1),
  }),
} as const
