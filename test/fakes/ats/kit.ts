import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../../src/domain/clock.ts'
import { createFaultBook, emptyLists, type Fault, htmlPage, hugeBody } from './faults.ts'
import type { Delivery, HookRules } from './hooks.ts'
import { collectDeliveries } from './hooks.ts'
import type { Limiter } from './limiter.ts'
import { type Asked, findRoute, readAsked } from './readRequest.ts'
import { Refusal, Reply } from './reply.ts'
import { type Route, readRoutes } from './routeTable.ts'
import { createWorld, lookBack, usualStages, type World } from './world.ts'

// What the stand-in servers of applicant tracking systems share. A stand-in is written from the vendor's documentation alone and stricter than
// the vendor where it can be: what is not described is refused, with the vendor's own status and body.

/** Who calls: the user he acts as, if the vendor knows such a thing. */
export interface Caller {
  userId: string | null
}

export interface Call extends Asked {
  route: Route
  world: World
  now: Date
  origin: string
  caller: Caller
  desk: Desk
  /** How many of the latest changes this read must not see; they are undone while it runs. */
  changesUnseen: number
}

/** What a test may change about the account. */
export interface Desk {
  /** Keys, tokens and passwords that are good. */
  readonly keys: Set<string>
  /** What keys are allowed to; null is everything. */
  scopes: Set<string> | null
  /** Switches of one vendor, by his own names. */
  readonly settings: Map<string, unknown>
}

/** Reads and writes at once; only what must ask the other side back gives a promise. */
export type Answer = (call: Call) => unknown

/** One vendor, as a stand-in. */
export interface StandInKind {
  /** Name of the sheet. */
  name: string
  /** Paths at which the vendor's hosts stand here, by their names in the sheet. */
  bases: Readonly<Record<string, string>>
  /** See routeTable.ts. */
  routes: string
  /** By `METHOD /path`, as in the table of routes. A Reply goes as it is; everything else with the route's status, nothing without a body. */
  answers: Readonly<Record<string, Answer>>
  makeId(kind: string, n: number): string
  hasStagesPerJob: boolean
  /** The stages of a job that says nothing of its own; the usual ones when not given. */
  stageLabels?: readonly string[]
  /** A key that is good from the start, as a customer would enter it. */
  key: string
  authenticate(asked: Asked, desk: Desk, world: World): Caller
  refuse(refusal: Refusal, asked: Asked): Reply
  createLimiter(clock: Clock): Limiter
  hooks: HookRules | null
  /** Which requests read; GET and the usual names of reads where it is not said. Only these can be stale. */
  isRead?(asked: Asked): boolean
  /** How many of the latest changes a good request does not see, where the vendor answers it from an older state. */
  countUnseen?(call: Call): number
  /** What a client that begins to speak HTTP/2 gets. */
  http2Status?: number
  /** Headers that every request must carry, with what they must look like. */
  headers?: Readonly<Record<string, RegExp>>
}

export interface LoggedRequest {
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  body: string
  status: number
  refusal: string | null
}

export interface StandIn {
  name: string
  origin: string
  /** Addresses of the vendor's hosts, by their names in the sheet. */
  bases: Readonly<Record<string, string>>
  key: string
  world: World
  desk: Desk
  log: LoggedRequest[]
  /** Webhooks that are due since the last look, signed and not sent. */
  takeDeliveries(): Delivery[]
  order(fault: Fault): void
  clearFaults(): void
  stop(): Promise<void>
}

export interface StandInOptions {
  clock?: Clock
  port?: number
  /** Counts no requests: for bulk reads. */
  isUnlimited?: boolean
}

/** Starts a stand-in on loopback, empty and with one good key. */
export async function startStandIn(kind: StandInKind, options: StandInOptions = {}): Promise<StandIn> {
  const clock = options.clock ?? { now: () => new Date() }
  const world = createWorld({
    clock,
    makeId: kind.makeId,
    hasStagesPerJob: kind.hasStagesPerJob,
    stageLabels: kind.stageLabels ?? usualStages,
  })
  const desk: Desk = { keys: new Set([kind.key]), scopes: null, settings: new Map() }
  const faults = createFaultBook()
  const log: LoggedRequest[] = []
  const limiter = kind.createLimiter(clock)
  const routes = readRoutes(kind.routes)
  assertAnswers(kind, routes)
  const deliveries = kind.hooks ? collectDeliveries(world, kind.hooks) : []

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  if (kind.http2Status !== undefined)
    server.on('clientError', (error: Error & { code?: string }, socket) => {
      const status = error.code === 'HPE_PAUSED_H2_UPGRADE' ? kind.http2Status : 400
      socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status ?? 400]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
    })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function decide(asked: Asked, changesUnseen: number): Promise<{ reply: Reply; refusal: string | null }> {
    let limit: { isAllowed: boolean; headers: Record<string, string> } = { isAllowed: true, headers: {} }
    const withLimit = (reply: Reply) => new Reply(reply.status, reply.body, { ...reply.headers, ...limit.headers })
    try {
      const route = findRoute(routes, asked)
      if (!route.isOpen && !options.isUnlimited) limit = limiter.take(route.call)
      if (!limit.isAllowed) throw new Refusal('throttled', 'too many requests')
      const caller = route.isOpen ? { userId: null } : kind.authenticate(asked, desk, world)
      if (route.scope !== null && desk.scopes !== null && !desk.scopes.has(route.scope))
        throw new Refusal('noScope', `the key lacks ${route.scope}`, { field: route.scope })
      asked.check(route, route.isOpen ? {} : (kind.headers ?? {}))
      const call: Call = { ...asked, route, world, now: clock.now(), origin, caller, desk, changesUnseen }
      call.changesUnseen = Math.max(changesUnseen, kind.countUnseen?.(call) ?? 0)
      const answer = await lookBack(world, call.changesUnseen, () => kind.answers[route.call]?.(call))
      return { reply: withLimit(answer instanceof Reply ? answer : new Reply(route.status, answer)), refusal: null }
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('broken', String(error))
      return { reply: withLimit(kind.refuse(refusal, asked)), refusal: refusal.message }
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readAsked(request)
    const asks = `${asked.method} ${asked.address.pathname}`
    const fault = faults.take(asks, kind.isRead?.(asked) ?? /^GET |\.(list|info|search)$/.test(asks))
    const note = (status: number, refusal: string | null) => {
      const { method, headers, text } = asked
      log.push({ method, url: `${origin}${request.url ?? ''}`, headers, body: text, status, refusal })
    }
    const refuse = (refusal: Refusal) => {
      const reply = kind.refuse(refusal, asked)
      note(reply.status, `ordered: ${refusal.message}`)
      send(response, reply)
    }
    switch (fault?.kind) {
      case 'hang':
        return note(0, 'ordered: hang')
      case 'throttle':
        return refuse(new Refusal('throttled', 'too many requests'))
      case 'serverError':
        return refuse(new Refusal('broken', 'out of order'))
      case 'html':
        note(200, 'ordered: html')
        return send(response, new Reply(200, htmlPage, { 'content-type': 'text/html; charset=utf-8' }))
      case 'huge':
        note(200, 'ordered: huge')
        return send(response, new Reply(200, hugeBody, { 'content-type': 'application/json' }))
      case 'emptyBody':
        note(200, 'ordered: emptyBody')
        return send(response, new Reply(200, '', { 'content-type': 'application/json' }))
    }
    const { reply, refusal } = await decide(asked, fault?.kind === 'stale' ? world.changeCount - fault.changeCount : 0)
    note(reply.status, refusal)
    if (fault?.kind === 'lostReply') return void response.destroy()
    if (fault?.kind === 'cutBody') return cut(response, reply)
    send(response, fault?.kind === 'emptyList' ? new Reply(reply.status, emptyLists(reply.body), reply.headers) : reply)
  }

  return {
    name: kind.name,
    origin,
    bases: Object.fromEntries(Object.entries(kind.bases).map(([name, path]) => [name, origin + path])),
    key: kind.key,
    world,
    desk,
    log,
    takeDeliveries: () => deliveries.splice(0),
    order: (fault) => faults.order(fault, world.changeCount),
    clearFaults: () => faults.clear(),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

function assertAnswers(kind: StandInKind, routes: readonly Route[]): void {
  const calls = new Set(routes.map(({ call }) => call))
  const unanswered = [...calls].filter((call) => !(call in kind.answers))
  const unknown = Object.keys(kind.answers).filter((call) => !calls.has(call))
  if (unanswered.length + unknown.length > 0)
    throw new Error(
      `${kind.name}: no answer to ${unanswered.join(', ') || 'none'}; no route for ${unknown.join(', ') || 'none'}`,
    )
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const isPlain = typeof body === 'string' || Buffer.isBuffer(body)
  const bytes = body === undefined ? '' : isPlain ? body : JSON.stringify(body)
  if (body !== undefined && !isPlain && !('content-type' in headers))
    response.setHeader('content-type', 'application/json; charset=utf-8')
  response.writeHead(status, headers)
  response.end(bytes)
}

/** Promises the whole body and sends half of it. */
function cut(response: ServerResponse, { status, body, headers }: Reply): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {})
  const bytes = Buffer.from(text)
  response.writeHead(status, { 'content-type': 'application/json', ...headers, 'content-length': String(bytes.length) })
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy())
}
