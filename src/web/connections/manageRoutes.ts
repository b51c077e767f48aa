import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { isParleyError } from '../../domain/errors.ts'
import { isClosed, requestStates } from '../../domain/request.ts'
import { isAdmin } from '../../domain/roles.ts'
import { changeConnection, removeConnection } from '../../workflow/connectAts.ts'
import { type FieldErrors, typedIn } from '../records/form.ts'
import { errorsOf, keyValues, readKeyForm, readName, type Sent } from './connectForm.ts'
import { standInTag, stateTag } from './list.ts'
import { renderManage, renderRemove } from './manage.ts'
import type { ConnectionsRoom } from './room.ts'

/** Name, key and removal of one connection. */
export function addManageRoutes(app: Hono, room: ConnectionsRoom): void {
  const { deps, wakeSync, ids, idOf, show, done, readBody, readOne, findSystem } = room
  const { store } = deps

  async function showManage(c: Context, sent: { name?: Sent; key?: Sent } = {}): Promise<Response> {
    const { connection, member } = await readOne(c)
    const system = findSystem(connection.system)
    const untouched = { values: { name: [connection.name] }, errors: {} }
    const key = sent.key ?? { values: system ? keyValues(system, connection) : {}, errors: {} }
    return show(
      c,
      {
        title: connection.name,
        tab: '/integrations',
        kicker: html`<a href="/integrations">Integrations</a>`,
        tags: html` ${stateTag(connection.state)}${standInTag(connection.settings)}`,
        content: renderManage({ connection, system, name: sent.name ?? untouched, key, isAdmin: isAdmin(member) }),
      },
      sent.name || sent.key ? 422 : 200,
    )
  }
  app.get('/:id', (c) => showManage(c))
  app.post('/:id/name', async (c) => {
    await readOne(c)
    const sent = readName(await readBody(c))
    if (Object.keys(sent.errors).length > 0) return showManage(c, { name: sent })
    try {
      await changeConnection(deps, ...ids(c), idOf(c), { name: typedIn(sent.values, 'name') })
    } catch (error) {
      if (!isParleyError(error, 'badInput')) throw error
      return showManage(c, { name: { ...sent, errors: { name: error.message } } })
    }
    return done(c, '/integrations', 'changed')
  })
  app.post('/:id/key', async (c) => {
    const { connection } = await readOne(c)
    const system = findSystem(connection.system)
    if (!system) return c.notFound()
    const { fields, ...sent } = readKeyForm(system, await readBody(c))
    if (Object.keys(sent.errors).length > 0) return showManage(c, { key: sent })
    try {
      await changeConnection(deps, ...ids(c), connection.id, { fields })
    } catch (error) {
      if (!isParleyError(error)) throw error
      return showManage(c, { key: { ...sent, errors: errorsOf(system, error.field, error.message) } })
    }
    wakeSync()
    return done(c, '/integrations', 'key')
  })

  async function showRemove(c: Context, errors: FieldErrors): Promise<Response> {
    const { connection } = await readOne(c)
    const open = requestStates.filter((state) => !isClosed(state))
    const requestCount = await store.inTenant(connection.tenantId, (tx) =>
      tx.count('requests', { state: { in: open }, applicationId: { contains: `${connection.id}.` } }),
    )
    const page = {
      title: `Remove ${connection.name}`,
      tab: '/integrations' as const,
      kicker: html`<a href="/integrations/${connection.id}">${connection.name}</a>`,
      content: renderRemove(connection, requestCount, errors),
    }
    return show(c, page, Object.keys(errors).length > 0 ? 422 : 200)
  }
  app.get('/:id/remove', (c) => showRemove(c, {}))
  app.post('/:id/remove', async (c) => {
    await readOne(c)
    if ((await readBody(c)).confirm !== 'yes') return showRemove(c, { confirm: 'Tick the box to say that it may go.' })
    await removeConnection(deps, ...ids(c), idOf(c))
    return done(c, '/integrations', 'removed')
  })
}
