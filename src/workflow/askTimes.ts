import { moveAction } from '../bot/requestActions.ts'
import { formatInstant, formatRangeShort } from '../domain/formatTime.ts'
import { namesPerson } from '../domain/names.ts'
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
import { reply, withUnread } from './reply.ts'
import { nudgeDraft } from './requestCommands.ts'
import type { Conversation } from './scheduleWish.ts'
import { aboutRequest, type Composer, sentence } from './speech.ts'

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
    await say(tx, deps, talk, talk.eventKey, withUnread(draft, wish))
  })
}

/** Nobody can be asked without a request: what it is for stands in the mail. */
async function openDraft(deps: Deps, talk: Conversation, name: string): Promise<Composer> {
  const { matches } = await deps.ats.findApplications(talk.tenantId, { candidate: name, client: null, job: null })
  if (matches.length === 0) return sentence(({ errands }) => errands.ask.nobody(name))
  return sentence(
    ({ errands }) => errands.ask.opens(name),
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

async function askDraft(tx: Tx, deps: Deps, cause: Cause, bundle: RequestBundle, wish: AskWish): Promise<Composer> {
  const { request } = bundle
  if (isLocked(bundle)) return agreedDraft(bundle)
  const meant = whomToAsk(bundle, wish)
  if (meant.length === 0)
    return sentence(({ errands }, speech) => errands.ask.fitsNobody(aboutRequest(speech, request)))
  const waiting = await waitingFor(tx, bundle, meant)
  if (waiting) return waiting
  const silent = meant.filter((p) => p.answer === 'asked')
  const others = meant.filter((p) => p.answer !== 'asked')
  if (others.length > 0) return askAgainDraft(bundle, others)
  const outsiders = silent.filter((p) => p.memberId === null)
  const [only] = outsiders
  if (!only)
    return sentence(({ errands }, { list }) => errands.ask.inChat(list(silent.map((p) => p.name)), silent.length))
  const about = outsiders.length === 1 ? only.name : null
  return nudgeDraft(await nudge(tx, deps, cause, request.id, { about }), request)
}

function agreedDraft(bundle: RequestBundle): Composer {
  const { request } = bundle
  const [interview] = liveInterviews(bundle)
  return sentence(
    ({ errands: { ask } }, speech) => {
      const about = aboutRequest(speech, request)
      return interview ? ask.agreedAt(about, formatRangeShort(interview, speech.reader)) : ask.agreed(about)
    },
    ({ language }) =>
      request.state === 'confirmed' ? [{ ...moveAction(request, { reason: null }, language), isOpen: true }] : [],
  )
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
async function waitingFor(tx: Tx, bundle: RequestBundle, meant: readonly Party[]): Promise<Composer | null> {
  const owed = await tx.find('effects', { where: { requestId: bundle.request.id, kind: 'mail', state: 'owed' } })
  const first = owed.find(
    ({ payload }) =>
      payload.kind === 'mail' &&
      ['request', 'askAnew', 'choice'].includes(payload.template) &&
      meant.some((p) => p.id === payload.partyId),
  )
  if (!first) return null
  return sentence(({ errands }, { list, reader }) =>
    errands.ask.goesOut(list(meant.map((p) => p.name)), formatInstant(first.nextAttemptAt, reader)),
  )
}

function askAgainDraft({ request }: RequestBundle, meant: readonly Party[]): Composer {
  const called = (answer: Party['answer']) => meant.filter((p) => p.answer === answer).map((p) => p.name)
  const names = meant.map((p) => p.name)
  const turn = called('notAsked')
  return sentence(
    ({ errands: { ask } }, speech) => {
      const { list } = speech
      const told = called('answered')
      const declined = called('declined')
      const known = called('notNeeded')
      const facts = [
        told.length > 0 ? ask.haveGiven(list(told), told.length) : '',
        declined.length > 0 ? ask.declined(list(declined)) : '',
        turn.length > 0 ? ask.laterTurn(list(turn)) : '',
        known.length > 0 ? ask.calendarRead(list(known)) : '',
      ]
      return [facts.filter(Boolean).join(' '), ask.shallI(list(names), aboutRequest(speech, request))].join(' ')
    },
    ({ words: { errands }, list }) => [
      {
        kind: 'askAgain',
        data: { requestId: request.id, partyIds: meant.map((p) => p.id) },
        label: turn.length === meant.length ? errands.ask.askNow(list(names)) : errands.ask.askOthers(list(names)),
        style: 'primary',
      },
    ],
  )
}
