import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { isParleyError } from '../../domain/errors.ts'
import { mapStages, readJobStages } from '../../workflow/mapStages.ts'
import type { FieldErrors } from '../records/form.ts'
import type { ConnectionsRoom } from './room.ts'
import { jobsPerPage, readStages, renderStages } from './stagesPage.ts'

/** Where the applications of each job move once an interview is booked. */
export function addStageRoutes(app: Hono, room: ConnectionsRoom): void {
  const { deps, ids, idOf, show, done, readBody } = room

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
}
