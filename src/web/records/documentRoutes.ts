import type { Hono } from 'hono'
import { newRecordBase } from '../../ats/recordWrites.ts'
import { fullName } from '../../domain/names.ts'
import type { AttachmentRecord } from '../../domain/records.ts'
import { type FieldErrors, type FieldSpec, isUntouched, readForm, renderForm, typedIn, type Values } from './form.ts'
import type { Room } from './room.ts'

const attachmentSpecs: FieldSpec[] = [
  {
    name: 'kind',
    label: 'Kind',
    kind: 'select',
    isRequired: true,
    options: [
      { value: 'resume', label: 'Resume' },
      { value: 'coverLetter', label: 'Cover letter' },
      { value: 'other', label: 'Other document' },
    ],
  },
  { name: 'name', label: 'Name', kind: 'text', isRequired: true },
  {
    name: 'url',
    label: 'Web address',
    kind: 'url',
    isRequired: true,
    isWide: true,
    hint: 'Where the document is kept; Parley stores the link only',
  },
]

/** Links to documents of a candidate. */
export function addDocumentRoutes(app: Hono, room: Room): void {
  const { clock, ids, inTenant, show, showMissing, readBody } = room

  const attachmentForm = (action: string, values: Values, errors: FieldErrors, cancelHref: string) =>
    renderForm({ action, specs: attachmentSpecs, values, errors, submitLabel: 'Save', cancelHref })
  const attachmentContent = (values: Values) => ({
    kind: typedIn(values, 'kind') as AttachmentRecord['kind'],
    name: typedIn(values, 'name'),
    url: typedIn(values, 'url'),
  })

  app.on(['GET', 'POST'], '/candidates/:id/attachments/new', async (c) => {
    const candidateId = c.req.param('id')
    const candidate = await inTenant(c, (tx) => tx.get('atsCandidates', candidateId))
    if (!candidate) return showMissing(c)
    const back = `/records/candidates/${candidateId}`
    const isPost = c.req.method === 'POST'
    const sent = isPost ? readForm(attachmentSpecs, await readBody(c)) : { values: {}, errors: {} }
    if (!isPost || Object.keys(sent.errors).length > 0) {
      const content = attachmentForm(`${back}/attachments/new`, sent.values, sent.errors, back)
      return show(
        c,
        { room: 'candidates', kicker: fullName(candidate), title: 'Link a document', content },
        isPost ? 422 : 200,
      )
    }
    await inTenant(c, (tx) =>
      tx.insert('atsAttachments', {
        ...newRecordBase({ clock }),
        id: ids.next('atsAttachment'),
        candidateId,
        ...attachmentContent(sent.values),
      }),
    )
    return c.redirect(`${back}?done=added`, 303)
  })

  app.on(['GET', 'POST'], '/attachments/:id/edit', async (c) => {
    const id = c.req.param('id')
    const row = await inTenant(c, (tx) => tx.get('atsAttachments', id))
    if (!row) return showMissing(c)
    const back = `/records/candidates/${row.candidateId}`
    const isPost = c.req.method === 'POST'
    const shown: Values = { kind: [row.kind], name: [row.name], url: [row.url] }
    const sent = isPost ? readForm(attachmentSpecs, await readBody(c)) : { values: shown, errors: {} }
    if (!isPost || Object.keys(sent.errors).length > 0) {
      const content = attachmentForm(`/records/attachments/${id}/edit`, sent.values, sent.errors, back)
      return show(c, { room: 'candidates', kicker: 'Document', title: row.name, content }, isPost ? 422 : 200)
    }
    if (isUntouched(attachmentSpecs, sent.values, shown)) return c.redirect(`${back}?done=same`, 303)
    await inTenant(c, (tx) =>
      tx.update('atsAttachments', id, { ...attachmentContent(sent.values), isSample: false, updatedAt: clock.now() }),
    )
    return c.redirect(`${back}?done=saved`, 303)
  })
}
