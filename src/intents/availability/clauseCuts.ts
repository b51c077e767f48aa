import type { CueKind } from './cueWords.ts'
import type { JoinKind } from './joinWords.ts'
import { isStrange, isTime, type Mark } from './mark.ts'
import { isEndAlone, type Pick } from './picks.ts'
import { findPredicates, type Predicate } from './predicates.ts'

const isListJoin = (mark: Mark | undefined) => mark?.kind === 'join' && mark.join !== 'none'

/** Cues that begin a statement of their own wherever they stand. */
export const starters: ReadonlySet<CueKind> = new Set(['except', 'otherwise', 'correct', 'scratch', 'if', 'versus'])

/** Cuts one stretch between full stops into parts of one polarity each. */
export function splitSegment(segment: readonly Mark[], isReason: boolean): Mark[][] {
  const cuts = new Set<number>()
  // "Evenings, as I'm at work, Thursday 6-8": the reason ends at the comma.
  const reasonEnd = isReason ? findJoin(segment, 0, segment.length) : null
  const isNamedDay = (mark: Mark) =>
    mark.kind === 'time' && mark.pick.days?.isHoliday === true && mark.pick.clock === null
  if (reasonEnd !== null && !segment.slice(0, reasonEnd).some((mark) => isTime(mark) && !isNamedDay(mark)))
    cuts.add(reasonEnd)
  const returnEnd = findReturnEnd(segment)
  if (returnEnd !== null) cuts.add(returnEnd)
  const absenceEnd = findAbsenceEnd(segment)
  if (absenceEnd !== null) cuts.add(absenceEnd)
  for (const [at, mark] of segment.entries()) {
    // "Monday is out, Tuesday likewise, Friday works": what is like the one before ends there.
    if (mark.kind === 'join' && isLikewise(segment, at) && segment.slice(at).some(isTime)) cuts.add(at)
    // "Hardly any time next week, only Monday at 2"
    const before = segment[at - 1]
    const isOnly = mark.kind === 'cue' && mark.cue === 'only' && before?.kind === 'join' && before.join !== 'none'
    if (isOnly && isTime(segment[at + 1])) cuts.add(at)
    // "Tuesday at 4, I'll be in Munich": where somebody is then.
    const placeStart = mark.kind === 'cue' && mark.cue === 'place' ? lastJoin(segment, 0, at, ['comma', 'dash']) : null
    if (placeStart !== null && !segment.slice(placeStart, at).some(isTime) && segment.slice(0, placeStart).some(isTime))
      cuts.add(placeStart)
    if (mark.kind !== 'cue' || !starters.has(mark.cue)) continue
    cuts.add(at)
    const hoursAt = mark.cue === 'except' ? findHoursBehind(segment, at) : null
    if (hoursAt !== null) cuts.add(hoursAt)
    // "Monday is better than Tuesday, from 10": the hours are not those of what is compared.
    const comma = mark.cue === 'versus' ? lastJoin(segment, at, segment.length, ['comma']) : null
    if (comma !== null && segment.slice(comma).some(isTime)) cuts.add(comma)
    // "Instead of Tuesday, Thursday": what is compared ends at the comma.
    if (mark.cue === 'if' || (mark.cue === 'versus' && !segment.slice(0, at).some(isTime))) {
      const end = findJoin(segment, at, segment.length)
      if (end !== null) cuts.add(end)
    }
  }
  const stretches = cutAt(segment, cuts)
  return stretches.flatMap((stretch) => cutAt(stretch, cutBetweenPredicates(stretch)))
}

const itemMarksMax = 12

/** Whether the item of a list that ends at the join `at` is said to be like the one before it. */
function isLikewise(segment: readonly Mark[], at: number): boolean {
  const join = segment[at]
  if (join?.kind !== 'join' || join.join === 'none') return false
  let start = at
  while (start > 0 && at - start < itemMarksMax && !isListJoin(segment[start - 1])) start -= 1
  const item = segment.slice(start, at)
  const isSame = item.some(
    (mark) => (mark.kind === 'time' && mark.pick.back === 'sameTime') || (mark.kind === 'word' && mark.word === 'too'),
  )
  return isSame && item.some((mark) => mark.kind === 'time' && mark.pick.days !== null)
}

/** "Next week except Monday and Friday, 10 to 1": hours behind the comma are those of what is left. */
function findHoursBehind(segment: readonly Mark[], at: number): number | null {
  const comma = segment.findLastIndex((mark, index) => index > at && mark.kind === 'join' && mark.join === 'comma')
  if (comma < 0) return null
  const picksOf = (part: readonly Mark[]) => part.flatMap((mark) => (mark.kind === 'time' ? [mark.pick] : []))
  const [excepted, hours] = [picksOf(segment.slice(at, comma)), picksOf(segment.slice(comma))]
  const areDays = excepted.length > 1 && excepted.every(({ days, clock }) => days !== null && clock === null)
  const areHours =
    hours.length > 0 && hours.every(({ days, clock, back }) => clock !== null && days === null && back === null)
  const isStated = segment.slice(comma).some((mark) => mark.kind === 'cue')
  return areDays && areHours && !isStated ? comma : null
}

/** "I'm back on the 7th, any day that week": what follows the return is an offer of its own. */
function findReturnEnd(segment: readonly Mark[]): number | null {
  const back = segment.findIndex((mark) => mark.kind === 'cue' && mark.cue === 'return')
  const end = back < 0 ? null : findJoin(segment, back, segment.length)
  if (end === null || !segment.slice(back, end).some(isTime)) return null
  const behind = segment.slice(end)
  const isOffer = behind.some(
    (mark) =>
      (mark.kind === 'cue' && (mark.cue === 'free' || mark.cue === 'flexible')) ||
      ((mark.kind === 'word' || mark.kind === 'time') &&
        /^(any|every|each|all)/.test(mark.kind === 'word' ? mark.word : mark.words)),
  )
  return isOffer && behind.some(isTime) ? end : null
}

/** "I teach until 6, Tuesday 6-8", "Pottery on Monday, free Tuesday": what no known word says of its times ends at the comma. */
function findAbsenceEnd(segment: readonly Mark[]): number | null {
  const end = findJoin(segment, 0, segment.length)
  const part = segment.slice(0, end ?? 0)
  const picks = part.flatMap((mark) => (mark.kind === 'time' ? [mark.pick] : []))
  if (picks.length === 0 || picks.every(({ choices }) => choices) || findPredicates(part).length > 0) return null
  if (part.some((mark) => isStrange(mark) && !(mark.kind === 'word' && mark.isName))) return end
  const hasSubject = part.some((mark) => mark.kind === 'word' && ['i', 'im', 'we', 'weare', 'am'].includes(mark.word))
  return hasSubject && picks.every(isEndAlone) ? end : null
}

function cutAt(marks: readonly Mark[], cuts: ReadonlySet<number>): Mark[][] {
  const parts: Mark[][] = []
  let part: Mark[] = []
  for (const [at, mark] of marks.entries()) {
    if (cuts.has(at) && part.length > 0) {
      parts.push(part)
      part = []
    }
    part.push(mark)
  }
  if (part.length > 0) parts.push(part)
  return parts
}

function findJoin(marks: readonly Mark[], from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) if (isListJoin(marks[at])) return at
  return null
}

function lastJoin(marks: readonly Mark[], from: number, to: number, joins: readonly JoinKind[]): number | null {
  for (let at = to - 1; at >= from; at -= 1) {
    const mark = marks[at]
    if (mark?.kind === 'join' && joins.includes(mark.join)) return at
  }
  return null
}

const commas: readonly JoinKind[] = ['comma', 'dash', 'open', 'close']

/** "I cannot do Tuesday, Friday, 2-4 would be fine": the hours go with the day before them. */
function lastJoinBeforeDay(marks: readonly Mark[], from: number, to: number): number | null {
  for (let at = to - 1; at >= from; at -= 1) {
    const mark = marks[at]
    const next = marks.slice(at + 1, to).find(isTime)
    const hasDay = next?.kind === 'time' && next.pick.days !== null
    if (mark?.kind === 'join' && commas.includes(mark.join) && hasDay) return at
  }
  return null
}

function cutBetweenPredicates(marks: readonly Mark[]): Set<number> {
  const cuts = new Set<number>()
  const predicates = findPredicates(marks)
  for (const [index, predicate] of predicates.entries()) {
    // "Tuesday or Thursday, not mornings": a bare "not" is about what follows it.
    if (predicate.isTurnedTime && marks.slice(0, predicate.from).some(isTime)) cuts.add(predicate.from)
    const from = index === 0 ? 0 : (predicates[index - 1]?.to ?? 0)
    const ownSide = index === 0 ? findOwnSide(marks, predicate) : null
    const ownStart = ownSide ?? findOwnDay(marks, predicate, Math.max(from, ...cuts, 0))
    if (ownStart !== null) cuts.add(ownStart)
    const next = predicates[index + 1]
    const end = next?.from ?? marks.length
    const cut = cutAfter(marks, { predicate, next, from: Math.max(from, ...cuts, 0), end })
    if (cut !== null) cuts.add(cut)
  }
  return cuts
}

/** "Tuesday after 5, I can't get out before then": days with hours, and behind the comma only hours that are refused. */
function findOwnSide(marks: readonly Mark[], predicate: Predicate): number | null {
  const join = predicate.polarity === 'busy' ? lastJoin(marks, 0, predicate.from, ['comma', 'dash']) : null
  if (join === null) return null
  const picks = (part: readonly Mark[]) => part.flatMap((mark) => (mark.kind === 'time' ? [mark.pick] : []))
  const [before, between, after] = [
    picks(marks.slice(0, join)),
    picks(marks.slice(join, predicate.from)),
    picks(marks.slice(predicate.to)),
  ]
  const isOffered = before.some((pick) => pick.days !== null) && before.some((pick) => pick.clock !== null)
  const isSide =
    after.length > 0 && after.every((pick) => pick.days === null && (predicate.isTurned || pick.back !== null))
  return isOffered && between.length === 0 && isSide ? join : null
}

const plurals = /^(are|arent|dont|do|both|all|wont)\b/

/**
 * "Wed 9-5, Thu 9-1, and Friday's out": behind days with hours a day without any, of which alone it is said. "Monday 9 to 11 and I'm
 * busy on Tuesday": the refusal has its day behind it.
 */
function findOwnDay(marks: readonly Mark[], predicate: Predicate, from: number): number | null {
  if (predicate.polarity !== 'busy') return null
  const join = lastJoin(marks, from, predicate.from, ['comma', 'dash', 'and', 'or'])
  if (join === null) return findRunOnDay(marks, predicate, from)
  if (join === from) return null
  const picks = (part: readonly Mark[]) => part.flatMap((mark) => (mark.kind === 'time' ? [mark.pick] : []))
  const [before, between] = [picks(marks.slice(from, join)), picks(marks.slice(join, predicate.from))]
  const isTimed = before.some(({ days }) => days !== null) && before.some(({ clock }) => clock !== null)
  const next = findJoin(marks, predicate.to, marks.length) ?? marks.length
  if (between.length === 0) return hasOwnDay(marks.slice(predicate.to, next)) && before.length > 0 ? join : null
  const words = marks
    .slice(join, predicate.to)
    .flatMap((mark) => (mark.kind === 'word' ? [mark.word] : mark.kind === 'cue' ? [mark.words] : []))
  // "10-12 Thursday and Friday don't work", "10-12 Thursday and Friday is booked": perhaps both.
  const isPair = before.length === 2 && before[0]?.days === null && leadsWith(marks, join, 'and')
  const isAlone = between.every(({ days, clock }) => days !== null && clock === null)
  // "Thursday works, 10 to 12, Friday is out": behind a comma hours of the day said before.
  const areHours =
    leadsWith(marks, join, 'comma') &&
    isListJoin(marks[from]) &&
    before.length > 0 &&
    before.every(({ days, clock }) => !days && clock)
  return (isTimed || areHours) && isAlone && !isPair && !words.some((word) => plurals.test(word)) ? join : null
}

/** "mon 10-11 tue 1-2 weds not free": without any joint, behind days with hours a day without. */
function findRunOnDay(marks: readonly Mark[], predicate: Predicate, from: number): number | null {
  const times = marks
    .slice(from, predicate.from)
    .flatMap((mark, offset) => (mark.kind === 'time' ? [{ pick: mark.pick, at: from + offset }] : []))
  const [last, hours, ...earlier] = times.reverse()
  const isAlone = last !== undefined && last.pick.days !== null && last.pick.clock === null
  const isTimed = hours !== undefined && hours.pick.clock !== null && !hours.pick.clock.isPart
  const hasDay = hours?.pick.days != null || earlier.some(({ pick }) => pick.days !== null)
  return isAlone && isTimed && hasDay ? last.at : null
}

function hasOwnDay(part: readonly Mark[]): boolean {
  return part.some((mark) => mark.kind === 'time' && (mark.pick.days !== null || mark.pick.back !== null))
}

/** Whether the joins that end at `at` are that one and no comma. */
function leadsWith(marks: readonly Mark[], at: number, join: JoinKind): boolean {
  const [mark, before] = [marks[at], marks[at - 1]]
  return mark?.kind === 'join' && mark.join === join && !(before?.kind === 'join' && before.join !== 'none')
}

/** "Monday to Friday except Wednesday, 10 to 4": behind the comma hours of the days that are left. */
function areHoursOfAll(marks: readonly Mark[], from: number, join: number): boolean {
  const joinMark = marks[join]
  if (joinMark?.kind !== 'join' || joinMark.join !== 'comma') return false
  const picks = (part: readonly Mark[]) => part.flatMap((mark) => (mark.kind === 'time' ? [mark.pick] : []))
  const [excepted, behind] = [picks(marks.slice(from, join)), picks(marks.slice(join))]
  const areDays = excepted.length > 0 && excepted.every(({ days, clock }) => days !== null && clock === null)
  return areDays && behind.length > 0 && behind.every(({ days, clock }) => days === null && clock !== null)
}

interface Between {
  predicate: Predicate
  next: Predicate | undefined
  /** Where the statement of `predicate` begins at the earliest, and where the next predicate stands. */
  from: number
  end: number
}

/** Where the statement of a predicate ends; null when nothing has to be cut. */
function cutAfter(marks: readonly Mark[], { predicate, next, from, end }: Between): number | null {
  const hasTimeBetween = marks.slice(predicate.to, end).some(isTime)
  if (!hasTimeBetween)
    return next ? (findJoin(marks, predicate.to, end) ?? (hasOwnTimes(marks, next) ? next.from : null)) : null
  const join = findJoin(marks, predicate.to, end)
  const hasTimeBefore = marks.slice(from, predicate.from).some(isTime)
  const leadsTimes = marks.slice(predicate.to, join ?? end).some(isTime)
  // "I doubt Tuesday at 2 works".
  if (predicate.isUnsure && next && findJoin(marks, predicate.to, next.from) === null) return null
  // "As discussed on the phone, Tuesday": what was before says nothing of what follows.
  if (predicate.polarity === 'other' && join !== null && isOpening(marks)) return join
  const inner = findDatesInBracket(marks, predicate.to, join)
  if (inner !== null) {
    const after = findJoin(marks, inner, end)
    return after === null ? (next ? (hasOwnTimes(marks, next) ? next.from : null) : null) : after
  }
  // "Monday is out, Tuesday ...": the predicate stands behind its times.
  if (!leadsTimes && join !== null && (hasTimeBefore || next)) return join
  if (!next && predicate.polarity !== 'offer' && join !== null && startsAnew(marks, predicate.to, join)) return join
  if (!next && predicate.polarity === 'except' && join !== null && areHoursOfAll(marks, predicate.to, join)) return join
  if (!next) return null
  // "Any time except 1 to 2 works": what stands behind is said of the whole.
  if (predicate.polarity === 'except' && next.polarity === 'offer' && join === null && !hasOwnTimes(marks, next))
    return null
  // "Any day except Monday and Wednesday works".
  if (
    predicate.polarity === 'except' &&
    next.polarity === 'offer' &&
    !hasOwnTimes(marks, next) &&
    isDayList(marks.slice(predicate.to, next.from))
  )
    return null
  // "mon is fine tue is not": both stand behind their days.
  const isBehind = join === null && hasTimeBefore && isTime(marks[next.from - 1]) && !next.isTurnedTime
  const ownCut = isBehind ? cutWithoutJoin(marks, { predicate, next, from, end }) : null
  if (ownCut !== null) return ownCut
  if (isOneOffer(marks, { predicate, next, from, end })) return null
  if (next.isTurnedTime || hasOwnTimes(marks, next)) {
    // "I can do Friday and cannot do Tuesday", "Monday I can do 2-4 and Tuesday I cannot".
    const last = lastJoin(marks, predicate.to, next.from, ['and', 'or', 'comma', 'dash', 'open', 'close'])
    return last ?? next.from
  }
  // "Off sick Monday for a procedure": both say the same of one time.
  if (next.polarity === predicate.polarity) return null
  // "I am out Monday, Tuesday and Wednesday are fine": the next predicate stands behind its times.
  const comma = lastJoinBeforeDay(marks, predicate.to, end) ?? lastJoin(marks, predicate.to, end, commas)
  const anyJoin = comma ?? lastJoin(marks, predicate.to, end, ['and', 'or'])
  if (anyJoin !== null) return anyJoin
  return cutWithoutJoin(marks, { predicate, next, from, end })
}

/** "Easter is a write-off (2nd to 6th)": where a bracket ends that opens at `open` and holds days alone. */
function findDatesInBracket(marks: readonly Mark[], from: number, open: number | null): number | null {
  const mark = open === null ? undefined : marks[open]
  if (open === null || mark?.kind !== 'join' || mark.join !== 'open' || marks.slice(from, open).some(isTime))
    return null
  const close = marks.findIndex((one, at) => at > open && one.kind === 'join' && one.join === 'close')
  const inside = close < 0 ? [] : marks.slice(open + 1, close)
  const isHoliday = marks.slice(0, from).some((one) => one.kind === 'time' && one.pick.days?.isHoliday)
  return isHoliday &&
    inside.length > 0 &&
    inside.every((one) => one.kind === 'time' && one.pick.days !== null && one.pick.clock === null)
    ? close + 1
    : null
}

/** Days with "and" or "or" between them. */
function isDayList(part: readonly Mark[]): boolean {
  return part.every((mark) =>
    mark.kind === 'time'
      ? mark.pick.days !== null && mark.pick.clock === null
      : mark.kind !== 'join' || mark.join === 'and' || mark.join === 'or' || mark.join === 'none',
  )
}

/** "I could make 10:15 or 1:45 work on Tuesday": hours, and their day behind the other half of the predicate. */
function isOneOffer(marks: readonly Mark[], { predicate, next, from, end }: Between): boolean {
  if (!next || predicate.polarity !== 'offer' || next.polarity !== 'offer' || predicate.isTurned || next.isTurned)
    return false
  const picks = (part: readonly Mark[]) => part.flatMap((mark) => (mark.kind === 'time' ? [mark.pick] : []))
  const last = findJoin(marks, next.to, marks.length) ?? marks.length
  const hours = [...picks(marks.slice(from, predicate.from)), ...picks(marks.slice(predicate.to, end))]
  const days = picks(marks.slice(next.to, last))
  return hours.every(({ days: own }) => own === null) && days.length > 0 && days.every(({ clock }) => clock === null)
}

const openings = new Set(['as', 'per', 'following', 'further', 'thanks', 'thank'])

function isOpening(marks: readonly Mark[]): boolean {
  const first = marks.find((mark) => mark.kind !== 'join')
  return (
    (first?.kind === 'word' && openings.has(first.word)) ||
    (first?.kind === 'cue' && /^(thank|as |per |further|following)/.test(first.words))
  )
}

/** "Outside work hours, Thursday 6-8": hours that are refused, and behind the comma days with hours of their own. */
function startsAnew(marks: readonly Mark[], from: number, join: number): boolean {
  const joinMark = marks[join]
  if (joinMark?.kind !== 'join' || (joinMark.join !== 'comma' && joinMark.join !== 'dash')) return false
  const picks = (part: readonly Mark[]) => part.flatMap((mark) => (mark.kind === 'time' ? [mark.pick] : []))
  const [before, after] = [picks(marks.slice(from, join)), picks(marks.slice(join))]
  // "A holiday on Monday, any time Tuesday".
  const isBeside = (pick: Pick) => pick.back === 'afterThat' || pick.back === 'beforeThat'
  const isSaidAnew = after.some((pick) => pick.days !== null || isBeside(pick))
  if (after.some((pick) => pick.clock?.isAllDay || isBeside(pick)) && isSaidAnew) return true
  return (
    before.every((pick) => pick.days === null) &&
    after.some((pick) => pick.days !== null) &&
    after.some((pick) => pick.clock !== null)
  )
}

const dayReferences: ReadonlySet<string> = new Set(['nextDay', 'nextWeek', 'restOfWeek', 'weekdayAfter'])

/** "monday im free tuesday im not": before the first day that follows; a single time belongs to both. */
function cutWithoutJoin(marks: readonly Mark[], { predicate, end, from }: Between): number | null {
  const times = marks
    .slice(predicate.to, end)
    .flatMap((mark, offset) => (mark.kind === 'time' ? [{ mark, at: predicate.to + offset }] : []))
  const hasTimeBefore = marks.slice(from, predicate.from).some(isTime)
  const days = times.filter(({ mark }) => mark.pick.days !== null || dayReferences.has(mark.pick.back ?? ''))
  const [firstDay] = days
  if (hasTimeBefore && firstDay) return firstDay.at
  return times.length > 1 ? (days.at(-1)?.at ?? null) : null
}

/** Whether times follow the predicate before the next join: "I can do Friday". */
function hasOwnTimes(marks: readonly Mark[], predicate: Predicate): boolean {
  const end = findJoin(marks, predicate.to, marks.length) ?? marks.length
  return marks.slice(predicate.to, end).some(isTime)
}
