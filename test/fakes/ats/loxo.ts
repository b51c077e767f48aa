import { answerFile } from './files.ts'
import type { HookRules } from './hooks.ts'
import { makeNumbers } from './ids.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import { loxoRoutes } from './loxoRoutes.ts'
import { activityTypesOf, addedType, loxoReads, showEvent, showHook } from './loxoRows.ts'
import { findPersonIn } from './people.ts'
import type { Asked } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Application, Attachment, Note, WorldChange } from './world.ts'

// Loxo. Everything is written as an event of a person; what moves a candidate is the event's type. What does not hold about an event answers success with
// `errors`. Settings: `endsByNull`, `hasThinLists`, `idleTypes`, `redirectsResumes`.

function readCaller({ headers }: Asked, desk: Desk): Caller {
  const [, key = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? []
  if (key === '') throw new Refusal('noKey', 'no key')
  if (!desk.keys.has(key)) throw new Refusal('badKey', 'the key is not valid')
  return { userId: null }
}

// ---------------------------------------------------------------- events

interface GivenEvent {
  activity_type_id: number | string
  person_id: number | string
  job_id?: number | string
  notes?: string
  created_at?: string
}
/** Puts a person into a job, or on to the stage that the event's type leads to; who is not in the job is not moved. */
function followEvent(
  { world }: Call,
  pair: Application | undefined,
  candidateId: string,
  jobId: string,
  type: { id: number; stageId: string | null },
): Application | undefined {
  if (type.id === addedType.id) return pair ?? world.addApplication({ candidateId, jobId })
  if (type.stageId === null || !pair || pair.stageId === type.stageId) return pair
  return world.moveApplication(pair.id, type.stageId)
}
const addEvent: Answer = (call) => {
  const { world, body, now } = call
  const given = body.person_event as GivenEvent
  const type = activityTypesOf(call).find(({ id }) => id === Number(given.activity_type_id))
  const person = findPersonIn(world, String(given.person_id))
  const job = given.job_id === undefined ? null : world.jobs.get(String(given.job_id))
  const errors = [
    ...(type ? [] : ['Activity type must exist']),
    ...(person ? [] : ['Person must exist']),
    ...(job === undefined ? ['Job must exist'] : []),
  ]
  if (!type || !person || job === undefined) return { person_event: null, errors }
  const pair = world.applications.by('candidateId', person.id).find(({ jobId }) => jobId === job?.id)
  const followed = job ? followEvent(call, pair, person.id, job.id, type) : undefined
  const event = world.addNote({
    ...{ candidateId: person.id, applicationId: followed?.id ?? null, text: given.notes ?? '', kind: 'event' },
    ...{ createdAt: given.created_at === undefined ? now : new Date(given.created_at), updatedAt: now },
    extra: { activityTypeId: type.id, jobId: job?.id },
  })
  return { person_event: showEvent(event, call), errors }
}
const findEvent = ({ world, path }: Call): Note => {
  const row = world.notes.get(path.id ?? '')
  if (!row) throw new Refusal('noRecord', 'Person event not found')
  return row
}
const changeEvent: Answer = (call) => {
  const before = findEvent(call)
  const { notes = before.text, created_at } = call.body.person_event as Partial<GivenEvent>
  const createdAt = created_at === undefined ? before.createdAt : new Date(created_at)
  const after = call.world.notes.update(before.id, { text: notes, createdAt, updatedAt: call.now })
  return { person_event: showEvent(after, call), errors: [] }
}

// ---------------------------------------------------------------- webhooks

const itemTypes =
  'candidate person job person_event resume person_document company company_document deal deal_document job_document person_education_profile person_event_document person_job_profile placement placement_split'.split(
    ' ',
  )
const addHook: Answer = ({ world, body }) => {
  const { item_type, action, endpoint_url } = body.webhook as Record<string, string>
  if (!itemTypes.includes(item_type ?? '')) throw new Refusal('badBody', 'no such item type', { field: 'item_type' })
  return showHook(world.addHook({ event: `${item_type}:${action}`, url: endpoint_url ?? '', secret: '' }))
}
const items: Readonly<Record<string, string>> = {
  ...{ candidates: 'person', contacts: 'person', applications: 'candidate', jobs: 'job', notes: 'person_event' },
  clients: 'company',
}
function nameItem({ kind, before, after }: WorldChange): string | undefined {
  if (kind !== 'attachments') return items[kind]
  return ((after ?? before) as Attachment).kind === 'resume' ? 'resume' : 'person_document'
}
/** Neither payload nor signature is documented: what comes is a hint to look again, and says no more than its address does. */
const loxoHooks: HookRules = {
  tell(change) {
    const item = nameItem(change)
    const action = change.before === null ? 'create' : change.after === null ? 'destroy' : 'update'
    return item === undefined ? [] : [{ event: `${item}:${action}`, payload: {} }]
  },
  sign: (_hook, _event, payload) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  }),
}

// biome-ignore format: a table
const statusOf: Readonly<Record<RefusalKind, number>> = {
  noKey: 401, badKey: 401, noScope: 403, noPath: 404, noMethod: 404, noRecord: 404, badType: 422, badJson: 422, badQuery: 422, badBody: 422,
  badHeader: 422, notAllowed: 400, throttled: 429, broken: 500,
}
const refuse = ({ kind, message, field }: Refusal): Reply =>
  new Reply(statusOf[kind], { error: field === '' ? message : `Invalid parameters: [:${field}]` })

const at = '/api/quarry'
export const loxo: StandInKind = {
  name: 'loxo',
  bases: { main: at },
  routes: loxoRoutes,
  answers: {
    ...loxoReads,
    [`POST ${at}/person_events`]: addEvent,
    [`PUT ${at}/person_events/{id}`]: changeEvent,
    [`DELETE ${at}/person_events/{id}`]: (call) => call.world.notes.remove(findEvent(call).id),
    [`POST ${at}/webhooks`]: addHook,
    [`DELETE ${at}/webhooks/{id}`]: ({ world, path }) => {
      if (!world.hooks.get(path.id ?? '')) throw new Refusal('noRecord', 'Webhook not found')
      world.hooks.remove(path.id ?? '')
    },
    'GET /_storage/{id}/{name}': answerFile,
  },
  // Ranges that do not meet: candidates and contacts are both people.
  makeId: makeNumbers(
    { candidates: 5_000_000, contacts: 9_000_000, applications: 81_000_000, jobs: 7000, stages: 40, users: 10 },
    90_000,
  ),
  hasStagesPerJob: false,
  key: 'loxo-key-1',
  authenticate: readCaller,
  refuse,
  createLimiter(clock) {
    let refusals = 0
    // Only sometimes does a refusal say how long to wait.
    const writeHeaders = ({ isAllowed }: { isAllowed: boolean }): Record<string, string> =>
      isAllowed || ++refusals % 2 === 1 ? {} : { 'retry-after': '1' }
    return createWindowLimiter(clock, 10, 1000, writeHeaders)
  },
  hooks: loxoHooks,
}
