import type { DraftAction } from '../bot/message.ts'
import { cancelAction } from '../bot/requestActions.ts'
import { namesPerson } from '../domain/names.ts'
import type { Request } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { ReplyWords } from '../words/replyWords.ts'
import { withdrawMails } from './askEverybody.ts'
import { moveRequest, needBundle, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { hasWritten } from './hasWritten.ts'
import { cardOrder, owe, say } from './owe.ts'
import { oweIntents } from './oweIntents.ts'
import type { Conversation, ScheduleWish } from './scheduleWish.ts'
import { aboutRequest, type Composer, sentence, speechIn } from './speech.ts'

// Takes:   "no, Jane Okafor", "I meant Acme", "for the iOS role": another candidate, client or job for a request just opened.
// Reads:   the request, and whether anybody has been written to.
// Writes:  while nobody has been: the request undone, and the right one opened as if it had been asked for.
// Effects: those of opening a request.
// Refuses when: people have been written to: it offers to cancel with mails and to open the right one.

type UpdateWish = Extract<Intent, { kind: 'update' }>

/** Whether a wish names another candidate, client or job than the request has. */
export function isCorrection(request: Request, wish: UpdateWish): boolean {
  const isOther = (said: string | null, known: string | null) => said !== null && !namesPerson(said, known ?? '')
  return (
    isOther(wish.candidate, request.candidateName) ||
    isOther(wish.client, request.clientName) ||
    isOther(wish.job, request.jobTitle)
  )
}

export async function answerCorrection(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  bundle: RequestBundle,
  wish: UpdateWish,
): Promise<void> {
  const corrected = correctedWish(bundle, wish)
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const { request } = await needBundle(tx, bundle.request.id)
    if ((await hasWritten(tx, request.id)) || request.state !== 'collecting')
      return say(tx, deps, talk, talk.eventKey, tooLateDraft(request, corrected))
    const { words } = await speechIn(tx, { threadId: request.threadId, memberId: request.recruiterId })
    await withdrawMails(tx, deps, request.id)
    const moved = await moveRequest(tx, deps, cause, request, 'cancelled', 'undo', {
      closedReason: words.talk.undo.wasCorrected,
    })
    await owe(tx, deps, [cardOrder(deps, request.id, moved.version)])
    await oweIntents(tx, deps, talk, `${talk.eventKey}:corrected`, [{ kind: 'schedule', ...corrected }])
  })
}

function correctedWish(bundle: RequestBundle, wish: UpdateWish): ScheduleWish {
  const { request, parties, sessions } = bundle
  const isSameSide = wish.client === null && wish.job === null
  const others = parties.filter((p) => p.role !== 'candidate' && p.role !== 'recruiter').map((p) => p.name)
  const client = wish.client ?? request.clientName
  return {
    candidate: wish.candidate ?? request.candidateName,
    counterparts: [...(client ? [client] : []), ...(isSameSide ? others : []), ...wish.added],
    // Another client has another job: which one is asked when it is not said.
    job: wish.job ?? (wish.client === null ? request.jobTitle : null),
    durationMinutes: wish.durationMinutes ?? sessions[0]?.durationMinutes ?? null,
    order: request.order,
    quorum: request.quorum,
    fromOn: wish.fromOn ?? request.rules.fromOn,
    toOn: wish.toOn ?? request.rules.toOn,
    isScreening: / Screening /.test(request.title),
    isRecruiterAttending: request.isRecruiterAttending,
    ...(wish.unreadWords ? { unreadWords: wish.unreadWords } : {}),
  }
}

function tooLateDraft(request: Request, wish: ScheduleWish): Composer {
  const open = ({ opening }: ReplyWords): DraftAction => {
    const name = wish.candidate ?? request.candidateName
    const [client] = wish.counterparts
    return {
      kind: 'scheduleWith',
      data: { wish, choices: {} },
      label: client ? opening.insteadWith(name, client) : opening.instead(name),
      style: 'primary',
    }
  }
  return sentence(
    ({ opening }, speech) => opening.writtenAlready(aboutRequest(speech, request)),
    ({ words, language }) => [cancelAction(request, { reason: null }, language), open(words)],
  )
}
