import { allowedWords } from '../bot/allowedWords.ts'
import { remedyActions } from '../bot/remedyActions.ts'
import type { BusyAnswer } from '../domain/availability.ts'
import { isParleyError } from '../domain/errors.ts'
import type { MemberId, PartyId, SessionId, TenantId } from '../domain/ids.ts'
import { outsiderRoles } from '../domain/party.ts'
import type { Slot } from '../domain/proposal.ts'
import { goodForEveryone } from '../domain/proposal.ts'
import type { RequestState } from '../domain/request.ts'
import type { SolverProblem, TermKind } from '../solver/problem.ts'
import { type RankedPlan, rankPlans } from '../solver/rank.ts'
import type { Tx } from '../store/port.ts'
import { buildProblem, horizonOf, readHolds } from './buildProblem.ts'
import { approversOf, candidateOf, isWaitingForAnswers, loadBundle, moveRequest, type RequestBundle } from './bundle.ts'
import { type Cause, parleyCause } from './cause.ts'
import type { Deps } from './deps.ts'
import { findWaysOut, type WaysOut } from './findWaysOut.ts'
import { cardOrder, mailOrder, owe, say } from './owe.ts'
import { expectAnswer } from './planReminder.ts'
import { type Speech, speechIn } from './speech.ts'

// Takes:   a request in which somebody has answered.
// Reads:   windows, members' calendars, everybody's holds; when nothing fits, who else of a side could take a seat.
// Writes:  proposals and the next state: choosing, approving, or noOverlap with the reason and what would help.
// Effects: choice or approval mails, "waiting" to the candidate, the card, a line in the thread when nothing fits.
// Refuses when: answers are missing (nothing happens), or somebody changed the request meanwhile (it is read again).

/** Proposals kept besides the offered ones, for "more times". */
const furtherCount = 9

/** Runs until what it read is what it decides on; gives up after five changes in a row, the event stays due. */
export async function proposeSlots(
  deps: Deps,
  tenantId: TenantId,
  requestId: string,
  cause: Cause = parleyCause,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await proposeOnce(deps, tenantId, requestId, cause)
    } catch (error) {
      if (!isParleyError(error, 'stale') || attempt === 5) throw error
    }
  }
}

async function proposeOnce(deps: Deps, tenantId: TenantId, requestId: string, cause: Cause): Promise<void> {
  const now = deps.clock.now()
  const read = await deps.store.inTenant(tenantId, async (tx) => {
    const bundle = await loadBundle(tx, requestId)
    if (!bundle || !canPropose(bundle)) return null
    const keys = bundle.parties.filter((p) => p.isAttending).map((p) => p.personKey)
    return { bundle, holds: await readHolds(tx, bundle, keys, now) }
  })
  if (!read) return deps.store.inTenant(tenantId, async (tx) => cause.claim?.(tx))
  const { bundle, holds } = read
  const calendars = await readCalendars(deps, tenantId, bundle)
  const facts = { now, holds, calendars }
  const problem = buildProblem(bundle, facts)
  const count = bundle.request.rules.offerCount + furtherCount
  const plans = rankPlans(problem, { count, isSpread: true })
  const waysOut = plans.length === 0 ? await findWaysOut(deps, tenantId, bundle, problem, facts) : null
  await deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    if (waysOut) await tellNothingFits(tx, deps, cause, bundle, waysOut)
    else await offer(tx, deps, cause, bundle, problem, plans)
  })
}

function canPropose(bundle: RequestBundle): boolean {
  return ['collecting', 'noOverlap'].includes(bundle.request.state) && !isWaitingForAnswers(bundle)
}

/** What calendars say of the members who take part, over the days of the request. */
export async function readCalendars(
  deps: Deps,
  tenantId: TenantId,
  bundle: RequestBundle,
): Promise<ReadonlyMap<MemberId, BusyAnswer>> {
  const members = bundle.parties.flatMap((p) => (p.isAttending && p.memberId ? [p.memberId] : []))
  return members.length > 0 ? deps.calendar.readBusy(tenantId, members, horizonOf(bundle)) : new Map()
}

/** The candidate is in every session; the solver names the others by their seats. */
function slotsOf(bundle: RequestBundle, { plan }: RankedPlan): Slot[] {
  const { id } = candidateOf(bundle)
  return plan.placements.map((placement) => ({
    sessionId: placement.sessionId as SessionId,
    startsAt: placement.startsAt.toISOString(),
    endsAt: placement.endsAt.toISOString(),
    partyIds: [id, ...placement.seats.flatMap((seat) => seat.personIds as PartyId[])],
  }))
}

/** What a person wants to know of a time before agreeing to it; how soon it is and who had many interviews only decides the rank. */
const toldTerms: readonly TermKind[] = [
  'candidateOutsidePreferred',
  'outsidePreferred',
  'bookedOver',
  'alternate',
  'optionalSeatEmpty',
  'idle',
]

function reasonsOf(problem: SolverProblem, { terms, unconfirmedIds }: RankedPlan): string[] {
  // One line per person: a guest is shown only those that name nobody else.
  const unconfirmed = problem.people
    .filter(({ id }) => unconfirmedIds.includes(id))
    .map(({ name, unknownReason }) => `not confirmed for ${name}: ${unknownReason}`)
  const told = toldTerms.flatMap((kind) => terms.find((term) => term.kind === kind)?.words ?? [])
  const reasons = [...unconfirmed, ...told]
  return reasons.length > 0 ? reasons : [goodForEveryone]
}

async function offer(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  problem: SolverProblem,
  plans: readonly RankedPlan[],
): Promise<void> {
  const { request } = bundle
  for (const old of bundle.proposals)
    if (old.state === 'offered') await tx.update('proposals', old.id, { state: 'withdrawn' })
  for (const [index, ranked] of plans.entries()) {
    const { placements } = ranked.plan
    const [first, last] = [placements[0], placements.at(-1)]
    if (!first || !last) continue
    await tx.insert('proposals', {
      id: deps.ids.next('proposal'),
      requestId: request.id,
      askRound: request.askRound,
      rank: index + 1,
      state: 'offered',
      slots: slotsOf(bundle, ranked),
      startsAt: first.startsAt,
      endsAt: last.endsAt,
      reasons: reasonsOf(problem, ranked),
      unknownPartyIds: ranked.unconfirmedIds as PartyId[],
      createdAt: deps.clock.now(),
    })
  }
  const toState: RequestState =
    request.order === 'clientFirst' && candidateOf(bundle).answer !== 'answered' ? 'choosing' : 'approving'
  const moved = await moveRequest(
    tx,
    deps,
    cause,
    request,
    toState,
    'propose',
    { stuckReasons: [] },
    { proposalCount: plans.length },
  )
  const occasion = deps.ids.next('offer')
  const candidate = candidateOf(bundle)
  const approvers = approversOf(bundle).filter((p) => outsiderRoles.includes(p.role))
  const deciders =
    toState === 'choosing' ? [candidate] : approvers.filter((p) => p.answer !== 'asked' && p.answer !== 'declined')
  for (const party of deciders) await expectAnswer(tx, deps, request, party)
  const template = toState === 'choosing' ? 'choice' : 'approval'
  await owe(tx, deps, [
    ...deciders.map((p) => mailOrder(request.id, template, p.id, occasion)),
    ...(toState === 'approving' ? [mailOrder(request.id, 'waiting', candidate.id, occasion)] : []),
    cardOrder(deps, request.id, moved.version),
  ])
}

/** What somebody restricted the request to is a reason that no remedy takes away. */
function restrictedWords({ request }: RequestBundle, { words, reader, language }: Speech): string[] {
  const { allowed } = request.rules
  return allowed ? [words.news.onlyAllowed(allowedWords(allowed, reader, language))] : []
}

async function tellNothingFits(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  { reasonFor, remedies }: WaysOut,
): Promise<void> {
  const { threadId, recruiterId: memberId, id: requestId } = bundle.request
  const target = { threadId, memberId, requestId }
  // The card keeps them in the words of whoever reads it.
  const speech = await speechIn(tx, target)
  const reasons = [reasonFor(speech.reader), ...restrictedWords(bundle, speech)]
  const moved = await moveRequest(
    tx,
    deps,
    cause,
    bundle.request,
    'noOverlap',
    'findNoSlot',
    { stuckReasons: reasons, remedies },
    { remedies: remedies.map((remedy) => remedy.change.kind) },
  )
  await owe(tx, deps, [cardOrder(deps, moved.id, moved.version)])
  await say(tx, deps, target, `${moved.id}:noOverlap:${moved.version}`, ({ words, reader, language }) => ({
    parts: [
      { kind: 'note', tone: 'warning', text: words.news.noCommonTime(moved.candidateName, moved.title) },
      { kind: 'list', items: reasons.map((text) => ({ text })) },
    ],
    actions: remedyActions({ ...bundle, request: moved }, reader, language),
  }))
}
