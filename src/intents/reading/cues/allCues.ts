import { wordsOf } from '../patterns.ts'
import { accountingCues } from './accounting.ts'
import { amendingPeopleCues } from './amendingPeople.ts'
import { amendingTermsCues } from './amendingTerms.ts'
import { askingCues } from './asking.ts'
import type { Cue } from './cue.ts'
import { decidingCues } from './deciding.ts'
import { endingCues } from './ending.ts'
import { movingCues } from './moving.ts'
import { outOfScopeCues } from './outOfScope.ts'
import { pausingCues } from './pausing.ts'
import { recordingCues } from './recording.ts'
import { schedulingCues } from './scheduling.ts'
import { tellingCues } from './telling.ts'
import { undoingCues } from './undoing.ts'

export const allCues: readonly Cue[] = [
  ...recordingCues,
  ...askingCues,
  ...movingCues,
  ...endingCues,
  ...pausingCues,
  ...undoingCues,
  ...amendingTermsCues,
  ...amendingPeopleCues,
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
