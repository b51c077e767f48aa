import { DateTime } from 'luxon'
import type { AtsSystem } from '../ats/connector.ts'
import type { Connection } from '../domain/connection.ts'
import { ParleyError } from '../domain/errors.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'
import { isAdmin } from '../domain/roles.ts'
import type { Member } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'
import { tableOf } from './keepRecords.ts'

// Takes:   a member.
// Reads:   the connections he may see, what they have done this month, whose they are.
// Writes:  nothing.
// Effects: none.
// Refuses when: a single connection is asked for that he may not see (`notFound`).

type Needs = Pick<Deps, 'store' | 'clock' | 'systems'>

/** What a connection has done since the first of the month (R100), as far as rows tell it. */
export interface Usage {
  interviewCount: number
  noteCount: number
  stageCount: number
  /** Records that came anew or changed. */
  recordCount: number
}

export interface ConnectionView {
  connection: Connection
  /** Null where this Parley does not know the system any more. */
  system: AtsSystem | null
  usage: Usage
  /** Whether the member may change it: his own, or as an admin. */
  mayChange: boolean
  /** Whose it is alone; null for the organisation. */
  ownerName: string | null
}

export interface ConnectionsView {
  member: Member
  views: readonly ConnectionView[]
}

/** Those of the organisation and the member's own; an admin sees all. */
export function readConnections(deps: Needs, tenantId: TenantId, memberId: MemberId): Promise<ConnectionsView> {
  return deps.store.inTenant(tenantId, async (tx) => {
    const member = await needMember(tx, memberId)
    const rows = await listVisible(tx, member)
    const from = DateTime.fromJSDate(deps.clock.now(), { zone: member.zone }).startOf('month').toJSDate()
    const [usages, owners] = await Promise.all([
      Promise.all(rows.map(({ id }) => readUsage(tx, id, from))),
      tx.find('members', { where: { id: { in: rows.flatMap((row) => row.memberId ?? []) } } }),
    ])
    const stageCounts = await countStageMoves(tx, from)
    const names = new Map(owners.map(({ id, name }) => [id, name]))
    const views = rows.map((connection, at) => ({
      connection,
      system: deps.systems?.all.find(({ id }) => id === connection.system) ?? null,
      usage: {
        interviewCount: 0,
        noteCount: 0,
        recordCount: 0,
        ...usages[at],
        stageCount: stageCounts.get(connection.id) ?? 0,
      },
      mayChange: mayChange(connection, member),
      ownerName: connection.memberId && (names.get(connection.memberId) ?? 'somebody who has left'),
    }))
    return { member, views }
  })
}

/** The rows alone: what a member may see. */
export function listVisible(tx: Tx, member: Member): Promise<Connection[]> {
  return tx
    .find('connections', { orderBy: [['createdAt', 'asc']] })
    .then((rows) => rows.filter((row) => isVisible(row, member)))
}

/** Throws `notFound` for what the member may not see, and `notAllowed` for what he may only look at. */
export async function needConnection(
  tx: Tx,
  memberId: MemberId,
  id: string,
  to: 'see' | 'change',
): Promise<{ connection: Connection; member: Member }> {
  const [member, connection] = await Promise.all([needMember(tx, memberId), tx.get('connections', id)])
  if (!connection || !isVisible(connection, member))
    throw new ParleyError('notFound', 'This connection is no longer there.')
  if (to === 'change' && !mayChange(connection, member))
    throw new ParleyError('notAllowed', 'Only an admin changes a connection of the organisation.')
  return { connection, member }
}

function isVisible({ memberId }: Connection, member: Member): boolean {
  return memberId === null || memberId === member.id || isAdmin(member)
}
function mayChange({ memberId }: Connection, member: Member): boolean {
  return memberId === member.id || isAdmin(member)
}

async function needMember(tx: Tx, memberId: MemberId): Promise<Member> {
  const member = await tx.get('members', memberId)
  if (!member) throw new ParleyError('notAllowed', 'You are no longer a member of the team.')
  return member
}

async function readUsage(tx: Tx, connectionId: string, from: Date): Promise<Omit<Usage, 'stageCount'>> {
  const made = { connectionId, externalId: { not: null }, createdAt: { gte: from } } as const
  const tables = Object.values(tableOf)
  const [interviewCount, noteCount, ...counts] = await Promise.all([
    // An interview of somebody else's making bears the vendor's id as its key.
    tx.count('atsInterviews', { ...made, externalKey: { contains: 'interview_' } }),
    tx.count('atsActivities', made),
    ...tables.map((table) => tx.count(table, { connectionId, updatedAt: { gte: from } } as never)),
  ])
  return { interviewCount, noteCount, recordCount: counts.reduce((sum, count) => sum + count, 0) }
}

/** Moves that were made: held back or left alone ones are done as well, but moved nothing. */
async function countStageMoves(tx: Tx, from: Date): Promise<Map<string, number>> {
  const rows = await tx.find('effects', { where: { kind: 'atsStage', state: 'done', updatedAt: { gte: from } } })
  const counts = new Map<string, number>()
  for (const { payload, proof } of rows) {
    if (payload.kind !== 'atsStage' || !proof?.said.startsWith('Stage is now ')) continue
    // A record's id begins with that of its connection (`recordId`).
    const [connectionId = ''] = payload.applicationId.split('.')
    counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1)
  }
  return counts
}
