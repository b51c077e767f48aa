import { existsSync } from 'node:fs'
import type { AtsSystems } from './ats/connector.ts'
import type { AtsSystemId, Connection } from './domain/connection.ts'
import type { MemberId, TenantId } from './domain/ids.ts'
import { type DemoWorld, demoPeople, fillDemoWorld } from './standInWorld.ts'
import { changeConnection, connectAts } from './workflow/connectAts.ts'
import type { Deps } from './workflow/deps.ts'

// Part of the composition root: a demonstration with an ATS that nobody has to have. The servers that stand in for vendors are those of the
// tests; they are loaded only when --ats asks for one, and everything made with one says so.

export interface StandIn {
  systemId: AtsSystemId
  bases: Readonly<Record<string, string>>
  /** What a customer would enter in the form. */
  fields: Readonly<Record<string, string>>
  stop(): Promise<void>
}

interface StandInServer {
  bases: Readonly<Record<string, string>>
  key: string
  world: DemoWorld
  desk: { settings: Map<string, unknown> }
  stop(): Promise<void>
}

interface Account {
  fields(key: string): Record<string, string>
  /** Recruiting agencies work for clients. */
  isAgency?: boolean
  /** Switches of the vendor's account, by the stand-in's names. */
  settings?: Readonly<Record<string, unknown>>
}

/** A stand-in's key may be several things with colons between them. */
const pair = (key: string, ...names: readonly string[]) =>
  Object.fromEntries(key.split(':').map((part, at) => [names[at] ?? 'key', part]))

/** The account that stands behind each stand-in's good key. */
const accounts: Partial<Record<AtsSystemId, Account>> = {
  greenhouse: { fields: (key) => pair(key, 'clientId', 'clientSecret') },
  lever: { fields: (apiKey) => ({ apiKey }) },
  ashby: { fields: (apiKey) => ({ apiKey }) },
  workable: { fields: (apiKey) => ({ subdomain: 'harbour', apiKey, memberEmail: demoPeople.recruiter.email }) },
  bamboohr: { fields: (apiKey) => ({ company: 'harbour', apiKey }) },
  breezyhr: { fields: (token) => ({ token }) },
  zohoRecruit: {
    fields: (key) => ({ dataCentre: 'eu', ...pair(key, 'clientId', 'clientSecret', 'refreshToken') }),
    isAgency: true,
  },
  loxo: { fields: (apiKey) => ({ agency: 'harbour', apiKey }), isAgency: true },
  crelate: { fields: (apiKey) => ({ apiKey }), isAgency: true },
  recruitcrm: { fields: (apiKey) => ({ apiKey }), isAgency: true },
  recruiterflow: { fields: (apiKey) => ({ apiKey }), isAgency: true },
  smartrecruiters: { fields: (apiKey) => ({ apiKey }) },
  freshteam: { fields: (apiKey) => ({ account: 'harbour', apiKey }) },
  jobvite: {
    fields: (key) => ({
      ...pair(key, 'apiKey', 'apiSecret'),
      states: 'Application Review; Phone Screen; Interview; Offer; Hired',
    }),
    settings: { showsManagers: true },
  },
  icims: {
    fields: (key) => ({
      ...pair(key, 'clientId', 'clientSecret'),
      ...{ customerId: '1234', region: 'us', statusList: 'workflowstatus', userFolders: 'D32011', jobFolders: '' },
      noteCollection: 'interviewlog: notetext, notedate',
    }),
  },
  workday: {
    fields: (key) => ({
      ...pair(key, 'user', 'password'),
      ...{ host: 'wd5-services1.myworkday.com', tenant: 'acme', reportOwner: 'rae.cho', version: 'v43.0' },
    }),
  },
  unified: { fields: (apiKey) => ({ apiKey, connectionId: 'conn-full', workspaceSecret: 'workspace-secret-1' }) },
}

export const standInIds = Object.keys(accounts) as readonly AtsSystemId[]

/** As it is written after --ats. */
export function standInFlag(systemId: AtsSystemId): string {
  return `${systemId.toLowerCase()}-stand-in`
}

/** Starts the stand-in of a vendor on this machine, with a small company in it. */
export async function startStandIn(flag: string, clock: Deps['clock']): Promise<StandIn> {
  const systemId = standInIds.find((id) => standInFlag(id) === flag.toLowerCase())
  const account = systemId && accounts[systemId]
  if (!systemId || !account)
    throw new Error(`--ats ${flag} is not known. There are: ${standInIds.map(standInFlag).join(', ')}.`)
  const folder = new URL('../test/fakes/ats/', import.meta.url)
  if (!existsSync(folder))
    throw new Error(`--ats needs the stand-ins in test/fakes/ats, which are not part of this installation.`)
  const [kit, kinds] = await Promise.all(
    ['kit', systemId].map((file) => import(new URL(`${file}.ts`, folder).href) as Promise<Record<string, unknown>>),
  )
  const start = kit?.startStandIn as (kind: unknown, options: object) => Promise<StandInServer>
  const server = await start(kinds?.[systemId], { clock })
  for (const [name, value] of Object.entries(account.settings ?? {})) server.desk.settings.set(name, value)
  fillDemoWorld(server.world, { isAgency: account.isAgency === true })
  const { bases, key, stop } = server
  return { systemId, bases, fields: account.fields(key), stop }
}

/** Connects it for the whole organisation, writing on; one of an earlier start is used again, with the address of today. */
export async function connectStandIn(
  deps: Pick<Deps, 'store' | 'clock' | 'ids' | 'log'> & { systems: AtsSystems },
  tenantId: TenantId,
  memberId: MemberId,
  { systemId, fields }: StandIn,
): Promise<void> {
  const before = await deps.store.inTenant(tenantId, (tx) => tx.find('connections', { where: { system: systemId } }))
  const known = before.find(({ settings }: Connection) => settings.standIn !== undefined)
  if (known) await changeConnection(deps, tenantId, memberId, known.id, { fields })
  else {
    const name = `${deps.systems.find(systemId).name} (stand-in)`
    const form = { system: systemId, name, fields, writes: 'on', scope: 'organisation' } as const
    await connectAts(deps, tenantId, memberId, null, form)
  }
}
