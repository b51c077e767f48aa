import { cues } from './cue.ts'

/** Changing what stands: another time, an end, a pause, other terms. */
export const changingCues = [
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
    @move .. TIME .. to|until .. TIME
    have|has|get|see|want|wants|like NAME|@meeting .. moved|shifted|bumped|pushed|brought|rescheduled|put .. TIME|to|forward|back|earlier|later
    NAME|@meeting moved|shifted|bumped|pushed|brought .. to|forward|back .. TIME
    bring|bringing|pull|pulling .. forward|earlier|ahead|up
    @move .. LENGTH .. later|earlier|back|forward|up
    @move .. earlier|later
    @move .. @meeting .. to|by|back|forward|up|earlier|later|from|off .. TIME|LENGTH
    find|get|need|want|pick|look|looking|choose|offer|propose|suggest|arrange .. another|new|different|other|alternative|fresh|better time|slot|date|day|hour
    another|new|different|other|alternative|fresh|better time|slot|date|day .. for|with|please
    another|new|different|alternative time|slot|date|day $
    @move|change|swap .. time|date|slot|day .. for|of|with|to .. NAME|TIME|@meeting
    same time|slot|hour but|, .. TIME
    same time|slot|hour .. but .. week|day|after
    same time|slot|hour .. TIME
    TIME .. instead
    make|do it|this|that|them .. TIME
    make|do .. @meeting|NAME .. TIME .. instead
    should|must|needs|need be|move|happen .. TIME .. instead
    prefer|prefers|rather|preferring .. TIME .. to|rather|than|over|instead|now
    TIME .. rather than|instead .. TIME|what|booked
    would prefer|rather .. TIME
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
    different|another|other day|time
    ask|asks|asked|asking|wants|want|needs|need|request|requests|requested .. to|a move|reschedule|shift|change|postpone .. to|for .. TIME
    from .. TIME .. to .. TIME
    @meeting|NAME .. needs|has|must|ought|got|gotta|should to|be be? move|moved|shifted|rescheduled|rearranged|change
    pick|find .. time|slot .. later|earlier
    @change .. @meeting|NAME|it|that .. to|from .. TIME
    swap .. NAME|it|this|that .. to|for|with .. TIME
    @meeting .. moved|shifted|pushed|rescheduled to .. TIME
    `,
  ),
  ...cues(
    'reschedule',
    5,
    `@move .. NAME|@meeting .. TIME\n@move .. to TIME\ncan't|cannot|cant|unable|couldn't .. make|do|attend .. it|that|this|TIME|interview\nis|are|called|calling|fell sick|ill|unwell .. reschedule|move|new|another\nprefer|prefers .. TIME\nhow about|if .. move|moved .. TIME\npush|shift|bump|slide .. TIME\nmake .. it|that|this TIME\nno wait|, .. TIME`,
  ),
  ...cues(
    'cancel',
    8,
    `
    @cancel .. NAME
    @cancel .. @meeting
    @cancel .. all|everything
    ^ @cancel
    please @cancel
    to @cancel .. NAME|@meeting
    call|calling|calls|called .. off
    stand|standing|stood NAME .. down
    @not happening|proceeding|occurring
    it|this|that|NAME 's off
    changed|changing his|her|their mind|minds
    call|calling .. NAME ... off
    take|taking|get|pull|wipe|strike ... off|out .. @calendar|books
    get|getting rid .. of
    clear|wipe|scrub|empty|drop .. @meeting|NAME .. off|from? .. @calendar?
    withdrew|withdrawn|withdrawing|withdraws
    pulled|pulling|pulls|dropped|dropping|backed|backing|bowed|opted|dropping|drops|bailed|bowing|crashed out|of
    bailed .. on
    not|isn't|no longer .. going|moving ahead|forward|happening|proceeding .. with?
    is|are off $
    no longer|more .. interested|needed|need|required|want|wants|looking|necessary|on|going|interviewing|considering
    isn't|not|lost interested|interest .. any|anymore
    don't|dont|doesn't|do|won't not? need|want|require .. @meeting|it|NAME .. any|anymore
    ^ drop|pull|kill|ditch|bin|lose .. NAME|@meeting
    took|taken|accepted|taking|accepting|signed|got|has .. another|other|elsewhere|different|competing|counter|counteroffer offer|job|role|position|gig
    took|taken|accepted|accepting|signed a|an|the job|role|offer|position|gig
    call|calling it a? day|quits
    decided|chose|going .. to stay|remain
    so|then|please @cancel $
    NAME is|'s out of .. process|running|race|it
    @meeting|NAME is|are|'s|been @cancel:ed
    took|taken|accepted|signed .. elsewhere|counteroffer|counter-offer
    stop|end|terminate|halt|abandon|kill .. process|interview|meeting|scheduling|loop|this .. for|with?
    role|position|req|job .. filled|closed|cancelled|pulled|gone
    unbook|unschedule .. NAME|@meeting
    CAND is out .. for?
    let|lets 's|us? .. not @meet|do|have .. @meeting
    `,
  ),
  ...cues(
    'cancel',
    4,
    `forget .. @meeting .. with|for\nforget about? NAME\nnot happening\nscratch .. that|this\ntake .. down`,
  ),
  ...cues(
    'postpone',
    9,
    `
    @postpone .. NAME|@meeting|process|everything|this|it|that|things|everyone
    ^ @postpone
    to|please|lets|'s @postpone
    put|keep|place|leave|stick|have|putting|keeping|go .. on .. hold|ice|pause|backburner|burner|shelf
    don't|dont|nothing|never ... until|till
    no more .. for|with NAME .. until|till|for|$
    not yet .. for|with NAME
    not|isn't|aren't .. ready .. for|to NAME|@meet
    hold|hang|hanging|holding|sit|sitting fire|tight
    ^ wait .. TIME|LENGTH|few|couple|until|till
    @ask|asked|need|want|wants|needs|have|let .. to? wait .. until|till|for|TIME|LENGTH|few|couple
    pick|come|circle|look this|it|that|NAME .. up|back|again .. in|after|on|next
    not .. until|till .. i|we|they|he|she
    on .. hold|ice|pause .. for|with|until|till?
    keep|leave|put .. parked|paused
    hold|holding off .. on|with|until|till|for?
    not|don't|dont @proceed .. ahead|forward .. for|yet|now|until|moment
    hold|wait|sit|pause .. until|till|for .. TIME
    hold|park|pause|leave|keep this|it|that|NAME .. until|till
    leave|hold|keep|park|pause .. until|till .. TIME
    leave|hold|keep|park .. until|till|to|for .. after|next|later|new|further|notice|moment|now
    revisit|resume|restart|reopen|retry .. in|after|from|on|next|TIME
    come|pick|circle|get|look .. back|up|again .. to|it|this .. in|after|on|next .. TIME
    push|put|shove|kick|move .. off|out|back .. until|till|to|by|for .. TIME|LENGTH
    push|put|shove|kick .. NAME|@meeting .. off|out|back
    push|put|move .. off|out|back .. a|by|LENGTH|TIME
    kick .. down .. road
    no rush .. on|with|for
    not .. ready .. NAME .. yet
    take|need|needs a break|pause|breather
    wait|hold .. with|on .. NAME
    pick|come|circle .. up|back with|to NAME .. in|after|on .. TIME
    leave|hold|keep|park it|that|this|them|NAME .. for .. TIME|LENGTH|while|bit
    back .. burner
    put|kick .. into .. long|TIME
    sit .. on .. until|for
    `,
  ),
  ...cues(
    'postpone',
    10,
    `push|pushing|put|putting .. NAME|@meeting|it|this|that .. off|out|back .. until|till|to|by|for? .. week|month|TIME`,
  ),
  ...cues(
    'reschedule',
    11,
    `
    ask|asks|asked|asking .. if|whether|about|for .. move|moving|shift|shifting|reschedule|push|later|earlier|another|different
    @move .. back|out|forward|up .. by? .. LENGTH
    push|pushing|put|move .. back|out .. to|until .. CLOCK
    prepone .. NAME|@meeting|it|this|that
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
    didn't|didnt|did|not mean .. to|that|it|book|for|do
    not what .. i meant|wanted|asked
    that|this|it|booking .. was .. mistake|error|accident|wrong|accidental|fault
    by mistake|accident|error
    my mistake|bad .. put|revert|undo|restore|bring|that?
    i hit .. wrong|by
    wrong button|one|person|click
    back to how|what|the .. was|were|way|before
    reverse .. that|it|this|last|what
    go back .. to .. before|previous|how
    ctrl z
    oops|whoops|sorry|argh|damn .. @undo
    @undo .. please
    bring .. back .. that|the|it?
    `,
  ),
  ...cues(
    'update',
    8,
    `
    @change|make .. it|that|this|us|them|one|@meeting|NAME .. a?|an?|to? .. MODE
    @change|make .. it|that|this|us|one|@meeting .. to? .. LENGTH
    change|make NAME .. LENGTH
    make|do it|that|this|them .. LENGTH
    make|do it|that|this|them .. MODE
    @change .. to .. MODE|LENGTH
    @change .. MODE
    @change .. from .. MODE .. to .. MODE
    @resize .. to|by|down|up .. LENGTH
    @resize .. @meeting|NAME|it|this|that .. LENGTH
    LENGTH .. instead|not
    LENGTH .. rather than|instead .. LENGTH
    LENGTH .. will|should|would|is be? enough|plenty|fine|do|sufficient|ok|okay
    LENGTH .. is|'s .. enough|plenty|fine|better|sufficient
    needs|need|only .. be|to|needs LENGTH .. long?
    MODE .. instead
    instead of .. MODE|LENGTH
    not .. MODE .. but? .. MODE
    MODE .. rather|not .. than? .. MODE
    come|coming|comes|go|going|visit|visits|be|is|are|doing|do .. MODE .. instead|now|rather?
    prefer|prefers|rather|wants|want .. MODE
    do|have|hold|run .. it|this|that|the .. by|on|over|via|in .. MODE
    by|on|over|via|use|using .. MODE .. please|instead|not|$
    @add .. CONTACT .. too|as|also|to|in|on
    @add CONTACT
    @add .. CONTACT
    add|include|invite|loop|bring|get .. CONTACT .. as well|too|also|in
    @add .. to .. panel|interview|loop|invite|call|meeting|it|this
    CONTACT .. should|will|can|to|is|wants|needs also? join|joining|attend|sit|be|come .. in|too|as|the?
    CONTACT .. too|also|as .. join|well|please
    plus CONTACT
    with CONTACT too|also|as
    @drop .. CONTACT .. out|off|from
    @drop .. CONTACT
    leave|take|cut|drop|pull CONTACT out|off|from
    without CONTACT
    no CONTACT|need for? .. CONTACT .. be|there
    CONTACT .. doesn't|needn't|don't|won't|not need|have .. to|be|there|join|attend
    CONTACT .. isn't|not|no .. joining|needed|required|part|longer|coming
    replace|swap|substitute|switch|trade CONTACT .. with|for|by .. CONTACT
    CONTACT .. instead .. of .. CONTACT
    CONTACT .. replaces|covers|for|steps .. CONTACT
    give CONTACT .. LENGTH
    CONTACT .. gets|needs|should|only|part|session|slot|bit .. LENGTH
    the|its|it|'s client|job|role|candidate|position|company|title is|should|'s|was|: .. CLIENT|JOB|CAND
    client|job|role|candidate|position|company|title is|should|'s|: .. CLIENT|JOB|CAND|UNKNOWN
    should|must|supposed .. be|read|say|been .. CLIENT|JOB|CAND|CONTACT|LENGTH|MODE
    should|meant|supposed to? have? .. been|be .. CLIENT|JOB|CAND
    meant|mean .. CLIENT|JOB|CAND|CONTACT|LENGTH|MODE
    it|that|this is|'s|was for|with|at .. CLIENT|JOB|CAND .. not|actually
    for|not .. CLIENT|JOB|CAND .. not|, .. CLIENT|JOB|CAND
    wrong client|job|role|candidate|person|company|position
    CLIENT|JOB|CAND .. not .. CLIENT|JOB|CAND
    CLIENT|JOB .. instead
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
    4,
    `correction .. NAME|LENGTH|MODE|TIME\nactually .. NAME|LENGTH|MODE\nLENGTH .. not .. LENGTH\n^ LENGTH $\n^ MODE $\nmake .. LENGTH\nmake .. MODE\nset .. LENGTH|MODE\n@resize .. LENGTH`,
  ),
  ...cues(
    'reschedule',
    9,
    `
    it|this|that .. RELATIVE
    @meeting .. is|are|'s now|actually .. TIME
    later|earlier start|finish|time|one
    change of plan|plans
    try .. instead
    @move it|this|that .. by a|one|two|few|couple day|days|week|weeks|hour
    @move it|this|that|NAME|@meeting .. by TIME|LENGTH
    TIME not|instead TIME
    can't|cannot|cant|unable .. @meet .. NAME .. any|anymore|longer|after
    @move .. @meeting|NAME .. to NUMBER
    cry|cried|crying off
    clash|clashes|conflicts|clashing with
    get|find|give NAME another one|slot|time|date|day
    time|slot|date|hour .. has|have|'s changed|moved .. TIME
    ^ RELATIVE

    @move .. RELATIVE
    another|new|different|other|alternative|later|earlier time|slot|date|day|hour
    later|earlier slot|time|day|date
    time|slot|day|date|that|it .. no|not|isn't .. good|convenient|ideal|great .. any|anymore|longer|now|after
    `,
  ),
  ...cues(
    'reschedule',
    11,
    `
    TIME - > TIME
    @move everything|all .. to .. TIME
    @move everything|all .. TIME
    delay|postpone|defer .. by LENGTH
    postpone|delay|defer .. to|until|till .. CLOCK
    @move by LENGTH
    TIME → TIME
    TIME > TIME
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
    'update',
    11,
    `
    change|switch|make|turn|convert .. it|this|that|us|interview|call|meeting .. to|into .. MODE
    make it|this|that|us .. MODE
    it|this .. has|needs|must|should .. happen|be .. done? .. before|by|after|in|on|TIME
    make|do .. NUMBER .. sessions|rounds|interviewers|parts
    `,
  ),
  ...cues(
    'cancel',
    8,
    `
    @not .. be? @proceed .. ahead|forward|through
    `,
  ),
  ...cues(
    'postpone',
    9,
    `
    @not .. be? @proceed .. ahead|forward|through .. yet|now|moment|until|till
    no hurry|rush|urgency
    put .. brakes .. on
    slow|slowing down .. on|with
    stop .. for now
    wants|want|needs|need to pause|wait|hold
    hold .. everything
    `,
  ),
  ...cues('reschedule', 6, `NAME|@meeting .. RELATIVE`),
  ...cues('undo', 12, `^ put|change|set|move it|that|them|this back $`),
  ...cues(
    'reschedule',
    9,
    `
    @move .. up|forward|back|out a|one|two|by|half
    had|have|has|having to bail|pass|skip|miss .. TIME
    pick|choose|find|suggest something else
    TIME .. become|becomes TIME
    instead of TIME .. TIME
    can|could .. RELATIVE
    @not .. TIME .. , .. TIME
    `,
  ),
  ...cues(
    'cancel',
    9,
    `
    no need|call|point for|of|in .. CAND|@meeting
    @not .. needed|necessary|required .. now|any|anymore|$
    @meeting .. is|are off
    `,
  ),
  ...cues(
    'postpone',
    7,
    `
    NAME .. for now
    NAME .. for the moment|time|present
    no movement|action .. on
    `,
  ),
  ...cues(
    'postpone',
    9,
    `
    ^ not now .. in|later|maybe|TIME|next
    `,
  ),
  ...cues(
    'update',
    9,
    `
    limit|restrict|confine .. to .. TIME
    don't|dont|never|not @sched .. before|after|on|in|past .. TIME
    @change|set client|job|role|company|position|candidate .. to|into .. CLIENT|JOB|CAND|UNKNOWN
    @change|set the client|job|role|company|position|candidate .. to|into .. CLIENT|JOB|CAND|UNKNOWN
    put|have|let|do CONTACT .. first|last|second|third|before|after
    LENGTH each|apiece|per
    TIME .. 's|is|isn't|not|doesn't|won't .. not|no|possible|good|work|works|suit|free|option
    can't|cannot|cant|couldn't|unable|won't|not|isn't .. do|make|manage|free|available|around TIME
    PERSON|NAME .. doesn't|don't|dont|doesnt .. do|work .. TIME
    ^ just|only|actually LENGTH
    @meeting .. should|must|needs be|to .. MODE|LENGTH
    TIME .. work|works|are|is better|best|preferred
    `,
  ),
  ...cues(
    'update',
    11,
    `
    CONTACT .. doesn't|needn't|don't|dont|doesnt need|have? .. to? attend|join|be|come|sit|dial
    no need for CONTACT
    `,
  ),
  ...cues(
    'cancel',
    10,
    `
    ^ @cancel .. NAME|all|everything|TIME|@meeting
    ^ clear|wipe|scrub|empty .. @meeting|@calendar|TIME|everything|all
    `,
  ),
  ...cues(
    'update',
    9,
    `
    CONTACT is|'s out|off|away|unavailable
    CONTACT .. replacing|replaces|covering CONTACT
    CONTACT is|'s busy|ill|sick
    have|let CONTACT do|take|run|lead it|this|that
    CONTACT steps|stepping|step|filling|fills in
    `,
  ),
  ...cues(
    'update',
    11,
    `
    @drop CONTACT .. from|off|out
    `,
  ),
]
