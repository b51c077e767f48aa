import { z } from 'zod'
import { frameSchema } from './frame.ts'

/** What a model may know of a thread besides the message: a few words, no record, no address, no instant. */
export interface ThreadView {
  /** State of the thread's request ("collecting"); null when the thread is about none. */
  state: string | null
  /** What Parley asked last, when that is still open. */
  question: string | null
  /** The answers it offered, in the order in which they are numbered. */
  options: readonly string[]
  /** Whole names of the request's candidate, client and job. */
  names: readonly string[]
}

/** A member's message to be read as frames. `text` is what the member wrote himself, without what he quoted. */
export interface FrameQuestion {
  text: string
  thread: ThreadView
  /** Whoever asks, as an opaque key; the adapter hashes it before it leaves. */
  askedBy: string
}

/** An outsider's message about his times. */
export interface ReplyQuestion {
  text: string
  askedBy: string
}

/** At most this many things are read out of one message. */
export const frameCountMax = 6
export const framesAnswerSchema = z.object({ frames: z.array(frameSchema).max(frameCountMax) })

/**
 * All that can be said about an outsider's message: what kind it is, the words about time as they stand in it, and a quote.
 * There is no place for a person, an address or an action.
 */
export const replyWordsSchema = z.object({
  kind: z.enum(['offer', 'busy', 'select', 'decline', 'none', 'unclear']),
  phrases: z.array(z.object({ words: z.string(), isFree: z.boolean() })).max(12),
  quote: z.string(),
})
export type ReplyWords = z.infer<typeof replyWordsSchema>
