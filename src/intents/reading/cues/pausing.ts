import { cues } from './cue.ts'

/** A pause of what stands. */
export const pausingCues = [
  // Said outright.
  ...cues(
    'postpone',
    9,
    `
    @postpone .. NAME|@meeting|process|everything|this|it|that|things|everyone
    ^ @postpone
    to|please|lets|'s @postpone
    put|keep|place|leave|stick|have|putting|keeping|go .. on .. hold|ice|pause|backburner|burner|shelf
    hold|hang|hanging|holding|sit|sitting fire|tight
    pick|come|circle|look this|it|that|NAME .. up|back|again .. in|after|on|next
    keep|leave|put .. parked|paused
    push|put|shove|kick .. NAME|@meeting .. off|out|back
    kick .. down .. road
    take|need|needs a break|pause|breather
    wait|hold .. with|on .. NAME
    back .. burner
    wants|want|needs|need to pause|wait|hold
    hold .. everything
    keep NAME|PERSON warm|simmering|ticking
    `,
  ),
  // Nobody hurries, or is ready.
  ...cues(
    'postpone',
    10,
    `
    no further|more action|movement|contact|steps|work .. on|with|for NAME
    `,
  ),
  ...cues(
    'postpone',
    9,
    `
    not yet .. for|with NAME
    not|isn't|aren't .. ready .. for|to NAME|@meet
    no rush .. on|with|for
    not .. ready .. NAME .. yet
    no hurry|rush|urgency
    put .. brakes .. on
    slow|slowing down .. on|with
    `,
  ),
  ...cues(
    'postpone',
    7,
    `
    no movement|action .. on
    `,
  ),
  // Until when, or how long.
  ...cues(
    'postpone',
    10,
    `
    push|pushing|put|putting .. NAME|@meeting|it|this|that .. off|out|back .. until|till|to|by|for? .. week|month|TIME
    `,
  ),
  ...cues(
    'postpone',
    9,
    `
    don't|dont|nothing|never ... until|till
    no more .. for|with NAME .. until|till|for|$
    ^ wait .. TIME|LENGTH|few|couple|until|till
    @ask|asked|need|want|wants|needs|have|let .. to? wait .. until|till|for|TIME|LENGTH|few|couple
    not .. until|till .. i|we|they|he|she
    on .. hold|ice|pause .. for|with|until|till?
    hold|holding off .. on|with|until|till|for?
    not|don't|dont @proceed .. ahead|forward .. for|yet|now|until|moment
    hold|wait|sit|pause .. until|till|for .. TIME
    hold|park|pause|leave|keep this|it|that|NAME .. until|till
    leave|hold|keep|park|pause .. until|till .. TIME
    leave|hold|keep|park .. until|till|to|for .. after|next|later|new|further|notice|moment|now
    revisit|resume|restart|reopen|retry .. in|after|from|on|next|TIME
    come|pick|circle|get|look .. back|up|again .. to|it|this .. in|after|on|next .. TIME
    push|put|shove|kick|move .. off|out|back .. until|till|to|by|for .. TIME|LENGTH
    push|put|move .. off|out|back .. a|by|LENGTH|TIME
    pick|come|circle .. up|back with|to NAME .. in|after|on .. TIME
    leave|hold|keep|park it|that|this|them|NAME .. for .. TIME|LENGTH|while|bit
    put|kick .. into .. long|TIME
    sit .. on .. until|for
    @not .. be? @proceed .. ahead|forward|through .. yet|now|moment|until|till
    stop .. for now
    ^ not now .. in|later|maybe|TIME|next
    `,
  ),
  ...cues(
    'postpone',
    7,
    `
    NAME .. for now
    NAME .. for the moment|time|present
    `,
  ),
  ...cues(
    'postpone',
    10,
    `
    @meeting|NAME|it|this|that .. has|have|needs|must|should|ought to? be postponed|paused|deferred|shelved|parked|suspended|frozen
    @meeting|NAME|it|this needs|need postponing|pausing|parking|shelving|deferring
    `,
  ),
]
