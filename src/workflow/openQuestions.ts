import { type Message, type MessageAction, messageSchema } from '../bot/message.ts'
import type { Action, ThreadMessage } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import { judgeKind } from './judgeReading.ts'
import type { Conversation } from './scheduleWish.ts'

/** A button of Parley's last words that nobody has pressed. */
export interface OpenAction {
  action: Action
  shown: MessageAction
}

/** A message with buttons, as the member saw it when writing. */
export interface OpenQuestion {
  row: ThreadMessage
  message: Message
  open: readonly OpenAction[]
}

/** How far back the words between two lines of a member reach. */
const messageCountMax = 40

/**
 * What Parley asked between the member's line that is being answered and the line before it, newest first. Cards are no
 * questions; buttons of somebody else and pressed ones are left out.
 */
export async function readOpenQuestions(tx: Tx, talk: Conversation): Promise<OpenQuestion[]> {
  const rows = await tx.find('threadMessages', {
    where: { threadId: talk.threadId },
    orderBy: [
      ['createdAt', 'desc'],
      ['id', 'desc'],
    ],
    limit: messageCountMax,
  })
  const own = rows.findIndex((row) => row.id === talk.lineId)
  if (own < 0) return []
  const before = rows.slice(own + 1)
  const end = before.findIndex((row) => row.author === 'member')
  const said = (end < 0 ? before : before.slice(0, end)).filter((row) => row.requestId === null)
  const asked = said.flatMap((row) => {
    const message = messageSchema.safeParse(row.message)
    return message.success && message.data.actions.length > 0 ? [{ row, message: message.data }] : []
  })
  const ids = asked.flatMap(({ message }) => message.actions.map(({ id }) => id)) as Action['id'][]
  const actions = await tx.find('actions', { where: { id: { in: ids }, memberId: talk.memberId, usedAt: null } })
  return asked.flatMap(({ row, message }) => {
    const open = message.actions.flatMap((shown) => {
      const action = actions.find((one) => one.id === shown.id)
      // Whether it was understood right is no question that a yes would answer.
      return action && action.kind !== judgeKind ? [{ action, shown }] : []
    })
    return open.length > 0 ? [{ row, message, open }] : []
  })
}
