import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { checkCard } from '../../src/bot/teams/checkCard.ts'
import { complaintsOf } from '../bot/teams/readCard.ts'

// Microsoft's side of Teams, as strict as we know it to be: the keys it signs with, the sign-in that gives us a token, and the
// connector that takes our messages. It refuses what Teams refuses: an unknown token, conversation, message or sender, a bad card.

export const appId = '5a0d1c3e-0000-4000-8000-00000000b07a'
export const password = 'a-password-of-the-app'
export const tenantId = '0c9d7a9e-0000-4000-8000-0000000007e4'
export const botId = `28:${appId}`

export interface FakeUser {
  id: string
  objectId: string
  name: string
  email: string
  /** 'guest' for somebody of another organisation. */
  role?: 'user' | 'guest'
}

interface FakeConversation {
  id: string
  type: 'personal' | 'groupChat' | 'channel'
  members: FakeUser[]
}

export interface FakeMessage {
  id: string
  conversationId: string
  activity: Record<string, unknown>
  /** How often it was changed. */
  edits: number
}

export type FakeFault = 'hang' | 'drop' | 'dropAfter' | number

export interface TokenWish {
  alg?: 'RS256' | 'RS384' | 'HS256' | 'none'
  kid?: string
  /** Which of our keys signs: the good one, one endorsed for another channel, one that nobody published. */
  key?: 'good' | 'otherChannel' | 'unpublished'
  claims?: Record<string, unknown>
  omit?: string[]
  /** Seconds from now. */
  expiresIn?: number
  validIn?: number
  /** What becomes of the signed text. */
  spoil?: 'signature' | 'payload' | 'truncate' | 'noSignature'
  /** Instead of a token. */
  header?: string
}

const keys = {
  good: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  otherChannel: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  unpublished: generateKeyPairSync('rsa', { modulusLength: 2048 }),
}
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export type TeamsConnector = Awaited<ReturnType<typeof startTeamsConnector>>

/** Starts it on a free port of this machine. */
export async function startTeamsConnector() {
  const conversations = new Map<string, FakeConversation>()
  const messages: FakeMessage[] = []
  const refusals: string[] = []
  const tokens = new Set<string>()
  const state = { faults: [] as FakeFault[], tokenCalls: 0, keyCalls: 0, keysAreDown: false }
  let base = ''

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      refusals.push(String(error))
      response.writeHead(500).end()
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://x')
    const body = await readText(request)
    const send = (status: number, value?: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(value === undefined ? '' : JSON.stringify(value))
    if (url.pathname.startsWith('/keys')) {
      state.keyCalls += 1
      if (state.keysAreDown) return void send(503)
      return void send(200, url.pathname === '/keys/config' ? { jwks_uri: `${base}/keys/all` } : { keys: published() })
    }
    if (url.pathname === '/token') {
      state.tokenCalls += 1
      const form = new URLSearchParams(body)
      const isKnown = form.get('client_id') === appId && form.get('client_secret') === password
      if (!isKnown || form.get('grant_type') !== 'client_credentials')
        return void send(401, { error: 'invalid_client' })
      const token = `token-${randomUUID()}`
      tokens.add(token)
      return void send(200, { access_token: token, expires_in: 3_600, token_type: 'Bearer' })
    }
    const fault = state.faults.shift()
    if (fault === 'hang') return
    if (fault === 'drop') return void request.socket.destroy()
    if (typeof fault === 'number') return void send(fault, { error: { code: 'Fault' } })
    const outcome = connect(request, url, body)
    if (outcome.status >= 400) refusals.push(outcome.why ?? String(outcome.status))
    if (fault === 'dropAfter') return void request.socket.destroy()
    send(outcome.status, outcome.value)
  }

  function connect(
    request: IncomingMessage,
    url: URL,
    body: string,
  ): { status: number; value?: unknown; why?: string } {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (!token || !tokens.has(token)) return { status: 401, why: 'no token of ours' }
    const [, rest] = /^\/connector\/v3\/conversations(?:\/(.*))?$/.exec(url.pathname) ?? []
    const method = request.method ?? ''
    if (rest === undefined)
      return url.pathname === '/connector/v3/conversations' && method === 'POST'
        ? create(JSON.parse(body))
        : { status: 404, why: `unknown path ${url.pathname}` }
    const [conversationId = '', verb = '', messageId = ''] = rest.split('/').map(decodeURIComponent)
    const root = conversationId.split(';')[0] ?? ''
    const conversation = conversations.get(root)
    if (!conversation) return { status: 404, why: `unknown conversation ${conversationId}` }
    if (verb === 'members' && method === 'GET') {
      const one = conversation.members.find(({ id }) => id === messageId)
      return one ? { status: 200, value: accountOf(one) } : { status: 404, why: `unknown member ${messageId}` }
    }
    if (verb === 'pagedmembers' && method === 'GET') return { status: 200, value: page(conversation, url) }
    if (verb !== 'activities') return { status: 404, why: `unknown verb ${verb}` }
    const activity = JSON.parse(body) as Record<string, unknown>
    const wrong = faultOf(activity)
    if (wrong) return { status: 400, why: wrong }
    if (method === 'POST' && messageId === '') {
      const id = `m${messages.length + 1}`
      messages.push({ id, conversationId, activity, edits: 0 })
      return { status: 201, value: { id } }
    }
    const known = messages.find((one) => one.id === messageId && one.conversationId.split(';')[0] === root)
    if (method !== 'PUT' || !known) return { status: 404, why: `unknown message ${messageId}` }
    known.activity = activity
    known.edits += 1
    return { status: 200, value: { id: known.id } }
  }

  function create(wish: { members?: { id: string }[]; bot?: { id: string }; tenantId?: string; isGroup?: boolean }) {
    const userId = wish.members?.[0]?.id
    const user = [...conversations.values()].flatMap((one) => one.members).find((one) => one.id === userId)
    if (!user || wish.isGroup || wish.bot?.id !== botId || wish.tenantId !== tenantId)
      return { status: 403, why: 'the app is not installed for this person' }
    const id = `a:${user.id}`
    if (!conversations.has(id)) conversations.set(id, { id, type: 'personal', members: [user] })
    return { status: 201, value: { id } }
  }

  /** Two to a page, so that somebody has to ask on. */
  function page(conversation: FakeConversation, url: URL) {
    const from = Number(url.searchParams.get('continuationToken') ?? '0')
    const members = conversation.members.slice(from, from + 2).map(accountOf)
    const next = from + 2
    return { members, ...(next < conversation.members.length ? { continuationToken: String(next) } : {}) }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const serviceUrl = `${base}/connector/`

  return {
    serviceUrl,
    openIdUrl: `${base}/keys/config`,
    tokenUrl: `${base}/token`,
    messages,
    refusals,
    state,
    addConversation: (conversation: FakeConversation) => void conversations.set(conversation.id, conversation),
    /** As the header of a request from Teams. */
    authorization: (wish: TokenWish = {}): string => wish.header ?? `Bearer ${mint(serviceUrl, wish)}`,
    forgetTokens: () => tokens.clear(),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function published() {
  const jwk = (key: KeyObject, kid: string, endorsements: string[]) => ({
    ...key.export({ format: 'jwk' }),
    kid,
    endorsements,
  })
  return [jwk(keys.good.publicKey, 'good', ['msteams']), jwk(keys.otherChannel.publicKey, 'otherChannel', ['webchat'])]
}

function mint(serviceUrl: string, wish: TokenWish): string {
  const now = Math.floor(Date.now() / 1_000)
  const key = wish.key ?? 'good'
  const alg = wish.alg ?? 'RS256'
  const claims: Record<string, unknown> = {
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: serviceUrl,
    nbf: now + (wish.validIn ?? -60),
    exp: now + (wish.expiresIn ?? 3_600),
    ...wish.claims,
  }
  for (const name of wish.omit ?? []) delete claims[name]
  const head = base64({ alg, typ: 'JWT', kid: wish.kid ?? key })
  const signed = `${head}.${base64(claims)}`
  const signature = signatureOf(signed, alg, key)
  switch (wish.spoil) {
    case 'signature':
      return `${signed}.${signature.slice(0, -8)}${signature.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`
    case 'payload':
      return `${head}.${base64({ ...claims, oid: 'somebody' })}.${signature}`
    case 'truncate':
      return `${signed}.${signature}`.slice(0, -40)
    case 'noSignature':
      return `${signed}.`
    default:
      return `${signed}.${signature}`
  }
}

function signatureOf(text: string, alg: string, key: keyof typeof keys): string {
  if (alg === 'none') return ''
  if (alg === 'HS256') return createHmacOf(text)
  return createSign(alg === 'RS384' ? 'RSA-SHA384' : 'RSA-SHA256')
    .update(text)
    .sign(keys[key].privateKey)
    .toString('base64url')
}

/** Signed with the published key as if it were a shared secret: the old confusion of algorithms. */
function createHmacOf(text: string): string {
  const secret = keys.good.publicKey.export({ format: 'pem', type: 'spki' })
  return createHmac('sha256', secret).update(text).digest('base64url')
}

function accountOf(one: FakeUser) {
  const { id, name, objectId: aadObjectId, email, role = 'user' } = one
  const userPrincipalName = role === 'guest' ? `${email.replace('@', '_')}#EXT#@ours.example` : email
  return { id, name, aadObjectId, email, userPrincipalName, userRole: role, tenantId }
}

const messageBytesMax = 28 * 1024

/** Why Teams would not take a message; null when it would. */
function faultOf(activity: Record<string, unknown>): string | null {
  const { type, from, text, attachments } = activity as {
    type?: string
    from?: { id?: string }
    text?: string
    attachments?: { contentType?: string; content?: unknown }[]
  }
  if (type !== 'message') return `type ${type}`
  if (from?.id !== botId) return `from ${from?.id}`
  if (Buffer.byteLength(JSON.stringify(activity)) > messageBytesMax) return 'too big'
  if (!text && !(attachments && attachments.length > 0)) return 'an empty message'
  for (const one of attachments ?? []) {
    if (one.contentType !== 'application/vnd.microsoft.card.adaptive') return `attachment ${one.contentType}`
    const complaints = [
      ...complaintsOf(one.content),
      ...checkCard(one.content).map((each) => `${each.at} ${each.sentence}`),
    ]
    if (complaints.length > 0) return complaints.join('; ')
  }
  return null
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
