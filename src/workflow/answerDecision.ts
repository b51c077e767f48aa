import type { DraftAction } from '../bot/message.ts'
import { cancelAction, nudgeAction } from '../bot/requestActions.ts'
import { formatRangeShort } from '../domain/formatTime.ts'
import type { Party } from '../domain/party.ts'
import type { Proposal } from '../domain/proposal.ts'
import { isClosed, type Request } from '../domain/request.ts'
import { isArranger } from '../domain/roles.ts'
import type { Member } from '../domain/settings.ts'
import type { Intent } from '../intents/intent.ts'
import type { ChangeWords } from '../words/replyWords.ts'
import { approversOf, needBundle, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { partiesCalled } from './enterTimes.ts'
import { meantRequest } from './meantRequest.ts'
import { say } from './owe.ts'
import { withUnread } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import { aboutRequest, type Composer, type Speech, sentence } from './speech.ts'

// Takes:   "approve option 2", "we decline": a decision on what is offered, in words.
// Reads:   the request, the offered times, and what this member may decide.
// Writes:  nothing; the press does.
// Effects: the question with the one time or the one no that was understood.
// Refuses when: this member may not decide, nothing is offered, or the number fits no time.

type Decision = Extract<Intent, { kind: 'approve' | 'decline' }>

export async function answerDecision(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member | null,
  intent: Decision,
): Promise<void> {
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const meant = await meantRequest(tx, talk, intent, {
      fits: ({ state }) => ['choosing', 'approving'].includes(state),
    })
    const draft =
      meant.kind === 'ask' ? meant.draft : decisionDraft(await needBundle(tx, meant.request.id), member, intent)
    await say(tx, deps, talk, talk.eventKey, withUnread(draft, intent))
  })
}

function decisionDraft(bundle: RequestBundle, member: Member | null, intent: Decision): Composer {
  const { title, state } = bundle.request
  if (isClosed(state)) return sentence(({ changes, board }) => changes.decision.closed(title, board.state[state]))
  const own = ownParty(bundle, member)
  if (!own) return sentence(({ changes }) => changes.decision.notYours)
  return intent.kind === 'approve' ? approveDraft(bundle, own, intent.options) : declineDraft(bundle, own, intent)
}

/** As whom this member decides: the recruiter passes on a yes that came by phone, a member of the panel says its own. */
function ownParty(bundle: RequestBundle, member: Member | null): Party | null {
  const parties = bundle.parties.filter((p) => member !== null && p.memberId === member.id)
  const attending = parties.find((p) => p.role !== 'recruiter' && p.isAttending)
  if (attending) return attending
  const recruiter = bundle.parties.find((p) => p.role === 'recruiter')
  return member && isArranger(member) ? (recruiter ?? null) : null
}

function approveDraft(bundle: RequestBundle, own: Party, options: readonly number[]): Composer {
  const { request } = bundle
  const approvers = approversOf(bundle)
  const approverNames = ({ list }: Speech) => list(approvers.map((p) => p.name))
  if (request.state === 'choosing')
    return sentence(
      ({ changes }) => changes.decision.candidateChooses(request.candidateName),
      ({ language }) => [nudgeAction(request, language)],
    )
  if (request.state !== 'approving')
    return sentence(({ changes, board }, speech) =>
      changes.decision.notOffered(aboutRequest(speech, request), board.state[request.state]),
    )
  const isOwn = approvers.some((p) => p.id === own.id && p.answer !== 'declined')
  if (!isOwn && own.role !== 'recruiter')
    return sentence(({ changes }, speech) => changes.decision.notApprover(approverNames(speech)))
  const offered = bundle.proposals.filter((p) => p.state === 'offered').slice(0, request.rules.offerCount)
  const named = options.map((number) => offered[number - 1])
  if (named.includes(undefined)) {
    const wrong = options.filter((number) => offered[number - 1] === undefined)
    return listDraft(bundle, own, offered, ({ words: { changes }, list }) =>
      changes.decision.noSuchOption(list(wrong.map(String))),
    )
  }
  const meant = named.flatMap((proposal) => proposal ?? [])
  const chosen = meant.length === 0 ? offered : meant
  const [only] = chosen
  if (!only || chosen.length > 1) return listDraft(bundle, own, chosen, ({ words }) => words.changes.decision.whichTime)
  return sentence(
    ({ changes: { decision } }, speech) => {
      const [time, about] = [formatRangeShort(only, speech.reader), aboutRequest(speech, request)]
      return isOwn ? decision.approve(time, about) : decision.approveFor(time, about, approverNames(speech))
    },
    ({ words: { changes } }) => [
      { ...approveAction(request, own, only, changes.decision.approveTime), style: 'primary' },
    ],
  )
}

function listDraft(
  bundle: RequestBundle,
  own: Party,
  offered: readonly Proposal[],
  question: (speech: Speech) => string,
): Composer {
  return sentence(
    (_, speech) => question(speech),
    ({ reader }) =>
      offered.map((proposal, index) =>
        approveAction(bundle.request, own, proposal, `${index + 1}: ${formatRangeShort(proposal, reader)}`),
      ),
  )
}

function approveAction(request: Request, own: Party, proposal: Proposal, label: string): DraftAction {
  return {
    kind: 'approve',
    data: { requestId: request.id, partyId: own.id, proposalId: proposal.id },
    label,
    style: 'normal',
  }
}

function declineDraft(
  bundle: RequestBundle,
  own: Party,
  { about, reason }: Extract<Decision, { kind: 'decline' }>,
): Composer {
  const { request } = bundle
  if (request.state === 'confirmed')
    return sentence(
      ({ changes }) => changes.decision.booked(request.candidateName),
      ({ language }) =>
        own.role === 'recruiter' ? [{ ...cancelAction(request, { reason }, language), isOpen: true }] : [],
    )
  if (own.role !== 'recruiter')
    return sentence(
      ({ changes }, speech) => changes.decision.youDecline(aboutRequest(speech, request)),
      ({ words: { changes } }) => [
        { ...declineAction(request, own, reason, changes), label: changes.decision.declineButton },
      ],
    )
  const named = about ? partiesCalled(bundle, about) : []
  const able = (named.length > 0 ? named : approversOf(bundle)).filter((p) => p.answer !== 'declined' && p.isAttending)
  const only = able.length === 1 ? able[0] : undefined
  return sentence(
    ({ changes: { decision } }, speech) =>
      only
        ? decision.oneDeclines(only.name, aboutRequest(speech, request))
        : decision.somebodyDeclines(aboutRequest(speech, request)),
    ({ words: { changes }, language }) => [
      ...able.map((p) => declineAction(request, p, reason, changes)),
      ...(only ? [] : [cancelAction(request, { reason }, language)]),
    ],
  )
}

function declineAction(request: Request, party: Party, reason: string | null, { decision }: ChangeWords): DraftAction {
  return {
    kind: 'decline',
    data: { requestId: request.id, partyId: party.id },
    label: decision.saysNo(party.name),
    submitLabel: decision.saysNo(party.name),
    style: 'danger',
    isOpen: true,
    form: [
      {
        kind: 'text',
        name: 'reason',
        label: decision.reason,
        value: reason ?? '',
        isRequired: false,
        maxLength: 500,
        isMultiline: false,
      },
    ],
  }
}
