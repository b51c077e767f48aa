import { allDay } from './clockPicks.ts'
import type { AvailabilityConventions } from './conventions.ts'
import { everyDay } from './dayPicks.ts'
import type { FoundPick } from './mark.ts'
import { type ClockPick, noPick, type Pick } from './picks.ts'

type PartOfDay = 'morning' | 'afternoon' | 'lunch'

/** Mornings and afternoons are those of all days. */
function partOfDay(name: PartOfDay): (conventions: AvailabilityConventions) => Pick {
  return ({ parts }) => {
    const { fromMinute: from, toMinute: to } = parts[name]
    const clock: ClockPick = { ...allDay, from, to, isPart: true, isPlural: name !== 'lunch', isAllDay: false }
    return { ...noPick, clock }
  }
}

type Expression = readonly [pattern: RegExp, pick: Pick | ((conventions: AvailabilityConventions) => Pick)]

/** All times and all days; what is a time by itself comes before them ("any day in May"). */
const wholes: readonly Expression[] = [
  [/\blunch ?(time|hour|break)?\b(?! (meeting|date|plans|with))/gi, partOfDay('lunch')],
  // Not "I am": capitals, a plural, or "pm".
  [/(?<![\d.:] ?)\b(AMs?|ams|am only|ams only)\b/g, partOfDay('morning')],
  [/(?<![\d.:] ?)\b(pm|PM|pms|PMs)( only)?\b/g, partOfDay('afternoon')],
  [
    /\b((any|every|each)\s?(week|working |business |single )?days?|all\s(the\s)?(week|working |business )?days|daily|weekdays)\b/gi,
    { ...noPick, days: everyDay },
  ],
  [
    /\b(any\s?time|any\s?times|any hour|at all times|all times|all day( long)?|(the )?(whole|full|entire) day|all of (the|that) day|any (slot|part of (the|that) day)|round the clock|(during|within|in)? ?(normal |regular |usual )?(working|business|office|work) hours)\b/gi,
    { ...noPick, clock: allDay },
  ],
]

const weekdayNames = [
  'mon(?:day)?',
  'tue(?:s|sday)?',
  'wed(?:s|nesday)?',
  'thu(?:r|rs|rsday)?',
  'fri(?:day)?',
  'sat(?:urday)?',
  'sun(?:day)?',
]

/** "The Monday after": the next one behind the day that was said before. */
const weekdaysAfter: readonly Expression[] = weekdayNames.map((name, index) => [
  new RegExp(
    `\\b(?:on )?the ${name} (?:after|following)(?: that| it)?(?=\\s*(?:$|[.,;!?)\\n]|(?:at|from|between|until|works?|is|would|and|or|in the|mornings?|afternoons?|evenings?|if|for|any|all|instead)\\b))`,
    'gi',
  ),
  { ...noPick, back: 'weekdayAfter', days: { ...everyDay, isEveryDay: false, isBroad: false, weekdays: [index + 1] } },
])

/** "The Thursday of that week", "Thursday that week": of the week of the day that was said before. */
const weekdaysOfWeek: readonly Expression[] = weekdayNames.map((name, index) => [
  new RegExp(
    `\\b(?:on )?(?:the )?${name},? (?:(?:of|in) )?(?:that(?: same)?|the same|this same) week\\b(?! (?:of|starting|beginning|commencing|(?:from|after|before) (?!\\d|noon|lunch|midday)))`,
    'gi',
  ),
  { ...noPick, back: 'weekdayOfWeek', days: { ...everyDay, isEveryDay: false, isBroad: false, weekdays: [index + 1] } },
])

/** What was said before; these come before times ("the day after at 5" is not after 5). */
const references: readonly Expression[] = [
  [
    /\b(any ?time )?((after|post)[- ](the |normal |regular |usual |my |our )*(work|working|office|business|school)[- ]?(hours|days?|time)?|(outside|out|excluding|not (during|in|within))( of)?[- ](the |normal |regular |usual |my |our )*(work|working|office|business|school)[- ]?hours|outside( of)? (work|school)|after[- ]hours|out of hours)\b/gi,
    ({ afterWork }) => ({ ...noPick, clock: afterWork }),
  ],
  [
    /\bbefore (work|school|office hours|working hours|business hours)\b/gi,
    ({ beforeWork }) => ({ ...noPick, clock: beforeWork }),
  ],
  [
    /\b(the )?same (times?|hours?|slots?|windows?|again)\b|\bditto\b|\blikewise\b|\bat that time\b|\b(the )?same(?= ?(?:$|[.,;!)\n]|on\b|(?:goes )?for (?:the )?(?:\d|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tomorrow)|as (?:mon|tue|wed|thu|fri|above|before)))/gi,
    { ...noPick, back: 'sameTime' },
  ],
  [
    /\b(on )?(that|the same|this same|same) day\b|\b(on )?(both|either|those|these|all three|any of those|both of those|the same) days?\b|\beither one of those days\b/gi,
    { ...noPick, back: 'sameDays' },
  ],
  [
    /(?<!\b(any|every|each|all|one|first|business|working) |'s )\b(or |and )?(the )?(day after|following day|next day)( that)?\b(?! (\d|noon|lunch|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the))/gi,
    { ...noPick, back: 'nextDay' },
  ],
  [
    /(?<!\b(next|this|last|any|every|each|that|all) )\b(the )?week (after|following)( that| it)?\b(?! ((next|this|the|my|i|we|easter|christmas|noon|lunch|work|half|quarter|school)\b|\d))|(?<=\bweek\b[^\n]{0,80})\b(the )?following week\b|\b(the )?week after that\b|\bthe one after( that)?\b/gi,
    { ...noPick, back: 'nextWeek' },
  ],
  [
    /\b(the )?(rest|remainder) of (that|the same) week\b(?! (of|from|after|before|starting|beginning|commencing))/gi,
    { ...noPick, back: 'restOfWeek' },
  ],
  [
    /(?<=\bweek,? (and|or|&) )(the )?next( one)?\b(?! (week|month|year|mon|tue|wed|thu|fri|sat|sun|\d|few|two|three))/gi,
    { ...noPick, back: 'nextWeek' },
  ],
  [
    /\b(all|(the )?(whole|entire|full|same)|that|this same|any day that|sometime that) week\b(?! (of|from|after|before|starting|beginning|commencing))/gi,
    { ...noPick, back: 'thatWeek' },
  ],
  [
    /\b(any ?time |any day )?(after|from) (that|then|there|this(?! (week|month|mon|tue|wed|thu|fri|sat|sun|morning|afternoon|evening|weekend|coming|next)))( on(wards?)?)?\b|\bthereafter\b|\bafterwards\b|\b(anything|any ?time|any day|any date|whatever) (later|beyond|past that)( than that)?\b|(?<=\b(time|anytime|times|anything|free|ok|fine|day|days) )after(?=\s*(works?|is|suits?|would|will|please|[.,;!)]|$))/gi,
    { ...noPick, back: 'afterThat' },
  ],
  [
    /\b(any ?time )?(before|until|till|til|up to) (that|then)\b|\bbeforehand\b|\b(anything|any ?time|any day) (earlier|sooner|before)(?=\s*(?:works?|is|suits?|would|will|please|[.,;!)]|$))/gi,
    { ...noPick, back: 'beforeThat' },
  ],
]

/** Finds "any day", "all day" and the like. */
export function findWholes(text: string, conventions: AvailabilityConventions): FoundPick[] {
  return findExpressions(text, wholes, conventions)
}

/** Finds "same time", "that day", "the week after" and the like. */
export function findReferences(text: string, conventions: AvailabilityConventions): FoundPick[] {
  return findExpressions(text, [...weekdaysAfter, ...weekdaysOfWeek, ...references], conventions)
}

function findExpressions(
  text: string,
  expressions: readonly Expression[],
  conventions: AvailabilityConventions,
): FoundPick[] {
  const found: FoundPick[] = []
  for (const [pattern, said] of expressions) {
    const pick = typeof said === 'function' ? said(conventions) : said
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (!found.some((other) => from < other.to && to > other.from)) found.push({ from, to, pick })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}
