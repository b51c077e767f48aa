import type { Proof } from '../domain/effect.ts'
import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Written } from './connector.ts'
import { noteText } from './interviewText.ts'
import type { ActivityWrite } from './port.ts'
import { findActor, heldBack, proofOf, type Target, type WriteDesk } from './writeTarget.ts'

/** What a note says, and the key by which it is written once. */
export interface Note {
  key: string
  event: string
  text: string
  data: Readonly<Record<string, unknown>>
  at: Date
  actingUserId: string | null
}

/** Notes have no key at the vendor's: our own row says whether one may have been written, its mark in the text finds it. */
export async function writeNoteOnce(desk: WriteDesk, tenantId: TenantId, target: Target, note: Note): Promise<Written> {
  const { connection, connector, application, ref } = target
  const { key, text, actingUserId } = note
  const url = application.url ?? null
  const row = await openNoteRow(desk, tenantId, target, note)
  if (row.doneId) return { id: row.doneId, said: text, url }
  const { writeNote } = connector
  if (!writeNote) throw new ParleyError('refused', `${connection.name} takes no notes.`)
  if (row.mayExist && !connector.canFindNotes) {
    // Whoever presses the button has looked.
    await desk.store.inTenant(tenantId, (tx) => tx.remove('atsActivities', { id: row.id }))
    throw new ParleyError(
      'unknownOutcome',
      `${connection.name} did not answer when the note was written, and notes cannot be looked up there. Look at the record; if the note is missing, press the button to write it again.`,
    )
  }
  const written = await tryNote(desk, tenantId, { rowId: row.id, canBeFound: connector.canFindNotes }, () =>
    writeNote({ ...ref, key, mayExist: row.mayExist, text: noteText(text, key), actingUserId }),
  )
  await desk.store.inTenant(tenantId, (tx) =>
    tx.update('atsActivities', row.id, { externalId: written.id, updatedAt: desk.clock.now() }),
  )
  return { ...written, url: written.url ?? url }
}

async function openNoteRow({ store, clock, ids }: WriteDesk, tenantId: TenantId, target: Target, note: Note) {
  const { connection, application } = target
  const { key, event, text, data, at } = note
  return store.inTenant(tenantId, async (tx) => {
    const [known] = await tx.find('atsActivities', { where: { externalKey: key }, limit: 1 })
    if (known) return { mayExist: true, id: known.id, doneId: known.externalId ?? null }
    const now = clock.now()
    const row = await tx.insert('atsActivities', {
      id: ids.next('atsActivity'),
      connectionId: connection.id,
      externalId: null,
      applicationId: application.id,
      candidateId: application.candidateId,
      externalKey: key,
      event,
      text,
      data,
      at,
      isSample: false,
      createdAt: now,
      updatedAt: now,
    })
    return { mayExist: false, id: row.id, doneId: null }
  })
}

/**
 * What was clearly refused was not written: the next attempt need not doubt it. Where a note can be found it looks all the same, because what was
 * refused may have been the look after the write.
 */
async function tryNote<T>(
  { store }: WriteDesk,
  tenantId: TenantId,
  { rowId, canBeFound }: { rowId: string; canBeFound: boolean },
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const isCertain =
      !canBeFound &&
      error instanceof ParleyError &&
      ['refused', 'notAllowed', 'notConfigured', 'notFound', 'rateLimited', 'badInput'].includes(error.code)
    if (isCertain) await store.inTenant(tenantId, (tx) => tx.remove('atsActivities', { id: rowId }))
    throw error
  }
}

/** One line of the log, as a note. */
export async function writeLog(
  desk: WriteDesk,
  tenantId: TenantId,
  target: Target,
  { externalKey: key, event, text, data, at, actorEmail }: ActivityWrite,
): Promise<Proof> {
  const held = heldBack(desk, target, text)
  if (held) return held
  if (!target.connector.writeNote)
    return proofOf(desk, 'none', `Kept in Parley: ${target.system.name} takes no notes through its interface. ${text}`)
  const actingUserId = await desk.store.inTenant(tenantId, (tx) => findActor(tx, target, actorEmail))
  const note = await writeNoteOnce(desk, tenantId, target, { key, event, text, data, at, actingUserId })
  return proofOf(desk, note.id, note.said, note.url)
}
