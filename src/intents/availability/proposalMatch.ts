import { isMoment } from './clockPicks.ts'
import { everyDay } from './dayPicks.ts'
import { intersectSpans } from './minuteSpans.ts'
import type { ClockPick, DayPick } from './picks.ts'
import { type Placing, placeStatement } from './placeStatement.ts'
import type { AvailabilityContext, NumberedProposal } from './reading.ts'
import type { Statement, Statements } from './statementState.ts'

/** What a message says of numbered proposals. `offers`: the times that are none of them. */
export interface ProposalAnswer {
  selected: number[]
  offers: readonly Statement[]
  isRejected: boolean
  /** Proposals that are not possible, when something else may be. */
  refused: readonly NumberedProposal[]
  /** A yes or a time that fits several of them. */
  isUnclear: boolean
}

/** Finds the proposals that are meant by number, day or time: "2 works", "the Thursday one", "half past two on Thursday". */
export function matchProposals(statements: Statements, context: AvailabilityContext, placing: Placing): ProposalAnswer {
  const { proposals } = context
  const none: ProposalAnswer = {
    selected: [],
    offers: statements.offers,
    isRejected: false,
    refused: [],
    isUnclear: false,
  }
  if (proposals.length === 0) return none
  const loose = matchLoose(statements, proposals, placing)
  if (loose) return { ...none, ...loose }
  const selected = new Set(statements.chosen)
  const offers: Statement[] = []
  for (const offer of statements.offers.flatMap(splitDays)) {
    const meant = proposalsMeant(offer, proposals, placing)
    for (const number of meant.numbers) selected.add(number)
    if (meant.isUnclear) return { ...none, isUnclear: true }
    if (meant.numbers.length === 0) offers.push(offer)
  }
  const refused = new Set(statements.refused)
  for (const refusal of statements.refusals) {
    const numbers = proposalsRefused(refusal, proposals, placing)
    // "All fine except the 2pm", when none is at 2: which of them is not?
    if (statements.isAllChosen && numbers.length === 0 && refused.size === 0) return { ...none, isUnclear: true }
    for (const number of numbers) refused.add(number)
  }
  // "Not the Monday one, but the others are fine".
  if (statements.isRestChosen) {
    if (refused.size === 0) return { ...none, isUnclear: true }
    for (const { number } of proposals) selected.add(number)
  }
  for (const number of refused)
    if (statements.isRestChosen || statements.isAllChosen || statements.refused.has(number)) selected.delete(number)
  if (
    selected.size === 0 &&
    offers.length === 0 &&
    statements.hasPlainYes &&
    !statements.hasPlainNo &&
    refused.size === 0
  ) {
    const [only] = proposals
    if (proposals.length === 1 && only) return { ...none, selected: [only.number] }
    return { ...none, isUnclear: true }
  }
  const isAllRefused = proposals.every(({ number }) => refused.has(number))
  return {
    selected: [...selected].sort((a, b) => a - b),
    offers,
    refused: proposals.filter(({ number }) => refused.has(number)),
    isRejected: isAllRefused || (statements.hasPlainNo && selected.size === 0),
    isUnclear: false,
  }
}

/** "The 2:30 one", "the afternoon slot": hours without a day point at the proposal that has them. */
function matchLoose(
  statements: Statements,
  proposals: readonly NumberedProposal[],
  placing: Placing,
): Partial<ProposalAnswer> | null {
  const { loose, chosen } = statements
  if (!loose || chosen.size > 0) return null
  const days = proposals.map(({ startsAt }) => everyDayAt(startsAt))
  const selected = proposalsWithin(
    { isOffer: true, days, clocks: loose.clocks, zone: loose.zone, order: 0 },
    proposals,
    placing,
  )
  if (selected.length === 0) return null
  return selected.length === 1 ? { selected, offers: [] } : { isUnclear: true }
}

/** The days around an instant, whatever the zone. */
function everyDayAt(at: Date): DayPick {
  const day = Math.floor(at.getTime() / 86_400_000)
  return { ...everyDay, from: day - 1, to: day + 2, isEveryDay: false, hasWeekend: true }
}

/** "Monday, Thursday" may be two proposals: each day counts by itself. */
function splitDays(offer: Statement): Statement[] {
  return offer.days.some((day) => day.isBroad) ? [offer] : offer.days.map((day) => ({ ...offer, days: [day] }))
}

/**
 * The proposals a time points at: those that begin at that moment, or lie within the stretch if it is of single days. A week that holds
 * some of them offers more than them. A bare weekday is that of a proposal, even when an earlier one is nearer; with another time of day
 * it may be either.
 */
function proposalsMeant(
  statement: Statement,
  proposals: readonly NumberedProposal[],
  placing: Placing,
): { numbers: number[]; isUnclear: boolean } {
  if (statement.days.some((day) => day.isBroad)) return { numbers: [], isUnclear: false }
  const exact = proposalsWithin(statement, proposals, placing)
  const isBare = statement.days.length > 0 && statement.days.every((day) => day.isBareWeekday)
  if (exact.length > 0 || !isBare) return { numbers: exact, isUnclear: false }
  const later = [7, 14, 21].map((shift) => moveDays(statement, shift))
  const numbers = [...new Set(later.flatMap((moved) => proposalsWithin(moved, proposals, placing)))]
  const isOtherDay = later.some((moved) => proposalsWithin({ ...moved, clocks: [] }, proposals, placing).length > 0)
  return { numbers, isUnclear: numbers.length === 0 && isOtherDay }
}

/** Hours that are refused without a day, "except the 2pm", are those of the proposals. */
function proposalsRefused(refusal: Statement, proposals: readonly NumberedProposal[], placing: Placing): number[] {
  if (refusal.clocks.length === 0 || !refusal.days.every((day) => day.isEveryDay))
    return proposalsMeant(refusal, proposals, placing).numbers
  const days = proposals.map(({ startsAt }) => everyDayAt(startsAt))
  return proposalsWithin({ ...refusal, days }, proposals, placing)
}

function moveDays(statement: Statement, shift: number): Statement {
  const move = (day: number | null) => (day === null ? null : day + shift)
  return { ...statement, days: statement.days.map((day) => ({ ...day, from: move(day.from), to: move(day.to) })) }
}

/** A proposal at half past eight is one in the morning, too. */
function widenPart(clock: ClockPick): ClockPick {
  if (!clock.isPart || clock.from === null || clock.to === null) return clock
  if (clock.to <= 720) return { ...clock, from: Math.min(clock.from, 360) }
  return clock.from >= 1_020 ? { ...clock, to: Math.max(clock.to, 1_320) } : clock
}

function proposalsWithin(statement: Statement, proposals: readonly NumberedProposal[], placing: Placing): number[] {
  const spans = placeStatement({ ...statement, clocks: statement.clocks.map(widenPart) }, placing)
  if (!spans) return []
  const hasMoment = statement.clocks.length > 0 && statement.clocks.every(isMoment)
  const meant = proposals.filter(({ startsAt, endsAt }) => {
    const from = Math.floor(startsAt.getTime() / 60_000)
    const to = Math.floor(endsAt.getTime() / 60_000)
    if (hasMoment) return spans.some((span) => span.from === from)
    return intersectSpans(spans, [{ from, to }]).some((span) => span.from === from && span.to === to)
  })
  return meant.map(({ number }) => number)
}
