import { askAgainActions } from '../bot/requestActions.ts'
import type { BusyAnswer, Interval } from '../domain/availability.ts'
import { isParleyError } from '../domain/errors.ts'
import type { MemberId, TenantId } from '../domain/ids.ts'
import { outsiderRoles, type Party } from '../domain/party.ts'
import type { RequestState } from '../domain/request.ts'
import type { SolvedProposal, SolverAnswer, SolverPerson, SolverProblem } from '../solver/problem.ts'
import { solve } from '../solver/solve.ts'
import type { Tx } from '../store/port.ts'
import {
  approversOf,
  candidateOf,
  isWaitingForAnswers,
  loadBundle,
  moveRequest,
  type RequestBundle,
  windowsOf,
} from './bundle.ts'
import { type Cause, parleyCause } from './cause.ts'
import type { Deps } from './deps.ts'
import { cardOrder, mailOrder, owe, say } from './owe.ts'
import { expectAnswer } from './planReminder.ts'

// Takes:   a request in which somebody has answered.
// Reads:   windows, members' calendars, everybody's holds.
// Writes:  proposals and the next state: choosing, approving, or noOverlap with the reasons.
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
  const read = await deps.store.inTenant(tenantId, async (tx) => {
    const bundle = await loadBundle(tx, requestId)
    if (!bundle || !canPropose(bundle)) return null
    return { bundle, busy: await readHolds(tx, bundle) }
  })
  if (!read) return deps.store.inTenant(tenantId, async (tx) => cause.claim?.(tx))
  const problem = await buildProblem(deps, tenantId, read.bundle, read.busy)
  const answer = solve(problem)
  await deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    if (answer.kind === 'found') await offer(tx, deps, cause, read.bundle, answer.proposals)
    else await tellNothingFits(tx, deps, cause, read.bundle, answer)
  })
}

function canPropose(bundle: RequestBundle): boolean {
  return ['collecting', 'noOverlap'].includes(bundle.request.state) && !isWaitingForAnswers(bundle)
}

/** Other requests' reservations of the same people, by personKey, gaps taken off again (the solver adds them). */
async function readHolds(tx: Tx, bundle: RequestBundle): Promise<ReadonlyMap<string, readonly Interval[]>> {
  const keys = bundle.parties.filter((p) => p.isAttending).map((p) => p.personKey)
  const holds = await tx.find('holds', { where: { personKey: { in: keys }, state: { in: ['held', 'confirmed'] } } })
  const gapMs = bundle.request.rules.gapMinutes * 60_000
  const busy = new Map<string, Interval[]>()
  for (const hold of holds) {
    if (hold.requestId === bundle.request.id) continue
    const endsAt = new Date(Math.max(hold.startsAt.getTime() + 60_000, hold.endsAt.getTime() - gapMs))
    busy.set(hold.personKey, [...(busy.get(hold.personKey) ?? []), { startsAt: hold.startsAt, endsAt }])
  }
  return busy
}

export async function buildProblem(
  deps: Deps,
  tenantId: TenantId,
  bundle: RequestBundle,
  held: ReadonlyMap<string, readonly Interval[]>,
): Promise<SolverProblem> {
  const { request } = bundle
  const attending = bundle.parties.filter((p) => p.isAttending)
  const members = attending.flatMap((p) => (p.memberId ? [p.memberId] : []))
  const range: Interval = {
    startsAt: new Date(`${request.rules.fromOn}T00:00:00Z`),
    endsAt: new Date(new Date(`${request.rules.toOn}T00:00:00Z`).getTime() + 2 * 86_400_000),
  }
  const calendars: ReadonlyMap<MemberId, BusyAnswer> =
    members.length > 0 ? await deps.calendar.readBusy(tenantId, members, range) : new Map()
  return {
    now: deps.clock.now(),
    sessions: bundle.sessions.map((session) => ({
      id: session.id,
      title: session.title,
      durationMinutes: session.durationMinutes,
      seats: bundle.seats
        .filter((seat) => seat.sessionId === session.id)
        .map((seat) => ({ partyIds: offeredSeat(bundle, seat.partyIds), isRequired: seat.isRequired })),
    })),
    people: attending.map((party) => personOf(bundle, party, calendars, held.get(party.personKey) ?? [])),
    rules: { ...request.rules, zone: bundle.recruiter.zone, offerCount: request.rules.offerCount + furtherCount },
  }
}

/** Of several who may fill a seat, those who have answered when anybody has: nobody is placed on a guess. */
function offeredSeat(bundle: RequestBundle, partyIds: readonly Party['id'][]): readonly Party['id'][] {
  if (partyIds.length < 2) return partyIds
  const withAnswer = (answer: Party['answer']) =>
    partyIds.filter((id) => bundle.parties.find((p) => p.id === id)?.answer === answer)
  const answered = withAnswer('answered')
  const declined = withAnswer('declined')
  return answered.length > 0 ? answered : partyIds.filter((id) => !declined.includes(id))
}

function personOf(
  bundle: RequestBundle,
  party: Party,
  calendars: ReadonlyMap<MemberId, BusyAnswer>,
  held: readonly Interval[],
): SolverPerson {
  const windows = windowsOf(bundle, party.id)
  const calendar = party.memberId ? calendars.get(party.memberId) : undefined
  const busy = calendar?.kind === 'busy' ? calendar.times : []
  const isUnknown = party.memberId !== null && windows.length === 0 && calendar?.kind !== 'busy'
  return {
    id: party.id,
    name: party.name,
    zone: party.zone,
    windows: windows.length > 0 ? windows : null,
    busy: [...held, ...busy],
    unknownReason: isUnknown
      ? calendar?.kind === 'unknown'
        ? calendar.reason
        : `no calendar of ${party.name} is known`
      : null,
  }
}

async function offer(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  solved: readonly SolvedProposal[],
): Promise<void> {
  const { request } = bundle
  for (const old of bundle.proposals)
    if (old.state === 'offered') await tx.update('proposals', old.id, { state: 'withdrawn' })
  for (const [index, proposal] of solved.entries()) {
    const first = proposal.slots[0]
    const last = proposal.slots.at(-1)
    if (!first || !last) continue
    await tx.insert('proposals', {
      id: deps.ids.next('proposal'),
      requestId: request.id,
      askRound: request.askRound,
      rank: index + 1,
      state: 'offered',
      slots: proposal.slots.map((s) => ({
        sessionId: s.sessionId,
        startsAt: s.startsAt.toISOString(),
        endsAt: s.endsAt.toISOString(),
        partyIds: s.partyIds,
      })),
      startsAt: first.startsAt,
      endsAt: last.endsAt,
      reasons: proposal.reasons,
      unknownPartyIds: proposal.unknownPartyIds,
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
    { proposalCount: solved.length },
  )
  const occasion = deps.ids.next('offer')
  const candidate = candidateOf(bundle)
  const approvers = approversOf(bundle).filter((p) => outsiderRoles.includes(p.role))
  const deciders =
    toState === 'choosing'
      ? [candidate]
      : approvers.filter((p) => request.quorum === 'all' || (p.answer !== 'asked' && p.answer !== 'declined'))
  for (const party of deciders) await expectAnswer(tx, deps, request, party)
  const template = toState === 'choosing' ? 'choice' : 'approval'
  await owe(tx, deps, [
    ...deciders.map((p) => mailOrder(request.id, template, p.id, occasion)),
    ...(toState === 'approving' ? [mailOrder(request.id, 'waiting', candidate.id, occasion)] : []),
    cardOrder(deps, request.id, moved.version),
  ])
}

async function tellNothingFits(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  answer: Extract<SolverAnswer, { kind: 'none' }>,
): Promise<void> {
  // The first is the smallest conflict as one sentence; the counts behind it are for the solver's own tests.
  const reasons = answer.reasons.slice(0, 1).map((r) => r.sentence)
  const moved = await moveRequest(tx, deps, cause, bundle.request, 'noOverlap', 'findNoSlot', { stuckReasons: reasons })
  await owe(tx, deps, [cardOrder(deps, bundle.request.id, moved.version)])
  const target = {
    threadId: bundle.request.threadId,
    memberId: bundle.request.recruiterId,
    requestId: bundle.request.id,
  }
  await say(tx, deps, target, `${bundle.request.id}:noOverlap:${moved.version}`, {
    parts: [
      {
        kind: 'note',
        tone: 'warning',
        text: `No common time for ${bundle.request.candidateName}, ${bundle.request.title}.`,
      },
      { kind: 'list', items: reasons.map((text) => ({ text })) },
    ],
    actions: askAgainActions(bundle.request, bundle.parties),
  })
}
