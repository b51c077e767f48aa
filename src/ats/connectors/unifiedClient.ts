import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import { type Ask, createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { instantOrNull, readObject, readRows, textOrNull, vendorId } from '../vendorRows.ts'

// How Unified.to is spoken to, and what the ATS behind one of its connections can do.

export const name = 'Unified.to'
export const pageSize = 100

/** Hosts of its regions: where the workspace was made. */
const regions: Readonly<Record<string, string>> = {
  us: 'https://api.unified.to',
  eu: 'https://api-eu.unified.to',
  au: 'https://api-au.unified.to',
}

/** What the ATS behind cannot do is answered with this status. */
const unsupported = 501

export type Client = ReturnType<typeof createUnifiedClient>

export function createUnifiedClient(access: Access) {
  const connectionId = encodeURIComponent(access.fields.connectionId ?? '')
  const client = createAtsClient({
    name,
    access,
    bases: { main: regions[access.fields.region ?? 'us'] ?? 'https://api.unified.to' },
    authorize: async () => ({ authorization: `Bearer ${access.fields.apiKey ?? ''}` }),
    pace: { count: 20, windowMs: 1000 },
    readFailure: ({ status, body }) =>
      status === unsupported
        ? new ParleyError('refused', `The ATS behind ${name} does not offer this (${reasonOf(body) ?? unsupported}).`, {
            field: 'unsupported',
          })
        : null,
    readReason: reasonOf,
  })
  const withUnsupported = (ask: Ask = {}): Ask => ({ ...ask, accept: [unsupported, ...(ask.accept ?? [])] })
  const get = (path: string, ask?: Ask) => client.get(path, withUnsupported(ask))
  const pathOf = (object: string, id?: string) =>
    `/ats/${connectionId}/${object}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
  return {
    get,
    send: (method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, ask?: Ask) =>
      client.send(method, path, withUnsupported(ask)),
    pathOf,
    employeePath: `/hris/${connectionId}/employee`,
    connectionPath: `/unified/connection/${connectionId}`,
    /** A page of a bare list, and where the next one begins: one that is not full is the last. */
    async list<S extends z.ZodType>(
      path: string,
      schema: S,
      { offset = 0, ...query }: { offset?: number } & Ask['query'] = {},
    ) {
      const { body } = await get(path, { query: { ...query, limit: pageSize, ...(offset > 0 ? { offset } : {}) } })
      const count = Array.isArray(body) ? body.length : 0
      return { ...readRows(schema, body, name), next: count < pageSize ? null : offset + count }
    },
  }
}

function reasonOf(body: unknown): string | null {
  const read = z.object({ message: z.string() }).safeParse(body)
  return read.success ? read.data.message : null
}

/** Whether a failure means that the ATS behind does not have such a thing. */
export const isUnsupported = (error: unknown): boolean => error instanceof ParleyError && error.field === 'unsupported'

const connectionRow = z.object({
  id: vendorId,
  integration_type: textOrNull,
  integration_name: textOrNull,
  is_paused: z.boolean().nullable().catch(null),
  permissions: z.array(z.string()).catch([]),
  categories: z.array(z.string()).catch([]),
  last_healthy_at: instantOrNull,
  last_unhealthy_at: instantOrNull,
})
export type Connection = z.output<typeof connectionRow>
export async function readConnection(client: Client): Promise<Connection> {
  return readObject(connectionRow, (await client.get(client.connectionPath)).body, name)
}

const supportRow = z.record(
  z.string(),
  z
    .object({ methods: z.record(z.string(), z.unknown()).catch({}), list_updated_gte: textOrNull })
    .catch({ methods: {}, list_updated_gte: null }),
)
const integrationRow = z.object({ type: z.string(), name: textOrNull, support: supportRow.nullable().catch(null) })

/** What one ATS can do through Unified.to. */
export interface Abilities {
  /** Its name, as Unified.to calls it. */
  ats: string
  hasEmployees: boolean
  /** An object and what is done to it: `interview create`, `document list`. */
  can(what: string): boolean
  /** Whether a list can be narrowed to what changed. */
  canFilter(object: string): boolean
}

/** Asks the catalogue. What it does not tell counts as possible: the ATS refuses it then. */
export async function readAbilities(client: Client): Promise<Abilities> {
  const connection = await readConnection(client)
  const type = connection.integration_type ?? ''
  const { body } = await client.get('/unified/integration', { query: { categories: 'ats', type } })
  const integration = readRows(integrationRow, body, name).rows.find((row) => row.type === type)
  const support = integration?.support
  const supportOf = (object: string) => support?.[object] ?? support?.[`ats_${object}`]
  return {
    ats: connection.integration_name ?? integration?.name ?? type,
    hasEmployees: connection.categories.length === 0 || connection.categories.includes('hris'),
    can(what) {
      const [object = '', verb = ''] = what.split(' ')
      return !support || isYes(supportOf(object)?.methods[verb])
    },
    canFilter(object) {
      const flag = supportOf(object)?.list_updated_gte
      return !flag || isYes(flag)
    },
  }
}
const isYes = (flag: unknown) => flag === true || (typeof flag === 'string' && flag.startsWith('supported'))
