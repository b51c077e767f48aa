import { answerFile, fileRoutes } from './files.ts'
import { makeNumbers } from './ids.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import type { Asked } from './readRequest.ts'
import {
  disqualified,
  fail,
  findCandidate,
  findJob,
  latestOf,
  recruiterflowReads,
  showCandidate,
  showList,
} from './recruiterflowRows.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Application, Candidate, Stage } from './world.ts'

// Recruiterflow: much to read, notes and stages to write, no interviews to write, no webhooks. Settings: `failsWithSuccess`, `hasNoJobGet`.

const at = '/api/external'
const page = 'items_per_page?:integer(1..), current_page?:integer(1..), include_count?:boolean'
const ofCandidate = `id:integer, after?:datetime, before?:datetime, ${page}`
const recruiterflowRoutes = `
GET ${at}/candidate/list -> 200
  query ${page}, include_files?:boolean, include_notes?:boolean
POST ${at}/candidate/search -> 200
  body items_per_page:integer(1..), current_page:integer(1..), conjunction?:const(match-all), include_count?:boolean,
    filters?:[{key:string, filter_type?:string, type?:string, is_relative?:boolean, days?:integer(0..)}]
GET ${at}/candidate/get -> 200
  query id:integer
GET ${at}/job/list -> 200
  query ${page}
GET ${at}/job/get -> 200
  query id:integer
GET ${at}/job/pipeline -> 200
  query job_id:integer
GET ${at}/job/stage_names -> 200
GET ${at}/candidate/activities/stage-movement/list -> 200
  query ${ofCandidate}
GET ${at}/candidate/calendar-event/list -> 200
  query ${ofCandidate}
GET ${at}/candidate/activity/list -> 200
  query ${ofCandidate}
GET ${at}/user/list -> 200
POST ${at}/candidate/notes/add -> 200
  body id:integer, value:string(1..), created_by?:integer, mentions?:array
POST ${at}/candidate/move-to-stage -> 200
  body id:integer, stage:{id:integer}|{name:string(1..)}, job_id?:integer, user_id?:integer, added_time?:datetime
POST ${at}/candidate/add-to-job -> 200
  body id:integer, job_id:integer, added_time?:datetime
${fileRoutes}`

function readCaller({ headers }: Asked, desk: Desk): Caller {
  const key = headers['rf-api-key'] ?? ''
  if (key === '') throw new Refusal('noKey', 'RF-Api-Key is missing')
  if (!desk.keys.has(key)) throw new Refusal('badKey', 'RF-Api-Key is wrong')
  return { userId: null }
}

interface GivenFilter {
  key: string
  is_relative?: boolean
  days?: number
}
/** The one filter that is known of: the latest activity within so many days. */
function readFilter(call: Call, { key, is_relative, days }: GivenFilter): (row: Candidate) => boolean {
  if (key !== 'latest_activity_time' || is_relative !== true || days === undefined) fail(call, `invalid filter ${key}`)
  const sinceMs = call.now.getTime() - days * 24 * 3600_000
  return (row) => latestOf(row, call.world).getTime() >= sinceMs
}
const searchCandidates: Answer = (call) => {
  const { body, world } = call
  const tests = ((body.filters ?? []) as GivenFilter[]).map((filter) => readFilter(call, filter))
  const found =
    tests.length === 0
      ? world.candidates.rows
      : world.candidates.rows.filter((row) => tests.every((meets) => meets(row)))
  const paging = {
    ...{ number: Number(body.current_page), size: Number(body.items_per_page) },
    isCounted: body.include_count === true,
  }
  return showList(call, found, (row: Candidate) => showCandidate(row, call), paging)
}

const done = { RESULT: 'SUCCESS' }
function readUser(call: Call, id: unknown): string | null {
  if (id === undefined || id === null) return null
  return call.world.users.get(String(id))?.id ?? fail(call, 'invalid user')
}
const addNote: Answer = (call) => {
  const { id, value, created_by } = call.body
  const person = findCandidate(call, id)
  call.world.addNote({ candidateId: person.id, userId: readUser(call, created_by), text: String(value) })
  return done
}
/** Names are good only together with the job: many jobs have the same, and one job may have two that differ by a letter. */
function readStage(call: Call): Stage {
  const { stage, job_id } = call.body as { stage: { id?: number; name?: string }; job_id?: number }
  const job = job_id === undefined ? null : findJob(call, job_id)
  if (stage.id === undefined && job === null) fail(call, 'job_id is required with the name of a stage')
  const stages = job ? call.world.stagesOf(job.id) : call.world.stages.rows
  return (
    stages.find(({ id, label }) => (stage.id === undefined ? label === stage.name : id === String(stage.id))) ??
    fail(call, 'invalid stage')
  )
}
function setStage({ world, now }: Call, pair: Application, stage: Stage, userId: string | null): void {
  const isOut = stage.label === disqualified
  if (stage.id === pair.stageId && (pair.status === 'rejected') === isOut) return
  world.moveApplication(pair.id, stage.id, userId)
  world.applications.update(pair.id, { status: isOut ? 'rejected' : 'active', rejectedAt: isOut ? now : null })
}
const moveToStage: Answer = (call) => {
  const person = findCandidate(call, call.body.id)
  const stage = readStage(call)
  const pair = call.world.applications.by('candidateId', person.id).find(({ jobId }) => jobId === stage.jobId)
  setStage(call, pair ?? fail(call, 'candidate is not in the job'), stage, readUser(call, call.body.user_id))
  return done
}
const addToJob: Answer = (call) => {
  const person = findCandidate(call, call.body.id)
  const job = findJob(call, call.body.job_id)
  const has = call.world.applications.by('candidateId', person.id).some(({ jobId }) => jobId === job.id)
  if (!has) call.world.addApplication({ candidateId: person.id, jobId: job.id })
  return done
}

// biome-ignore format: a table
const statusOf: Readonly<Record<RefusalKind, number>> = {
  noKey: 401, badKey: 401, noScope: 401, noPath: 404, noMethod: 404, noRecord: 400, badType: 400, badJson: 400, badQuery: 400, badBody: 400, badHeader: 400,
  notAllowed: 400, throttled: 429, broken: 500,
}
const refuse = ({ kind, message, field, problem, status }: Refusal): Reply =>
  new Reply(status ?? statusOf[kind], { RESULT: 'FAILED', message: problem ? `${field} ${problem}` : message })

export const recruiterflow: StandInKind = {
  name: 'recruiterflow',
  bases: { main: '' },
  routes: recruiterflowRoutes,
  answers: {
    ...recruiterflowReads,
    [`POST ${at}/candidate/search`]: searchCandidates,
    [`POST ${at}/candidate/notes/add`]: addNote,
    [`POST ${at}/candidate/move-to-stage`]: moveToStage,
    [`POST ${at}/candidate/add-to-job`]: addToJob,
    'GET /_storage/{id}/{name}': answerFile,
  },
  makeId: makeNumbers({ candidates: 50_000, jobs: 700, stages: 9000, users: 2, applications: 6_000_000 }, 100_000),
  hasStagesPerJob: true,
  stageLabels: ['Applied', 'Phone Screen', 'Client Interview', 'Client interview', 'Offer', 'Hired', disqualified],
  key: 'recruiterflow-key-1',
  isRead: ({ method, address }) => method === 'GET' || address.pathname.endsWith('/candidate/search'),
  authenticate: readCaller,
  refuse,
  // The true figure is unknown; recordings show only that of somebody's proxy.
  createLimiter: (clock) => createWindowLimiter(clock, 1, 1000, () => ({})),
  hooks: null,
}
