import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openSlackMemory, type SlackMemory, type StoredMessage } from './slackMemory.ts'
import { checkArguments, Refusal, slackMethods } from './slackMethods.ts'

type Json = Readonly<Record<string, unknown>>
/** Of the next call (of `method`, when given): a code to refuse with, nothing at all, or done and the answer lost. */
export interface Fault {
  method?: string
  fault: 'down' | 'lost' | 'ratelimited' | (string & {})
  retryAfterSeconds?: number
}

export interface SlackServerOptions {
  now?: () => number
  /** Posts to one channel that come sooner than this after the one before are refused; 0: none is. */
  postGapMs?: number
}

/**
 * A stand-in for Slack, written for tests: its Web API as strict as the real one is known to be, and its sender of events, presses and
 * commands, signed. Two well-known local servers take any token and any blocks, so this one refuses what Slack refuses.
 */
export async function startSlackServer(options: SlackServerOptions = {}) {
  const { now = Date.now, postGapMs = 0 } = options
  const signingSecret = 'a signing secret of the tests'
  const tokens = new Map<string, 'good' | 'revoked'>([['xoxb-good', 'good']])
  const calls: { method: string; args: Json }[] = []
  const faults: Fault[] = []
  /** Methods that this workspace does not have. */
  const absent = new Set<string>()
  /** Rights that the token was not given. */
  const missingScopes = new Set<string>()
  const postedAt = new Map<string, number>()
  let memory: SlackMemory

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const name = /^\/api\/([\w.]+)$/.exec(request.url ?? '')?.[1] ?? ''
    const args = readArguments(Buffer.concat(chunks).toString('utf8'))
    calls.push({ method: name, args })
    const at = faults.findIndex(({ method }) => method === undefined || method === name)
    const [fault] = at < 0 ? [] : faults.splice(at, 1)
    if (fault?.fault === 'down') return void response.destroy()
    if (fault?.fault === 'ratelimited') return tooMany(response, fault.retryAfterSeconds)
    if (fault && fault.fault !== 'lost') return send(response, { ok: false, error: fault.fault })
    const result = call(name, args, request.headers.authorization)
    if (fault?.fault === 'lost') return void response.destroy()
    if (result === 'tooMany') return tooMany(response, Math.ceil(postGapMs / 1_000))
    send(response, result)
  }

  function call(name: string, args: Json, authorization: string | undefined): Json | 'tooMany' {
    const method = slackMethods[name]
    try {
      if (!method || absent.has(name)) throw new Refusal('unknown_method')
      if (name !== 'oauth.v2.access') checkToken(authorization)
      if (method.scope && missingScopes.has(method.scope)) throw new Refusal('missing_scope')
      checkArguments(method, args)
      if (name === 'chat.postMessage' && isTooSoon(String(args.channel))) return 'tooMany'
      return { ok: true, ...method.run(memory, args) }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.code }
      throw error
    }
  }

  function checkToken(authorization: string | undefined): void {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
    if (!token) throw new Refusal('not_authed')
    const state = tokens.get(token)
    if (!state) throw new Refusal('invalid_auth')
    if (state === 'revoked') throw new Refusal('token_revoked')
  }

  function isTooSoon(channel: string): boolean {
    const last = postedAt.get(channel)
    const at = now()
    // A millisecond of leeway: two machines never agree on it.
    if (postGapMs > 0 && last !== undefined && at - last < postGapMs - 1) return true
    postedAt.set(channel, at)
    return false
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  memory = openSlackMemory(url, now)
  let eventCount = 0

  // ---- what Slack sends ----------------------------------------------------------------------------------------

  type Post = (request: Request) => Promise<Response>
  const sign = (raw: string, seconds = Math.floor(Date.now() / 1_000)): Record<string, string> => ({
    'X-Slack-Request-Timestamp': String(seconds),
    'X-Slack-Signature': `v0=${createHmac('sha256', signingSecret).update(`v0:${seconds}:${raw}`).digest('hex')}`,
  })
  const postTo = (post: Post, path: string, contentType: string, raw: string): Promise<Response> =>
    post(
      new Request(`http://parley.test/api/slack/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': contentType, ...sign(raw) },
        body: raw,
      }),
    )
  const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString()
  const formType = 'application/x-www-form-urlencoded'

  /** The body of an event callback, and of the same event delivered again. */
  const envelope = (event: Json): Json => ({
    type: 'event_callback',
    token: 'unused',
    team_id: memory.team.id,
    api_app_id: 'A0PARLEY',
    event_id: `Ev${++eventCount}`,
    event_time: Math.floor(now() / 1_000),
    authorizations: [{ team_id: memory.team.id, user_id: memory.botUserId, is_bot: true }],
    event,
  })
  const sendEvent = (post: Post, event: Json): Promise<Response> =>
    postTo(post, 'events', 'application/json', JSON.stringify(envelope(event)))
  const sendInteraction = (post: Post, payload: Json): Promise<Response> =>
    postTo(post, 'interactions', formType, form({ payload: JSON.stringify(payload) }))

  /** Somebody writes: the message is in the channel, and the events of it are sent. */
  async function write(
    post: Post,
    userId: string,
    channelId: string,
    text: string,
    where: { threadTs?: string } = {},
  ): Promise<{ message: StoredMessage; statuses: number[] }> {
    const channel = memory.channels.get(channelId)
    if (!channel) throw new Error(`no channel ${channelId}`)
    const message = memory.store({
      channel: channelId,
      threadTs: where.threadTs ?? null,
      userId,
      text,
      blocks: [],
      metadata: null,
    })
    const event = {
      user: userId,
      text,
      ts: message.ts,
      channel: channelId,
      ...(where.threadTs ? { thread_ts: where.threadTs } : {}),
    }
    const isMention = channel.kind !== 'im' && text.includes(`<@${memory.botUserId}>`)
    const answers = await Promise.all([
      sendEvent(post, { type: 'message', channel_type: channel.kind, ...event }),
      ...(isMention ? [sendEvent(post, { type: 'app_mention', ...event })] : []),
    ])
    return { message, statuses: answers.map(({ status }) => status) }
  }

  /** Somebody presses a button of a message, or chooses from its menu. */
  function press(post: Post, userId: string, message: StoredMessage, actionId: string): Promise<Response> {
    const element = elementsOf(message.blocks).find((one) => holds(one, actionId))
    if (!element) throw new Error(`the message shows no action ${actionId}`)
    const action =
      element.type === 'button'
        ? { type: 'button', action_id: element.action_id, value: element.value }
        : { type: 'static_select', action_id: element.action_id, selected_option: { value: actionId } }
    return sendInteraction(post, {
      type: 'block_actions',
      user: { id: userId },
      team: { id: memory.team.id },
      trigger_id: memory.newTrigger(userId),
      container: {
        type: 'message',
        channel_id: message.channel,
        message_ts: message.ts,
        ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
      },
      actions: [{ ...action, block_id: 'b', action_ts: memory.nextTs() }],
    })
  }

  /** Somebody fills in the modal opened last and submits it; by block id what Slack says of each input. */
  function submit(post: Post, values: Readonly<Record<string, Json>>): Promise<Response> {
    const opened = memory.views.at(-1)
    if (!opened) throw new Error('no modal is open')
    const { id, hash, userId, view } = opened
    return sendInteraction(post, {
      type: 'view_submission',
      user: { id: userId },
      team: { id: memory.team.id },
      view: { ...view, id, hash, state: { values } },
    })
  }

  const command = (post: Post, userId: string, channelId: string, text: string): Promise<Response> =>
    postTo(
      post,
      'commands',
      formType,
      form({
        command: '/parley',
        text,
        team_id: memory.team.id,
        user_id: userId,
        channel_id: channelId,
        trigger_id: memory.newTrigger(userId),
        response_url: `${url}/response`,
      }),
    )

  const shortcut = (post: Post, userId: string, callbackId: string, about?: StoredMessage): Promise<Response> =>
    sendInteraction(post, {
      type: about ? 'message_action' : 'shortcut',
      callback_id: callbackId,
      user: { id: userId },
      team: { id: memory.team.id },
      trigger_id: memory.newTrigger(userId),
      ...(about
        ? {
            channel: { id: about.channel },
            message: { ts: about.ts, text: about.text, ...(about.threadTs ? { thread_ts: about.threadTs } : {}) },
          }
        : {}),
    })

  return {
    url,
    apiUrl: `${url}/api/`,
    signingSecret,
    token: 'xoxb-good',
    tokens,
    memory,
    calls,
    faults,
    absent,
    missingScopes,
    sign,
    envelope,
    sendEvent,
    sendInteraction,
    write,
    press,
    submit,
    command,
    shortcut,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
export type SlackServer = Awaited<ReturnType<typeof startSlackServer>>

function readArguments(body: string): Json {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      name !== 'text' && /^(?:[[{]|true$|false$|\d+$)/.test(value) ? parsed(value) : value,
    ]),
  )
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function send(response: ServerResponse, result: Json): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(result))
}

function tooMany(response: ServerResponse, retryAfterSeconds = 1): void {
  response.writeHead(429, { 'Retry-After': String(retryAfterSeconds), 'Content-Type': 'application/json' })
  response.end(JSON.stringify({ ok: false, error: 'ratelimited' }))
}

interface Element {
  type: string
  action_id: string
  value?: string
  options?: { value: string }[]
  option_groups?: { options: { value: string }[] }[]
}

/** Everything in these blocks that can be pressed. */
export function elementsOf(blocks: readonly unknown[]): Element[] {
  return (blocks as { type: string; elements?: Element[]; accessory?: Element }[]).flatMap((block) => [
    ...(block.type === 'actions' ? (block.elements ?? []) : []),
    ...(block.accessory ? [block.accessory] : []),
  ])
}

function holds(element: Element, actionId: string): boolean {
  if (element.type === 'button') return element.value === actionId
  const options = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)]
  return options.some((option) => option.value === actionId)
}
