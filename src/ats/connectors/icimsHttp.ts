import { z } from 'zod'
import { isParleyError, ParleyError } from '../../domain/errors.ts'
import { type Answer, type AtsClient, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { readObject, readRows, vendorId, vendorText } from '../vendorRows.ts'

// How iCIMS is spoken to. Three interfaces are permitted one by one: searches give ids, profiles give the fields of one record, lists give values.
// What the key has no right to looks as if it were not there.

export const name = 'iCIMS'

export type SearchKind = 'people' | 'jobs' | 'applicantworkflows'
export interface Filter {
  name: string
  value: string
  operator?: '=' | '>' | '>='
  /** Left away where the customer hides the field: then more is found than was asked for, never less. */
  isOptional?: boolean
}

/** A profile out of reach is told from one that is not there: it may only be the right that is missing. */
export type Profile = { state: 'there'; body: unknown } | { state: 'gone' } | { state: 'denied' }
export interface ListValue {
  id: string
  value: string
}

export interface IcimsHttp {
  /** Ids above `after`, ascending, 1000 at most; all filters of `all` hold, and one of `any` if there is one. */
  search(kind: SearchKind, after: string, all: readonly Filter[], any?: readonly Filter[]): Promise<string[]>
  read(path: string, fields: readonly string[]): Promise<Profile>
  readList(list: string): Promise<ListValue[]>
  send(method: 'POST' | 'PATCH', path: string, json: unknown): Promise<Answer>
}

const dayMs = 24 * 3600_000
const dayLimit = 10_000
/** What reading may use up of a day, so that writing still works. */
const readingLimit = 8000
/** How old, in minutes, what a search finds may be; the vendor's own choice is 15. */
const staleness = 1
const levelsMax = 10
const idField: Readonly<Record<SearchKind, string>> = {
  people: 'person.id',
  jobs: 'job.id',
  applicantworkflows: 'applicantworkflow.id',
}

const failures = z.object({
  errors: z.array(z.object({ errorCode: z.coerce.number(), errorMessage: z.string() })).min(1),
})
const codes = { notFound: 2, denied: 3 }
const readFailures = (body: unknown) => failures.safeParse(body).data?.errors ?? []

const searchAnswer = z.object({ searchResults: z.array(z.unknown()) })
const foundRow = z.object({ id: vendorId })
const listRow = z.object({ id: vendorId, value: vendorText })

/** Two ways to the same account, each with its share of the requests a day. */
export function openIcims(access: Access): { reading: IcimsHttp; acting: IcimsHttp } {
  const { fields } = access
  const tokens = createTokens(access)
  const open = (count: number) =>
    createAtsClient({
      name,
      access,
      bases: basesOf(fields),
      authorize: () => tokens.authorize(),
      pace: { count, windowMs: dayMs, remaining: 'x-ratelimit-remaining', reset: 'x-ratelimit-reset' },
      readReason: (body) => readFailures(body)[0]?.errorMessage ?? null,
    })
  const at = `/customers/${encodeURIComponent(fields.customerId ?? '')}`
  return {
    reading: createHttp(open(readingLimit), tokens, at),
    acting: createHttp(open(dayLimit), tokens, at),
  }
}

const basesOf = ({ region }: Access['fields']) => ({
  main: region === 'eu' ? 'https://api-eu.icims.com' : 'https://api.icims.com',
  oauth: 'https://login.icims.com',
})

function createHttp(client: AtsClient, tokens: Tokens, at: string): IcimsHttp {
  /** Optional filters that this customer hides. */
  const hidden = new Set<string>()

  async function find(kind: SearchKind, after: string, all: readonly Filter[], any: readonly Filter[]) {
    const write = (filters: readonly Filter[]) =>
      filters
        .filter((one) => !hidden.has(one.name))
        .map(({ name: field, value, operator = '=' }) => ({ name: field, value: [value], operator }))
    const filters = write([{ name: idField[kind], value: after, operator: '>' }, ...all])
    const inner = write(any)
    const json = {
      filters,
      operator: '&',
      ...(inner.length > 0 ? { children: [{ filters: inner, operator: '|' }] } : {}),
    }
    const answer = await tokens.renew(() => client.send('POST', `${at}/search/${kind}`, { query: { staleness }, json }))
    const { searchResults } = readObject(searchAnswer, answer.body, name)
    return readRows(foundRow, searchResults, name).rows.map(({ id }) => id)
  }

  return {
    async search(kind, after, all, any = []) {
      for (;;) {
        try {
          return await find(kind, after, all, any)
        } catch (error) {
          const [, field = ''] =
            /not valid or hidden: ([\w.]+)/.exec(isParleyError(error, 'refused') ? error.message : '') ?? []
          const isOptional = [...all, ...any].some((one) => one.name === field && one.isOptional === true)
          if (!isOptional || hidden.has(field)) throw error
          hidden.add(field)
        }
      }
    },
    async read(path, fields) {
      const ask = { query: { fields: fields.join(',') }, accept: [404] }
      const answer = await tokens.renew(() => client.get(`${at}/${path}`, ask))
      return answer.status === 404 ? missingOf(answer) : { state: 'there', body: answer.body }
    },
    async readList(list) {
      const values: ListValue[] = []
      for (let level = 1; level <= levelsMax; level++) {
        const ask = { query: { page: level }, accept: level === 1 ? [] : [404] }
        const answer = await tokens.renew(() => client.get(`${at}/v2/lists/${encodeURIComponent(list)}`, ask))
        const { rows } = answer.status === 404 ? { rows: [] } : readRows(listRow, answer.body, name)
        if (rows.length === 0) break
        values.push(...rows)
      }
      return values
    },
    async send(method, path, json) {
      return tokens.renew(() => client.send(method, `${at}/${path}`, { json }))
    },
  }
}

function missingOf({ body }: Answer): Profile {
  const [failure] = readFailures(body)
  if (failure?.errorCode === codes.notFound) return { state: 'gone' }
  if (failure?.errorCode === codes.denied) return { state: 'denied' }
  throw new ParleyError('unavailable', `${name} is out of order (404). Parley tries again by itself.`, {
    retry: 'later',
  })
}

// Tokens ------------------------------------------------------------------------------------------------------------------------

interface Tokens {
  authorize(): Promise<Record<string, string>>
  /** Does it once more with a new token when the old one was refused: only then it is the key that is not accepted. */
  renew<T>(work: () => Promise<T>): Promise<T>
}

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().catch(3600) })
const marginMs = 60_000

interface Token {
  headers: Record<string, string>
  goodUntil: number
}

/** Good for a day; the vendor counts how many are asked for. */
function createTokens(access: Access): Tokens {
  const { fields, clock } = access
  const client = createAtsClient({
    name,
    access,
    bases: basesOf(fields),
    authorize: async () => ({}),
    pace: { count: 50, windowMs: 600_000 },
  })
  let token: Token | null = null
  let minting: Promise<Token> | null = null

  async function mint(): Promise<Token> {
    const form = {
      grant_type: 'client_credentials',
      client_id: fields.clientId ?? '',
      client_secret: fields.clientSecret ?? '',
      audience: 'https://api.icims.com/v1/',
    }
    const answer = await client.send('POST', '/oauth/token', { base: 'oauth', isOpen: true, form })
    const { access_token, expires_in } = readObject(tokenAnswer, answer.body, name)
    const goodUntil = clock.now().getTime() + expires_in * 1000 - marginMs
    return { headers: { authorization: `Bearer ${access_token}` }, goodUntil }
  }

  return {
    async authorize() {
      if (token !== null && token.goodUntil > clock.now().getTime()) return token.headers
      // Several requests at a time wait for one token.
      minting ??= mint().finally(() => {
        minting = null
      })
      token = await minting
      return token.headers
    },
    async renew(work) {
      try {
        return await work()
      } catch (error) {
        if (!isParleyError(error, 'notConfigured') || token === null) throw error
        token = null
        return work()
      }
    },
  }
}
