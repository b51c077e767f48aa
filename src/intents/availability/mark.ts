import type { CueKind } from './cueWords.ts'
import type { JoinKind } from './joinWords.ts'
import type { Pick } from './picks.ts'

/** A piece of a message as the grammar of availability sees it. Offsets point into the text as given. */
export type Mark = { from: number; to: number } & (
  | { kind: 'time'; pick: Pick; words: string }
  | { kind: 'cue'; cue: CueKind; words: string }
  | { kind: 'join'; join: JoinKind }
  | { kind: 'word'; word: string; isFiller: boolean; isName: boolean }
)

export const isTime = (mark: Mark | undefined) => mark?.kind === 'time'

/** A word of no known kind. */
export const isStrange = (mark: Mark | undefined) => mark?.kind === 'word' && !mark.isFiller

/** An expression of time or a choice among proposals, found before. */
export interface FoundPick {
  from: number
  to: number
  pick: Pick
}
