import { cues } from './cue.ts'

/** Opening a request. */
export const schedulingCues = [
  ...cues(
    'schedule',
    9,
    'put|throw|pop|stick|drop|get|add|place .. on|in|into .. @calendar .. for|with|between .. NAME',
  ),
  ...cues(
    'schedule',
    7,
    `
    @sched .. NAME
    @sched ... NAME
    @sched .. @meeting
    ^ schedule|book|arrange $
    set|line|fix|tee|hook|setting|lining|fixing|teeing .. up
    set|line|fix|tee|hook NAME|PERSON ... up
    setup .. NAME
    set up .. @meeting
    pencil|slot|squeeze|fit|pop|stick|block|diarise .. in
    pencil|pencilling|diarise|slot NAME
    @get .. in|on .. @calendar
    @get .. in front of
    @get .. NAME .. in front of
    @get NAME .. in|sat|down|over|across|together|talking|speaking|chatting|booked|scheduled|slotted|seen with|to|by .. NAME
    @get .. NAME .. with|w|to|and .. CLIENT|CONTACT
    get|getting .. NAME .. booked|scheduled
    @get .. time|slot|hour|room|meeting|interview|call|chat|screen|intro|session|loop|panel for|with|between .. NAME
    @get|make|carve|block|reserve|hold|snag .. LENGTH .. for|with|between .. NAME
    @get|make|carve|block|reserve|hold|grab .. @times .. for|with|between .. NAME
    put .. NAME .. together|through with|to .. NAME
    put .. NAME .. in|into|on|with|before .. CLIENT|CONTACT
    put|throw|pop|stick|drop|get|add|place .. on|in|into .. @calendar .. for|with|between .. NAME
    put .. @meeting .. together|in|on .. for|with|calendar
    put NAME and NAME in touch|together
    sort out? .. @meeting
    sort .. NAME .. out|with
    sort|sorting something|it|time .. out .. for|with|between .. NAME
    coordinate|organise|organize|coordinating .. NAME
    fix|set .. date|time|slot|meeting|interview .. with|for
    set|name|agree .. @meeting .. with|for|between
    kick|start|run|begin .. @meeting|loop .. for|with
    let NAME meet|see|speak|talk|interview|chat
    have|having NAME meet|meeting|interview|interviewed|speak|talk|see|chat
    introduce NAME to|with|and .. NAME
    introduction|intro|intros .. NAME .. to|with|and .. NAME
    intro .. NAME
    connect|match|pair NAME with|and|to .. CONTACT|CLIENT|CAND
    time|slot|interview|call|meeting for|with|between .. NAME
    `,
  ),
  ...cues(
    'schedule',
    6,
    `
    NAME .. @meet .. NAME
    NAME and|& NAME .. @meet|sit|sync
    NAME to|should|must|will|can|gets|gotta @meet
    NAME .. @want .. @meet|interview .. with? .. NAME
    NAME .. want|wants|need|needs|wanted|like|love|have|due|owed|requires|require|deserves|wanting .. @meeting|LENGTH .. with|at|for|from .. NAME
    NAME .. want|wants|need|needs|wanted|like|love|have|due|requires|wanting .. CLIENT|CONTACT .. @meeting|@times
    NAME .. needs|wants|need|want|gets .. @meeting|LENGTH
    need|want|like .. @meeting|LENGTH .. for|with|between .. NAME
    need|want|get|require a|an slot|interview|time|date|meeting $
    time .. for .. NAME .. @meeting
    time .. for .. @meeting
    due|up|ready|set|here|next for .. @meeting .. with|at .. NAME
    NAME .. up|ready|next for|with|at .. CLIENT|CONTACT
    @want to @meet|interview .. NAME
    NAME .. like|want|wants|love|keen|happy|eager|hoping|asked to @meet|interview .. NAME
    NAME .. in|up for .. CLIENT
    `,
  ),
  ...cues(
    'schedule',
    4,
    `
    ^ @meeting .. for|with|between .. NAME
    @meeting .. for|with|between .. NAME .. and|with|at .. NAME
    CAND .. x|/|→|>|+|w|with|@|vs|and|&|to|for .. CLIENT|CONTACT
    CLIENT|CONTACT .. x|/|→|>|+|w|with|@|vs|and|&|to|for .. CAND
    ^ CAND .. with|at|for .. NAME
    UNKNOWN .. x|/|→|>|w|with|@|vs|to|for|at|and .. CLIENT|CONTACT|JOB
    CLIENT|CONTACT .. x|/|→|>|w|with|@|vs|to|for|and .. UNKNOWN
    ^ NAME x|/|→|> NAME
    ^ LENGTH .. @meeting? .. NAME .. with|at|and .. NAME
    CAND .. CLIENT|CONTACT .. TIME|LENGTH
    CAND .. , .. CLIENT|CONTACT
    NAME .. @meeting .. with|at .. CLIENT|CONTACT
    @meet .. NAME
    `,
  ),
  ...cues(
    'schedule',
    2,
    `^ CAND .. on|at|for? .. TIME\n^ CAND .. LENGTH\nCAND ... CLIENT\nCLIENT ... CAND\nCAND ... CONTACT\nCONTACT ... CAND\n^ MODE .. @meeting .. NAME`,
  ),
  ...cues(
    'schedule',
    9,
    `
    what|how about NAME .. for|with|at|and .. CLIENT|CONTACT|CAND
    send|drop|shoot|fire|issue .. invite|invites|invitation|invitations .. for|to|with|between .. NAME
    invite NAME to|for .. @meet|interview|@meeting
    invite NAME .. to|for a|an .. @meeting
    get .. ball rolling
    make|find time for CAND
    bring|bringing|get|have|invite|inviting|fly NAME .. in|over|down to|for|with|at|and .. NAME
    have|get|let|want|need|ask|invite NAME to? come|pop|drop|go|swing in|over|down|by
    get|put|pop|stick|drop|throw|bung|find|set something|time|it|that|them|NAME .. in|into|on .. @calendar
    get|have|put .. NAME .. in|on|into .. @calendar
    `,
  ),
  ...cues(
    'schedule',
    11,
    `
    have|get|let|allow|want|need NAME to? .. @meet .. NAME
    put|use|have|take|get|try|book|slot NAME in|on? instead
    put|slot|pop|stick|book|squeeze NAME in|into it|that|this|there
    put|bring|get NAME forward? .. for .. an|a @meeting .. with|at
    `,
  ),
  ...cues(
    'schedule',
    10,
    `
    CONTACT|CLIENT asked|asks|wants|asking for CAND
    CONTACT|CLIENT 's|is|are|has|have|were asking|asked|begging for CAND
    `,
  ),
  ...cues(
    'schedule',
    9,
    `
    @meeting .. has|have|needs|must|should|to to? be @sched:ed|set|arranged .. NAME
    NAME .. has|have|needs|must|should to? be @sched:ed .. with|at|for|in
    @get NAME a|an|some .. @meeting
    @get a|an @meeting for NAME
    NAME needs|need booking|scheduling|slotting .. with|at|in
    could|can|shall|should|would we|i|you @sched|have|get|do|set .. LENGTH .. for|with|between .. NAME
    `,
  ),
  ...cues(
    'schedule',
    9,
    `
    sort|fix|arrange|find|set|get|give .. LENGTH for|with|between .. NAME
    `,
  ),
]
