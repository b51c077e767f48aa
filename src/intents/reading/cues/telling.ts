import { cues } from './cue.ts'

/** Questions about what is there. */
export const tellingCues = [
  ...cues(
    'status',
    8,
    `
    status|progress|update|updates|news|word|latest|headway|movement|state of|on|for|about|from|with|regarding|re .. NAME|interview|loop|process|this|things
    status .. NAME
    NAME .. status|update|progress $
    NAME 's .. status|progress
    where .. we|things|do|are|did|is .. with|on|at|stand|get|got|to .. NAME
    where .. we|things|is .. with|on .. this|that|it|interview|things
    where NAME|interview|loop|process .. is|are|at|up|stands
    where 's|is|are .. NAME .. at|up|process|interview|in
    where do we stand
    how .. 's|is|are|far|does .. NAME .. process|interview|loop|going|coming|doing|looking|along|progressing|scheduling|getting
    how .. it|things|that|this|process|scheduling .. going|coming|looking|stand .. with|for|on
    how is NAME doing|looking
    has|have|did|hasn't|haven't NAME .. replied|reply|answered|answer|responded|respond|confirmed|confirm|picked|pick|chosen|booked|gotten|got|accepted|accept|said|sent|send|come|given|filled|opened
    is|are|was|were NAME|interview|it|this|that .. confirmed|booked|scheduled|sorted|set|locked|done|arranged|on|cancelled|moved|still
    is|are .. NAME .. interview|call|meeting|loop|time|slot .. confirmed|booked|scheduled|sorted|set|locked|done|arranged|on|ok|still
    is .. still on|happening|pending|open
    did .. go|come out|through|back
    have .. we|you .. heard|got|gotten .. from|NAME
    heard|hear|hearing .. from|back .. NAME
    who|whom haven't|havent|hasn't .. heard|answer|reply|response
    heard nothing
    any|some news|update|updates|word|progress|movement|luck|joy|response|reply|answer|replies
    who .. waiting|wait|awaiting .. on|for
    who|whos|anyone|anybody|which .. hasn't|hasnt|haven't|not|yet|still|didn't .. replied|answered|responded|got|come|back|confirmed|reply|respond|sent|answer
    who|whos .. slow|late|quiet|silent|slowest|dragging .. reply|replying|responding|answering|back|answer|respond|feet
    who|whos .. still|left|owes|outstanding|missing|pending
    who .. are|is|do|am .. we|i .. waiting|chasing|missing|need
    what|anything 's|is|are .. holding|blocking|outstanding|pending|missing|stuck|waiting
    waiting|waiting .. on|for .. who|whom|anyone|anybody
    who's|whos .. outstanding|missing
    whose reply|replies|answer|answers|times|availability|response|responses .. missing|outstanding|waiting|need
    what|whats 's|is .. happening|going|latest|state|story|score|situation|deal|new .. with|on|for|about|NAME
    catch|bring me up .. on|to
    fill me in .. on
    give|get me .. update|status .. on|for
    anything|something .. new|back .. on|from|about .. NAME
    did|does|have|has NAME .. yet
    outstanding replies|responses|answers
    `,
  ),
  ...cues('status', 4, `any update\nstatus\nprogress .. NAME\nhow about NAME\nhow far`),
  ...cues(
    'list',
    8,
    `
    what|which|how .. many? interviews|calls|meetings|screens|sessions|appointments|loops|requests .. TIME|have|coming|got|there|booked|scheduled|planned|lined|need|still|are|today|open|pending
    what 's|is|have|do|does|about|'ve|s .. i|we|my|on|coming|up|happening|in|for|lined|planned|booked|scheduled|going|plate|day|week .. TIME
    what 's|is|are .. coming|lined|next up|for|on
    whats|what's .. on|happening|coming .. TIME|calendar|diary|day|agenda|up
    what 's .. on|in .. my|the|our? .. @calendar|plate|docket|cards|day|week
    what 's .. my .. day|week|schedule|agenda|calendar|diary
    what is|'s next
    show|list|give|pull|see|view|display|read|open|fetch|get|tell|print|need .. interviews|calls|meetings|screens|appointments|schedule|agenda|calendar|diary|requests|day|week|everything|sessions|bookings|loops|lineup|line-up
    list .. TIME
    list .. interviews|requests|everything|open|pending|candidates
    my|the|our|todays|tomorrow's|upcoming|all|open|pending|confirmed day|week|schedule|agenda|calendar|interviews|diary|lineup|requests|meetings|calls $
    my|our .. day|week|schedule|agenda|calendar|interviews|diary|lineup|calls|meetings .. TIME
    run|walk|take|talk me .. through|over .. day|week|schedule|agenda|calendar|interviews|TIME|diary
    who|whom .. am|are|do|will i|we .. meeting|seeing|interviewing|talking|speaking|meet|see|have|interview .. TIME?
    who .. is|are|'s .. interviewing|meeting|coming|seeing|on|up .. TIME
    who .. do i have .. TIME
    do|have|am|are|will i|we .. have|got|any|anything|interviewing|booked|interviews|calls|meetings|something .. TIME|on|coming|scheduled|planned|booked
    is|are there .. anything|any|interviews|calls|meetings|something .. TIME|on|scheduled|booked|left
    anything|something on|scheduled|booked|planned|happening|coming|up|in|for .. TIME|calendar|day|week
    any|more interviews|calls|meetings|screens .. TIME|on|left|coming|scheduled|booked|today
    TIME .. 's interviews|calls|meetings|schedule|agenda|line-up|lineup|screens|sessions
    ^ interviews|calls|meetings|agenda|screens .. TIME|for|on|this|with $
    ^ schedule for|on? TIME $
    ^ TIME .. interviews|calls|meetings|agenda|schedule|diary|lineup $
    upcoming|confirmed|open|pending|scheduled|booked|outstanding interviews|calls|meetings|requests|sessions|screens|loops
    how many interviews|calls|meetings
    what does|do|did .. my|the|our|TIME .. day|week|schedule|calendar|diary|agenda|TIME|look|hold|got
    how .. my|the|TIME|our .. day|week|calendar|schedule|diary|TIME .. look|looking|shaping
    what needs|need .. me|attention|action|doing
    what|anything .. waiting .. for me
    what|what .. should|do i .. do|need|next
    which|what|any|who .. without|unscheduled|lacks|missing|no|unbooked .. date|interview|slot|time
    candidates|who|which|people .. don't|doesn't|dont|haven't|not|no .. interview|date|slot|time|scheduled|booked .. yet|date|scheduled|booked|$
    unscheduled interviews|candidates|requests
    candidates|people|interviews .. without .. date|interview|slot|time
    not .. yet? scheduled|booked .. candidates|yet|still
    who .. still|yet|not .. needs|need|be|to|been|has|have|without|lacks .. interview|slot|scheduling|date|scheduled|booked|booking
    everything .. for|with|at|on|in .. CLIENT|TIME
    see my|the|our .. day|week
    when is|are|'s .. my|the next .. interview|call|meeting
    my next interview|call|meeting
    needs me
    `,
  ),
  ...cues('list', 3, `interviews .. TIME\n^ TIME $\nwhat .. TIME .. CLIENT\nupcoming .. NAME`),
  ...cues(
    'who_is',
    9,
    `
    who|whos 's|is|are|was|s .. PERSON|UNKNOWN|NAME
    who|whos PERSON|UNKNOWN
    who PERSON .. is|was|are
    tell|telling me .. about|who|more|everything .. NAME
    look|looking .. up .. NAME
    look NAME .. up
    lookup|look-up NAME
    pull|bring|open|call|get|show|give .. up? .. NAME 's? .. @profile
    pull|bring up NAME
    @show .. @profile .. on|for|of|about|from .. NAME
    rundown|lowdown|background|info|details|information|profile|bio|scoop|skinny|facts|context|low-down|dossier .. on|for|of|about .. NAME
    rundown|lowdown|background|info|details|profile|bio .. NAME
    NAME 's @profile
    what 's|is|are|was NAME 's .. background|number|phone|email|profile|details|cv|resume|job|role|title|experience|salary|notice|linkedin|stage|contact|address
    what 's|is .. @profile|salary|number .. of|for NAME
    what .. do|does .. we|you .. know|have|got .. about|on .. NAME
    what|which company|firm|client|team|department|business .. NAME
    what|which job|role|stage|position .. is|'s .. NAME .. in|for|up|going|at|applying
    what does NAME .. do
    what .. NAME .. background|story
    refresh .. memory .. NAME
    more|everything .. about|on .. NAME
    where .. does|did NAME .. work|live|study|come
    find|search|check|show|open .. NAME 's? profile|record|file|cv|resume
    show|find|open me? NAME $
    ^ info|details|background|profile|cv|resume .. NAME
    fill me in .. on NAME
    what 's NAME .. like
    do .. we|you .. know .. NAME
    who would|will .. NAME .. be
    NAME .. cv|resume|profile|bio please? $
    name|remind .. job|role|client .. of|for NAME
    `,
  ),
  ...cues('who_is', 4, `info .. NAME\nabout NAME\n@profile .. NAME\n^ CAND|CONTACT ? $`),
  ...cues(
    'briefing',
    12,
    `
    prep|briefing|interview notes|sheet|pack|doc|material|materials .. for|on|about|please|$
    `,
  ),
  ...cues(
    'briefing',
    9,
    `
    @briefing .. for|on|about|of|to|before|ahead .. NAME|TIME|@meeting|this|it|me
    @briefing .. notes|sheet|pack|doc|document|email|please|now|today
    brief|prep|prepare|prime me .. for|on|about|before|ahead|please|now
    brief me
    give|send|get|need|want|have .. notes .. before|ahead|for .. @meeting|TIME
    i|we .. meeting|seeing|interviewing|meet|see .. NAME|TIME .. what|anything .. know|read|prepare|bring|expect
    get|getting me .. ready|prepped|prepared|up .. for|speed|to
    get|give|send|show|need|want|make|write|prepare|pull|have|see|fetch|do .. @briefing
    get|give|send|show|need|want|make|write|prepare|pull|have|see .. cheat|one pager|sheet|one-pager|onepager
    cheat|one sheet|pager
    one-pager|onepager|cheatsheet|crib|primer .. for|on
    what .. should|do|must|need i .. know|read|ask|remember|prepare .. ?|$
    what .. should|do|must|need i .. know|read|ask|remember|prepare .. before|about|for|ahead|in|going|TIME
    talking|discussion points .. for
    NAME|TIME|morning|daily|my|todays @briefing
    background .. before|for|ahead .. @meeting|TIME|interview|call
    summary|overview|rundown|lowdown|run-down .. of|on|for|about .. TIME|interviews|day|meetings|calls
    ^ @briefing
    background|intel|info|context|material .. for .. interview|call|meeting
    what .. am i walking .. into
    prepare|prep .. for .. interview|call|meeting|TIME
    `,
  ),
  ...cues('who_is', 11, 'remind me .. who|what .. NAME\nremind me about|of NAME'),
  ...cues(
    'list',
    9,
    `
    ^ all|any|my|our|which|what interviews|calls|meetings|requests|screens .. with|for|at|on|TIME|are
    how .. TIME .. look|looking|shaping|going
    pull|bring up .. interviews|calls|meetings|schedule|agenda
    remind me .. what .. on|have|TIME|got
    who|which|what|anyone|anybody|any .. unscheduled|unbooked
    plan .. for TIME
    `,
  ),
  ...cues(
    'status',
    10,
    `
    which|what clients|candidates|people|interviewers|managers|client|candidate .. owe|owes|outstanding|missing|waiting|haven't|hasn't
    who 's|is|are holding|blocking|delaying|keeping|stalling
    holdup|hold-up|delay|blocker|snag with|on|for .. NAME|this|it
    the hold up with|on|for .. NAME|this|it
    what 's .. taking|keeping .. NAME
    still waiting .. for|on
    how far along
 how far are
    where are|do we .. stand? .. $
    has|have|did the|an|our invite|invites|invitation|mail|email|request .. gone|been|go|sent|out|reach
    when is|'s it|this|that|the .. interview?
    `,
  ),
  ...cues(
    'status',
    7,
    `
    ^ did|has|hasn't|haven't|didn't NAME|@meeting
    `,
  ),
  ...cues(
    'status',
    4,
    `
    ^ is|was|were NAME
    ^ how is|are|'s|far .. NAME
    ^ where .. NAME
    `,
  ),
  ...cues(
    'find_slots',
    4,
    `
    ^ when .. NAME
    `,
  ),
  ...cues(
    'who_is',
    4,
    `
    ^ who .. NAME
    `,
  ),
  ...cues(
    'list',
    5,
    `
    ^ what|which|who|any .. i|we|me|my|our .. TIME
    is|are .. there .. TIME
    ^ interviews|calls|meetings .. CLIENT .. TIME
    `,
  ),
  ...cues(
    'status',
    8,
    `^ the|my|a? status update? please? $
    ^ any? update|updates|news|progress please? $`,
  ),
  ...cues(
    'status',
    8,
    `
    anything|something from .. NAME
    how did|do we leave|stand
    still nothing|waiting
    ^ nothing .. yet|?
    `,
  ),
  ...cues(
    'status',
    3,
    `
    CAND|CONTACT|CLIENT ... ? $
    `,
  ),
  ...cues(
    'list',
    8,
    `
    ^ anything|something .. TIME
    all|every open|pending|upcoming
    how full|busy|packed|free|heavy .. TIME|week|day|calendar
    still to be|schedule
    run|walk|talk|go .. through|over .. TIME
    ^ TIME ? $
    `,
  ),
  ...cues(
    'who_is',
    10,
    `
    email|phone|number|mobile|cv|resume|linkedin of|for .. NAME
    email|phone|mobile|contact|home address|number|details .. for|of NAME
    is|was NAME .. the|a|an|our|their .. manager|interviewer|recruiter|candidate|contact|hm|lead|head|boss
    describe .. NAME
    who interviews|works|recruits|decides|hires .. at|for .. CLIENT
    pull|open|get|show|bring .. NAME 's .. file|record|card|profile|notes
    forgot|forget|remember .. who .. NAME
    `,
  ),
  ...cues(
    'who_is',
    6,
    `
    what 's|is NAME 's
    what does NAME do $
    `,
  ),
  ...cues(
    'list',
    9,
    `
    who|anyone|anybody|which|any|people|candidates .. without|lacking|missing .. date|interview|slot|time
    which|what candidates|people|requests .. are|is .. open|active|pending|live|left
    what 's on|up|happening|planned|booked with|for|at CLIENT .. TIME
    left|remaining to @sched
    list ... interviews|calls|meetings|requests|sessions
    TIME .. 's line up|line-up|lineup|meetings|calls|diary
    who .. got|have|has|had an? interview|slot|date|booking
    who|which|what|any|anyone .. need|needs scheduling|booking|arranging|slotting
    anything|something .. with|for|at CLIENT .. coming|up|on|booked|scheduled|?
    who|anyone|anybody|which|any|people|candidates .. nothing|unscheduled .. booked|scheduled|arranged|planned|calendar|diary
    `,
  ),
  ...cues(
    'status',
    9,
    `
    are|is we|everything|it good|set|ok|okay|on for|with NAME
    `,
  ),
  ...cues(
    'list',
    9,
    `
    anything|something booked|scheduled|planned|on|coming .. with|for|at CLIENT
    people|candidates|anyone|anybody|who without .. interviews|slots|dates
    `,
  ),
  ...cues(
    'list',
    8,
    `
    who .. put|submitted|sent|got|have|have|pitched|lined .. forward|up|in? .. for .. JOB
    who 's|is|are .. in|up|going for .. JOB
    where|how 's|is my|our day|week
    `,
  ),
  ...cues(
    'status',
    8,
    `
    whats|what|what's up|happening|going with|on NAME
    `,
  ),
  ...cues(
    'status',
    8,
    `
    what 's the? latest|state|story|score|situation|deal|news|crack .. with|on|for|about NAME
    `,
  ),
  ...cues(
    'list',
    8,
    `
    ^ run|walk|talk|take me TIME
    `,
  ),
  ...cues(
    'briefing',
    13,
    `
    @send|give|get|need|want|have me|us .. notes .. for|on|about|before
    `,
  ),
  ...cues(
    'list',
    9,
    `
    what 's left|remaining|outstanding|scheduled .. TIME|today|day|week
    `,
  ),
  ...cues(
    'list',
    9,
    `
    how 's|is|are CLIENT .. looking|shaping .. TIME
    which|what ones|candidates|people|folks .. still|yet? need|needs|lack|without|waiting .. date|slot|interview|time|booking
    `,
  ),
  ...cues(
    'status',
    8,
    `
    what 's up|happening|going|new|cooking with|on NAME
    `,
  ),
  ...cues(
    'list',
    9,
    `
    everyone|everybody|anyone|anybody|those|people|candidates .. isn't|aren't|not|yet .. scheduled|booked|arranged|planned
    `,
  ),
  ...cues(
    'who_is',
    9,
    `
    which|what one|candidate|person|contact|guy|lady|woman|man|bloke is|was .. NAME
    `,
  ),
  ...cues(
    'status',
    9,
    `
    how NAME is|'s|are getting|doing|going|coming|looking|faring|progressing
    how|where NAME .. getting|got on|to|along
    ^ why did|was|is|has|were|are .. NAME
    ^ anyone|anybody|who|whos .. owe|owes|owing us|me .. answer|reply|times|dates|anything|response|?
    ^ who|anyone|anybody still|yet? to reply|answer|respond|confirm
    ^ who|anyone|anybody .. quiet|silent|outstanding|overdue|pending
    `,
  ),
  ...cues(
    'status',
    8,
    `
    any|what|which holdups|hold-ups|blockers|delays|snags|bottlenecks
    `,
  ),
  ...cues(
    'briefing',
    10,
    `
    what do|should|must i need|know|read|prepare .. for|before|ahead .. NAME|TIME
    `,
  ),
  ...cues(
    'status',
    9,
    `
    how .. long|longer .. wait|waiting
    NAME|PERSON still|yet to @reply
    NAME|PERSON has|have|is|was still|yet to @reply
    `,
  ),
  ...cues(
    'who_is',
    10,
    `
    is|was NAME .. the|a|an|our|their .. one|guy|person|lady|woman|man|fella|bloke
    `,
  ),
  ...cues(
    'who_is',
    9,
    `
    NAME 's role|job|title|company|employer|client|team|position ?|$
    `,
  ),
]
