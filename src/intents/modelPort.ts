import type { Frame } from './frame.ts'
import type { FrameQuestion, ReplyQuestion, ReplyWords } from './modelQuestion.ts'

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

/** One language model. Never throws, tries nothing twice, and answers within a deadline of its own. */
export interface ModelPort {
  readFrames(question: FrameQuestion): Promise<ModelReading<Frame[]>>
  readReply(question: ReplyQuestion): Promise<ModelReading<ReplyWords>>
}
