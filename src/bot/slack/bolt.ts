import { App, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt'
import { type SlackCall, SlackRefusal } from './slackApi.ts'
import type { SlackWorkspace } from './workspaces.ts'

// The one file that knows Slack's packages: Bolt tells what kind of delivery something is and for which workspace, its Web API
// client makes the calls, its Socket Mode client holds the socket. Loaded when Slack is configured.

type Json = Readonly<Record<string, unknown>>
type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void

/** What goes back to Slack: taken, with what its kind allows as a reply; or "send it again". */
export type Answer = { kind: 'taken'; reply?: string | Json } | { kind: 'again' }

export interface Delivery {
  body: Json
  workspace: SlackWorkspace
}
export type DeliveryKind = 'event' | 'action' | 'view' | 'command' | 'shortcut'
/** One per kind. What throws is delivered again. */
export type SlackListeners = Readonly<Record<DeliveryKind, (delivery: Delivery) => Promise<Answer>>>

export interface BoltOptions {
  /** With a slash at its end: "https://slack.com/api/". */
  apiUrl: string
  listeners: SlackListeners
  /** Null when nobody added Parley there. Throws when it cannot be told. */
  findWorkspace(ids: readonly string[]): Promise<SlackWorkspace | null>
  log: Log
}

export interface Bolt {
  /** Routes one delivery that was found genuine. Throws when it could not be taken. `null`: none that Slack sends. */
  take(body: Json): Promise<Answer | null>
  /** Holds a socket instead of being called; each envelope is acknowledged when its listener has answered. */
  openSocket(appToken: string): { stop(): Promise<void> }
}

/** What listeners leave their answer in: Bolt acknowledges events before it asks anybody, which would lose them. */
interface Slot {
  answer: Answer | null
}

export function openBolt({ apiUrl, listeners, findWorkspace, log }: BoltOptions): Bolt {
  const receiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} }
  const app = new App({
    receiver,
    logger: quietLogger(log),
    // Own messages are told apart where all others are (readEvent.ts).
    ignoreSelf: false,
    convoStore: false,
    clientOptions: { slackApiUrl: apiUrl },
    authorize: async ({ teamId, enterpriseId }) => {
      const ids = [teamId, enterpriseId].filter((id): id is string => typeof id === 'string' && id !== '')
      return { workspace: await findWorkspace(ids) }
    },
  })
  app.error(async (error) => {
    throw error
  })

  const answerWith =
    (kind: DeliveryKind) =>
    async ({ body, context }: { body: unknown; context: Readonly<Record<string, unknown>> }): Promise<void> => {
      const slot = context.slot as Slot
      // Events that tell of the end of an installation come without one.
      const workspace = (context.workspace ?? (await findWorkspace(workspaceIdsOf(body)))) as SlackWorkspace | null
      if (slot.answer) return
      slot.answer = { kind: 'taken' }
      if (workspace) slot.answer = await listeners[kind]({ body: body as Json, workspace })
      else log('slack.unknownWorkspace', { kind })
    }
  app.event(/.*/, answerWith('event'))
  app.action(/.*/, answerWith('action'))
  app.view(/.*/, answerWith('view'))
  app.command(/.*/, answerWith('command'))
  app.shortcut(/.*/, answerWith('shortcut'))

  async function take(body: Json): Promise<Answer | null> {
    const slot: Slot = { answer: null }
    await app.processEvent({ body, ack: async () => {}, customProperties: { slot } })
    return slot.answer
  }

  function openSocket(appToken: string): { stop(): Promise<void> } {
    const socket = new SocketModeReceiver({
      appToken,
      logger: quietLogger(log),
      installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    })
    const { client } = socket
    // Bolt's own handler acknowledges events before they are stored.
    client.removeAllListeners('slack_event')
    client.on('slack_event', (envelope: { body: Json; ack: (reply?: unknown) => Promise<void> }) => {
      take(envelope.body)
        .then((answer) => (answer?.kind === 'again' ? undefined : envelope.ack(answer?.reply)))
        .catch((error: unknown) => log('slack.socketFailed', { error: String(error) }))
    })
    client.on('connected', () => log('slack.socketOpen'))
    client.start().catch((error: unknown) => log('slack.socketRefused', { error: String(error) }))
    return { stop: () => client.disconnect() }
  }

  return { take, openSocket }
}

function workspaceIdsOf(body: unknown): string[] {
  const { team_id, enterprise_id } = body as Json
  return [team_id, enterprise_id].filter((id): id is string => typeof id === 'string' && id !== '')
}

const callWithinMs = 8_000

/** Calls of the Web API: one attempt each, errors as SlackRefusal. */
export function createSlackCaller(apiUrl: string, log: Log): (token: string) => SlackCall {
  const clients = new Map<string, webApi.WebClient>()
  const clientFor = (token: string, timeout: number): webApi.WebClient => {
    const key = `${timeout} ${token}`
    const known = clients.get(key)
    if (known) return known
    const client = new webApi.WebClient(token, {
      slackApiUrl: apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
      timeout,
      logger: quietLogger(log),
    })
    clients.set(key, client)
    return client
  }
  return (token) =>
    async (method, args, withinMs = callWithinMs) => {
      try {
        const result = await clientFor(token, withinMs).apiCall(method, { ...args })
        return result as unknown as Json
      } catch (error) {
        throw refusalOf(method, error)
      }
    }
}

function refusalOf(method: string, error: unknown): SlackRefusal {
  if (error instanceof webApi.WebAPIPlatformError) return new SlackRefusal(method, error.data.error, { cause: error })
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new SlackRefusal(method, 'ratelimited', { retryAfterMs: error.retryAfter * 1_000, cause: error })
  if (error instanceof webApi.WebAPIHTTPError)
    return new SlackRefusal(method, `http_${error.statusCode}`, { cause: error })
  if (error instanceof Error && error.message.startsWith('Retry header did not contain'))
    return new SlackRefusal(method, 'ratelimited', { cause: error })
  return new SlackRefusal(method, 'no_answer', { cause: error })
}

/** The packages write to the terminal by themselves; only warnings and errors are worth a line, and only in our log. */
function quietLogger(log: Log) {
  const say = (level: string) => (first: unknown) => {
    log('slack.package', { level, said: String(first).slice(0, 300) })
  }
  return {
    debug: () => {},
    info: () => {},
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    getLevel: () => 'error' as never,
    setName: () => {},
  }
}
