import type { Clause } from './clauses.ts'
import { narrowClock } from './clockPicks.ts'
import { isDateOf, liesWithin, narrowDays } from './dayPicks.ts'
import type { Group } from './groups.ts'
import type { ClockPick, DayPick } from './picks.ts'
import { addOffer, replaceOffers, type State, type Statement } from './statementState.ts'

/** Takes a clause that offers into what was offered so far: new times, narrower ones, or a correction. */
export function readOffer(state: State, clause: Clause, groups: readonly Group[], order: number): void {
  const isCorrection = clause.flags.has('correct') || state.isCorrecting
  state.isCorrecting = false
  if (isCorrection && state.offers.length > 0 && !clause.isAlso && correctLast(state, groups, order)) return
  dropWhereabouts(state, clause, groups, order)
  narrowByConclusion(state, clause, groups)
  narrowWholeDays(state, clause, groups, order)
  dropNamedDay(state, clause, groups)
  dropNamedWeek(state, clause, groups)
  if (narrowByLimit(state, clause, groups)) return
  const clocks = groups.at(-1)?.clocks ?? []
  if (clause.isForAll && clocks.length > 0 && clause.before !== 'line')
    replaceOffers(state, state.openOffers, (offer) => ({ ...offer, clocks }))
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
    const days = daysSince(state, group)
    if (group.days.length === 0 || isAgain) addClocksOnly(state, clause, group, order)
    else {
      const clocks = clocksWithPending(state, group)
      addOffer(state, {
        isOffer: true,
        days,
        clocks,
        zone: group.zone ?? state.pending?.zone ?? null,
        order,
      })
    }
  }
}

/** "Back on the 11th and then free every afternoon", "back on the 12th. Tuesday is fine": days from then on. */
function daysSince(state: State, { days }: Group): readonly DayPick[] {
  const { last, memory } = state
  // "Slammed until Thursday next week, then Friday works"
  const refused = last?.polarity === 'busy' ? state.refusals.at(-1)?.days.at(-1) : undefined
  if (refused?.isUntil && refused.to !== null) {
    const end = refused.to
    const behind = { ...refused, from: end, to: end + 7, weekdays: null, isUntil: false, isBroad: true }
    return days.map((day) => (day.isBareWeekday && (day.from ?? end) < end ? (narrowDays(day, behind) ?? day) : day))
  }
  const isOpen = memory.days.length > 0 && memory.days.every((day) => day.from !== null && day.to === null)
  const [since] = memory.days
  if (!last?.isReturn || !isOpen || !since || days.length === 0) return days
  if (days.every((day) => day.isEveryDay)) return memory.days
  const week = { ...since, to: (since.from ?? 0) + 7 }
  return days.map((day) => (day.isBareWeekday ? (narrowDays(day, week) ?? day) : day))
}

/** "After 6 because of work, any evening next week": hours said before narrow a part of day. */
function clocksWithPending({ pending, conventions }: State, { clocks }: Group): readonly ClockPick[] {
  if (clocks.length === 0) return pending?.clocks ?? []
  if (!pending || !clocks.every((clock) => clock.isPart)) return clocks
  const narrowed = clocks
    .flatMap((clock) => pending.clocks.map((other) => narrowClock(clock, other, conventions)))
    .filter((clock) => clock !== null)
  return narrowed.length > 0 ? narrowed : clocks
}

/** "I'm in the office Monday to Wednesday, so Thursday": days that gave the reason are not offered. */
function dropWhereabouts(state: State, clause: Clause, groups: readonly Group[], order: number): void {
  const { last } = state
  const hasDays = groups.some(({ days }) => days.length > 0)
  if (clause.before !== 'reason' || !last || last.isStated || !last.hasSubject || last.hasPossession || !hasDays) return
  state.offers = state.offers.filter((offer) => offer.order !== order - 1)
  state.openOffers = state.openOffers.filter((offer) => offer.order !== order - 1)
}

/** "Monday or Tuesday, though Tuesday only until 1": hours of a day of which the whole was offered; of a week only where it is said so. */
function narrowWholeDays(state: State, clause: Clause, groups: readonly Group[], order: number): void {
  if (clause.before === 'or') return
  const days = groups.flatMap((group) => (group.clocks.some((clock) => !clock.isAllDay) ? group.days : []))
  const named = days.filter((day) => day.from !== null && day.to === day.from + 1)
  if (named.length === 0) return
  const isNamed = (day: DayPick) => named.some((one) => one.from === day.from && one.to === day.to)
  state.offers = state.offers.flatMap((offer) => {
    if (offer.clocks.length > 0 || !offer.days.some(isNamed)) return [offer]
    const left = offer.days.filter((day) => !isNamed(day))
    return left.length > 0 ? [{ ...offer, days: left }] : []
  })
  state.openOffers = state.openOffers.filter((offer) => state.offers.includes(offer))
  if (clause.flags.has('only') && state.offers.length > 0)
    state.refusals.push({ isOffer: false, days: named, clocks: [], zone: null, order: order - 0.5, isTakenBack: true })
}

/** "Late in May suits me, so the 28th or 29th": what follows says which days were meant. */
function narrowByConclusion(state: State, clause: Clause, groups: readonly Group[]): void {
  const isRest = clause.items.some((item) => item.kind === 'time' && item.pick.back === 'restOfWeek')
  if (clause.before !== 'reason' && !isRest) return
  const days = groups.flatMap((group) => group.days)
  // "I have Tuesday and Thursday, so Thursday at 3": with hours also single days.
  const hasHours = clause.before === 'reason' && groups.some(({ clocks }) => clocks.length > 0)
  const covers = (offer: Statement) =>
    offer.days.some(
      (broad) =>
        (hasHours || broad.to === null || broad.from === null || broad.to - broad.from > 1) &&
        days.some((day) => liesWithin(day, broad)),
    )
  const last = state.offers.at(-1)
  // "Late next week after 3, so Thursday or Friday": the hours stay.
  if (
    clause.before === 'reason' &&
    last &&
    last.clocks.length > 0 &&
    groups.every(({ clocks }) => clocks.length === 0)
  ) {
    const areMeant = last.days.some((broad) => days.some((day) => liesWithin(day, broad) || liesWithin(broad, day)))
    if (areMeant) state.offers = state.offers.filter((offer) => offer !== last)
    state.pending = { clocks: last.clocks, zone: last.zone }
  }
  const replaced = state.openOffers.filter(covers)
  state.offers = state.offers.filter((offer) => !replaced.includes(offer))
  state.openOffers = state.openOffers.filter((offer) => !replaced.includes(offer))
}

/** "Saturday works too, 11 July 10 to 12": behind a comma the date of the weekday that was offered. */
function dropNamedDay(state: State, clause: Clause, [group, other]: readonly Group[]): void {
  const last = state.openOffers.at(-1)
  const [bare, date] = [last?.days[0], group?.days[0]]
  if (!last || !group || !bare || !date || other || last.days.length !== 1 || group.days.length !== 1) return
  const isBehind = clause.before === 'comma' || clause.before === 'dash' || clause.before === 'none'
  if (!isBehind || clause.isAlso || !isDateOf(date, bare)) return
  state.offers = state.offers.filter((offer) => offer !== last)
  state.openOffers = state.openOffers.filter((offer) => offer !== last)
}

/** "Early next week is better, Monday or Tuesday": behind a comma the days of the stretch that was offered. */
function dropNamedWeek(state: State, clause: Clause, groups: readonly Group[]): void {
  const last = state.openOffers.at(-1)
  const days = groups.flatMap((group) => group.days)
  if (!last || clause.isStated || clause.isAlso || (clause.before !== 'comma' && clause.before !== 'dash')) return
  const isWide = last.days.every((day) => day.from !== null && day.to !== null && day.to - day.from > 1)
  const areInside = days.length > 0 && days.every((day) => last.days.some((wide) => liesWithin(day, wide)))
  if (!isWide || !areInside) return
  state.offers = state.offers.filter((offer) => offer !== last)
  state.openOffers = state.openOffers.filter((offer) => offer !== last)
}

/** "Back on Thursday" offers nothing yet; "free from then on" may follow. */
export function readReturn(state: State, groups: readonly Group[]): void {
  const days = groups.map(openFrom).flatMap((group) => group.days)
  if (days.length > 0) state.memory = { ...state.memory, days, clocks: [] }
  closeAbsence(state, days[0]?.from ?? null)
  state.doubts.add('notSureOffer')
}

/** "Away from Monday, returning Thursday": until then. */
function closeAbsence(state: State, returnsOn: number | null): void {
  const last = state.refusals.at(-1)
  if (!last || returnsOn === null) return
  const days = last.days.map((day) =>
    day.from !== null && day.to === null && day.from < returnsOn ? { ...day, to: returnsOn } : day,
  )
  state.refusals = [...state.refusals.slice(0, -1), { ...last, days }]
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
export function narrowByLimit(state: State, clause: Clause, groups: readonly Group[]): boolean {
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

/** Clocks for days that were said before: they narrow whole days, and add to days that have times. */
function addClocksOnly(state: State, clause: Clause, group: Group, order: number): void {
  // "Not before ten" narrows what is offered; behind days that were not understood there is nothing to narrow.
  const isLimit = clause.items.every((item) => item.kind !== 'time' || item.pick.isLimit)
  // "Any time next week except Wednesday, 10 to 12".
  const isBehindException = clause.isBehindException || (clause.before === 'comma' && state.last?.polarity === 'except')
  const isNarrowing =
    clause.flags.has('only') || clause.before === 'but' || clause.before === 'reason' || isBehindException || isLimit
  if (state.openOffers.length > 0) {
    replaceOffers(state, state.openOffers, (offer) => ({
      ...offer,
      clocks: group.clocks,
      zone: group.zone ?? offer.zone,
    }))
    return
  }
  const last = state.offers.at(-1)
  if (last && clause.isBehindException && narrowAlike(state, group)) return
  if (last && isNarrowing) {
    const narrowed = last.clocks
      .flatMap((clock) => group.clocks.map((other) => narrowClock(clock, other, state.conventions)))
      .filter((clock) => clock !== null)
    if (narrowed.length > 0) {
      replaceOffers(state, [last], (offer) => ({ ...offer, clocks: narrowed }))
      return
    }
    // "Thursday afternoon, but before 10": one of the two was not understood.
    if (last.clocks.length > 0 && clause.before !== 'or' && !clause.isAlso) {
      state.isSpoiled = true
      return
    }
  }
  if ((state.refusedDays && state.memory.days === state.refusedDays) || (isLimit && state.doubts.size > 0)) {
    state.doubts.add('noDay')
    return
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
  // "Sunne is cool, until 2": perhaps a day, and no hours of every day.
  if (clause.strangeWordCount > 0) state.doubts.add('noDay')
  state.pending = { clocks: [...(state.pending?.clocks ?? []), ...group.clocks], zone: group.zone }
  state.memory = { ...state.memory, clocks: group.clocks }
}

/** Hours behind an exception are hours of all the days said before it. */
function narrowAlike(state: State, { clocks, zone }: Group): boolean {
  const last = state.offers.at(-1)
  const alike = state.offers.filter(({ order }) => order === last?.order)
  if (!alike.every((offer) => offer.clocks.every((clock) => clock.isAllDay))) return false
  replaceOffers(state, alike, (offer) => ({ ...offer, clocks, zone: zone ?? offer.zone }))
  return true
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
