import { z } from 'zod'
import { type Frame, frameSchema } from './frame.ts'

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

export type ModelFailure =
  /** The deadline passed, or nobody answered at all. */
  | 'timeOut'
  | 'network'
  /** The service asks us to come back later (429), or is in trouble (5xx). */
  | 'busy'
  | 'trouble'
  /** Key, model or request were refused: only a person can change that. */
  | 'misconfigured'
  /** What came back was cut off, too long, or not what the schema says. */
  | 'cutOff'
  | 'schemaMiss'
  /** After several failures in a row nobody is asked for a while. */
  | 'resting'

/**
 * What came of asking, always a value. `usedTokens` is what the service says it counted, 0 when it was not reached, and null
 * when it may have counted and nobody said so.
 */
export type ModelReading<Value> =
  | { kind: 'read'; value: Value; usedTokens: number | null }
  | { kind: 'refused'; usedTokens: number | null }
  | { kind: 'failed'; reason: ModelFailure; usedTokens: number | null }

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

/** One language model. Never throws, tries nothing twice, and answers within a deadline of its own. */
export interface ModelPort {
  readFrames(question: FrameQuestion): Promise<ModelReading<Frame[]>>
  readReply(question: ReplyQuestion): Promise<ModelReading<ReplyWords>>
}
