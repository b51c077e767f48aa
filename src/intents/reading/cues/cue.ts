import type { IntentLabel } from '../../frame.ts'
import { compilePattern, type Pattern } from '../patterns.ts'

/**
 * A pattern that speaks for a label. `weight`: 10 says it outright, 7 is the usual way, 4 fits other things too, 2 is a hint.
 * The heaviest cue of a clause decides; of equal ones the one that covers more of it.
 */
export interface Cue {
  label: IntentLabel
  weight: number
  pattern: Pattern
}

export function cues(label: IntentLabel, weight: number, patterns: string): Cue[] {
  return patterns
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ label, weight, pattern: compilePattern(line) }))
}
