import type {
  BusyTime,
  Placement,
  SolverLoop,
  SolverPerson,
  SolverProblem,
  SolverSeat,
  SolverSession,
  WeeklyHours,
} from '../../src/solver/problem.ts'
import { clockOf, dateOf, minuteMs, type WallClock, wallClock, weekdayOf } from './wallClock.ts'

/** Numbers from 0 up to 1, the same ones for the same seed. */
export type Random = () => number

/** Mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

// An instant at which each zone changes its clock: by an hour, by half an hour, at midnight, for Ramadan, and by a whole day.
// Three zones change nothing.
const changes = [
  { zone: 'Europe/Berlin', at: '2026-03-29T01:00Z' },
  { zone: 'Europe/Berlin', at: '2026-10-25T01:00Z' },
  { zone: 'America/New_York', at: '2026-03-08T07:00Z' },
  { zone: 'America/New_York', at: '2026-11-01T06:00Z' },
  { zone: 'Australia/Lord_Howe', at: '2026-04-04T15:00Z' },
  { zone: 'Australia/Lord_Howe', at: '2026-10-03T15:30Z' },
  { zone: 'Australia/Sydney', at: '2026-04-04T16:00Z' },
  { zone: 'Africa/Casablanca', at: '2026-02-15T02:00Z' },
  { zone: 'Africa/Casablanca', at: '2026-03-22T02:00Z' },
  { zone: 'Africa/Cairo', at: '2026-10-29T21:00Z' },
  { zone: 'America/Santiago', at: '2026-09-06T04:00Z' },
  { zone: 'Asia/Beirut', at: '2026-03-28T22:00Z' },
  { zone: 'Pacific/Apia', at: '2011-12-30T10:00Z' },
  { zone: 'Asia/Kathmandu', at: '2026-06-30T18:15Z' },
  { zone: 'Asia/Kolkata', at: '2026-12-31T18:30Z' },
  { zone: 'America/St_Johns', at: '2026-08-02T12:00Z' },
] as const
const zones = [...new Set(changes.map((change) => change.zone)), 'America/Los_Angeles', 'UTC', 'Pacific/Chatham']
// Their hours do not begin with UTC's.
const oddZones = ['Asia/Kathmandu', 'Pacific/Chatham', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kolkata']
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** A stretch of time in which things are likely to happen. */
interface Spot {
  from: number
  to: number
}

/**
 * One loop of up to three sessions, a candidate and up to four others, at most some twenty starts for each session. Every rule
 * of the model is there in a good part of the problems, and the clock changes in most.
 */
export function randomProblem(random: Random): SolverProblem {
  const happens = (probability: number) => random() < probability
  const whole = (min: number, max: number) => min + Math.floor(random() * (max - min + 1))
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const some = <Item>(items: readonly Item[], probability: number) => items.filter(() => happens(probability))

  const change = pick(changes)
  const changeMs = Date.parse(change.at)
  const dayCount = whole(1, 6)
  const horizonFrom = changeMs - whole(4, dayCount * 24 - 8) * hourMs + pick([0, 0, 0, 20_000])
  const horizonTo = horizonFrom + dayCount * dayMs
  const sessionCount = pick([1, 1, 1, 2, 2, 2, 3])

  // Spots, and a grid coarse enough for twenty starts in all of them.
  const spots: Spot[] = []
  const isByDay = happens(0.4) && dayCount > 1
  const spotCount = isByDay ? whole(2, sessionCount === 3 ? 2 : 3) : whole(1, sessionCount === 3 ? 2 : 3)
  const firstSpot = happens(0.65)
    ? changeMs - whole(0, 6) * 30 * minuteMs
    : horizonFrom + random() * (dayCount * dayMs - 8 * hourMs)
  for (let index = 0; index < spotCount; index++) {
    const lengthMs = whole(sessionCount === 1 ? 3 : 6, 10) * 30 * minuteMs
    const start = isByDay
      ? firstSpot + index * (dayMs + whole(-4, 4) * 30 * minuteMs)
      : index === 0
        ? firstSpot
        : horizonFrom + random() * (dayCount * dayMs - lengthMs)
    const from = Math.round(start / (30 * minuteMs)) * 30 * minuteMs + (happens(0.15) ? 5 * minuteMs : 0)
    spots.push({ from, to: from + lengthMs })
  }
  const spotMinutes = spots.reduce((sum, spot) => sum + (spot.to - spot.from) / minuteMs, 0)
  const gridMinutes =
    [happens(0.5) ? 15 : 20, 30, 60].find((minutes) => spotMinutes / minutes <= (sessionCount > 2 ? 17 : 22)) ?? 60

  const level = () => (happens(0.65) ? ('good' as const) : ('possible' as const))
  const windowsAround = (share: number): SolverPerson['windows'] => {
    const windows = some(spots, share).flatMap((spot) => {
      const cut = () => (happens(0.3) ? whole(1, 4) * 15 * minuteMs : 0)
      const [from, to] = [spot.from + cut(), spot.to - cut()]
      if (to <= from) return []
      if (happens(0.7)) return [{ startsAt: from, endsAt: to, level: level() }]
      const middle = from + Math.floor((to - from) / minuteMs / 3) * minuteMs
      return [
        { startsAt: from, endsAt: middle + pick([0, 30, 60]) * minuteMs, level: level() },
        { startsAt: middle, endsAt: to, level: level() },
      ]
    })
    // Alone, so that nothing depends on whether seconds are cut before or after windows are joined.
    const secondsMs = windows.length === 1 && happens(0.5) ? whole(1, 59) * 1000 : 0
    return windows.map((one) => ({
      startsAt: new Date(one.startsAt + secondsMs),
      endsAt: new Date(one.endsAt - secondsMs),
      level: one.level,
    }))
  }
  /** Blocks at some of the spots, on somebody's clock; on one weekday only, the spots are all there is. */
  const hoursAround = (
    clock: (at: number) => WallClock,
    share: number,
    slackMinutes: number,
    isOneDay = false,
  ): WeeklyHours[] =>
    some(spots, share).flatMap((spot) => {
      const { day, minute } = clock(spot.from)
      const everyDay = happens(0.9) ? [1, 2, 3, 4, 5, 6, 7] : some([1, 2, 3, 4, 5, 6, 7], 0.7)
      const weekdays = isOneDay ? [weekdayOf(day)] : everyDay
      const startsMinute = Math.max(0, minute - slackMinutes)
      const endsMinute = minute + (spot.to - spot.from) / minuteMs + slackMinutes
      if (endsMinute <= 1440) return [{ weekdays, startsMinute, endsMinute }]
      return [
        { weekdays, startsMinute, endsMinute: 1440 },
        {
          weekdays: isOneDay ? [weekdayOf(day + 1)] : everyDay,
          startsMinute: 0,
          endsMinute: Math.min(1440, endsMinute - 1440),
        },
      ]
    })
  const spotDate = (zone: string) => {
    const spot = pick(spots)
    return dateOf(wallClock(pick([spot.from, spot.to - minuteMs]), zone).day)
  }
  const laterDate = (date: string, days: number) => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)

  const busyTimes = (count: number): BusyTime[] =>
    Array.from({ length: count }, () => {
      const spot = pick(spots)
      const reach = (spot.to - spot.from) / minuteMs
      const from =
        spot.from + whole(-6, Math.floor(reach / 5)) * 5 * minuteMs + (happens(0.1) ? whole(1, 59) * 1000 : 0)
      return {
        startsAt: new Date(from),
        endsAt: new Date(from + whole(2, 14) * 5 * minuteMs),
        status: pick(['busy', 'busy', 'outOfOffice', 'tentative', 'tentative', 'free'] as const),
        isInterview: happens(0.45),
        title: pick(['Weekly', 'FOCUS time', 'Lunch (hold)', 'Focus', 'Interview with Sam', '']),
      }
    })

  const candidateId = 'candidate'
  const names = ['Ada', 'Bo', 'Cy', 'Di'].slice(0, whole(sessionCount > 1 ? 3 : 2, 4))
  const person = (id: string, isCandidate: boolean): SolverPerson => {
    const zone = happens(0.4) ? change.zone : pick(zones)
    const windows = happens(isCandidate ? 0.8 : 0.2) ? windowsAround(isCandidate ? 1 : 0.9) : null
    const travel = happens(0.25) ? [travelOf(zone)] : []
    const knowsJourney = happens(0.7)
    const clock = (at: number) => clockOf({ zone, travel: knowsJourney ? travel : [] }, at)
    const roundTheClock = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], startsMinute: 0, endsMinute: 1440 }]
    const hours =
      !isCandidate && happens(0.35)
        ? roundTheClock
        : hoursAround(clock, 1, isCandidate ? 0 : whole(1, 10) * 30, isCandidate)
    const isLimited = happens(0.45)
    const limit = (max: number) => (isLimited && happens(0.5) ? whole(1, max) : null)
    const overrideHours = () =>
      isCandidate || happens(0.5)
        ? hoursAround(clock, 1, 0).map(({ startsMinute, endsMinute }) => ({ startsMinute, endsMinute }))
        : roundTheClock.map(({ startsMinute, endsMinute }) => ({ startsMinute, endsMinute }))
    return {
      id,
      name: id,
      zone,
      travel,
      windows,
      workingHours: hours,
      preferredHours: happens(0.4) ? hoursAround(clock, 0.6, 0) : [],
      daysOff: happens(0.1) ? [spotDate(zone)] : [],
      dateOverrides: happens(0.2) ? [{ on: spotDate(zone), hours: happens(0.15) ? [] : overrideHours() }] : [],
      busy: busyTimes(isCandidate ? pick([0, 0, 1]) : pick([0, 1, 1, 2, 3])),
      bookOver: {
        statuses: happens(0.5) ? some(['tentative', 'tentative', 'outOfOffice', 'busy'] as const, 0.5) : [],
        phrases: happens(0.5) ? some(['focus', '(Hold)', 'weekly'], 0.7) : [],
      },
      bufferBeforeMinutes: pick([0, 0, 5, 10, 30]),
      bufferAfterMinutes: pick([0, 0, 5, 15, 20]),
      limits: { perDay: limit(2), perWeek: limit(3), perMonth: limit(3) },
      recentLoad: pick([0, 0, 1, 2, 5]),
      metIds: happens(0.2) ? [candidateId] : [],
      unknownReason: happens(isCandidate ? 0.04 : 0.14) ? 'the calendar did not answer' : null,
    }
  }
  const travelOf = (zone: string) => {
    const other = happens(0.3) ? change.zone : pick(zones)
    const fromOn = laterDate(spotDate(happens(0.5) ? zone : other), whole(-1, 1))
    return { fromOn, toOn: laterDate(fromOn, whole(0, 2)), zone: other }
  }
  const people = [person(candidateId, true), ...names.map((name) => person(name, false))]

  const rooms = Array.from({ length: whole(1, 3) }, (_, index) => ({
    id: `room${index}`,
    name: `Room ${index}`,
    capacity: index === 0 ? whole(3, 6) : whole(1, 4),
    features: some(['video', 'whiteboard'], 0.75),
    busy: busyTimes(pick([0, 1, 2, 4])).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  }))

  const seat = (index: number, isFirst: boolean): SolverSeat => {
    const drawn = some(names, sessionCount > 1 ? 0.85 : 0.75)
    const poolIds = drawn.length > 0 ? drawn : [pick(names)]
    const isRequired = isFirst || happens(0.18)
    const count = poolIds.length > 1 && happens(0.08) ? 2 : 1
    return {
      id: `seat${index}`,
      role: isRequired ? pick(['interviewer', 'client', 'hiringManager'] as const) : 'shadow',
      // A candidate in a pool sits nowhere all the same.
      poolIds: happens(0.06) ? [...poolIds, candidateId] : poolIds,
      alternateIds: happens(0.35) ? some(names, 0.6) : [],
      preferredIds: happens(0.35) ? some(poolIds, 0.5) : [],
      count,
      isRequired,
    }
  }
  const gapRule = () => ({
    minMinutes: happens(0.25) ? pick([5, 20, 40]) : 0,
    maxMinutes: happens(0.3) ? pick([15, 30, 45, 60]) : null,
  })
  const sessions: SolverSession[] = Array.from({ length: sessionCount }, (_, index) => ({
    id: `session${index}`,
    title: `Session ${index}`,
    durationMinutes: sessionCount === 3 ? pick([15, 20, 30]) : pick([20, 30, 45, 60]),
    seats: Array.from({ length: pick(sessionCount === 3 ? [1, 1, 2] : [1, 2, 2]) }, (_, seatIndex) =>
      seat(seatIndex, seatIndex === 0),
    ),
    room: happens(0.5)
      ? { minCapacity: whole(1, 5), features: happens(0.4) ? [pick(['video', 'whiteboard'])] : [] }
      : null,
    gapBefore: gapRule(),
    gapAfter: gapRule(),
  }))
  const ids = sessions.map((session) => session.id)
  const isSplit = sessionCount > 1 && (isByDay ? happens(0.6) : spotCount > 1 && happens(0.1))
  const cut = whole(1, Math.max(1, sessionCount - 1))
  const candidate = people[0] as SolverPerson
  const breakRule = () => {
    const spot = pick(spots)
    const clock = clockOf(candidate, spot.from + whole(1, 6) * 15 * minuteMs)
    const startsMinute = Math.min(clock.minute, 1380)
    const endsMinute = Math.min(1440, startsMinute + pick([15, 20, 30, 60]))
    return { startsMinute, endsMinute, minutes: Math.min(endsMinute - startsMinute, pick([10, 15, 20, 30, 45])) }
  }
  const loop: SolverLoop = {
    id: 'loop',
    candidateId,
    isOptional: happens(0.14),
    sessions,
    precedence:
      sessionCount > 1 && happens(0.35)
        ? [happens(0.5) ? { beforeId: ids[0]!, afterId: ids[1]! } : { beforeId: ids.at(-1)!, afterId: ids[0]! }]
        : [],
    days: isSplit ? [ids.slice(0, cut), ids.slice(cut)] : [happens(0.3) ? [...ids].reverse() : ids],
    dayGap: pick([
      { minDays: 1, maxDays: 1 },
      { minDays: 0, maxDays: 2 },
      { minDays: 1, maxDays: 5 },
      { minDays: 2, maxDays: 3 },
    ]),
    minGapMinutes: pick([0, 0, 5, 15]),
    maxSpanMinutes: sessionCount > 1 && happens(0.4) ? pick([75, 90, 120, 150, 180]) : null,
    breaks: Array.from({ length: pick([0, 0, 1, 2]) }, breakRule),
    maxSessionsPerPerson: happens(0.25) ? whole(1, 2) : null,
    excludesMet: happens(0.35),
  }

  const baseline = () => ({
    placements: sessions.map((session): Placement => {
      const spot = pick(spots)
      const from = spot.from + whole(0, 6) * gridMinutes * minuteMs
      return {
        sessionId: session.id,
        startsAt: new Date(from),
        endsAt: new Date(from + session.durationMinutes * minuteMs),
        seats: session.seats.map((one) => ({ seatId: one.id, personIds: happens(0.8) ? [pick(one.poolIds)] : [] })),
        roomId: session.room ? pick(rooms).id : null,
      }
    }),
    declines: happens(0.7) ? [{ sessionId: pick(ids), personId: pick(names) }] : [],
    weights: { moveSession: whole(0, 60), swapPerson: whole(0, 40), swapRoom: whole(0, 25) },
  })
  const price = (max: number) => (happens(0.12) ? 0 : whole(1, max))
  const now = horizonFrom - whole(0, 36) * hourMs + pick([0, 0, 17_000])
  const untilSpotMinutes = Math.floor((pick(spots).from - now) / minuteMs)
  return {
    now: new Date(now),
    horizon: { startsAt: new Date(horizonFrom), endsAt: new Date(horizonTo) },
    grid: { minutes: gridMinutes, zone: happens(0.5) ? pick([change.zone, ...oddZones]) : null },
    noticeMinutes: happens(0.25) ? Math.max(0, untilSpotMinutes + whole(-90, 75)) : 0,
    bookingWindowMinutes: happens(0.3) ? Math.max(60, untilSpotMinutes + whole(45, 300)) : null,
    people,
    rooms,
    loops: [loop],
    weights: {
      dayDelay: price(40),
      idleMinute: price(2),
      outsidePreferredMinute: price(2),
      candidateOutsidePreferredMinute: price(2),
      bookedOver: price(60),
      notPreferred: price(30),
      alternate: price(30),
      loadSquare: price(6),
      optionalSeatEmpty: price(40),
      unscheduledLoop: happens(0.5) ? whole(1, 120) : 5000,
      unconfirmed: price(60),
    },
    baseline: happens(0.3) ? baseline() : null,
    allowsUnconfirmed: happens(0.7),
  }
}
