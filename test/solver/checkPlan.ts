import type {
  BreakRule,
  BusyTime,
  Placement,
  Plan,
  SolverLoop,
  SolverPerson,
  SolverProblem,
  SolverSession,
  TermKind,
  WeeklyHours,
} from '../../src/solver/problem.ts'
import { clockOf, dateOf, dayOf, minuteMs, wallClock, weekdayOf, weekOf } from './wallClock.ts'

// Judges plans by the rules at the head of problem.ts, minute by minute where that is the plainest way to say a rule. It is
// slow on purpose, and shares only types with the solver.

interface Verdict {
  problems: string[]
  terms: Record<TermKind, number>
}

/** A session at a time; instants in milliseconds. */
interface Timing {
  session: SolverSession
  from: number
  to: number
}

/** Somebody in a seat at a time. */
export interface Sitting {
  person: SolverPerson
  loop: SolverLoop
  session: SolverSession
  from: number
  to: number
}

export function checkPlan(problem: SolverProblem, plan: Plan): Verdict & { objective: number } {
  const verdict = newVerdict()
  const { problems, terms } = verdict
  const placed = new Map<string, Placement>()
  for (const placement of plan.placements) {
    if (placed.has(placement.sessionId)) problems.push(`${placement.sessionId} is placed twice`)
    placed.set(placement.sessionId, placement)
  }
  const inOrder = problem.loops.flatMap((loop) => loop.sessions.map((session) => session.id))
  for (const id of placed.keys()) if (!inOrder.includes(id)) problems.push(`nobody asked for the session ${id}`)
  const wanted = inOrder.filter((id) => placed.has(id)).join()
  if (plan.placements.map((one) => one.sessionId).join() !== wanted) problems.push('placements are out of order')
  const leftOut = new Set(plan.leftOutLoopIds)
  if (leftOut.size < plan.leftOutLoopIds.length) problems.push('a loop is left out twice')
  for (const id of leftOut)
    if (!problem.loops.some((one) => one.id === id)) problems.push(`nobody knows the loop ${id}`)

  const sittings: Sitting[] = []
  const meetings: { candidateId: string; from: number; to: number }[] = []
  const roomUses: { roomId: string; from: number; to: number }[] = []
  for (const loop of problem.loops) {
    const placements = loop.sessions.flatMap((session) => placed.get(session.id) ?? [])
    if (leftOut.has(loop.id)) {
      if (!loop.isOptional) problems.push(`${loop.id} may not be left out`)
      if (placements.length > 0) problems.push(`${loop.id} is left out and placed`)
      terms.unscheduled += problem.weights.unscheduledLoop
      continue
    }
    if (placements.length !== loop.sessions.length) {
      problems.push(`${loop.id} has ${placements.length} of ${loop.sessions.length} sessions`)
      continue
    }
    const timings: Timing[] = []
    for (const session of loop.sessions) {
      const placement = placed.get(session.id)
      if (!placement) continue
      addTo(verdict, checkPlacement(problem, loop, session, placement))
      const [from, to] = [placement.startsAt.getTime(), placement.endsAt.getTime()]
      timings.push({ session, from, to })
      meetings.push({ candidateId: loop.candidateId, from, to })
      if (placement.roomId !== null) roomUses.push({ roomId: placement.roomId, from, to })
      sittings.push(...sittingsOf(problem, loop, session, placement))
    }
    addTo(verdict, checkTimes(problem, loop, timings))
  }
  addTo(verdict, checkSharing(problem, sittings))
  for (const [a, b] of pairs(meetings))
    if (a.candidateId === b.candidateId && a.from < b.to && b.from < a.to)
      problems.push(`the candidate ${a.candidateId} is in two sessions at once`)
  for (const [a, b] of pairs(roomUses))
    if (a.roomId === b.roomId && a.from < b.to && b.from < a.to) problems.push(`the room ${a.roomId} is taken twice`)
  return { ...verdict, objective: sumOf(verdict) }
}

/** What one placement breaks and costs by itself, whatever else is placed. */
export function checkPlacement(
  problem: SolverProblem,
  loop: SolverLoop,
  session: SolverSession,
  placement: Placement,
): Verdict {
  const verdict = newVerdict()
  const { problems, terms } = verdict
  const { weights } = problem
  const say = (words: string) => problems.push(`${session.id}: ${words}`)
  const [from, to] = [placement.startsAt.getTime(), placement.endsAt.getTime()]
  if (to !== from + session.durationMinutes * minuteMs) say(`does not take ${session.durationMinutes} minutes`)
  addTo(verdict, checkStart(problem, loop, session, from))

  const seated: string[] = []
  for (const one of placement.seats)
    if (!session.seats.some((seat) => seat.id === one.seatId)) say(`has no seat ${one.seatId}`)
  for (const seat of session.seats) {
    const entries = placement.seats.filter((one) => one.seatId === seat.id)
    if (entries.length > 1) say(`lists the seat ${seat.id} twice`)
    const ids = entries.flatMap((one) => one.personIds)
    if (seat.isRequired ? ids.length !== seat.count : ids.length > seat.count)
      say(`has ${ids.length} of ${seat.count} people in ${seat.id}`)
    if (!seat.isRequired) terms.optionalSeatEmpty += weights.optionalSeatEmpty * (seat.count - ids.length)
    for (const id of ids) {
      if (seated.includes(id)) say(`${id} sits twice`)
      seated.push(id)
      if (seat.poolIds.includes(id)) {
        if (seat.preferredIds.length > 0 && !seat.preferredIds.includes(id)) terms.notPreferred += weights.notPreferred
      } else if (seat.alternateIds.includes(id)) terms.alternate += weights.alternate
      else say(`${id} is not of the pool of ${seat.id}`)
      const person = problem.people.find((one) => one.id === id)
      if (person) addTo(verdict, checkSitter(problem, loop, session, person, from))
      else say(`nobody knows ${id}`)
    }
  }

  const room = problem.rooms.find((one) => one.id === placement.roomId)
  if (session.room === null) {
    if (placement.roomId !== null) say('takes a room and needs none')
  } else if (!room) say('has no room')
  else {
    if (room.capacity < session.room.minCapacity) say(`${room.id} is too small`)
    for (const feature of session.room.features)
      if (!room.features.includes(feature)) say(`${room.id} has no ${feature}`)
    for (const busy of room.busy)
      if (from < busy.endsAt.getTime() && busy.startsAt.getTime() < to) say(`${room.id} is busy`)
  }

  const before = problem.baseline?.placements.find((one) => one.sessionId === session.id)
  if (problem.baseline && before) {
    const prices = problem.baseline.weights
    const oldIds = before.seats.flatMap((one) => one.personIds)
    if (before.startsAt.getTime() !== from) terms.change += prices.moveSession
    if (before.roomId !== placement.roomId) terms.change += prices.swapRoom
    terms.change += prices.swapPerson * seated.filter((id) => !oldIds.includes(id)).length
  }
  return verdict
}

/** What a start breaks and costs before anybody is seated: the clock's rules and the candidate's. */
export function checkStart(problem: SolverProblem, loop: SolverLoop, session: SolverSession, from: number): Verdict {
  const verdict = newVerdict()
  const { problems, terms } = verdict
  const say = (words: string) => problems.push(`${session.id}: ${words}`)
  const to = from + session.durationMinutes * minuteMs
  const { horizon } = problem
  if (!isOnGrid(problem, from)) say('starts off the grid')
  if (from < horizon.startsAt.getTime() || to > horizon.endsAt.getTime()) say('lies outside the horizon')
  const now = problem.now.getTime()
  if (from < now + problem.noticeMinutes * minuteMs) say('starts before the notice is over')
  if (problem.bookingWindowMinutes !== null && from > now + problem.bookingWindowMinutes * minuteMs)
    say('starts behind the booking window')
  // A start that is out costs nothing, so that brute force may ask for every one.
  if (problems.length > 0) return verdict

  const candidate = problem.people.find((one) => one.id === loop.candidateId)
  if (!candidate) say(`nobody knows the candidate ${loop.candidateId}`)
  else {
    const fit = fitOf(candidate, from, to, 0, 0)
    if (!fit.isInside) say(`the candidate ${candidate.id} is not there`)
    if (fit.isBlocked) say(`the candidate ${candidate.id} is busy`)
    if (fit.meetsBookable) terms.bookedOver += problem.weights.bookedOver
    terms.candidateOutsidePreferred += problem.weights.candidateOutsidePreferredMinute * fit.outsideMinutes
    if (isUnknown(candidate)) {
      if (!problem.allowsUnconfirmed) say(`the calendar of ${candidate.id} is unknown`)
      terms.unconfirmed += problem.weights.unconfirmed
    }
  }
  return verdict
}

export function isOnGrid({ grid }: SolverProblem, at: number): boolean {
  if (at % minuteMs !== 0) return false
  if (grid.zone === null) return at % (grid.minutes * minuteMs) === 0
  return (wallClock(at, grid.zone).minute % 60) % grid.minutes === 0
}

/** What it breaks and costs that this person sits in this session, whatever the seat. */
export function checkSitter(
  problem: SolverProblem,
  loop: SolverLoop,
  session: SolverSession,
  person: SolverPerson,
  from: number,
): Verdict {
  const verdict = newVerdict()
  const { problems, terms } = verdict
  const say = (words: string) => problems.push(`${session.id}: ${person.id} ${words}`)
  const to = from + session.durationMinutes * minuteMs
  const fit = fitOf(person, from, to, person.bufferBeforeMinutes, person.bufferAfterMinutes)
  if (!fit.isInside) say(person.windows ? 'offered other times' : 'does not work then')
  if (fit.isBlocked) say('is busy')
  if (fit.meetsBookable) terms.bookedOver += problem.weights.bookedOver
  terms.outsidePreferred += problem.weights.outsidePreferredMinute * fit.outsideMinutes
  if (isUnknown(person)) {
    if (!problem.allowsUnconfirmed) say('has an unknown calendar')
    terms.unconfirmed += problem.weights.unconfirmed
  }
  if (problem.loops.some((one) => one.candidateId === person.id)) say('is a candidate')
  if (loop.excludesMet && person.metIds.includes(loop.candidateId)) say('has met the candidate')
  if (problem.baseline?.declines.some((one) => one.sessionId === session.id && one.personId === person.id))
    say('has declined')
  return verdict
}

/** What the times of a loop's sessions break and cost, whoever sits in them. */
export function checkTimes(problem: SolverProblem, loop: SolverLoop, timings: readonly Timing[]): Verdict {
  const verdict = newVerdict()
  const { problems, terms } = verdict
  const say = (words: string) => problems.push(`${loop.id}: ${words}`)
  const candidate = problem.people.find((one) => one.id === loop.candidateId)
  if (!candidate) return verdict
  const timingOf = new Map(timings.map((one) => [one.session.id, one]))
  for (const { beforeId, afterId } of loop.precedence) {
    const [before, after] = [timingOf.get(beforeId), timingOf.get(afterId)]
    if (before && after && after.from < before.to) say(`${afterId} starts before ${beforeId} is over`)
  }
  for (const [a, b] of pairs(timings)) {
    if (loop.days.some((ids) => ids.includes(a.session.id) && ids.includes(b.session.id))) continue
    if (distance(a, b) < loop.minGapMinutes) say(`${a.session.id} and ${b.session.id} are too close`)
  }

  let previousDay: number | null = null
  let lastDay: number | null = null
  for (const ids of loop.days) {
    const entry = ids.flatMap((id) => timingOf.get(id) ?? []).sort((a, b) => a.from - b.from || a.to - b.to)
    const [first] = entry
    if (!first) continue
    for (const [index, later] of entry.slice(1).entries()) {
      const earlier = entry[index] as Timing
      const gapMinutes = distance(earlier, later)
      const [gapAfter, gapBefore] = [earlier.session.gapAfter, later.session.gapBefore]
      const minMinutes = Math.max(loop.minGapMinutes, gapAfter.minMinutes, gapBefore.minMinutes)
      const maxMinutes = Math.min(gapAfter.maxMinutes ?? Infinity, gapBefore.maxMinutes ?? Infinity)
      if (gapMinutes < minMinutes) say(`${earlier.session.id} and ${later.session.id} are too close`)
      if (gapMinutes > maxMinutes) say(`${earlier.session.id} and ${later.session.id} are too far apart`)
    }
    const day = clockOf(candidate, first.from).day
    if (entry.some((one) => clockOf(candidate, one.from).day !== day)) say(`${ids.join()} are not on one date`)
    if (previousDay !== null) {
      const gapDays = day - previousDay
      if (gapDays < loop.dayGap.minDays || gapDays > loop.dayGap.maxDays) say(`${gapDays} days lie in between`)
    }
    previousDay = day
    lastDay = Math.max(lastDay ?? day, day)
    const to = Math.max(...entry.map((one) => one.to))
    const spanMinutes = (to - first.from) / minuteMs
    if (loop.maxSpanMinutes !== null && spanMinutes > loop.maxSpanMinutes) say(`${ids.join()} span too much`)
    const heldMinutes = entry.reduce((sum, one) => sum + one.session.durationMinutes, 0)
    terms.idle += problem.weights.idleMinute * (spanMinutes - heldMinutes)
    for (const rule of loop.breaks)
      if (!hasBreak(candidate, day, rule, first.from, to, timings)) say(`no break on ${dateOf(day)}`)
  }
  if (lastDay !== null) {
    const today = clockOf(candidate, problem.now.getTime()).day
    terms.dayDelay += problem.weights.dayDelay * (lastDay - today)
  }
  return verdict
}

/** What people in several sessions break, and the price of their load. */
export function checkSharing(problem: SolverProblem, sittings: readonly Sitting[]): Verdict {
  const verdict = newVerdict()
  const { problems, terms } = verdict
  for (const person of new Set(sittings.map((one) => one.person))) {
    const own = sittings.filter((one) => one.person === person)
    const bufferMinutes = Math.max(person.bufferBeforeMinutes, person.bufferAfterMinutes)
    for (const [a, b] of pairs(own))
      if (distance(a, b) < bufferMinutes)
        problems.push(`${person.id}: ${a.session.id} and ${b.session.id} are too close`)
    for (const loop of new Set(own.map((one) => one.loop)))
      if (own.filter((one) => one.loop === loop).length > (loop.maxSessionsPerPerson ?? Infinity))
        problems.push(`${person.id} sits in too many sessions of ${loop.id}`)
    terms.load += problem.weights.loadSquare * ((person.recentLoad + own.length) ** 2 - person.recentLoad ** 2)

    const { perDay, perWeek, perMonth } = person.limits
    if (perDay === null && perWeek === null && perMonth === null) continue
    const placedDays = own.map((one) => clockOf(person, one.from).day)
    const heldDays = person.busy
      .filter((one) => one.isInterview)
      .map((one) => clockOf(person, one.startsAt.getTime()).day)
    const checkLimit = (limit: number | null, keyOf: (day: number) => number | string, word: string) => {
      if (limit === null) return
      for (const key of new Set(placedDays.map(keyOf)))
        if ([...placedDays, ...heldDays].filter((day) => keyOf(day) === key).length > limit)
          problems.push(`${person.id} has too many interviews in one ${word}`)
    }
    checkLimit(perDay, (day) => day, 'day')
    checkLimit(perWeek, weekOf, 'week')
    checkLimit(perMonth, (day) => dateOf(day).slice(0, 7), 'month')
  }
  return verdict
}

export function sittingsOf(
  problem: SolverProblem,
  loop: SolverLoop,
  session: SolverSession,
  placement: Placement,
): Sitting[] {
  const [from, to] = [placement.startsAt.getTime(), placement.endsAt.getTime()]
  return placement.seats.flatMap((seat) =>
    seat.personIds.flatMap((id) => {
      const person = problem.people.find((one) => one.id === id)
      return person ? [{ person, loop, session, from, to }] : []
    }),
  )
}

export function sumOf(verdict: Verdict): number {
  return Object.values(verdict.terms).reduce((sum, cost) => sum + cost, 0)
}

interface Fit {
  isInside: boolean
  isBlocked: boolean
  meetsBookable: boolean
  outsideMinutes: number
}

const fits = new WeakMap<SolverPerson, Map<string, Fit>>()

function fitOf(person: SolverPerson, from: number, to: number, beforeMinutes: number, afterMinutes: number): Fit {
  const known = fits.get(person) ?? new Map<string, Fit>()
  fits.set(person, known)
  const key = `${from} ${to} ${beforeMinutes} ${afterMinutes}`
  const found = known.get(key)
  if (found) return found
  const minutes: number[] = []
  for (let at = from; at < to; at += minuteMs) minutes.push(at)
  const isInside = minutes.every((at) => (person.windows ? isInWindows(person.windows, at) : worksAt(person, at)))
  const meets = (entry: BusyTime, since: number, until: number) =>
    entry.startsAt < entry.endsAt && entry.startsAt.getTime() < until && since < entry.endsAt.getTime()
  const [since, until] = [from - beforeMinutes * minuteMs, to + afterMinutes * minuteMs]
  // An entry that is marked free takes nobody's time, whether it may be booked over or not.
  const entries = person.busy.filter((entry) => entry.status !== 'free' && meets(entry, since, until))
  const hard = entries.filter((entry) => !mayBookOver(person, entry))
  const soft = entries.filter((entry) => mayBookOver(person, entry))
  const good = person.windows?.filter((window) => window.level === 'good') ?? []
  const fit: Fit = {
    isInside,
    isBlocked: hard.length > 0,
    meetsBookable: soft.some((entry) => meets(entry, from, to)),
    outsideMinutes: isInside
      ? (person.windows ? minutes.filter((at) => !isInWindows(good, at)).length : 0) +
        (person.preferredHours.length > 0 ? minutes.filter((at) => !prefersAt(person, at)).length : 0)
      : 0,
  }
  known.set(key, fit)
  return fit
}

function isUnknown(person: SolverPerson): boolean {
  return person.unknownReason !== null && person.windows === null
}

function mayBookOver(person: SolverPerson, entry: BusyTime): boolean {
  const title = entry.title.toLowerCase()
  return (
    person.bookOver.statuses.includes(entry.status) ||
    person.bookOver.phrases.some((phrase) => title.includes(phrase.toLowerCase()))
  )
}

/** Whether the whole minute lies in one window, a started minute at its ends being none. */
function isInWindows(windows: NonNullable<SolverPerson['windows']>, at: number): boolean {
  return windows.some((window) => window.startsAt.getTime() <= at && at + minuteMs <= window.endsAt.getTime())
}

function worksAt(person: SolverPerson, at: number): boolean {
  const { day, minute } = clockOf(person, at)
  if (person.daysOff.some((date) => dayOf(date) === day)) return false
  const overrides = person.dateOverrides.filter((one) => dayOf(one.on) === day)
  if (overrides.length === 0) return isInHours(person.workingHours, day, minute)
  return overrides.some((one) => one.hours.some((block) => block.startsMinute <= minute && minute < block.endsMinute))
}

function prefersAt(person: SolverPerson, at: number): boolean {
  const { day, minute } = clockOf(person, at)
  return isInHours(person.preferredHours, day, minute)
}

function isInHours(hours: readonly WeeklyHours[], day: number, minute: number): boolean {
  const weekday = weekdayOf(day)
  return hours.some(
    (block) => block.weekdays.includes(weekday) && block.startsMinute <= minute && minute < block.endsMinute,
  )
}

function hasBreak(
  candidate: SolverPerson,
  day: number,
  rule: BreakRule,
  from: number,
  to: number,
  timings: readonly Timing[],
): boolean {
  const minutes = breakMinutes(candidate, day, rule)
  const [first, last] = [minutes[0], minutes.at(-1)]
  // A break that the clock skips that day is not there.
  if (first === undefined || last === undefined) return true
  if (from >= first || to <= last + minuteMs) return true
  let longest = 0
  let inRow = 0
  for (const [index, at] of minutes.entries()) {
    const isFree = timings.every((one) => at < one.from || one.to <= at)
    const isNext = index > 0 && minutes[index - 1] === at - minuteMs
    inRow = isFree ? (isNext ? inRow + 1 : 1) : 0
    longest = Math.max(longest, inRow)
  }
  return longest >= rule.minutes
}

const breaks = new WeakMap<SolverPerson, Map<string, readonly number[]>>()

/** Every minute at which the candidate's clock shows that date and a time within the rule. */
function breakMinutes(candidate: SolverPerson, day: number, rule: BreakRule): readonly number[] {
  const known = breaks.get(candidate) ?? new Map<string, readonly number[]>()
  breaks.set(candidate, known)
  const key = `${day} ${rule.startsMinute} ${rule.endsMinute}`
  let minutes = known.get(key)
  if (!minutes) {
    const found: number[] = []
    // No zone is further than 14 hours from UTC.
    for (let hour = -15; hour < 39; hour++)
      for (let minute = 0; minute < 60; minute++) {
        const at = ((day * 24 + hour) * 60 + minute) * minuteMs
        const clock = clockOf(candidate, at)
        if (clock.day === day && rule.startsMinute <= clock.minute && clock.minute < rule.endsMinute) found.push(at)
      }
    minutes = found
    known.set(key, minutes)
  }
  return minutes
}

/** Minutes between two times; negative when they overlap. */
function distance(a: { from: number; to: number }, b: { from: number; to: number }): number {
  return Math.max(a.from - b.to, b.from - a.to) / minuteMs
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [Item, Item] => [a, b]))
}

function newVerdict(): Verdict {
  return {
    problems: [],
    terms: {
      dayDelay: 0,
      idle: 0,
      outsidePreferred: 0,
      candidateOutsidePreferred: 0,
      bookedOver: 0,
      notPreferred: 0,
      alternate: 0,
      load: 0,
      optionalSeatEmpty: 0,
      unscheduled: 0,
      unconfirmed: 0,
      change: 0,
    },
  }
}

function addTo(verdict: Verdict, more: Verdict): void {
  verdict.problems.push(...more.problems)
  for (const kind of Object.keys(more.terms) as TermKind[]) verdict.terms[kind] += more.terms[kind]
}
