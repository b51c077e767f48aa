import { cues } from './cue.ts'

/** Times of others, links, reminders. */
export const askingCues = [
  ...cues(
    'collect_availability',
    9,
    `
    @ask .. PERSON|NAME ... @times
    @ask .. PERSON|NAME .. for|about .. @times|TIME
    @ask .. PERSON|NAME .. when|what|which|if|whether .. free|available|can|do|works|suits|work|suit|around|open
    @get .. @times .. from|off|of .. PERSON|NAME
    @get .. PERSON|NAME 's .. @options
    @get .. their|his|her .. @options
    collect|gather|request|solicit|canvass|poll .. @times
    @ask .. for|new|more|some|fresh|other .. @times
    @send .. @times .. request|form|poll|enquiry|inquiry
    @send .. PERSON|NAME .. the|a|that|his|her|their|our|@times link|form|poll|questionnaire .. again?
    PERSON|NAME .. needs|need|wants .. link|form|poll|email .. again
    @send .. PERSON|NAME .. the|a|his|her .. form|poll|questionnaire
    ask him|her|them|NAME $
    invite NAME .. to .. share|give|send|submit|pick|choose|provide .. @options
    check|checking with PERSON|NAME .. which|what|when|if|on|about
    @send .. link|form|poll|request .. to .. PERSON|NAME
    resend|re-send .. link|form|it|that|email|mail|request|invite|PERSON|NAME
    find|figure|work|check out .. when .. PERSON|NAME
    find|figure|work|check .. when .. PERSON|NAME .. free|available|can|around
    need|want|require|get|waiting .. @times .. from|off .. PERSON|NAME
    see|check|establish|learn when .. PERSON|NAME .. free|available|can|around|is
    @ask .. PERSON|NAME .. again|for
    @get .. NAME .. to .. send|share|give|tell|provide|fill|submit|offer .. @times
    have|let|make NAME .. send|share|give|tell|provide|fill|submit|offer|pick|choose .. @times
    reach out .. to? .. PERSON|NAME .. for|about|on|regarding|re .. @times
    check .. availability|availabilities .. with|of .. PERSON|NAME
    ping|contact|email|message|text|write|hit|drop .. PERSON|NAME .. for|about .. @times
    what|which @times .. can .. PERSON .. offer
    more|new|other|additional|further @times .. from .. PERSON|NAME
    `,
  ),
  ...cues(
    'collect_availability',
    5,
    `@ask .. PERSON|NAME\n@get .. @options .. PERSON|NAME\navailability .. from .. PERSON|NAME`,
  ),
  ...cues(
    'give_availability',
    8,
    `
    PERSON|NAME .. can|could .. do|make|manage|offer|talk|meet|speak|come|join .. TIME
    PERSON|NAME .. can|could|may .. TIME
    PERSON|NAME .. is|are|'s|'re|says|said .. @free .. TIME
    PERSON|NAME .. is|are|'s @free
    PERSON|NAME is|are|'s in|here .. TIME
    PERSON|NAME has|have TIME
    PERSON|NAME .. is|are|'s|looks good|fine|ok|okay|great|clear .. TIME
    PERSON|NAME .. will|would|should|might be @free .. TIME
    PERSON|NAME .. will|would|should|might do|make .. TIME
    PERSON|NAME @free .. TIME
    PERSON|NAME .. says|said|told|tells|wrote|writes|confirmed|replied|mentions|mentioned|offers|offered|proposes|proposed|suggests|suggested|gave|gives|sent|shared|came|got|texted|emailed|messaged|called|rang|phoned|mailed|pinged ... TIME
    @free .. TIME .. PERSON|NAME says|said|told|wrote
    PERSON|NAME .. has|have|'s|got .. TIME .. @free|left
    PERSON|NAME .. can't|cannot|cant|not .. but .. TIME
    PERSON|NAME .. 's @times .. is|are|:|= .. TIME
    PERSON|NAME 's @times ... TIME
    ^ @options .. for|from|of .. PERSON|NAME ... TIME
    got|have|received|here|new|adding|enter|add|record @options .. for|from|of .. PERSON|NAME ... TIME
    TIME .. @work|works|suits|fits|good|fine|ok|okay|best|possible|open|free|clear .. for|with .. PERSON|NAME
    TIME .. suits|works .. PERSON|NAME
    PERSON|NAME .. has|have|'s|got .. time|@times|openings|gap|gaps|space|room .. TIME
    PERSON|NAME : .. TIME
    PERSON|NAME .. works|work|working|prefers .. TIME
    put|mark|log|enter|record|note|add .. PERSON|NAME .. as|down|is|free|available|around .. TIME
    put|mark .. down|that .. PERSON|NAME .. is|can|'s .. TIME
    put|mark|log|enter|record|note|add .. @times .. for|of .. PERSON|NAME
    @times .. : .. TIME
    could|can make|do .. TIME
    PERSON|NAME .. only @free|has|works|can .. TIME
    PERSON|NAME .. unavailable|busy|away|out|off|booked|tied .. TIME
    anytime|any .. TIME .. PERSON|NAME
    `,
  ),
  ...cues(
    'share_link',
    9,
    `
    @send|get|what|whats|need|want|have|where|can|copy|grab|create|generate|make|drop|paste|share|show|see .. link .. for|of|to .. NAME
    @send|get|copy|grab|create|generate|make|drop|paste|share|show .. me|us|here|chat .. link
    @send|get|need|want|give|share|copy|paste|drop|post|show .. booking|scheduling|self-schedule|self-scheduling|calendar|availability|his|her|their|my|invite|self-booking|self link|url
    share .. link|url
    what|where 's|is .. link|url
    NAME 's .. link|url
    link|url .. for .. NAME
    NAME .. wants|needs|asked|asking|wanted .. link|url
    what|which link|url
    link|url .. for .. form|availability
    ^ link|url .. please?
    @send|give|get .. link|url .. so
    can|could i have|get .. link|url
    i|we need|want .. link|url
    put|pop|stick|post|drop|paste|share|copy|send|leave .. link .. here|in|chat|thread
    `,
  ),
  ...cues(
    'find_slots',
    8,
    `
    any|some overlap|overlaps|gap|gaps|options|openings .. yet|so|for|?
    any|what overlap|overlaps
    what|which .. options|choices .. $
    what 's|is the earliest|soonest|first
    earliest|soonest .. we|i|you|they|NAME can|could
    suggest|propose|recommend .. order|sequence|running|agenda .. for|of
    @which .. @options .. @work|works|fits|suits|overlap|fit|match|for|free|open|left|available|possible|have|there|remain|are
    @which .. @options .. NAME
    when is|are|'s|would|will|does|do|might .. NAME|all|we|they|both|everyone
    when can|could .. NAME|we|they|both|everyone .. @meet|do|make|talk|interview
    is|are NAME .. @free
    is|are NAME .. @free .. TIME
    is|are|does|do|can|could|will|would NAME .. have|make|do|manage .. TIME|@times
    does|do|did|has|have NAME .. any|have|got .. @times|gap|gaps|space|room|time|openings
    can|could NAME .. do|make|manage|fit .. TIME
    @suggest .. @options
    suggest|propose|recommend|offer|work|find|show .. loop|schedule|plan|panel|agenda|run .. for|of|with?
    @suggest how .. could|can|would|might|should|to .. run|work|look|go
    propose|suggest|recommend|find|show|list|give|offer|work .. @options .. for|with|between|that
    propose|suggest|recommend .. time|slot|date
    find|look .. out? when .. everyone|all|both|they|we .. free|available|can|meet
    where .. overlap|overlaps
    overlap .. between|of|for
    common @options
    what|which .. @work|works|suits|fits .. for .. NAME|all|both|everyone
    what 's|is|are .. openings|availability|possible|open|free .. for|of|with?
    how .. NAME 's .. calendar|week|diary|day .. look
    what does|do NAME 's? .. calendar|week|diary|day|availability .. look
    check .. NAME 's? .. calendar|diary
    any|what openings|gaps|availability|slots|free .. TIME|with|for|on
    earliest|soonest|first|next|best .. slot|time|date|opening|available .. for|with|all|everyone|we|NAME
    how soon .. can|could
    options .. for .. NAME
    draft|sketch|map|lay|plan|design|build|mock .. loop|schedule|panel|agenda .. for
    possible @options
    when .. works|work|suits|suit .. NAME|all|both|everyone
    when .. NAME .. free|available|around|open
    free slots
    `,
  ),
  ...cues(
    'nudge',
    9,
    `
    @nudge .. NAME|PERSON
    bump NAME .. for|about|re|on|again|regarding
    bump NAME $
    @nudge .. everyone|all|everybody|anyone|whoever|those|people|who
    ^ @nudge
    push|press|pressure NAME .. for .. answer|reply|times|response|decision
    NAME .. needs|need|wants|deserves a|another .. nudge|push|reminder|poke|prod|chaser|kick|shove|prompt
    not|isn't|hasn't|never answering|replying|responding .. try|again|once|nudge
    try .. again|once
    please|to @nudge
    follow|following|followup|follow-up|chase .. up .. with|on|NAME
    follow up
    followup|follow-up .. with|to .. NAME
    check|checking .. in .. with|on .. NAME
    check|circle .. back .. with .. NAME
    give|send|drop|shoot|fire .. PERSON|NAME|everyone|all .. a|another .. nudge|shove|push|kick|poke|reminder|prod|ring|ping|gentle|chaser|tap|buzz|poke|bump
    give|send|drop|shoot|fire .. a|another .. nudge|shove|push|kick|poke|reminder|prod|ping|chaser|bump .. to|for? .. PERSON|NAME
    send .. reminder|reminders|chaser|chasers
    hasn't|hasnt|haven't|havent|not|didn't|never .. replied|answered|responded|gotten|got|come|heard|sent|given .. chase|ping|poke|remind|nudge|follow|prod
    owes|owe .. us .. times|availability|answer|reply|dates|response
    light|build .. fire .. under
    need .. answer|reply|response|word .. from .. NAME .. asap|now|soon|urgently|today
    get .. NAME .. to .. reply|answer|respond|hurry|decide|move
    try .. NAME again
    another .. reminder|nudge|chaser|poke|prod|push|ping|shove|bump .. to|for NAME|everyone|all
    another reminder|nudge|chaser
    reminder .. to|for .. NAME
    no|nothing reply|response|answer|word|news .. for|in|since|from|yet
    get|getting on|onto|after to? NAME
    tell|telling .. PERSON|NAME .. waiting|need|answer|hurry|reply|asap|urgent
    hurry .. NAME .. up|along
    any chance .. nudge|chase|remind
    ask .. NAME .. again
    `,
  ),
  ...cues(
    'nudge',
    5,
    `PERSON|NAME .. still|yet? .. owes|owe|hasn't|haven't|not|silent|quiet|dark .. times|replied|answered|responded|us|back|sent\nradio silence .. from .. NAME\nstill .. nothing|silence .. from .. NAME\nNAME gone quiet|dark\nwaiting .. on|for .. NAME .. chase|ping|remind`,
  ),
  ...cues(
    'feedback',
    10,
    `
    @ask|get|collect|chase|nudge|remind|ping|gather|pull|send|need|want|prompt|email|obtain|poke .. feedback|scorecard|scorecards|thoughts|impressions|impression|evaluation|evaluations|opinion|opinions|writeup|write-up|verdict|assessment|debrief|review|notes|ratings|rating|comments|views|take|reaction
    feedback|scorecard|scorecards|verdict|debrief|evaluation .. from|on|about|for|by|request|form|please|due|missing|?
    request|collect|get|gather|ask|chase .. thoughts|impressions|opinion|verdict
    how .. did NAME .. do|go|perform|find|get|like|feel|fare
    what .. did|does NAME .. think|make|say|feel|reckon .. of|about|on
    what .. did NAME think|reckon $
    @ask .. NAME .. how .. went|go|did|was|think|thought
    @ask .. NAME .. what .. think|thought|made
    how .. interview|chat|call|meeting|it|loop|session go|went
    has|have NAME .. said|written|submitted|filled|given|left .. how|scorecard|feedback|thoughts
    submit|fill|complete .. feedback|scorecard|scorecards
    find out .. how .. went|did|NAME
    `,
  ),
  ...cues(
    'share_link',
    11,
    `
    @send|get|can|could|have|need|want|give .. link|url .. for|of .. NAME
    `,
  ),
  ...cues(
    'collect_availability',
    9,
    `
    please|pls ask $
    ^ ask $
    @ask .. PERSON|NAME please $
    `,
  ),
  ...cues(
    'share_link',
    11,
    `
    @send|drop|want|need .. booking|scheduling page|link|url
    @send|drop|want|need .. availability page
    `,
  ),
  ...cues(
    'find_slots',
    10,
    `
    anything|something open|free|available|possible .. for|with|between NAME
    any|some time|slot|date|day|times|slots .. when .. NAME|all|both
    any|some time|slot|date|day|times|slots .. @work|works|suits|fits|suit|fit .. for
    when .. NAME .. overlap|coincide|match|align
    suggest|propose|recommend|offer something|some|times|one|a $
    any|some @options .. yet|so|?
    when would|could|might|can .. possible|work|good|best|suit
    how could|might|would|should|can .. loop|it|panel|day .. look|run|go|work
    does|do|is|will anything|something .. fit|work|suit|works|fits
    look|check|search|hunt .. for .. gaps|slots|openings
    what|which days|times|dates|hours .. can|could|would|does NAME
    `,
  ),
  ...cues(
    'nudge',
    9,
    `
    touch|touching base .. with
    wake|shake|stir .. up .. NAME
    wake|shake|stir NAME .. up
    `,
  ),
  ...cues(
    'feedback',
    10,
    `
    what .. made|thought|thinks|reckons|reckoned .. of|about NAME
    thoughts|impressions|impression|opinion|opinions|verdict|views|view from|of|by NAME
    `,
  ),
  ...cues(
    'find_slots',
    10,
    `
    what|which days|day|times|time|mornings|afternoons .. @work|works|suits|fits|good|best
    `,
  ),
  ...cues(
    'nudge',
    8,
    `
    late|slow|overdue with .. answer|reply|times|response|availability
    bump|push|prompt the? client|candidate|interviewers|interviewer|them|him|her $
    `,
  ),
  ...cues(
    'collect_availability',
    11,
    `
    find|figure|work|check|establish|learn .. what|which|when .. @times|days|dates|mornings|afternoons .. @work|works|suits|suit|good|best|free .. for? .. PERSON|NAME
    write|writing to PERSON|NAME .. for|about|asking .. @times|when
    @ask|check|find|see .. if|whether .. PERSON|NAME .. can|could|is|has|free|available
    check CAND 's @times
    reach|reaching|contact .. PERSON|NAME .. for|about|re .. @times
    @ask|check .. PERSON|NAME .. when|what|which .. @work|works|suits|free|available|can|could|days|times|he|she|they
    `,
  ),
  ...cues('give_availability', 12, `@options for|from|of NAME : .. TIME`),
  ...cues(
    'find_slots',
    10,
    `
    how might|could|can|would|should|do .. loop|panel|day|interviews|sessions .. be|look|laid|run|go|work|structured|arranged|split|ordered|sequenced
    suggestions|ideas|proposal .. for|on .. loop|panel|schedule|slots|times
    `,
  ),
  ...cues(
    'give_availability',
    12,
    `
    heard|hear|reply|answer|word|response|message|text|email|voicemail|dates|back from|of PERSON|NAME .. : .. TIME
    PERSON|NAME replied|answered|responded|texted|emailed|wrote|called|messaged|came .. : .. TIME
    got|have|had .. times|slots|dates|windows|availability|avails .. from|off|for .. PERSON|NAME ... TIME
    `,
  ),
  ...cues(
    'find_slots',
    10,
    `
    how would|should|could|might|can you|we|i|one .. loop|panel|day|sessions
    `,
  ),
  ...cues(
    'give_availability',
    12,
    `
    heard|hear|reply|answer|word|response|message|text|email|voicemail back? from|of PERSON|NAME ,|-|. .. TIME
    heard|hear|reply|answer|word|response|message|text|email|voicemail back? from|of PERSON|NAME .. can|could|is|free|available .. TIME
    `,
  ),
  ...cues(
    'collect_availability',
    9,
    `
    tell|have PERSON|NAME .. to|needs|should|must .. send|give|share|submit|provide|fill .. @times|link|form
    `,
  ),
  ...cues(
    'collect_availability',
    11,
    `
    @reply|revert with|on .. @times .. of|for|from PERSON|NAME
    `,
  ),
  ...cues(
    'feedback',
    12,
    `
    view|views|take|thoughts|thought|verdict|opinion|opinions|impressions|impression|feedback .. on|of|about CAND
    `,
  ),
  ...cues(
    'nudge',
    9,
    `
    lean|press|pressing|leaning on|upon NAME
    get|need|drag|squeeze .. answer|reply|response|dates|times .. out of NAME
    `,
  ),
  ...cues(
    'collect_availability',
    12,
    `
    @send|give NAME|PERSON the|a|his|her|their|another .. link|form|url
    @send .. link|form|url|request to|over PERSON|NAME
    @send .. link|form|url|request .. to PERSON|NAME
    `,
  ),
  ...cues(
    'find_slots',
    11,
    `
    find|see|get|look .. time|slot|times|slots that|which .. @work|works|suits|fits|suit|fit
    is|are there|any .. slot|slots|time|times|gap|gaps|space|room|opening|openings .. for|with|between
    `,
  ),
  ...cues(
    'feedback',
    12,
    `
    @ask .. NAME .. how .. NAME .. got|get|performed|fared|came|did|was|went|do
    how .. NAME got|get|gets on .. $
    `,
  ),
  ...cues(
    'collect_availability',
    8,
    `
    resend|send it|that|them again
    `,
  ),
  ...cues(
    'find_slots',
    10,
    `
    how could|would|might|should it|this|that run|look|work|go
    `,
  ),
  ...cues(
    'collect_availability',
    8,
    `
    find|check out from|with PERSON|NAME
    `,
  ),
  ...cues(
    'collect_availability',
    11,
    `
    asking|asked|asks for CAND 's @times
    `,
  ),
  ...cues(
    'nudge',
    10,
    `
    ^ reminder please|pls|to|for
    reminder please $
    NAME|PERSON .. has|have|needs|must|should to? be @nudge:ed
    NAME|PERSON needs|need chasing|nudging|reminding|prodding|poking|pinging
    `,
  ),
  ...cues(
    'share_link',
    9,
    `
    where can|could|does|do|should NAME .. pick|choose|book|select|self-book|self-schedule
    `,
  ),
  ...cues(
    'collect_availability',
    10,
    `
    drop|shoot|fire NAME|PERSON a|an .. line|note|message|email|mail|text
    `,
  ),
  ...cues(
    'feedback',
    10,
    `
    what .. did|does|do|has NAME .. reckon|think|make|say|thought|made to|of|about|on .. NAME
    `,
  ),
  ...cues(
    'give_availability',
    11,
    `
    PERSON|NAME says|said|reckons|wrote|texted|replied|mentioned .. TIME .. good|fine|ok|okay|works|suits|best|free
    `,
  ),
  ...cues(
    'find_slots',
    10,
    `
    what|which|in order|sequence .. run|do|have|go|see|put|schedule|take|book|best
    `,
  ),
  ...cues(
    'nudge',
    10,
    `
    chivvy|hustle|gee|chivvying|hustling NAME|PERSON along|up
    `,
  ),
]
