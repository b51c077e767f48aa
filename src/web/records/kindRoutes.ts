import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { newRecordBase, stageRowsFor } from '../../ats/recordWrites.ts'
import type { Connection } from '../../domain/connection.ts'
import type { NewRow, Tables } from '../../store/port.ts'
import { detailFor, rowsFor } from './details.ts'
import { type FieldErrors, isUntouched, readForm, renderForm, type Values } from './form.ts'
import type { Choices, Content, KindTable, RecordKind } from './kinds.ts'
import { linkButton, type PageParts, renderList, sampleTag } from './pages.ts'
import { readChoices, searchRows } from './read.ts'
import type { Room, Status } from './room.ts'
import { keptElsewhere, ownFields, readSource, readSourceNames, sourceNote, sourceTag } from './source.ts'

/** List, page, add and edit of one kind of record. */
export function addKindRoutes<T extends KindTable>(app: Hono, room: Room, kind: RecordKind<T>): void {
  const { clock, ids, inTenant, readReader, show, showMissing, readBody, pageOf, queryOf } = room

  const { table, path, singular } = kind
  const base = `/records/${path}`
  const own = ownFields[table]
  /** Of a record that an ATS keeps only what Parley alone knows. */
  const specsOf = (choices: Choices, row: Tables[T]) => {
    const specs = kind.specs(choices, row)
    return row.connectionId ? specs.filter(({ name }) => own.includes(name)) : specs
  }
  type Sent = { values: Values; errors: FieldErrors }

  app.get(`/${path}`, async (c) => {
    const query = queryOf(c)
    const page = pageOf(c)
    const { total, rows } = await inTenant(c, async (tx) => {
      const found = await searchRows(tx, kind, query, page)
      const sources = await readSourceNames(tx, found.rows)
      const shown = await rowsFor[table](tx, found.rows)
      const rows = shown.map((row, at) => {
        const source = sources.get(found.rows[at]?.connectionId ?? '')
        return source === undefined ? row : { ...row, tags: html`${row.tags}${sourceTag({ name: source })}` }
      })
      return { total: found.total, rows }
    })
    const noun = kind.plural.toLowerCase()
    const nothing = html`Nothing here yet. <a href="${base}/new">Add a ${singular}</a> or <a href="/records/import">import a list</a>.`
    const content = renderList({
      path,
      noun: noun === 'team' ? 'team members' : noun,
      query,
      page,
      total,
      rows,
      nothing,
    })
    return show(c, {
      room: path,
      title: kind.plural,
      actions: linkButton(`${base}/new`, `Add a ${singular}`, true),
      content,
    })
  })

  async function showNew(c: Context, sent: Sent, status: Status): Promise<Response> {
    const choices = await inTenant(c, readChoices)
    const content = renderForm({
      action: `${base}/new`,
      specs: kind.specs(choices, null),
      ...sent,
      submitLabel: `Add ${singular}`,
      cancelHref: base,
    })
    return show(c, { room: path, title: `Add a ${singular}`, content }, status)
  }
  app.get(`/${path}/new`, (c) => {
    const clientId = c.req.query('clientId')
    return showNew(c, { values: clientId === undefined ? {} : { clientId: [clientId] }, errors: {} }, 200)
  })
  app.post(`/${path}/new`, async (c) => {
    const body = await readBody(c)
    const result = await inTenant(c, async (tx): Promise<Sent | { id: string }> => {
      const sent = readForm(kind.specs(await readChoices(tx), null), body)
      if (Object.keys(sent.errors).length > 0) return sent
      const content = kind.contentOf(sent.values)
      const errors = await kind.findConflicts(tx, content, null)
      if (Object.keys(errors).length > 0) return { ...sent, errors }
      const id = ids.next(kind.idKind)
      await tx.insert(table, { ...newRecordBase({ clock }), id, ...content } as unknown as NewRow<T>)
      if (table === 'atsJobs') await tx.insertMany('atsStages', stageRowsFor({ clock, ids }, id))
      return { id }
    })
    if ('errors' in result) return showNew(c, result, 422)
    return c.redirect(`${base}/${result.id}?done=added`, 303)
  })

  app.get(`/${path}/:id`, async (c) => {
    const id = c.req.param('id') ?? ''
    const parts = await inTenant(c, async (tx): Promise<PageParts | null> => {
      const row = await tx.get(table, id)
      if (!row) return null
      const [detail, source] = await Promise.all([
        readReader(tx, c).then((reader) => detailFor[table](tx, row, reader)),
        readSource(tx, row),
      ])
      const kept = own.length > 0 && source ? ' What Parley alone knows of it can be edited here.' : ''
      return {
        room: path,
        kicker: detail.kicker,
        title: kind.titleOf(row),
        tags: html`${sampleTag(row)}${sourceTag(source)}`,
        actions: source && own.length === 0 ? null : linkButton(`${base}/${id}/edit`, 'Edit'),
        done: c.req.query('done'),
        content: html`${sourceNote(source, row, kept)}${detail.content}`,
      }
    })
    return parts === null ? showMissing(c) : show(c, parts)
  })

  async function showEdit(c: Context, id: string, sent: Sent | null, status: Status): Promise<Response> {
    const found = await inTenant(c, async (tx) => {
      const row = await tx.get(table, id)
      return row && { row, choices: await readChoices(tx), source: await readSource(tx, row) }
    })
    if (!found) return showMissing(c)
    if (found.source && own.length === 0) return showKept(c, found.row, found.source)
    const form = renderForm({
      action: `${base}/${id}/edit`,
      specs: specsOf(found.choices, found.row),
      values: sent?.values ?? kind.valuesOf(found.row),
      errors: sent?.errors ?? {},
      submitLabel: 'Save',
      cancelHref: `${base}/${id}`,
      hidden: { seen: found.row.updatedAt.toISOString() },
    })
    const content = html`${sourceNote(found.source, found.row, ' What Parley alone knows of it can be edited here.')}${form}`
    return show(c, { room: path, kicker: `Edit ${singular}`, title: kind.titleOf(found.row), content }, status)
  }
  const showKept = (c: Context, row: Tables[T], source: Connection): Promise<Response> =>
    show(
      c,
      {
        room: path,
        kicker: `Edit ${singular}`,
        title: kind.titleOf(row),
        content: html`<p class="lead">${keptElsewhere(source)}</p><p class="form-end">${linkButton(`${base}/${row.id}`, 'Back', true)}</p>`,
      },
      409,
    )
  app.get(`/${path}/:id/edit`, (c) => showEdit(c, c.req.param('id') ?? '', null, 200))
  app.post(`/${path}/:id/edit`, async (c) => {
    const id = c.req.param('id') ?? ''
    const body = await readBody(c)
    const result = await inTenant(c, async (tx): Promise<{ sent: Sent; status: Status } | { done: string } | null> => {
      const row = await tx.get(table, id)
      if (!row) return null
      const specs = specsOf(await readChoices(tx), row)
      if (specs.length === 0) return { sent: { values: {}, errors: {} }, status: 409 }
      const sent = readForm(specs, body)
      if (isUntouched(specs, sent.values, kind.valuesOf(row))) return { done: 'same' }
      if (Object.keys(sent.errors).length > 0) return { sent, status: 422 }
      if (body.seen !== row.updatedAt.toISOString()) {
        const errors = {
          '': 'Somebody changed this record meanwhile. This is what you typed; save again to keep it.',
        }
        return { sent: { ...sent, errors }, status: 409 }
      }
      const content: Content<T> = kind.contentOf(sent.values)
      const errors = row.connectionId ? {} : await kind.findConflicts(tx, content, id)
      if (Object.keys(errors).length > 0) return { sent: { ...sent, errors }, status: 422 }
      const kept = row.connectionId ? pick(content, own) : content
      const patch = { ...kept, isSample: false, updatedAt: clock.now() } as unknown as Partial<Tables[T]>
      await tx.update(table, id, patch, { updatedAt: row.updatedAt } as unknown as Partial<Tables[T]>)
      return { done: 'saved' }
    })
    if (result === null) return showMissing(c)
    if ('sent' in result) return showEdit(c, id, result.sent, result.status)
    return c.redirect(`${base}/${id}?done=${result.done}`, 303)
  })
}

function pick(content: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(content).filter(([name]) => names.includes(name)))
}
