import { formatDate, formatInstant, formatList, formatRangeShort } from '../domain/formatTime.ts'
import { isClosed, type RequestState } from '../domain/request.ts'
import { allowedWords } from './allowedWords.ts'
import type { DraftAction, DraftMessage, MessagePart, Tone } from './message.ts'
import { placeFact } from './placeFact.ts'
import { remedyActions } from './remedyActions.ts'
import { cancelAction, formatAction, moveAction, nudgeAction, postponeAction, timesField } from './requestActions.ts'
import { requestSteps, stageLabel } from './requestSteps.ts'
import {
  approversIn,
  cardWords,
  offeredProposals,
  type RecruiterView,
  readerOf,
  standingInterviews,
} from './requestView.ts'

const tones: Readonly<Record<RequestState, Tone>> = {
  collecting: 'info',
  choosing: 'info',
  approving: 'info',
  noOverlap: 'warning',
  declined: 'warning',
  agreed: 'warning',
  confirmed: 'good',
  completed: 'good',
  cancelled: 'bad',
}

function wordsOf(view: RecruiterView) {
  return cardWords(readerOf(view)).words
}

function listed(view: RecruiterView, parties: readonly { name: string }[]): string {
  return formatList(
    parties.map((p) => p.name),
    readerOf(view).locale,
  )
}

/**
 * The one living card of a request in the recruiter's thread, in the recruiter's language: where it stands, every step with its
 * proof, what can be done. What the solver and outside systems said stays as they said it.
 */
export function composeRequestCard(view: RecruiterView): DraftMessage {
  const { request } = view
  const { words, said } = cardWords(readerOf(view))
  const status = { tone: tones[request.state], text: words.state[request.state] }
  const parts: MessagePart[] = [
    { kind: 'heading', text: `${request.candidateName} · ${request.title}`, status },
    ...noticesOf(view),
    { kind: 'facts', facts: factsOf(view) },
    { kind: 'steps', steps: requestSteps(view) },
  ]
  return { parts, actions: actionsOf(view), privateNames: [request.candidateName], ...said }
}

function noticesOf(view: RecruiterView): MessagePart[] {
  const { request } = view
  const { notice } = wordsOf(view)
  const notices: MessagePart[] = []
  const waiting = waitingMails(view)
  const first = waiting[0]
  if (first) {
    const seconds = Math.max(0, Math.round((first.nextAttemptAt.getTime() - first.createdAt.getTime()) / 1_000))
    const text =
      seconds > 120
        ? notice.mailsWaitUntil(formatInstant(first.nextAttemptAt, readerOf(view)))
        : notice.mailsWait(seconds)
    notices.push({ kind: 'note', tone: 'info', text })
  }
  if (request.state === 'collecting' && standingInterviews(view).length > 0)
    notices.push({
      kind: 'note',
      tone: 'warning',
      text: notice.beingMoved,
    })
  if (request.stuckReasons.length > 0)
    notices.push({ kind: 'list', title: notice.stuck, items: request.stuckReasons.map(reasonItem(view)) })
  const unknown = view.parties.filter((p) => offeredProposals(view).some((o) => o.unknownPartyIds.includes(p.id)))
  if (unknown.length > 0)
    notices.push({
      kind: 'note',
      tone: 'warning',
      text: notice.calendarUnknown(listed(view, unknown)),
    })
  if (isClosed(request.state) && request.closedReason)
    notices.push({ kind: 'note', tone: 'info', text: request.closedReason, isPrivate: true })
  if (view.stages === null)
    notices.push({
      kind: 'note',
      tone: 'warning',
      text: notice.atsSilent,
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
  const words = wordsOf(view)
  const { fact } = words
  const facts: { label: string; value: string; url?: string }[] = []
  if (interview) facts.push({ label: fact.when, value: formatRangeShort(interview, reader) })
  facts.push({
    label: fact.job,
    value: request.clientName ? words.jobAt(request.jobTitle, request.clientName) : request.jobTitle,
    ...(view.stages ? { url: view.stages.url } : {}),
  })
  facts.push({
    label: request.kind === 'agency' ? fact.clientSide : fact.panel,
    value: interview
      ? listed(
          view,
          panel.filter((p) => interview.partyIds.includes(p.id)),
        )
      : panelWords(view, panel),
  })
  facts.push({ label: fact.length, value: words.minutes(view.sessions.reduce((sum, s) => sum + s.durationMinutes, 0)) })
  if (!interview && !isClosed(request.state)) {
    const { fromOn, toOn, allowed } = request.rules
    const dates = words.dates(formatDate(fromOn, reader.locale), formatDate(toOn, reader.locale))
    const { language } = cardWords(reader)
    facts.push({
      label: fact.days,
      value: allowed ? words.onlyAllowed(dates, allowedWords(allowed, reader, language)) : dates,
    })
  }
  facts.push(
    request.format
      ? placeFact(fact.howTheyJoin, request.format, words.place)
      : { label: fact.howTheyJoin, value: words.formatOpen },
  )
  facts.push({ label: fact.stage, value: stageWords(view) })
  return facts
}

function panelWords(view: RecruiterView, panel: RecruiterView['parties']): string {
  const words = wordsOf(view)
  const people = listed(view, panel)
  if (view.request.kind !== 'agency' || panel.length < 2) return people
  // Who was asked as well may fill the same seat: then one of them is enough, whatever was asked for at first.
  const isOneSeat = view.seats.some((seat) => panel.every((p) => seat.partyIds.includes(p.id)))
  return view.request.quorum === 'all' && !isOneSeat ? words.allMustAgree(people) : words.anyOfThem(people)
}

function stageWords(view: RecruiterView): string {
  const { fromStageId, toStageId } = view.request
  const { stage } = wordsOf(view)
  const from = stageLabel(view, fromStageId)
  if (view.request.state === 'cancelled') return from
  if (toStageId && ['confirmed', 'completed'].includes(view.request.state))
    return stage.moved(from, stageLabel(view, toStageId))
  if (!toStageId || toStageId === fromStageId) return stage.stays(from)
  return stage.moves(from, stageLabel(view, toStageId))
}

// ---- what can be done ------------------------------------------------------------------------------------------

function actionsOf(view: RecruiterView): DraftAction[] {
  const { request } = view
  if (isClosed(request.state)) return retryActions(view)
  const hasWaitingMails = waitingMails(view).length > 0
  const { language } = cardWords(readerOf(view))
  const format = formatAction(request, request.format, request.clientId !== null, request.state === 'agreed', language)
  const isAsking = ['collecting', 'choosing', 'approving'].includes(request.state)
  return [
    ...retryActions(view),
    ...(request.state !== 'confirmed' && standingInterviews(view).length > 0 ? [keepTimeAction(view)] : []),
    ...(hasWaitingMails ? firstMailActions(view) : []),
    ...(request.format === null ? [format] : []),
    ...(request.state === 'approving' ? approveForActions(view) : []),
    ...(request.state === 'noOverlap' || request.state === 'declined'
      ? remedyActions(view, readerOf(view), language).map((action) => ({ ...action, isUrgent: true }))
      : []),
    ...(isAsking && !hasWaitingMails && hasSilentOutsider(view) ? [nudgeAction(request, language)] : []),
    ...enterTimesActions(view),
    ...goOnActions(view),
    ...(request.state === 'confirmed' ? [moveAction(request, undefined, language)] : []),
    ...(request.format !== null && !hasWaitingMails ? [format] : []),
    ...(request.state !== 'confirmed' ? stageActions(view) : []),
    ...(hasWaitingMails
      ? []
      : [
          ...reminderActions(view),
          ...linkActions(view),
          postponeAction(request, undefined, language),
          endAction(view),
        ]),
  ]
}

function retryActions(view: RecruiterView): DraftAction[] {
  const failed = view.effects.filter(
    (e) => e.state === 'dead' || e.state === 'asked' || (e.state === 'owed' && e.lastError !== null),
  )
  const { action } = wordsOf(view)
  return failed.slice(0, 4).map((effect) => ({
    kind: 'retry',
    data: { effectId: effect.id },
    label: effect.state === 'asked' ? action.sendMailAgain : action.tryAgain(retryWords(view, effect.kind)),
    style: 'primary',
    isUrgent: true,
  }))
}

function retryWords(view: RecruiterView, kind: string): string {
  const words: Readonly<Record<string, string>> = wordsOf(view).action.retried
  return words[kind] ?? wordsOf(view).action.retried.chat
}

function firstMailActions(view: RecruiterView): DraftAction[] {
  const { request } = view
  const words = wordsOf(view).action
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
        label: words.readsFirst(party.name),
        hint: words.readsFirstHint,
        value: view.mailWords[party.id] ?? '',
        isRequired: true,
        maxLength: 2_000,
        isMultiline: true,
      },
    ]
  })
  const isFirstTime = Object.keys(view.settings.mailWords).length === 0
  return [
    { kind: 'undo', data: { requestId: request.id }, label: words.undo, style: 'danger', isUrgent: true },
    {
      kind: 'sendMails',
      data: { requestId: request.id },
      label: isFirstTime && !isHeld ? words.lookAtMails : words.editMails,
      submitLabel: words.saveAndSend,
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
            label: words.holdMails,
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
  const words = wordsOf(view).action
  return [
    {
      kind: 'approveFor',
      data: { requestId: view.request.id, partyId: recruiter.id },
      label: words.saidYes(listed(view, approversIn(view))),
      submitLabel: words.bookIt,
      style: 'normal',
      form: [
        {
          kind: 'choice',
          name: 'proposal',
          label: words.whichTime,
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
  const words = wordsOf(view).action
  return view.parties
    .filter((p) => p.role !== 'recruiter' && (p.answer === 'asked' || p.answeredBy === 'recruiter'))
    .map((party) => ({
      kind: 'enterTimes',
      data: { requestId: view.request.id, partyId: party.id },
      label: words.enterTimes(party.name),
      submitLabel: words.enterThem,
      style: 'normal',
      form: [timesField(words.timesTold(party.name), words.timesHint)],
    }))
}

function goOnActions(view: RecruiterView): DraftAction[] {
  if (view.request.state !== 'collecting') return []
  const words = wordsOf(view).action
  return view.parties
    .filter((p) => p.memberId !== null && p.answer === 'asked')
    .map((party) => ({
      kind: 'goOnWithout',
      data: { requestId: view.request.id, partyId: party.id },
      label: words.goOnWithout(party.name),
      style: 'normal',
      confirm: words.goOnConfirm(party.name),
    }))
}

function stageActions(view: RecruiterView): DraftAction[] {
  if (!view.stages) return []
  const words = wordsOf(view).action
  return [
    {
      kind: 'setStage',
      data: { requestId: view.request.id },
      label: words.changeStage,
      submitLabel: words.saveForJob,
      style: 'normal',
      form: [
        {
          kind: 'choice',
          name: 'stage',
          label: words.moveWhenConfirmed,
          value: view.request.toStageId ?? '',
          isRequired: false,
          options: [
            { value: '', label: words.leaveStage },
            ...view.stages.stages.map((s) => ({ value: s.id, label: s.label })),
          ],
        },
      ],
    },
  ]
}

/** For a link that reached the wrong person: the old ones stop working, its owner gets a new one by mail. */
function linkActions(view: RecruiterView): DraftAction[] {
  const words = wordsOf(view).action
  return view.parties
    .filter((p) => p.memberId === null && p.answer !== 'notAsked' && p.isAttending)
    .map((party) => ({
      kind: 'replaceLink',
      data: { requestId: view.request.id, partyId: party.id },
      label: words.newLink(party.name),
      style: 'normal',
      confirm: words.newLinkConfirm(party.name),
    }))
}

/** After a no, ending the request is as near as asking again. */
function endAction(view: RecruiterView): DraftAction {
  return {
    ...cancelAction(view.request, undefined, cardWords(readerOf(view)).language),
    isUrgent: view.request.state === 'declined',
  }
}

/** Ends a move: everybody keeps the time that stands. */
function keepTimeAction(view: RecruiterView): DraftAction {
  const words = wordsOf(view).action
  return {
    kind: 'keepTime',
    data: { requestId: view.request.id },
    label: words.keepTime,
    style: 'normal',
    isUrgent: true,
    confirm: words.keepTimeConfirm,
  }
}

/** Reminders go by themselves; here they pause, stop or go on again. */
function reminderActions(view: RecruiterView): DraftAction[] {
  const words = wordsOf(view).action
  return view.parties
    .filter((p) => p.memberId === null && (p.remindAt !== null || p.isReminderStopped))
    .map((party) => ({
      kind: 'setReminders',
      data: { requestId: view.request.id, partyId: party.id },
      label: words.reminders(party.name),
      submitLabel: words.save,
      style: 'normal',
      form: [
        {
          kind: 'choice',
          name: 'wish',
          label: words.remindersField,
          value: '',
          isRequired: true,
          options: party.isReminderStopped
            ? [{ value: 'resume', label: words.resumeReminders }]
            : [
                { value: 'snooze2', label: words.pauseTwoDays },
                { value: 'snooze7', label: words.pauseWeek },
                { value: 'stop', label: words.stopReminders },
              ],
        },
      ],
    }))
}
