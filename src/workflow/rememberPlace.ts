import { isDeepStrictEqual } from 'node:util'
import { againIfDuplicate } from '../domain/againIfDuplicate.ts'
import type { ChatAddress } from '../domain/chat.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Member } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'
import { findMet, meetPerson, type Sighting } from './meetPerson.ts'

/**
 * Keeps where somebody of a chat is written to alone, and finds out which member that is.
 * @returns whether the place is news, and the member, if it is one
 */
export async function rememberPlace(
  deps: Deps,
  tenantId: TenantId,
  sighting: Sighting,
  address: ChatAddress,
): Promise<{ isNews: boolean; member: Member | null }> {
  const { surface, workspaceId, userId, person } = sighting
  const now = deps.clock.now()
  const keep = async (tx: Tx): Promise<boolean> => {
    const known = await findMet(tx, sighting)
    if (known && isDeepStrictEqual(known.user.address, address)) return false
    if (known) await tx.update('chatUsers', known.user.id, { address, updatedAt: now })
    else
      await tx.insert('chatUsers', {
        id: deps.ids.next('chatUser'),
        surface,
        workspaceId,
        userId,
        memberId: null,
        name: person?.name ?? userId,
        email: null,
        address,
        askedAt: null,
        createdAt: now,
        updatedAt: now,
      })
    return true
  }
  const isNews = await againIfDuplicate(() => deps.store.inTenant(tenantId, keep))
  // The address is what the directory is asked by, so it is kept first.
  const { member } = await meetPerson(deps, tenantId, sighting)
  return { isNews, member }
}
