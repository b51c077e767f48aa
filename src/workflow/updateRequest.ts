import type { DraftAction, MessagePart } from '../bot/message.ts'
import { formatActionFor, moveAction } from '../bot/requestActions.ts'
import { namesPerson } from '../domain/names.ts'
import { isClosed } from '../domain/request.ts'
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
import { type EditNote, type ReadEdit, readEdit } from './readEdit.ts'
import { replyInTx, withUnread } from './reply.ts'
import { editLines, editsNoPeople, inverseEdit, isEmptyEdit, type RequestEdit } from './requestEdit.ts'
import { scheduleInterview } from './scheduleInterview.ts'
import type { Conversation, ScheduleWish } from './scheduleWish.ts'
import { type Composer, type Speech, sentence, whoIsMet } from './speech.ts'

// Takes:   a change of a request in words: length, how they meet, who takes part, when; or the answer to a question about a wish.
// Reads:   the request, the ATS's people of its other side, standing formats, what the thread asked last.
// Writes:  nothing before a press, except while nobody has been written to: then the change itself.
// Effects: the question with what it understood and what will happen; or the changed card with an undo.
// Refuses when: no or several requests are meant, or nothing of the wish can be done: it says what.

type UpdateWish = Extract<Intent, { kind: 'update' }>

export async function answerUpdate(deps: Deps, cause: Cause, talk: Conversation, wish: UpdateWish): Promise<void> {
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
    const busy = clashes.map(
      (name): EditNote =>
        (_, { words }) =>
          words.changes.busyThen(name),
    )
    await answerEdit(tx, deps, cause, talk, now, wish, { ...read, notes: [...read.notes, ...busy] }, people)
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
): Promise<void> {
  const { request } = bundle
  const answer = (draft: Composer) => say(tx, deps, talk, talk.eventKey, withUnread(draft, wish))
  if (isClosed(request.state))
    return answer(sentence(({ changes, board }) => changes.closed(request.title, board.state[request.state])))
  const notesIn = (speech: Speech): MessagePart[] =>
    read.notes.map((note) => ({ kind: 'note', tone: 'warning', text: note(speech.words.changes.notes, speech) }))
  const furtherIn = (speech: Speech) => furtherActions(bundle, read, speech)
  if (isEmptyEdit(read.edit))
    return answer((speech) => {
      const further = furtherIn(speech)
      const [notes, { changes }] = [notesIn(speech), speech.words]
      const first =
        further.length > 0 ? furtherWords(bundle, read, speech) : notes.length > 0 ? '' : changes.nothingSaid
      return { parts: [...(first ? [{ kind: 'text' as const, text: first }] : []), ...notes], actions: further }
    })
  const linesIn = (speech: Speech): MessagePart => ({
    kind: 'list',
    items: editLines(bundle, read.edit, speech).map((text) => ({ text })),
  })
  if (!(await hasWritten(tx, request.id)) && request.interviewId === null && request.state !== 'agreed') {
    const outcome = await editInTx(tx, deps, cause, bundle, read.edit, people)
    if (outcome.kind === 'done')
      return answer((speech) => ({
        parts: [
          { kind: 'text', text: speech.words.changes.changed(whoIsMet(speech, request)) },
          linesIn(speech),
          ...notesIn(speech),
        ],
        actions: [...undoActions(bundle, read.edit, speech), ...furtherIn(speech)],
      }))
  }
  const askedIds = await readAsked(tx, bundle)
  await answer((speech) => {
    const { changes } = speech.words
    const happens = [...consequencesOf(bundle, read.edit, askedIds, speech), ...warningsOf(bundle, read.edit, speech)]
    return {
      parts: [
        { kind: 'text', text: changes.understood(whoIsMet(speech, request)) },
        linesIn(speech),
        ...happens.map((text): MessagePart => ({ kind: 'note', tone: 'info', text })),
        ...notesIn(speech),
      ],
      actions: [
        {
          kind: 'editRequest',
          data: { requestId: request.id, edit: read.edit },
          label: changes.changeIt,
          style: 'primary',
        },
        ...furtherIn(speech),
      ],
    }
  })
}

/** Undoing is for what changes nobody; people are taken out again by name. */
function undoActions(bundle: RequestBundle, edit: RequestEdit, { words }: Speech): DraftAction[] {
  const { request } = bundle
  if (!editsNoPeople(edit) || (edit.format !== null && request.format === null)) return []
  return [
    {
      kind: 'undoEdit',
      data: { requestId: request.id, edit: inverseEdit(bundle, edit) },
      label: words.changes.undoChange,
      style: 'normal',
    },
  ]
}

/** What has to be filled in, or is another thing than a change. */
function furtherActions(
  bundle: RequestBundle,
  { asksFormat, moveFromOn }: ReadEdit,
  { language }: Speech,
): DraftAction[] {
  const { request } = bundle
  return [
    ...(asksFormat
      ? [{ ...formatActionFor(request, request.clientId !== null, asksFormat, language), isOpen: true }]
      : []),
    ...(moveFromOn ? [{ ...moveAction(request, { reason: null, fromOn: moveFromOn }, language), isOpen: true }] : []),
  ]
}

function furtherWords({ request }: RequestBundle, { asksFormat, moveFromOn }: ReadEdit, speech: Speech): string {
  const about = whoIsMet(speech, request)
  const { changes } = speech.words
  if (moveFromOn) return changes.anotherTime(about)
  const needed = changes.needs[asksFormat ?? 'video'](about)
  return request.state === 'confirmed' ? `${needed} ${changes.allGetIt}` : needed
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
