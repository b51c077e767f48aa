import { z } from 'zod'
import type { ActionOutcome } from '../bot/inbound.ts'
import type { Member } from '../domain/settings.ts'
import type { Action } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import type { PressWords } from '../words/replyWords.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import type { Conversation } from './scheduleWish.ts'
import type { Speech } from './speech.ts'

/** A button that is being pressed, or answered in words. */
export interface Press {
  deps: Deps
  /** How the presser is spoken to, or the conversation in which the answer stands. */
  speech: Speech
  cause: Cause
  talk: Conversation
  member: Member
  action: Action
  fields: Readonly<Record<string, string>>
  /** Whether this very press has taken effect already. */
  hasBeenDone: () => Promise<boolean>
}

export type Performer = (press: Press) => Promise<ActionOutcome>

export const requestData = z.object({ requestId: z.string() })
export const partyData = requestData.extend({ partyId: z.string() })

/** Answers a press with what `work` writes, in the transaction that claims it. */
export async function answerPress(press: Press, work: (tx: Tx) => Promise<void>): Promise<ActionOutcome> {
  await press.deps.store.inTenant(press.talk.tenantId, async (tx) => {
    await press.cause.claim?.(tx)
    await work(tx)
  })
  return { kind: 'ok' }
}

/** A polite no beside the button. */
export function refused({ speech }: Press, pick: (words: PressWords) => string): ActionOutcome {
  return { kind: 'refused', sentence: pick(speech.words.presses) }
}

/** What is wrong with a field of its form. */
export function invalid({ speech }: Press, field: string, pick: (words: PressWords) => string): ActionOutcome {
  return { kind: 'invalid', errors: [{ field, sentence: pick(speech.words.presses) }] }
}

export function late(
  press: Press,
  outcome: { kind: 'done' | 'tooLate' },
  pick: (words: PressWords) => string,
): ActionOutcome {
  return outcome.kind === 'done' ? { kind: 'ok' } : refused(press, pick)
}

/** The same cause after it has been claimed: the command that waited for the set-up card follows in a transaction of its own. */
export function unclaimed(cause: Cause): Cause {
  return { actor: cause.actor, via: cause.via }
}

export function requestIdOf(press: Press): string {
  return requestData.parse(press.action.data).requestId
}

export function reasonOf(press: Press): string | null {
  const reason = (press.fields.reason ?? '').trim()
  return reason === '' ? null : reason
}
