import type { ReadingContext } from './intent.ts'
import { type IntentsReading, readIntents } from './readIntents.ts'

/** Reads a member's message by the grammar alone: pure, about a millisecond, never throws. */
export function readByGrammar(text: string, context: ReadingContext): IntentsReading {
  return readIntents(text, context)
}
