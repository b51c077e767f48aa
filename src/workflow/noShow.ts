import type { DraftAction } from '../bot/message.ts'
import { formatRangeShort } from '../domain/formatTime.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Interview } from '../domain/interview.ts'
import { joinNames } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { Request } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { catalogue } from '../words/catalogue.ts'
import type { ErrandWords } from '../words/replyWords.ts'
import { withdrawDayOf } from './askEverybody.ts'
import { heldInterview } from './askFeedback.ts'
import { moveRequest, needBundle, partyOf, type RequestBundle } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import { atsInterviewOrder } from './confirmInterview.ts'
import type { Deps } from './deps.ts'
import { partiesCalled } from './enterTimes.ts'
import { meantRequest } from './meantRequest.ts'
import { cardOrder, logOrder, owe, say } from './owe.ts'
import { withUnread } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import { aboutRequest, type Composer, type Speech, sentence, speechIn } from './speech.ts'
import { releaseHolds } from './takeHolds.ts'

// Takes:   "Jane did not show up": an interview that has begun, and who did not come.
// Reads:   the interview and who was expected.
// Writes:  after a press: the interview as not held, the request as closed with who did not come.
// Effects: the question; after the press the ATS record as cancelled and an entry of the log; the offer to find another time.
// Refuses when: no interview has begun, or it was called off. Nobody is written to.

type NoShowWish = Extract<Intent, { kind: 'noShow' }>

export async function answerNoShow(deps: Deps, cause: Cause, talk: Conversation, wish: NoShowWish): Promise<void> {
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const meant = await meantRequest(tx, talk, wish, {
      scope: 'held',
      fits: ({ state }) => state === 'completed' || state === 'confirmed',
    })
    const draft =
      meant.kind === 'ask' ? meant.draft : noShowDraft(await needBundle(tx, meant.request.id), wish, deps.clock.now())
    await say(tx, deps, talk, talk.eventKey, withUnread(draft, wish))
  })
}

function noShowDraft(bundle: RequestBundle, wish: NoShowWish, now: Date): Composer {
  const { request } = bundle
  const interview = heldInterview(bundle)
  if (!interview) return sentence(({ errands }, speech) => errands.noShow.noInterview(aboutRequest(speech, request)))
  const when = ({ reader }: Speech) => formatRangeShort(interview, reader)
  if (interview.startsAt > now)
    return sentence(({ errands }, speech) => errands.noShow.notYet(request.candidateName, when(speech)))
  const expected = interview.partyIds.map((id) => partyOf(bundle, id)).filter((p) => p.role !== 'recruiter')
  const missing = whoIsMeant(bundle, expected, wish)
  if (missing.length === 0)
    return sentence(
      ({ errands }, speech) => errands.noShow.who(request.title, when(speech)),
      (speech) => expected.map((p) => noteAction(request, interview, [p], speech)),
    )
  return sentence(
    ({ errands }, speech) =>
      errands.noShow.shallI(speech.list(missing.map((p) => p.name)), request.title, when(speech)),
    (speech) => [noteAction(request, interview, missing, speech)],
  )
}

const sideRoles: Readonly<Record<NonNullable<NoShowWish['party']>, readonly Party['role'][]>> = {
  candidate: ['candidate'],
  client: ['client', 'hiringManager'],
  interviewer: ['interviewer', 'hiringManager', 'client'],
}

/** By side, else by a name that is one person's: "the client didn't show", "Marta didn't show". */
function whoIsMeant(bundle: RequestBundle, expected: readonly Party[], { about, party }: NoShowWish): Party[] {
  if (party) return expected.filter((p) => sideRoles[party].includes(p.role))
  const called = about ? partiesCalled(bundle, about).filter((p) => expected.includes(p)) : []
  return called.length === 1 ? called : []
}

function noteAction(
  request: Request,
  interview: Interview,
  missing: readonly Party[],
  { words, list }: Speech,
): DraftAction {
  return {
    kind: 'noteNoShow',
    data: { requestId: request.id, interviewId: interview.id, partyIds: missing.map((p) => p.id) },
    label: words.errands.noShow.button(list(missing.map((p) => p.name))),
    style: 'primary',
  }
}

/** The press. A request for which another time is being looked for already only gets the entry in the log. */
export async function noteNoShow(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  talk: Conversation,
  input: { requestId: string; interviewId: string; partyIds: readonly string[] },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const { request } = bundle
    const interview = bundle.interviews.find((i) => i.id === input.interviewId)
    if (!interview || interview.state === 'cancelled') return { kind: 'tooLate' }
    const names = input.partyIds.map((id) => partyOf(bundle, id).name)
    const isOver = request.state === 'confirmed' || request.state === 'completed'
    const version = isOver ? await closeUnheld(tx, deps, cause, bundle, interview, names) : request.version
    if (!isOver)
      await recordAudit(tx, deps, cause, {
        requestId: request.id,
        action: 'noShow',
        fromState: request.state,
        toState: request.state,
        data: { partyIds: input.partyIds },
      })
    await owe(tx, deps, [
      logOrder(request.id, 'noShow', interview.id, `${interview.title}: ${englishNoShow(names)}`, {
        at: deps.clock.now().toISOString(),
        missing: input.partyIds.map((id) => partyOf(bundle, id).name),
        startsAt: interview.startsAt.toISOString(),
      }),
      cardOrder(deps, request.id, version),
    ])
    await say(tx, deps, talk, talk.eventKey, ({ words: { errands }, list }) => ({
      parts: [
        {
          kind: 'note',
          tone: 'warning',
          text: [errands.noShow.noted(list(names)), ...(isOver ? [errands.noShow.closed] : [])].join(' '),
        },
      ],
      actions: isOver ? [anotherTimeAction(bundle, errands)] : [],
    }))
    return { kind: 'done' }
  })
}

/** What the records keep is English; the card keeps it in the words of whoever reads it. */
function englishNoShow(names: readonly string[]): string {
  return catalogue.en.replies.errands.noShow.happened(joinNames(names))
}

/** The interview was not held: its record says so, its time is free, and there is nothing left to remind of. */
async function closeUnheld(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  bundle: RequestBundle,
  interview: Interview,
  names: readonly string[],
): Promise<number> {
  const { request } = bundle
  const now = deps.clock.now()
  const told = await speechIn(tx, { threadId: request.threadId, memberId: request.recruiterId })
  const reason = told.words.errands.noShow.happened(told.list(names))
  const unheld = await tx.update(
    'interviews',
    interview.id,
    { state: 'cancelled', cancelReason: englishNoShow(names), updatedAt: now },
    { version: interview.version },
  )
  await withdrawDayOf(tx, deps, interview.id)
  await releaseHolds(tx, bundle, 'all')
  await owe(tx, deps, [{ ...atsInterviewOrder(request.id, unheld), key: `${interview.id}:ats:noShow` }])
  if (request.state === 'confirmed') {
    const closed = await moveRequest(tx, deps, cause, request, 'completed', 'noShow', { closedReason: reason })
    return closed.version
  }
  const noted = await tx.update('requests', request.id, { closedReason: reason, updatedAt: now })
  await recordAudit(tx, deps, cause, {
    requestId: request.id,
    action: 'noShow',
    fromState: request.state,
    toState: request.state,
  })
  return noted.version
}

/** The same interview once more, as a request of its own: everybody is asked for new times. */
function anotherTimeAction({ request, parties, sessions }: RequestBundle, { noShow }: ErrandWords): DraftAction {
  const panel = parties.filter((p) => p.role !== 'candidate' && p.role !== 'recruiter' && p.isAttending)
  const wish = {
    candidate: request.candidateName,
    counterparts: panel.map((p) => p.name),
    job: request.jobTitle,
    durationMinutes: sessions[0]?.durationMinutes ?? null,
    order: request.order,
    quorum: request.quorum,
    fromOn: null,
    toOn: null,
    isScreening: / Screening /.test(request.title),
    isRecruiterAttending: request.isRecruiterAttending,
  }
  return {
    kind: 'scheduleWith',
    data: { wish, choices: { applicationId: request.applicationId, isAnotherRound: true } },
    label: noShow.anotherTime,
    style: 'normal',
  }
}
