import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { DraftMessage } from '../bot/message.ts'
import type { ThreadId } from '../domain/ids.ts'
import type { Tx } from '../store/port.ts'
import { recordAudit } from './cause.ts'
import type { Performer } from './press.ts'
import type { Speech } from './speech.ts'

// Takes:   a press on "Right" or "Wrong" below an answer that a model's reading led to.
// Reads:   nothing.
// Writes:  an audit row with the hash of what was written, once for each button. It is sent nowhere.
// Effects: none; the presser is thanked.
// Refuses when: somebody else presses it.

export const judgeKind = 'judgeReading'
const judgeData = z.object({ isRight: z.boolean(), textHash: z.string().max(64) })

/** Tells two readings of the same words apart from others, without the words. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** The answer with the two buttons below it, in the chats of others; on the web there are none. */
export async function askForJudgement(
  tx: Tx,
  { threadId, judged }: { threadId: ThreadId; judged: string },
  draft: DraftMessage,
  { words: { talk } }: Speech,
): Promise<DraftMessage> {
  const thread = await tx.get('threads', threadId)
  if (!thread || thread.surface === 'web') return draft
  const button = (isRight: boolean) => ({
    kind: judgeKind,
    data: { isRight, textHash: judged },
    label: isRight ? talk.judge.right : talk.judge.wrong,
    style: 'normal' as const,
  })
  return { ...draft, actions: [...draft.actions, button(true), button(false)] }
}

export const judgeReading: Performer = async ({ deps, cause, talk, action, speech }) => {
  const data = judgeData.parse(action.data)
  if (!action.usedAt)
    await deps.store.inTenant(talk.tenantId, async (tx) => {
      await cause.claim?.(tx)
      await recordAudit(tx, deps, cause, { requestId: null, action: judgeKind, fromState: null, toState: null, data })
    })
  return { kind: 'shown', sentence: speech.words.talk.judge.thanks }
}
