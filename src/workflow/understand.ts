import type { InboundId } from '../domain/ids.ts'
import { dropUngrounded } from '../intents/dropUngrounded.ts'
import type { Frame } from '../intents/frame.ts'
import type { Intent, ReadingContext } from '../intents/intent.ts'
import { intentOfFrame } from '../intents/intentOfFrame.ts'
import type { ModelReading } from '../intents/modelPort.ts'
import type { ThreadView } from '../intents/modelQuestion.ts'
import { readByGrammar } from '../intents/readByGrammar.ts'
import type { Deps } from './deps.ts'
import type { ModelDesk } from './modelDesk.ts'
import { reserveTokens, settleTokens } from './modelSpending.ts'
import { isShown } from './readBack.ts'
import type { Conversation } from './scheduleWish.ts'
import { readThreadView, threadContextOf } from './threadView.ts'

// Takes:   a member's message.
// Reads:   the grammar; when that is not sure, and a model is set up and today's tokens last, the thread and the model.
// Writes:  what the day has spent on the model.
// Effects: once a day a line in the thread that its tokens are used up; later a further wake-up of the message's row.
// Refuses when: never. Whatever the model does, what is left is the grammar's reading.

export type Understanding =
  | { kind: 'understood'; intents: readonly Intent[] }
  /** Only another reader than the grammar understood it so: the member has to say yes first. */
  | { kind: 'doubtful'; intents: readonly Intent[] }
  /** The model is being asked. The message is handled again when it has answered, so that no worker waits for it. */
  | { kind: 'later' }

/** What a message means. The grammar comes first; a model is only asked where it is not sure, and only believed where it is grounded. */
export async function understand(
  deps: Deps,
  talk: Conversation,
  text: string,
  context: ReadingContext,
): Promise<Understanding> {
  const thread = await deps.store.inTenant(talk.tenantId, (tx) => readThreadView(tx, talk))
  const grammar = readByGrammar(text, { ...context, thread: threadContextOf(thread) })
  const own: Understanding = { kind: 'understood', intents: grammar.intents }
  if (grammar.isSure || !deps.model) return own
  const held = deps.model.look(talk.eventKey)
  if (held === 'asking') return { kind: 'later' }
  if (held === null) return (await beginAsking(deps, deps.model, talk, text, thread)) ? { kind: 'later' } : own
  const intents = intentsOf(held.reading, text, held.thread, context)
  if (intents.length === 0) return own
  return { kind: intents.every(isShown) ? 'understood' : 'doubtful', intents }
}

/** What is left of a model's reading: grounded, and in the terms of the use cases. Pure. */
export function intentsOf(
  reading: ModelReading<Frame[]>,
  text: string,
  thread: ThreadView,
  context: ReadingContext,
): Intent[] {
  if (reading.kind !== 'read') return []
  return dropUngrounded(reading.value, text, thread).flatMap((frame) => intentOfFrame(frame, context) ?? [])
}

/** False when nobody can be asked now. */
async function beginAsking(
  deps: Deps,
  desk: ModelDesk,
  talk: Conversation,
  text: string,
  thread: ThreadView,
): Promise<boolean> {
  try {
    const reservation = await reserveTokens(deps, talk.tenantId, desk.dailyTokens, talk)
    if (!reservation) return false
    const askedBy = `${talk.tenantId}:${talk.memberId}`
    desk.begin(
      talk.eventKey,
      async () => {
        const reading = await desk.port.readFrames({ text, thread, askedBy })
        await settleTokens(deps, talk.tenantId, reservation, reading.usedTokens).catch((error) =>
          deps.log('model.notSettled', { error: String(error) }),
        )
        return { reading, thread }
      },
      () => wake(deps, talk),
    )
    return true
  } catch (error) {
    deps.log('model.notAsked', { error: String(error) })
    return false
  }
}

/** Should this fail, the sweep finds the row after half a minute. */
async function wake(deps: Deps, talk: Conversation): Promise<void> {
  try {
    await deps.store.inTenant(talk.tenantId, (tx) => tx.wakeInbound(talk.eventKey as InboundId, deps.clock.now()))
  } catch (error) {
    deps.log('model.notWoken', { error: String(error) })
  }
}
