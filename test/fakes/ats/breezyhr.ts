import { breezyhrRoutes } from './breezyhrRoutes.ts'
import { answerFile, linkToFile } from './files.ts'
import { type HookRules, signHex } from './hooks.ts'
import type { Answer, Call, Caller, Desk, StandInKind } from './kit.ts'
import { createWindowLimiter } from './limiter.ts'
import type { Asked } from './readRequest.ts'
import { Refusal, type RefusalKind, Reply } from './reply.ts'
import type { Application, Job, Note, World, WorldChange } from './world.ts'

// Breezy HR, API v3. A candidate belongs to one position, so a candidate here is an application. One company, `co1`, with one pipeline. Settings:
// `isWithoutResumes` for a token whose user may not see them.

const company = { _id: 'co1', name: 'Quarry & Sons' }
const pipelineId = 'default'

function readCaller({ headers }: Asked, desk: Desk): Caller {
  const key = headers.authorization ?? ''
  if (key === '') throw new Refusal('noKey', 'no token')
  // The token as it is: with the word Bearer before it, it is none.
  if (!desk.keys.has(key)) throw new Refusal('badKey', 'invalid token')
  return { userId: null }
}
function invalid(field: string, problem: string): never {
  throw new Refusal('badBody', `${field} ${problem}`, { field, problem })
}
function lost(what: string): never {
  throw new Refusal('noRecord', `${what} not found`)
}
function checkCompany({ path }: Call): void {
  if (path.company_id !== company._id) lost('company')
}
function findPosition(call: Call): Job {
  checkCompany(call)
  return call.world.jobs.get(call.path.position_id ?? '') ?? lost('position')
}
function findCandidate(call: Call): Application {
  const position = findPosition(call)
  const row = call.world.applications.get(call.path.candidate_id ?? '')
  return row?.jobId === position.id ? row : lost('candidate')
}

// ---------------------------------------------------------------- records

// biome-ignore format: a table
function showCandidate(row: Application, world: World) {
  const person = world.candidates.get(row.candidateId)!
  const resume = world.attachments.by('candidateId', row.candidateId).find(({ kind }) => kind === 'resume')
  return {
    _id: row.id, name: `${person.firstName} ${person.lastName}`, email_address: person.emails[0] ?? '', phone_number: person.phones[0] ?? null,
    stage: { id: row.stageId, name: world.stages.get(row.stageId)?.label ?? '' }, origin: 'applied', source: null, headline: person.title,
    creation_date: row.createdAt, updated_date: row.updatedAt, resume: resume ? { file_name: resume.filename, url: null } : null,
  }
}
const states = { open: 'published', draft: 'draft', closed: 'closed' } as const
const showPosition = (row: Job) => ({
  ...{
    _id: row.id,
    name: row.title,
    state: states[row.status],
    department: null,
    location: {},
    updated_date: row.updatedAt,
  },
})
const showNote = ({ id, createdAt, text }: Note) => ({
  _id: id,
  type: 'candidateNotePosted',
  timestamp: createdAt,
  object: { note: { body: text } },
})
const pageMax = 50

const listCandidates: Answer = (call) => {
  const { query, world } = call
  const rows = world.applications.by('jobId', findPosition(call).id)
  const timeOf = (row: Application) => (query.text('sort') === 'updated_date' ? row.updatedAt : row.createdAt).getTime()
  rows.sort((one, other) => timeOf(other) - timeOf(one))
  // More than 50 are never given, whatever is asked.
  const size = Math.min(pageMax, query.number('page_size', pageMax))
  const from = (query.number('page', 1) - 1) * size
  return rows.slice(from, from + size).map((row) => showCandidate(row, world))
}
const searchCandidates: Answer = (call) => {
  checkCompany(call)
  const { world, body } = call
  const {
    query,
    match = 'all',
    archived = false,
    page = 1,
    page_size = pageMax,
    sort = 'relevance',
  } = body as Record<string, unknown>
  const wanted = typeof query === 'string' ? { any: query } : (query as { name?: string; email_address?: string })
  const isFound = (row: Application) => {
    const { name, email_address } = showCandidate(row, world)
    const has = (text: string, part: string | undefined) =>
      part === undefined || text.toLowerCase().includes(part.toLowerCase())
    if ('any' in wanted) return has(`${name} ${email_address}`, wanted.any)
    const fits = [has(name, wanted.name), has(email_address, wanted.email_address)]
    if (match === 'all') return fits.every((one) => one)
    return (wanted.name !== undefined && fits[0] === true) || (wanted.email_address !== undefined && fits[1] === true)
  }
  const found = world.applications.rows.filter((row) => (row.status === 'rejected') === archived && isFound(row))
  if (sort !== 'relevance') {
    const timeOf = (row: Application) => (sort === 'updated' ? row.updatedAt : row.createdAt).getTime()
    found.sort((one, other) => timeOf(other) - timeOf(one))
  }
  const size = Math.min(pageMax, Number(page_size))
  const from = (Number(page) - 1) * size
  const data = found.slice(from, from + size).map((row) => showCandidate(row, world))
  return {
    data,
    total: found.length,
    total_capped: false,
    next_page: from + size < found.length ? Number(page) + 1 : null,
  }
}
/** Newest first, 50 at a time; the oldest of all says that it is the first. */
const listStream: Answer = (call) => {
  const { id } = findCandidate(call)
  const notes = call.world.notes.by('applicationId', id).toReversed()
  const skip = call.query.number('skip', 0)
  return notes
    .slice(skip, skip + pageMax)
    .map((note) => ({ ...showNote(note), ...(note === notes.at(-1) ? { first_activity: true } : {}) }))
}
const redirectToResume: Answer = (call) => {
  const { candidateId } = findCandidate(call)
  if (call.desk.settings.get('isWithoutResumes') === true) throw new Refusal('noScope', 'no right to see resumes')
  const file =
    call.world.attachments.by('candidateId', candidateId).find(({ kind }) => kind === 'resume') ?? lost('resume')
  return new Reply(302, '', { location: linkToFile(call.origin, file, call.now) })
}

// ---------------------------------------------------------------- writes

const setStage: Answer = (call) => {
  const row = findCandidate(call)
  const stageId = String(call.body.stage_id)
  if (!call.world.stages.get(stageId)) invalid('stage_id', 'is no stage')
  // The same once more changes nothing.
  return showCandidate(stageId === row.stageId ? row : call.world.moveApplication(row.id, stageId), call.world)
}
const movePosition: Answer = (call) => {
  const { world, body } = call
  const row = findCandidate(call)
  const jobId = String(body.target_position_id)
  const stageId = String(body.target_stage_id)
  if (!world.jobs.get(jobId)) invalid('target_position_id', 'is no position')
  if (!world.stages.get(stageId)) invalid('target_stage_id', 'is no stage')
  world.applications.update(row.id, { jobId })
  return showCandidate(world.moveApplication(row.id, stageId), world)
}
const addNote: Answer = (call) => {
  const { id, candidateId } = findCandidate(call)
  const { object, ...shown } = showNote(
    call.world.addNote({ candidateId, applicationId: id, text: String(call.body.body) }),
  )
  return shown
}

const hookEvents =
  'candidateAdded candidateDeleted candidateStatusUpdated companyPositionAdded companyPositionUpdated companyPositionDeleted companyPositionStateUpdated companyNotePosted companyNoteUpdated companyNoteDeleted'.split(
    ' ',
  )
const hooksMax = 10
function checkEvents(events: readonly string[]): void {
  if (events.length === 0) invalid('events', 'must not be empty')
  for (const event of events) if (!hookEvents.includes(event)) invalid('events', `has no ${event}`)
}
const addHook: Answer = (call) => {
  checkCompany(call)
  const { world, body } = call
  const { url, events } = body as { url: string; events: string[] }
  if (world.hooks.rows.length >= hooksMax) throw new Refusal('notAllowed', `at most ${hooksMax} endpoints`)
  checkEvents(events)
  const id = world.newId('hooks')
  const secret = `whsec_${id}`
  world.addHook({ id, url, event: events.join(' '), secret })
  // The secret is shown this once.
  return { id, url, events, status: 'active', enabled: true, secret }
}
const findHook = (call: Call) => {
  checkCompany(call)
  return call.world.hooks.get(call.path.endpoint_id ?? '') ?? lost('endpoint')
}
const changeHook: Answer = (call) => {
  const hook = findHook(call)
  const { url = hook.url, events } = call.body as { url?: string; events?: string[] }
  if (events) checkEvents(events)
  call.world.hooks.update(hook.id, { url, event: events?.join(' ') ?? hook.event })
  return { id: hook.id }
}

function nameEvent({ kind, before, after }: WorldChange): string | null {
  const [old, row] = [before, after] as (Application | null)[]
  // Who comes in is told of once: being in his first stage is not a change.
  if (kind === 'applications')
    return !old
      ? 'candidateAdded'
      : !row
        ? 'candidateDeleted'
        : old.stageId === row.stageId
          ? null
          : 'candidateStatusUpdated'
  if (kind === 'notes') return !before ? 'companyNotePosted' : after ? 'companyNoteUpdated' : 'companyNoteDeleted'
  if (kind !== 'jobs') return null
  const isStateNew = before && after && (before as Job).status !== (after as Job).status
  return !before
    ? 'companyPositionAdded'
    : !after
      ? 'companyPositionDeleted'
      : isStateNew
        ? 'companyPositionStateUpdated'
        : 'companyPositionUpdated'
}
function showObject({ kind, before, after }: WorldChange, world: World): unknown {
  const row = (after ?? before) as Application
  const position = (job: Job | undefined) => job && { _id: job.id, name: job.title }
  if (kind === 'jobs') return { company, position: position((after ?? before) as Job) }
  if (kind !== 'applications') return { company }
  const { _id, name, email_address, stage } = showCandidate(row, world)
  return {
    company,
    position: position(world.jobs.get(row.jobId)),
    stage,
    candidate: { _id, name, email_address },
    acting_user: {},
  }
}
export const signBreezy = (secret: string, body: string) => signHex('sha256', secret, body)
const breezyHooks: HookRules = {
  tell(change, world) {
    const event = nameEvent(change)
    return event === null ? [] : [{ event, payload: showObject(change, world) }]
  },
  isWanted: (hook, event) => hook.event.split(' ').includes(event),
  sign({ secret }, type, object, count, { clock }) {
    const body = JSON.stringify({ _id: `event-${count}`, type, object, creation_date: clock.now() })
    return { headers: { 'content-type': 'application/json', 'x-hook-signature': signBreezy(secret, body) }, body }
  },
}

const statusOf: Readonly<Record<RefusalKind, [status: number, type: string]>> = {
  noKey: [401, 'unauthorized'],
  badKey: [401, 'unauthorized'],
  noScope: [403, 'forbidden'],
  noPath: [404, 'not_found'],
  noMethod: [404, 'not_found'],
  noRecord: [404, 'not_found'],
  badType: [400, 'bad_request'],
  badJson: [400, 'bad_request'],
  badQuery: [400, 'bad_request'],
  badBody: [400, 'bad_request'],
  badHeader: [400, 'bad_request'],
  notAllowed: [400, 'quota_exceeded'],
  throttled: [429, 'throttled'],
  broken: [500, 'server_error'],
}
function refuse({ kind, message, field, problem }: Refusal): Reply {
  const [status, type] = statusOf[kind]
  return new Reply(status, { error: { type, message: problem ? `${field} ${problem}` : message } })
}

const at = '/v3/company/{company_id}'
const ofPosition = `${at}/position/{position_id}`
const ofCandidate = `${ofPosition}/candidate/{candidate_id}`
const answers: Record<string, Answer> = {
  'GET /v3/user': ({ world }) => ({
    _id: world.users.rows[0]?.id ?? 'user',
    email_address: world.users.rows[0]?.email ?? '',
  }),
  'GET /v3/companies': () => [company],
  [`GET ${ofPosition}/candidates`]: listCandidates,
  [`POST ${at}/candidates/search`]: searchCandidates,
  [`GET ${at}/candidates/search`]: (call) => {
    checkCompany(call)
    const people = call.world.candidates.by('emails', call.query.text('email_address'))
    return people
      .flatMap(({ id }) => call.world.applications.by('candidateId', id))
      .map((row) => showCandidate(row, call.world))
  },
  [`GET ${ofCandidate}`]: (call) => showCandidate(findCandidate(call), call.world),
  [`GET ${at}/positions`]: (call) => {
    checkCompany(call)
    const wanted: readonly string[] = call.query.has('state') ? call.query.list('state') : ['published']
    return call.world.jobs.rows.filter(({ status }) => wanted.includes(states[status])).map(showPosition)
  },
  [`GET ${ofPosition}`]: (call) => showPosition(findPosition(call)),
  [`GET ${at}/pipelines`]: (call) => {
    checkCompany(call)
    const stages = call.world.stagesOf('').map(({ id, label }) => ({ id, name: label }))
    return { [pipelineId]: { _id: pipelineId, name: 'Default', type: 'default', pipeline: stages } }
  },
  [`GET ${ofPosition}/team`]: (call) => {
    const { hiringManagerIds, recruiterIds } = findPosition(call)
    const team = [...new Set([...hiringManagerIds, ...recruiterIds])].flatMap((id) => call.world.users.get(id) ?? [])
    return team.map(({ id, firstName, lastName, email }) => ({
      _id: id,
      name: `${firstName} ${lastName}`,
      email_address: email,
    }))
  },
  [`GET ${ofCandidate}/documents`]: (call) =>
    call.world.attachments
      .by('candidateId', findCandidate(call).candidateId)
      .map(({ id, filename }) => ({ _id: id, file_name: filename })),
  [`GET ${ofCandidate}/resume`]: redirectToResume,
  [`GET ${ofCandidate}/stream`]: listStream,
  [`POST ${ofCandidate}/stream`]: addNote,
  [`PUT ${ofCandidate}/stage`]: setStage,
  [`POST ${ofCandidate}/move`]: movePosition,
  [`POST ${at}/webhook_endpoints`]: addHook,
  [`GET ${at}/webhook_endpoints`]: (call) => {
    checkCompany(call)
    return { data: call.world.hooks.rows.map(({ id, url, event }) => ({ id, url, events: event.split(' ') })) }
  },
  [`DELETE ${at}/webhook_endpoint/{endpoint_id}`]: (call) => call.world.hooks.remove(findHook(call).id),
  [`PUT ${at}/webhook_endpoint/{endpoint_id}`]: changeHook,
  'GET /_storage/{id}/{name}': answerFile,
}

export const breezyhr: StandInKind = {
  name: 'breezyhr',
  bases: { main: '/v3' },
  routes: breezyhrRoutes,
  answers,
  makeId: (kind, n) =>
    kind === 'stages' ? String(1_700_000_000_000 + n) : `${kind.slice(0, 4)}${n.toString(16).padStart(10, '0')}`,
  hasStagesPerJob: false,
  key: 'breezy-token-1',
  authenticate: readCaller,
  refuse,
  createLimiter: (clock) =>
    createWindowLimiter(clock, 100, 60_000, ({ resetAtMs }) => ({ 'x-ratelimit-reset': String(resetAtMs / 1000) })),
  hooks: breezyHooks,
}
