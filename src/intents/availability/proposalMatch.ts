import { isMoment } from './clockPicks.ts'
import { intersectSpans } from './minuteSpans.ts'
import { placeStatement, type Placing } from './placeStatement.ts'
import type { AvailabilityContext, NumberedProposal } from './reading.ts'
import type { Statement, Statements } from './statements.ts'

/** What a message says of numbered proposals. `offers`: the times that are none of them. */
export interface ProposalAnswer {
  selected: number[]
  offers: readonly Statement[]
  isRejected: boolean
  /** A yes or a time that fits several of them. */
  isUnclear: boolean
}

/** Finds the proposals that are meant by number, day or time: "2 works", "the Thursday one", "2:30 on Thursday is fine". */
export function matchProposals(statements: Statements, context: AvailabilityContext, placing: Placing): ProposalAnswer {
  const { proposals } = context
  const none: ProposalAnswer = { selected: [], offers: statements.offers, isRejected: false, isUnclear: false }
  if (proposals.length === 0) return none
  const selected = new Set(statements.chosen)
  const offers: Statement[] = []
  for (const offer of statements.offers) {
    const meant = proposalsMeant(offer, proposals, placing)
    for (const number of meant) selected.add(number)
    if (meant.length === 0) offers.push(offer)
  }
  const refused = new Set(statements.refused)
  for (const refusal of statements.refusals) for (const number of proposalsMeant(refusal, proposals, placing)) refused.add(number)
  for (const number of statements.refused) selected.delete(number)
  if (selected.size === 0 && offers.length === 0 && statements.hasPlainYes && !statements.hasPlainNo && refused.size === 0) {
    const [only] = proposals
    if (proposals.length === 1 && only) return { ...none, selected: [only.number] }
    return { ...none, isUnclear: true }
  }
  const isAllRefused = proposals.every(({ number }) => refused.has(number))
  return {
    selected: [...selected].sort((a, b) => a - b),
    offers,
    isRejected: isAllRefused || (statements.hasPlainNo && selected.size === 0),
    isUnclear: false,
  }
}

/**
 * The proposals a time points at: those that begin at that moment, or lie within the stretch if it is of single days. A week that holds
 * some of them offers more than them. A bare weekday is that of a proposal, even when an earlier one is nearer.
 */
function proposalsMeant(statement: Statement, proposals: readonly NumberedProposal[], placing: Placing): number[] {
  if (statement.days.some((day) => day.isBroad)) return []
  const exact = proposalsWithin(statement, proposals, placing)
  if (exact.length > 0) return exact
  const isBare = statement.days.length > 0 && statement.days.every((day) => day.isBareWeekday)
  if (!isBare) return []
  const weeks = [7, 14, 21].flatMap((shift) => proposalsWithin(moveDays(statement, shift), proposals, placing))
  return [...new Set(weeks)]
}

function moveDays(statement: Statement, shift: number): Statement {
  const move = (day: number | null) => (day === null ? null : day + shift)
  return { ...statement, days: statement.days.map((day) => ({ ...day, from: move(day.from), to: move(day.to) })) }
}

function proposalsWithin(statement: Statement, proposals: readonly NumberedProposal[], placing: Placing): number[] {
  const spans = placeStatement(statement, placing)
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
