import { cues } from './cue.ts'

/** Another length, another way to meet, other bounds of time. */
export const amendingTermsCues = [
  // How long.
  ...cues(
    'update',
    11,
    `
    make|do .. NUMBER .. sessions|rounds|interviewers|parts
    `,
  ),
  ...cues(
    'update',
    9,
    `
    LENGTH each|apiece|per
    ^ just|only|actually LENGTH
    @meeting .. should|must|needs be|to .. MODE|LENGTH
    split|break it|this|that .. into|in|over|across .. NUMBER
    ^ NUMBER not NUMBER $
    `,
  ),
  ...cues(
    'update',
    8,
    `
    @change|make .. it|that|this|us|one|@meeting .. to? .. LENGTH
    change|make NAME .. LENGTH
    make|do it|that|this|them .. LENGTH
    @change .. to .. MODE|LENGTH
    @resize .. to|by|down|up .. LENGTH
    @resize .. @meeting|NAME|it|this|that .. LENGTH
    LENGTH .. instead|not
    LENGTH .. rather than|instead .. LENGTH
    LENGTH .. will|should|would|is be? enough|plenty|fine|do|sufficient|ok|okay
    LENGTH .. is|'s .. enough|plenty|fine|better|sufficient
    needs|need|only .. be|to|needs LENGTH .. long?
    instead of .. MODE|LENGTH
    `,
  ),
  ...cues(
    'update',
    4,
    `
    correction .. NAME|LENGTH|MODE|TIME
    actually .. NAME|LENGTH|MODE
    LENGTH .. not .. LENGTH
    ^ LENGTH $
    make .. LENGTH
    set .. LENGTH|MODE
    @resize .. LENGTH
    `,
  ),
  // How they meet.
  ...cues(
    'update',
    11,
    `
    change|switch|make|turn|convert .. it|this|that|us|interview|call|meeting .. to|into .. MODE
    make it|this|that|us .. MODE
    `,
  ),
  ...cues(
    'update',
    8,
    `
    @change|make .. it|that|this|us|them|one|@meeting|NAME .. a?|an?|to? .. MODE
    make|do it|that|this|them .. MODE
    @change .. MODE
    @change .. from .. MODE .. to .. MODE
    MODE .. instead
    not .. MODE .. but? .. MODE
    MODE .. rather|not .. than? .. MODE
    come|coming|comes|go|going|visit|visits|be|is|are|doing|do .. MODE .. instead|now|rather?
    prefer|prefers|rather|wants|want .. MODE
    do|have|hold|run .. it|this|that|the .. by|on|over|via|in .. MODE
    by|on|over|via|use|using .. MODE .. please|instead|not|$
    `,
  ),
  ...cues(
    'update',
    4,
    `
    ^ MODE $
    make .. MODE
    `,
  ),
  // When at all.
  ...cues(
    'update',
    11,
    `
    it|this .. has|needs|must|should .. happen|be .. done? .. before|by|after|in|on|TIME
    `,
  ),
  ...cues(
    'update',
    9,
    `
    limit|restrict|confine .. to .. TIME
    don't|dont|never|not @sched .. before|after|on|in|past .. TIME
    TIME .. 's|is|isn't|not|doesn't|won't .. not|no|possible|good|work|works|suit|free|option
    can't|cannot|cant|couldn't|unable|won't|not|isn't .. do|make|manage|free|available|around TIME
    PERSON|NAME .. doesn't|don't|dont|doesnt .. do|work .. TIME
    TIME .. work|works|are|is better|best|preferred
    make|turn|do it|this|that into|to? a|an? panel|loop
    `,
  ),
  ...cues(
    'update',
    8,
    `
    nothing|not|no|never on|before|after|in|at|until|with? .. TIME
    nothing|no TIME
    nothing|no on|in|before|after|at|past|until TIME
    only on|in|before|after|between? .. TIME
    TIME .. only|onwards|off-limits|excluded
    avoid|skip|exclude|except .. TIME
    keep|stick .. to|it .. TIME
    not .. before|after|on .. TIME
    has|must|needs|have to be|happen before|after|by|on|in .. TIME
    no earlier|later than .. TIME
    anything|anytime but .. TIME
    rule out .. TIME
    `,
  ),
  ...cues(
    'update',
    9,
    `
    should|meant|supposed to? have? .. said|say|been|put|be NUMBER|LENGTH|MODE|TIME
    NUMBER|LENGTH|MODE not NUMBER|LENGTH|MODE $
    `,
  ),
  ...cues(
    'update',
    9,
    `
    could|can|should|must|may this|it|that be|become a|an? panel|loop|MODE|LENGTH
    needs|has|must|ought to? be .. TIME
    `,
  ),
]
