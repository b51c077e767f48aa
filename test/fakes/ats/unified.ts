import { createHmac } from 'node:crypto'
import { answerFile } from './files.ts'
import type { HookRules } from './hooks.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createBucketLimiter } from './limiter.ts'
import { type Asked, textOr } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import { unifiedRoutes } from './unifiedRoutes.ts'
import {
  type Connection,
  connections,
  findConnection,
  findRow,
  guessStatus,
  need,
  type Show,
  showApplication,
  showCandidate,
  showDocument,
  showHook,
  showInterview,
  showJob,
  unifiedReads,
} from './unifiedRows.ts'
import type { Interview, WorldChange } from './world.ts'

// Unified.to: one workspace key, and a connection for each ATS behind it. All connections here lead to the same records, and differ in what the
// ATS behind them can do.

function readCaller({ headers }: Asked, desk: Desk): Caller {
  const [, key = ''] = /^(?:Bearer )?(\S+)$/.exec(headers.authorization ?? '') ?? []
  if (key === '') throw new Refusal('noKey', 'no API key')
  if (!desk.keys.has(key)) throw new Refusal('badKey', 'the API key is not valid')
  return { userId: null }
}
function invalid(field: string, problem: string): never {
  throw new Refusal('badBody', `${field} ${problem}`, { field, problem })
}

// ---------------------------------------------------------------- writes

function readInterview(
  { body, world }: Call,
  before: Interview | null,
): Partial<Interview> & Pick<Interview, 'applicationId' | 'startAt' | 'endAt'> {
  // The type says that nothing is mandatory; the ATS behind the connection disagrees.
  for (const name of ['application_id', 'start_at', 'end_at'])
    if (!before && body[name] === undefined) invalid(name, 'is required by the integration')
  const applicationId = textOr(body.application_id, before?.applicationId ?? '')
  const application = world.applications.get(applicationId)
  if (!application) invalid('application_id', 'is unknown')
  const startAt = body.start_at === undefined && before ? before.startAt : new Date(String(body.start_at))
  const endAt = body.end_at === undefined && before ? before.endAt : new Date(String(body.end_at))
  if (endAt <= startAt) invalid('end_at', 'must be after start_at')
  const userIds = body.user_ids as string[] | undefined
  for (const id of userIds ?? []) if (!world.users.get(id)) invalid('user_ids', `has no user ${id}`)
  return {
    ...{ applicationId, startAt, endAt, candidateId: application?.candidateId ?? '' },
    seats: userIds ? userIds.map((userId) => ({ userId, email: null, response: 'none' })) : (before?.seats ?? []),
    status: textOr(body.status, before?.status ?? 'SCHEDULED'),
    location: textOr(body.location, before?.location ?? null),
    externalRef: textOr(body.external_event_xref, before?.externalRef ?? null),
  }
}
const createInterview: Answer = (call) => {
  need(call, 'interview create')
  return showInterview(call.world.addInterview(readInterview(call, null)), call)
}
const changeInterview =
  (isWhole: boolean): Answer =>
  (call) => {
    need(call, 'interview update')
    const before = findRow(call, 'interviews')
    const fields = readInterview(call, isWhole ? null : before)
    return showInterview(call.world.interviews.update(before.id, { ...fields, updatedAt: call.now }), call)
  }
const removeInterview: Answer = (call) => {
  need(call, 'interview remove')
  call.world.interviews.remove(findRow(call, 'interviews').id)
  return {}
}
const moveApplication: Answer = (call) => {
  need(call, 'application update')
  const { world, body } = call
  const row = findRow(call, 'applications')
  const stages = world.stagesOf(row.jobId)
  const label = textOr(body.original_status, null)
  const stage = stages.find((one) => (label === null ? guessStatus(one.label) === body.status : one.label === label))
  if (!stage || guessStatus(stage.label) !== body.status) invalid('status', 'has no stage of the job')
  return showApplication(stage && stage.id !== row.stageId ? world.moveApplication(row.id, stage.id) : row, call)
}
const addActivity: Answer = (call) => {
  need(call, 'activity create')
  const { world, body } = call
  const applicationId = textOr(body.application_id, null)
  const candidateId = textOr(body.candidate_id, world.applications.get(applicationId ?? '')?.candidateId ?? '')
  if (!world.candidates.get(candidateId)) invalid('candidate_id', 'is unknown')
  if (applicationId !== null && world.applications.get(applicationId)?.candidateId !== candidateId)
    invalid('application_id', "is not the candidate's")
  const text = textOr(body.description, '')
  const row = world.addNote({
    candidateId,
    applicationId,
    text,
    kind: textOr(body.type, 'NOTE'),
    extra: { title: body.title ?? null },
  })
  return {
    ...{
      id: row.id,
      type: row.kind,
      title: row.extra.title,
      description: text,
      candidate_id: candidateId,
      application_id: applicationId,
    },
    created_at: row.createdAt,
  }
}

// ---------------------------------------------------------------- webhooks and the catalogue

const objectOf: Readonly<Record<string, string>> = {
  candidates: 'ats_candidate',
  applications: 'ats_application',
  interviews: 'ats_interview',
  jobs: 'ats_job',
  attachments: 'ats_document',
  notes: 'ats_activity',
}
const addHook: Answer = ({ body, world }) => {
  findConnection(body.connection_id)
  if (!Object.values(objectOf).includes(String(body.object_type))) invalid('object_type', 'is none')
  const { connection_id, object_type, interval } = body
  const extra = { connection_id, object_type, ...(interval === undefined ? {} : { interval }) }
  return showHook(world.addHook({ url: textOr(body.hook_url, ''), event: String(body.event), secret: '', extra }))
}
const listHooks: Answer = ({ world, query }) =>
  world.hooks.rows
    .filter(({ extra }) => !query.has('connection_id') || extra.connection_id === query.text('connection_id'))
    .filter(({ extra }) => !query.has('object') || extra.object_type === query.text('object'))
    .slice(query.number('offset', 0), query.number('offset', 0) + query.number('limit', 100))
    .map(showHook)

/** The workspace's secret signs the data as JSON and the nonce behind it. */
export const signUnified = (secret: string, data: unknown, nonce: string, encoding: 'hex' | 'base64' = 'hex') =>
  createHmac('sha1', secret)
    .update(JSON.stringify(data) + nonce)
    .digest(encoding)
export const workspaceSecret = 'workspace-secret-1'

const shows = {
  ats_candidate: showCandidate,
  ats_application: showApplication,
  ats_interview: showInterview,
  ats_job: showJob,
  ats_document: showDocument,
}
const unifiedHooks: HookRules = {
  tell({ kind, before, after }: WorldChange, world) {
    const object = objectOf[kind]
    const show = shows[object as keyof typeof shows] as Show<unknown> | undefined
    if (object === undefined || !show) return []
    const event = `${object} ${!before ? 'created' : after ? 'updated' : 'deleted'}`
    const call = { world, origin: 'https://files.unified.example', now: world.clock.now() } as Call
    return [{ event, payload: [show(after ?? before, call)] }]
  },
  isWanted: (hook, event) => event === `${hook.extra.object_type} ${hook.event}` && hook.url !== '',
  sign(hook, _event, data, count) {
    const nonce = `nonce-${count}`
    const sig = signUnified(workspaceSecret, data, nonce)
    return {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data, webhook: showHook(hook), nonce, sig, type: 'virtual' }),
    }
  },
}

const showSupport = ({ can }: Connection) => {
  const objects = new Set([...can].filter((one) => one.includes(' ')).map((one) => one.split(' ')[0] ?? ''))
  return Object.fromEntries(
    [...objects].map((object) => {
      const verbs = [...can].filter((one) => one.startsWith(`${object} `)).map((one) => [one.split(' ')[1] ?? '', true])
      return [
        object,
        {
          methods: Object.fromEntries(verbs),
          list_updated_gte: can.has('list_updated_gte') ? 'supported' : 'not-supported',
        },
      ]
    }),
  )
}
const listIntegrations: Answer = ({ query }) =>
  Object.values(connections)
    .filter(({ categories }) => query.list('categories').every((one) => categories.includes(one)))
    .map((one) => ({
      type: one.integration,
      name: one.name,
      categories: one.categories,
      support: showSupport(one),
      is_active: true,
    }))
const getConnection: Answer = ({ path, world }) => {
  const { integration, name, categories, can } = findConnection(path.connection_id)
  const permissions = [...can]
    .filter((one) => one.includes(' '))
    .map((one) => `ats_${one.replace(/ (list|get)$/, '_read').replace(/ \w+$/, '_write')}`)
  const healthy = world.clock.now()
  return {
    ...{
      id: path.connection_id,
      integration_type: integration,
      integration_name: name,
      environment: 'Production',
      is_paused: false,
    },
    ...{
      permissions: [...new Set(permissions)],
      categories,
      last_healthy_at: healthy,
      created_at: healthy,
      updated_at: healthy,
    },
  }
}

const statusOf: Readonly<Record<RefusalKind, number>> = {
  noKey: 401,
  badKey: 401,
  noScope: 403,
  noPath: 404,
  noMethod: 404,
  noRecord: 404,
  badType: 400,
  badJson: 400,
  badQuery: 400,
  badBody: 400,
  badHeader: 400,
  notAllowed: 501,
  throttled: 429,
  broken: 500,
}
function refuse({ kind, message, field, problem }: Refusal): Reply {
  return new Reply(statusOf[kind], { message: problem ? `${field} ${problem}` : message, statusCode: statusOf[kind] })
}

export const unified: StandInKind = {
  name: 'unified',
  bases: { main: '' },
  routes: unifiedRoutes,
  answers: {
    'GET /unified/connection/{connection_id}': getConnection,
    ...unifiedReads,
    'POST /ats/{connection_id}/interview': createInterview,
    'PATCH /ats/{connection_id}/interview/{id}': changeInterview(false),
    'PUT /ats/{connection_id}/interview/{id}': changeInterview(true),
    'DELETE /ats/{connection_id}/interview/{id}': removeInterview,
    'PATCH /ats/{connection_id}/application/{id}': moveApplication,
    'POST /ats/{connection_id}/activity': addActivity,
    'POST /unified/webhook': addHook,
    'GET /unified/webhook': listHooks,
    'DELETE /unified/webhook/{id}': (call) => {
      call.world.hooks.remove(findRow(call, 'hooks').id)
      return {}
    },
    'PUT /unified/webhook/{id}/trigger': (call) => showHook(findRow(call, 'hooks')),
    'GET /unified/integration': listIntegrations,
    'GET /_storage/{id}/{name}': answerFile,
  },
  makeId: (kind, n) => `${kind.slice(0, 3)}_${n}`,
  hasStagesPerJob: true,
  key: 'unified-key-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) => createBucketLimiter(clock, 20, 20),
  hooks: unifiedHooks,
}
