import type { ChatPeople } from '../bot/port.ts'
import { againIfDuplicate } from '../domain/againIfDuplicate.ts'
import type { ChatPerson, ChatSurface, ChatUser } from '../domain/chat.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'
import type { Member } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'

/** A person of a chat and the member that is; `member` is null for somebody who is not of the team, or not known to be. */
export interface Met {
  user: ChatUser
  member: Member | null
}

export interface Sighting {
  surface: ChatSurface
  workspaceId: string
  userId: string
  person?: Partial<Omit<ChatPerson, 'workspaceId' | 'userId'>>
}

/**
 * Who a person of a chat is: known already, or the member with the e-mail address that the chat's directory has for them. A name
 * never tells. Throws what the directory throws when it has to be asked and does not answer.
 */
export async function meetPerson(deps: Deps, tenantId: TenantId, sighting: Sighting): Promise<Met> {
  const known = await deps.store.inTenant(tenantId, (tx) => findMet(tx, sighting))
  if (known?.member) return known
  const people = peopleOf(deps, sighting.surface)
  const told = people && (await people.readPerson(tenantId, sighting.workspaceId, sighting.userId))
  const email = told?.email?.trim().toLowerCase() ?? null
  const work = (tx: Tx) => meet(tx, deps, sighting, told ?? null, email)
  return againIfDuplicate(() => deps.store.inTenant(tenantId, work))
}

export async function findMet(tx: Tx, sighting: Omit<Sighting, 'person'>): Promise<Met | null> {
  const { surface, workspaceId, userId } = sighting
  const [user] = await tx.find('chatUsers', { where: { surface, workspaceId, userId }, limit: 1 })
  if (!user) return null
  return { user, member: user.memberId ? await tx.get('members', user.memberId) : null }
}

async function meet(
  tx: Tx,
  deps: Deps,
  sighting: Sighting,
  told: ChatPerson | null,
  email: string | null,
): Promise<Met> {
  const known = await findMet(tx, sighting)
  if (known?.member) return known
  const [member] = email ? await tx.find('members', { where: { email }, limit: 1 }) : []
  const now = deps.clock.now()
  const facts = {
    name: told?.name ?? sighting.person?.name ?? known?.user.name ?? sighting.userId,
    email,
    memberId: member?.id ?? null,
    updatedAt: now,
  }
  const user = known
    ? await tx.update('chatUsers', known.user.id, facts)
    : await tx.insert('chatUsers', {
        id: deps.ids.next('chatUser'),
        surface: sighting.surface,
        workspaceId: sighting.workspaceId,
        userId: sighting.userId,
        address: null,
        askedAt: null,
        createdAt: now,
        ...facts,
      })
  return { user, member: member ?? null }
}

/** Where a member is written to alone, outside the web chat, or on one `surface`; null for members without such a chat. Opens it when needed. */
export async function reachMember(
  deps: Deps,
  tenantId: TenantId,
  memberId: MemberId,
  surface: ChatSurface | null = null,
): Promise<ChatUser | null> {
  const all = [...deps.chat.values()].flatMap((port) =>
    port.people && (surface === null || port.people.surface === surface) ? [port.people] : [],
  )
  if (all.length === 0) return null
  const { users, member, seen } = await deps.store.inTenant(tenantId, async (tx) => {
    const member = await tx.get('members', memberId)
    const byEmail = member ? await tx.find('chatUsers', { where: { email: member.email.toLowerCase() } }) : []
    return {
      users: await tx.find('chatUsers', { where: { memberId }, orderBy: [['updatedAt', 'desc']] }),
      member,
      seen: byEmail.filter((user) => user.memberId === null),
    }
  })
  const known = users.filter(({ surface }) => all.some((people) => people.surface === surface))
  const ready = known.find(({ address }) => address !== null)
  if (ready) return ready
  for (const user of known) {
    const opened = await openFor(deps, tenantId, user)
    if (opened) return opened
  }
  if (!member || known.length > 0) return null
  // Whoever added the app before they were of the team is found by who they were then.
  for (const { workspaceId, userId, ...one } of seen) {
    if (!all.some((people) => people.surface === one.surface)) continue
    const { user } = await meetPerson(deps, tenantId, { surface: one.surface, workspaceId, userId })
    if (user.memberId !== memberId) continue
    const opened = user.address ? user : await openFor(deps, tenantId, user)
    if (opened) return opened
  }
  for (const people of all) {
    const person = await people.findPerson(tenantId, member.email)
    if (!person) continue
    const { user } = await meetPerson(deps, tenantId, { surface: people.surface, ...person })
    const opened = user.memberId === memberId ? await openFor(deps, tenantId, user) : null
    if (opened) return opened
  }
  return null
}

async function openFor(deps: Deps, tenantId: TenantId, user: ChatUser): Promise<ChatUser | null> {
  const people = peopleOf(deps, user.surface)
  const address = await people?.openPersonal(tenantId, user.workspaceId, user.userId)
  if (!address) return null
  return deps.store.inTenant(tenantId, (tx) =>
    tx.update('chatUsers', user.id, { address, updatedAt: deps.clock.now() }),
  )
}

export function peopleOf(deps: Pick<Deps, 'chat'>, surface: ChatSurface): ChatPeople | undefined {
  return deps.chat.get(surface)?.people
}
