import type { ApplicationContext, AtsInterview } from '../ats/port.ts'
import { fullName } from '../domain/names.ts'
import type { Request } from '../domain/request.ts'
import { isClosed } from '../domain/request.ts'
import type { Tx } from '../store/port.ts'
import { tellPreconditions } from './atsPreconditions.ts'
import { readSettings } from './bundle.ts'
import type { Cause } from './cause.ts'
import { chooseCounterparts } from './chooseCounterparts.ts'
import type { Deps } from './deps.ts'
import { findApplication, missingEmailDraft } from './findApplication.ts'
import { findUnknownCalendars, openRequest, type RequestOrder } from './openRequest.ts'
import { say } from './owe.ts'
import { unreadParts } from './reply.ts'
import type { Conversation, ScheduleChoices, ScheduleWish } from './scheduleWish.ts'
import { setUpDraft } from './setUp.ts'
import { type Composer, type Draft, sentence } from './speech.ts'

// Takes:   a recruiter's wish "schedule X with Y for Z", in a thread.
// Reads:   the ATS (application, contacts, stages, interviews), standing format, members' calendars.
// Writes:  request, session, seats, parties; or nothing, when there is a question to ask first.
// Effects: first mails after the undo time, the living card.
// Refuses when: nobody or several fit, an address is missing, the same interview is already being arranged; each is a question with buttons.

export async function scheduleInterview(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  wish: ScheduleWish,
  choices: ScheduleChoices = {},
): Promise<void> {
  const answer = (draft: Draft) =>
    deps.store.inTenant(talk.tenantId, async (tx) => {
      await cause.claim?.(tx)
      await say(tx, deps, talk, talk.eventKey, draft)
    })

  const { settings, recruiter } = await deps.store.inTenant(talk.tenantId, async (tx) => ({
    settings: await readSettings(tx),
    recruiter: await tx.get('members', talk.memberId),
  }))
  if (!settings.isSetUp || !recruiter) return answer(setUpDraft(settings, recruiter, { kind: 'schedule', ...wish }))

  const found = await findApplication(deps, talk, wish, choices)
  if (found.kind === 'ask') return answer(found.draft)
  const { application } = found

  const email = application.candidate.emails[0]
  if (!email) return answer(missingEmailDraft(application, wish, choices))

  const counterparts = chooseCounterparts(application, wish, choices)
  if (counterparts.kind === 'ask') return answer(counterparts.draft)

  const existing = await readExisting(deps, talk, application)
  const open = existing.requests.filter((r) => !isClosed(r.state))
  const firstOpen = open[0]
  const upcoming = existing.interviews.filter((i) => i.status === 'SCHEDULED' && i.startAt > deps.clock.now())
  if (!choices.isAnotherRound && (firstOpen || upcoming.length > 0))
    return answer(duplicateDraft(application, firstOpen, upcoming, wish, choices))

  const panel = counterparts.people
  const unknownMembers = await findUnknownCalendars(deps, talk.tenantId, settings, panel)
  const roundNumber = roundOf(existing.interviews, open)
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    // Writing one row of the tenant makes two openings wait for each other, in whichever conversation they were asked for;
    // the later one then finds what the earlier one opened.
    await tx.update('settings', talk.tenantId, {})
    const openNow = (await readRequests(tx, deps, application)).filter((r) => !isClosed(r.state))
    const justOpened = openNow.find((r) => !open.some((known) => known.id === r.id))
    if (justOpened)
      return say(tx, deps, talk, talk.eventKey, duplicateDraft(application, justOpened, [], wish, choices))
    const order: RequestOrder = {
      application,
      email,
      panel,
      wish,
      settings,
      recruiter,
      roundNumber,
      quorum: choices.quorum ?? wish.quorum ?? settings.quorum,
      unknownMembers,
    }
    await openRequest(tx, deps, cause, talk, order)
    await tellPreconditions(tx, deps, talk, application)
    if (wish.unreadWords)
      await say(tx, deps, talk, `${talk.eventKey}:unread`, (speech) => ({
        parts: unreadParts(speech, wish),
        actions: [],
      }))
  })
}

async function readExisting(deps: Deps, talk: Conversation, application: ApplicationContext) {
  const interviews = await deps.ats.listInterviews(talk.tenantId, application.applicationId)
  const requests = await deps.store.inTenant(talk.tenantId, (tx) => readRequests(tx, deps, application))
  return { interviews, requests }
}

function readRequests(tx: Tx, deps: Deps, application: ApplicationContext): Promise<Request[]> {
  return tx.find('requests', {
    where: { applicationId: application.applicationId, atsConnection: deps.ats.connection },
    orderBy: [['createdAt', 'desc']],
  })
}

/** Interviews that took place or stand, plus requests that are still open, plus one. */
function roundOf(interviews: readonly AtsInterview[], open: readonly Request[]): number {
  const held = interviews.filter((i) => i.status !== 'CANCELED').length
  return held + open.filter((r) => r.interviewId === null).length + 1
}

function duplicateDraft(
  application: ApplicationContext,
  open: Request | undefined,
  upcoming: readonly AtsInterview[],
  wish: ScheduleWish,
  choices: ScheduleChoices,
): Composer {
  const name = fullName(application.candidate)
  return sentence(
    ({ opening, talk, board }) =>
      open
        ? opening.isThere(talk.with(open.title, name), board.state[open.state])
        : opening.isBooked(name, upcoming[0]?.title ?? opening.anInterview),
    ({ words: { opening } }) => [
      ...(open
        ? [{ kind: 'showRequest', data: { requestId: open.id }, label: opening.openIt, style: 'primary' as const }]
        : []),
      {
        kind: 'scheduleWith',
        data: { wish, choices: { ...choices, applicationId: application.applicationId, isAnotherRound: true } },
        label: opening.anotherRound,
        style: 'normal',
      },
    ],
  )
}
