import { dayMinutes, monthOf, offsetAt, weekOf } from './localTime.ts'
import { type Model, type ModelLoop, type ModelPerson, type ModelSeat, type ModelSession, never } from './model.ts'

/** More than any plan costs. */
export const tooMuch = 2 ** 29

/** Who could fill a seat at one start, cheapest first; the price holds as long as they sit in no other session of the loop. */
interface SeatOptions {
  people: readonly ModelPerson[]
  prices: Int32Array
  /** What the seat costs at least: its cheapest people, or empty places. */
  lower: number
}

interface StaffSeat {
  seat: ModelSeat
  /** By person: price of the first session in this plan, added to the table. */
  firstPrices: Int32Array
  known: (SeatOptions | undefined)[]
}

/** Chosen people by seat of a session, in order of its seats. */
export type SeatedPeople = readonly (readonly ModelPerson[])[]

export interface Staffing {
  /** By position of the session: the least its people cost at each start, people shared with other sessions disregarded. */
  lower: readonly Int32Array[]
  /**
   * The least the people of sessions `placed` (positions) at starts `at` (indexes into their starts) cost together, all rules between
   * sessions kept; `tooMuch` when that is not below `limit`. `seated` then tells who.
   */
  cheapest(placed: readonly number[], at: readonly number[], limit: number): number
  seated(position: number): SeatedPeople
  /** People sit in two sessions, or a person is short: only then sessions tie each other down. */
  isCoupled: boolean
}

export function staffLoop(model: Model, loop: ModelLoop): Staffing {
  const { loadSquare } = model.problem.weights
  const sessions = loop.sessions
  const sessionCounts = new Int32Array(model.people.length)
  for (const session of sessions) {
    const seen = new Set<number>()
    for (const seat of session.seats) for (const person of seat.people) seen.add(person.index)
    for (const index of seen) sessionCounts[index] = (sessionCounts[index] as number) + 1
  }
  const seatsOf = sessions.map((session) =>
    session.seats.map(
      (seat): StaffSeat => ({
        seat,
        firstPrices: Int32Array.from(seat.people, ({ person }) => loadSquare * (2 * person.recentLoad + 1)),
        known: [],
      }),
    ),
  )
  const lower = sessions.map((session, position) => lowerOf(session, seatsOf[position] as StaffSeat[]))

  // The search below: seats one after another, each with its people in order of price.
  const usedIn: number[][] = model.people.map(() => [])
  let startOf: number[] = []
  let seats: { position: number; seat: StaffSeat; options: SeatOptions }[] = []
  let lowerAfter: number[] = []
  let best = tooMuch
  const chosen: ModelPerson[][] = []
  const bestBySession: ModelPerson[][][] = sessions.map(() => [])

  function canTake(person: ModelPerson, position: number): boolean {
    const uses = usedIn[person.index] as number[]
    if (uses.length === 0) return true
    if (uses.length >= loop.maxSessionsPerPerson) return false
    const from = startOf[position] as number
    const to = from + (sessions[position] as ModelSession).durationMinutes
    for (const other of uses) {
      if (other === position) return false
      const otherFrom = startOf[other] as number
      const otherTo = otherFrom + (sessions[other] as ModelSession).durationMinutes
      if (from < otherTo + person.buffer && otherFrom < to + person.buffer) return false
    }
    return !person.isLimited || keepsLimits(person, from, uses.map((other) => startOf[other] as number))
  }

  function fill(at: number, place: number, first: number, cost: number): void {
    const entry = seats[at]
    if (entry === undefined) {
      if (cost < best) {
        best = cost
        for (const [index, { position }] of seats.entries()) {
          const list = bestBySession[position] as ModelPerson[][]
          if (index === 0 || seats[index - 1]?.position !== position) list.length = 0
          list.push((chosen[index] as ModelPerson[]).slice())
        }
      }
      return
    }
    const { position, options, seat } = entry
    const places = seat.seat.count - place
    const rest = lowerAfter[at] as number
    if (places === 0) {
      fill(at + 1, 0, 0, cost)
      return
    }
    const { people, prices } = options
    const taken = chosen[at] as ModelPerson[]
    for (let index = first; index < people.length; index++) {
      const price = prices[index] as number
      if (!seat.seat.isRequired && price >= seat.seat.emptyCost) break
      const least = seat.seat.isRequired ? price * places : price + (places - 1) * Math.min(price, seat.seat.emptyCost)
      if (cost + least + rest >= best) break
      const person = people[index] as ModelPerson
      if (!canTake(person, position)) continue
      const uses = usedIn[person.index] as number[]
      const extra = 2 * loadSquare * uses.length
      uses.push(position)
      taken.push(person)
      fill(at, place + 1, index + 1, cost + price + extra)
      taken.pop()
      uses.pop()
    }
    if (!seat.seat.isRequired) {
      const empty = places * seat.seat.emptyCost
      if (cost + empty + rest < best) fill(at + 1, 0, 0, cost + empty)
    }
  }

  return {
    lower,
    isCoupled:
      sessionCounts.some((count) => count > 1) ||
      sessions.some((session) => session.seats.length > 1 && shareSeats(session)),
    cheapest(placed, at, limit) {
      startOf = []
      seats = []
      for (const [index, position] of placed.entries()) {
        const session = sessions[position] as ModelSession
        const start = at[index] as number
        startOf[position] = session.starts[start] as number
        for (const seat of seatsOf[position] as StaffSeat[])
          seats.push({ position, seat, options: optionsAt(seat, start) })
      }
      lowerAfter = new Array(seats.length)
      let sum = 0
      for (let index = seats.length - 1; index >= 0; index--) {
        lowerAfter[index] = sum
        sum += (seats[index] as { options: SeatOptions }).options.lower
        chosen[index] ??= []
        ;(chosen[index] as ModelPerson[]).length = 0
      }
      best = limit
      fill(0, 0, 0, 0)
      return best < limit ? best : tooMuch
    },
    seated: (position) => (bestBySession[position] as ModelPerson[][]).map((people) => people.slice()),
  }
}

function shareSeats(session: ModelSession): boolean {
  const seen = new Set<number>()
  for (const seat of session.seats)
    for (const person of seat.people) {
      if (seen.has(person.index)) return true
      seen.add(person.index)
    }
  return false
}

function lowerOf(session: ModelSession, seats: readonly StaffSeat[]): Int32Array {
  const lower = new Int32Array(session.starts.length)
  for (const { seat, firstPrices } of seats) {
    const { costs, count, isRequired, emptyCost } = seat
    if (count === 1) {
      for (let at = 0; at < lower.length; at++) {
        let least = isRequired ? tooMuch : emptyCost
        for (let index = 0; index < costs.length; index++) {
          const cost = (costs[index] as Int32Array)[at] as number
          if (cost === never) continue
          const price = cost + (firstPrices[index] as number)
          if (price < least) least = price
        }
        lower[at] = Math.min(tooMuch, (lower[at] as number) + least)
      }
      continue
    }
    const least: number[] = []
    for (let at = 0; at < lower.length; at++) {
      least.length = 0
      for (let index = 0; index < costs.length; index++) {
        const cost = (costs[index] as Int32Array)[at] as number
        if (cost === never) continue
        keepLeast(least, cost + (firstPrices[index] as number), count)
      }
      lower[at] = Math.min(tooMuch, (lower[at] as number) + sumOf(least, count, isRequired, emptyCost))
    }
  }
  return lower
}

/** Keeps the `count` smallest numbers of all that are offered, ascending. */
function keepLeast(least: number[], value: number, count: number): void {
  if (least.length === count && value >= (least[count - 1] as number)) return
  let at = least.length < count ? least.length : count - 1
  while (at > 0 && (least[at - 1] as number) > value) {
    least[at] = least[at - 1] as number
    at--
  }
  least[at] = value
}

function sumOf(least: readonly number[], count: number, isRequired: boolean, emptyCost: number): number {
  if (isRequired && least.length < count) return tooMuch
  let sum = 0
  for (let place = 0; place < count; place++) {
    const price = least[place] ?? emptyCost
    sum += isRequired ? price : Math.min(price, emptyCost)
  }
  return sum
}

function optionsAt(staffSeat: StaffSeat, at: number): SeatOptions {
  const known = staffSeat.known[at]
  if (known) return known
  const { seat, firstPrices } = staffSeat
  const found: { person: ModelPerson; price: number }[] = []
  for (let index = 0; index < seat.people.length; index++) {
    const cost = (seat.costs[index] as Int32Array)[at] as number
    if (cost !== never)
      found.push({ person: seat.people[index] as ModelPerson, price: cost + (firstPrices[index] as number) })
  }
  found.sort((a, b) => a.price - b.price || a.person.index - b.person.index)
  const prices = Int32Array.from(found, ({ price }) => price)
  const options = {
    people: found.map(({ person }) => person),
    prices,
    lower: sumOf(Array.from(prices.subarray(0, seat.count)), seat.count, seat.isRequired, seat.emptyCost),
  }
  staffSeat.known[at] = options
  return options
}

/** Whether a person who starts at `from` and at `others` stays within the limits on the day, week and month of `from`. */
export function keepsLimits(person: ModelPerson, from: number, others: readonly number[]): boolean {
  const { perDay, perWeek, perMonth } = person.person.limits
  const dayAt = (minute: number): number => Math.floor((minute + offsetAt(person.clock, minute)) / dayMinutes)
  const day = dayAt(from)
  const days = others.map(dayAt)
  const count = (isSame: (other: number) => boolean): number => 1 + days.filter(isSame).length
  if (perDay !== null && (person.dayLoad.get(day) ?? 0) + count((other) => other === day) > perDay) return false
  const week = weekOf(day)
  if (perWeek !== null && (person.weekLoad.get(week) ?? 0) + count((other) => weekOf(other) === week) > perWeek)
    return false
  const month = monthOf(day)
  return perMonth === null || (person.monthLoad.get(month) ?? 0) + count((other) => monthOf(other) === month) <= perMonth
}
