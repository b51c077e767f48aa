import type { Intent, ReadingContext } from './intent.ts'
import { readIntent } from './readIntent.ts'

/** What a sentence was understood as. `isSure` false: another reader may do better. */
export interface GrammarReading {
  intents: readonly Intent[]
  isSure: boolean
}

/** Reads a member's message by the grammar alone: pure, about a millisecond, never throws. */
export function readByGrammar(text: string, context: ReadingContext): GrammarReading {
  const intent = readIntent(text, context)
  return { intents: [intent], isSure: intent.kind !== 'unknown' }
}
