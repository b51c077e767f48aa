import { cues } from './cue.ts'

/** Taking back what was done. */
export const undoingCues = [
  // Said outright.
  ...cues(
    'undo',
    12,
    `
    ^ put|change|set|move it|that|them|this back $
    `,
  ),
  ...cues(
    'undo',
    9,
    `
    @undo .. that|this|it|last|what|booking|move|change|cancellation|cancel|NAME
    ^ @undo
    put|set|change|take|roll|turn|bring|switch .. back .. how|was|it|way|were|before|that|please
    roll|go .. back
    roll|rolling back
    take .. that|it|this back
    back to how|what|the .. was|were|way|before
    reverse .. that|it|this|last|what
    go back .. to .. before|previous|how
    ctrl z
    @undo .. please
    bring .. back .. that|the|it?
    `,
  ),
  // It was a slip.
  ...cues(
    'undo',
    9,
    `
    didn't|didnt|did|not mean .. to|that|it|book|for|do
    not what .. i meant|wanted|asked
    that|this|it|booking .. was .. mistake|error|accident|wrong|accidental|fault
    by mistake|accident|error
    my mistake|bad .. put|revert|undo|restore|bring|that?
    i hit .. wrong|by
    wrong button|one|person|click
    oops|whoops|sorry|argh|damn .. @undo
    `,
  ),
  ...cues(
    'undo',
    11,
    `
    ^ take|taking|took back .. what|that|this|it|last|your
    take .. last|that|what|this .. back $
    what you .. did .. back|undo|revert
    `,
  ),
]
