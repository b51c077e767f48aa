import { dayMinutes, monthOf, offsetAt, weekOf } from './localTime.ts'
import type { Model, ModelLoop } from './model.ts'
import { type ModelPerson, never } from './modelPerson.ts'
import type { ModelSeat, ModelSession } from './modelSession.ts'
import type { Workload } from './workload.ts'

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
  session: ModelSession
  /** By person: starts that are not ruled out, when each person costs the same at all of them. */
  flat: readonly { at: Int32Array; cost: number }[] | null
  /** By start, as of the refresh in `knownSince`. */
  known: (SeatOptions | null)[]
  knownSince: Int32Array
}

/** Chosen people by seat of a session, in order of its seats. */
export type SeatedPeople = readonly (readonly ModelPerson[])[]

export interface Staffing {
  /** By position of the session: the least its people cost at each start, people shared with other sessions disregarded. */
  lower: readonly Int32Array[]
  /**
   * Reads the workload again. With `priceOfFreeing` people held by other loops can be had, at the price of freeing them for a session
   * from one absolute minute to another.
   */
  refresh(priceOfFreeing?: PriceOfFreeing): void
  /**
   * The least the people of sessions `placed` (positions) at starts `at` (indexes into their starts) cost together, all rules between
   * sessions kept; `tooMuch` when that is not below `limit`. `seated` then tells who.
   */
  cheapest(placed: readonly number[], at: readonly number[], limit: number): number
  seated(position: number): SeatedPeople
  /** Somebody may sit in two sessions or seats: only then sessions tie each other down. */
  isCoupled: boolean
}

export type PriceOfFreeing = (person: ModelPerson, from: number, to: number) => number

/** Seats the people of one loop, around what `workload` says other loops have taken. */
export function staffLoop(model: Model, loop: ModelLoop, workload: Workload): Staffing {
  const { loadSquare } = model.problem.weights
  const sessions = loop.sessions
  const seatsOf = sessions.map((session) => session.seats.map((seat) => staffSeatOf(seat, session)))
  const lower = sessions.map((session) => new Int32Array(session.starts.length))

  const firstPrice = (person: ModelPerson): number =>
    loadSquare * (2 * (person.person.recentLoad + workload.countOf(person)) + 1)

  let priceOfFreeing: PriceOfFreeing | null = null
  let refreshCount = 0

  /** What stands in the way of a person at a start: 0 nothing, `tooMuch` other loops, or the price of those. */
  function hindrancePrice(person: ModelPerson, session: ModelSession, at: number): number {
    const column = session.columns[at] as number
    const isNear = (workload.hindrances(person, session.durationMinutes)?.[column] ?? 0) !== 0
    if (!isNear && (workload.closures(person)?.[column] ?? 0) === 0) return 0
    if (priceOfFreeing === null) return tooMuch
    const start = session.starts[at] as number
    return priceOfFreeing(person, start, start + session.durationMinutes)
  }

  const least = new Int32Array(sessions.reduce((most, session) => Math.max(most, session.starts.length), 0) * 2)

  function fillLower(position: number): void {
    const sums = lower[position] as Int32Array
    sums.fill(0)
    const size = sums.length
    for (const staffSeat of seatsOf[position] as StaffSeat[]) {
      const { people, costs, count, isRequired, emptyCost } = staffSeat.seat
      if (staffSeat.flat !== null && priceOfFreeing === null) {
        addFlat(staffSeat, staffSeat.flat, sums)
        continue
      }
      if (count > 2) {
        for (let at = 0; at < size; at++)
          sums[at] = Math.min(tooMuch, (sums[at] as number) + optionsAt(staffSeat, at).lower)
        continue
      }
      const fill = isRequired ? tooMuch : emptyCost
      least.fill(fill, 0, 2 * size)
      for (let index = 0; index < people.length; index++)
        fillLeast(people[index] as ModelPerson, costs[index] as Int32Array, staffSeat.session)
      for (let at = 0; at < size; at++) {
        const price =
          count === 1 ? (least[2 * at] as number) : (least[2 * at] as number) + (least[2 * at + 1] as number)
        sums[at] = Math.min(tooMuch, (sums[at] as number) + price)
      }
    }
  }

  const order = new Int32Array(model.people.length)
  const orderPrices = new Int32Array(model.people.length)
  const filled = new Uint8Array(least.length / 2)

  /** People who cost the same everywhere: the cheapest first, each where places are still empty. */
  function addFlat({ seat, session }: StaffSeat, flat: NonNullable<StaffSeat['flat']>, sums: Int32Array): void {
    const { people, count, isRequired, emptyCost } = seat
    const size = sums.length
    for (let index = 0; index < people.length; index++) {
      const price = (flat[index] as { cost: number }).cost + firstPrice(people[index] as ModelPerson)
      let to = index
      for (; to > 0 && (orderPrices[to - 1] as number) > price; to--) {
        orderPrices[to] = orderPrices[to - 1] as number
        order[to] = order[to - 1] as number
      }
      orderPrices[to] = price
      order[to] = index
    }
    filled.fill(0, 0, size)
    let openCount = size
    for (let entry = 0; entry < people.length && openCount > 0; entry++) {
      const index = order[entry] as number
      const price = orderPrices[entry] as number
      if (!isRequired && price >= emptyCost) break
      const person = people[index] as ModelPerson
      const hindrances = workload.hindrances(person, session.durationMinutes)
      const closed = workload.closures(person)
      const { at: starts } = flat[index] as { at: Int32Array }
      for (let next = 0; next < starts.length; next++) {
        const at = starts[next] as number
        if (filled[at] === count) continue
        if (hindrances !== null) {
          const column = session.columns[at] as number
          if (hindrances[column] !== 0 || (closed !== null && closed[column] !== 0)) continue
        }
        sums[at] = (sums[at] as number) + price
        filled[at] = (filled[at] as number) + 1
        if (filled[at] === count) openCount--
      }
    }
    if (openCount === 0) return
    for (let at = 0; at < size; at++) {
      const empty = count - (filled[at] as number)
      if (empty > 0) sums[at] = isRequired ? tooMuch : (sums[at] as number) + empty * emptyCost
    }
  }

  /** Keeps the two smallest prices at each start. */
  function fillLeast(person: ModelPerson, table: Int32Array, session: ModelSession): void {
    const first = firstPrice(person)
    const hindrances = workload.hindrances(person, session.durationMinutes)
    const closed = workload.closures(person)
    const { columns } = session
    for (let at = 0; at < table.length; at++) {
      const cost = table[at] as number
      if (cost === never) continue
      let price = cost + first
      if (price >= (least[2 * at + 1] as number)) continue
      const column = columns[at] as number
      if ((hindrances !== null && hindrances[column] !== 0) || (closed !== null && closed[column] !== 0)) {
        if (priceOfFreeing === null) continue
        price += hindrancePrice(person, session, at)
        if (price >= (least[2 * at + 1] as number)) continue
      }
      if (price < (least[2 * at] as number)) {
        least[2 * at + 1] = least[2 * at] as number
        least[2 * at] = price
      } else least[2 * at + 1] = price
    }
  }

  function optionsAt(staffSeat: StaffSeat, at: number): SeatOptions {
    const known = staffSeat.known[at]
    if (known && staffSeat.knownSince[at] === refreshCount) return known
    const { seat, session } = staffSeat
    const found: { person: ModelPerson; price: number }[] = []
    for (let index = 0; index < seat.people.length; index++) {
      const cost = (seat.costs[index] as Int32Array)[at] as number
      const person = seat.people[index] as ModelPerson
      if (cost === never) continue
      const hindrance = hindrancePrice(person, session, at)
      if (hindrance < tooMuch) found.push({ person, price: cost + firstPrice(person) + hindrance })
    }
    found.sort((a, b) => a.price - b.price || a.person.index - b.person.index)
    let sum = 0
    for (let place = 0; place < seat.count; place++) {
      const price = found[place]?.price ?? tooMuch
      sum += seat.isRequired ? price : Math.min(price, seat.emptyCost)
    }
    const options = {
      people: found.map(({ person }) => person),
      prices: Int32Array.from(found, ({ price }) => price),
      lower: Math.min(tooMuch, sum),
    }
    staffSeat.known[at] = options
    staffSeat.knownSince[at] = refreshCount
    return options
  }

  // Seats are filled one after another, each with its people in order of price.
  const usedIn: number[][] = model.people.map(() => [])
  const startOf = new Array<number>(sessions.length).fill(0)
  const seatCountMax = sessions.reduce((sum, session) => sum + session.seats.length, 0)
  let seatCount = 0
  const seatAt = new Array<ModelSeat>(seatCountMax)
  const optionsOf = new Array<SeatOptions>(seatCountMax)
  const positionAt = new Int32Array(seatCountMax)
  const lowerAfter = new Int32Array(seatCountMax)
  let best = tooMuch
  const chosen: ModelPerson[][] = Array.from({ length: seatCountMax }, () => [])
  const bestBySession: ModelPerson[][][] = sessions.map(() => [])

  function canTake(person: ModelPerson, position: number): boolean {
    const uses = usedIn[person.index] as number[]
    if (uses.length >= loop.maxSessionsPerPerson) return false
    if (uses.length === 0) return true
    const from = startOf[position] as number
    const to = from + (sessions[position] as ModelSession).durationMinutes
    for (const other of uses) {
      if (other === position) return false
      const otherFrom = startOf[other] as number
      const otherTo = otherFrom + (sessions[other] as ModelSession).durationMinutes
      if (from < otherTo + person.buffer && otherFrom < to + person.buffer) return false
    }
    if (!person.isLimited) return true
    const others = uses.map((other) => startOf[other] as number)
    return keepsLimits(person, from, [...others, ...workload.startsOf(person)])
  }

  function keepBest(cost: number): void {
    best = cost
    for (let index = 0; index < seatCount; index++) {
      const position = positionAt[index] as number
      const list = bestBySession[position] as ModelPerson[][]
      if (index === 0 || positionAt[index - 1] !== position) list.length = 0
      list.push((chosen[index] as ModelPerson[]).slice())
    }
  }

  function fill(at: number, place: number, first: number, cost: number): void {
    if (at === seatCount) {
      if (cost < best) keepBest(cost)
      return
    }
    const position = positionAt[at] as number
    const { count, isRequired, emptyCost } = seatAt[at] as ModelSeat
    const places = count - place
    const rest = lowerAfter[at] as number
    if (places === 0) {
      fill(at + 1, 0, 0, cost)
      return
    }
    const { people, prices } = optionsOf[at] as SeatOptions
    const taken = chosen[at] as ModelPerson[]
    for (let index = first; index < people.length; index++) {
      const price = prices[index] as number
      if (!isRequired && price >= emptyCost) break
      const atLeast = isRequired ? price * places : price + (places - 1) * Math.min(price, emptyCost)
      if (cost + atLeast + rest >= best) break
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
    if (!isRequired) {
      const empty = places * emptyCost
      if (cost + empty + rest < best) fill(at + 1, 0, 0, cost + empty)
    }
  }

  function refresh(price?: PriceOfFreeing): void {
    priceOfFreeing = price ?? null
    refreshCount++
    for (let position = 0; position < sessions.length; position++) fillLower(position)
  }

  refresh()
  return {
    lower,
    refresh,
    isCoupled: isCoupled(sessions),
    cheapest(placed, at, limit) {
      seatCount = 0
      for (let index = 0; index < placed.length; index++) {
        const position = placed[index] as number
        const start = at[index] as number
        startOf[position] = (sessions[position] as ModelSession).starts[start] as number
        for (const staffSeat of seatsOf[position] as StaffSeat[]) {
          seatAt[seatCount] = staffSeat.seat
          optionsOf[seatCount] = optionsAt(staffSeat, start)
          positionAt[seatCount] = position
          seatCount++
        }
      }
      let sum = 0
      for (let index = seatCount - 1; index >= 0; index--) {
        lowerAfter[index] = sum
        sum += (optionsOf[index] as SeatOptions).lower
      }
      best = limit
      fill(0, 0, 0, 0)
      return best < limit ? best : tooMuch
    },
    seated: (position) => (bestBySession[position] as ModelPerson[][]).map((people) => people.slice()),
  }
}

function staffSeatOf(seat: ModelSeat, session: ModelSession): StaffSeat {
  const flat = seat.costs.map((costs) => {
    const at: number[] = []
    let cost: number | null = null
    for (let start = 0; start < costs.length; start++) {
      const price = costs[start] as number
      if (price === never) continue
      if (cost !== null && price !== cost) return null
      cost = price
      at.push(start)
    }
    return { at: Int32Array.from(at), cost: cost ?? 0 }
  })
  const isFlat = flat.every((one) => one !== null)
  return {
    seat,
    session,
    flat: isFlat ? flat : null,
    known: new Array(session.starts.length).fill(null),
    knownSince: new Int32Array(session.starts.length),
  }
}

/** Whether anybody may sit in two sessions, or two seats of one. */
function isCoupled(sessions: readonly ModelSession[]): boolean {
  const seen = new Set<number>()
  for (const session of sessions)
    for (const seat of session.seats)
      for (const person of seat.people) {
        if (seen.has(person.index)) return true
        seen.add(person.index)
      }
  return false
}

/** Whether a person who starts at `from` and at `others` stays within the limits on the day, week and month of `from`. */
function keepsLimits(person: ModelPerson, from: number, others: readonly number[]): boolean {
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
  return (
    perMonth === null || (person.monthLoad.get(month) ?? 0) + count((other) => monthOf(other) === month) <= perMonth
  )
}
