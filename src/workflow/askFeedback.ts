import { formatInstant, formatRangeShort } from '../domain/formatTime.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Interview } from '../domain/interview.ts'
import { joinNames, namesPerson } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { needBundle, partyOf, type RequestBundle } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { meantRequest } from './meantRequest.ts'
import { cardOrder, logOrder, mailOrder, owe, say } from './owe.ts'
import { withUnread } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import { aboutRequest, type Composer, type Speech, sentence } from './speech.ts'

// Takes:   "ask Marta how it went": an interview, and perhaps of whom.
// Reads:   the interview and who met the candidate in it.
// Writes:  after a press: an audit row.
// Effects: the question; after the press one mail to each, not before the interview is over; the ATS log, the card.
// Refuses when: there is no interview to ask about, or nobody of these names was in it.

type FeedbackWish = Extract<Intent, { kind: 'askFeedback' }>

export async function answerAskFeedback(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  wish: FeedbackWish,
): Promise<void> {
  const named = { ...wish, about: wish.about ?? wish.names[0] ?? null }
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const meant = await meantRequest(tx, talk, named, {
      scope: 'held',
      fits: ({ state }) => state === 'completed' || state === 'confirmed',
    })
    const draft =
      meant.kind === 'ask'
        ? meant.draft
        : feedbackDraft(await needBundle(tx, meant.request.id), wish.names, deps.clock.now())
    await say(tx, deps, talk, talk.eventKey, withUnread(draft, wish))
  })
}

/** The last interview that was not called off. */
export function heldInterview({ interviews }: RequestBundle): Interview | undefined {
  return interviews
    .filter((i) => i.state !== 'cancelled')
    .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime())[0]
}

/** Who met the candidate, members and outsiders alike. */
function panelOf(bundle: RequestBundle, interview: Interview): Party[] {
  return interview.partyIds
    .map((id) => partyOf(bundle, id))
    .filter((p) => p.role !== 'candidate' && p.role !== 'recruiter')
}

function feedbackDraft(bundle: RequestBundle, names: readonly string[], now: Date): Composer {
  const { request } = bundle
  const interview = heldInterview(bundle)
  if (!interview) return sentence(({ errands }, speech) => errands.feedback.noInterview(aboutRequest(speech, request)))
  const panel = panelOf(bundle, interview)
  // "Feedback on Jane" names whom it is about, not who is to give it.
  const isAbout = (name: string) => [request.candidateName, request.clientName ?? ''].some((n) => namesPerson(name, n))
  const named = panel.filter((p) => names.some((name) => namesPerson(name, p.name)))
  const whom = named.length > 0 || !names.every(isAbout) ? named : panel
  if (whom.length === 0)
    return sentence(({ errands }, { list }) =>
      errands.feedback.notThere(list(names), request.candidateName, list(panel.map((p) => p.name))),
    )
  const whoNames = ({ list }: Speech) => list(whom.map((p) => p.name))
  return sentence(
    ({ errands: { feedback } }, speech) =>
      interview.endsAt <= now
        ? feedback.shallI(whoNames(speech), request.candidateName, formatRangeShort(interview, speech.reader))
        : feedback.shallILater(whoNames(speech), request.candidateName, formatInstant(interview.endsAt, speech.reader)),
    (speech) => [
      {
        kind: 'askFeedback',
        data: { requestId: request.id, interviewId: interview.id, partyIds: whom.map((p) => p.id) },
        label: speech.words.errands.feedback.button(whoNames(speech)),
        style: 'primary',
      },
    ],
  )
}

/** The press. Asked once per interview and person; a second press changes nothing. */
export async function askFeedback(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  input: { requestId: string; interviewId: string; partyIds: readonly string[] },
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  const request = await deps.store.inTenant(tenantId, (tx) => tx.get('requests', input.requestId))
  const application = request && (await deps.ats.readApplication(tenantId, request.applicationId))
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, input.requestId)
    const interview = bundle.interviews.find((i) => i.id === input.interviewId)
    if (!interview || interview.state === 'cancelled') return { kind: 'tooLate' }
    const fresh = await notAskedYet(tx, bundle, interview, input.partyIds)
    if (fresh.length === 0) return { kind: 'tooLate' }
    const at = interview.endsAt > deps.clock.now() ? interview.endsAt : deps.clock.now()
    const data = {
      interviewId: interview.id,
      sequence: String(interview.sequence),
      ...(application ? { recordUrl: application.url } : {}),
    }
    const names = joinNames(fresh.map((p) => p.name))
    await owe(tx, deps, [
      ...fresh.map((p) => mailOrder(bundle.request.id, 'feedback', p.id, interview.id, { at, data })),
      logOrder(
        bundle.request.id,
        'feedbackAsked',
        deps.ids.next('feedback'),
        `${names} asked for feedback: ${interview.title}`,
        { at: at.toISOString(), of: fresh.map((p) => p.name) },
      ),
      cardOrder(deps, bundle.request.id, bundle.request.version),
    ])
    await recordAudit(tx, deps, cause, {
      requestId: bundle.request.id,
      action: 'askFeedback',
      fromState: bundle.request.state,
      toState: bundle.request.state,
      data: { partyIds: fresh.map((p) => p.id) },
    })
    return { kind: 'done' }
  })
}

async function notAskedYet(
  tx: Tx,
  bundle: RequestBundle,
  interview: Interview,
  partyIds: readonly string[],
): Promise<Party[]> {
  const mails = await tx.find('effects', { where: { requestId: bundle.request.id, kind: 'mail' } })
  const asked = new Set(
    mails.flatMap(({ payload }) =>
      payload.kind === 'mail' && payload.template === 'feedback' && payload.data.interviewId === interview.id
        ? [payload.partyId]
        : [],
    ),
  )
  return panelOf(bundle, interview).filter((p) => partyIds.includes(p.id) && !asked.has(p.id))
}
