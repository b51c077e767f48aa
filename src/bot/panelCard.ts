import { formatRangeShort } from '../domain/formatTime.ts'
import type { Interview } from '../domain/interview.ts'
import type { Party } from '../domain/party.ts'
import type { DraftAction, DraftMessage, FormField, MessagePart, Tone } from './message.ts'
import { placeFact } from './placeFact.ts'
import { timesField } from './requestActions.ts'
import { approversIn, offeredProposals, type RequestView, standingInterviews } from './requestView.ts'

interface PanelView extends RequestView {
  /** The hiring manager or interviewer who reads it. */
  party: Party
}

/** What a member of the panel sees: asked for times, asked to approve, or the interview. Null when there is nothing to say yet. */
export function composePanelCard(view: PanelView): DraftMessage | null {
  const draft = composeCard(view)
  return draft && { ...draft, privateNames: [view.request.candidateName] }
}

function composeCard(view: PanelView): DraftMessage | null {
  const { request, party } = view
  const reader = { zone: party.zone, locale: party.locale }
  const heading = (tone: Tone, text: string): MessagePart => ({
    kind: 'heading',
    text: `${request.candidateName} · ${request.title}`,
    status: { tone, text },
  })
  const facts: MessagePart = {
    kind: 'facts',
    facts: [
      { label: 'Job', value: request.jobTitle },
      { label: 'Length', value: `${view.sessions.reduce((sum, s) => sum + s.durationMinutes, 0)} minutes` },
      { label: 'Asked by', value: view.recruiter.name },
    ],
  }
  const [interview] = standingInterviews(view)
  const isApprover = approversIn(view).some((p) => p.id === party.id)
  if (request.state === 'cancelled')
    return {
      parts: [
        heading('bad', 'Cancelled'),
        request.closedReason
          ? { kind: 'text', text: request.closedReason, isPrivate: true }
          : { kind: 'text', text: 'This request was cancelled.' },
      ],
      actions: [],
    }
  if (!party.isAttending) return releasedDraft(view, heading('info', 'Goes on without you'))
  if (request.state === 'confirmed' && interview)
    return {
      parts: [
        heading('good', 'Booked'),
        {
          kind: 'facts',
          facts: [{ label: 'When', value: formatRangeShort(interview, reader) }, placeFact('Where', interview.format)],
        },
        ...(saidYes(view, interview) ? [{ kind: 'note' as const, tone: 'good' as const, text: 'You said yes.' }] : []),
        { kind: 'note', tone: 'info', text: 'The invitation is in your mail.' },
      ],
      actions: bookedActions(view, interview),
    }
  if (request.state === 'approving' && isApprover)
    return approvalDraft(view, [heading('info', 'Your approval is needed'), facts])
  if (request.state === 'collecting' && party.answer === 'asked')
    return {
      parts: [
        heading('info', 'Your times are needed'),
        facts,
        {
          kind: 'text',
          text: `I cannot read your calendar, so I do not know when you are free. Which times suit you for meeting ${request.candidateName}?`,
        },
      ],
      actions: [offerAction(view, 'Tell me your times', true), declineAction(view)],
    }
  if (party.answer === 'answered' || isApprover)
    return {
      parts: [
        heading('info', 'Under way'),
        facts,
        ...ownWindows(view),
        { kind: 'text', text: 'I tell you here when there is something to decide.' },
      ],
      actions: canChangeTimes(view) ? [offerAction(view, 'Change my times', false)] : [],
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
  const data = { requestId: request.id, partyId: party.id }
  const isNear = now.getTime() >= interview.startsAt.getTime() - lateFromHours * 3_600_000
  return [
    ...(saidYes(view, interview) || isNear
      ? []
      : [{ kind: 'confirmHold', data, label: 'I will be there', style: 'primary' as const }]),
    ...(isNear
      ? [
          {
            kind: 'runningLate',
            data,
            label: 'I am running late',
            submitLabel: 'Tell them',
            style: 'primary' as const,
            form: [
              {
                kind: 'choice' as const,
                name: 'minutes',
                label: 'About how late?',
                value: '10',
                isRequired: true,
                options: lateMinutes.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` })),
              },
              reasonField('Anything to add', `${view.recruiter.name} and your colleagues read it.`),
            ],
          },
        ]
      : []),
    {
      kind: 'findSubstitute',
      data,
      label: 'I cannot come',
      submitLabel: 'Find somebody else',
      style: 'danger',
      form: [reasonField('Reason', `${view.recruiter.name} reads it. Colleagues who are free then are asked at once.`)],
    },
  ]
}

function reasonField(label: string, hint: string): FormField {
  return { kind: 'text', name: 'reason', label, value: '', isRequired: false, maxLength: 500, isMultiline: false, hint }
}

/** The hiring manager lets a colleague decide instead. */
function delegateAction(view: PanelView): DraftAction {
  return {
    kind: 'delegate',
    data: { requestId: view.request.id, partyId: view.party.id },
    label: 'Somebody else decides',
    submitLabel: 'Pass it on',
    style: 'normal',
    form: [
      {
        kind: 'text',
        name: 'name',
        label: 'Who decides and meets the candidate instead?',
        value: '',
        isRequired: true,
        maxLength: 120,
        isMultiline: false,
        hint: 'A colleague, by name as in the ATS.',
      },
    ],
  }
}

function releasedDraft({ recruiter }: PanelView, heading: MessagePart): DraftMessage {
  const text = `${recruiter.name} arranges this interview without you, so you need do nothing.`
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
  const offered = offeredProposals(view)
  const shown = offered.slice(0, view.request.rules.offerCount)
  const unknown = view.parties.filter((p) => shown.some((o) => o.unknownPartyIds.includes(p.id)))
  return {
    parts: [
      ...parts,
      { kind: 'text', text: `These times suit ${view.request.candidateName}. Which one do you approve?` },
      ...unknown.map((p) => ({
        kind: 'note' as const,
        tone: 'warning' as const,
        text: `${p.name}'s calendar is unknown, not free.`,
      })),
    ],
    actions: [
      ...shown.map(
        (proposal): DraftAction => ({
          kind: 'approve',
          data: { requestId: view.request.id, partyId: view.party.id, proposalId: proposal.id },
          label: `Approve ${formatRangeShort(proposal, reader)}`,
          shortLabel: 'Approve',
          style: 'primary',
        }),
      ),
      offerAction(view, 'Suggest other times', false),
      ...(view.party.role === 'hiringManager' ? [delegateAction(view)] : []),
      declineAction(view),
    ],
  }
}

function offerAction(view: PanelView, label: string, isOpen: boolean): DraftAction {
  return {
    kind: 'offerTimes',
    data: { requestId: view.request.id, partyId: view.party.id },
    label,
    submitLabel: 'Send these times',
    style: isOpen ? 'primary' : 'normal',
    isOpen,
    form: [timesField('Your times')],
  }
}

function declineAction(view: PanelView): DraftAction {
  return {
    kind: 'decline',
    data: { requestId: view.request.id, partyId: view.party.id },
    label: 'Decline',
    submitLabel: 'Decline the interview',
    style: 'danger',
    form: [reasonField('Reason', 'The recruiter reads it.')],
  }
}
