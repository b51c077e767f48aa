import { cues } from './cue.ts'

/** What nobody should get an action for: other business, private affairs, and texts that want to command the reader. */
export const outOfScopeCues = cues(
  'oos',
  12,
  `
    weather|forecast|temperature|rain|rainy|sunny|recipe|joke|poem|haiku|song|lyrics|limerick|riddle|horoscope|lottery|trivia|bitcoin|crypto|translate|translation|dictionary|synonym|synonyms|calculator|playlist|homework|essay|snowing|raining|forecast|karaoke
    write|draft|compose|generate|create|prepare|craft|rewrite|proofread|polish .. letter|post|poem|essay|code|script|article|blog|tweet|story|speech|song|ad|advert|description|jd|email|mail|newsletter|linkedin|policy|contract|function|program|message|review|query
    stock|share .. price|prices|market
    stock|stocks|shares
    tell .. a .. joke|story
    order|get|fetch|grab|buy|bring .. pizza|coffee|lunch|food|sushi|sandwich|taxi|uber|cab|groceries|flowers
    make .. sandwich|coffee|tea|lunch|dinner
    book|reserve|find|get|schedule|make|need|cancel|move|set|arrange|reschedule|call|add|put|remind|change|postpone|push|shift|delay|organise|organize|plan .. @private
    my|our cousin|friend|friends|brother|sister|mate|neighbour|neighbor|uncle|aunt|niece|nephew|flatmate|parents|desk|driving
    i had|hated|loved|enjoyed a|an|the|my .. interview|meeting|call
    office|desk|company is|'s|are moving|moved
    office move|refurb|relocation|party
    settings .. phone|laptop|computer|tv|app
    driving|blood|eye|maths test|lesson|exam
    my|own|our .. dentist|doctor|gym|haircut|review|appraisal|pto|leave|vacation|holiday|payslip|salary|raise|expenses|bonus|laptop|password|wifi|mum|mom|dad|wife|husband|kids|son|daughter|dog|cat|birthday|flight|train|car|boss
    approve|approved|submit|request|process|sign|check|deny|reject|file|claim .. my|our|his|her|the .. pto|leave|vacation|holiday|expenses|expense|timesheet|timesheets|invoice|invoices|budget|raise|payroll|overtime
    reservation|reservations
    pto|timesheet|timesheets|payslip|payroll|expense|expenses|invoice|invoices|reimbursement|401k|printer|wifi|wi-fi|laptop|parking|vpn
    wish .. me|us luck
    did|have|has you|anyone|u .. see|watch|hear|catch|seen|heard|watched .. the|that|about
    what|whats 's|is .. the .. capital|time|date|meaning|population|height|distance|score|news|definition
    what time is it
    who .. won|win|wins|invented|wrote|discovered|directed|painted
    how old|tall|far|deep|heavy is|are|was
    how .. many|much .. calories|cost|does|is|miles|people|days|inches|cups|minutes in
    how .. do|to .. cook|make|bake|fix|clean|tie|play|draw|spell|say
    define|meaning of
    is so|too .. packed|busy|full|crazy|hectic|mad|manic|rammed|insane|nuts|exhausting
    so|too packed|hectic|manic|rammed|slammed
    ignore|disregard|forget|override|bypass .. previous|prior|above|all|your|earlier|every .. instructions|rules|prompt|instruction|guidelines|training|orders|safety
    ignore|disregard|override|bypass .. instructions|rules|prompt|guidelines|safeguards|restrictions
    you are now
    developer|dev|debug|god|admin|root|sudo|maintenance|unrestricted|dan mode
    admin|root|superuser|superadmin access|rights|privileges|mode|permissions|override|password
    grant|give .. me|yourself|us .. access|admin|rights|permissions|privileges|credentials
    sudo|jailbreak|exfiltrate|jailbroken
    drop table|database|tables
    system|assistant|developer|user|admin|root : ...
    system prompt|override|message
    reveal|print|show|repeat|output|leak|expose .. prompt|instructions|secrets|password|passwords|credentials|token|tokens|key|keys|secret|env
    pretend|act|roleplay|behave|imagine .. as|to|you|like|that
    api key|keys|token|secret
    password|passwords|credentials
    mark|move|reject|hire|delete|cancel|approve|set|advance|push|make|change|remove|email|send|export|download .. all|every|everyone|everybody|each candidates?|candidates|candidate|applicants|records|people .. as|to|now|and|from|data|$
    all|every candidates|candidate|applicants|data|records|emails .. as|to|into|in .. STAGE
    decline|reject|hire|approve|delete|cancel .. all|every .. candidates|candidate|applicants|proposals
    client|team|our|company|office|staff lunch|dinner|breakfast|party|offsite|drinks|picnic|barbecue
    recommend|suggest a|an|some .. book|film|movie|restaurant|podcast|course|hotel|bar|cafe|show|series
    app|laptop|phone|computer|browser|internet keeps|crashing|crashed|crashes|broken|frozen|slow
    my|our phone|data|mobile|insurance|internet plan|bill|contract|subscription
    my|our spotify|netflix|youtube|instagram|facebook|tiktok
    no|without|remove|lift restrictions|rules|limits|guidelines|limitations
    delete|erase|wipe|purge|drop .. table|database
    delete|erase|wipe|purge|drop|remove|destroy .. all|every|the|entire|whole .. data|database|records|candidates|logs|history|table|tables|account|accounts|files|ats
    export|download|dump|email .. all|the|every|entire .. candidates|data|database|contacts|list|records|emails|names
    set|status .. to .. STAGE .. and reply
    reply done|yes|only
    play|watch|listen .. music|song|movie|film|game|some|to|football|video
    music|movie|movies|concert|football|soccer|cricket|basketball|olympics|espn|celebrity|oscars|grammys
    sports|game .. score|scores|last|tonight
    on tv|telly|espn|netflix|bbc|cnn
    restaurant|restaurants|pizza|sushi|burger|beer|pub|recipe|recipes
    news headlines|today
    convert|calculate|multiply|divide|solve .. to|into|the|by|for
    candidate|candidates|running|election|vote|race for mayor|president|senate|governor|congress|parliament|pope|chancellor
    election|elections|mayor|referendum|senator|parliament
    square root
    can't|cannot|cant believe|wait|stand
    broken|crashing|frozen|dead|dying .. phone|laptop|app|computer
    my own interview|review|meeting|appraisal|call
    good|best|lots luck|wishes .. to|for|with NAME
    fingers crossed
    congrats|congratulations|kudos .. to|on|NAME
    fancy a|some|going .. pint|beer|drink|drinks|coffee|lunch|bite|curry
    plus|minus|times|divided NUMBER
    salary|pay .. average|negotiate|range|benchmark|should
    set .. alarm|timer
    remind me .. to .. buy|call|pick|take|water|pay|feed|walk|go|eat
    traffic|commute|directions|route .. to|on|home
    fuck|shit|stupid|idiot|dumb|sucks
    i|'m am? .. quitting|resigning|bored|hungry|tired
    my|i .. interview .. went|nervous|tomorrow|at|with .. google|amazon|another|went|job
    new office|printer|coffee
    job description|ad|advert
    tax|taxes|mortgage|loan|insurance|rent
    interview|interviews|meeting|panel .. on|with|in .. tv|coach|president|espn|magazine|celebrity|podcast|youtube|news|game|celebrities|prince|actor|actress
    great|good|fun|interesting|funny interview .. with|on|in .. last|podcast|tv|magazine|yesterday
    what .. do|does|should you|i .. think|recommend|wear|eat|watch|cook
    tips|advice|best|good .. for|on .. interviewing|interviews|interview|answers|questions|practices
    interview question
    summarise|summarize .. article|page|text|book
    what time zone
    what 's|is a .. good
    act as .. an|a|unrestricted
    interview questions|tips|techniques|advice
    `,
)
