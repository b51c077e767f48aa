import { type Message, type MessageAction, messageSchema } from '../bot/message.ts'
import type { MessageId, TenantId } from '../domain/ids.ts'
import type { Action, Thread, ThreadMessage } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import { readSettings } from './bundle.ts'
import type { Deps } from './deps.ts'
import { readMessageFor } from './messageFor.ts'

/** A message as it is shown now, with one of its buttons. */
export interface ShownMessage {
  rowId: MessageId
  version: number
  thread: Thread
  /** What others may read of it. */
  shown: Message
  /** The whole button: its form as the presser has to see it. */
  action: MessageAction
  /** A card is brought up to date by itself; a question is not. */
  isCard: boolean
  externalId: string | null
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
    return thread ? search(tx, thread, action) : null
  })
}

async function search(tx: Tx, thread: Thread, { id, requestId }: Action): Promise<ShownMessage | null> {
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
    const whole = messageOf(row)
    const action = whole?.actions.find((one) => one.id === id)
    if (whole && action) return { ...(await factsOf(tx, thread, row, whole)), thread, action }
  }
  return null
}

function messageOf(row: ThreadMessage): Message | null {
  return messageSchema.safeParse(row.message).data ?? null
}

async function factsOf(tx: Tx, thread: Thread, row: ThreadMessage, whole: Message) {
  const requestId = row.requestId ?? (await requestOf(tx, whole))
  const [settings, request] = await Promise.all([readSettings(tx), requestId ? tx.get('requests', requestId) : null])
  return {
    rowId: row.id,
    version: row.version,
    shown: await readMessageFor(tx, thread, settings, whole, request ? [request.candidateName] : []),
    isCard: row.requestId !== null,
    externalId: row.externalId,
  }
}

/** A question is about the request of its buttons. */
async function requestOf(tx: Tx, { actions }: Message): Promise<string | null> {
  for (const { id } of actions) {
    const requestId = (await tx.get('actions', id))?.requestId
    if (requestId) return requestId
  }
  return null
}

/** The same message later on; null when it is gone. */
export async function readShownAgain(
  deps: Pick<Deps, 'store'>,
  tenantId: TenantId,
  before: Pick<ShownMessage, 'rowId' | 'shown'>,
): Promise<Pick<ShownMessage, 'shown' | 'version' | 'externalId'> | null> {
  return deps.store.inTenant(tenantId, async (tx) => {
    const row = await tx.get('threadMessages', before.rowId)
    const thread = row ? await tx.get('threads', row.threadId) : null
    const whole = row ? messageOf(row) : null
    if (!row || !thread || !whole) return null
    // An answered question has no buttons left to say what it is about.
    const about = whole.actions.length > 0 ? whole : before.shown
    const requestId = row.requestId ?? (await requestOf(tx, about))
    const [settings, request] = await Promise.all([readSettings(tx), requestId ? tx.get('requests', requestId) : null])
    const shown = await readMessageFor(tx, thread, settings, whole, request ? [request.candidateName] : [])
    return { shown, version: row.version, externalId: row.externalId }
  })
}
