import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { isParleyError, type ParleyError, sentenceFor } from '../domain/errors.ts'
import { addDirectoryRoutes } from './connections/addRoutes.ts'
import { addHookRoutes } from './connections/hookRoutes.ts'
import { addListRoutes } from './connections/listRoutes.ts'
import { addManageRoutes } from './connections/manageRoutes.ts'
import { type ConnectionsAppOptions, openConnectionsRoom, type Status } from './connections/room.ts'
import { addStageRoutes } from './connections/stageRoutes.ts'
import { isSameOrigin } from './sameOrigin.ts'

const formBytesMax = 64 * 1024
const errorStatus: Partial<Record<ParleyError['code'], Status>> = { notFound: 404, notAllowed: 403, rateLimited: 429 }

/**
 * The room of integrations: the systems that are connected and how they are, those that can be, and the form for each. Mounted at /integrations
 * behind the recruiter's session. GET and HEAD change nothing, and no key that was entered comes back to a browser.
 */
export function createConnectionsApp(options: ConnectionsAppOptions): Hono {
  const room = openConnectionsRoom(options)
  const { show } = room
  const app = new Hono()
  const sheet = readFileSync(new URL('./assets/connections.css', import.meta.url), 'utf8')

  app.use('*', async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || isSameOrigin(c.req.raw.headers)) return next()
    return c.text('This was not sent by a page of Parley, so nothing was changed.', 403)
  })
  const showProblem = (c: Context, title: string, sentence: string, status: Status) => {
    const content = html`<p class="lead">${sentence}</p><p><a class="button" href="/integrations">Back to the integrations</a></p>`
    return show(c, { title, tab: '/integrations', done: '', content }, status)
  }
  const onError = (c: Context) => showProblem(c, 'That is too much at once', 'Nothing was changed.', 413)
  app.use('*', bodyLimit({ maxSize: formBytesMax, onError }))
  app.onError((error, c) => {
    if (!isParleyError(error)) throw error
    const status = errorStatus[error.code] ?? 422
    return showProblem(c, status === 404 ? 'There is nothing here' : 'That did not work', sentenceFor(error), status)
  })
  app.get('/connections.css', (c) =>
    c.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )

  addListRoutes(app, room)
  addDirectoryRoutes(app, room)
  addManageRoutes(app, room)
  addStageRoutes(app, room)
  addHookRoutes(app, room)
  return app
}
