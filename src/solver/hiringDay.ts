import { type LoopSearch, openLoopSearch, type PlacedLoop } from './loopSearch.ts'
import type { Model, ModelLoop } from './model.ts'
import { type ModelPerson, never } from './modelPerson.ts'
import type { ModelRoom, ModelSession } from './modelSession.ts'
import type { SolverOptions } from './problem.ts'
import { openRandom } from './random.ts'
import { type SeatedPeople, tooMuch } from './staffing.ts'
import { openWorkload } from './workload.ts'

// Many loops that share people and rooms. Large-neighbourhood search: a few loops that get in each other's way are taken out and put
// back one after another, each at its exact best among the others; worse plans are accepted now and then, less and less (simulated
// annealing), the best plan so far is kept. Any plan it holds keeps every rule.

export interface LoopInPlan extends PlacedLoop {
  /** By position of the session. */
  rooms: readonly (ModelRoom | null)[]
}

export interface HiringDayAnswer {
  /** By loop; null: left out. */
  loops: readonly (LoopInPlan | null)[]
  cost: number
  /** No plan costs less. */
  bound: number
  /** A loop that must not be left out fits nowhere, even alone. */
  isImpossible: boolean
}

interface Held extends LoopInPlan {
  /** The cost without the load of its people. */
  ownCost: number
  people: readonly ModelPerson[]
}

interface StandIn {
  /** Of the loop, its session and the seat. */
  index: number
  position: number
  seatIndex: number
  person: ModelPerson
  costChange: number
}

interface StandIn {
  /** Of the loop, its session and the seat. */
  index: number
  position: number
  seatIndex: number
  person: ModelPerson
  costChange: number
}

/** A loop that must not be left out is dearer to leave out than anything else. */
const mustCost = 2 ** 22

/** Steps of a chain, loops that may wait in it, and what a loop is worth to begin with: more than any difference of cost. */
const chainSteps = 15
const chainWidth = 6
const worth = 1_000
const standInPrice = 50

/** A single loop is placed at its exact best unless that takes longer than this; then at the best found. */
const insertion: SolverOptions = { maxSteps: 20_000 }

/** How much dearer a step may make the plan, at the begin and at the end of the search: about this much one time in three. */
const hottest = 60
const coldest = 1.5
/** How often a chain is tried while loops are left out. */
const chainShare = 0.01
/** A chain may make a plan so many times dearer than another step: it is the only way to leave out other loops than before. */
const chainHeat = 8
const defaultIterations = 2_000

export function solveHiringDay(model: Model, options: SolverOptions): HiringDayAnswer {
  const { loadSquare, unscheduledLoop } = model.problem.weights
  const workload = openWorkload(model)
  const random = openRandom(options.seed ?? 1)
  const count = model.loops.length
  const searches = model.loops.map((loop) => openLoopSearch(model, loop, workload))
  const leaveOutCosts = model.loops.map((loop) => (loop.loop.isOptional ? unscheduledLoop : mustCost))
  const worths: number[] = model.loops.map(() => worth)
  const held: (Held | null)[] = model.loops.map(() => null)
  let cost = leaveOutCosts.reduce((sum, one) => sum + one, 0)
  let best: { loops: (Held | null)[]; cost: number } = { loops: held.slice(), cost }

  function loadCost(person: ModelPerson, from: number, sessions: number): number {
    const load = person.person.recentLoad + from
    return loadSquare * ((load + sessions) ** 2 - load ** 2)
  }

  function put(index: number, placed: Held): void {
    const loop = model.loops[index] as ModelLoop
    eachSession(loop, placed, (session, from, people, room) => {
      for (const person of people) {
        cost += loadCost(person, workload.countOf(person), 1)
        workload.take(person, from, from + session.durationMinutes, index)
      }
      if (room) workload.takeRoom(room, from, from + session.durationMinutes)
      workload.take(loop.candidate, from, from + session.durationMinutes, index)
    })
    cost += placed.ownCost - (leaveOutCosts[index] as number)
    held[index] = placed
  }

  function takeOut(index: number): void {
    const placed = held[index]
    if (!placed) return
    const loop = model.loops[index] as ModelLoop
    eachSession(loop, placed, (session, from, people, room) => {
      for (const person of people) {
        workload.free(person, from, from + session.durationMinutes, index)
        cost -= loadCost(person, workload.countOf(person), 1)
      }
      if (room) workload.freeRoom(room, from, from + session.durationMinutes)
      workload.free(loop.candidate, from, from + session.durationMinutes, index)
    })
    cost += (leaveOutCosts[index] as number) - placed.ownCost
    held[index] = null
  }

  /** Puts a loop at its cheapest place among the others, or leaves it out. */
  function insert(index: number): boolean {
    const search = searches[index] as LoopSearch
    search.refresh()
    const { best: placed } = search.search({ below: leaveOutCosts[index] as number, options: insertion })
    if (placed === null) return false
    hold(index, placed)
    return true
  }

  function hold(index: number, placed: PlacedLoop): void {
    const loop = model.loops[index] as ModelLoop
    const rooms = loop.sessions.map((session, position) => freeRoom(session, placed.at[position] as number))
    const people = placed.seated.flatMap((seats) => seats.flat())
    let load = 0
    const uses = new Map<ModelPerson, number>()
    for (const person of people) {
      const before = uses.get(person) ?? 0
      load += loadCost(person, workload.countOf(person) + before, 1)
      uses.set(person, before + 1)
    }
    put(index, { ...placed, rooms, people, ownCost: placed.cost - load })
  }

  /** A session that a person holds, and who could take it over there and then. */
  function findStandIn(person: ModelPerson, use: number): StandIn | null {
    const index = workload.loopOf(person, use)
    const placed = held[index] as Held
    const from = workload.startsOf(person)[use] as number
    const position = placed.starts.indexOf(from)
    const session = (model.loops[index] as ModelLoop).sessions[position] as ModelSession
    const seatIndex = (placed.seated[position] as SeatedPeople).findIndex((seated) => seated.includes(person))
    const seat = session.seats[seatIndex]
    if (!seat) return null
    const at = placed.at[position] as number
    const column = session.columns[at] as number
    let found: { person: ModelPerson; cost: number } | null = null
    let least = Infinity
    for (let other = 0; other < seat.people.length; other++) {
      const cost = (seat.costs[other] as Int32Array)[at] as number
      const candidate = seat.people[other] as ModelPerson
      if (cost === never || placed.people.includes(candidate)) continue
      if ((workload.hindrances(candidate, session.durationMinutes)?.[column] ?? 0) !== 0) continue
      if ((workload.closures(candidate)?.[column] ?? 0) !== 0) continue
      const price = cost + loadCost(candidate, workload.countOf(candidate), 1)
      if (price < least) {
        least = price
        found = { person: candidate, cost }
      }
    }
    if (found === null) return null
    const ownCost = (seat.costs[seat.people.indexOf(person)] as Int32Array)[at] as number
    return { index, position, seatIndex, person: found.person, costChange: found.cost - ownCost }
  }

  function letStandIn(person: ModelPerson, standIn: StandIn): void {
    const placed = held[standIn.index] as Held
    const swap = (one: ModelPerson): ModelPerson => (one === person ? standIn.person : one)
    takeOut(standIn.index)
    put(standIn.index, {
      ...placed,
      seated: placed.seated.map((seats, position) =>
        position === standIn.position
          ? seats.map((people, seat) => (seat === standIn.seatIndex ? people.map(swap) : people))
          : seats,
      ),
      people: placed.people.map(swap),
      ownCost: placed.ownCost + standIn.costChange,
    })
  }

  /**
   * Puts a loop where what is in its way is worth least: sessions whose people can be replaced where they are, else whole loops, which are
   * taken out and returned. How much a loop is worth grows each time it finds no place by itself, so that the search does not go round
   * in circles.
   */
  function insertByForce(index: number): number[] {
    const search = searches[index] as LoopSearch
    const loop = model.loops[index] as ModelLoop
    const known = model.people.map((): number[] => [])
    const priceOfUse = (person: ModelPerson, use: number): number => {
      const prices = known[person.index] as number[]
      prices[use] ??= findStandIn(person, use) ? standInPrice : (worths[workload.loopOf(person, use)] as number)
      return prices[use]
    }
    search.refresh((person, from, to) => {
      let price = 0
      for (const use of workload.sessionsInTheWay(person, from, to, (one) => priceOfUse(person, one)))
        price += priceOfUse(person, use)
      return price
    })
    const { best: placed } = search.search({ options: insertion })
    if (placed === null) return []
    const out: number[] = []
    for (const [position, session] of loop.sessions.entries()) {
      const from = placed.starts[position] as number
      const to = from + session.durationMinutes
      for (const person of (placed.seated[position] as SeatedPeople).flat())
        for (;;) {
          const [use] = workload.sessionsInTheWay(person, from, to, (one) => priceOfUse(person, one))
          if (use === undefined) break
          const standIn = findStandIn(person, use)
          if (standIn) letStandIn(person, standIn)
          else {
            const other = workload.loopOf(person, use)
            takeOut(other)
            out.push(other)
          }
          for (const prices of known) prices.length = 0
        }
    }
    // At its own price: without the worth of what went, with the load of now.
    search.refresh()
    const again = search.search({ options: insertion })
    if (again.best !== null) hold(index, again.best)
    else out.push(index)
    return out
  }

  /** A chain: a loop without a place pushes others out, these find another place or push on. */
  function chain(first: number): void {
    const waiting = [first]
    for (let step = 0; step < chainSteps && waiting.length > 0 && waiting.length <= chainWidth; step++) {
      const index = waiting.pop() as number
      if (insert(index)) continue
      worths[index] = (worths[index] as number) + worth
      waiting.push(...insertByForce(index))
    }
    for (const index of waiting) insert(index)
  }

  function freeRoom(session: ModelSession, at: number): ModelRoom | null {
    if (session.rooms === null) return null
    const { fitting, isFree } = session.rooms
    // Small rooms first: large ones are wanted by more sessions.
    let found: ModelRoom | null = null
    for (const [index, room] of fitting.entries())
      if (
        isFree[index]?.[at] === 1 &&
        (workload.roomHindrances(room, session.durationMinutes)?.[session.columns[at] as number] ?? 0) === 0
      )
        if (found === null || room.room.capacity < found.room.capacity) found = room
    return found
  }

  // Loops compete for the people of their pools, most of all on the same days.
  const poolOf = model.loops.map((loop) => {
    const isInPool = new Uint8Array(model.people.length)
    for (const session of loop.sessions)
      for (const seat of session.seats) for (const person of seat.people) isInPool[person.index] = 1
    return isInPool
  })
  const daysOf = model.loops.map((loop) => new Set(loop.sessions.flatMap((session) => Array.from(session.days))))

  /** `seedLoop` and loops that hold people it could use, the more the likelier. */
  function chooseRelated(seedLoop: number, size: number): number[] {
    const pool = poolOf[seedLoop] as Uint8Array
    const days = daysOf[seedLoop] as Set<number>
    const chosen: number[] = []
    const scores: number[] = []
    for (let index = 0; index < count; index++) {
      const placed = held[index]
      if (index === seedLoop || !placed) continue
      let shared = 0
      for (const person of placed.people) if (pool[person.index] === 1) shared += 1
      const session = (model.loops[index] as ModelLoop).sessions[0] as ModelSession
      if (!days.has(session.days[placed.at[0] as number] as number)) shared *= 0.4
      const score = shared + random.next() * 3
      if (chosen.length === size - 1 && score <= (scores.at(-1) as number)) continue
      let at = chosen.length < size - 1 ? chosen.length : size - 2
      for (; at > 0 && (scores[at - 1] as number) < score; at--) {
        chosen[at] = chosen[at - 1] as number
        scores[at] = scores[at - 1] as number
      }
      chosen[at] = index
      scores[at] = score
    }
    return [seedLoop, ...chosen]
  }

  function restore(snapshot: readonly (Held | null)[]): void {
    for (let index = 0; index < count; index++) if (held[index] !== snapshot[index]) takeOut(index)
    for (let index = 0; index < count; index++) {
      const placed = snapshot[index]
      if (placed && held[index] !== placed) put(index, placed)
    }
  }

  function choose(): number[] {
    const out: number[] = []
    for (let index = 0; index < count; index++) if (held[index] === null) out.push(index)
    const size = Math.min(count, 2 + random.below(4))
    const dice = random.next()
    if (out.length > 0 && dice < 0.5) return chooseRelated(out[random.below(out.length)] as number, size)
    if (dice < 0.85) return chooseRelated(random.below(count), size)
    const some = new Set<number>()
    while (some.size < size) some.add(random.below(count))
    return [...some]
  }

  function shuffle(list: number[]): void {
    for (let at = list.length - 1; at > 0; at--) {
      const other = random.below(at + 1)
      ;[list[at], list[other]] = [list[other] as number, list[at] as number]
    }
  }

  const openness = searches.map((search) => search.firstStarts().length)
  const bound = boundOf(searches, leaveOutCosts)
  const isImpossible = model.loops.some((loop, index) => {
    if (loop.loop.isOptional) return false
    const { best: placed, isProven } = (searches[index] as LoopSearch).search({ options: insertion })
    return placed === null && isProven
  })
  const order = model.loops.map((_, index) => index).sort((a, b) => (openness[a] as number) - (openness[b] as number))
  for (const index of order) insert(index)
  const keep = (): void => {
    if (cost >= best.cost) return
    best = { loops: held.slice(), cost }
    options.onBetter?.(cost)
  }
  keep()

  const maxIterations = options.maxSteps ?? (options.timeSpent ? Infinity : defaultIterations)
  for (let iteration = 0; best.cost > bound && !isImpossible; iteration++) {
    const progress = Math.max(iteration / maxIterations, options.timeSpent?.() ?? 0)
    if (progress >= 1) break
    const heat = hottest * (coldest / hottest) ** progress
    const before = cost
    if (random.next() < chainShare) {
      const out = held.flatMap((placed, index) => (placed === null ? [index] : []))
      if (out.length > 0) {
        const snapshot = held.slice()
        chain(out[random.below(out.length)] as number)
        if (cost < before - chainHeat * heat * Math.log(1 - random.next())) keep()
        else restore(snapshot)
        continue
      }
    }
    const removed = choose()
    const old = new Map(removed.map((index) => [index, held[index] as Held | null]))
    for (const index of removed) takeOut(index)
    if (random.next() < 0.3) removed.sort((a, b) => (openness[a] as number) - (openness[b] as number))
    else shuffle(removed)
    for (const index of removed) insert(index)
    if (cost < before - heat * Math.log(1 - random.next())) keep()
    else {
      for (const index of removed) takeOut(index)
      for (const [index, placed] of old) if (placed) put(index, placed)
    }
  }
  return { loops: best.loops, cost: best.cost, bound: Math.min(bound, best.cost), isImpossible }
}

/** Each loop alone, everybody free for it. */
function boundOf(searches: readonly LoopSearch[], leaveOutCosts: readonly number[]): number {
  return searches.reduce((sum, search, index) => {
    const least = search.firstStarts()[0]?.least ?? tooMuch
    return sum + Math.min(least, leaveOutCosts[index] as number)
  }, 0)
}

function eachSession(
  loop: ModelLoop,
  placed: LoopInPlan,
  visit: (session: ModelSession, from: number, people: readonly ModelPerson[], room: ModelRoom | null) => void,
): void {
  for (const [position, session] of loop.sessions.entries())
    visit(
      session,
      placed.starts[position] as number,
      (placed.seated[position] ?? []).flat(),
      placed.rooms[position] ?? null,
    )
}
