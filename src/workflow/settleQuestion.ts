import { fallbackTextOf, type Message, messageSchema } from '../bot/message.ts'
import type { TenantId, ThreadId } from '../domain/ids.ts'
import type { ThreadMessage } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import { catalogue } from '../words/catalogue.ts'
import type { ReplyWords } from '../words/replyWords.ts'
import type { Deps } from './deps.ts'

/** How far back a question is looked for: older ones have scrolled away and answer presses politely. */
const messageCountMax = 40

/**
 * Closes a question that has been answered: its buttons go, the answer stands in their place, so that nobody answers it
 * twice and the conversation reads as it went. Cards are not questions; they live on.
 */
export async function settleQuestion(
  deps: Pick<Deps, 'store' | 'clock'>,
  tenantId: TenantId,
  threadId: ThreadId,
  actionId: string,
): Promise<void> {
  await deps.store.inTenant(tenantId, async (tx) => {
    const rows = await tx.find('threadMessages', {
      where: { threadId, author: 'parley', requestId: null },
      orderBy: [['createdAt', 'desc']],
      limit: messageCountMax,
    })
    for (const row of rows) {
      const message = messageSchema.safeParse(row.message)
      const pressed = message.data?.actions.find((action) => action.id === actionId)
      if (!message.data || !pressed) continue
      await closeQuestion(tx, deps, row, message.data, ({ talk }) => talk.done(pressed.label))
      return
    }
  })
}

/** Takes the buttons of a question away; `answer` stands in their place, in the language of the question. */
export async function closeQuestion(
  tx: Tx,
  deps: Pick<Deps, 'clock'>,
  row: ThreadMessage,
  message: Message,
  answer: (words: ReplyWords) => string,
): Promise<void> {
  const { language } = message
  const text = answer(catalogue[language ?? 'en'].replies)
  const parts = [...message.parts, { kind: 'note' as const, tone: 'good' as const, text }]
  const settled = {
    fallbackText: fallbackTextOf(parts, [], language),
    parts,
    actions: [],
    ...(language ? { language } : {}),
  }
  await tx.update('threadMessages', row.id, {
    message: settled,
    text: settled.fallbackText,
    updatedAt: deps.clock.now(),
  })
}
