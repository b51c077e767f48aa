import { z } from 'zod'
import type { ApplicationContext, AtsStage } from '../ats/port.ts'
import { cancelAction } from '../bot/requestActions.ts'
import type { TenantId } from '../domain/ids.ts'
import { foldName } from '../domain/names.ts'
import type { StageStatus } from '../domain/records.ts'
import { isClosed, type Request } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { describeApplication, meantApplication } from './meantApplication.ts'
import { chooseAction } from './meantRequest.ts'
import { cardOrder, owe, say } from './owe.ts'
import { reply, withUnread } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import { type Composer, sentence, speechIn } from './speech.ts'

// Takes:   "move Jane to Offer": an application and a stage, by the customer's label or by what it means.
// Reads:   the application with its stage of this moment, the stages of its job.
// Writes:  after a press: requests of this application go on from the new stage.
// Effects: the question; after the press the ATS is moved, if it still is where the question said, and the thread is told with the ATS's words.
// Refuses when: no stage is called so (the nearest are buttons), it is there already, or the ATS connection may not write.

type StageWish = Extract<Intent, { kind: 'moveStage' }>

export async function answerMoveStage(deps: Deps, cause: Cause, talk: Conversation, wish: StageWish): Promise<void> {
  const answer = (draft: Composer) => reply(deps, cause, talk, withUnread(draft, wish))
  if (deps.ats.depth < 3) return answer(sentence(({ errands }) => errands.stage.cannotWrite))
  const meant = await meantApplication(deps, talk, wish)
  if (meant.kind === 'ask') return answer(meant.draft)
  const { application, request } = meant
  const { stages, stage } = application
  const found = matchStages(stages, wish.stage)
  const [to] = found
  if (!to || found.length > 1) return answer(whichStageDraft(application, found, wish))
  if (to.id === stage.id)
    return answer(
      sentence(({ errands, talk: words }) =>
        errands.stage.isThere(describeApplication(words, application), stage.label),
      ),
    )
  const isOpen = request !== null && !isClosed(request.state)
  const isEnd = to.status === 'rejected' || to.status === 'hired'
  await answer(moveDraft(application, to, isOpen && isEnd ? request : null))
}

function whichStageDraft(application: ApplicationContext, found: readonly AtsStage[], wish: StageWish): Composer {
  const { stages, stage } = application
  const offered = found.length > 1 ? found : stages.filter((s) => s.id !== stage.id)
  return sentence(
    ({ errands, talk }) => {
      const { several, none, whereTo } = errands.stage
      const first = found.length > 1 ? several(wish.stage, found.length) : none(wish.stage)
      return `${first} ${whereTo(describeApplication(talk, application), stage.label)}`
    },
    offered.slice(0, 8).map((s) => chooseAction({ ...wish, stage: s.label }, application.applicationId, s.label)),
  )
}

/** `ending`: a request that would stay open although the application has come to its end. */
function moveDraft(application: ApplicationContext, to: AtsStage, ending: Request | null): Composer {
  const { stages, stage } = application
  return ({ words: { errands, talk }, language }) => {
    const who = describeApplication(talk, application)
    return {
      parts: [
        { kind: 'text', text: errands.stage.shallI(who, stage.label, to.label) },
        ...(ending
          ? [{ kind: 'note' as const, tone: 'warning' as const, text: errands.stage.staysOpen(ending.title) }]
          : []),
      ],
      actions: [
        {
          kind: 'moveStage',
          data: {
            applicationId: application.applicationId,
            fromStageId: stage.id,
            toStageId: to.id,
            words: errands.stage.moved(who, stage.label, to.label),
            laterStageIds: stages.filter((s) => s.ordinal > to.ordinal).map((s) => s.id),
          },
          label: errands.stage.button(to.label),
          style: 'primary',
        },
        ...(ending ? [cancelAction(ending, { reason: null }, language)] : []),
      ],
    }
  }
}

/** What people say for a stage that the customer calls otherwise. */
const statusWords: Readonly<Record<StageStatus, readonly string[]>> = {
  applied: ['applied', 'new', 'inbox', 'sourced'],
  submitted: ['submitted', 'presented', 'sent'],
  screening: ['screen', 'screening', 'phone screen', 'first call'],
  interview: ['interview', 'interviewing'],
  finalInterview: ['final', 'final round', 'final interview', 'onsite', 'last round'],
  offer: ['offer', 'offered', 'offer stage'],
  hired: ['hired', 'placed', 'won', 'accepted', 'joined'],
  rejected: ['rejected', 'reject', 'declined', 'disqualified', 'archived', 'no', 'lost'],
}

/** The stages meant, best kind of fit only: the label itself, a label that begins so, one that holds it, its meaning. */
export function matchStages(stages: readonly AtsStage[], written: string): AtsStage[] {
  const said = foldName(written)
    .replace(/^(the|stage) /, '')
    .replace(/ (stage|column|step)$/, '')
  if (said === '') return []
  const label = (stage: AtsStage) => foldName(stage.label)
  const tests: ((stage: AtsStage) => boolean)[] = [
    (stage) => label(stage) === said,
    (stage) => label(stage).startsWith(`${said} `) || said.startsWith(`${label(stage)} `),
    (stage) => ` ${label(stage)} `.includes(` ${said} `),
    (stage) => statusWords[stage.status].includes(said),
    (stage) => said.length >= 4 && label(stage).includes(said),
  ]
  for (const test of tests) {
    const found = stages.filter(test)
    if (found.length > 0) return found
  }
  return []
}

export const stageMoveSchema = z.object({
  applicationId: z.string(),
  fromStageId: z.string(),
  toStageId: z.string(),
  words: z.string(),
  laterStageIds: z.array(z.string()),
})

/** The press: the move is owed, and told when the ATS has done it. */
export async function moveStage(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  talk: Conversation,
  input: z.infer<typeof stageMoveSchema>,
): Promise<void> {
  const { applicationId, fromStageId, toStageId, words } = input
  await deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const open = await readOpen(tx, deps, applicationId)
    const [request] = open
    const { words: said } = await speechIn(tx, talk)
    const askedIn = { threadId: talk.threadId, memberId: talk.memberId, done: said.errands.stage.inAts(words) }
    await owe(tx, deps, [
      {
        key: `${applicationId}:stage:${talk.eventKey}`,
        requestId: request?.id ?? null,
        payload: { kind: 'atsStage', applicationId, fromStageId, toStageId, askedIn },
      },
    ])
    await recordAudit(tx, deps, cause, {
      requestId: request?.id ?? null,
      action: 'moveStage',
      fromState: request?.state ?? null,
      toState: request?.state ?? null,
      data: { applicationId, fromStageId, toStageId },
    })
    for (const one of open) {
      // The move on confirmation compares with where the application is now, and never goes back.
      const target = one.toStageId !== null && input.laterStageIds.includes(one.toStageId) ? one.toStageId : null
      const moved = await tx.update(
        'requests',
        one.id,
        { fromStageId: toStageId, toStageId: target, updatedAt: deps.clock.now() },
        { version: one.version },
      )
      await owe(tx, deps, [cardOrder(deps, one.id, moved.version)])
    }
    const draft = sentence(({ errands }) => errands.stage.beingWritten(words))
    await say(tx, deps, talk, talk.eventKey, draft)
  })
}

async function readOpen(tx: Tx, deps: Deps, applicationId: string): Promise<Request[]> {
  const own = await tx.find('requests', {
    where: { applicationId, atsConnection: deps.ats.connection },
    orderBy: [['createdAt', 'desc']],
  })
  return own.filter((r) => !isClosed(r.state) && r.state !== 'confirmed')
}
