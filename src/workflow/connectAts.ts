import { createHash, randomBytes } from 'node:crypto'
import type { AtsSystem, AtsSystems, HookDelivery } from '../ats/connector.ts'
import { cleanLine } from '../domain/cleanLine.ts'
import type { AtsSystemId, Connection, Probe, WriteMode } from '../domain/connection.ts'
import { isParleyError, ParleyError } from '../domain/errors.ts'
import type { MemberId, TenantId, ThreadId } from '../domain/ids.ts'
import { isAdmin } from '../domain/roles.ts'
import type { Tx } from '../store/port.ts'
import { recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { tableOf } from './keepRecords.ts'
import { say } from './owe.ts'
import { sentence } from './speech.ts'

// Takes:   a filled-in form of an outside ATS, a change of it, its end, or a note of the vendor that something changed.
// Reads:   what the key may do, one part at a time, before anything is kept.
// Writes:  the connection with its sealed secrets; an audit row. Its end takes the records that came through it along.
// Effects: the first sync begins by itself and is told in the chat.
// Refuses when: a field is missing or looks wrong, the key is not accepted, or the member may not (only admins connect for everybody).

type Needs = Pick<Deps, 'store' | 'clock' | 'ids' | 'log' | 'systems'>

export interface ConnectForm {
  system: AtsSystemId
  name: string
  fields: Readonly<Record<string, string>>
  writes: WriteMode
  /** For the member alone, or for the whole organisation. */
  scope: 'organisation' | 'member'
}

/** What was found when the key was tried, whether or not it was kept. */
export interface Connected {
  connection: Connection
  probes: readonly Probe[]
}

/** Tries the key, keeps the connection, and has its first sync begin. Throws `badInput` with the field that is wrong. */
export async function connectAts(
  deps: Needs,
  tenantId: TenantId,
  memberId: MemberId,
  threadId: ThreadId | null,
  form: ConnectForm,
): Promise<Connected> {
  const systems = needSystems(deps)
  const system = systems.find(form.system)
  const fields = await systems.settle(system.id, readFields(system, form.fields))
  const name = cleanLine(form.name, 80) || system.name
  const probes = await tryKey(systems, system, fields)
  const connection = await deps.store.inTenant(tenantId, async (tx) => {
    await assertMayConnect(tx, memberId, form.scope)
    await assertFreeName(tx, name)
    const now = deps.clock.now()
    const id = deps.ids.next('connection')
    const { settings, secrets } = splitFields(system, { hookSecret: randomBytes(24).toString('hex'), ...fields })
    const row = await tx.insert('connections', {
      ...unreadConnection,
      id,
      system: system.id,
      name,
      memberId: form.scope === 'member' ? memberId : null,
      writes: form.writes,
      settings: { ...settings, ...(systems.isStandIn?.(system.id) ? { standIn: '1' } : {}) },
      sealedSecrets: systems.seal(secrets, { tenantId, id }),
      probes,
      threadId,
      probedAt: now,
      nextSyncAt: now,
      createdAt: now,
      updatedAt: now,
    })
    await recordChange(tx, deps, memberId, 'connectAts', row)
    const missing = probes.filter(({ state }) => state !== 'ok')
    const draft = sentence(({ connections }) =>
      [
        connections.reading(name),
        ...missing.map(({ capability, said }) => connections.missing(name, capability, said)),
      ].join('\n'),
    )
    if (threadId) await say(tx, deps, { threadId, memberId }, `connect:${id}`, draft)
    return row
  })
  return { connection, probes }
}

const unreadConnection = {
  version: 0,
  state: 'connecting',
  positions: {},
  counts: {},
  problem: null,
  toldState: 'connecting',
  firstSyncedAt: null,
  lastSyncedAt: null,
  lastChangeAt: null,
  usualGapMinutes: null,
  quietToldAt: null,
  claimedUntil: null,
  failureCount: 0,
} as const

export interface ConnectionChange {
  name?: string
  writes?: WriteMode
  /** Only what was entered anew. */
  fields?: Readonly<Record<string, string>>
}

/** Another key, another way of writing. A new key is tried first, and read with at once. */
export async function changeConnection(
  deps: Needs,
  tenantId: TenantId,
  memberId: MemberId,
  id: string,
  change: ConnectionChange,
): Promise<Connected> {
  const systems = needSystems(deps)
  const before = await deps.store.inTenant(tenantId, (tx) => tx.get('connections', id))
  if (!before) throw new ParleyError('notFound', 'This connection is no longer there.')
  const system = systems.find(before.system)
  const given = Object.entries(change.fields ?? {}).filter(([, value]) => value.trim() !== '')
  const kept = given.length > 0 ? unsealKept(systems, before) : {}
  const entered = { ...before.settings, ...kept, ...Object.fromEntries(given) }
  const fields = given.length > 0 ? await systems.settle(system.id, readFields(system, entered)) : null
  const probes = fields ? await tryKey(systems, system, fields) : before.probes
  const connection = await deps.store.inTenant(tenantId, async (tx) => {
    await assertMayConnect(tx, memberId, before.memberId === memberId ? 'member' : 'organisation')
    const name = cleanLine(change.name ?? '', 80)
    if (name && name !== before.name) await assertFreeName(tx, name)
    const now = deps.clock.now()
    const split =
      fields && splitFields(system, { hookSecret: kept.hookSecret ?? randomBytes(24).toString('hex'), ...fields })
    const { standIn, hooksAt } = before.settings
    const marks = { ...(standIn ? { standIn } : {}), ...(hooksAt ? { hooksAt } : {}) }
    const row = await tx.update('connections', id, {
      ...(name ? { name } : {}),
      ...(change.writes ? { writes: change.writes } : {}),
      ...(split
        ? {
            settings: { ...split.settings, ...marks },
            sealedSecrets: systems.seal(split.secrets, { tenantId, id }),
            probes,
            probedAt: now,
            nextSyncAt: now,
            failureCount: 0,
          }
        : {}),
      updatedAt: now,
    })
    await recordChange(tx, deps, memberId, 'changeConnection', row)
    return row
  })
  return { connection, probes }
}

/** Sealed with a key that is lost: then all has to be entered anew, and that must be possible. */
function unsealKept(systems: AtsSystems, before: Connection): Readonly<Record<string, string>> {
  try {
    return systems.unseal(before)
  } catch (error) {
    if (isParleyError(error, 'notConfigured')) return {}
    throw error
  }
}

/** Takes a connection away, and the records that came through it. */
export async function removeConnection(deps: Needs, tenantId: TenantId, memberId: MemberId, id: string): Promise<void> {
  await deps.store.inTenant(tenantId, async (tx) => {
    const row = await tx.get('connections', id)
    if (!row) return
    await assertMayConnect(tx, memberId, row.memberId === memberId ? 'member' : 'organisation')
    const jobs = await tx.find('atsJobs', { where: { connectionId: id } })
    await tx.remove('stageMappings', { jobId: { in: jobs.map((job) => job.id) } })
    await tx.remove('connections', { id })
    for (const table of [...Object.values(tableOf), 'atsActivities', 'atsAttachments'] as const)
      await tx.remove(table, { connectionId: id } as never)
    await recordChange(tx, deps, memberId, 'removeConnection', row)
  })
}

/** Asks each part anew what the key may do. */
export async function probeConnection(deps: Needs, tenantId: TenantId, id: string): Promise<readonly Probe[]> {
  const systems = needSystems(deps)
  const row = await deps.store.inTenant(tenantId, (tx) => tx.get('connections', id))
  if (!row) throw new ParleyError('notFound', 'This connection is no longer there.')
  const probes = await systems.open(row).probe()
  await deps.store.inTenant(tenantId, (tx) => tx.update('connections', id, { probes, probedAt: deps.clock.now() }))
  return probes
}

/** `greeting` are headers to answer with, where the vendor only asks whether somebody is there. */
export type HookReceipt = 'taken' | 'unknown' | 'refused' | { greeting: Readonly<Record<string, string>> }

/** Takes a vendor's note that something changed: it is a hint to look, whatever it says. The same one counts once. */
export async function receiveHook(
  deps: Needs,
  tenantId: TenantId,
  id: string,
  delivery: Pick<HookDelivery, 'headers' | 'body'> & { pathSecret: string | null },
): Promise<HookReceipt> {
  const row = await deps.store.inTenant(tenantId, (tx) => tx.get('connections', id))
  if (!row || !deps.systems) return 'unknown'
  const connector = deps.systems.open(row)
  const { hookSecret = '' } = deps.systems.unseal(row)
  const now = deps.clock.now()
  const { headers, body, pathSecret } = delivery
  const isSecretAddress = deps.systems.find(row.system).capabilities.hooks === 'secretAddress'
  if (isSecretAddress && (hookSecret === '' || !isSame(pathSecret ?? '', hookSecret))) return 'refused'
  if (!connector.checkHook) return 'unknown'
  const greeting = connector.greetHook?.(headers)
  if (greeting) return { greeting }
  const verdict = connector.checkHook({ headers, body, secret: hookSecret, now })
  if (verdict.kind === 'refused') {
    deps.log('hook.refused', { connection: id, why: verdict.why })
    return 'refused'
  }
  await deps.store.inTenant(tenantId, async (tx) => {
    const isNew = await tx.receive({
      id: deps.ids.next('inbound'),
      source: `ats:${id}`,
      externalId: cleanLine(verdict.id, 200),
      payload: { kind: 'atsHook', connectionId: id, event: cleanLine(verdict.event, 100) },
      state: 'received',
      reason: null,
      attempts: 0,
      receivedAt: now,
      handledAt: null,
    })
    if (!isNew) deps.log('hook.repeated', { connection: id })
  })
  return 'taken'
}

/** The worker's part: the connection is looked at at once. */
export async function handleHook(
  deps: Needs,
  tenantId: TenantId,
  eventId: string,
  connectionId: string,
): Promise<void> {
  await deps.store.inTenant(tenantId, async (tx) => {
    const now = deps.clock.now()
    await tx.update('inbound', eventId, { state: 'done', handledAt: now }, { state: 'received' })
    const row = await tx.get('connections', connectionId)
    if (row && row.nextSyncAt > now && row.state !== 'revoked')
      await tx.update('connections', connectionId, { nextSyncAt: now })
  })
}

function isSame(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  return digest(left) === digest(right)
}

function needSystems({ systems }: Needs): AtsSystems {
  if (systems) return systems
  throw new ParleyError('notConfigured', 'No outside ATS can be connected here.')
}

/** What is wrong with a filled-in form before anybody is asked, by field. */
export function checkFields(system: AtsSystem, given: Readonly<Record<string, string>>): Record<string, string> {
  const wrong: Record<string, string> = {}
  for (const { name, label, isRequired, pattern, choices } of system.fields) {
    const value = (given[name] ?? '').trim()
    const isChoice = choices === undefined || choices.some((choice) => choice.value === value)
    if (value === '') {
      if (isRequired) wrong[name] = `Enter the ${label}.`
    } else if (value.length > 4000 || !isChoice || (pattern && !pattern.test(value)))
      wrong[name] = `The ${label} does not look right.`
  }
  return wrong
}

/** Known fields only, each as it has to look. */
function readFields(system: AtsSystem, given: Readonly<Record<string, string>>): Record<string, string> {
  const [wrong] = Object.entries(checkFields(system, given))
  if (wrong) throw new ParleyError('badInput', wrong[1], { field: wrong[0] })
  const entries = system.fields.map(({ name }) => [name, (given[name] ?? '').trim()] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

function splitFields(system: AtsSystem, fields: Readonly<Record<string, string>>) {
  const isShown = (name: string) => system.fields.some((field) => field.name === name && !field.isSecret)
  const entries = Object.entries(fields)
  return {
    settings: Object.fromEntries(entries.filter(([name]) => isShown(name))),
    secrets: Object.fromEntries(entries.filter(([name]) => !isShown(name))),
  }
}

async function tryKey(
  systems: AtsSystems,
  system: AtsSystem,
  fields: Readonly<Record<string, string>>,
): Promise<readonly Probe[]> {
  const probes = await systems.tryOpen(system.id, fields).probe()
  if (probes.some(({ state }) => state === 'ok')) return probes
  const [first] = probes
  const secret = system.fields.find(({ isSecret }) => isSecret)
  throw new ParleyError(
    'badInput',
    `${system.name} does not let Parley in. ${first?.said ?? 'Look at what you entered.'}`,
    {
      field: secret?.name ?? system.fields[0]?.name ?? 'name',
    },
  )
}

async function assertMayConnect(tx: Tx, memberId: MemberId, scope: ConnectForm['scope']): Promise<void> {
  const member = await tx.get('members', memberId)
  if (!member || (scope === 'organisation' && !isAdmin(member)))
    throw new ParleyError(
      'notAllowed',
      'Only an admin connects an ATS for everybody. You can connect it for yourself.',
      {
        field: 'scope',
      },
    )
}

async function assertFreeName(tx: Tx, name: string): Promise<void> {
  if ((await tx.count('connections', { name })) === 0) return
  throw new ParleyError('badInput', `There is a connection called "${name}" already. Give this one another name.`, {
    field: 'name',
  })
}

function recordChange(
  tx: Tx,
  deps: Needs,
  memberId: MemberId,
  action: string,
  { id, system, name, writes }: Connection,
): Promise<void> {
  const entry = { requestId: null, action, fromState: null, toState: null, data: { id, system, name, writes } }
  return recordAudit(tx, deps, { actor: `member:${memberId}`, via: 'system' }, entry)
}
