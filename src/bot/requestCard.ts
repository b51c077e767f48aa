import { formatDate, formatInstant, formatRangeShort } from '../domain/formatTime.ts'
import { joinNames } from '../domain/names.ts'
import { isClosed, type RequestState } from '../domain/request.ts'
import { allowedWords } from './allowedWords.ts'
import type { DraftAction, DraftMessage, MessagePart, Tone } from './message.ts'
import { placeFact } from './placeFact.ts'
import { remedyActions } from './remedyActions.ts'
import { cancelAction, formatAction, moveAction, nudgeAction, postponeAction, timesField } from './requestActions.ts'
import { requestSteps, stageLabel } from './requestSteps.ts'
import { approversIn, offeredProposals, type RecruiterView, readerOf, standingInterviews } from './requestView.ts'

const pills: Readonly<Record<RequestState, { tone: Tone; text: string }>> = {
  collecting: { tone: 'info', text: 'Waiting for times' },
  choosing: { tone: 'info', text: 'Waiting for a choice' },
  approving: { tone: 'info', text: 'Waiting for approval' },
  noOverlap: { tone: 'warning', text: 'Needs you: nothing fits' },
  declined: { tone: 'warning', text: 'Needs you: declined' },
  agreed: { tone: 'warning', text: 'Needs you: how do they join?' },
  confirmed: { tone: 'good', text: 'Booked' },
  completed: { tone: 'good', text: 'Completed' },
  cancelled: { tone: 'bad', text: 'Cancelled' },
}

/** The one living card of a request in the recruiter's thread: where it stands, every step with its proof, what can be done. */
export function composeRequestCard(view: RecruiterView): DraftMessage {
  const { request } = view
  const parts: MessagePart[] = [
    { kind: 'heading', text: `${request.candidateName} · ${request.title}`, status: pills[request.state] },
    ...noticesOf(view),
    { kind: 'facts', facts: factsOf(view) },
    { kind: 'steps', steps: requestSteps(view) },
  ]
  return { parts, actions: actionsOf(view), privateNames: [request.candidateName] }
}

function noticesOf(view: RecruiterView): MessagePart[] {
  const { request } = view
  const notices: MessagePart[] = []
  const waiting = waitingMails(view)
  const first = waiting[0]
  if (first) {
    const seconds = Math.max(0, Math.round((first.nextAttemptAt.getTime() - first.createdAt.getTime()) / 1_000))
    const wait =
      seconds > 120 ? `wait until ${formatInstant(first.nextAttemptAt, readerOf(view))}` : `wait ${seconds} seconds`
    notices.push({
      kind: 'note',
      tone: 'info',
      text: `The first mails ${wait}. Until then you can undo everything or change the words.`,
    })
  }
  if (request.state === 'collecting' && standingInterviews(view).length > 0)
    notices.push({
      kind: 'note',
      tone: 'warning',
      text: 'A new time is being looked for. The interview stands until one is agreed.',
    })
  if (request.stuckReasons.length > 0)
    notices.push({ kind: 'list', title: 'Why it is stuck', items: request.stuckReasons.map(reasonItem(view)) })
  const unknown = view.parties.filter((p) => offeredProposals(view).some((o) => o.unknownPartyIds.includes(p.id)))
  if (unknown.length > 0)
    notices.push({
      kind: 'note',
      tone: 'warning',
      text: `The calendar of ${joinNames(unknown.map((p) => p.name))} is unknown: the offered times may not be free for them.`,
    })
  if (isClosed(request.state) && request.closedReason)
    notices.push({ kind: 'note', tone: 'info', text: request.closedReason, isPrivate: true })
  if (view.stages === null)
    notices.push({
      kind: 'note',
      tone: 'warning',
      text: 'The ATS does not answer right now, so its stages cannot be shown.',
    })
  return notices
}

/** A reason that quotes somebody is not for everybody. */
function reasonItem({ parties }: RecruiterView) {
  return (text: string) => {
    const isQuote = parties.some(({ declineReason }) => declineReason && text.includes(declineReason))
    return { text, ...(isQuote ? { isPrivate: true } : {}) }
  }
}

/** First mails that have not gone out and can still be undone. */
function waitingMails(view: RecruiterView) {
  return view.effects.filter(
    (e) =>
      e.kind === 'mail' &&
      e.state === 'owed' &&
      e.attempts === 0 &&
      e.payload.kind === 'mail' &&
      ['request', 'choice'].includes(e.payload.template),
  )
}

function factsOf(view: RecruiterView) {
  const { request } = view
  const reader = readerOf(view)
  const panel = view.parties.filter((p) => p.role !== 'candidate' && p.role !== 'recruiter' && p.isAttending)
  const [interview] = standingInterviews(view)
  const facts: { label: string; value: string; url?: string }[] = []
  if (interview) facts.push({ label: 'When', value: formatRangeShort(interview, reader) })
  facts.push({
    label: 'Job',
    value: request.clientName ? `${request.jobTitle} at ${request.clientName}` : request.jobTitle,
    ...(view.stages ? { url: view.stages.url } : {}),
  })
  facts.push({
    label: request.kind === 'agency' ? 'Client side' : 'Panel',
    value: interview
      ? joinNames(panel.filter((p) => interview.partyIds.includes(p.id)).map((p) => p.name))
      : panelWords(view, panel),
  })
  facts.push({ label: 'Length', value: `${view.sessions.reduce((sum, s) => sum + s.durationMinutes, 0)} minutes` })
  if (!interview && !isClosed(request.state)) {
    const { fromOn, toOn, allowed } = request.rules
    const only = allowed ? `, only ${allowedWords(allowed, reader)}` : ''
    facts.push({
      label: 'Days',
      value: `${formatDate(fromOn, reader.locale)} to ${formatDate(toOn, reader.locale)}${only}`,
    })
  }
  facts.push(
    request.format
      ? placeFact('How they join', request.format)
      : { label: 'How they join', value: 'Not said yet: no invitation leaves without it' },
  )
  facts.push({ label: 'ATS stage', value: stageWords(view) })
  return facts
}

function panelWords(view: RecruiterView, panel: RecruiterView['parties']): string {
  const people = joinNames(panel.map((p) => p.name))
  if (view.request.kind !== 'agency' || panel.length < 2) return people
  // Who was asked as well may fill the same seat: then one of them is enough, whatever was asked for at first.
  const isOneSeat = view.seats.some((seat) => panel.every((p) => seat.partyIds.includes(p.id)))
  return view.request.quorum === 'all' && !isOneSeat ? `${people} (all must agree)` : `${people} (any one of them)`
}

function stageWords(view: RecruiterView): string {
  const { fromStageId, toStageId } = view.request
  const from = stageLabel(view, fromStageId)
  if (view.request.state === 'cancelled') return from
  if (toStageId && ['confirmed', 'completed'].includes(view.request.state))
    return `${from} before, now ${stageLabel(view, toStageId)}`
  if (!toStageId || toStageId === fromStageId) return `${from}, stays there`
  return `${from}, moves to ${stageLabel(view, toStageId)} when confirmed`
}

// ---- what can be done ------------------------------------------------------------------------------------------

function actionsOf(view: RecruiterView): DraftAction[] {
  const { request } = view
  if (isClosed(request.state)) return retryActions(view)
  const hasWaitingMails = waitingMails(view).length > 0
  const format = formatAction(request, request.format, request.clientId !== null, request.state === 'agreed')
  const isAsking = ['collecting', 'choosing', 'approving'].includes(request.state)
  return [
    ...retryActions(view),
    ...(request.state !== 'confirmed' && standingInterviews(view).length > 0 ? [keepTimeAction(view)] : []),
    ...(hasWaitingMails ? firstMailActions(view) : []),
    ...(request.format === null ? [format] : []),
    ...(request.state === 'approving' ? approveForActions(view) : []),
    ...(request.state === 'noOverlap' || request.state === 'declined'
      ? remedyActions(view, readerOf(view)).map((action) => ({ ...action, isUrgent: true }))
      : []),
    ...(isAsking && !hasWaitingMails && hasSilentOutsider(view) ? [nudgeAction(request)] : []),
    ...enterTimesActions(view),
    ...goOnActions(view),
    ...(request.state === 'confirmed' ? [moveAction(request)] : []),
    ...(request.format !== null && !hasWaitingMails ? [format] : []),
    ...(request.state !== 'confirmed' ? stageActions(view) : []),
    ...(hasWaitingMails
      ? []
      : [...reminderActions(view), ...linkActions(view), postponeAction(request), endAction(view)]),
  ]
}

function retryActions(view: RecruiterView): DraftAction[] {
  const failed = view.effects.filter(
    (e) => e.state === 'dead' || e.state === 'asked' || (e.state === 'owed' && e.lastError !== null),
  )
  return failed.slice(0, 4).map((effect) => ({
    kind: 'retry',
    data: { effectId: effect.id },
    label: effect.state === 'asked' ? 'Send the mail again' : `Try again: ${retryWords(effect.kind)}`,
    style: 'primary',
    isUrgent: true,
  }))
}

function retryWords(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    mail: 'mail',
    invitation: 'invitation',
    atsInterview: 'ATS interview',
    atsStage: 'ATS stage',
    atsLog: 'ATS log',
  }
  return words[kind] ?? 'chat'
}

function firstMailActions(view: RecruiterView): DraftAction[] {
  const { request } = view
  const mails = waitingMails(view)
  // While the recruiter writes, the mails are kept back for longer than the undo time.
  const isHeld = mails.some(
    (m) => m.nextAttemptAt.getTime() - m.createdAt.getTime() > (view.settings.undoSeconds + 60) * 1_000,
  )
  const fields = mails.flatMap((mail) => {
    const party =
      mail.payload.kind === 'mail'
        ? view.parties.find((p) => p.id === (mail.payload.kind === 'mail' ? mail.payload.partyId : ''))
        : undefined
    if (!party) return []
    return [
      {
        kind: 'text' as const,
        name: `words.${party.id}`,
        label: `What ${party.name} reads first`,
        hint: 'Greeting, facts, link and signature are added. {candidate}, {job}, {company}, {agency} and {recruiter} are filled in.',
        value: view.mailWords[party.id] ?? '',
        isRequired: true,
        maxLength: 2_000,
        isMultiline: true,
      },
    ]
  })
  const isFirstTime = Object.keys(view.settings.mailWords).length === 0
  return [
    { kind: 'undo', data: { requestId: request.id }, label: 'Undo', style: 'danger', isUrgent: true },
    {
      kind: 'sendMails',
      data: { requestId: request.id },
      label: isHeld ? 'Edit the mails' : isFirstTime ? 'Look at the mails' : 'Edit the mails',
      submitLabel: 'Save and send now',
      style: 'normal',
      form: fields,
      isOpen: isHeld,
      isUrgent: true,
    },
    ...(isHeld
      ? []
      : [
          {
            kind: 'holdMails',
            data: { requestId: request.id },
            label: 'Wait, I want to edit',
            style: 'normal' as const,
            isUrgent: true,
          },
        ]),
  ]
}

/** The recruiter may pass on a yes that came by phone. */
function approveForActions(view: RecruiterView): DraftAction[] {
  const recruiter = view.parties.find((p) => p.role === 'recruiter')
  const offered = offeredProposals(view).slice(0, view.request.rules.offerCount)
  if (!recruiter || offered.length === 0) return []
  return [
    {
      kind: 'approveFor',
      data: { requestId: view.request.id, partyId: recruiter.id },
      label: `${joinNames(approversIn(view).map((p) => p.name))} said yes by phone`,
      submitLabel: 'Book it and invite everybody',
      style: 'normal',
      form: [
        {
          kind: 'choice',
          name: 'proposal',
          label: 'To which time?',
          value: '',
          isRequired: true,
          options: offered.map((p) => ({ value: p.id, label: formatRangeShort(p, readerOf(view)) })),
        },
      ],
    },
  ]
}

function hasSilentOutsider(view: RecruiterView): boolean {
  if (view.request.state === 'approving') return approversIn(view).some((p) => p.memberId === null)
  return view.request.state === 'choosing' || view.parties.some((p) => p.answer === 'asked' && p.memberId === null)
}

function enterTimesActions(view: RecruiterView): DraftAction[] {
  if (!['collecting', 'noOverlap', 'declined'].includes(view.request.state)) return []
  return view.parties
    .filter((p) => p.role !== 'recruiter' && (p.answer === 'asked' || p.answeredBy === 'recruiter'))
    .map((party) => ({
      kind: 'enterTimes',
      data: { requestId: view.request.id, partyId: party.id },
      label: `Enter times for ${party.name}`,
      submitLabel: 'Enter them',
      style: 'normal',
      form: [timesField(`Times ${party.name} told you, in your time zone`)],
    }))
}

function goOnActions(view: RecruiterView): DraftAction[] {
  if (view.request.state !== 'collecting') return []
  return view.parties
    .filter((p) => p.memberId !== null && p.answer === 'asked')
    .map((party) => ({
      kind: 'goOnWithout',
      data: { requestId: view.request.id, partyId: party.id },
      label: `Go on without ${party.name}'s times`,
      style: 'normal',
      confirm: `${party.name}'s calendar stays unknown; the offered times may not be free.`,
    }))
}

function stageActions(view: RecruiterView): DraftAction[] {
  if (!view.stages) return []
  return [
    {
      kind: 'setStage',
      data: { requestId: view.request.id },
      label: 'Change the ATS stage',
      submitLabel: 'Save for this job',
      style: 'normal',
      form: [
        {
          kind: 'choice',
          name: 'stage',
          label: 'When confirmed, move the application to',
          value: view.request.toStageId ?? '',
          isRequired: false,
          options: [
            { value: '', label: 'leave it where it is' },
            ...view.stages.stages.map((s) => ({ value: s.id, label: s.label })),
          ],
        },
      ],
    },
  ]
}

/** For a link that reached the wrong person: the old ones stop working, its owner gets a new one by mail. */
function linkActions(view: RecruiterView): DraftAction[] {
  return view.parties
    .filter((p) => p.memberId === null && p.answer !== 'notAsked' && p.isAttending)
    .map((party) => ({
      kind: 'replaceLink',
      data: { requestId: view.request.id, partyId: party.id },
      label: `New link for ${party.name}`,
      style: 'normal',
      confirm: `Links mailed to ${party.name} so far stop working, and a new one goes out by mail.`,
    }))
}

/** After a no, ending the request is as near as asking again. */
function endAction(view: RecruiterView): DraftAction {
  return { ...cancelAction(view.request), isUrgent: view.request.state === 'declined' }
}

/** Ends a move: everybody keeps the time that stands. */
function keepTimeAction(view: RecruiterView): DraftAction {
  return {
    kind: 'keepTime',
    data: { requestId: view.request.id },
    label: 'Keep the time as it is',
    style: 'normal',
    isUrgent: true,
    confirm: 'The interview stays where it is. Whoever was asked for new times is told.',
  }
}

/** Reminders go by themselves; here they pause, stop or go on again. */
function reminderActions(view: RecruiterView): DraftAction[] {
  return view.parties
    .filter((p) => p.memberId === null && (p.remindAt !== null || p.isReminderStopped))
    .map((party) => ({
      kind: 'setReminders',
      data: { requestId: view.request.id, partyId: party.id },
      label: `Reminders for ${party.name}`,
      submitLabel: 'Save',
      style: 'normal',
      form: [
        {
          kind: 'choice',
          name: 'wish',
          label: 'Reminders',
          value: '',
          isRequired: true,
          options: party.isReminderStopped
            ? [{ value: 'resume', label: 'send them again' }]
            : [
                { value: 'snooze2', label: 'pause for 2 days' },
                { value: 'snooze7', label: 'pause for a week' },
                { value: 'stop', label: 'send no more' },
              ],
        },
      ],
    }))
}
