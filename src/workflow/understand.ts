import { type Directory, emptyDirectory } from '../domain/directory.ts'
import { isParleyError } from '../domain/errors.ts'
import type { InboundId } from '../domain/ids.ts'
import { dropUngrounded } from '../intents/dropUngrounded.ts'
import type { Frame } from '../intents/frame.ts'
import type { Intent, ReadingContext } from '../intents/intent.ts'
import { intentOfFrame } from '../intents/intentOfFrame.ts'
import { intentsOfMessage, readMessage } from '../intents/readIntents.ts'
import { settleIntent } from '../intents/settleNames.ts'
import type { ThreadContext } from '../intents/thread.ts'
import { timeConventionsOf } from '../intents/times/timeConventionsOf.ts'
import { beginAsking } from './askModel.ts'
import { readSettings } from './bundle.ts'
import type { Deps } from './deps.ts'
import { lookNamesUp } from './lookNamesUp.ts'
import type { HeldFrames } from './modelDesk.ts'
import { isShown, waitsForNobody } from './readBack.ts'
import type { Conversation } from './scheduleWish.ts'
import { readThread, type ThreadReading } from './threadView.ts'

// Takes:   a member's message.
// Reads:   the thread, the names of the records, the grammar; when that is not sure, and a model is set up and today's tokens
//          last, the model.
// Writes:  what the day has spent on the model.
// Effects: once a day a line in the thread that its tokens are used up; later a further wake-up of the message's row.
// Refuses when: never. Whatever the model does, what is left is the grammar's reading; without an answer of the ATS names are read
//          by where they stand.

export type Understanding =
  | { kind: 'understood'; intents: readonly Intent[]; isByModel: boolean }
  /** Not sure enough to act on at once: the member has to say yes first. */
  | { kind: 'doubtful'; intents: readonly Intent[]; isByModel: boolean }
  /** The model is being asked. The message is handled again when it has answered, so that no worker waits for it. */
  | { kind: 'later' }

/** What a message means. The grammar comes first; a model is only asked where it is not sure, and only believed where it is grounded. */
export async function understand(
  deps: Deps,
  talk: Conversation,
  text: string,
  base: ReadingContext,
): Promise<Understanding> {
  const { thread, settings } = await deps.store.inTenant(talk.tenantId, async (tx) => ({
    thread: await readThread(tx, talk),
    settings: await readSettings(tx),
  }))
  const directory = await openDirectory(deps, talk)
  const conventions = timeConventionsOf(settings.wordHours)
  const context = { ...base, conventions, thread: thread.context, directory }
  const message = readMessage(text, context)
  if (message.isSure || !deps.model) return byGrammar()
  const { frames } = deps.model
  const found = frames.look(talk.eventKey)
  if (found === 'asking') return { kind: 'later' }
  if (found === null) return (await askModel(deps, talk, text, thread)) ? { kind: 'later' } : byGrammar()
  const intents = await intentsOfModel(deps, talk, { text, ...found.held }, context)
  if (intents.length === 0) return byGrammar()
  return { kind: intents.every(isShown) ? 'understood' : 'doubtful', intents, isByModel: true }

  async function byGrammar(): Promise<Understanding> {
    const named = await lookNamesUp(deps, talk, message.frames, directory, thread.context)
    const plain = intentsOfMessage(
      message,
      context,
      named.map(({ frame }) => frame),
    )
    const intents = plain.intents.map((intent, at) => {
      const one = named[at]
      return one ? settleIntent(intent, one.frame, one.grounded, one.directory) : intent
    })
    const isDoubtful = !message.isSure && intents.some(waitsForNobody)
    return { kind: isDoubtful ? 'doubtful' : 'understood', intents, isByModel: false }
  }
}

function askModel(deps: Deps, talk: Conversation, text: string, { view }: ThreadReading): Promise<boolean> {
  const { model } = deps
  if (!model) return Promise.resolve(false)
  return beginAsking(deps, {
    tenantId: talk.tenantId,
    inboundId: talk.eventKey as InboundId,
    talk,
    shelf: model.frames,
    ask: () => model.port.readFrames({ text, thread: view, askedBy: `${talk.tenantId}:${talk.memberId}` }),
    hold: (reading) => ({ reading, thread: view }),
  })
}

/** What is left of a model's reading: grounded in the message, with the names of the records, in the terms of the use cases. */
async function intentsOfModel(
  deps: Deps,
  talk: Conversation,
  { text, reading, thread }: HeldFrames & { text: string },
  context: ReadingContext & { directory: Directory; thread: ThreadContext },
): Promise<Intent[]> {
  if (reading.kind !== 'read') return []
  const frames: Frame[] = dropUngrounded(reading.value, text, thread)
  const named = await lookNamesUp(deps, talk, frames, context.directory, context.thread)
  return named.flatMap(({ frame, grounded, directory }) => {
    const intent = intentOfFrame(frame, context)
    return intent ? settleIntent(intent, frame, grounded, directory) : []
  })
}

/** A message that needs no records is answered while the ATS is silent; one that does is refused by its use case. */
async function openDirectory(deps: Deps, { tenantId }: Conversation): Promise<Directory> {
  try {
    return await deps.ats.openDirectory(tenantId)
  } catch (error) {
    if (!isParleyError(error, 'unavailable')) throw error
    deps.log('directory.unavailable', { error: String(error) })
    return emptyDirectory
  }
}
