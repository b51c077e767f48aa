import type { Party } from '../domain/party.ts'
import type { Proposal } from '../domain/proposal.ts'
import { approversOf, candidateOf, type RequestBundle } from './bundle.ts'
import type { GuestProposal } from './guestPage.ts'

/** The proposals a party decides on: the offered ones first, further ones for "more times". */
export function shownProposals(
  bundle: RequestBundle,
  party: Party,
): { offered: GuestProposal[]; more: GuestProposal[] } {
  const open = bundle.proposals.filter((p) => p.state === 'offered')
  const shown = open.map((p) => asGuestProposal(bundle, party, p))
  const count = bundle.request.rules.offerCount
  return { offered: shown.slice(0, count), more: shown.slice(count) }
}

function asGuestProposal(bundle: RequestBundle, party: Party, proposal: Proposal): GuestProposal {
  const other = party.role === 'candidate' ? approversOf(bundle)[0] : candidateOf(bundle)
  return {
    id: proposal.id,
    startsAt: proposal.startsAt,
    endsAt: proposal.endsAt,
    // Collection is blind: a reason that names somebody else would tell what that person offered.
    reasons: proposal.reasons.filter((reason) => !namesAnother(bundle, party, reason)),
    otherZone: other && other.zone !== party.zone ? other.zone : null,
  }
}

function namesAnother(bundle: RequestBundle, party: Party, reason: string): boolean {
  const others = bundle.parties
    .filter((p) => p.id !== party.id)
    .flatMap((p) => [p.name, p.name.split(' ')[0] ?? p.name])
  const companies = bundle.request.clientName && party.role !== 'client' ? [bundle.request.clientName] : []
  return [...others, ...companies].some((name) => reason.includes(name))
}
