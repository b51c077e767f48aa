import { chatAddressSchema, type TeamsAddress } from '../../domain/chat.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { Store, Tx } from '../../store/port.ts'

// Teams can only be asked about a conversation, and only at the address that an activity named. So where Parley was spoken to is
// looked up in what is kept: people, threads and what came in. Nothing is remembered that a restart would lose.

const rowsMax = 60

/** The latest place where this person was heard; else their personal chat. Null: never seen. */
export async function findPlaceOf(
  store: Store,
  tenantId: TenantId,
  workspaceId: string,
  userId: string,
): Promise<TeamsAddress | null> {
  return store.inTenant(tenantId, async (tx) => {
    const [user] = await tx.find('chatUsers', { where: { surface: 'teams', workspaceId, userId }, limit: 1 })
    const own = asTeams(user?.address, workspaceId)
    if (own) return own
    const heard = await tx.find('inbound', {
      where: { source: 'teams' },
      orderBy: [['receivedAt', 'desc']],
      limit: rowsMax,
    })
    for (const { payload } of heard) {
      if (payload.userId !== userId || payload.workspaceId !== workspaceId) continue
      const { place } = payload as { place?: { address?: unknown } }
      const address = asTeams(place?.address, workspaceId)
      if (address) return address
    }
    return null
  })
}

/** Any conversation of an organisation: says where its connector is and who we are there. */
export function findAnyPlace(store: Store, tenantId: TenantId, workspaceId: string): Promise<TeamsAddress | null> {
  return store.inTenant(tenantId, async (tx) => (await listPlaces(tx, workspaceId))[0] ?? null)
}

/** The channels and group chats that Parley was spoken to in, latest first, each once. */
export async function findSharedPlaces(store: Store, tenantId: TenantId, countMax: number): Promise<TeamsAddress[]> {
  const places = await store.inTenant(tenantId, (tx) => listPlaces(tx, null))
  const shared = new Map<string, TeamsAddress>()
  for (const place of places)
    if (place.conversationType !== 'personal' && shared.size < countMax)
      shared.set(place.conversationId, shared.get(place.conversationId) ?? { ...place, rootId: null })
  return [...shared.values()]
}

async function listPlaces(tx: Tx, workspaceId: string | null): Promise<TeamsAddress[]> {
  const [threads, users] = await Promise.all([
    tx.find('threads', { where: { surface: 'teams' }, orderBy: [['lastMessageAt', 'desc']], limit: rowsMax }),
    tx.find('chatUsers', { where: { surface: 'teams' }, orderBy: [['updatedAt', 'desc']], limit: rowsMax }),
  ])
  return [...threads, ...users].flatMap(({ address }) => asTeams(address, workspaceId) ?? [])
}

function asTeams(address: unknown, workspaceId: string | null): TeamsAddress | null {
  const read = chatAddressSchema.safeParse(address)
  if (!read.success || read.data.surface !== 'teams') return null
  return workspaceId === null || read.data.workspaceId === workspaceId ? read.data : null
}
