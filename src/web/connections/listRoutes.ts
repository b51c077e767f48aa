import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { type WriteMode, writeModes } from '../../domain/connection.ts'
import type { Reader } from '../../domain/formatTime.ts'
import { changeConnection, probeConnection } from '../../workflow/connectAts.ts'
import { needConnection, readConnections } from '../../workflow/readConnections.ts'
import { syncNow } from '../../workflow/syncNow.ts'
import { createRateLimit } from '../rateLimit.ts'
import { renderConnections } from './list.ts'
import type { ConnectionsRoom } from './room.ts'

/** Each costs the vendor's limit of requests a dozen of them. */
const checksPerMinute = 6

/** What is connected and how it is; a look now, a check now, the way it is written. */
export function addListRoutes(app: Hono, room: ConnectionsRoom): void {
  const { deps, wakeSync, ids, idOf, show, done, readBody, readOne } = room
  const { store, clock } = deps
  const checks = createRateLimit({ clock, max: checksPerMinute, windowMs: 60_000 })

  app.get('/', async (c) => {
    const { member, views } = await readConnections(deps, ...ids(c))
    const reader: Reader = { zone: member.zone, locale: member.locale }
    return show(c, {
      title: 'Integrations',
      tab: '/integrations',
      actions:
        views.length === 0 ? null : html`<a class="button button-primary" href="/integrations/add">Add an ATS</a>`,
      content: renderConnections(views, clock.now(), reader),
    })
  })

  app.post('/:id/sync', async (c) => {
    await syncNow(deps, ...ids(c), idOf(c))
    wakeSync()
    return done(c, '/integrations', 'sync')
  })
  app.post('/:id/check', async (c) => {
    const [tenantId, memberId] = ids(c)
    const id = idOf(c)
    await store.inTenant(tenantId, (tx) => needConnection(tx, memberId, id, 'see'))
    if (checks.isOver(id)) return tooOften(c)
    checks.count(id)
    await probeConnection(deps, tenantId, id)
    return done(c, '/integrations', 'checked')
  })
  const tooOften = (c: Context) =>
    show(
      c,
      {
        title: 'One moment',
        tab: '/integrations',
        content: html`<p class="lead">It was checked ${checksPerMinute} times in the last minute. Wait a little.</p><p><a class="button" href="/integrations">Back</a></p>`,
      },
      429,
    )
  app.post('/:id/writes', async (c) => {
    await readOne(c)
    const given = (await readBody(c)).writes
    const writes = writeModes.find((mode): mode is WriteMode => mode === given)
    if (!writes) return done(c, '/integrations', 'same')
    await changeConnection(deps, ...ids(c), idOf(c), { writes })
    return done(c, '/integrations', 'changed')
  })
}
