import { isDoubtful, polarityOf } from './clausePolarity.ts'
import type { Clause } from './clauses.ts'
import { isOpen } from './clockPicks.ts'
import type { AvailabilityConventions } from './conventions.ts'
import { everyDay, narrowDays } from './dayPicks.ts'
import { type Group, groupTimes, type Memory } from './groups.ts'
import type { Mark } from './mark.ts'
import { readOffer, readReturn } from './offers.ts'
import { type BackReference, type Pick, weekdayOf } from './picks.ts'
import { readRefusal, settleLimits } from './refusals.ts'
import { addOffer, forget, readZones, remember, type State, type Statements } from './statementState.ts'

/** Follows the clauses in their order: what is offered, refused, taken back, and what remains. */
export function readStatements(
  clauses: readonly Clause[],
  choiceNumbers: readonly number[],
  conventions: AvailabilityConventions,
): Statements {
  const state: State = {
    offers: [],
    refusals: [],
    chosen: new Set(),
    refused: new Set(),
    doubts: new Set(),
    hasPlainYes: false,
    hasPlainNo: false,
    zone: null,
    loose: null,
    isSpoiled: false,
    unsettled: [],
    hasUnreadParts: false,
    isAllChosen: false,
    isRestChosen: false,
    memory: { scope: null, days: [], clocks: [] },
    pending: null,
    openOffers: [],
    isEverything: false,
    refusedScope: null,
    refusedDays: null,
    isCorrecting: false,
    hasLooseFigure: false,
    placeZone: null,
    breadth: null,
    lastPolarity: 'offer',
    last: null,
    heading: null,
    choiceNumbers,
    conventions,
  }
  const parted = clauses.flatMap((clause) => partException(clause))
  for (const [order, clause] of parted.entries()) {
    holdScope(state, clause)
    if (isHeadingOf(clause, parted.slice(order + 1)))
      state.memory = { ...state.memory, scope: picksOf(clause)[0]?.days ?? null }
    else readClause(state, clause, order)
    state.last = clause
  }
  if (state.unsettled.some((offer) => state.offers.includes(offer))) state.isSpoiled = true
  if (state.hasUnreadParts && state.offers.some(({ clocks }) => clocks.length === 0)) state.isSpoiled = true
  settleLimits(state)
  settlePending(state)
  return state
}

/** "Any day but Tuesday, 2 to 4": behind the comma hours of the days that are left. */
function partException(clause: Clause): Clause[] {
  const comma = clause.items.findLastIndex((item) => item.kind === 'join' && item.join === 'comma')
  const isException =
    clause.polarity === 'except' || (clause.before === 'but' && (!clause.isStated || clause.flags.size === 0))
  if (comma <= 0 || !isException) return [clause]
  const [days, hours] = [
    picksOf({ items: clause.items.slice(0, comma) }),
    picksOf({ items: clause.items.slice(comma) }),
  ]
  const areDays = days.length > 0 && days.every((pick) => pick.days !== null && pick.clock === null)
  const areHours =
    hours.length > 0 && hours.every((pick) => pick.clock !== null && pick.days === null && pick.back === null)
  if (!areDays || !areHours) return [clause]
  const rest: Clause = {
    ...clause,
    polarity: 'offer',
    isStated: false,
    isTurned: false,
    flags: new Set(),
    cueText: '',
    before: 'comma',
    items: clause.items.slice(comma),
    isBehindException: true,
  }
  return [{ ...clause, items: clause.items.slice(0, comma) }, rest]
}

const picksOf = ({ items }: { items: readonly Mark[] }) =>
  items.flatMap((item) => (item.kind === 'time' ? [item.pick] : []))

const isWeek = ({ days }: Pick) => days?.isBroad === true && !days.isEveryDay && days.from !== null && days.to !== null

/** "Next week Monday 2-4. Friday works too": the week that comes first is that of all bare weekdays that follow. */
function holdScope(state: State, clause: Clause): void {
  const first = clause.items.find((item) => item.kind === 'time')
  const day = first?.kind === 'time' && weekFirst.test(first.words) ? first.pick.days : null
  if (day?.from && day.to && day.to - day.from < 7) {
    const monday = day.from - weekdayOf(day.from) + 1
    state.memory = {
      ...state.memory,
      scope: { ...day, from: monday, to: monday + 7, isBroad: true, isBareWeekday: false },
    }
  }
  const [week, ...others] = picksOf(clause)
  if (week && isWeek(week) && others.some(({ days }) => days?.isBareWeekday))
    state.memory = { ...state.memory, scope: week.days }
}

/** "Next week Monday", "week of the 12th, Monday": the week comes first. */
const weekFirst =
  /^(?:on |in |for )?(?:next week|the week|week (?:of|commencing|beginning|starting)|w\/[cb]) ?.*(?:mon|tue|wed|thu|fri)/

/** "Next week:" above lines of weekdays, or before the first of them: offers nothing by itself. */
function isHeadingOf(clause: Clause, [next, ...later]: readonly Clause[]): boolean {
  const [week, ...others] = picksOf(clause)
  if (!next || week === undefined || others.length > 0 || !isWeek(week) || clause.polarity !== 'offer') return false
  if (picksOf(next).find(({ days }) => days !== null)?.days?.isBareWeekday !== true) return false
  const last = clause.items.at(-1)
  const isMarked = last?.kind === 'join' && last.join === 'none'
  if (next.before === 'line' || isMarked) return true
  // "Next week not Monday" excepts it.
  return (
    !clause.isStated &&
    (next.before === 'none' || next.before === 'comma') &&
    next.polarity !== 'except' &&
    !(next.isTurned && next.isBareNot && !later.some(offersWeekday))
  )
}

function offersWeekday(clause: Clause): boolean {
  return clause.polarity === 'offer' && picksOf(clause).find(({ days }) => days !== null)?.days?.isBareWeekday === true
}

function readClause(state: State, clause: Clause, order: number): void {
  if (clause.flags.has('scratch')) forget(state)
  const isLost = state.offers.length === 0 && state.doubts.size > 0
  if (clause.flags.has('correct') && (clause.looseNumberCount > 0 || isLost)) state.isSpoiled = true
  if (clause.before !== 'line' && clause.before !== 'none') state.heading = null
  const polarity = polarityOf(state, clause)
  const said = clause.items.filter((item) => item.kind === 'time')
  // "Thursday, same time (2 until 4)": the hours are said.
  const isSaid = state.memory.clocks.length === 0 && said.some(({ pick }) => pick.clock !== null)
  const times = said.filter(({ pick }) => !(isSaid && pick.back === 'sameTime'))
  if (times.length === 0) {
    readBareClause(state, clause, polarity, order)
    return
  }
  if (
    times.some(({ pick }, index) => pick.back !== null && !hasReferent(pick.back, state.memory, times.slice(0, index)))
  ) {
    state.doubts.add('unread')
    // "Thursday instead, same time?": hours of a whole day that was offered just now.
    if (state.openOffers.length > 0 && times.every(({ pick }) => pick.back === 'sameTime')) state.isSpoiled = true
    return
  }
  // "... because of Easter": says why.
  if (clause.before === 'reason' && !clause.isStated && times.every(({ pick }) => pick.days?.isHoliday && !pick.clock))
    return
  readZones(state, clause)
  if (clause.flags.has('place')) {
    // "I'm in Berlin next week" is no offer, but the week that is spoken of.
    for (const { pick } of times)
      if (pick.days) remember(state, { isOffer: true, days: [pick.days], clocks: [], zone: null, order })
  }
  // Somebody who is away until the 7th, whatever he does there, is away.
  const isAway = polarity === 'busy' && !clause.isStated && clause.looseNumberCount === 0
  if (polarity === 'other' || (!isAway && isDoubtful(clause))) {
    // "I land at 2 on Tuesday, after 4 works": the hours that follow are hours of that day.
    const isAside = (clause.flags.has('if') || clause.flags.has('versus')) && state.offers.length > 0
    const days = isAside ? [] : times.flatMap(({ pick }) => pick.days ?? [])
    if (days.length > 0) state.memory = { ...state.memory, days }
    const clocks = isAside ? [] : times.flatMap(({ pick }) => pick.clock ?? [])
    if (clocks.length > 0) state.memory = { ...state.memory, clocks }
    // "Monday is ok, at 3, tomorrow is up in the air": the hours would be lost.
    const [first] = times
    if (
      state.openOffers.length > 0 &&
      first &&
      first.pick.clock !== null &&
      first.pick.days === null &&
      days.length > 0
    )
      state.isSpoiled = true
    // "Thursday is great, in the gloaming from 2": hours of that day, in words nobody knows.
    if (clocks.length > 0 && days.length === 0 && !clause.flags.has('other')) state.unsettled.push(...state.openOffers)
    // "I'd gloam mornings. Tuesday or Thursday": all of Tuesday is more than was said.
    if (days.length === 0 && state.offers.length === 0 && clocks.some((clock) => clock.isPart && clock.isPlural))
      state.hasUnreadParts = true
    if (clause.before === 'but' && state.openOffers.length > 0 && days.length === 0) state.isSpoiled = true
    // "I'm in the office Monday, so the gloaming Tuesday": which of them is meant is not known.
    if (clause.before === 'reason' && days.length > 0 && state.last?.isStated === false && state.openOffers.length > 0)
      state.isSpoiled = true
    if (days.length > 0) state.openOffers = []
    // What was excepted is not understood: "any time except lunch, where I have to check".
    if (clause.flags.has('except')) state.isSpoiled = true
    // "I'll let you know by Friday" says nothing of Friday; a question or an "I'm not sure" leaves it open.
    if (!clause.flags.has('other') && !clause.flags.has('place')) state.doubts.add('notSureOffer')
    return
  }
  readChoices(state, clause, polarity)
  const isException = clause.polarity === 'except' || clause.flags.has('only')
  const groups = groupTimes(clause.items, {
    memory: isException && state.refusedScope ? { ...state.memory, scope: state.refusedScope } : memoryOf(state),
    conventions: state.conventions,
    isOffer: polarity === 'offer',
  })
  if (groups.length === 0 && times.some(({ pick }) => pick.back !== null)) state.doubts.add('unread')
  if (groups.some((group) => group.isUnclear) || times.some(({ pick }) => pick.isUnclear)) {
    state.doubts.add('unread')
    state.isSpoiled = true
    return
  }
  if (groups.length === 0) return
  if (polarity === 'offer' && isOtherWeek(state, clause, groups)) {
    state.isSpoiled = true
    return
  }
  if (polarity === 'offer' && clause.isReturn) readReturn(state, groups)
  else if (polarity === 'offer') readOffer(state, clause, groups, order)
  else readRefusal(state, clause, groups, order)
  state.lastPolarity = polarity
}

/** "The first half of next week is packed. Friday is open": a bare weekday is of the week of which a part was refused. */
function memoryOf({ memory, refusedScope }: State): Memory {
  const isPart = refusedScope?.from && refusedScope.to && refusedScope.to - refusedScope.from < 5
  if (!isPart || memory.scope) return memory
  const monday = (refusedScope.from ?? 0) - weekdayOf(refusedScope.from ?? 0) + 1
  return { ...memory, scope: { ...refusedScope, from: monday, to: monday + 7 } }
}

/** "Next week is bad, but Friday works": the next Friday, or that of the week that is bad? */
function isOtherWeek({ refusedScope }: State, clause: Clause, groups: readonly Group[]): boolean {
  if (!refusedScope || (clause.before !== 'but' && clause.before !== 'comma')) return false
  return groups.some(({ days }) =>
    days.some((day) => day.isBareWeekday && narrowDays(day, refusedScope)?.from !== day.from),
  )
}

/** Proposals by number. "Both" beside times means these, not the proposals. */
function readChoices(state: State, clause: Clause, polarity: Clause['polarity']): void {
  const picks = clause.items.flatMap((item) => (item.kind === 'time' ? [item.pick] : []))
  const own = picks.filter((pick) => pick.choices !== null && !pick.isAllChoices)
  const hasOthers = picks.some((pick) => !pick.isAllChoices)
  const choices = (hasOthers ? own : picks).flatMap((pick) => pick.choices ?? [])
  if (choices.length === 0) return
  const isOffer = polarity === 'offer'
  if (isOffer && picks.some((pick) => pick.isAllChoices)) state.isAllChosen = true
  // "Anything but the second": the others.
  if (polarity === 'except' && /^(any|every|all)/.test(clause.cueText))
    for (const number of state.choiceNumbers) state.chosen.add(number)
  for (const number of choices) {
    ;(isOffer ? state.chosen : state.refused).add(number)
    ;(isOffer ? state.refused : state.chosen).delete(number)
  }
  state.lastPolarity = polarity
}

/** Whether there is something that "same time" or "that day" can point at. */
function hasReferent(back: BackReference, { days, clocks }: Memory, earlier: readonly { pick: Pick }[]): boolean {
  if (back === 'sameTime' || back === 'beforeThat')
    return clocks.length > 0 || earlier.some(({ pick }) => pick.clock !== null)
  if (back === 'afterThat' && clocks.length > 0) return true
  return days.length > 0 || back === 'thatWeek' || earlier.some(({ pick }) => pick.days !== null)
}

/** Corrections that need no time beside them; "sorry" and "actually" do. */
const slips = /wrong|mistake|typo|oops|whoops|correction|meant|misread|mix|edit|wait|bad/

/** A clause without times: a heading, a yes or no to what was offered, "otherwise I am free", "I am flexible". */
function readBareClause(state: State, clause: Clause, polarity: Clause['polarity'], order: number): void {
  if (clause.flags.has('otherwise')) {
    // "Do you need anything else?" offers nothing.
    if (!clause.isQuestion && (clause.isStated || state.refused.size > 0 || areOthers(state, clause)))
      readRest(state, polarity, order)
    return
  }
  if (clause.looseNumberCount > 0) state.hasLooseFigure = true
  // "Any time but 12": what was excepted could not be read.
  if (clause.looseNumberCount > 0 && clause.before === 'but') state.isSpoiled = true
  // "... but I need to check": what was said may not be used yet.
  const isBehind = clause.before === 'but' || (clause.isHedge && (clause.before === 'comma' || clause.before === 'and'))
  if (clause.flags.has('other') && isBehind && state.offers.length > 0) state.isSpoiled = true
  // "... except when I have class": what is excepted is not known.
  if (clause.polarity === 'except' && state.offers.length > 0) state.isSpoiled = true
  // "... but I can't": nobody knows what of it.
  if (isFlatNo(clause) && state.offers.length > 0) state.isSpoiled = true
  // "I was thinking of Tuesday but something came up": perhaps on that day.
  if (isSetBack(clause, polarity) && state.offers.length > 0) state.isSpoiled = true
  if (isUnreadLimit(clause) && state.openOffers.length > 0) state.isSpoiled = true
  if (isOwnCondition(clause) || (isForeignCondition(clause) && state.offers.length > 0)) state.isSpoiled = true
  // "Busy Friday or whatever suits": another day, or that one after all?
  if (clause.flags.has('flexible') && clause.before === 'or' && state.lastPolarity === 'busy') state.isSpoiled = true
  // "Tuesday is my day off so whenever": that day, or any other?
  if (clause.flags.has('flexible') && clause.before === 'reason' && state.lastPolarity === 'busy')
    state.isSpoiled = true
  // "I can be flexible if required" is no offer yet.
  if (clause.flags.has('correct') && slips.test(clause.cueText)) state.isCorrecting = true
  if (clause.flags.has('flexible') && !clause.flags.has('if') && polarity === 'offer') state.isEverything = true
  if (!clause.isStated) return
  if (polarity === 'offer' || polarity === 'busy') {
    state.heading = polarity
    state.lastPolarity = polarity
  }
  if (polarity === 'offer' && !clause.isQuestion && !clause.flags.has('if')) state.hasPlainYes = true
  if (polarity === 'busy' && clause.isTurned) state.hasPlainNo = true
}

/** "Not the 4pm one but the others": the other proposals. */
function areOthers({ choiceNumbers, refusals }: State, { cueText }: Clause): boolean {
  return choiceNumbers.length > 0 && refusals.length > 0 && /others?$/.test(cueText)
}

/** "but I can't", "but not me". */
function isFlatNo({ before, flags, isTurned, strangeWordCount, items }: Clause): boolean {
  const isBehind = before === 'but' || before === 'comma' || before === 'after'
  const isBare = strangeWordCount === 0 && !items.some(({ kind }) => kind === 'time')
  return isBehind && isBare && isTurned && flags.has('not')
}

/** "Tuesday, but in the gloaming", "but only the first bit": takes something of the whole day back, in words nobody knows. */
function isUnreadLimit({ before, isStated, strangeWordCount, flags, isRequest }: Clause): boolean {
  return before === 'but' && !isStated && !isRequest && (strangeWordCount > 0 || flags.has('only'))
}

/** "Tuesday if the kids are back": whether it is offered hangs on something; "if that helps your team" is a courtesy. */
function isForeignCondition({ flags, strangeWordCount, isCourtesy, before }: Clause): boolean {
  return (
    flags.has('if') &&
    (strangeWordCount > 0 || flags.has('busy') || flags.has('return')) &&
    !isCourtesy &&
    before === 'none'
  )
}

/** "If I find cover": what is offered beside it is not settled yet. */
function isOwnCondition({ flags, hasSubject, strangeWordCount }: Clause): boolean {
  return flags.has('if') && hasSubject && (strangeWordCount > 0 || flags.has('busy') || flags.has('return'))
}

function isSetBack({ before, flags }: Clause, polarity: Clause['polarity']): boolean {
  return (
    before === 'but' && (polarity === 'busy' || flags.has('unsure')) && !flags.has('not') && !flags.has('otherwise')
  )
}

/** "Otherwise free": what is left of the days that were spoken of, or of all days when whole ones were refused. */
function readRest(state: State, polarity: Clause['polarity'], order: number): void {
  if (polarity !== 'offer' && polarity !== 'except') return
  const numbers = state.choiceNumbers.filter((number) => !state.refused.has(number))
  if (state.refused.size > 0 && numbers.length > 0) {
    for (const number of numbers) state.chosen.add(number)
    return
  }
  if (state.choiceNumbers.length > 0 && state.refusals.length > 0 && state.offers.length === 0) {
    state.isRestChosen = true
    return
  }
  const last = state.refusals.at(-1)
  const days = state.breadth ? [state.breadth] : last && last.clocks.length > 0 ? last.days : [everyDay]
  addOffer(state, { isOffer: true, days, clocks: [], zone: null, order })
}

/** Times of day that found no day are meant for every day, if that is how one speaks of habits; "2-4" alone has to be asked back. */
function settlePending(state: State): void {
  if (state.offers.length > 0) return
  const { pending } = state
  state.loose = pending
  // Hours for every day are a guess when some of the days were not understood.
  if (state.doubts.size > 0) return
  if (state.hasLooseFigure && (pending || state.isEverything)) {
    state.doubts.add('unread')
    return
  }
  if (pending && pending.clocks.length > 0) {
    if (pending.clocks.every((clock) => clock.isAllDay || clock.isPart || clock.isPlural || isOpen(clock)))
      state.offers.push({ isOffer: true, days: [everyDay], clocks: pending.clocks, zone: pending.zone, order: -1 })
    else state.doubts.add('noDay')
    return
  }
  if (state.isEverything) state.offers.push({ isOffer: true, days: [everyDay], clocks: [], zone: null, order: -1 })
}
