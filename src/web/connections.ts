import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import type { AtsSystem, AtsSystems } from '../ats/connector.ts'
import { type WriteMode, writeModes } from '../domain/connection.ts'
import { isParleyError, type ParleyError, sentenceFor } from '../domain/errors.ts'
import type { Reader } from '../domain/formatTime.ts'
import { isClosed, requestStates } from '../domain/request.ts'
import { isAdmin } from '../domain/roles.ts'
import { changeConnection, connectAts, probeConnection, removeConnection } from '../workflow/connectAts.ts'
import type { Deps } from '../workflow/deps.ts'
import { type HookSetUp, readHookSetUp, registerHook, showHookSecret } from '../workflow/hookAddress.ts'
import { mapStages, readJobStages } from '../workflow/mapStages.ts'
import { listVisible, needConnection, readConnections } from '../workflow/readConnections.ts'
import { syncNow } from '../workflow/syncNow.ts'
import {
  errorsOf,
  keyValues,
  readConnectForm,
  readKeyForm,
  readName,
  renderConnectForm,
  type Sent,
  startValues,
} from './connections/connectForm.ts'
import { renderDirectory } from './connections/directory.ts'
import { type ConnectionsPage, renderFrame } from './connections/frame.ts'
import { renderConnections, standInTag, stateTag } from './connections/list.ts'
import { renderHook, renderManage, renderRemove } from './connections/manage.ts'
import { jobsPerPage, readStages, renderStages } from './connections/stagesPage.ts'
import { createRateLimit } from './rateLimit.ts'
import { type FieldErrors, typedIn } from './records/form.ts'
import { isSameOrigin } from './sameOrigin.ts'
import type { RecruiterShell } from './shell.ts'

export type ConnectionsDeps = Pick<Deps, 'store' | 'clock' | 'ids' | 'log' | 'guestUrl'> & { systems: AtsSystems }

export interface ConnectionsAppOptions extends RecruiterShell {
  deps: ConnectionsDeps
  /** Somebody waits for a connection to be read. */
  wakeSync(): void
}

type Status = 200 | 403 | 404 | 413 | 422 | 429
const formBytesMax = 64 * 1024
/** Each costs the vendor's limit of requests a dozen of them. */
const checksPerMinute = 6

const errorStatus: Partial<Record<ParleyError['code'], Status>> = { notFound: 404, notAllowed: 403, rateLimited: 429 }
const cannotSeal =
  'The key of an ATS is kept sealed, and there is nothing to seal it with yet: set PARLEY_SECRET_KEY to at least 32 random characters, for example from openssl rand -hex 32, and start Parley again.'

/** The room of integrations: the systems that are connected and how they are, those that can be, and the form for each. GET changes nothing. */
export function createConnectionsApp({ deps, viewer, layout, wakeSync }: ConnectionsAppOptions): Hono {
  const { store, clock, systems } = deps
  const app = new Hono()
  const sheet = readFileSync(new URL('./assets/connections.css', import.meta.url), 'utf8')
  const checks = createRateLimit({ clock, max: checksPerMinute, windowMs: 60_000 })

  const ids = (c: Context) => [viewer(c).tenantId, viewer(c).memberId] as const
  const idOf = (c: Context) => c.req.param('id') ?? ''
  const show = (c: Context, page: ConnectionsPage, status: Status = 200) =>
    layout(c, {
      title: status === 422 ? `Error: ${page.title}` : page.title,
      section: 'integrations',
      body: renderFrame({ done: c.req.query('done'), ...page }),
      status,
    })
  const done = (c: Context, path: string, word: string) => c.redirect(`${path}?done=${word}`, 303)
  const readBody = async (c: Context): Promise<Record<string, unknown>> => c.req.parseBody().catch(() => ({}))

  /** A connection that the viewer may change, and himself. */
  const readOne = (c: Context) => {
    const [tenantId, memberId] = ids(c)
    return store.inTenant(tenantId, (tx) => needConnection(tx, memberId, idOf(c), 'change'))
  }
  const readMember = (c: Context) => {
    const [tenantId, memberId] = ids(c)
    return store.inTenant(tenantId, async (tx) => {
      const member = await tx.get('members', memberId)
      return { member, connected: member ? await listVisible(tx, member) : [] }
    })
  }
  const findSystem = (id: string | undefined): AtsSystem | null => systems.all.find((one) => one.id === id) ?? null

  app.use('*', async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || isSameOrigin(c.req.raw.headers)) return next()
    return c.text('This was not sent by a page of Parley, so nothing was changed.', 403)
  })
  const tooBig = (c: Context) =>
    show(c, { title: 'That is too much at once', tab: '/integrations', content: html`<p class="lead">Nothing was changed.</p>` }, 413)
  app.use('*', bodyLimit({ maxSize: formBytesMax, onError: tooBig }))
  app.onError((error, c) => {
    const status = isParleyError(error) ? (errorStatus[error.code] ?? 422) : null
    if (status === null) throw error
    const content = html`<p class="lead">${sentenceFor(error)}</p><p><a class="button" href="/integrations">Back to the integrations</a></p>`
    return show(c, { title: status === 404 ? 'There is nothing here' : 'That did not work', tab: '/integrations', done: '', content }, status)
  })

  app.get('/connections.css', (c) =>
    c.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )

  // ---- What is connected -------------------------------------------------------------------------------------------

  app.get('/', async (c) => {
    const { member, views } = await readConnections(deps, ...ids(c))
    const reader: Reader = { zone: member.zone, locale: member.locale }
    return show(c, {
      title: 'Integrations',
      tab: '/integrations',
      actions: views.length === 0 ? null : html`<a class="button button-primary" href="/integrations/add">Add an ATS</a>`,
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
    const given = (await readBody(c)).writes
    const writes = writeModes.find((mode): mode is WriteMode => mode === given)
    if (!writes) return done(c, '/integrations', 'same')
    await changeConnection(deps, ...ids(c), idOf(c), { writes })
    return done(c, '/integrations', 'changed')
  })

  // ---- What can be connected ---------------------------------------------------------------------------------------

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
          ? renderConnectForm(system, sent ?? { values: startValues(system, mayShare, isStandIn), errors: {} }, mayShare)
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

  // ---- Name, key, removal ------------------------------------------------------------------------------------------

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

  // ---- Stages after booking ----------------------------------------------------------------------------------------

  async function showJobs(c: Context, errors: FieldErrors): Promise<Response> {
    const query = (c.req.query('q') ?? '').slice(0, 100).trim()
    const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1))
    const ask = { connectionId: idOf(c), query, offset: (page - 1) * jobsPerPage, limit: jobsPerPage }
    const { connection, jobs, total } = await readJobStages(deps, ...ids(c), ask)
    return show(
      c,
      {
        title: 'Stages after booking',
        tab: '/integrations',
        kicker: html`<a href="/integrations#${connection.id}">${connection.name}</a>`,
        content: renderStages({ id: connection.id, jobs, total, query, page, errors }),
      },
      Object.keys(errors).length > 0 ? 422 : 200,
    )
  }
  app.get('/:id/stages', (c) => showJobs(c, {}))
  app.post('/:id/stages', async (c) => {
    try {
      const count = await mapStages(deps, ...ids(c), idOf(c), readStages(await readBody(c)))
      return done(c, `/integrations/${encodeURIComponent(idOf(c))}/stages`, count > 0 ? 'stages' : 'same')
    } catch (error) {
      if (!isParleyError(error, 'badInput')) throw error
      return showJobs(c, { [error.field ?? '']: error.message })
    }
  })

  // ---- Web hooks ---------------------------------------------------------------------------------------------------

  const showHook = (c: Context, setUp: HookSetUp, shown: Parameters<typeof renderHook>[1], problem: string | null) =>
    show(
      c,
      {
        title: `Web hooks of ${setUp.system.name}`,
        tab: '/integrations',
        kicker: html`<a href="/integrations/${setUp.connection.id}">${setUp.connection.name}</a>`,
        content: renderHook(setUp, shown, problem),
      },
      problem === null ? 200 : 422,
    )
  app.get('/:id/hook', async (c) => showHook(c, await readHookSetUp(deps, ...ids(c), idOf(c)), null, null))
  app.post('/:id/hook/show', async (c) => {
    const setUp = await readHookSetUp(deps, ...ids(c), idOf(c))
    return showHook(c, setUp, await showHookSecret(deps, ...ids(c), idOf(c)), null)
  })
  app.post('/:id/hook/register', async (c) => {
    const setUp = await readHookSetUp(deps, ...ids(c), idOf(c))
    try {
      await registerHook(deps, ...ids(c), idOf(c))
    } catch (error) {
      if (!isParleyError(error)) throw error
      return showHook(c, setUp, null, error.message)
    }
    return done(c, `/integrations/${encodeURIComponent(idOf(c))}/hook`, 'hooks')
  })

  return app
}
