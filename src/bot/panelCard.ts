import { formatRangeShort } from '../domain/formatTime.ts'
import type { Interview } from '../domain/interview.ts'
import type { Party } from '../domain/party.ts'
import type { DraftAction, DraftMessage, FormField, MessagePart, Tone } from './message.ts'
import { placeFact } from './placeFact.ts'
import { timesField } from './requestActions.ts'
import { approversIn, cardWords, offeredProposals, type RequestView, standingInterviews } from './requestView.ts'

interface PanelView extends RequestView {
  /** The hiring manager or interviewer who reads it. */
  party: Party
}

/** What a member of the panel sees: asked for times, asked to approve, or the interview. Null when there is nothing to say yet. */
export function composePanelCard(view: PanelView): DraftMessage | null {
  const draft = composeCard(view)
  return draft && { ...draft, privateNames: [view.request.candidateName], ...cardWords(view.party).said }
}

function composeCard(view: PanelView): DraftMessage | null {
  const { request, party } = view
  const reader = { zone: party.zone, locale: party.locale }
  const { words } = cardWords(party)
  const { fact, state } = words
  const own = words.panel
  const heading = (tone: Tone, text: string): MessagePart => ({
    kind: 'heading',
    text: `${request.candidateName} · ${request.title}`,
    status: { tone, text },
  })
  const facts: MessagePart = {
    kind: 'facts',
    facts: [
      { label: fact.job, value: request.jobTitle },
      { label: fact.length, value: words.minutes(view.sessions.reduce((sum, s) => sum + s.durationMinutes, 0)) },
      { label: fact.askedBy, value: view.recruiter.name },
    ],
  }
  const [interview] = standingInterviews(view)
  const isApprover = approversIn(view).some((p) => p.id === party.id)
  if (request.state === 'cancelled')
    return {
      parts: [
        heading('bad', state.cancelled),
        request.closedReason
          ? { kind: 'text', text: request.closedReason, isPrivate: true }
          : { kind: 'text', text: own.cancelled },
      ],
      actions: [],
    }
  if (!party.isAttending) return releasedDraft(view, heading('info', own.goesOn))
  if (request.state === 'confirmed' && interview)
    return {
      parts: [
        heading('good', state.confirmed),
        {
          kind: 'facts',
          facts: [
            { label: fact.when, value: formatRangeShort(interview, reader) },
            placeFact(fact.where, interview.format, words.place),
          ],
        },
        ...(saidYes(view, interview) ? [{ kind: 'note' as const, tone: 'good' as const, text: own.saidYes }] : []),
        { kind: 'note', tone: 'info', text: own.invitation },
      ],
      actions: bookedActions(view, interview),
    }
  if (request.state === 'approving' && isApprover)
    return approvalDraft(view, [heading('info', own.approvalNeeded), facts])
  if (request.state === 'collecting' && party.answer === 'asked')
    return {
      parts: [
        heading('info', own.timesNeeded),
        facts,
        {
          kind: 'text',
          text: own.askTimes(request.candidateName),
        },
      ],
      actions: [offerAction(view, own.tellTimes, true), declineAction(view)],
    }
  if (party.answer === 'answered' || isApprover)
    return {
      parts: [heading('info', own.underWay), facts, ...ownWindows(view), { kind: 'text', text: own.iTellYou }],
      actions: canChangeTimes(view) ? [offerAction(view, own.changeTimes, false)] : [],
    }
  return null
}

function saidYes({ party }: PanelView, { sequence }: Interview): boolean {
  return party.saidYesToSequence === sequence
}

/** From here on somebody may be late; before it nobody is. */
const lateFromHours = 2
const lateMinutes = [5, 10, 15, 20, 30, 45]

function bookedActions(view: PanelView, interview: Interview): DraftAction[] {
  const { request, party, now } = view
  if (now >= interview.endsAt || !interview.partyIds.includes(party.id)) return []
  const { words } = cardWords(party)
  const own = words.panel
  const data = { requestId: request.id, partyId: party.id }
  const isNear = now.getTime() >= interview.startsAt.getTime() - lateFromHours * 3_600_000
  return [
    ...(saidYes(view, interview) || isNear
      ? []
      : [{ kind: 'confirmHold', data, label: own.willBeThere, style: 'primary' as const }]),
    ...(isNear
      ? [
          {
            kind: 'runningLate',
            data,
            label: own.runningLate,
            submitLabel: own.tellThem,
            style: 'primary' as const,
            form: [
              {
                kind: 'choice' as const,
                name: 'minutes',
                label: own.howLate,
                value: '10',
                isRequired: true,
                options: lateMinutes.map((minutes) => ({ value: String(minutes), label: words.minutes(minutes) })),
              },
              reasonField(own.anythingToAdd, own.lateHint(view.recruiter.name)),
            ],
          },
        ]
      : []),
    {
      kind: 'findSubstitute',
      data,
      label: own.cannotCome,
      submitLabel: own.findSomebody,
      style: 'danger',
      form: [reasonField(words.action.reason, own.cannotComeHint(view.recruiter.name))],
    },
  ]
}

function reasonField(label: string, hint: string): FormField {
  return { kind: 'text', name: 'reason', label, value: '', isRequired: false, maxLength: 500, isMultiline: false, hint }
}

/** The hiring manager lets a colleague decide instead. */
function delegateAction(view: PanelView): DraftAction {
  const own = cardWords(view.party).words.panel
  return {
    kind: 'delegate',
    data: { requestId: view.request.id, partyId: view.party.id },
    label: own.delegate,
    submitLabel: own.passOn,
    style: 'normal',
    form: [
      {
        kind: 'text',
        name: 'name',
        label: own.whoDecides,
        value: '',
        isRequired: true,
        maxLength: 120,
        isMultiline: false,
        hint: own.whoDecidesHint,
      },
    ],
  }
}

function releasedDraft({ recruiter, party }: PanelView, heading: MessagePart): DraftMessage {
  const text = cardWords(party).words.panel.goesOnText(recruiter.name)
  return { parts: [heading, { kind: 'text', text }], actions: [] }
}

function canChangeTimes(view: PanelView): boolean {
  return view.party.answer === 'answered' && ['collecting', 'noOverlap'].includes(view.request.state)
}

function ownWindows(view: PanelView): MessagePart[] {
  const reader = { zone: view.party.zone, locale: view.party.locale }
  const own = view.windows.filter((w) => w.partyId === view.party.id)
  return own.length === 0 ? [] : [{ kind: 'slots', slots: own.map((w) => ({ label: formatRangeShort(w, reader) })) }]
}

function approvalDraft(view: PanelView, parts: MessagePart[]): DraftMessage {
  const reader = { zone: view.party.zone, locale: view.party.locale }
  const words = cardWords(view.party).words.panel
  const offered = offeredProposals(view)
  const shown = offered.slice(0, view.request.rules.offerCount)
  const unknown = view.parties.filter((p) => shown.some((o) => o.unknownPartyIds.includes(p.id)))
  return {
    parts: [
      ...parts,
      { kind: 'text', text: words.approveWhich(view.request.candidateName) },
      ...unknown.map((p) => ({
        kind: 'note' as const,
        tone: 'warning' as const,
        text: words.calendarUnknown(p.name),
      })),
    ],
    actions: [
      ...shown.map(
        (proposal): DraftAction => ({
          kind: 'approve',
          data: { requestId: view.request.id, partyId: view.party.id, proposalId: proposal.id },
          label: words.approve(formatRangeShort(proposal, reader)),
          shortLabel: words.approveShort,
          style: 'primary',
        }),
      ),
      offerAction(view, words.suggestTimes, false),
      ...(view.party.role === 'hiringManager' ? [delegateAction(view)] : []),
      declineAction(view),
    ],
  }
}

function offerAction(view: PanelView, label: string, isOpen: boolean): DraftAction {
  const { words } = cardWords(view.party)
  return {
    kind: 'offerTimes',
    data: { requestId: view.request.id, partyId: view.party.id },
    label,
    submitLabel: words.panel.sendTimes,
    style: isOpen ? 'primary' : 'normal',
    isOpen,
    form: [timesField(words.panel.yourTimes, words.action.timesHint)],
  }
}

function declineAction(view: PanelView): DraftAction {
  const { words } = cardWords(view.party)
  return {
    kind: 'decline',
    data: { requestId: view.request.id, partyId: view.party.id },
    label: words.panel.decline,
    submitLabel: words.panel.declineSubmit,
    style: 'danger',
    form: [reasonField(words.action.reason, words.panel.declineHint)],
  }
}
