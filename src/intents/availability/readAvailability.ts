import type { Interval } from '../../domain/availability.ts'
import { splitClauses } from './clauses.ts'
import { wholeDay } from './clockPicks.ts'
import { availabilityConventionsOf } from './conventions.ts'
import { isDecline } from './decline.ts'
import { findPicks } from './findPicks.ts'
import { unmarkListLines } from './listLines.ts'
import type { FoundPick } from './mark.ts'
import { markText } from './marks.ts'
import { intersectSpans, joinSpans, type MinuteSpan, subtractSpans } from './minuteSpans.ts'
import { dayNumber } from './picks.ts'
import { type Placing, placeStatement } from './placeStatement.ts'
import { spellPlainly } from './plainWords.ts'
import { matchProposals } from './proposalMatch.ts'
import type { AvailabilityContext, AvailabilityReading, Doubt } from './reading.ts'
import type { Statement, Statements } from './statementState.ts'
import { readStatements } from './statements.ts'
import { isSurprising } from './surprises.ts'
import { visibleText } from './visibleText.ts'
import { wallMinute } from './wallClock.ts'

/**
 * Reads what a mail or chat message says about its writer's availability. Pure; never throws; when the words have no one meaning the
 * answer is to ask back, not a guess. Quoted mail and signatures are left out here; mail has to be plain text.
 */
export function readAvailability(raw: string, context: AvailabilityContext): AvailabilityReading {
  const hasProposals = context.proposals.length > 0
  const text = spellPlainly(unmarkListLines(visibleText(raw), hasProposals), hasProposals)
  if (text === '') return nothing('none')
  const numbers = context.proposals.map(({ number }) => number)
  const conventions = availabilityConventionsOf(context.conventions)
  const picks = findPicks(text, context, conventions)
  const clauses = splitClauses(markText(text, picks))
  const statements = readStatements(clauses, numbers, conventions)
  const placing: Placing = {
    zone: context.zone,
    spokenZone: statements.zone,
    horizon: { from: dayNumber(context.fromOn), to: dayNumber(context.untilOn) },
    durationMinutes: context.durationMinutes,
    conventions,
  }
  if (isDecline(text) && statements.offers.length === 0) return nothing('decline')
  const reading = decide(statements, picks, context, placing)
  // Hours of another zone may fall on another day.
  const isOdd = reading.kind === 'available' && reading.zone === null && isSurprising(text, reading.windows, context)
  return isOdd ? nothing('clarify', 'unread') : reading
}

function nothing(kind: AvailabilityReading['kind'], doubt: Doubt | null = null): AvailabilityReading {
  return { kind, windows: [], busy: [], selected: [], doubt, zone: null }
}

function decide(
  statements: Statements,
  picks: readonly FoundPick[],
  context: AvailabilityContext,
  placing: Placing,
): AvailabilityReading {
  const { doubts } = statements
  if (statements.isSpoiled) return nothing('clarify', 'unread')
  const answer = matchProposals(statements, context, placing)
  if (answer.isUnclear) return nothing('clarify', 'whichProposal')
  const placed = placeOffers(answer.offers, statements.refusals, placing)
  if (placed === null) return nothing('clarify', 'unread')
  const zone = picks.find(({ pick }) => pick.zone !== null && pick.zone !== context.zone)?.pick.zone ?? null
  const windows = toIntervals(placed.offered)
  const made = (kind: AvailabilityReading['kind']): AvailabilityReading => ({
    kind,
    windows: kind === 'select' || kind === 'available' ? windows : [],
    busy: kind === 'busy' || kind === 'available' || kind === 'reject' ? toIntervals(placed.refused) : [],
    selected: kind === 'select' ? answer.selected : [],
    doubt: null,
    zone,
  })
  if (answer.selected.length > 0) return made('select')
  if (windows.length > 0) return made('available')
  if (answer.offers.length > 0) return nothing('clarify', 'nothingLeft')
  if (answer.isRejected) return made('reject')
  if (doubts.has('noDay')) return nothing('clarify', 'noDay')
  if (doubts.has('unread')) return nothing('clarify', 'unread')
  if (placed.refused.length > 0) return made('busy')
  if (answer.refused.length > 0)
    return { ...made('busy'), busy: answer.refused.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })) }
  if (statements.refusals.length > 0) return nothing('clarify', 'nothingLeft')
  if (doubts.has('notSureOffer')) return nothing('clarify', 'notSureOffer')
  return nothing('none')
}

interface Placed {
  offered: MinuteSpan[]
  refused: MinuteSpan[]
}

/**
 * Offers without what is refused. A refusal does not touch an offer that comes later and is only a part of what was refused: "next week
 * is bad, but Tuesday at 3 works". Null when a time could not be read.
 */
function placeOffers(offers: readonly Statement[], refusals: readonly Statement[], placing: Placing): Placed | null {
  const refused = refusals.map((statement) => ({
    statement,
    spans: placeStatement(statement, placing),
    taken: placeStatement(takeWholeDays(statement), placing),
  }))
  const unread = [...refused.map(({ spans }) => spans)].includes(null)
  if (unread) return null
  const kept: MinuteSpan[] = []
  for (const offer of offers) {
    let spans = placeStatement(offer, placing)
    if (spans === null) return null
    for (const { statement, taken } of refused) {
      if (taken === null) continue
      const isPart = offer.order > statement.order && statement.order >= 0 && isStrictlyInside(spans, taken)
      if (!isPart) spans = subtractSpans(spans, taken)
    }
    kept.push(...spans)
  }
  const bounds = horizonSpan(placing)
  return {
    offered: intersectSpans(joinSpans(kept), [bounds]),
    refused: intersectSpans(
      joinSpans(refused.flatMap(({ spans, statement }) => (statement.isTakenBack ? [] : (spans ?? [])))),
      [bounds],
    ),
  }
}

/** A day that is refused is refused from midnight to midnight, not only at work. */
function takeWholeDays(refusal: Statement): Statement {
  return refusal.clocks.every((clock) => clock.isAllDay) ? { ...refusal, clocks: [wholeDay] } : refusal
}

function isStrictlyInside(inner: readonly MinuteSpan[], outer: readonly MinuteSpan[]): boolean {
  return inner.length > 0 && subtractSpans(inner, outer).length === 0 && subtractSpans(outer, inner).length > 0
}

function horizonSpan({ horizon, zone }: Placing): MinuteSpan {
  return { from: wallMinute(horizon.from, 0, zone), to: wallMinute(horizon.to, 0, zone) }
}

function toIntervals(spans: readonly MinuteSpan[]): Interval[] {
  return spans.map(({ from, to }) => ({ startsAt: new Date(from * 60_000), endsAt: new Date(to * 60_000) }))
}
