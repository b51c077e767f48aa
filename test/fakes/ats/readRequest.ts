import type { IncomingMessage } from 'node:http'
import { Refusal } from './reply.ts'
import type { Route } from './routeTable.ts'
import { findFieldProblems, findProblems, type Problem } from './shapes.ts'

/** A request as it came in. What reads it may count on `check` having passed. */
export interface Asked {
  method: string
  address: URL
  headers: Readonly<Record<string, string>>
  /** The body as it came, and as an object; empty when there is none. */
  text: string
  body: Readonly<Record<string, unknown>>
  path: Readonly<Record<string, string>>
  query: Query
  /** Refuses what the route does not describe. */
  check(route: Route, headers: Readonly<Record<string, RegExp>>): void
}

export interface Query {
  has(name: string): boolean
  /** The first value; empty when there is none. */
  text(name: string): string
  number(name: string, otherwise: number): number
  flag(name: string): boolean | null
  /** All values, those between commas taken apart. */
  list(name: string): string[]
  names(): string[]
}

/** A field's text, or what stands where it is not given. */
export const textOr = <T>(value: unknown, otherwise: T): string | T =>
  value === undefined || value === null ? otherwise : String(value)

const bodyMax = 5_000_000

export async function readAsked(request: IncomingMessage): Promise<Asked> {
  const address = new URL(request.url ?? '/', 'http://127.0.0.1')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size <= bodyMax) chunks.push(chunk as Buffer)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const given = new Map<string, string[]>()
  for (const [name, value] of address.searchParams) {
    const bare = name.replace(/\[\]$/, '')
    given.set(bare, [...(given.get(bare) ?? []), value])
  }
  const asked: Asked = {
    method: request.method ?? 'GET',
    address,
    headers,
    text,
    body: {},
    path: {},
    query: {
      has: (name) => given.has(name),
      text: (name) => given.get(name)?.[0] ?? '',
      number: (name, otherwise) => (given.has(name) ? Number(given.get(name)?.[0]) : otherwise),
      flag: (name) => (given.has(name) ? /^(true|1)$/i.test(given.get(name)?.[0] ?? '') : null),
      list: (name) => (given.get(name) ?? []).flatMap((value) => value.split(',')).map((value) => value.trim()),
      names: () => [...given.keys()],
    },
    check(route, required) {
      for (const [name, pattern] of Object.entries(required))
        if (!pattern.test(headers[name] ?? ''))
          throw new Refusal('badHeader', `the header ${name} is not as it must be`, { field: name })
      checkPath(route, asked)
      checkQuery(route, given)
      asked.body = readBody(route, asked)
    },
  }
  return asked
}

/** The route of a request; fills in what stands in its path. */
export function findRoute(routes: readonly Route[], asked: Asked): Route {
  const path = asked.address.pathname
  const fitting = routes.filter((route) => route.path.test(path)).sort((one, other) => other.weight - one.weight)
  if (fitting.length === 0) throw new Refusal('noPath', `there is no ${path}`)
  const most = fitting[0]?.weight
  const route = fitting.find(({ method, weight }) => method === asked.method && weight === most)
  if (!route) throw new Refusal('noMethod', `${path} takes no ${asked.method}`)
  const values = route.path.exec(path)?.slice(1) ?? []
  asked.path = Object.fromEntries(route.pathNames.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]))
  return route
}

function checkPath(route: Route, asked: Asked): void {
  for (const [name, shape] of route.pathShapes)
    if (findProblems(asked.path[name], shape, name, true).length > 0)
      throw new Refusal('noRecord', `${asked.path[name]} is no ${name}`, { field: name })
}

function checkQuery(route: Route, given: ReadonlyMap<string, string[]>): void {
  for (const [name, values] of given) {
    const status = route.rejected.get(name)
    if (status !== undefined) refuseField('badQuery', { kind: 'unknown', field: name, expected: 'nothing' }, status)
    const field = route.query.get(name)
    if (!field) refuseField('badQuery', { kind: 'unknown', field: name, expected: 'nothing' })
    const takesMany = field.shape.alternatives.some(({ kind }) => kind === 'list' || kind === 'csv')
    if (values.length > 1 && !takesMany)
      refuseField('badQuery', { kind: 'mistyped', field: name, expected: 'one value' })
    for (const value of takesMany ? [values.join(',')] : values) {
      const [problem] = findProblems(value, field.shape, name, true)
      if (problem) refuseField('badQuery', problem)
    }
  }
  for (const [name, { isOptional }] of route.query)
    if (!isOptional && !given.has(name)) refuseField('badQuery', { kind: 'missing', field: name, expected: 'a value' })
}

function readBody(route: Route, asked: Asked): Readonly<Record<string, unknown>> {
  const { text } = asked
  if (!route.body) {
    if (text !== '')
      throw new Refusal('badBody', 'a body was sent where none belongs', { field: 'body', problem: 'is not expected' })
    return {}
  }
  const needsSome = [...route.body.values()].some(({ isOptional }) => !isOptional)
  if (text === '' && !needsSome) return {}
  const type = (asked.headers['content-type'] ?? '').split(';')[0]?.trim() ?? ''
  if (!route.bodyTypes.includes(type)) throw new Refusal('badType', `"${type}" is not taken`, { field: 'content-type' })
  // Envelopes are taken apart by who answers them.
  if (type === 'text/xml') return {}
  const isForm = type === 'application/x-www-form-urlencoded'
  const body = isForm ? readForm(text) : readJsonObject(text)
  const [problem] = findFieldProblems(body, route.body, '', isForm)
  if (problem) refuseField('badBody', problem)
  return body
}

function readJsonObject(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal('badJson', 'the body is no JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('badJson', 'the body is no object')
  return value as Record<string, unknown>
}

/** A form as an object; `a[b]` is b within a. */
function readForm(text: string): Record<string, unknown> {
  const form: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const steps = name.replace(/\]/g, '').split('[')
    let at = form
    for (const step of steps.slice(0, -1)) {
      at[step] ??= {}
      at = at[step] as Record<string, unknown>
    }
    at[steps.at(-1) ?? name] = value
  }
  return form
}

const problemWords: Readonly<Record<Problem['kind'], string>> = {
  missing: 'is required',
  unknown: 'is not permitted',
  mistyped: 'is invalid',
  tooGreat: 'too large',
}

function refuseField(kind: 'badQuery' | 'badBody', problem: Problem, status: number | null = null): never {
  const message = `${problem.field}: ${problem.kind}, ${problem.expected} expected`
  throw new Refusal(kind, message, { field: problem.field, problem: problemWords[problem.kind], status })
}
