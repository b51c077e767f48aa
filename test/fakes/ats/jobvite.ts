import { type Filters, narrowRows } from './filters.ts'
import type { HookRules } from './hooks.ts'
import { jobviteRoutes } from './jobviteRoutes.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createDayLimiter, createJointLimiter, createWindowLimiter } from './limiter.ts'
import { takeSlice } from './paging.ts'
import type { Asked } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import { findFieldProblems, readFields } from './shapes.ts'
import type { Application, Job, World } from './world.ts'

// Jobvite, v2 for reading and v1 for the one write. The key is "key:secret", two headers; a wrong one is told with HTTP 200 where candidates are read. Other
// errors are JSON, plain text or an HTML page. `desk.scopes` are grants: candidate, job, candidateUpdate.
// Settings: `startBase` is the number of the first row, 0 or 1; `showsManagers` puts the hiring manager into jobs, as with some customers.

const candidates = '/api/v2/candidate'
/** Routes that are there and that no key of ours is granted; their bodies are not documented. */
const ungranted = /^(\w+ \/api\/v2\/(interview|employee|webhook|workflow)|PUT \/api\/v2\/candidate)$/

function readCaller({ headers, address }: Asked, desk: Desk): Caller {
  const [key, secret] = [headers['x-jvi-api'] ?? '', headers['x-jvi-sc'] ?? '']
  if (key === '' || secret === '') throw new Refusal('noKey', 'no key')
  if (!desk.keys.has(`${key}:${secret}`))
    throw new Refusal('badKey', 'the key is not valid', { status: address.pathname === candidates ? 200 : null })
  return { userId: null }
}

// ---------------------------------------------------------------- records

/** The number that people say. */
const requisitionId = (job: Job, { jobs }: World) => String(100 + jobs.rows.indexOf(job))
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
// biome-ignore format: a table
function showApplication(row: Application, { world }: Call) {
  const person = world.candidates.get(row.candidateId)!
  const job = world.jobs.get(row.jobId)!
  const stage = world.stages.get(row.stageId)
  const hired = row.status === 'hired' ? { hireDate: row.updatedAt.getTime() } : {}
  return {
    eId: person.id, firstName: person.firstName, lastName: person.lastName, email: person.emails[0] ?? '',
    mobile: person.phones[0] ?? null, homePhone: person.phones[1] ?? null, workPhone: person.phones[2] ?? null,
    application: {
      eId: row.id, workflowState: stage?.label ?? '', workflowStateEId: row.stageId, disposition: row.status === 'rejected' ? 'Not selected' : null,
      lastUpdatedDate: row.updatedAt.getTime(), sentDate: row.createdAt.getTime(), ...hired,
      job: { eId: job.id, title: job.title, requisitionId: requisitionId(job, world), department: textOf(job.extra.department), location: textOf(job.extra.location) },
      customField: [],
    },
  }
}
const jobStates = { open: 'Open', draft: 'Awaiting Approval', closed: 'Closed' } as const
// biome-ignore format: a table
function showJob(row: Job, { world, desk }: Call) {
  const manager = world.users.get(row.hiringManagerIds[0] ?? '')
  const hiringManager = manager ? { firstName: manager.firstName, lastName: manager.lastName, email: manager.email } : null
  return {
    eId: row.id, title: row.title, requisitionId: requisitionId(row, world), jobState: jobStates[row.status], department: textOf(row.extra.department),
    category: textOf(row.extra.department), locations: [], applyLink: `https://jobs.jobvite.example/quarry/job/${row.id}`, lastUpdatedDate: row.updatedAt.getTime(),
    ...(desk.settings.get('showsManagers') === true ? { hiringManager } : {}),
  }
}

// ---------------------------------------------------------------- lists

const usualCount = 50
/** From `start` on; where the first row is number 1, number 0 is it too. */
function skipOf({ query, desk }: Call): number {
  const base = Number(desk.settings.get('startBase') ?? 0)
  return Math.max(0, query.number('start', base) - base)
}
function badQuery(field: string): never {
  throw new Refusal('badQuery', `${field} is not valid`, { field })
}
const isDay = (text: string) =>
  findFieldProblems({ day: text }, readFields('day:date')).length === 0 && text.length === 10
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

const candidateFilters: Filters<Application> = {
  ...{ start: null, count: null, dateFormat: null },
  candidateId: { column: 'candidateId' },
  applicationId: { column: 'id' },
  // Whole days, both ends in.
  datestart: { test: (row, [day = '']) => dayOf(row.updatedAt) >= day },
  dateend: { test: (row, [day = '']) => dayOf(row.updatedAt) <= day },
}
/** One row for each application; who has several stands in several. */
const listCandidates: Answer = (call) => {
  const { query, world } = call
  for (const name of ['datestart', 'dateend']) {
    if (!query.has(name)) continue
    if (!query.has('dateFormat')) badQuery('dateFormat')
    if (!isDay(query.text(name))) badQuery(name)
  }
  const narrowed = narrowRows(world.applications, query, {
    ...candidateFilters,
    // A name may have commas in it.
    wflowstate: { test: (row) => world.stages.get(row.stageId)?.label === query.text('wflowstate') },
  })
  const size = query.number('count', usualCount)
  const { page, total } = takeSlice({ ...narrowed, isNarrow: true }, { skip: skipOf(call), size, order: 'oldestFirst' })
  return { total, candidates: page.map((row) => showApplication(row, call)) }
}
const listJobs: Answer = (call) => {
  const { query, world } = call
  const narrowed = narrowRows(world.jobs, query, { start: null, count: null, ids: { column: 'id' } })
  const size = query.number('count', usualCount)
  const { page, total } = takeSlice(narrowed, { skip: skipOf(call), size, order: 'oldestFirst' })
  return { total, requisitions: page.map((row) => showJob(row, call)) }
}

// ---------------------------------------------------------------- the write

const rowFields = readFields('applicationId:string(1..), wflowstate:string(1..)')
/** All of them or none. */
const updateCandidates: Answer = ({ body, world }) => {
  const invalid = (what: string): never => {
    throw new Refusal('badBody', `Invalid ${what}`, { field: what })
  }
  let given: unknown = null
  try {
    given = JSON.parse(String(body.data))
  } catch {}
  if (!Array.isArray(given) || given.length === 0) return invalid('data')
  const moves = given.map((row: unknown) => {
    const [problem] = findFieldProblems(Object(row) as Record<string, unknown>, rowFields)
    if (problem) invalid(problem.field)
    const { applicationId, wflowstate } = row as { applicationId: string; wflowstate: string }
    const application = world.applications.get(applicationId) ?? invalid('applicationId')
    const stage = world.stagesOf(application.jobId).find(({ label }) => label === wflowstate) ?? invalid('wflowstate')
    return { application, stage }
  })
  for (const { application, stage } of moves)
    if (application.stageId !== stage.id) world.moveApplication(application.id, stage.id)
  // Written as text, and without a content type.
  return new Reply(200, JSON.stringify({ status: { code: 200, messages: ['Success'] } }))
}

// ---------------------------------------------------------------- events

/** Neither how to subscribe nor a signature is documented. */
const jobviteHooks: HookRules = {
  tell({ kind, before, after, at }, { stages }) {
    const [old, row] = [before, after] as (Application | null)[]
    if (kind !== 'applications' || !old || !row || old.stageId === row.stageId) return []
    const values = { oldValue: stages.get(old.stageId)?.label, newValue: stages.get(row.stageId)?.label }
    const payload = { eventType: 'application_stage', applicationId: row.id, ...values, date: at.getTime() }
    return [{ event: 'application_stage', payload }]
  },
  sign: (_hook, _event, payload) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  }),
}

// ---------------------------------------------------------------- refusals

const statusOf: Readonly<Record<RefusalKind, number>> = {
  noKey: 401,
  badKey: 401,
  noScope: 401,
  noPath: 404,
  noMethod: 404,
  noRecord: 404,
  badType: 400,
  badJson: 400,
  badQuery: 400,
  badBody: 400,
  badHeader: 400,
  notAllowed: 400,
  throttled: 429,
  broken: 500,
}
const page = (status: number) =>
  `<html><head><title>Error ${status}</title></head><body><h1>HTTP Status ${status}</h1><p>The request was not understood.</p></body></html>`
function refuse({ kind, message, status: own }: Refusal, { method, address }: Asked): Reply {
  const isOld = address.pathname.startsWith('/v1/')
  const isThere = ungranted.test(`${method} ${address.pathname}`)
  const status = isThere ? 401 : statusOf[kind]
  if (status === 401) {
    const words = kind === 'badKey' ? 'Invalid key' : 'Unauthorized'
    return new Reply(own ?? status, { status: { code: 401, messages: [words] } })
  }
  if (status === 404) return new Reply(404, 'Invalid URL Cannot find API.', { 'content-type': 'text/plain' })
  // The older version says it in plain text, and does not say that it is text.
  if (isOld) return new Reply(status, message)
  if (status === 400 || status === 500) return new Reply(status, page(status), { 'content-type': 'text/html' })
  return new Reply(status, { status: { code: status, messages: ['Too many requests'] } })
}

const firstLetters: Readonly<Record<string, string>> = { candidates: 'c', applications: 'p', jobs: 'o', stages: 'w' }
const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Of letters and digits; two ids may differ in nothing but a capital. */
function makeEid(kind: string, n: number): string {
  let text = ''
  for (let rest = n; rest > 0; rest = Math.floor(rest / letters.length)) text = letters[rest % letters.length] + text
  return `${firstLetters[kind] ?? 'u'}${text.padStart(4, '0')}Jv`
}

const minuteMs = 60_000
const zone = 'America/Los_Angeles'
export const jobvite: StandInKind = {
  name: 'jobvite',
  bases: { main: '/api/v2', v1: '/v1' },
  routes: jobviteRoutes,
  answers: {
    'GET /api/v2/candidate': listCandidates,
    'GET /api/v2/job': listJobs,
    'POST /v1/candidate': updateCandidates,
  },
  makeId: makeEid,
  hasStagesPerJob: false,
  key: 'jobvite-key-1:jobvite-secret-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) =>
    createJointLimiter([
      { limiter: createWindowLimiter(clock, 15, minuteMs, () => ({})) },
      { limiter: createWindowLimiter(clock, 850, 60 * minuteMs, () => ({})) },
      { limiter: createDayLimiter(clock, 20_000, zone), on: /^GET \/api\/v2\/candidate$/ },
      { limiter: createDayLimiter(clock, 500, zone), on: /^GET \/api\/v2\/job$/ },
    ]),
  hooks: jobviteHooks,
}
