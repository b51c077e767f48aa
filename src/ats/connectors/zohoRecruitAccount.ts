import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import { type Answer, type Ask, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { orNull, readObject, readRows, vendorId, vendorText } from '../vendorRows.ts'

// How Zoho Recruit is asked: hosts of the account's data centre, an access token that is good for an hour, and failures inside of successes.

export const zohoName = 'Zoho Recruit'

export interface ZohoAccount {
  /** The body; null where there is nothing (204). */
  get(path: string, query?: Ask['query']): Promise<unknown>
  /** Writes one record; gives its id where the answer has one. Throws `refused` when the item failed though the answer says success. */
  write(method: 'POST' | 'PUT', path: string, item: Record<string, unknown>, isQuiet: boolean): Promise<string | null>
  remove(path: string, id: string): Promise<void>
}

/** Where an account lives decides all its addresses; asked elsewhere, its keys are unknown. */
export const dataCentres = [
  { value: 'com', label: 'United States (zoho.com)' },
  { value: 'eu', label: 'Europe (zoho.eu)' },
  { value: 'in', label: 'India (zoho.in)' },
  { value: 'com.au', label: 'Australia (zoho.com.au)' },
  { value: 'jp', label: 'Japan (zoho.jp)' },
  { value: 'com.cn', label: 'China (zoho.com.cn)' },
] as const

/** Scopes by the first part of a path; those of settings and users are not confirmed by the vendor's pages. */
const scopes: Readonly<Record<string, string>> = {
  Candidates: 'ZohoRecruit.modules.candidate.ALL',
  Job_Openings: 'ZohoRecruit.modules.jobopening.ALL',
  Applications: 'ZohoRecruit.modules.application.ALL',
  Interviews: 'ZohoRecruit.modules.interview.ALL',
  Notes: 'ZohoRecruit.modules.note.ALL',
  settings: 'ZohoRecruit.settings.ALL',
  users: 'ZohoRecruit.users.ALL',
}
const scopeOf = (path: string) => scopes[path.split('/')[1] ?? ''] ?? null

const errorShape = z.object({
  code: orNull(z.string()),
  message: orNull(vendorText),
  details: orNull(z.object({ api_name: orNull(z.string()) })),
})
function reasonOf(body: unknown): string | null {
  const { code, message, details } = errorShape.safeParse(body).data ?? {}
  if (code === 'INVALID_MODULE') return 'this account has no such module'
  return [message ?? code, details?.api_name].filter(Boolean).join(': ') || null
}
const codeOf = (body: unknown) => errorShape.safeParse(body).data?.code ?? null

const notAccepted = () =>
  new ParleyError('notConfigured', `${zohoName} no longer accepts the key. Enter a new one under Integrations.`)

function createClient(access: Access, authorize: () => Promise<Record<string, string>>) {
  const zone = dataCentres.find(({ value }) => value === access.fields.dataCentre)?.value ?? 'com'
  return createAtsClient({
    name: zohoName,
    access,
    bases: { main: `https://recruit.zoho.${zone}/recruit/v2`, oauth: `https://accounts.zoho.${zone}/oauth/v2` },
    authorize,
    pace: { count: 10, windowMs: 1000 },
    readReason: reasonOf,
    readPermission: (_body, { path }) => scopeOf(path),
  })
}

const tokenShape = z.object({
  access_token: orNull(z.string().min(1)),
  refresh_token: orNull(z.string().min(1)),
  expires_in: orNull(z.number().positive()),
  error: orNull(z.string()),
})

/** Failures of this endpoint answer 200. */
async function askForToken(client: ReturnType<typeof createClient>, access: Access, grant: Record<string, string>) {
  const { clientId = '', clientSecret = '' } = access.fields
  const form = { client_id: clientId.trim(), client_secret: clientSecret.trim(), ...grant }
  const { body } = await client.send('POST', '/token', { base: 'oauth', isOpen: true, form, accept: [400, 401] })
  return readObject(tokenShape, body, zohoName)
}

/** The code that a Self Client makes is good for minutes and once; what comes for it lasts. */
export async function settleZoho(access: Access): Promise<Readonly<Record<string, string>>> {
  const { code = '', refreshToken = '', ...rest } = access.fields
  if (code.trim() === '') return { ...rest, refreshToken }
  const client = createClient(access, async () => ({}))
  const token = await askForToken(client, access, { grant_type: 'authorization_code', code: code.trim() })
  if (token.refresh_token) return { ...rest, refreshToken: token.refresh_token }
  throw new ParleyError(
    'notConfigured',
    `${zohoName} does not accept the generated code. It is good for 10 minutes and only once: generate a new one, and look whether the data centre is right.`,
    { field: 'code' },
  )
}

const usualLifeSeconds = 3600
const marginMs = 60_000

export function openZohoAccount(access: Access): ZohoAccount {
  let token: { text: string; goodUntil: number } | null = null
  const client = createClient(access, async () => ({ authorization: `Zoho-oauthtoken ${(await mint()).text}` }))

  async function mint() {
    const now = access.clock.now().getTime()
    if (token && token.goodUntil > now) return token
    const grant = { grant_type: 'refresh_token', refresh_token: (access.fields.refreshToken ?? '').trim() }
    const { access_token, expires_in } = await askForToken(client, access, grant)
    if (!access_token) throw notAccepted()
    token = { text: access_token, goodUntil: now + (expires_in ?? usualLifeSeconds) * 1000 - marginMs }
    return token
  }

  /** An access token may end before its time: once more with a new one, which nothing was done with yet. */
  async function ask(path: string, send: (accept: readonly number[]) => Promise<Answer>): Promise<unknown> {
    const first = await send([401])
    if (first.status !== 401) return bodyOf(first)
    refuseScope(path, first.body)
    token = null
    const second = await send([401])
    if (second.status !== 401) return bodyOf(second)
    refuseScope(path, second.body)
    throw notAccepted()
  }

  return {
    get: (path, query) => ask(path, (accept) => client.get(path, query ? { query, accept } : { accept })),
    async write(method, path, item, isQuiet) {
      // An empty list keeps the customer's workflows, and their mails, from running.
      const json = { data: [item], ...(isQuiet ? { trigger: [] } : {}) }
      return readItem(path, await ask(path, (accept) => client.send(method, path, { json, accept })))
    },
    async remove(path, id) {
      readItem(path, await ask(path, (accept) => client.send('DELETE', path, { query: { ids: id }, accept })))
    },
  }
}

/** Nothing found is 204; no body with another status is an answer that got lost. */
function bodyOf({ status, body }: Answer): unknown {
  if (body !== null || status === 204) return body
  throw new ParleyError('unavailable', `${zohoName} sent an empty answer. Parley tries again by itself.`, {
    retry: 'later',
  })
}

/** A token that is good, for too little. */
function refuseScope(path: string, body: unknown): void {
  const isScope = /SCOPE|PERMISSION/.test(codeOf(body) ?? '')
  if (isScope) throw lacking(path)
}
function lacking(path: string): ParleyError {
  const scope = scopeOf(path)
  const what = scope ? `the scope "${scope}", or the profile of its user lacks that right` : 'a right'
  return new ParleyError('notAllowed', `${zohoName} refuses: the key lacks ${what}. An admin there can add it.`, {
    ...(scope ? { field: scope } : {}),
  })
}

const itemShape = z.object({
  code: orNull(z.string()),
  status: orNull(z.string()),
  details: orNull(z.object({ id: orNull(vendorId) })),
})
/** One record was written, so one item says what became of it; some answers hold it in a list of lists. */
function readItem(path: string, body: unknown): string | null {
  const { data } = readObject(z.object({ data: z.array(z.unknown()).min(1) }), body, zohoName)
  const [raw] = data.flat()
  const [item] = readRows(itemShape, [raw], zohoName).rows
  if (item?.code === 'NO_PERMISSION') throw lacking(path)
  if (item && item.code === 'SUCCESS' && item.status !== 'error') return item.details?.id ?? null
  const said = reasonOf(raw)
  throw new ParleyError('refused', `${zohoName} refused it.${said ? ` It says: "${said}".` : ''}`)
}
