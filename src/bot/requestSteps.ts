import type { Effect } from '../domain/effect.ts'
import { formatInstant, formatRangeShort } from '../domain/formatTime.ts'
import { languageOf } from '../domain/language.ts'
import type { Party } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import type { CardWords } from '../words/cardWords.ts'
import { failureSentence } from '../words/failureSentence.ts'
import type { MessageStep } from './message.ts'
import {
  approversIn,
  cardWords,
  offeredProposals,
  type RecruiterView,
  readerOf,
  standingInterviews,
} from './requestView.ts'

type StepState = MessageStep['state']

/** Every step of the request in order, each with what happened and its proof in the provider's own words. */
export function requestSteps(view: RecruiterView): MessageStep[] {
  return [...askSteps(view), ...answerSteps(view), matchStep(view), ...approvalSteps(view), ...outcomeSteps(view)]
}

function stepWords(view: RecruiterView): CardWords['step'] {
  return cardWords(readerOf(view)).words.step
}

/** One outside action as a step: done with proof, failed with the reason and the next attempt, or still to come. */
function effectStep(view: RecruiterView, label: string, effect: Effect): MessageStep {
  const reader = readerOf(view)
  const words = stepWords(view)
  const failure = effect.lastError && failureSentence(languageOf(reader.locale), effect.lastError)
  switch (effect.state) {
    case 'done':
      return {
        label,
        state: 'done',
        detail: formatInstant(effect.updatedAt, reader),
        ...(effect.proof ? { proof: `${effect.proof.said} (${effect.proof.id})` } : {}),
        ...(effect.proof?.url ? { url: effect.proof.url } : {}),
      }
    case 'owed': {
      const next = formatInstant(effect.nextAttemptAt, reader)
      if (failure) return { label, state: 'failed', detail: `${failure} ${words.nextAttempt(next)}` }
      return { label, state: 'waiting', detail: effect.nextAttemptAt > view.now ? words.goesOut(next) : words.goingOut }
    }
    case 'trying':
      return { label, state: 'active', detail: words.beingSent }
    case 'withdrawn':
      return { label, state: 'skipped', detail: words.takenBack }
    case 'asked':
    case 'dead':
      return { label, state: 'failed', detail: failure ?? words.failed }
  }
}

function latest(effects: readonly Effect[]): Effect | undefined {
  return effects.at(-1)
}

function mailsTo(view: RecruiterView, party: Party, templates: readonly string[]): Effect[] {
  return view.effects.filter(
    (e) =>
      e.payload.kind === 'mail' &&
      e.payload.partyId === party.id &&
      templates.includes(e.payload.template) &&
      isOfThisRound(view, e),
  )
}

/** Mails of earlier rounds of asking are history; the card shows the round that counts. */
function isOfThisRound(view: RecruiterView, effect: Effect): boolean {
  const asked = view.parties.flatMap((p) => (p.askedAt ? [p.askedAt.getTime()] : []))
  const since = asked.length > 0 ? Math.min(...asked) : 0
  return effect.createdAt.getTime() >= since - 1_000
}

function askSteps(view: RecruiterView): MessageStep[] {
  const words = stepWords(view)
  return view.parties
    .filter((p) => p.role !== 'recruiter' && p.isAttending)
    .flatMap((party) => {
      if (party.memberId) return [memberStep(view, party)]
      const asked = latest(mailsTo(view, party, ['request', 'askAnew', 'nothingFits', 'choice']))
      const reminder = latest(mailsTo(view, party, ['reminder']))
      return [
        ...(asked ? [effectStep(view, words.ask(party.name), asked)] : []),
        ...(reminder ? [effectStep(view, words.remind(party.name), reminder)] : []),
      ]
    })
}

/** Members are asked in the chat only when their calendar cannot be read: unknown is said, never taken for free. */
function memberStep(view: RecruiterView, party: Party): MessageStep {
  const words = stepWords(view)
  const label = words.calendar(party.name)
  const isUnknown = view.proposals.some((p) => p.unknownPartyIds.includes(party.id))
  if (party.answer === 'notNeeded' && !isUnknown) return { label, state: 'done', detail: words.calendarKnown }
  if (party.answer === 'notNeeded') return { label, state: 'failed', detail: words.calendarUnknown }
  if (party.answer === 'answered') return { label, state: 'done', detail: words.calendarAnswered }
  return { label, state: 'active', detail: words.calendarAsked }
}

function answerSteps(view: RecruiterView): MessageStep[] {
  const reader = readerOf(view)
  const words = stepWords(view)
  return view.parties
    .filter((p) => p.answer !== 'notNeeded' && p.role !== 'recruiter')
    .map((party) => {
      const label = words.times(party.name)
      const windows = view.windows.filter((w) => w.partyId === party.id)
      switch (party.answer) {
        case 'answered': {
          if (windows.length === 0) return { label, state: 'done' as StepState, detail: words.choseOffered }
          const shown = windows.slice(0, 4).map((w) => formatRangeShort(w, reader))
          const isEntered = party.answeredBy === 'recruiter'
          const note = party.note || null
          return {
            label,
            state: 'done' as StepState,
            detail: words.told(shown.join('; '), windows.length - shown.length, isEntered, note),
            ...(note === null ? {} : { isPrivate: true }),
          }
        }
        case 'declined':
          return {
            label,
            state: 'failed' as StepState,
            detail: words.declined(party.declineReason || null),
            ...(party.declineReason ? { isPrivate: true } : {}),
          }
        case 'asked':
        case 'notAsked':
          if (isClosed(view.request.state))
            return { label, state: 'skipped' as StepState, detail: words.noLongerNeeded }
          if (party.answer === 'notAsked') return { label, state: 'waiting' as StepState, detail: words.afterOtherSide }
          return isAskedAlready(view, party)
            ? {
                label,
                state: 'active' as StepState,
                detail: `${words.waitsForAnswer} ${reminderWords(view, party)}`.trim(),
              }
            : { label, state: 'waiting' as StepState, detail: words.onceAsked }
        default:
          return { label, state: 'waiting' as StepState, detail: words.afterOtherSide }
      }
    })
}

function reminderWords(view: RecruiterView, party: Party): string {
  const words = stepWords(view)
  if (party.isReminderStopped) return words.remindersStopped
  return party.remindAt ? words.nextReminder(formatInstant(party.remindAt, readerOf(view))) : ''
}

/** A mail that waits for its undo time has asked nobody yet. */
function isAskedAlready(view: RecruiterView, party: Party): boolean {
  const mail = latest(mailsTo(view, party, ['request', 'askAnew', 'nothingFits', 'choice']))
  return mail === undefined || mail.state === 'done' || mail.state === 'asked'
}

function matchStep(view: RecruiterView): MessageStep {
  const words = stepWords(view)
  const label = words.findTime
  const { state } = view.request
  if (state === 'noOverlap') return { label, state: 'failed', detail: view.request.stuckReasons.join(' ') }
  if (state === 'collecting' || state === 'declined') return { label, state: 'waiting', detail: words.whenAnswersAreIn }
  if (state === 'cancelled') return { label, state: 'skipped' }
  return { label, state: 'done', detail: words.fits(view.proposals.length) }
}

function approvalSteps(view: RecruiterView): MessageStep[] {
  const { state, order } = view.request
  const reader = readerOf(view)
  const words = stepWords(view)
  const chosen = view.approvals.find(
    (a) => a.decision === 'chosen' && view.proposals.some((p) => p.id === a.proposalId),
  )
  if (state === 'choosing' || chosen) {
    const candidate = view.parties.find((p) => p.role === 'candidate')
    const proposal = view.proposals.find((p) => p.id === chosen?.proposalId)
    return [
      {
        label: words.chooses(candidate?.name ?? words.theCandidate),
        state: chosen ? 'done' : 'active',
        detail: proposal ? formatRangeShort(proposal, reader) : words.toChooseFrom(offeredProposals(view).length),
      },
    ]
  }
  if (order === 'clientFirst' && state === 'collecting') return []
  return approversIn(view).map((party) => approvalStep(view, party))
}

function approvalStep(view: RecruiterView, party: Party): MessageStep {
  const words = stepWords(view)
  const label = words.approves(party.name)
  const { state } = view.request
  const own = view.approvals.filter(
    (a) => a.decision === 'approved' && view.proposals.some((p) => p.id === a.proposalId && p.state !== 'withdrawn'),
  )
  const given = own.find((a) => a.partyId === party.id)
  const bySomebody = given ?? (state === 'agreed' || state === 'confirmed' ? own[0] : undefined)
  if (bySomebody) {
    const proposal = view.proposals.find((p) => p.id === bySomebody.proposalId)
    const speaker = view.parties.find((p) => p.id === bySomebody.partyId)
    const by = speaker?.id === party.id ? '' : ` ${speaker ? words.by(speaker.name) : words.byYou}`
    return { label, state: 'done', detail: proposal ? `${formatRangeShort(proposal, readerOf(view))}${by}` : by }
  }
  if (isClosed(state)) return { label, state: 'skipped' }
  if (state !== 'approving') return { label, state: 'waiting' }
  const mail = latest(mailsTo(view, party, ['approval']))
  if (mail && mail.state !== 'done') return effectStep(view, label, mail)
  return {
    label,
    state: 'active',
    detail: mail
      ? `${words.asked(formatInstant(mail.updatedAt, readerOf(view)))} ${reminderWords(view, party)}`.trim()
      : words.askedInChat,
    ...(mail?.proof ? { proof: `${mail.proof.said} (${mail.proof.id})` } : {}),
  }
}

type ToldTemplate = keyof CardWords['step']['tell']

function isTold(template: string): template is ToldTemplate {
  return ['closing', 'changed', 'released', 'feedback', 'late'].includes(template)
}

function outcomeSteps(view: RecruiterView): MessageStep[] {
  const words = stepWords(view)
  const { state } = view.request
  const nameOf = (partyId: string) =>
    view.parties.find((p) => p.id === partyId)?.name ?? cardWords(readerOf(view)).words.somebody
  const steps: MessageStep[] = []
  for (const effect of view.effects) {
    const { payload } = effect
    switch (payload.kind) {
      case 'invitation': {
        const { cancelInvitation, inviteAgain, invite } = words
        const label = payload.method === 'CANCEL' ? cancelInvitation : payload.sequence > 0 ? inviteAgain : invite
        steps.push(effectStep(view, label(nameOf(payload.partyId)), effect))
        break
      }
      case 'atsInterview':
        steps.push(effectStep(view, payload.sequence === 0 ? words.writeInterview : words.updateInterview, effect))
        break
      case 'atsStage':
        steps.push(effectStep(view, words.moveStage(stageLabel(view, payload.toStageId)), effect))
        break
      case 'mail':
        if (isTold(payload.template))
          steps.push(effectStep(view, words.tell[payload.template](nameOf(payload.partyId)), effect))
        else if (payload.template === 'dayOf' && effect.state !== 'withdrawn')
          steps.push(effectStep(view, words.remindOnDay(nameOf(payload.partyId)), effect))
        break
    }
  }
  const hasOutcome = view.effects.some((e) => e.kind === 'invitation') || state === 'cancelled'
  if (!hasOutcome || (state !== 'confirmed' && standingInterviews(view).length === 0 && state !== 'cancelled'))
    steps.push({ label: words.outcome, state: 'waiting' })
  const logs = view.effects.filter((e) => e.kind === 'atsLog')
  if (logs.length > 0) steps.push(logStep(view, logs))
  return steps
}

function logStep(view: RecruiterView, logs: readonly Effect[]): MessageStep {
  const failed = logs.find((e) => e.state === 'dead' || (e.state === 'owed' && e.lastError !== null))
  if (failed) return effectStep(view, stepWords(view).log, failed)
  const done = logs.filter((e) => e.state === 'done')
  const texts = done.flatMap((e) => (e.payload.kind === 'atsLog' ? [`${e.payload.text} (${e.proof?.id ?? ''})`] : []))
  const url = done.at(-1)?.proof?.url
  return {
    label: stepWords(view).log,
    state: done.length === logs.length ? 'done' : 'active',
    detail: stepWords(view).logged(done.length, logs.length),
    isPrivate: true,
    ...(texts.length > 0 ? { proof: texts.join(' | ') } : {}),
    ...(url ? { url } : {}),
  }
}

export function stageLabel(view: RecruiterView, stageId: string): string {
  return view.stages?.stages.find((s) => s.id === stageId)?.label ?? cardWords(readerOf(view)).words.stage.next
}
