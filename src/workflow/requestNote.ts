import { cleanParagraphs } from '../domain/cleanLine.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Intent } from '../intents/intent.ts'
import { readSettings } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { describeApplication, meantApplication } from './meantApplication.ts'
import { owe, say, withdrawOwed } from './owe.ts'
import { reply, withUnread } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import { type Composer, sentence } from './speech.ts'

// Takes:   "note for Jane: prefers remote": an application and the text.
// Reads:   the application.
// Writes:  an audit row.
// Effects: an entry of the ATS's activity log, after the undo time; the text shown back with an undo.
// Refuses when: nobody or several are meant, the note is empty, or the ATS connection may not write.

const noteLengthMax = 2_000

type NoteWish = Extract<Intent, { kind: 'addNote' }>

export async function answerAddNote(deps: Deps, cause: Cause, talk: Conversation, wish: NoteWish): Promise<void> {
  const note = cleanParagraphs(wish.note, noteLengthMax).trim()
  if (note === '')
    return reply(
      deps,
      cause,
      talk,
      sentence(({ errands }) => errands.note.what('note for Jane: prefers remote')),
    )
  if (deps.ats.depth < 2)
    return reply(
      deps,
      cause,
      talk,
      sentence(({ errands }) => errands.note.cannotWrite),
    )
  const meant = await meantApplication(deps, talk, wish)
  if (meant.kind === 'ask') return reply(deps, cause, talk, meant.draft)
  const { application } = meant
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const request = meant.request && (await tx.get('requests', meant.request.id))
    const { undoSeconds } = await readSettings(tx)
    const member = await tx.get('members', talk.memberId)
    const key = `${application.applicationId}:note:${talk.eventKey}`
    const at = new Date(deps.clock.now().getTime() + undoSeconds * 1_000)
    const data = { at: deps.clock.now().toISOString(), by: member?.name ?? null, note }
    await owe(tx, deps, [
      {
        key,
        requestId: request?.id ?? null,
        at,
        payload: { kind: 'atsLog', event: 'note', text: note, data, applicationId: application.applicationId },
      },
    ])
    await recordAudit(tx, deps, cause, {
      requestId: request?.id ?? null,
      action: 'addNote',
      fromState: request?.state ?? null,
      toState: request?.state ?? null,
      data: { applicationId: application.applicationId },
    })
    const draft: Composer = ({ words: { errands, talk: words } }) => ({
      parts: [
        { kind: 'text', text: errands.note.noted(describeApplication(words, application)) },
        { kind: 'text', text: words.quote(note) },
        { kind: 'note', tone: 'info', text: errands.note.goesIn(undoSeconds) },
      ],
      actions: [{ kind: 'undoNote', data: { key }, label: words.undo.button, style: 'normal' }],
    })
    await say(tx, deps, talk, talk.eventKey, withUnread(draft, wish))
  })
}

/** Takes a note back that has not been written yet; a log has no delete. */
export async function undoNote(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  key: string,
): Promise<{ kind: 'done' } | { kind: 'tooLate' }> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const owed = await tx.find('effects', { where: { key, kind: 'atsLog', state: 'owed' } })
    const withdrawn = await withdrawOwed(tx, deps, owed)
    if (withdrawn.length === 0) return { kind: 'tooLate' }
    const requestId = owed[0]?.requestId ?? null
    const state = (requestId ? await tx.get('requests', requestId) : null)?.state ?? null
    await recordAudit(tx, deps, cause, { requestId, action: 'undoNote', fromState: state, toState: state })
    return { kind: 'done' }
  })
}
