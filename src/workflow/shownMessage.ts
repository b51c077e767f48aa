import { type Message, type MessageAction, messageSchema } from '../bot/message.ts'
import type { MessageId, RequestId, TenantId } from '../domain/ids.ts'
import type { Thread } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import type { Deps } from './deps.ts'

/** A message as it is shown now, with one of its buttons. */
export interface ShownMessage {
  rowId: MessageId
  version: number
  thread: Thread
  message: Message
  action: MessageAction
  /** A card is brought up to date by itself; a question is not. */
  isCard: boolean
}

const messageCountMax = 100

/** The message that shows a button; null when it is shown no more. */
export async function findShownMessage(
  deps: Pick<Deps, 'store'>,
  tenantId: TenantId,
  actionId: string,
): Promise<ShownMessage | null> {
  return deps.store.inTenant(tenantId, async (tx) => {
    const action = await tx.get('actions', actionId)
    if (!action) return null
    const thread = await tx.get('threads', action.threadId)
    return thread ? search(tx, thread, action.requestId, actionId) : null
  })
}

async function search(
  tx: Tx,
  thread: Thread,
  requestId: RequestId | null,
  actionId: string,
): Promise<ShownMessage | null> {
  const threadId = thread.id
  const [cards, latest] = await Promise.all([
    requestId === null ? [] : tx.find('threadMessages', { where: { threadId, requestId }, limit: 1 }),
    tx.find('threadMessages', {
      where: { threadId, author: 'parley' },
      orderBy: [['createdAt', 'desc']],
      limit: messageCountMax,
    }),
  ])
  for (const row of [...cards, ...latest]) {
    const read = messageSchema.safeParse(row.message)
    const action = read.data?.actions.find((one) => one.id === actionId)
    if (read.data && action)
      return {
        rowId: row.id,
        version: row.version,
        thread,
        message: read.data,
        action,
        isCard: row.requestId !== null,
      }
  }
  return null
}

/** The same message later on; null when it is gone. */
export async function readShownAgain(
  deps: Pick<Deps, 'store'>,
  tenantId: TenantId,
  rowId: MessageId,
): Promise<{ message: Message; version: number; externalId: string | null } | null> {
  const row = await deps.store.inTenant(tenantId, (tx) => tx.get('threadMessages', rowId))
  const read = messageSchema.safeParse(row?.message)
  return row && read.success ? { message: read.data, version: row.version, externalId: row.externalId } : null
}
