import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StandIn, type StandInKind, startStandIn } from './kit.ts'
import { type Asked, findRoute } from './readRequest.ts'
import { type Route, readRoutes } from './routeTable.ts'
import { checkAnswer, checkAsk } from './sheets.ts'

/** A request that a stand-in must answer. */
export interface Ask {
  /** `GET /v3/users?per_page=2`. */
  call: string
  body?: Record<string, unknown>
  form?: Record<string, string>
  /** A body of another kind, as it goes over the wire; its type is in the headers. */
  text?: string
  headers?: Record<string, string>
  /** Sent without the headers that all others have. */
  isBare?: boolean
  /** Another success than the route's. */
  status?: number
  /** The sheet's name of what is asked, `list_users/default`; null when it describes it nowhere. */
  operation: string | null
}

/** One change of a good request, and what the refusal must be: its status and words in its body. */
export interface Mutation {
  title: string
  /** Title of the good request. */
  of: string
  method?: string
  path?: readonly [RegExp | string, string]
  /** Null takes the parameter out. */
  query?: Readonly<Record<string, string | null>>
  headers?: Readonly<Record<string, string | null>>
  /** Laid over the body; undefined takes a field out. */
  body?: Readonly<Record<string, unknown>>
  /** The body as it goes over the wire. */
  text?: string
  /** A place of the body as it went over the wire, and what stands there instead. */
  edit?: readonly [RegExp | string, string]
  status: number
  words?: string
}

export const mutation = (title: string, of: string, status: number, rest: Partial<Mutation> = {}): Mutation => ({
  ...{ title, of, status },
  ...rest,
})

export interface Suite {
  kind: StandInKind
  /** The clock stands still at this instant. */
  now: string
  /** Puts records in; gives the headers of a good request. */
  prepare(standIn: StandIn): Promise<Record<string, string>>
  /** Good requests by title, in the order they are sent; together they use every route. */
  asks(standIn: StandIn): Readonly<Record<string, Ask>>
  mutations(standIn: StandIn): readonly Mutation[]
  /** How many mutations there are, so that they are in the titles. */
  mutationCount: number
  /** What a refusal says for which the vendor answers a success status; where there is none, such an answer is no refusal. */
  failure?: RegExp
  /** Status and words of what every route refuses in the same way. */
  everywhere: Readonly<
    Record<
      'noKey' | 'unknownQuery' | 'unknownField' | 'missingField' | 'badType',
      readonly [statuses: number | readonly number[], words: string]
    >
  >
}

interface Sending {
  method: string
  url: string
  headers: Record<string, string>
  body: string | undefined
}

/** Shows that a stand-in answers what its sheet describes, and refuses mutations of it by hand and by rule. */
export function describeStandIn(suite: Suite): void {
  const { kind } = suite
  const routes = readRoutes(kind.routes)
  describe(`the ${kind.name} stand-in`, () => {
    let standIn: StandIn
    let headers: Record<string, string>
    beforeAll(async () => {
      standIn = await startStandIn(kind, { clock: { now: () => new Date(suite.now) }, isUnlimited: true })
      headers = await suite.prepare(standIn)
    })
    afterAll(() => standIn.stop())
    const sendingOf = (ask: Ask) => prepareSending(standIn, headers, ask)

    test(`refuses ${suite.mutationCount} mutations of good requests and changes nothing by them`, async () => {
      const asks = suite.asks(standIn)
      const mutations = suite.mutations(standIn)
      expect(mutations).toHaveLength(suite.mutationCount)
      const before = standIn.world.changeCount
      const wrong: string[] = []
      for (const mutation of mutations) {
        const ask = asks[mutation.of]
        if (!ask) throw new Error(`no good request "${mutation.of}"`)
        const { status, text } = await send(mutate(sendingOf(ask), mutation))
        const isRefused = status >= 400 || suite.failure?.test(text) === true
        if (!isRefused || status !== mutation.status || !text.includes(mutation.words ?? ''))
          wrong.push(`${mutation.title}: ${status} ${text.slice(0, 300)}`)
      }
      expect(wrong).toEqual([])
      expect(standIn.world.changeCount).toBe(before)
    })

    test('refuses on every route a request without key, an unknown parameter, an unknown or missing field, a wrong content type', async () => {
      const asks = Object.values(suite.asks(standIn))
      const before = standIn.world.changeCount
      const wrong: string[] = []
      for (const route of routes) {
        const ask = asks.find((one) => routeOf(routes, one) === route)
        if (!ask) wrong.push(`${route.call}: no good request uses it`)
        for (const [what, sending] of ask ? spoil(route, sendingOf(ask), ask, headers) : []) {
          const [statuses, words] = suite.everywhere[what]
          const answer = await send(sending)
          const isRefused = answer.status >= 400 || suite.failure?.test(answer.text) === true
          if (!isRefused || ![statuses].flat().includes(answer.status) || !answer.text.includes(words))
            wrong.push(
              `${route.call} ${what} ${sending.url} ${sending.body}: ${answer.status} ${answer.text.slice(0, 200)}`,
            )
        }
      }
      expect(wrong).toEqual([])
      expect(standIn.world.changeCount).toBe(before)
    })

    test("answers every route in the sheet's shape", async () => {
      const wrong: string[] = []
      for (const title of Object.keys(suite.asks(standIn))) {
        // Made anew each time: a request may name what the one before it made.
        const ask = suite.asks(standIn)[title]!
        const sending = sendingOf(ask)
        const { status, text } = await send(sending)
        const route = routeOf(routes, ask)
        if (status !== (ask.status ?? route.status)) wrong.push(`${title}: ${status} ${text.slice(0, 300)}`)
        if (ask.operation === null) continue
        wrong.push(...(await checkAsk(standIn, ask.operation, sending)).map((problem) => `${title}: asked: ${problem}`))
        wrong.push(
          ...(await checkAnswer(kind.name, ask.operation, status, text)).map((problem) => `${title}: ${problem}`),
        )
      }
      expect(wrong).toEqual([])
    })
  })
}

function prepareSending(standIn: StandIn, usual: Record<string, string>, ask: Ask): Sending {
  const [method = '', path = ''] = ask.call.split(' ')
  const type = ask.form
    ? { 'content-type': 'application/x-www-form-urlencoded' }
    : ask.body
      ? { 'content-type': 'application/json' }
      : {}
  const written = ask.body ? JSON.stringify(ask.body) : ask.text
  const body = ask.form ? new URLSearchParams(ask.form).toString() : written
  return {
    method,
    url: standIn.origin + path,
    headers: { ...(ask.isBare ? {} : usual), ...type, ...ask.headers },
    body,
  }
}

export async function send({
  method,
  url,
  headers,
  body,
}: Sending): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(url, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) })
  // Where the body stays empty the reason is in a header.
  const reason = response.headers.get('x-bamboohr-error-message') ?? ''
  return { status: response.status, text: (await response.text()) + reason, headers: response.headers }
}

function without<T>(record: Readonly<Record<string, T | null | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  ) as Record<string, T>
}

function mutate(sending: Sending, { method, path, query, headers, body, text, edit }: Mutation): Sending {
  const url = new URL(path ? sending.url.replace(path[0], path[1]) : sending.url)
  for (const [name, value] of Object.entries(query ?? {}))
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  const sent = method === 'GET' ? undefined : (text ?? (body ? layOver(sending, body) : sending.body))
  const type = sent !== undefined && sending.body === undefined ? { 'content-type': 'application/json' } : {}
  return {
    method: method ?? sending.method,
    url: url.href,
    headers: without({ ...sending.headers, ...type, ...headers }),
    body: edit && sent !== undefined ? sent.replace(edit[0], edit[1]) : sent,
  }
}

/** The body with other fields over it. */
function layOver(sending: Sending, body: Readonly<Record<string, unknown>>): string {
  const isForm = sending.headers['content-type'] === 'application/x-www-form-urlencoded'
  const given = (
    isForm ? Object.fromEntries(new URLSearchParams(sending.body)) : JSON.parse(sending.body ?? '{}')
  ) as Record<string, unknown>
  const laidOver = Object.fromEntries(Object.entries({ ...given, ...body }).filter(([, value]) => value !== undefined))
  return isForm ? new URLSearchParams(laidOver as Record<string, string>).toString() : JSON.stringify(laidOver)
}

/** The route of the table that a good request takes. */
function routeOf(routes: readonly Route[], ask: Ask): Route {
  const [method = '', path = ''] = ask.call.split(' ')
  return findRoute(routes, { method, address: new URL(path, 'http://127.0.0.1'), path: {} } as unknown as Asked)
}

type Everywhere = keyof Suite['everywhere']

/** Changes that every route must refuse. */
function* spoil(
  route: Route,
  sending: Sending,
  ask: Ask,
  usual: Record<string, string>,
): Generator<[Everywhere, Sending]> {
  const keyHeaders = Object.keys(usual).filter((name) => !['accept', 'api-version'].includes(name))
  if (!route.isOpen)
    yield [
      'noKey',
      {
        ...sending,
        headers: without({ ...sending.headers, ...Object.fromEntries(keyHeaders.map((name) => [name, null])) }),
      },
    ]
  if (!route.isOpen)
    yield ['unknownQuery', { ...sending, url: `${sending.url}${sending.url.includes('?') ? '&' : '?'}zz_unknown=1` }]
  if (!route.body || !ask.body) return
  const patched = (body: Record<string, unknown>) => ({ ...sending, body: JSON.stringify(body) })
  yield ['unknownField', patched({ ...ask.body, zz_unknown: 1 })]
  yield ['badType', { ...sending, headers: { ...sending.headers, 'content-type': 'text/csv' } }]
  for (const [name, { isOptional }] of route.body)
    if (!isOptional)
      yield ['missingField', patched(Object.fromEntries(Object.entries(ask.body).filter(([key]) => key !== name)))]
}
