import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { AtsSystem } from '../../ats/connector.ts'
import { isParleyError } from '../../domain/errors.ts'
import { isAdmin } from '../../domain/roles.ts'
import { connectAts } from '../../workflow/connectAts.ts'
import { errorsOf, readConnectForm, renderConnectForm, type Sent, startValues } from './connectForm.ts'
import { renderDirectory } from './directory.ts'
import { standInTag } from './list.ts'
import type { ConnectionsRoom, Status } from './room.ts'

const cannotSeal =
  'The key of an ATS is kept sealed, and there is nothing to seal it with yet: set PARLEY_SECRET_KEY to at least 32 random characters, for example from openssl rand -hex 32, and start Parley again.'

/** What can be connected, and the form for each. */
export function addDirectoryRoutes(app: Hono, room: ConnectionsRoom): void {
  const { deps, wakeSync, ids, show, done, readBody, readMember, findSystem } = room
  const { systems } = deps

  app.get('/add', async (c) => {
    const { connected } = await readMember(c)
    const counts = new Map<string, number>()
    for (const { system } of connected) counts.set(system, (counts.get(system) ?? 0) + 1)
    const query = (c.req.query('q') ?? '').slice(0, 100).trim()
    return show(c, {
      title: 'Add an ATS',
      tab: '/integrations/add',
      content: renderDirectory(systems.all, query, counts),
    })
  })

  async function showAdd(c: Context, system: AtsSystem, sent: Sent | null, status: Status): Promise<Response> {
    const { member } = await readMember(c)
    const mayShare = member !== null && isAdmin(member)
    const isStandIn = systems.isStandIn?.(system.id) ?? false
    return show(
      c,
      {
        title: `Connect ${system.name}`,
        tab: '/integrations/add',
        kicker: html`<a href="/integrations/add">Applicant tracking systems</a>`,
        tags: standInTag(isStandIn ? { standIn: '1' } : {}),
        content: systems.canSeal
          ? renderConnectForm(
              system,
              sent ?? { values: startValues(system, mayShare, isStandIn), errors: {} },
              mayShare,
            )
          : html`<p class="problem" role="note">${cannotSeal}</p>`,
      },
      status,
    )
  }
  app.get('/add/:system', (c) => {
    const system = findSystem(c.req.param('system'))
    return system ? showAdd(c, system, null, 200) : c.notFound()
  })
  app.post('/add/:system', async (c) => {
    const system = findSystem(c.req.param('system'))
    if (!system) return c.notFound()
    const { member } = await readMember(c)
    const { form, ...sent } = readConnectForm(system, await readBody(c), member !== null && isAdmin(member))
    if (Object.keys(sent.errors).length > 0) return showAdd(c, system, sent, 422)
    try {
      await connectAts(deps, ...ids(c), null, form)
    } catch (error) {
      if (!isParleyError(error)) throw error
      return showAdd(c, system, { ...sent, errors: errorsOf(system, error.field, error.message) }, 422)
    }
    wakeSync()
    return done(c, '/integrations', 'added')
  })
}
