import type { InboundId } from '../domain/ids.ts'
import { dropUngrounded } from '../intents/dropUngrounded.ts'
import type { Frame } from '../intents/frame.ts'
import type { Intent, ReadingContext } from '../intents/intent.ts'
import { intentOfFrame } from '../intents/intentOfFrame.ts'
import type { ModelReading } from '../intents/modelPort.ts'
import type { ThreadView } from '../intents/modelQuestion.ts'
import { readByGrammar } from '../intents/readByGrammar.ts'
import { beginAsking } from './askModel.ts'
import type { Deps } from './deps.ts'
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
  const { frames, port } = deps.model
  const found = frames.look(talk.eventKey)
  if (found === 'asking') return { kind: 'later' }
  if (found === null) {
    const isAsked = await beginAsking(deps, {
      tenantId: talk.tenantId,
      inboundId: talk.eventKey as InboundId,
      talk,
      shelf: frames,
      ask: () => port.readFrames({ text, thread, askedBy: `${talk.tenantId}:${talk.memberId}` }),
      hold: (reading) => ({ reading, thread }),
    })
    return isAsked ? { kind: 'later' } : own
  }
  const intents = intentsOf(found.held.reading, text, found.held.thread, context)
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
