import type { PartyId } from '../domain/ids.ts'
import { type Level, levelOf, type Model, type ModelDay, type Rule } from './model.ts'
import type { SolverSeat } from './problem.ts'

/** Who sits where: one entry per seat, null for an optional seat nobody fills. */
export interface Seating {
  people: readonly ({ id: PartyId; level: Level } | null)[]
  cost: number
}

export interface PlacedSession {
  /** Absolute minutes, half-open. */
  from: number
  to: number
  seating: Seating
}

/** The best way to hold all sessions in order on one day with the first one at a given start. */
export interface Placement {
  day: ModelDay
  sessions: readonly PlacedSession[]
  cost: number
}

/** Cost of what a person would rather not see; unknown outweighs everything else together. */
export const costs = { unknown: 1000, possible: 10, emptySeat: 5, idleQuarter: 1, seatRank: 0.01 }

/**
 * Every first start at which the whole loop fits, each with its cheapest completion, in time order. Exact.
 * Sessions keep their order and one day; somebody who sits in two of them gets the gap in between.
 */
export function placeLoop(model: Model, without: ReadonlySet<Rule>): Placement[] {
  return [...placements(model, without)]
}

export function canPlaceLoop(model: Model, without: ReadonlySet<Rule>): boolean {
  return placements(model, without).next().done !== true
}

function* placements(model: Model, without: ReadonlySet<Rule>): Generator<Placement, void> {
  for (const day of model.days) {
    if (!day.isInRange && !without.has('range')) continue
    yield* placementsOfDay(model, day, without)
  }
}

interface Completion {
  sessions: readonly PlacedSession[]
  cost: number
}

function* placementsOfDay(model: Model, day: ModelDay, without: ReadonlySet<Rule>): Generator<Placement, void> {
  const shared = sharedPeople(model)
  const earliest = without.has('notice') ? -Infinity : model.earliest
  const optionsOf = model.sessions.map(() => new Map<number, readonly Seating[]>())

  /** Seatings of a session at a start; among those that take the same shared people only the cheapest. */
  function seatings(index: number, from: number): readonly Seating[] {
    const known = optionsOf[index]?.get(from)
    if (known) return known
    const session = model.sessions[index]
    const to = from + (session?.durationMinutes ?? 0)
    const found = session && to <= day.to ? seatPeople(model, session.seats, { from, to }, shared, without) : []
    optionsOf[index]?.set(from, found)
    return found
  }

  const openStarts = new Map<number, readonly number[]>()

  /** The starts of a session at which its seats can be filled at all. */
  function startsOf(index: number): readonly number[] {
    const known = openStarts.get(index)
    if (known) return known
    const found = day.starts.filter((from) => seatings(index, from).length > 0)
    openStarts.set(index, found)
    return found
  }

  const memo = new Map<string, Completion | null>()

  /** Cheapest way to hold the sessions from `index` on, after `previousEnd`; `ends` says when shared people got free. */
  function complete(index: number, previousEnd: number, ends: ReadonlyMap<PartyId, number>): Completion | null {
    const session = model.sessions[index]
    if (!session) return { sessions: [], cost: 0 }
    const binding = [...ends]
      .filter(([, end]) => end + model.gapMinutes > previousEnd)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    const key = `${index} ${previousEnd} ${binding.map(([id, end]) => `${id}:${end}`).join(',')}`
    const known = memo.get(key)
    if (known !== undefined) return known
    let best: Completion | null = null
    for (const from of startsOf(index)) {
      if (from < previousEnd) continue
      const idleCost = ((from - previousEnd) / 15) * costs.idleQuarter
      if (best && idleCost >= best.cost) break
      const to = from + session.durationMinutes
      for (const seating of seatings(index, from)) {
        if (best && idleCost + seating.cost >= best.cost) continue
        if (seating.people.some((place) => place && from < (ends.get(place.id) ?? -Infinity) + model.gapMinutes))
          continue
        const rest = complete(index + 1, to, withEnds(ends, seating, to, shared))
        if (!rest) continue
        const cost = idleCost + seating.cost + rest.cost
        if (!best || cost < best.cost) best = { sessions: [{ from, to, seating }, ...rest.sessions], cost }
      }
    }
    memo.set(key, best)
    return best
  }

  const first = model.sessions[0]
  if (!first) return
  for (const from of day.starts) {
    if (from < earliest) continue
    const to = from + first.durationMinutes
    let best: Completion | null = null
    for (const seating of seatings(0, from)) {
      const rest = complete(1, to, withEnds(new Map(), seating, to, shared))
      if (rest && (!best || seating.cost + rest.cost < best.cost))
        best = { sessions: [{ from, to, seating }, ...rest.sessions], cost: seating.cost + rest.cost }
    }
    if (best) yield { day, ...best }
  }
}

function withEnds(
  ends: ReadonlyMap<PartyId, number>,
  seating: Seating,
  end: number,
  shared: ReadonlySet<PartyId>,
): ReadonlyMap<PartyId, number> {
  const next = new Map(ends)
  for (const place of seating.people) if (place && shared.has(place.id)) next.set(place.id, end)
  return next
}

/** People who can sit in more than one session: only they tie the sessions together. */
function sharedPeople(model: Model): ReadonlySet<PartyId> {
  const counts = new Map<PartyId, number>()
  for (const session of model.sessions)
    for (const id of new Set(session.seats.flatMap((seat) => seat.partyIds))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > 1).map(([id]) => id))
}

/** Fills seat after seat, keeping the cheapest way for each set of people already used: exact without permutations. */
function seatPeople(
  model: Model,
  seats: readonly SolverSeat[],
  span: { from: number; to: number },
  shared: ReadonlySet<PartyId>,
  without: ReadonlySet<Rule>,
): Seating[] {
  let states = new Map<string, Seating>([['', { people: [], cost: 0 }]])
  for (const seat of seats) {
    const options: { id: PartyId; level: Level; cost: number }[] = []
    for (const [rank, id] of [...new Set(seat.partyIds)].entries()) {
      const person = model.people.get(id)
      const level = person ? levelOf(person, span, without) : null
      if (level) options.push({ id, level, cost: (level === 'good' ? 0 : costs[level]) + rank * costs.seatRank })
    }
    const next = new Map<string, Seating>()
    const keep = (people: Seating['people'], cost: number): void => {
      const key = people
        .flatMap((place) => (place ? [place.id] : []))
        .sort()
        .join(' ')
      const known = next.get(key)
      if (!known || cost < known.cost) next.set(key, { people, cost })
    }
    for (const state of states.values()) {
      for (const option of options)
        if (!state.people.some((place) => place?.id === option.id))
          keep([...state.people, { id: option.id, level: option.level }], state.cost + option.cost)
      if (!seat.isRequired) keep([...state.people, null], state.cost + costs.emptySeat)
    }
    states = next
  }
  const cheapest = new Map<string, Seating>()
  for (const seating of states.values()) {
    const key = seating.people
      .flatMap((place) => (place && shared.has(place.id) ? [place.id] : []))
      .sort()
      .join(' ')
    const known = cheapest.get(key)
    if (!known || seating.cost < known.cost) cheapest.set(key, seating)
  }
  return [...cheapest.values()].sort((a, b) => a.cost - b.cost)
}
