import type { JoinFormat, Request } from '../domain/request.ts'
import type { DraftAction, FormField } from './message.ts'

// What can be done with a request from a chat, each as one button with its form. Pure: the workflow decides whether it still may be done.

type RequestRef = Pick<Request, 'id'>

function textField(name: string, label: string, value: string, hint?: string): FormField {
  return {
    kind: 'text',
    name,
    label,
    value,
    isRequired: false,
    maxLength: 500,
    isMultiline: false,
    ...(hint ? { hint } : {}),
  }
}

export function cancelAction(request: RequestRef, given: { reason: string | null } = { reason: null }): DraftAction {
  return {
    kind: 'cancel',
    data: { requestId: request.id },
    label: 'Cancel the request',
    submitLabel: 'Cancel it and tell everybody',
    style: 'danger',
    form: [textField('reason', 'Reason', given.reason ?? '', 'Everybody who was invited or asked reads it.')],
  }
}

export function postponeAction(
  request: RequestRef,
  given: { fromOn: string | null; reason: string | null } = { fromOn: null, reason: null },
): DraftAction {
  return {
    kind: 'postpone',
    data: { requestId: request.id },
    label: 'Postpone',
    submitLabel: 'Postpone and ask for new times',
    style: 'normal',
    form: [
      { kind: 'date', name: 'fromOn', label: 'Not before', value: given.fromOn ?? '', isRequired: true },
      textField('reason', 'Reason', given.reason ?? '', 'Stands in the cancellation and in the new request.'),
    ],
  }
}

export function moveAction(
  request: RequestRef,
  given: { reason: string | null; fromOn?: string | null | undefined; toOn?: string | null | undefined } = {
    reason: null,
  },
): DraftAction {
  return {
    kind: 'move',
    data: { requestId: request.id },
    label: 'Find another time',
    submitLabel: 'Ask everybody for new times',
    style: 'normal',
    form: [
      { kind: 'date', name: 'fromOn', label: 'Not before', value: given.fromOn ?? '', isRequired: false },
      { kind: 'date', name: 'toOn', label: 'Not after', value: given.toOn ?? '', isRequired: false },
      textField('reason', 'Reason', given.reason ?? '', 'The interview stands until a new time is agreed.'),
    ],
  }
}

export function nudgeAction(request: RequestRef): DraftAction {
  return { kind: 'nudge', data: { requestId: request.id }, label: 'Nudge', style: 'normal' }
}

/** For somebody who has stopped the reminders: this one, because the recruiter says so. They stay stopped. */
export function nudgeDespiteStopAction(request: RequestRef, party: { id: string; name: string }): DraftAction {
  return {
    kind: 'nudge',
    data: { requestId: request.id, partyId: party.id },
    label: `Remind ${party.name} all the same`,
    style: 'normal',
  }
}

export function showLinkAction(request: RequestRef, party: { id: string; name: string }): DraftAction {
  return {
    kind: 'showLink',
    data: { requestId: request.id, partyId: party.id },
    label: `Show a link for ${party.name} to copy`,
    style: 'normal',
  }
}

/** One button per party that gave windows, and one for all of them. */
export function askAgainActions(
  request: RequestRef,
  parties: readonly { id: string; name: string; role: string; answer: string }[],
): DraftAction[] {
  const able = parties.filter((p) => p.role !== 'recruiter' && (p.answer === 'answered' || p.answer === 'declined'))
  const ask = (partyIds: readonly string[], label: string): DraftAction => ({
    kind: 'askAgain',
    data: { requestId: request.id, partyIds },
    label,
    style: 'normal',
  })
  return [
    ...able.map((p) => ask([p.id], `Ask ${p.name} for other times`)),
    ...(able.length > 1
      ? [
          ask(
            able.map((p) => p.id),
            'Ask everybody for other times',
          ),
        ]
      : []),
  ]
}

/** Times in words, read by the same grammar as a message. */
export function timesField(label: string, hint = 'For example: Tue 2-4 pm, Thu morning'): FormField {
  return { kind: 'text', name: 'times', label, value: '', isRequired: true, maxLength: 500, isMultiline: true, hint }
}

/** `isNeeded`: the interview waits for nothing else, so the form is open. */
export function formatAction(
  request: RequestRef,
  current: JoinFormat | null,
  hasClient: boolean,
  isNeeded: boolean,
): DraftAction {
  return {
    kind: 'setFormat',
    data: { requestId: request.id },
    label: current ? 'Change how they join' : 'How do they join?',
    submitLabel: 'Save',
    style: current === null ? 'primary' : 'normal',
    isOpen: isNeeded,
    isUrgent: current === null,
    form: formatFields(current, hasClient),
  }
}

/** The same form with the way to meet chosen already, for this interview only: what is missing is the number, link or address. */
export function formatActionFor(
  request: RequestRef,
  hasClient: boolean,
  mode: 'video' | 'phone' | 'onsite',
): DraftAction {
  const chosen = mode === 'phone' ? 'phoneToCandidate' : mode
  const form = formatFields(null, hasClient).map((field): FormField => {
    if (field.kind === 'choice' && field.name === 'kind') return { ...field, value: chosen }
    return field.kind === 'choice' && field.name === 'keep' ? { ...field, value: 'once' } : field
  })
  return {
    kind: 'setFormat',
    data: { requestId: request.id },
    label: 'Change how they join',
    style: 'normal',
    submitLabel: 'Save',
    form,
  }
}

function formatFields(current: JoinFormat | null, hasClient: boolean): FormField[] {
  const kind =
    current?.kind === 'phone'
      ? current.caller === 'client'
        ? 'phoneToCandidate'
        : 'phoneToClient'
      : (current?.kind ?? '')
  return [
    {
      kind: 'choice',
      name: 'kind',
      label: 'They meet',
      value: kind,
      isRequired: true,
      options: [
        { value: 'video', label: 'by video' },
        { value: 'phoneToCandidate', label: 'by phone, the candidate is called' },
        { value: 'phoneToClient', label: 'by phone, the candidate calls' },
        { value: 'onsite', label: 'in person' },
        { value: 'follows', label: 'details follow later' },
      ],
    },
    textField(
      'details',
      'Video link, phone number or address',
      detailsOf(current),
      'Not needed for "details follow later".',
    ),
    {
      kind: 'choice',
      name: 'keep',
      label: 'Keep this for',
      value: 'job',
      isRequired: true,
      options: [
        { value: 'job', label: 'this job' },
        ...(hasClient ? [{ value: 'client', label: 'every job of this client' }] : []),
        { value: 'once', label: 'this interview only' },
      ],
    },
  ]
}

function detailsOf(format: JoinFormat | null): string {
  switch (format?.kind) {
    case 'video':
      return format.url
    case 'phone':
      return format.number
    case 'onsite':
      return format.address
    default:
      return ''
  }
}
