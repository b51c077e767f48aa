import { cues } from './cue.ts'

/** Other people in what stands, or another candidate, client or job. */
export const amendingPeopleCues = [
  // Who takes part.
  ...cues(
    'update',
    11,
    `
    CONTACT .. doesn't|needn't|don't|dont|doesnt need|have? .. to? attend|join|be|come|sit|dial
    no need for CONTACT
    @drop CONTACT .. from|off|out
    CONTACT .. takes|taking|take CONTACT 's place|seat|spot|slot
    CONTACT .. in .. for|of CONTACT
    CONTACT .. in|to .. CONTACT 's place|seat|spot|stead
    swap|sub|bring|put .. in? .. CONTACT .. in? for CONTACT
    CONTACT .. subs|subbing|sits|sitting .. for .. CONTACT
    CONTACT .. on|part of? .. it|panel|interview|loop|call
    want|need CONTACT on|in .. it|this|there|panel
    CONTACT .. takes|taking|take over from|for CONTACT
    ^ so? use|try|take|have|get|put CONTACT .. instead|in|$
    `,
  ),
  ...cues(
    'update',
    9,
    `
    put|have|let|do CONTACT .. first|last|second|third|before|after
    CONTACT is|'s out|off|away|unavailable
    CONTACT .. replacing|replaces|covering CONTACT
    CONTACT is|'s busy|ill|sick
    have|let CONTACT do|take|run|lead it|this|that
    CONTACT steps|stepping|step|filling|fills in
    don't|dont|doesn't|won't|no need|want|require CONTACT|for
    `,
  ),
  ...cues(
    'update',
    8,
    `
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
    should|must|supposed .. be|read|say|been .. CLIENT|JOB|CAND|CONTACT|LENGTH|MODE
    meant|mean .. CLIENT|JOB|CAND|CONTACT|LENGTH|MODE
    wrong CAND|CONTACT|CLIENT|JOB|NAME
    `,
  ),
  // Whom and what it is about.
  ...cues(
    'update',
    9,
    `
    @change|set client|job|role|company|position|candidate .. to|into .. CLIENT|JOB|CAND|UNKNOWN
    @change|set the client|job|role|company|position|candidate .. to|into .. CLIENT|JOB|CAND|UNKNOWN
    `,
  ),
  ...cues(
    'update',
    8,
    `
    the|its|it|'s client|job|role|candidate|position|company|title is|should|'s|was|: .. CLIENT|JOB|CAND
    client|job|role|candidate|position|company|title is|should|'s|: .. CLIENT|JOB|CAND|UNKNOWN
    should|meant|supposed to? have? .. been|be .. CLIENT|JOB|CAND
    it|that|this is|'s|was for|with|at .. CLIENT|JOB|CAND .. not|actually
    for|not .. CLIENT|JOB|CAND .. not|, .. CLIENT|JOB|CAND
    wrong client|job|role|candidate|person|company|position
    CLIENT|JOB|CAND .. not .. CLIENT|JOB|CAND
    CLIENT|JOB .. instead
    `,
  ),
  ...cues(
    'update',
    8,
    `
    @add CONTACT
    `,
  ),
  ...cues(
    'update',
    9,
    `
    ^ CONTACT first|before|after .. CONTACT
    make|give|keep CONTACT 's? .. NUMBER|LENGTH
    `,
  ),
  ...cues(
    'update',
    9,
    `
    CONTACT wants|want|needs|would|asked .. in|part|seat .. on|of|at .. this|it|that|panel|loop|interview|call
    CONTACT wants|want|asked in|join
    `,
  ),
  ...cues(
    'update',
    9,
    `
    CONTACT can't|cannot|won't|isn't .. take|leave|drop|pull PERSON off|out
    `,
  ),
]
