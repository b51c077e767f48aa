import type { DraftAction, DraftMessage } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import { moveAction } from '../bot/requestActions.ts'
import { formatInstant, formatRangeShort } from '../domain/formatTime.ts'
import { joinNames, namesPerson, namesWith } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { isLocked, liveInterviews, needBundle, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { partiesCalled } from './enterTimes.ts'
import { findRequests } from './findRequests.ts'
import { meantRequest } from './meantRequest.ts'
import { nudge } from './nudge.ts'
import { say } from './owe.ts'
import { reply, unreadParts } from './reply.ts'
import { nudgeDraft } from './requestCommands.ts'
import type { Conversation } from './scheduleWish.ts'

// Takes:   "ask Jane for times", "send it to him once more": whom to ask, by name, side or neither.
// Reads:   the request and who has been asked, has answered, or waits for the other side.
// Writes:  nothing but a reminder; asking anew and asking out of turn wait for a press.
// Effects: a reminder with a fresh link to whoever was asked and is silent; else the question.
// Refuses when: no request is open for this name (it offers to open one), or a time is agreed (it offers to move it).

type AskWish = Extract<Intent, { kind: 'askTimes' }>

export async function answerAskTimes(deps: Deps, cause: Cause, talk: Conversation, wish: AskWish): Promise<void> {
  // "Ask Marta for times": the one who is asked says which request is meant, when nothing else does.
  const named = { ...wish, about: wish.about ?? wish.names[0] ?? null }
  const isOpen = await deps.store.inTenant(
    talk.tenantId,
    async (tx) => (await findRequests(tx, talk, named)).length > 0,
  )
  if (!isOpen && named.about) return reply(deps, cause, talk, await openDraft(deps, talk, named.about))
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const meant = await meantRequest(tx, talk, named)
    const draft =
      meant.kind === 'ask' ? meant.draft : await askDraft(tx, deps, cause, await needBundle(tx, meant.request.id), wish)
    await say(tx, deps, talk, talk.eventKey, { ...draft, parts: [...draft.parts, ...unreadParts(wish)] })
  })
}

/** Nobody can be asked without a request: what it is for stands in the mail. */
async function openDraft(deps: Deps, talk: Conversation, name: string): Promise<DraftMessage> {
  const { matches } = await deps.ats.findApplications(talk.tenantId, { candidate: name, client: null, job: null })
  if (matches.length === 0)
    return textDraft(`I have no open request for "${name}", so I have asked nobody. "status" lists what is open.`)
  return textDraft(
    `No interview of ${name} is being arranged yet. A question for times says what for, so I open a request and ask ${name} first:`,
    matches.slice(0, 8).map((m) => ({
      kind: 'scheduleWith',
      data: { wish: candidateFirst(name), choices: { applicationId: m.applicationId } },
      label: [m.candidateName, m.jobTitle, m.clientName].filter(Boolean).join(' · '),
      style: matches.length === 1 ? 'primary' : 'normal',
    })),
  )
}

function candidateFirst(candidate: string) {
  return {
    candidate,
    counterparts: [],
    job: null,
    durationMinutes: null,
    order: 'candidateFirst',
    quorum: null,
    fromOn: null,
    toOn: null,
    isScreening: false,
    isRecruiterAttending: false,
  }
}

async function askDraft(tx: Tx, deps: Deps, cause: Cause, bundle: RequestBundle, wish: AskWish): Promise<DraftMessage> {
  const { request, recruiter } = bundle
  const [interview] = liveInterviews(bundle)
  if (isLocked(bundle)) {
    const when = interview ? `: ${formatRangeShort(interview, recruiter)}` : ''
    return textDraft(
      `The time of ${request.title} with ${request.candidateName} is agreed${when}. Asking for other times means to move it. Shall I?`,
      request.state === 'confirmed' ? [{ ...moveAction(request), isOpen: true }] : [],
    )
  }
  const meant = whomToAsk(bundle, wish)
  if (meant.length === 0)
    return textDraft(
      `Nobody of ${request.title} with ${request.candidateName} fits these words, so I have asked nobody.`,
    )
  const waiting = await waitingFor(tx, bundle, meant)
  if (waiting) return textDraft(waiting)
  const silent = meant.filter((p) => p.answer === 'asked')
  const others = meant.filter((p) => p.answer !== 'asked')
  if (others.length > 0) return askAgainDraft(bundle, others)
  const outsiders = silent.filter((p) => p.memberId === null)
  const [only] = outsiders
  if (!only)
    return textDraft(
      `${namesWith(
        silent.map((p) => p.name),
        'was',
        'were',
      )} asked in the chat, and I wait for the answer.`,
    )
  const about = outsiders.length === 1 ? only.name : null
  return nudgeDraft(await nudge(tx, deps, cause, request.id, { about }), request)
}

const sideRoles: Readonly<Record<NonNullable<AskWish['party']>, readonly Party['role'][]>> = {
  candidate: ['candidate'],
  client: ['client'],
  interviewer: ['interviewer', 'hiringManager'],
}

/** By name, by side, or whoever has not answered. */
function whomToAsk(bundle: RequestBundle, wish: AskWish): Party[] {
  const able = bundle.parties.filter((p) => p.role !== 'recruiter' && p.isAttending)
  const named = able.filter((p) => wish.names.some((name) => namesPerson(name, p.name)))
  if (named.length > 0) return named
  const { party } = wish
  if (party) {
    const side = able.filter((p) => sideRoles[party].includes(p.role))
    // "The client" of an in-house job is whoever decides there, and the interviewers of an agency's are its contacts.
    return side.length > 0 ? side : able.filter((p) => p.role !== 'candidate')
  }
  const called = wish.about ? partiesCalled(bundle, wish.about).filter((p) => p.isAttending) : []
  if (called.length > 0) return called
  const silent = able.filter((p) => p.answer === 'asked')
  return silent.length > 0 ? silent : able.filter((p) => p.answer === 'answered')
}

/** The first mail is on its way already. */
async function waitingFor(tx: Tx, bundle: RequestBundle, meant: readonly Party[]): Promise<string | null> {
  const owed = await tx.find('effects', { where: { requestId: bundle.request.id, kind: 'mail', state: 'owed' } })
  const first = owed.find(
    ({ payload }) =>
      payload.kind === 'mail' &&
      ['request', 'askAnew', 'choice'].includes(payload.template) &&
      meant.some((p) => p.id === payload.partyId),
  )
  if (!first) return null
  const names = joinNames(meant.map((p) => p.name))
  return `The question to ${names} goes out ${formatInstant(first.nextAttemptAt, bundle.recruiter)} by itself.`
}

function askAgainDraft({ request }: RequestBundle, meant: readonly Party[]): DraftMessage {
  const names = joinNames(meant.map((p) => p.name))
  const told = meant.filter((p) => p.answer === 'answered').map((p) => p.name)
  const declined = meant.filter((p) => p.answer === 'declined').map((p) => p.name)
  const turn = meant.filter((p) => p.answer === 'notAsked').map((p) => p.name)
  const known = meant.filter((p) => p.answer === 'notNeeded').map((p) => p.name)
  const facts = [
    told.length > 0 ? `${namesWith(told, 'has', 'have')} given times already.` : '',
    declined.length > 0 ? `${joinNames(declined)} declined.` : '',
    turn.length > 0 ? `${joinNames(turn)} would be asked after the other side.` : '',
    known.length > 0 ? `I read the calendar of ${joinNames(known)}, so no question is needed.` : '',
  ].filter(Boolean)
  const ask: DraftAction = {
    kind: 'askAgain',
    data: { requestId: request.id, partyIds: meant.map((p) => p.id) },
    label: turn.length === meant.length ? `Ask ${names} for times now` : `Ask ${names} for other times`,
    style: 'primary',
  }
  return textDraft(
    `${facts.join(' ')} I understood: ask ${names} for times for ${request.title} with ${request.candidateName}. Shall I?`,
    [ask],
  )
}
