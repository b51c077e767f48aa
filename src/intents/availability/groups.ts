import { isMoment, isOpen, narrowClock, spanOf } from './clockPicks.ts'
import type { AvailabilityConventions } from './conventions.ts'
import { liesWithin, narrowDays } from './dayPicks.ts'
import type { JoinKind } from './joinWords.ts'
import type { Mark } from './mark.ts'
import { type BackReference, type ClockPick, type DayPick, weekdayOf } from './picks.ts'
import { readBehind, restOfWeek, weekdayAfter, weekdayOfWeek, weekStarting } from './weekReferences.ts'

/** Days times clocks: "Tuesday and Thursday, 10-12 and 2-4". Without days or without clocks where the words name none. */
export interface Group {
  days: DayPick[]
  clocks: ClockPick[]
  zone: string | null
  /** Days that cannot be put together: "10/11 March". */
  isUnclear?: boolean
}

/** What was said before and may be meant again. */
export interface Memory {
  /** The week that is spoken of: "next week I can do Tuesday". */
  scope: DayPick | null
  days: readonly DayPick[]
  clocks: readonly ClockPick[]
}

interface Entry extends Group {
  /** What stands between the entry before and this one. */
  join: JoinKind
  isTight: boolean
  words: string
  /** "Not before 10". */
  isLimit: boolean
  /** "Both days", "that day". */
  isSameDays: boolean
}

interface Building extends Group {
  isClockFirst: boolean
}

export interface GroupOptions {
  memory: Memory
  conventions: AvailabilityConventions
  /** In an offer one clock counts for all days before it; of what is refused the larger stretch is meant. */
  isOffer: boolean
}

/** Distributes the clocks of one statement over its days. */
export function groupTimes(items: readonly Mark[], options: GroupOptions): Group[] {
  const entries = dropScope(placeInScope(readEntries(items, options.memory), options.memory.scope))
  const groups: Building[] = []
  for (const [index, said] of entries.entries()) {
    const current = groups.at(-1)
    const isEach =
      current !== undefined &&
      current.days.length > 0 &&
      said.join !== 'or' &&
      said.days.length > 0 &&
      said.days.every((day) => day.isEveryDay)
    // "Tue to Thu, daily 10 to 2", "Mon or Tue, 10 to 12 both days": on each of these days.
    const entry = isEach || (said.isSameDays && current && current.days.length > 0) ? { ...said, days: [] } : said
    if (!current) groups.push(begin(entry))
    else if (entry.days.length > 0 && entry.clocks.length > 0) addDaysAndClocks(groups, current, entry, options)
    else if (entry.days.length > 0) addDays(groups, current, entry, entries.slice(index + 1, index + 3), options)
    else if (entry.clocks.length > 0) addClocks(groups, current, entry, entries.slice(index + 1), options)
    const last = groups.at(-1)
    if (last && entry.zone !== null) last.zone = entry.zone
  }
  return groups.map(({ days, clocks, zone, isUnclear }) => ({ days, clocks, zone, isUnclear: isUnclear === true }))
}

function begin(entry: Entry): Building {
  return { days: [...entry.days], clocks: [...entry.clocks], zone: entry.zone, isClockFirst: entry.days.length === 0 }
}

function readEntries(items: readonly Mark[], memory: Memory): Entry[] {
  const entries: Entry[] = []
  let join: JoinKind = 'none'
  let { days: lastDays, clocks: lastClocks } = memory
  let isBehindClock = false
  for (const item of items) {
    if (item.kind === 'join') {
      if (item.join !== 'none' && rankJoin(item.join) >= rankJoin(join)) join = item.join
      continue
    }
    if (item.kind !== 'time') continue
    const { pick } = item
    // "Monday the 12th is Thanksgiving up here": the day is said.
    const named = entries.at(-1)?.days.at(-1)
    const isName = pick.days?.isHoliday === true && !pick.clock && join === 'none' && named?.isBareWeekday === false
    if (isName && named?.from != null && pick.days && narrowDays(named, pick.days) === null) continue
    // "Next week I am open all week" says nothing new.
    if (pick.back === 'thatWeek' && entries.some((entry) => entry.days.some(isScope))) continue
    const behind =
      pick.back === 'weekdayAfter'
        ? weekdayAfter(pick.days, lastDays)
        : pick.back === 'weekdayOfWeek'
          ? weekdayOfWeek(pick.days, lastDays)
          : readBehind(item.words, pick.days, lastDays)
    // "Mornings from then on" are mornings of days, not what follows a morning.
    const isHabit = pick.back === 'afterThat' && entries.at(-1)?.clocks.some((clock) => clock.isPart && clock.isPlural)
    const spoken = isHabit ? [] : lastClocks
    const day = lastDays.at(-1)
    if (pick.back === 'sameDays' && oneDayWords.test(item.words) && day?.from && day.to === null)
      lastDays = [{ ...day, to: day.from + 1, isBroad: false }]
    // "Tuesday any time after": hours of that day.
    const isTightHour = pick.back === 'afterThat' && !isHabit && join === 'none' && entries.length > 0
    const days = isTightHour ? [] : (behind ?? (pick.days ? [pick.days] : daysMeant(pick.back, lastDays, spoken)))
    const clocks = pick.clock ? [pick.clock] : clocksMeant(pick.back, spoken)
    if (days.some((day) => !day.isEveryDay)) lastDays = days
    if (clocks.some((clock) => !clock.isAllDay))
      lastClocks = isBehindClock && days.length === 0 ? [...lastClocks, ...clocks] : clocks
    isBehindClock = clocks.length > 0
    if (days.length > 0 || clocks.length > 0)
      entries.push({
        days,
        clocks,
        zone: pick.zone,
        join,
        isTight: join === 'none' || join === 'open' || join === 'close',
        words: item.words,
        isLimit: pick.isLimit,
        isSameDays: pick.back === 'sameDays',
      })
    join = 'none'
  }
  return entries
}

/** "Back on the 12th, that day from 2": the day itself, not all that follow. */
const oneDayWords = /^(on )?(that|the same|this same) day\b/

/** Of several joins in a row the one that says most: "), and" is "and". */
function rankJoin(join: JoinKind): number {
  return join === 'none' ? 0 : join === 'open' || join === 'close' ? 1 : join === 'and' || join === 'or' ? 3 : 2
}

/** The days that words like "that day" or "the week after" point at. */
function daysMeant(back: BackReference | null, days: readonly DayPick[], clocks: readonly ClockPick[]): DayPick[] {
  if (back === 'sameDays' || (back === 'afterThat' && clocks.length > 0)) return [...days]
  const last = days.at(-1)
  // "After 3 January that week", "back on the 11th, any day that week": what is left of the week in which it begins.
  if (back === 'thatWeek' && last?.from && last.to === null) return restOfWeek(last)
  if (back === 'afterThat' && last?.from && last.to === null) return [last]
  if (back === 'restOfWeek' && last) return restOfWeek(last)
  if (!last?.to || back === null || back === 'sameTime' || back === 'beforeThat') return []
  const plain = { ...last, weekdays: null, isBareWeekday: false, isUntil: false }
  if (back === 'afterThat') return [{ ...plain, from: last.to, to: null, isBroad: true, hasWeekend: false }]
  if (back === 'nextDay') return [{ ...plain, from: last.to, to: last.to + 1, isBroad: false }]
  if (back === 'thatWeek' && last.isBroad) return [last]
  const monday = last.to - weekdayOf(last.to - 1) + (back === 'thatWeek' ? 0 : 7)
  return weekStarting(last, monday)
}

/** "Next week Tuesday or Thursday", "Tuesday and Thursday next week": bare weekdays are days of the week that is spoken of. */
function placeInScope(entries: readonly Entry[], remembered: DayPick | null): Entry[] {
  let scope = remembered
  const placed: Entry[] = entries.map((entry, index) => {
    const [day] = entry.days
    if (!day) return entry
    if (isScope(day)) {
      scope = day
      return entry
    }
    const before = entries[index - 1]?.days[0]
    // "Next week Tues or Thurs": days of one week, as long as they come in order.
    const week = before && !entry.isTight ? weekOf(before) : undefined
    if (day.isBareWeekday && week && before && weekdayOf(day.from ?? 0) > weekdayOf(before.from ?? 0)) scope = week
    const inside =
      day.isBareWeekday && scope && !hasScopeBehind(entries, index)
        ? (narrowDays(day, scope) ?? placeBehindPart(day, scope))
        : null
    return inside ? { ...entry, days: [{ ...inside, isFromScope: true }, ...entry.days.slice(1)] } : entry
  })
  return placeBackwards(placed)
}

/** "Monday to Wednesday next week after 1, Thursday before 12": a later day of the week of which a part was said. */
function placeBehindPart(day: DayPick, part: DayPick): DayPick | null {
  if (part.from === null || part.to === null || part.to - part.from >= 5 || part.weekdays || day.from === null)
    return null
  const monday = part.from - weekdayOf(part.from) + 1
  if (part.to > monday + 7 || weekdayOf(day.from) <= weekdayOf(part.to - 1)) return null
  return narrowDays(day, { ...part, from: monday, to: monday + 7, isBroad: true })
}

/** "Same time"; "busy until 3 but free after that" is from 3 on. */
function clocksMeant(back: BackReference | null, clocks: readonly ClockPick[]): ClockPick[] {
  if (back === 'sameTime') return [...clocks]
  const last = clocks.at(-1)
  if (back === 'beforeThat' && last && last.from !== null)
    return [{ ...last, from: null, to: last.from, isPart: false }]
  return back === 'afterThat' && last?.to ? [{ ...last, from: last.to, to: null, isPart: false }] : []
}

/** "Next week, 10 to 12 on Monday": the week was only said to place the days. */
function dropScope(entries: readonly Entry[]): readonly Entry[] {
  const [week, next, ...others] = entries
  const day = week?.days[0]
  if (!week || !next || !day || week.days.length > 1 || week.clocks.length > 0 || !isScope(day)) return entries
  if (next.join === 'and' || next.join === 'or') return entries
  const named = [next, ...others].flatMap((entry) => entry.days)
  return named.length > 0 && named.every((one) => one.isFromScope === true && liesWithin(one, day))
    ? [next, ...others]
    : entries
}

function isScope(day: DayPick): boolean {
  return day.isBroad && !day.isEveryDay && day.from !== null && day.to !== null && day.to - day.from <= 31
}

function hasScopeBehind(entries: readonly Entry[], index: number): boolean {
  const next = entries[index + 1]
  return next?.isTight === true && next.days.some(isScope)
}

const weekdayWord = /\b(mon|tue|wed|thu|fri|sat|sun)/

/** "Wed, Thu, Fri next week": bare weekdays before it, and no hours. */
function isEndOfDays(entries: readonly Entry[], at: number): boolean {
  const before = entries.slice(0, at)
  const areBare = before.every(({ days, clocks }) => clocks.length === 0 && days.every((day) => day.isBareWeekday))
  return areBare && /day next week$|\b(mon|tues?|weds?|thu|thurs?|fri) next week$/.test(entries[at]?.words ?? '')
}

/** "Monday 10-12 or Tuesday 3-5 next week": both, as long as the weekdays come in order. */
function placeBackwards(entries: readonly Entry[]): Entry[] {
  const placed = [...entries]
  for (let at = 1; at < placed.length; at += 1) {
    const entry = placed[at]
    const anchor = entry?.days[0]
    const scope = entry && anchor && (entry.isTight ? entry.days.find(isScope) : weekOf(anchor))
    if (!scope) continue
    // "Monday 10-12, Friday the 20th": only days right before a date are days of its week.
    const isWeekSaid = entry.isTight
    if (
      !isWeekSaid &&
      (!weekdayWord.test(entry.words) ||
        entry.words.startsWith('next') ||
        (entry.join === 'comma' && !isEndOfDays(placed, at)))
    )
      continue
    let limit = entry.isTight ? 8 : weekdayOf(anchor?.from ?? 0)
    for (let before = at - 1; before >= 0; before -= 1) {
      const earlier = placed[before]
      const [day] = earlier?.days ?? []
      if (!earlier || (!day && !isWeekSaid)) break
      if (!day) continue
      const hasOwnClock = earlier.isTight && (placed[before - 1]?.clocks.length ?? 0) > 0
      if (hasOwnClock && !isWeekSaid) break
      const weekday = day.from === null ? 0 : weekdayOf(day.from)
      const inside = day.isBareWeekday && weekday < limit ? narrowDays(day, scope) : null
      if (!inside) break
      placed[before] = { ...earlier, days: [inside, ...earlier.days.slice(1)] }
      limit = weekday
    }
  }
  return placed
}

/** The week of a single day that is more than a bare weekday: "Thu and Fri this week" are days of one week. */
function weekOf(day: DayPick): DayPick | undefined {
  if (day.from === null || day.to !== day.from + 1 || day.isBareWeekday) return undefined
  const monday = day.from - weekdayOf(day.from) + 1
  return { ...day, from: monday, to: monday + 7, isBroad: true }
}

const isList = (entry: Entry) => !entry.isTight

function addDaysAndClocks(groups: Building[], current: Building, entry: Entry, options: GroupOptions): void {
  const isOpenList = current.days.length > 0 && current.clocks.length === 0
  if (isOpenList && narrowBroad(current, entry)) {
    current.clocks = [...entry.clocks]
    return
  }
  if (isOpenList && isList(entry) && distributes(entry.clocks, options)) {
    current.days.push(...entry.days)
    current.clocks = [...entry.clocks]
    return
  }
  if (current.days.length === 0 && isList(entry) && entry.days.every((day) => day.isEveryDay)) {
    // "Before 10 and after 4 every day".
    current.days = [...entry.days]
    current.clocks.push(...entry.clocks)
    return
  }
  if (current.days.length === 0 && !isList(entry)) {
    // "Afternoons, Tuesday 2-4": the exact time stands for itself.
    groups.pop()
  }
  groups.push(begin(entry))
}

function distributes(clocks: readonly ClockPick[], { isOffer }: GroupOptions): boolean {
  return isOffer || clocks.every((clock) => !clock.isPart || clock.isPlural)
}

/** "Next week, Tuesday": the days said later are days of the stretch said before. */
function narrowBroad(current: Building, entry: Entry): boolean {
  const isWide = (day: DayPick) => day.isBroad || day.to === null || day.from === null
  const isSide = (day: DayPick) => day.to === null || day.from === null
  if (current.days.length === 0 || !current.days.every(isWide)) return false
  if (entry.days.some((day) => day.isBroad) && !current.days.every(isSide)) return false
  const [side] = entry.days
  const [wide] = current.days
  if (side && wide && entry.days.length === 1 && (side.from === null) !== (side.to === null)) {
    // "Next year, any time after 12 January".
    const both = current.days.length === 1 ? narrowDays(wide, side) : null
    if (both) current.days = [both]
    return both !== null
  }
  if (!entry.days.every((day) => current.days.some((broad) => liesWithin(day, broad)))) return false
  current.days = [...entry.days]
  return true
}

function addDays(
  groups: Building[],
  current: Building,
  entry: Entry,
  [next, afterNext]: readonly Entry[],
  options: GroupOptions,
): void {
  if (current.days.length === 0) {
    current.days = [...entry.days]
    return
  }
  if (entry.isTight) {
    // "mon 10-11 tue 1-2": each day with its own hours.
    const isTimed = current.clocks.length > 0 && !current.isClockFirst && !current.clocks.some((clock) => clock.isPart)
    const hasHours = next?.isTight === true && next.clocks.length > 0 && next.days.length === 0
    if (isTimed && hasHours && !entry.days.some(isScope)) groups.push(begin(entry))
    else narrowLast(current, entry)
    return
  }
  // "Weekday mornings before 10, starting Monday".
  const isSide = entry.days.every((day) => (day.from === null) !== (day.to === null))
  if (isSide && entry.join !== 'or' && current.days.every((day) => day.isEveryDay) && narrowBroad(current, entry))
    return
  const isComplete = current.clocks.length > 0 && !current.isClockFirst
  // "10-12 Monday, Tuesday, 2-4": behind the comma it is that of the day before, unless another day follows it.
  // "Mornings this week and next, 8 to 10" is a list.
  const isOwnDay = entry.join !== 'and' && !current.clocks.some((clock) => clock.isPlural)
  const isBehind =
    next?.isTight || (isOwnDay && next?.join === 'comma' && !(afterNext?.isTight && afterNext.days.length > 0))
  const hasOwnClock =
    isBehind && next !== undefined && !next.isLimit && next.days.length === 0 && next.clocks.length > 0
  if (isComplete || (current.isClockFirst && hasOwnClock)) groups.push(begin(entry))
  else if (!(options.isOffer && entry.join !== 'or' && narrowBroad(current, entry)) && !narrowBroadByOr(current, entry))
    current.days.push(...entry.days)
}

/** "Next week, Monday or Tuesday": already the first of them was narrowed; "next week or Friday" stays two. */
function narrowBroadByOr(current: Building, entry: Entry): boolean {
  return current.days.length === 1 && current.days[0]?.isEveryDay === true && narrowBroad(current, entry)
}

const isOneSided = (day: DayPick) => (day.from === null) !== (day.to === null)

/** "Tuesday next week", "Thursday the 12th", "2-4 Tuesday next week". */
function narrowLast(current: Building, entry: Entry): void {
  const [other] = entry.days
  const last = current.days.at(-1)
  if (!other || !last) return
  // Days that were already placed in that week stay; those of a list without a week are placed in it.
  const narrowed = current.days.map((day) => (isScope(other) || other.isEveryDay ? narrowDays(day, other) : null))
  if (narrowed.every((day) => day !== null)) {
    current.days = narrowed.filter((day) => day !== null)
    return
  }
  // "Easter (2nd to 6th)", "out for Thanksgiving Wed the 25th thru Fri the 27th": the days say how long it is.
  if (last.isHoliday && !other.isBareWeekday && !other.isHoliday && other.from !== null && other.to !== null) {
    current.days = [...current.days.slice(0, -1), other]
    return
  }
  const both = narrowDays(last, other)
  if (both) current.days = [...current.days.slice(0, -1), both]
  else if (last.isBroad || other.isBroad || isOneSided(last) || isOneSided(other)) current.isUnclear = true
  else if (current.clocks.length > 0 && !current.isClockFirst) current.isUnclear = true
  else current.days.push(other)
}

function addClocks(
  groups: Building[],
  current: Building,
  entry: Entry,
  following: readonly Entry[],
  options: GroupOptions,
): void {
  const [clock] = entry.clocks
  if (!clock) return
  // "any time after 3 on Friday" is two hours before one day.
  const next = following.find((one) => !one.isTight || one.days.length > 0)
  const startsNext =
    next?.isTight === true &&
    next.days.length > 0 &&
    next.clocks.length === 0 &&
    !next.isSameDays &&
    !next.days.some(isScope)
  if (isList(entry) && startsNext && current.days.length > 0) {
    groups.push(begin(entry))
    return
  }
  if (current.clocks.length === 0 && current.days.length > 1 && !distributes([clock], options)) {
    // "Not Monday and Tuesday afternoon": all of Monday.
    const last = current.days.pop()
    if (last) groups.push({ days: [last], clocks: [clock], zone: entry.zone, isClockFirst: false })
    return
  }
  current.clocks = joinClocks(current, entry, options.conventions)
}

/** "2-4 and 5-6" are two; "afternoon, after 3" and "any time after 3" are one. */
function joinClocks(current: Building, entry: Entry, conventions: AvailabilityConventions): ClockPick[] {
  const { clocks } = current
  const last = clocks.at(-1)
  const [clock] = entry.clocks
  if (!clock || !last) return [...clocks, ...entry.clocks]
  const isUnion = entry.join === 'and' || entry.join === 'or'
  // "After school, 4:30 to 6": the hours say when school is over.
  const isExact = clock.from !== null && clock.to !== null && clock.from !== clock.to && !clock.isPart
  if (!isUnion && isExact && (last === conventions.afterWork || last === conventions.beforeWork))
    return [...clocks.slice(0, -1), clock]
  const isLoose = (pick: ClockPick) => pick.isPart || pick.isAllDay || isOpen(pick)
  if (!isUnion && (isLoose(last) || isLoose(clock))) {
    const narrowed = clocks.map((pick) => narrowClock(pick, clock, conventions)).filter((pick) => pick !== null)
    if (narrowed.length > 0) return narrowed
    if (entry.isTight) current.isUnclear = true
  }
  return [...clocks, ...entry.clocks.map((next) => followHalf(last, next, conventions))]
}

/** "6:30 or 7:15": behind an hour of the evening a later figure is in the evening too. */
function followHalf(last: ClockPick, next: ClockPick, conventions: AvailabilityConventions): ClockPick {
  if (next.hasMeridiem || !isMoment(last) || !isMoment(next) || last.from === null || next.from === null) return next
  const [before, after] = [spanOf(last, 0, conventions), spanOf(next, 0, conventions)]
  const isLater = before !== null && before.from >= 720 && next.from % 720 > before.from % 720
  return isLater && after !== null && after.from < 720
    ? { ...next, from: next.from + 720, to: next.from + 720, hasMeridiem: true }
    : next
}
