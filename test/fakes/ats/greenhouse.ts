import { answerFile } from './files.ts'
import { greenhouseHooks } from './greenhouseHooks.ts'
import { findCurrentEntry, greenhouseLists, maybe, showInterview, visibilities } from './greenhouseLists.ts'
import { greenhouseRoutes } from './greenhouseRoutes.ts'
import { makeNumbers } from './ids.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import { type Asked, textOr } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Application, Interview, World } from './world.ts'

// Greenhouse Recruiting, Harvest v3. The key is "client id:client secret"; tokens are good for an hour and act as the user of `sub`.
// Settings: `fromStage` is `row` where from_stage_id must be that of the application's stage row instead of the job's stage.

interface Token {
  key: string
  userId: string | null
  expiresAtMs: number
}
const hourMs = 3600_000

function tokensOf({ settings }: Desk): Map<string, Token> {
  const tokens = (settings.get('tokens') as Map<string, Token> | undefined) ?? new Map<string, Token>()
  settings.set('tokens', tokens)
  return tokens
}

const mintToken: Answer = ({ headers, body, desk, world, now }) => {
  const [, encoded = ''] = /^Basic (\S+)$/.exec(headers.authorization ?? '') ?? []
  const key = Buffer.from(encoded, 'base64').toString()
  if (!/^[^:]+:[^:]+$/.test(key)) return new Reply(400, { error: 'invalid_client' })
  if (!desk.keys.has(key)) return new Reply(401, { message: 'Unknown client', errorId: 'b7c1' })
  const userId = body.sub === undefined ? null : String(body.sub)
  if (userId !== null && !world.users.get(userId)?.isActive) return new Reply(400, { error: `unknown sub ${userId}` })
  const token = `token-${tokensOf(desk).size + 1}.${userId ?? 'service'}`
  tokensOf(desk).set(token, { key, userId, expiresAtMs: now.getTime() + hourMs })
  return { access_token: token, token_type: 'Bearer', expires_in: hourMs / 1000 }
}

function readCaller({ headers }: Asked, desk: Desk, world: World): Caller {
  const [, name = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? []
  if (name === '') throw new Refusal('noKey', 'no bearer token')
  const token = tokensOf(desk).get(name)
  if (!token || !desk.keys.has(token.key) || token.expiresAtMs <= world.clock.now().getTime())
    throw new Refusal('badKey', 'the token is unknown, expired or revoked')
  return { userId: token.userId }
}

/** Lists answer the service user and Site Admins only. */
const forAdmins =
  (answer: Answer): Answer =>
  (call) => {
    const { userId } = call.caller
    if (userId !== null && !call.world.users.get(userId)?.isAdmin)
      throw new Refusal('noScope', 'the acting user is no Site Admin')
    return answer(call)
  }

// ---------------------------------------------------------------- writes

function invalid(field: string, problem: string): never {
  throw new Refusal('badBody', `${field} ${problem}`, { field, problem })
}
function findApplication({ world }: Call, id: unknown): Application {
  const found = world.applications.get(String(id))
  if (!found) throw new Refusal('noRecord', `no application ${String(id)}`)
  return found
}

type GivenSeat = { user_id: number; response_status: string }
function readSeats({ body, world }: Call): Interview['seats'] {
  const given = body.interviewers as GivenSeat[]
  if (given.length === 0) invalid('interviewers', 'must not be empty')
  return given.map(({ user_id, response_status }) => {
    if (!world.users.get(String(user_id))?.isActive) invalid('interviewers', `has no active user ${user_id}`)
    return { userId: String(user_id), email: null, response: response_status }
  })
}
function readTimes({ body }: Call, before?: Interview): { startAt: Date; endAt: Date } {
  const startAt = body.starts_at === undefined && before ? before.startAt : new Date(String(body.starts_at))
  const endAt = body.ends_at === undefined && before ? before.endAt : new Date(String(body.ends_at))
  if (endAt <= startAt) invalid('ends_at', 'must be after starts_at')
  return { startAt, endAt }
}
const createInterview: Answer = (call) => {
  const { body, world, caller } = call
  const application = findApplication(call, body.application_id)
  if (application.status !== 'active') invalid('application_id', 'is not in process')
  const type = world.interviewTypes.get(String(body.job_interview_id))
  if (type?.jobId !== application.jobId) invalid('job_interview_id', "is not of the application's job")
  const interview = world.addInterview({
    applicationId: application.id,
    typeId: String(body.job_interview_id),
    title: type?.label ?? '',
    ...readTimes(call),
    seats: readSeats(call),
    externalRef: String(body.external_event_id),
    location: textOr(body.location, null),
    url: textOr(body.video_conferencing_url, null),
    organizerId: caller.userId,
    isFromApi: true,
  })
  return showWhole(interview, call)
}
const showWhole = (row: Interview, call: Call) => ({
  id: Number(row.id),
  ...showInterview(row, call),
  created_at: row.createdAt,
  updated_at: row.updatedAt,
})

/** Only what came through the API and is not over can be changed or deleted. */
function findChangeable({ world, path }: Call): Interview {
  const interview = world.interviews.get(path.id ?? '')
  if (!interview) throw new Refusal('noRecord', `no interview ${path.id}`)
  if (!interview.isFromApi) invalid('id', 'was not created through Harvest')
  if (!['scheduled', 'awaiting_feedback'].includes(interview.status)) invalid('id', `is ${interview.status}`)
  return interview
}
const updateInterview: Answer = (call) => {
  const { body, world, now } = call
  const before = findChangeable(call)
  const after = world.interviews.update(before.id, {
    ...readTimes(call, before),
    seats: body.interviewers === undefined ? before.seats : readSeats(call),
    location: textOr(body.location, before.location),
    url: textOr(body.video_conferencing_url, before.url),
    externalRef: textOr(body.external_event_id, before.externalRef),
    updatedAt: now,
  })
  return showWhole(after, call)
}

const moveApplication: Answer = (call) => {
  const { body, world, path, caller, desk } = call
  const application = findApplication(call, path.id)
  if (application.status !== 'active') invalid('id', 'is not in process')
  const isRow = desk.settings.get('fromStage') === 'row'
  const from = isRow ? findCurrentEntry(world, application.id)?.id : application.stageId
  if (String(body.from_stage_id) !== from) invalid('from_stage_id', 'is not the current stage')
  const jobId = textOr(body.to_job_id, application.jobId) ?? ''
  const stages = world.stagesOf(jobId)
  if (stages.length === 0) invalid('to_job_id', 'is no job')
  const place = stages.findIndex(({ id }) => id === application.stageId)
  const next =
    body.to_stage_id === undefined ? stages[place + 1] : stages.find(({ id }) => id === String(body.to_stage_id))
  if (!next) invalid('to_stage_id', 'is no stage to move to')
  if (jobId !== application.jobId) world.applications.update(application.id, { jobId })
  if (next) world.moveApplication(application.id, next.id, caller.userId)
  return undefined
}

const addNote: Answer = ({ body, world, caller }) => {
  const candidateId = String(body.candidate_id)
  if (!world.candidates.get(candidateId)) throw new Refusal('noRecord', `no candidate ${candidateId}`)
  const applicationId = textOr(body.application_id, null)
  if (applicationId !== null && world.applications.get(applicationId)?.candidateId !== candidateId)
    invalid('application_id', "is not the candidate's")
  const userId = textOr(body.user_id, caller.userId)
  if (userId !== null && !world.users.get(userId)) invalid('user_id', 'is no user')
  const note = { candidateId, applicationId, userId, text: String(body.body), kind: String(body.note_type) }
  const row = world.addNote({ ...note, visibility: String(body.visibility) })
  return {
    id: Number(row.id),
    candidate_id: Number(candidateId),
    application_id: maybe(applicationId),
    user_id: maybe(userId),
    type: row.kind,
    visibility: visibilities[row.visibility],
    body: row.text,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  }
}

// ---------------------------------------------------------------- refusals

const statusOf: Readonly<Record<RefusalKind, [status: number, message: string]>> = {
  noKey: [401, 'Unauthorized'],
  badKey: [401, 'Unauthorized'],
  noScope: [403, 'Forbidden'],
  noPath: [404, 'Not Found'],
  noMethod: [404, 'Not Found'],
  noRecord: [404, 'Resource not found'],
  badType: [415, 'Unsupported Media Type'],
  badJson: [400, 'Bad Request'],
  badQuery: [422, 'Unprocessable Content'],
  badBody: [422, 'Unprocessable Content'],
  badHeader: [400, 'Bad Request'],
  notAllowed: [422, 'Unprocessable Content'],
  throttled: [429, 'Too Many Requests'],
  broken: [500, 'Internal Server Error'],
}
function refuse({ kind, field, problem, message: why }: Refusal): Reply {
  const [status, message] = statusOf[kind]
  const errors = field === '' ? [why] : [{ [field]: problem || why }]
  return new Reply(status, { message, errors }, kind === 'throttled' ? { 'retry-after': '30' } : {})
}

export const greenhouse: StandInKind = {
  name: 'greenhouse',
  bases: { main: '/v3', auth: '' },
  routes: greenhouseRoutes,
  answers: {
    'POST /token': mintToken,
    ...Object.fromEntries(Object.entries(greenhouseLists).map(([call, answer]) => [call, forAdmins(answer)])),
    'POST /v3/interviews': createInterview,
    'PATCH /v3/interviews/{id}': updateInterview,
    'DELETE /v3/interviews/{id}': (call) => call.world.interviews.remove(findChangeable(call).id),
    'POST /v3/applications/{id}/move': moveApplication,
    'POST /v3/notes': addNote,
    'GET /_storage/{id}/{name}': answerFile,
  },
  makeId: makeNumbers(
    { candidates: 5_000_000, applications: 9_000_000, stages: 2_000_000, stageEntries: 30_000_000 },
    40_000_000,
  ),
  hasStagesPerJob: true,
  key: 'client-1:secret-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) =>
    createWindowLimiter(clock, 75, 30_000, ({ limit, remaining, resetAtMs, waitSeconds, isAllowed }) => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(resetAtMs / 1000),
      ...(isAllowed ? {} : { 'retry-after': String(waitSeconds) }),
    })),
  hooks: greenhouseHooks,
}
