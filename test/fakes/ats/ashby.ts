import { ashbyRoutes } from './ashbyRoutes.ts'
import {
  ashbyReads,
  find,
  readSchedules,
  type Schedule,
  showApplication,
  showSchedule,
  showStage,
  succeed,
} from './ashbyRows.ts'
import { answerFile } from './files.ts'
import { type HookRules, signHex } from './hooks.ts'
import { makeUuids } from './ids.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createBucketLimiter } from './limiter.ts'
import type { Asked } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Application, Interview, World, WorldChange } from './world.ts'

// Ashby. What goes wrong in the business answers 200 with success=false. Settings: `isConfidentialGranted`, `syncTokenLifetimeMs`.

function readCaller({ headers, text, address }: Asked, desk: Desk): Caller {
  const [, encoded = ''] = /^Basic (\S+)$/.exec(headers.authorization ?? '') ?? []
  if (encoded === '') throw new Refusal('noKey', 'no API key')
  const decoded = Buffer.from(encoded, 'base64').toString()
  if (!decoded.endsWith(':') || !desk.keys.has(decoded.slice(0, -1)))
    throw new Refusal('badKey', 'the API key is not valid')
  if ([...address.searchParams].length > 0)
    throw new Refusal('badQuery', `parameters belong in the body: ${address.search}`)
  if (text === '') throw new Refusal('badJson', 'a body is needed, {} when there is nothing to say')
  return { userId: null }
}
function invalid(field: string, problem: string): never {
  throw new Refusal('badBody', `${field} ${problem}`, { field, problem })
}

// ---------------------------------------------------------------- schedules

interface GivenEvent {
  interviewEventId?: string
  startTime: string
  endTime: string
  interviewers: { email: string }[]
  interviewId?: string
  extraData?: object
}
type EventFields = Pick<Interview, 'startAt' | 'endAt' | 'seats' | 'typeId' | 'extra'>

function readEvent(given: GivenEvent, world: World, application: Application): EventFields {
  const [startAt, endAt] = [new Date(given.startTime), new Date(given.endTime)]
  if (endAt <= startAt) invalid('endTime', 'must be after startTime')
  if (given.interviewers.length === 0) invalid('interviewers', 'must not be empty')
  const seats = given.interviewers.map(({ email }) => {
    const user = world.users.by('email', email).find(({ isActive }) => isActive)
    if (!user) invalid('interviewers', `has no user ${email}`)
    return { userId: user?.id ?? null, email, response: 'none' }
  })
  if (given.interviewId !== undefined) find(world, 'interviewTypes', given.interviewId, 'interview')
  const extra = { extraData: given.extraData ?? null, stageId: application.stageId }
  return { startAt, endAt, seats, typeId: given.interviewId ?? null, extra }
}
const findSchedule = (world: World, id: unknown): Schedule => {
  const schedule = readSchedules(world).find((one) => one.id === id)
  return schedule ?? (find(world, 'interviews', '', 'interview_schedule') as never)
}
/** Only the key that made a schedule may change it, as long as it is not cancelled. */
function findChangeable({ world, headers }: Call, id: unknown): Schedule {
  const schedule = findSchedule(world, id)
  if (schedule.events[0]?.organizerId !== headers.authorization)
    throw new Refusal('notAllowed', 'The schedule was not created with this API key', {
      field: 'interview_schedule_not_editable',
    })
  if (schedule.events.every(({ canceledAt }) => canceledAt !== null))
    throw new Refusal('notAllowed', 'The schedule is cancelled', { field: 'interview_schedule_cancelled' })
  return schedule
}
const showAnew = (call: Call, id: string) => succeed(showSchedule(findSchedule(call.world, id), call))

function addEvent({ world, headers }: Call, row: EventFields, applicationId: string, groupId: string): void {
  world.addInterview({ ...row, applicationId, groupId, organizerId: headers.authorization ?? null, isFromApi: true })
}
const createSchedule: Answer = (call) => {
  const { world, body } = call
  const application = find(world, 'applications', body.applicationId, 'application')
  const given = body.interviewEvents as GivenEvent[]
  if (given.length === 0) invalid('interviewEvents', 'must not be empty')
  const events = given.map((one) => readEvent(one, world, application))
  const groupId = world.newId('schedules')
  for (const event of events) addEvent(call, event, application.id, groupId)
  return showAnew(call, groupId)
}
function cancelEvents({ world, now }: Call, events: readonly Interview[]): void {
  for (const { id } of events) world.interviews.update(id, { canceledAt: now, updatedAt: now, status: 'Cancelled' })
}
const updateSchedule: Answer = (call) => {
  const { world, body, now } = call
  if (body.interviewEvent === undefined && body.interviewEventIdToCancel === undefined)
    invalid('interviewEvent', 'is required')
  const schedule = findChangeable(call, body.interviewScheduleId)
  const application = find(world, 'applications', schedule.events[0]?.applicationId, 'application')
  const findEvent = (id: string) =>
    schedule.events.find((event) => event.id === id) ?? (find(world, 'interviews', '', 'interview_event') as Interview)
  const canceled = [body.interviewEventIdToCancel ?? []].flat().map((id) => findEvent(String(id)))
  const given = [(body.interviewEvent ?? []) as GivenEvent | GivenEvent[]].flat()
  const read = given.map((one) => ({
    before: one.interviewEventId ? findEvent(one.interviewEventId) : null,
    fields: readEvent(one, world, application),
  }))
  for (const { before, fields } of read)
    if (before) world.interviews.update(before.id, { ...fields, updatedAt: now })
    else addEvent(call, fields, application.id, schedule.id)
  cancelEvents(call, canceled)
  return showAnew(call, schedule.id)
}
const cancelSchedule: Answer = (call) => {
  const schedule = findChangeable(call, call.body.id)
  cancelEvents(
    call,
    schedule.events.filter(({ canceledAt }) => canceledAt === null),
  )
  return showAnew(call, schedule.id)
}

// ---------------------------------------------------------------- other writes

const changeStage: Answer = (call) => {
  const { world, body } = call
  const application = find(world, 'applications', body.applicationId, 'application')
  const stage = world.stagesOf(application.jobId).find(({ id }) => id === body.interviewStageId)
  if (!stage) return find(world, 'stages', '', 'interview_stage')
  if (showStage(stage).type === 'Archived' && body.archiveReasonId === undefined)
    return find(world, 'stages', '', 'archive_reason')
  if (body.archiveEmail !== undefined)
    throw new Refusal('notAllowed', 'The template is not allowed', { field: 'communication_template_not_allowed' })
  // Asked twice it stays where it is.
  const moved = stage.id === application.stageId ? application : world.moveApplication(application.id, stage.id)
  return succeed(showApplication(moved, call))
}
const allowedTags = /^<\/?(?:b|i|u|a|ul|ol|li|code|pre)(?:\s[^>]*)?>$/
const createNote: Answer = ({ world, body }) => {
  const candidate = find(world, 'candidates', body.candidateId, 'candidate')
  const note = body.note as string | { type: string; value: string }
  const text = typeof note === 'string' ? note : note.value
  if (typeof note !== 'string' && note.type === 'text/html')
    for (const tag of text.match(/<[^>]*>/g) ?? []) if (!allowedTags.test(tag)) invalid('note', `may not hold ${tag}`)
  const row = world.addNote({
    candidateId: candidate.id,
    text,
    visibility: body.isPrivate === true ? 'private' : 'public',
  })
  const author = { id: row.id, firstName: 'API', lastName: 'Key', email: null }
  return succeed({ id: row.id, createdAt: row.createdAt, isPrivate: body.isPrivate === true, content: text, author })
}
const hookTypes =
  'applicationSubmit applicationUpdate candidateHire candidateStageChange candidateDelete candidateMerge interviewScheduleCreate interviewScheduleUpdate'.split(
    ' ',
  )
const createHook: Answer = ({ world, body }) => {
  const { webhookType, requestUrl, secretToken } = body as Record<string, string>
  if (!hookTypes.includes(webhookType ?? '')) invalid('webhookType', `is none of ${hookTypes.join(', ')}`)
  if (!requestUrl?.startsWith('https://')) invalid('requestUrl', 'must be https')
  const { id } = world.addHook({ url: requestUrl ?? '', event: webhookType ?? '', secret: secretToken ?? '' })
  return succeed({ id, enabled: true, requestUrl, secretToken, webhookType })
}
const findHook = ({ world, body }: Call) => find(world, 'hooks', body.webhookId, 'webhook')

// ---------------------------------------------------------------- webhooks

/** Things that belong together arrive in pairs; a new hook is pinged. */
function nameEvents({ kind, before, after }: WorldChange): string[] {
  const [old, row] = [before, after] as (Application | null)[]
  if (kind === 'hooks') return before ? [] : ['ping']
  if (kind === 'candidates') return after ? [] : ['candidateDelete']
  if (kind === 'interviews')
    return before ? ['interviewScheduleUpdate'] : ['interviewScheduleCreate', 'interviewScheduleUpdate']
  if (kind !== 'applications' || !row) return []
  if (!old) return ['applicationSubmit']
  if (old.stageId !== row.stageId) return ['candidateStageChange', 'applicationUpdate']
  return old.status !== row.status && row.status === 'hired'
    ? ['candidateHire', 'applicationUpdate']
    : ['applicationUpdate']
}
function showData({ kind, before, after }: WorldChange, world: World): unknown {
  const row = after ?? before
  const call = { world, headers: {} } as unknown as Call
  if (kind === 'hooks') return { webhookActionType: 'ping' }
  if (kind === 'applications') return { application: showApplication(row as Application, call) }
  if (kind === 'candidates') return { candidate: { id: row?.id } }
  const schedule = readSchedules(world, (row as Interview).applicationId).find(({ events }) =>
    events.some(({ id }) => id === row?.id),
  )
  return { interviewSchedule: schedule ? showSchedule(schedule, call) : { id: (row as Interview).groupId } }
}
/** The Ashby-Signature header over the raw body. */
export const signAshby = (secret: string, body: string) => `sha256=${signHex('sha256', secret, body)}`
const ashbyHooks: HookRules = {
  tell: (change, world) => nameEvents(change).map((event) => ({ event, payload: showData(change, world) })),
  isWanted: (hook, event, change) => (event === 'ping' ? hook.id === change.after?.id : hook.event === event),
  sign({ secret }, action, data, _count, world) {
    const body = JSON.stringify({ action, data, webhookActionId: `action-${world.changeCount}` })
    return { headers: { 'content-type': 'application/json', 'ashby-signature': signAshby(secret, body) }, body }
  },
}

// ---------------------------------------------------------------- refusals

const statusOf: Readonly<Record<RefusalKind, [status: number, code: string]>> = {
  noKey: [401, 'unauthorized'],
  badKey: [401, 'unauthorized'],
  noScope: [403, 'missing_endpoint_permission'],
  noPath: [404, 'not_found'],
  noMethod: [405, 'method_not_allowed'],
  noRecord: [200, 'not_found'],
  badType: [400, 'invalid_content_type'],
  badJson: [400, 'invalid_json'],
  badQuery: [400, 'invalid_input'],
  badBody: [200, 'invalid_input'],
  badHeader: [400, 'invalid_input'],
  notAllowed: [200, 'not_allowed'],
  throttled: [429, 'rate_limited'],
  broken: [500, 'internal_error'],
}
function refuse({ kind, message, field }: Refusal): Reply {
  const [status, usual] = statusOf[kind]
  const code = (kind === 'noRecord' || kind === 'notAllowed') && field !== '' ? field : usual
  return new Reply(status, { success: false, errors: [code], errorInfo: { code, message, requestId: '01TEST' } })
}

export const ashby: StandInKind = {
  name: 'ashby',
  bases: { main: '' },
  routes: ashbyRoutes,
  answers: {
    ...ashbyReads,
    'POST /interviewSchedule.create': createSchedule,
    'POST /interviewSchedule.update': updateSchedule,
    'POST /interviewSchedule.cancel': cancelSchedule,
    'POST /application.changeStage': changeStage,
    'POST /candidate.createNote': createNote,
    'POST /webhook.create': createHook,
    'POST /webhook.info': (call) => {
      const { id, url, event } = findHook(call)
      return succeed({ id, enabled: true, requestUrl: url, webhookType: event })
    },
    'POST /webhook.delete': (call) => {
      const { id } = findHook(call)
      call.world.hooks.remove(id)
      return succeed({ webhookId: id })
    },
    'GET /_storage/{id}/{name}': answerFile,
  },
  makeId: makeUuids(),
  hasStagesPerJob: true,
  key: 'ashby-key-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) => createBucketLimiter(clock, 15, 15),
  hooks: ashbyHooks,
}
