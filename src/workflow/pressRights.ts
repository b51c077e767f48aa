import type { ActionOutcome, InboundPress } from '../bot/inbound.ts'
import type { Deps } from './deps.ts'
import { refusalOf } from './handleAction.ts'
import { meetPerson } from './meetPerson.ts'

/** Why this person may not press this button, so that its form is not opened for them; null when they may. */
export async function whyNotPress(
  deps: Deps,
  input: Pick<InboundPress, 'tenantId' | 'surface' | 'workspaceId' | 'userId' | 'actionId' | 'person'>,
): Promise<ActionOutcome | null> {
  const { member } = await meetPerson(deps, input.tenantId, input)
  return deps.store.inTenant(input.tenantId, async (tx) => {
    const action = await tx.get('actions', input.actionId)
    const owner = action ? await tx.get('members', action.memberId) : null
    return refusalOf(action, member, owner)
  })
}
