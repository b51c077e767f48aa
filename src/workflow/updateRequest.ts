import type { DraftAction, DraftMessage, MessagePart } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import { formatActionFor, moveAction } from '../bot/requestActions.ts'
import type { Reader } from '../domain/formatTime.ts'
import { namesPerson } from '../domain/names.ts'
import { isClosed, stateWords } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { needBundle, type RequestBundle } from './bundle.ts'
import type { Cause } from './cause.ts'
import { answerCorrection, isCorrection } from './correctRequest.ts'
import type { Deps } from './deps.ts'
import { consequencesOf, readAsked, warningsOf } from './editConsequences.ts'
import { type EditPerson, readEditPeople } from './editPeople.ts'
import { editInTx } from './editRequest.ts'
import { hasWritten } from './hasWritten.ts'
import { meantRequest } from './meantRequest.ts'
import { readOpenQuestions } from './openQuestions.ts'
import { say } from './owe.ts'
import { readClashes } from './readClashes.ts'
import { type ReadEdit, readEdit } from './readEdit.ts'
import { replyInTx, unreadParts } from './reply.ts'
import { editLines, editsNoPeople, inverseEdit, isEmptyEdit, type RequestEdit } from './requestEdit.ts'
import { scheduleInterview } from './scheduleInterview.ts'
import type { Conversation, ScheduleWish } from './scheduleWish.ts'

// Takes:   a change of a request in words: length, how they meet, who takes part, when; or the answer to a question about a wish.
// Reads:   the request, the ATS's people of its other side, standing formats, what the thread asked last.
// Writes:  nothing before a press, except while nobody has been written to: then the change itself.
// Effects: the question with what it understood and what will happen; or the changed card with an undo.
// Refuses when: no or several requests are meant, or nothing of the wish can be done: it says what.

type UpdateWish = Extract<Intent, { kind: 'update' }>

export async function answerUpdate(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  wish: UpdateWish,
  reader: Reader,
): Promise<void> {
  const asked = await deps.store.inTenant(talk.tenantId, (tx) => readAskedWish(tx, talk, wish))
  if (asked) return scheduleInterview(deps, cause, talk, answeredWish(asked, wish))
  const found = await deps.store.inTenant(talk.tenantId, async (tx) => {
    const meant = await meantRequest(tx, talk, wish)
    return meant.kind === 'ask' ? meant : { kind: 'one' as const, bundle: await needBundle(tx, meant.request.id) }
  })
  if (found.kind === 'ask') return replyInTx(deps, cause, talk, async () => found.draft)
  const { bundle } = found
  if (isCorrection(bundle.request, wish)) return answerCorrection(deps, cause, talk, bundle, wish)
  const people = await readEditPeople(deps, talk.tenantId, bundle.request, wish.added)
  const clashes = await readClashes(deps, talk.tenantId, bundle, wish.durationMinutes, people)
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const now = await needBundle(tx, bundle.request.id)
    const standing = await tx.find('standingFormats', {
      where: { recordId: { in: [now.request.jobId, ...(now.request.clientId ? [now.request.clientId] : [])] } },
    })
    const facts = { now: deps.clock.now(), people, standing: standing.map(({ format }) => format) }
    const read = readEdit(now, wish, facts)
    // Calendars were read before; whoever is busy in them is said, not decided.
    const busy = clashes.map((name) => `${name} has something else in the calendar then.`)
    await answerEdit(tx, deps, cause, talk, now, wish, { ...read, notes: [...read.notes, ...busy] }, people, reader)
  })
}

async function answerEdit(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  bundle: RequestBundle,
  wish: UpdateWish,
  read: ReadEdit,
  people: readonly EditPerson[],
  reader: Reader,
): Promise<void> {
  const { request } = bundle
  const answer = (draft: DraftMessage) =>
    say(tx, deps, talk, talk.eventKey, { ...draft, parts: [...draft.parts, ...unreadParts(wish)] })
  if (isClosed(request.state))
    return answer(textDraft(`${request.title} is ${stateWords[request.state]}, so nothing of it can be changed.`))
  const notes: MessagePart[] = read.notes.map((text) => ({ kind: 'note', tone: 'warning', text }))
  const further = furtherActions(bundle, read)
  if (isEmptyEdit(read.edit)) {
    const first = further.length > 0 ? furtherWords(bundle, read) : notes.length > 0 ? '' : nothingSaid
    return answer({ parts: [...(first ? [{ kind: 'text' as const, text: first }] : []), ...notes], actions: further })
  }
  const lines: MessagePart = { kind: 'list', items: editLines(bundle, read.edit, reader).map((text) => ({ text })) }
  const who = whoWords(bundle)
  if (!(await hasWritten(tx, request.id)) && request.interviewId === null && request.state !== 'agreed') {
    const outcome = await editInTx(tx, deps, cause, bundle, read.edit, people)
    if (outcome.kind === 'done')
      return answer({
        parts: [
          { kind: 'text', text: `Changed, ${who}. Nobody has been written to yet, so nobody is told:` },
          lines,
          ...notes,
        ],
        actions: [...undoActions(bundle, read.edit), ...further],
      })
  }
  const happens = [
    ...consequencesOf(bundle, read.edit, await readAsked(tx, bundle)),
    ...warningsOf(bundle, read.edit, reader),
  ]
  await answer({
    parts: [
      { kind: 'text', text: `I understood, ${who}:` },
      lines,
      ...happens.map((text): MessagePart => ({ kind: 'note', tone: 'info', text })),
      ...notes,
    ],
    actions: [
      {
        kind: 'editRequest',
        data: { requestId: request.id, edit: read.edit },
        label: 'Change it',
        style: 'primary',
      },
      ...further,
    ],
  })
}

const nothingSaid =
  'I do not know what to change. I can change the length, how they meet, who takes part, and the days and hours.'

function whoWords({ request }: RequestBundle): string {
  return `${request.title} with ${request.candidateName}${request.clientName ? ` at ${request.clientName}` : ''}`
}

/** Undoing is for what changes nobody; people are taken out again by name. */
function undoActions(bundle: RequestBundle, edit: RequestEdit): DraftAction[] {
  const { request } = bundle
  if (!editsNoPeople(edit) || (edit.format !== null && request.format === null)) return []
  return [
    {
      kind: 'undoEdit',
      data: { requestId: request.id, edit: inverseEdit(bundle, edit) },
      label: 'Undo the change',
      style: 'normal',
    },
  ]
}

/** What has to be filled in, or is another thing than a change. */
function furtherActions(bundle: RequestBundle, { asksFormat, moveFromOn }: ReadEdit): DraftAction[] {
  const { request } = bundle
  return [
    ...(asksFormat ? [{ ...formatActionFor(request, request.clientId !== null, asksFormat), isOpen: true }] : []),
    ...(moveFromOn ? [{ ...moveAction(request, { reason: null, fromOn: moveFromOn }), isOpen: true }] : []),
  ]
}

function furtherWords(bundle: RequestBundle, { asksFormat, moveFromOn }: ReadEdit): string {
  const who = whoWords(bundle)
  if (moveFromOn) return `The time of ${who} is agreed, so another one has to be asked for. Shall I?`
  const told = bundle.request.state === 'confirmed' ? ' Everybody who is invited gets the change.' : ''
  const missing = { video: 'the video link', phone: 'the number', onsite: 'the address' }[asksFormat ?? 'video']
  return `For ${who} I need ${missing}.${told}`
}

// ---- the answer to a question about a wish ---------------------------------------------------------------------

/** The wish that Parley asked about last, when these words do not name a request themselves. */
async function readAskedWish(tx: Tx, talk: Conversation, wish: UpdateWish): Promise<ScheduleWish | null> {
  if (wish.about !== null || talk.chosenId) return null
  const [question] = await readOpenQuestions(tx, talk)
  const asked = question?.open.find(({ action }) => typeof action.data.wish === 'object' && action.data.wish !== null)
  return asked ? (asked.action.data.wish as ScheduleWish) : null
}

function answeredWish(asked: ScheduleWish, wish: UpdateWish): ScheduleWish {
  const named = [...(wish.client ? [wish.client] : []), ...wish.added]
  const kept = asked.counterparts.filter((name) => !wish.removed.some((gone) => namesPerson(gone, name)))
  return {
    ...asked,
    candidate: wish.candidate ?? asked.candidate,
    counterparts: named.length > 0 ? [...named, ...kept.filter((name) => !named.includes(name))] : kept,
    job: wish.job ?? asked.job,
    durationMinutes: wish.durationMinutes ?? asked.durationMinutes,
    fromOn: wish.fromOn ?? asked.fromOn,
    toOn: wish.toOn ?? asked.toOn,
  }
}
