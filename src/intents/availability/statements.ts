import { isDoubtful, polarityOf } from './clausePolarity.ts'
import type { Clause } from './clauses.ts'
import { allDay, isOpen, narrowClock } from './clockPicks.ts'
import type { AvailabilityConventions } from './conventions.ts'
import { everyDay, liesWithin, narrowDays, placeWeekday, weekdaysOf } from './dayPicks.ts'
import { type Group, groupTimes, type Memory } from './groups.ts'
import { type BackReference, type ClockPick, type DayPick, type Pick, weekdayOf } from './picks.ts'
import type { Doubt } from './reading.ts'

/** Days and clocks that are offered or refused, in the order of the text. */
export interface Statement {
  isOffer: boolean
  days: readonly DayPick[]
  /** Empty: the whole working day. */
  clocks: readonly ClockPick[]
  zone: string | null
  /** Position in the text. */
  order: number
}

/** What the clauses of a message say together. */
export interface Statements {
  offers: Statement[]
  refusals: Statement[]
  chosen: Set<number>
  refused: Set<number>
  doubts: Set<Doubt>
  /** A clause offers without naming a time: "works for me", "sounds good". */
  hasPlainYes: boolean
  hasPlainNo: boolean
  /** A zone that was said for all times. */
  zone: string | null
  /** Hours that found no day, when nothing else is offered. */
  loose: { clocks: readonly ClockPick[]; zone: string | null } | null
  /** Something was corrected and the correction could not be read: nothing may be relied upon. */
  isSpoiled: boolean
}

interface State extends Statements {
  memory: Memory
  /** Clocks without days so far: "Evenings only. Monday or Tuesday". */
  pending: { clocks: readonly ClockPick[]; zone: string | null } | null
  /** Whole days that may still get their times: "Tuesday is good. After 3." */
  openOffers: Statement[]
  isEverything: boolean
  /** A week that was refused: days excepted from it are days of it. */
  refusedScope: DayPick | null
  /** Where the writer is on some days. */
  placeZone: { zone: string; days: readonly DayPick[] } | null
  /** The days of the last broad stretch said, for "otherwise". */
  breadth: DayPick | null
  lastPolarity: Clause['polarity']
  last: Clause | null
  /** "Not possible:" above a list. */
  heading: Clause['polarity'] | null
  choiceNumbers: readonly number[]
  conventions: AvailabilityConventions
}

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
    memory: { scope: null, days: [], clocks: [] },
    pending: null,
    openOffers: [],
    isEverything: false,
    refusedScope: null,
    placeZone: null,
    breadth: null,
    lastPolarity: 'offer',
    last: null,
    heading: null,
    choiceNumbers,
    conventions,
  }
  for (const [order, clause] of clauses.entries()) {
    readClause(state, clause, order)
    state.last = clause
  }
  settlePending(state)
  return state
}

function readClause(state: State, clause: Clause, order: number): void {
  if (clause.flags.has('scratch')) forget(state)
  const isLost = state.offers.length === 0 && state.doubts.size > 0
  if (clause.flags.has('correct') && (clause.looseNumberCount > 0 || isLost)) state.isSpoiled = true
  if (clause.before !== 'line' && clause.before !== 'none') state.heading = null
  const polarity = polarityOf(state, clause)
  const times = clause.items.filter((item) => item.kind === 'time')
  if (times.length === 0) {
    readBareClause(state, clause, polarity, order)
    return
  }
  if (
    times.some(({ pick }, index) => pick.back !== null && !hasReferent(pick.back, state.memory, times.slice(0, index)))
  ) {
    state.doubts.add('unread')
    return
  }
  readZones(state, clause)
  if (clause.flags.has('place')) {
    // "I'm in Berlin next week" is no offer, but the week that is spoken of.
    for (const { pick } of times)
      if (pick.days) remember(state, { isOffer: true, days: [pick.days], clocks: [], zone: null, order })
  }
  if (polarity === 'other' || isDoubtful(clause)) {
    // "I land at 2 on Tuesday, after 4 works": the hours that follow are hours of that day.
    const days = times.flatMap(({ pick }) => pick.days ?? [])
    if (days.length > 0) state.memory = { ...state.memory, days }
    if (days.length > 0) state.openOffers = []
    // "I'll let you know by Friday" says nothing of Friday; a question or an "I'm not sure" leaves it open.
    if (!clause.flags.has('other') && !clause.flags.has('place')) state.doubts.add('notSureOffer')
    return
  }
  readChoices(state, clause, polarity)
  const isException = clause.polarity === 'except' || clause.flags.has('only')
  const groups = groupTimes(clause.items, {
    memory: isException && state.refusedScope ? { ...state.memory, scope: state.refusedScope } : state.memory,
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

/** "Next week is bad, but Friday works": the next Friday, or that of the week that is bad? */
function isOtherWeek({ refusedScope }: State, clause: Clause, groups: readonly Group[]): boolean {
  if (!refusedScope || clause.before !== 'but') return false
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

/** A zone said by itself counts for all times; with days beside it, "in Paris until Wednesday", only for these. */
function readZones(state: State, clause: Clause): void {
  const picks = clause.items.flatMap((item) => (item.kind === 'time' ? [item.pick] : []))
  const alone = picks.find((pick) => pick.zone !== null && !pick.days && !pick.clock)
  if (!alone?.zone) return
  const days = clause.flags.has('place') ? picks.flatMap((pick) => pick.days ?? []) : []
  if (days.length > 0) state.placeZone = { zone: alone.zone, days }
  else state.zone = alone.zone
}

function zoneOf(state: State, days: readonly DayPick[]): string | null {
  const { placeZone } = state
  const isThere = placeZone !== null && days.every((day) => placeZone.days.some((there) => liesWithin(day, there)))
  return isThere ? placeZone.zone : null
}

function forget(state: State): void {
  state.offers = []
  state.refusals = []
  state.openOffers = []
  state.pending = null
  state.isEverything = false
  state.chosen.clear()
  state.refused.clear()
  state.doubts.clear()
}

/** A clause without times: a heading, a yes or no to what was offered, "otherwise I am free", "I am flexible". */
function readBareClause(state: State, clause: Clause, polarity: Clause['polarity'], order: number): void {
  if (clause.flags.has('otherwise')) {
    // "Do you need anything else?" offers nothing.
    if (!clause.isQuestion && (clause.isStated || state.refused.size > 0)) readRest(state, polarity, order)
    return
  }
  // "Any time but 12": what was excepted could not be read.
  if (clause.looseNumberCount > 0 && clause.before === 'but') state.isSpoiled = true
  // "... but I need to check": what was said may not be used yet.
  if (clause.flags.has('other') && clause.before === 'but' && state.offers.length > 0) state.isSpoiled = true
  // "... except when I have class": what is excepted is not known.
  if (clause.polarity === 'except' && state.offers.length > 0) state.isSpoiled = true
  // "I can be flexible if required" is no offer yet.
  if (clause.flags.has('flexible') && !clause.flags.has('if') && polarity === 'offer') state.isEverything = true
  if (!clause.isStated) return
  if (polarity === 'offer' || polarity === 'busy') {
    state.heading = polarity
    state.lastPolarity = polarity
  }
  if (polarity === 'offer' && !clause.isQuestion && !clause.flags.has('if')) state.hasPlainYes = true
  if (polarity === 'busy' && clause.isTurned) state.hasPlainNo = true
}

/** "Otherwise free": what is left of the days that were spoken of, or of all days when whole ones were refused. */
function readRest(state: State, polarity: Clause['polarity'], order: number): void {
  if (polarity !== 'offer' && polarity !== 'except') return
  const numbers = state.choiceNumbers.filter((number) => !state.refused.has(number))
  if (state.refused.size > 0 && numbers.length > 0) {
    for (const number of numbers) state.chosen.add(number)
    return
  }
  const last = state.refusals.at(-1)
  const days = state.breadth ? [state.breadth] : last && last.clocks.length > 0 ? last.days : [everyDay]
  addOffer(state, { isOffer: true, days, clocks: [], zone: null, order })
}

function readOffer(state: State, clause: Clause, groups: readonly Group[], order: number): void {
  if (clause.flags.has('correct') && state.offers.length > 0 && !clause.isAlso && correctLast(state, groups, order))
    return
  narrowByConclusion(state, clause, groups)
  if (narrowByLimit(state, clause, groups)) return
  const isNew = groups.some(({ days }) => days.length > 0)
  if (isNew && !clause.flags.has('only')) state.openOffers = clause.before === 'line' ? [] : state.openOffers
  for (const group of groups) {
    // "That week is good, any day": no further days.
    const isAgain =
      group.days.length > 0 &&
      group.days.every((day) => day.isEveryDay) &&
      state.offers.length > 0 &&
      clause.before !== 'or'
    if (isAgain && group.clocks.length === 0) continue
    if (group.days.length === 0 || isAgain) addClocksOnly(state, clause, group, order)
    else {
      const clocks = group.clocks.length > 0 ? group.clocks : (state.pending?.clocks ?? [])
      addOffer(state, {
        isOffer: true,
        days: group.days,
        clocks,
        zone: group.zone ?? state.pending?.zone ?? null,
        order,
      })
    }
  }
}

/** "Late in May suits me, so the 28th or 29th": what follows says which days were meant. */
function narrowByConclusion(state: State, clause: Clause, groups: readonly Group[]): void {
  const isRest = clause.items.some((item) => item.kind === 'time' && item.pick.back === 'restOfWeek')
  if (clause.before !== 'reason' && !isRest) return
  const days = groups.flatMap((group) => group.days)
  const covers = (offer: Statement) =>
    offer.days.some(
      (broad) =>
        (broad.to === null || broad.from === null || broad.to - broad.from > 1) &&
        days.some((day) => liesWithin(day, broad)),
    )
  const replaced = state.openOffers.filter(covers)
  state.offers = state.offers.filter((offer) => !replaced.includes(offer))
  state.openOffers = state.openOffers.filter((offer) => !replaced.includes(offer))
}

/** "Back on Thursday" offers nothing yet; "free from then on" may follow. */
function readReturn(state: State, groups: readonly Group[]): void {
  const days = groups.map(openFrom).flatMap((group) => group.days)
  if (days.length > 0) state.memory = { ...state.memory, days, clocks: [] }
  state.doubts.add('notSureOffer')
}

/** "Back on Thursday": from then on. */
function openFrom(group: Group): Group {
  const [day] = group.days
  const isSingle = day !== undefined && day.from !== null && day.to === day.from + 1
  if (group.days.length !== 1 || group.clocks.length > 0 || !isSingle) return group
  return {
    ...group,
    days: [{ ...day, to: null, isBareWeekday: false, hasBareBound: day.isBareWeekday, isBroad: true }],
  }
}

/** "Next week works, but not before Wednesday": a side of days behind an offer narrows it. */
function narrowByLimit(state: State, clause: Clause, groups: readonly Group[]): boolean {
  const [group] = groups
  const [limit] = group?.days ?? []
  const last = state.offers.at(-1)
  if (groups.length !== 1 || !group || group.days.length !== 1 || !limit || !last) return false
  const isSide = (limit.from === null) !== (limit.to === null)
  const isUnion = clause.before === 'or' || clause.before === 'and' || clause.isAlso
  if (!isSide || isUnion) return false
  const days = last.days.map((day) => (day.isBareWeekday ? day : narrowDays(day, limit))).filter((day) => day !== null)
  if (days.length === 0 || last.days.every((day) => !day.isBroad && day.to !== null)) return false
  const clocks = group.clocks.length > 0 ? group.clocks : last.clocks
  replaceOffers(state, [last], (offer) => ({ ...offer, days, clocks, zone: group.zone ?? offer.zone }))
  return true
}

function addOffer(state: State, said: Statement): void {
  const offer = { ...said, zone: said.zone ?? zoneOf(state, said.days) }
  // "Next week works. Tuesday is best": what is offered stays; "late in May, so the 28th" was narrowed before.
  state.offers.push(offer)
  state.openOffers = offer.clocks.length === 0 ? [...state.openOffers, offer] : []
  remember(state, offer)
}

function remember(state: State, { days, clocks, isOffer }: Statement): void {
  const broad = days.find((day) => day.isBroad && !day.isEveryDay)
  if (broad) state.breadth = broad
  // A week that is refused as a whole is not that of the days offered next.
  const scope = broad ? (isOffer ? broad : null) : state.memory.scope
  if (broad) state.refusedScope = isOffer ? null : broad
  state.memory = {
    scope,
    days: days.length > 0 ? days : state.memory.days,
    clocks: clocks.length > 0 ? clocks : state.memory.clocks,
  }
}

/** Clocks for days that were said before: they narrow whole days, and add to days that have times. */
function addClocksOnly(state: State, clause: Clause, group: Group, order: number): void {
  const isNarrowing = clause.flags.has('only') || clause.before === 'but' || clause.before === 'reason'
  if (state.openOffers.length > 0) {
    replaceOffers(state, state.openOffers, (offer) => ({
      ...offer,
      clocks: group.clocks,
      zone: group.zone ?? offer.zone,
    }))
    return
  }
  const last = state.offers.at(-1)
  if (last && isNarrowing) {
    const narrowed = last.clocks
      .flatMap((clock) => group.clocks.map((other) => narrowClock(clock, other, state.conventions)))
      .filter((clock) => clock !== null)
    if (narrowed.length > 0) {
      replaceOffers(state, [last], (offer) => ({ ...offer, clocks: narrowed }))
      return
    }
  }
  if (state.memory.days.length > 0) {
    addOffer(state, {
      isOffer: true,
      days: state.memory.days,
      clocks: group.clocks,
      zone: group.zone ?? last?.zone ?? null,
      order,
    })
    return
  }
  state.pending = { clocks: [...(state.pending?.clocks ?? []), ...group.clocks], zone: group.zone }
  state.memory = { ...state.memory, clocks: group.clocks }
}

function replaceOffers(state: State, old: readonly Statement[], change: (offer: Statement) => Statement): void {
  state.offers = state.offers.map((offer) => (old.includes(offer) ? change(offer) : offer))
  state.openOffers = []
  const last = state.offers.at(-1)
  if (last) remember(state, last)
}

/** "Sorry, make it Wednesday": days or clocks alone replace those of the last offer, both replace the offer of that day or the last one. */
function correctLast(state: State, groups: readonly Group[], order: number): boolean {
  const [first] = groups
  const last = state.offers.at(-1)
  if (!first || !last) return false
  if (first.days.length === 0) {
    replaceOffers(state, [last], (offer) => ({ ...offer, clocks: first.clocks, zone: first.zone ?? offer.zone }))
    return true
  }
  const sameDay = state.offers.filter((offer) =>
    offer.days.some((day) => first.days.some((other) => day.from === other.from && day.to === other.to)),
  )
  const replaced = sameDay.length > 0 ? sameDay : [last]
  state.offers = state.offers.filter((offer) => !replaced.includes(offer))
  state.openOffers = []
  for (const group of groups) {
    const clocks = group.clocks.length > 0 ? group.clocks : last.clocks
    addOffer(state, {
      isOffer: true,
      days: group.days.length > 0 ? group.days : last.days,
      clocks,
      zone: group.zone ?? last.zone,
      order,
    })
  }
  return true
}

function readRefusal(state: State, clause: Clause, groups: readonly Group[], order: number): void {
  for (const group of groups) {
    // Somebody who is away until the 7th may be free from the 8th on, but has not said so.
    const turned = clause.isTurned ? turnOpenSides(group) : null
    if (turned) {
      if (turned.days.length > 0) {
        if (!narrowByLimit(state, clause, [turned])) addOffer(state, { isOffer: true, ...turned, order })
      } else narrowOrAwait(state, turned, group, order)
      continue
    }
    addRefusal(state, clause, group, order)
  }
  narrowToExceptedWeek(state, clause)
  if (clause.polarity === 'except' && /^(any|every|all)/.test(clause.cueText)) state.isEverything = true
}

/** "Any day bar Monday next week": the week belongs to what is offered too. */
function narrowToExceptedWeek(state: State, clause: Clause): void {
  const last = state.offers.at(-1)
  const said = clause.items.find((item) => item.kind === 'time' && /\b(next|this|the) week\b|\bweek (of|after)/.test(item.words))
  const day = said?.kind === 'time' ? said.pick.days : null
  if (clause.polarity !== 'except' || !day?.from || !last?.days.every((one) => one.isEveryDay)) return
  const monday = day.from - weekdayOf(day.from) + 1
  const week = { ...day, from: monday, to: monday + 7, isBroad: true, isBareWeekday: false }
  replaceOffers(state, [last], (offer) => ({ ...offer, days: [week] }))
}

function addRefusal(state: State, clause: Clause, group: Group, order: number): void {
  const lastOffer = state.offers.at(-1)
  const isOwn = group.days.length > 0
  const about = clause.polarity === 'except' && lastOffer ? lastOffer.days : state.memory.days
  const days = isOwn ? placeInOffers(state, group.days) : about.length > 0 ? about : [everyDay]
  const statement = {
    isOffer: false,
    days,
    clocks: group.clocks,
    zone: group.zone ?? (isOwn ? null : (lastOffer?.zone ?? null)),
    order,
  }
  state.refusals.push(statement)
  if (!isOwn) state.memory = { ...state.memory, clocks: group.clocks }
  // "Tuesday works, but not the morning" refuses a part of the days that were offered; these days stay open for further times.
  if (isOwn && clause.polarity !== 'except') {
    remember(state, statement)
    state.openOffers = []
  }
}

/** "1 to 4 February, not the Monday": a bare weekday that is refused is that of the days offered. */
function placeInOffers(state: State, days: readonly DayPick[]): readonly DayPick[] {
  const offered = state.offers.flatMap((offer) => offer.days).filter((day) => !day.isEveryDay)
  return days.flatMap((day) => {
    const isOffered = offered.some((other) => liesWithin(day, other))
    if (!day.isBareWeekday || weekdaysOf(day).length !== 1 || isOffered) return [day]
    const inside = offered.flatMap((other) => placeWeekday(day, other) ?? [])
    return inside.length > 0 ? inside : [day]
  })
}

/** "Not before the 7th", "can't do after 4": the other side is offered. Null when nothing is open. */
function turnOpenSides(group: Group): Group | null {
  const [day] = group.days
  if (group.days.length === 1 && day && group.clocks.length === 0 && (day.from === null) !== (day.to === null)) {
    const turned =
      day.from === null ? { from: (day.to ?? 0) - (day.isUntil ? 1 : 0), to: null } : { from: null, to: day.from }
    return { ...group, days: [{ ...day, ...turned, isUntil: false }] }
  }
  if (group.clocks.length === 1 && group.clocks[0] && isOpen(group.clocks[0])) {
    const [clock] = group.clocks
    return { ...group, clocks: [{ ...clock, from: clock.to, to: clock.from }] }
  }
  return null
}

function narrowOrAwait(state: State, group: Group, said: Group, order: number): void {
  const [clock] = group.clocks
  if (!clock) return
  if (state.offers.length === 0) {
    state.pending = { clocks: group.clocks, zone: group.zone }
    // "No meetings before 10": holds for whatever is offered later.
    state.refusals.push({ isOffer: false, days: [everyDay], clocks: said.clocks, zone: said.zone, order })
    return
  }
  state.offers = state.offers.map((offer) => {
    const narrowed = (offer.clocks.length > 0 ? offer.clocks : [allDay])
      .map((own) => narrowClock(own, clock, state.conventions))
      .filter((own) => own !== null)
    return narrowed.length > 0 ? { ...offer, clocks: narrowed } : offer
  })
  state.openOffers = []
}

/** Times of day that found no day are meant for every day, if that is how one speaks of habits; "2-4" alone has to be asked back. */
function settlePending(state: State): void {
  if (state.offers.length > 0) return
  const { pending } = state
  state.loose = pending
  if (pending && pending.clocks.length > 0) {
    if (pending.clocks.every((clock) => clock.isAllDay || clock.isPart || clock.isPlural || isOpen(clock)))
      state.offers.push({ isOffer: true, days: [everyDay], clocks: pending.clocks, zone: pending.zone, order: -1 })
    else state.doubts.add('noDay')
    return
  }
  if (state.isEverything) state.offers.push({ isOffer: true, days: [everyDay], clocks: [], zone: null, order: -1 })
}
