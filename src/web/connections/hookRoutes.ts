import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { isParleyError } from '../../domain/errors.ts'
import { type HookSetUp, readHookSetUp, registerHook, showHookSecret } from '../../workflow/hookAddress.ts'
import { renderHook } from './manage.ts'
import type { ConnectionsRoom } from './room.ts'

/** How a vendor tells of changes. What it is signed with is shown to admins only, and only when they press for it. */
export function addHookRoutes(app: Hono, room: ConnectionsRoom): void {
  const { deps, ids, idOf, show, done } = room

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
}
