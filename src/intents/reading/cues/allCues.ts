import { wordsOf } from '../patterns.ts'
import { accountingCues } from './accounting.ts'
import { askingCues } from './asking.ts'
import { changingCues } from './changing.ts'
import type { Cue } from './cue.ts'
import { decidingCues } from './deciding.ts'
import { outOfScopeCues } from './outOfScope.ts'
import { recordingCues } from './recording.ts'
import { schedulingCues } from './scheduling.ts'
import { tellingCues } from './telling.ts'

export const allCues: readonly Cue[] = [
  ...recordingCues,
  ...askingCues,
  ...changingCues,
  ...accountingCues,
  ...tellingCues,
  ...decidingCues,
  ...outOfScopeCues,
  ...schedulingCues,
]

const literal = new Set(allCues.flatMap(({ pattern }) => wordsOf(pattern)))

/** Whether a word stands in some cue: it has a meaning of its own then, and is no name unless it is written like one. */
export function isCueWord(word: string): boolean {
  return literal.has(word)
}
