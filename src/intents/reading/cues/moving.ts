import { cues } from './cue.ts'

/** Another time for what stands. */
export const movingCues = [
  // Said outright.
  ...cues(
    'reschedule',
    11,
    `
    @move everything|all .. to .. TIME
    @move everything|all .. TIME
    postpone|delay|defer .. to|until|till .. CLOCK
    `,
  ),
  ...cues(
    'reschedule',
    9,
    `
    @meeting .. is|are|'s now|actually .. TIME
    @move .. @meeting|NAME .. to NUMBER
    time|slot|date|hour .. has|have|'s changed|moved .. TIME
    NAME|@meeting .. i|we want|need|'d|like .. moved|shifted|bumped|pushed|rescheduled
    NAME asked|asking|wants|needs|has|begged to|a move|change|switch|swap $
    NAME 's asked|asking to|for move|change|switch|swap .. $
    @move NAME|@meeting|it|this|that LENGTH
    `,
  ),
  ...cues(
    'reschedule',
    8,
    `
    @resched
    need|needs changing|moving|shifting|rearranging|swapping
    need|needs|have|has|had|want|wants|like|asked|asking|asks|got to move|shift|change|reschedule .. NAME|@meeting|TIME
    @move .. @meeting|NAME .. to|until|for|into|onto|on|till .. TIME
    @move .. @meeting|NAME .. TIME
    @move .. NAME ... to .. TIME
    make|do it|this|that|them .. TIME
    ask|asks|asked|asking|wants|want|needs|need|request|requests|requested .. to|a move|reschedule|shift|change|postpone .. to|for .. TIME
    @meeting|NAME .. needs|has|must|ought|got|gotta|should to|be be? move|moved|shifted|rescheduled|rearranged|change
    @change .. @meeting|NAME|it|that .. to|from .. TIME
    swap .. NAME|it|this|that .. to|for|with .. TIME
    @meeting .. moved|shifted|pushed|rescheduled to .. TIME
    `,
  ),
  ...cues(
    'reschedule',
    5,
    `
    @move .. NAME|@meeting .. TIME
    @move .. to TIME
    how about|if .. move|moved .. TIME
    push|shift|bump|slide .. TIME
    make .. it|that|this TIME
    no wait|, .. TIME
    `,
  ),
  // One time for another.
  ...cues(
    'reschedule',
    11,
    `
    TIME - > TIME
    TIME → TIME
    TIME > TIME
    `,
  ),
  ...cues(
    'reschedule',
    9,
    `
    TIME not|instead TIME
    TIME .. become|becomes TIME
    instead of TIME .. TIME
    `,
  ),
  ...cues(
    'reschedule',
    8,
    `
    @move .. TIME .. to|until .. TIME
    TIME .. instead
    make|do .. @meeting|NAME .. TIME .. instead
    should|must|needs|need be|move|happen .. TIME .. instead
    from .. TIME .. to .. TIME
    `,
  ),
  // Another time is wished for, whichever.
  ...cues(
    'reschedule',
    9,
    `
    try .. instead
    get|find|give NAME another one|slot|time|date|day
    pick|choose|find|suggest something else
    `,
  ),
  ...cues(
    'reschedule',
    8,
    `
    find|get|need|want|pick|look|looking|choose|offer|propose|suggest|arrange .. another|new|different|other|alternative|fresh|better time|slot|date|day|hour
    another|new|different|other|alternative|fresh|better time|slot|date|day .. for|with|please
    another|new|different|alternative time|slot|date|day $
    @move|change|swap .. time|date|slot|day .. for|of|with|to .. NAME|TIME|@meeting
    same time|slot|hour but|, .. TIME
    same time|slot|hour .. but .. week|day|after
    same time|slot|hour .. TIME
    prefer|prefers|rather|preferring .. TIME .. to|rather|than|over|instead|now
    TIME .. rather than|instead .. TIME|what|booked
    would prefer|rather .. TIME
    different|another|other day|time
    `,
  ),
  ...cues(
    'reschedule',
    5,
    `
    prefer|prefers .. TIME
    `,
  ),
  // By how much and which way, from where it stands.
  ...cues(
    'reschedule',
    11,
    `
    ask|asks|asked|asking .. if|whether|about|for .. move|moving|shift|shifting|reschedule|push|later|earlier|another|different
    @move .. back|out|forward|up .. by? .. LENGTH
    push|pushing|put|move .. back|out .. to|until .. CLOCK
    prepone .. NAME|@meeting|it|this|that
    delay|postpone|defer .. by LENGTH
    @move by LENGTH
    delay|postpone|defer|push .. by a|an|one|two|three|half day|days|week|weeks|hour|hours
    `,
  ),
  ...cues(
    'reschedule',
    9,
    `
    it|this|that .. RELATIVE
    later|earlier start|finish|time|one
    @move it|this|that .. by a|one|two|few|couple day|days|week|weeks|hour
    @move it|this|that|NAME|@meeting .. by TIME|LENGTH
    ^ RELATIVE
    @move .. RELATIVE
    another|new|different|other|alternative|later|earlier time|slot|date|day|hour
    later|earlier slot|time|day|date
    @move .. up|forward|back|out a|one|two|by|half
    can|could .. RELATIVE
    stick|pop|set NAME|@meeting|it|this back|forward|on|out .. TIME|LENGTH
    `,
  ),
  ...cues(
    'reschedule',
    8,
    `
    have|has|get|see|want|wants|like NAME|@meeting .. moved|shifted|bumped|pushed|brought|rescheduled|put .. TIME|to|forward|back|earlier|later
    NAME|@meeting moved|shifted|bumped|pushed|brought .. to|forward|back .. TIME
    bring|bringing|pull|pulling .. forward|earlier|ahead|up
    @move .. LENGTH .. later|earlier|back|forward|up
    @move .. earlier|later
    @move .. @meeting .. to|by|back|forward|up|earlier|later|from|off .. TIME|LENGTH
    pick|find .. time|slot .. later|earlier
    `,
  ),
  ...cues(
    'reschedule',
    7,
    `
    ^ earlier|later|sooner
    earlier|later|sooner if|would|please|works|possible
    `,
  ),
  ...cues(
    'reschedule',
    6,
    `
    NAME|@meeting .. RELATIVE
    `,
  ),
  // Who cannot come, and what came between.
  ...cues(
    'reschedule',
    9,
    `
    change of plan|plans
    can't|cannot|cant|unable .. @meet .. NAME .. any|anymore|longer|after
    cry|cried|crying off
    clash|clashes|conflicts|clashing with
    time|slot|day|date|that|it .. no|not|isn't .. good|convenient|ideal|great .. any|anymore|longer|now|after
    had|have|has|having to bail|pass|skip|miss .. TIME
    @not .. TIME .. , .. TIME
    doesn't|doesnt|not|won't|wont|don't|dont .. work|suit|fit NAME|PERSON .. anymore|longer|now
    `,
  ),
  ...cues(
    'reschedule',
    8,
    `
    can't|cannot|cant|not|couldn't|unable|won't .. @meeting|make|do|attend .. TIME .. anymore|longer|after
    can't|cannot|cant|couldn't|unable .. do|make|attend .. time|it|slot|that|this|TIME .. any|anymore|longer
    can't|cannot|cant|unable to? .. make|do|attend .. NAME .. time|slot|interview|call|any
    no longer|more .. make|do|works|work|suits|suit|fits|fit|free|available|good|convenient|possible
    doesn't|doesnt|not|won't|wont|don't|dont work|suit|fit .. anymore|longer|now|after
    TIME .. doesn't|doesnt|won't|isn't|not|no .. work|good|suit|fit|possible|free .. for? .. NAME?
    something .. came|come up .. for|with|on?
    has|have|got|is a|an conflict|clash|emergency
    conflict|clash|clashes|conflicts|collides .. with .. @meeting|NAME|that|it
    double|double-booked booked?
    running|runs late .. push|move|shift
    `,
  ),
  ...cues(
    'reschedule',
    5,
    `
    can't|cannot|cant|unable|couldn't .. make|do|attend .. it|that|this|TIME|interview
    is|are|called|calling|fell sick|ill|unwell .. reschedule|move|new|another
    `,
  ),
  ...cues(
    'reschedule',
    10,
    `
    @meeting|NAME|it|this|that .. has|have|must|should|ought to? be @resched:ed|@move:ed
    `,
  ),
  ...cues(
    'reschedule',
    9,
    `
    any|chance|possible|possibility .. of|for|to? .. RELATIVE
    any chance .. TIME instead
    `,
  ),
  ...cues(
    'reschedule',
    9,
    `
    need|needs|want|wants|have|has|asked|asks|like|got to move|shift|change|swap|switch|push|bump|rejig|rearrange NAME|the|their|her|his|our .. @meeting
    `,
  ),
  ...cues(
    'reschedule',
    11,
    `
    NAME 's .. @meeting →|> .. TIME
    NAME 's .. @meeting - > .. TIME
    `,
  ),
  ...cues(
    'reschedule',
    9,
    `
    needs|need|has|have|should|must|wants|want|asked to? go|be|start|happen later|earlier|sooner
    `,
  ),
]
