import { allDay } from './clockPicks.ts'
import { everyDay } from './dayPicks.ts'
import type { FoundPick } from './marks.ts'
import { noPick, type Pick } from './picks.ts'

/** Expressions that mean all times, all days, or what was said before; none of them is a time by itself. */
const expressions: readonly (readonly [pattern: RegExp, pick: Pick])[] = [
  [
    /\b(any|all|every|each)\s?(other )?(week|working |business |single )?days?\b(?! (of|in|but)\b)|\b(daily|every day|weekdays|any weekday|all weekdays)\b/gi,
    { ...noPick, days: everyDay },
  ],
  [
    /\b(any\s?time|any\s?times|any hour|at all times|all times|all day( long)?|the? ?whole day|the? ?full day|the? ?entire day|all of (the|that) day|any (slot|part of (the|that) day)|round the clock|(during|within|in)? ?(normal |regular |usual )?(working|business|office|work) hours)\b/gi,
    { ...noPick, clock: allDay },
  ],
  [/\b(the )?same (times?|hours?|slots?|windows?|again)\b|\bditto\b|\bat that time\b/gi, { ...noPick, back: 'sameTime' }],
  [
    /\b(on )?(that|the same|this same|same) day\b|\b(on )?(both|either|those|these|all three|any of those|both of those|the same) days?\b|\beither one of those days\b/gi,
    { ...noPick, back: 'sameDays' },
  ],
  [/\b(any ?time |any day )?(after|from) (that|then|there)( on(wards?)?)?\b|\bthereafter\b|\bafterwards\b/gi, { ...noPick, back: 'afterThat' }],
]

/** Finds such expressions; with offsets, in order, not overlapping. */
export function findBackReferences(text: string): FoundPick[] {
  const found: FoundPick[] = []
  for (const [pattern, pick] of expressions) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (!found.some((other) => from < other.to && to > other.from)) found.push({ from, to, pick })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}
