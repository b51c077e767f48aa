import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { StandIn } from './kit.ts'

// The fact sheets about the vendors' interfaces are no part of this repository. Where PARLEY_ATS_SHEETS names the folder that has them, what goes over the
// wire is checked against them too; elsewhere there is nothing to find fault with.

interface Checked {
  problems: string[]
  warnings?: string[]
}
interface Described {
  response: { fields: object }
  body: { required: object; optional: object } | null
}
interface Checker {
  loadSheet(id: string): unknown
  checkRequest(sheet: unknown, request: unknown, options: unknown): Checked
  checkResponse(sheet: unknown, operation: string, status: number, body: unknown): Checked
}

const folder = process.env.PARLEY_ATS_SHEETS ?? ''
const file = join(folder, 'check.mjs')
const sheets = new Map<string, unknown>()
let loading: Promise<Checker> | null = null

async function openSheet(id: string): Promise<{ checker: Checker; sheet: unknown } | null> {
  if (folder === '' || !existsSync(file)) return null
  loading ??= import(pathToFileURL(file).href) as Promise<Checker>
  const checker = await loading
  if (!sheets.has(id)) sheets.set(id, checker.loadSheet(id))
  return { checker, sheet: sheets.get(id) }
}

/** What the vendor's sheet has against a request that was sent to his stand-in; without `operation` against the nearest that it describes. */
export async function checkAsk(
  standIn: Pick<StandIn, 'name' | 'bases'>,
  operation: string | null,
  {
    method,
    url,
    headers,
    body,
  }: { method: string; url: string; headers: Readonly<Record<string, string>>; body: string | undefined },
): Promise<string[]> {
  const opened = await openSheet(standIn.name)
  if (!opened) return []
  const request = { method, url, headers, body: body ?? null }
  const options = { bases: standIn.bases, ...(operation === null ? {} : { operation: operation.split('/')[0] }) }
  return opened.checker.checkRequest(opened.sheet, request, options).problems
}

/** Paths that a sheet lists nowhere among its operations, and why they are asked for all the same. */
const notInSheets: Readonly<Record<string, readonly { path: RegExp; why: string }[]>> = {
  greenhouse: [{ path: /^\/token$/, why: 'a key becomes a token; the sheet describes it under "auth"' }],
  zoho_recruit: [{ path: /^\/oauth\/v2\/token$/, why: 'a code becomes a token; the sheet describes it under "auth"' }],
  icims: [{ path: /^\/oauth\/token$/, why: 'a key becomes a token; the sheet describes it under "auth"' }],
  breezyhr: [{ path: /^\/v3\/user$/, why: 'the sheet names it among the health checks only' }],
}

/** What the vendor's sheet has against anything that was sent to his stand-in; each problem once. */
export async function checkLog(standIn: Pick<StandIn, 'name' | 'bases' | 'log'>): Promise<string[]> {
  const problems = new Set<string>()
  const asked = new Set<string>()
  for (const request of standIn.log) {
    const { pathname } = new URL(request.url)
    if (notInSheets[standIn.name]?.some(({ path }) => path.test(pathname))) continue
    const key = `${request.method} ${request.url} ${request.body}`
    if (asked.has(key)) continue
    asked.add(key)
    for (const problem of await checkAsk(standIn, null, request))
      problems.add(`${request.method} ${pathname}: ${problem}`)
  }
  return [...problems]
}

/** Names within the fields of a body; what is written may be read back under its name. */
const namesIn = (fields: unknown): string[] =>
  typeof fields === 'object' && fields !== null
    ? Object.entries(fields).flatMap(([name, inner]) => [name, ...namesIn(inner)])
    : []

/** Names of all fields that a sheet describes in any answer or body: some calls list only what is read of them. */
function fieldsOf(sheet: unknown): Set<string> {
  const { operations, extra_operations } = sheet as Record<string, Record<string, { requests: Described[] }>>
  const requests = Object.values({ ...operations, ...extra_operations }).flatMap((one) => one.requests)
  return new Set(
    requests.flatMap(({ response, body }) => [
      ...Object.keys(response.fields),
      ...namesIn(body?.required),
      ...namesIn(body?.optional),
    ]),
  )
}

/** What the sheet has against an answer, fields that it does not describe anywhere among it. */
export async function checkAnswer(name: string, operation: string, status: number, text: string): Promise<string[]> {
  const opened = await openSheet(name)
  if (!opened) return []
  let body: unknown = text
  try {
    body = JSON.parse(text)
  } catch {}
  const { problems, warnings = [] } = opened.checker.checkResponse(opened.sheet, operation, status, body)
  const known = fieldsOf(opened.sheet)
  const unknown = warnings.filter((warning) => {
    const [, field = ''] = /^field not described: (.*)$/.exec(warning) ?? []
    return field !== '' && !known.has(field)
  })
  return [...problems, ...unknown]
}
