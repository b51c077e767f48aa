import { isParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import { outsiderRoles, type Party } from '../domain/party.ts'
import type { Proposal } from '../domain/proposal.ts'
import type { Tx } from '../store/port.ts'
import {
  approversOf,
  liveInterviews,
  missingApprovers,
  moveRequest,
  needBundle,
  partyOf,
  type RequestBundle,
} from './bundle.ts'
import type { Cause } from './cause.ts'
import { confirmInterview } from './confirmInterview.ts'
import type { Deps } from './deps.ts'
import { cardOrder, mailOrder, owe, owePropose } from './owe.ts'
import { takeHolds } from './takeHolds.ts'

// Takes:   an approver's yes to one proposal, or the candidate's choice when the client offered times first.
// Reads:   the request, who pressed, the state of the proposal.
// Writes:  the approval; holds for everybody (database constraint); the interview when nothing is missing.
// Effects: those of confirmInterview, or the question to the approvers that are left.
// Refuses when: the proposal is no longer offered, the party may not decide, or somebody else has the time (`taken`).

export type ApproveOutcome = { kind: 'done' } | { kind: 'taken' } | { kind: 'tooLate' } | { kind: 'notAllowed' }

export interface ApproveInput {
  requestId: string
  partyId: string
  proposalId: string
}

/** The loser of a race gets `taken`; a new search then offers what is left. */
export async function approveSlot(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: ApproveInput,
): Promise<ApproveOutcome> {
  try {
    return await deps.store.inTenant(tenantId, (tx) => approve(tx, deps, cause, input))
  } catch (error) {
    if (!isParleyError(error, 'slotTaken')) throw error
    // The transaction of the refused holds is dead: what is left is offered by a new one.
    await deps.store.inTenant(tenantId, (tx) => offerWhatIsLeft(tx, deps, cause, input))
    return { kind: 'taken' }
  }
}

async function approve(tx: Tx, deps: Deps, cause: Cause, input: ApproveInput): Promise<ApproveOutcome> {
  await cause.claim?.(tx)
  const bundle = await needBundle(tx, input.requestId)
  const party = partyOf(bundle, input.partyId)
  const found = bundle.proposals.find((p) => p.id === input.proposalId)
  const proposal = found && withApprover(bundle, found, party)
  const isChoosing = bundle.request.state === 'choosing'
  if (!isChoosing && bundle.request.state !== 'approving') return { kind: 'tooLate' }
  if (proposal?.state !== 'offered') return { kind: 'tooLate' }
  if (!mayDecide(bundle, party, isChoosing)) return { kind: 'notAllowed' }
  if (proposal.startsAt <= deps.clock.now()) return { kind: 'tooLate' }

  await tx.insert('approvals', {
    id: deps.ids.next('approval'),
    requestId: bundle.request.id,
    proposalId: proposal.id,
    partyId: party.id,
    decision: isChoosing ? 'chosen' : 'approved',
    reason: null,
    createdAt: deps.clock.now(),
  })
  if (isChoosing)
    await tx.update('parties', party.id, { answer: 'answered', answeredBy: 'party', answeredAt: deps.clock.now() })
  const missing =
    isChoosing || party.role === 'recruiter' ? [] : missingApprovers(bundle, agreedTo(bundle, party, proposal))
  // While a move is only half agreed the interview that stands keeps its own reservation.
  if (missing.length === 0 || liveInterviews(bundle).length === 0) await takeHolds(tx, deps, bundle, proposal)
  for (const other of bundle.proposals)
    if (other.state === 'offered' && other.id !== proposal.id)
      await tx.update('proposals', other.id, { state: 'withdrawn' })
  if (missing.length > 0) await askRemaining(tx, deps, cause, bundle, proposal, party, missing)
  else await agree(tx, deps, cause, bundle, proposal)
  return { kind: 'done' }
}

/** Where any one of several contacts is enough, the one who says yes is the one who takes part. */
function withApprover(bundle: RequestBundle, proposal: Proposal, party: Party): Proposal {
  const slots = proposal.slots.map((slot) => {
    const seat = bundle.seats.find(
      (s) => s.sessionId === slot.sessionId && s.partyIds.length > 1 && s.partyIds.includes(party.id),
    )
    if (!seat || slot.partyIds.includes(party.id)) return slot
    return { ...slot, partyIds: slot.partyIds.map((id) => (seat.partyIds.includes(id) ? party.id : id)) }
  })
  return { ...proposal, slots }
}

/** The candidate chooses, the client's or the company's side approves; the recruiter may speak for the approvers. */
function mayDecide(bundle: RequestBundle, party: Party, isChoosing: boolean): boolean {
  if (party.role === 'recruiter') return !isChoosing
  if (isChoosing) return party.role === 'candidate'
  return approversOf(bundle).some((p) => p.id === party.id && p.answer !== 'declined')
}

function agreedTo(bundle: RequestBundle, party: Party, proposal: Proposal): ReadonlySet<Party['id']> {
  const approvals = bundle.approvals.filter((a) => a.proposalId === proposal.id && a.decision === 'approved')
  return new Set([...approvals.map((a) => a.partyId), party.id])
}

async function askRemaining(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  proposal: Proposal,
  party: Party,
  missing: readonly Party[],
): Promise<void> {
  const { request } = bundle
  const moved = await moveRequest(
    tx,
    deps,
    cause,
    request,
    'approving',
    'approvePart',
    {},
    { partyId: party.id, proposalId: proposal.id },
  )
  await owe(tx, deps, [
    ...missing
      .filter((p) => outsiderRoles.includes(p.role))
      .map((p) =>
        mailOrder(request.id, 'approval', p.id, `${proposal.id}:after:${party.id}`, {
          data: { approvedBy: party.name },
        }),
      ),
    cardOrder(deps, request.id, moved.version),
  ])
}

/** Everybody agrees: confirm, unless nobody has said yet how to join. */
async function agree(tx: Tx, deps: Deps, cause: Cause, bundle: RequestBundle, proposal: Proposal): Promise<void> {
  await tx.update('proposals', proposal.id, { state: 'approved', slots: proposal.slots })
  const agreed = { ...proposal, state: 'approved' as const }
  if (bundle.request.format !== null) {
    await confirmInterview(tx, deps, cause, bundle, agreed)
    return
  }
  const moved = await moveRequest(tx, deps, cause, bundle.request, 'agreed', 'agree', {}, { proposalId: proposal.id })
  await owe(tx, deps, [cardOrder(deps, bundle.request.id, moved.version)])
}

/** After a lost race: the request goes back one step and looks for what is left. */
async function offerWhatIsLeft(tx: Tx, deps: Deps, cause: Cause, input: ApproveInput): Promise<void> {
  await cause.claim?.(tx)
  const bundle = await needBundle(tx, input.requestId)
  if (!['choosing', 'approving'].includes(bundle.request.state)) return
  const moved = await moveRequest(
    tx,
    deps,
    cause,
    bundle.request,
    'collecting',
    'loseRace',
    {},
    { proposalId: input.proposalId },
  )
  await owe(tx, deps, [cardOrder(deps, moved.id, moved.version)])
  await owePropose(tx, deps, moved.id)
}
