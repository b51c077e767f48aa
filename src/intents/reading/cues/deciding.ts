import { cues } from './cue.ts'

/** Decisions and answers. What a bare "yes" or "2" means, the thread says (`bareAnswers`). */
export const decidingCues = [
  ...cues(
    'approve',
    9,
    `
    @approve .. option|slot|number|proposal|choice|time|no|# .. NUMBER
    @approve .. the NUMBER
    @approve NUMBER
    approve|approved|approving|greenlight .. NAME|TIME|it|this|that|time|slot|interview|@meeting
    ^ approved|approve|approving
    go|going|run|roll with|for .. option|slot|number|the .. NUMBER
    go|going with NUMBER
    option|slot|number|choice|proposal NUMBER .. @work|works|please|fine|good|is|it|suits|looks|for
    let|lets 's|us? do|take|go .. option|slot|the|number|with NUMBER
    happy with .. option|NUMBER|the
    `,
  ),
  ...cues(
    'decline',
    9,
    `
    @refuse .. these|all|them|those|both|times|time|slots|options|proposals|proposal|option
    none .. of|work|works|suit|suits|fit|fits|these|them|good|are
    none $
    ^ not|isn't .. suitable|qualified|convinced|senior|junior|experienced|strong|right
    ^ lacks|lacking
    going|have|want|decided|like to decline|pass|reject
    not convinced|sold|impressed|keen|persuaded|suitable
    too junior|senior|expensive|inexperienced|green
    nothing .. suits|works|fits|good|possible|suit|work|fit
    neither .. works|suits|fits|of|good
    not .. any|one .. of .. these|them|those|works
    no .. good|slots|of|times .. work|works|good|suit
    we|i|they|client|'ll|ll|will|shall|'d ll? .. pass .. on|this|,|because|as|$
    ^ pass|passing .. on|this|,|for|because|$
    passing on .. NAME|it|this|these
    can't|cannot|cant|couldn't .. make|do|manage .. any|either
    decided .. not|against
    ^ not him|her|them|this|these|that|those
    not interested .. in|any|$
    don't|not|dont|won't .. want|like|going|wish .. proceed|continue|go|move|progress|take
    not .. proceed|proceeding|continuing|continue|going|moving .. with|forward|ahead|$
    not .. a .. fit|match
    not .. right|strong|senior|experienced .. fit|enough|person|candidate
    ^ declined|decline|declining|rejecting|rejected|reject
    decline .. NAME
    turn .. them|these|those|it .. down
    all .. wrong|bad|no good
    `,
  ),
  ...cues(
    'confirm',
    6,
    `
    ^ yes|y|yeh|ja|oui|si|yep|yeah|yup|yea|aye|sure|absolutely|definitely|indeed|affirmative|correct|confirmed|ok|okay|okey|k|kk|roger|ya|yess|certainly|exactly|yh|perfect|agreed|👍|✅|👌|💯|🆗|✔|☑|🙌 .. please|go|do|it|thanks|that|sure|is|'s|right|correct|$
    ^ go ahead|for
    ^ go $
    ^ please do|go
    ^ do it|that|so
    ^ that|this|it 's|is|looks|sounds|works .. right|correct|fine|good|it|perfect|ok|okay|true|accurate|great|me
    ^ sounds|looks|seems good|great|right|fine|perfect|ok|okay|correct
    ^ works for me
    ^ works $
    ^ fine .. by|with|$
    ^ all good
    ^ go for it
    ^ make it so|happen
    ^ you got|bet .. it?
    ^ of course
    ^ by all means
    ^ i confirm|agree
    ^ confirm $
    ^ confirm .. please|that|it|this
    ^ ship|send|book|lock it $
    ^ i|'m am? .. happy|sure|good|fine .. with|$
    checks out
    ^ why not
    ^ lgtm
    `,
  ),
  ...cues(
    'deny',
    6,
    `
    ^ no|nope|nah|nay|negative|na|noo|👎|❌|🚫|🙅 ,? thanks|thank|please|don't|dont|do|keep|leave|not|wait|way|that|'s|need|stop|it|this|$
    ^ no|nope|nah ,
    ^ no $
    ^ no way
    ^ don't|dont|not|never|no @cancel|@move|@sched|@resched|@postpone it|that|this|him|her|$
    ^ don't|dont|not $
    ^ do not $
    ^ don't|dont do|bother|worry|send|touch|change|move .. that|it|this|anything|about|$
    ^ please don't|dont
    ^ not yet|now|really|right|quite|so|that|this|today
    ^ never mind
    ^ nevermind|nvm
    ^ forget it|that|about .. it|that?
    ^ keep|leave .. it|that|this|as|alone|be|the|everything|things .. as|alone|is|be|there|$
    ^ keep|leave it|that|this|them .. as|is|on|in|alone|booked|$
    ^ hold .. on|off|it|your
    ^ wait $
    ^ stop $
    ^ stop that|it|there|please
    ^ scrap|cancel .. that|it|last .. request|thought $
    ^ i .. changed .. mind
    changed my mind
    ^ actually .. no|don't|leave|keep|not|wait
    ^ let|lets .. it|'s|us .. not|be|stand|leave|keep
    ^ leave|let .. everything|it|things .. stand|stay|be
    that|it|you|this is|'s|are|isn't .. not|wrong|incorrect|untrue|false
    isn't|not .. right|correct|true|what
    ^ ignore .. that|it|me|last
    ^ false|wrong|incorrect
    ^ disregard
    ^ on second thought
    ^ rather not
    ^ i|'d would? rather not
    do nothing
    ^ abort $
    ^ i said .. no
    `,
  ),
  ...cues(
    'deny',
    6,
    `
    ^ absolutely|definitely|certainly|hell|oh no|not
    ^ i .. say|said|mean|meant .. no|negative $
    .. answer|that .. is .. no $
    ^ prefer not
    ^ i .. prefer not
    so|and|but no $
    ^ cancel|undo|stop|forget .. my|the|that last? request|command|thing|input
    not .. correct|right|true|so
    ^ quit|stop talking|speaking|it|doing
    `,
  ),
  ...cues(
    'confirm',
    6,
    `
    ^ that .. is|'s .. a? yes|affirmative|fact|true|right|correct|definite
    ^ you|you're .. right|correct $
    ^ true $
    ^ true ,
    ^ all right $
    answer .. is .. yes
    ^ that would be great|awesome|perfect|good|lovely|fine
    ^ yeap|yeppers|yah|yass|okie
    makes sense
    ^ great|perfect|excellent .. do|go|book|send|confirm
    `,
  ),
  ...cues(
    'confirm',
    6,
    `
    ^ go on $
    ^ yes|yep|ok|sure .. cancel|do|move|book|send|delete|remove
    `,
  ),
  ...cues(
    'deny',
    6,
    `
    ^ leave|keep him|her|them|it in|on|there|be
    `,
  ),
  ...cues(
    'decline',
    9,
    `
    all .. clash|conflict|conflicts|bad|taken|wrong|busy
    no go
    ^ none
    `,
  ),
  ...cues(
    'decline',
    9,
    `
    say|saying no
    `,
  ),
  ...cues(
    'decline',
    9,
    `
    ^ no|nope from us|me|our|the|my
    a? no for us|me|this
    not for us|me
    we|i 're|are|'m|am out
    `,
  ),
  ...cues(
    'deny',
    6,
    `
    ^ no|nope|nah !|.|;|-
    ^ leave|keep .. NAME|@meeting .. alone|be|in|on|as|where|there|put
    ^ better|best not|leave
    ^ don't|dont|never|not touch|change|alter|disturb|mess|cancel|move|drop|remove .. NAME|@meeting
    ^ rather you|we didn't|not
    `,
  ),
  ...cues(
    'deny',
    6,
    `
    rather you|we .. not|didn't|don't|dont
    ^ no|nope|nah ,? leave|keep .. NAME|@meeting
    ^ nevermind
    `,
  ),
  ...cues(
    'deny',
    6,
    `
    ^ not|no|fat a|on? chance|hope|way|ever
    `,
  ),
  ...cues(
    'decline',
    9,
    `
    ^ we're|we|i|i'm|they're|client|us 's|'re|are|am|is? passing|declining|rejecting
    ^ we're|i'm|they're passing|declining|rejecting
    `,
  ),
]
