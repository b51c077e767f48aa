import type { Clause } from './clauses.ts'
import type { AvailabilityConventions } from './conventions.ts'
import { liesWithin } from './dayPicks.ts'
import type { Memory } from './groups.ts'
import type { ClockPick, DayPick } from './picks.ts'
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
  /** Of an offer that is the other side of a refusal, "not before 10 next week": what was refused. */
  limit?: Statement
  /** Of a refusal that only takes back what was offered too widely: nobody said that he is busy then. */
  isTakenBack?: boolean
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
  /** All proposals were chosen at once, or the rest of them: those that are refused, by number or by time, are not among them. */
  isAllChosen: boolean
  isRestChosen: boolean
  /** Something was corrected and the correction could not be read: nothing may be relied upon. */
  isSpoiled: boolean
}

/** What has been understood up to a clause. */
export interface State extends Statements {
  memory: Memory
  /** Clocks without days so far: "Evenings only. Monday or Tuesday". */
  pending: { clocks: readonly ClockPick[]; zone: string | null } | null
  /** Whole days that may still get their times: "Tuesday is good. After 3." */
  openOffers: Statement[]
  /** Whole days behind which hours stand that are not understood: unless other hours follow, they may not be used. */
  unsettled: Statement[]
  /** "Mornings" and the like in words that were not understood, before any day. */
  hasUnreadParts: boolean
  isEverything: boolean
  /** A week that was refused: days excepted from it are days of it. */
  refusedScope: DayPick | null
  /** "Sorry, my mistake." alone: the next offer corrects. */
  isCorrecting: boolean
  /** A figure beside no time was read as nothing: perhaps a day that was not understood. */
  hasLooseFigure: boolean
  /** Days that were refused as a whole, when nothing was offered since: hours that follow are not theirs. */
  refusedDays: readonly DayPick[] | null
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

/** Keeps what was said for "that day", "same time" and bare weekdays that follow. */
export function remember(state: State, { days, clocks, isOffer }: Statement): void {
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

/** Adds an offer; a whole day stays open for hours that may follow. */
export function addOffer(state: State, said: Statement): void {
  const offer = { ...said, zone: said.zone ?? zoneOf(state, said.days) }
  // "Next week works. Tuesday is best": what is offered stays; "late in May, so the 28th" was narrowed before.
  state.offers.push(offer)
  state.refusedDays = null
  state.openOffers = offer.clocks.length === 0 ? [...state.openOffers, offer] : []
  remember(state, offer)
}

/** Puts other offers in the place of some. */
export function replaceOffers(state: State, old: readonly Statement[], change: (offer: Statement) => Statement): void {
  state.offers = state.offers.map((offer) => (old.includes(offer) ? change(offer) : offer))
  state.openOffers = []
  const last = state.offers.at(-1)
  if (last) remember(state, last)
}

function zoneOf(state: State, days: readonly DayPick[]): string | null {
  const { placeZone } = state
  const isThere = placeZone !== null && days.every((day) => placeZone.days.some((there) => liesWithin(day, there)))
  return isThere ? placeZone.zone : null
}

/** A zone said by itself counts for all times; with days beside it, "in Paris until Wednesday", only for these. */
export function readZones(state: State, clause: Clause): void {
  const picks = clause.items.flatMap((item) => (item.kind === 'time' ? [item.pick] : []))
  const alone = picks.find((pick) => pick.zone !== null && !pick.days && !pick.clock)
  if (!alone?.zone) return
  const days = clause.flags.has('place') ? picks.flatMap((pick) => pick.days ?? []) : []
  if (days.length > 0) state.placeZone = { zone: alone.zone, days }
  else state.zone = alone.zone
}

/** "Scratch that": nothing that was said counts. */
export function forget(state: State): void {
  state.offers = []
  state.refusals = []
  state.openOffers = []
  state.pending = null
  state.isEverything = false
  state.chosen.clear()
  state.refused.clear()
  state.doubts.clear()
}
