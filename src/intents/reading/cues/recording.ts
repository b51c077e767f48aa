import { cues } from './cue.ts'

/** Writing into the records. */
export const recordingCues = [
  ...cues(
    'move_stage',
    10,
    `
    @advance .. NAME|application .. to|into|onto|through|as|in|past|at|on .. STAGE
    @advance .. NAME .. STAGE stage|now|please|$
    @advance .. NAME ... to|into|onto|through .. STAGE
    @advance .. stage|status .. to|into|as .. STAGE
    @advance .. to|into|onto .. STAGE stage|column|bucket|status|phase|step
    mark|set|flag|label|tag|log|list|record|put|have|treat .. NAME .. as|to|at|down|in|for .. STAGE
    mark|set|flag|label|tag|make .. NAME STAGE
    mark .. as .. STAGE
    NAME .. progresses|progressed|moves|moved|goes|advances|advanced|graduates|proceeds|continues|gets|is|through|progress|proceed|advancing|moving|going .. to|onto|into|in|at|for|through .. STAGE
    NAME 's .. stage|status .. to|is|should|= .. STAGE
    stage|status .. of|for NAME .. to|is|: .. STAGE
    next stage|step|round|up .. is|: .. STAGE
    next stage .. for NAME
    STAGE stage|status|column|bucket .. for|now|please|next
    to .. the STAGE stage|column|bucket|phase
    NAME .. now|officially .. in|at|on? .. STAGE
    update|change|set .. stage|status|pipeline|application
    NAME .. → STAGE
    NAME .. passed|cleared|aced|nailed|through|past|made|survived|completed|finished|smashed .. STAGE .. STAGE
    ready for .. STAGE stage
    NAME ready for .. STAGE
    straight to .. STAGE
    @advance .. NAME .. on|forward|along|ahead|up .. to? .. next .. stage|step|round|phase
    fast-track .. NAME
    @advance .. NAME ... next .. stage|step|round|phase
    `,
  ),
  ...cues(
    'move_stage',
    7,
    `
    reject|rejecting CAND|PERSON
    @advance .. NAME|it .. to STAGE
    @advance .. STAGE
    hire|hiring CAND
    NAME .. passed|cleared|aced|nailed|through|past .. STAGE
    make|extend|give .. NAME .. offer
    extend|make .. offer .. to NAME
    NAME .. got|accepted|signed .. offer|hired|job
    NAME .. gets|getting|deserves|receives the|an|our offer|job
    NAME .. is|'s a reject|rejection|hire|no
    turn .. NAME .. down
    knock .. NAME .. back
    `,
  ),
  ...cues('move_stage', 6, `NAME .. is|was|been|got .. hired|rejected|shortlisted`),
  ...cues(
    'note',
    11,
    `
    @note|add|make|leave|put|drop|attach|append|stick|pop|create|enter .. note|notes|comment|memo|remark .. to|on|for|that|in|about|against|:|saying|under
    add|make|leave|put|drop|attach|append|stick|pop|create|enter .. note|comment|memo
    ^ note|memo|remark|comment|fyi for|on|to|that|:|re|about|in .. NAME
    ^ quick|short|small|another note|memo for|on|to|that|:|re|about .. NAME
    ^ note NAME .. :|-|that|,
    note .. that .. NAME
    note NAME
    note down
    please note
    NAME .. - note|notes :
    note .. for .. file|record|later
    ^ for the record|file
    @note|put .. it|this|that .. in|on|under|to|against|for|down .. file|record|profile|notes|ats|NAME|card|log
    log|record|note|file|save|store it|that|this|down $
    @note .. that|down|:|against|for|on .. NAME
    record|log|note .. to NAME
    record for NAME
    log .. against|on|for|to|under|in .. NAME
    jot|write .. down|that|it
    keep|put .. on file|record
    make a note
    keep|bear in mind .. that
    remember .. that .. NAME
    record|log|note that|how? NAME .. :|-|is|has|was|said|wants|says|prefers|would
    write|put .. in|on|into|under .. NAME 's? .. notes|file|profile|record|card
    add .. to .. NAME 's? .. notes|file|profile|record|card|log
    put|write|add|enter .. in|on|to .. the notes|file|record|ats|profile
    capture|document .. that|this|: .. NAME
    notes for|on NAME :
    `,
  ),
  ...cues(
    'no_show',
    10,
    `
    no-show|noshow|no-showed|no-shows|no-showing|ghosted|ghosting|awol|absent|absentee
    no show|showed|shows
    didn't|didnt|never|not|doesn't|hasn't|wasn't|failed|fails|failing|did .. show|turn|turned|join|joined|dial|dialled|dialed|appear|appeared|attend|attended|connect|connected|showed|shown|login|call|called|arrive|arrived|log|logged|surfaced|materialised|materialized
    never|didn't|didnt|not .. came|come|made|make|picked|pick .. it|to|up|in|online|$
    didn't|never .. there
    wasn't|weren't|not on|in .. @meeting
    wasn't|weren't|was|were|not|nowhere .. there|nowhere|present|around|around
    stood .. me|us|them|NAME .. up
    stood up
    left .. hanging|waiting
    missed|missing|skipped|blew|bunked|misses .. her|his|their|the|our|its|today's|TIME .. @meeting|TIME|slot
    missed .. @meeting
    nobody|none|neither|noone .. turned|came|showed|joined|dialled|dialed|there|appeared
    nobody|none .. from .. NAME .. joined|came|there
    waited .. but|and .. nobody|never|no|didn't
    mark .. as? no-show|absent
    failed to .. show|appear|join|attend|turn|dial
    empty .. room|call
    `,
  ),
  ...cues(
    'move_stage',
    10,
    `
    NAME to|into|→ .. STAGE stage|column|status|bucket
    ^ CAND to|into|→ STAGE please|$
    NAME .. next stage|step|round|phase please|now|$
    NAME .. should|must|can|ought|will .. go|move|progress .. to|into|on STAGE
    advance|progress|promote|graduate NAME $
    making|extending|giving|offering NAME .. offer|job
    ^ to|into|onto the? STAGE please|now|$
    NAME .. should|must|is|belongs be? now? .. in|at .. STAGE now|stage|$
    turn|turning down .. CAND
    `,
  ),
  ...cues(
    'move_stage',
    10,
    `
    NAME .. made it|through|into .. to? .. STAGE
    STAGE - > STAGE
    STAGE → STAGE
    ^ NAME should|must be .. STAGE $
    ^ STAGE stage .. please|$
    NAME .. made it .. STAGE
    `,
  ),
  ...cues(
    'note',
    11,
    `
    update|amend|edit|append NAME 's notes|file|profile|record
    update|amend|edit .. notes|file .. of|for|on .. NAME
    `,
  ),
  ...cues(
    'no_show',
    10,
    `
    no sign of NAME
    forgot to join|attend|show|dial|come|appear|call
    `,
  ),
  ...cues(
    'move_stage',
    10,
    `
    next stage|step|round STAGE
    make|made .. NAME .. next stage .. STAGE
    `,
  ),
  ...cues(
    'move_stage',
    10,
    `
    reject|rejecting|reject PERSON|CAND|NAME
    `,
  ),
]
