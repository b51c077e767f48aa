import { type HookRules, signHex } from './hooks.ts'
import { makeUuids } from './ids.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import { type Asked, textOr } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import { smartrecruitersRoutes } from './smartrecruitersRoutes.ts'
import {
  find,
  findPair,
  findSlots,
  interviewIdOf,
  showInterview,
  showSlot,
  smartrecruitersReads,
  wordOf,
} from './smartrecruitersRows.ts'
import type { Application, Interview, WorldChange } from './world.ts'

// SmartRecruiters, customer APIs. A key goes into X-SmartToken; a bearer token is taken too.

function readCaller({ headers }: Asked, desk: Desk): Caller {
  const [, bearer = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? []
  const key = headers['x-smarttoken'] ?? bearer
  if (key === '') throw new Refusal('noKey', 'no token')
  if (!desk.keys.has(key)) throw new Refusal('badKey', 'the token is not valid')
  return { userId: null }
}
function invalid(field: string, problem: string): never {
  throw new Refusal('badBody', `${field} ${problem}`, { field, problem })
}

// ---------------------------------------------------------------- interviews

interface GivenSlot {
  startsOn?: string
  endsOn?: string
  interviewers?: { id: string }[]
  interviewType?: string
  title?: string
  place?: string
}
type SlotFields = Pick<Interview, 'startAt' | 'endAt' | 'seats' | 'title' | 'extra'>

function readSlot(given: GivenSlot, { world }: Call, before: Interview | null): SlotFields {
  const startAt = given.startsOn === undefined && before ? before.startAt : new Date(given.startsOn ?? '')
  const endAt = given.endsOn === undefined && before ? before.endAt : new Date(given.endsOn ?? '')
  if (endAt <= startAt) invalid('endsOn', 'must be after startsOn')
  for (const { id } of given.interviewers ?? []) if (!world.users.get(id)) invalid('interviewers', `has no user ${id}`)
  const seats =
    given.interviewers?.map(({ id }) => ({ userId: id, email: null, response: 'pending' })) ?? before?.seats ?? []
  const extra = {
    ...before?.extra,
    interviewType: given.interviewType ?? before?.extra.interviewType,
    place: given.place ?? before?.extra.place,
  }
  return { startAt, endAt, seats, title: given.title ?? before?.title ?? '', extra }
}
function checkPlan({ body, world }: Call): void {
  const { organizerId, timezone } = body
  if (organizerId !== undefined && !world.users.get(String(organizerId))) invalid('organizerId', 'is no user')
  if (timezone !== undefined && timezone !== 'UTC' && !Intl.supportedValuesOf('timeZone').includes(String(timezone)))
    invalid('timezone', 'is no time zone')
}
const createInterview: Answer = (call) => {
  const { body, world } = call
  checkPlan(call)
  const { id: candidateId } = body.candidate as { id: string }
  const pair = world.applications.by('candidateId', candidateId).find(({ jobId }) => jobId === body.jobId)
  if (!pair) invalid('candidate', 'is not on the job')
  const given = body.timeslots as GivenSlot[]
  if (given.length === 0) invalid('timeslots', 'must not be empty')
  if (given.some(({ interviewers }) => interviewers?.length === 0)) invalid('interviewers', 'must not be empty')
  const slots = given.map((slot) => readSlot(slot, call, null))
  const groupId = world.newId('interviewGroups')
  const plan = {
    organizerId: String(body.organizerId),
    zone: String(body.timezone),
    externalRef: textOr(body.refUrl, null),
  }
  for (const { extra, ...slot } of slots)
    world.addInterview({
      ...plan,
      ...slot,
      applicationId: pair?.id ?? '',
      groupId,
      isFromApi: true,
      extra: { ...extra, location: body.location ?? null },
    })
  return showInterview(findSlots(call, groupId), call)
}
const changeInterview: Answer = (call) => {
  const { body, world, path, now } = call
  const slots = findSlots(call, path.interview_id)
  checkPlan(call)
  for (const slot of slots)
    world.interviews.update(slot.id, {
      zone: textOr(body.timezone, slot.zone),
      organizerId: textOr(body.organizerId, slot.organizerId),
      externalRef: textOr(body.refUrl, slot.externalRef),
      extra: { ...slot.extra, location: body.location ?? slot.extra.location },
      updatedAt: now,
    })
  return showInterview(findSlots(call, path.interview_id), call)
}
function findSlot(call: Call): Interview {
  const slot = findSlots(call, call.path.interview_id).find(({ id }) => id === call.path.timeslot_id)
  if (!slot) throw new Refusal('noRecord', `no timeslot ${call.path.timeslot_id}`)
  return slot
}
const changeSlot: Answer = (call) => {
  const slot = findSlot(call)
  return showSlot(
    call.world.interviews.update(slot.id, { ...readSlot(call.body as GivenSlot, call, slot), updatedAt: call.now }),
  )
}
const addSlot: Answer = (call) => {
  const [{ applicationId, groupId, organizerId, zone, externalRef, extra: plan }] = findSlots(
    call,
    call.path.interview_id,
  )
  const { extra, ...slot } = readSlot(call.body as GivenSlot, call, null)
  const kept = { location: plan.location, candidateStatus: plan.candidateStatus }
  return showSlot(
    call.world.addInterview({
      applicationId,
      groupId,
      organizerId,
      zone,
      externalRef,
      ...slot,
      isFromApi: true,
      extra: { ...kept, ...extra },
    }),
  )
}
const removeSlot: Answer = (call) => {
  const slot = findSlot(call)
  if (findSlots(call, call.path.interview_id).length === 1)
    throw new Refusal('notAllowed', 'the last timeslot cannot be deleted')
  call.world.interviews.remove(slot.id)
  return undefined
}
const answerForCandidate: Answer = (call) => {
  const slot = findSlot(call)
  call.world.interviews.update(slot.id, {
    extra: { ...slot.extra, candidateStatus: call.body.status },
    updatedAt: call.now,
  })
  return undefined
}
const answerForInterviewer: Answer = (call) => {
  const slot = findSlot(call)
  if (!slot.seats.some(({ userId }) => userId === call.path.user_id))
    throw new Refusal('noRecord', `no interviewer ${call.path.user_id}`)
  const seats = slot.seats.map((seat) =>
    seat.userId === call.path.user_id ? { ...seat, response: String(call.body.status) } : seat,
  )
  call.world.interviews.update(slot.id, { seats, updatedAt: call.now })
  return undefined
}

// ---------------------------------------------------------------- other writes

const endings: Readonly<Record<string, Application['status']>> = {
  REJECTED: 'rejected',
  WITHDRAWN: 'rejected',
  HIRED: 'hired',
}
const setStatus: Answer = (call) => {
  const { body, world, now } = call
  const pair = findPair(call)
  const status = String(body.status)
  const stage = world.stagesOf(pair.jobId).find((one) => wordOf(one) === status)
  if (!stage) invalid('status', 'is none')
  if (stage && stage.id !== pair.stageId) world.moveApplication(pair.id, stage.id)
  const ended = endings[status] ?? 'active'
  const { subStatus = null, startsOn = null, reason = null } = body
  const rejectedAt = ended === 'rejected' ? now : null
  world.applications.update(pair.id, {
    status: ended,
    rejectedAt,
    extra: { ...pair.extra, subStatus, startsOn, reason },
    updatedAt: now,
  })
  return undefined
}
/** A message lands on the profile of the candidate that its text tags. */
const shareMessage: Answer = ({ body, world }) => {
  const text = String(body.content)
  const [, tagged] = /#\[CANDIDATE:([^\]]+)\]/.exec(text) ?? []
  if (tagged !== undefined && !world.candidates.get(tagged)) invalid('content', `tags nobody: ${tagged}`)
  const { openNote = false, everyone = false } = (body.shareWith ?? {}) as { openNote?: boolean; everyone?: boolean }
  const note = world.addNote({
    candidateId: tagged ?? '',
    text,
    visibility: openNote || everyone ? 'public' : 'limited',
  })
  return { id: note.id }
}

// ---------------------------------------------------------------- webhooks

const eventNames = [
  'application.status.updated',
  'application.created',
  'interview.created',
  'interview.updated',
  'interview.canceled',
  'job.created',
]
const subscribe: Answer = ({ body, world }) => {
  const { callbackUrl, events } = body as { callbackUrl: string; events: { name: string }[] }
  for (const { name } of events) if (!eventNames.includes(name)) invalid('events', `has no ${name}`)
  if (events.length === 0) invalid('events', 'must not be empty')
  const hook = world.addHook({
    url: callbackUrl,
    event: events.map(({ name }) => name).join(' '),
    secret: '',
    extra: { isActive: false },
  })
  return { id: hook.id, callbackUrl, events, status: 'inactive' }
}
const makeKey: Answer = ({ world, path }) => {
  const hook = find(world, 'hooks', path.subscription_id)
  const secret = `key-of-${hook.id}`
  world.hooks.update(hook.id, { secret })
  return { secretKey: secret }
}
/** The callback must give the secret of the handshake back. */
const activate: Answer = async ({ world, path }) => {
  const hook = find(world, 'hooks', path.subscription_id)
  if (hook.secret === '') throw new Refusal('notAllowed', 'the subscription has no secret key yet')
  const handshake = `handshake-${hook.id}`
  const response = await fetch(hook.url, { method: 'POST', headers: { 'x-hook-secret': handshake } }).catch(() => null)
  if (response?.status !== 200 || response.headers.get('x-hook-secret') !== handshake)
    invalid('callbackUrl', 'did not answer the handshake')
  world.hooks.update(hook.id, { extra: { isActive: true } })
  return undefined
}
function nameEvents({ kind, before, after }: WorldChange): string[] {
  const [old, row] = [before, after] as (Application | null)[]
  if (kind === 'applications' && row)
    return !old ? ['application.created'] : old.stageId === row.stageId ? [] : ['application.status.updated']
  if (kind === 'jobs') return before ? [] : ['job.created']
  if (kind === 'interviews') return [!before ? 'interview.created' : after ? 'interview.updated' : 'interview.canceled']
  return []
}
function showIds({ kind, before, after }: WorldChange): unknown {
  const row = (after ?? before) as Application & Interview
  if (kind === 'jobs') return { job_id: row.id }
  if (kind === 'applications') return { application_id: row.id, job_id: row.jobId, candidate_id: row.candidateId }
  return {
    interview_id: interviewIdOf(row),
    application_id: row.applicationId,
    candidate_id: row.candidateId,
    company_id: 'company-1',
  }
}

export interface SignedParts {
  timestamp: number
  body: string
  event_id: string
  event_name: string
  event_version: string
  link: string
}
/** The header smartrecruiters-signature: body and five headers in their order, points between them. */
export const signSmartrecruiters = (
  secret: string,
  { timestamp, body, event_id, event_name, event_version, link }: SignedParts,
) => `v1=${signHex('sha256', secret, [timestamp, body, event_id, event_name, event_version, link].join('.'))}`
const smartrecruitersHooks: HookRules = {
  tell: (change) => nameEvents(change).map((event) => ({ event, payload: showIds(change) })),
  isWanted: (hook, event) => hook.extra.isActive === true && hook.event.split(' ').includes(event),
  sign({ secret }, event_name, payload, count, { clock }) {
    const parts = {
      ...{
        timestamp: Math.floor(clock.now().getTime() / 1000),
        body: JSON.stringify(payload),
        event_id: `event-${count}`,
        event_name,
      },
      ...{ event_version: 'v201907', link: '<https://api.smartrecruiters.example/self>; rel=self' },
    }
    const headers = {
      'content-type': 'application/json',
      'smartrecruiters-timestamp': String(parts.timestamp),
      ...{
        'event-id': parts.event_id,
        'event-name': event_name,
        'event-version': parts.event_version,
        link: parts.link,
      },
      'smartrecruiters-signature': signSmartrecruiters(secret, parts),
    }
    return { headers, body: parts.body }
  },
}

const statusOf: Readonly<Record<RefusalKind, [status: number, message: string]>> = {
  noKey: [401, 'Unauthorized'],
  badKey: [401, 'Unauthorized'],
  noScope: [403, 'OAuthPermissionsException'],
  noPath: [404, 'Not found'],
  noMethod: [405, 'Method not allowed'],
  noRecord: [404, 'Not found'],
  badType: [400, 'Bad request'],
  badJson: [400, 'Bad request'],
  badQuery: [400, 'Bad request'],
  badBody: [400, 'Bad request'],
  badHeader: [400, 'Bad request'],
  notAllowed: [409, 'Conflict'],
  throttled: [429, 'Too many requests'],
  broken: [500, 'Internal error'],
}
function refuse({ kind, field, problem, message: why }: Refusal): Reply {
  const [status, message] = statusOf[kind]
  const text = problem ? `${field} ${problem}` : why
  return new Reply(
    status,
    kind === 'badQuery' || kind === 'badBody' ? { message, errors: [{ code: 'INVALID', message: text }] } : { message },
  )
}

export const smartrecruiters: StandInKind = {
  name: 'smartrecruiters',
  bases: { main: '' },
  routes: smartrecruitersRoutes,
  answers: {
    ...smartrecruitersReads,
    'POST /interviews-api/v201904/interviews': createInterview,
    'PATCH /interviews-api/v201904/interviews/{interview_id}': changeInterview,
    'PATCH /interviews-api/v201904/interviews/{interview_id}/timeslots/{timeslot_id}': changeSlot,
    'POST /interviews-api/v201904/interviews/{interview_id}/timeslots': addSlot,
    'DELETE /interviews-api/v201904/interviews/{interview_id}/timeslots/{timeslot_id}': removeSlot,
    'PUT /interviews-api/v201904/interviews/{interview_id}/timeslots/{timeslot_id}/candidateStatus': answerForCandidate,
    'PUT /interviews-api/v201904/interviews/{interview_id}/timeslots/{timeslot_id}/interviewers/{user_id}/status':
      answerForInterviewer,
    'DELETE /interviews-api/v201904/interviews/{interview_id}': (call) => {
      for (const { id } of findSlots(call, call.path.interview_id)) call.world.interviews.remove(id)
    },
    'PUT /candidates/{candidate_id}/jobs/{job_id}/status': setStatus,
    'POST /messages/shares': shareMessage,
    'POST /webhooks-api/v201907/subscriptions': subscribe,
    'POST /webhooks-api/v201907/subscriptions/{subscription_id}/secret-key': makeKey,
    'PUT /webhooks-api/v201907/subscriptions/{subscription_id}/activation': activate,
    'DELETE /webhooks-api/v201907/subscriptions/{subscription_id}': ({ world, path }) => {
      world.hooks.remove(find(world, 'hooks', path.subscription_id).id)
    },
  },
  makeId: makeUuids(),
  hasStagesPerJob: false,
  stageLabels: ['Lead', 'New', 'In Review', 'Interview', 'Offered', 'Hired', 'Rejected', 'Withdrawn', 'Transferred'],
  key: 'smart-token-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) =>
    createWindowLimiter(clock, 10, 1000, ({ limit, remaining }) => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-concurrent-limit': '8',
      'x-ratelimit-concurrent-remaining': '7',
    })),
  hooks: smartrecruitersHooks,
}
