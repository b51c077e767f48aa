const weekday = '(?:mon|tues?|weds?|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?'
const date = '(?:the )?\\d{1,2}(?:st|nd|rd|th)'
const day = `(?:on )?(?:(?:this|next|the) )?(?:${weekday}(?: (?:the )?\\d{1,2}(?:st|nd|rd|th))?|${date})`
const dayList = `${day}(?:(?:,| or| and|, or|, and| &) ${day})*`
const clock =
  '(?:\\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]\\.?m\\b\\.?)?(?! ?(?:st|nd|rd|th|/))|noon|midday|half (?:past )?\\w+|quarter (?:past|to) \\w+)'
const weekdayName = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const standsAlone =
  '\\b(?! (?:next|this|the|of|in|morning|afternoon|evening|night|\\d|am\\b|pm\\b|or\\b|and\\b|but\\b)|,? ?(?:mon|tue|wed|thu|fri|sat|sun))'
const event = "(?:my |the |our |that |this )?[a-z'-]+(?: (?!(?:is|at|on|to|until|till|til)\\b)[a-z'-]+)?"
const isOver = '(?:ends?|finish(?:es)?|is (?:over|done|finished)|wraps? up|lets out|gets out|done|over)'
const begins = '(?:starts?|begins?|kicks? off)'
const obliged =
  "(?:(?:'ll |will |'d |would |do |just |only |also )?(?:have to|need to|must|'ve got to|have got to|gotta|got to|should|need to))"
const goes =
  '(?:leave|go|run|dash|finish|stop|end|shoot off|head off|head out|jump off|drop off|hop off|wrap up|be (?:done|gone|out|off|away|finished)(?: of (?:there|here))?)'

/**
 * Turns of speech that are said of several times at once or of something beside them, and what they say in words that the grammar has.
 * They come before the idioms.
 */
export const spokenTurns: readonly (readonly [pattern: RegExp, words: string])[] = [
  // "11 to 12 is taken, either side is fine"; "either side of lunch".
  [
    /\b(free|available|open|clear|good|fine|ok|okay) (?:at |on )?(?:either side(?: of (?:that|those|these|it|them|this))?|otherwise)(?= ?(?:[.,;!\n]|$))/gi,
    'otherwise $1',
  ],
  [/\beither side(?: of (?:that|those|these|it|them|this)\b|(?= (?:is|works|would|suits)\b))/gi, 'otherwise'],
  [
    new RegExp(
      `\\b(?:on )?(?:either side of|around) (lunch(?:time)?|${clock} ?(?:-|–|to|until) ?${clock})(?: (${day}))?`,
      'gi',
    ),
    '$2 any time except $1',
  ],
  // "Not Mondays and Friday afternoons": all of Monday.
  [
    new RegExp(
      `\\b(except|avoid|not|no|bar|barring|apart from|other than|excluding|save|skip) (${weekday}s?) (and|or|&) (?=${weekday} (?:mornings?|afternoons?|evenings?|am|pm)\\b)`,
      'gi',
    ),
    '$1 $2 all day $3 ',
  ],
  [
    new RegExp(`\\b(the ${weekday}) (?:right |just |straight |immediately |directly )?after (?:it|that|this)\\b`, 'gi'),
    '$1 after',
  ],
  [/\b(?:at )?(?:the )?same time,? (?=(?:at |from )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m|-|–|to\b))/gi, ''],
  // "11 on Tuesday, though 12 would be nicer"
  [
    /,? (?:though|although|but|or) (?:at )?(\d{1,2}(?::\d\d)?)(?= (?:would|might|could|is|'d) (?:be )?(?:even )?(?:nicer|better|best|easier|ideal|preferable|good))/gi,
    ' or at $1',
  ],
  // "Until 1 is all I have", "I've got until 1pm."
  [
    new RegExp(`\\b(?:i|we)(?:'ve| have)(?: only)?(?: got)? (?:until|till|til|up to) (?=${clock})`, 'gi'),
    'only until ',
  ],
  // "I have to leave at 3"
  [
    new RegExp(
      `(?:\\b(?:but|though|although|however|only|just|only that|except)\\b,? )?\\b(?:i|we)(?: |(?='))${obliged} ${goes}(?: by| before| at| around| for)* (?=${clock})`,
      'gi',
    ),
    'but only until ',
  ],
  // "After class (ends 11:30)", "after class until 2 (class ends 11:30)"
  [
    new RegExp(
      `\\bafter ${event}( [^().;\\n]{0,30})? ?\\((?:it |that |which |${event} )?${isOver}(?: (?:at|around|by))? (${clock})\\)`,
      'gi',
    ),
    'from $2$1',
  ],
  [
    new RegExp(
      `\\bbefore ${event}( [^().;\\n]{0,30})? ?\\((?:it |that |which |${event} )?${begins}(?: (?:at|around))? (${clock})\\)`,
      'gi',
    ),
    'until $2$1',
  ],
  // "Once my exam finishes at 1"
  [
    new RegExp(
      `\\b(?:once|when|after|as soon as|from when) (?:my|the|our) [a-z'-]+(?: [a-z'-]+)? ${isOver} (?:at|around) (?=${clock})`,
      'gi',
    ),
    'after ',
  ],
  [
    new RegExp(
      `\\b(?:before|until|till) (?:my|the|our) [a-z'-]+(?: [a-z'-]+)? ${begins} (?:at|around) (?=${clock})`,
      'gi',
    ),
    'before ',
  ],
  // "Apart from the 9th, any afternoon"
  [
    new RegExp(
      `(?<=^|[.;!\\n] ?)(?:except|apart from|other than|aside from|besides|barring|excluding|bar|save)(?: for)?(?: on)? (${dayList}),? ((?:(?:any|every|all|whenever|next week|the week)\\b|(?:i|we)(?:'m|'re| am| are)\\b)[^.,;\\n]{3,60})`,
      'gi',
    ),
    '$2 except $1',
  ],
  // "We are flexible, just no Mondays"
  [
    /(?<=\b(?:i'm|im|i am|we're|we are|am)(?: (?:pretty|very|quite|fairly|completely|totally|mostly|all|really|wide|generally|super)){0,2} (?:open|free|flexible|available|clear|easy)),? (?:(?:but|just|only|so|please|as long as it's) )+(?:please )?(?:avoid|not|no|skip|steer clear of|nothing(?: on)?)(?= (?!before|after|until|earlier|later))/gi,
    ' except',
  ],
  // "Every morning bar Friday next week": the week is that of what is free, too.
  [
    new RegExp(
      `\\b((?:any|every|all) (?:weekday |week ?day )?(?:evenings?|mornings?|afternoons?|lunchtimes?|weekdays?|working days?)) (?:but|except|bar|except for|apart from|other than|excluding|save) (${dayList}) ((?:of )?(?:next|this|that) week)\\b`,
      'gi',
    ),
    '$1 $3 except $2',
  ],
  // "Not this Thursday, next Thursday"
  [
    new RegExp(
      `(?<=^|[.!;\\n] ?)not (${day}),? (?:but )?(?=(?:on )?next ${weekday}(?: ?[.,]|$| (?:\\d|at|from|after|before|in|works|would|morning|afternoon)))`,
      'gi',
    ),
    '',
  ],
  // "The 9th on works"
  [
    new RegExp(
      `(?<!\\b(?:from|what|going) )\\b((?:the )\\d{1,2}(?:st|nd|rd|th)|${weekday}) on(?= ?(?:is\\b|are\\b|works\\b|would\\b|suits\\b|[.,;!\\n]|$))`,
      'gi',
    ),
    'from $1 onwards',
  ],
  // "Wed 30: before 10": a row of a list.
  [new RegExp(`(?<=^|[\\n;,•.:] ?)(${weekday}) (\\d{1,2})(?:: (?=\\S)| [-–] (?=[a-z]))`, 'gim'), '$1 the $2, '],
  // "Any Tuesday or Thursday"
  [
    new RegExp(`\\b(?:any|every|each) (${weekdayName})(?: ?(?:,|or|and|/) ?)(${weekdayName})${standsAlone}`, 'gi'),
    '$1s or $2s',
  ],
  [new RegExp(`\\b(?:any|every|each) (${weekdayName})${standsAlone}`, 'gi'), '$1s'],
  // "The 4 pm one"
  [/(?<!\b(?:make|change|to|is|was) )\b(?:the|that|your) (?=\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b)/gi, ''],
  [/\bbest bets?\b/gi, 'best'],
  // "From 9 to 5 with a break 12-1"
  [
    /\b(?:with|minus) (?:a |my )?(?:short |lunch )?(?:break|gap|pause|lunch)(?: break)?(?: from| at| between)? (?=\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)? ?(?:-|–|to|until|and) ?\d)/gi,
    'except ',
  ],
  // "Tuesday's out and so is Wednesday"
  [
    new RegExp(
      `\\b(out|off|away|busy|full|booked|gone|taken|packed|bad|tricky|no good|unavailable|blocked|impossible|a no)(?: for (?:me|us))?,? (?:and )?(?:so|as) (?:is|are|would be) (${day}[^,.;!?\\n]{0,20}(?:, (?:the )?(?:\\d{1,2}(?:st|nd|rd|th|/)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \\d)[^,.;!?\\n]{0,20})?)`,
      'gi',
    ),
    '$1. $2 is out',
  ],
  // "Any day as long as it isn't Wednesday"
  [
    /,? ?\b(?:as long as|so long as|provided|providing|if)(?: that)? (?:it|that|this)(?:'s| is) ?(?:not|n't) (?:on )?(?:an? )?(?=(?:the \d|\d|mon|tue|wed|thu|fri|sat|sun))/gi,
    ' except ',
  ],
  [
    /,? ?\b(?:as long as|so long as|provided|providing)(?: that)? (?:it|that|this) (?:isn't|isnt|ain't) (?:on )?(?:an? )?(?=(?:the \d|\d|mon|tue|wed|thu|fri|sat|sun))/gi,
    ' except ',
  ],
  // "Monday or Tuesday, either am"
  [
    /\b((?:either|both|all|each|any)(?: (?:day|days|of them))?|(?:mon|tues|wednes|thurs|fri)day|next week|next wk) am(?= ?(?:[.,;!?\n)]|$|or\b|only\b|please\b))/gi,
    '$1 in the morning',
  ],
  [
    /\b((?:either|both|all|each|any)(?: (?:day|days|of them))?|next week|next wk) pm(?= ?(?:[.,;!?\n)]|$|or\b|only\b|please\b))/gi,
    '$1 in the afternoon',
  ],
  // "Anytime Thursday, I've taken the day off"
  [
    /\b((?:any ?time|all day|whole day|free|works|good|fine|suits)\b[^.;\n]{0,40}),? (?:as |because |since |cause )?i(?:'ve| have)? (?:taken|booked|got|have) (?:the|that|those) (?:whole |full )?(?:days?|morning|afternoon) off\b/gi,
    '$1',
  ],
  // "I'm off on the 24th and 25th so those are best"
  [
    /\b(?:i'm|i am|im) off (?:work )?(?:on )?([^.;\n]{3,40}?),? so (?:those|that|these|both|it|they)(?: days?)?(?:'s| are| is| would be) (?:the )?(?:best|good|ideal|easiest|easier|fine|perfect|great|free|open)\b/gi,
    '$1 is free',
  ],
  [
    /\b(?:can|could) (?:we|you) (?:please )?(?:keep|make|have|get) it (?=(?:before|after|by|until|between|from|no later)\b)/gi,
    'only ',
  ],
  // "Before I pick the kids up at 3"
  [
    new RegExp(
      `\\b(before|after|until|till) (?:i|we) (?:(?:have to|need to|must) )?[a-z'-]+ (?:[a-z'-]+ ){0,5}?(?:at|around) (?=${clock})`,
      'gi',
    ),
    '$1 ',
  ],
  // "3 please, or 1 if 3 is gone"
  [
    /\b(or [^.,;\n]{1,25}?) if (?:option |slot |number |#|the )?(?:\d|first|second|third)(?: one)?(?:'s| is|'s been| has been) (?:gone|taken|full|booked|not possible|no good)\b/gi,
    '$1',
  ],
  [/\blunchtimes\b/gi, 'lunchtime'],
  [/\bweekends? only[,:]? (?=[^\n]{0,80}\b(?:sat|sun)(?:urday|day)?\b)/gi, ''],
  [/\bweekend only\b/gi, 'weekends only'],
  [/\bthe (weekend),? (?=sat|sun)/gi, ''],
  // "Between meetings: 10:30 to 11": says why.
  [
    /\b(?:in )?between (?:my |the )?(?:meetings|calls|classes|lectures|lessons|shifts)\b(?=[^.;\n]{0,50}\d ?(?:-|–|to|until) ?\d)/gi,
    '',
  ],
  // "Make it 12."
  [/\bmake (?:it|that) (\d{1,2})(?= ?(?:[.,;!?\n]|$|then\b|instead\b|please\b))/gi, 'make it at $1'],
]

/** Conditions and asides that lie with the others or with nobody: they take nothing back. */
export const asides: readonly RegExp[] = [
  /,? ?\bif (?:the |your |all |every)?(?:panel|team|manager|hiring manager|interviewers?|others|guys|folks|lads|one|body|they)(?:'re|'s|s| is| are)? (?:about|around|free|available|in|up for (?:it|that)|ok|okay|happy|game|keen|there|can (?:make|do|manage) (?:it|that))\b/gi,
  /,? ?\bif (?:you|ye|yous|u|y'all|yall|ya|they|the team|the panel)(?: guys| folks| lads)? (?:can|could) (?:manage|make|swing|do|fit|squeeze|stretch to|live with) (?:it|that|this|me in|me)\b/gi,
  /,? ?\bif (?:you|ye|yous|u|y'all|yall|they)(?: guys| folks)?(?: do| can do| work| offer| run| interview on| are open on| meet on| can stretch to)+ (?:weekends|evenings|saturdays|sundays|out of hours|late ones|early ones)\b/gi,
  / ?\((?:no joke|not a joke|no kidding|not kidding|seriously|honestly|i know,? i know|sorry|lol)[!.]?\)/gi,
]
