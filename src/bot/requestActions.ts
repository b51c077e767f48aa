import type { Language } from '../domain/language.ts'
import type { JoinFormat, Request } from '../domain/request.ts'
import { catalogue } from '../words/catalogue.ts'
import type { DraftAction, FormField } from './message.ts'

// What can be done with a request from a chat, each as one button with its form, in the words of its reader. Pure: the workflow
// decides whether it still may be done.

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

export function cancelAction(
  request: RequestRef,
  given: { reason: string | null } = { reason: null },
  language: Language = 'en',
): DraftAction {
  const words = catalogue[language].cards.action
  return {
    kind: 'cancel',
    data: { requestId: request.id },
    label: words.cancel,
    submitLabel: words.cancelSubmit,
    style: 'danger',
    form: [textField('reason', words.reason, given.reason ?? '', words.cancelHint)],
  }
}

export function postponeAction(
  request: RequestRef,
  given: { fromOn: string | null; reason: string | null } = { fromOn: null, reason: null },
  language: Language = 'en',
): DraftAction {
  const words = catalogue[language].cards.action
  return {
    kind: 'postpone',
    data: { requestId: request.id },
    label: words.postpone,
    submitLabel: words.postponeSubmit,
    style: 'normal',
    form: [
      { kind: 'date', name: 'fromOn', label: words.notBefore, value: given.fromOn ?? '', isRequired: true },
      textField('reason', words.reason, given.reason ?? '', words.postponeHint),
    ],
  }
}

export function moveAction(
  request: RequestRef,
  given: { reason: string | null; fromOn?: string | null | undefined; toOn?: string | null | undefined } = {
    reason: null,
  },
  language: Language = 'en',
): DraftAction {
  const words = catalogue[language].cards.action
  return {
    kind: 'move',
    data: { requestId: request.id },
    label: words.move,
    submitLabel: words.moveSubmit,
    style: 'normal',
    form: [
      { kind: 'date', name: 'fromOn', label: words.notBefore, value: given.fromOn ?? '', isRequired: false },
      { kind: 'date', name: 'toOn', label: words.notAfter, value: given.toOn ?? '', isRequired: false },
      textField('reason', words.reason, given.reason ?? '', words.moveHint),
    ],
  }
}

export function nudgeAction(request: RequestRef, language: Language = 'en'): DraftAction {
  const label = catalogue[language].cards.action.nudge
  return { kind: 'nudge', data: { requestId: request.id }, label, style: 'normal' }
}

/** For somebody who has stopped the reminders: this one, because the recruiter says so. They stay stopped. */
export function nudgeDespiteStopAction(
  request: RequestRef,
  party: { id: string; name: string },
  language: Language = 'en',
): DraftAction {
  return {
    kind: 'nudge',
    data: { requestId: request.id, partyId: party.id },
    label: catalogue[language].cards.action.nudgeAllTheSame(party.name),
    style: 'normal',
  }
}

export function showLinkAction(
  request: RequestRef,
  party: { id: string; name: string },
  language: Language = 'en',
): DraftAction {
  return {
    kind: 'showLink',
    data: { requestId: request.id, partyId: party.id },
    label: catalogue[language].cards.action.showLink(party.name),
    style: 'normal',
  }
}

/** One button per party that gave windows, and one for all of them. */
export function askAgainActions(
  request: RequestRef,
  parties: readonly { id: string; name: string; role: string; answer: string }[],
  language: Language = 'en',
): DraftAction[] {
  const words = catalogue[language].cards.action
  const able = parties.filter((p) => p.role !== 'recruiter' && (p.answer === 'answered' || p.answer === 'declined'))
  const ask = (partyIds: readonly string[], label: string): DraftAction => ({
    kind: 'askAgain',
    data: { requestId: request.id, partyIds },
    label,
    style: 'normal',
  })
  return [
    ...able.map((p) => ask([p.id], words.askAgain(p.name))),
    ...(able.length > 1
      ? [
          ask(
            able.map((p) => p.id),
            words.askAllAgain,
          ),
        ]
      : []),
  ]
}

/** Times in words, read by the same grammar as a message. */
export function timesField(label: string, hint = catalogue.en.cards.action.timesHint): FormField {
  return { kind: 'text', name: 'times', label, value: '', isRequired: true, maxLength: 500, isMultiline: true, hint }
}

/** `isNeeded`: the interview waits for nothing else, so the form is open. */
export function formatAction(
  request: RequestRef,
  current: JoinFormat | null,
  hasClient: boolean,
  isNeeded: boolean,
  language: Language = 'en',
): DraftAction {
  const words = catalogue[language].cards.action
  return {
    kind: 'setFormat',
    data: { requestId: request.id },
    label: current ? words.changeFormat : words.askFormat,
    submitLabel: words.save,
    style: current === null ? 'primary' : 'normal',
    isOpen: isNeeded,
    isUrgent: current === null,
    form: formatFields(current, hasClient, language),
  }
}

/** The same form with the way to meet chosen already, for this interview only: what is missing is the number, link or address. */
export function formatActionFor(
  request: RequestRef,
  hasClient: boolean,
  mode: 'video' | 'phone' | 'onsite',
  language: Language = 'en',
): DraftAction {
  const chosen = mode === 'phone' ? 'phoneToCandidate' : mode
  const form = formatFields(null, hasClient, language).map((field): FormField => {
    if (field.kind === 'choice' && field.name === 'kind') return { ...field, value: chosen }
    return field.kind === 'choice' && field.name === 'keep' ? { ...field, value: 'once' } : field
  })
  return {
    kind: 'setFormat',
    data: { requestId: request.id },
    label: catalogue[language].cards.action.changeFormat,
    style: 'normal',
    submitLabel: catalogue[language].cards.action.save,
    form,
  }
}

function formatFields(current: JoinFormat | null, hasClient: boolean, language: Language): FormField[] {
  const words = catalogue[language].cards.format
  const { kinds, kept } = words
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
      label: words.meet,
      value: kind,
      isRequired: true,
      options: [
        { value: 'video', label: kinds.video },
        { value: 'phoneToCandidate', label: kinds.phoneToCandidate },
        { value: 'phoneToClient', label: kinds.phoneToClient },
        { value: 'onsite', label: kinds.onsite },
        { value: 'follows', label: kinds.follows },
      ],
    },
    textField('details', words.details, detailsOf(current), words.detailsHint),
    {
      kind: 'choice',
      name: 'keep',
      label: words.keep,
      value: 'job',
      isRequired: true,
      options: [
        { value: 'job', label: kept.job },
        ...(hasClient ? [{ value: 'client', label: kept.client }] : []),
        { value: 'once', label: kept.once },
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
