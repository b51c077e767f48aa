import { cues } from './cue.ts'

/** Settings, connections, help, and what is none of Parley's business. */
export const accountingCues = [
  ...cues(
    'setting',
    10,
    `
    default|defaults|defaulting .. LENGTH|TIME|MODE|all|my|to|is|be|should|interviews|length|duration
    @change|set|make .. default|standard|usual|normal
    standard|usual|normal|default|typical length|duration|interview|time|slot|mode|format
    by default|standard
    from now on
    going forward .. always|use|make|all|every|should|LENGTH|my
    in future|general .. always|use|make|all|every|should|LENGTH|my|never
    always|never .. book|schedule|send|use|add|make|leave|ask|include|cc|put|keep|give|set
    all|every|each .. my? .. interviews|calls|screens|interview|call|screen .. should|must|to|be|are|is|need .. LENGTH|MODE|minutes
    stop|cease|quit|pause|disable|mute|end|halt|kill|cancel|drop|skip .. sending|emailing|mailing|giving|telling|me|the|my|daily|weekly|morning|these|all .. @digest
    stop|disable|mute|end|kill|cut|no|unsubscribe|skip|less|fewer|without .. @digest
    no|without more @digest
    don't|dont|do not? .. send|want|need|email|give|mail|ping .. @digest
    @digest off|on $
    @digest daily|weekly|every|each .. TIME|day|morning|week|at
    turn|switch|toggle .. on|off .. @digest|sound|auto|confirmations
    turn|switch|toggle .. @digest|sound|auto|confirmations .. on|off
    enable|activate|resume|restart|start|want|unmute|unpause .. @digest
    @send|get|have|receive|deliver|want|move|change|set|make|like .. @digest .. CLOCK
    @send|get|have|receive|deliver|want|move|change|set|make|like .. @digest .. every|each|daily|TIME .. TIME|CLOCK
    @send|get|have|receive|deliver|want|move|change|set|make .. @digest .. LENGTH|NUMBER .. before|earlier
    ^ daily|my|the? .. @digest .. CLOCK
    @digest .. arrive|come|land|sent|go|delivered .. TIME|at|every|each|before
    @digest .. every|each .. TIME|day|morning|monday|week|evening
    my|our|change|set|update|switch|use|i'm|in .. timezone|time-zone|tz|zone|language|locale|working|office|work|business|clock|format|signature|notifications|buffer|notice|lunch .. hours|zone|time|format|is|to|for|on|off
    time zone
    change|set|edit|update|show|open|adjust|configure|see|my .. settings|preferences|defaults|config
    ^ settings|preferences|setting|config|configuration
    working|office|business hours
    i .. work|start|finish|only|don't|prefer .. from|until|at|to|on|work|finish|take .. TIME
    buffer|gap|break|breathing|padding .. of|between|before|after|around .. LENGTH|@meeting|interviews|every|each|all
    LENGTH buffer|gap|break|between .. between?
    leave|keep|put|add|want|need|have|build .. LENGTH .. between|before|after|buffer|gap
    block .. my|out|off .. TIME|calendar|lunch
    nothing|no .. interviews|calls|meetings|bookings .. before|after|on|during|past .. TIME .. for me|please|ever|$
    remind|ping|notify|alert|tell|email|text|brief me .. LENGTH|every|each|by|when|whenever|if
    my .. working|office|business hours
    my|our working .. TIME
    notify|alert|tell me .. on|in|via|by .. slack|email|teams|sms
    i|we want|prefer|like|'d would? like? .. reminders|notifications|updates .. by|via|on|LENGTH|every
    use .. 24 .. hour|h|clock|format
    speak|talk|write .. to? .. in .. german|french|spanish|english|dutch|italian|portuguese
    `,
  ),
  ...cues(
    'connect',
    10,
    `
    @connect .. @system
    @connect .. my|our|the|a .. calendar|account|inbox|mailbox|ats|email
    connect|connecting|reconnect|linking|link .. calendar|@system
    set|setting up .. the|my|our|a? .. @system .. integration|connection|sync|link|account|calendar
    set up .. integration|connection|sync
    hook|hooking|link|plug|wire .. up|in|into|with .. @system
    hook up .. @system
    hook|link|plug|wire .. @system .. up|in
    sign|log|logging .. in|into .. to|with .. @system
    authorise|authorize|grant|allow|give .. access .. to .. @system|calendar
    authorise|authorize .. @system|calendar
    integrate|integration|integrations
    how .. connect|link|integrate|sync .. @system
    disconnect|unlink .. @system
    import .. from .. @system
    use|start .. my|our .. @system .. account|calendar
    `,
  ),
  ...cues(
    'help',
    9,
    `
    ^ help .. me|please|$
    ^ help $
    ^ commands|menu|examples|instructions|manual|guide|tutorial|? $
    help .. text|page|menu|with|using|out|getting
    i need .. help|assistance|hand $
    some|need|want|little help
    can|could|will .. you help .. me?
    what .. can|could|do|are|else .. you|i|this|parley|bot .. do|say|ask|type|help|tell|use|handle|capable|able
    what .. commands|features|things|options|questions|functions .. you|there|can|do|available|ask|understand|i
    what .. are your|the .. features|commands|capabilities|options|functions|skills
    how .. do|does|can|should|to .. i|this|it|you|parley|one .. use|work|works|start|begin|do|operate|talk|phrase|schedule|cancel|book|move|add|get|set|change|ask|say|put
    how|what to use|type|say|ask|write
    not sure .. what|how|where
    no idea .. what|how
    i|'m|am .. lost|stuck|confused|new here
    lost|stuck|confused $
    show|list|give|teach|see|tell .. commands|examples|help|instructions|ropes|how
    show me how
    who|what are you
    what do you do
    where .. do i|can start|begin
    explain .. yourself|how|parley
    get|getting started
    user|quick guide|start
    are you .. bot|human|able|robot
    your capabilities|features|skills
    what is parley|this
    `,
  ),
  ...cues(
    'smalltalk',
    8,
    `
    ^ hi|hello|hey|heya|hiya|yo|howdy|hallo|hola|hullo|sup|greetings|ello|hey-hey|morning|afternoon|evening|g'day|gday|wassup|namaste .. there|parley|all|team|everyone|bot|again|you|mate|!|,|$
    ^ hi|hello|hey|hiya|yo|howdy|morning|afternoon|evening|hola $
    ^ good morning|afternoon|evening|night|day
    ^ thanks|thank|thx|ty|cheers|ta|tysm|tks|thankyou|appreciated|🙏|❤|😊|😀|🙂|😂|😄|🎉
    thanks|thank you|so|a|very|for|again|much|mate|ever
    much appreciated|obliged
    appreciate .. it|that|you|help
    how .. are|is|'s|was .. you|it|your|things|life|day|weekend
    thank you|u .. so|very|for|again|!|$
    ^ how are|is you|u
    ^ good|great|nice|well|awesome|amazing|excellent|brilliant|lovely|fantastic|fab|neat|super|cool|perfect|wonderful|sweet|ace .. job|work|one|done|stuff|thanks|bot|catch|!|$
    well done
    you .. 're|are|rock|legend|best|star|lifesaver|great|the|a .. best|awesome|great|amazing|star|legend|lifesaver|helpful|smart|funny|cute|wonderful|good|gem|hero|angel|rock
    you rock
    ^ lol|haha|hahaha|rofl|lmao|ha|hehe|wow|oh|ah|hmm|ooh|yay|woohoo|nice|cool|bye|goodbye|cya|ciao|later|cheerio|ttyl|gn|sorry|oops|phew
    see you|ya .. later|tomorrow|soon|then|monday|around
    have .. a .. good|nice|great|lovely .. day|weekend|evening|one|night|time
    take care|it
    happy .. monday|tuesday|wednesday|thursday|friday|weekend|birthday|new|holidays|TIME
    talk .. later|soon|you
    nice|pleasure|good|great .. meet|meeting|to|see|seeing|hear .. you|from
    love|like .. you|it|this|working
    what 's up $
    no problem|worries|prob
    you 're|are welcome
    my bad|apologies
    i|'m am? .. bored|tired|happy|back|here|hungry|sad|fine|good|great $
    how .. your .. day|weekend
    that|this is|'s|was .. great|awesome|amazing|helpful|nice|funny|cool|all|useful
    that 's all
    `,
  ),
  ...cues(
    'help',
    9,
    `
    what|which .. commands
    what|how should|do|can|must i .. say|type|write|tell|phrase
    first|new time? here|using|user
    how|what .. this|it|you|parley works|work|does|do
    i .. get|understand how|what
    remind|tell|show|teach me how .. i|you|this|things
    how does|do @sched|@resched|@cancel|@postpone|it|this|that .. work|works
    tips|advice|instructions .. using|use|on this|you|parley
    example|examples .. of|to|please|what
    my|the options here
    don't|dont know .. how|what
    `,
  ),
  ...cues(
    'connect',
    10,
    `
    @system .. isn't|not|is|'s connected|linked|synced|working|syncing
    talk|speak|work|plug with|to|into .. my|our|the .. @system
    log|logging|sign me .. in|into|to .. @system
    pair .. with .. @system
    calendar sync|integration|access|connection
    access .. to .. my|our .. calendar|inbox|mailbox
    `,
  ),
  ...cues(
    'setting',
    10,
    `
    stop|quit|cease .. emailing|sending|pinging|messaging|reminding|notifying|bugging|mailing|texting .. me|us
    as .. standard|default|norm|usual|rule
    only send|want|get|email .. @digest
    my hours .. are|is|to|:
    nothing|no|never|don't|dont|avoid .. interviews|calls|meetings|schedule|book|anything .. RECURRING
    no .. meetings|interviews|calls .. before|after .. CLOCK .. please|rule|ever|$
    longer|more want|need|wish .. @digest
    make|have .. @digest .. earlier|later
    `,
  ),
  ...cues(
    'setting',
    13,
    `
    @digest .. RECURRING
    by default
    RECURRING .. @digest
    @digest .. TIME only
    `,
  ),
  ...cues(
    'setting',
    15,
    `
    keep|put|post|open|place|show|have|run|start|track|want each|every|all|the|my|our|new ... requests|request|interviews|interview ... thread|threads|channel|channels
    keep|put|post|open|place|show|have|run|track requests|interviews ... thread|threads|channel|channels
    each|every|all request|requests|interview|interviews .. gets|get|has|have|needs|need ... thread|threads|channel|channels
    keep|put|post|leave|show ... requests|request .. where
    thread|channel for|per each|every|a? request|candidate|interview
    threads|channels for|per each|every|all|our? candidates|candidate|requests|request
    each|every candidate .. gets|get|has|have|needs|need ... channel
    give|make|open|create each|every|our candidate|candidates|request|requests ... channel|channels|thread|threads
    keep|put|post|send|show|run each|every|all request|requests ... in|into|to #
    each|every|all request|requests .. go|goes|belong|belongs to|in|into #
    `,
  ),
  ...cues(
    'help',
    9,
    `
    what|which .. subjects|topics|questions|skills|knowledge|areas
    what|which|how .. can|could|may|do|would i|we .. ask|benefit|tell|say
    what|which .. can|could|do you .. answer|answers|know|help|handle
    can i ask
    what .. able to
    `,
  ),
  ...cues(
    'smalltalk',
    8,
    `
    ^ are|have you .. good|well|ok|okay|alright|fine|been
    ^ how do you feel
    ^ many thanks
    ^ goodnight|tata|merci|danke|gracias|heyo|cheerio
    i .. thankful|grateful
    enjoy .. day|weekend|evening|one
    enjoyed .. talk|chat
    i owe you
    all|have a good
    `,
  ),
  ...cues(
    'setting',
    10,
    `
    quiet hours
    do not disturb
    TIME|morning|lunch|lunchtime end|ends|start|starts|begin|begins|stop|stops .. CLOCK
    our|my|the .. working|work|business|office day|hours|days .. CLOCK
    our|my lunch|lunchtime is|are .. CLOCK
    lunch|lunchtime is CLOCK
    change|set|make .. our|my TIME|lunch|lunchtime to CLOCK
    we work from .. CLOCK
    `,
  ),
  ...cues(
    'connect',
    10,
    `
    get|have|want|need .. @system .. connected|linked|synced|integrated|hooked
    @system .. connect it
    connect it
    we|i moved|switched|migrated|changed to|over .. @system ... connect|hook|link|sync|plug|integrate
    hook|plug|wire it|that|this up|in
    `,
  ),
  ...cues('smalltalk', 9, `^ ok|okay|great|perfect|cool|fine|super|right|nice|lovely ,? thanks|thank|cheers|ta|thx`),
  ...cues(
    'help',
    10,
    `
    my|the options here
    `,
  ),
  ...cues(
    'connect',
    8,
    `
    sync|integrate|connect|link|integrates|hook with|to|into|up it|that|them|this
    sync|integrate|connect|link it|that
    `,
  ),
  ...cues(
    'connect',
    10,
    `
    we|i on .. @system ... sync|connect|integrate|link|hook|plug
    we|i use|have|run|are .. @system ... sync|connect|integrate|link|hook
    `,
  ),
  ...cues(
    'help',
    9,
    `
    what you|this|parley|it can|could|do|does|are|is .. do|help|say|able|offer|for|understand
    `,
  ),
  ...cues(
    'help',
    9,
    `
    ^ what do|can you understand|know|handle|cover|offer
    what|how this|the thing|bot|tool|app|assistant does|works|do|is|can
    `,
  ),
  ...cues(
    'help',
    9,
    `
    ^ need|want a? bit? of? help|assistance|hand|guidance
    `,
  ),
  ...cues(
    'setting',
    11,
    `
    don't|dont|never|no book|schedule|put|arrange anything|interviews|calls|meetings|me|stuff|things .. before|after|on|past|during .. for me
    don't|dont|never book|schedule|put me .. before|after|on|past|during
    `,
  ),
  ...cues(
    'help',
    9,
    `
    pointers|walkthrough|tutorial|guidance|tips .. on|for|with|how|using
    `,
  ),
  ...cues(
    'setting',
    10,
    `
    not|don't|never email|send|mail|text|ping me .. @digest
    `,
  ),
  ...cues(
    'setting',
    11,
    `
    don't|never|no @sched|put|add anything|interviews|calls|meetings|me|stuff|things .. for|in .. me|my|us .. before|after|on|past|during
    `,
  ),
  ...cues(
    'help',
    12,
    `
    can|could|do|does|are|is|will you|i|we|one|parley|it|candidates|clients able? to? also? @cancel|@resched|@sched|@move|@postpone interviews|meetings|calls or|and|?|$
    `,
  ),
  ...cues(
    'setting',
    10,
    `
    unsubscribe|opt ... @digest
    `,
  ),
]
