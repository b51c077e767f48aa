import type { DraftAction, DraftMessage, MessagePart } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import { cancelAction, nudgeAction } from '../bot/requestActions.ts'
import { formatRangeShort, type Reader } from '../domain/formatTime.ts'
import { joinNames } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { Proposal } from '../domain/proposal.ts'
import { isClosed, type Request, stateWords } from '../domain/request.ts'
import { isArranger } from '../domain/roles.ts'
import type { Member } from '../domain/settings.ts'
import type { Intent } from '../intents/intent.ts'
import { approversOf, needBundle, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { partiesCalled } from './enterTimes.ts'
import { meantRequest } from './meantRequest.ts'
import { say } from './owe.ts'
import { unreadParts } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'

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
    await say(tx, deps, talk, talk.eventKey, { ...draft, parts: [...draft.parts, ...unreadParts(intent)] })
  })
}

function decisionDraft(bundle: RequestBundle, member: Member | null, intent: Decision): DraftMessage {
  if (isClosed(bundle.request.state))
    return textDraft(`${bundle.request.title} is ${stateWords[bundle.request.state]}, so there is nothing to decide.`)
  const own = ownParty(bundle, member)
  if (!own) return textDraft('You take no part in this request, so you cannot decide on it. Nothing was done.')
  const reader = { zone: member?.zone ?? own.zone, locale: member?.locale ?? own.locale }
  return intent.kind === 'approve'
    ? approveDraft(bundle, own, intent.options, reader)
    : declineDraft(bundle, own, intent)
}

/** As whom this member decides: the recruiter passes on a yes that came by phone, a member of the panel says its own. */
function ownParty(bundle: RequestBundle, member: Member | null): Party | null {
  const parties = bundle.parties.filter((p) => member !== null && p.memberId === member.id)
  const attending = parties.find((p) => p.role !== 'recruiter' && p.isAttending)
  if (attending) return attending
  const recruiter = bundle.parties.find((p) => p.role === 'recruiter')
  return member && isArranger(member) ? (recruiter ?? null) : null
}

function approveDraft(bundle: RequestBundle, own: Party, options: readonly number[], reader: Reader): DraftMessage {
  const { request } = bundle
  const approvers = joinNames(approversOf(bundle).map((p) => p.name))
  if (request.state === 'choosing')
    return textDraft(`${request.candidateName} chooses among the times; nobody else can do that.`, [
      nudgeAction(request),
    ])
  if (request.state !== 'approving')
    return textDraft(
      `No times of ${request.title} with ${request.candidateName} are offered for approval: it is ${stateWords[request.state]}.`,
    )
  const isOwn = approversOf(bundle).some((p) => p.id === own.id && p.answer !== 'declined')
  if (!isOwn && own.role !== 'recruiter')
    return textDraft(`${approvers} approves this request, so you cannot. Nothing was done.`)
  const offered = bundle.proposals.filter((p) => p.state === 'offered').slice(0, request.rules.offerCount)
  const named = options.map((number) => offered[number - 1])
  if (named.includes(undefined)) {
    const wrong = options.filter((number) => offered[number - 1] === undefined)
    return listDraft(bundle, own, offered, reader, `There is no option ${joinNames(wrong.map(String))}.`)
  }
  const meant = named.flatMap((proposal) => proposal ?? [])
  const chosen = meant.length === 0 ? offered : meant
  const [only] = chosen
  if (!only || chosen.length > 1) return listDraft(bundle, own, chosen, reader, 'Which time?')
  const whose = isOwn ? '' : `, as the yes of ${approvers}`
  return textDraft(
    `I understood: approve ${formatRangeShort(only, reader)} for ${request.title} with ${request.candidateName}${whose}. Shall I?`,
    [{ ...approveAction(request, own, only), label: 'Approve this time', style: 'primary' }],
  )
}

function listDraft(
  bundle: RequestBundle,
  own: Party,
  offered: readonly Proposal[],
  reader: Reader,
  question: string,
): DraftMessage {
  const parts: MessagePart[] = [{ kind: 'text', text: `${question} These are offered:` }]
  return {
    parts,
    actions: offered.map((proposal, index) => ({
      ...approveAction(bundle.request, own, proposal),
      label: `${index + 1}: ${formatRangeShort(proposal, reader)}`,
    })),
  }
}

function approveAction(request: Request, own: Party, proposal: Proposal): DraftAction {
  return {
    kind: 'approve',
    data: { requestId: request.id, partyId: own.id, proposalId: proposal.id },
    label: 'Approve',
    style: 'normal',
  }
}

function declineDraft(
  bundle: RequestBundle,
  own: Party,
  { about, reason }: Extract<Decision, { kind: 'decline' }>,
): DraftMessage {
  const { request } = bundle
  if (request.state === 'confirmed')
    return textDraft(
      `The interview of ${request.candidateName} is booked, so it cannot be declined any more, only cancelled.`,
      own.role === 'recruiter' ? [{ ...cancelAction(request, { reason }), isOpen: true }] : [],
    )
  if (own.role !== 'recruiter')
    return textDraft(`I understood: you decline ${request.title} with ${request.candidateName}. Shall I?`, [
      { ...declineAction(request, own, reason), label: 'Decline the interview' },
    ])
  const named = about ? partiesCalled(bundle, about) : []
  const able = (named.length > 0 ? named : approversOf(bundle)).filter((p) => p.answer !== 'declined' && p.isAttending)
  const [only] = able
  const who = able.length === 1 && only ? `${only.name} declines` : 'somebody declines'
  return textDraft(
    `I understood: ${who} ${request.title} with ${request.candidateName}. It then waits for you, and whoever was asked is told only when you close it. Shall I?`,
    [
      ...able.map((p) => declineAction(request, p, reason)),
      ...(able.length === 1 ? [] : [cancelAction(request, { reason })]),
    ],
  )
}

function declineAction(request: Request, party: Party, reason: string | null): DraftAction {
  return {
    kind: 'decline',
    data: { requestId: request.id, partyId: party.id },
    label: `${party.name} says no`,
    submitLabel: `${party.name} says no`,
    style: 'danger',
    isOpen: true,
    form: [
      {
        kind: 'text',
        name: 'reason',
        label: 'Reason',
        value: reason ?? '',
        isRequired: false,
        maxLength: 500,
        isMultiline: false,
      },
    ],
  }
}
