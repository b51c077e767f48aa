import type { MessagePart } from '../bot/message.ts'
import type { Tx } from '../store/port.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import type { Conversation } from './scheduleWish.ts'
import { type Composer, compose, type Draft, type Speech } from './speech.ts'

/** Answers an event with one message, in the transaction that claims the event. */
export async function reply(deps: Deps, cause: Cause, talk: Conversation, draft: Draft): Promise<void> {
  await replyInTx(deps, cause, talk, async () => draft)
}

/** As `reply`, composed from what is read in that transaction. */
export async function replyInTx(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  read: (tx: Tx) => Promise<Draft>,
): Promise<void> {
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    await say(tx, deps, talk, talk.eventKey, await read(tx))
  })
}

/** What was said and has no place yet is told, never dropped in silence. */
export function unreadParts({ words }: Speech, meant: { unreadWords?: string | undefined }): MessagePart[] {
  return meant.unreadWords ? [{ kind: 'note', tone: 'warning', text: words.talk.unread(meant.unreadWords) }] : []
}

/** An answer, and below it what of the sentence it leaves out. */
export function withUnread(draft: Draft, meant: { unreadWords?: string | undefined }): Composer {
  return (speech) => {
    const answer = compose(draft, speech)
    return { ...answer, parts: [...answer.parts, ...unreadParts(speech, meant)] }
  }
}
