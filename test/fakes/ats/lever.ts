import { createHash } from 'node:crypto'
import { answerFile, fileRoutes } from './files.ts'
import { type HookRules, signHex } from './hooks.ts'
import { makeUuids } from './ids.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { leverRoutes } from './leverRoutes.ts'
import {
  answerResume,
  applicationIdOf,
  checkExpand,
  findOpportunity,
  leverLists,
  type Panel,
  readPanels,
  showHook,
  showInterview,
  showOpportunity,
  showPanel,
  showPosting,
} from './leverRows.ts'
import { createBucketLimiter } from './limiter.ts'
import { type Asked, textOr } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Application, Interview, World, WorldChange } from './world.ts'

// LeverTRM, API v1. Settings: `isConfidentialGranted`, `isSinglyWrapped` (answers to writes have one `data`), `areFilesBare`.

function invalid(field: string, problem: string): never {
  throw new Refusal('badBody', `${field} ${problem}`, { field, problem })
}
/** Answers to writes are wrapped twice in the documentation and once in a client's code. */
const wrap = (row: unknown, { desk }: Call) =>
  desk.settings.get('isSinglyWrapped') === true ? { data: row } : { data: { data: [row], hasNext: false } }
const one =
  <T>(read: (call: Call) => T, show: (row: T, call: Call) => unknown): Answer =>
  (call) => {
    checkExpand(call)
    return { data: show(read(call), call) }
  }

function readCaller({ headers, query }: Asked, desk: Desk, world: World): Caller {
  const [, scheme, value = ''] = /^(Basic|Bearer) (\S+)$/.exec(headers.authorization ?? '') ?? []
  if (value === '') throw new Refusal('noKey', 'no key')
  const decoded = Buffer.from(value, 'base64').toString()
  if (scheme === 'Basic' && !decoded.endsWith(':'))
    throw new Refusal('badKey', 'the key is the user name, the password empty')
  if (!desk.keys.has(scheme === 'Basic' ? decoded.slice(0, -1) : value)) throw new Refusal('badKey', 'no valid key')
  const userId = query.has('perform_as') ? query.text('perform_as') : null
  // Ids of people who have left are still taken.
  if (userId !== null && !world.users.get(userId))
    throw new Refusal('badQuery', 'nobody to perform as', { field: 'perform_as', problem: 'is no user' })
  return { userId }
}

// ---------------------------------------------------------------- interviews

interface GivenSession {
  id?: string
  interviewers: { id: string }[]
  date: number
  duration: number
  subject?: string
  note?: string
  location?: string
  feedbackReminder?: string
}

function readSession(
  given: GivenSession,
  { world }: Call,
): Pick<Interview, 'startAt' | 'endAt' | 'seats' | 'title' | 'note' | 'location'> {
  if (given.interviewers.length === 0) invalid('interviewers', 'must not be empty')
  for (const { id } of given.interviewers) if (!world.users.get(id)) invalid('interviewers', `has no user ${id}`)
  return {
    startAt: new Date(given.date),
    endAt: new Date(given.date + given.duration * 60_000),
    seats: given.interviewers.map(({ id }) => ({ userId: id, email: null, response: 'none' })),
    title: given.subject ?? '',
    note: given.note ?? null,
    location: given.location ?? null,
  }
}

function readPanelFields({ body }: Call, opportunity: Application): Pick<Interview, 'zone' | 'externalRef' | 'extra'> {
  const zone = String(body.timezone)
  if (!Intl.supportedValuesOf('timeZone').includes(zone) && zone !== 'UTC') invalid('timezone', 'is no time zone')
  const applications = body.applications as string[] | undefined
  if (applications?.length === 0) invalid('applications', 'must not be empty')
  if (applications?.some((id) => id !== applicationIdOf(opportunity.id)))
    invalid('applications', "are not the opportunity's")
  const extra = {
    panelNote: textOr(body.note, null),
    panelReminder: textOr(body.feedbackReminder, 'once'),
    stageId: opportunity.stageId,
  }
  return { zone, externalRef: textOr(body.externalUrl, null), extra }
}

function findPanel(call: Call): Panel {
  const opportunity = findOpportunity(call)
  const id = call.path.panel_id ?? String(call.body.panel)
  const panel = readPanels(call.world, opportunity.id).find((row) => row.id === id)
  if (!panel) throw new Refusal('noRecord', `panels ${id} was not found`)
  return panel
}
/** Only panels made through the API, and not called off, can be changed by it. */
function findChangeable(call: Call): Panel {
  const panel = findPanel(call)
  if (!panel.sessions[0]?.isFromApi) throw new Refusal('notAllowed', 'the panel is not externally managed')
  if (panel.sessions[0].canceledAt !== null) throw new Refusal('noRecord', `panels ${panel.id} was canceled`)
  return panel
}

const createPanel: Answer = (call) => {
  const opportunity = findOpportunity(call)
  const fields = readPanelFields(call, opportunity)
  const given = call.body.interviews as GivenSession[]
  if (given.length === 0) invalid('interviews', 'must not be empty')
  const sessions = given.map((session) => readSession(session, call))
  const groupId = call.world.newId('panels')
  for (const session of sessions) addSession(call, { ...fields, ...session, groupId, applicationId: opportunity.id })
  return wrap(showPanel(readPanels(call.world, opportunity.id).find(({ id }) => id === groupId)!, call), call)
}
function addSession(
  { world, caller }: Call,
  row: Partial<Interview> & Pick<Interview, 'applicationId' | 'startAt' | 'endAt'>,
): Interview {
  return world.addInterview({ ...row, organizerId: caller.userId, isFromApi: true })
}

const replacePanel: Answer = (call) => {
  const { world, now, body } = call
  const panel = findChangeable(call)
  const opportunity = findOpportunity(call)
  const fields = readPanelFields(call, opportunity)
  const given = body.interviews as GivenSession[]
  if (given.length === 0) invalid('interviews', 'must not be empty')
  const sessions = given.map((session) => ({ id: session.id, ...readSession(session, call) }))
  for (const { id } of sessions)
    if (id !== undefined && !panel.sessions.some((row) => row.id === id))
      invalid('interviews', `has no interview ${id}`)
  for (const row of panel.sessions) if (!sessions.some(({ id }) => id === row.id)) world.interviews.remove(row.id)
  for (const { id, ...session } of sessions)
    if (id === undefined) addSession(call, { ...fields, ...session, groupId: panel.id, applicationId: opportunity.id })
    else world.interviews.update(id, { ...fields, ...session, updatedAt: now })
  return wrap(showPanel(readPanels(world, opportunity.id).find(({ id }) => id === panel.id)!, call), call)
}

const addInterview: Answer = (call) => {
  const [first] = findChangeable(call).sessions as [Interview]
  const { zone, externalRef, extra, groupId, applicationId } = first
  const session = readSession(call.body as unknown as GivenSession, call)
  return wrap(
    showInterview(addSession(call, { zone, externalRef, extra, groupId, applicationId, ...session }), call),
    call,
  )
}
function findInterview(call: Call): Interview {
  const row = call.world.interviews.get(call.path.interview_id ?? '')
  if (row?.applicationId !== findOpportunity(call).id)
    throw new Refusal('noRecord', `interviews ${call.path.interview_id} was not found`)
  return row
}
function findChangeableInterview(call: Call): Interview {
  const row = findInterview(call)
  if (!row.isFromApi) throw new Refusal('notAllowed', 'the panel is not externally managed')
  if (row.canceledAt !== null) throw new Refusal('noRecord', `interviews ${row.id} was canceled`)
  return row
}
const replaceInterview: Answer = (call) => {
  const row = findChangeableInterview(call)
  if (call.body.panel !== row.groupId) invalid('panel', "is not the interview's")
  const session = readSession(call.body as unknown as GivenSession, call)
  return wrap(showInterview(call.world.interviews.update(row.id, { ...session, updatedAt: call.now }), call), call)
}
function cancelInterview({ world, now }: Call, { id }: Interview): void {
  world.interviews.update(id, { canceledAt: now, updatedAt: now, status: 'canceled' })
}

// ---------------------------------------------------------------- other writes

const moveStage: Answer = (call) => {
  const opportunity = findOpportunity(call)
  const stage = call.world.stages.get(String(call.body.stage))
  if (!stage) throw new Refusal('noRecord', `stages ${String(call.body.stage)} was not found`)
  return { data: showOpportunity(call.world.moveApplication(opportunity.id, stage.id, call.caller.userId), call) }
}
const addNote: Answer = (call) => {
  const { world, query, body, caller } = call
  const opportunity = findOpportunity(call)
  const threadId = query.has('note_id') ? query.text('note_id') : null
  if (threadId !== null && !world.notes.get(threadId)) throw new Refusal('noRecord', `notes ${threadId} was not found`)
  const note = world.addNote({
    candidateId: opportunity.candidateId,
    applicationId: opportunity.id,
    userId: caller.userId,
    text: String(body.value),
    visibility: body.secret === true ? 'secret' : 'public',
    extra: threadId === null ? {} : { threadId },
  })
  return { data: { noteId: threadId ?? note.id } }
}
// ---------------------------------------------------------------- webhooks

const events =
  'candidateStageChange applicationCreated contactCreated contactUpdated candidateDeleted candidateArchiveChange candidateHired interviewCreated interviewUpdated interviewDeleted'.split(
    ' ',
  )
const addHook: Answer = (call) => {
  const { url, event } = call.body as { url: string; event: string }
  if (!url.startsWith('https://')) invalid('url', 'must be https')
  if (!events.includes(event)) invalid('event', `is none of ${events.join(', ')}`)
  const secret = createHash('sha256')
    .update(url + event)
    .digest('hex')
  const shown = showHook(call.world.addHook({ url, event, secret }))
  return call.desk.settings.get('isSinglyWrapped') === true ? { data: shown } : { data: { data: shown } }
}

function tellEvents({ kind, before, after }: WorldChange): { event: string; payload: unknown }[] {
  const row = (after ?? before) as Application
  const ids = { opportunityId: row.id, candidateId: row.id, contactId: row.candidateId }
  if (kind === 'candidates')
    return before && !after
      ? []
      : [{ event: before ? 'contactUpdated' : 'contactCreated', payload: { contactId: row.id } }]
  if (kind === 'applications' && !before)
    return [{ event: 'applicationCreated', payload: { ...ids, applicationId: applicationIdOf(row.id) } }]
  if (kind === 'applications' && !after) return [{ event: 'candidateDeleted', payload: ids }]
  if (kind === 'applications') {
    const old = before as Application
    const moved = {
      event: 'candidateStageChange',
      payload: { ...ids, toStageId: row.stageId, fromStageId: old.stageId },
    }
    if (old.stageId !== row.stageId) return [moved]
    if (old.status !== row.status)
      return [{ event: row.status === 'hired' ? 'candidateHired' : 'candidateArchiveChange', payload: ids }]
  }
  if (kind !== 'interviews') return []
  const interview = (after ?? before) as Interview
  const isOver = !after || (after as Interview).canceledAt !== null
  const event = !before ? 'interviewCreated' : isOver ? 'interviewDeleted' : 'interviewUpdated'
  return [
    {
      event,
      payload: { interviewId: interview.id, panelId: interview.groupId, opportunityId: interview.applicationId },
    },
  ]
}

/** Signs the token and the time only: the data could be anybody's. */
export const signLever = (secret: string, token: string, triggeredAt: number) =>
  signHex('sha256', secret, `${token}${triggeredAt}`)
const leverHooks: HookRules = {
  tell: tellEvents,
  sign({ id, secret }, event, data, count, { clock }) {
    const token = createHash('sha256').update(`${id} ${count}`).digest('hex').slice(0, 48)
    const triggeredAt = clock.now().getTime()
    const body = JSON.stringify({
      id: `${id}-${count}`,
      event,
      triggeredAt,
      data,
      token,
      signature: signLever(secret, token, triggeredAt),
    })
    return { headers: { 'content-type': 'application/json', 'user-agent': 'Lever-Webhooks' }, body }
  },
}

const statusOf: Readonly<Record<RefusalKind, [status: number, code: string]>> = {
  noKey: [401, 'Unauthorized'],
  badKey: [401, 'Unauthorized'],
  noScope: [403, 'Forbidden'],
  noPath: [404, 'ResourceNotFound'],
  noMethod: [404, 'ResourceNotFound'],
  noRecord: [404, 'ResourceNotFound'],
  badType: [400, 'BadRequest'],
  badJson: [400, 'BadRequest'],
  badQuery: [400, 'BadRequest'],
  badBody: [400, 'BadRequest'],
  badHeader: [400, 'BadRequest'],
  notAllowed: [403, 'Forbidden'],
  throttled: [429, 'TooManyRequests'],
  broken: [503, 'ServiceUnavailable'],
}
function refuse({ kind, message, field, problem }: Refusal): Reply {
  const [status, code] = statusOf[kind]
  return new Reply(status, { code, message: problem ? `${field} ${problem}` : message })
}
function done(answer: (call: Call) => void): Answer {
  return (call) => void answer(call)
}
const findRow = (kind: 'candidates' | 'jobs' | 'hooks', name: string) => (call: Call) => {
  const row = call.world[kind].get(call.path.id ?? '')
  if (!row) throw new Refusal('noRecord', `${name} ${call.path.id} was not found`)
  return row
}

export const lever: StandInKind = {
  name: 'lever',
  bases: { main: '/v1' },
  routes: leverRoutes + fileRoutes,
  answers: {
    ...leverLists,
    'GET /v1/opportunities/{id}': one(findOpportunity, showOpportunity),
    'GET /v1/contacts/{id}': one(findRow('candidates', 'contacts'), (row) => {
      const { id, firstName, lastName, company, emails, phones, country } = row as import('./world.ts').Candidate
      return {
        id,
        name: `${firstName} ${lastName}`,
        headline: company,
        emails,
        phones: phones.map((value) => ({ value })),
        location: { name: country },
      }
    }),
    'GET /v1/postings/{id}': one((call) => findRow('jobs', 'postings')(call) as import('./world.ts').Job, showPosting),
    'GET /v1/opportunities/{id}/resumes/{resume_id}/download': answerResume,
    'GET /v1/opportunities/{id}/panels/{panel_id}': one(findPanel, showPanel),
    'GET /v1/opportunities/{id}/interviews/{interview_id}': one(findInterview, showInterview),
    'POST /v1/opportunities/{id}/panels': createPanel,
    'POST /v1/opportunities/{id}/interviews': addInterview,
    'PUT /v1/opportunities/{id}/panels/{panel_id}': replacePanel,
    'PUT /v1/opportunities/{id}/interviews/{interview_id}': replaceInterview,
    'DELETE /v1/opportunities/{id}/panels/{panel_id}': done((call) => {
      for (const row of findChangeable(call).sessions) cancelInterview(call, row)
    }),
    'DELETE /v1/opportunities/{id}/interviews/{interview_id}': done((call) =>
      cancelInterview(call, findChangeableInterview(call)),
    ),
    'PUT /v1/opportunities/{id}/stage': moveStage,
    'POST /v1/opportunities/{id}/notes': addNote,
    'POST /v1/webhooks': addHook,
    'DELETE /v1/webhooks/{id}': done((call) => call.world.hooks.remove(findRow('hooks', 'webhooks')(call).id)),
    'GET /_storage/{id}/{name}': answerFile,
  },
  makeId: makeUuids(),
  hasStagesPerJob: false,
  key: 'lever-key-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) => createBucketLimiter(clock, 10, 20),
  hooks: leverHooks,
}
