import type { Clause } from './clauses.ts'
import { isEndAlone } from './picks.ts'

/** What was said before a clause. */
interface Said {
  /** Of the last clause with times, or of a heading. */
  lastPolarity: Clause['polarity']
  last: Clause | null
  /** "Not possible:" above a list. */
  heading: Clause['polarity'] | null
}

/** So many words that nobody uses beside an offer make it doubtful that it is one: without a predicate, and with one. */
const strangeWordsMax = { unstated: 0, stated: 3 }

/** What a clause says of its times, by its own words or by what stands before it. */
export function polarityOf(state: Said, clause: Clause): Clause['polarity'] {
  // What is excepted from a refusal is offered: "I am out all week except Tuesday".
  if (clause.polarity === 'except') return state.lastPolarity === 'busy' ? 'offer' : 'except'
  if (clause.isElliptic && state.lastPolarity === 'busy') return 'offer'
  if (clause.flags.has('if') && clause.polarity === 'busy') return 'other'
  if (isCondition(state, clause)) return 'other'
  // "Let me check if Tuesday works."
  if (clause.flags.has('if') && state.last?.polarity === 'other' && clause.before === 'none') return 'other'
  if (isButException(state, clause)) return 'except'
  if (clause.isStated) return clause.polarity
  if (isAlike(state, clause)) return 'busy'
  if (isAbsence(clause) || clause.isElsewhere) return 'busy'
  // "I have pottery on Monday".
  if (
    clause.hasPossession &&
    clause.strangeWordCount > 0 &&
    !clause.flags.has('only') &&
    !clause.isQuestion &&
    !isMixedList(clause)
  )
    return 'busy'
  return state.heading ?? clause.polarity
}

/** "Monday is out, same for Tuesday", "and Tuesday too": what was said of the day before. */
function isAlike({ last, lastPolarity }: Said, { isAlso, items }: Clause): boolean {
  if (lastPolarity !== 'busy' || (last?.polarity !== 'busy' && last?.before !== 'reason')) return false
  const picks = items.flatMap((item) => (item.kind === 'time' ? [item.pick] : []))
  const isSame = picks[0]?.back === 'sameTime'
  return (isAlso || (isSame && picks.every(({ clock }) => clock === null))) && picks.some(({ days }) => days !== null)
}

/** "Tuesday any time, Wednesday I have a site visit": of which of the days it is said has to be asked. */
function isMixedList({ items, isUniversal }: Clause): boolean {
  return isUniversal && items.filter((item) => item.kind === 'time' && item.pick.days !== null).length > 1
}

/** "Saturday at 10 if you work weekends": the times of a condition behind an offer are no further ones; "if it ends by 3" narrows. */
function isCondition(state: Said, clause: Clause): boolean {
  if (
    !clause.flags.has('if') ||
    !state.last?.items.some((item) => item.kind === 'time') ||
    clause.before === 'stop' ||
    clause.before === 'line'
  )
    return false
  const picks = clause.items.flatMap((item) => (item.kind === 'time' ? [item.pick] : []))
  return picks.some((pick) => pick.days !== null) || clause.strangeWordCount > 0
}

/** "I'm with clients until 5": somebody who says where he is until an hour is not free until then. */
function isAbsence(clause: Clause): boolean {
  // "I need to be done by 4"
  if (clause.flags.has('only')) return false
  const picks = clause.items.flatMap((item) => (item.kind === 'time' ? [item.pick] : []))
  return picks.length > 0 && picks.every(isEndAlone) && (clause.strangeWordCount > 0 || clause.hasSubject)
}

/** "Any morning but Tuesday". */
function isButException(state: Said, clause: Clause): boolean {
  const { last } = state
  // "... but only from the 13th" narrows.
  if (clause.flags.has('only')) return false
  // "All good but the 4pm"
  const isAllChoices = last?.items.some((item) => item.kind === 'time' && item.pick.isAllChoices) === true
  const hasDays = clause.items.some(
    (item) =>
      item.kind === 'time' &&
      ((item.pick.days !== null && item.pick.days.from !== null && item.pick.days.to !== null) ||
        (item.pick.choices !== null && !item.pick.isAllChoices) ||
        (item.pick.clock !== null && isAllChoices)),
  )
  return (
    clause.before === 'but' &&
    (!clause.isStated || (!last?.isStated && isPlainYes(clause))) &&
    hasDays &&
    last?.isUniversal === true &&
    last.polarity === 'offer'
  )
}

/** "Any weekday but Thursday works": what is said behind the days is said of the others. */
function isPlainYes({ polarity, hasSubject, strangeWordCount, items }: Clause): boolean {
  const hasHours = items.some((item) => item.kind === 'time' && item.pick.clock !== null)
  return polarity === 'offer' && !hasSubject && strangeWordCount === 0 && !hasHours
}

/** "I will be in the office from 9": hours of somebody, with no day and no word that offers. */
function isWhereabouts(clause: Clause): boolean {
  const picks = clause.items.flatMap((item) => (item.kind === 'time' ? [item.pick] : []))
  const isNew = clause.before === 'stop' || clause.before === 'line' || clause.before === 'question'
  const isBound = clause.flags.has('only') || clause.flags.has('correct') || clause.isStated
  return isNew && clause.hasSubject && !isBound && picks.every(({ days, back }) => days === null && back === null)
}

/** Whether the words around times leave open that they are offered at all. */
export function isDoubtful(clause: Clause): boolean {
  if (clause.looseNumberCount > 0 || clause.hasStrangeRequest || clause.isAsked || clause.hasUnknownZone) return true
  if (isWhereabouts(clause)) return true
  if ((!clause.isStated || clause.isInterjected) && (clause.hasDeed || clause.hasStrangePredicate)) return true
  // "Next week is Christmas" explains something.
  const days = clause.items.flatMap((item) => (item.kind === 'time' && item.pick.days ? [item.pick.days] : []))
  if (!clause.isStated && days.length > 1 && days.some((day) => day.isHoliday)) return true
  const picks = clause.items.flatMap((item) => (item.kind === 'time' ? [item.pick] : []))
  if (clause.flags.has('otherwise') || clause.flags.has('correct') || picks.every(({ choices }) => choices))
    return false
  const isOffered = clause.isStated && clause.polarity === 'offer'
  if (clause.isStated && !isOffered) return false
  if (clause.hasStrangeBeside || clause.hasOpenPredicate) return true
  return (
    clause.strangeWordCount > (isOffered && !clause.isInterjected ? strangeWordsMax.stated : strangeWordsMax.unstated)
  )
}
