import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { runImport } from '../ats/csvImport.ts'
import { countSampleData, removeSampleData } from '../ats/sampleData.ts'
import { isParleyError } from '../domain/errors.ts'
import { type StageStatus, stageStatuses } from '../domain/records.ts'
import { addApplicationRoutes } from './records/applicationRoutes.ts'
import { addDocumentRoutes } from './records/documentRoutes.ts'
import type { FieldErrors } from './records/form.ts'
import { addInterviewRoutes } from './records/interviewRoutes.ts'
import { addKindRoutes } from './records/kindRoutes.ts'
import { candidateKind, clientKind, contactKind, jobKind, userKind } from './records/kinds.ts'
import {
  linkButton,
  renderImportForm,
  renderImportReport,
  renderOverview,
  renderRemoval,
  renderSampleForm,
} from './records/pages.ts'
import { liveStatuses, withCandidateNames } from './records/read.ts'
import { openRoom, type RecordsOptions, type Status } from './records/room.ts'
import { addStageRoutes } from './records/stageRoutes.ts'
import { isSameOrigin } from './sameOrigin.ts'

/** The stylesheet of the room, to be named in the head of its pages. */
export const recordsStylesheet = '/records/records.css'

const formByteCountMax = 256 * 1024
const importByteCountMax = 21 * 1024 * 1024

/**
 * The records room: overview, candidates, applications, jobs with stages, clients, contacts, team, interviews, import, sample data.
 * Mounted at /records behind the recruiter's session. GET and HEAD change nothing, and a form that is sent back as it was shown
 * changes nothing either.
 */
export function createRecordsApp(options: RecordsOptions): Hono {
  const room = openRoom(options)
  const { store, clock, ids, viewer, inTenant, readReader, show, readBody } = room
  const app = new Hono()
  const css = readFileSync(join(import.meta.dirname, 'assets', 'records.css'), 'utf8')

  app.get('/records.css', (c) =>
    c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )

  // ---- What every changing request must pass -----------------------------------------------------------------------

  app.use('*', async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || isSameOrigin(c.req.raw.headers)) return next()
    return c.text('This was not sent by a page of Parley, so nothing was changed.', 403)
  })
  const tooLarge = (c: Context) =>
    show(
      c,
      {
        room: '',
        title: 'That is too much at once',
        content: html`<p class="lead">Nothing was changed. A form may have 256 KB, a file to import 20 MB.</p>`,
      },
      413,
    )
  const formLimit = bodyLimit({ maxSize: formByteCountMax, onError: tooLarge })
  const importLimit = bodyLimit({ maxSize: importByteCountMax, onError: tooLarge })
  app.use('*', (c, next) => (c.req.path.endsWith('/import') ? importLimit(c, next) : formLimit(c, next)))

  // ---- Overview ---------------------------------------------------------------------------------------------------

  app.get('/', async (c) => {
    const content = await inTenant(c, async (tx) => {
      const stageCounts: { status: StageStatus; count: number }[] = []
      for (const status of stageStatuses)
        stageCounts.push({ status, count: await tx.count('atsApplications', { status }) })
      const upcoming = await tx.find('atsInterviews', {
        where: { status: 'SCHEDULED', endAt: { gte: clock.now() } },
        orderBy: [['startAt', 'asc']],
        limit: 6,
      })
      const facts = {
        liveCount: stageCounts
          .filter(({ status }) => liveStatuses.includes(status))
          .reduce((sum, { count }) => sum + count, 0),
        candidateCount: await tx.count('atsCandidates'),
        openJobCount: await tx.count('atsJobs', { status: 'open' }),
        clientCount: await tx.count('atsClients'),
        stageCounts,
        sample: await countSampleData(tx),
        interviews: await withCandidateNames(tx, upcoming),
        activities: await tx.find('atsActivities', { orderBy: [['at', 'desc']], limit: 8 }),
      }
      return renderOverview(facts, await readReader(tx, c))
    })
    const actions = html`${linkButton('/records/candidates/new', 'Add a candidate', true)}${linkButton('/records/jobs/new', 'Add a job')}${linkButton('/records/import', 'Import')}`
    return show(c, { room: '', title: 'Records', actions, content })
  })

  // ---- Import and sample data ---------------------------------------------------------------------------------------

  const showImport = (c: Context, errors: FieldErrors, kind: string, status: Status = 200) =>
    show(c, { room: 'import', title: 'Import from a file', content: renderImportForm(errors, kind) }, status)

  app.get('/import', (c) => showImport(c, {}, ''))
  app.post('/import', async (c) => {
    const body = await readBody(c)
    const kind = typeof body.kind === 'string' ? body.kind : ''
    const wanted = kind === 'candidates' || kind === 'contacts' || kind === 'jobs' ? kind : null
    if (!(body.file instanceof File) || body.file.name === '')
      return showImport(c, { file: 'Choose a CSV file.' }, kind, 422)
    try {
      const bytes = new Uint8Array(await body.file.arrayBuffer())
      const report = await runImport(store, viewer(c).tenantId, bytes, { clock, ids, kind: wanted })
      return show(c, { room: 'import', title: 'Imported', kicker: body.file.name, content: renderImportReport(report) })
    } catch (error) {
      if (!isParleyError(error, 'badInput')) throw error
      return showImport(c, { file: error.message }, kind, 422)
    }
  })

  async function showSample(c: Context, errors: FieldErrors, status: Status = 200): Promise<Response> {
    const sample = await inTenant(c, countSampleData)
    const isThere = Object.values(sample).some((count: number) => count > 0)
    const content = isThere ? renderSampleForm(sample, errors) : html`<p class="lead">There is no sample data.</p>`
    return show(c, { room: '', title: 'Remove sample data', content }, status)
  }
  app.get('/sample', (c) => showSample(c, {}))
  app.post('/sample', async (c) => {
    const body = await readBody(c)
    if (body.confirm !== 'yes')
      return showSample(c, { confirm: 'Tick the box to say that the sample data may go.' }, 422)
    const removal = await removeSampleData(store, viewer(c).tenantId)
    return show(c, { room: '', title: 'Sample data removed', content: renderRemoval(removal) })
  })

  addApplicationRoutes(app, room)
  addDocumentRoutes(app, room)
  addInterviewRoutes(app, room)
  addStageRoutes(app, room)
  addKindRoutes(app, room, candidateKind)
  addKindRoutes(app, room, clientKind)
  addKindRoutes(app, room, contactKind)
  addKindRoutes(app, room, jobKind)
  addKindRoutes(app, room, userKind)

  return app
}
