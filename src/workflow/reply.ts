import type { DraftMessage, MessagePart } from '../bot/message.ts'
import type { Tx } from '../store/port.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import type { Conversation } from './scheduleWish.ts'

/** Answers an event with one message, in the transaction that claims the event. */
export async function reply(deps: Deps, cause: Cause, talk: Conversation, draft: DraftMessage): Promise<void> {
  await replyInTx(deps, cause, talk, async () => draft)
}

/** As `reply`, composed from what is read in that transaction. */
export async function replyInTx(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  compose: (tx: Tx) => Promise<DraftMessage>,
): Promise<void> {
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    await say(tx, deps, talk, talk.eventKey, await compose(tx))
  })
}

/** What was said and has no place yet is told, never dropped in silence. */
export function unreadParts(meant: { unreadWords?: string | undefined }): MessagePart[] {
  if (!meant.unreadWords) return []
  return [{ kind: 'note', tone: 'warning', text: `I did not take "${meant.unreadWords}" into account.` }]
}
