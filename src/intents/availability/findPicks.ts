import { findReferences, findWholes } from './backReferences.ts'
import { findChoices } from './choices.ts'
import type { AvailabilityConventions } from './conventions.ts'
import { markLineEnds } from './listLines.ts'
import type { FoundPick } from './mark.ts'
import type { AvailabilityContext } from './reading.ts'
import { findShortDays } from './shortDays.ts'
import { findTimePicks } from './timePicks.ts'

/** Stands for what was read already; no time has it in its grammar. */
const mask = '¦'

/** "Apart FROM Monday" and "outside of" do not begin a stretch of days; "my last day", "now" and "I'm GOOD Friday" name none. */
const prepositions =
  /\b(my|the) last (working )?day\b(?! (of|in) (the|this|next|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|\b(right |just )?now\b|\bat (the moment|present)\b|(?<=\b(i'm|im|am|we're|are|is|be|been|looks?|sounds?|seems?|all|also|still|pretty|very|really|as|works)\s)good\b|\bgood(?=[.,;!])|\b(apart|aside|away|exempt|other|outside|instead|because|inside)\s(from|of|than)\b|\b(anything|anytime|any\s?time|any\s?day|everything|all) but\b|\bany other\b|\b(rest|remainder)\b(?! of)/gi

/** What is excepted is no part of the times before it, even where the grammar of times could read both as one. */
const excepting =
  /\b(?:but(?: not(?! (?:before|after|until|from)))?|bar(?:ring)?|save(?: for)?|excepts?(?: for)?|exc(?:luding|l)?|other than|(?:apart|aside) from|minus|without|besides)(?= (?:for |on |the |a |an |from |between |after |before |until |at )*(?:mon|tue|wed|thu|fri|sat|sun|lunch|noon|\d))/gi

/** Words that look like times and count something: "the 2nd round", "the Monday one". */
const counted =
  /\b(?:\d(?:st|nd|rd|th)|first|second|third|fourth|final)(?= (?:round|stage|interview|call|chat|phase|step|floor|choice|preference))|(?<=\b(?:the|that|your|this|last|first)(?: [^\s,.;:!?]+){1,4} )(?<!\b(?:half|past|to|and|or|between|from|until|till|at|after|before|by|quarter|around|about|@) )ones?\b(?! (?:thirty|fifteen|o'clock|to|until|till|onwards?|or later))/gi

/** All times, choices and references of a text, in order, not overlapping. Choices come first ("the second one"), then references, then times. */
export function findPicks(
  text: string,
  context: AvailabilityContext,
  conventions: AvailabilityConventions,
): FoundPick[] {
  const blocked = markRanges(
    text.length,
    [...text.matchAll(prepositions)].filter((match) => !isFeast(text, match)).map(rangeOf),
  )
  const isBlocked = (at: number) => blocked[at] === 1
  const numbers = context.proposals.map(({ number }) => number)
  const found: FoundPick[] = []
  const taken = new Uint8Array(text.length)
  const add = (picks: readonly FoundPick[]) => {
    for (const pick of picks) {
      if (isBlocked(pick.from) || taken.subarray(pick.from, pick.to).includes(1)) continue
      found.push(pick)
      taken.fill(1, pick.from, pick.to)
    }
  }
  add(findChoices(text, numbers))
  add(findReferences(text, conventions))
  add(findShortDays(text, context))
  const hidden = markRanges(text.length, [
    ...found,
    ...[...text.matchAll(counted), ...text.matchAll(excepting)].map(rangeOf),
  ])
  const masked = text.replace(/[^\n]/g, (character, at: number) => (hidden[at] === 1 ? mask : character))
  add(findTimePicks(markLineEnds(masked), context, conventions, isBlocked))
  add(findWholes(text, conventions))
  return found.sort((a, b) => a.from - b.from)
}

/** "Friday is Good Friday", as against "I'm good Friday". */
function isFeast(text: string, { 0: word, index }: RegExpExecArray): boolean {
  return word === 'Good' && /^ Friday\b/.test(text.slice(index + word.length, index + word.length + 8))
}

interface TextRange {
  from: number
  to: number
}

function rangeOf(match: RegExpExecArray): TextRange {
  return { from: match.index, to: match.index + match[0].length }
}

/** One byte a character: 1 inside the ranges. */
function markRanges(length: number, ranges: readonly TextRange[]): Uint8Array {
  const marked = new Uint8Array(length)
  for (const { from, to } of ranges) marked.fill(1, from, to)
  return marked
}
