import { correctSlips } from './correctSlip.ts'
import { spellDottedDates } from './dottedDates.ts'
import { dropReasons } from './dropReasons.ts'
import { germanToEnglish, isGerman } from './germanWords.ts'
import { unpackClocks } from './packedClocks.ts'
import { asides, spokenTurns } from './spokenTurns.ts'

const monthWord = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const weekdayWord = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const shortWeekday = '(?:mon|tues?|weds?|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?s?'
const spokenOrdinal =
  '(?:first|second|third|[a-z]+teenth|[a-z]+ieth|twelfth|eleventh|tenth|ninth|eighth|seventh|sixth|fifth|fourth|twenty|thirty)'
/** "doesn't work", "is no good", "is taken": said of a time that falls through. */
const fallsThrough =
  "(?: (?:doesn't|does not|doesnt|don't|do not|dont|isn't|is not|isnt|aren't|won't|will not|can't)(?: (?:be|work|suit|fit|possible|good|ok|okay|fine|convenient|available|free|out|do|an option))*|(?:'s| is| are) (?:not(?= (?:possible|good|ok|okay|fine|convenient|available|free|an option)|,|$)|no good|taken|gone|out|full|booked|busy|too (?:early|late|soon))(?: (?:possible|good|ok|okay|fine|convenient|available|free|an option))?)"

/** Idioms and short forms, and what they say in words that the grammar has. */
const idioms: readonly (readonly [pattern: RegExp, words: string])[] = [
  // "Any time by end of day Wednesday": that day is in it, all of it.
  [
    new RegExp(
      `\\b(?:by|before|until|till|til|up to) (?:the )?(?:end of (?:the )?(?:working |business )?day|end of (?:play|business)|close of (?:play|business)|eod|cob|cop|eob)(?: on)?,? (?=(?:next |this |on )?(?:the \\d|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2} ${monthWord}|${monthWord} \\d|${shortWeekday}\\b))`,
      'gi',
    ),
    'until ',
  ],
  // "3 works, so does 4:30", "... as is Tuesday".
  [
    new RegExp(
      `(?<!\\b(?:out|off|away|busy|full|booked|gone|taken|packed|bad|tricky|no good|unavailable|blocked|impossible|a no)(?: for (?:me|us))?),? ?\\b(?:and )?(?<!\\b(?:out|off|away|busy|full|booked|gone|taken|packed|bad|tricky|good|unavailable|blocked|impossible|no)(?: for (?:me|us))?,? (?:and )?)(?:so|as) (?:does|do|is|are|would|will|can) ((?:the \\d|\\d|(?:next |this )?${shortWeekday}\\b)[^,.;!?\\n]{0,30})`,
      'gi',
    ),
    ', $1 works',
  ],
  [/\bfrom that (?:day|date)(?: (?:on|onwards?|forward))?\b/gi, 'from then on'],
  [/\b(?:on )?(?:that|the same) (?=morning\b|afternoon\b|evening\b)/gi, 'that day in the '],
  // "Any day before the 11th": not the day before it.
  [
    new RegExp(
      `\\b(?:any|every|each) (?:working |week ?)?days? (before|after)(?= (?:the (?:\\d|${spokenOrdinal})|\\d{1,2}/\\d|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2} ${monthWord}|${monthWord} \\d|christmas|xmas|boxing|new year|easter|good friday|thanksgiving|hanukkah|eid|diwali|[a-z. ]{3,16}'s day|${shortWeekday}\\b))`,
      'gi',
    ),
    'any time $1',
  ],
  // "Anything but Monday next week": the week is that of what is free, too.
  [
    new RegExp(
      `\\b(?:anything|any ?time|any ?day|every ?day|everything) (?:but|except|bar|except for|apart from|other than|excluding) ((?:on )?(?:${shortWeekday})(?:(?:,| or| and|, or|, and) ${shortWeekday})*) ((?:of )?(?:next|this|that) week|the week of the \\d+(?:st|nd|rd|th))\\b`,
      'gi',
    ),
    'any time $2 except $1',
  ],
  // "I have Monday and Tuesday wide open"
  [
    /\b(?:i|we)(?:'ve| have|ve)?(?: got| have)? ((?:the |next |this )?(?:\d|mon|tue|wed|thu|fri|sat|sun)[^.!?\n,]{1,40}?) (?:all |kept )?(?:wide|completely|totally|fully|entirely) (?:open|free|clear|empty)\b/gi,
    '$1 is free',
  ],
  [
    new RegExp(
      `\\b(?:wide|completely|totally|fully|entirely) (?:open|free|clear)(?: all day)?(?: on)? (?=${shortWeekday}\\b,? and\\b)`,
      'gi',
    ),
    'free all day ',
  ],
  [/\b(?:a )?hard[- ](?:stop|out) (?:at|by|of|is|is at)(?= )/gi, 'only until'],
  [/\b(?:a )?hard[- ]start (?:at|of|is|is at)(?= )/gi, 'only from'],
  [/\bi\.e\.?(?=[\s,])/gi, '. that is'],
  [/\be\.g\.?(?=[\s,])/gi, 'say'],
  [
    /\b(?:i have|i've|ive|we have|we've) (?:blocked|reserved|held|saved|kept|put aside)(?: off| out)?\b(?=[^.!?\n]{0,90}\b(?:for you|for this|for the interview|for the call|for us)\b)/gi,
    'i am free',
  ],
  [/\b(?:due|owing|thanks) to(?= (?!you))/gi, 'because of'],
  [
    /\b(?:move|push|shift|reschedule|rebook|rearrange|bring|switch|change|postpone|delay) (?:it|this|that|things|us|(?:the|our|my) (?:call|chat|interview|meeting|slot|time))?(?: ?(?:back|forward|out|up|round|around))? ?(?:to|till|until|for)(?= )/gi,
    'do',
  ],
  [/\b(?:swap|switch|exchange|move|change|shift) ([^.!?\n]{2,40}?) (?:for|with|to)(?= )/gi, 'not $1. '],
  [
    new RegExp(
      `\\b(prefer|rather have|choose|like) ((?:${shortWeekday}|the \\d+(?:st|nd|rd|th))(?: (?:morning|afternoon))?) (?:to|over)(?= (?:${shortWeekday}|the \\d))`,
      'gi',
    ),
    '$1 $2 rather than',
  ],
  // "I'd rather the 13th than the 12th"
  [
    new RegExp(
      `\\brather (?:do |have |take |it (?:was|were|be) )?((?:on )?(?:the \\d{1,2}(?:st|nd|rd|th)|${shortWeekday}\\b)[^.,;!?\\n]{0,20}?) (?:than|to) (?=(?:on )?(?:the \\d|${shortWeekday}\\b))`,
      'gi',
    ),
    '$1 rather than ',
  ],
  // "Monday rather than Tuesday, after 2": the hours behind it are Monday's.
  [
    new RegExp(
      `(?<=\\b(?:the \\d{1,2}(?:st|nd|rd|th)|${shortWeekday})) (?:rather than|instead of|as opposed to) (?:on )?(?:the \\d{1,2}(?:st|nd|rd|th)|${shortWeekday})(?= ?[,.;!?\\n]|$)`,
      'gi',
    ),
    '',
  ],
  [/^g'?day\b/i, 'hi'],
  [/\bas well as\b/gi, 'plus'],
  // "10 onwards CET"
  [
    /(\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?) (onwards?|or later|or earlier|on) (\(?(?:UTC|GMT|[A-Z]{1,4}T|(?:UK|US|[A-Z][a-z]+(?: [A-Z][a-z]+)?) time)\)?)(?= |$|[,.;!?\n])/g,
    '$1 $3 $2',
  ],
  [/\b(apart|aside) form\b/gi, '$1 from'],
  // "Ten until one": two hours, where "at ten until one" is one.
  [
    /(?<!\b(?:at|by|until|before|after|about|around) )\bten until (?=one\b|two\b|three\b|noon\b|twelve\b)/gi,
    '10 until ',
  ],
  // "Tue & Wed (17th, 18th)"
  [
    new RegExp(
      `\\b(${shortWeekday}) ?(and|or|&|/) ?(${shortWeekday}) \\((?:the )?(\\d{1,2}(?:st|nd|rd|th)) ?(?:,|/|and|or|&)+ ?(?:the )?(\\d{1,2}(?:st|nd|rd|th))\\)`,
      'gi',
    ),
    '$1 the $4 $2 $3 the $5',
  ],
  // "All of Tuesday"
  [
    new RegExp(
      `\\ball of (?:on )?(?=(?:next |this )?(?:${shortWeekday}\\b|the \\d|\\d{1,2}(?:st|nd|rd|th|/)|\\d{1,2} ${monthWord}|${monthWord} \\d|today|tomorrow))`,
      'gi',
    ),
    'all day ',
  ],
  // "Week 10:30" is no tenth week.
  [
    /\bweek (?=\d{1,2}(?:[:.]\d\d| ?(?:am|pm)\b| ?[-–] ?\d| (?:to|until) \d| or (?:earlier|later)| onwards?))/gi,
    'week, ',
  ],
  [/\b((?:at|from|after|before|until) \d{1,2}) (?=(?:the )?week (?:commencing|of|beginning|starting))/gi, '$1, '],
  // "The 20th, Dec 23": no 20th of December at 23.
  [
    new RegExp(`(\\d(?:st|nd|rd|th)), (?=${monthWord} \\d{1,2}\\b(?! ?(?:[-–:]|[ap]m\\b|to\\b|until\\b)))`, 'gi'),
    '$1 and ',
  ],
  [/\bnot (today|tomorrow),? (?:but )?(?=(?:the )?(?:rest|remainder) of\b)/gi, 'not $1. '],
  // "As long as we finish by 4", "but I have to leave at 3"
  [
    /\b(?:as long as|so long as|provided|providing|if|but|only if)(?: that)? (?:we|i|it|you|they|that)(?:'re|'m|'s| are| am| is|'ll|'d)? ?(?:can |could |have to |need to |needs to |must |will |would need to |be )*(?:finish|done|ends?|leave|finished|wrap up|wrapped up|over|out|go|run|dash|off|away|stop)(?: of there| up)? (?:by|before|at) (?=\d|noon|half|quarter|one\b|two\b|three\b|four\b|five\b)/gi,
    'but only until ',
  ],
  [/\b((?:after|before|from|until) \d{1,2}(?::\d\d)?(?: ?[ap]m)?) only\b/gi, '$1'],
  [/(?<=[,)] ?)all (?=(?:from |between )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)? ?(?:-|–|to\b|until\b|and\b))/gi, ''],
  [/\b(i'm|im|am|is|are|i am) buys\b/gi, '$1 busy'],
  [/,? ?\b(?:lol|lmao|ha(?:ha)+|he(?:he)+|xx+|tbh|ngl)\b/gi, ''],
  [/(?<=\b(?:morning|afternoon|evening|tomorrow|\d(?:st|nd|rd|th)))'d be\b/gi, ' would be'],
  [/\b(after|before) (?:the )?school (?:pick-? ?up|run|drop-? ?off)\b/gi, '$1 school'],
  // "After lunch on Thurs. 2 to 3 on Friday"
  [/\b(on (?:tues?|mon|weds?|thurs?|thu|fri))\. (?=\d[^.;\n]{0,30} on (?:tue|mon|wed|thu|fri|the \d))/gi, '$1; '],
  [
    new RegExp(
      `\\b(${monthWord} (?:\\d{1,2}(?:st|nd|rd|th)|1[3-9]|2\\d|3[01])|\\d{1,2}(?:st|nd|rd|th)) pm\\b(?! ?[-–\\d])`,
      'gi',
    ),
    '$1 afternoon',
  ],
  [
    new RegExp(
      `\\b(${monthWord} (?:\\d{1,2}(?:st|nd|rd|th)|1[3-9]|2\\d|3[01])|\\d{1,2}(?:st|nd|rd|th)) am\\b(?! ?[-–\\d])`,
      'gi',
    ),
    '$1 morning',
  ],
  // "The end of the day, 4 to 5"
  [
    /\b(?:at )?(?:the )?(?:very )?end of (?:the |my )?day,? (?=(?:from |between )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)? ?(?:-|–|to\b|until\b|and\b) ?\d)/gi,
    '',
  ],
  [/\b(?:any |every )?weekday (?=(?:mornings|afternoons|evenings)\b)/gi, ''],
  [/(?: is|'s) (?:my|a) day off,? so (?=(?:whenever|any|i'm free|i am free|i can|free|all)\b)/gi, ' is free '],
  [/,? ?\bat the (?:very )?latest\b,?/gi, ''],
  [/(?<=\d) n (?=\d)/g, ' and '],
  [/\bin the a\.?m\b\.?/gi, 'in the morning'],
  [/\bin the p\.?m\b\.?/gi, 'in the afternoon'],
  [/\b(?:later|late) (?:on )?in the day\b/gi, 'in the afternoon'],
  [/\b(?:earlier|early) (?:on )?in the day\b/gi, 'in the morning'],
  [/(?<=\d(?: ?[ap]m)?) or after\b(?! (?:\d|that|lunch|noon))/gi, ' or later'],
  [/(?<=\d(?: ?[ap]m)?) or before\b(?! (?:\d|that|lunch|noon))/gi, ' or earlier'],
  [/,? ?\b(?:inclusive|incl\.?)(?= ?(?:[.,;!\n]|$))/gi, ''],
  // "27th 10-12"
  [/(?<=^|[;\n,] ?)(\d{1,2}(?:st|nd|rd|th)) (?=\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)? ?(?:-|–|to\b) ?\d)/gi, 'the $1 '],
  [/\b(?:in |for )?(?:the )?first half of (?:the|my|that) day\b/gi, 'in the morning'],
  [/\b(?:in |for )?(?:the )?(?:second|latter|last|other) half of (?:the|my|that) day\b/gi, 'in the afternoon'],
  [/,? (?:but )?(?:no|not) (?:later|longer|earlier)(?: than that)?(?= ?(?:[.,;!\n]|$))/gi, ''],
  [/(?<![\d:])\+?(?:\(?\d{3}\)?[-. ])\d{3}[-. ]\d{4}(?!\d)/g, ''],
  [/\b(?:meeting|call|commitment|appointment)[- ]free\b/gi, 'free'],
  [/(?<=^|[.!;\n] ?)[^,.;:!?\n\d]{3,25} aside, /gi, ''],
  [/(?<=\d ?[ap]m) (?:sharp|on the dot|prompt)\b/gi, ''],
  // "Early Wednesday", "late tomorrow"
  [
    new RegExp(
      `\\bearly (?:on )?((?:next |this )?(?:${shortWeekday}|tomorrow|the \\d{1,2}(?:st|nd|rd|th)))\\b(?! (?:morning|afternoon|evening|am\\b|pm\\b))`,
      'gi',
    ),
    '$1 morning',
  ],
  [
    new RegExp(
      `\\blate (?:on )?((?:next |this )?(?:${shortWeekday}|tomorrow|the \\d{1,2}(?:st|nd|rd|th)))\\b(?! (?:morning|afternoon|evening|am\\b|pm\\b))`,
      'gi',
    ),
    '$1 late afternoon',
  ],
  // "Nothing else that week", "after that I take the train": takes nothing back of what is offered.
  [
    /(?<=[.;,-] ?)(?:sorry,? |but )?nothing else (?:that|this|next|for the|the) (?:week|day|month)\b(?: (?:i'm afraid|sorry|unfortunately))*/gi,
    '',
  ],
  [
    /(?:(?<=[.;] ?)|, ?)(?:but |and )?(?:after|before) (?:that|then),? (?:i|we)(?:'m| am|'ve| have|'ll| will)? (?!.{0,20}\b(?:free|available|open|can|could|good|fine|ok|okay|flexible|clear|around|happy|yours|game|keen|disposal|anything|whatever|any)\b)[^.,;!?\n]{2,50}(?=[.,;!?\n]|$)/gi,
    '',
  ],
  [/\b(all day|any ?time) then\b/gi, '$1 that day'],
  [/,? ?\bafter which\b/gi, ', after that'],
  [/\bnot (?:until|till?) (?:after )?(?=\d|noon|half|quarter|midday)/gi, 'not before '],
  // "I put Wednesday but I meant Thursday"
  [
    new RegExp(
      `\\bi (?:put|said|wrote|typed) (?:${shortWeekday}|the \\d+(?:st|nd|rd|th)) but (?:i )?(?:meant|mean) `,
      'gi',
    ),
    '',
  ],
  // "3:30 not 3", "Not the 13th, the 14th"
  [/\b(\d{1,2}(?::\d\d)?(?: ?[ap]m)?),? not (?:at )?\d{1,2}(?::\d\d)?(?: ?[ap]m)?(?= ?(?:[,.;!\n]|$|on\b))/gi, '$1'],
  [
    new RegExp(
      `(?<=^|[.!;\\n] ?)not (?:on )?(the \\d{1,2}(?:st|nd|rd|th)|${shortWeekday}), (?=(?:but )?(?:on )?(?:the \\d{1,2}(?:st|nd|rd|th)|${shortWeekday})(?: ?[.,]|$| \\d))`,
      'gi',
    ),
    '',
  ],
  [new RegExp(`\\b(\\d{1,2})\\/(\\d{1,2})\\/(\\d{1,2})(?= ${monthWord}\\b)`, 'gi'), '$1, $2 or $3'],
  [/\bno worries\b,?/gi, 'ok,'],
  [/\bb4\b/gi, 'before'],
  [/\b(before|after) (?:my )?work (?:starts|begins|ends|finishes)\b/gi, '$1 work'],
  [
    new RegExp(
      `(?<=\\b(?:day|time|free|available|date|back|open|good|works) )form (?=(?:${shortWeekday}|the \\d)\\b)`,
      'gi',
    ),
    'from ',
  ],
  [/\baft (?=\d|lunch|noon)/gi, 'after '],
  [/\bform (?=\d|noon|half|quarter|one\b|two\b|three\b|four\b|nine\b|ten\b|eleven\b|twelve\b|now\b|then\b)/gi, 'from '],
  [/\b(?:b\/w|btwn?|b\/t|betw)\.?(?= )/gi, 'between'],
  [/\b(?:don't|do not|dont|please don't) hold me to (?:it|that|this)\b/gi, 'not sure'],
  // "Before our 11am"
  [/\b(after|before) (?:my|our|the) (?=\d{1,2}(?::\d\d)? ?(?:o'?clock|am|pm)\b)/gi, '$1 '],
  // "Thursday 12 - 10:00 to 11:30": of three figures the first is the day.
  [
    new RegExp(
      `\\b(${shortWeekday}) (\\d{1,2})(?: ?[-–—] ?|: )(?=\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)? ?(?:[-–—]|to\\b|until\\b|till\\b) ?\\d)`,
      'gi',
    ),
    '$1 the $2, ',
  ],
  [/\b(?:better|easier|nicer|worse)(?: for (?:me|us))? than\b/gi, 'better than'],
  [/(?<=\p{L} ?)>(?= ?\p{L})/gu, ' rather than '],
  [/(?<=[:,-] ?)sorry,? (?=(?:no|nope|not|can't|cannot)\b)/gi, ''],
  [
    /(?<=[,.;] ?|\band )then (?:i'm |i am |we're |we are )?(free|available|open)(?= ?(?:[.,;!\n]|$))/gi,
    '$1 after that',
  ],
  [/\btomorrow week\b/gi, 'a week from tomorrow'],
  // "2.30", "9.15": a figure that can be no month is minutes.
  [
    /(?<![\d.:/,$£€#]|\bv)([01]?\d|2[0-3])\.(00|15|20|25|30|35|40|45|50|55)(?![\d:/%]|\.\d| ?(?:k|hours?|hrs?|years?|yrs?|m|million)\b)/gi,
    '$1:$2',
  ],
  // "9 or 2 on Tuesday": hours.
  [
    new RegExp(
      `(?<![\\d.:/-] ?|\\b(?:the|to|until|till|and|at|option|options|slots?) )\\b([1-9]|1[0-2])((?:, (?:[1-9]|1[0-2]))*),? or ([1-9]|1[0-2])(?= (?:(?:on )?${shortWeekday}\\b|on the \\d))`,
      'gi',
    ),
    'at $1$2 or $3',
  ],
  [/(?<![\d.:/])(\d{1,2}(?::\d\d)?) ?\+(?=[\s.,;)]|$)/g, 'from $1'],
  [/(?<!\bat )\b(\d{1,2}) sharp\b/gi, 'at $1'],
  [/\bs\/([^/\n]{2,30})\/([^/\n]{2,30})\/g?/g, 'not $1. $2'],
  [/(?<![\d.])\+1(?= (?:for|to|on)\b)/g, 'yes'],
  [
    /\b(at|around|from|after|before|until|on|by) (?:like|about|around|maybe|say|roughly|um|uh|er)(?= (?:\d|noon|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)/gi,
    '$1',
  ],
  [/\bthe (?=\d{1,2} o'?clock)/gi, ''],
  [new RegExp(`\\b((?:next |this |on )?(?:${shortWeekday}|tomorrow)),? first thing\\b`, 'gi'), 'first thing $1'],
  // "Mon: -", "Thu n/a": a row of a table.
  [
    new RegExp(
      `(?<=(?:^|[,;\\n•] ?)(?:${shortWeekday})(?: \\d{1,2}(?:st|nd|rd|th)?)? ?[:=]? ?)(?<![a-z])(?:-+|n\\/?a|x|nil|none|nope)(?= *(?:$|[,;\\n]))`,
      'gi',
    ),
    'no',
  ],
  [
    /\b(before|after) (?:i|we) (?:start|begin|go to|leave for|head to|finish|leave|get off|get out of) (?:my |the )?(?:work|shift|office|job)\b/gi,
    '$1 work',
  ],
  [
    /(?<=[,.;!] ?)(?:any|some)thing (?:else |in |for |on )*(?:the week after|the following week|next week|later|earlier|another day|another time)\b[^.!?\n]{0,30}\?/gi,
    'what else?',
  ],
  [/\b(squeeze|fit|slot|get|pop|sneak) (?:you |me |it )?in (?=(?:half|a quarter|an hour|\d+ ?m))/gi, '$1 '],
  // "Half an hour on Wednesday at 12": that long from then on.
  [
    /\b(?:for )?(\d{2,3} ?min(?:ute)?s?|half an hour|an hour) (on [^,.;:\n]{3,25}?) (?:at|from) (?=\d)/gi,
    '$2: $1 from ',
  ],
  [/\b(?:the )?last (?:working |business )?day of (next|this) week\b/gi, '$1 week friday'],
  [/\bbetween the hours of\b/gi, 'between'],
  [/\b(?:in the |at |at the )?worst case,?/gi, ''],
  [/\bpost[- ](?=lunch|noon|midday|\d)/gi, 'after '],
  [/\bpre[- ](?=lunch|noon|midday|\d)/gi, 'before '],
  [/(?<=\d(?:st|nd|rd|th))\/(?=\d+(?:st|nd|rd|th))/gi, ' or '],
  [/\b(?:how|what) about (?=\d|noon|midday|half|quarter)/gi, 'how is '],
  // "Wednesday at 3 if that doesn't suit": the other one is offered too.
  [
    new RegExp(
      `,? ?\\b(?:or |and |but )?(?:if (?:not|neither (?:works?|suits?|is (?:good|possible|ok))|(?:that|this|it|those|these|the first|the former)(?: one)?${fallsThrough})|failing (?:that|this|those|which))(?: for (?:you|us|me|them|everyone))?,?(?= )`,
      'gi',
    ),
    ', or',
  ],
  [/,? ?\bif (?:at all )?(?:possible|you (?:like|prefer|wish)|preferred|easier)\b,?/gi, ''],
  // "I've got Tuesday off, so any time": a day off work.
  [/\b(?:have|'ve|got|took|taken|booked|having|taking) (?:the )?([^\s,.;]+) off,? so\b/gi, 'free $1'],
  // "10/11 March", "March 10/11": two days.
  [new RegExp(`(?<![\\d/.])(\\d{1,2})\\/(\\d{1,2})(?= ${monthWord}\\b)`, 'gi'), '$1 or $2'],
  [new RegExp(`(?<=\\b${monthWord} )(\\d{1,2})\\/(\\d{1,2})(?![\\d/])`, 'gi'), '$1 or $2'],
  [new RegExp(`(?<=\\b${weekdayWord})'d\\b`, 'gi'), ' would'],
  [new RegExp(`(?<=\\b${weekdayWord})'ll\\b`, 'gi'), ' will'],
]

/** Bare figures that are hours, unless proposals have numbers. */
const bareHours: readonly (readonly [pattern: RegExp, words: string])[] = [
  // "Wednesday, ideally 2 but 3 is okay too"
  [
    /\b(ideally|preferably|best) (?:at )?(\d{1,2}),? (?:but|or|though) (\d{1,2})(?= (?:is|would|works|could|also|if))/gi,
    '$1 at $2 or at $3',
  ],
  // "How's Friday, say 3?"
  [/,? say,? (?:at |around |about )?(\d{1,2})(?=,? ?(?:[?.!\n]|$|or\b|on\b))/gi, ' at $1'],
  // "I could do 10 or 2": with a word behind it is a count.
  [
    /\b(do|make|manage) (\d{1,2})((?:, \d{1,2})*,? or \d{1,2})(?= ?(?:[.,;!?\n]|$|on\b|that\b|if\b|please|either|any))/gi,
    '$1 at $2$3',
  ],
]

/** Courtesies around times. They say nothing of the times before them, whatever words they are made of. */
const courtesies: readonly RegExp[] = [
  /,? ?\b(?:i |we )?(?:do )?hope (?:that|this|it|one of (?:these|those|them))(?:'s| is| would be| will)? (?:works?|helps?|suits?|ok|okay|fine|good|alright|all right)\b(?: for (?:you|everyone|all|the team))?/gi,
  /,? ?\bif (?:that|this|it)(?:'s not|'s|isn't| isn't| is not| is|'d not be| wouldn't be) (?:too )?(?:an? )?(?:weird|odd|strange|late|early|much(?: trouble)?|problem|bother|pain|hassle|trouble|inconvenient|cheeky|rude|awkward)\b(?: for (?:you|everyone|the team))?/gi,
  /, ?whichever (?:is |one )?(?:easier|easiest|best|better|suits?|works?|fits?|you (?:prefer|like|want))(?: (?:best|better))?(?: for)?(?: you| everyone)?\b/gi,
  /,?(?: ?-)? ?\b(?:whichever|whatever)(?:'s|s| is| one's| one is)? (?:\w+ )?(?:easier|easiest|better|best|simpler|simplest|convenient|handier|works)(?: (?:for|on|at|with) (?:you|your end|your side|everyone|everybody|the team|all))?\b(?= ?(?:[.,;!?\n]|$))/gi,
  /,? ?\bif (?:that|this|it)(?:'s| is|'d be| would be)? (?:works?|suits?|ok|okay|fine|good|alright|possible|helps|easier|better)\b(?: for (?:you|everyone|all|the team))?/gi,
  /\b(?:happy |have an? (?:\w+ )?|enjoy (?:the|your) )(?:rest of (?:the|your) )?(?:week(?:end)?|day|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?= ?(?:[.,!:;)\n-]|$|everyone|all\b|to you))/gi,
  /(?<=\b(?:wrote|said|asked|suggested|proposed|offered|mentioned)\b[:,]? ?)"[^"\n]{0,200}"/gi,
  /(?<=[.!?\n] ?|^)(?:does|would|is|will) (?:that|this) (?:work|suit|help|ok|okay|fine|good|alright|possible)(?: for (?:you|everyone|all|the team))?(?: ok)? ?\?/gi,
]

/**
 * The text in the words that the grammar reads: idioms spelt out, German put into English word by word. Where proposals have numbers a
 * bare figure may be one of those.
 */
export function spellPlainly(text: string, hasProposals: boolean): string {
  const english = isGerman(text) ? germanToEnglish(text) : text
  const right = spellDottedDates(dropReasons(unpackClocks(correctSlips(english))))
  const spoken = asides.reduce((plain, pattern) => plain.replace(pattern, ''), right)
  const turned = spokenTurns.reduce((plain, [pattern, words]) => plain.replace(pattern, words), spoken)
  const bare = courtesies.reduce((plain, pattern) => plain.replace(pattern, '.'), turned)
  const spelt = hasProposals ? idioms : [...idioms, ...bareHours]
  return spelt.reduce((plain, [pattern, words]) => plain.replace(pattern, words), bare)
}
