import type { Clause } from './clauses.ts'
import { allDay, isMoment, isOpen, narrowClock } from './clockPicks.ts'
import { everyDay, liesWithin, placeWeekday, weekdaysOf } from './dayPicks.ts'
import type { Group } from './groups.ts'
import { narrowByLimit } from './offers.ts'
import { type DayPick, weekdayOf } from './picks.ts'
import { addOffer, remember, replaceOffers, type State, type Statement } from './statementState.ts'

/** Takes a clause that refuses into what was refused so far; "not before 10" offers the other side. */
export function readRefusal(state: State, clause: Clause, groups: readonly Group[], order: number): void {
  for (const group of groups) {
    // Somebody who is away until the 7th may be free from the 8th on, but has not said so.
    // "Friday after 1 is no good" says nothing of Friday morning.
    const isVerdict = clause.isVerdict && group.days.some((day) => !day.isBroad)
    const turned = clause.isTurned && !isVerdict ? turnOpenSides(group) : null
    if (turned) {
      if (turned.days.length > 0) {
        if (!narrowByLimit(state, clause, [turned])) addTurned(state, turned, group, order)
      } else narrowOrAwait(state, turned, group, order)
      continue
    }
    addRefusal(state, clause, group, order)
  }
  narrowToExceptedWeek(state, clause)
  moveIntoRest(state, clause)
  if (clause.polarity === 'except' && state.choiceNumbers.length > 0 && /^(everything|all)\b/.test(clause.cueText)) {
    for (const number of state.choiceNumbers) state.chosen.add(number)
    state.isAllChosen = true
    return
  }
  if (clause.polarity === 'except' && (/^(any|every|all)/.test(clause.cueText) || isAfterFree(state, clause)))
    state.isEverything = true
}

/** "I'm free except Thursday": everything but that. */
function isAfterFree({ last, choiceNumbers }: State, clause: Clause): boolean {
  const isFree =
    last?.polarity === 'offer' && (last.flags.has('free') || last.flags.has('flexible')) && !last.flags.has('if')
  const isPlain = last !== null && !last.isQuestion && !last.items.some((item) => item.kind === 'time')
  return isFree && isPlain && clause.before === 'none' && choiceNumbers.length === 0
}

function addTurned(state: State, turned: Group, said: Group, order: number): void {
  const { days, zone } = said
  addOffer(state, {
    isOffer: true,
    ...turned,
    order,
    limit: { isOffer: false, days, clocks: said.clocks, zone, order },
  })
}

/** "Not before 10 on any day next week. Monday and Thursday are good": only a limit of the days that are offered. */
export function settleLimits(state: State): void {
  const isLimit = ({ limit, order }: Statement) =>
    limit !== undefined &&
    limit.clocks.length > 0 &&
    limit.days.some((day) => day.isBroad) &&
    state.offers.some((other) => other.order > order && other.limit === undefined)
  const limits = state.offers.filter(isLimit)
  state.offers = state.offers.filter((offer) => !limits.includes(offer))
  for (const { limit } of limits) if (limit) state.refusals.push(limit)
}

/** "Any day bar Monday next week": the week belongs to what is offered too. */
function narrowToExceptedWeek(state: State, clause: Clause): void {
  const last = state.offers.at(-1)
  const said = clause.items.find(
    (item) => item.kind === 'time' && /\b(next|this|the) week\b|\bweek (of|after)/.test(item.words),
  )
  const day = said?.kind === 'time' ? said.pick.days : null
  if (clause.polarity !== 'except' || !day?.from || !last?.days.every((one) => one.isEveryDay)) return
  const monday = day.from - weekdayOf(day.from) + 1
  const week = { ...day, from: monday, to: monday + 7, isBroad: true, isBareWeekday: false }
  replaceOffers(state, [last], (offer) => ({ ...offer, days: [week] }))
}

/** "I can only make Tuesday, the rest of next week is blocked": the Tuesday of that week. */
function moveIntoRest(state: State, clause: Clause): void {
  const rest = clause.items.find((item) => item.kind === 'time' && /^(the )?(rest|remainder) of\b/.test(item.words))
  const week = rest?.kind === 'time' ? rest.pick.days : null
  // What was offered before is not of the rest: it comes later, as it were.
  if (week) state.offers = state.offers.map((offer) => ({ ...offer, order: state.choiceNumbers.length + 1_000 }))
  const last = state.offers.at(-1)
  if (!week?.isBroad || week.from === null || !last?.days.every((day) => day.isBareWeekday)) return
  const inside = last.days.flatMap((day) => placeWeekday(day, week) ?? [])
  if (inside.length > 0)
    replaceOffers(state, [last], (offer) => ({ ...offer, days: inside, order: state.choiceNumbers.length + 1_000 }))
}

function addRefusal(state: State, clause: Clause, group: Group, order: number): void {
  const lastOffer = state.offers.at(-1)
  const isOwn = group.days.length > 0
  const excepted = clause.polarity === 'except' && lastOffer ? lastOffer.days : state.memory.days
  // "Monday, Thursday (not 11-12)": of the day before the bracket.
  const about = clause.before === 'open' ? excepted.slice(-1) : excepted
  const days = isOwn
    ? placeInOffers(state, repeatWeekdays(state, group), clause)
    : about.length > 0
      ? about
      : [everyDay]
  const statement = {
    isOffer: false,
    days,
    clocks: group.clocks,
    zone:
      group.zone ??
      (isOwn && clause.polarity !== 'except' ? null : (lastOffer?.zone ?? lastOffer?.clocks[0]?.zone ?? null)),
    order,
  }
  state.refusals.push(statement)
  if (!isOwn) state.memory = { ...state.memory, clocks: group.clocks }
  // "Tuesday works, but not the morning" refuses a part of the days that were offered; these days stay open for further times.
  if (isOwn && clause.polarity !== 'except') {
    remember(state, statement)
    state.refusedDays = group.clocks.every((clock) => clock.isAllDay) ? statement.days : null
    state.openOffers = []
  }
}

/** "Friday afternoons are bad": every Friday, where no week is spoken of. */
function repeatWeekdays({ memory }: State, { days, clocks }: Group): readonly DayPick[] {
  if (memory.scope || !clocks.some((clock) => clock.isPart && clock.isPlural)) return days
  return days.map((day) =>
    day.isBareWeekday && !day.weekdays
      ? { ...everyDay, isEveryDay: false, isBroad: false, hasWeekend: true, weekdays: weekdaysOf(day) }
      : day,
  )
}

/** "1 to 4 February, not the Monday": a bare weekday that is refused is that of the days offered. */
function placeInOffers(state: State, days: readonly DayPick[], clause: Clause): readonly DayPick[] {
  const offered = state.offers.flatMap((offer) => offer.days).filter((day) => !day.isEveryDay)
  // "Any weekday but Monday": every one of them.
  const isException = clause.polarity === 'except' || clause.before === 'but'
  const areAll =
    isException && offered.length === 0 && (state.offers.length > 0 || /^(any|every|all)/.test(clause.cueText))
  return days.flatMap((day) => {
    if (areAll && day.isBareWeekday)
      return [{ ...everyDay, isEveryDay: false, isBroad: false, weekdays: weekdaysOf(day) }]
    const isOffered = offered.some((other) => liesWithin(day, other))
    if (!day.isBareWeekday || weekdaysOf(day).length !== 1 || isOffered) return [day]
    const inside = offered.flatMap((other) => placeWeekday(day, other) ?? [])
    return inside.length > 0 ? inside : [day]
  })
}

/** "Not before the 7th", "can't do after 4": the other side is offered. Null when nothing is open. */
function turnOpenSides(group: Group): Group | null {
  const [day] = group.days
  // "Nothing before Tuesday, 9 to 10": these hours from then on.
  const areHours = group.clocks.every((clock) => !isOpen(clock) && !isMoment(clock))
  if (group.days.length === 1 && day && areHours && (day.from === null) !== (day.to === null)) {
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
