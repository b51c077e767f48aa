import { findReferences, findWholes } from './backReferences.ts'
import { findChoices } from './choices.ts'
import { markLineEnds } from './listLines.ts'
import type { FoundPick } from './marks.ts'
import type { AvailabilityContext } from './reading.ts'
import { findShortDays } from './shortDays.ts'
import { findTimePicks } from './timePicks.ts'

/** Stands for what was read already; no time has it in its grammar. */
const mask = '¦'

/** "Apart FROM Monday" and "outside of" do not begin a stretch of days; "my last day" and "I'm GOOD Friday" name none. */
const prepositions =
  /\b(my|the) last (working )?day\b|(?<=\b(i'm|im|am|we're|are|is|be|been|looks?|sounds?|seems?|all|also|still|pretty|very|really|as|works)\s)good\b|\b(apart|aside|away|exempt|other|outside|instead|because|inside)\s(from|of|than)\b|\b(anything|anytime|any\s?time|any\s?day|everything|all) but\b|\bany other\b|\b(rest|remainder)\b(?! of)/gi

/** Words that look like times and count something: "the 2nd round", "the Monday one". */
const counted =
  /\b(?:\d(?:st|nd|rd|th)|first|second|third|fourth|final)(?= (?:round|stage|interview|call|chat|phase|step|floor|choice|preference))|(?<=\b(?:the|that|your|this|last|first)(?: [^\s,.;!?]+){1,4} )ones?\b/gi

/** All times, choices and references of a text, in order, not overlapping. Choices come first ("the second one"), then references, then times. */
export function findPicks(text: string, context: AvailabilityContext): FoundPick[] {
  const blocked = [...text.matchAll(prepositions)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  const isBlocked = (at: number) => blocked.some(({ from, to }) => at >= from && at < to)
  const numbers = context.proposals.map(({ number }) => number)
  const found: FoundPick[] = []
  const add = (picks: readonly FoundPick[]) => {
    for (const pick of picks) {
      const isTaken = found.some((other) => pick.from < other.to && pick.to > other.from)
      if (!isTaken && !isBlocked(pick.from)) found.push(pick)
    }
  }
  add(findChoices(text, numbers))
  add(findReferences(text))
  add(findShortDays(text, context))
  const masked = found.reduce(
    (left, { from, to }) => hide(left, from, to),
    text.replace(counted, (words) => mask.repeat(words.length)),
  )
  add(findTimePicks(markLineEnds(masked), context, isBlocked))
  add(findWholes(text))
  return found.sort((a, b) => a.from - b.from)
}

function hide(text: string, from: number, to: number): string {
  return `${text.slice(0, from)}${mask.repeat(to - from)}${text.slice(to)}`
}
