import { AsyncLocalStorage } from 'node:async_hooks'
import type { Activity, ChannelAccount, ConversationParameters } from 'botbuilder'
import type { TeamsAddress } from '../../domain/chat.ts'
import { ParleyError } from '../../domain/errors.ts'
import { isTooDeep } from './activity.ts'
import { type AppToken, createAppToken } from './appToken.ts'
import { conversationIdOf, isServiceUrl, splitConversationId } from './reference.ts'

// The one file that knows the package behind Teams; docs/decisions/0008-teams-transport.md says why. It checks who speaks to us, and
// speaks to the connector of a conversation. Nothing is tried twice here, and every call ends.

export interface TeamsHttpRequest {
  method: string
  contentType: string
  authorization: string
  body: string
}

export interface TeamsHttpAnswer {
  status: number
  /** JSON of an invoke's answer; a plain sentence otherwise. */
  body?: unknown
}

/** A message of ours before it has an id. */
export interface TeamsOutgoing {
  type: 'message'
  text?: string
  textFormat?: 'plain'
  summary?: string
  attachments?: { contentType: string; content: unknown }[]
}

export interface TeamsMember {
  id: string
  objectId: string | null
  name: string | null
  email: string | null
}

export interface TeamsTransport {
  /** Checks the caller and the shape, then hands the activity on as it came. A failure of `onActivity` is a 500 without words. */
  handle(
    request: TeamsHttpRequest,
    onActivity: (activity: Record<string, unknown>) => Promise<TeamsHttpAnswer>,
  ): Promise<TeamsHttpAnswer>
  /** @returns the id of the message */
  send(address: TeamsAddress, message: TeamsOutgoing): Promise<string>
  update(address: TeamsAddress, messageId: string, message: TeamsOutgoing): Promise<void>
  /** The personal conversation with somebody for whom the app is installed; the same one every time. */
  createPersonal(
    user: Pick<TeamsAddress, 'serviceUrl' | 'workspaceId' | 'botId'> & { userId: string },
  ): Promise<TeamsAddress>
  /** The people of a conversation; with an id only that one, or nobody. */
  members(address: TeamsAddress, userId?: string): Promise<TeamsMember[]>
}

export interface TeamsTransportOptions {
  appId: string
  password: string
  /** The Microsoft tenant of a single-tenant app; null for an app of many. */
  tenantId: string | null
  /** Further addresses that the connector may have: test servers. */
  serviceUrls: readonly string[]
  /** Where the keys of the Bot Framework are, and where our token comes from; null for Microsoft's public cloud. */
  openIdUrl: string | null
  tokenUrl: string | null
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
  callWithinMs?: number
}

const bodyLengthMax = 256 * 1024
const issuer = 'https://api.botframework.com'
const memberPagesMax = 20

/** Loads the package and opens the way to Teams. Throws notConfigured without an app id: unchecked callers would be let in. */
export async function createTeamsTransport(options: TeamsTransportOptions): Promise<TeamsTransport> {
  if (options.appId.trim() === '' || options.password.trim() === '')
    throw new ParleyError(
      'notConfigured',
      'Teams needs TEAMS_APP_ID and TEAMS_APP_PASSWORD; without them nobody who writes could be checked.',
    )
  const { log, callWithinMs = 10_000 } = options
  const { auth, createConnector } = await openBotFramework(options, createAppToken({ ...options, callWithinMs }))

  const connectorOf = async (serviceUrl: string) => {
    if (!isServiceUrl(serviceUrl, options.serviceUrls))
      throw new ParleyError(
        'notAllowed',
        'This Teams conversation is served from an address that Parley does not speak to.',
      )
    return (await createConnector(serviceUrl)).conversations
  }
  type Conversations = Awaited<ReturnType<typeof connectorOf>>
  const call = async <T>(serviceUrl: string, work: (conversations: Conversations) => Promise<T>): Promise<T> => {
    const calling = connectorOf(serviceUrl).then(work)
    return within(callWithinMs, calling).catch((error: unknown) => {
      throw toParleyError(error)
    })
  }

  return {
    async handle(request, onActivity) {
      const read = readBody(request)
      if ('status' in read) return read
      const { activity } = read
      if (activity.channelId !== 'msteams' || typeof activity.serviceUrl !== 'string')
        return { status: 400, body: 'not an activity of Teams' }
      if (!isServiceUrl(activity.serviceUrl, options.serviceUrls)) {
        log('teams.serviceUrlRefused', { host: URL.parse(activity.serviceUrl)?.host ?? null })
        return { status: 403, body: 'this service address is not known' }
      }
      if (!isIssuedFor(request.authorization)) return { status: 401, body: 'not authorized' }
      try {
        const claimed = activity as Partial<Activity> as Activity
        await within(
          callWithinMs,
          checking.run(true, () => auth.authenticateRequest(claimed, request.authorization)),
        )
      } catch (error) {
        return refusal(error, log)
      }
      try {
        return await onActivity(activity)
      } catch (error) {
        log('teams.activityFailed', { type: String(activity.type).slice(0, 60), error: String(error) })
        return { status: 500, body: 'this could not be taken' }
      }
    },

    async send(address, message) {
      const id = conversationIdOf(address)
      const sent = await call(address.serviceUrl, (conversations) =>
        conversations.sendToConversation(id, activityOf(address, message), { timeout: callWithinMs }),
      )
      if (!sent.id) throw new ParleyError('unknownOutcome', 'Teams did not say whether it took the message.')
      return sent.id
    },

    async update(address, messageId, message) {
      const id = conversationIdOf(address)
      const activity = { ...activityOf(address, message), id: messageId }
      await call(address.serviceUrl, (conversations) =>
        conversations.updateActivity(id, messageId, activity, { timeout: callWithinMs }),
      )
    },

    async createPersonal({ serviceUrl, workspaceId, botId, userId }) {
      const wanted: Partial<ConversationParameters> = {
        isGroup: false,
        bot: { id: botId } as ChannelAccount,
        members: [{ id: userId } as ChannelAccount],
        tenantId: workspaceId,
        channelData: { tenant: { id: workspaceId } },
      }
      const made = await call(serviceUrl, (conversations) =>
        conversations.createConversation(wanted as ConversationParameters, { timeout: callWithinMs }),
      )
      if (!made.id) throw new ParleyError('refused', 'Teams did not open the personal chat.')
      const { conversationId } = splitConversationId(made.id)
      return {
        surface: 'teams',
        workspaceId,
        serviceUrl,
        conversationId,
        conversationType: 'personal',
        rootId: null,
        botId,
      }
    },

    async members({ serviceUrl, workspaceId, conversationId }, userId) {
      if (userId !== undefined) {
        const one = await call(serviceUrl, (conversations) =>
          conversations.getConversationMember(conversationId, userId, { timeout: callWithinMs }),
        )
        return [toMember(one, workspaceId)]
      }
      const members: TeamsMember[] = []
      let continuationToken: string | undefined
      for (let page = 0; page < memberPagesMax; page += 1) {
        const read = await call(serviceUrl, (conversations) =>
          conversations.getConversationPagedMembers(conversationId, {
            ...pageOptions(continuationToken),
            timeout: callWithinMs,
          }),
        )
        for (const one of read.members ?? []) members.push(toMember(one, workspaceId))
        continuationToken = read.continuationToken || undefined
        if (!continuationToken) break
      }
      return members
    },
  }
}

/** The package's type wants a token on the first page too, where there is none. */
function pageOptions(continuationToken: string | undefined): { pageSize: number; continuationToken: string } {
  const options = { pageSize: 200, ...(continuationToken ? { continuationToken } : {}) }
  return options as { pageSize: number; continuationToken: string }
}

const checking = new AsyncLocalStorage<true>()

/** The package writes to the terminal about each wrong token, keys included: anybody could fill it. `teams.refused` says what is needed. */
function quietenChecks(): void {
  const write = console.error
  console.error = (...words) => {
    if (!checking.getStore()) write(...words)
  }
}

/** A socket that was idle may be closed while it is written to, and then nobody knows what became of the message. */
const freshSocket = {
  name: 'freshSocket',
  sendRequest<R, A>(request: R & { disableKeepAlive?: boolean }, next: (request: R) => Promise<A>): Promise<A> {
    request.disableKeepAlive = true
    return next(request)
  },
}

interface WithPipeline {
  client: {
    pipeline: { removePolicy(which: { name: string }): unknown; addPolicy(policy: typeof freshSocket): unknown }
  }
}

async function openBotFramework(options: TeamsTransportOptions, token: AppToken) {
  const { ConfigurationBotFrameworkAuthentication } = await import('botbuilder')
  quietenChecks()
  const credentials = {
    isValidAppId: async (appId: string) => appId === options.appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
        request.headers.set('authorization', `Bearer ${await token.read()}`)
        return request
      },
    }),
  }
  const config = {
    MicrosoftAppId: options.appId,
    ...(options.openIdUrl
      ? {
          ToBotFromChannelOpenIdMetadataUrl: options.openIdUrl,
          ToBotFromChannelTokenIssuer: issuer,
          ToChannelFromBotOAuthScope: issuer,
          ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        }
      : {}),
  }
  type Factory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>
  const auth = new ConfigurationBotFrameworkAuthentication(config, credentials as unknown as Factory)
  const identity = {
    claims: [{ type: 'aud', value: options.appId }],
    isAuthenticated: true,
    getClaimValue: () => options.appId,
  }
  type Identity = Parameters<typeof auth.createConnectorFactory>[0]
  const factory = auth.createConnectorFactory(identity as unknown as Identity)
  const createConnector = async (serviceUrl: string) => {
    const connector = await factory.create(serviceUrl, issuer)
    // Sending twice is ours to decide, and our token goes to no address that an answer names.
    const { pipeline } = (connector as unknown as WithPipeline).client
    for (const name of ['defaultRetryPolicy', 'redirectPolicy']) pipeline.removePolicy({ name })
    pipeline.addPolicy(freshSocket)
    return connector
  }
  return { auth, createConnector }
}

function activityOf(address: TeamsAddress, message: TeamsOutgoing): Activity {
  const activity: Partial<Activity> = {
    ...message,
    channelId: 'msteams',
    serviceUrl: address.serviceUrl,
    from: { id: address.botId } as ChannelAccount,
    conversation: { id: conversationIdOf(address), tenantId: address.workspaceId } as Activity['conversation'],
  }
  return activity as Activity
}

function readBody(request: TeamsHttpRequest): { activity: Record<string, unknown> } | TeamsHttpAnswer {
  if (request.method !== 'POST') return { status: 405, body: 'only POST is answered here' }
  if (!/^application\/json\s*(?:;|$)/i.test(request.contentType)) return { status: 415, body: 'only JSON is read here' }
  if (request.body.length > bodyLengthMax) return { status: 413, body: 'too long' }
  let body: unknown
  try {
    body = JSON.parse(request.body)
  } catch {
    return { status: 400, body: 'not JSON' }
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body) || isTooDeep(body))
    return { status: 400, body: 'not an activity' }
  return { activity: body as Record<string, unknown> }
}

/** Looks at the issuer before any key is fetched: only the Bot Framework speaks to us, neither emulators nor other bots. */
function isIssuedFor(authorization: string): boolean {
  if (authorization.length > 16_384) return false
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? []
  if (!payload) return false
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return typeof claims === 'object' && claims !== null && 'iss' in claims && claims.iss === issuer
  } catch {
    return false
  }
}

/** A wrong token is 401; when the keys cannot be read nothing is known, and Teams may try again. */
function refusal(error: unknown, log: TeamsTransportOptions['log']): TeamsHttpAnswer {
  const { name, statusCode } = error as { name?: unknown; statusCode?: unknown }
  const isKeyTrouble = statusCode === 500 || name === 'FetchError' || name === 'TimeoutError'
  log('teams.refused', { error: error instanceof Error ? error.message.slice(0, 200) : 'unknown' })
  return isKeyTrouble
    ? { status: 503, body: 'the keys of the Bot Framework cannot be read' }
    : { status: 401, body: 'not authorized' }
}

class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
}

function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`no answer within ${limitMs} ms`)), limitMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** In our words. A message that may or may not have arrived is `unknownOutcome`: a caller looks before it sends again. */
function toParleyError(error: unknown): ParleyError {
  if (error instanceof ParleyError) return error
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown }
  const detail = { cause: error }
  if (statusCode === 404)
    return new ParleyError('notFound', 'This Teams conversation or message is no longer there.', detail)
  if (statusCode === 401 || statusCode === 403)
    return new ParleyError(
      'notAllowed',
      'Teams does not let Parley write there: the app may have been removed.',
      detail,
    )
  if (statusCode === 429)
    return new ParleyError('rateLimited', 'Teams takes no more messages for the moment.', { ...detail, retry: 'later' })
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return new ParleyError('refused', `Teams refused the message (${statusCode}).`, detail)
  const isNotSent =
    statusCode === 503 ||
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(String(code))
  // What was cut off on the way may have arrived all the same.
  if (!isNotSent)
    return new ParleyError('unknownOutcome', 'Teams did not answer, so it is not known whether the message arrived.', {
      ...detail,
      retry: 'later',
    })
  return new ParleyError('unavailable', 'Teams cannot be reached.', { ...detail, retry: 'later' })
}

interface RawMember {
  id?: unknown
  name?: unknown
  aadObjectId?: unknown
  objectId?: unknown
  email?: unknown
  userPrincipalName?: unknown
  userRole?: unknown
  tenantId?: unknown
}

/** The address of a guest, or of somebody from another organisation, proves nothing here: whoever invited them chose it. */
function toMember(account: RawMember, workspaceId: string): TeamsMember {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 320) : null)
  const principal = text(account.userPrincipalName)
  const tenantId = text(account.tenantId)
  const isOutsider =
    ['guest', 'anonymous'].includes(String(account.userRole ?? '').toLowerCase()) ||
    (principal ?? '').toLowerCase().includes('#ext#') ||
    (tenantId !== null && tenantId !== workspaceId)
  const email = text(account.email) ?? principal
  return {
    id: text(account.id) ?? '',
    objectId: text(account.aadObjectId) ?? text(account.objectId),
    name: text(account.name),
    email: isOutsider || !email?.includes('@') ? null : email.toLowerCase(),
  }
}
