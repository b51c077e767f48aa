import type { Effect } from '../domain/effect.ts'
import { formatInstant, formatRangeShort } from '../domain/formatTime.ts'
import type { Party } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import type { MessageStep } from './message.ts'
import { approversIn, offeredProposals, type RecruiterView, readerOf, standingInterviews } from './requestView.ts'

type StepState = MessageStep['state']

/** Every step of the request in order, each with what happened and its proof in the provider's own words. */
export function requestSteps(view: RecruiterView): MessageStep[] {
  return [...askSteps(view), ...answerSteps(view), matchStep(view), ...approvalSteps(view), ...outcomeSteps(view)]
}

/** One outside action as a step: done with proof, failed with the reason and the next attempt, or still to come. */
function effectStep(view: RecruiterView, label: string, effect: Effect): MessageStep {
  const reader = readerOf(view)
  const failure = effect.lastError
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
      if (failure) return { label, state: 'failed', detail: `${failure.sentence} Next attempt: ${next}.` }
      return { label, state: 'waiting', detail: effect.nextAttemptAt > view.now ? `Goes out ${next}` : 'Going out' }
    }
    case 'trying':
      return { label, state: 'active', detail: 'Being sent' }
    case 'withdrawn':
      return { label, state: 'skipped', detail: 'Taken back before it was sent' }
    case 'asked':
    case 'dead':
      return { label, state: 'failed', detail: failure?.sentence ?? 'It failed.' }
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
  return view.parties
    .filter((p) => p.role !== 'recruiter' && p.isAttending)
    .flatMap((party) => {
      if (party.memberId) return [memberStep(view, party)]
      const asked = latest(mailsTo(view, party, ['request', 'askAnew', 'nothingFits', 'choice']))
      const reminder = latest(mailsTo(view, party, ['reminder']))
      return [
        ...(asked ? [effectStep(view, `Ask ${party.name}`, asked)] : []),
        ...(reminder ? [effectStep(view, `Remind ${party.name}`, reminder)] : []),
      ]
    })
}

/** Members are asked in the chat only when their calendar cannot be read: unknown is said, never taken for free. */
function memberStep(view: RecruiterView, party: Party): MessageStep {
  const label = `${party.name}'s calendar`
  const isUnknown = view.proposals.some((p) => p.unknownPartyIds.includes(party.id))
  if (party.answer === 'notNeeded' && !isUnknown)
    return { label, state: 'done', detail: 'Known: busy times are kept clear' }
  if (party.answer === 'notNeeded')
    return { label, state: 'failed', detail: 'Unknown: nobody can say whether these times are free' }
  if (party.answer === 'answered') return { label, state: 'done', detail: 'Unknown, so asked in the chat' }
  return { label, state: 'active', detail: 'Unknown, not free: asked in the chat for times' }
}

function answerSteps(view: RecruiterView): MessageStep[] {
  const reader = readerOf(view)
  return view.parties
    .filter((p) => p.answer !== 'notNeeded' && p.role !== 'recruiter')
    .map((party) => {
      const label = `${party.name}'s times`
      const windows = view.windows.filter((w) => w.partyId === party.id)
      switch (party.answer) {
        case 'answered': {
          if (windows.length === 0)
            return { label, state: 'done' as StepState, detail: 'Chose one of the offered times' }
          const shown = windows.slice(0, 4).map((w) => formatRangeShort(w, reader))
          const more = windows.length > shown.length ? ` and ${windows.length - shown.length} more` : ''
          const by = party.answeredBy === 'recruiter' ? ' (entered by you)' : ''
          const note = party.note ? ` Note: "${party.note}"` : ''
          return {
            label,
            state: 'done' as StepState,
            detail: `${shown.join('; ')}${more}${by}.${note}`,
            ...(note === '' ? {} : { isPrivate: true }),
          }
        }
        case 'declined':
          return {
            label,
            state: 'failed' as StepState,
            detail: `Declined${party.declineReason ? `: "${party.declineReason}"` : ''}`,
            ...(party.declineReason ? { isPrivate: true } : {}),
          }
        case 'asked':
        case 'notAsked':
          if (isClosed(view.request.state)) return { label, state: 'skipped' as StepState, detail: 'No longer needed' }
          if (party.answer === 'notAsked')
            return { label, state: 'waiting' as StepState, detail: 'Asked after the other side' }
          return isAskedAlready(view, party)
            ? {
                label,
                state: 'active' as StepState,
                detail: `Waiting for an answer. ${reminderWords(view, party)}`.trim(),
              }
            : { label, state: 'waiting' as StepState, detail: 'Once the question has gone out' }
        default:
          return { label, state: 'waiting' as StepState, detail: 'Asked after the other side' }
      }
    })
}

function reminderWords(view: RecruiterView, party: Party): string {
  if (party.isReminderStopped) return 'No more reminders.'
  return party.remindAt ? `Next reminder: ${formatInstant(party.remindAt, readerOf(view))}.` : ''
}

/** A mail that waits for its undo time has asked nobody yet. */
function isAskedAlready(view: RecruiterView, party: Party): boolean {
  const mail = latest(mailsTo(view, party, ['request', 'askAnew', 'nothingFits', 'choice']))
  return mail === undefined || mail.state === 'done' || mail.state === 'asked'
}

function matchStep(view: RecruiterView): MessageStep {
  const label = 'Find a common time'
  const { state } = view.request
  if (state === 'noOverlap') return { label, state: 'failed', detail: view.request.stuckReasons.join(' ') }
  if (state === 'collecting' || state === 'declined')
    return { label, state: 'waiting', detail: 'When the answers are in' }
  if (state === 'cancelled') return { label, state: 'skipped' }
  const count = view.proposals.length
  return { label, state: 'done', detail: count === 1 ? 'One time fits everybody' : `${count} times fit everybody` }
}

function approvalSteps(view: RecruiterView): MessageStep[] {
  const { state, order } = view.request
  const reader = readerOf(view)
  const chosen = view.approvals.find(
    (a) => a.decision === 'chosen' && view.proposals.some((p) => p.id === a.proposalId),
  )
  if (state === 'choosing' || chosen) {
    const candidate = view.parties.find((p) => p.role === 'candidate')
    const proposal = view.proposals.find((p) => p.id === chosen?.proposalId)
    return [
      {
        label: `${candidate?.name ?? 'The candidate'} chooses`,
        state: chosen ? 'done' : 'active',
        detail: proposal ? formatRangeShort(proposal, reader) : `${offeredProposals(view).length} times to choose from`,
      },
    ]
  }
  if (order === 'clientFirst' && state === 'collecting') return []
  return approversIn(view).map((party) => approvalStep(view, party))
}

function approvalStep(view: RecruiterView, party: Party): MessageStep {
  const label = `${party.name} approves`
  const { state } = view.request
  const own = view.approvals.filter(
    (a) => a.decision === 'approved' && view.proposals.some((p) => p.id === a.proposalId && p.state !== 'withdrawn'),
  )
  const given = own.find((a) => a.partyId === party.id)
  const bySomebody = given ?? (state === 'agreed' || state === 'confirmed' ? own[0] : undefined)
  if (bySomebody) {
    const proposal = view.proposals.find((p) => p.id === bySomebody.proposalId)
    const speaker = view.parties.find((p) => p.id === bySomebody.partyId)
    const by = speaker?.id === party.id ? '' : ` (by ${speaker?.name ?? 'you'})`
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
      ? `Asked ${formatInstant(mail.updatedAt, readerOf(view))}. ${reminderWords(view, party)}`.trim()
      : 'Asked in the chat',
    ...(mail?.proof ? { proof: `${mail.proof.said} (${mail.proof.id})` } : {}),
  }
}

const toldWords: Readonly<Record<string, string>> = {
  closing: 'Tell',
  changed: 'Tell the change to',
  released: 'Release',
  feedback: 'Ask for feedback:',
}

function outcomeSteps(view: RecruiterView): MessageStep[] {
  const { state } = view.request
  const nameOf = (partyId: string) => view.parties.find((p) => p.id === partyId)?.name ?? 'somebody'
  const steps: MessageStep[] = []
  for (const effect of view.effects) {
    const { payload } = effect
    switch (payload.kind) {
      case 'invitation': {
        const what =
          payload.method === 'CANCEL' ? 'Cancellation to' : payload.sequence > 0 ? 'New invitation to' : 'Invite'
        steps.push(effectStep(view, `${what} ${nameOf(payload.partyId)}`, effect))
        break
      }
      case 'atsInterview':
        steps.push(
          effectStep(
            view,
            payload.sequence === 0 ? 'Write the interview into the ATS' : 'Update the interview in the ATS',
            effect,
          ),
        )
        break
      case 'atsStage':
        steps.push(effectStep(view, `Move the stage to ${stageLabel(view, payload.toStageId)}`, effect))
        break
      case 'mail':
        if (payload.template in toldWords)
          steps.push(effectStep(view, `${toldWords[payload.template]} ${nameOf(payload.partyId)}`, effect))
        else if (payload.template === 'dayOf' && effect.state !== 'withdrawn')
          steps.push(effectStep(view, `Remind ${nameOf(payload.partyId)} on the day`, effect))
        break
    }
  }
  const hasOutcome = view.effects.some((e) => e.kind === 'invitation') || state === 'cancelled'
  if (!hasOutcome || (state !== 'confirmed' && standingInterviews(view).length === 0 && state !== 'cancelled'))
    steps.push({ label: 'Invite everybody, write the ATS', state: 'waiting' })
  const logs = view.effects.filter((e) => e.kind === 'atsLog')
  if (logs.length > 0) steps.push(logStep(view, logs))
  return steps
}

function logStep(view: RecruiterView, logs: readonly Effect[]): MessageStep {
  const failed = logs.find((e) => e.state === 'dead' || (e.state === 'owed' && e.lastError !== null))
  if (failed) return effectStep(view, 'ATS log', failed)
  const done = logs.filter((e) => e.state === 'done')
  const texts = done.flatMap((e) => (e.payload.kind === 'atsLog' ? [`${e.payload.text} (${e.proof?.id ?? ''})`] : []))
  const url = done.at(-1)?.proof?.url
  return {
    label: 'ATS log',
    state: done.length === logs.length ? 'done' : 'active',
    detail: `${done.length} of ${logs.length} entries written`,
    isPrivate: true,
    ...(texts.length > 0 ? { proof: texts.join(' | ') } : {}),
    ...(url ? { url } : {}),
  }
}

export function stageLabel(view: RecruiterView, stageId: string): string {
  return view.stages?.stages.find((s) => s.id === stageId)?.label ?? 'the next stage'
}
