import { checkFields } from '../bot/checkFields.ts'
import type { ActionOutcome } from '../bot/inbound.ts'
import type { DraftAction, FormField } from '../bot/message.ts'
import { cancelAction } from '../bot/requestActions.ts'
import { isClosed, type Request } from '../domain/request.ts'
import type { Member } from '../domain/settings.ts'
import type { Action } from '../domain/thread.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { findRequests } from './findRequests.ts'
import { performPress } from './handleAction.ts'
import { hasWritten } from './hasWritten.ts'
import { type OpenAction, type OpenQuestion, readOpenQuestions } from './openQuestions.ts'
import { say } from './owe.ts'
import { reply, replyInTx } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import { closeQuestion } from './settleQuestion.ts'
import { type Composer, type Speech, sentence, speechIn } from './speech.ts'

// Takes:   "yes", "no", "undo", "the second": words that mean what the thread shows.
// Reads:   the questions between this line of the member and the one before; what was done last and can be taken back.
// Writes:  what the button means, as a press of it would; a no takes the buttons away.
// Effects: those of the button; a line that says what became of it.
// Refuses when: nothing or several things are open, the button was for somebody else, or its form lacks something.

type Answer = Extract<Intent, { kind: 'confirm' | 'deny' | 'undo' | 'approve' }>

/** Whether an intent may be an answer to what the thread shows. */
export function isAnswer(intent: Intent): intent is Answer {
  return ['confirm', 'deny', 'undo'].includes(intent.kind) || (intent.kind === 'approve' && intent.options.length === 1)
}

/** @returns false when the words answer nothing that was asked and mean something of their own */
export async function answerQuestion(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member,
  intent: Answer,
): Promise<boolean> {
  if (intent.kind === 'undo') return takeBack(deps, cause, talk, member, intent)
  const questions = await deps.store.inTenant(talk.tenantId, (tx) => readOpenQuestions(tx, talk))
  switch (intent.kind) {
    case 'confirm':
      return confirmOpen(deps, cause, talk, member, questions)
    case 'deny':
      return denyOpen(deps, cause, talk, questions)
    case 'approve':
      return intent.about === null && pickOption(deps, cause, talk, member, questions, intent.options[0] ?? 0)
  }
}

/** What a "yes" presses: what shows who and when, and asks whether to do it. Forms that need more say so. */
const yesKinds: ReadonlySet<string> = new Set([
  'cancel',
  'postpone',
  'move',
  'enterTimes',
  'offerTimes',
  'approve',
  'decline',
  'nudge',
  'askAgain',
  'applyRemedy',
  'setFormat',
  'editRequest',
  'moveStage',
  'askFeedback',
  'noteNoShow',
  'scheduleWith',
  'choose',
])

async function confirmOpen(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member,
  questions: readonly OpenQuestion[],
): Promise<boolean> {
  // What was asked twice is one thing.
  const meaningOf = ({ action }: OpenAction) => `${action.kind} ${JSON.stringify(action.data)}`
  const meant = [
    ...new Map(questions.flatMap(({ open }) => primaryOf(open)).map((one) => [meaningOf(one), one])).values(),
  ]
  const [only] = meant
  if (!only) return false
  if (meant.length > 1) {
    const labels = meant.map(({ shown }) => shown.label)
    const draft = sentence((words) => words.talk.severalYes(labels.map(words.talk.quoted).join(', ')))
    await reply(deps, cause, talk, draft)
    return true
  }
  await pressInWords(deps, cause, talk, member, only)
  return true
}

/** The one button a yes means, or all that it can mean. */
function primaryOf(open: readonly OpenAction[]): readonly OpenAction[] {
  const able = open.filter(({ action }) => yesKinds.has(action.kind))
  const primary = able.filter(({ shown }) => shown.style === 'primary')
  return primary.length > 0 ? primary : able
}

async function denyOpen(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  questions: readonly OpenQuestion[],
): Promise<boolean> {
  const asked = questions.filter(({ open }) => open.some(({ action }) => yesKinds.has(action.kind)))
  if (asked.length === 0) return false
  await replyInTx(deps, cause, talk, async (tx) => {
    const at = deps.clock.now()
    const ids = new Set(asked.flatMap(({ open }) => open.map(({ action }) => action.id)))
    for (const id of ids) await tx.update('actions', id, { usedAt: at }, { usedAt: null })
    for (const { row, message } of asked) await closeQuestion(tx, deps, row, message, (words) => words.talk.saidNo)
    return sentence((words) => words.talk.left)
  })
  return true
}

/** Alternatives whose number says all: who or which is meant. What writes to people is shown once more. */
const choiceKinds: ReadonlySet<string> = new Set(['scheduleWith', 'choose', 'showRequest', 'whoIs'])

async function pickOption(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member,
  questions: readonly OpenQuestion[],
  number: number,
): Promise<boolean> {
  const [question] = questions
  // Two times to approve are answered by what knows the proposals, not by the place of a button.
  if (!question || question.open.length < 2 || question.open.some(({ action }) => action.kind === 'approve'))
    return false
  const picked = question.open[number - 1]
  if (!picked) {
    await reply(
      deps,
      cause,
      talk,
      sentence((words) => words.talk.noSuchAnswer(question.open.length, number)),
    )
    return true
  }
  if (choiceKinds.has(picked.action.kind)) await pressInWords(deps, cause, talk, member, picked)
  else await reply(deps, cause, talk, askOnce(picked))
  return true
}

function askOnce({ action, shown }: OpenAction): Composer {
  const { id: _, language: __, ...look } = shown
  return sentence(
    (words) => words.talk.shallI(shown.label),
    [{ ...look, kind: action.kind, data: action.data, style: 'primary' }],
  )
}

/** Does what the button means, with what its form holds already; the cause is this message, so that it happens once. */
async function pressInWords(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member,
  { action, shown }: OpenAction,
): Promise<void> {
  const fields = valuesOf(shown.form ?? [])
  const missing = checkFields(shown.form ?? [], fields, shown.language)
  if (missing.length > 0) {
    const wrong = missing.map((error) => error.sentence).join(' ')
    return reply(
      deps,
      cause,
      talk,
      sentence((words) => words.talk.fillIn(wrong, shown.label)),
    )
  }
  const claim = async (tx: Tx) => {
    await cause.claim?.(tx)
    await tx.update('actions', action.id, { usedAt: deps.clock.now() }, { usedAt: null })
  }
  const speech = await deps.store.inTenant(talk.tenantId, (tx) => speechIn(tx, talk))
  const outcome = await performPress({
    deps,
    speech,
    cause: { ...cause, claim },
    talk,
    member,
    action,
    fields,
    hasBeenDone: async () => false,
  })
  const told = outcomeWords(speech, outcome, action, shown.label)
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    // What was refused has taken its claim back.
    if ((await tx.get('inbound', talk.eventKey))?.state === 'received') await cause.claim?.(tx)
    // What the button does often says itself what became of it.
    if ((await tx.count('effects', { key: `say:${talk.eventKey}` })) === 0)
      await say(
        tx,
        deps,
        talk,
        talk.eventKey,
        sentence(() => told),
      )
  })
}

function outcomeWords({ words: { talk } }: Speech, outcome: ActionOutcome, { kind }: Action, label: string): string {
  switch (outcome.kind) {
    case 'ok':
      return isUndo(kind) ? talk.undo.done(talk.undo.what[kind]) : `${talk.done(label)}.`
    case 'invalid':
      return outcome.errors.map((error) => error.sentence).join(' ')
    case 'refused':
      return outcome.sentence
    // What is shown once to whoever presses is not put into the conversation.
    case 'shown':
      return talk.shownOnly(label)
  }
}

/** What the fields hold without anybody typing. */
function valuesOf(form: readonly FormField[]): Record<string, string> {
  return Object.fromEntries(
    form.map((field) => [field.name, typeof field.value === 'boolean' ? (field.value ? 'true' : '') : field.value]),
  )
}

// ---- taking back -----------------------------------------------------------------------------------------------

const undoKinds = ['undo', 'undoEdit', 'undoNote', 'undoSetting'] as const

type UndoKind = (typeof undoKinds)[number]

function isUndo(kind: string): kind is UndoKind {
  return undoKinds.some((known) => known === kind)
}

async function takeBack(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  member: Member,
  intent: Extract<Intent, { kind: 'undo' }>,
): Promise<boolean> {
  const found = await deps.store.inTenant(talk.tenantId, (tx) => findUndo(tx, talk, intent))
  if (!found) return false
  const { action, request, isSent, isLast, isMeant } = found
  if (action.kind === 'undo' && request && isSent && !isMeant) {
    const draft = sentence((words) => words.talk.undo.notLast(request.candidateName))
    await reply(deps, cause, talk, draft)
    return true
  }
  if (action.kind === 'undo' && request && isSent) {
    await reply(
      deps,
      cause,
      talk,
      sentence(
        (words) => words.talk.undo.mailsAreOut(request.candidateName, request.title),
        ({ language }) => [{ ...cancelAction(request, { reason: null }, language), isOpen: true }],
      ),
    )
    return true
  }
  const { words } = await deps.store.inTenant(talk.tenantId, (tx) => speechIn(tx, talk))
  const shown = { id: action.id, label: words.talk.undo.button, style: 'normal' as const }
  if (isLast) await pressInWords(deps, cause, talk, member, { action, shown })
  else await reply(deps, cause, talk, olderDraft(action))
  return true
}

/** The newest thing of the thread that can be taken back, and whether nothing else was done by this member since. */
async function findUndo(tx: Tx, talk: Conversation, intent: Extract<Intent, { kind: 'undo' }>) {
  const named = intent.about === null ? null : await findRequests(tx, talk, intent)
  const [actions, [lastDone]] = await Promise.all([
    tx.find('actions', {
      where: { threadId: talk.threadId, memberId: talk.memberId, kind: { in: [...undoKinds] }, usedAt: null },
      orderBy: [
        ['createdAt', 'desc'],
        ['id', 'desc'],
      ],
      limit: 20,
    }),
    tx.find('audit', {
      where: { actor: `member:${talk.memberId}` },
      orderBy: [
        ['at', 'desc'],
        ['id', 'desc'],
      ],
      limit: 1,
    }),
  ])
  for (const action of actions) {
    if (named && !named.some((r) => r.id === action.data.requestId)) continue
    const request = action.data.requestId ? await tx.get('requests', String(action.data.requestId)) : null
    const isSent = request !== null && (await hasWritten(tx, request.id))
    if (!(await canTakeBack(tx, action, request, isSent))) continue
    const isOpening = lastDone?.action === 'open' && lastDone.requestId === request?.id
    const isLast = !lastDone || lastDone.at <= action.createdAt
    return { action, request, isSent, isLast, isMeant: named !== null || isOpening }
  }
  return null
}

/** Some things can be taken back only for a while. */
async function canTakeBack(tx: Tx, action: Action, request: Request | null, isSent: boolean): Promise<boolean> {
  switch (action.kind) {
    case 'undo':
      return request !== null && !isClosed(request.state)
    case 'undoEdit':
      return request !== null && !isClosed(request.state) && !isSent
    case 'undoNote':
      return (await tx.count('effects', { key: String(action.data.key), state: 'owed' })) > 0
    default:
      return true
  }
}

/** Something else was done since: what would be taken back is said first. */
function olderDraft({ kind, data }: Action): Composer {
  const undo = ({ words }: Speech): DraftAction => ({ kind, data, label: words.talk.undo.takeBack, style: 'primary' })
  return sentence(
    ({ talk }) => talk.undo.older(talk.undo.what[isUndo(kind) ? kind : 'undo']),
    (speech) => [undo(speech)],
  )
}
