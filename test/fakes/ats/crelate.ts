import { crelateRoutes } from './crelateRoutes.ts'
import {
  activityVerbs,
  crelateReads,
  findActivity,
  findPair,
  findPerson,
  showActivity,
  showOne,
} from './crelateRows.ts'
import { makeUuids } from './ids.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import { findPersonIn } from './people.ts'
import { type Asked, textOr } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Note } from './world.ts'

// Crelate: v3 (api3) for contacts, jobs, notes and activities, the older public v1 for who is on a job and in which stage. What does not hold is answered 500
// with the field's name. Settings: `isV1Bare` for an account whose v1 answers, but knows no statuses.

function readCaller({ headers, query }: Asked, desk: Desk): Caller {
  const key = headers['x-api-key'] ?? query.text('api_key')
  if (key === '') throw new Refusal('noKey', 'API key is missing')
  if (!desk.keys.has(key)) throw new Refusal('badKey', 'API key is invalid')
  return { userId: null }
}
function invalid(field: string, problem = 'is invalid'): never {
  throw new Refusal('badBody', `${field} ${problem}`, { field, problem })
}

// ---------------------------------------------------------------- v3

interface Entity {
  ParentId: { Id: string }
  VerbId: { Id: string }
  Subject?: string
  When?: string
  Html?: string
  Display: string
}
const entityOf = ({ body }: Call) => body.entity as Entity
const parentOf = (call: Call) => {
  const { Id } = entityOf(call).ParentId
  return findPersonIn(call.world, Id) ?? invalid('ParentId')
}
const addActivity: Answer = (call) => {
  const { VerbId, Subject, When = '', Html = null } = entityOf(call)
  if (!activityVerbs.some(({ Id }) => Id === VerbId.Id)) invalid('VerbId')
  // An activity has one instant and no end.
  const at = new Date(When)
  const activity = call.world.addInterview({
    ...{ applicationId: '', candidateId: parentOf(call).id, title: textOr(Subject, ''), startAt: at, endAt: at },
    ...{ note: Html, extra: { verbId: VerbId.Id }, isFromApi: true },
  })
  return showOne({ Id: activity.id })
}
const changeActivity: Answer = (call) => {
  const before = findActivity(call)
  const { Subject = before.title, When } = entityOf(call)
  const at = When === undefined ? before.startAt : new Date(When)
  const patch = { title: Subject, startAt: at, endAt: at, updatedAt: call.now }
  return showOne(showActivity(call.world.interviews.update(before.id, patch), call))
}
const addNoteV3: Answer = (call) => {
  const { Display, When = null } = entityOf(call)
  const note = call.world.addNote({ candidateId: parentOf(call).id, text: Display, extra: { When } })
  return showOne({ Id: note.id })
}

// ---------------------------------------------------------------- v1

/** The stage of a workflow status that was named; the other workflow's do not count. */
function readStage({ body, world }: Call): string {
  const { StatusId, StatusName } = body as { StatusId?: string; StatusName?: string }
  if (StatusId === undefined && StatusName === undefined) invalid('StatusId', 'is required')
  const stage = world
    .stagesOf('')
    .find(({ id, label }) => (StatusId === undefined || StatusId === id) && (StatusName ?? label) === label)
  return stage?.id ?? invalid(StatusId === undefined ? 'StatusName' : 'StatusId')
}
const setStatus: Answer = (call) => {
  const { person, pair } = findPair(call)
  if (!pair) throw new Refusal('noRecord', 'Contact is not on the job')
  const stageId = readStage(call)
  if (stageId !== pair.stageId) call.world.moveApplication(pair.id, stageId)
  return { Id: person.id }
}
const addToJob: Answer = (call) => {
  const { person, job, pair } = findPair(call)
  if (pair) invalid('ContactId', 'is on the job already')
  call.world.addApplication({ candidateId: person.id, jobId: job.id, stageId: readStage(call) })
  return { Id: person.id }
}
const addNoteV1 =
  (kind: 'note' | 'task'): Answer =>
  (call) => {
    const { Body, ...extra } = call.body
    const candidateId = findPerson(call, call.path.contactId ?? '').id
    return { Id: call.world.addNote({ candidateId, kind, text: String(Body), extra }).id }
  }
function findTask({ world, path }: Call): Note {
  const task = world.notes.get(path.taskId ?? '')
  if (task?.kind !== 'task' || task.candidateId !== path.contactId) throw new Refusal('noRecord', 'Task was not found')
  return task
}
const changeTask: Answer = (call) => {
  const { id, extra } = findTask(call)
  const { Body, ...rest } = call.body
  call.world.notes.update(id, { text: String(Body), extra: { ...extra, ...rest }, updatedAt: call.now })
  return { Id: id }
}

// biome-ignore format: a table
const statusOf: Readonly<Record<RefusalKind, number>> = {
  noKey: 401, badKey: 401, noScope: 401, noPath: 404, noMethod: 405, noRecord: 404, badType: 415, badJson: 500, badQuery: 500, badBody: 500, badHeader: 500,
  notAllowed: 500, throttled: 429, broken: 500,
}
const refuse = ({ kind, message, field, problem }: Refusal): Reply =>
  new Reply(statusOf[kind], { Message: problem ? `${field} ${problem}` : message })

const v1 = '/api/pub/v1'
export const crelate: StandInKind = {
  name: 'crelate',
  bases: { main: '/api3', v1 },
  routes: crelateRoutes,
  answers: {
    ...crelateReads,
    'POST /api3/activities': addActivity,
    'PATCH /api3/activities/{id}': changeActivity,
    'POST /api3/notes': addNoteV3,
    [`PUT ${v1}/jobs/{jobId}/contacts/{contactId}`]: setStatus,
    [`PUT ${v1}/contacts/{contactId}/jobs/{jobId}`]: setStatus,
    [`POST ${v1}/jobs/{jobId}/contacts/{contactId}`]: addToJob,
    [`POST ${v1}/contacts/{contactId}/tasks`]: addNoteV1('task'),
    [`PUT ${v1}/contacts/{contactId}/tasks/{taskId}`]: changeTask,
    [`DELETE ${v1}/contacts/{contactId}/tasks/{taskId}`]: (call) => call.world.notes.remove(findTask(call).id),
    [`POST ${v1}/contacts/{contactId}/notes`]: addNoteV1('note'),
  },
  makeId: makeUuids(),
  hasStagesPerJob: false,
  key: 'crelate-key-1',
  authenticate: readCaller,
  refuse,
  // The vendor names no figure and no headers.
  createLimiter: (clock) => createWindowLimiter(clock, 10, 1000, () => ({})),
  hooks: null,
}
